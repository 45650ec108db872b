"""The page of twenty thousand tasks: it opens, and builds no more rows than a reader sees. How fast: `make bench`."""

from __future__ import annotations

from pathlib import Path

import pytest

from guitu.exports.page.render import write_page
from tests.exports.conftest import Open
from tests.exports.large_plans import large_plans

TASKS = 20_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of large plans, without texts."""
    path = tmp_path_factory.mktemp("large") / "page.html"
    write_page(large_plans(TASKS), path)
    return path


def test_the_file_is_small(large: Path) -> None:
    """Twenty thousand tasks with their owners and proofs take less than 5 MB."""
    assert large.stat().st_size < 5_000_000


@pytest.mark.parametrize("view", ["graph", "table", "matrix", "agency", "gaps"])
def test_it_opens_with_few_rows(visit: Open, large: Path, view: str) -> None:
    """Every view stands, with at most some hundred rows."""
    tab = visit(f"view={view}", path=large)

    assert tab.evaluate("performance.getEntriesByName('ready').length") == 1
    assert tab.locator("tr").count() <= 402
    assert tab.locator("*").count() < 20_000


def test_pages_are_turned(visit: Open, large: Path) -> None:
    """A table of many rows is read page by page; the address keeps the page."""
    tab = visit("view=table", path=large)
    first = tab.locator("tbody th").first.inner_text()
    tab.get_by_role("button", name="下一页").click()

    assert tab.locator("tbody th").first.inner_text() != first
    assert "page=1" in tab.url
    assert "第 2 / 200 页" in tab.locator(".pager").inner_text()


def test_a_search_over_all_names(visit: Open, large: Path) -> None:
    """By pinyin, too, every task that fits is counted."""
    tab = visit(path=large)
    tab.fill("#find", "bengzhan")

    assert "20000" in tab.locator("#found").inner_text()
