"""Products of rows of few filled columns are those of whole tables."""

from __future__ import annotations

import numpy as np
import pytest

from guitu.graph.align.sparse import Rows, distinct, in_order


def drawn(rows: int, columns: int, seed: int) -> tuple[Rows, np.ndarray]:
    """Rows and the table that they are; some columns twice, as two words of one column."""
    random = np.random.default_rng(seed)
    table = np.where(random.random((rows, columns)) < 0.1, random.integers(1, 300, (rows, columns)), 0)
    row, column = np.nonzero(table)
    data, twice = table[row, column].astype(float), random.random(len(row)) < 0.3
    parts = np.repeat(np.arange(len(row)), 1 + twice)
    halves = np.where(np.repeat(twice, 1 + twice), np.repeat(data, 1 + twice) / 2, np.repeat(data, 1 + twice))
    ends = np.searchsorted(row[parts], np.arange(rows + 1))
    return Rows.of(halves, column[parts] * 1000, ends), table


@pytest.mark.parametrize(("left", "right"), [(1, 1), (7, 300), (300, 7), (0, 5), (5, 0)])
def test_a_product_is_that_of_the_tables(left: int, right: int) -> None:
    """Each row with each, however many there are, and however often a column is told."""
    (one, first), (other, second) = drawn(left, 900, 1), drawn(right, 900, 2)

    assert (one.product(other) == first @ second.T).all()
    assert (one.squares() == (first * first).sum(axis=1)).all()
    assert (one.sums() == first.sum(axis=1)).all()


def test_some_rows() -> None:
    """Rows taken out, in another order and more than once, are those rows."""
    rows, table = drawn(20, 300, 3)
    at = np.array([5, 5, 0, 19])

    assert (rows[at].product(rows) == table[at] @ table.T).all()
    assert len(rows[at]) == 4


@pytest.mark.parametrize("most", [1, 300, 1 << 16, 1 << 20, 1 << 62])
def test_numbers_in_their_order(most: int) -> None:
    """However long they are; what is told twice keeps its order."""
    numbers = np.random.default_rng(4).integers(0, most, 5000)
    every, place = np.unique(numbers, return_inverse=True)

    assert (in_order(numbers) == np.argsort(numbers, kind="stable")).all()
    assert all((found == told).all() for found, told in zip(distinct(numbers), (every, place), strict=True))


def test_no_numbers_have_no_order() -> None:
    """A document without tasks has no words."""
    assert [len(found) for found in distinct(np.zeros(0, dtype=np.int64))] == [0, 0]
