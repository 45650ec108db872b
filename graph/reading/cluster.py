"""Work done by the processes of a Dask cluster: sent in batches, taken up again when a worker ends.

What workers do is a function of what they are sent and of the store, a folder that every worker sees under the path
that it has here. They write there, whole and under names that are hashes, and send back a few words; so nothing is lost
with a worker or with this process, and a step that is typed again goes on with what is there.

Documents are read as on one machine, in a process of their own within their bounds, which is no process of Dask: one
that takes too much ends that process alone. What ends workers themselves is divided, and done here in the end.

Workers run what the scheduler sends them, and this process unpacks what it sends back: only a scheduler that the person
named is spoken to. One that is started here listens to this machine alone. TLS is a matter of Dask's own settings
(`distributed.comm.tls`), an address then begins with tls://.
"""

from __future__ import annotations

import logging
import math
import pickle
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any

from guitu.extract.errors import GuituError, OptionError, SourceError, StoreError
from guitu.graph.keep import folder as layout
from guitu.graph.keep.cache import made_by
from guitu.graph.keep.folder import Folder
from guitu.graph.reading import bounds
from guitu.graph.reading.reader_process import Batch
from guitu.graph.reading.reading import Wanted, read_source
from guitu.graph.reading.workers import A, B, Keep, Pool, Tell, Work, silent

LOOPBACK = "127.0.0.1"
PATIENCE = 20  # seconds in which a scheduler has to answer
STARTS = 3  # times that workers of this machine are begun
RETRIES = 2  # of a batch that failed, as over a network folder that hesitates
TOGETHER, BYTES = 16, 1_000_000  # documents of a batch, and what they may weigh
AHEAD = 2  # batches that wait for each thread of a worker
WAIT = 5  # seconds without news, after which it is asked what lies where
LEAST = 16  # batches that wait at least: a cluster that grows by need sees that there is work
CALM = {
    "distributed.worker.profile.enabled": False,  # it costs a tenth
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.worker.memory.monitor-interval": "500ms",
    "distributed.scheduler.active-memory-manager.start": False,
}
"""Of a cluster that is started here: how often it looks at itself. As Dask has it, scheduler and two workers that wait
take a tenth of a core, with these a hundredth."""
_INSTALL = "pip install 'guitu[cluster]'"


class Cluster:
    """A Dask cluster: that of a scheduler by its address, or processes of this machine that end with it.

    `processes`: of this machine; `memory`: bytes that each of them may hold, as Dask writes it ("4GB"). OptionError
    where Dask is not installed, StoreError where the scheduler does not answer.
    """

    def __init__(self, address: str | None = None, processes: int = 1, memory: str | None = None) -> None:
        try:
            import dask.config  # noqa: PLC0415 - an extra
            import distributed  # noqa: PLC0415 - as above
        except ImportError:
            raise OptionError("", "Dask is not installed", _INSTALL) from None
        self._dask: Any = distributed
        self._local: Any = None
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it has to say is told here in one line
        try:
            if address is None:
                dask.config.set(CALM)
                self._local = self._started(processes, memory)
                self._local.scheduler.allowed_failures = 1
            self._client: Any = self._dask.Client(self._local or address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            self._end_local()
            said = " ".join(str(error).split())[:200] or type(error).__name__
            raise StoreError(
                address or "", f"the scheduler cannot be reached ({said})", "check the address and the network"
            ) from None
        self._asked, self._threads = -math.inf, 0
        self.address = str(self._client.scheduler.address)
        self.dashboard = str(self._client.dashboard_link)

    def _started(self, processes: int, memory: str | None) -> Any:
        """Workers of this machine. Dask gives up where one ends before it has begun, so it is asked again."""
        for _ in range(STARTS):
            with suppress(RuntimeError):
                return self._dask.LocalCluster(
                    n_workers=processes,
                    threads_per_worker=1,
                    processes=True,
                    host=LOOPBACK,
                    dashboard_address=f"{LOOPBACK}:0",
                    silence_logs=logging.CRITICAL,
                    **({"memory_limit": memory} if memory else {}),
                )
        raise StoreError(
            "", "the workers end before they have begun", "leave more memory free, or take fewer: --workers"
        )

    def read(
        self, folder: Folder, wanted: Sequence[Wanted], keep: Keep[B], _: Tell
    ) -> Iterator[tuple[Wanted, B | SourceError]]:
        """As `Workers.read`; pages are not told, since a batch is answered as a whole."""
        of = {_name(one): one for one in wanted}
        batches = _batches(wanted)
        for name, told in self._all(folder, partial(_read, keep=keep), batches, _here):
            yield of[name], told

    def each(self, folder: Folder, work: Work[A, B], items: Iterable[A], together: int = 1) -> Iterator[B]:
        """As `Workers.each`."""
        waiting = iter(items)
        yield from self._all(folder, work, iter(lambda: list(islice(waiting, together)), []), _in_reader)

    def _all(self, folder: Folder, work: Work[Any, Any], batches: Iterator[list[Any]], done: Any) -> Iterator[Any]:
        """The results of all batches. In work are no more than keep the workers busy, so that none has to be held.

        `done`: how a worker does them, `_here` or `_in_reader`.
        """
        sent = partial(self._client.submit, done, str(folder.path.resolve()), made_by(), pure=False)
        running: dict[Any, list[Any]] = {}
        ended: SimpleQueue[Any] = SimpleQueue()

        def send(batch: list[Any]) -> None:
            future = sent(pickle.dumps((work, batch), pickle.HIGHEST_PROTOCOL), retries=RETRIES)
            running[future] = batch
            future.add_done_callback(ended.put)

        try:
            for batch in islice(batches, self._ahead()):
                send(batch)
            while running:
                future = self._ended(ended)
                if future in running:
                    batch, told = running.pop(future), _told(future)
                    if told is not None:
                        yield from told
                    elif len(batch) == 1:
                        yield from work(folder, batch)
                    else:
                        for item in batch:
                            send([item])
                for left, elsewhere in () if future else self._left_lying(running):
                    batch = running.pop(left)
                    left.cancel(force=True)
                    if elsewhere:
                        send(batch)
                    else:
                        yield from work(folder, batch)
                for batch in islice(batches, max(0, self._ahead() - len(running))):
                    send(batch)
        finally:
            self._client.cancel(list(running), force=True)

    def _ended(self, ended: SimpleQueue[Any]) -> Any:
        """The next batch that has ended; None where there is none for a while."""
        try:
            return ended.get(timeout=WAIT)
        except Empty:
            if self._client.status != "running":
                raise _lost() from None
            return None

    def _left_lying(self, running: Iterable[Any]) -> list[tuple[Any, bool]]:
        """Batches that lie at workers which take up nothing any more, and whether there are workers that do.

        Dask has a worker that is short of memory wait until it has more, which may be never.
        """
        workers = self._client.scheduler_info()["workers"]
        paused = {name for name, one in workers.items() if one["status"] == "paused"}
        if paused and len(paused) == len(workers):
            return [(future, False) for future in running]
        lying = {key for name, keys in self._client.processing().items() if name in paused for key in keys}
        return [(future, True) for future in running if future.key in lying]

    def _ahead(self) -> int:
        """How many batches are in work; the scheduler is asked for its workers now and then."""
        if time.monotonic() > self._asked + WAIT:
            self._asked, self._threads = time.monotonic(), int(sum(self._client.nthreads().values()))
        return max(LEAST, AHEAD * self._threads)

    def close(self) -> None:
        """End the connection, and the workers that were started here."""
        self._client.close()
        self._end_local()

    def _end_local(self) -> None:
        if self._local is not None:
            self._local.close()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _told(future: Any) -> list[Any] | None:
    """What a batch gave; None where its workers ended, or failed. What a person can mend is raised."""
    if future.status == "cancelled":
        raise _lost()
    if future.status == "lost":  # what it gave lay at a worker that has ended
        return None
    error = future.exception()
    if isinstance(error, GuituError):
        raise error
    lacking = next((one for one in (error, getattr(error, "__cause__", None)) if isinstance(one, ImportError)), None)
    if lacking:
        raise StoreError("", f"a worker lacks a package ({lacking})", "install Guitu where the workers run")
    packed = None if error else future.result()
    return list(pickle.loads(packed)) if packed else None


def _lost() -> StoreError:
    return StoreError("", "the connection to the scheduler was lost", "what was read is kept: type the command again")


def _batches(wanted: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    batch, size = list[Wanted](), 0
    for one in wanted:
        if batch and (len(batch) == TOGETHER or size + len(one.source.data) > BYTES):
            yield batch
            batch, size = [], 0
        batch.append(one)
        size += len(one.source.data)
    if batch:
        yield batch


def _name(one: Wanted) -> tuple[str, Any]:
    return one.source.sha256, one.columns


# ---- in a worker ----

_agreed: list[str] = []
_agreeing = threading.Lock()


def _here(path: str, by: str, packed: bytes) -> bytes:
    """The results of a batch, done by the worker itself; both packed, so that neither scheduler nor worker unpacks
    what it passes on."""
    _agree(Path(path), by)
    (told,) = _unpacked(Folder(Path(path)), [packed])
    return told


def _in_reader(path: str, by: str, packed: bytes) -> bytes:
    """The same, done by the process that reads for the worker, so that what work needs is loaded once; nothing where
    that process ended."""
    _agree(Path(path), by)
    told = bounds.do(Batch(_unpacked, Folder(Path(path)), [packed]), partial(read_source, columns=()))
    return bytes(told[0]) if told else b""


def _unpacked(folder: Folder, items: Iterable[bytes]) -> Iterator[bytes]:
    for packed in items:
        work, batch = pickle.loads(packed)
        yield pickle.dumps(list(work(folder, batch)), pickle.HIGHEST_PROTOCOL)


def _agree(path: Path, by: str) -> None:
    """Refuse work that would come out otherwise here: by other code, with other words, for a folder that is not there.

    The words that were taught to a store hold for a whole process, so one that has served a store serves no other that
    was taught otherwise.
    """
    with _agreeing:
        if not (path / layout.MARK).is_file():
            raise StoreError(str(path), "a worker does not see this folder", "put the store where all workers see it")
        if not _agreed:
            layout.find(path)
            _agreed.append(made_by())
        if by not in _agreed:
            raise StoreError(str(path), "a worker has another version, or other taught words", "start the workers anew")


def _read(folder: Folder, batch: Iterable[Wanted], keep: Keep[Any]) -> Iterator[tuple[tuple[str, Any], Any]]:
    """Each source of a batch by name, with what was kept of it, or why it cannot be read."""
    for one, told in Pool().read(folder, list(batch), keep, silent):
        yield _name(one), told
