"""Suggested owners: who owns a task of one document may own the task of another that has the same subject.

Only agencies of the place for which the task's document holds are carried over: a ministry that owns the national task
does not own that of a city. A task that has a stated owner, of its own or of a task around it, gets no suggestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Facts, Responsibility, Role
from guitu.graph.align.alignments import Alignment
from guitu.graph.align.units import Unit
from guitu.graph.copies.works import Work
from guitu.graph.quads.identity import Identities
from guitu.graph.quads.names import Names
from guitu.ontology.terms import Iri

PARTIAL = 0.6  # of an owner of the whole: how surely the owner of a part of it, or the other way round


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`agency`: official name; `alignment`, `duty`: what it rests on; `score`: of the alignment, less for a part."""

    task: Iri
    agency: str
    role: Role
    score: float
    reason: str
    alignment: Alignment
    duty: Iri


@dataclass(frozen=True, slots=True)
class _Duty:
    fact: Responsibility
    iri: Iri


class Suggestions:
    """Takes the alignments one by one, and keeps of each task, agency and role the best suggestion."""

    def __init__(self, works: Sequence[Work], names: Names) -> None:
        self._works = works
        ids = [Identities.of(work.primary.facts, work.key, names) for work in works]
        self._duties = [_duties(work.primary.facts, of) for work, of in zip(works, ids, strict=True)]
        self._best: dict[tuple[Iri, str, Role], Suggestion] = {}
        self._without = {
            iri: "apart"
            for iris, owned in zip(ids, self._duties, strict=True)
            for order, iri in enumerate(iris.tasks)
            if order not in owned
        }

    def add(self, alignment: Alignment) -> None:
        """Carries the owners of either task over to the other, where that has none."""
        for to, of in ((alignment.subject, alignment.other), (alignment.other, alignment.subject)):
            if to.iri in self._without:
                self._carry(to, of, alignment)

    def _carry(self, to: Unit, of: Unit, alignment: Alignment) -> None:
        place, held = (
            self._works[to.document].primary.document.jurisdiction,
            self._duties[of.document].get(of.order, ()),
        )
        if held or self._without[to.iri] == "apart":
            self._without[to.iri] = "elsewhere" if held else "unowned"
        for duty in held:
            if duty.fact.agency.settled and duty.fact.agency.jurisdiction == place:
                one = _suggestion(to, of, alignment, duty, self._works)
                best = self._best.get((one.task, one.agency, one.role), one)
                self._best[one.task, one.agency, one.role] = max(best, one, key=_strength)

    def best(self) -> tuple[Suggestion, ...]:
        """All suggestions, by task, the surest first."""
        return tuple(sorted(self._best.values(), key=lambda one: (one.task, -one.score, one.agency, one.role)))

    def without(self) -> Mapping[Iri, str]:
        """Of each task that has neither an owner nor a suggestion, why: a notation of `terms.NO_SUGGESTIONS`."""
        answered = {task for task, _, _ in self._best}
        return {task: why for task, why in self._without.items() if task not in answered}


def _strength(one: Suggestion) -> tuple[float, bool, Iri]:
    return one.score, one.alignment.same, one.duty


def _duties(facts: Facts, ids: Identities) -> dict[int, list[_Duty]]:
    """The stated duties of each task that has any, of its own or else of the nearest task around it."""
    own: dict[int, list[_Duty]] = defaultdict(list)
    for fact, iri in zip(facts.responsibilities, ids.responsibilities, strict=True):
        own[fact.task].append(_Duty(fact, iri))
    found: dict[int, list[_Duty]] = {}
    for task in facts.tasks:
        around = found.get(task.parent, []) if task.parent is not None else []
        if held := own.get(task.order) or around:
            found[task.order] = held
    return found


def _suggestion(to: Unit, of: Unit, alignment: Alignment, duty: _Duty, works: Sequence[Work]) -> Suggestion:
    title = works[of.document].primary.document.title
    how = "同一主题" if alignment.same else "部分对应"
    return Suggestion(
        task=to.iri,
        agency=duty.fact.agency.name,
        role=duty.fact.role,
        score=alignment.score * (1 if alignment.same else PARTIAL),
        reason=f"《{title}》的任务：{of.title}，与本任务{how}（{alignment.score:.2f}），写明由该机构承担",
        alignment=alignment,
        duty=duty.iri,
    )
