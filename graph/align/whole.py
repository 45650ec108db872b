"""How well a task fits another document as a whole: whether it is about what that document is about.

A plan of one subject names it in most of its tasks, so that there it tells nothing: of a plan for heritage the task
加强监督保障 says what every plan says. That it belongs to heritage only the whole document tells. So each task of the
other document is compared with all tasks of this one together, in deviations from the mean of its own document: the one
task on heritage of a wide outline stands out, and where one stands out the others are what the plan is not about.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.int64]

_COARSE = 32  # sums of squares of what is divided by it are exact


class Fits(NamedTuple):
    """(documents, other tasks): how far each task stands out, and how far the first of its document does."""

    own: Floats
    first: Floats


def fits(alike: Floats, starts: Places, others: Places) -> Fits:
    """How well the tasks of some documents fit others.

    alike           (tasks, other tasks) whole numbers: how alike each two are
    starts, others  where each document begins among the tasks, and among the other tasks; and how many these are
    """
    found = np.zeros((len(starts) - 1, alike.shape[1]))
    first = np.zeros_like(found)
    sizes, counts = np.diff(starts), np.diff(others)
    some, filled = sizes > 0, counts > 0  # documents without tasks fit nothing
    if not some.any() or not filled.any():
        return Fits(found, first)
    sums = np.add.reduceat(alike, starts[:-1][some], axis=0, dtype=np.float64)
    whole = np.rint(sums / (_COARSE * sizes[some])[:, None])
    at, count = others[:-1][filled], counts[filled]
    total = np.add.reduceat(whole, at, axis=1)
    spread = np.sqrt(count * np.add.reduceat(whole * whole, at, axis=1) - total * total)
    apart = np.repeat(count, count) * whole - np.repeat(total, count, axis=1)
    found[some] = apart / np.repeat(spread, count, axis=1).clip(min=1)
    first[some] = np.repeat(np.maximum.reduceat(found[some], at, axis=1), count, axis=1)
    return Fits(found, first)
