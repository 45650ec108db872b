"""A Dask cluster against the pool: `make bench-cluster COUNTS="300 1000"`.

The documents are those of `bench_store`. Both have two workers of this machine; what is measured is the build after
they have started and made a small graph, in CPU seconds of all processes and by the clock, which other programs on the
machine disturb.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import psutil

from guitu.graph.build import build
from guitu.graph.keep import folder, generations
from guitu.graph.reading.cluster import Cluster
from guitu.graph.reading.workers import Pool, Workers
from tests.bench_questions import plans

WORKERS, WARM = 2, 24


def used() -> float:
    """CPU seconds of this process and of all that it has started."""
    this = psutil.Process()
    return sum(sum(process.cpu_times()[:4]) for process in [this, *this.children(recursive=True)])


def cost(places: Path, warm: Path, store: Path, engine: Workers) -> tuple[float, float, str]:
    """CPU seconds, seconds by the clock, and the name of the graph."""
    build([warm], store / "warm", engine=engine)
    before, since = used(), time.monotonic()
    report = build([places], store / "store", engine=engine)
    assert not report.problems
    current = generations.current(folder.find(store / "store"))
    assert current
    return used() - before, time.monotonic() - since, current.manifest


def measure(count: int, aside: Path) -> str:
    """One line of the table."""
    places, warm = aside / "in", aside / "warm"
    for place, some in ((places, count), (warm, WARM)):
        place.mkdir()
        for name, text in islice(plans(), some):
            (place / name).write_text(text, "utf-8")
    pool = cost(places, warm, aside / "pool", Pool(WORKERS))
    with Cluster(processes=WORKERS) as cluster:
        dask = cost(places, warm, aside / "dask", cluster)
    assert pool[2] == dask[2]
    told = (f"{cpu:.1f} s, {clock:.1f} s" for cpu, clock, _ in (pool, dask))
    ratios = f"{dask[0] / pool[0]:.2f} | {dask[1] / pool[1]:.2f}"
    return f"| {count:,} | {' | '.join(told)} | {ratios} | {os.getloadavg()[0]:.1f} |"


def main() -> None:
    """The table for the counts that are given."""
    print("| documents | pool: CPU, clock | dask: CPU, clock | ratio of CPU | of the clock | load |")
    print("| --- | --- | --- | --- | --- | --- |")
    for count in map(int, sys.argv[1:] or ["300"]):
        with tempfile.TemporaryDirectory() as aside:
            print(measure(count, Path(aside)), flush=True)


if __name__ == "__main__":
    main()
