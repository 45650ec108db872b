"""A small graph by the contract, the page of the sample plans in a real browser, and programs of other hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pyoxigraph import Quad, RdfFormat, parse

from guitu.exports.page.render import write_page
from guitu.exports.rdf.statements import quads_of
from guitu.graph.build import build
from guitu.graph.keep.store import Store

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP, PHONE = (1280, 720), (390, 844)
Open = Callable[..., Page]
Plans = Callable[..., Path]


@pytest.fixture(scope="session")
def quads() -> tuple[Quad, ...]:
    """The quads of `example.trig`."""
    return tuple(parse(path=Path(__file__).with_name("example.trig"), format=RdfFormat.TRIG))


@pytest.fixture(scope="session")
def samples_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the sample plans."""
    store = tmp_path_factory.mktemp("samples") / "store"
    assert not build([Path(str(files("guitu.extract"))) / "samples"], store).problems
    return store


@pytest.fixture(scope="session")
def samples(samples_path: Path) -> Store:
    """The graph of the sample plans."""
    return Store.open(samples_path)


@pytest.fixture(scope="session")
def sample_quads(samples: Store) -> tuple[Quad, ...]:
    """The quads of the sample plans that Guitu brings."""
    return quads_of(samples.quads())


@pytest.fixture(scope="session")
def sample_page(samples: Store, sample_quads: tuple[Quad, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample plans."""
    path = tmp_path_factory.mktemp("page") / "samples.html"
    write_page(sample_quads, path, samples.text)
    return path


@pytest.fixture
def plans(tmp_path: Path) -> Plans:
    """Makes the page of plans: name of a file -> its text. A second call adds its plans to the first."""

    def make(name: str = "page", **texts: str) -> Path:
        for title, text in texts.items():
            (tmp_path / f"{title}.txt").write_text(text, encoding="utf-8")
        store = tmp_path / f"store-{name}"
        build(sorted(tmp_path.glob("*.txt")), store)
        held = Store.open(store)
        write_page(quads_of(held.quads()), tmp_path / f"{name}.html", held.text)
        return tmp_path / f"{name}.html"

    return make


@pytest.fixture(scope="session")
def chromium(program: Callable[[str, str], str]) -> Iterator[Browser]:
    """Debian's chromium; in a checking run its absence fails, elsewhere it skips."""
    path = program("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, sample_page: Path) -> Iterator[Open]:
    """Opens a page (of the samples, if no other) at an address.

    At the end its console must have been silent, and nothing asked for but the file itself.
    """
    told: list[str] = []
    contexts = []

    def look(fragment: str = "", size: tuple[int, int] = DESKTOP, path: Path = sample_page, **options: object) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            accept_downloads=True,
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: told.append(str(error)))
        tab.on("request", lambda request: told.append(request.url) if not _own(request.url, path) else None)
        tab.goto(f"{path.as_uri()}#{fragment}")
        tab.wait_for_selector("body.ready")
        return tab

    yield look
    for context in contexts:
        context.close()
    assert told == []


def _own(address: str, path: Path) -> bool:
    return address.split("#", maxsplit=1)[0] == path.as_uri() or address.startswith(("data:", "blob:"))
