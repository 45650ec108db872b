"""Asking within bounds: a query in a process of its own, which is ended when it takes more than its share.

The engine cannot be stopped in the midst of a query; a process can. So whoever answers the questions of others (a
service, a page) asks here. Processes are used again; as many run as questions are asked at once.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guitu.extract.errors import GuituError, QueryError
from guitu.graph.keep.asking import Dataset, GraphFormat, Reply, Row, RowFormat, Rows
from guitu.graph.keep.forks import FORKS, Original
from guitu.graph.keep.processes import CRASHES, Child, NotStarted, start


class OutOfBounds(QueryError):
    """A question that was ended because it took more than its share, or could not be asked now; it is not at fault."""


MEMORY = 4 * 1024**3
"""Bytes of addresses that a question may hold; the engine itself has a tenth of that."""
_START = 120  # seconds in which a process has to be ready
_KEPT = 2  # processes that wait for the next question


@dataclass(frozen=True, slots=True)
class Place:
    """What is asked: a store or file of RDF, N-Quads, or an endpoint.

    `graph`: the name of the graph that the store must hold; `url`, `allow_private`: as of `RemoteStore`.
    """

    path: Path | None = None
    quads: bytes = b""
    graph: str = ""
    url: str = ""
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A query; `form`: the standard forms of rows and of triples, None for plain rows; `dataset`: what it reads."""

    sparql: str
    form: tuple[RowFormat, GraphFormat] | None
    most: int | None
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What an answer begins with: the names of its columns, and whether it has rows at all."""

    names: tuple[str, ...]
    is_rows: bool


@dataclass(frozen=True, slots=True)
class End:
    """That an answer has ended, and whether there was more."""

    cut: bool


class Answering:
    """An answer while it comes; iterated over once. `cut` holds at its end; QueryError when its time is over."""

    def __init__(self, parts: Generator[Any, None, None]) -> None:
        self._parts = parts
        head = next(parts)
        self.names: tuple[str, ...] = head.names
        self.is_rows: bool = head.is_rows
        self.cut = False

    def __iter__(self) -> Iterator[Any]:
        for part in self._parts:
            if isinstance(part, End):
                self.cut = part.cut
            else:
                yield part

    def close(self) -> None:
        """Leave the rest of the answer."""
        self._parts.close()


class Stop:
    """Ends an answer before its time, from any thread; the one who waits for it gets OutOfBounds."""

    def __init__(self) -> None:
        self.ended = False
        self._child: Child | None = None
        self._before = 0.0
        self._since = time.monotonic()
        self._guard = threading.Lock()

    @property
    def worked(self) -> float:
        """Seconds of work that the answer has taken so far; by the clock, where the system does not tell."""
        with self._guard:
            told = self._child.worked if self._child else 0.0
            return self.lasted if told is None else max(0.0, told - self._before)

    @property
    def lasted(self) -> float:
        """Seconds by the clock since a process has been at it."""
        return time.monotonic() - self._since

    def now(self) -> None:
        """End it; nothing where it has ended."""
        with self._guard:
            self.ended = True
            if self._child is not None:
                self._child.kill()

    def step_back(self) -> None:
        """Let the answer come later than those of others."""
        with self._guard:
            if self._child is not None:
                self._child.step_back()

    def of(self, child: Child | None) -> None:
        """Which process answers now."""
        with self._guard:
            self._child = child
            self._before, self._since = (child and child.worked) or 0.0, time.monotonic()
            if self.ended and child is not None:
                child.kill()


class Asker:
    """The processes that ask one store; any number of threads may use them.

    `module`: whose `main` they run, as `asking_process`, for who asks more than SPARQL; `memory`: bytes of addresses
    that each may hold; `kept`: how many of them wait for the next question; `ahead`: how many are started before they
    are needed, as forks of one that has loaded, where the system has them. Until then each loads by itself.
    """

    def __init__(
        self,
        place: Place,
        module: str = "guitu.graph.keep.asking_process",
        memory: int | None = None,
        kept: int | None = None,
        *,
        ahead: int = 0,
    ) -> None:
        self.place = place
        self._module = module
        self._memory = memory
        self._kept = kept
        self._ahead = ahead
        self._starting = False
        self._closed = False
        self._shares = FORKS and bool(ahead) and not place.url
        self._original: Original | None = None
        self._idle: list[Child] = []
        self._guard = threading.Lock()
        self._start_ahead()

    def rows(self, sparql: str, timeout: float, most: int | None = None) -> Rows:
        """As `Store.query`."""
        answering = self.answering(Question(sparql, None, most), timeout)
        rows: tuple[Row, ...] = tuple(row for part in answering for row in part)
        return Rows(answering.names, rows, answering.cut)

    def reply(
        self, sparql: str, rows: RowFormat, triples: GraphFormat, timeout: float, most: int | None = None
    ) -> Reply:
        """As `Store.answer`."""
        answering = self.stream(sparql, rows, triples, timeout, most)
        data = b"".join(answering)
        return Reply(data, answering.is_rows, answering.cut)

    def stream(
        self, sparql: str, rows: RowFormat, triples: GraphFormat, timeout: float, most: int | None = None
    ) -> Answering:
        """The answer in pieces of bytes, while the query runs; the time is that until the last piece is fetched."""
        return self.answering(Question(sparql, (rows, triples), most), timeout)

    def answering(self, question: Any, timeout: float, stop: Stop | None = None, work: int | None = None) -> Answering:
        """The answer to what the module of the processes understands, in pieces; until `stop` ends it.

        `work`: seconds of work that it may take, where the system counts them; `timeout` is by the clock.
        """
        return Answering(self._parts(question, timeout, stop or Stop(), work))

    def close(self) -> None:
        """End the processes that wait, and start none ahead any more."""
        with self._guard:
            self._closed = True
            waiting, self._idle = self._idle, []
            original, self._original = self._original, None
        for child in waiting:
            child.close()
        if original:
            original.close()

    def _parts(self, question: Any, timeout: float, stop: Stop, work: int | None) -> Generator[Any, None, None]:
        child = self._taken()
        stop.of(child)
        try:
            with child.watched(timeout):
                child.send((question, work))
                while not isinstance(part := child.receive(), End | GuituError):
                    yield part
            stop.of(None)
        except (EOFError, OSError):
            stop.of(None)
            why = _why(child, timeout, work, self._memory or MEMORY)
            raise OutOfBounds("", *(_STOPPED if stop.ended and not child.late else why)) from None
        except BaseException:  # left in the midst of an answer
            child.close()
            raise
        self._given_back(child)
        if isinstance(part, GuituError):
            raise part
        yield part

    def _taken(self) -> Child:
        child = self._waiting() or self._started()
        self._start_ahead()
        return child

    def _waiting(self) -> Child | None:
        with self._guard:
            while self._idle:
                if (child := self._idle.pop()).running:
                    return child
                child.close()
        return None

    def _start_ahead(self) -> None:
        """Have processes at hand, where too few wait; they start one after the other."""
        with self._guard:
            if self._starting or (self._enough and (self._original or not self._shares)):
                return
            self._starting = True

        def start() -> None:
            with contextlib.suppress(GuituError):  # whoever needs one is told
                self._prepare()
                while not self._enough:
                    self._given_back(self._started())
            self._starting = False

        threading.Thread(target=start, daemon=True).start()

    @property
    def _enough(self) -> bool:
        return self._closed or len(self._idle) >= self._ahead

    def _prepare(self) -> None:
        """Have a process that has loaded, to be forked; where it cannot be had, each loads by itself."""
        if self._closed or self._original or not self._shares:
            return
        self._shares = False
        with contextlib.suppress(NotStarted):
            original = Original(self._module, self.place, self._memory or MEMORY)
            with contextlib.suppress(EOFError, OSError):
                self._shares = original.ready() is True
            with self._guard:
                if self._shares and not self._closed:
                    self._original = original
                    return
            original.close()

    def _forked(self) -> Child | None:
        original = self._original
        if original is None:
            return None
        try:
            return original.fork()
        except NotStarted:
            with self._guard:
                self._original = None
            original.close()
            return None

    def _started(self) -> Child:
        if child := self._forked():
            return child
        try:
            child = Child(start(self._module))
        except NotStarted as error:
            raise OutOfBounds("", f"no process can be started to ask in ({error})") from error
        ready: Any = None
        with contextlib.suppress(EOFError, OSError), child.watched(_START):
            child.send((self.place, self._memory or MEMORY, None))
            ready = child.receive()
        if ready is not True:
            child.close()
            raise ready if isinstance(ready, GuituError) else OutOfBounds("", "the process that asks has ended")
        return child

    def _given_back(self, child: Child) -> None:
        with self._guard:
            outdated = child.is_behind or (self._original is not None and not child.is_fork)
            if not self._closed and not outdated and len(self._idle) < (self._kept or _KEPT):
                self._idle.append(child)
                return
        child.close()

    def __del__(self) -> None:
        self.close()


_STOPPED = ("it was ended, since others wait", "ask for less, or ask again later")


def _why(child: Child, timeout: float, work: int | None, memory: int) -> tuple[str, str]:
    """Why a process has ended in the midst of an answer, and what to do."""
    crashed, overworked = child.ended_by(*CRASHES), child.ended_by("SIGXCPU")
    child.close()
    if child.late or overworked:
        most = work if overworked else timeout
        return f"it took longer than {most:g} seconds", "ask for less, or give it more time"
    if crashed:
        return f"it takes more than {memory // 1024**2} MB of memory", "ask for less"
    return "the process that asks has ended", ""
