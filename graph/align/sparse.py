"""Rows of many columns of which few are filled: as much of sparse matrices as comparing tasks needs.

A library for them (SciPy, 140 MB) would weigh more than all else that is installed but NumPy; the products of whole
numbers are exact, so that whatever makes them makes the same.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_ROWS, _CELLS = 128, 1 << 21  # of one block: rows of the left, cells of the right


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

    def __len__(self) -> int:
        return len(self.indptr) - 1

    @property
    def nnz(self) -> int:
        """How many cells are filled."""
        return len(self.data)

    def __getitem__(self, rows: NDArray[np.int64]) -> Rows:
        """Some of the rows, in this order."""
        starts, sizes = self.indptr[rows].astype(np.int64), np.diff(self.indptr)[rows]
        ends = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
        at = np.repeat(starts - ends[:-1], sizes) + np.arange(ends[-1])
        return Rows(self.data[at], self.indices[at], ends.astype(np.int32))

    def squares(self) -> Floats:
        """(rows,) the sums of the squares of each row."""
        return self.sums(self.data * self.data)

    def sums(self, of: Floats) -> Floats:
        """(rows,) the sums of what stands at the filled cells."""
        return np.bincount(self._row(), weights=of, minlength=len(self))

    def product(self, other: Rows) -> Floats:
        """(rows, other's rows): the product of each row with each of the other's."""
        found = np.zeros((len(self), len(other)))
        for first in range(0, len(self), _ROWS):
            self._block(first, min(first + _ROWS, len(self)), other, found)
        return found

    def _block(self, first: int, last: int, other: Rows, found: Floats) -> None:
        """Rows of the product: of the columns that these rows fill, dense, piece by piece of the other's rows."""
        mine = slice(self.indptr[first], self.indptr[last])
        columns, at = np.unique(self.indices[mine], return_inverse=True)
        if not len(columns):
            return
        left = np.zeros((last - first, len(columns)))
        left[self._row()[mine] - first, at] = self.data[mine]
        place = np.searchsorted(columns, other.indices).clip(max=len(columns) - 1)
        shared = np.flatnonzero(columns[place] == other.indices)
        row, place, data = other._row()[shared], place[shared], other.data[shared]
        most = max(1, _CELLS // len(columns))
        for start in range(0, len(other), most):
            stop = min(start + most, len(other))
            part = slice(*np.searchsorted(row, [start, stop]))
            right = np.zeros((stop - start, len(columns)))
            right[row[part] - start, place[part]] = data[part]
            found[first:last, start:stop] = left @ right.T

    def _row(self) -> NDArray[np.int64]:
        return np.repeat(np.arange(len(self)), np.diff(self.indptr))
