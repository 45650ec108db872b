"""The page for everyone: axe finds nothing serious, and it reads on a small screen, a phone and paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from playwright.sync_api import Page

from tests.exports.conftest import DESKTOP, PHONE, Open

AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
VIEWS = ("graph", "table", "matrix", "targets", "places", "timeline", "compare", "text", "agency", "decisions", "gaps")
FOCUS = "focus=agency:云州市农业农村局"
ROOMS = (
    *(f"view={view}" for view in VIEWS),
    "view=graph&flow=1",
    "view=find&find=农业",
    "view=table&only.owned=unowned",
)


def serious(tab: Page) -> list[tuple[str, Any]]:
    """What axe finds that is serious or critical: rule and elements."""
    if not tab.evaluate("'axe' in globalThis"):
        tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        (one["id"], [node["html"][:160] for node in one["nodes"]][:3])
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(
    ("size", "theme", "lang"),
    [(DESKTOP, "light", "zh"), (DESKTOP, "dark", "en"), (PHONE, "light", "en"), (PHONE, "dark", "zh")],
    ids=["desktop-light-zh", "desktop-dark-en", "phone-light-en", "phone-dark-zh"],
)
def test_axe_finds_nothing_serious(visit: Open, size: tuple[int, int], theme: str, lang: str) -> None:
    """Roles, names and contrast of every view and of the help, with a panel and an active filter.

    Every two of size, theme and language meet once; one tab walks through all views, so that axe is loaded once.
    """
    tab = visit(f"theme={theme}&lang={lang}", size=size)
    found = {}
    for room in ROOMS:
        tab.evaluate("to => { location.hash = to }", f"{room}&theme={theme}&lang={lang}&only.level=municipal&{FOCUS}")
        tab.wait_for_function("view => document.body.dataset.view === view", arg=room.split("&")[0].split("=")[1])
        found[room] = serious(tab)
    tab.click("#help")
    found["help"] = serious(tab)

    assert {room: told for room, told in found.items() if told} == {}


def test_axe_would_tell(visit: Open) -> None:
    """A button without a name is found out: the test above can fail."""
    tab = visit()
    tab.evaluate("document.querySelector('main').append(document.createElement('button'))")

    assert [name for name, _ in serious(tab)] == ["button-name"]


def test_axe_on_search_results(visit: Open) -> None:
    """The open list of results is a proper listbox."""
    tab = visit()
    tab.fill("#find", "农业")

    assert tab.locator("#found [role=option]").count() > 5
    assert serious(tab) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_the_screen(visit: Open, view: str, size: tuple[int, int]) -> None:
    """The page itself never scrolls sideways; wide tables scroll inside it."""
    tab = visit(f"view={view}&{FOCUS}", size=size)

    assert tab.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert tab.locator("#panel").is_visible()


def test_the_view_has_most_of_a_small_screen(visit: Open) -> None:
    """At 1280×720 head, tabs and filters leave at least two thirds of the window to the view."""
    box = visit("view=table").locator("main").bounding_box()
    assert box
    assert box["width"] * box["height"] > 1280 * 720 * 0.6


def test_a_phone_shows_the_panel_over_the_view(visit: Open) -> None:
    """On a phone the panel covers the lower half and closes by its button."""
    tab = visit(f"view=table&{FOCUS}", size=PHONE)
    box = tab.locator("#panel").bounding_box()
    assert box
    assert box["height"] <= PHONE[1] * 0.55
    tab.get_by_label("关闭").click()
    assert tab.locator("#panel").is_hidden()


def test_the_theme_follows_the_system_until_switched(visit: Open) -> None:
    """A dark desktop gives a dark page; the switch overrules it."""
    tab = visit(color_scheme="dark")
    theme = tab.locator("html")

    assert theme.get_attribute("data-theme") == "dark"
    tab.click("#theme")
    assert theme.get_attribute("data-theme") == "light"
    assert "theme=light" in tab.url
