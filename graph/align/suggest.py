"""Suggested owners: who owns a task of one document may own the task of another that has the same subject.

Only agencies of the place for which the task's document holds are carried over: a ministry that owns the national task
does not own that of a city. A task that has a stated owner, of its own or of a task around it, gets no suggestion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guitu.extract.facts import Role
from guitu.graph.align.alignments import Alignment, alignment
from guitu.graph.align.compare import Match
from guitu.graph.align.texts import Document, Duty, Texts
from guitu.graph.align.units import owners
from guitu.ontology.terms import Iri

PARTIAL = 0.6  # of an owner of the whole: how surely the owner of a part of it, or the other way round
MOST = 3  # agencies suggested for one task


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`agency`: official name; `alignment`, `duty`: what it rests on; `score`: of the alignment, less for a part."""

    task: Iri
    agency: str
    role: Role
    score: float
    reason: str
    alignment: Iri
    duty: Iri


@dataclass(slots=True)
class Suggested:
    """Of one document: the suggestions, by task, the surest first; and of each task that has neither an owner nor a
    suggestion why, a notation of `terms.NO_SUGGESTIONS`."""

    suggestions: list[Suggestion]
    without: Mapping[Iri, str]


def suggested(key: str, matches: Iterable[Match], texts: Texts) -> Suggested:
    """What the matches of a document, as subject and as object, suggest for its tasks without owners."""
    document = texts[key]
    around = defaultdict[int, list[Match]](list)
    for match in matches:
        around[match.task if match.subject == key else match.other].append(match)
    found, without = list[Suggestion](), dict[Iri, str]()
    for order, held in enumerate(owners(document.facts)):
        if held:
            continue
        best = _best(document, order, around[order], texts)
        found += best
        if not best:
            without[document.ids.tasks[order]] = _why(key, around[order])
    return Suggested(sorted(found, key=lambda one: (one.task, -one.score, one.agency, one.role)), without)


def _why(key: str, matches: Iterable[Match]) -> str:
    told = [match.owned & (2 if match.subject == key else 1) for match in matches]
    return "apart" if not told else "elsewhere" if any(told) else "unowned"


def _best(document: Document, order: int, matches: Iterable[Match], texts: Texts) -> list[Suggestion]:
    """Of each agency and role the surest, of these the surest."""
    best: dict[tuple[str, Role], Suggestion] = {}
    for one in _carried(document, order, matches, texts):
        held = best.get((one.agency, one.role), one)
        best[one.agency, one.role] = max(held, one, key=lambda suggestion: (suggestion.score, suggestion.duty))
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.agency, one.role))
    agencies = list(dict.fromkeys(one.agency for one in ranked))[:MOST]
    return [one for one in ranked if one.agency in agencies]


def _carried(document: Document, order: int, matches: Iterable[Match], texts: Texts) -> Iterator[Suggestion]:
    key, place = document.work.key, document.facts.document.jurisdiction
    for match in matches:
        subject = match.subject == key
        if not match.owned & (8 if subject else 4):
            continue
        other = texts[match.object if subject else match.subject]
        of = match.other if subject else match.task
        one = alignment(match, texts)
        for duty in other.duties.get(of, ()):
            agency = duty.fact.agency
            if agency.settled and agency.jurisdiction == place and not agency.group:
                yield _suggestion(document.ids.tasks[order], other, of, one, duty)


def _suggestion(task: Iri, other: Document, of: int, one: Alignment, duty: Duty) -> Suggestion:
    how = "同一主题" if one.match.same else "部分对应"
    return Suggestion(
        task=task,
        agency=duty.fact.agency.name,
        role=duty.fact.role,
        score=one.match.score * (1 if one.match.same else PARTIAL),
        reason=f"《{other.facts.document.title}》的任务：{other.units[of].title}，与本任务{how}（{one.match.score:.2f}），"
        "写明由该机构承担",
        alignment=one.iri,
        duty=duty.iri,
    )
