"""Suggested owners: who owns a task of one document may own the task of another that has the same subject.

Only agencies of the place for which the task's document holds are suggested: a ministry that owns the national task
does not own that of a city, but the bureau of its line may, where the city's document names it. A task that has a
stated owner, of its own or of a task around it, gets no suggestion. What an agency is for (`fitting.py`) must fit what
both tasks say; groups, bodies that coordinate and whole governments are never carried over, nor is anybody who
coordinates one plan to the coordination of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guitu.extract.facts import Agency, Role
from guitu.graph.align.alignments import Alignment, alignment
from guitu.graph.align.compare import Match
from guitu.graph.align.fitting import Fit, clauses, fitting
from guitu.graph.align.scope import date_of
from guitu.graph.align.subjects import concepts
from guitu.graph.align.texts import Document, Duty, Texts
from guitu.graph.align.units import owners
from guitu.graph.links.successions import replaced
from guitu.ontology.districts import region
from guitu.ontology.knowledge import national_agencies
from guitu.ontology.mandates import coordinates, heads
from guitu.ontology.terms import Iri

CLEARLY, LIKELY = 0.9, 0.7  # of suggestions that fit so those judged useful: nothing finer ranks them
MOST = 3  # agencies suggested for one task
LEAST_SAME, LEAST_PARTIAL = 0.3, 0.41  # scores of alignments over which owners are carried
SHOWN = 3  # words of a mandate that a reason names
LEVELS = ("township", "county", "municipal", "provincial")  # of places, the smallest first
ORGANISATION = "组织领导"  # the instrument of coordination


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`agency`: official name; `alignment`, `duty`: what it rests on; `score`: the share judged useful of its kind."""

    task: Iri
    agency: str
    role: Role
    score: float
    reason: str
    alignment: Alignment
    duty: Iri


@dataclass(slots=True)
class Suggested:
    """Of one document: the suggestions, by task, the surest first; and of each task that has neither an owner nor a
    suggestion why, a notation of `terms.NO_SUGGESTIONS`."""

    suggestions: list[Suggestion]
    without: Mapping[Iri, str]


def suggested(key: str, matches: Iterable[Match], texts: Texts) -> Suggested:
    """What the matches of a document, as subject and as object, suggest for its tasks without owners."""
    document, matches = texts[key], list(matches)
    around = defaultdict[int, list[Match]](list)
    for match in matches:
        around[match.task if match.subject == key else match.other].append(match)
    found, without = list[Suggestion](), dict[Iri, str]()
    annexed = {pair.task for pair, _ in texts.annexed(key, around_of(key, matches))}
    for order, held in enumerate(owners(document.facts)):
        if held or order in annexed:
            continue
        best = _best(document, order, around[order], texts)
        found += best
        if not best:
            without[document.ids.tasks[order]] = _why(key, around[order])
    return Suggested(sorted(found, key=lambda one: (one.task, -one.score, one.agency, one.role)), without)


def around_of(key: str, matches: Iterable[Match]) -> set[str]:
    """The other documents of matches."""
    return {end for match in matches for end in (match.subject, match.object)} - {key, ""}


def _why(key: str, matches: Iterable[Match]) -> str:
    told = [
        (match.owned & 2, match.owned & 8) if match.subject == key else (match.owned & 1, match.owned & 4)
        for match in matches
    ]
    if not told:
        return "apart"
    if any(carried for _, carried in told):
        return "unfit"
    return "elsewhere" if any(held for held, _ in told) else "unowned"


def _best(document: Document, order: int, matches: Iterable[Match], texts: Texts) -> list[Suggestion]:
    """Of each agency the best supported, in one role, of two alike the lesser; of these agencies the best supported."""
    best: dict[str, tuple[_Support, Suggestion]] = {}
    for support, one in _carried(document, order, matches, texts):
        held = best.get(one.agency, (support, one))
        best[one.agency] = max(
            held, (support, one), key=lambda found: (found[0], _MODEST.index(found[1].role), found[1].duty)
        )
    ranked = sorted(best.values(), key=lambda found: found[1].agency)
    return [one for _, one in sorted(ranked, key=lambda found: found[0], reverse=True)[:MOST]]


_MODEST: tuple[Role, ...] = ("lead", "responsible", "support")
_Support = tuple[float, bool, float]  # of a suggestion its score, whether the tasks are the same, the alignment's score


def _carried(
    document: Document, order: int, matches: Iterable[Match], texts: Texts
) -> Iterator[tuple[_Support, Suggestion]]:
    key, place = document.work.key, document.facts.document.jurisdiction
    unit = document.units[order]
    if ORGANISATION in concepts(unit.title) or not (place or document.facts.document.level == "national"):
        return
    for match in matches:
        subject = match.subject == key
        least = LEAST_SAME if match.same else LEAST_PARTIAL
        held = match.owned & (2 if subject else 1)
        if not (held and (subject or match.carries) and match.score >= least):
            continue
        other = texts[match.object if subject else match.subject]
        of = match.other if subject else match.task
        for duty, clause in clauses(other, of):
            here = _here(duty.fact.agency, document)
            if here is None:
                continue
            found = fitting(here.agency, (document, unit), (other, other.units[of]), clause, match.same)
            if found:
                one = _suggestion(document.ids.tasks[order], other, alignment(match, texts), duty, here, found)
                yield (one.score, match.same, match.score), one


@dataclass(frozen=True, slots=True)
class _Here:
    """An agency of the task's place, and in words how it comes from the one that is stated."""

    agency: str
    how: str = ""


def _here(stated: Agency, document: Document) -> _Here | None:
    """Who of the task's place answers to an agency that another document names.

    The same, where it is of the place and still stood; else the one that took over, or the one of its line
    (市水利局 for 水利部), where the task's own document names it: no name is made.
    """
    place = document.facts.document.jurisdiction or ""
    if not stated.settled or stated.group or coordinates(stated.name):
        return None
    home = stated.jurisdiction or ""
    if home == place and (place or stated.name in national_agencies()):
        after = replaced(stated.name, (home,), _year(document))
        if not after:
            return _Here(stated.name)
        named = [name for name in after if name in document.named]
        return _Here(named[0], f"（{stated.name}的职责已由其承接）") if len(named) == 1 else None
    if home == place or not place:
        return None
    above = f"（与{stated.name}同一条线，本文件提到）"
    line = [name for name, of in document.named.items() if of == place and heads(name) & heads(stated.name)]
    return _Here(line[0], above) if len(line) == 1 and _around(home, place) else None


def _around(home: str, place: str) -> bool:
    """Whether a place lies around another; of one that the registry does not know, whether it is of a lower level."""
    if not home:
        return True
    here, there = region(place), region(home)
    if here is None or there is None:
        return False
    if here.known:
        return there.full in {one.full for one in here.around()}
    return LEVELS.index(here.level) < LEVELS.index(there.level)


def _year(document: Document) -> int | None:
    dated = date_of(document.facts.document)
    return int(dated[:4]) if dated[:4].isdigit() else None


def _suggestion(  # noqa: PLR0913, PLR0917 - what a suggestion tells
    task: Iri, other: Document, one: Alignment, duty: Duty, told: _Here, found: Fit
) -> Suggestion:
    how = "同一主题" if one.match.same else "部分对应"
    stated = f"写明由{duty.fact.agency.name}承担{told.how}" if told.how else "写明由该机构承担"
    fits = "属其职责" if found.clearly else "正文提到其职责"
    theirs = one.subject if one.subject.document == other.work.key else one.other
    return Suggestion(
        task=task,
        agency=told.agency,
        role=duty.fact.role,
        score=CLEARLY if found.clearly else LIKELY,
        reason=f"《{other.facts.document.title}》的任务：{theirs.title}，与本任务{how}（{one.match.score:.2f}），"
        f"{stated}，{fits}：{'、'.join(found.words[:SHOWN])}",
        alignment=one,
        duty=duty.iri,
    )
