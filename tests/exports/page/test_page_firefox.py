"""The page in Firefox: the jobs of every day, with no word in the console and nothing asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.exports.conftest import DESKTOP, PHONE
from tests.exports.firefox import Firefox, firefox
from tests.exports.page.test_page_access import VIEWS as CHROMIUM_VIEWS

VIEWS = (*CHROMIUM_VIEWS, "find")


@pytest.fixture(scope="module")
def window(program: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Debian's Firefox; in a checking run its absence fails, elsewhere it skips."""
    with firefox(program("firefox-esr", "firefox-esr"), tmp_path_factory.mktemp("firefox") / "profile") as window:
        yield window


@pytest.fixture
def tab(window: Firefox, sample_page: Path) -> Iterator[Firefox]:
    """The page of the samples; at the end the console must have been silent, and only the file been asked for."""
    window.told.clear()
    window.asked.clear()
    window.size(*DESKTOP)
    window.visit(sample_page.as_uri())
    yield window
    assert window.told == []
    others = {one.split("#", maxsplit=1)[0] for one in window.asked if not one.startswith(("data:", "blob:"))}
    assert others <= {sample_page.as_uri()}


def test_it_opens_on_the_graph(tab: Firefox) -> None:
    """Documents, agencies, a picture."""
    assert tab.evaluate("document.querySelector('[role=tab][aria-selected=true]').innerText") == "关系图"
    tab.wait("document.querySelectorAll('#graph canvas').length > 0")


def test_search_task_proof(tab: Firefox) -> None:
    """By keyboard: find an agency by its initials, open it, then a task of it and the quote in its paragraph."""
    tab.press("/")
    tab.press("nyncj")
    tab.wait("document.querySelectorAll('#found [role=option]').length > 0")
    tab.press("Enter")
    tab.wait("document.querySelector('#panel h2')?.innerText.includes('农业农村局')")
    task = "[...document.querySelectorAll('#panel button.link')].find((one) => one.dataset.to?.startsWith('task:'))"
    tab.evaluate(f"void {task}.click()")
    tab.wait("location.hash.includes('focus=task')")
    tab.evaluate(
        "void [...document.querySelectorAll('#panel button')].find((one) => /原文/.test(one.innerText)).click()"
    )
    tab.wait("document.body.dataset.view === 'text' && document.querySelector('mark.aimed')?.innerText.length > 1")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_view_stands(tab: Firefox, size: tuple[int, int]) -> None:
    """Each shows something, in both languages, and is no wider than the window."""
    tab.size(*size)
    for view in VIEWS:
        tab.evaluate(f"void (location.hash = 'view={view}&find=农业&lang={'en' if size == PHONE else 'zh'}')")
        tab.wait(f"document.body.dataset.view === '{view}'")
        shown = tab.evaluate(f"document.getElementById('{'graph' if view == 'graph' else 'view'}').innerText")
        assert len(shown) > 10, view
        assert tab.evaluate("document.documentElement.scrollWidth") <= size[0], view


def test_a_chain_is_drawn_with_its_steps(tab: Firefox) -> None:
    """From state to bureau: named columns in the picture, steps in the panel, filters folded up."""
    tab.evaluate("""void (() => {
      const { data, index } = Guitu.page, national = ({ document }) => data.documents[document].level === "national";
      const many = (at) => (national(data.tasks[at]) ? index.relatedOfTask(at).length : 0);
      const most = [...data.tasks.keys()].sort((a, b) => many(b) - many(a))[0];
      Guitu.page.change({ view: "graph", focus: { kind: "task", index: most }, flow: true });
    })()""")
    tab.wait("document.querySelectorAll('#panel [data-step]').length > 3")

    assert tab.evaluate("Guitu.picture.scene().heads.length") >= 3
    assert tab.evaluate("Guitu.picture.scale()") > 0.6
    assert not tab.evaluate("document.getElementById('side').open")


def test_a_table_is_saved(tab: Firefox) -> None:
    """The workbook is packed by the browser itself."""
    tab.evaluate("void (location.hash = 'view=table')")
    tab.wait("document.getElementById('xlsx')")
    kept = """new Promise((done) => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => { done(file.size); return make.call(URL, file); };
      document.getElementById("xlsx").click();
    })"""

    assert tab.evaluate(kept) > 5_000


def test_firefox_would_tell(window: Firefox, tmp_path: Path) -> None:
    """A page with a fault and something remote is found out: the checks above can fail."""
    page = tmp_path / "page.html"
    page.write_text(
        '<!DOCTYPE html><body class="ready"><img src="https://example.org/x.png"><script>no.such()</script>', "utf-8"
    )
    window.told.clear()
    window.asked.clear()
    window.visit(page.as_uri())

    assert any("no is not defined" in one for one in window.told)
    assert "https://example.org/x.png" in window.asked
