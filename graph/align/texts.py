"""The documents of matches, loaded when one is asked for: their tasks with IRIs, stated ranges and duties."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from cachetools import LRUCache, cached

from guitu.extract.facts import Facts, Reading, Responsibility
from guitu.extract.text import Span
from guitu.graph.align.annexes import Restated, restated, restated_in
from guitu.graph.align.subjects import concepts
from guitu.graph.align.units import Unit, units_of
from guitu.graph.align.words import words
from guitu.graph.copies.works import Work, letters
from guitu.graph.quads.identity import Told
from guitu.graph.quads.names import Names
from guitu.graph.quads.triples import quoted
from guitu.ontology.instruments import instrument_names
from guitu.ontology.terms import Iri

AT_HAND = 1_500_000  # letters of the documents that are kept in memory, each with what goes with it
LEAST = 500  # letters that a document counts as: its names and IRIs weigh as much
MANY = 4  # tasks with owners that show whose trade a document is of
HIGH = "高质量"  # 质量 is no topic of 高质量发展

Load = Callable[[str], Work]
"""From the key of a document to the document."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A stated responsibility and its IRI."""

    fact: Responsibility
    iri: Iri


Ranges = tuple[tuple[Span, frozenset[str]], ...]
"""Ranges of a text, each with its words."""


@dataclass(frozen=True)
class Document:
    """One document as alignments and suggestions need it; nothing in it points back at it, so that it is gone once it
    is no longer at hand.
    """

    work: Work
    names: Names
    clauses: dict[int, tuple[tuple[Duty, str], ...]] = field(default_factory=dict, compare=False, repr=False)
    """As far as they were asked for, of each task what `fitting.clauses` says."""
    _ranges: dict[int, Ranges] = field(default_factory=dict, compare=False, repr=False)
    _words: dict[int, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Its tasks."""
        return units_of(self.facts, self.work.key)

    @cached_property
    def ids(self) -> Told:
        """The IRIs of its tasks and duties."""
        return Told.of(self.facts, self.work.key, self.names)

    @cached_property
    def duties(self) -> Mapping[int, list[Duty]]:
        """The stated duties of each task: its own, else of the same task in an annex, or of the nearest around it."""
        own: dict[int, list[Duty]] = defaultdict(list)
        for fact, iri in zip(self.facts.responsibilities, self.ids.responsibilities, strict=True):
            own[fact.task].append(Duty(fact, iri))
        own.update({pair.task: own[pair.annexed] for pair in self.restated})
        found: dict[int, list[Duty]] = {}
        for task in self.facts.tasks:
            around = found.get(task.parent, []) if task.parent is not None else []
            if held := own.get(task.order) or around:
                found[task.order] = held
        return found

    @cached_property
    def restated(self) -> tuple[Restated, ...]:
        """Its tasks whose owners stand with the same task in an annex."""
        return restated(self.facts)

    def ranges(self, order: int) -> Ranges:
        """Of a task its own range, and those inside it whose quotes the document's graph alone holds; with words."""
        if order not in self._ranges:
            self._ranges[order] = self._ranges_of(order)
        return self._ranges[order]

    def _ranges_of(self, order: int) -> Ranges:
        task, text = self.facts.tasks[order], self.reading.text
        first = bisect_left(self._alone, task.extent.start, key=lambda span: span.start)
        last = bisect_left(self._alone, task.extent.end + 1, key=lambda span: span.start)
        inside = (one for one in self._alone[first:last] if one in task.extent and one != task.span)
        return tuple((span, frozenset(words(text.read(span)))) for span in (task.span, *inside))

    @cached_property
    def _alone(self) -> list[Span]:
        return sorted(quoted(self.facts) - {gap.span for gap in self.facts.gaps})

    def words(self, order: int) -> tuple[frozenset[str], frozenset[str]]:
        """The words of a task's title and of its body."""
        if order not in self._words:
            unit = self.units[order]
            self._words[order] = frozenset(words(unit.title)), frozenset(words(unit.body))
        return self._words[order]

    @cached_property
    def named(self) -> Mapping[str, str]:
        """The agencies that it names, settled and no groups, with the place of each."""
        agencies = (*self.facts.document.issuers, *(fact.agency for fact in self.facts.responsibilities))
        return {one.name: one.jurisdiction or "" for one in agencies if one.settled and not one.group}

    @cached_property
    def leads(self) -> frozenset[str]:
        """The agencies that more than half of its tasks with owners are of: it is a document of their trade."""
        held: dict[str, set[int]] = defaultdict(set)
        for fact in self.facts.responsibilities:
            held[fact.agency.name].add(fact.task)
        owned = len({task for tasks in held.values() for task in tasks})
        return frozenset(agency for agency, tasks in held.items() if owned >= MANY and len(tasks) * 2 > owned)

    @cached_property
    def trades(self) -> frozenset[str]:
        """The topics that it is about by its title; no instruments, which are of every trade."""
        title = self.facts.document.title.replace(HIGH, "")
        return frozenset(concepts(title)) - {*instrument_names().values()}

    def is_annex_of(self, other: Document) -> bool:
        """Whether a file holds both, and this one as the other's annex."""
        whole, title = self.work.primary.document.part_of, other.work.primary.document.title  # known without a reading
        if not whole or letters(whole) != letters(title):
            return False
        return not {copy.source for copy in self.work.copies}.isdisjoint(copy.source for copy in other.work.copies)

    @cached_property
    def reading(self) -> Reading:
        """All that was read of its file; held as long as the document is at hand, a fifth of what is made of it."""
        return self.work.primary.reading

    @cached_property
    def facts(self) -> Facts:
        """What it states."""
        return self.reading.documents[self.work.primary.number]


class Texts:
    """Documents by key; those asked for last stay at hand."""

    def __init__(self, load: Load, names: Names) -> None:
        self.names = names
        at_hand = LRUCache[str, Document](AT_HAND, getsizeof=_letters)
        self.document = cached(at_hand)(lambda key: Document(load(key), names))

    def annexed(self, key: str, others: Iterable[str]) -> list[tuple[Restated, Document]]:
        """The tasks of a document whose owners its annex states, which is one of the others; none that two list."""
        document, found = self[key], defaultdict[int, list[tuple[Restated, Document]]](list)
        known = {pair.task for pair in document.restated}
        for annex in (self[other] for other in sorted(others) if self[other].is_annex_of(document)):
            for pair in restated_in(document.facts, annex.facts):
                found[pair.task].append((pair, annex))
        return [of[0] for task, of in sorted(found.items()) if task not in known and len(of) == 1]

    def __getitem__(self, key: str) -> Document:
        return self.document(key)


def _letters(document: Document) -> int:
    return LEAST + document.work.primary.record.size
