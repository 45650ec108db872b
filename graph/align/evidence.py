"""What speaks for two tasks having one subject: a row of numbers for each pair of a document's tasks with others.

The columns, all from 0 to 1 or a little above:
full, head: cosine of all words, and of the titles with the sentence that opens the body; named, names: how strongly
the one task names what the other is about, either way; of these the square root, since texts about one thing share few
of their words;
row, column: how near the pair comes to the best that either task has in the other's document;
parents, cousins: what speaks for the tasks that these two elaborate, either with the other task, or with each other;
wholes, kin: what speaks for the tasks that elaborate the object, with the subject, or with those that elaborate it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import coo_array, csr_array

from guitu.graph.align.matrices import Floats, Matrices, Places, products, strongest
from guitu.graph.align.units import Unit

COLUMNS = ("full", "head", "named", "names", "row", "column", "parents", "cousins", "wholes", "kin")
_BASE = np.array((1.0, 1.0, 0.3, 0.3))  # of the first four, for comparing pairs with their neighbours
_FLOOR = 0.4  # a best that is weaker than this does not make the others strong


@dataclass(frozen=True)
class Pairs:
    """Pairs of a document's tasks with tasks of others: `subjects`, `objects` are places in the list of units."""

    units: Sequence[Unit]
    subjects: Places
    objects: Places

    def __len__(self) -> int:
        return len(self.subjects)

    @cached_property
    def documents(self) -> Places:
        """The document of each object."""
        return np.array([self.units[j].document for j in self.objects], dtype=np.int64)


def evidence(pairs: Pairs, of: Matrices) -> Floats:
    """A row per pair, a column per name in `COLUMNS`."""
    left, right = pairs.subjects, pairs.objects
    direct = np.column_stack(
        (
            products(of.full, of.full, left, right),
            products(of.head, of.head, left, right),
            strongest(of.names, of.named, left, right),
            strongest(of.names, of.named, right, left),
        )
    )
    base = direct @ _BASE
    return np.column_stack((np.sqrt(direct), *_competing(pairs, base), *_around(pairs, base)))


def _competing(pairs: Pairs, base: Floats) -> tuple[Floats, Floats]:
    """Each pair beside the best of its subject in the object's document, and beside the best of its object here."""
    width = int(pairs.documents.max(initial=0)) + 1
    of_subject = _best(pairs.subjects * width + pairs.documents, base)
    return base / of_subject.clip(min=_FLOOR), base / _best(pairs.objects, base).clip(min=_FLOOR)


def _best(keys: Places, base: Floats) -> Floats:
    """Of each pair the greatest base among those of the same key."""
    _, group = np.unique(keys, return_inverse=True)
    best = np.zeros(group.max(initial=0) + 1)
    np.maximum.at(best, group, base)
    return np.asarray(best[group])


def _around(pairs: Pairs, base: Floats) -> tuple[Floats, ...]:
    """What the neighbours in the structure of both documents say."""
    rows, left = np.unique(pairs.subjects, return_inverse=True)
    columns, right = np.unique(pairs.objects, return_inverse=True)
    known = csr_array(coo_array((base, (left, right)), shape=(len(rows), len(columns))))
    above, below = _groups(pairs.units, rows), _groups(pairs.units, columns)
    parents = np.maximum(_at(above @ known, left, right), _at(known @ below.T, left, right))
    parts, wholes = _mean(csr_array(above.T)), _mean(csr_array(below.T))
    return (
        parents,
        _at(above @ known @ below.T, left, right),
        _at(known @ wholes.T, left, right),
        _at(parts @ known @ csr_array(below), left, right),
    )


def _groups(units: Sequence[Unit], places: Places) -> csr_array:
    """Which of some tasks elaborates which: row elaborates column."""
    at = {int(place): i for i, place in enumerate(places)}
    found = [(i, at[group]) for place, i in at.items() if (group := units[place].group) in at]
    rows, columns = zip(*found, strict=True) if found else ((), ())
    return csr_array(coo_array((np.ones(len(rows)), (rows, columns)), shape=(len(at), len(at))))


def _mean(rows: csr_array) -> csr_array:
    """Each row divided by its sum."""
    sums = np.asarray(rows.sum(axis=1)).ravel()
    scaled = rows.copy()
    scaled.data = scaled.data / np.repeat(sums, np.diff(rows.indptr))
    return scaled


def _at(found: csr_array, rows: Places, columns: Places) -> Floats:
    return np.asarray(csr_array(found)[rows, columns]).ravel()
