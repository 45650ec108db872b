"""Suggested owners: who owns a task of one document may own the task of another that has the same subject.

Only agencies of the place for which the task's document holds are carried over: a ministry that owns the national task
does not own that of a city. A task that has a stated owner, of its own or of a task around it, gets no suggestion.
What an agency is for (`registry/mandates.ttl`) must fit what both tasks say; groups, bodies that coordinate and whole
governments are never carried over, nor is anybody who coordinates one plan to the coordination of another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Role
from guitu.graph.align.alignments import Alignment, alignment
from guitu.graph.align.compare import Match
from guitu.graph.align.subjects import concepts
from guitu.graph.align.texts import Document, Duty, Texts
from guitu.graph.align.units import Unit, owners
from guitu.ontology.knowledge import national_agencies
from guitu.ontology.mandates import coordinates, mandate
from guitu.ontology.terms import Iri

PARTIAL = 0.6  # of an owner of the whole: how surely the owner of a part of it, or the other way round
MOST = 3  # agencies suggested for one task
LEAST_SAME, LEAST_PARTIAL = 0.4, 0.5  # scores of alignments over which owners are carried
STOPS = "。；\n"
LIST = 12  # letters; what stands around the names of a mere list of agencies is shorter
SHOWN = 3  # words of a mandate that a reason names
ORGANISATION = "组织领导"  # the instrument of coordination


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
    unit = document.units[order]
    if ORGANISATION in concepts(unit.title) or not (place or document.facts.document.level == "national"):
        return
    for match in matches:
        subject = match.subject == key
        least = LEAST_SAME if match.same else LEAST_PARTIAL
        if not (match.carries and match.owned & (8 if subject else 4) and match.score >= least):
            continue
        other = texts[match.object if subject else match.subject]
        of = match.other if subject else match.task
        one = alignment(match, texts)
        for duty, clause in _clauses(other, of):
            agency = duty.fact.agency
            of_place = agency.jurisdiction == place and (place or agency.name in national_agencies())
            if of_place and agency.settled and not agency.group and not coordinates(agency.name):
                fitting = _fitting(agency.name, unit, other.units[of], clause)
                if fitting:
                    yield _suggestion(document.ids.tasks[order], other, of, one, duty, fitting)


def _clauses(document: Document, order: int) -> Iterator[tuple[Duty, str]]:
    """The duties of a task, each with the words that it is stated for: all of the task, or where it names agencies in
    several places the clause around, or what stands before a mere list: …建设。（责任单位：市商务局）"""
    held = sorted(document.duties.get(order, ()), key=lambda duty: duty.fact.span.start)
    if not held:
        return
    extent, text = document.facts.tasks[held[0].fact.task].extent, document.work.primary.reading.text.folded
    groups: dict[tuple[int, int], list[Duty]] = defaultdict(list)
    for duty in held:
        starts = [text.rfind(sign, extent.start, duty.fact.span.start) + 1 for sign in STOPS]
        ends = [end for sign in STOPS if (end := text.find(sign, duty.fact.span.end, extent.end)) >= 0]
        groups[max(extent.start, *starts), min(ends, default=extent.end)].append(duty)
    unit, done = document.units[order], extent.start
    for (start, end), duties in groups.items():
        names = sum(len(duty.fact.span) for duty in duties)
        clause = text[start:end] if end - start - names > LIST + len(duties) else text[done:start]
        whole = len(groups) == 1 or len(clause) < LIST
        yield from ((duty, f"{unit.title}。{unit.body}" if whole else clause) for duty in duties)
        done = end


def _fitting(agency: str, unit: Unit, other: Unit, clause: str) -> list[str]:
    """The words of an agency's mandate that both a task and what the agency is named for have; one that neither title
    has does not tell enough by itself."""
    text = f"{unit.title}。{unit.body}"
    found = sorted(word for word in mandate(agency) if word in clause and word in text)
    told = [word for word in found if word in unit.title or word in other.title]
    return [*told, *(word for word in found if word not in told)] if told or len(found) > 1 else []


def _suggestion(  # noqa: PLR0913, PLR0917 - what a suggestion tells
    task: Iri, other: Document, of: int, one: Alignment, duty: Duty, fitting: Sequence[str]
) -> Suggestion:
    how = "同一主题" if one.match.same else "部分对应"
    return Suggestion(
        task=task,
        agency=duty.fact.agency.name,
        role=duty.fact.role,
        score=one.match.score * (1 if one.match.same else PARTIAL),
        reason=f"《{other.facts.document.title}》的任务：{other.units[of].title}，与本任务{how}（{one.match.score:.2f}），"
        f"写明由该机构承担，属其职责：{'、'.join(fitting[:SHOWN])}",
        alignment=one.iri,
        duty=duty.iri,
    )
