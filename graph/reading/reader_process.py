"""The process that works for a build: one job after the other from standard input.

A job is a source, the bounds that hold while it is read, and how its reading is put into the store. What is sent back:
pages as they are read, then what was kept of the reading, or why there is none. Or it is a batch of other work, whose
results are sent back, or its error. The process ends with its input, so that none is left behind by a parent that is
killed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from typing import IO, TYPE_CHECKING, Any

from guitu.graph.keep.processes import end_with_parent, hold, receive, release, send, serving
from guitu.graph.reading.patterns import Prepared

if TYPE_CHECKING:  # what has patterns is loaded once they are prepared
    from guitu.extract.facts import Reading
    from guitu.extract.raw import Tell
    from guitu.extract.source import Source
    from guitu.graph.keep.folder import Folder

READY = "ready"
OVER_MEMORY = "memory"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one document may take: seconds of work, and bytes of memory."""

    seconds: int
    memory: int


@dataclass(frozen=True, slots=True)
class Page:
    """How far a reading has come, in pages."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Work of a step for some items, as of `workers.Workers.each`; it is sent by its name."""

    work: Callable[[Any, Any], Iterable[Any]]
    folder: Folder
    items: Sequence[Any]


def main() -> None:
    """Read what is asked for until the parent ends."""
    jobs, answers = serving()
    end_with_parent(jobs)
    with suppress(EOFError, BrokenPipeError):
        patterns = Prepared()
        read = receive(jobs)
        _prepare(read, answers, patterns)
        send(answers, READY)
        while True:
            job = receive(jobs)
            if isinstance(job, Batch):
                release()
                send(answers, _done(job))
                continue
            source, bounds, keep = job
            hold(bounds.memory, bounds.seconds)
            send(answers, _answer(read, source, answers, keep))
    os._exit(0)


def _prepare(read: Any, answers: IO[bytes], patterns: Prepared) -> None:
    """Load what every reading needs: it is no document's share."""
    from guitu.extract import readers  # noqa: PLC0415 - as above
    from guitu.extract.source import Source  # noqa: PLC0415

    _answer(read, Source("", b"x"), answers, _nothing)
    if patterns.missed:  # the first process of a new version: what is compiled at its first use is compiled now
        readers.load()
        for file in sorted((resources.files("guitu.extract") / "samples").iterdir(), key=lambda file: file.name):
            _answer(read, Source(file.name, file.read_bytes()), answers, _nothing)
        patterns.keep()
    patterns.end()


def _nothing(_: Source, __: Reading) -> None:
    pass


def _answer(read: Any, source: Source, answers: IO[bytes], keep: Callable[[Source, Reading], Any]) -> Any:
    from guitu.extract.errors import StoreError  # noqa: PLC0415 - as above
    from guitu.graph.reading.reading import read_and_kept  # noqa: PLC0415 - which starts this process

    def tell(done: int, total: int) -> None:
        send(answers, Page(done, total))

    told: Tell = tell
    try:
        return read_and_kept(read, source, keep, told)
    except MemoryError:
        return OVER_MEMORY
    except (OSError, StoreError) as error:  # of the store: told where the step is
        return error


def _done(batch: Batch) -> list[Any] | Exception:
    try:
        return list(batch.work(batch.folder, batch.items))
    except Exception as error:  # raised where the step is
        return error
