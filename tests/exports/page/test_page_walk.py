"""The walk that `docs/workbench.md` tells, step by step; `--pictures docs/pictures` makes its pictures anew."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page
from pyoxigraph import Quad

from guitu.exports.networks.pyvis import write_pyvis
from tests.exports.conftest import PHONE, Open

SIZE = (1040, 600)
COLOURS = 256  # flat colours, the rare ones among them, in half of the bytes
Shoot = Callable[[Page, str], None]


@pytest.fixture(scope="session")
def shoot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shoot:
    """Takes a picture of a page into the folder of `--pictures`, else among the files of the test run."""
    folder: Path = request.config.getoption("--pictures") or tmp_path_factory.mktemp("pictures")
    folder.mkdir(parents=True, exist_ok=True)

    def take(tab: Page, name: str) -> None:
        tab.mouse.move(0, 0)
        tab.wait_for_timeout(400)  # what moves has come to rest
        shown = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
        few = shown.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(folder / f"{name}.png", optimize=True)

    return take


def test_walk_of_a_member_of_staff(visit: Open, shoot: Shoot) -> None:
    """Open, find the agency by initials, see its tasks, open a proof, filter to unowned tasks, print the duty sheet."""
    tab = visit(size=SIZE)
    assert tab.locator("#chips .sum").inner_text() == f"{tab.evaluate('Guitu.page.data.tasks.length')} 项任务"
    shoot(tab, "1-open")

    tab.focus("#find")
    tab.keyboard.type("nyncj")
    assert "云州市农业农村局" in tab.locator("#found").inner_text()
    shoot(tab, "2-find")

    tab.keyboard.press("Enter")
    assert tab.locator("#panel h2").inner_text() == "云州市农业农村局"
    shoot(tab, "3-tasks")

    tab.locator("#panel .link[data-kind=task]").first.click()
    tab.locator("#panel").get_by_text("在原文中查看").first.click()
    assert tab.locator("mark.aimed").first.is_visible()
    shoot(tab, "4-proof")

    tab.click("#tab-table")
    tab.locator('fieldset[data-facet="owned"] input[value=unowned]').check()
    tab.get_by_label("关闭").click()
    assert tab.locator("tbody tr").count() == tab.evaluate("Guitu.page.selection().tasks.size") > 0
    shoot(tab, "5-unowned")

    tab.locator(".chip").click()
    tab.click("#tab-agency")
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": 794, "height": 640})
    assert tab.locator("article.sheet h2").is_visible()
    shoot(tab, "6-duty-sheet")


def test_walk_from_state_to_bureau(visit: Open, shoot: Shoot) -> None:
    """A national task, found by its words; one button shows how it comes down, one line leads to its step."""
    tab = visit(size=SIZE)
    tab.evaluate("""() => {
      const { data, index } = Guitu.page, national = ({ document }) => data.documents[document].level === "national";
      const many = (at) => (national(data.tasks[at]) ? index.relatedOfTask(at).length : 0);
      Guitu.page.focus("task", [...data.tasks.keys()].sort((a, b) => many(b) - many(a))[0]);
    }""")
    tab.locator(".picture-flow").click()
    assert tab.locator("#panel [data-step]").count() > 3
    shoot(tab, "8-flow")


def test_picture_of_pyvis(visit: Open, shoot: Shoot, sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The owners' network of one agency through pyvis, which asks for nothing but itself."""
    write_pyvis(sample_quads, tmp_path / "关系网.html", agency="云州市农业农村局")
    tab = visit(path=tmp_path / "关系网.html", size=SIZE)
    assert tab.locator("#mynetwork canvas").count() == 1
    shoot(tab, "7-pyvis")


@pytest.mark.parametrize("size", [SIZE, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "view",
    ["graph", "table", "matrix", "targets", "places", "timeline", "compare", "text", "agency", "decisions", "gaps"],
)
def test_pictures_to_look_at(
    visit: Open, tmp_path_factory: pytest.TempPathFactory, view: str, theme: str, size: tuple[int, int]
) -> None:
    """Every view is drawn, light and dark, wide and narrow; the pictures lie among the files of the test run."""
    tab = visit(f"view={view}&theme={theme}", size=size)
    path = tmp_path_factory.getbasetemp() / "looks" / f"{view}-{theme}-{size[0]}.png"
    tab.wait_for_timeout(200)
    tab.screenshot(path=path)

    assert path.stat().st_size > 5_000  # an empty page of these sizes has less
