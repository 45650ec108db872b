"""No query leaves the machine, whatever it is written like; and what only looks like it is asked as ever."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph
import pytest

from guitu.extract.errors import QueryError
from guitu.graph.keep import guard
from guitu.graph.keep.store import Store

LINES = (
    '<http://x/a> <http://x/service> "service"@service <http://x/g> .\n',
    '<http://x/a> <http://x/p> "SERVICE"@zh <http://x/g> .\n',
)
ANSWER = b'{"head":{"vars":["y"]},"results":{"bindings":[]}}'


class Listener:
    """A server of this machine that counts what reaches it."""

    def __init__(self) -> None:
        self.reached = 0
        listener = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                listener.reached += 1
                self.send_response(200)
                self.send_header("Content-Type", "application/sparql-results+json")
                self.send_header("Content-Length", str(len(ANSWER)))
                self.end_headers()
                self.wfile.write(ANSWER)

            do_GET = do_POST

            def log_message(self, *told: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.memory(LINES)


# L: the address of the listener
ATTACKS = [
    "SELECT * { SERVICE <L> { ?x ?y ?z } }",
    "SELECT * { SERVICE SILENT <L> { ?x ?y ?z } }",
    "PREFIX a: <L> SELECT * { service a:x { ?x ?y ?z } }",
    # what the grammar takes for a remark or a string, and a pattern over the text does not
    r"PREFIX a: <http://x/> SELECT ?x { OPTIONAL { a:x\# a:y ?q } SERVICE <L> { ?x ?y ?z } }",
    r"PREFIX a: <http://x/> SELECT ?x { OPTIONAL { a:x\' a:y ?q } SERVICE <L> { ?x ?y ?z } FILTER('a'='a') }",
    r"SELECT ?x { OPTIONAL { <http://x/\u0041#> ?p ?q } SERVICE <L> { ?x ?y ?z } }",
    # what the grammar takes for a name or an IRI, and the engine does not
    "PREFIX : <L> PREFIX service: <http://s/> SELECT * { service:x { ?x ?y ?z } }",
    "PREFIX : <L> PREFIX trueservice: <http://s/> SELECT * { OPTIONAL { ?s ?p trueservice:x { ?x ?y ?z } } }",
    "PREFIX a: <L> SELECT * { FILTER(1<2)SERVICE#>\na:x { ?x ?y ?z } }",
    "PREFIX a: <L> SELECT * { BIND(1 AS ?n) FILTER(?n<2)SERVICE#>\na:x { ?x ?y ?z } }",
    "PREFIX a: <L> SELECT * { BIND(3 AS ?n) VALUES ?m { 3 }SERVICE a:x { ?x ?y ?z } }",
    "PREFIX a: <L> SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE a:x { ?x ?y ?z } } }",
    "PREFIX a: <L> ASK { { SELECT * { SERVICE a:x { ?x ?y ?z } } } }",
    "SELECT * { VALUES ?at { <L> } SERVICE ?at { ?x ?y ?z } }",
    "CONSTRUCT { ?x ?y ?z } { SERVICE <L> { ?x ?y ?z } }",
    "DESCRIBE ?x { SERVICE <L> { ?x ?y ?z } }",
    "SELECT * FROM <L> FROM NAMED <L> { ?x ?y ?z }",
    "LOAD <L>",
    "LOAD SILENT <L> INTO GRAPH <http://x/g>",
    "# SELECT\nBASE <L> LOAD <x>",
    "INSERT { ?x ?y ?z } WHERE { SERVICE <L> { ?x ?y ?z } }",
    "\\u0053ERVICE <L> { ?x ?y ?z }",
    "SELECT * { \\u0053ERVICE <L> { ?x ?y ?z } }",
    'SELECT * { BIND("\\u0022 AS ?n) SERVICE <L> { ?x ?y ?z } #" AS ?m) }',
]


def asked(store: Store, query: str) -> None:
    """Ask the engine itself, without the guard."""
    with suppress(SyntaxError, OSError, ValueError, RuntimeError):
        found = store._engine.query(query, use_default_graph_as_union=True)
        if not isinstance(found, pyoxigraph.QueryBoolean):
            list(found)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_reaches_nobody(store: Store, listener: Listener, attack: str) -> None:
    """What would ask another machine is no query here, and does not get there."""
    attack = attack.replace("<L>", f"<{listener.address}>")
    before = listener.reached
    asked(store, attack)
    would_have, before = listener.reached > before, listener.reached
    with pytest.raises(QueryError) if would_have else suppress(QueryError):
        store.query(attack)

    assert listener.reached == before


def test_the_attacks_are_some(store: Store, listener: Listener) -> None:
    """The listener hears the engine, where nothing stands between."""
    before = listener.reached
    for attack in ATTACKS:
        asked(store, attack.replace("<L>", f"<{listener.address}>"))

    assert listener.reached - before >= 12


HARMLESS = [
    ('SELECT ?s { ?s ?p "service"@SERVICE }', {"http://x/a"}),
    ("SELECT ?service { ?service ?p 'service'@service }", {"http://x/a"}),
    ("SELECT ?service ?p { ?service ?p '''service'''@service }", {"http://x/a", "http://x/service"}),
    ("SELECT (COUNT(*) AS ?service) { ?service <http://x/p> ?Service }", {"1"}),
    ("PREFIX service: <http://x/> SELECT ?s { ?s service:p ?o }", {"http://x/a"}),
    ("PREFIX gt: <http://x/> SELECT ?s { ?s gt:service ?o. }", {"http://x/a"}),
    ("PREFIX service: <http://x/ser> PREFIX Service: <http://y/> SELECT ?s { ?s service:vice ?o }", {"http://x/a"}),
    (r"PREFIX service: <http://x/> SELECT ('\u0022' AS ?q) { ?s service:service ?o }", {'"'}),
    ("SELECT ?s { ?s <http://x/service> _:service . _:service <http://x/service>? _:service }", {"http://x/a"}),
    ("SELECT ?s { ?s <http://x/service> ?o } # SERVICE <http://x/> { ?s ?p ?o }", {"http://x/a"}),
    ('SELECT ?s { ?s ?p ?o FILTER(STR(?o) = "SERVICE" && "\\\\service" != "#") }', {"http://x/a"}),
    ("SELECT ('SERVICE <http://x/> {}' AS ?said) {}", {"SERVICE <http://x/> {}"}),
    ('SELECT ("""a "service" \n\'b\'""" AS ?said) {}', {"a \"service\" \n'b'"}),
    ("SELECT ?s { ?s <http://x/\\u0073ervice> ?o }", {"http://x/a"}),
    ("SELECT ?服务service { ?服务service <http://x/service> ?o }", {"http://x/a"}),
]


@pytest.mark.parametrize(("query", "found"), HARMLESS)
def test_what_only_looks_like_it(store: Store, query: str, found: set[str]) -> None:
    """Strings, IRIs, prefixes, names, variables, labels, languages and remarks may have the word in them."""
    assert {cell for row in store.query(query).rows for cell in row} == found


def test_columns_keep_their_names(store: Store) -> None:
    assert store.query("SELECT ?service $SERVICE { ?service ?p ?SERVICE }").names == ("service", "SERVICE")
    assert store.answer("SELECT ?service {}", "csv").data == b"service\r\n\r\n"


def test_other_queries_are_untouched() -> None:
    for query in ("SELECT * { ?s ?p ?o }", r"SELECT ('\u0022' AS ?x) {}", ""):
        assert guard.harmless(query) is query


PIECES = [
    "SERVICE", "service", "SeRvIcE", "SERVICE SILENT", "service:x", ":service", "trueservice:x", "?service", "$service",
    "<L>", "<L>", "<L>", "a:x", ":x", "?x", "?y", "{ ?x ?y ?z }", "{ ?x ?y ?z }", "{", "}", "{}", "(", ")", ".", ";",
    "?s ?p ?o", "?s ?p 3", "?s ?p true", '?s ?p "x"', "?s ?p 'x'@en", "a:x a:y", "a:x\\#", "a:x\\'", "a:x.y.", "a:x%23",
    "OPTIONAL", "UNION", "MINUS", "GRAPH ?g", "FILTER(1<2)", "FILTER(2>1)", "BIND(1 AS ?n)", "VALUES ?v { 1 }",
    "#", "#>", "\n", "\r", "\t", "'", '"', "'''", '"""', "\\", "\\u0041", "\\u0022", "<http://x/\\u0041#>", "<", ">",
    "@en", "^^", "_:b", "_:service", "[", "]", "?", "*", "+", "!", "$", "@", "1", "1.5", "1e3", "x\u00b7", "水", "|",
    "EXISTS", ",", "<<", "\u3000",
]  # fmt: skip
WHOLE = ["", "?s ?p ?o .", "?s ?p true .", "FILTER(1<2)", "BIND(1 AS ?n)", "# '\n", "OPTIONAL { a:x a:y ?o }", "{}"]
FRAMES = [
    "PREFIX a: <L> PREFIX : <L> PREFIX service: <L> SELECT * {{ {0} SERVICE <L> {{ ?x ?y ?z }} {1} }}",
    "PREFIX a: <L> PREFIX : <L> SELECT * {{ {0} }} {1}",
    "PREFIX a: <L> PREFIX : <L> ASK {{ {{ {0} }} {1} }}",
    "PREFIX a: <L> PREFIX : <L> SELECT * {{ {0} service:x {{ ?x ?y ?z }} {1} }}",
    "PREFIX a: <L> PREFIX : <L> SELECT * {{ OPTIONAL {{ {0} }} SERVICE {1} {{ ?x ?y ?z }} }}",
]


def fuzzed(seed: int, address: str) -> str:
    """Pieces that matter, in a frame that makes many of them a query."""
    chance = random.Random(seed)

    def mixed() -> str:
        mixed = (
            chance.choice(PIECES) + chance.choice(("", " ", " ")) for _ in range(chance.choice((0, 0, 1, 1, 2, 4)))
        )
        return chance.choice(WHOLE) + "".join(mixed)

    return chance.choice(FRAMES).format(mixed(), mixed()).replace("<L>", f"<{address}>")


def test_mixed_pieces_reach_nobody(store: Store, listener: Listener) -> None:
    """Of some thousand mixes the engine alone takes many to the listener; behind the guard it takes none."""
    first = listener.reached
    for seed in range(1500):
        asked(store, fuzzed(seed, listener.address))
    taken = listener.reached - first
    before = listener.reached
    for seed in range(5000):
        with suppress(QueryError):
            store.query(fuzzed(seed, listener.address))

    assert taken > 50
    assert listener.reached == before


def test_it_is_refused_in_plain_words(store: Store) -> None:
    with pytest.raises(QueryError, match=r"^SERVICE is refused: a query asks this store and nothing else$"):
        store.query("SELECT * { SERVICE <http://x/> { ?x ?y ?z } }")
    with pytest.raises(QueryError, match=r"^the prefix Service: is not declared$"):
        store.query("PREFIX service: <http://x/> SELECT * { ?s Service:p ?o }")


def test_a_query_without_end_of_length(store: Store) -> None:
    with pytest.raises(QueryError, match="longer than 1000000 characters"):
        store.query("SELECT * {" + " " * guard.LONGEST + "}")
