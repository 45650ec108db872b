"""The page: one file that loads nothing, runs in a browser, and takes the words of documents as words."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.page import contents, render, write_page
from guitu.exports.view import View

HOSTILE = "</script><img src=x onerror=alert(1)>"
# A line of the browser's log: what a page asked for. The browser's own errands come from "not an origin".
ASKED = re.compile(r'"initiator":"(?!not an origin)[^"]*".*?"url":"([^"]+)"')
Browser = Callable[[Path, str], tuple[str, list[str]]]


@pytest.fixture(scope="module")
def hostile(quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
    """The example with a title, a task, a quote and a section that try to be markup."""
    marked = []
    for quad in quads:
        words = quad.object.value if isinstance(quad.object, Literal) else ""
        if any(name in words for name in ("云州市节水若干措施", "修缮老旧堤坝", "责任单位", "重点任务")):
            quad = Quad(quad.subject, quad.predicate, Literal(words + HOSTILE), quad.graph_name)  # noqa: PLW2901
        marked.append(quad)
    return tuple(marked)


@pytest.fixture(scope="session")
def browser(program: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory) -> Browser:
    """Opens a page at a place and returns its elements after the scripts ran, and every remote address it asked for."""
    chromium = program("chromium", "chromium")

    def visit(page: Path, place: str = "") -> tuple[str, list[str]]:
        log = tmp_path_factory.mktemp("log") / "net.json"
        profile = tmp_path_factory.mktemp("profile")
        done = subprocess.run(
            [
                chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                f"--user-data-dir={profile}", f"--log-net-log={log}", "--host-resolver-rules=MAP * ~NOTFOUND",
                "--window-size=1280,800", "--virtual-time-budget=3000", "--dump-dom", page.as_uri() + place,
            ],
            capture_output=True, check=True, timeout=60,
        )  # fmt: skip
        asked = ASKED.findall(log.read_text(encoding="utf-8", errors="replace"))
        return done.stdout.decode("utf-8"), asked

    return visit


class Links(HTMLParser):
    """Every attribute that makes a browser load something, and every style."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.loads += [v or "" for k, v in attrs if k in ("src", "href", "srcset", "data", "action", "poster")]


def _data(page: str) -> dict[str, object]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    found = json.loads(block[1])
    assert isinstance(found, dict)
    return found


def test_nothing_remote_is_named(hostile: tuple[Quad, ...]) -> None:
    """No element, style or script of the page loads anything; its own policy forbids it besides."""
    page = render(View.of(hostile))
    links = Links()
    links.feed(page)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)

    assert links.loads == []
    assert {"link", "img", "iframe", "object", "base"}.isdisjoint(links.elements)
    assert style
    assert not re.search(r"url\(|@import|@font-face", style[1])
    assert "sourceMappingURL" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"\bimport\s*\(|importScripts|XMLHttpRequest|\bfetch\(|WebSocket", page)


def test_data_are_complete(quads: tuple[Quad, ...]) -> None:
    """The page holds documents, tasks with section and deadline, duties with role and proof, and gaps."""
    found = contents(View.of(quads))

    assert [task["title"] for task in found["tasks"]] == [
        "新建村镇泵站",
        "山区泵站选址",
        "修缮老旧堤坝",
        "=奖励节水企业",
    ]
    assert (found["tasks"][0]["section"], found["tasks"][0]["deadline"]) == ("重点任务", "2033年底前")
    assert found["duties"][0] == {
        "task": 0, "agency": 0, "role": "lead", "written": "市水务局",
        "text": "t1", "start": 60, "end": 66, "quote": "市水务局牵头",
    }  # fmt: skip
    assert [agency["name"] for agency in found["agencies"]] == ["云州市水务局", "云州市财政局"]
    assert len(found["gaps"]) == 2


def test_inferred_owners_are_not_shown(quads: tuple[Quad, ...]) -> None:
    """A suggestion is no stated duty: the page is the same without it."""
    base, gt = "https://w3id.org/guitu/id/", "https://w3id.org/guitu/ns#"
    graph, about = NamedNode(base + "graph/suggestions"), NamedNode(base + "suggestion/1")
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    suggested = (
        Quad(about, kind, NamedNode(gt + "Suggestion"), graph),
        Quad(about, NamedNode(gt + "ofTask"), NamedNode(base + "task/t2"), graph),
        Quad(about, NamedNode(gt + "agency"), NamedNode(base + "agency/云州市水务局"), graph),
        Quad(NamedNode(base + "task/t2"), NamedNode(gt + "ownedBy"), NamedNode(base + "agency/云州市水务局"), graph),
    )

    assert contents(View.of(quads)) == contents(View.of((*quads, *suggested)))


def test_words_cannot_leave_the_data(hostile: tuple[Quad, ...]) -> None:
    """Markup in a title stays inside the block of data, and reads back as it was."""
    page = render(View.of(hostile))

    assert page.count("<script") == page.count("</script") == 3
    assert "<img" not in page
    assert HOSTILE in json.dumps(_data(page), ensure_ascii=False)


def test_same_bytes(quads: tuple[Quad, ...]) -> None:
    """The order of the quads changes nothing."""
    assert render(View.of(quads)) == render(View.of(reversed(quads)))


def test_written_in_utf8(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The file is UTF-8, and says so within its first kilobyte."""
    write_page(quads, tmp_path / "页" / "任务.html")
    data = (tmp_path / "页" / "任务.html").read_bytes()

    assert "谁负责哪项任务" in data.decode("utf-8")
    assert b'<meta charset="utf-8">' in data[:1024]


def test_an_empty_graph_has_a_page() -> None:
    """Without any document the page still stands."""
    assert _data(render(View.of(())))["documents"] == []


# ---- in a browser ----


def test_browser_asks_for_nothing(hostile: tuple[Quad, ...], browser: Browser, tmp_path: Path) -> None:
    """Opened from a file, the page asks for no other address, and draws its graph."""
    page = tmp_path / "page.html"
    write_page(hostile, page)
    dom, asked = browser(page, "")

    assert asked == []
    assert "<canvas" in dom
    assert "2</b>份文件" in dom
    assert "云州市水务局" in dom


def test_the_browser_would_tell(browser: Browser, tmp_path: Path) -> None:
    """A page that does ask for something remote is found out: the test above can fail."""
    page = tmp_path / "page.html"
    page.write_text('<!DOCTYPE html><img src="http://example.org/x.png">', encoding="utf-8")

    assert browser(page, "")[1] == ["http://example.org/x.png"]


def test_browser_takes_words_as_words(hostile: tuple[Quad, ...], browser: Browser, tmp_path: Path) -> None:
    """Hostile words make no element in any view."""
    page = tmp_path / "page.html"
    write_page(hostile, page)
    for place in (
        "",
        "#unowned",
        "#gaps",
        "#agency=云州市水务局",
        "#document=云州市节水若干措施" + HOSTILE.replace("#", ""),
    ):
        dom, _ = browser(page, place)
        shown = dom.split('<script type="application/json"')[0]

        assert "<img" not in shown
        assert "&lt;img src=x onerror=alert(1)&gt;" in shown


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            "#agency=云州市水务局",
            ["新建村镇泵站", "牵头", "责任", "重点任务", "2033年底前", "市水务局牵头", "字符 60–66"],
        ),
        ("#task=新建村镇泵站", ["云州市水务局", "云州市财政局", "市财政局配合", "字符 67–73"]),
        ("#task=山区泵站选址", ["由上级任务的责任机构负责", "新建村镇泵站"]),
        ("#task=修缮老旧堤坝", ["文件没有写明由谁负责这项任务"]),
        ("#document=云州市节水若干措施", ["云水规〔2032〕1号", "=奖励节水企业"]),
        ("#unowned", ["修缮老旧堤坝", "未写明"]),
        ("#gaps", ["没有计量单位", "增长三成有余", "字符 51–58"]),
    ],
)
def test_browser_answers(
    quads: tuple[Quad, ...], browser: Browser, tmp_path: Path, place: str, words: list[str]
) -> None:
    """Agency, task, document, unowned tasks and gaps each have their table, with proof."""
    page = tmp_path / "page.html"
    write_page(quads, page)
    dom, _ = browser(page, place)
    detail = re.search(r'<article id="detail".*?</article>', dom, re.DOTALL)

    assert detail
    text = re.sub(r"<[^>]+>", "", detail[0])
    assert [word for word in words if word not in text] == []


DRIVER = """
const press = (on, key) => on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const at = (id) => document.getElementById(id);
const said = [];
press(document.body, "/");
said.push(document.activeElement.id);
at("search").value = "财政";
at("search").dispatchEvent(new Event("input"));
said.push([...at("list").querySelectorAll("li")].map((li) => li.innerText).join("+"));
press(at("search"), "ArrowDown");
document.activeElement.click();
said.push(at("detail").querySelector("h2").innerText);
at("role").value = "lead";
at("role").dispatchEvent(new Event("change"));
said.push(at("detail").querySelectorAll("tbody tr").length);
press(document.body, "Escape");
said.push(at("search").value + at("role").value, at("detail").querySelectorAll("tbody tr").length);
at("unowned").click();
said.push(at("detail").querySelectorAll("tbody tr").length);
document.body.append(Object.assign(document.createElement("pre"), { id: "said", textContent: JSON.stringify(said) }));
"""


def test_browser_by_keyboard(quads: tuple[Quad, ...], browser: Browser, tmp_path: Path) -> None:
    """Search, list, filters and reset are reached and used by keys alone."""
    page = tmp_path / "page.html"
    text = re.sub(r"<meta http-equiv[^>]*>", "", render(View.of(quads)))  # the policy would refuse the driver
    page.write_text(text.replace("</body>", f"<script>{DRIVER}</script></body>"), encoding="utf-8")
    dom, _ = browser(page, "")
    said = re.search(r'<pre id="said">(.*?)</pre>', dom)

    assert said
    assert json.loads(said[1]) == ["search", "云州市财政局\n1", "云州市财政局", 0, "", 2, 1]
