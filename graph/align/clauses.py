"""What the clauses of a task say, and which task of another document says most of each.

A pair has one subject not because one sentence of either names the other's, but because most of what the one says is
said best by the other: of every clause that task of the other document counts which has most of its words, by what
these tell within their own document. Words that most of its tasks use tell next to nothing, however rare elsewhere.
"""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.sparse import Rows, Sums

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

SHORTEST = 4  # letters of what counts as a clause; 等 and 其中 say nothing

_PART = re.compile(r"[^。；！？\n，、：]+")  # 推广智慧大田、智慧渔业，建设产地仓。


def parts(body: str) -> tuple[str, ...]:
    """What stands between the signs of a text.

    >>> parts("推广智慧大田、智慧渔业，建设产地仓。")
    ('推广智慧大田', '智慧渔业', '建设产地仓')
    """
    return tuple(_PART.findall(body))


def said(clause: Rows, clauses: Places, named: Rows, starts: Places) -> Floats:
    """(tasks, other tasks): of what the clauses of each task say, the share that the other task says best of all in
    its document; what several say equally well is divided.

    clause   the words of the clauses, task by task; `clauses`: how many each task has
    named    the words of the other tasks; `starts`: where each of their documents begins, and their number
    """
    shared = named.product(clause, counted=True)
    other, spoken = np.divmod(np.flatnonzero(_best(shared, starts)), max(1, len(clause)))
    document = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    place = document[other] * len(clause) + spoken
    equals, weight = np.bincount(place)[place], clause.sums()
    task = np.repeat(np.arange(len(clauses)), clauses)
    cell = task[spoken] * len(named) + other
    found = np.bincount(cell, weight[spoken] // equals, len(clauses) * len(named)).reshape(len(clauses), len(named))
    return np.asarray(found / np.bincount(task, weight, len(clauses)).clip(min=1)[:, None])


def _best(shared: Sums, starts: Places) -> NDArray[np.bool_]:
    """Where a task has the most of its document; `shared`: (tasks, clauses)."""
    found = np.zeros(shared.shape, dtype=np.bool_)
    for start, end in pairwise(starts):
        if start < end:  # documents without tasks say nothing
            own = shared[start:end]
            np.equal(own, own.max(axis=0).clip(min=1), out=found[start:end])
    return found
