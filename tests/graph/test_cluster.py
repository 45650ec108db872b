"""Builds on a real cluster of separate processes: the graph is that of one machine, whatever ends in the middle."""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from types import SimpleNamespace
from typing import IO, Any

import distributed
import fsspec
import psutil
import pytest
from click.testing import CliRunner

from guitu.exports.command.cli import main
from guitu.extract.errors import StoreError
from guitu.graph.build import build, update
from guitu.graph.keep import folder as layout
from guitu.graph.keep import generations
from guitu.graph.reading import cluster as clusters
from guitu.graph.reading.cluster import Cluster
from tests.graph.far import Item, deadly, whose

PLANS = 12
PLAN = """云州市{field}行动计划
一、主要任务
（一）改造{field}管网。更新管网{count}公里。（市水利局牵头，市财政局配合）
（二）建设{field}平台。到2025年建成平台{count}个。（市大数据管理局牵头）
二、保障措施
（一）强化资金保障。落实{field}资金{count}万元。（市财政局负责）
"""
FIELDS = ("供水", "排水", "防洪", "节水", "灌溉", "治污", "供热", "燃气", "照明", "停车", "绿化", "环卫")


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plans of one city, one of them twice, one in an archive, and one that cannot be read."""
    place = tmp_path_factory.mktemp("plans")
    for number, field in enumerate(FIELDS, 10):
        (place / f"{field}.txt").write_text(PLAN.format(field=field, count=number), "utf-8")
    (place / "供水-副本.txt").write_text((place / "供水.txt").read_text("utf-8"), "utf-8")
    (place / "空.txt").write_bytes(b"")
    with zipfile.ZipFile(place / "附件.zip", "w") as archive:
        archive.writestr("国家.txt", PLAN.format(field="水网", count=90).replace("云州市", "国家"))
    return place


@pytest.fixture(scope="module")
def expected(plans: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of the graph of these plans on one machine."""
    store = tmp_path_factory.mktemp("pool") / "store"
    build([plans], store, workers=1)
    return graph(store)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with Cluster(processes=2) as made:
        yield made


def graph(store: Path) -> str:
    current = generations.current(layout.find(store))
    assert current
    return current.manifest


def test_the_graph_is_that_of_one_machine(plans: Path, expected: str, cluster: Cluster, tmp_path: Path) -> None:
    report = build([plans], tmp_path / "store", engine=cluster)
    again = build([plans], tmp_path / "store", engine=cluster)

    assert graph(tmp_path / "store") == expected
    assert [problem.where for problem in report.problems] == ["空.txt"]
    assert (report.read, report.documents) == (PLANS + 1, PLANS + 1)
    assert (again.read, again.generation) == (0, 1)


def test_objects_are_read_as_files(plans: Path, expected: str, cluster: Cluster, tmp_path: Path) -> None:
    """From a store of objects comes the graph of the same files in a folder; a later look finds them again."""
    system, store = fsspec.filesystem("memory"), tmp_path / "store"
    system.put(f"{plans}/", "/bucket/plans/", recursive=True)
    build(["memory://bucket/plans"], store, engine=cluster)
    again = update(store, engine=cluster)

    assert graph(store) == expected
    assert (again.read, again.generation, again.kept) == (0, 1, ())


def test_it_listens_to_this_machine_alone(cluster: Cluster) -> None:
    # beside servers of other makers that tests of this process have begun
    begun = [one for one in psutil.Process().children(recursive=True) if "python" in one.name()]
    processes = [psutil.Process(), *begun]
    listening = [
        one.laddr.ip
        for process in processes
        for one in process.net_connections("inet")
        if one.status == psutil.CONN_LISTEN
    ]

    assert len(listening) >= 3
    assert {*listening} == {"127.0.0.1"}
    assert cluster.dashboard.startswith("http://127.0.0.1:")


def test_work_is_done_where_documents_are_read(cluster: Cluster, tmp_path: Path) -> None:
    """By one process of each worker, which has at hand what work needs; the worker itself stays small."""
    folder = layout.prepare(tmp_path / "store")
    workers = {*cluster._client.run(os.getpid).values()}
    done_by = {*cluster.each(folder, whose, range(12))}

    assert {psutil.Process(one).ppid() for one in done_by} <= workers
    assert len(done_by) <= len(workers)


def test_a_worker_that_is_killed(
    plans: Path, expected: str, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the middle of reading: what it had is done by another."""
    killed: list[int] = []

    def kill(done: int, total: int, name: str, page: int = 0, pages: int = 0, /) -> None:
        if not killed:
            killed.append(at_work(cluster))
            os.kill(killed[0], signal.SIGKILL)

    monkeypatch.setattr(clusters, "TOGETHER", 2)
    report = build([plans], tmp_path / "store", engine=cluster, progress=kill)

    assert killed
    assert len(report.problems) == 1
    assert graph(tmp_path / "store") == expected


def at_work(cluster: Cluster) -> int:
    """The process of a worker that has something to do."""
    processes = cluster._client.run(os.getpid)
    return int(next(processes[worker] for worker, tasks in cluster._client.processing().items() if tasks))


@pytest.mark.parametrize("worker", [False, True])
def test_work_that_ends_workers_is_done_here(worker: bool, cluster: Cluster, tmp_path: Path) -> None:
    """Or the process that works for them."""
    folder = layout.prepare(tmp_path / "store")
    items = [Item(number, os.getpid(), worker) for number in range(6)]

    assert sorted(cluster.each(folder, deadly, items, together=3)) == [0, 1, 4, 9, 16, 25]


@contextmanager
def starved(address: str) -> Iterator[IO[bytes]]:
    """A worker with less memory than what it has to load, and what it says."""
    command = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard"]
    with TemporaryFile() as said:
        process = subprocess.Popen([*command, "--memory-limit", "70MB"], stdout=said, stderr=said)
        try:
            yield said
        finally:
            process.terminate()
            process.wait(30)


def told_by(said: IO[bytes]) -> str:
    said.seek(0)
    return said.read().decode()


def test_a_worker_without_memory(
    plans: Path, expected: str, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is ended again and again, or has to wait for ever: its work is done by others, or here."""
    monkeypatch.setattr(clusters, "TOGETHER", 2)
    monkeypatch.setattr(clusters, "WAIT", 1)
    with starved(cluster.address) as said:
        number, until = 0, time.monotonic() + 120
        while not re.search("exceeded 95% memory budget|Pausing worker", told_by(said)):  # it starts, and has its share
            assert time.monotonic() < until
            build([plans], tmp_path / str(number), engine=cluster)
            assert graph(tmp_path / str(number)) == expected
            number += 1


class Paused:
    """What is asked of the client of a cluster of which these workers are paused."""

    def __init__(self, *paused: str) -> None:
        self._paused = paused

    def scheduler_info(self) -> dict[str, dict[str, dict[str, str]]]:
        states = {name: {"status": "paused" if name in self._paused else "running"} for name in ("a", "b")}
        return {"workers": states}

    def processing(self) -> dict[str, tuple[str, ...]]:
        return {"a": ("1", "2"), "b": ("3",)}


@pytest.mark.parametrize(
    ("paused", "lying"),
    [((), {}), (("a",), {"1": True, "2": True}), (("a", "b"), {"1": False, "2": False, "3": False, "4": False})],
)
def test_what_lies_at_workers_that_wait(paused: tuple[str, ...], lying: dict[str, bool]) -> None:
    """It goes to workers that do not; where all wait it is done here. What no worker has yet is left alone."""
    made = Cluster.__new__(Cluster)
    made._client = Paused(*paused)
    found = made._left_lying([SimpleNamespace(key=key) for key in "1234"])

    assert {future.key: elsewhere for future, elsewhere in found} == lying


def test_a_build_that_is_killed_goes_on(plans: Path, expected: str, cluster: Cluster, tmp_path: Path) -> None:
    """What workers had read for the one that was killed is not read again."""
    store = tmp_path / "store"
    code = "from guitu.exports.command.cli import main; main()"
    options = ["--store", str(store), "--engine", "dask", "--scheduler", cluster.address]
    process = subprocess.Popen([sys.executable, "-c", code, "build", str(plans), *options], stdout=subprocess.DEVNULL)
    readings = store / "readings"
    while not (readings.is_dir() and len(list(readings.glob("*.json"))) > 1):
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.wait()
    time.sleep(1)  # a worker ends what it has begun
    before = {path.name: path.stat().st_mtime_ns for path in readings.glob("*.json")}
    report = build([plans], store, engine=cluster)

    assert report.reused >= len(before) > 1
    assert report.read + report.reused == PLANS + 1
    assert before.items() <= {path.name: path.stat().st_mtime_ns for path in readings.glob("*.json")}.items()
    assert graph(store) == expected


def test_the_command_tells_the_dashboard(plans: Path, cluster: Cluster, tmp_path: Path) -> None:
    options = ["--store", str(tmp_path / "store"), "--engine", "dask", "--scheduler", cluster.address, "--lang", "en"]
    done = CliRunner().invoke(main, ["build", str(plans / "供水.txt"), *options])

    assert done.exit_code == 0, done.stderr
    assert f"dashboard of the cluster: {cluster.dashboard}" in done.stdout


def test_a_scheduler_that_is_not_there(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "PATIENCE", 1)
    options = ["--store", str(tmp_path / "store"), "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    done = CliRunner().invoke(main, ["build", str(plans), *options])

    assert done.exit_code == 1
    assert done.stderr.startswith("guitu: tcp://127.0.0.1:9：")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("failures", [1, clusters.STARTS])
def test_a_worker_that_ends_before_it_has_begun(monkeypatch: pytest.MonkeyPatch, failures: int) -> None:
    """The workers are begun again; one line where they end each time."""
    tried = []

    def started(**settings: object) -> Any:
        tried.append(1)
        if len(tried) <= failures:
            raise RuntimeError("Nanny failed to start.")
        return original(**settings)

    original: Any = distributed.LocalCluster
    monkeypatch.setattr(distributed, "LocalCluster", started)
    if failures == clusters.STARTS:
        with pytest.raises(StoreError, match="the workers end before they have begun"):
            Cluster()
    else:
        Cluster().close()
    assert len(tried) == min(failures + 1, clusters.STARTS)


def test_a_scheduler_needs_its_engine(plans: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(plans), "--scheduler", "tcp://127.0.0.1:9"])

    assert done.exit_code == 2


@pytest.mark.parametrize(
    ("place", "by", "reason"),
    [(".", "another", "another version"), ("nowhere", "", "does not see this folder")],
)
def test_workers_that_would_do_otherwise(
    place: str, by: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_agreed", [])
    layout.prepare(tmp_path)

    for done in (clusters._here, clusters._in_reader):
        with pytest.raises(StoreError, match=reason):
            done(str(tmp_path / place), by, pickle.dumps((deadly, [Item(1, 0)])))
