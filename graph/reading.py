"""From sources to readings: out of the cache, or read anew, in this process or in several.

The result is the same in every case; a source that cannot be read is a problem of its own and of no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import Protocol

from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.extract.owners.table_columns import Columns
from guitu.extract.raw import Tell, silent
from guitu.extract.source import Source
from guitu.graph.cache import Cache

Read = Callable[[Source, Tell], Reading]
WAITING = 4  # sources handed out ahead, for each process


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


def gather(sources: Sequence[Source], cache: Cache, read: Read, workers: int, progress: Progress | None) -> Readings:
    """The reading of every source, each content once; new readings are put into the cache as they come."""
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
    for source, result in _read_all(missing, read, workers, tell_page):
        if isinstance(result, SourceError):
            found.problems.append(result)
        else:
            cache.keep(source.sha256, result)
            found.by_source[source.sha256] = result
            found.read += 1
        tell(source.name)
    return found


def _read_all(
    sources: Sequence[Source], read: Read, workers: int, tell: Callable[[str, int, int], None]
) -> Iterator[tuple[Source, Reading | SourceError]]:
    """`tell`: of the pages of a source, where it is read in this process."""
    if workers <= 1 or len(sources) <= 1:
        for source in sources:
            yield source, attempt(read, source, partial(tell, source.name))
        return
    left = list(sources)
    for source, result in _in_processes(sources, read, workers):
        left.remove(source)
        yield source, result
    for source in left:  # a process died and took its neighbours along: each of them again, alone
        alone = next(_in_processes([source], read, 1), None)
        yield (
            source,
            alone[1] if alone else SourceError(source.name, "the process that read it was ended", "try it alone"),
        )


def _in_processes(
    sources: Sequence[Source], read: Read, workers: int
) -> Iterator[tuple[Source, Reading | SourceError]]:
    """Results as they come; ends early where a process is killed."""
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait  # noqa: PLC0415 - costs start-up time
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    waiting = iter(sources)
    with ProcessPoolExecutor(max_workers=workers) as pool:
        running: dict[Future[Reading | SourceError], Source] = {}
        try:
            while True:
                for source in islice(waiting, max(workers * WAITING - len(running), 0)):
                    running[pool.submit(attempt, read, source)] = source
                if not running:
                    return
                for ended in wait(running, return_when=FIRST_COMPLETED).done:
                    yield running[ended], ended.result()
                    del running[ended]
        except BrokenProcessPool:
            return


def attempt(read: Read, source: Source, tell: Tell = silent) -> Reading | SourceError:
    """The reading of a source, or why there is none."""
    try:
        return read(source, tell)
    except SourceError as error:
        return error
    except Exception as error:
        said = " ".join(f"{type(error).__name__} {error}".split())[:200]
        return SourceError(source.name, f"reading it failed ({said})", "please report this")


def read_source(source: Source, tell: Tell = silent, columns: Columns = ()) -> Reading:
    """The reading of a source by the grammar of the extract room; `columns`: headings set by hand."""
    from guitu.extract.recognise import read  # noqa: PLC0415 - a build that reads nothing new needs no grammar

    return read(source, tell, columns)
