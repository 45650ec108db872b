"""The process that reads documents for a build: one job after the other from standard input, each within its bounds.

A job is a source and the bounds that hold while it is read. What is sent back: pages as they are read, then the
reading, or why there is none. The process ends with its input, so that none is left behind by a parent that is killed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from typing import IO, TYPE_CHECKING, Any

from guitu.graph.keep.processes import end_with_parent, hold, receive, send, serving
from guitu.graph.reading.patterns import Prepared

if TYPE_CHECKING:  # what has patterns is loaded once they are prepared
    from guitu.extract.errors import SourceError
    from guitu.extract.facts import Reading
    from guitu.extract.raw import Tell
    from guitu.extract.source import Source

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
            source, bounds = receive(jobs)
            hold(bounds.memory, bounds.seconds)
            send(answers, _answer(read, source, answers))
    os._exit(0)


def _prepare(read: Any, answers: IO[bytes], patterns: Prepared) -> None:
    """Load what every reading needs: it is no document's share."""
    from guitu.extract import readers  # noqa: PLC0415 - as above
    from guitu.extract.source import Source  # noqa: PLC0415

    _answer(read, Source("", b"x"), answers)
    if patterns.missed:  # the first process of a new version: what is compiled at its first use is compiled now
        readers.load()
        for file in sorted((resources.files("guitu.extract") / "samples").iterdir(), key=lambda file: file.name):
            _answer(read, Source(file.name, file.read_bytes()), answers)
        patterns.keep()
    patterns.end()


def _answer(read: Any, source: Source, answers: IO[bytes]) -> Reading | SourceError | str:
    from guitu.graph.reading.reading import attempt  # noqa: PLC0415 - which starts this process

    def tell(done: int, total: int) -> None:
        send(answers, Page(done, total))

    told: Tell = tell
    try:
        return attempt(read, source, told)
    except MemoryError:
        return OVER_MEMORY
