"""Work of a step in processes of this machine: the same as here, whatever becomes of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from guitu.extract.errors import StoreError
from guitu.graph.build import build
from guitu.graph.keep.folder import Folder
from guitu.graph.reading.workers import Pool

HERE = os.getpid()


def squared(_: Folder, items: Iterable[int]) -> Iterator[int]:
    """A work that any process can do."""
    return (item * item for item in items)


def where(_: Folder, items: Iterable[int]) -> Iterator[int]:
    """Which process does it."""
    return (os.getpid() for _ in items)


def ended(_: Folder, items: Iterable[int]) -> Iterator[int]:
    """A work that ends every process but that which asked for it."""
    for item in items:
        if os.getpid() != item:
            os._exit(1)
        yield item


def refused(folder: Folder, items: Iterable[int]) -> Iterator[int]:
    """A work that the store refuses."""
    for item in items:
        if item == 7:
            raise StoreError(str(folder.path), "no room is left")
        yield item


def test_what_is_much_is_shared_out(tmp_path: Path) -> None:
    """The results are those of one process; it is done by others than this one."""
    folder, items = Folder(tmp_path), range(40)
    assert sorted(Pool(2).each(folder, squared, items, 4)) == list(Pool(1).each(folder, squared, items, 4))
    assert HERE not in set(Pool(2).each(folder, where, items, 4))


@pytest.mark.parametrize(("processes", "count"), [(1, 40), (2, 15), (2, 0)])
def test_what_is_little_is_done_here(tmp_path: Path, processes: int, count: int) -> None:
    """One process alone does all by itself; several begin where each has two batches."""
    assert set(Pool(processes).each(Folder(tmp_path), where, range(count), 4)) <= {HERE}


def test_what_ends_processes_is_done_here(tmp_path: Path) -> None:
    """Nothing is lost with them."""
    assert list(Pool(2).each(Folder(tmp_path), ended, [HERE] * 20, 2)) == [HERE] * 20


def test_what_fails_is_told_here(tmp_path: Path) -> None:
    """As the error that it is; and the processes work on."""
    with pytest.raises(StoreError, match="no room is left"):
        list(Pool(2).each(Folder(tmp_path), refused, range(20), 2))
    assert sum(Pool(2).each(Folder(tmp_path), squared, range(20), 2)) == 2470


def test_a_store_by_a_path_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that lives on has another working folder than the next step."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        Path("plan.txt").write_text("云州市节水规划\n一、重点任务\n（一）改造管网。由市水务局负责。\n", "utf-8")
        assert not build([Path("plan.txt")], Path("store")).problems
        assert list((tmp_path / name / "store/readings").iterdir())
