"""What the service bears: 64 connections that ask the named questions, with hostile queries among them.

`make bench-service`, not a timed test. A plain Oxigraph server and `guitu serve` have the same graph and are asked by
the same connections, in turns of one run, so that what else the machine does falls on both alike:

- every query as new: a number in a remark makes its text one that was not asked before, so no answer is kept for it;
- the same, with hostile queries among them (the other server is not asked those: it would not end);
- the questions repeated as they are, which `guitu serve` answers from what it keeps for a graph.

Told are requests per second and per second of CPU, statuses, waits of the honest, how long the hostile ones lived, and
the most memory of all processes. The work of a hostile query that has stepped back is counted apart from the others':
it is what they leave to it. Exit code 1 where an honest question got an error or was sent away (503), a hostile one
outlived its limit, memory its bound, or the service did less than 0.7 of the other server.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import count, cycle
from pathlib import Path
from urllib.parse import urlsplit

from guitu.exports.stores.graph_store import GraphStore
from guitu.exports.stores.push import push
from guitu.graph.ask.query import bound, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.service.conftest import serving
from tests.exports.stores.conftest import oxigraph_server

CONNECTIONS, HOSTILE, TIMEOUT, ROUNDS = 64, 4, 10, 3
LIVES = 2 * TIMEOUT + 5  # seconds by the clock: its bound, and what it takes to end it
MEMORY = 2 * 1024**3  # bytes that each process of the service may hold
AT_LEAST = 0.7  # of what the other server does
NICE = 16  # where it stands in what the system tells of a process
TICKS = os.sysconf("SC_CLK_TCK")
HEAD = {"content-type": "application/sparql-query", "accept": "application/sparql-results+json"}
HOSTILE_QUERIES = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
    "SELECT * { ?s (!<http://x/>)*/(!<http://y/>)*/(!<http://z/>)* ?o . ?o ((!<http://x/>)*)* ?t } ORDER BY ?t",
    "SELECT (STRLEN(?a9) AS ?n) { BIND('aaaaaaaaaa' AS ?a0) "
    + " ".join(f"BIND(CONCAT({', '.join([f'?a{n}'] * 10)}) AS ?a{n + 1})" for n in range(9))
    + " }",
)


@dataclass
class Seen:
    """What the connections were answered. `waits`: seconds of the honest; `lives`: of the hostile; `honest`: how many
    were answered before the end; `work`: seconds of CPU of those who answer; `behind`: of those that have stepped back.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    hostile: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    lives: list[float] = field(default_factory=list)
    honest: int = 0
    seconds: float = 0.0
    memory: int = 0
    work: float = 0.0
    behind: float = 0.0


@dataclass
class Way:
    """How a server is asked. `fresh`: every query as one that was not asked before; `hostile`: how many connections."""

    name: str
    url: str
    pid: int
    fresh: bool = True
    hostile: int = 0
    seen: Seen = field(default_factory=Seen)


_NUMBERS = count()


async def client(way: Way, queries: Sequence[str], end: float, hostile: bool) -> None:
    """One connection after the other, as most clients ask, until the end."""
    at, seen = urlsplit(way.url), way.seen
    for query in cycle(queries):
        started = time.monotonic()
        if started >= end:
            return
        text = f"{query}\n# {next(_NUMBERS)}" if way.fresh else query
        status = await asked(at.hostname or "", at.port or 80, f"{at.path}?{at.query}", text.encode())
        ended = time.monotonic()
        (seen.hostile if hostile else seen.statuses)[status] += 1
        (seen.lives if hostile else seen.waits).append(ended - started)
        seen.honest += not hostile and status == 200 and ended < end


async def asked(host: str, port: int, path: str, body: bytes) -> int:
    """The status of an answer that was read to its end; 0 where there was none."""
    try:
        reader, writer = await asyncio.open_connection(host, port)
    except OSError:
        return 0
    try:
        lines = (f"POST {path} HTTP/1.1", f"host: {host}:{port}", "connection: close", f"content-length: {len(body)}")
        head = "\r\n".join((*lines, *(f"{name}: {value}" for name, value in HEAD.items())))
        writer.write(f"{head}\r\n\r\n".encode() + body)
        await writer.drain()
        answer = await reader.read(-1)
        return int(answer.split(None, 2)[1])
    except (OSError, IndexError, ValueError):
        return 0
    finally:
        writer.close()


def loaded(way: Way, queries: list[str], seconds: float) -> None:
    """Ask with 64 connections for so many seconds, and let those that are asked then end."""
    done, seen, end = threading.Event(), way.seen, time.monotonic() + seconds
    watch = threading.Thread(target=watched, args=(way.pid, seen, end, done))
    watch.start()

    async def all_of_them() -> None:
        before = worked(way.pid)
        shifted = [queries[place % len(queries) :] + queries[: place % len(queries)] for place in range(CONNECTIONS)]
        honest = [client(way, own, end, False) for own in shifted[way.hostile :]]
        hostile = [client(way, HOSTILE_QUERIES, end, True) for _ in range(way.hostile)]
        asking = asyncio.gather(*honest, *hostile)
        await asyncio.sleep(end - time.monotonic())
        seen.work += worked(way.pid) - before
        await asking

    asyncio.run(all_of_them())
    seen.seconds += seconds
    done.set()
    watch.join()


def watched(pid: int, seen: Seen, end: float, done: threading.Event) -> None:
    """The most memory that a process and its children hold together; to the end, the work of those behind."""
    page, own = os.sysconf("SC_PAGE_SIZE"), stat(pid)[NICE]
    before = {one: sum(stat(one)[11:13]) / TICKS for one in children(pid)}  # when it still answered the honest
    behind = dict[int, float]()
    while not done.wait(0.2):
        held = 0
        for one in (pid, *children(pid)):
            with contextlib.suppress(OSError, IndexError):
                held += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * page
                told = stat(one)
                work = sum(told[11:13]) / TICKS
                if told[NICE] <= own:
                    before[one] = work
                elif time.monotonic() < end:
                    behind[one] = work - before.get(one, 0.0)
        seen.memory = max(seen.memory, held)
    seen.behind += sum(behind.values())


def worked(pid: int) -> float:
    """Seconds of CPU of a process and its children, also of those that have ended."""
    ticks = 0
    for one in (pid, *children(pid)):
        with contextlib.suppress(OSError):
            ticks += sum(stat(one)[11:15])
    return ticks / TICKS


def stat(pid: int) -> list[int]:
    """What the system tells of a process, in the order of proc(5) from the third field on; OSError where it is gone."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return [0, *map(int, told[1:])]


def children(pid: int) -> list[int]:
    """Its processes, and theirs."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        found = [int(one) for path in tasks for one in path.read_text().split()]
    except OSError:
        return []
    return [*found, *(below for one in found for below in children(one))]


def told(way: Way, peer: Way) -> None:
    """What a server has borne, in a few lines."""
    seen, waits = way.seen, sorted(way.seen.waits) or [0.0]
    by_clock, by_work = rates(seen)
    print(
        f"{way.name:22} {by_clock:6.1f}/s, for a second of CPU {by_work:.1f}; {dict(seen.statuses)}; "
        f"median {statistics.median(waits):.2f} s, p99 {waits[len(waits) * 99 // 100 - 1]:.2f} s; "
        f"memory {seen.memory / 1e6:.0f} MB; {seen.work:.1f} s of CPU"
    )
    if seen.lives:
        print(
            f"{'':22} hostile {dict(seen.hostile)}, longest {max(seen.lives):.1f} s, {seen.behind:.1f} s of CPU behind"
        )
    if way is not peer:
        ratios = [mine / other for mine, other in zip(rates(seen), rates(peer.seen), strict=True)]
        print(f"{'':22} of {peer.name}: {ratios[0]:.2f} by the clock, {ratios[1]:.2f} for a second of CPU", flush=True)


def rates(seen: Seen) -> tuple[float, float]:
    """The honest that were answered in a second by the clock, and in one of CPU, without that of the hostile."""
    return seen.honest / max(seen.seconds, 0.01), seen.honest / max(seen.work - seen.behind, 0.01)


def failures(ours: Sequence[Way], peer: Way) -> Iterator[str]:
    """What is not as it has to be."""
    for way in ours:
        seen = way.seen
        if set(seen.statuses) != {200}:
            yield f"{way.name}: an honest question was not answered"
        if 200 in seen.hostile or max(seen.lives, default=0) > LIVES + max(seen.waits):
            yield f"{way.name}: a hostile query was not ended in time"
        if seen.memory > MEMORY * 6:
            yield f"{way.name}: too much memory"
        if rates(seen)[1] < AT_LEAST * rates(peer.seen)[1]:
            yield f"{way.name}: less than {AT_LEAST} of {peer.name}"


def main() -> int:
    """`SECONDS [STORE]`: 60, and the sample plans where no store is given."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    place = Path(tempfile.mkdtemp())
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else place / "store"
    if not path.exists():
        build([Path(str(files("guitu.extract"))) / "samples"], path)
    store = Store.open(path)
    queries = [bound(one, one.example if one.takes(len(one.example)) else ()) for one in questions().values()]
    print(
        f"{len(store)} quads, {len(queries)} questions, {CONNECTIONS} connections, {seconds:g} s each, {ROUNDS} turns, "
        f"load {os.getloadavg()[0]:.1f}",
        flush=True,
    )
    with oxigraph_server(place / "oxigraph") as address, serving("--store", path, "--timeout", str(TIMEOUT)) as served:
        push(store, GraphStore(f"{address}/store"))
        (pid,) = (one for one in children(os.getpid()) if "oxigraph" in Path(f"/proc/{one}/cmdline").read_text())
        peer = Way("oxigraph", f"{address}/query?union-default-graph", pid)
        url = f"{served.url}/sparql"
        ours = (
            Way("guitu serve, as new", url, served.pid),
            Way(f"with {HOSTILE} hostile", url, served.pid, hostile=HOSTILE),
            Way("repeated", url, served.pid, fresh=False),
        )
        for way in (peer, *ours):
            loaded(Way("", way.url, way.pid, way.fresh), queries, 2)  # both have started
        for way in (peer, *ours) * ROUNDS:
            loaded(way, queries, seconds / ROUNDS)
    for way in (peer, *ours):
        told(way, peer)
    wrong = list(failures(ours, peer))
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
