"""The first page of an answer stands until a step touches a document of it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from guitu.graph.ask import local_pages
from guitu.graph.ask.pages import Page, Pieces
from guitu.graph.ask.query import Answer, ask, questions
from guitu.graph.build import add, build, correct, remove, update
from guitu.graph.corrections.decision import Decision
from guitu.graph.keep import changes
from guitu.graph.keep.store import Store
from tests.graph.test_answers import SAMPLES

LAST = """浔州市节水行动计划
一、主要任务
（一）疏浚浔水河道。由市水利局牵头，市财政局配合，2025年底前完成。疏浚河道30公里。
（二）建设浔水湿地公园。对新建园区给予50万元补助。
"""
ASKED = [
    name
    for name, one in questions().items()
    if one.pieces in local_pages.LOCAL and all(parameter.optional for parameter in one.parameters)
]
OWNER = ("浔州市水利局", "lead")
DECIDED = Decision("owner", "rejected", date(2026, 3, 1), "浔州市节水行动计划", ("疏浚浔水河道",), OWNER, by="王五")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample plans."""
    place = tmp_path_factory.mktemp("local") / "store"
    build([SAMPLES], place)
    return place


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(built, tmp_path / "store"))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The first things of pages that were made anew, of those that leave things to look at."""
    found: list[str] = []
    make = local_pages._made

    def noted(store: Store, pieces: Pieces, page: Page) -> local_pages._Kept:
        found.extend(pieces.groups[0] if page.groups_left else ())
        return make(store, pieces, page)

    monkeypatch.setattr(local_pages, "_made", noted)
    monkeypatch.setattr(changes, "_SHARE", 1)
    return found


def answers(place: Path) -> dict[str, Answer]:
    return {name: ask(Store.open(place), name, limit=1) for name in ASKED}


def anew(place: Path) -> dict[str, Answer]:
    """The same of a graph of which nothing is kept."""
    return {name: ask(Store.memory(Store.open(place).quads()), name, limit=1) for name in ASKED}


def test_there_are_such_pages() -> None:
    assert {"documents", "gaps", "overview", "owners", "targets", "timetable", "unowned"} <= set(ASKED)


def test_a_document_further_on_leaves_the_page(store: Path, tmp_path: Path, made: list[str]) -> None:
    """Whether it comes, changes or goes; how many things were not looked at is told of the graph as it is."""
    (tmp_path / "节水.txt").write_text(LAST, "utf-8")
    answers(store)
    made.clear()

    add([tmp_path / "节水.txt"], store)
    assert answers(store) == anew(store)
    (tmp_path / "节水.txt").write_text(LAST.replace("2025年", "2026年"), "utf-8")
    update(store)
    assert answers(store) == anew(store)
    remove(["浔州市节水行动计划"], store)
    assert answers(store) == anew(store)
    assert not made


def test_a_document_of_the_page_makes_it_anew(store: Path, tmp_path: Path, made: list[str]) -> None:
    """One that comes before all others, and then changes."""
    first = "“十三五”节水规划"
    (tmp_path / "节水.txt").write_text(LAST.replace("浔州市节水行动计划", first), "utf-8")
    answers(store)
    made.clear()

    add([tmp_path / "节水.txt"], store)
    came = answers(store)
    assert came == anew(store)
    assert came["documents"].rows[0][0] == first
    assert made
    made.clear()
    (tmp_path / "节水.txt").write_text(
        LAST.replace("浔州市节水行动计划", first).replace("市水利局", "市商务局"), "utf-8"
    )
    update(store)
    assert answers(store) == anew(store)
    assert made


def test_a_decision_may_be_of_any_page(store: Path, tmp_path: Path) -> None:
    """What persons decide stands in a graph of its own."""
    (tmp_path / "节水.txt").write_text(LAST, "utf-8")
    add([tmp_path / "节水.txt"], store)
    opened = Store.open(store)
    answers(store)
    correct(store, [DECIDED])

    assert local_pages.touched(Store.open(store), opened.name, questions()["owners"].sparql) is None
    assert answers(store) == anew(store)


def test_what_was_touched(store: Path, tmp_path: Path, made: list[str]) -> None:
    """The document that came, and no other; nothing is known of a graph that never was."""
    before = Store.open(store).name
    answers(store)
    (tmp_path / "节水.txt").write_text(LAST, "utf-8")
    add([tmp_path / "节水.txt"], store)
    sparql = questions()["references"].sparql

    assert {one.rpartition("/")[2] for one in local_pages.touched(Store.open(store), before, sparql) or ()} == {
        "浔州市节水行动计划"
    }
    assert local_pages.touched(Store.open(store), "0" * 64, sparql) is None
