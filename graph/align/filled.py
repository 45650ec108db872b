"""The filled cells of a table of tasks and words: a task has few of all the words of its document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guitu.graph.align.sparse import distinct

Places = NDArray[np.int64]


class Filled(NamedTuple):
    """Row by row, words ascending; `value`: what stands in each cell."""

    task: Places
    word: Places
    value: Places

    @classmethod
    def of(cls, found: Sequence[Places], each: Sequence[int], width: int) -> Filled:
        """How often each cell was found; what stands in one of `found` counts as often as `each` says."""
        at, which = distinct(np.concatenate(found))
        count = np.bincount(which, np.repeat(each, [len(some) for some in found]), len(at))
        return cls(*_parted(at, width), count.astype(np.int64))

    @classmethod
    def strongest(cls, found: Sequence[tuple[Places, int]], width: int) -> Filled:
        """Of each cell the number of the last of `found` in which it stands."""
        at, which = distinct(np.concatenate([some for some, _ in found]))
        value = np.zeros(len(at), dtype=np.int64)
        value[which] = np.repeat([number for _, number in found], [len(some) for some, _ in found])
        return cls(*_parted(at, width), value)

    def only(self, words: NDArray[np.bool_]) -> Filled:
        """The cells of some of the words."""
        kept = words[self.word]
        return Filled(self.task[kept], self.word[kept], self.value[kept])


def _parted(at: Places, width: int) -> tuple[Places, Places]:
    return at // max(1, width), at % max(1, width)


def sums(task: Places, numbers: Places) -> Places:
    """For each cell the sum of its row."""
    if not len(task):
        return numbers
    starts = np.flatnonzero(np.diff(task, prepend=-1))
    return np.repeat(np.add.reduceat(numbers, starts), np.diff(starts, append=len(task)))
