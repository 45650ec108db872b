"""The English page: every word of the page's own is English; names and words of documents stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from playwright.sync_api import Page

from guitu.exports.command.cli import main
from guitu.exports.page.render import write_page
from guitu.exports.rdf.statements import quads_of
from guitu.exports.speech.reasons import english
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.conftest import Open
from tests.exports.page.test_page import unpacked

VIEWS = ("graph", "table", "matrix", "targets", "places", "timeline", "compare", "text", "agency", "decisions", "gaps")
ROOMS = (*VIEWS, "graph&flow=1", "find&find=农业")
OWN = ("reasons", "codes", "characters", "positions", "alignments", "suggestions")  # what no document says
BOTH = "中文|切换语言 Switch language|规图|正在打开… Opening…"  # what stands in Chinese for those who look for it
OURS = re.compile("改为|责任单位|更正")
HAN = re.compile(r"[\u4e00-\u9fff]+")
WORDS = """() => {
  const said = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest("script, style, noscript")) said.push(walk.currentNode.data);
  }
  for (const name of ["aria-label", "title", "placeholder"]) {
    for (const node of document.querySelectorAll(`[${name}]`)) said.push(node.getAttribute(name));
  }
  return said;
}"""


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (one for name, inside in value.items() if name not in ("reason", "why") for one in _strings(inside))
    elif isinstance(value, list):
        yield from (one for inside in value for one in _strings(inside))


def _chinese(tab: Page, path: Path) -> set[str]:
    """The sentences shown that hold Chinese words which no document says and no thing is called by."""
    data = unpacked(path.read_text(encoding="utf-8"))
    known = "\n".join(one for name in data if name not in OWN for one in _strings(data[name]))
    told = re.sub(BOTH, "", "\n".join(tab.evaluate(WORDS))).split("\n")
    return {words for words in told if any(run not in known for run in HAN.findall(words))}


def _walk(tab: Page, path: Path, rooms: list[str]) -> dict[str, set[str]]:
    found = {}
    for room in rooms:
        tab.evaluate("to => { location.hash = to }", f"lang=en&view={room}")
        tab.wait_for_function("view => document.body.dataset.view === view", arg=room.split("&", maxsplit=1)[0])
        found[room] = _chinese(tab, path)
    return {room: words for room, words in found.items() if words}


def test_every_view_speaks_english(visit: Open, sample_page: Path) -> None:
    """With the things of each kind opened: reasons of suggestions, alignments, gaps and comparisons as well."""
    data = unpacked(sample_page.read_text(encoding="utf-8"))
    lists = {"document": "documents", "figure": "figures", "gap": "gaps", "place": "places", "topic": "topics"}
    things = [f"decisions&focus={kind}:{data[name][0]['key']}" for kind, name in lists.items()]
    tasks = {data["tasks"][one["task"]]["key"] for one in data["suggestions"]}
    aligned = {data["tasks"][one["a"]]["key"] for one in data["alignments"]}
    rooms = [*ROOMS, *things, *(f"decisions&focus=task:{key}" for key in sorted(tasks | aligned))]

    assert len(rooms) > 30
    assert _walk(visit("lang=en", path=sample_page), sample_page, rooms) == {}


def test_what_a_person_decided(visit: Open, tmp_path: Path) -> None:
    """A correction is told in English; names, and who decided, stay."""
    plan, fix, store = tmp_path / "规划.txt", tmp_path / "更正.csv", tmp_path / "store"
    plan.write_text(
        "云州市节水规划（2021—2025年）\n\n一、主要任务\n（一）改造管网。（市水利局牵头）\n", encoding="utf-8"
    )
    rows = "文件,任务,更正,原值,新值\n云州市节水规划（2021—2025年）,改造管网,牵头单位,市水利局,市城管局\n"
    fix.write_text(rows, encoding="utf-8")
    assert not build([plan], store).problems
    done = CliRunner().invoke(main, ["correct", str(fix), "--store", str(store), "--by", "Wang"])
    assert done.exit_code == 0, done.output
    page, held = tmp_path / "page.html", Store.open(store)
    write_page(quads_of(held.quads()), page, held.text)
    tab = visit("lang=en&view=agency", path=page)
    told = tab.locator(".corrected").first.inner_text()

    assert "Wang" in told
    assert "市城管局" in told
    assert not OURS.search(told)


def test_the_browser_says_what_python_says(visit: Open, samples: Store, sample_page: Path) -> None:
    """One table of patterns, two readers: every reason of the samples, and those made of parts, come out alike."""
    data = unpacked(sample_page.read_text(encoding="utf-8"))
    reasons = {one["reason"] for name in ("gaps", "alignments", "suggestions") for one in data[name]} | {
        "工作表“一”隐藏了3行，未读",
        "名称只有标点或字宽之差；但与判为不同者相连，不合并",
        "任务“改造管网”此处为“牵头：市水利局；配合：市财政局”，乙.docx 中为“牵头：市水务局”",
        "没有人写过的理由",
    }
    told = visit("lang=en").evaluate("all => all.map((one) => Guitu.page.reason(one))", sorted(reasons))

    assert told == [english(one) for one in sorted(reasons)]
