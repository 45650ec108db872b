"""What clients of other makers get over HTTP is what the process itself gives."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import SPARQLWrapper

from guitu.graph.ask.free import prefixed
from guitu.graph.ask.query import Question, bound, questions
from guitu.graph.keep.store import Store
from tests.exports.service.conftest import Served

COMUNICA = Path(__file__).parents[3] / "build" / "comunica"  # where `make comunica` lays it
FREE = {
    "duties": "SELECT ?t ?n { ?d gt:ofTask/dcterms:title ?t ; gt:agency/skos:prefLabel ?n } ORDER BY ?t ?n",
    "count": "SELECT ?c (COUNT(DISTINCT ?x) AS ?n) { ?x a ?c } GROUP BY ?c ORDER BY ?c",
    "graphs": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g",
    "unbound": "SELECT ?t ?none { ?t a gt:Task OPTIONAL { ?t gt:nothing ?none } } ORDER BY ?t",
    "ask": "ASK { ?t a gt:Task }",
}  # fmt: skip


def example(question: Question) -> str:
    return bound(question, question.example) if question.takes(len(question.example)) else question.sparql


QUERIES = {**{name: example(one) for name, one in questions().items()}, **FREE}


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Store:
    return Store.open(sample_store)


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_over_http(served: Served, store: Store, name: str) -> None:
    """The queries of all named questions and some more, as a client posts them."""
    answer = served.ask(
        "/sparql", "POST", QUERIES[name].encode("utf-8"),
        content_type="application/sparql-query", accept="application/sparql-results+json",
    )  # fmt: skip

    assert answer.status == 200, answer.text[:300]
    assert sorted_rows(json.loads(answer.body)) == sorted_rows(
        json.loads(store.answer(prefixed(QUERIES[name], store.base), "json").data)
    )


def sorted_rows(found: dict[str, object]) -> object:
    if "boolean" in found:
        return found
    rows = found["results"]["bindings"]  # type: ignore[index]
    return found["head"], sorted(json.dumps(row, sort_keys=True) for row in rows)


def test_rdflib_as_a_client(served: Served, store: Store) -> None:
    """The store of rdflib that asks an endpoint."""
    remote = SPARQLStore(f"{served.url}/sparql", returnFormat="json", method="POST")
    found = remote.query(QUERIES["count"])
    rows = [tuple(str(term) for term in row) for row in found if not isinstance(row, bool)]

    assert rows == list(store.query(prefixed(QUERIES["count"])).rows)


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_by_sparqlwrapper(served: Served, store: Store, name: str) -> None:
    """The client that most scripts in Python use; the prefixes that it insists on are written out."""
    client = SPARQLWrapper(f"{served.url}/sparql", returnFormat="json")
    client.setMethod("POST")
    text = prefixed(QUERIES[name], store.base)
    client.setQuery(text)

    found: Any = client.query().convert()
    assert sorted_rows(found) == sorted_rows(json.loads(store.answer(text, "json").data))


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_by_curl(served: Served, store: Store, name: str, program: Callable[[str, str], str]) -> None:
    """As a form, read as CSV: the columns in their order, the rows as text."""
    command = [program("curl", "curl"), "-sS", "--fail-with-body", f"{served.url}/sparql", "--data-urlencode",
               f"query={QUERIES[name]}", "-H", "Accept: text/csv"]  # fmt: skip
    found = subprocess.run(command, capture_output=True, check=True).stdout
    expected = store.answer(prefixed(QUERIES[name], store.base), "csv").data

    assert sorted(csv_rows(found)) == sorted(csv_rows(expected))


@pytest.fixture(scope="module")
def by_comunica(served: Served, store: Store, program: Callable[[str, str], str]) -> dict[str, Any]:
    """What Comunica makes of every query, all asked by one process: it takes seconds to start."""
    program(str(COMUNICA / "node_modules" / "@comunica" / "query-sparql" / "package.json"), "npm, and: make comunica")
    given = {
        "endpoint": f"{served.url}/sparql",
        "queries": {name: prefixed(QUERIES[name], store.base) for name in QUERIES},
    }
    command = [program("node", "nodejs"), str(Path(__file__).parent / "comunica" / "ask.mjs"), str(COMUNICA)]
    done = subprocess.run(command, input=json.dumps(given).encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_by_comunica(by_comunica: dict[str, Any], store: Store, name: str) -> None:
    """The engine of JavaScript, which reads each query by a parser of its own and sends what it understood."""
    expected = json.loads(store.answer(prefixed(QUERIES[name], store.base), "json").data)

    assert sorted_rows(by_comunica[name]) == sorted_rows(expected)


def csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


@pytest.mark.skipif(shutil.which("curl") is None, reason="this test needs the program curl")
def test_curl_as_in_the_docs(served: Served) -> None:
    """The line of docs/service.md."""
    query = "query=SELECT ?t { ?x a gt:Task ; dcterms:title ?t } LIMIT 3"
    command = ["curl", "-sS", f"{served.url}/sparql", "--data-urlencode", query, "-H", "Accept: text/csv"]

    assert len(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()) == 4
