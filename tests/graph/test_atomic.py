"""A build that is killed leaves the old graph or the new one, whole; the next build cleans up and succeeds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.graph.build import build
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read

# Builds a store, and kills itself with the signal that nothing can catch just before its n-th change of the disk.
VICTIM = """
import os, pathlib, signal, sys
sys.path.insert(0, sys.argv[1])
from conftest import toy_read
import pyoxigraph
from guitu.graph.keep import engine, loading
from guitu.graph import build as builder
left = int(sys.argv[4])

def counted(change):
    def counting(*given, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return change(*given, **named)
    return counting

for name in ("mkdir", "write_bytes", "write_text", "replace", "unlink"):
    setattr(pathlib.Path, name, counted(getattr(pathlib.Path, name)))
os.fsync = counted(os.fsync)

class Engine:
    def __init__(self, path):
        counted(lambda: None)()
        self.store = pyoxigraph.Store(path)
        counted(lambda: None)()
    def __getattr__(self, name):
        return counted(getattr(self.store, name))
    @staticmethod
    def read_only(path):
        return pyoxigraph.Store.read_only(path)

names = {name: getattr(pyoxigraph, name) for name in ("RdfFormat", "NamedNode", "parse")}
engine.ox = loading.ox = type("Ox", (), {"Store": Engine, **names})
builder.build([sys.argv[2]], pathlib.Path(sys.argv[3]), read=toy_read)
print("ended")
"""


def killed(source: Path, store: Path, change: int) -> bool:
    """Whether the build died before its `change`-th change; False where it had fewer."""
    command = [sys.executable, "-c", VICTIM, str(Path(__file__).parent), str(source), str(store), str(change)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL or done.stdout == "ended\n", done.stderr
    return done.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
def test_killed_anywhere(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """At each of its changes of the disk, from the first on, a build may die."""
    old, new = write("old", a=plan), write("new", a=plan.replace("12", "15"), b="青岚县总体规划\n任务 修路\n")
    wanted = []
    for source in (old, new):
        build([source], tmp_path / f"{source.name}-store", read=read)
        wanted.append(list(Store.open(tmp_path / f"{source.name}-store").quads()))

    change = 0
    while True:
        change += 1
        store = tmp_path / f"store{change}"
        build([old], store, read=read)
        died = killed(new, store, change)
        found = Store.open(store)
        assert list(found.quads()) in wanted
        assert len(found) == len(list(found.quads()))
        del found
        build([new], store, read=read)
        assert list(Store.open(store).quads()) == wanted[1]
        assert not list(store.rglob("*.part"))
        if not died:
            break
    assert change > 10


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signal")
@pytest.mark.parametrize("change", range(1, 8))
def test_killed_first(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read, change: int) -> None:
    """The very first build may die too, and the folder is still taken for a store."""
    source = write("in", a=plan)
    assert killed(source, tmp_path / "store", change)
    build([source], tmp_path / "store", read=read)

    assert len(Store.open(tmp_path / "store")) > 0
