"""What is tried against a service, one test for each; all of it ends in an error, and the next question is answered."""

from __future__ import annotations

import contextlib
import http.client
import http.server
import json
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser

from guitu.exports.service.asking import Bounds
from tests.exports.service.conftest import Answer, Served, serving

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
SCRIPT = "<script>alert(1)</script>"
PATIENCE = 20  # times that a query is asked again
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


def ask(served: Served, query: str, **headers: str) -> Answer:
    return served.ask("/sparql", "POST", query.encode("utf-8"), content_type=QUERY, **headers)


@contextmanager
def trap() -> Iterator[tuple[str, list[str]]]:
    """A server that notes who comes."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_POST = do_HEAD = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", seen
        server.shutdown()


@pytest.mark.parametrize("query", [
    "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
    "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
    "ASK FROM <%s> { ?s ?p ?o }",
    "ASK FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
    "LOAD <%s>",
    "PREFIX x: <%s> SELECT * { GRAPH x: { ?s ?p ?o } }",
])  # fmt: skip
def test_no_query_leaves_the_machine(served: Served, query: str) -> None:
    """SERVICE and LOAD are refused; FROM names a graph of the store, which is not there."""
    with trap() as (address, seen):
        answer = ask(served, query % address)
        by_request = served.ask(f"/sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D&default-graph-uri={quote(address)}")

    assert seen == []
    assert answer.status == 400 or not json.loads(answer.body).get("boolean")
    assert json.loads(by_request.body)["boolean"] is False


@pytest.mark.parametrize("update", [
    "INSERT DATA { <http://x/a> <http://x/b> <http://x/c> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP ALL",
    "PREFIX x: <http://x/> INSERT { x:a x:b x:c } WHERE {}", "ASK {} ; DROP ALL",
])  # fmt: skip
def test_nothing_is_changed(served: Served, update: str) -> None:
    """Updates are refused in every way in which they can come."""
    for answer in (
        ask(served, update),
        served.ask("/sparql", "POST", f"update={quote(update)}".encode(), content_type=FORM),
        served.ask("/sparql", "POST", update.encode(), content_type="application/sparql-update"),
        *(served.ask("/sparql", method, update.encode()) for method in ("PUT", "PATCH", "DELETE")),
    ):
        assert 400 <= answer.status < 500
    assert not json.loads(ask(served, "ASK { <http://x/a> ?p ?o }").body)["boolean"]


@pytest.mark.parametrize("path", [
    "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/%2e%2e/pyproject.toml", "/id/../../etc/passwd",
    "/id/..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd", "/id/file:%2f%2f%2fetc%2fpasswd", "/static/%00",
    "/thing?iri=file:%2f%2f%2fetc%2fpasswd", "/thing?iri=http://127.0.0.1:1/",
])  # fmt: skip
def test_paths_lead_nowhere(served: Served, path: str) -> None:
    """No address reads a file or another machine."""
    answer = served.ask(path)

    assert answer.status == 404
    assert b"root:" not in answer.body


@pytest.mark.parametrize("iri", [
    "http://x/> ?p ?o } #", "x> <y", "http://x/\" . <", "http://x/{}", "http://x/\\u003e", "http://x/\n", "", " ",
    "javascript:alert(1)", "http://x/" + "a" * 5_000,
])  # fmt: skip
def test_iris_are_no_query(served: Served, iri: str) -> None:
    """What is no IRI of the graph is told, and is no part of a query."""
    for form in ("", "&format=turtle"):
        assert served.ask(f"/thing?iri={quote(iri, safe='')}{form}").status in (400, 404)
    assert served.ask(f"/id/{quote(iri, safe='')}").status in (400, 404)


def test_arguments_are_no_query(served: Served) -> None:
    """The arguments of questions and searches are text."""
    for text in ('" } #', "\\", "'''", "“ } SELECT * { ?s ?p ?o } #", "?x", 'VALUES ?text { "" }'):
        for path in (f"/ask/owners?text={quote(text)}", f"/search?q={quote(text)}"):
            answer = served.ask(path)
            assert answer.status == 200
            assert not json.loads(answer.body).get("rows", json.loads(answer.body).get("found"))


@pytest.mark.parametrize("header", ["x\r\nset-cookie: a=b", "x%0d%0aset-cookie:%20a=b", "\u5730"])
def test_headers_are_not_written_by_others(served: Served, header: str) -> None:
    """No line of an address or a header comes back as one of the answer's own."""
    for path in (f"/thing?iri=http://x/{quote(header)}", f"/id/agency/{quote(header)}", f"/ask/{quote(header)}",
                 f"/?lang={quote(header)}", f"/sparql?query=ASK%7B%7D&format={quote(header)}"):  # fmt: skip
        answer = served.ask(path)
        assert "set-cookie" not in answer.headers
        assert not [value for value in answer.headers.values() if "set-cookie" in value and "%0A" not in value.upper()]


@pytest.mark.parametrize("path", [
    "/thing?iri={}", "/id/{}", "/ask/{}", "/ask/owners?text={}", "/ask/owners?{}=1", "/search?q={}", "/?lang={}", "/{}",
    "/sparql?query={}", "/sparql?query=ASK%7B%7D&format={}", "/sparql?query=SELECT%20*%20%7B%20%3Fx%20a%20{}%7D",
    "/query?q={}", "/static/{}",
])  # fmt: skip
def test_no_text_is_reflected_as_markup(served: Served, path: str) -> None:
    """A script in an address never stands in a page; where it is quoted, it is plain text or JSON."""
    for accept in ("text/html", "*/*"):
        answer = served.ask(path.format(quote(SCRIPT, safe="")), accept=accept)
        kind = answer.headers.get("content-type", "")
        assert SCRIPT not in answer.text or not kind.startswith("text/html")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_scripts_of_documents_are_text(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A title that is markup is shown as text."""
    path = tmp_path_factory.mktemp("script") / "data.nq"
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    path.write_text(f'<http://x/a> <{label}> "{SCRIPT}</script>" <http://x/g> .\n', "utf-8")
    with serving("--store", path) as found:
        page = found.ask("/thing?iri=http://x/a", accept="text/html").text
        home = found.ask("/query").text

    assert SCRIPT not in page
    assert "&lt;script&gt;" in page
    assert len(re.findall("<script", home)) == 3


def test_a_file_for_a_spreadsheet_runs_no_formula(served: Served, chromium: Browser) -> None:
    """What people take from the page of queries; the standard forms, for programs, are as the standard has them."""
    page = chromium.new_page(locale="en-GB")
    page.goto(f"{served.url}/query")
    page.fill("#text", "SELECT ?a ?b { VALUES (?a ?b) { ('=HYPERLINK(1)' -3.5) ('@x,\\u0022y' '+1') } }")
    page.click("#run")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="spreadsheet").click(timeout=60_000)
    written = Path(waiting.value.path()).read_bytes().decode("utf-8")
    page.close()

    assert written == '\ufeffa,b\r\n\'=HYPERLINK(1),-3.5\r\n"\'@x,""y",\'+1\r\n'


def test_other_names_and_sites(served: Served) -> None:
    """A page of another site that points its own name here gets nothing, and may not read what it fetches."""
    for host in ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "localhost.evil.example"):
        assert served.ask("/", host=host).status == 421
    assert served.ask("/", host=f"LOCALHOST:{urlsplit(served.url).port}").status == 200
    other = served.ask("/ask", origin="https://evil.example")
    assert "access-control-allow-origin" not in other.headers
    assert other.headers["cross-origin-resource-policy"] == "same-origin"


def test_sites_that_may_read(sample_store: object) -> None:
    """Only where that was asked for."""
    with serving("--store", str(sample_store), "--cors", "https://friend.example") as found:
        friend = found.ask("/ask", origin="https://friend.example")
        asked = found.ask("/sparql", "OPTIONS", origin="https://friend.example")
        other = found.ask("/ask", origin="https://evil.example")

    assert friend.headers["access-control-allow-origin"] == "https://friend.example"
    assert asked.headers["access-control-allow-headers"] == "accept, accept-language, content-type"
    assert "access-control-allow-origin" not in other.headers


def test_requests_that_are_too_large(served: Served) -> None:
    """A body beyond the bound is not read to its end, whether its length is told or not; nor is a long head."""
    large = b"ASK { FILTER('" + b"a" * Bounds().body + b"' = '') }"
    assert served.ask("/sparql", "POST", large, content_type=QUERY).status == 413
    assert served.ask("/sparql", "POST", None, content_type=QUERY, content_length="99999999999").status == 413
    assert served.ask(f"/sparql?query=ASK{'+' * 100_000}%7B%7D").status in (400, 414)
    many = "&".join(f"named-graph-uri=http://x/{n}" for n in range(150))
    assert served.ask(f"/sparql?query=ASK%7B%7D&{many}").status == 400
    assert served.ask("/sparql?" + "&".join("a=1" for _ in range(300))).status == 400
    assert served.ask(f"/ask/owners?text={'a' * 2_000}").status == 400


def test_chunks_without_end(served: Served) -> None:
    """A body whose length is not told ends at the bound."""
    at = urlsplit(served.url)
    with socket.create_connection((at.hostname, at.port or 0), timeout=30) as line:
        line.sendall(f"POST /sparql HTTP/1.1\r\nhost: {at.netloc}\r\ncontent-type: {QUERY}\r\n"
                     "transfer-encoding: chunked\r\n\r\n".encode())  # fmt: skip
        try:
            for _ in range(200):
                line.sendall(b"4000\r\n" + b"a" * 0x4000 + b"\r\n")
        except OSError:
            pass
        assert b" 413 " in line.recv(200).split(b"\r\n")[0] + b" "


def test_slow_heads(served: Served) -> None:
    """A connection over which no request comes is closed, others are answered meanwhile."""
    at = urlsplit(served.url)
    lines = [socket.create_connection((at.hostname, at.port or 0), timeout=30) for _ in range(50)]
    try:
        for line in lines:
            line.sendall(b"GET / HTTP/1.1\r\nhost: ")
        assert served.ask("/health").status == 200
        assert all(line.recv(1) == b"" for line in lines)
    finally:
        for line in lines:
            line.close()


def test_slow_bodies(served: Served) -> None:
    """A body that does not come is waited for as long as is told."""
    at = urlsplit(served.url)
    with socket.create_connection((at.hostname, at.port or 0), timeout=30) as line:
        line.sendall(f"POST /sparql HTTP/1.1\r\nhost: {at.netloc}\r\ncontent-type: {QUERY}\r\n"
                     "content-length: 100\r\n\r\nASK".encode())  # fmt: skip
        assert line.recv(200).startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("query", [
    ENDLESS,
    "SELECT * { ?s (!<http://x/>)*/(!<http://y/>)*/(!<http://z/>)* ?o . ?o ((!<http://x/>)*)* ?t } ORDER BY ?t",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i",
    'SELECT (STRLEN(?h) AS ?n) { ' + "BIND('aaaaaaaaaa' AS ?a0) "
    + " ".join(f"BIND(CONCAT({', '.join([f'?a{n}'] * 10)}) AS ?a{n + 1})" for n in range(9)) + " BIND(?a9 AS ?h) }",
])  # fmt: skip
def test_hostile_queries_are_ended(served: Served, query: str) -> None:
    """Products, paths and literals without bound end at their time or memory, and the next question is answered."""
    answer = ask(served, query)

    assert answer.status in (403, 503), answer.text[:200]
    assert served.ask("/health").status == 200


def test_too_many_rows_are_refused(served: Served) -> None:
    """Never cut in silence: the answer is refused and says what to do; of triples, too."""
    for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
        answer = ask(served, query)
        assert (answer.status, answer.text) == (
            403,
            "the answer has more than 3000 rows: ask for less by LIMIT, or a page at a time by ORDER BY and OFFSET\n",
        )
    assert ask(served, "SELECT * { ?s ?p ?o } LIMIT 3000").status == 200


def test_the_service_ends_though_somebody_asks_without_end(sample_store: object) -> None:
    """With code 0, after the time in which questions may end, and none of its processes is left."""
    with serving("--store", str(sample_store), "--timeout", "300") as found:
        asking = threading.Thread(target=lambda: _gone(found))
        asking.start()
        time.sleep(3)
        children = {
            int(one) for path in Path(f"/proc/{found.pid}/task").glob("*/children") for one in path.read_text().split()
        }
        started = time.monotonic()
    assert time.monotonic() - started < 150  # of the 300 that the question may take
    asking.join()
    assert children
    assert not [one for one in children if Path(f"/proc/{one}").exists()]


def _gone(served: Served) -> None:
    with contextlib.suppress(OSError, http.client.HTTPException):
        ask(served, ENDLESS)


def test_too_many_questions(sample_store: object) -> None:
    """Those that cannot wait are told to come back; the honest ones that do are answered."""
    with serving("--store", str(sample_store), "--workers", "1", "--timeout", "3") as found:
        statuses: list[int] = []

        def hostile() -> None:
            statuses.append(ask(found, ENDLESS).status)

        threads = [threading.Thread(target=hostile) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        again = ask(found, "ASK {}")

    assert set(statuses) == {503}
    assert again.status == 200


def test_errors_tell_nothing_of_the_machine(served: Served) -> None:
    """No path, no trace, no name of the server."""
    for path in ("/none", "/sparql?query=x", "/thing?iri=x", "/ask/none", "/search", "/ask/owners?limit=x"):
        answer = served.ask(path)
        assert "server" not in answer.headers
        assert "Traceback" not in answer.text
        assert "/work" not in answer.text
        assert len(answer.text.splitlines()) == 1


def patiently(found: Served, query: str) -> Answer:
    """An answer, asked for again while the service says that it is busy."""
    for _ in range(PATIENCE):
        answer = ask(found, query)
        if answer.status != 503:
            break
        time.sleep(0.5)
    return answer


def test_the_honest_are_answered_among_the_hostile(sample_store: object) -> None:
    """Endless queries, more than there are processes, keep nobody out: who is told to come again is answered then."""
    query = "SELECT ?t { ?t a gt:Document }"
    with serving("--store", str(sample_store), "--workers", "2", "--timeout", "5") as found:
        ended, done = [], threading.Event()

        def hostile() -> None:
            while not done.is_set():
                ended.append(ask(found, ENDLESS).status)

        threads = [threading.Thread(target=hostile) for _ in range(8)]
        for thread in threads:
            thread.start()
        honest = [patiently(found, query) for _ in range(12)]
        done.set()
        for thread in threads:
            thread.join()

    assert {answer.status for answer in honest} == {200}
    assert set(ended) == {503}
