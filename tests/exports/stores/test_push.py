"""`guitu push` to real servers of other makers, and to one that fails on purpose."""

from __future__ import annotations

import contextlib
import http.server
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result

from guitu.exports.command.cli import main
from guitu.exports.stores.graph_store import GraphStore
from guitu.exports.stores.push import push
from guitu.exports.stores.update_store import UpdateStore
from guitu.extract.errors import OptionError, StoreError
from guitu.graph.build import add, remove
from guitu.graph.keep.store import Store
from guitu.graph.keep.transport import Login, login_for
from tests.exports.stores.conftest import free_port

PASSWORD = "a-password"


def run(*args: str | Path, lang: str = "en") -> Result:
    return CliRunner().invoke(main, ["--lang", lang, "push", *map(str, args)])


def held(other: GraphStore, store: Store) -> bool:
    """Whether the other store has every graph of this one, triple for triple."""
    return all(other.get(graph) == set(store.triples(graph)) for graph in store.graphs())


def test_only_what_changed_is_sent(oxigraph: str, samples_path: Path, tmp_path: Path) -> None:
    """All at first, then nothing, then what a document brought, and what went with it; others' graphs stay."""
    store = tmp_path / "store"
    shutil.copytree(samples_path, store)
    other = GraphStore(f"{oxigraph}/store")
    other.put("http://others.example/g", ["<http://x/a> <http://x/b> <http://x/c>"])
    plan = tmp_path / "新方案.txt"
    plan.write_text("云州市节水方案\n一、主要任务\n（一）改造管网。更新管网30公里。（市水利局牵头）\n", "utf-8")

    graphs = Store.open(store).graphs()
    first = push(Store.open(store), other)
    second = push(Store.open(store), other)
    add([plan], store)
    third = push(Store.open(store), other)
    assert held(other, Store.open(store))
    remove(["云州市节水方案"], store)
    fourth = push(Store.open(store), other)

    assert (first.sent, first.removed, first.rewritten) == (graphs, (), ())
    assert (second.sent, second.removed) == ((), ())
    assert any("节水方案" in graph for graph in third.sent)
    assert 0 < len(third.sent) < len(graphs)
    assert [graph for graph in fourth.removed if "节水方案" in graph]
    assert held(other, Store.open(store))
    assert len(other.get("http://others.example/g")) == 1


class Failing(GraphStore):
    """A connection that breaks at the nth graph that is put, before or after the other store has taken it."""

    def __init__(self, url: str, at: int, after: bool) -> None:
        super().__init__(url)
        self._left, self._after = at, after

    def put(self, graph: str, triples: object) -> None:
        self._left -= 1
        if self._left == 0 and not self._after:
            super().put(graph, list(triples)[:3])  # type: ignore[call-overload]
        elif self._left >= 0:
            super().put(graph, triples)  # type: ignore[arg-type]
        if self._left <= 0:
            raise StoreError(self.url, "cut off")


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("at", [1, 3, 7, 12])
def test_a_push_that_is_cut_off_is_ended_by_the_next(oxigraph: str, samples_path: Path, at: int, after: bool) -> None:
    """Complete, nothing doubled, also where a graph was there in part, and where an earlier push had been whole."""
    store = Store.open(samples_path)
    push(store, GraphStore(f"{oxigraph}/store"))
    GraphStore(f"{oxigraph}/store").put(store.graphs()[2], ["<http://x/a> <http://x/b> <http://x/c>"])
    with pytest.raises(StoreError, match="cut off"):
        push(store, Failing(f"{oxigraph}/store", at, after), again=True)

    again = push(store, GraphStore(f"{oxigraph}/store"))
    assert held(GraphStore(f"{oxigraph}/store"), store)
    assert again.graphs == len(store.graphs())
    assert push(store, GraphStore(f"{oxigraph}/store")).sent == ()


def test_a_killed_command(oxigraph: str, samples_path: Path) -> None:
    """The same for the command itself, killed in the midst."""
    code = "from guitu.exports.command.cli import main; main()"
    process = subprocess.Popen([sys.executable, "-c", code, "push", f"{oxigraph}/store", "--store", str(samples_path)])
    time.sleep(2.5)
    process.kill()
    process.wait()

    result = run(f"{oxigraph}/store", "--store", samples_path)
    assert result.exit_code == 0, result.stderr
    assert "graphs with" in result.stdout
    assert held(GraphStore(f"{oxigraph}/store"), Store.open(samples_path))


def test_virtuoso(virtuoso: str, samples_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the login of the environment; without one a line says how to give it."""
    monkeypatch.setenv("NETRC", "/nonexistent")
    graphs = f"{virtuoso}/sparql-graph-crud-auth"
    refused = run(graphs, "--store", samples_path)
    assert (refused.exit_code, "401" in refused.stderr, "GUITU_PUSH_USER" in refused.stderr) == (1, True, True)
    monkeypatch.setenv("GUITU_PUSH_USER", "dba")
    monkeypatch.setenv("GUITU_PUSH_PASSWORD", "dba")

    first, second = (run(graphs, "--store", samples_path, *again) for again in (["--again"], []))
    store = Store.open(samples_path)
    assert first.exit_code == 0, first.stderr
    assert f": {len(store.graphs())} graphs sent" in first.stdout
    assert ": 0 graphs sent" in second.stdout
    other = GraphStore(graphs, Login("dba", "dba"))
    assert all(len(other.get(graph)) == len(store.triples(graph)) for graph in store.graphs())


def test_by_update(oxigraph: str, virtuoso: str, samples_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers without the other protocol: the same graphs, in several requests where they are long."""
    store = Store.open(samples_path)
    first, second = (
        run(f"{oxigraph}/update", "--query", f"{oxigraph}/query", "--store", samples_path) for _ in range(2)
    )
    assert first.exit_code == 0, first.stderr
    assert f": {len(store.graphs())} graphs sent" in first.stdout
    assert ": 0 graphs sent" in second.stdout
    assert held(GraphStore(f"{oxigraph}/store"), store)
    refused = run(f"{oxigraph}/query", "--store", samples_path)
    assert (refused.exit_code, "--query URL" in refused.stderr) == (1, True)

    other = UpdateStore(f"{oxigraph}/update", f"{oxigraph}/query")
    many = [f'<http://x/a> <http://x/b> "{number}"' for number in range(12_000)]
    other.put("http://others.example/g", many)
    assert other.get("http://others.example/g") == set(many)
    other.put("http://others.example/g", [])
    other.delete("http://others.example/none")
    assert other.get("http://others.example/g") == set()

    monkeypatch.setenv("GUITU_PUSH_USER", "dba")
    monkeypatch.setenv("GUITU_PUSH_PASSWORD", "dba")
    both = f"{virtuoso}/sparql-auth"
    result = run(both, "--query", both, "--store", samples_path, "--again")
    assert result.exit_code == 0, result.stderr


@contextlib.contextmanager
def bad_server(*statuses: int, change: bool = False) -> Iterator[tuple[str, list[str]]]:
    """A server in memory that answers with these statuses first; `change`: that keeps something else than was sent."""
    waiting, seen, kept = list(statuses), [], {}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            graph = parse_qs(urlsplit(self.path).query)["graph"][0]
            seen.append(f"{self.command} {self.headers.get('Authorization', '')}")
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            status = waiting.pop(0) if waiting else 200
            if status == 200 and self.command == "PUT":
                kept[graph] = (
                    body[: len(body) // 2].rpartition(b"\n")[0] + b"\n" if change and b"pushed" not in body else body
                )
            found = kept.get(graph) if self.command == "GET" else b""
            self.send_response(404 if found is None and status == 200 else status)
            if status in (301, 307):
                self.send_header("Location", "http://elsewhere.example/")
            self.send_header("Content-Type", "application/n-triples")
            self.send_header("Content-Length", str(len(found or b"")))
            self.end_headers()
            self.wfile.write(found or b"")

        do_PUT = do_DELETE = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/store", seen
        server.shutdown()


def test_servers_that_fail(samples_path: Path) -> None:
    """One that is busy is asked again; one that refuses, sends elsewhere or keeps something else is told."""
    store = Store.open(samples_path)
    with bad_server(503, 502) as (url, _):
        assert push(store, GraphStore(url)).graphs == len(store.graphs())
    for status, said in ((500, "500"), (405, "Graph Store Protocol"), (307, "307"), (413, "413")):
        with bad_server(status) as (url, seen), pytest.raises(StoreError, match=said):
            push(store, GraphStore(url))
        assert len(seen) == 1
    with bad_server(change=True) as (url, _):
        with pytest.raises(StoreError, match="graphs are not what was sent"):
            push(store, GraphStore(url))
        with pytest.raises(StoreError, match="graphs are not what was sent"):
            push(store, GraphStore(url))
    with pytest.raises(StoreError, match="the connection failed"):
        push(store, GraphStore(f"http://127.0.0.1:{free_port()}/store"))


def test_passwords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the environment or netrc, never from the address, never in the clear over a network, never in a message."""
    monkeypatch.delenv("GUITU_PUSH_USER", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert login_for("https://kg.example.cn/store") is None
    (tmp_path / ".netrc").write_text(f"machine kg.example.cn login someone password {PASSWORD}\n")
    (tmp_path / ".netrc").chmod(0o600)
    login = login_for("https://kg.example.cn/store")
    assert login == Login("someone", PASSWORD)
    assert PASSWORD not in repr(login)
    with pytest.raises(OptionError, match="in the clear"):
        GraphStore("http://kg.example.cn/store", login)
    GraphStore("http://kg.example.cn/store", login, insecure=True)
    for lang in ("zh", "en"):
        result = run(f"http://someone:{PASSWORD}@kg.example.cn/store", "--store", "published", lang=lang)
        assert (result.exit_code, len(result.stderr.splitlines()), PASSWORD in result.stderr) == (2, 1, False)
    assert run("file:///etc/passwd", "--store", "published").exit_code == 2
