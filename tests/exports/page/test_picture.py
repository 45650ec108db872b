"""The picture in a real browser: overview, opening, focus, keys, files, everything at once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from tests.exports.picture_page import HOSTILE, page, plans

SVG = "{http://www.w3.org/2000/svg}"
Open = Callable[..., Page]


@pytest.fixture
def show(chromium: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the picture of some data in a state; at the end, the console must have been silent."""
    told: list[str] = []
    opened: list[Page] = []

    def look(
        data: Mapping[str, Any], state: Mapping[str, Any] | None = None, size: tuple[int, int] = (1280, 720)
    ) -> Page:
        path = tmp_path / "picture.html"
        path.write_text(page(data, state), encoding="utf-8")
        tab = chromium.new_page(viewport={"width": size[0], "height": size[1]}, accept_downloads=True)
        opened.append(tab)
        tab.on("console", lambda message: told.append(message.text))
        tab.on("pageerror", lambda error: told.append(str(error)))
        tab.goto(path.as_uri())
        tab.wait_for_function("() => performance.getEntriesByName('picture').length > 0")
        return tab

    yield look
    for tab in opened:
        tab.close()
    assert told == []


def _marks(tab: Page, kind: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tab.evaluate(
        "Guitu.picture.scene().marks.map(({id, kind, label, x, y, w, h}) => ({id, kind, label, x, y, w, h}))"
    )
    return [mark for mark in found if kind in ("", mark["kind"])]


def _links(tab: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tab.evaluate(
        "Guitu.picture.scene().links.map(({from, to, suggested, count, score}) => "
        "({from, to, suggested, count, score}))"
    )
    return found


def _click(tab: Page, id: str) -> None:
    """A click on the very middle of a mark, where the picture says that it is."""
    x, y = tab.evaluate("(id) => Guitu.picture.whereIs(id)", id)
    tab.mouse.click(x, y)


# ---- overview ----


def test_overview_fits(show: Open) -> None:
    """At most 40 marks, none over another, all inside the frame, and the rest behind one mark that says how many."""
    tab = show(plans(agencies=60))
    marks = _marks(tab)
    more = [mark for mark in marks if mark["kind"] == "more"]
    agencies = {duty["agency"] for duty in plans(agencies=60)["duties"] + plans(agencies=60)["suggestions"]}
    box = tab.locator(".picture-frame").bounding_box()
    places = [tab.evaluate("(id) => Guitu.picture.whereIs(id)", mark["id"]) for mark in marks]

    assert len(marks) <= 40
    assert [mark["label"] for mark in more] == [f"其余 {len(agencies) - len(_marks(tab, 'agency'))} 个机构"]
    assert box
    assert all(box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"] for x, y in places)
    assert not [
        (a["id"], b["id"])
        for i, a in enumerate(marks)
        for b in marks[:i]
        if 2 * abs(a["x"] - b["x"]) < a["w"] + b["w"] and 2 * abs(a["y"] - b["y"]) < a["h"] + b["h"]
    ]


def test_overview_counts_every_task(show: Open) -> None:
    """A link between document and agency counts its tasks, stated and suggested apart."""
    data = plans(agencies=6)
    tab = show(data)

    pairs: dict[tuple[int, int], set[int]] = {}
    for duty in data["duties"]:
        pairs.setdefault((data["tasks"][duty["task"]]["document"], duty["agency"]), set()).add(duty["task"])
    stated = [link for link in _links(tab) if link["to"].startswith("agency") and not link["suggested"]]
    assert {(link["from"], link["to"]): link["count"] for link in stated} == {
        (f"document:{document}", f"agency:{agency}"): len(tasks) for (document, agency), tasks in pairs.items()
    }
    assert sum(link["count"] for link in _links(tab) if link["suggested"]) == len(data["suggestions"])


def test_levels_stand_above_each_other(show: Open) -> None:
    """National documents stand above municipal ones, those above documents of a county."""
    heights = [mark["y"] for mark in sorted(_marks(show(plans()), "document"), key=lambda mark: str(mark["id"]))]

    assert heights == sorted(heights)


def test_the_rest_opens_and_closes(show: Open) -> None:
    """A click on the mark of the rest shows more agencies; collapsing brings the first picture back."""
    tab = show(plans(200, agencies=60))
    before = _marks(tab)
    _click(tab, "more:agencies")
    after = _marks(tab, "agency")
    tab.locator(".picture-collapse").click()

    assert len(after) > len([mark for mark in before if mark["kind"] == "agency"])
    assert _marks(tab) == before


def test_a_link_opens_into_its_tasks(show: Open) -> None:
    """Opening a link shows as many tasks as it had said."""
    data = plans(agencies=6)
    tab = show(data)
    link = next(link for link in _links(tab) if link["count"] > 2 and not link["suggested"])
    tab.evaluate("(key) => app.change({ open: [key] })", f"{link['from']}>{link['to']}")
    inferred = [
        row
        for row in data["suggestions"]
        if (f"document:{data['tasks'][row['task']]['document']}", f"agency:{row['agency']}")
        == (link["from"], link["to"])
    ]

    assert len(_marks(tab, "task")) == link["count"] + len(inferred)
    _click(tab, f"close:{link['from']}>{link['to']}")
    assert _marks(tab, "task") == []


# ---- focus ----


@pytest.mark.parametrize(
    ("kind", "index", "near", "farther"),
    [
        ("task", 1, "task document agency figure place", "more"),
        ("agency", 1, "task document agency", "figure place"),
        ("document", 1, "task document agency", "figure place"),
        ("place", 0, "task document place topic", "agency"),
        ("indicator", 0, "task document figure indicator", "agency"),
        ("figure", 0, "task document figure indicator", "agency"),
        ("topic", 0, "topic place", "document"),
        ("section", 1, "document section task agency", ""),
    ],
)
def test_focus(show: Open, kind: str, index: int, near: str, farther: str) -> None:
    """Around anything stand the kinds of things that belong to it, with two steps more than with one."""
    tab = show(plans(40, agencies=12), {"focus": {"kind": kind, "index": index}})
    one = {mark["kind"] for mark in _marks(tab)}
    tab.locator(".picture-step2").click()

    assert one == set(near.split())
    assert {mark["kind"] for mark in _marks(tab)} >= one | set(farther.split())


def test_a_click_focuses_and_the_way_back(show: Open) -> None:
    """A click on an agency makes it the focus; the button leads back to the overview."""
    tab = show(plans())
    first = _marks(tab)
    _click(tab, "agency:1")

    assert tab.evaluate("app.chosen") == ["agency:1"]
    tab.locator(".picture-overview").click()
    assert _marks(tab) == first


def test_many_tasks_are_grouped_until_opened(show: Open) -> None:
    """An agency with 600 tasks shows its documents with numbers; one opens into chapters, a chapter into tasks."""
    data = plans(600, agencies=1)
    tab = show(data, {"focus": {"kind": "agency", "index": 0}})
    closed = _marks(tab)
    _click(tab, "document:0")
    chapters = _marks(tab, "section")
    _click(tab, chapters[0]["id"])

    assert len(closed) == 4
    assert len(chapters) == 2
    assert len(_marks(tab, "task")) == 40
    assert tab.evaluate("app.state.open") == ["document:0", chapters[0]["id"]]
    _click(tab, "document:0")
    assert len(_marks(tab)) == 4


def test_suggested_is_told_apart(show: Open) -> None:
    """A suggested link is dotted, has a number and no score, and the legend says that no document states it."""
    tab = show(plans(), {"focus": {"kind": "task", "index": 4}})
    [link] = [link for link in _links(tab) if link["to"].startswith("agency")]
    picture = ET.fromstring(tab.evaluate("Guitu.picture.svg()"))

    assert (link["suggested"], link["score"]) == (True, 0.8)
    assert "2 4" in [path.get("stroke-dasharray") for path in picture.iter(f"{SVG}path")]
    texts = [text.text for text in picture.iter(f"{SVG}text")]
    assert ("1" in texts, "80%" in texts) == (True, False)
    assert "建议（非文件所写）" in tab.locator(".picture-legend li").all_inner_texts()


def test_what_finds_no_room_in_a_flow_is_told(show: Open) -> None:
    """Thirty tasks of a city correspond to a national one: as many as can be read, and a mark that opens the rest."""
    data = plans(60, documents=2)
    data["alignments"] = [
        {"a": task, "b": 0, "score": 0.9, "relation": "same", "reason": "同名"} for task in range(1, 60, 2)
    ]
    tab = show(data, {"focus": {"kind": "task", "index": 0}, "flow": True})
    shown, rest = (
        len(_marks(tab, "task")),
        next(mark for mark in _marks(tab, "more") if mark["id"].startswith("more:flow")),
    )

    assert rest["label"] == f"其余 {31 - shown} 项相近任务"
    _click(tab, rest["id"])
    assert len(_marks(tab, "task")) == 31


# ---- tools ----


def test_roles_differ_by_line(show: Open) -> None:
    """Lead, responsible, support and suggested differ in width or dashes, in both themes."""
    tab = show(plans())
    lines = tab.evaluate(
        "['lead', 'responsible', 'support', 'suggested'].map((role) => "
        "JSON.stringify(Guitu.picture.lineOf({ role, suggested: role === 'suggested' })))"
    )

    assert len(set(lines)) == 4


def test_legend_says_what_is_shown(show: Open) -> None:
    """The legend names the kinds and roles of this picture and no others."""
    tab = show(plans(agencies=6))

    assert tab.locator(".picture-legend li").all_inner_texts() == [
        "文件", "机构", "牵头", "配合", "建议（非文件所写）", "相近任务",
    ]  # fmt: skip


def test_overview_shows_what_corresponds(show: Open) -> None:
    """Two documents with tasks that mean the same are joined by one line with their number; it leads to both."""
    data = plans(agencies=6)
    tab = show(data)
    pairs = Counter(tuple(sorted(data["tasks"][row[side]]["document"] for side in "ab")) for row in data["alignments"])
    joined = [link for link in _links(tab) if link["to"].startswith("document")]

    assert pairs
    assert sorted(link["count"] for link in joined) == sorted(pairs.values())


def test_zoom_and_fit(show: Open) -> None:
    """Buttons and wheel change the scale; fit brings back the whole."""
    tab = show(plans())
    scale = "Guitu.picture.scale()"
    at_first = tab.evaluate(scale)
    tab.locator(".picture-zoomIn").click()
    tab.wait_for_function(f"() => {scale} > {at_first}")
    tab.locator(".picture-fit").click()
    fitted = tab.evaluate(scale)
    tab.mouse.move(640, 360)
    tab.mouse.wheel(0, 240)
    tab.wait_for_function(f"() => {scale} < {fitted}")

    assert fitted == pytest.approx(at_first)


@pytest.mark.parametrize("whole", [False, True])
def test_files(show: Open, whole: bool, tmp_path: Path) -> None:
    """PNG and SVG are saved: an image of some size, and well-formed SVG with every text as text."""
    data = plans()
    data["agencies"][1]["name"] = HOSTILE
    tab = show(data, {"whole": whole})
    saved = {}
    for kind in ("png", "svg"):
        with tab.expect_download() as download:
            tab.locator(f".picture-{kind}").click()
        download.value.save_as(tmp_path / kind)
        saved[kind] = (tmp_path / kind).read_bytes()
    picture = ET.fromstring(saved["svg"])

    assert saved["png"].startswith(b"\x89PNG")
    assert len(saved["png"]) > 10_000
    assert {element.tag for element in picture.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "rect", "path", "text")
    }
    assert any("<img" in (text.text or "") for text in picture.iter(f"{SVG}text"))


def test_english(show: Open) -> None:
    """In English the tools, the rest and the legend are English."""
    tab = show(plans(agencies=60), {"lang": "en"})

    assert tab.locator(".picture-fit").inner_text() == "Fit"
    assert "more agencies" in next(mark["label"] for mark in _marks(tab, "more"))
    assert "Lead" in tab.locator(".picture-legend li").all_inner_texts()


# ---- keys and readers ----


def test_by_keys(show: Open) -> None:
    """Tab leads into the picture, arrows move between marks, Enter opens."""
    tab = show(plans())
    tab.locator(".picture-marks").focus()
    active = "document.querySelector('.picture-marks [aria-selected=true]')?.dataset.mark"
    first = tab.evaluate(active)
    tab.keyboard.press("ArrowRight")
    second = tab.evaluate(active)
    tab.keyboard.press("ArrowDown")
    third = tab.evaluate(active)
    tab.keyboard.press("Enter")

    assert len({first, second, third}) == 3
    assert tab.evaluate("app.chosen") == [third]


def test_readers_have_a_list(show: Open) -> None:
    """Every mark is an option with kind, name and number of tasks."""
    tab = show(plans(agencies=6))
    options = tab.locator(".picture-marks [role=option]").all_text_contents()

    assert len(options) == len(_marks(tab))
    assert any(option.startswith("机构 · 云州市第1局 · ") and "项任务" in option for option in options)


# ---- everything at once ----


def test_everything(show: Open) -> None:
    """The switch draws every document, agency, task, place and target; a click chooses what stands there."""
    data = plans(500, agencies=50)
    tab = show(data)
    tab.locator(".picture-whole").click()
    count = tab.evaluate("Guitu.picture.everything().order.length")
    x, y = tab.evaluate("Guitu.picture.whereIs('agency:1')")
    tab.mouse.move(x, y)
    tip = tab.locator(".picture-tip").inner_text()
    tab.mouse.click(x, y)

    assert count == sum(len(data[kind]) for kind in ("documents", "agencies", "tasks", "places", "indicators"))
    assert tip == "云州市第1局"
    assert tab.evaluate("app.chosen") == ["agency:1"]


def test_everything_by_hand(show: Open) -> None:
    """Dragging and the wheel move and scale it, keys choose the next thing."""
    tab = show(plans(500), {"whole": True})
    before = tab.evaluate("Guitu.picture.whereIs('document:1')")
    tab.mouse.move(400, 300)
    tab.mouse.down()
    tab.mouse.move(450, 330, steps=4)
    tab.mouse.up()
    after = tab.evaluate("Guitu.picture.whereIs('document:1')")
    scale = tab.evaluate("Guitu.picture.scale()")
    tab.mouse.wheel(0, -240)
    tab.wait_for_function(f"() => Guitu.picture.scale() > {scale}")
    tab.locator(".picture-marks").focus()
    tab.keyboard.press("ArrowRight")

    assert [round(b - a) for a, b in zip(before, after, strict=True)] == [50, 30]
    assert tab.locator(".picture-marks [role=option]").count() == 1


def test_nothing_left(show: Open) -> None:
    """Where filters leave nothing, the picture says so."""
    empty: dict[str, list[Any]] = {name: [] for name in plans()}

    assert show(empty).locator(".picture-empty").inner_text() == "没有符合筛选条件的内容"


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
@pytest.mark.parametrize(
    "state", [{}, {"theme": "dark"}, {"focus": {"kind": "agency", "index": 1}, "steps": 2}, {"whole": True}]
)
def test_looks(show: Open, state: dict[str, Any], size: tuple[int, int], tmp_path: Path) -> None:
    """Every picture has more than one colour in it; kept for a reader where GUITU_SCREENSHOTS names a folder."""
    tab = show(plans(), state, size)
    tab.wait_for_timeout(200)
    name = "-".join(["picture", *(f"{key}" for key in state), str(size[0])])
    folder = Path(os.environ.get("GUITU_SCREENSHOTS", tmp_path))
    picture = tab.screenshot(path=folder / f"{name}.png")

    assert len(picture) > 8_000
