"""The graph view beside the plain pyvis page of the same graph, in one headless Chromium; run by `bench`."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from pyvis.network import Network

from guitu.exports.page.layout import positions
from tests.exports.picture_page import page, plans

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 90  # seconds that the plain page gets to come to rest
DRAG = 4  # seconds
STATES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("overview", {}),
    ("one agency", {"focus": {"kind": "agency", "index": 1}}),
    ("everything", {"whole": True}),
)

# Both pages are measured from the start of loading to the frame after the picture stands.
_NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
_OURS = "performance.getEntriesByName('picture').length > 0"
_PLAIN = "<script>network.once('stabilized', () => { globalThis.stable = true; });</script>"


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds to the first stable picture (None: not within the patience), and frames a second while panning."""

    picture: float | None
    frames: float


def bench_page() -> None:
    """Print times to the first stable picture and frames while panning: ours and plain pyvis."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        path = Path(folder) / "page.html"
        for nodes in (500, 2000):
            data = graph(nodes)
            path.write_text(_plain(data), encoding="utf-8")
            plain = _look(browser, path, "globalThis.stable === true")
            _tell(f"{nodes} nodes, plain pyvis", plain, None)
            for name, state in STATES[::2]:
                path.write_text(page(data, state), encoding="utf-8")
                _tell(f"{nodes} nodes, {name}", _look(browser, path, _OURS), plain.picture or PATIENCE)
        for tasks in (20_000, 50_000):
            data = graph(tasks)
            for name, state in STATES:
                path.write_text(page(data, state), encoding="utf-8")
                _tell(f"{tasks} tasks, {name}", _look(browser, path, _OURS), None)
        browser.close()


def graph(nodes: int) -> dict[str, Any]:
    """Made-up plans of about so many tasks, documents and agencies together: 60 tasks a document, 25 an agency."""
    data = plans(round(nodes * 0.94), agencies=max(8, nodes // 25), documents=max(3, nodes // 60))
    return {**data, "positions": positions(data)}


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


def _look(browser: Browser, path: Path, stands: str) -> Seen:
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    tab.route(lambda address: address.startswith("http"), lambda route: route.abort())
    tab.set_default_timeout(PATIENCE * 1e3)
    try:
        tab.goto(path.as_uri(), wait_until="domcontentloaded")
        tab.wait_for_function(stands, polling=20)
        picture = tab.evaluate(_NEXT_FRAME) / 1e3
    except TimeoutError:
        picture = None
    frames = _pan(tab)
    tab.close()
    return Seen(picture, frames)


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
    picture = f"{seen.picture:7.2f} s" if seen.picture is not None else f"> {PATIENCE} s (not at rest when stopped)"
    ratio = f", ratio {seen.picture / peer:.3f}" if peer and seen.picture is not None else ""
    print(f"{name:28}first stable picture {picture}{ratio}, panning {seen.frames:.0f} frames a second")


if __name__ == "__main__":
    bench_page()
