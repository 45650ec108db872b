"""Reading within bounds: each document in a process of its own that is ended when it takes more than its share.

The processes are used again for the next document, and a new one takes the place of one that ended. Where the system
can limit a process (`resource`), seconds are those of work, so that a busy machine changes nothing; everywhere a clock
ends a process that stands still.
"""

from __future__ import annotations

import atexit
import contextlib
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from queue import Empty, Queue
from typing import Any, TypeVar

from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.extract.formats import PICTURED, reads_scans, sniff
from guitu.extract.raw import Tell, silent
from guitu.extract.source import Source
from guitu.graph.keep.processes import COUNTS_WORK, CRASHES, Child, NotStarted, start
from guitu.graph.reading.reader_process import OVER_MEMORY, READY, Batch, Bounds, Page

SECONDS = 60
"""Of work that any document may take; a plan of 100 pages takes one or two."""
SECONDS_PER_MB = 100
"""More of them for a larger file: ten times what the slowest format needs."""
MEMORY = 2 * 1024**3
"""Bytes of addresses that any document may hold; the programs themselves hold a quarter of that."""
MEMORY_PER_BYTE = 40
SCANNED = Bounds(600, 3 * 1024**3)
"""What a PDF or a picture may take besides, where scans are read: ten seconds a page, and the models."""
_PATIENCE = 5 if COUNTS_WORK else 2  # seconds by the clock for each second of work
_START = 120  # seconds by the clock in which a process has to be ready
_LEFT = 5  # seconds by the clock in which what was ended goes
_KEPT = 2  # processes that wait for the next build
_ENDED, _ALONE = "the process that read it was ended", "try it alone"
_REMEDY = "divide it, or print it to a new PDF and read that"

J = TypeVar("J")
Told = Callable[[str, int, int], None]


def reading_of(_: Source, reading: Reading) -> Reading:
    """Keeps nothing: the reading is sent."""
    return reading


def bounds_of(source: Source) -> Bounds:
    """What a document of this size may take."""
    size, seen = len(source.data), Bounds(0, 0)
    if reads_scans() and getattr(sniff(source.data, source.file_name), "name", "") in PICTURED:
        seen = SCANNED
    seconds = SECONDS + SECONDS_PER_MB * size // 1_000_000
    return Bounds(seconds + seen.seconds, MEMORY + MEMORY_PER_BYTE * size + seen.memory)


class Reader:
    """One process that reads, and its successors. `read`: of `graph.reading`, sent to it by its name."""

    def __init__(self, read: Any) -> None:
        self._read = read
        self._process: Child | None = None
        self._fresh = True  # nothing has been read in it yet
        self._late = False
        self.ended = False  # nothing is done any more

    def read(self, source: Source, tell: Tell = silent, bounds: Bounds | None = None, keep: Any = reading_of) -> Any:
        """What is kept of the reading of a source, or why there is none; raises NotStarted.

        `keep`: of `graph.reading`, with the source; the reading itself where nothing is told.

        A process that ended may have been near its bounds from what it read before: the source is tried again in a
        new one, so that the neighbours of a document do not show.
        """
        bounds = bounds or bounds_of(source)
        found = self._once(source, tell, bounds, keep)
        if isinstance(found, str) and not (self._fresh or self._late or self.ended):
            self.close()
            found = self._once(source, tell, bounds, keep)
        if isinstance(found, str):
            self.close()
            return SourceError(source.name, found, _ALONE if found == _ENDED else _REMEDY)
        self._fresh = False
        return found

    def do(self, batch: Batch) -> list[Any] | None:
        """What a batch of other work gives, whose errors are raised; None where its process ended, or none starts."""
        try:
            process = self._started()
            process.send(batch)
            answer = process.receive()
        except (NotStarted, EOFError, OSError):
            self.close()
            return None
        if isinstance(answer, Exception):
            raise answer
        return list(answer)

    def end(self) -> None:
        """Stop whatever is being read, from another thread."""
        self.ended = True
        if process := self._process:
            process.kill()

    def close(self) -> None:
        """End the process; the next reading starts a new one."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def _once(self, source: Source, tell: Tell, bounds: Bounds, keep: Any) -> Any:
        """What is kept; in words why the process ended instead, or had to be."""
        process, self._late = self._started(), False
        try:
            with process.watched(bounds.seconds * _PATIENCE):
                process.send((source, bounds, keep))
                while isinstance(answer := process.receive(), Page):
                    tell(answer.done, answer.total)
        except (EOFError, OSError):
            return self._why(process, bounds)
        return _too_large(bounds) if answer == OVER_MEMORY else answer

    def _why(self, process: Child, bounds: Bounds) -> str:
        self._late = process.ended_by("SIGXCPU") or process.late
        if self._late:
            return f"reading it takes more than {bounds.seconds} seconds"
        return _too_large(bounds) if process.ended_by(*CRASHES) else _ENDED

    def _started(self) -> Child:
        if self._process is not None and self._process.running:
            return self._process
        self.close()
        self._process, self._fresh = Child(start("guitu.graph.reading.reader_process")), True
        ready = None
        with contextlib.suppress(EOFError, OSError), self._process.watched(_START):
            self._process.send(self._read)
            ready = self._process.receive()
        if ready != READY:
            self.close()
            raise NotStarted("a process that reads ended before it began")
        return self._process


def _too_large(bounds: Bounds) -> str:
    return f"reading it takes more than {bounds.memory // 1024**2} MB of memory"


# ---- several at once ----

_idle: dict[bytes, list[Reader]] = {}
_shared = threading.Lock()


def _taken(read: Any) -> Reader:
    with _shared:
        waiting = _idle.get(_key(read))
        return waiting.pop() if waiting else Reader(read)


def _given_back(reader: Reader, read: Any) -> None:
    with _shared:
        if sum(map(len, _idle.values())) < _KEPT:
            _idle.setdefault(_key(read), []).append(reader)
            return
    reader.close()


def _key(read: Any) -> bytes:
    return pickle.dumps(read)


@atexit.register
def end_all() -> None:
    """End the processes that wait."""
    with _shared:
        waiting = [reader for readers in _idle.values() for reader in readers]
        _idle.clear()
    for reader in waiting:
        reader.close()


def read_all(
    sources: Sequence[Source], read: Any, workers: int, tell: Told, keep: Any = reading_of
) -> Iterator[tuple[Source, Any]]:
    """The results as they come, of any number of processes; raises NotStarted, and what stops `keep`.

    `tell`: of the pages of a source; `keep`: as of `Reader.read`.
    """
    told: Queue[Any] = Queue()

    def done(reader: Reader, source: Source) -> Any:
        return reader.read(source, lambda done, total: told.put((source, Page(done, total))), keep=keep)

    for source, result in _shared_out(iter(sources), done, read, max(1, min(workers, len(sources))), told):
        if isinstance(result, Page):
            tell(source.name, result.done, result.total)
        else:
            yield source, result


def do(batch: Batch, read: Any) -> list[Any] | None:
    """What one batch of other work gives, as of `Reader.do`."""
    reader = _taken(read)
    try:
        return reader.do(batch)
    finally:
        _given_back(reader, read)


def do_all(batches: Iterator[Batch], read: Any, workers: int) -> Iterator[tuple[Batch, list[Any] | None]]:
    """What batches of other work give, as of `Reader.do`, in any order; no more are taken than are being done."""
    return _shared_out(batches, Reader.do, read, workers, Queue(2 * workers))


def _shared_out(
    jobs: Iterator[J], done: Callable[[Reader, J], Any], read: Any, workers: int, told: Queue[Any]
) -> Iterator[tuple[J, Any]]:
    readers = [_taken(read) for _ in range(workers)]
    taking = threading.Lock()
    threads = [
        threading.Thread(target=_serve, args=(reader, jobs, taking, done, told), daemon=True) for reader in readers
    ]
    for thread in threads:
        thread.start()
    left = workers
    try:
        while left:
            found = _next(told)
            if found is None:
                left -= 1
            elif isinstance(found, Exception):
                raise found
            else:
                yield found
    except BaseException:
        for reader in readers:
            reader.end()
        _wait(threads, told)
        for reader, thread in zip(readers, threads, strict=True):
            if not thread.is_alive():
                reader.close()
        raise
    for reader in readers:
        _given_back(reader, read)


def _wait(threads: Sequence[threading.Thread], told: Queue[Any]) -> None:
    """A little, until what was ended has gone; nobody hears any more what is told."""
    until = time.monotonic() + _LEFT
    while any(thread.is_alive() for thread in threads) and time.monotonic() < until:
        with contextlib.suppress(Empty):
            told.get(timeout=0.05)


def _next(told: Queue[Any]) -> Any:
    """What comes next; waited for in short steps, so that Ctrl-C is heard on every system."""
    while True:
        with contextlib.suppress(Empty):
            return told.get(timeout=1)


def _serve(
    reader: Reader, jobs: Iterator[J], taking: threading.Lock, done: Callable[[Reader, J], Any], told: Queue[Any]
) -> None:
    """Let one process do what waits, until nothing does."""
    try:
        while not reader.ended:
            with taking:
                job = next(jobs, None)
            if job is None:
                break
            told.put((job, done(reader, job)))
        told.put(None)
    except Exception as error:  # the one who waits has to hear of it
        told.put(error)
