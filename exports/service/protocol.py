"""The SPARQL 1.1 Protocol: what a request asks, from its method, its address, its media type and its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from guitu.exports.python.proofs import is_iri
from guitu.graph.keep.asking import Dataset

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_FIELDS = 200
_MOST_GRAPHS = 100


class BadRequest(Exception):
    """A request that the protocol does not allow. `status`: 400, or 415 for a body of another kind."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """A query with the graphs that it is asked of (None: as it says itself), and the form that is asked for by name."""

    query: str
    dataset: Dataset | None = None
    form: str = ""


Fields = Sequence[tuple[str, str]]


def from_address(address: bytes) -> Request | None:
    """Of a GET: all is in the address; None where it asks no query, but for the description of the service."""
    given = fields(address)
    return _request(given, None) if given else None


def from_body(address: bytes, content_type: str, body: bytes) -> Request:
    """Of a POST: the query is in the body, as a field of a form or as it is. BadRequest for any other body."""
    media = content_type.partition(";")[0].strip().lower()
    if media == FORM:
        return _request([*fields(body), *(one for one in fields(address) if one[0] != "query")], None)
    if media == QUERY:
        return _request(fields(address), _decoded(body))
    if media == UPDATE:
        raise BadRequest("updates are refused: a store is changed by building it", 415)
    raise BadRequest(f"a query is posted as {QUERY} or {FORM}", 415)


def fields(encoded: bytes) -> Fields:
    """The fields of a form, in order. BadRequest where they are not UTF-8, or too many.

    >>> fields(b"query=ASK+%7B%7D&format=json")
    [('query', 'ASK {}'), ('format', 'json')]
    """
    parts = [part for part in encoded.split(b"&") if part]
    if len(parts) > _MOST_FIELDS:
        raise BadRequest("too many parameters")
    found = []
    for part in parts:
        name, _, value = part.partition(b"=")
        found.append((_unquoted(name), _unquoted(value)))
    return found


def _unquoted(encoded: bytes) -> str:
    return _decoded(unquote_to_bytes(encoded.replace(b"+", b" ")))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest("the request is not UTF-8") from None


def _request(given: Fields, query: str | None) -> Request:
    queries = [value for name, value in given if name == "query"]
    if query is not None:
        queries.append(query)
    if any(name in ("update", "using-graph-uri", "using-named-graph-uri") for name, _ in given):
        raise BadRequest("updates are refused: a store is changed by building it")
    if len(queries) != 1:
        raise BadRequest("there must be one query, and there is none" if not queries else "there must be one query")
    default, named = (
        tuple(value for name, value in given if name == which) for which in ("default-graph-uri", "named-graph-uri")
    )
    if not all(is_iri(graph) for graph in (*default, *named)):
        raise BadRequest("a graph is named by an absolute IRI")
    if len(default) + len(named) > _MOST_GRAPHS:
        raise BadRequest("too many graphs")
    form = next((value for name, value in given if name == "format"), "")
    return Request(queries[0], Dataset(default, named) if default or named else None, form)
