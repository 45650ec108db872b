"""The graph as a reader of tables wants it: things of a class in the order of the text, properties by short name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, Quad

from guitu.exports.rdf.prefixes import split
from guitu.exports.rdf.statements import in_order
from guitu.graph.corrections.in_force import in_force
from guitu.graph.corrections.status import Status, status
from guitu.ontology.standards import RDF_TYPE, VOCABULARIES
from guitu.ontology.terms import DECISION_STATES, LEVELS, Document

_SHORT = {namespace: prefix for prefix, namespace in VOCABULARIES.items()}
# The fragment of an evidence IRI, RFC 5147: https://w3id.org/guitu/id/text/ab12#char=120,155
_CHARS = re.compile(r"(?P<text>.*)#char=(?P<start>[0-9]{1,12}),(?P<end>[0-9]{1,12})")
_TOLD_OF_DOCUMENTS = ("graph/gaps", "graph/provenance", "graph/decisions")  # not stated, and about documents
_OF_ENTITIES = ("graph/registry", "graph/entities")
_LINKS = "graph/links"
_Values = dict[str, list[str]]
_RANKS = tuple(LEVELS)


@dataclass(frozen=True, slots=True)
class Proof:
    """Where a fact stands: hash of the text, first character, the one after the last; a graph may be without quotes."""

    text: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands for an entity that others name, too; `later`: it took over from it in a reform."""

    iri: str
    later: bool = False


@dataclass(frozen=True)
class View:
    """Stated things, gaps, tables and decisions by IRI with their properties (`gt:ofTask`), and the labels of the rest.

    `statuses`: of every fact, as a notation;
    `entities`: what is known of agencies, places and topics beside their names; `instead`: what stands for them;
    `members`: class -> IRIs in the order of documents and of their text; `document`: thing -> IRI of its document.
    """

    stated: Mapping[str, Mapping[str, list[str]]]
    members: Mapping[str, tuple[str, ...]]
    document: Mapping[str, str]
    labels: Mapping[tuple[str, str], str]
    other_names: Mapping[str, tuple[str, ...]]
    notations: Mapping[str, str]
    quotes: Mapping[str, str]
    entities: Mapping[str, Mapping[str, list[str]]]
    instead: Mapping[str, Instead]
    statuses: Mapping[str, Status]

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> View:
        """Reads the quads as decisions have them; what is inferred is left aside but for what stands for an entity."""
        quads = in_force(quads)
        everything = in_order(quads)
        typed = (quad for quad in everything if quad.predicate.value == RDF_TYPE)
        documents = {_value(quad.subject) for quad in typed if _value(quad.object) == Document}
        stated: dict[str, _Values] = {}
        entities: dict[str, _Values] = {}
        found: dict[str, str] = {}
        links: dict[str, _Values] = {}
        names = _Names()
        once: dict[str, str] = {}  # each word once, however often the quads hold it
        for quad in everything:
            subject, predicate, graph = _value(quad.subject), _short(quad.predicate.value), _value(quad.graph_name)
            names.add(subject, predicate, told := quad.object)
            value = once.setdefault(value := _value(told), value)
            if graph in documents or graph.endswith(_TOLD_OF_DOCUMENTS):
                stated.setdefault(subject, {}).setdefault(predicate, []).append(value)
                if graph in documents:
                    found[subject] = once.setdefault(graph, graph)
            elif graph.endswith(_OF_ENTITIES):
                entities.setdefault(subject, {}).setdefault(predicate, []).append(value)
            elif graph.endswith(_LINKS):
                links.setdefault(subject, {}).setdefault(predicate, []).append(value)
        for iri, properties in stated.items():
            for values in properties.values():
                values.sort()
            if iri not in found and (of := properties.get("gt:inDocument")):
                found[iri] = of[0]
        notations = names.notations
        members = _members(stated, found, notations)
        instead = {
            iri: Instead(node, "dcterms:isReplacedBy" in of)
            for iri, of in links.items()
            for node in of.get("gt:representedBy", ())
        }
        return cls(
            stated, members, found, names.labels, names.others(), notations, names.quotes, entities, instead,
            status(quads),
        )  # fmt: skip

    def one(self, iri: str, name: str) -> str:
        """The value of a property, empty where there is none; of several the first in order."""
        values = self.stated.get(iri, {}).get(name)
        return values[0] if values else ""

    def many(self, iri: str, name: str) -> tuple[str, ...]:
        """All values of a property, in order."""
        return tuple(self.stated.get(iri, {}).get(name, ()))

    def known(self, iri: str, name: str) -> tuple[str, ...]:
        """What registry and documents tell of an entity: `gt:jurisdiction` of an agency, `skos:broader` of a topic."""
        return tuple(self.entities.get(iri, {}).get(name, ()))

    def label(self, iri: str, lang: str = "zh") -> str:
        """The name of an entity or code: in the language, else in Chinese, else the end of its IRI."""
        return self.labels.get((iri, lang)) or self.labels.get((iri, "zh")) or (split(iri)[1] if iri else "")

    def notation(self, iri: str) -> str:
        """The notation of a code: `lead`."""
        return self.notations.get(iri) or (split(iri)[1] if iri else "")

    def status(self, iri: str) -> str:
        """What a fact counts as, a notation of the statuses: `corrected`; empty for what is no fact."""
        return self.statuses.get(iri, "")

    def in_force(self, decision: str) -> bool:
        """Whether a decision of a person is applied."""
        return self.one(decision, "gt:decisionState") == DECISION_STATES["in-force"]

    def decisions(self, iri: str) -> tuple[str, ...]:
        """The decisions of persons that made a fact what it is."""
        return tuple(one for one in self.many(iri, "gt:decidedBy") if one in self.stated)

    def proof(self, iri: str) -> Proof:
        """The first evidence of a fact; empty where it has none."""
        evidence = self.one(iri, "gt:evidence")
        if not (m := _CHARS.fullmatch(evidence)):
            return Proof()
        return Proof(split(m["text"])[1], int(m["start"]), int(m["end"]), self.quotes.get(evidence, ""))


class _Names:
    """Collects labels, notations and quotes while the quads go by."""

    def __init__(self) -> None:
        self.labels: dict[tuple[str, str], str] = {}
        self.notations: dict[str, str] = {}
        self.quotes: dict[str, str] = {}
        self._others: dict[str, set[str]] = {}

    def add(self, subject: str, predicate: str, value: object) -> None:
        if not isinstance(value, Literal):
            return
        if predicate in ("skos:prefLabel", "rdfs:label"):
            key = (subject, value.language or "zh")
            if predicate == "skos:prefLabel" or key not in self.labels:
                self.labels[key] = value.value
        elif predicate == "skos:altLabel":
            self._others.setdefault(subject, set()).add(value.value)
        elif predicate == "skos:notation":
            self.notations[subject] = value.value
        elif predicate == "nif:anchorOf":
            self.quotes[subject] = value.value

    def others(self) -> dict[str, tuple[str, ...]]:
        return {iri: tuple(sorted(names)) for iri, names in self._others.items()}


def _value(term: object) -> str:
    return getattr(term, "value", "")  # the default graph has none


@cache
def _short(iri: str) -> str:
    namespace, name = split(iri)
    return f"{_SHORT[namespace]}:{name}" if namespace in _SHORT else iri


def _members(
    stated: Mapping[str, _Values], document: Mapping[str, str], notations: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Documents by level, then title; their facts by place in the text, then rank in a list, then IRI."""

    def rank(iri: str) -> tuple[int, str, str]:
        of = stated.get(iri, {})
        level = of.get("gt:level", [""])[0]
        told = notations.get(level) or split(level)[1]
        return (_RANKS.index(told) if told in LEVELS else len(LEVELS), of.get("dcterms:title", [""])[0], iri)

    ranks = {iri: i for i, iri in enumerate(sorted(set(document.values()), key=rank))}

    def place(iri: str) -> tuple[int, int, int, str]:
        of = stated[iri]
        m = _CHARS.fullmatch(of.get("gt:evidence", [""])[0])
        order = of.get("gt:order", ["0"])[0]
        number = int(order) if order.isdigit() else 0
        return (ranks.get(document.get(iri, ""), len(ranks)), int(m["start"]) if m else 0, number, iri)

    by_class: dict[str, list[str]] = {}
    for iri, properties in stated.items():
        for of in properties.get("rdf:type", ()):
            by_class.setdefault(_short(of), []).append(iri)
    return {name: tuple(sorted(iris, key=place)) for name, iris in by_class.items()}
