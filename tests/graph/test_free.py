"""Free SPARQL: known prefixes, and faults told in one line with their place."""

from __future__ import annotations

import pytest

from guitu.exports.speech.errors import told_error
from guitu.extract.errors import QueryError
from guitu.graph.ask.free import explained, known, prefixed
from guitu.graph.keep.store import Store

BASE = "https://example.org/id/"
FAULTS = {
    "SELECT ?t { ?x a gtt:Task }": "line 1, column 18: the prefix gtt: is not known; did you mean gt:",
    "SELECT ?t {\n  ?x a 甲乙丙:Task }": "line 2, column 8: the prefix 甲乙丙: is not known; known are dcterms, eli, ",
    "SELCT ?x {}": "line 1, column 1: no query begins with SELCT; did you mean SELECT",
    "PREFIX gt <http://x/> ASK {}": "line 1, column 8: a prefix ends in a colon: gt:",
    "SELECT ?x { ?x a ?y ": "line 1, column 11: a { is not closed; write } where it ends",
    "SELECT ?x { ?x gt:a ?y } }": "line 1, column 26: a } closes what was not opened",
    "ASK {\n FILTER(1 < 2 }": "line 2, column 15: a } closes what was not opened; after the ( of line 2",
    "SELECT ?x { ?x ?p “云” }": 'line 1, column 19: a full-width sign: “; write " instead',
    "SELECT ?x （?x ?p ?o）": "line 1, column 11: a full-width sign: （; write ( instead",
    "SELECT ?x { ?x ?p 'a }": "line 1, column 19: a string begins here and does not end; close it with '",
    "SELECT ?x { ?x <http://a ?y }": "line 1, column 16: an address begins here and does not end; it ends in >",
    "SELECT ?x { ?x <rel> ?o}": "line 1, column 21: an address between < and > is not whole",
    "SELECT ?x (COUNT(?y) AS ?n) { ?x gt:a ?y }": "line 1, column 43: SELECT names a variable that is neither",
    "SELECT * { ?x gt:a ?y } GROUP BY ?x": "line 1, column 36: SELECT * goes with no GROUP BY; name the variables",
    "SELECT ?x { ?x ?p ?o } ORDER ?x": "line 1, column 32: not understood at or before: ?x ?p ?o } ORDER ?x; BY may",
    "SELECT ?x {\n?x gt:a ?b\n?c gt:d ?e }": "line 3, column 9: not understood at or before: ?c gt:d ?e }",
    "": "line 1, column 1: this is no query; a query begins with SELECT, ASK, CONSTRUCT, DESCRIBE",
}  # fmt: skip


def fault(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        Store.memory().query(prefixed(query, BASE))
    return explained(caught.value, query, BASE)


@pytest.mark.parametrize("query", FAULTS)
def test_a_fault_is_told_with_its_place(query: str) -> None:
    """In one line: where, what, and what to write instead."""
    told = str(fault(query))

    assert told.startswith(FAULTS[query])
    assert "\n" not in told
    assert len(told) < 200


@pytest.mark.parametrize("query", FAULTS)
def test_a_fault_has_its_chinese(query: str) -> None:
    """Place, reason and remedy."""
    told = told_error(fault(query), "zh")

    assert told.startswith("第 ")
    assert not set(told.split()) & {"the", "a", "is", "not", "write", "did"}


@pytest.mark.parametrize("query", ["CLEAR ALL", "SELECT * { SERVICE <http://x/> {} }"])
def test_other_errors_stay(query: str) -> None:
    """What is refused is told as ever."""
    assert "refused" in str(fault(query))


def test_prefixes() -> None:
    """Those that are used and not declared, from vocabularies and the folders of things; declared ones are theirs."""
    store = Store.memory([f'<{BASE}agency/a> <http://purl.org/dc/terms/title> "x" <{BASE}graph/registry> .\n'])

    assert store.base == BASE
    assert store.query(prefixed("SELECT ?o { agency:a dcterms:title ?o }", store.base)).rows == (("x",),)
    assert prefixed("ASK { ?x 'gt:a' <gt:b> } # gt:c") == "ASK { ?x 'gt:a' <gt:b> } # gt:c"
    mine = "PREFIX gt: <http://mine/> SELECT ?x { ?x gt:a 'service' }"
    assert prefixed(mine, BASE) == mine
    assert known() == {name: space for name, space in known(BASE).items() if not space.startswith(BASE)}
    assert Store.memory().base == ""


def test_names_with_the_refused_word() -> None:
    """A known prefix stands also before a name that the guard has to write in another way."""
    store = Store.memory(['<http://x/a> <http://purl.org/dc/terms/service> "x" <http://x/g> .\n'])

    assert store.query(prefixed("SELECT ?o { ?s dcterms:service ?o }")).rows == (("x",),)
