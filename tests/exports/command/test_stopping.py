"""Commands end when they are told to: by their time, by Ctrl-C, by SIGTERM, by too little memory; with one line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from guitu.exports.command import shared as command
from guitu.exports.command.stopping import Terminated, ends_on_signals
from guitu.graph.build import build
from guitu.graph.keep import folder as layout
from tests.graph import hostile

GRAPH = str(Path(__file__).parents[1] / "example.trig")
SAMPLES = Path(str(files("guitu.extract"))) / "samples"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s }"
ENDLESS_ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p } ORDER BY DESC(?a)"
# Runs the command, and says when the engine is asked or the first document read; Ctrl-C is heard also where whoever
# runs the tests does not hear it (nohup, a job in the background)
CODE = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
from guitu.exports.command.cli import main
from guitu.graph.keep import asking
from guitu.graph.reading import bounds
def telling(run):
    def told(*given, **named):
        print("begun", file=sys.stderr, flush=True)
        time.sleep(float(os.environ.get("SLEEP", "0")))
        return run(*given, **named)
    return told
asking.run = telling(asking.run)
bounds.read_all = telling(bounds.read_all)
main()
"""
windows = pytest.mark.skipif(sys.platform == "win32", reason="signals of other systems")
Run = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def run() -> Iterator[Run]:
    """Starts a command; returns once it has begun with its work."""
    started: list[subprocess.Popen[str]] = []

    def start(*args: str, **options: Any) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", CODE, *args, "--lang", "en"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            **options,
        )
        started.append(process)
        assert process.stderr
        assert process.stderr.readline() == "begun\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, complained = process.communicate(timeout=30)
    return process.returncode, said, complained.replace("begun\n", "")


def test_a_query_has_a_time(run: Run) -> None:
    """One line at its end, exit code 1."""
    for query in (ENDLESS, ENDLESS_ROWS):
        code, said, complained = ended(run("query", query, "--store", GRAPH, "--timeout", "0.5"))

        assert (code, said) == (1, "")
        assert complained == (
            "guitu: it took longer than 0.5 seconds; ask for less, or give it more: --timeout SECONDS\n"
        )


def test_a_question_has_a_time(run: Run) -> None:
    slow = run("ask", "owners", "--store", GRAPH, "--timeout", "0.5", env={**os.environ, "SLEEP": "60"})
    code, _, complained = ended(slow)

    assert code == 1
    assert complained.startswith("guitu: it took longer than 0.5 seconds")


@windows
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("query", [ENDLESS, ENDLESS_ROWS])
def test_a_query_is_stopped(run: Run, number: int, code: int, query: str) -> None:
    """Though the engine holds the main thread."""
    process = run("query", query, "--store", GRAPH)
    time.sleep(0.2)
    process.send_signal(number)

    assert ended(process) == (code, "", "guitu: interrupted\n")


@windows
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("whole_group", [False, True])
def test_a_build_is_stopped(run: Run, tmp_path: Path, number: int, code: int, whole_group: bool) -> None:
    """In the midst of a document that takes minutes; its processes end, and the store is free."""
    place = tmp_path / "in"
    place.mkdir()
    for name in "abc":
        (place / f"{name}.pdf").write_bytes(hostile.pdf())
    process = run("build", str(place), "--store", str(tmp_path / "store"), "--workers", "2")
    time.sleep(1)
    if whole_group:
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)

    assert ended(process) == (code, "", "guitu: interrupted\n")
    with layout.locked(layout.find(tmp_path / "store")):
        pass


@windows
def test_a_signal_that_is_heard_late() -> None:
    """Where the command ends by itself in time, it is not ended."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also in a job that does not hear it
    with pytest.raises(Terminated), ends_on_signals(pytest.fail, "?"):
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(10)
    with pytest.raises(KeyboardInterrupt), ends_on_signals(pytest.fail, "?"):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(10)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


def test_another_thread_hears_no_signals() -> None:
    """A command that a program calls in a thread runs all the same."""
    ran = []

    def call() -> None:
        with ends_on_signals(pytest.fail, "?"):
            ran.append(True)

    thread = threading.Thread(target=call)
    thread.start()
    thread.join()

    assert ran == [True]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system does not limit memory")
@pytest.mark.parametrize("megabytes", [150, 400])
def test_little_memory(tmp_path: Path, megabytes: int) -> None:
    """One line, and the store keeps its graph."""
    store = tmp_path / "store"
    build([sorted(SAMPLES.glob("*.txt"))[0]], store)
    before = (store / "current").read_bytes()
    bounded = (
        f"ulimit -v {megabytes * 1000}; exec {sys.executable} -c 'from guitu.exports.command.cli import main; main()' "
    )
    done = subprocess.run(
        ["bash", "-c", bounded + f"build {SAMPLES} --store {store} --workers 2 --lang en"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "guitu: the memory is too little; raise its limit (ulimit -v), or take less at once\n"
    assert (store / "current").read_bytes() == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system does not limit memory")
def test_enough_memory(tmp_path: Path) -> None:
    """A bound that suffices changes nothing: what is said, and the exit code."""
    bounded = f"ulimit -v 4000000; exec {sys.executable} -c 'from guitu.exports.command.cli import main; main()' "
    for args, code in ((f"query ASK{{}} --store {GRAPH}", 0), ("query ASK --store x", 1), ("query", 2)):
        done, plain = (
            subprocess.run(["bash", "-c", f"{how}{args}"], capture_output=True, text=True, timeout=60, check=False)
            for how in (bounded, bounded.partition(";")[2])
        )
        assert (done.returncode, done.stdout, done.stderr) == (plain.returncode, plain.stdout, plain.stderr)
        assert done.returncode == code


def test_as_many_workers_as_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()

    assert command.cores() == allowed
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(500)), raising=False)
    assert command.cores() == command.MOST_WORKERS
