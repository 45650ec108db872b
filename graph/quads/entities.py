"""The named things that a document speaks of: known ones in `graph/registry`, the others in `graph/entities`.

Each has exactly one preferred label, in Chinese, the same that its IRI is made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from guitu.extract.facts import Agency, Facts
from guitu.extract.words.agency_writings import writings
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, plain, ref, zh
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.districts import division_code
from guitu.ontology.knowledge import forms
from guitu.ontology.registry_file import entries
from guitu.ontology.terms import Iri
from guitu.ontology.topics import Topic, topics

GOVERNMENT = "人民政府"
STATE_COUNCIL = "国务院"
AREAS = frozenset("省市区县州盟旗")  # what names of administrative areas end with


def entities(facts: Facts, key: str, names: Names) -> Iterator[str]:
    """The lines of every agency, place, topic and indicator of a document; a line can come more than once."""
    found, registry = names.graph("entities"), names.graph("registry")
    for one in (*facts.document.issuers, *(r.agency for r in facts.responsibilities)):
        yield from agency(one, key, names)
    home = facts.document.jurisdiction
    if home:
        yield from _area(home, registry, names)
    for mention in facts.places:
        yield from _place(mention.name, mention.written, names)
        for area in (mention.name if mention.type == "district" else None, mention.district):
            if area:
                yield from _area(area, found, names, home)
    for label in dict.fromkeys(label for m in facts.places for label in m.focus):
        yield from _topic(label, names)
    for label in dict.fromkeys(label for task in facts.tasks for label in task.topics):
        yield from _topic(label, names)
    for indicator in dict.fromkeys(figure.indicator for figure in facts.figures):
        yield from _named(names.indicator(indicator), gt.Indicator, indicator, found)


def _named(iri: Iri, kind: Iri, label: str, graph: Iri) -> Iterator[str]:
    return about(iri, graph, (std.RDF_TYPE, ref(kind)), (std.SKOS_PREF_LABEL, zh(label)))


def agency(one: Agency, key: str, names: Names) -> Iterator[str]:
    """The lines of an agency and of the bodies above it."""
    iri, registry = names.body(one, key), names.graph("registry")
    graph = registry if one.known and one.settled else names.graph("entities")
    yield from _named(iri, gt.AgencyGroup if one.group else gt.Agency, one.name, graph)
    above = _above(one)
    yield from about(
        iri,
        graph,
        *((std.SKOS_ALT_LABEL, zh(name)) for name in (one.written, *_writings(one)) if name != one.name),
        (gt.jurisdiction, ref(names.place(one.jurisdiction)) if one.jurisdiction else None),
        (std.ORG_SUB_ORGANIZATION_OF, ref(names.agency(above)) if above else None),
    )
    if above:
        yield from agency(Agency(above, above, jurisdiction=one.jurisdiction), key, names)
    if one.jurisdiction:
        yield from _area(one.jurisdiction, registry, names)


def _area(name: str, graph: Iri, names: Names, home: str | None = None) -> Iterator[str]:
    """An administrative area, with its code where its name settles it; `home`: the place of the document."""
    iri = names.place(name)
    yield from _named(iri, gt.Place, name, graph)
    if code := division_code(name, home):
        yield from about(iri, names.graph("registry"), (gt.divisionCode, plain(code)))


@lru_cache(1 << 12)
def _writings(agency: Agency) -> tuple[str, ...]:
    return tuple(writings(agency))


@cache
def _departments() -> frozenset[str]:
    """What names of departments of a government have after the place; courts, unions and the like are under none."""
    others = {entry["prefLabel"][0] for entry in entries("agencies-offices").values()}
    bureaus = {form.name.removeprefix("{full}") for form in forms() if form.kind == "bureau"}
    return frozenset(bureaus - others)


def _above(agency: Agency) -> str | None:
    """The body that a known agency is part of, where its name tells: 云州市教育局 is of 云州市人民政府."""
    if agency.group or not agency.known or not agency.settled:
        return None
    if not agency.jurisdiction:
        return STATE_COUNCIL if agency.name.startswith(STATE_COUNCIL) and agency.name != STATE_COUNCIL else None
    if agency.name.startswith(f"中共{agency.jurisdiction}委") and not agency.name.endswith(
        f"{agency.jurisdiction}委员会"
    ):
        return f"中共{agency.jurisdiction}委员会"
    around, place, rest = agency.name.partition(agency.jurisdiction)  # 云州市, 青岚县, 财政局
    a_place = place and (not around or around[-1] in AREAS)
    if a_place and rest != GOVERNMENT and (rest.startswith(GOVERNMENT) or rest in _departments()):
        return around + place + GOVERNMENT
    return None


def _place(name: str, written: str, names: Names) -> Iterator[str]:
    iri, graph = names.place(name), names.graph("entities")
    yield from _named(iri, gt.Place, name, graph)
    if written != name:
        yield from about(iri, graph, (std.SKOS_ALT_LABEL, zh(written)))


@cache
def _known_topics() -> Mapping[str, Topic]:
    return MappingProxyType({topic.label: topic for topic in topics()})


def _topic(label: str, names: Names) -> Iterator[str]:
    """A topic; of one that the registry knows also its other names and the topics above it."""
    topic = _known_topics().get(label)
    iri, graph = names.topic(label), names.graph("registry" if topic else "entities")
    yield from _named(iri, std.SKOS_CONCEPT, label, graph)
    yield from about(iri, graph, (std.SKOS_IN_SCHEME, ref(gt.topics)))
    if topic is None:
        return
    yield from about(
        iri,
        graph,
        *((std.SKOS_ALT_LABEL, zh(name)) for name in topic.names if name != label),
        (std.SKOS_BROADER, ref(names.topic(topic.broader)) if topic.broader else None),
    )
    if topic.broader and topic.broader != label:
        yield from _topic(topic.broader, names)
