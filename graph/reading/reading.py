"""From sources to readings, in processes that may be ended.

The result is the same in every case; a source that cannot be read is a problem of its own and of no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from guitu.extract.errors import SourceError
from guitu.extract.facts import Columns, Reading
from guitu.extract.raw import Tell, silent
from guitu.extract.source import Source
from guitu.graph.keep.processes import NotStarted
from guitu.graph.reading import bounds

B = TypeVar("B")
Read = Callable[[Source, Tell], Reading]


class Progress(Protocol):
    """Is told how a build goes on."""

    def __call__(self, done: int, total: int, name: str, page: int = 0, pages: int = 0, /) -> None:
        """`done` of `total` sources; `name` is the latest, or, where `pages` is told, the one being read."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source to be read, with the columns that somebody has set by hand for its tables."""

    source: Source
    columns: Columns = ()


Keep = Callable[[Wanted, Reading], B]
"""Puts a reading into the store, and says what joining needs of it; it is sent to processes by its name."""


def read_each(
    wanted: Sequence[Wanted],
    keep: Keep[B],
    read: Read | None = None,
    workers: int = 1,
    tell: Callable[[str, int, int], None] = lambda name, done, total: None,
) -> Iterator[tuple[Wanted, B | SourceError]]:
    """Read and `keep` every source; a reading is kept where it was read, so that none is sent or held.

    Yields each with what was kept of it, or why it could not be read. Each is read in a process of its own within
    `bounds`, whatever the number of workers. StoreError where the store cannot be written. `tell`: of the pages of a
    source.
    """
    by_columns: dict[Columns, list[Wanted]] = {}
    for one in wanted:
        by_columns.setdefault(one.columns, []).append(one)
    for columns, some in by_columns.items():
        of = {one.source.sha256: one for one in some}
        work = read or partial(read_source, columns=columns), partial(_kept, keep, columns)
        here = read is not None and workers <= 1
        for source, result in _read_all([one.source for one in some], *work, 0 if here else max(1, workers), tell):
            yield of[source.sha256], result


def _kept(keep: Keep[B], columns: Columns, source: Source, reading: Reading) -> B:
    return keep(Wanted(source, columns), reading)


def _read_all(
    sources: Sequence[Source],
    read: Read,
    keep: Callable[[Source, Reading], B],
    workers: int,
    tell: Callable[[str, int, int], None],
) -> Iterator[tuple[Source, B | SourceError]]:
    """`workers`: none for this process, in which nothing is bounded."""
    left = {source.sha256: source for source in sources}
    with suppress(NotStarted):  # a machine without processes to start: unbounded rather than not at all
        for source, result in bounds.read_all(sources, read, workers, tell, keep) if sources and workers else ():
            del left[source.sha256]
            yield source, result
    for source in left.values():
        yield source, read_and_kept(read, source, keep, partial(tell, source.name))


def bounded(source: Source) -> Reading | SourceError:
    """The reading of one source, or why there is none, within the bounds of every document."""
    ((_, result),) = _read_all([source], partial(read_source, columns=()), bounds.reading_of, 1, lambda *_: None)
    return result


def read_and_kept(
    read: Read, source: Source, keep: Callable[[Source, Reading], B], tell: Tell = silent
) -> B | SourceError:
    """What is kept of a source, or why there is no reading of it; OSError where it cannot be kept."""
    told = attempt(read, source, tell)
    return told if isinstance(told, SourceError) else keep(source, told)


def attempt(read: Read, source: Source, tell: Tell = silent) -> Reading | SourceError:
    """The reading of a source, or why there is none; raises MemoryError, which only a new process is sure to mend."""
    try:
        return read(source, tell)
    except SourceError as error:
        return error
    except MemoryError:
        raise
    except Exception as error:
        said = " ".join(f"{type(error).__name__} {error}".split())[:200]
        return SourceError(source.name, f"reading it failed ({said})", "please report this")


def read_source(source: Source, tell: Tell = silent, columns: Columns = ()) -> Reading:
    """The reading of a source by the grammar of the extract room; `columns`: headings set by hand."""
    from guitu.extract.recognise import read  # noqa: PLC0415 - a build that reads nothing new needs no grammar

    return read(source, tell, columns)
