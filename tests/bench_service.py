"""What the service bears: 64 connections that ask the named questions, with hostile queries among them.

`make bench-service`, not a timed test. First a plain Oxigraph server on the same graph is asked by the same connections
(it is not asked the hostile ones: it would not end), then `guitu serve` without and with them. Told are requests per
second and per second of CPU, statuses, waits of the honest, how long the hostile ones lived, and the most memory of all
processes of the service. Exit code 1 where an honest question got an error, a hostile one outlived its limit, or memory
its bound. An honest client that is told to come again (503) does so, as the protocol has it; what it waited counts.
"""

from __future__ import annotations

import asyncio
import http.client
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

from guitu.exports.stores.graph_store import GraphStore
from guitu.exports.stores.push import push
from guitu.graph.ask.query import bound, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.service.conftest import serving
from tests.exports.stores.conftest import oxigraph_server

CONNECTIONS, HOSTILE, TIMEOUT = 64, 4, 10
SLACK = 10.0  # seconds beyond the limit that a hostile query may take on a machine with other work
MEMORY = 2 * 1024**3  # bytes that each process of the service may hold
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
    """What the connections were answered. `waits`: seconds of the honest; `lives`: of the hostile."""

    statuses: Counter[int] = field(default_factory=Counter)
    hostile: Counter[int] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)
    lives: list[float] = field(default_factory=list)
    again: int = 0
    memory: int = 0
    work: float = 0.0


async def client(url: str, queries: list[str], end: float, seen: Seen, hostile: bool) -> None:
    """One connection after the other, as most clients ask, until the end."""
    at = urlsplit(url)
    for query in cycle(queries):
        started = time.monotonic()
        if started >= end:
            return
        while True:
            status, after = await asked(at.hostname or "", at.port or 80, f"{at.path}?{at.query}", query.encode())
            if hostile or status != 503:
                break
            seen.again += 1
            await asyncio.sleep(min(after, 1.0))
            if time.monotonic() > end + TIMEOUT:
                break
        took = time.monotonic() - started
        (seen.hostile if hostile else seen.statuses)[status] += 1
        (seen.lives if hostile else seen.waits).append(took)


async def asked(host: str, port: int, path: str, body: bytes) -> tuple[int, float]:
    """The status of an answer that was read to its end, and after how many seconds to come again."""
    try:
        reader, writer = await asyncio.open_connection(host, port)
    except OSError:
        return 0, 0.5
    try:
        lines = (f"POST {path} HTTP/1.1", f"host: {host}:{port}", "connection: close", f"content-length: {len(body)}")
        head = "\r\n".join((*lines, *(f"{name}: {value}" for name, value in HEAD.items())))
        writer.write(f"{head}\r\n\r\n".encode() + body)
        await writer.drain()
        answer = await reader.read(-1)
        told = answer.partition(b"\r\n\r\n")[0].decode("latin-1").lower().split("\r\n")
        after = next((line.partition(":")[2] for line in told if line.startswith("retry-after:")), "0.2")
        return int(told[0].split()[1]), float(after)
    except (OSError, IndexError, http.client.HTTPException):
        return 0, 0.5
    finally:
        writer.close()


def loaded(url: str, queries: list[str], seconds: float, hostile: int = 0, pid: int = 0) -> Seen:
    """What 64 connections see for so many seconds; some of them are hostile."""
    seen, done = Seen(), threading.Event()
    watch = threading.Thread(target=watched, args=(pid, seen, done))
    watch.start()
    before = worked(pid)

    async def all_of_them() -> None:
        end = time.monotonic() + seconds
        shifted = [queries[place % len(queries) :] + queries[: place % len(queries)] for place in range(CONNECTIONS)]
        honest = [client(url, own, end, seen, False) for own in shifted[hostile:]]
        await asyncio.gather(*honest, *(client(url, list(HOSTILE_QUERIES), end, seen, True) for _ in range(hostile)))

    asyncio.run(all_of_them())
    seen.work = worked(pid) - before
    done.set()
    watch.join()
    return seen


def watched(pid: int, seen: Seen, done: threading.Event) -> None:
    """The most memory that a process and its children hold together, and each alone may hold."""
    page = os.sysconf("SC_PAGE_SIZE")
    while pid and not done.wait(0.5):
        held = 0
        for one in (pid, *children(pid)):
            try:
                held += int(Path(f"/proc/{one}/statm").read_text().split()[1]) * page
            except (OSError, IndexError):
                continue
        seen.memory = max(seen.memory, held)


def worked(pid: int) -> float:
    """Seconds of CPU of a process and its children, also of those that have ended."""
    ticks = 0
    for one in (pid, *children(pid)):
        try:
            ticks += sum(map(int, Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()[11:15]))
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """Its processes."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        return [int(one) for path in tasks for one in path.read_text().split()]
    except OSError:
        return []


def told(name: str, seen: Seen, seconds: float) -> float:
    """One line; how many of the honest were answered for each second of CPU, which a busy machine does not change."""
    waits = sorted(seen.waits) or [0.0]
    rate = seen.statuses[200] / max(seen.work, 0.01)
    print(
        f"{name:16} {seen.statuses[200] / seconds:6.1f}/s, for a second of CPU {rate:.1f}; {dict(seen.statuses)}, "
        f"came again {seen.again}; median {statistics.median(waits):.2f} s, "
        f"p99 {waits[len(waits) * 99 // 100 - 1]:.2f} s",
        flush=True,
    )
    if seen.lives:
        print(f"{'':16} hostile {dict(seen.hostile)}  longest {max(seen.lives):.1f} s")
    if seen.memory:
        print(f"{'':16} memory {seen.memory / 1e6:.0f} MB, load of the machine {os.getloadavg()[0]:.1f}", flush=True)
    return rate


def main() -> int:
    """`SECONDS [STORE]`: 60, and the sample plans where no store is given."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    place = Path(tempfile.mkdtemp())
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else place / "store"
    if not path.exists():
        build([Path(str(files("guitu.extract"))) / "samples"], path)
    store = Store.open(path)
    queries = [bound(one, one.example if one.takes(len(one.example)) else ()) for one in questions().values()]
    print(f"{len(store)} quads, {len(queries)} questions, {CONNECTIONS} connections, {seconds:g} s each")
    with oxigraph_server(place / "oxigraph") as address:
        push(store, GraphStore(f"{address}/store"))
        (pid,) = (one for one in children(os.getpid()) if "oxigraph" in Path(f"/proc/{one}/cmdline").read_text())
        peer = told("oxigraph", loaded(f"{address}/query?union-default-graph", queries, seconds, pid=pid), seconds)
    with serving("--store", path, "--timeout", str(TIMEOUT)) as served:
        url = f"{served.url}/sparql"
        alone = loaded(url, queries, seconds, pid=served.pid)
        ours = told("guitu serve", alone, seconds)
        beset = loaded(url, queries, seconds, HOSTILE, served.pid)
        told(f"with {HOSTILE} hostile", beset, seconds)
    print(f"of the other server: {ours / peer:.2f}" if peer else "the other server did not answer")
    wrong = [status for seen in (alone, beset) for status in seen.statuses if status != 200]
    late = [life for life in beset.lives if life > TIMEOUT + SLACK]
    return 1 if wrong or late or 200 in beset.hostile or beset.memory > MEMORY * 6 else 0


if __name__ == "__main__":
    raise SystemExit(main())
