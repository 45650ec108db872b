"""`--store URL`: the graph at an endpoint answers as the store on disk does, whoever has made the server."""

from __future__ import annotations

import http.server
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner, Result

from guitu.exports.command.cli import main
from guitu.exports.python.graph import Graph
from guitu.exports.rdf.published import open_store
from guitu.exports.stores.graph_store import GraphStore
from guitu.exports.stores.push import push
from guitu.extract.errors import OptionError, QueryError, StoreError
from guitu.graph.ask.query import ask, questions
from guitu.graph.keep.remote import RemoteStore
from guitu.graph.keep.store import Store
from guitu.graph.keep.transport import Login
from tests.exports.assistant.test_mcp import asked
from tests.exports.service.conftest import serving

ROWS = "application/sparql-results+json"


class Rdflib:
    """rdflib as an engine: the merged triples in one graph."""

    def __init__(self, store: Store) -> None:
        triples = {f"{line.rpartition(' <')[0]} .\n" for line in store.quads()}
        self._graph = rdflib.Graph().parse(data="".join(triples), format="nt")

    def query(self, query: str, **_: object) -> Any:
        data = self._graph.query(query).serialize(format="json")
        return ox.parse_query_results(data or b"", format=ox.QueryResultsFormat.JSON)


class Elsewhere(Store):
    """A store whose engine is another one."""

    in_pieces = False


@pytest.fixture(scope="module")
def stores(samples: Store, samples_path: Path, virtuoso: str, oxigraph_samples: str) -> Iterator[dict[str, Store]]:
    """The sample plans in stores of four makers, and in our own service."""
    push(samples, GraphStore(f"{virtuoso}/sparql-graph-crud-auth", Login("dba", "dba")), again=True)
    with serving("--store", samples_path) as served:
        yield {
            "guitu serve": open_store(f"{served.url}/sparql"),
            "oxigraph": open_store(f"{oxigraph_samples}/query"),
            "virtuoso": open_store(f"{virtuoso}/sparql"),
            "rdflib": Elsewhere(Rdflib(samples)),  # type: ignore[arg-type]
        }


@pytest.mark.parametrize("maker", ["guitu serve", "oxigraph", "virtuoso", "rdflib"])
@pytest.mark.parametrize("name", questions())
def test_every_question_everywhere(stores: dict[str, Store], samples: Store, maker: str, name: str) -> None:
    """The very rows, in their order."""
    question = questions()[name]
    args = question.example if question.takes(len(question.example)) else ()

    assert ask(stores[maker], question, args) == ask(samples, question, args)


@pytest.mark.parametrize("maker", ["guitu serve", "oxigraph", "virtuoso"])
def test_the_whole_graph(stores: dict[str, Store], samples: Store, maker: str) -> None:
    """Named graphs, triples and their number; and what Python makes of them."""
    there = stores[maker]

    assert there.graphs() == samples.graphs()
    assert (len(there), there.base) == (len(samples), samples.base)
    assert set(there.quads()) == set(samples.quads())
    count = "SELECT (COUNT(*) AS ?n) { ?x a gt:Task }"
    assert Graph(there).sparql(count, timeout=30)[0] == Graph(samples).sparql(count)[0]
    assert Graph(there).sparql("ASK { ?x a gt:Task }")[0] == {"answer": True}
    iri = str(Graph(samples).ask("owners", "产地仓")[0]["task_iri"])
    written = {maker: set(_triples(store, f"DESCRIBE <{iri}>")) for maker, store in (("", samples), (maker, there))}
    assert written[""] <= written[maker]


def _triples(store: Store, sparql: str) -> tuple[tuple[str | None, ...], ...]:
    return store.query(sparql).rows


def run(*args: str | Path, lang: str = "en", **env: str) -> Result:
    return CliRunner().invoke(main, ["--lang", lang, *map(str, args)], env=env)


def test_commands(stores: dict[str, Store], samples_path: Path, oxigraph_samples: str, tmp_path: Path) -> None:
    """ask, query and export take an address; those that need a folder say so."""
    address = f"{oxigraph_samples}/query"
    for words in (
        ("ask", "owners", "产地仓"),
        ("ask", "智慧渔业由谁负责？"),
        ("ask", "owners", "产地仓", "--explain"),
        ("ask", "duty-sheet", "农业农村局", "--format", "json"),
        ("query", "SELECT ?t { ?x a gt:Task ; dcterms:title ?t } ORDER BY ?t", "--format", "json"),
        ("export", "html", "-o", tmp_path / "page.html"),
        ("export", "trig", "-o", "-"),
    ):
        here, there = run(*words, "--store", samples_path), run(*words, GUITU_STORE=address)
        assert (here.exit_code, there.exit_code) == (0, 0), there.stderr
        assert here.stdout == there.stdout
    assert (tmp_path / "page.html").stat().st_size > 100_000
    needing: tuple[tuple[str | Path, ...], ...] = (
        ("stats",),
        ("add", tmp_path),
        ("verify",),
        ("push", "http://127.0.0.1:1/"),
    )
    for command in needing:
        result = run(*command, "--store", address)
        assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1), result.stderr
    assert not (tmp_path / "http:").exists()


def test_what_is_refused(stores: dict[str, Store]) -> None:
    """A slip is told as ever; an update or a SERVICE is not even sent."""
    there = stores["oxigraph"]
    for text in ("SELECT ?t {", "DROP ALL", "INSERT DATA { <http://x/a> <http://x/b> 1 }"):
        with pytest.raises(QueryError):
            there.query(text)
    with pytest.raises(QueryError, match="SERVICE"):
        there.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    with pytest.raises(StoreError, match="replaced by a build"):
        there.load(['<http://x/a> <http://x/b> "c" <http://x/g> .\n'])
    assert there.query("SELECT * { ?s ?p ?o }", most=3).cut


@contextmanager
def fake(
    body: bytes, kind: str = ROWS, status: int = 200, wait: float = 0, **more: Any
) -> Iterator[tuple[str, list[str]]]:
    """A server that answers everything so."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            seen.append(self.headers.get("Authorization", ""))
            self.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **more}.items():
                self.send_header(name, value)
            self.end_headers()
            for byte in body if wait else ():
                time.sleep(wait)
                self.wfile.write(bytes([byte]))
            self.wfile.write(b"" if wait else body)

        def log_message(self, format: str, *args: object) -> None:
            pass

        def handle_error(self) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sparql", seen
        server.shutdown()


SOME = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}] * 9}})
FROM = "SELECT ?x FROM <http://x/g> { ?x ?p ?o }"  # so that nothing else is asked before


@pytest.mark.parametrize(("said", "answer"), [
    ("is none of SPARQL", {"body": b"<html>", "kind": "text/html"}),
    ("400 .too costly.", {"body": b"too\n  costly", "kind": "text/plain", "status": 400}),
    ("answers 401; set GUITU_STORE_USER", {"body": b"", "status": 401}),
    ("answers 302", {"body": b"", "status": 302, "Location": "http://elsewhere.example/"}),
    ("did not end", {"body": SOME.encode()[:-20]}),
    ("no more than 9 rows", {"body": SOME.encode(), "X-SPARQL-MaxRows": "9"}),
    ("longer than 0.5 seconds", {"body": SOME.encode(), "wait": 0.05}),
])  # fmt: skip
def test_servers_that_fail(said: str, answer: dict[str, Any]) -> None:
    """Told in one line; nothing that was cut is taken for whole."""
    with fake(**answer) as (url, seen), pytest.raises((StoreError, QueryError), match=said) as found:
        RemoteStore(url).query(FROM, timeout=0.5 if "wait" in answer else None)
    assert "\n" not in str(found.value)
    assert len(seen) == 1


def test_where_there_is_no_graph() -> None:
    """A server that holds something else."""
    empty = b'{"head":{"vars":["g"]},"results":{"bindings":[]}}'
    with fake(empty) as (url, _), pytest.raises(StoreError, match="there is no graph of Guitu"):
        RemoteStore(url).query("SELECT * { ?s ?p ?o }")


def test_private_addresses_and_logins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """This machine may be named; others of the own network where that is meant. A login is sent where it is known."""
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    monkeypatch.setenv("HOME", str(tmp_path))
    for host in ("10.1.2.3", "192.168.1.1", "169.254.169.254", "[fd00::1]", "0.0.0.0"):
        with pytest.raises(StoreError, match="leads into a private network"):
            RemoteStore(f"http://{host}/sparql").query(FROM)
    result = run("query", FROM, "--store", "http://127.0.0.2/sparql")
    assert (result.exit_code, "--allow-private" in result.stderr) == (1, True)
    result = run("query", FROM, "--store", "http://127.0.0.2:1/sparql", "--allow-private")
    assert (result.exit_code, "the connection failed" in result.stderr) == (1, True)
    for url in ("http://u:p@127.0.0.1/sparql", "http://", "http://x:y/", "http://127.0.0.1/#a"):
        with pytest.raises(OptionError):
            RemoteStore(url)
    monkeypatch.setenv("GUITU_STORE_USER", "someone")
    monkeypatch.setenv("GUITU_STORE_PASSWORD", "secret")
    with pytest.raises(OptionError, match="in the clear"):
        RemoteStore("http://kg.example.cn/sparql")
    asks: Any = {"WWW-Authenticate": 'Basic realm="x"'}
    with fake(b"", status=401, **asks) as (url, seen), pytest.raises(StoreError):
        RemoteStore(url).query(FROM)
    assert seen[0] == ""
    assert seen[1].startswith("Basic ")


def test_an_endpoint_is_served(oxigraph_samples: str, samples: Store, samples_path: Path) -> None:
    """`guitu serve --store URL`: pages, questions and SPARQL of a graph elsewhere; no answer of it is kept."""
    query = "/sparql?format=csv&query=" + quote("SELECT ?t { ?x a gt:Task ; dcterms:title ?t } ORDER BY ?t")
    with serving("--store", f"{oxigraph_samples}/query") as there, serving("--store", samples_path) as here:
        for path in (
            query,
            "/ask/owners?text=产地仓",
            "/search?q=产地仓",
            "/thing?format=nt&iri=" + quote(samples.base),
        ):
            one, other = there.ask(quote(path, safe="/?&=%")), here.ask(quote(path, safe="/?&=%"))
            assert (one.status, sorted(one.text.splitlines())) == (other.status, sorted(other.text.splitlines()))
        assert "etag" not in there.ask(query).headers
        assert here.ask(query).headers["etag"]
        assert there.ask("/").status == 200
        assert there.ask("/sparql?query=" + quote("SELECT * { SERVICE <http://x/> {} }")).status == 400
    result = CliRunner().invoke(main, ["--lang", "en", "serve", "--port", "0", "--store", "http://127.0.0.1:1/sparql"])
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


def test_an_assistant_asks_an_endpoint(oxigraph_samples: str, samples_path: Path) -> None:
    """`guitu mcp --store URL`: the same rows with the same quotes."""
    call = ("owners_of", {"words": "产地仓"})
    (_, there), (_, here) = (asked(store, call) for store in (f"{oxigraph_samples}/query", samples_path))

    assert there.structured_content == here.structured_content
    assert here.structured_content["rows"]
