"""Which pairs of tasks are compared at all: those that share telling words, in documents of one line.

A task is not held against every other: words that very many tasks use are left aside, and of the tasks found only the
nearest are kept, so that the work grows with the number of tasks and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from guitu.graph.align.evidence import Pairs
from guitu.graph.align.matrices import Places
from guitu.graph.align.scope import Standing
from guitu.graph.align.units import Unit

NEAREST = 200  # objects that are compared with one subject
COMMON = 2_000  # a word that more tasks of one place use finds nothing


@dataclass(frozen=True, slots=True)
class Partition:
    """The tasks of the documents that hold in one place, and an index from words to them, without common words."""

    places: Places
    index: csr_array


def partitions(units: Sequence[Unit], standings: Sequence[Standing], full: csr_array) -> Mapping[str, Partition]:
    """The tasks by the place of their document."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        found[standings[unit.document].place].append(i)
    return {place: _partition(np.array(members, dtype=np.int64), full) for place, members in sorted(found.items())}


def _partition(places: Places, full: csr_array) -> Partition:
    rows = csr_array(full[places])
    used = np.bincount(rows.indices, minlength=rows.shape[1])
    rows.data[used[rows.indices] > COMMON] = 0
    rows.eliminate_zeros()
    return Partition(places, csr_array(rows.T))


def candidates(
    units: Sequence[Unit], standings: Sequence[Standing], full: csr_array, by_place: Mapping[str, Partition]
) -> Iterator[Pairs]:
    """For each document its tasks with those of others that they are subjects to; none for a document without any."""
    of_document: dict[int, list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        of_document[unit.document].append(i)
    ranks = {standing.rank: order for order, standing in enumerate(sorted(standings, key=lambda one: one.rank))}
    rank = np.array([ranks[standings[unit.document].rank] for unit in units], dtype=np.int64)
    for document, members in of_document.items():
        rows = np.array(members, dtype=np.int64)
        found = [_found(rows, full, by_place[place], rank) for place in standings[document].line if place in by_place]
        if not found:
            continue
        subjects, objects, nearness = (np.concatenate(part) for part in zip(*found, strict=True))
        kept = _nearest(subjects, objects, nearness)
        if len(kept):
            yield Pairs(units, subjects[kept], objects[kept])


def _found(rows: Places, full: csr_array, partition: Partition, rank: Places) -> tuple[Places, Places, Places]:
    """Pairs of one document's tasks with tasks of one place whose document has the smaller rank, and their cosine."""
    shared = (full[rows] @ partition.index).tocoo()
    subjects, objects = rows[shared.row], partition.places[shared.col]
    right = rank[objects] < rank[subjects]
    return subjects[right], objects[right], shared.data[right]


def _nearest(subjects: Places, objects: Places, nearness: Places) -> Places:
    """Places of the `NEAREST` pairs of each subject, in order of subject and object."""
    order = np.lexsort((objects, -np.round(nearness, 9), subjects))
    starts = np.searchsorted(subjects[order], subjects[order])
    kept = order[np.arange(len(order)) - starts < NEAREST]
    return kept[np.lexsort((objects[kept], subjects[kept]))]
