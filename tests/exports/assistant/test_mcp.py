"""`guitu mcp` with the client of the official SDK, over standard input and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Any

import anyio
import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

import guitu
from guitu.exports.assistant.tools import INFERRED, SUGGESTED
from guitu.exports.command.cli import main
from guitu.graph.ask.query import questions
from guitu.graph.build import build

Call = Callable[[str, Mapping[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("assistant") / "store"
    assert not build([Path(str(files("guitu.extract"))) / "samples"], path).problems
    return path


def asked(store: Path | str, *calls: tuple[str, Mapping[str, Any]]) -> list[Any]:
    """The results of calls, one after the other, of one server that is started for them."""
    code = "from guitu.exports.command.cli import main; main()"
    server = StdioServerParameters(
        command=sys.executable, args=["-c", code, "mcp", "--store", str(store)], env=dict(os.environ)
    )

    async def run() -> list[Any]:
        async with Client(server) as client:
            found: list[Any] = [await client.list_tools()]
            for name, arguments in calls:
                found.append(await client.call_tool(name, dict(arguments)))
            return found

    with ThreadPoolExecutor(1) as other:  # a browser of another test may have its own loop in this thread
        return other.submit(anyio.run, run).result()


def test_an_assistant_finds_the_owners_with_their_quotes(store: Path) -> None:
    """From words to the task, its owners and the characters that say so; every place holds its quote."""
    tools, found, owners, duties, aimed, changed = asked(
        store,
        ("find", {"words": "产地仓"}),
        ("owners_of", {"words": "产地仓"}),
        ("duties_of", {"agency": "市农业农村局"}),
        ("targets", {"indicator": "零售额"}),
        ("compare", {"earlier": "云州市数字乡村发展“十三五”规划", "later": "云州市数字乡村发展“十四五”规划"}),
    )
    graph = guitu.open(store)

    assert all(tool.annotations.read_only_hint for tool in tools.tools)
    assert all(tool.description for tool in tools.tools)
    assert found.structured_content["rows"][0]["name"].startswith("产地仓")
    stated = [row for row in owners.structured_content["rows"] if row["basis"] == "stated"]
    assert ("云州市商务局", "lead", "市商务局") in {(row["agency"], row["role"], row["quote"]) for row in stated}
    for answer in (owners, duties, aimed):
        for row in answer.structured_content["rows"]:
            assert row["basis"] in ("stated", "suggested")
            assert (row["basis"] == "suggested") == (row.get("score") is not None)
            if row["basis"] == "stated":
                text = graph.text(row["text"])
                assert text is not None
                assert text[row["start"] : row["end"]] == row["quote"]
    assert all(row["basis"] == "inferred" for row in changed.structured_content["rows"])


def test_proofs(store: Path) -> None:
    """Of a stated fact and of a suggestion, which rests on quotes of two documents."""
    graph = guitu.open(store, lang="en")
    rows = graph.owners("智慧渔业")
    suggested = next(row for row in rows if row["basis"] == "suggested")
    stated = graph.owners("产地仓")[0]
    _, one, two, none = asked(
        store,
        ("proof", {"iri": stated["fact_iri"]}),
        ("proof", {"iri": suggested["fact_iri"]}),
        ("proof", {"iri": "https://w3id.org/guitu/id/task/none"}),
    )

    (quote,) = one.structured_content["rows"]
    assert (quote["quote"], quote["document"], quote["basis"]) == (stated["quote"], stated["document"], "stated")
    assert {row["basis"] for row in two.structured_content["rows"]} == {"inferred from"}
    assert len({row["document"] for row in two.structured_content["rows"]}) > 1
    assert none.is_error


def test_questions_and_sparql(store: Path) -> None:
    """Every named question with its basis; SPARQL reads, and its faults are one line."""
    names = list(questions())
    calls = [("ask", {"question": name, "arguments": list(questions()[name].example), "limit": 5}) for name in names]
    queries = (
        "SELECT (COUNT(?t) AS ?n) { ?t a gt:Task }",
        "SELECT ?t { ?t a gtx:Task }",
        "CLEAR ALL",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "DESCRIBE agency:云州市商务局",
    )
    _, listed, *found = asked(store, ("list_questions", {}), *calls, *(("sparql", {"query": one}) for one in queries))
    answers, (counted, *faults) = found[: len(names)], found[len(names) :]

    assert [row["question"] for row in listed.structured_content["rows"]] == names
    for name, answer in zip(names, answers, strict=True):
        rows = answer.structured_content["rows"]
        wanted = {"inferred"} if name in INFERRED else {"suggested"} if name in SUGGESTED else {"stated", "suggested"}
        owned = [row for row in rows if row["basis"] or row.get("agency")]  # a task without owners has no basis
        assert {row["basis"] for row in owned} <= wanted | {"corrected"}, name
    assert counted.structured_content["rows"][0]["n"] > 40
    assert all(fault.is_error for fault in faults)
    assert "the prefix gtx: is not known; did you mean gt:" in faults[0].content[0].text


def test_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package, or without a store, one line says what to do."""
    none = CliRunner().invoke(main, ["--lang", "en", "mcp", "--store", "nowhere"])
    assert (none.exit_code, len(none.stderr.splitlines())) == (1, 1)
    monkeypatch.setitem(sys.modules, "guitu.exports.assistant.tools", None)
    for lang, said in (("en", "pip install 'guitu[mcp]'"), ("zh", "没有安装 mcp")):
        result = CliRunner().invoke(main, ["--lang", lang, "mcp", "--store", "published"])
        assert (result.exit_code, said in result.stderr) == (2, True)
