"""The process that loads an engine: whatever becomes of it, the store is whole, and it outlives nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.extract.errors import StoreError
from guitu.graph.audit import damage
from guitu.graph.build import build
from guitu.graph.keep import engine, loading
from guitu.graph.keep.loading import Loader
from guitu.graph.keep.processes import Child, NotStarted
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read

PORTION = 700  # quads, so that a small graph is loaded as a large one is
# Builds a store, and dies without a word when the process that loads has taken in a portion and is to take the next.
VICTIM = f"""
import os, pathlib, signal, sys
sys.path.insert(0, sys.argv[1])
from conftest import toy_read
from guitu.graph import build as builder
from guitu.graph.keep import engine, loading
engine._LOADED, engine._worth = {PORTION}, lambda *_: False
wait = loading.Loader._wait

def dying(self):
    wait(self)
    if self._child and list(self._database.parent.glob("waiting-1.nq")):
        print(self._child._process.pid, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

loading.Loader._wait = dying
builder.build([sys.argv[2]], pathlib.Path(sys.argv[3]), read=toy_read)
"""


@pytest.fixture
def kept(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> tuple[Path, Path, list[str]]:
    """A store of one plan, a folder of another that differs in all, and the graph of that."""
    store, new = tmp_path / "store", write("new", c=plan.replace("云州", "临江"), d="青岚县总体规划\n任务 修路\n")
    build([write("old", a=plan)], store, read=read)
    build([new], tmp_path / "wanted", read=read)
    return store, new, list(Store.open(tmp_path / "wanted").quads())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """Large graphs begin with a few quads, and none is brought up to date; the processes that load them."""
    found = list[Child]()

    def noted(*given: object) -> Child:
        found.append(Child(*given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(engine, "_LOADED", PORTION)
    monkeypatch.setattr(engine, "_worth", lambda *_: False)
    monkeypatch.setattr(loading, "Child", noted)
    return found


def test_what_is_much_is_loaded_elsewhere(
    kept: tuple[Path, Path, list[str]], read: Read, started: list[Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph is the same; the process has ended with the step. What is little is loaded here."""
    store, new, wanted = kept
    build([new], store, read=read)
    assert [one.running for one in started] == [False]
    assert list(Store.open(store).quads()) == wanted
    assert not list(damage(store))
    monkeypatch.setattr(engine, "_LOADED", 100_000)
    build([new.with_name("old")], store, read=read)
    assert len(started) == 1


def test_none_can_be_started(
    kept: tuple[Path, Path, list[str]], read: Read, started: list[Child], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then it is loaded here."""

    def refused(_: str) -> None:
        raise NotStarted("no")

    monkeypatch.setattr(loading, "start", refused)
    store, new, wanted = kept
    build([new], store, read=read)
    assert not started
    assert list(Store.open(store).quads()) == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
@pytest.mark.usefixtures("started")
def test_killed_at_every_job(kept: tuple[Path, Path, list[str]], read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever job it has when it is killed: one line, the graph of before, and later the new one."""
    store, new, wanted = kept
    before, tell, at = list(Store.open(store).quads()), Loader._tell, 0
    while True:
        at, left = at + 1, at + 1

        def killing(self: Loader, job: str | None) -> None:
            nonlocal left
            left -= 1
            tell(self, job)
            if left == 0 and self._child:
                self._child.kill()

        monkeypatch.setattr(Loader, "_tell", killing)
        try:
            build([new], store, read=read)
        except StoreError as error:
            assert str(error) == f"{store}: the process that loads the engine was ended; run the command again"
            assert list(Store.open(store).quads()) == before
            assert not list(damage(store))
            continue
        break
    assert at > 4  # the database, portions, the end of it, and once nothing was left to be killed
    assert list(Store.open(store).quads()) == wanted


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at the processes of Linux")
def test_it_ends_with_the_step(kept: tuple[Path, Path, list[str]], read: Read) -> None:
    """A step that is killed takes it along; the next step clears away what both left."""
    store, new, wanted = kept
    before = list(Store.open(store).quads())
    command = [sys.executable, "-c", VICTIM, str(Path(__file__).parent), str(new), str(store)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL, done.stderr
    loader, until = Path("/proc") / done.stdout.strip(), time.monotonic() + 60
    while loader.exists() and "(zombie)" not in (loader / "status").read_text():
        assert time.monotonic() < until
        time.sleep(0.02)
    assert list(Store.open(store).quads()) == before
    build([new], store, read=read)
    assert list(Store.open(store).quads()) == wanted
    assert not list(store.glob("engine-new*"))


def test_what_the_engine_says(tmp_path: Path) -> None:
    """An error of the engine is raised here, at the next call."""
    loader = Loader(tmp_path / "db", tmp_path)
    loader.load(tmp_path / "none.nq")
    with pytest.raises(OSError, match=r"No such file"):
        loader.finish(None)
    loader.close()
