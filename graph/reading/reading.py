"""From sources to readings, in processes that may be ended.

The result is the same in every case; a source that cannot be read is a problem of its own and of no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from guitu.extract.errors import SourceError
from guitu.extract.facts import Columns, Reading
from guitu.extract.raw import Tell, silent
from guitu.extract.source import Source
from guitu.graph.keep.processes import NotStarted
from guitu.graph.reading import bounds

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


Took = Callable[[Wanted, Reading], None]


def read_each(
    wanted: Sequence[Wanted],
    took: Took,
    read: Read | None = None,
    workers: int = 1,
    tell: Callable[[str, int, int], None] = lambda name, done, total: None,
) -> Iterator[tuple[Wanted, SourceError | None]]:
    """Read every source; `took` gets each reading as it comes, so that none has to be held.

    Yields each with why it could not be read, or None. Each is read in a process of its own within
    `bounds`, whatever the number of workers. `tell`: of the pages of a source.
    """
    by_columns: dict[Columns, list[Wanted]] = {}
    for one in wanted:
        by_columns.setdefault(one.columns, []).append(one)
    for columns, some in by_columns.items():
        of = {one.source.sha256: one for one in some}
        for source, result in _read_all([one.source for one in some], read, columns, workers, tell):
            if isinstance(result, SourceError):
                yield of[source.sha256], result
            else:
                took(of[source.sha256], result)
                yield of[source.sha256], None


def _read_all(
    sources: Sequence[Source], read: Read | None, columns: Columns, workers: int, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[Source, Reading | SourceError]]:
    """`read`: None for the grammar of the extract room; another, of one worker, reads in this process and unbounded."""
    if read is not None and workers <= 1:
        for source in sources:
            yield source, attempt(read, source, partial(tell, source.name))
        return
    read = read or partial(read_source, columns=columns)
    left = {source.sha256: source for source in sources}
    try:
        for source, result in bounds.read_all(sources, read, workers, tell) if sources else ():
            del left[source.sha256]
            yield source, result
    except NotStarted:  # a machine without processes to start: unbounded rather than not at all
        for source in left.values():
            yield source, attempt(read, source, partial(tell, source.name))


def bounded(source: Source) -> Reading | SourceError:
    """The reading of one source, or why there is none, within the bounds of every document."""
    ((_, result),) = _read_all([source], None, (), 1, lambda name, done, total: None)
    return result


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
