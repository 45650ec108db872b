"""What two texts have in common word by word: every few letters in a row, as hashes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

LENGTH = 5  # letters; Chinese words have two to four
_MIXED, _HALF = np.uint64(0x9E3779B97F4A7C15), np.uint64(32)  # an odd number whose bits stand in no order

Shingles = NDArray[np.uint64]


def shingles(text: str) -> Shingles:
    """Every `LENGTH` letters in a row, each once, ascending; of a shorter text all of it.

    >>> len(shingles("推进水库建设")), len(shingles("推进水库推进水库推进水库")), len(shingles("水库"))
    (2, 4, 1)
    """
    padded = text.ljust(LENGTH, "\0").encode("utf-32-le", "surrogatepass")
    signs = np.frombuffer(padded, dtype="<u4").astype(np.uint64)
    many = len(signs) - LENGTH + 1
    found = np.zeros(many, dtype=np.uint64)
    for i in range(LENGTH):
        found = (found ^ signs[i : i + many]) * _MIXED
        found ^= found >> _HALF
    return np.unique(found)


def overlap(a: Shingles, b: Shingles) -> float:
    """The share of the smaller that the other has as well."""
    return len(np.intersect1d(a, b, assume_unique=True)) / min(len(a), len(b))
