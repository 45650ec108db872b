"""A build: incremental, the same whatever the order, and whole whatever fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from guitu.extract.errors import OptionError, StoreError
from guitu.extract.facts import Reading
from guitu.extract.raw import Tell
from guitu.extract.source import Source
from guitu.graph.build import build
from guitu.graph.keep import folder as layout
from guitu.graph.keep.forget import forget
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read

OTHER = "临江省水安全规划\n任务 保护水源地\n"


def quads(store: Path) -> list[str]:
    return list(Store.open(store).quads())


def test_only_what_changed_is_read(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A second build reads nothing again, a third only what changed."""
    asked: list[str] = []

    def counting(source: Source, tell: Tell) -> Reading:
        asked.append(source.name)
        return read(source, tell)

    place = write("in", a=plan, b=OTHER)
    first = build([place], tmp_path / "store", read=counting)
    second = build([place], tmp_path / "store", read=counting)
    write("in", b=OTHER + "任务 修复湿地\n")
    third = build([place], tmp_path / "store", read=counting)

    assert [(report.read, report.reused) for report in (first, second, third)] == [(2, 0), (0, 2), (1, 1)]
    assert asked == ["a.txt", "b.txt", "b.txt"]
    assert (first.documents, first.facts, first.gaps) == (2, 13, 1)


def test_graph_follows_the_sources(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A store holds the sources of its last build; once earlier steps are forgotten, no reading or text of others."""
    place = write("in", a=plan, b=OTHER)
    build([place], tmp_path / "store", read=read)
    (place / "b.txt").unlink()
    build([place], tmp_path / "store", read=read)
    build([place], tmp_path / "fresh", read=read)

    assert quads(tmp_path / "store") == quads(tmp_path / "fresh")
    assert len(list((tmp_path / "store" / "texts").iterdir())) == 2
    assert forget(tmp_path / "store")[0] == 1
    assert quads(tmp_path / "store") == quads(tmp_path / "fresh")
    assert len(list((tmp_path / "store" / "texts").iterdir())) == 1
    assert len(list((tmp_path / "store" / "readings").iterdir())) == 1


def test_same_bytes(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """The order of the sources, the folder and the number of workers do not show."""
    copy = "云州市综合规划\n任务 总体推进\n附件\n" + plan.replace("12", "13")
    place = write("in", a=plan, b=OTHER, c=copy)
    moved = tmp_path / "elsewhere" / "deep"
    shutil.copytree(place, moved)
    build([place], tmp_path / "one", read=read)
    build(sorted(moved.iterdir(), reverse=True), tmp_path / "two", read=read)
    build([place], tmp_path / "three", read=read, workers=2)

    assert quads(tmp_path / "one") == quads(tmp_path / "two") == quads(tmp_path / "three")
    assert not [line for line in quads(tmp_path / "one") if "_:" in line.split(" ", 3)[0]]


SEEDED = """
import pathlib, sys
sys.path.insert(0, sys.argv[1])
from conftest import toy_read
from guitu.graph.build import build
build([sys.argv[2]], pathlib.Path(sys.argv[3]), read=toy_read)
"""


def test_same_bytes_with_any_hash_seed(tmp_path: Path, write: Callable[..., Path], plan: str) -> None:
    """The order of sets, which differs from process to process, does not show."""
    copy = "云州市综合规划\n任务 总体推进\n附件\n" + plan.replace("12", "13")
    place = write("in", a=plan, b=OTHER, c=copy)
    for seed in ("1", "2", "3"):
        command = [sys.executable, "-c", SEEDED, str(Path(__file__).parent), str(place), str(tmp_path / seed)]
        subprocess.run(command, check=True, timeout=60, env=os.environ | {"PYTHONHASHSEED": seed})

    assert quads(tmp_path / "1") == quads(tmp_path / "2") == quads(tmp_path / "3")


def deadly(source: Source, tell: Tell, toy: Read) -> Reading:
    """Reads, but ends its own process at a certain source."""
    if source.data == "亡".encode():
        os._exit(9)
    return toy(source, tell)


def test_killed_worker(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A source that ends the process that reads it is a problem of its own; the others are read."""
    texts = {f"d{i}": f"云州市第{i}号河流规划\n任务 治理{i}号河\n" for i in range(6)}
    place = write("in", a=plan, e="亡", **texts)
    report = build([place], tmp_path / "store", read=partial(deadly, toy=read), workers=2)

    assert report.documents == 7
    assert [problem.where for problem in report.problems] == ["e.txt"]


def test_problems_are_collected(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A source that cannot be read, or breaks the reader, is one line each; the rest is built."""
    place = write("in", a=plan, b="坏", c="崩\n崩")
    report = build([place, tmp_path / "missing.txt"], tmp_path / "store", read=read)

    assert report.documents == 1
    assert [Path(problem.where).name for problem in report.problems if "missing" not in problem.where] == [
        "b.txt",
        "c.txt",
    ]
    assert len(report.problems) == 3
    assert all("\n" not in str(problem) for problem in report.problems)
    assert any("ZeroDivisionError" in str(problem) for problem in report.problems)


def test_nothing_read_changes_nothing(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """Where no source at all can be read, the graph that stands is left alone."""
    build([write("in", a=plan)], tmp_path / "store", read=read)
    before = quads(tmp_path / "store")
    report = build([write("bad", b="坏")], tmp_path / "store", read=read)

    assert (report.documents, len(report.problems)) == (0, 1)
    assert quads(tmp_path / "store") == before


def test_damaged_cache_is_read_again(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A damaged reading or text in the store is made anew."""
    place = write("in", a=plan)
    build([place], tmp_path / "store", read=read)
    before = quads(tmp_path / "store")
    for folder in ("readings", "texts"):
        for file in (tmp_path / "store" / folder).iterdir():
            file.write_bytes(b"{}")
    report = build([place], tmp_path / "store", read=read)

    assert report.read == 1
    assert quads(tmp_path / "store") == before
    assert [f.read_text("utf-8") for f in (tmp_path / "store" / "texts").iterdir()] == [plan]


def test_progress(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """Progress counts every source, also a copy of the same bytes."""
    told: list[tuple[int, int, str]] = []
    place = write("in", a=plan, b=OTHER, c=OTHER)
    build([place], tmp_path / "store", read=read, progress=lambda *step: told.append(step))

    assert [(done, total) for done, total, _ in told] == [(1, 3), (2, 3), (3, 3)]
    assert {name for _, _, name in told} == {"a.txt", "b.txt", "c.txt"}


def test_pages_are_told(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """The pages of a long document are told while it is read, before it counts as done."""
    told: list[tuple[int | str, ...]] = []

    def paged(source: Source, tell: Tell) -> Reading:
        for page in (1, 2):
            tell(page, 2)
        return read(source, tell)

    build([write("in", a=plan, b=OTHER)], tmp_path / "store", read=paged, progress=lambda *step: told.append(step))

    assert told == [
        (0, 2, "a.txt", 1, 2), (0, 2, "a.txt", 2, 2), (1, 2, "a.txt"),
        (1, 2, "b.txt", 1, 2), (1, 2, "b.txt", 2, 2), (2, 2, "b.txt"),
    ]  # fmt: skip


def test_an_archive_is_as_its_folder(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """Packed or not, the same documents give the same facts; a mark of a store in an archive marks nothing."""
    place = write("in", a=plan, b=OTHER)
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as packed:
        packed.writestr("guitu-store", "临江省湿地规划\n任务 保护湿地\n")
        for path in place.iterdir():
            packed.write(path, f"内/{path.name}")
    whole = build([place], tmp_path / "store", read=read)
    report = build([tmp_path / "in.zip"], tmp_path / "packed", read=read)

    assert (report.problems, report.documents) == ((), whole.documents + 1)
    stated = [
        {line for line in quads(tmp_path / store) if "/document/" in line.rsplit(" ", 2)[1]}
        for store in ("store", "packed")
    ]
    assert stated[0] <= stated[1]


def test_same_bytes_under_two_names(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """One file with two names is read once and has both names."""
    place = write("in", a=plan, b=plan)
    report = build([place], tmp_path / "store", read=read)
    names = (
        Store.open(tmp_path / "store")
        .query("SELECT ?n { ?f <https://schema.org/sha256> ?h ; <https://schema.org/name> ?n } ORDER BY ?n")
        .rows
    )

    assert (report.read, report.documents) == (1, 1)
    assert names == (("a.txt",), ("b.txt",))


def test_copies_are_one_document(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A plan that is also an annex has one graph, two sources, its differences as gaps, and its whole as a link."""
    body = plan.replace("文号 云府发〔2021〕7号\n", "")
    copy = "云州市综合规划\n任务 总体推进\n附件\n" + body.replace("12 座", "13 座")
    build([write("in", a=plan, b=copy)], tmp_path / "store", read=read)
    store = Store.open(tmp_path / "store")
    key = "<https://w3id.org/guitu/id/document/云府发〔2021〕7号>"
    ns = "PREFIX gt: <https://w3id.org/guitu/ns#> PREFIX prov: <http://www.w3.org/ns/prov#>"

    assert len(store.query(f"{ns} SELECT ?d {{ ?d a gt:Document }}").rows) == 2
    assert len(store.query(f"{ns} SELECT ?f {{ {key} prov:wasDerivedFrom ?f . ?f a gt:File }}").rows) == 2
    assert store.query(f"{ns} SELECT ?v {{ GRAPH {key} {{ ?t a gt:Target ; gt:value ?v }} }}").rows == (("12",),)
    reasons = store.query(
        f"{ns} SELECT ?r {{ ?g gt:gapKind gt:gap-copy-differs ; gt:inDocument {key} ; gt:reason ?r }}"
    )
    assert ("此处“12”，b.txt 中为“13”",) in reasons.rows
    annex = f"ASK {{ ?whole <http://data.europa.eu/eli/ontology#has_annex> {key} }}"
    assert store.query(annex).rows == (("true",),)


def test_stated_stands_alone(toy: Store) -> None:
    """Without the inferred graphs, exactly what the documents state is left, and nothing inferred stands in it."""
    stated = [line for line in toy.quads() if "/graph/links>" not in line]
    links = [line for line in toy.quads() if "/graph/links>" in line]
    plain = [line for line in links if "/id/link/" not in line.split(" ")[0]]

    assert len(plain) == 1
    assert "eli/ontology#based_on" in plain[0]
    assert not [line for line in stated if "eli/ontology#based_on> <https://w3id.org/guitu/id" in line]
    assert not [line for line in stated if "skos/core#exactMatch> <https://w3id.org/guitu/id" in line]


def test_base(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """Another base names everything; no IRI as base is an option error."""
    place = write("in", a=plan)
    build([place], tmp_path / "store", read=read, base="http://example.org/plans/")

    assert not [line for line in quads(tmp_path / "store") if "w3id.org/guitu/id" in line]
    with pytest.raises(OptionError):
        build([place], tmp_path / "other", read=read, base="plans")


def test_store_among_the_sources(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """A store in the very folder that is built is not read as documents, nor is another store."""
    place = write("in", a=plan)
    for name in ("store", "store", "other"):
        report = build([place], place / name, read=read)
        assert (report.read + report.reused, report.problems) == (1, ())


def test_locked(tmp_path: Path, write: Callable[..., Path], plan: str, read: Read) -> None:
    """While one build holds the store, another is refused and the first is not harmed."""
    place = write("in", a=plan)
    folder = layout.prepare(tmp_path / "store")
    with layout.locked(folder), pytest.raises(StoreError, match="another command"):
        build([place], tmp_path / "store", read=read)

    assert build([place], tmp_path / "store", read=read).documents == 1
