"""The roles of an agency that several words of one task name: the strongest, or one for each part of the task."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from guitu.extract.facts import Responsibility, Role
from guitu.extract.text import Span

_WEIGHT: Mapping[Role, int] = {"lead": 0, "responsible": 1, "support": 2}


def settled_roles(facts: Iterable[Responsibility], clauses: Sequence[Span]) -> list[Responsibility]:
    """Each agency of a task once, in the strongest of the roles that its words give it.

    `clauses`: those that stand for themselves, in order: brackets, labelled lines. Where two of them give an agency a
    role each, and nothing else names it, each is of a part of the task, and it has both:
    清淤。（市水利局负责，市财政局配合）保障经费。（市财政局负责）.
    """
    starts = [clause.start for clause in clauses]
    found: dict[tuple[int, str], dict[int, Responsibility]] = defaultdict(dict)  # by clause, -1 for other words
    for fact in facts:
        at = bisect_right(starts, fact.span.start) - 1
        inside = at if at >= 0 and fact.span.end <= clauses[at].end else -1
        roles = found[fact.task, fact.agency.name]
        if inside not in roles or _WEIGHT[fact.role] < _WEIGHT[roles[inside].role]:
            roles[inside] = fact
    return [fact for roles in found.values() for fact in _of_one(roles)]


def _of_one(roles: Mapping[int, Responsibility]) -> Iterable[Responsibility]:
    strongest = sorted(roles.values(), key=lambda fact: _WEIGHT[fact.role])
    if -1 in roles:
        return strongest[:1]
    return {fact.role: fact for fact in reversed(strongest)}.values()
