"""How long each view of the page takes for 19,000 tasks, in seconds of the browser's main thread: `make bench-page`.

The plans are the samples many times over, each copy with documents, tasks, figures and texts of its own; twenty copies
share a city's agencies, all of them topics and indicators.
"""

from __future__ import annotations

import copy
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from guitu.exports.page.data import contents
from guitu.exports.page.layout import positions
from guitu.exports.page.render import assemble
from guitu.exports.rdf.statements import quads_of
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.bench_page import ARGUMENTS

TASKS = 19_000
CITY = 20  # copies with the same agencies
VIEWS = ("table", "matrix", "targets", "places", "timeline", "compare", "text", "agency", "decisions", "gaps", "graph")
OWN = ("documents", "sections", "tasks", "duties", "suggestions", "alignments", "figures", "mentions", "references",
       "incentives", "gaps", "texts")  # fmt: skip
OF = {"document": "documents", "partOf": "documents", "section": "sections", "task": "tasks", "parent": "tasks",
      "a": "tasks", "b": "tasks", "duty": "duties", "alignment": "alignments", "text": "texts"}  # fmt: skip
FILTERS = {"level": ["municipal"], "agency": [""], "topic": ["数字农业"], "due": ["2025"]}
WORDS = ("农业", "n", "ny", "nyn", "nync", "产地仓 补助", "第九条", "云州市")


def sample_data(folder: Path) -> dict[str, Any]:
    """The data of the sample plans."""
    build([Path(str(files("guitu.extract"))) / "samples"], folder / "store")
    store = Store.open(folder / "store")
    return contents(quads_of(store.quads()), store.text)


def many(data: dict[str, Any], tasks: int) -> dict[str, Any]:
    """The data many times over, until there are so many tasks."""
    copies = -(-tasks // len(data["tasks"]))
    found: dict[str, Any] = {**data, **{name: [] for name in OWN}, "agencies": []}
    for number in range(copies):
        shift = {name: len(found[name]) for name in OWN}
        city = number // CITY
        if number % CITY == 0:
            base = len(found["agencies"])
            found["agencies"] += [
                {**row, "key": f"{row['key']}{city}", "name": f"{row['name']}{city or ''}"} for row in data["agencies"]
            ]
        for name in OWN:
            found[name] += [_moved(name, row, shift, base, number) for row in data[name]]
    return {**found, "positions": positions(found)}


def _moved(name: str, row: dict[str, Any], shift: dict[str, int], agencies: int, number: int) -> dict[str, Any]:
    row = copy.deepcopy(row)
    for field, of in OF.items():
        if name == "sections" and field == "parent":
            of = "sections"  # noqa: PLW2901
        if (
            isinstance(row.get(field), int)
            and not (name == "texts" and field == "text")
            and not (name == "figures" and field == "text")
        ):
            row[field] += shift[of]
    for field in ("agency",):
        if isinstance(row.get(field), int):
            row[field] += agencies
    if "issuers" in row:
        row["issuers"] = [at + agencies for at in row["issuers"]]
        row["links"] = [[relation, at + shift["documents"]] for relation, at in row["links"]]
        row["title"] += f"（{number}）"
    for proof in [row.get("proof"), *row.get("proofs", ())]:
        if proof:
            proof[0] += shift["texts"]
    if name == "texts":
        row["hash"] = f"{number:06x}{row['hash'][6:]}"
    if "key" in row:
        row["key"] = f"{row['key']}{number}"
    return row


class Clock:
    """Seconds that the main thread of a page works on something."""

    def __init__(self, tab: Page) -> None:
        self._tab = tab
        self._session: CDPSession = tab.context.new_cdp_session(tab)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def now(self) -> dict[str, float]:
        return {one["name"]: one["value"] for one in self._session.send("Performance.getMetrics")["metrics"]}

    def of(self, script: str, value: object = None) -> float:
        """Of a script and everything that follows until two frames have been drawn."""
        before = self.now()["TaskDuration"]
        self._tab.evaluate(script, value)
        self._tab.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
        )
        return self.now()["TaskDuration"] - before


_FILTER = "([name, values]) => Guitu.page.change({ filters: { [name]: values } })"
_WORDS = "(words) => Guitu.page.change({ filters: {}, words })"
_SEARCH = """(words) => {
  const box = document.getElementById("find");
  box.value = words;
  box.dispatchEvent(new Event("input"));
}"""


def bench_views(tasks: int = TASKS) -> None:
    """Print what each view, filter and search of a large page takes."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        data = many(sample_data(Path(folder)), tasks)
        path = Path(folder) / "page.html"
        path.write_text(assemble(data), encoding="utf-8")
        counts = ", ".join(f"{len(data[name])} {name}" for name in ("tasks", "documents", "agencies"))
        print(f"{counts}, {path.stat().st_size / 1e6:.1f} MB")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        tab = browser.new_page(viewport={"width": 1280, "height": 800})
        clock = Clock(tab)
        tab.goto(path.as_uri())
        tab.wait_for_selector("body.ready", timeout=120_000)
        print(f"ready {clock.now()['TaskDuration']:.2f} s, heap {clock.now()['JSHeapUsedSize'] / 1e6:.0f} MB")
        _views(tab, clock)
        browser.close()


def _views(tab: Page, clock: Clock) -> None:
    def tell(name: str, seconds: float) -> None:
        print(f"  {name:20} {seconds:6.3f} s")

    for view in VIEWS:
        tell(f"view {view}", clock.of("(view) => Guitu.page.change({ view })", view))
    tell("flow", clock.of("Guitu.page.change({ flow: true })"))
    tab.evaluate("Guitu.page.change({ flow: false, view: 'table' })")
    for name, values in FILTERS.items():
        chosen = values if values[0] else tab.evaluate("[Guitu.page.data.agencies[3].key]")
        tell(f"filter {name}", clock.of(_FILTER, [name, chosen]))
    for words in ("产地仓", "产地"):
        tell(f"in the table {words}", clock.of(_WORDS, words))
    tab.evaluate("Guitu.page.change({ words: '' })")
    for words in WORDS:
        tell(f"search {words}", clock.of(_SEARCH, words))


if __name__ == "__main__":
    bench_views(int(sys.argv[1]) if len(sys.argv) > 1 else TASKS)
