"""Tasks as alignment sees them: title, the sentence that opens the body, body, and the task that each elaborates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import add

from guitu.extract.facts import Facts, Task
from guitu.extract.text import fold
from guitu.graph.align.annexes import restated
from guitu.graph.copies.works import letters

_SENTENCE = re.compile(r"[^。；！？\n]{1,160}[。；！？]?")  # 面向港口建设智慧平台。
BIGRAM = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A task of one document: its texts in canonical signs, and the task that it elaborates.

    `document`: key of its document; `order`: its order there; `group`: order of the task that it elaborates, None for
    none; `context`: titles of that task and of the section around.
    """

    document: str
    order: int
    title: str
    head: str
    body: str
    context: str
    group: int | None


def units_of(facts: Facts, key: str) -> tuple[Unit, ...]:
    """Every task of a document, in the order of its text."""
    return tuple(_units(facts, key))


def _units(facts: Facts, key: str) -> Iterator[Unit]:
    for task, group in zip(facts.tasks, _groups(facts), strict=True):
        body = fold(task.body)
        first = _SENTENCE.match(body)
        yield Unit(
            document=key,
            order=task.order,
            title=fold(task.title),
            head=first[0] if first else "",
            body=body,
            context="。".join(_around(facts, task, group)),
            group=group,
        )


ANY, OWN, OTHER = 1, 2, 4
"""Owners of a task, its own, those of the same task in an annex, or those of a task around it: any; of the document's
place; of another place or none."""


def owners(facts: Facts) -> list[int]:
    """Which owners the document names of each task, as a sum of the three."""
    own, found, place = defaultdict[int, int](int), list[int](), facts.document.jurisdiction
    for fact in facts.responsibilities:
        own[fact.task] |= ANY
        if fact.agency.settled and not fact.agency.group:
            own[fact.task] |= OWN if fact.agency.jurisdiction == place else OTHER
    for pair in restated(facts):
        own[pair.task] = own[pair.annexed]
    for task in facts.tasks:
        found.append(own[task.order] or (found[task.parent] if task.parent is not None else 0))
    return found


def _around(facts: Facts, task: Task, group: int | None) -> Iterator[str]:
    if group is not None:
        yield fold(facts.tasks[group].title)
    if task.section is not None:
        yield fold(facts.sections[task.section].title)


def _groups(facts: Facts) -> Iterator[int | None]:
    """For each task the one that it elaborates: its parent, or of an item of a box the task that the box is about.

    专栏2 智慧港口工程 stands somewhere under 交通强市; its items belong to （二）建设智慧港口 beside it.
    """
    beside: dict[int | None, list[Task]] = defaultdict(list)
    for task in facts.tasks:
        if task.form != "boxitem":
            beside[task.parent].append(task)
    titles = {task.order: _bigrams(task.title) for task in facts.tasks}
    for task in facts.tasks:
        box = _bigrams(facts.sections[task.section].title) if task.section is not None else frozenset()
        if task.form != "boxitem" or not box:
            yield task.parent
            continue
        best = max(
            (one for one in beside[task.parent] if one.order < task.order),
            key=lambda one: (len(box & titles[one.order]), one.order),
            default=None,
        )
        yield best.order if best and len(box & titles[best.order]) >= BIGRAM else task.parent


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(bigrams(letters(text)))


def bigrams(run: str) -> Iterable[str]:
    """Every two letters in a row; a single letter is itself."""
    return list(map(add, run, run[1:])) or [run]
