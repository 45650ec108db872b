"""What the clauses of a task say, and which task of another document says most of each.

A pair has one subject not because one sentence of either names the other's, but because most of what the one says is
said best by the other: of every clause that task of the other document counts which has most of its words, by what
these tell within their own document. Words that most of its tasks use tell next to nothing, however rare elsewhere.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.sparse import Rows

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
    shared = clause.product(Rows(np.ones_like(named.data), named.indices, named.indptr))
    found = np.zeros((len(clauses), len(named)))
    sizes = np.diff(starts)
    some = sizes > 0  # documents without tasks say nothing
    if not len(clauses) or not some.any():
        return found
    best = np.maximum.reduceat(shared, starts[:-1][some], axis=1).clip(min=1)
    spoken, other = np.nonzero(shared == np.repeat(best, sizes[some], axis=1))
    document = np.repeat(np.arange(len(sizes)), sizes)[other]
    _, which, equals = np.unique(spoken * len(sizes) + document, return_inverse=True, return_counts=True)
    weight = clause.sums()
    task = np.repeat(np.arange(len(clauses)), clauses)
    np.add.at(found, (task[spoken], other), weight[spoken] // equals[which])
    return np.asarray(found / np.bincount(task, weight, len(clauses)).clip(min=1)[:, None])
