"""SPARQL in the page: the engine is the pinned one, answers are those of Guitu, and nothing is asked of anyone."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from guitu.exports.command.cli import main
from guitu.exports.page import engine
from guitu.exports.page.render import write_page
from guitu.exports.rdf.statements import quads_of
from guitu.extract.errors import OptionError
from guitu.graph.ask.query import bound, questions, select
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from tests.exports.conftest import Open
from tests.exports.page.test_page_access import serious

Asks = Callable[[Store, Path], Path]


@pytest.fixture(scope="module")
def brought() -> None:
    """The engine beside the page; in a checking run its absence fails, elsewhere it skips."""
    if not files("guitu.exports.page").joinpath("engine", engine.ARCHIVE).is_file():
        told = "this test needs the SPARQL engine of the page: make engine"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)


@pytest.fixture(scope="module")
def page(brought: None, samples: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample plans that answers SPARQL."""
    path, quads = tmp_path_factory.mktemp("sparql") / "page.html", quads_of(samples.quads())
    write_page(quads, path, samples.text, engine.asking(quads))
    return path


def _ask(tab: Page, text: str) -> None:
    tab.fill("#query", text)
    tab.evaluate("document.getElementById('answer').replaceChildren()")
    tab.click("#run")
    tab.wait_for_selector("#answer > *:not(:empty)")
    tab.wait_for_function("() => !document.getElementById('answer').innerText.includes('正在装入')")


def test_only_a_page_that_asks_holds_the_engine(page: Path, sample_page: Path, visit: Open) -> None:
    """Another has no tab for it, and an address of one opens on the graph; only this one may run WebAssembly."""
    policy = re.compile(r"Content-Security-Policy\" content=\"([^\"]*)\"")
    with_engine, without = (policy.search(path.read_text(encoding="utf-8")) for path in (page, sample_page))
    tab = visit("view=sparql", path=sample_page)

    assert with_engine
    assert without
    assert "'wasm-unsafe-eval'" in with_engine[1]
    assert "wasm" not in without[1]
    assert tab.locator("#tab-sparql").count() == 0
    assert tab.locator("body").get_attribute("data-view") == "graph"


def test_named_questions_answer_as_guitu_does(page: Path, samples: Store, visit: Open) -> None:
    """Each that a query alone answers is a button; a click gives as many rows as the engine of Guitu."""
    tab = visit("view=sparql", path=page)
    named = [one for one in questions().values() if not one.analysis]
    tab.wait_for_selector("#query")

    assert tab.locator(".questions button").count() == len(named) >= 20
    for one in named:
        tab.get_by_role("button", name=one.name_zh, exact=True).click()
        _ask(tab, tab.locator("#query").input_value())
        rows = len(select(samples, bound(one, [""] * len(one.parameters))).rows)
        assert tab.locator("#answer .tools span").inner_text().startswith(f"{rows} 行"), one.name


def test_a_question_with_words(page: Path, visit: Open) -> None:
    """Words typed beside a question stand in its query; heads are those of the question, things are links."""
    tab = visit("view=sparql&ask=load", path=page)
    tab.locator(".arguments input").fill('农业"农村')
    assert 'VALUES ?agency { "农业\\"农村" }' in tab.locator("#query").input_value()
    tab.locator(".arguments input").fill("农业农村局")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#answer table")

    assert tab.locator("#answer th").first.inner_text() == "机构"
    tab.locator("#answer button.link").first.click()
    assert "农业农村局" in tab.locator("#panel h2").inner_text()


FREE = {
    "SELECT ?x WHERE { ?x a <https://w3id.org/guitu/ns#Task> }": " 行，",
    "ASK { ?s ?p ?o }": "是",
    "CONSTRUCT { ?s a <urn:x> } WHERE { ?s a <https://w3id.org/guitu/ns#Document> }": "urn:x",
    "SELEC": "不能执行",
    "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }": "不能执行",
    "INSERT DATA { <urn:a> <urn:b> 1 }": "不能执行",
    "SELECT * FROM <https://example.org/x> { ?s ?p ?o }": "行",
}


def test_free_queries(page: Path, visit: Open) -> None:
    """Every form that reads is answered; faults, other services and changes are told, never done."""
    tab = visit("view=sparql", path=page)
    tab.wait_for_selector("#query")
    for text, told in FREE.items():
        _ask(tab, text)
        assert told in tab.locator("#answer").inner_text(), text


def test_the_view_is_for_everyone(page: Path, visit: Open) -> None:
    """axe finds nothing serious with an answer open and the pointer on what is chosen, in English."""
    tab = visit("view=sparql&theme=dark&lang=en", path=page)
    tab.get_by_role("button", name="load", exact=True).click()
    tab.wait_for_selector("#answer table")

    assert serious(tab) == []


def test_words_of_documents_stay_words(page: Path, brought: None, visit: Open, tmp_path: Path) -> None:
    """Markup in a title is shown as it is written."""
    plan = (
        "云州市节水规划（2021—2025年）\n\n一、主要任务\n（一）改造<img src=x onerror=alert(1)>管网。（市水利局牵头）\n"
    )
    (tmp_path / "规划.txt").write_text(plan, encoding="utf-8")
    assert not build([tmp_path / "规划.txt"], tmp_path / "store").problems
    quads = quads_of(Store.open(tmp_path / "store").quads())
    write_page(quads, tmp_path / "page.html", asking=engine.asking(quads))
    tab = visit("view=sparql", path=tmp_path / "page.html")
    tab.wait_for_selector("#query")
    _ask(tab, "SELECT ?o { ?s <http://purl.org/dc/terms/title> ?o }")

    assert "<img src=x onerror=alert" in tab.locator("#answer").inner_text()
    assert tab.locator("img").count() == 0


def test_another_package_is_refused(tmp_path: Path) -> None:
    """The hash is that of npm's package; anything else is told with the way to the right one."""
    (tmp_path / "x.tgz").write_bytes(b"not it")

    with pytest.raises(OptionError, match=r"x\.tgz: it is not the package oxigraph@.*npm pack"):
        engine.asking((), tmp_path / "x.tgz")


def test_without_the_engine_the_command_says_what_to_do(
    samples_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation without node: one line with the way, exit code 2, no file."""
    monkeypatch.setattr(engine, "ARCHIVE", "absent.tgz")
    done = CliRunner().invoke(
        main, ["export", "html", "--sparql", "-o", str(tmp_path / "x.html"), "--store", str(samples_path)]
    )

    assert done.exit_code == 2
    assert "npm pack oxigraph@" in done.output
    assert not (tmp_path / "x.html").exists()
