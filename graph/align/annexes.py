"""Tasks of a document that its annex or its table of division lists again, with their owners: 附件2 任务分工表.

A function of the document alone. A part that lists tasks again is told from a plan of its own, in which some headings
happen to be the same (加强组织领导), by how many of its tasks it shares. What fits two tasks fits none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from guitu.extract.facts import Facts, Task
from guitu.graph.copies.works import letters

FEWEST = 2  # tasks with one title that make a part a list of tasks told before
SHORTEST = 4  # letters of a clause that names a task by itself
_ANNEX = "附"  # 附件2, 附表, 附录
_CLAUSE = re.compile(r"[，。；：（(]")
_BODY = ("body", 0)
Part = tuple[str, int]
"""Where a task stands: in the body, in an annex, or in the tables below one heading of the body."""


class Restated(NamedTuple):
    """A task without an owner of its own, and the same one in the annex, with owners; both by order.

    `alike`: whether the titles are the same; else the one has words more, in the same place between two that are.
    """

    task: int
    annexed: int
    alike: bool

    @property
    def score(self) -> Decimal:
        """How surely they are one task (docs/alignment.md)."""
        return Decimal("0.96") if self.alike else Decimal("0.90")


def restated_in(facts: Facts, annex: Facts) -> list[Restated]:
    """The tasks of a document whose owners its annex states, which was read as a document of its own."""
    own, theirs = ({fact.task for fact in of.responsibilities} for of in (facts, annex))
    pairs = _pairs(facts.tasks, annex.tasks)
    return sorted(pair for pair in pairs if pair.annexed in theirs and pair.task not in own)


def restated(facts: Facts) -> tuple[Restated, ...]:
    """The tasks whose owners the document states elsewhere alone, in the order of its text."""
    owners = defaultdict[int, set[tuple[str, str]]](set)
    for fact in facts.responsibilities:
        owners[fact.task].add((fact.agency.name, fact.role))
    parts = defaultdict[Part, list[Task]](list)
    for task, part in zip(facts.tasks, _parts(facts), strict=True):
        parts[part].append(task)
    listing = [part for part in parts if part != _BODY and any(task.order in owners for task in parts[part])]
    found = defaultdict[int, list[Restated]](list)
    for part in listing:
        for other in parts:
            for pair in _pairs(parts[other], parts[part]) if other != part else ():
                if pair.annexed in owners and pair.task not in owners:
                    found[pair.task].append(pair)
    agreed = (max(of, key=lambda one: (one.alike, -one.annexed)) for of in found.values() if _agree(of, owners))
    return tuple(sorted(agreed))


def _agree(pairs: Sequence[Restated], owners: Mapping[int, Collection[tuple[str, str]]]) -> bool:
    """Whether the annexes that list a task say the same of it."""
    return all(owners[one.annexed] == owners[pairs[0].annexed] for one in pairs)


def _parts(facts: Facts) -> Iterator[Part]:
    """Where each task stands."""
    tabled = _tabled(facts)
    for task in facts.tasks:
        around, annex = task.section, None
        while around is not None:
            section = facts.sections[around]
            annex = around if (section.number or "").startswith(_ANNEX) else annex
            around = section.parent
        if annex is not None:
            yield "annex", annex
        else:
            yield ("table", -1 if task.section is None else task.section) if task.order in tabled else _BODY


def _tabled(facts: Facts) -> frozenset[int]:
    """The tasks that were read from tables of division: as many as the table has, from its header on."""
    starts, found = [task.extent.start for task in facts.tasks], set[int]()
    rows = Counter[int]()
    for table in facts.divisions:
        rows[table.span.start] += table.rows  # parts of one table have its header in common
    for start, count in rows.items():
        first = bisect_right(starts, start)
        found.update(task.order for task in facts.tasks[first : first + count])
    return frozenset(found)


def _pairs(tasks: Sequence[Task], annexed: Sequence[Task]) -> list[Restated]:
    """The tasks that both parts have; none where too few have the same title."""
    same = _by_title(tasks, annexed, lambda title: title)
    left, right = (
        [one for one in of if one.order not in met] for of, met in zip((tasks, annexed), _ends(same), strict=True)
    )
    same += _by_title(left, right, _opening)
    if len(same) < max(FEWEST, min(len(tasks), len(annexed)) / 2):
        return []
    pairs = [Restated(task, other, alike=True) for task, other in same]
    return pairs + [Restated(task, other, alike=False) for task, other in _between(tasks, annexed, sorted(same))]


def _ends(pairs: Sequence[tuple[int, int]]) -> tuple[set[int], set[int]]:
    return {task for task, _ in pairs}, {other for _, other in pairs}


def _opening(title: str) -> str:
    """The first clause of a title that goes on; of 完善网络，新建三处 what a table calls 完善网络."""
    clause = _CLAUSE.split(title, maxsplit=1)[0]
    return clause if len(clause) >= SHORTEST else title


def _by_title(tasks: Sequence[Task], others: Sequence[Task], part: Callable[[str], str]) -> list[tuple[int, int]]:
    """The pairs whose titles, or parts of them, are the same letters that no other task of either side has."""
    here, there = (_single((letters(part(one.title)), one.order) for one in of) for of in (tasks, others))
    return [(order, there[title]) for title, order in here.items() if title in there]


def _single(named: Iterator[tuple[str, int]]) -> dict[str, int]:
    held = defaultdict[str, list[int]](list)
    for title, order in named:
        held[title].append(order)
    return {title: orders[0] for title, orders in held.items() if title and len(orders) == 1}


def _between(
    tasks: Sequence[Task], others: Sequence[Task], same: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Tasks of which one has the words of the other and some more: 引导企业参与, 引导餐饮企业参与.

    Both stand between the same two neighbours that have one title: an annex keeps the order of the body.
    """
    ends = [(-1, -1), *same, (tasks[-1].order + 1, others[-1].order + 1)]
    for (start, there), (end, until) in pairwise(ends):
        mine = [one for one in tasks if start < one.order < end]
        theirs = [one for one in others if there < one.order < until]
        close = [(one.order, other.order) for one in mine for other in theirs if _within(one.title, other.title)]
        counts = Counter(order for pair in close for order in pair)
        yield from (pair for pair in close if counts[pair[0]] == counts[pair[1]] == 1)


def _within(one: str, other: str) -> bool:
    """Whether the longer title has all letters of the shorter, in their order, and most of its pairs of letters."""
    short, long = sorted((letters(one), letters(other)), key=len)
    signs = iter(long)
    bigrams = {short[i : i + 2] for i in range(len(short) - 1)}
    shared = sum(pair in long for pair in bigrams)
    return len(short) >= SHORTEST and all(sign in signs for sign in short) and shared * 3 >= len(bigrams) * 2
