"""How the service asks: as many questions at once as it has processes, some more waiting, the others told to come back.

An answer is whole before its first byte is sent, in memory or in a file: so its status is true, a slow reader holds no
process, and what is too long is refused, never cut.
"""

from __future__ import annotations

import asyncio
import io
import math
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO, Any, TypeVar

import anyio.to_thread

from guitu.exports.service.current import Current, Held
from guitu.exports.service.remembered import LARGEST
from guitu.extract.errors import StoreError
from guitu.graph.keep.asking import Dataset, GraphFormat, RowFormat
from guitu.graph.keep.bounded import Answering, Question, Stop
from guitu.graph.keep.processes import COUNTS_WORK

_IN_MEMORY = 1_000_000  # bytes of an answer; more of it lies in a file without a name
_PIECE = 65_536
_MOMENT = 0.15  # seconds of work in which most questions are answered
_WHILE = 3.0  # seconds by the clock: a question that waits for another machine does no work here
_LOOKS = 0.05  # seconds by the clock from one look at that to the next
_BESIDE = 2  # times as many as have a place may go on beside
_PATIENCE = 2 if COUNTS_WORK else 1  # seconds by the clock for each second of work
_ENOUGH = 1 / 3  # of its time that a question has had before it is ended for others
_LONGEST_WAIT = 4  # times as long as a question may take, it may wait for a process
_ONCE = 10  # times as long as a question may take what is worked out once for a graph
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one question may take, and how many are taken at once.

    `seconds` of work, and twice as many by the clock; `rows` (or triples), `bytes` of its answer; `memory`: bytes that
    a process may hold; `body`: bytes of a request; `waiting`: questions that may wait for a process.
    """

    seconds: float = 30.0
    rows: int = 100_000
    bytes: int = 256_000_000
    memory: int = 2 * 1024**3
    body: int = 1_000_000
    processes: int = 2
    waiting: int = 256


@dataclass(frozen=True, slots=True)
class Options:
    """How the service is offered. `public`: its address as others see it, where a proxy stands between;
    `hosts`, `origins`: as of `Shields`.
    """

    bounds: Bounds = field(default_factory=Bounds)
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    origins: tuple[str, ...] = ()
    public: str = ""


class Busy(Exception):
    """As many questions wait as may."""


class Refused(Exception):
    """An answer that is longer than the service gives. `most`: rows or triples; None: it has too many bytes."""

    def __init__(self, most: int | None) -> None:
        super().__init__(most)
        self.most = most


@dataclass(slots=True)
class Written:
    """An answer in a standard form, complete; `number`: of the generation that gave it; `tag`: as of `Remembered`."""

    file: IO[bytes]
    size: int
    number: int
    tag: str = ""

    def pieces(self) -> Iterator[bytes]:
        """Its bytes; the file goes with the last."""
        with self.file:
            while piece := self.file.read(_PIECE):
                yield piece


class Desk:
    """Takes questions to the processes of the current graph. It is used from one event loop of asyncio.

    A question that takes more work than a moment leaves its place to the next and goes on beside, as far as the others
    leave the processor to it; where too many do so, the one that has taken longest is ended, once it has had a good
    part of its time. So whoever asks without end does not keep the others waiting, and a question that is only long,
    or one on a busy machine, is answered.
    """

    def __init__(self, current: Current, bounds: Bounds) -> None:
        self.current = current
        self.bounds = bounds
        self._places = asyncio.Semaphore(bounds.processes)
        self._running: set[Stop] = set()
        self._beside: dict[Stop, None] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting = 0

    def end(self) -> None:
        """End whatever is being answered, and the processes."""
        for stop in self._running:
            stop.now()
        self.current.close()

    async def value(self, job: Any) -> Any:
        """The answer to a job of `jobs`. QueryError, StoreError; OutOfBounds and Busy where it cannot be had now."""
        return await self._asked(lambda held, stop: self._one(held, job, stop))

    async def kept(self, name: str, job: Any) -> Any:
        """As `value`, of a job without arguments; answered once for each graph, and given more time therefore."""

        def ask(held: Held, stop: Stop) -> Any:
            if name not in held.kept:
                held.kept[name] = self._one(held, job, stop, _ONCE)
            return held.kept[name]

        with self.current.held() as held:
            if name in held.kept:
                return held.kept[name]
        async with self._locks[name]:  # so that many who ask for it at once cost no more than one
            return await self._asked(ask)

    async def written(self, sparql: str, form: tuple[RowFormat, GraphFormat], dataset: Dataset | None) -> Written:
        """The answer to a query in a standard form, as it was given before where that can be. Errors as of `value`,
        and Refused."""
        question = Question(sparql, form, self.bounds.rows, dataset)
        with self.current.held() as held:
            if (data := held.answers.get(question)) is not None:
                return Written(io.BytesIO(data), len(data), held.number, held.answers.tag(question))

        def ask(held: Held, stop: Stop) -> Written:
            file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - `Written` closes it
            try:
                size = self._filled(file, self._answering(held, question, stop))
            except BaseException:
                file.close()
                raise
            tag = held.answers.tag(question)
            if tag and size <= LARGEST:
                held.answers.keep(question, file.read())
                file.seek(0)
            return Written(file, size, held.number, tag)

        return await self._asked(ask)

    def _one(self, held: Held, job: Any, stop: Stop, times: int = 1) -> Any:
        (answer,) = [part for parts in self._answering(held, job, stop, times) for part in parts]
        return answer

    def _answering(self, held: Held, job: Any, stop: Stop, times: int = 1) -> Answering:
        seconds = self.bounds.seconds * times
        return held.asker.answering(job, seconds * _PATIENCE, stop, math.ceil(seconds))

    def _filled(self, file: IO[bytes], answering: Answering) -> int:
        size = 0
        for piece in answering:
            size += file.write(piece)
            if size > self.bounds.bytes:
                answering.close()
                raise Refused(None)
        if answering.cut:
            raise Refused(self.bounds.rows)
        file.seek(0)
        return size

    async def _asked(self, ask: Callable[[Held, Stop], _Answer]) -> _Answer:
        if self._waiting >= self.bounds.waiting:
            raise Busy
        self._waiting += 1
        try:
            await asyncio.wait_for(self._places.acquire(), self.bounds.seconds * _LONGEST_WAIT)
        except TimeoutError:
            raise Busy from None
        finally:
            self._waiting -= 1
        stop = Stop()
        self._running.add(stop)
        watch = asyncio.get_running_loop().create_task(self._watch(stop))
        try:
            return await anyio.to_thread.run_sync(self._once_more, ask, stop)
        except asyncio.CancelledError:  # the service ends, and its thread has to
            stop.now()
            raise
        finally:
            watch.cancel()
            self._running.discard(stop)
            if stop in self._beside:
                del self._beside[stop]
            else:
                self._places.release()

    async def _watch(self, stop: Stop) -> None:
        """Let a question that takes more than a moment go on beside, as soon as there is room."""
        while stop.worked < _MOMENT and stop.lasted < _WHILE:
            await asyncio.sleep(_LOOKS)
        stop.step_back()
        while len(going := [one for one in self._beside if not one.ended]) >= self.bounds.processes * _BESIDE:
            longest = max(going, key=self._had)
            if self._had(longest) > _ENOUGH:
                longest.now()
            await asyncio.sleep(_LOOKS)
        self._beside[stop] = None
        self._places.release()

    def _had(self, stop: Stop) -> float:
        """Which part of its time a question has had: by the clock or of work, whichever is more."""
        return max(stop.worked, stop.lasted / _PATIENCE) / self.bounds.seconds

    def _once_more(self, ask: Callable[[Held, Stop], _Answer], stop: Stop) -> _Answer:
        """A graph can be replaced between the moment it is held and the start of its process: then the next answers."""
        for _ in range(2):
            with self.current.held() as held:
                try:
                    return ask(held, stop)
                except StoreError:
                    continue
        with self.current.held() as held:
            return ask(held, stop)
