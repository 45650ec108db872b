"""Suggested owners: who owns a task of one document may own the task of another that has the same subject.

Only agencies of the place for which the task's document holds are carried over: a ministry that owns the national task
does not own that of a city. A task that has a stated owner, of its own or of a task around it, gets no suggestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Facts, Responsibility, Role
from guitu.graph.align.alignments import Alignment
from guitu.graph.align.units import Unit
from guitu.graph.copies import Work
from guitu.graph.identity import Identities
from guitu.graph.names import Names
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


def suggest(works: Sequence[Work], alignments: Iterable[Alignment], names: Names) -> tuple[Suggestion, ...]:
    """The best suggestion for each task, agency and role, sorted by task, the surest first."""
    duties = [_duties(work.primary.facts, Identities.of(work.primary.facts, work.key, names)) for work in works]
    best: dict[tuple[Iri, str, Role], Suggestion] = {}
    for one in _carried(works, alignments, duties):
        key = one.task, one.agency, one.role
        best[key] = max(best.get(key, one), one, key=lambda found: (found.score, found.alignment.same, found.duty))
    return tuple(sorted(best.values(), key=lambda one: (one.task, -one.score, one.agency, one.role)))


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


def _carried(
    works: Sequence[Work], alignments: Iterable[Alignment], duties: Sequence[dict[int, list[_Duty]]]
) -> Iterator[Suggestion]:
    for alignment in alignments:
        for to, of in ((alignment.subject, alignment.other), (alignment.other, alignment.subject)):
            if to.order in duties[to.document]:
                continue
            place = works[to.document].primary.document.jurisdiction
            for duty in duties[of.document].get(of.order, ()):
                if duty.fact.agency.jurisdiction == place:
                    yield _suggestion(to, of, alignment, duty, works)


def _suggestion(to: Unit, of: Unit, alignment: Alignment, duty: _Duty, works: Sequence[Work]) -> Suggestion:
    title = works[of.document].primary.document.title
    how = "同一主题" if alignment.same else "部分对应"
    return Suggestion(
        task=to.iri,
        agency=duty.fact.agency.name,
        role=duty.fact.role,
        score=alignment.score * (1 if alignment.same else PARTIAL),
        reason=f"《{title}》的任务“{of.title}”与本任务{how}（{alignment.score:.2f}），写明由该机构承担",
        alignment=alignment,
        duty=duty.iri,
    )
