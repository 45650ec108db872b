"""The tasks of a document as rows of numbers: of one document alone, to be kept in a file, and stacked for many.

Words are pairs of letters, words in Latin letters, and the topics and instruments that the registry knows by several
names. What a word weighs tells how rare it is in plans (`registry/plan-words.ttl`: fixed figures) and in this document;
no other document has a say, so that a row is the same in every store. Weights are whole numbers, and sums of their
products exact: in any order, on any machine.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from guitu.extract.facts import Facts
from guitu.graph.align.filled import Filled, sums
from guitu.graph.align.lexicon import KINDS, found_in
from guitu.graph.align.sparse import Rows
from guitu.graph.align.units import Unit, owners, units_of
from guitu.ontology.word_meanings import DIMENSIONS

ONE = 1000  # the length of a row
OWN = 0.5  # of its weight that a word loses which every task of its document uses
MANY = 10_000  # a task that has a word more often does not count
TITLE = 4  # a word of the title counts as often as in the body
IN_TITLE, IN_HEAD, IN_BODY = 10, 6, 3  # how strongly a task names what stands there, in tenths
FAINT = 300  # of a thousand; a word of a clause that tells less, as most tasks of its document use it, is left out
NAMES = ("full", "head", "subject", "named", "topic")
TABLES = (*NAMES, "clause")
MEANINGS = ("meaning", "title_meaning")

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Cells = NDArray[np.bool_]

_GREATEST = 1 << 24  # of a number whose squares are summed
_LOGS = np.array([0.0, *(math.log(n) for n in range(1, MANY + 1))])


@dataclass(frozen=True)
class Vectors:
    """The tasks of documents, a row each, document by document in the order of the texts.

    keys      keys of the documents
    document  (tasks,) place of each task's document in `keys`, ascending
    group     (tasks,) row of the task that each elaborates, -1 for none
    owners    (tasks,) the owners that the document names, as `units.owners` tells them
    clauses   (tasks,) how many clauses each has
    full      (tasks, WIDTH) all words; `head`: title and opening sentence; rows of length `ONE`
    subject   (tasks, WIDTH) words of what the title is about; they sum up to `ONE`
    named     (tasks, WIDTH) words by where they stand: tenths, 10 in the title
    topic     (tasks, WIDTH) topics alone, no instruments: what a task is about in whichever words; rows of length `ONE`
    clause    (clauses, WIDTH) words of each, task by task; `ONE` for what one task uses, less for what more of them do
    meaning   (tasks, DIMENSIONS) the sum of what all words mean; `title_meaning`: of those of the title; length `ONE`
    """

    keys: tuple[str, ...]
    document: Places
    group: Places
    owners: Places
    clauses: Places
    full: Rows
    head: Rows
    subject: Rows
    named: Rows
    topic: Rows
    clause: Rows
    meaning: Floats
    title_meaning: Floats

    def __len__(self) -> int:
        return len(self.document)

    @cached_property
    def starts(self) -> Places:
        """(documents + 1,) the first row of each document, and the number of rows."""
        return np.searchsorted(self.document, np.arange(len(self.keys) + 1))

    @classmethod
    def of(cls, facts: Facts, key: str) -> Vectors:
        """The rows of one document."""
        return _rows(units_of(facts, key), key, owners(facts))

    @cached_property
    def counts(self) -> Places:
        """(documents,) how many tasks each has."""
        return np.diff(self.starts)

    @classmethod
    def stacked(cls, parts: Sequence[Vectors]) -> Vectors:
        """The rows of all parts, one part after the other."""
        return _together([_Part.of(part) for part in parts])

    @classmethod
    def read(cls, parts: Sequence[bytes]) -> Vectors:
        """The rows of all parts, each as `to_bytes` wrote it; ValueError where one is cut or is something else."""
        return _together([_Part.decoded(part) for part in parts])

    def only(self, documents: Sequence[int]) -> Vectors:
        """The rows of some documents, given by ascending places in `keys`."""
        if len(documents) == len(self.keys):
            return self
        taken = np.zeros(len(self.keys), dtype=bool)
        taken[list(documents)] = True
        rows = np.flatnonzero(taken[self.document])
        at = np.full(len(self) + 1, -1, dtype=np.int64)
        at[rows] = np.arange(len(rows))
        clause = self.clause[np.flatnonzero(np.repeat(taken[self.document], self.clauses))]
        return Vectors(
            tuple(self.keys[i] for i in documents),
            (np.cumsum(taken) - 1)[self.document[rows]],
            at[self.group[rows]],
            self.owners[rows],
            self.clauses[rows],
            *(*(getattr(self, name)[rows] for name in NAMES), clause),
            *(getattr(self, name)[rows] for name in MEANINGS),
        )

    def to_bytes(self) -> bytes:
        """For a file: a line of JSON, then the arrays; the same bytes on every machine."""
        arrays = [self.document.astype("<i4"), self.group.astype("<i4"), self.owners.astype("|u1")]
        arrays.append(self.clauses.astype("<i4"))
        for name in TABLES:
            rows = getattr(self, name)
            arrays += [rows.indptr.astype("<i4"), rows.indices.astype("<i4"), rows.data.astype("<i2")]
        arrays += [getattr(self, name).astype("<i2").ravel() for name in MEANINGS]
        told = {"keys": self.keys, "lengths": [len(array) for array in arrays]}
        return b"".join((json.dumps(told).encode(), b"\n", *(array.tobytes() for array in arrays)))

    @classmethod
    def from_bytes(cls, data: bytes) -> Vectors:
        """What `to_bytes` wrote; ValueError where it is cut or is something else."""
        return cls.read([data])


class _Part(NamedTuple):
    """The arrays of some rows; `tables`: of each of `TABLES` what stands in it, in which columns, where rows end."""

    keys: tuple[str, ...]
    document: Places
    group: Places
    owners: Places
    clauses: Places
    tables: list[tuple[Places, Places, Places]]
    meanings: list[Floats]

    @classmethod
    def of(cls, rows: Vectors) -> _Part:
        """The arrays of rows."""
        tables = [(table.data, table.indices, table.indptr) for table in (getattr(rows, name) for name in TABLES)]
        meanings = [getattr(rows, name) for name in MEANINGS]
        return cls(rows.keys, rows.document, rows.group, rows.owners, rows.clauses, tables, meanings)

    @classmethod
    def decoded(cls, data: bytes) -> _Part:
        """The arrays in a file."""
        keys, lengths, at = _head(data)
        kinds = ["<i4", "<i4", "|u1", "<i4", *("<i4", "<i4", "<i2") * len(TABLES), *("<i2",) * len(MEANINGS)]
        arrays = list[NDArray[Any]]()
        for kind, length in zip(kinds, lengths, strict=True):
            arrays.append(np.frombuffer(data, kind, length, at))
            at += length * int(kind[-1])
        tables = [(values, columns, ends) for ends, columns, values in zip(*[iter(arrays[4:-2])] * 3, strict=True)]
        document, group, held, parts = (array.astype(np.int64) for array in arrays[:4])
        return cls(keys, document, group, held, parts, tables, [array.reshape(-1, DIMENSIONS) for array in arrays[-2:]])


def _head(data: bytes) -> tuple[tuple[str, ...], list[int], int]:
    """The keys and the lengths of the arrays in a file, and where they begin."""
    end = data.find(b"\n")
    try:
        told = json.loads(data[: max(end, 0)])
        return tuple(told["keys"]), told["lengths"], end + 1
    except (TypeError, KeyError) as error:
        raise ValueError("not rows of tasks") from error


def tasks_in(data: bytes) -> int:
    """How many rows a file has; ValueError as of `Vectors.from_bytes`."""
    return _head(data)[1][0]


def _together(parts: Sequence[_Part]) -> Vectors:
    parts = [part for part in parts if part.keys]
    tasks = [0, *accumulate(len(part.document) for part in parts)]
    documents = [0, *accumulate(len(part.keys) for part in parts)]
    none = np.zeros((0, DIMENSIONS))
    tables: Any = (_piled([part.tables[i] for part in parts]) for i in range(len(TABLES)))
    meanings: Any = (np.concatenate([none, *(part.meanings[i] for part in parts)]) for i in range(len(MEANINGS)))
    return Vectors(
        tuple(key for part in parts for key in part.keys),
        _joined([part.document + first for part, first in zip(parts, documents, strict=False)]),
        _joined([np.where(part.group < 0, -1, part.group + first) for part, first in zip(parts, tasks, strict=False)]),
        _joined([part.owners for part in parts]),
        _joined([part.clauses for part in parts]),
        *tables,
        *meanings,
    )


# ---- the rows of one document ----


def _rows(units: Sequence[Unit], key: str, owned: Sequence[int]) -> Vectors:
    tasks, found = len(units), found_in(units)
    lexicon, width = found.lexicon, len(found.lexicon)
    in_title, in_head, in_body, told = (found.cells(found.tasks(kind)) for kind in KINDS)
    full = Filled.of([in_body, in_title], [1, TITLE], width)
    weight = _telling(lexicon.rarity, full, tasks)
    heads = Filled.of([in_title, in_head], [1, 1], width)
    titles = Filled.of([in_title], [1], width)
    strengths = zip((in_body, in_head, in_title), (IN_BODY, IN_HEAD, IN_TITLE), strict=True)
    tables = (
        _of_length(full, weight),
        _of_length(heads, weight),
        _of_sum(Filled.of([told], [1], width), weight),
        Filled.strongest(list(strengths), width),
        _of_length(full.only(lexicon.topical), weight),
    )
    clauses, of_text = found.clauses(tasks)
    clause = Filled.of([found.cells(of_text)], [1], width)
    within = _whole(ONE * (1 - _used(full, width, tasks)))
    clause = clause._replace(value=np.where(within < FAINT, 0, within)[clause.word])
    filled: Any = (_filled(table, lexicon.columns, tasks) for table in tables)
    filled = (*filled, _filled(clause, lexicon.columns, int(clauses.sum())))
    return Vectors(
        (key,),
        np.zeros(tasks, dtype=np.int64),
        np.array([-1 if unit.group is None else unit.group for unit in units], dtype=np.int64),
        np.array(owned, dtype=np.int64),
        clauses,
        *filled,
        *(_meaning(counts, weight, lexicon.meant, tasks) for counts in (full, titles)),
    )


def _telling(rare: Floats, used: Filled, tasks: int) -> Places:
    """What each word of a document weighs: more where it is rare in plans, less where many tasks of this one use it."""
    return _whole(ONE * rare * (1 - OWN * _used(used, len(rare), tasks)))


def _used(used: Filled, words: int, tasks: int) -> Floats:
    """Of each word how many tasks of its document use it, from 0 for one to 1 for all."""
    return np.asarray(_LOGS[np.bincount(used.word, minlength=words).clip(min=1)] / _LOGS[tasks + 1])


def _weighed(counts: Filled, weight: Places) -> Filled:
    return counts._replace(value=_whole((1 + _LOGS[counts.value.clip(1, MANY)]) * weight[counts.word]))


def _of_length(counts: Filled, weight: Places) -> Filled:
    """Rows of length `ONE`."""
    rows = _weighed(counts, weight)
    fine = _fine(rows.value)
    return rows._replace(value=_whole(ONE * fine / _lengths(sums(rows.task, fine * fine))))


def _meaning(counts: Filled, weight: Places, meant: Places, tasks: int) -> Floats:
    """(tasks, DIMENSIONS): sums of the vectors of all words, of length `ONE`; none of two letters has none."""
    rows, found = _weighed(counts, weight), np.zeros((tasks, DIMENSIONS), dtype=np.int64)
    if len(rows.task):
        starts = np.flatnonzero(np.diff(rows.task, prepend=-1))
        found[rows.task[starts]] = np.add.reduceat(rows.value[:, None] * meant[rows.word], starts)
    fine = _fine(found)
    return _whole(ONE * fine / _lengths((fine * fine).sum(axis=1))[:, None]).astype(np.float64)


def _of_sum(own: Filled, weight: Places) -> Filled:
    """Rows that sum up to `ONE`."""
    raw = weight[own.word]
    return own._replace(value=_whole(ONE * raw / sums(own.task, raw).clip(min=1)))


def _fine(numbers: Places) -> Places:
    """Numbers small enough for their squares to be summed."""
    divided: Places = numbers // max(1, int(np.abs(numbers).max(initial=0)) // _GREATEST)
    return divided


def _lengths(squares: Places) -> Floats:
    return np.sqrt(squares.astype(np.float64)).clip(min=1)


def _whole(numbers: Floats) -> Places:
    """The nearest whole numbers."""
    return np.asarray(np.rint(numbers), dtype=np.int64)


# ---- matrices ----


def _filled(cells: Filled, columns: Places, tasks: int) -> Rows:
    task, word, value = (part[cells.value != 0] for part in cells)
    return _matrix(value, columns[word], np.searchsorted(task, np.arange(tasks + 1)))


def _matrix(data: Places, indices: Places, ends: Places) -> Rows:
    return Rows.of(data.astype(np.float64), indices.astype(np.int64), ends.astype(np.int64))


def _joined(arrays: Sequence[Places]) -> Places:
    return np.concatenate(arrays) if arrays else np.zeros(0, dtype=np.int64)


def _piled(parts: Sequence[tuple[Places, Places, Places]]) -> Rows:
    """Matrices one below the other."""
    firsts = [0, *accumulate(len(values) for values, _, _ in parts)]
    ends = [ends[1:].astype(np.int64) + first for (_, _, ends), first in zip(parts, firsts, strict=False)]
    return _matrix(
        np.concatenate([np.zeros(0), *(values for values, _, _ in parts)]),
        np.concatenate([np.zeros(0, dtype=np.int64), *(columns for _, columns, _ in parts)]),
        np.concatenate([np.zeros(1, dtype=np.int64), *ends]),
    )
