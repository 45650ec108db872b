"""The process that reads documents for a build: one job after the other from standard input, each within its bounds.

A job is a source and the bounds that hold while it is read. What is sent back: pages as they are read, then the
reading, or why there is none. The process ends with its input, so that none is left behind by a parent that is killed.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

try:
    import resource
except ImportError:  # Windows: the parent watches the time alone
    resource = None  # type: ignore[assignment]

from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.extract.raw import Tell
from guitu.extract.source import Source

_LENGTH = struct.Struct("!Q")
COUNTS_WORK = resource is not None
"""Whether the system limits the work and memory of a process."""
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


Answer = Reading | SourceError | Page | str


def send(stream: IO[bytes], value: object) -> None:
    """Write one value with its length before it."""
    packed = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next value; EOFError where the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    packed = stream.read(length)
    if len(packed) < length:
        raise EOFError
    return pickle.loads(packed)  # from our own parent or child


def main() -> None:
    """Read what is asked for until the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("r+b") as nothing:  # what libraries print must not come between the answers
        for standard in (0, 1, 2):
            os.dup2(nothing.fileno(), standard)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    threading.Thread(target=_end_with_parent, args=(jobs.fileno(),), daemon=True).start()
    with suppress(EOFError, BrokenPipeError):
        read = receive(jobs)
        _answer(read, Source("", b"x"), answers)  # what is loaded with the first reading is no document's share
        send(answers, READY)
        while True:
            source, bounds = receive(jobs)
            _hold(bounds)
            send(answers, _answer(read, source, answers))
    os._exit(0)


def _end_with_parent(jobs: int) -> None:
    """End in the midst of a document when nobody waits for it any more, where the system can tell."""
    if hasattr(select, "poll"):
        watch = select.poll()
        watch.register(jobs, 0)  # nothing but that the other side has gone
        watch.poll()
        os._exit(0)


def _answer(read: Any, source: Source, answers: IO[bytes]) -> Answer:
    from guitu.graph.reading.reading import attempt  # noqa: PLC0415 - which starts this process

    def tell(done: int, total: int) -> None:
        send(answers, Page(done, total))

    told: Tell = tell
    try:
        return attempt(read, source, told)
    except MemoryError:
        return OVER_MEMORY


def _hold(bounds: Bounds) -> None:
    """Let the system end this process when a document takes more than its share."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + bounds.seconds)
    _limit(resource.RLIMIT_AS, bounds.memory)


def _limit(kind: int, most: int) -> None:
    _, hard = resource.getrlimit(kind)
    wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(ValueError, OSError):  # a system that does not know this limit
        resource.setrlimit(kind, (wanted, hard))
