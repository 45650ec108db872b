"""Tasks as alignment sees them: title, the sentence that opens the body, body, and the task that each elaborates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Facts, Task
from guitu.extract.text import fold
from guitu.graph.copies.works import Work, letters
from guitu.graph.quads.identity import Identities
from guitu.graph.quads.names import Names
from guitu.ontology.terms import Iri

_SENTENCE = re.compile(r"[^。；！？\n]{1,160}[。；！？]?")  # 面向港口建设智慧平台。
BIGRAM = 2


@dataclass(frozen=True, slots=True)
class Unit:
    """A task of one document: its texts in canonical signs, and its neighbours as places in the list of all units.

    `document`: place of its document among the works; `group`: the task that it elaborates, None for none;
    `context`: titles of that task and of the section around.
    """

    document: int
    order: int
    iri: Iri
    title: str
    head: str
    body: str
    context: str
    topics: tuple[str, ...]
    group: int | None


def units(works: Sequence[Work], names: Names) -> tuple[Unit, ...]:
    """Every task of all documents, in the order of documents and of their texts."""
    found: list[Unit] = []
    for number, work in enumerate(works):
        facts = work.primary.facts
        ids = Identities.of(facts, work.key, names)
        found += _of_document(facts, ids.tasks, number, len(found))
    return tuple(found)


def _of_document(facts: Facts, iris: Sequence[Iri], number: int, start: int) -> Iterator[Unit]:
    groups = list(_groups(facts))
    for task, iri, group in zip(facts.tasks, iris, groups, strict=True):
        body = fold(task.body)
        first = _SENTENCE.match(body)
        yield Unit(
            document=number,
            order=task.order,
            iri=iri,
            title=fold(task.title),
            head=first[0] if first else "",
            body=body,
            context="。".join(_around(facts, task, group)),
            topics=task.topics,
            group=None if group is None else start + group,
        )


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
    return [run[i : i + BIGRAM] for i in range(max(len(run) - 1, 1))]
