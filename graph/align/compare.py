"""Which tasks of two documents have one subject: a function of these two documents alone, computed for many at once.

Of two documents in one line that of the greater rank is the subject. A task of it has at most `OF_DOCUMENT` matches in
the other, a task of the other at most `OF_OTHER`, pairs that are best for both sides first. Only one that stands out as
what the subject's document is about may have more: what a wide plan says of heritage in one task, a plan for heritage
takes up in most of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.evidence import COLUMNS, Pairs, evidence, logarithm
from guitu.graph.align.model import LEAST, is_same, scores
from guitu.graph.align.scope import Standing
from guitu.graph.align.units import OTHER, OWN
from guitu.graph.align.vectors import Cells, Floats, Places, Vectors

OF_DOCUMENT, OF_OTHER = 3, 4  # matches in one other document: of a task that is the subject, of one that is the object
STANDS_OUT = 4.0  # `fit_object` of a task of the other document that may have more
MOST, OF_PLACE = 8, 3  # matches that count of one task on one side: in all, and told with documents of one place
_CELLS = 200_000  # pairs of tasks that are compared at once
_OBJECTS = 1_000  # tasks of the objects among them
_PLACED = 0.25  # from here on the neighbours speak for a pair
_MOSTLY = logarithm(np.array([0.5]))[0]  # of what clauses say


SAID = {"score": "<f8", "same": "?", "best": "?", "owned": "u1", "placed": "u1"}
"""What a match says of two tasks."""
FOUND = np.dtype([*((name, "<u4") for name in ("subject", "task", "object", "other")), *SAID.items()])
Rows = NDArray[Any]
"""Matches as rows of an array."""


class Match(NamedTuple):
    """Two tasks by document and order: `task` of `subject` and `other` of `object`; may be kept as nine plain values.

    `best`: whether either task has no better one in the other's document;
    `owned`: the sum of 1 where the subject has an owner, 2 where the object has, 4 where those of the subject, 8 where
    those of the object may be carried to the other, which has none;
    `placed`: the sum of 1 where the tasks around both correspond, 2 where those under both do, 4 where most of what the
    clauses of either say the other says best.
    """

    subject: str
    task: int
    object: str
    other: int
    score: float
    same: bool
    best: bool = False
    owned: int = 0
    placed: int = 0

    @property
    def carries(self) -> bool:
        """Whether an owner may be carried over it at all: over the same, or what is best for both sides."""
        return self.same or self.best


class Tasks(Protocol):
    """Documents whose rows can be taken: `Vectors`, or what keeps them in files."""

    @property
    def keys(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def counts(self) -> Places: ...  # noqa: D102
    def only(self, documents: Sequence[int]) -> Vectors: ...  # noqa: D102


def compare(of: Tasks, others: Tasks, standings: Mapping[str, Standing]) -> list[Match]:
    """All matches of some documents with all others, in either direction, by subject and object.

    What it says of two documents is the same whichever of them stands in `of`. Documents of `of` are compared with each
    other only where they stand in `others` too.
    """
    found = {*_matches(of, others, standings), *_matches(others, of, standings)}
    return sorted(found)


def compare_all(documents: Tasks, standings: Mapping[str, Standing]) -> list[Match]:
    """All matches of all documents with each other: `compare` of each, without saying anything twice."""
    return sorted(_matches(documents, documents, standings))


def capped(matches: Iterable[Match], standings: Mapping[str, Standing]) -> list[Match]:
    """Of the matches in which a document is the subject those that are told: of each task the best `MOST`, of these
    with documents of one place `OF_PLACE`."""
    told, of_task, of_place = list[Match](), Counter[int](), Counter[tuple[int, str]]()
    for match in sorted(matches, key=lambda one: (-one.score, not one.same, one)):
        place = standings[match.object].place
        if of_task[match.task] < MOST and of_place[match.task, place] < OF_PLACE:
            of_task[match.task] += 1
            of_place[match.task, place] += 1
            told.append(match)
    return sorted(told)


def owning(matches: Iterable[Match]) -> list[Match]:
    """Of the matches in which a document is the object those over which an owner may come that count: of each task the
    best `MOST`. So a plan that very many carry out is no dearer than others."""
    found, of_task = list[Match](), Counter[int]()
    for match in sorted(matches, key=lambda one: (not one.carries, -one.score, not one.same, one)):
        if match.owned & 4 and of_task[match.other] < MOST:
            of_task[match.other] += 1
            found.append(match)
    return sorted(found)


class Block(NamedTuple):
    """Documents that are compared at once, by ascending places in what they were taken from.

    `allowed`: (subjects, objects) which are compared at all; `local`: (subjects,) which hold in the objects' place.
    """

    subjects: list[int]
    objects: list[int]
    allowed: Cells
    local: Cells


def blocks(left: Tasks, right: Tasks, standings: Mapping[str, Standing]) -> Iterator[Block]:
    """All that has to be compared for the matches of subjects in `left` with objects in `right`."""
    ranks = {key: order for order, key in enumerate(sorted(standings, key=lambda key: standings[key].rank))}
    rank, their_rank = (np.array([ranks[key] for key in of.keys], dtype=np.int64) for of in (left, right))
    of_place, in_line = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for i, key in enumerate(right.keys):
        of_place[standings[key].place].append(i)
    for i, key in enumerate(left.keys):
        for place in standings[key].line:
            in_line[place].append(i)
    for place, theirs in of_place.items():
        for some in _portions(theirs, right.counts, _OBJECTS):
            later = [i for i in in_line[place] if rank[i] > their_rank[some].min()]
            for mine in _portions(later, left.counts, _CELLS // max(1, int(right.counts[some].sum()))):
                local = np.array([standings[left.keys[i]].place == place for i in mine], dtype=bool)
                yield Block(mine, some, rank[mine][:, None] > their_rank[some], local)


def _matches(left: Tasks, right: Tasks, standings: Mapping[str, Standing]) -> Iterator[Match]:
    """Matches of subjects in `left` with objects in `right`."""
    for block in blocks(left, right, standings):
        yield from matches_of(block, left.only(block.subjects), right.only(block.objects))


def _portions(documents: Sequence[int], counts: Places, most: int) -> Iterator[list[int]]:
    """Documents in portions of about so many tasks; those without any are in none."""
    portion, tasks = list[int](), 0
    for document in documents:
        if counts[document]:
            portion.append(document)
            tasks += int(counts[document])
        if tasks >= most:
            yield portion
            portion, tasks = [], 0
    if portion:
        yield portion


def matches_of(block: Block, left: Vectors, right: Vectors) -> Iterator[Match]:
    """The matches of a block: `left` has its subjects, `right` its objects."""
    found = found_in(block, left, right)
    mine, theirs = ([of.keys[i] for i in found[name].tolist()] for of, name in ((left, "subject"), (right, "object")))
    task, other, *said = (found[name].tolist() for name in ("task", "other", *SAID))
    yield from map(Match, mine, task, theirs, other, *said)


def found_in(block: Block, left: Vectors, right: Vectors) -> Rows:
    """The same as rows, documents by their places in `left` and in `right`."""
    pairs = evidence(left, right, block.allowed)
    score = scores(pairs.evidence)
    kept = best_of_document(left, right, pairs, score)
    subjects, objects, score, told = pairs.subjects[kept], pairs.objects[kept], score[kept], pairs.evidence[kept]
    column = {name: told[:, i] for i, name in enumerate(COLUMNS)}
    found = np.empty(len(kept), dtype=FOUND)
    found["subject"], found["object"] = left.document[subjects], right.document[objects]
    found["task"] = subjects - left.starts[found["subject"]]
    found["other"] = objects - right.starts[found["object"]]
    found["score"], found["same"], found["best"] = score, is_same(told), column["rank"] >= 1
    found["owned"] = _owned(left.owners[subjects], right.owners[objects], block.local[found["subject"]])
    above = np.maximum(column["parents"], column["cousins"]) >= _PLACED
    below = np.maximum(column["wholes"], column["kin"]) >= _PLACED
    mostly = np.maximum(column["said"], column["said_object"]) > _MOSTLY
    found["placed"] = above + 2 * below + 4 * mostly
    return found


def _owned(subjects: Places, objects: Places, local: Cells) -> Places:
    """`Match.owned` of some pairs. `local`: whether both documents hold in one place."""
    carried = np.where(local, OWN | OTHER, OTHER)
    from_subject = (objects == 0) & ((subjects & carried) > 0)
    from_object = (subjects == 0) & ((objects & carried) > 0)
    return np.asarray((subjects > 0) + 2 * (objects > 0) + 4 * from_subject + 8 * from_object)


def best_of_document(left: Vectors, right: Vectors, pairs: Pairs, score: Floats, least: float = LEAST) -> Places:
    """The pairs that score enough, of each task in each document the best, unless it stands out there."""
    enough = np.flatnonzero(score >= least)
    mutual = pairs.evidence[enough, COLUMNS.index("rank")] >= 1
    order = enough[np.lexsort((enough, -score[enough], ~mutual))]
    kept = order[_place(pairs.subjects[order] * len(right.keys) + right.document[pairs.objects[order]]) < OF_DOCUMENT]
    there = pairs.objects[kept] * len(left.keys) + left.document[pairs.subjects[kept]]
    out = pairs.evidence[kept, COLUMNS.index("fit_object")] >= STANDS_OUT
    return np.sort(kept[out | (_place(there) < OF_OTHER)])


def _place(group: Places) -> Places:
    """Of each pair how many of its group stand before it."""
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    found = np.empty(len(group), dtype=np.int64)
    found[order] = np.arange(len(group)) - np.repeat(starts, np.diff(starts, append=len(group)))
    return found
