"""The SPARQL endpoint of another maker, asked as the engine of a store is: by the SPARQL 1.1 Protocol.

A query is read here first, by the grammar of queries alone: so a slip is told as ever, and no update leaves the
machine. Answers are read as they come, as far as they are wanted.
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Iterator, Sequence
from email.message import Message
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox

from guitu.extract.errors import QueryError, StoreError
from guitu.graph.keep.bounded import OutOfBounds
from guitu.graph.keep.transport import STORE, TRIPLES, Refused, Transport, line, login_for
from guitu.ontology import terms

MOST_BYTES = 512_000_000
"""Of one answer."""
_SECONDS = 60.0
_ROWS = "application/sparql-results+json"
_ACCEPTED = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.8"
_REMEDY = "give the address of its SPARQL endpoint: /sparql, /query, /repositories/NAME"
_PUSHED = "graph/pushed"  # what `guitu push` notes of a store in it
_DOCUMENT = f"?d a <{terms.Document}>"
_ELSEWHERE = f"""ASK {{
  {{ GRAPH ?g {{ {_DOCUMENT} }} BIND(?d AS ?x) }} UNION {{ GRAPH ?g {{ ?x a <{terms.Agency}> }} }}
  FILTER NOT EXISTS {{ ?x a ?kind }} }}"""
_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
_Params = tuple[tuple[str, str], ...]


class Endpoint:
    """The graph of Guitu at an endpoint; nothing is asked before a query is.

    `only_public`: as of `Transport`. `seconds`: that an answer may take, to its last byte. The default graph of a query
    is the union of the graphs, however the server has it. StoreError where there is no server, or no such graph.
    """

    def __init__(self, url: str, *, only_public: bool = True, seconds: float = _SECONDS) -> None:
        login = login_for(url, STORE)
        self._transport = Transport(url, login, names=STORE, timeout=seconds, only_public=only_public)
        self.url = url
        self.seconds = seconds

    def query(
        self,
        query: str,
        *,
        use_default_graph_as_union: bool = False,
        default_graph: Sequence[Any] | None = None,
        named_graphs: Sequence[Any] | None = None,
    ) -> Any:
        """As of an engine: solutions, a boolean or triples. SyntaxError for what is no query."""
        form = type(ox.Store().query(query))
        params: _Params = self._union if use_default_graph_as_union else ()
        params += tuple(("default-graph-uri", one.value) for one in default_graph or ())
        params += tuple(("named-graph-uri", one.value) for one in named_graphs or ())
        found = self._asked(query, params, form is ox.QueryTriples)
        return _boolean(found) if form is ox.QueryBoolean else found

    def named_graphs(self) -> Iterator[ox.NamedNode]:
        """The graphs that stand under the base of Guitu's documents; others may be there, too."""
        return iter(self._graphs)

    def quads_for_pattern(
        self, subject: None, predicate: None, object: None, graph_name: Any = None, /
    ) -> Iterator[ox.Quad]:
        """The triples of a graph."""
        found = self._asked(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph_name} {{ ?s ?p ?o }} }}", (), True)
        return (ox.Quad(one.subject, one.predicate, one.object, graph_name) for one in found)

    def dump(self, *, format: Any = ox.RdfFormat.N_QUADS) -> bytes:
        """All that is there of Guitu."""
        if self._graphs:
            quads: Iterable[Any] = (quad for graph in self._graphs for quad in self.quads_for_pattern(*_ANY, graph))
        else:
            quads = self._asked("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", (), True)
        return ox.serialize(quads, format=format) or b""

    def __len__(self) -> int:
        counted = "(COUNT(*) AS ?n)"
        if not self._graphs:
            return int(_first(self._asked(f"SELECT {counted} {{ ?s ?p ?o }}", (), False)))
        queries = (f"SELECT {counted} {{ GRAPH {graph} {{ ?s ?p ?o }} }}" for graph in self._graphs)
        return sum(int(_first(self._asked(query, (), False))) for query in queries)

    # ---- what is there ----

    @cached_property
    def _graphs(self) -> tuple[ox.NamedNode, ...]:
        homes = [row[0].value for row in self._asked(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ {_DOCUMENT} }} }}", (), False)]
        bases = {home.partition("/document/")[0] + "/" for home in homes if "/document/" in home}
        found = [row[0] for row in self._asked(_GRAPHS, (), False)] if homes else []
        ours = (
            one for one in found if one.value in homes or any(one.value.startswith(f"{base}graph/") for base in bases)
        )
        return tuple(sorted((one for one in ours if not one.value.endswith(_PUSHED)), key=str))

    @cached_property
    def _union(self) -> _Params:
        """What has to be said so that the default graph is the union: nothing, or what a server or the protocol has."""
        if not self._graphs:
            if not self._is_so(f"ASK {{ {_DOCUMENT} }}", ()):
                raise StoreError(self.url, "there is no graph of Guitu", "send one: guitu push")
            return ()
        ways: Iterator[_Params] = iter((
            (),
            (("union-default-graph", "true"),),
            (("default-graph-uri", "urn:x-arq:UnionGraph"),),
            tuple(("default-graph-uri", graph.value) for graph in self._graphs),
        ))  # fmt: skip
        found = next((params for params in ways if self._is_union(params)), None)
        if found is None:
            raise StoreError(self.url, "the server gives no union of the graphs")
        return found

    def _is_union(self, params: _Params) -> bool:
        named = tuple(("named-graph-uri", graph.value) for graph in self._graphs)
        of = params + named if any(name == "default-graph-uri" for name, _ in params) else params
        try:
            return not self._is_so(_ELSEWHERE, of) and self._is_so(f"ASK {{ {_DOCUMENT} }}", params)
        except (QueryError, StoreError):
            return False  # a server may refuse what it does not know

    def _is_so(self, query: str, params: _Params) -> bool:
        return bool(_boolean(self._asked(query, params, False)))

    # ---- asking ----

    def _asked(self, query: str, params: _Params, triples: bool) -> Any:
        end = time.monotonic() + self.seconds
        body = urlencode((("query", query), *params)).encode("ascii")
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": _ACCEPTED if triples else _ROWS,
        }
        try:
            answer = self._transport.opened("POST", self.url, body, headers)
        except Refused as error:
            if error.status in (400, 403, 413, 500, 503) and error.said:
                kind = OutOfBounds if error.status in (500, 503) else QueryError
                raise kind("", f"the server answers {error.status} ({error.said})") from None
            raise
        body_of = _Body(answer, end, self.seconds)
        try:
            return self._read(body_of, answer.headers, triples)
        except BaseException:
            body_of.close()
            raise

    def _read(self, body: Any, headers: Message, triples: bool) -> Any:
        if (most := headers.get("X-SPARQL-MaxRows")) and most.isdecimal():  # Virtuoso
            raise QueryError("", f"the server gives no more than {most} rows", "ask for less, or let it give more")
        kind = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if kind not in (TRIPLES if triples else (_ROWS,)):
            raise StoreError(self.url, f"the answer is none of SPARQL ({kind[:50]})", _REMEDY)
        try:
            if triples:
                return _as_found(ox.parse(body, format=TRIPLES[kind]))
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(self.url, f"the answer of the server is no graph ({line(error)})") from None
        except OSError as error:
            raise QueryError("", f"the query did not end ({line(error)})") from None


_ANY = (None, None, None)


def _as_found(quads: Iterable[ox.Quad]) -> ox.QueryTriples:
    """Triples as an engine finds them."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(one.subject, one.predicate, one.object) for one in quads)
    found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QueryTriples)
    return found


def _boolean(found: Any) -> Any:
    """The answer of an ASK; Virtuoso tells it as a row, or none."""
    if isinstance(found, ox.QueryBoolean):
        return found
    told = "true" if next(iter(found), None) is not None else "false"
    return ox.parse_query_results(f'{{"head":{{}},"boolean":{told}}}', format=ox.QueryResultsFormat.JSON)


def _first(found: Any) -> str:
    return str(next(found)[0].value)


class _Body(io.RawIOBase):
    """The bytes of an answer, in time and within bounds; OSError beyond them."""

    def __init__(self, answer: Any, end: float, seconds: float) -> None:
        super().__init__()
        self._answer, self._end, self._seconds = answer, end, seconds
        self._left = MOST_BYTES

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes."""
        if time.monotonic() > self._end:
            raise OSError(f"it took longer than {self._seconds:g} seconds")
        found: bytes = self._answer.read1(size if size > 0 else 65_536)
        self._left -= len(found)
        if self._left < 0:
            raise OSError(f"the answer has more than {MOST_BYTES // 10**6} MB")
        return found

    def close(self) -> None:
        """Leave the rest."""
        self._answer.close()
        super().close()
