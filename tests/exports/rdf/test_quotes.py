"""Quotes as properties: joined by numbers (NIF), or as Web Annotations; what they say is what the text says."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from click.testing import CliRunner
from pyoxigraph import Quad
from rdflib import RDF

from guitu.exports.command import cli
from guitu.exports.rdf.formats import serialize
from guitu.exports.rdf.profile import select
from guitu.exports.rdf.quotes import quoted
from guitu.graph.keep.store import Store

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
JOINED = """PREFIX gt: <https://w3id.org/guitu/ns#> PREFIX schema: <https://schema.org/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
SELECT ?quote ?begin ?end ?hash {
  ?fact gt:evidence ?place . ?place nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end ;
    nif:referenceContext ?text . ?text schema:sha256 ?hash }"""


def loaded(quads: tuple[Quad, ...], how: str, store: Store | None = None) -> rdflib.Graph:
    told = serialize(quoted(quads, how, store.text if store else None), "turtle")
    return rdflib.Graph().parse(data=told, format="turtle")


def test_quotes_join_with_their_texts(sample_quads: tuple[Quad, ...], samples: Store) -> None:
    """Every quote of a fact is what its text has from the one number to the other."""
    rows = [[str(term) for term in tuple(row)] for row in loaded(sample_quads, "nif").query(JOINED)]  # type: ignore[arg-type]

    assert len(rows) > 200
    for quote, begin, end, sha in rows:
        text = samples.text(sha)
        assert text is not None
        assert text[int(begin) : int(end)] == quote


def test_annotations_find_their_words_again(sample_quads: tuple[Quad, ...], samples: Store) -> None:
    """By place and by words with what is around; each annotation has a fact of the graph as its body."""
    graph = loaded(sample_quads, "annotations", samples)
    annotations = list(graph.subjects(RDF.type, OA.Annotation))

    assert len(annotations) > 200
    for annotation in annotations:
        target = graph.value(annotation, OA.hasTarget)
        assert (graph.value(annotation, OA.hasBody), None, target) in graph
        source = str(graph.value(target, OA.hasSource))
        text = samples.text(source.rpartition("/")[2]) or ""
        place, words = sorted(graph.objects(target, OA.hasSelector), key=str)
        assert graph.value(words, RDF.type) == OA.TextQuoteSelector
        start, end = (int(str(graph.value(place, name))) for name in (OA.start, OA.end))
        before, exact, after = (str(graph.value(words, name)) for name in (OA.prefix, OA.exact, OA.suffix))
        assert text[start:end] == exact
        assert text[:start].endswith(before)
        assert text[end:].startswith(after)


def test_the_facts_profile_has_places_and_no_words(sample_quads: tuple[Quad, ...], samples: Store) -> None:
    graph = loaded(tuple(select(sample_quads, "facts")), "annotations", samples)

    assert (None, RDF.type, OA.TextPositionSelector) in graph
    assert not list(graph.subjects(RDF.type, OA.TextQuoteSelector))
    assert not list(graph.subject_objects(OA.prefix))


def test_nothing_else_changes(sample_quads: tuple[Quad, ...]) -> None:
    """What was there stays, and short is the graph itself."""
    assert tuple(quoted(sample_quads, "short")) == sample_quads
    for how in ("nif", "annotations"):
        assert set(sample_quads) < set(quoted(sample_quads, how))


@pytest.mark.parametrize("form", ["csv", "graphml"])
def test_the_option_is_for_rdf(form: str, tmp_path: Path) -> None:
    asked = ["export", form, "--quotes", "nif", "-o", str(tmp_path / "x"), "--store", "published"]

    result = CliRunner().invoke(cli.main, asked)

    assert result.exit_code == 2
    assert "--quotes goes with turtle, trig, nquads, jsonld, rdfxml" in result.output
