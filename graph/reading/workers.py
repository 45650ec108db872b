"""Where the work of a step is done: in processes of this machine, or by those of a cluster (`cluster.Cluster`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Protocol, TypeVar

from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.graph.keep.folder import Folder
from guitu.graph.reading import bounds
from guitu.graph.reading.reader_process import Batch
from guitu.graph.reading.reading import Read, Wanted, read_each, read_source

A = TypeVar("A")
B = TypeVar("B")
Keep = Callable[[Folder, Wanted, Reading], B]
"""Puts a reading into the store, and says what joining needs of it."""
Work = Callable[[Folder, Iterable[A]], Iterator[B]]
"""What is done for some items, one result for each; it is sent to workers by its name."""
Tell = Callable[[str, int, int], None]


_BATCHES = 2  # for each process at least; what is less is done sooner here than told


class Workers(Protocol):
    """Where the work of a step is done. What is done is the same everywhere, whoever does it and in whatever order."""

    def read(
        self, folder: Folder, wanted: Sequence[Wanted], keep: Keep[B], tell: Tell
    ) -> Iterator[tuple[Wanted, B | SourceError]]:
        """Read every source within its bounds, and `keep` it; why it could not be read, in its place.

        `tell`: of the pages of a source.
        """

    def each(self, folder: Folder, work: Work[A, B], items: Iterable[A], together: int = 1) -> Iterator[B]:
        """What `work` gives for the items, in any order; it writes nothing but to the store.

        `together`: of how many items the work is best done in one go.
        """


class Pool:
    """Processes of this machine: documents are read in them, other work is done here, or in them where it is much.

    `reader`: another grammar than that of the extract room; of one process it reads here.
    """

    def __init__(self, processes: int = 1, reader: Read | None = None) -> None:
        self._processes, self._reader = processes, reader

    def read(
        self, folder: Folder, wanted: Sequence[Wanted], keep: Keep[B], tell: Tell
    ) -> Iterator[tuple[Wanted, B | SourceError]]:
        """As `Workers.read`."""
        return read_each(wanted, partial(keep, folder.anywhere()), self._reader, self._processes, tell)

    def each(self, folder: Folder, work: Work[A, B], items: Iterable[A], together: int = 1) -> Iterator[B]:
        """As `Workers.each`; in the order of the items where it is done here."""
        waiting = iter(items)
        first = [] if self._processes <= 1 else list(islice(waiting, _BATCHES * self._processes * together))
        if len(first) < _BATCHES * self._processes * together:
            yield from work(folder, chain(first, waiting))
            return
        every = chain(first, waiting)
        batches = (Batch(work, folder.anywhere(), some) for some in iter(lambda: [*islice(every, together)], []))
        reader = self._reader or partial(read_source, columns=())
        for batch, told in bounds.do_all(batches, reader, self._processes):
            yield from work(folder, batch.items) if told is None else told


def silent(name: str, done: int, total: int) -> None:
    """Tells nobody."""
