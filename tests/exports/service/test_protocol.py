"""The tests of the W3C for the SPARQL 1.1 Protocol that apply to a service that only reads, by their names.

https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/ : the graphs that they name are made here, with the
triples that their queries look for. Those of updates are asked to be refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest

from tests.exports.service.conftest import Answer, Served, serving

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
UPDATE = "application/sparql-update"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
RDF = "application/rdf+xml"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service of three graphs, with one thing each."""
    path = tmp_path_factory.mktemp("protocol") / "data.nq"
    path.write_text("".join(f'<http://x/{n}> <http://x/in> "{n}" <{DATA.format(n)}> .\n' for n in (1, 2, 3)), "utf-8")
    with serving("--store", path) as found:
        yield found


def get(small: Served, query: str, accept: str = JSON, **graphs: list[str]) -> Answer:
    return small.ask(f"/sparql?{encoded(query, **graphs)}", accept=accept)


def post(small: Served, query: str, accept: str = JSON, **graphs: list[str]) -> Answer:
    return small.ask("/sparql", "POST", encoded(query, **graphs).encode(), content_type=FORM, accept=accept)


def direct(small: Served, query: str, accept: str = JSON, **graphs: list[str]) -> Answer:
    path = f"/sparql?{encoded(None, **graphs)}"
    return small.ask(path, "POST", query.encode("utf-8"), content_type=QUERY, accept=accept)


def encoded(query: str | None, **graphs: list[str]) -> str:
    given = [("query", query)] if query is not None else []
    named = [(f"{kind}-graph-uri", iri) for kind, iris in graphs.items() for iri in iris]
    return urlencode([*given, *named])


def truth(answer: Answer) -> bool:
    assert answer.status == 200, answer.text
    assert answer.headers["content-type"] == JSON
    found = json.loads(answer.body)["boolean"]
    assert isinstance(found, bool)
    return found


WAYS = {"get": get, "post_form": post, "post_direct": direct}


@pytest.mark.parametrize("way", WAYS)
def test_query(small: Served, way: str) -> None:
    """query_get, query_post_form, query_post_direct"""
    assert truth(WAYS[way](small, "ASK {}"))


@pytest.mark.parametrize("way", WAYS)
def test_query_dataset_default_graph(small: Served, way: str) -> None:
    """query_dataset_default_graph: the default graph is the one that is named, and no other."""
    query = 'ASK {{ ?s <http://x/in> "{}" }}'
    assert truth(WAYS[way](small, query.format(1), default=[DATA.format(1)]))
    assert not truth(WAYS[way](small, query.format(2), default=[DATA.format(1)]))


@pytest.mark.parametrize("way", WAYS)
def test_query_dataset_default_graphs(small: Served, way: str) -> None:
    """query_dataset_default_graphs_get, query_dataset_default_graphs_post: two are merged."""
    query = 'ASK { ?a <http://x/in> "1" . ?b <http://x/in> "2" FILTER NOT EXISTS { ?c <http://x/in> "3" } }'
    assert truth(WAYS[way](small, query, default=[DATA.format(1), DATA.format(2)]))


@pytest.mark.parametrize("way", WAYS)
def test_query_dataset_named_graphs(small: Served, way: str) -> None:
    """query_dataset_named_graphs_get, query_dataset_named_graphs_post: by name, and none as the default."""
    query = f"""ASK {{ GRAPH ?a {{ ?x <http://x/in> "1" }} GRAPH ?b {{ ?y <http://x/in> "2" }}
        FILTER(?a = <{DATA.format(1)}> && ?b = <{DATA.format(2)}>) FILTER NOT EXISTS {{ ?s ?p ?o }} }}"""
    assert truth(WAYS[way](small, query, named=[DATA.format(1), DATA.format(2)]))
    assert not truth(WAYS[way](small, "ASK { GRAPH ?g { ?s ?p '3' } }", named=[DATA.format(1)]))


@pytest.mark.parametrize("way", WAYS)
def test_query_dataset_full(small: Served, way: str) -> None:
    """query_dataset_full: some as the default, others by name."""
    query = f"""ASK {{ ?x <http://x/in> "3" GRAPH <{DATA.format(1)}> {{ ?y <http://x/in> "1" }}
        GRAPH <{DATA.format(2)}> {{ ?z <http://x/in> "2" }} FILTER NOT EXISTS {{ ?w <http://x/in> "1" }} }}"""
    assert truth(WAYS[way](small, query, default=[DATA.format(3)], named=[DATA.format(1), DATA.format(2)]))


@pytest.mark.parametrize("way", WAYS)
def test_query_multiple_dataset(small: Served, way: str) -> None:
    """query_multiple_dataset: what the request names goes before FROM.

    The manifest has the & between its two graphs in escaped form, so that its request names one graph that nobody has;
    here each is named.
    """
    query = f'ASK FROM <{DATA.format(1)}> {{{{ ?s <http://x/in> "{{}}" }}}}'
    assert truth(WAYS[way](small, query.format(2), default=[DATA.format(2)]))
    assert not truth(WAYS[way](small, query.format(1), default=[DATA.format(2)]))
    assert truth(WAYS[way](small, query.format(1)))
    assert not truth(WAYS[way](small, query.format(2)))


@pytest.mark.parametrize(("query", "accept", "types"), [
    ("SELECT (1 AS ?value) {}", f"{XML}, {JSON}", {XML, JSON}),
    ("ASK {}", f"{XML}, {JSON}", {XML, JSON}),
    ("DESCRIBE <http://x/1>", f"{RDF}, text/turtle", {RDF, "text/turtle; charset=utf-8"}),
    ("CONSTRUCT { <http://x/s> <http://x/p> 1 } WHERE {}", f"{RDF}, text/turtle", {RDF, "text/turtle; charset=utf-8"}),
])  # fmt: skip
def test_query_content_type(small: Served, query: str, accept: str, types: set[str]) -> None:
    """query_content_type_select, query_content_type_ask, query_content_type_describe, query_content_type_construct"""
    answer = post(small, query, accept)
    assert answer.status == 200
    assert answer.headers["content-type"] in types


BAD = {
    "bad_query_method": ("/sparql?query=ASK%20%7B%7D", "PUT", None, {}),
    "bad_multiple_queries": ("/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D", "GET", None, {}),
    "bad_query_wrong_media_type": ("/sparql", "POST", b"ASK {}", {"content_type": "text/plain"}),
    "bad_query_missing_form_type": ("/sparql", "POST", b"query=ASK%20%7B%7D", {}),
    "bad_query_missing_direct_type": ("/sparql", "POST", b"ASK {}", {}),
    "bad_query_non_utf8": ("/sparql", "POST", "ASK {}".encode("utf-16"), {"content_type": f"{QUERY}; charset=UTF-16"}),
    "bad_query_syntax": ("/sparql?query=ASK%20%7B", "GET", None, {}),
    "bad_update_get": ("/sparql?update=CLEAR%20ALL", "GET", None, {}),
    "bad_multiple_updates": ("/sparql", "POST", b"update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", {"content_type": FORM}),
    "bad_update_wrong_media_type": ("/sparql", "POST", b"CLEAR NAMED", {"content_type": "text/plain"}),
    "bad_update_missing_form_type": ("/sparql", "POST", b"update=CLEAR%20NAMED", {}),
    "bad_update_non_utf8": (
        "/sparql",
        "POST",
        "CLEAR NAMED".encode("utf-16"),
        {"content_type": f"{UPDATE}; charset=UTF-16"},
    ),
    "bad_update_syntax": ("/sparql", "POST", b"update=CLEAR%20XYZ", {"content_type": FORM}),
    "bad_update_dataset_conflict": (
        "/sparql",
        "POST",
        b"using-named-graph-uri=http%3A%2F%2Fx%2F&update=CLEAR%20ALL",
        {"content_type": FORM},
    ),
    "bad_update_post_form": ("/sparql", "POST", b"update=CLEAR%20ALL", {"content_type": FORM}),
    "bad_update_post_direct": ("/sparql", "POST", b"CLEAR ALL", {"content_type": UPDATE}),
    "bad_update_as_query": ("/sparql", "POST", b"CLEAR ALL", {"content_type": QUERY}),
    "bad_empty_query": ("/sparql?query=", "GET", None, {}),
    "bad_graph": ("/sparql?query=ASK%20%7B%7D&default-graph-uri=%3E", "GET", None, {}),
    "bad_form": ("/sparql?query=ASK%20%7B%7D&format=turtle", "GET", None, {}),
}


@pytest.mark.parametrize("name", BAD)
def test_bad(small: Served, name: str) -> None:
    """The tests of the W3C of this name, and some of ours: 4xx, in one line of plain text."""
    path, method, body, headers = BAD[name]
    answer = small.ask(path, method, body, **headers)

    assert 400 <= answer.status < 500
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert len(answer.text.splitlines()) == 1
    if "media_type" in name or "missing" in name:
        assert answer.status == 415


OF_THE_W3C = (
    "query_post_form", "query_dataset_default_graphs_get", "query_dataset_default_graphs_post",
    "query_dataset_named_graphs_post", "query_dataset_named_graphs_get", "query_dataset_full",
    "query_multiple_dataset", "query_get", "query_content_type_select", "query_content_type_ask",
    "query_content_type_describe", "query_content_type_construct", "update_dataset_default_graph",
    "update_dataset_default_graphs", "update_dataset_named_graphs", "update_dataset_full", "update_post_form",
    "update_post_direct", "update_base_uri", "query_post_direct", "bad_query_method", "bad_multiple_queries",
    "bad_query_wrong_media_type", "bad_query_missing_form_type", "bad_query_missing_direct_type",
    "bad_query_non_utf8", "bad_query_syntax", "bad_update_get", "bad_multiple_updates",
    "bad_update_wrong_media_type", "bad_update_missing_form_type", "bad_update_non_utf8", "bad_update_syntax",
    "bad_update_dataset_conflict",
)  # fmt: skip


def test_the_list_is_whole() -> None:
    """Every entry of the manifest is tested here by its name, but for the seven that have an update change the store:
    of this service they ask the contrary, that it refuses them."""
    docs = " ".join(one.__doc__ or "" for name, one in globals().items() if name.startswith("test_") and callable(one))
    tested = {*re.findall(r"\w+", docs), *BAD}

    assert len(OF_THE_W3C) == 34
    left_out = [name for name in OF_THE_W3C if name not in tested]
    assert len(left_out) == 7
    assert all(name.startswith("update_") for name in left_out)


def test_what_cannot_be_accepted(small: Served) -> None:
    """406 names the forms that there are."""
    assert get(small, "ASK {}", "image/png").status == 406
    assert XML in get(small, "ASK {}", "text/turtle").text
    assert "text/turtle" in get(small, "DESCRIBE <http://x/1>", "text/csv").text


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_forms_of_rows(small: Served, form: str) -> None:
    """By name, for links; the same data as by Accept."""
    types = {"json": JSON, "xml": XML, "csv": "text/csv", "tsv": "text/tab-separated-values"}
    query = "SELECT ?o { ?s ?p ?o } ORDER BY ?o"
    named = small.ask(f"/sparql?query={quote(query)}&format={form}", accept="text/html")

    assert named.body == get(small, query, types[form]).body
    assert all(str(n).encode() in named.body for n in (1, 2, 3))


def test_head_and_options(small: Served) -> None:
    """HEAD has no body; OPTIONS says what is allowed, and to no other site."""
    head = small.ask("/sparql?query=ASK%20%7B%7D", "HEAD")
    options = small.ask("/sparql", "OPTIONS", origin="https://other.example")

    assert (head.status, head.body) == (200, b"")
    assert options.status == 204
    assert "access-control-allow-origin" not in options.headers
