"""What a graph says of documents, as decisions ask for it: tasks by their titles, each with its facts.

Read from N-Quads lines: of one document or of many, with or without the layer of decisions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import unquote

import pyoxigraph as ox

from guitu.graph.copies.works import letters
from guitu.graph.corrections.decision import Matter, Words
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Codes, Iri

LAYER = "graph/decisions"
"""How the name of the graph of decisions ends."""
_MATTERS: Mapping[str, Matter] = {
    gt.Responsibility: "owner", gt.Target: "target", gt.Observation: "target", gt.PlaceMention: "place",
    gt.Incentive: "incentive", gt.Reference: "reference", gt.Suggestion: "suggestion",
}  # fmt: skip
_LABELS = (std.SKOS_PREF_LABEL, std.SKOS_ALT_LABEL, std.NIF_ANCHOR_OF)
_Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal
_Values: TypeAlias = dict[str, list[_Term]]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a task, or of a document as a whole. `stated`: as in `Decision`; `words`: how one may call it.

    `properties`: predicate and object; `corrects`: the fact in whose place it stands; `layer`: a decision put it there.
    """

    iri: Iri
    matter: Matter
    stated: Words
    words: frozenset[str]
    quote: str
    evidence: tuple[Iri, ...]
    order: int
    properties: tuple[tuple[Iri, _Term], ...]
    corrects: Iri | None = None
    overruled: bool = False
    layer: bool = False

    def one(self, name: str) -> str:
        """The value of a property, empty for none."""
        return next((value.value for key, value in self.properties if key == name), "")


@dataclass(frozen=True, slots=True)
class Task:
    """A task. `path`: the titles around it and its own, as stated; `title`, `deadline`: as decided, else as stated.

    `decided`: stated and new value of each decision in force that is about it; `annexed`: the same task in the annex
    of its document, where that alone names the owners.
    """

    iri: Iri
    path: Words
    order: int
    title: str
    deadline: str
    stated_deadline: str
    quote: str
    evidence: tuple[Iri, ...]
    chapter: Words
    overruled: bool = False
    facts: list[Fact] = field(default_factory=list)
    decided: list[tuple[str, str]] = field(default_factory=list)
    annexed: list[Task] = field(default_factory=list, compare=False, repr=False)

    def of(self, matter: Matter) -> list[Fact]:
        """Its facts of a kind that are in force, in order."""
        return [one for one in self.facts if one.matter == matter and not one.overruled]


@dataclass(frozen=True, slots=True)
class Document:
    """A document. `place`: its jurisdiction by name; `level`: notation; `facts`: those of no task."""

    iri: Iri
    key: str
    title: str
    number: str
    place: str | None
    level: str
    tasks: list[Task] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def is_called(self, name: str) -> bool:
        """Whether somebody means this document by a key, a title or a number."""
        wanted = letters(name)
        return bool(wanted) and wanted in (letters(self.key), letters(self.title), letters(self.number))


def documents(lines: Iterable[str], names: Names) -> dict[Iri, Document]:
    """The documents of N-Quads lines, in order of their IRIs."""
    return _Index(lines, names).documents()


class _Index:
    def __init__(self, lines: Iterable[str], names: Names) -> None:
        self._names = names
        self._of: dict[str, _Values] = {}
        self._layer: set[str] = set()
        self._labels: dict[str, list[str]] = defaultdict(list)
        self._quotes: dict[str, str] = {}
        for quad in ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS):
            self._take(quad)

    def _take(self, quad: ox.Quad) -> None:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or isinstance(value, ox.Triple):
            return
        if predicate == std.NIF_ANCHOR_OF:
            self._quotes[subject.value] = value.value
        elif predicate == std.SKOS_PREF_LABEL and isinstance(value, ox.Literal) and value.language == "zh":
            self._labels[subject.value].insert(0, value.value)
        elif predicate == std.SKOS_ALT_LABEL:
            self._labels[subject.value].append(value.value)
        else:
            self._of.setdefault(subject.value, {}).setdefault(predicate, []).append(value)
            if (
                predicate == std.RDF_TYPE
                and isinstance(quad.graph_name, ox.NamedNode)
                and quad.graph_name.value.endswith(LAYER)
            ):
                self._layer.add(subject.value)

    def documents(self) -> dict[Iri, Document]:
        found = {Iri(iri): self._document(Iri(iri)) for iri in sorted(self._typed(gt.Document))}
        tasks = sorted(self._typed(gt.Task), key=lambda iri: (self._integer(iri, gt.order), iri))
        by_iri: dict[str, Task] = {}
        for iri in tasks:
            if (document := found.get(Iri(self._one(iri, gt.inDocument)))) is not None:
                by_iri[iri] = self._task(Iri(iri), document)
                document.tasks.append(by_iri[iri])
        for iri in sorted(self._of):
            kinds = {_MATTERS[kind] for kind in self._all(iri, std.RDF_TYPE) if kind in _MATTERS}
            for matter in kinds:
                self._place(self._fact(Iri(iri), matter), by_iri, found)
        for iri in sorted(self._typed(gt.Decision)):
            task_decided = by_iri.get(self._one(iri, gt.ofTask))
            if task_decided and self._one(iri, gt.decisionState) == gt.DECISION_STATES["in-force"]:
                task_decided.decided.append((self._one(iri, gt.statedValue), self._one(iri, gt.newValue)))
        for task in by_iri.values():
            task.facts.sort(key=lambda one: (one.order, one.iri))
        return found

    def _place(self, fact: Fact, tasks: Mapping[str, Task], documents: Mapping[Iri, Document]) -> None:
        if (task := tasks.get(fact.one(gt.ofTask))) is not None:
            task.facts.append(fact)
        elif (document := documents.get(Iri(fact.one(gt.inDocument)))) is not None:
            document.facts.append(fact)

    def _typed(self, kind: str) -> list[str]:
        return [iri for iri in self._of if kind in self._all(iri, std.RDF_TYPE)]

    def _document(self, iri: Iri) -> Document:
        key = unquote(iri.removeprefix(self._names.document("")))
        place = self._one(iri, gt.jurisdiction)
        return Document(
            iri, key, self._one(iri, std.DCTERMS_TITLE), self._one(iri, std.ELI_ID_LOCAL),
            (self._labels.get(place) or [unquote(place.rpartition("/")[2])])[0] if place else None,
            _notation(gt.LEVELS, self._one(iri, gt.level)),
        )  # fmt: skip

    def _task(self, iri: Iri, document: Document) -> Task:
        *around, title = self._path(iri)
        deadline = self._one(iri, gt.deadline)
        now = self._all(iri, gt.correctedDeadline)
        evidence = tuple(map(Iri, sorted(self._all(iri, gt.evidence))))
        return Task(
            iri, (*around, title), self._integer(iri, gt.order), self._one(iri, gt.correctedTitle) or title,
            now[0] if now else deadline, deadline, self._quote(evidence), evidence, self._sections(iri),
            bool(self._all(iri, gt.overruledBy)),
        )  # fmt: skip

    def _path(self, iri: str) -> Words:
        """The titles of the tasks around a task and of the sections around those, as `identity` has them."""
        found: list[str] = []
        seen: set[str] = set()
        while iri and iri not in seen and gt.Document not in self._all(iri, std.RDF_TYPE):
            seen.add(iri)
            found.append(self._one(iri, std.DCTERMS_TITLE))
            iri = self._one(iri, gt.partOfTask) or self._one(iri, std.DCTERMS_IS_PART_OF)
        return tuple(reversed(found))

    def _sections(self, iri: str) -> Words:
        found: list[str] = []
        seen = {iri}
        around = self._one(iri, std.DCTERMS_IS_PART_OF)
        while around and around not in seen and gt.Section in self._all(around, std.RDF_TYPE):
            seen.add(around)
            found.append(self._one(around, std.DCTERMS_TITLE))
            around = self._one(around, std.DCTERMS_IS_PART_OF)
        return tuple(reversed(found))

    def _fact(self, iri: Iri, matter: Matter) -> Fact:
        evidence = tuple(map(Iri, sorted(self._all(iri, gt.evidence))))
        stated, words = self._stated(iri, matter)
        corrects = self._one(iri, gt.corrects)
        return Fact(
            iri, matter, stated, frozenset(letters(one) for one in words if letters(one)), self._quote(evidence),
            evidence, self._integer(iri, gt.order),
            tuple(sorted(((Iri(key), one) for key, of in self._of[iri].items() for one in of), key=str)),
            Iri(corrects) if corrects else None, bool(self._all(iri, gt.overruledBy)), iri in self._layer,
        )  # fmt: skip

    def _stated(self, iri: Iri, matter: Matter) -> tuple[Words, Sequence[str]]:
        """What a fact says, and the words by which somebody may call it."""
        one = self._one
        if matter in ("owner", "suggestion"):
            agency = one(iri, gt.agency)
            called = self._labels.get(agency) or [unquote(agency.rpartition("/")[2])]
            return (called[0], _notation(gt.ROLES, one(iri, gt.role))), (*called, one(iri, gt.asWritten))
        if matter == "target":
            name, unit, year = one(iri, gt.indicatorText), one(iri, gt.unitText), one(iri, gt.year)
            low, high = one(iri, gt.value), one(iri, gt.maxValue)
            amount = f"{low}—{high}{unit}" if high else f"{low}{unit}"
            dated = f"（{year}年）" if year else ""
            stated = (name, _notation(gt.COMPARATORS, one(iri, gt.comparator)), low, high, unit, year)
            return stated, (name, amount, f"{name}{amount}", f"{name}{amount}{dated}", f"{amount}{dated}")
        if matter == "place":
            called = self._labels.get(one(iri, gt.place)) or [one(iri, gt.asWritten)]
            return (called[0],), (*called, one(iri, gt.asWritten))
        if matter == "reference":
            return (one(iri, gt.citedTitle),), (one(iri, gt.citedTitle),)
        amount = one(iri, gt.value) + one(iri, gt.unitText)
        return (amount, one(iri, gt.beneficiary), one(iri, gt.condition)), (amount,)

    def _quote(self, evidence: Sequence[Iri]) -> str:
        return next((self._quotes[one] for one in evidence if one in self._quotes), "")

    def _all(self, iri: str, name: str) -> list[str]:
        return [value.value for value in self._of.get(iri, {}).get(name, ())]

    def _one(self, iri: str, name: str) -> str:
        return min(self._all(iri, name), default="")

    def _integer(self, iri: str, name: str) -> int:
        told = self._one(iri, name)
        return int(told) if told.isdecimal() else 0


def _notation(codes: Codes, concept: str) -> str:
    return next((notation for notation, iri in codes.items() if iri == concept), "")
