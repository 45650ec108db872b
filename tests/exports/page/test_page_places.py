"""Places and years at a glance: districts against topics as the command tells them, the years as one picture."""

from __future__ import annotations

from pathlib import Path

from guitu.exports.page.render import write_page
from guitu.exports.rdf.statements import quads_of
from guitu.graph.ask.query import ask
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.conftest import PHONE, Open

PLAN = """云州市数字经济规划（2031—2035年）
一、发展布局
青岚县重点发展数字茶业、智慧农业。
二、主要任务
（一）推广节水灌溉。（市水利局牵头）
"""


def test_a_district_is_told_alike_by_page_and_command(visit: Open, tmp_path: Path) -> None:
    """What a district itself is for stands in the matrix and in the answer, with the same topics."""
    (tmp_path / "p.txt").write_text(PLAN, encoding="utf-8")
    build([tmp_path / "p.txt"], tmp_path / "store")
    store = Store.open(tmp_path / "store")
    write_page(quads_of(store.quads()), tmp_path / "p.html", store.text)
    tab = visit("view=places", path=tmp_path / "p.html")
    answer = ask(store, "district", ["青岚县"])
    row = tab.locator("table.crossed tbody tr", has_text="青岚县")
    heads = tab.locator("table.crossed thead th").all_inner_texts()[1:]
    shown = {
        head for head, cell in zip(heads, row.locator("td").all_inner_texts(), strict=True) if cell == "全区（县）"
    }

    focus = answer.headings.index("定位")
    assert shown == {one[focus] for one in answer.rows} == {"数字茶业", "智慧农业"}
    assert {one[1] for one in answer.rows} == {"地区"}


def test_the_matrix_of_places_fits_its_room(visit: Open) -> None:
    """As many topics as are seen at once; the rest are a click away, and none is lost."""
    tab = visit("view=places")
    assert tab.evaluate("document.querySelector('.crossed').scrollWidth <= document.getElementById('view').clientWidth")


def test_the_years_are_one_picture(visit: Open) -> None:
    """Each year a bar with its numbers, which lead to what is due in it; suggested owners stand there, too."""
    tab = visit("view=timeline")
    years = tab.locator(".years li")
    assert years.count() == tab.locator("section.year").count() > 2
    told = [
        sum(int(words.split(" ")[1]) for words in text.split(" · ") if words.startswith("任务"))
        for text in years.locator(".count").all_inner_texts()
    ]
    assert sum(told) == tab.evaluate("Guitu.page.data.tasks.length")
    years.last.locator("button").click()
    assert tab.locator("section.year").last.is_visible()
    while tab.locator("section.year .more").count():
        tab.locator("section.year .more").first.click()
    assert tab.locator("section.year .maybe").count() == tab.evaluate("Guitu.page.data.suggestions.length")


def test_the_matrix_is_read_on_a_phone(visit: Open) -> None:
    """Agencies as cards: each document by its name, within the width of the screen."""
    tab = visit("view=matrix", size=PHONE)
    for cell in tab.locator("table.matrix tbody td:not(:empty)").all()[:8]:
        box = cell.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= PHONE[0]


def test_the_chosen_view_is_seen_on_a_phone(visit: Open) -> None:
    """The last tabs come into view when one of them is open."""
    box = visit("view=decisions", size=PHONE).locator("#tab-decisions").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE[0]
