"""Whatever of a store is damaged is told, never answered from, and mended where it can be made again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guitu.extract.errors import GuituError
from guitu.graph.audit import damage, repair
from guitu.graph.build import add, build
from guitu.graph.checks.verify import verify
from guitu.graph.keep import folder, generations
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read
from tests.graph.stores import changed

OTHER = "临江省水安全规划\n任务 保护水源地 由省水利厅负责\n"
EVERYTHING = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
PASSING = ("LOG", "LOCK", "lock")  # of whoever opens the engine or the store: nothing is read from them

Change = Callable[[bytes], bytes]
CHANGES: dict[str, Change] = {
    "cut": lambda data: data[: len(data) // 2],
    "emptied": lambda data: b"",
    "one byte": lambda data: data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :],
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two steps, beside the files that it was made of."""
    from tests.graph.conftest import PLAN, toy_read  # noqa: PLC0415 - beside this file

    place = tmp_path_factory.mktemp("whole")
    (place / "in").mkdir()
    for name, text in (("a.txt", PLAN), ("b.txt", OTHER)):
        (place / "in" / name).write_text(text, encoding="utf-8")
        add([place / "in" / name], place / "store", read=toy_read)
    return place


def kinds(store: Path) -> Iterator[Path]:
    """One file of every kind that the current graph needs: of each folder, and of the engine by its name's ends."""
    current = generations.current(folder.find(store))
    assert current
    named = {"manifests": current.manifest, "ledgers": f"{current.ledger}.json"}
    engine = folder.find(store).engine(current.manifest)
    seen: set[tuple[str, str]] = set()
    for path in sorted(store.rglob("*"), reverse=True):
        kind = path.parent.name, re.sub(r"[0-9a-f]{6,}|\d+", "", path.name)
        if path.name != named.get(path.parent.name, path.name):
            continue
        if any(part.startswith(folder.ENGINE) for part in path.parts) and not path.is_relative_to(engine):
            continue
        if path.is_file() and path.stat().st_size and not path.name.startswith(PASSING) and kind not in seen:
            seen.add(kind)
            yield path.relative_to(store)


def answers(store: Path) -> list[str]:
    return sorted(map(str, Store.open(store).query(EVERYTHING).rows))


@pytest.mark.parametrize("change", CHANGES)
def test_every_file_of_a_store(tmp_path: Path, whole: Path, read: Read, change: str) -> None:
    """A damaged file: the right answer or an error, then found, or of no account; and mended to the same graph."""
    right = answers(whole / "store")
    name = generations.current(folder.find(whole / "store"))
    assert name
    found = 0
    for number, file in enumerate(kinds(whole / "store")):
        store = tmp_path / str(number)
        shutil.copytree(whole / "store", store)
        before = (store / file).read_bytes()
        (store / file).write_bytes(CHANGES[change](before))
        answered = told = None
        try:
            answered = answers(store)
        except GuituError as error:
            told = str(error)
        assert told is None or "\n" not in told, file
        assert answered in (None, right), file
        try:
            lines = list(damage(store))
        except GuituError as error:
            lines = [str(error)]
        assert lines or answered == right, file
        found += bool(lines)
        if file.name != "guitu-store":
            repair(store, read=read)
            assert not list(damage(store)), file
            assert answers(store) == right, file
            now = generations.current(folder.find(store))
            assert now
            assert now.manifest == name.manifest
    assert found > 10


def test_any_byte_of_the_engine(tmp_path: Path, whole: Path) -> None:
    """Also one that no question of these has looked at."""
    shutil.copytree(whole / "store", tmp_path / "store")
    current = generations.current(folder.find(whole / "store"))
    assert current
    database = folder.find(tmp_path / "store").engine(current.manifest) / "db"
    files = [path for path in database.iterdir() if path.stat().st_size and not path.name.startswith(PASSING)]
    assert len(files) > 4
    for file in files:
        before = file.read_bytes()
        for at in range(0, len(before), max(1, len(before) // 5)):
            file.write_bytes(before[:at] + bytes([before[at] ^ 1]) + before[at + 1 :])
            assert list(damage(tmp_path / "store")), (file.name, at)
        file.write_bytes(before)
    assert not list(damage(tmp_path / "store"))


def test_a_missing_file(tmp_path: Path, whole: Path, read: Read) -> None:
    """What is not there at all is found and made again, too."""
    right = answers(whole / "store")
    for number, file in enumerate(kinds(whole / "store")):
        if file.name == "guitu-store":
            continue
        store = tmp_path / str(number)
        shutil.copytree(whole / "store", store)
        (store / file).unlink()
        repair(store, read=read)

        assert not list(damage(store)), file
        assert answers(store) == right, file


def test_what_cannot_be_made_again_is_told(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A reading whose source has gone is told by name; its document stays as long as its shard is whole."""
    place, store = write("in", a=plan, b=OTHER), tmp_path / "store"
    build([place], store, read=read)
    right = answers(store)
    (reading,) = [file for file in (store / "readings").iterdir() if "保护水源地" in file.read_text("utf-8")]
    reading.write_bytes(b"")
    (place / "b.txt").unlink()
    done = repair(store, read=read)

    assert [line.split(":")[0] for line in done.lost] == ["b.txt"]
    assert answers(store) == right
    for shard in (store / "shards").iterdir():
        if "保护水源地" in shard.read_text("utf-8"):
            shard.write_bytes(b"")
    assert repair(store, read=read).generation == 2
    assert [row for row in answers(store) if "加固沿江堤防" in row]
    assert not [row for row in answers(store) if "保护水源地" in row]


CHANGED = {
    "a value": ('"12"', '"15"'),
    "an owner": ("云州市水务局>", "云州市财政局>"),
    "a shortcut": ("ownedBy", "supportedBy"),
    "a link": ("ontology#based_on> <", "ontology#cites> <"),
    "a quote": ('anchorOf> "', 'anchorOf> "一'),
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_changed_graph_is_not_what_was_read(
    tmp_path: Path, write: Callable[..., Path], plan: str, read: Read, what: str
) -> None:
    """A graph that was changed and hashed anew, engine and all, is told from what its readings say."""
    old, new = CHANGED[what]
    store = tmp_path / "store"
    build([write("in", a=plan, b=OTHER)], store, read=read)

    assert changed(store, lambda line: line.replace(old, new))
    assert [line for line in damage(store) if "the readings say otherwise" in line]


def test_a_proof_needs_a_quote(toy: Store) -> None:
    """No proof at all, or one without its quote in a graph that quotes, is no proof; nor is a false shortcut."""
    lines = list(toy.quads())
    quote = next(line for line in lines if "#anchorOf>" in line)
    short = next(line for line in lines if "ns#ownedBy>" in line)

    assert "no proof at all" in verify(Store.memory([])).failures[0]
    for left in (quote, short):
        assert not verify(Store.memory(line for line in lines if line != left)).proved
