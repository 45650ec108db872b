"""Asking within bounds: a query in a process of its own, which is ended when it takes more than its share.

The engine cannot be stopped in the midst of a query; a process can. So whoever answers the questions of others (a
service, a page) asks here. Processes are used again; as many run as questions are asked at once.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guitu.extract.errors import GuituError, QueryError
from guitu.graph.keep.asking import Dataset, GraphFormat, Reply, Row, RowFormat, Rows
from guitu.graph.keep.processes import CRASHES, Child, NotStarted


class OutOfBounds(QueryError):
    """A question that was ended because it took more than its share, or could not be asked now; it is not at fault."""


MEMORY = 4 * 1024**3
"""Bytes of addresses that a question may hold; the engine itself has a tenth of that."""
_START = 120  # seconds in which a process has to be ready
_KEPT = 2  # processes that wait for the next question


@dataclass(frozen=True, slots=True)
class Place:
    """What is asked: a store or file of RDF, or N-Quads. `graph`: the name of the graph that the store must hold."""

    path: Path | None = None
    quads: bytes = b""
    graph: str = ""


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
        self._guard = threading.Lock()

    def now(self) -> None:
        """End it; nothing where it has ended."""
        with self._guard:
            self.ended = True
            if self._child is not None:
                self._child.kill()

    def of(self, child: Child | None) -> None:
        """Which process answers now."""
        with self._guard:
            self._child = child
            if self.ended and child is not None:
                child.kill()


class Asker:
    """The processes that ask one store; any number of threads may use them.

    `module`: whose `main` they run, as `asking_process`, for who asks more than SPARQL; `memory`: bytes of addresses
    that each may hold; `kept`: how many of them wait for the next question.
    """

    def __init__(
        self,
        place: Place,
        module: str = "guitu.graph.keep.asking_process",
        memory: int | None = None,
        kept: int | None = None,
    ) -> None:
        self.place = place
        self._module = module
        self._memory = memory
        self._kept = kept
        self._idle: list[Child] = []
        self._guard = threading.Lock()

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

    def answering(self, question: Any, timeout: float, stop: Stop | None = None) -> Answering:
        """The answer to what the module of the processes understands, in pieces; until `stop` ends it."""
        return Answering(self._parts(question, timeout, stop or Stop()))

    def close(self) -> None:
        """End the processes that wait."""
        with self._guard:
            waiting, self._idle = self._idle, []
        for child in waiting:
            child.close()

    def _parts(self, question: Any, timeout: float, stop: Stop) -> Generator[Any, None, None]:
        child = self._taken()
        stop.of(child)
        try:
            with child.watched(timeout):
                child.send(question)
                while not isinstance(part := child.receive(), End | GuituError):
                    yield part
            stop.of(None)
        except (EOFError, OSError):
            stop.of(None)
            why = _why(child, timeout, self._memory or MEMORY)
            raise OutOfBounds("", *(_STOPPED if stop.ended and not child.late else why)) from None
        except BaseException:  # left in the midst of an answer
            child.close()
            raise
        self._given_back(child)
        if isinstance(part, GuituError):
            raise part
        yield part

    def _taken(self) -> Child:
        with self._guard:
            while self._idle:
                if (child := self._idle.pop()).running:
                    return child
                child.close()
        try:
            child = Child(self._module)
        except NotStarted as error:
            raise OutOfBounds("", f"no process can be started to ask in ({error})") from error
        ready: Any = None
        with contextlib.suppress(EOFError, OSError), child.watched(_START):
            child.send((self.place, self._memory or MEMORY))
            ready = child.receive()
        if ready is not True:
            child.close()
            raise ready if isinstance(ready, GuituError) else OutOfBounds("", "the process that asks has ended")
        return child

    def _given_back(self, child: Child) -> None:
        with self._guard:
            if len(self._idle) < (self._kept or _KEPT):
                self._idle.append(child)
                return
        child.close()

    def __del__(self) -> None:
        for child in self._idle:
            child.close()


_STOPPED = ("it was ended, since others wait", "ask for less, or ask again later")


def _why(child: Child, timeout: float, memory: int) -> tuple[str, str]:
    """Why a process has ended in the midst of an answer, and what to do."""
    crashed = child.ended_by(*CRASHES)
    child.close()
    if child.late:
        return f"it took longer than {timeout:g} seconds", "ask for less, or give it more time"
    if crashed:
        return f"it takes more than {memory // 1024**2} MB of memory", "ask for less"
    return "the process that asks has ended", ""
