"""The facts that decisions put in the place of stated ones, as lines of the graph of decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from guitu.extract.facts import Agency
from guitu.extract.figures.numbers.quantities import normalise
from guitu.extract.words.agencies import read
from guitu.graph.copies.works import letters
from guitu.graph.corrections.amounts import Amount, amount
from guitu.graph.corrections.decision import Decision
from guitu.graph.corrections.match import ALREADY, NO_AMOUNT, Found, Idle
from guitu.graph.corrections.stated import Document, Fact, Task
from guitu.graph.quads import entities
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, decimal, integer, plain, quad, ref, zh
from guitu.graph.quads.triples import SHORTCUTS
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

_OWN = (gt.overruledBy, gt.corrects, gt.decidedBy, gt.status)  # what decisions say of a fact is no property of it


def agency_of(words: str, document: Document) -> Agency:
    """The agency that a person names in a document, read as its own words are."""
    return read(words, document.place, "national" if document.level == "national" else None)


def is_agency(fact: Fact, words: str, document: Document) -> bool:
    """Whether words name the agency of a fact."""
    return letters(words) in fact.words or agency_of(words, document).name == fact.stated[0]


def owner(  # noqa: PLR0913 - who, in what, by which decision
    name: str, role: str, decision: Decision, found: Found, names: Names, *, status: str = "corrected"
) -> list[str] | Idle:
    """A responsibility that a decision puts into the graph; Idle where the task has it already."""
    document, task, old = found.document, found.task, found.fact
    assert task is not None
    same = old is not None and is_agency(old, name, document)
    others = [one for one in task.of("owner") if one is not old and one.stated[1] == role and not one.layer]
    if any(is_agency(one, name, document) for one in others):
        return [] if old else Idle(ALREADY)
    if old is not None and same and old.stated[1] == role and old.matter == "owner":
        return Idle(ALREADY)
    graph = names.graph("decisions")
    if old is not None and same:
        agency, written = Iri(old.one(gt.agency)), old.one(gt.asWritten) or name
        told: list[str] = []
    else:
        read_as = agency_of(name, document)
        agency, written = names.body(read_as, document.key), name
        told = list(entities.agency(read_as, document.key, names))
    iri = names.statement("responsibility", "decided", decision.id)
    order = old.order if old and old.matter == "owner" else _next(task) + decision.order
    told += _fact(iri, gt.Responsibility, decision, found, names, status)
    told += about(
        iri,
        graph,
        (gt.ofTask, ref(task.iri)),
        (gt.agency, ref(agency)),
        (gt.role, ref(gt.code(gt.ROLES, role))),
        (gt.asWritten, plain(written)),
        (gt.order, integer(order)),
    )
    shortcut = SHORTCUTS.get(role)
    told += about(task.iri, graph, (gt.ownedBy, ref(agency)), *([(shortcut, ref(agency))] if shortcut else []))
    return told


_RANKS = ("lead", "responsible", "support")


def lesser(name: str, role: str, found: Found) -> list[Fact]:
    """The lesser roles that a task gives to the agency already: who is to lead it does not also support it."""
    assert found.task is not None
    below = _RANKS[_RANKS.index(role) + 1 :]
    owners = (one for one in found.task.of("owner") if one is not found.fact and not one.layer)
    return [one for one in owners if one.stated[1] in below and is_agency(one, name, found.document)]


def _next(task: Task) -> int:
    return max((one.order + 1 for one in task.facts if one.matter == "owner"), default=0)


def target(decision: Decision, found: Found, names: Names) -> list[str] | Idle:
    """A figure with the number that a person gives; what the words leave open is as it was stated."""
    told = amount(decision.value[0])
    old = found.fact
    if told is None or (old is None and not (told.name and told.unit)):
        return Idle(NO_AMOUNT)
    graph = names.graph("decisions")
    iri = names.statement("figure", "decided", decision.id)
    kind = Iri(old.one(std.RDF_TYPE)) if old else gt.Target
    properties = _figure(told, old, names)
    if old is not None and _unchanged(old, properties):
        return Idle(ALREADY)
    lines = list(_fact(iri, kind, decision, found, names))
    lines += about(iri, graph, *properties.items())
    if old is None and found.task is not None:
        lines.append(quad(iri, gt.ofTask, ref(found.task.iri), graph))
    name = told.name or (old.one(gt.indicatorText) if old else "")
    label = (std.RDF_TYPE, ref(gt.Indicator)), (std.SKOS_PREF_LABEL, zh(name))
    if properties[gt.indicator] == ref(names.indicator(name)):  # one in traditional characters has its label already
        lines += about(names.indicator(name), names.graph("entities"), *label)
    return lines


def _figure(told: Amount, old: Fact | None, names: Names) -> Mapping[Iri, str]:
    """The properties of a figure: those of the old one, and over them what was told."""
    kept = {key: _term(value) for key, value in old.properties if key not in _NO_FIGURE} if old else {}
    unit = told.unit or (old.one(gt.unitText) if old else "")
    normal = normalise(told.value, unit)
    kept |= {gt.value: decimal(told.value), gt.unitText: plain(unit)}
    for key, term in (
        (gt.maxValue, decimal(told.maximum) if told.maximum is not None else None),
        (std.QUDT_NUMERIC_VALUE, decimal(normal[0]) if normal else None),
        (std.QUDT_HAS_UNIT, ref(Iri(normal[1])) if normal else None),
    ):
        kept.pop(key, None)
        if term:
            kept[key] = term
    if told.comparator or gt.comparator not in kept:
        kept[gt.comparator] = ref(gt.code(gt.COMPARATORS, told.comparator or "="))
    if told.year:
        kept[gt.year] = integer(int(told.year))
    if told.name and (old is None or told.name != old.one(gt.indicatorText)):
        kept |= {gt.indicatorText: plain(told.name), gt.indicator: ref(names.indicator(told.name))}
    kept.setdefault(gt.source, ref(gt.code(gt.FIGURE_SOURCES, "text")))
    return kept


_NO_FIGURE = (std.RDF_TYPE, gt.evidence, gt.inDocument, *_OWN)


def _unchanged(old: Fact, properties: Mapping[Iri, str]) -> bool:
    return {key: _term(value) for key, value in old.properties if key not in _NO_FIGURE} == dict(properties)


def _term(value: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    return str(value)


def _fact(  # noqa: PLR0913, PLR0917 - what all new facts have
    iri: Iri, kind: Iri, decision: Decision, found: Found, names: Names, status: str = "corrected"
) -> Iterator[str]:
    old, task = found.fact, found.task
    evidence = (old.evidence if old else ()) or (task.evidence if task else ())
    return about(
        iri,
        names.graph("decisions"),
        (std.RDF_TYPE, ref(kind)),
        (gt.inDocument, ref(found.document.iri)),
        *((gt.evidence, ref(one)) for one in evidence),
        (gt.status, ref(gt.code(gt.STATUSES, status))),
        (gt.decidedBy, ref(decision_iri(decision, names))),
        (gt.corrects, ref(old.iri) if old else None),
    )


def decision_iri(decision: Decision, names: Names) -> Iri:
    """A decision by the hash of its content."""
    return Iri(f"{names.base}decision/{decision.id}")
