"""The graph view beside the plain pyvis page of the same graph, in one headless Chromium; run by `bench`."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from guitu.exports.page.render import assemble
from tests.exports.picture_page import plans, whole

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 90  # seconds that the plain page gets to come to rest
DRAG = 4  # seconds
VIEWS = (  # with the end of their address
    ("overview", ""),
    ("one agency", "#focus=agency%3Aagencies1"),
    ("everything", "#whole=1"),
)

# Both pages are measured from the start of loading to the frame after the picture stands.
_WATCH = """
new PerformanceObserver((list) => {
  if (list.getEntriesByName("picture").length && !globalThis.stood)
    requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.stood = performance.now(); }));
}).observe({ type: "mark" });
"""
_PLAIN = """<script>
network.once("stabilizationIterationsDone", () => { globalThis.drawn = performance.now(); });
network.once("stabilized", () => performance.mark("picture"));
</script>"""


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds to the first stable picture (None: not within the patience), and frames a second while panning.

    `drawn`: seconds until the plain page shows a picture that still moves.
    """

    picture: float | None
    drawn: float | None
    frames: float


def bench_page() -> None:
    """Print times to the first stable picture and frames while panning: ours and plain pyvis."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        path = Path(folder) / "page.html"
        for nodes in (500, 2000):
            data = graph(nodes)
            path.write_text(_plain(data), encoding="utf-8")
            plain = _look(browser, path.as_uri())
            _tell(f"{nodes} nodes, plain pyvis", plain, None)
            path.write_text(assemble(data), encoding="utf-8")
            for name, place in VIEWS[::2]:
                _tell(f"{nodes} nodes, {name}", _look(browser, path.as_uri() + place), plain.picture or PATIENCE)
        for tasks in (20_000, 50_000):
            path.write_text(assemble(graph(tasks)), encoding="utf-8")
            for name, place in VIEWS:
                _tell(f"{tasks} tasks, {name}", _look(browser, path.as_uri() + place), None)
        browser.close()


def graph(nodes: int) -> dict[str, Any]:
    """Made-up plans of about so many tasks, documents and agencies together: 60 tasks a document, 25 an agency."""
    data = plans(round(nodes * 0.94), agencies=max(8, nodes // 25), documents=max(3, nodes // 60))
    return whole(data)


def _plain(data: Mapping[str, Any]) -> str:
    """What pyvis writes by itself for documents, tasks and agencies; the remote files that it names are refused."""
    net = Network(cdn_resources="in_line")
    for kind, key in (("documents", "title"), ("agencies", "name"), ("tasks", "title")):
        for i, thing in enumerate(data[kind]):
            net.add_node(f"{kind}{i}", label=thing[key])
    for i, task in enumerate(data["tasks"]):
        net.add_edge(f"tasks{i}", f"documents{task['document']}")
    for duty in data["duties"]:
        net.add_edge(f"tasks{duty['task']}", f"agencies{duty['agency']}")
    return str(net.generate_html()).replace("</body>", f"{_PLAIN}</body>")


def _look(browser: Browser, address: str) -> Seen:
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.route(lambda asked: asked.startswith("http"), lambda route: route.abort())
    tab.add_init_script(_WATCH)
    tab.goto(address, wait_until="commit")
    picture, end = None, time.monotonic() + PATIENCE
    while picture is None and time.monotonic() < end:
        time.sleep(0.1)
        picture = tab.evaluate("globalThis.stood ?? null")
    drawn, frames = tab.evaluate("globalThis.drawn ?? null"), _pan(tab)
    tab.close()
    return Seen(None if picture is None else picture / 1e3, None if drawn is None else drawn / 1e3, frames)


def _pan(tab: Page) -> float:
    """Frames a second while a hand drags the picture to and fro."""
    tab.evaluate("globalThis.seen = 0; (function next() { seen += 1; requestAnimationFrame(next); })()")
    tab.mouse.move(700, 450)
    tab.mouse.down()
    begun, end, step = tab.evaluate("[seen, performance.now()]"), time.monotonic() + DRAG, 0
    while time.monotonic() < end:
        step += 1
        tab.mouse.move(700 + step % 60 * 5, 450 + step % 40 * 4)
    ended = tab.evaluate("[seen, performance.now()]")
    tab.mouse.up()
    return float((ended[0] - begun[0]) / (ended[1] - begun[1]) * 1e3)


def _tell(name: str, seen: Seen, peer: float | None) -> None:
    picture = f"{seen.picture:7.2f} s" if seen.picture is not None else f"> {PATIENCE} s (moved when stopped)"
    picture += f" (drawn, and moving, at {seen.drawn:.1f} s)" if seen.drawn is not None else ""
    ratio = f", ratio {seen.picture / peer:.3f}" if peer and seen.picture is not None else ""
    print(f"{name:28}first stable picture {picture}{ratio}, panning {seen.frames:.0f} frames a second")


if __name__ == "__main__":
    bench_page()
