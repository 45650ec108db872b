"""The constants and the Turtle files say the same, and every term is told in two languages."""

from __future__ import annotations

from collections import defaultdict
from importlib import resources
from itertools import pairwise

import pyoxigraph as ox
import pytest

from guitu.ontology import standards, terms

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"


def read(name: str) -> ox.Store:
    store = ox.Store()
    store.load((resources.files("guitu.ontology") / name).read_bytes(), format=ox.RdfFormat.TURTLE)
    return store


WORDS, LISTS = read("guitu.ttl"), read("lists.ttl")


def subjects(store: ox.Store) -> set[str]:
    """Guitu's own terms; those of others are only declared."""
    found = {quad.subject.value for quad in store if isinstance(quad.subject, ox.NamedNode)}
    return {iri for iri in found if iri.startswith(terms.NS)}


def objects(store: ox.Store, subject: str, predicate: str) -> list[ox.Literal]:
    found = store.quads_for_pattern(ox.NamedNode(subject), ox.NamedNode(predicate), None)
    return [quad.object for quad in found if isinstance(quad.object, ox.Literal)]


def constants() -> dict[str, str]:
    return {
        name: value
        for name, value in vars(terms).items()
        if isinstance(value, str) and value.startswith(terms.NS) and value != terms.NS
    }


def test_constants_are_the_terms() -> None:
    """Every constant is a term spelt alike, and every term and scheme has its constant."""
    told = constants()

    assert all(value == terms.NS + name for name, value in told.items())
    schemes = {q.subject.value for q in LISTS if q.object == ox.NamedNode(SKOS + "ConceptScheme")}
    assert set(told.values()) == subjects(WORDS) | schemes


def test_codes_are_the_concepts() -> None:
    """Each list holds the notations and concepts of its scheme, no fewer and no more."""
    concepts: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in LISTS.quads_for_pattern(None, ox.NamedNode(SKOS + "inScheme"), None):
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode)
        [notation] = objects(LISTS, quad.subject.value, SKOS + "notation")
        concepts[quad.object.value][notation.value] = quad.subject.value

    assert concepts == {scheme: dict(codes) for scheme, codes in terms.SCHEMES.items()}


@pytest.mark.parametrize(
    ("store", "label"), [(WORDS, RDFS + "label"), (LISTS, SKOS + "prefLabel")], ids=["guitu.ttl", "lists.ttl"]
)
def test_told_in_two_languages(store: ox.Store, label: str) -> None:
    """Every term and concept has one label and one definition in Chinese and in English."""
    for subject in sorted(subjects(store)):
        for predicate in (label, SKOS + "definition"):
            assert sorted(found.language or "" for found in objects(store, subject, predicate)) == ["en", "zh"], subject


@pytest.mark.parametrize("store", [WORDS, LISTS], ids=["guitu.ttl", "lists.ttl"])
def test_no_blank_nodes(store: ox.Store) -> None:
    """The files stand in the graph of every build, which has no blank nodes."""
    assert not [
        quad for quad in store if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)
    ]


def test_own_words_are_declared() -> None:
    """What the files say of their own namespace, they declare there."""
    declared = subjects(WORDS) | subjects(LISTS)
    nodes = [node for store in (WORDS, LISTS) for quad in store for node in (quad.predicate, quad.object)]
    used = {node.value for node in nodes if isinstance(node, ox.NamedNode)}

    assert {iri for iri in used if iri.startswith(terms.NS)} <= declared


@pytest.mark.parametrize("name", ["shapes.ttl", "shapes-facts.ttl"])
def test_shapes_are_of_declared_words(name: str) -> None:
    """A shape asks for no word of the namespace that is not declared."""
    nodes = [node for quad in read(name) for node in (quad.subject, quad.predicate, quad.object)]
    used = {node.value for node in nodes if isinstance(node, ox.NamedNode) and node.value.startswith(terms.NS)}

    assert used <= subjects(WORDS) | subjects(LISTS)


def test_words_are_aligned() -> None:
    """The standards that the graph stands on are each specialised or referred to by a term."""
    linking = [ox.NamedNode(RDFS + name) for name in ("subClassOf", "subPropertyOf", "range", "seeAlso")]
    linked = {quad.object.value for p in linking for quad in WORDS.quads_for_pattern(None, p, None)}  # type: ignore[union-attr]

    for prefix in ("dcterms", "eli", "foaf", "nif", "oa", "org", "prov", "qudt", "rdf", "schema", "skos"):
        assert [iri for iri in linked if iri.startswith(standards.VOCABULARIES[prefix])], prefix


def test_terms_not_to_borrow() -> None:
    """Terms whose domain would say something false are neither used nor specialised."""
    refused = {"eli/ontology#title", "eli/ontology#responsibility_of_agent", "ns/org#role", "ns/prov#agent"}
    above = [ox.NamedNode(RDFS + "subPropertyOf"), ox.NamedNode(RDFS + "subClassOf")]
    used = {str(q.object) for p in above for q in WORDS.quads_for_pattern(None, p, None)}
    used |= {str(value) for value in vars(standards).values() if isinstance(value, str)}

    assert not [iri for iri in used for word in refused if iri.strip("<>").endswith(word)]


def test_plan_periods_follow_each_other() -> None:
    """A period has its first and last year; the latest are five years each, without a gap between them."""
    years = []
    for iri in terms.PLAN_PERIODS.values():
        [first], [last] = objects(LISTS, iri, terms.fromYear), objects(LISTS, iri, terms.toYear)
        years.append((int(first.value), int(last.value)))

    assert years[13] == (2021, 2025)
    assert all(last - first == 4 for first, last in years)
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(years[2:]))


def test_unknown_code_is_refused() -> None:
    """A notation that no list has is an error of the program, not a fact."""
    assert terms.code(terms.BINDINGNESSES, "约束性") == terms.NS + "bindingness-binding"
    with pytest.raises(KeyError):
        terms.code(terms.ROLES, "owner")


def test_what_is_built_on_is_declared() -> None:
    """Every class and property of others that a term rests on is declared, so that tools for OWL need no other file."""
    builds = [RDFS + name for name in ("domain", "range", "subClassOf", "subPropertyOf")]
    found = [q for name in builds for q in WORDS.quads_for_pattern(None, ox.NamedNode(name), None)]
    used = {q.object.value for q in found if isinstance(q.object, ox.NamedNode)}
    reserved = ("http://www.w3.org/2001/XMLSchema#", RDF + "langString", RDFS + "Literal")
    types = WORDS.quads_for_pattern(None, ox.NamedNode(RDF + "type"), None)
    declared = {q.subject.value for q in types if isinstance(q.subject, ox.NamedNode)}

    assert not {iri for iri in used - declared if not iri.startswith(reserved)}
    assert standards.XSD_DATE not in used  # no datatype of OWL 2: reasoners refuse the whole file
