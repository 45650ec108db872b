"""Every proof is replayed; whatever was changed is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guitu.graph.checks.verify import SHOWN, verify
from guitu.graph.keep.store import Store
from guitu.graph.reading.reading import Read


@pytest.fixture
def place(write: Callable[..., Path], plan: str) -> Path:
    return write("in", a=plan, b="临江省水安全规划\n任务 保护水源地\n")


def test_all_proved(place: Path, made: Callable[..., Path], read: Read) -> None:
    """A build is proved from its own texts, and from the files read anew."""
    store = Store.open(made(place))
    for report in (verify(store), verify(store, [place], read)):
        assert report.proved
        assert (report.failed, report.unread, report.texts) == (0, 0, 2)
        assert report.evidences == report.quoted >= 10


def test_changed_text(place: Path, made: Callable[..., Path]) -> None:
    """A text that was changed in the store proves nothing."""
    path = made(place)
    for text in (path / "texts").iterdir():
        text.write_text(text.read_text("utf-8").replace("水", "火"), encoding="utf-8")
    report = verify(Store.open(path))

    assert not report.proved
    assert report.failed == report.unread == 2
    assert "the stored text was changed" in report.failures[0]


def test_missing_text(place: Path, made: Callable[..., Path]) -> None:
    """A text that is missing is no proof and no failure: it is unread."""
    path = made(place)
    for text in (path / "texts").iterdir():
        text.unlink()
    report = verify(Store.open(path))

    assert (report.proved, report.failed, report.unread) == (False, 0, 2)


def test_changed_file(place: Path, made: Callable[..., Path], read: Read) -> None:
    """A file that reads otherwise now does not prove the graph."""
    store = Store.open(made(place))
    (place / "b.txt").write_text("临江省水安全规划\n任务 保护湖泊\n", encoding="utf-8")
    report = verify(store, [place], read)

    assert report.failed == 1
    assert "none of the given files reads so" in report.failures[0]


CHANGES = [
    (
        'anchorOf> "任务 保护水源地"',
        'anchorOf> "任务 保护水源"',
        "quoted “任务 保护水源”, the text says “任务 保护水源地”",
    ),
    ("#char=9,17", "#char=9,1700", "no range of a text"),
    ("#char=9,17", "#char=17,17", "no range of a text"),
    ("#char=9,17", "#line=9,17", "no range of a reading text"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_changed_graph(place: Path, made: Callable[..., Path], read: Read, change: tuple[str, str, str]) -> None:
    """A quote or a range that was changed is told."""
    old, new, said = change
    whole = "".join(Store.open(made(place)).quads())
    assert old in whole
    report = verify(Store.memory([whole.replace(old, new)]), [place], read)

    assert report.failed >= 1
    assert any(said in failure for failure in report.failures)


def test_fact_without_evidence(place: Path, made: Callable[..., Path], read: Read) -> None:
    """A fact without evidence is a failure."""
    lines = [line for line in Store.open(made(place)).quads() if "ns#evidence>" not in line or "char=9,17" not in line]
    report = verify(Store.memory(lines), [place], read)

    assert [failure.split(": ")[1] for failure in report.failures] == ["stated without evidence"]


def test_without_quotes(place: Path, made: Callable[..., Path], read: Read) -> None:
    """A graph without quotes is checked for its ranges and hashes over the files."""
    lines = [line for line in Store.open(made(place)).quads() if "anchorOf>" not in line]
    store = Store.memory(lines)

    assert verify(store, [place], read).proved
    assert verify(store, [place], read).quoted == 0
    assert not verify(store).proved


def test_hundred_thousand(write: Callable[..., Path], made: Callable[..., Path]) -> None:
    """A hundred thousand proofs are replayed, and failures are counted, not all told."""
    text = "云州市水利规划\n" + "".join(f"任务 加固{i}号堤防\n" for i in range(1000))
    path = made(write("in", a=text))
    sha256 = next((path / "texts").iterdir()).stem
    gt, nif = "https://w3id.org/guitu/ns#", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    more = []
    for k in range(100_000):
        evidence = f"<https://w3id.org/guitu/id/text/{sha256}#char={k % 5000},{k % 5000 + 1 + k // 5000}>"
        more.append(f"<http://x/{k}> <{gt}evidence> {evidence} <http://x/g> .\n")
        more.append(f'{evidence} <{nif}anchorOf> "？" <http://x/g> .\n')
    store = Store.memory([*Store.open(path).quads(), *more])
    store.text = Store.open(path).text  # type: ignore[method-assign]
    report = verify(store)

    assert report.failed >= 100_000
    assert len(report.failures) == SHOWN
