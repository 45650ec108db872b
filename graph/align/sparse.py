"""Rows of many columns of which few are filled: as much of sparse matrices as comparing tasks needs.

A library for them (SciPy, 143 MB) would weigh more than a third of all that is installed. Words that many tasks use are
multiplied as whole columns, the others number by number where two rows have them: of 540 tasks with 240 a fifth to an
eighth of the seconds that whole tables take.
Numbers are whole and the rows short (of length 1000), so that every sum is below 2^24 and exact in whichever order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Sums = NDArray[np.float32]
"""Whole numbers below 2^24, which these hold exactly."""
WIDTH = 1 << 20
"""Columns."""
_CELLS, _PAIRS = 1 << 20, 1 << 17  # that are in memory at once
_OFTEN = 512  # a column with more than one pair of rows in so many is multiplied as a whole, the others pair by pair


@dataclass(frozen=True)
class Rows:
    """Rows one after the other.

    data     (filled,) the numbers, row by row
    indices  (filled,) their columns
    indptr   (rows + 1,) where each row begins in both
    """

    data: Floats
    indices: NDArray[np.int32]
    indptr: NDArray[np.int32]

    @classmethod
    def of(cls, data: Floats, indices: NDArray[np.int64], ends: NDArray[np.int64]) -> Rows:
        """Rows whose columns ascend; what has one column in one row, as two words may, is summed."""
        begins = np.ones(len(indices), dtype=bool)
        begins[1:] = np.diff(indices) != 0
        begins[ends[:-1][ends[:-1] < len(indices)]] = True
        first = np.flatnonzero(begins)
        if len(first) < len(indices):
            data, indices = np.add.reduceat(data, first), indices[first]
            ends = np.searchsorted(first, ends)
        return cls(data.astype(np.float64), indices.astype(np.int32), ends.astype(np.int32))

    def __len__(self) -> int:
        return len(self.indptr) - 1

    @property
    def nnz(self) -> int:
        """How many cells are filled."""
        return len(self.data)

    def __getitem__(self, rows: NDArray[np.int64]) -> Rows:
        """Some of the rows, in this order."""
        starts, sizes = self.indptr[rows].astype(np.int64), np.diff(self.indptr)[rows]
        at, ends = _ranges(starts, sizes), np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
        return Rows(self.data[at], self.indices[at], ends.astype(np.int32))

    def squares(self) -> Floats:
        """(rows,) the sums of the squares of each row."""
        found: Floats = np.bincount(self._row, weights=self.data * self.data, minlength=len(self)).astype(np.float64)
        return found

    def sums(self) -> Floats:
        """(rows,) the sums of each row."""
        found: Floats = np.bincount(self._row, weights=self.data, minlength=len(self)).astype(np.float64)
        return found

    def product(self, other: Rows, *, counted: bool = False) -> Sums:
        """(rows, other's rows): the product of each row with each of the other's.

        `counted`: the numbers here count as 1, whatever they are.
        """
        mine, theirs = self._by_column, other._by_column
        if counted:
            mine = mine._replace(data=np.ones_like(mine.data))
        _, here, there = np.intersect1d(mine.columns, theirs.columns, assume_unique=True, return_indices=True)
        pairs = mine.sizes[here] * theirs.sizes[there]
        many = pairs * _OFTEN > len(self) * len(other)
        left, right = mine.only(here[many]), theirs.only(there[many])
        most = max(1, _CELLS // max(1, len(self), len(other)))
        pieces = (slice(start, start + most) for start in range(0, max(1, len(left.columns)), most))
        tables = (left.dense(some, len(self)) @ right.dense(some, len(other)).T for some in pieces)
        found = next(tables)
        for table in tables:
            found += table
        left, right = mine.only(here[~many]), theirs.only(there[~many])
        for some in _pieces(np.cumsum(pairs[~many]), _PAIRS):
            _add_pairwise(found, left.only(some), right.only(some))
        return found

    @cached_property
    def _by_column(self) -> _Columns:
        order = in_order(self.indices)
        indices = self.indices[order]
        starts = np.flatnonzero(np.diff(indices, prepend=-1))
        sizes = np.diff(starts, append=len(order))
        return _Columns(indices[starts], sizes, self._row[order], self.data[order].astype(np.float32))

    @cached_property
    def _row(self) -> NDArray[np.int64]:
        return np.repeat(np.arange(len(self)), np.diff(self.indptr))


class _Columns(NamedTuple):
    """The same numbers column by column.

    columns  which are filled, ascending; `sizes`: how often each
    rows     (filled,) in which row each number stands; `data`: the numbers
    """

    columns: NDArray[np.int32]
    sizes: NDArray[np.int64]
    rows: NDArray[np.int64]
    data: Sums

    def only(self, some: NDArray[np.int64]) -> _Columns:
        """Some of the columns, in this order."""
        at = _ranges((np.cumsum(self.sizes) - self.sizes)[some], self.sizes[some])
        return _Columns(self.columns[some], self.sizes[some], self.rows[at], self.data[at])

    def dense(self, piece: slice, rows: int) -> NDArray[np.float32]:
        """(rows, columns of a piece), in the small numbers that hold whole ones up to 2^24 exactly."""
        sizes = self.sizes[piece]
        first = int(self.sizes[: piece.start].sum())
        part = slice(first, first + int(sizes.sum()))
        table = np.zeros((rows, len(sizes)), dtype=np.float32)
        table[self.rows[part], np.repeat(np.arange(len(sizes)), sizes)] = self.data[part]
        return table


def _add_pairwise(found: Sums, left: _Columns, right: _Columns) -> None:
    """Add the product of columns that few rows fill: number by number."""
    times = np.repeat(right.sizes, left.sizes)
    theirs = _ranges(np.repeat(np.cumsum(right.sizes) - right.sizes, left.sizes), times)
    cell = np.repeat(left.rows * found.shape[1], times) + right.rows[theirs]
    np.add.at(found.reshape(-1), cell, np.repeat(left.data, times) * right.data[theirs])


def in_order(numbers: NDArray[np.signedinteger]) -> NDArray[np.intp]:
    """The places of numbers from 0 on in their order, of the same one the first first.

    By 16 bits after the other from the lowest on: so short numbers are put into their places, not compared.
    """
    order = _of_bits(numbers, 0)
    for bits in range(16, int(numbers.max(initial=0)).bit_length(), 16):
        order = order[_of_bits(numbers[order], bits)]
    return order


def _of_bits(numbers: NDArray[np.signedinteger], bits: int) -> NDArray[np.intp]:
    return np.argsort((numbers >> bits).astype(np.uint16), kind="stable")


def distinct(numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Numbers from 0 on in their order, each once, and of each given one its place among them."""
    order = in_order(numbers)
    begins = np.diff(numbers[order], prepend=-1) != 0
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.cumsum(begins) - 1
    return numbers[order[begins]], place


def _ranges(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places in a row from each start on, so many of each."""
    ends = np.cumsum(sizes)
    return np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


def _pieces(ends: NDArray[np.int64], most: int) -> Iterator[NDArray[np.int64]]:
    """Columns in pieces of about so many pairs. `ends`: how many pairs there are up to the end of each column."""
    first = 0
    while first < len(ends):
        before = ends[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(ends, before + most, side="right")))
        yield np.arange(first, last)
        first = last
