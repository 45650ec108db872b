"""`import guitu`: what is read, built and asked from Python."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import networkx as nx
import pytest

import guitu
from guitu.extract.errors import OptionError, QueryError, SourceError, StoreError
from guitu.graph.ask.query import questions
from guitu.graph.keep.store import Store

ROOT = Path(__file__).resolve().parents[3]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACED = [name for name, one in questions().items() if "nif:anchorOf ?quote" in one.sparql and not one.analysis]


@pytest.fixture
def graph(samples: Store) -> guitu.Graph:
    return guitu.Graph(samples, "en")


def test_the_page_of_the_docs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every block runs, one after the other, and prints the remarks below its prints."""
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    for block in BLOCK.findall((ROOT / "docs" / "python.md").read_text("utf-8")):
        exec(compile(block, "docs/python.md", "exec"), known)
        shown = [line.removeprefix("# ") for line in block.splitlines() if line.startswith("# ")]
        assert capsys.readouterr().out.splitlines() == shown


def test_the_front_is_light() -> None:
    """`import guitu` loads nothing until a name of it is used, and says its version."""
    code = "import sys, guitu; a = len(sys.modules); print('pyoxigraph' in sys.modules, guitu.__version__, dir(guitu))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert told.startswith(f"False {guitu.__version__} ['Graph'")
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        guitu.nothing  # noqa: B018


def test_what_is_read() -> None:
    """One file, or an error with what to do."""
    samples = sorted((Path(str(files("guitu.extract"))) / "samples").iterdir())
    assert guitu.read(samples[0]).documents
    with pytest.raises(SourceError, match="no such file"):
        guitu.read("nowhere.txt")
    with pytest.raises(SourceError, match="it is a folder"):
        guitu.read(samples[0].parent)


def test_stores() -> None:
    """What is not there is told."""
    with pytest.raises(StoreError, match="no such store"):
        guitu.open("nowhere")
    with pytest.raises(OptionError, match="no such language"):
        guitu.open("published", lang="fr")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", questions())
def test_keys_do_not_change_with_the_language(samples: Store, name: str) -> None:
    """A question has the same columns and as many rows in both languages, and every row has every column."""
    args = questions()[name].example
    english, chinese = (guitu.Graph(samples, lang).ask(name, *args) for lang in ("en", "zh"))

    assert english.columns == chinese.columns
    assert len(english) == len(chinese)
    assert all(tuple(row) == english.columns for row in english)
    assert len(set(english.columns)) == len(english.columns)
    assert json.loads(english.to_json()) or name == "corrections"


@pytest.mark.parametrize("name", PLACED)
def test_quotes_stand_where_the_row_says(graph: guitu.Graph, name: str) -> None:
    """The text that a row names has its quote between its start and its end."""
    rows = [row for row in graph.ask(name, *graph.questions[name].example) if row["quote"] and "start" in row]

    assert rows or "start" not in graph.ask(name, *graph.questions[name].example).columns
    for row in rows:
        text = graph.text(str(row["text"]))
        assert text is not None
        start, end = row["start"], row["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert text[start:end] == row["quote"]


def test_values_are_what_they_look_like(graph: guitu.Graph) -> None:
    """Numbers, dates and truths; a text that looks like a number stays one."""
    target = graph.targets("零售额")[0]
    document = next(row for row in graph.documents() if row["issued"])
    support = graph.incentives("智慧农场")

    assert (target["value"], target["year"], target["maximum"]) == (2.5, 2025, None)
    assert isinstance(document["issued"], datetime.date)
    assert support.column("ceiling") == [False, True]
    assert graph.load("农业农村局")[0]["tasks"] == 15


def test_stated_and_suggested(graph: guitu.Graph) -> None:
    """A suggested owner has a score, and its proof names the documents on both sides."""
    rows = graph.owners("智慧渔业")
    suggested = [row for row in rows if row["basis"] == "suggested"]

    assert suggested
    assert all((row["score"] is None) == (row["basis"] == "stated") for row in rows)
    proofs = graph.proof(str(suggested[0]["fact_iri"]))
    assert len({proof.document for proof in proofs}) > 1
    assert all(proof.document for proof in proofs)
    for proof in proofs:
        text = graph.text(proof.text)
        assert text is not None
        assert text[proof.start : proof.end] == proof.quote
    with pytest.raises(QueryError, match="no IRI"):
        graph.proof("x> ?p ?o . <y")


def test_questions_are_methods(graph: guitu.Graph) -> None:
    """They are listed, have their question as help, and no other name is one."""
    assert {"owners", "duty_sheet"} <= set(dir(graph))
    assert graph.owners.__doc__ == questions()["owners"].asks["en"]
    assert len(graph.owners(limit=2)) == 2
    assert graph.owners(limit=2).cut
    assert list(graph.tasks_of("市数据局")) == list(graph.duty_sheet("市数据局")) != []
    assert "alignment" in graph.owners_explained("智慧渔业").columns
    with pytest.raises(AttributeError, match="its questions: alignments"):
        graph.ownerz("x")
    with pytest.raises(QueryError, match="no such question"):
        graph.ask("ownerz")


def test_sparql(graph: guitu.Graph) -> None:
    """Rows, truth and triples, typed; cut where a limit says so, the same in a process of its own."""
    counted = graph.sparql("SELECT ?kind (COUNT(?x) AS ?n) { ?x a ?kind } GROUP BY ?kind ORDER BY DESC(?n)", limit=2)
    assert [type(row["n"]) for row in counted] == [int, int]
    assert counted.cut
    assert graph.sparql("ASK { ?x a gt:Task }")[0] == {"answer": True}
    assert graph.sparql("DESCRIBE agency:云州市农业农村局").columns == ("subject", "predicate", "object")
    unbound: Mapping[str, object] = graph.sparql("SELECT ?x ?y { BIND(1.5 AS ?x) }")[0]
    assert unbound == {"x": 1.5, "y": None}
    assert graph.sparql("SELECT * { ?x a gt:Document }", timeout=60).rows_left == 0
    with pytest.raises(QueryError, match="SERVICE is refused"):
        graph.sparql("SELECT * { SERVICE <http://example.org/> {} }")
    graph.store.asker().close()


def test_networks_and_rdflib(graph: guitu.Graph) -> None:
    """The whole for other libraries."""
    assert isinstance(graph.to_networkx(), nx.MultiDiGraph)
    assert all(len(graph.to_networkx(name)) for name in ("agencies", "agency_tasks", "documents"))
    with pytest.raises(OptionError, match="no such network"):
        graph.to_networkx("nothing")  # type: ignore[arg-type]
    tasks = graph.to_rdflib().query("SELECT ?t { ?t a gt:Task }")
    assert len(list(tasks)) == len(graph.sparql("SELECT DISTINCT ?t { ?t a gt:Task }"))
