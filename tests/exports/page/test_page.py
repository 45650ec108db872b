"""The page as a file: it loads nothing, runs nothing but its own scripts, and takes the words of documents as words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, Quad

from guitu.exports.command.files import Wish, write_export
from guitu.exports.page.render import render, write_page
from guitu.graph.keep.store import Store
from tests.exports.conftest import Open

HOSTILE = "</script><img src=x onerror=alert(1)>javascript:alert(2)\u202etxt"
MARKED = ("云州市节水若干措施", "修缮老旧堤坝", "责任单位", "重点任务", "市水务局", "没有计量单位")


@pytest.fixture(scope="module")
def hostile(quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
    """The example with titles, names, quotes and reasons that try to be markup, script and direction."""
    marked = []
    for quad in quads:
        words = quad.object.value if isinstance(quad.object, Literal) else ""
        if any(name in words for name in MARKED):
            quad = Quad(quad.subject, quad.predicate, Literal(words + HOSTILE), quad.graph_name)  # noqa: PLW2901
        marked.append(quad)
    return tuple(marked)


class Elements(HTMLParser):
    """Every element, what a browser would load for it, and the words of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.loads: list[str] = []
        self.open = ""
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.open = tag
        self.loads += [v or "" for k, v in attrs if k in ("src", "href", "srcset", "data", "action", "poster")]
        assert not any(k.startswith("on") or k == "style" for k, _ in attrs)

    def handle_data(self, data: str) -> None:
        if self.open in self.inside:
            self.inside[self.open].append(data)

    def handle_endtag(self, tag: str) -> None:
        self.open = ""


def unpacked(page: str) -> dict[str, Any]:
    """The data of a page."""
    block = re.search(r'<script type="application/octet-stream" id="data">([^<]*)</script>', page)
    assert block
    found = json.loads(zlib.decompress(base64.b64decode(block[1])))
    assert isinstance(found, dict)
    return found


def test_nothing_remote_is_named(hostile: tuple[Quad, ...]) -> None:
    """No element, style or script of the page loads anything; its own policy forbids it besides."""
    page = render(hostile)
    elements = Elements(page)

    assert elements.loads == ["#main"]
    assert {"link", "img", "iframe", "object", "base"}.isdisjoint(elements.names)
    assert not re.search(r"url\(|@import|@font-face", "".join(elements.inside["style"]))
    assert "sourceMappingURL" not in page
    assert not re.search(r"\bimport\s*\(|importScripts|XMLHttpRequest|\bfetch\(|WebSocket", page)


def test_the_policy_allows_what_is_there_and_nothing_else(quads: tuple[Quad, ...]) -> None:
    """Scripts and styles are allowed by their hashes alone; nothing else is allowed but pictures of the page's own."""
    page = render(quads)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    elements = Elements(page)

    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data: blob:"
    assert rules["style-src"] == _hashes(elements.inside["style"])
    assert rules["script-src"] == _hashes(elements.inside["script"][1:])  # the first holds the data


def _hashes(blocks: Any) -> str:
    digests = (base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def test_no_script_makes_markup_of_words(quads: tuple[Quad, ...]) -> None:
    """None of the page's own scripts has a way from words to elements or to code."""
    own = Elements(render(quads)).inside["script"][-1]

    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc", own)


def test_words_cannot_leave_the_data(hostile: tuple[Quad, ...]) -> None:
    """Markup in a title stays inside the block of data, and reads back as it was."""
    page = render(hostile)

    assert page.count("<script") == page.count("</script") == 3
    assert "<img" not in page
    assert HOSTILE in json.dumps(unpacked(page), ensure_ascii=False).replace("\\u202e", "\u202e")


def test_same_bytes(quads: tuple[Quad, ...]) -> None:
    """The order of the quads changes nothing."""
    assert render(quads) == render(tuple(reversed(quads)))


def test_written_in_utf8(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The file is UTF-8, and says so within its first kilobyte."""
    write_page(quads, tmp_path / "页" / "任务.html")
    data = (tmp_path / "页" / "任务.html").read_bytes()

    assert "谁负责哪项任务" in data.decode("utf-8")
    assert b'<meta charset="utf-8">' in data[:1024]


def test_an_empty_graph_has_a_page() -> None:
    """Without any document the page still stands."""
    assert unpacked(render(()))["documents"] == []


@pytest.mark.parametrize(("profile", "has_texts"), [("full", True), ("facts", False)])
def test_the_facts_profile_has_no_words_of_documents(
    samples: Store, tmp_path: Path, profile: str, has_texts: bool
) -> None:
    """The full page holds every reading text; the facts page no texts, quotes or bodies, but every position."""
    path = tmp_path / "page.html"
    write_export(samples.quads(), "html", str(path), Wish(profile, texts=samples.text))
    data = unpacked(path.read_text(encoding="utf-8"))

    assert {text["text"] is not None for text in data["texts"]} == {has_texts}
    assert any(task["body"] for task in data["tasks"]) is has_texts
    assert any(duty["written"] for duty in data["duties"]) is has_texts
    assert all(len(duty["proof"]) == 3 for duty in data["duties"])


# ---- in a browser ----


@pytest.mark.parametrize(
    "view", ["graph", "table", "matrix", "targets", "places", "timeline", "compare", "text", "agency", "find", "gaps"]
)
def test_words_are_words_in_every_view(hostile: tuple[Quad, ...], visit: Open, tmp_path: Path, view: str) -> None:
    """Hostile words make no element, run nothing, and cannot turn the direction of a line."""
    path = tmp_path / "hostile.html"
    write_page(hostile, path)
    tab = visit(f"view={view}&focus=task:t2", path=path)
    tab.fill("#find", "onerror")

    assert tab.locator("img, iframe, body script + img").count() == 0
    assert "onerror=alert(1)" in tab.locator("body").inner_text()
    assert "\u202e" not in tab.locator("body").inner_text()
    assert "[U+202E]" in tab.locator("body").inner_text()


def test_the_page_of_the_demo_opens(visit: Open) -> None:
    """The page of the sample plans opens on the graph of documents and agencies, in Chinese."""
    tab = visit()

    assert tab.locator("html").get_attribute("lang") == "zh-CN"
    assert tab.locator('[role=tab][aria-selected="true"]').inner_text() == "关系图"
    assert tab.locator("#graph canvas").count() > 0


def test_the_browser_would_tell(chromium: Any, tmp_path: Path) -> None:
    """A page that does ask for something remote is found out: the check of every other test can fail."""
    path = tmp_path / "page.html"
    path.write_text('<!DOCTYPE html><img src="http://example.org/x.png">', encoding="utf-8")
    tab, asked = chromium.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(path.as_uri())
    tab.close()

    assert asked[1:] == ["http://example.org/x.png"]


@pytest.mark.parametrize(
    ("spoil", "words"), [("delete globalThis.DecompressionStream", "不能解开"), ("atob = () => 'x'", "已损坏")]
)
def test_a_browser_that_cannot_read_the_data_says_so(chromium: Any, sample_page: Path, spoil: str, words: str) -> None:
    """An old browser, or a damaged file, gives one clear sentence in both languages."""
    tab = chromium.new_page()
    tab.add_init_script(spoil)
    tab.goto(sample_page.as_uri())

    assert words in tab.get_by_role("alert").inner_text()
    tab.close()
