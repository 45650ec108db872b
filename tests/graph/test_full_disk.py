"""A disk that is full, a store that cannot be written, two who write: one line each, and nothing is lost."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from guitu.extract.errors import StoreError
from guitu.graph.audit import damage
from guitu.graph.build import add, build
from guitu.graph.keep import folder as layout
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read

OTHER = "青岚县防洪规划\n" + "".join(f"任务 加固第{number}段堤防 由县水利局负责\n" for number in range(60))
ROOT = Path(__file__).parents[2]
# In a namespace of its own a small disk is mounted, and a store on it changed with ever more room, then read alone.
DISK = """
import json, os, shutil, subprocess, sys
from pathlib import Path
from guitu.extract.errors import GuituError
from guitu.graph.audit import damage
from guitu.graph.build import add
from guitu.graph.keep.store import Store
from tests.graph.conftest import toy_read
disk, before, files = map(Path, sys.argv[1:])

def mount(*words):
    subprocess.run(["mount", *words, str(disk)], check=True)

def told(run):
    try:
        return run()
    except GuituError as error:
        return str(error)

mount("-t", "tmpfs", "-o", "size=64m", "none")
for room in (0, 200, 700, 1000, None):  # KB
    store = disk / "store"
    shutil.rmtree(store, ignore_errors=True)
    shutil.copytree(before, store)
    space = os.statvfs(disk)
    used = (space.f_blocks - space.f_bfree) * space.f_frsize // 1024
    mount("-o", "remount,size=" + (f"{used + room}k" if room is not None else "64m"))
    said = told(lambda: add([files], store, read=toy_read).documents)
    found = list(Store.open(store).quads()), len(Store.open(store)), list(damage(store))
    mount("-o", "remount,size=64m")
    print(json.dumps((said, *found, told(lambda: add([files], store, read=toy_read).documents))), flush=True)
mount("-o", "remount,ro")
found = list(Store.open(store).quads()), len(Store.open(store)), list(damage(store))
print(json.dumps((told(lambda: add([files], store, read=toy_read).documents), *found, None)))
"""
# Adds a file, and tells what came of it.
WRITER = """
import sys
from pathlib import Path
from guitu.extract.errors import GuituError
from guitu.graph.build import add
from tests.graph.conftest import toy_read
try:
    print(add([sys.argv[1]], Path(sys.argv[2]), read=toy_read).documents)
except GuituError as error:
    print(error)
"""


@pytest.fixture
def files(write: Callable[..., Path], plan: str) -> Path:
    """What is added to a store of the plan: its new version, and another document."""
    write("old", a=plan)
    return write("in", a=plan.replace("12", "15"), b=OTHER)


@pytest.fixture
def wanted(tmp_path: Path, files: Path, read: Read) -> list[list[str]]:
    """The graph before and after; the store before is `before`."""
    build([files.with_name("old")], tmp_path / "before", read=read)
    found = [list(Store.open(tmp_path / "before").quads())]
    add([files.with_name("old"), files], tmp_path / "after", read=read)
    return [*found, list(Store.open(tmp_path / "after").quads())]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO], ids=errno.errorcode.get)
def test_a_write_that_fails(
    tmp_path: Path, files: Path, read: Read, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Whichever write of a step is the first that fails: one line, the graph of before, and later the new one."""
    store = tmp_path / "store"
    build([files.with_name("old")], store, read=read)
    whole, number = layout.write, 0
    while True:
        number += 1
        before, left = list(Store.open(store).quads()), number

        def failing(*given: Any, **named: Any) -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                raise OSError(code, "it fails")
            whole(*given, **named)

        monkeypatch.setattr(layout, "write", failing)
        try:
            done = add([files], store, read=read)
        except StoreError as error:
            monkeypatch.undo()
            assert str(error) == f"{store}: the store cannot be written (it fails)"
            assert list(Store.open(store).quads()) == before
            assert not list(damage(store))
            continue
        monkeypatch.undo()
        break
    assert number > 5
    assert done.documents == 2


def test_a_small_disk(tmp_path: Path, files: Path, wanted: list[list[str]], program: Callable[[str, str], str]) -> None:
    """A real disk without room at the beginning or in the midst of a step, and one that is only read."""
    (tmp_path / "disk").mkdir()
    own = [program("unshare", "util-linux"), "--map-root-user", "--mount"]
    probe = subprocess.run([*own, "mount", "-t", "tmpfs", "none", str(tmp_path / "disk")], check=False)
    if probe.returncode:
        pytest.skip("this system lets no test mount a disk of its own (unshare --map-root-user --mount)")
    words = [sys.executable, "-c", DISK, *(str(tmp_path / name) for name in ("disk", "before")), str(files)]
    done = subprocess.run([*own, *words], capture_output=True, text=True, cwd=ROOT, check=False)
    assert not done.returncode, done.stderr
    *steps, still = map(json.loads, done.stdout.splitlines())

    for said, quads, size, damaged, after in steps:
        full = said != 2
        assert not full or said.endswith("the store cannot be written (No space left on device)")
        assert (quads, size, damaged) == (wanted[not full], len(wanted[not full]), [])
        assert after == 2
    assert [said == 2 for said, *_ in steps][0::4] == [False, True]
    assert still[0].endswith("the store cannot be written (Read-only file system)")
    assert still[1:4] == [wanted[1], len(wanted[1]), []]


def test_two_writers(tmp_path: Path, files: Path, read: Read) -> None:
    """Of two at once each ends, or is told in one line that another writes; then both documents are there."""
    store = tmp_path / "store"
    build([files.with_name("old")], store, read=read)
    with layout.locked(layout.find(store)), pytest.raises(StoreError, match=r"another command is writing this store;"):
        add([files], store, read=read)
    words = [sys.executable, "-c", WRITER]
    both = [
        subprocess.Popen([*words, str(files / name), str(store)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        for name in ("a.txt", "b.txt")
    ]
    said = [process.communicate()[0] for process in both]

    assert all(one.strip().isdecimal() or "another command is writing" in one for one in said)
    assert [one.count("\n") for one in said] == [1, 1]
    assert not list(damage(store))
    assert add([files], store, read=read).documents == 2
