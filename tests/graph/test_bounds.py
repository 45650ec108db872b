"""No document takes more than its share of time and memory; the build goes on, and says which and what to do."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.extract.raw import Tell
from guitu.extract.source import Source
from guitu.graph.build import build
from guitu.graph.reading import bounds
from guitu.graph.reading.bounds import Reader
from guitu.graph.reading.reader_process import Bounds
from guitu.graph.reading.reading import Read, read_source
from tests.graph import hostile
from tests.graph.conftest import toy_read

limits_memory = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the system does not limit memory")
ROOM = 1024**3
PLAN = "云州市节水行动计划\n一、主要任务\n（一）改造管网。更新管网，完善制度。（责任单位：市水利局）\n"


def greedy(source: Source, tell: Tell) -> Reading:
    """Reads, but takes time or memory without end at certain sources."""
    told = source.data.decode("utf-8")
    if told == "久":
        while True:
            pass
    if told == "睡":
        time.sleep(600)
    if told == "大":
        assert bytes(2 * ROOM)
    return toy_read(source, tell)


@pytest.fixture
def reader() -> Iterator[Reader]:
    made = Reader(greedy)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        pytest.param("大", "more than 1024 MB of memory", marks=limits_memory),
        pytest.param("久", "more than 1 seconds"),
        pytest.param("睡", "more than 1 seconds"),
    ],
)
def test_a_document_over_its_share(reader: Reader, told: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended with a reason and what to do, and the next document is read as ever."""
    monkeypatch.setattr(bounds, "_PATIENCE", 3)
    small = Bounds(seconds=1, memory=ROOM)
    found = reader.read(Source("x.txt", told.encode()), bounds=small)
    after = reader.read(Source("y.txt", "临江省水安全规划\n任务 保护水源地\n".encode()), bounds=small)

    assert isinstance(found, SourceError)
    assert found.where == "x.txt"
    assert reason in found.reason
    assert found.remedy
    assert isinstance(after, Reading)


@limits_memory
def test_a_small_pdf_that_draws_without_end() -> None:
    """Two to the thirtieth drawings in 4 KB: time or memory ends it, whichever comes first."""
    reader = Reader(read_source)
    try:
        found = reader.read(Source("a.pdf", hostile.pdf()), bounds=Bounds(seconds=2, memory=ROOM))
    finally:
        reader.close()

    assert isinstance(found, SourceError)
    assert found.reason.startswith("reading it takes more than")


@pytest.mark.parametrize("workers", [1, 2])
def test_the_build_goes_on(
    tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    """With any number of processes, the others are read and the one is named."""
    place = write("in", a=PLAN, b=PLAN.replace("节水", "节能"))
    (place / "c.pdf").write_bytes(hostile.pdf())
    monkeypatch.setattr(bounds, "bounds_of", lambda source: Bounds(seconds=2, memory=ROOM))
    report = build([place], tmp_path / "store", workers=workers)

    assert report.documents == 2
    assert [problem.where for problem in report.problems] == ["c.pdf"]


def test_a_machine_that_starts_no_process(
    tmp_path: Path, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents are read all the same, unbounded."""
    bounds.end_all()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))

    assert build([write("in", a=PLAN)], tmp_path / "store").documents == 1


def test_bounds_grow_with_the_file() -> None:
    small, large = (bounds.bounds_of(Source("a", b"x" * size)) for size in (10, 5_000_000))

    assert small == Bounds(bounds.SECONDS, bounds.MEMORY + 10 * bounds.MEMORY_PER_BYTE)
    assert large.seconds > small.seconds
    assert large.memory > small.memory


def test_a_process_reads_again(read: Read) -> None:
    """One process reads document after document, and tells the pages of each."""
    reader = Reader(toy_read)
    told: list[tuple[int, int]] = []
    try:
        first = reader.read(Source("a.txt", "云州市规划\n任务 一\n".encode()), lambda *page: told.append(page))
        process = reader._process
        reader.read(Source("b.txt", "云州市规划\n任务 二\n".encode()))
        assert reader._process is process
    finally:
        reader.close()
    assert isinstance(first, Reading)
