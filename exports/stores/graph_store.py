"""A store of another maker, by the SPARQL 1.1 Graph Store HTTP Protocol: one named graph read, replaced or removed."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from guitu.extract.errors import StoreError
from guitu.graph.keep.transport import TRIPLES, Login, Refused, Transport, line

ACCEPT = "application/n-triples, text/turtle;q=0.9"
_NO_PROTOCOL = (404, 405, 501)
_REMEDY = (
    "give the address of its Graph Store Protocol (/store, /rdf-graph-store, /sparql-graph-crud-auth), or --query URL"
)


class GraphStore:
    """The graphs of a store, below the address that takes `?graph=`. OptionError for an address as of `Transport`."""

    def __init__(self, url: str, login: Login | None = None, *, timeout: float = 300.0, insecure: bool = False) -> None:
        self._transport = Transport(url, login, timeout=timeout, insecure=insecure)
        self.url = url

    def get(self, graph: str) -> set[str]:
        """The triples of a graph as N-Triples without their ends; none where there is no such graph."""
        answer = self._asked("GET", graph, None, {"Accept": ACCEPT}, missing=True)
        return set() if answer is None else triples_of(self.url, graph, *answer)

    def put(self, graph: str, triples: Iterable[str]) -> None:
        """Let a graph have these triples (N-Triples, without their ends) and no others."""
        data = "".join(f"{triple} .\n" for triple in triples).encode("utf-8")
        self._asked("PUT", graph, data, {"Content-Type": "text/turtle;charset=utf-8"})

    def delete(self, graph: str) -> None:
        """Remove a graph; one that is not there is none."""
        self._asked("DELETE", graph, None, {}, missing=True)

    def _asked(
        self, method: str, graph: str, data: bytes | None, headers: dict[str, str], *, missing: bool = False
    ) -> tuple[str, bytes] | None:
        sign = "&" if urlsplit(self.url).query else "?"
        try:
            return self._transport.asked(method, f"{self.url}{sign}graph={quote(graph, safe='')}", data, headers)
        except Refused as error:
            if missing and error.status == 404:
                return None
            if error.status in _NO_PROTOCOL or (method == "GET" and error.status == 400):
                raise StoreError(self.url, error.reason, _REMEDY) from None
            raise


def triples_of(url: str, graph: str, media: str, data: bytes) -> set[str]:
    """The triples of an answer, as N-Triples without their ends; StoreError where it is no graph."""
    try:
        form = TRIPLES[media.partition(";")[0].strip().lower()]
        return {str(quad.triple) for quad in ox.parse(data, format=form, base_iri=graph)}
    except (KeyError, SyntaxError, ValueError) as error:
        raise StoreError(url, f"the answer of the server is no graph ({line(error)})") from None
