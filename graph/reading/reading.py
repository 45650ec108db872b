"""From sources to readings: out of the cache, or read anew, in processes that may be ended.

The result is the same in every case; a source that cannot be read is a problem of its own and of no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.extract.raw import Tell, silent
from guitu.extract.source import Source
from guitu.extract.structure.table_columns import Columns
from guitu.graph.keep.cache import Cache
from guitu.graph.keep.processes import NotStarted
from guitu.graph.reading import bounds

Read = Callable[[Source, Tell], Reading]


class Progress(Protocol):
    """Is told how a build goes on."""

    def __call__(self, done: int, total: int, name: str, page: int = 0, pages: int = 0, /) -> None:
        """`done` of `total` sources; `name` is the latest, or, where `pages` is told, the one being read."""


@dataclass(slots=True)
class Readings:
    """What came of the sources: readings by SHA-256, how many were read and how many reused, and problems by name."""

    by_source: dict[str, Reading] = field(default_factory=dict)
    read: int = 0
    reused: int = 0
    problems: list[SourceError] = field(default_factory=list)


def gather(
    sources: Sequence[Source], cache: Cache, read: Read | None, workers: int, progress: Progress | None
) -> Readings:
    """The reading of every source, each content once; new readings are put into the cache as they come.

    Each is read in a process of its own within `bounds`, whatever the number of workers.
    """
    found, missing, done = Readings(), [], 0

    def tell(name: str) -> None:
        nonlocal done
        done += 1
        if progress:
            progress(done, len(sources), name)

    def tell_page(name: str, page: int, pages: int) -> None:
        if progress:
            progress(done, len(sources), name, page, pages)

    first: dict[str, Source] = {}
    for source in sorted(sources, key=lambda one: one.name):
        first.setdefault(source.sha256, source)
    for source in sources:
        if source is not first[source.sha256]:  # the same bytes under another name
            tell(source.name)
            continue
        kept = cache.load(source.sha256)
        if kept is None or kept.named not in (None, source.stem):  # a title from the name that the file had
            missing.append(source)
            continue
        found.by_source[source.sha256] = kept
        found.reused += 1
        tell(source.name)
    for source, result in _read_all(missing, read, cache.columns, workers, tell_page):
        if isinstance(result, SourceError):
            found.problems.append(result)
        else:
            cache.keep(source.sha256, result)
            found.by_source[source.sha256] = result
            found.read += 1
        tell(source.name)
    return found


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
