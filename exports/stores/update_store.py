"""A store of another maker, by SPARQL 1.1 Update and queries, for those without the Graph Store Protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from guitu.exports.stores.graph_store import ACCEPT, triples_of
from guitu.graph.keep.transport import Login, Transport

_MOST, _LONGEST = 5_000, 1_000_000  # triples and characters in one request: servers refuse longer ones


class UpdateStore:
    """The graphs of a store: `url` takes updates, `query_url` queries; for some they are one.

    A long graph is sent in several requests, so that it is there in part while it is sent. OptionError for an address
    as of `Transport`.
    """

    def __init__(
        self, url: str, query_url: str, login: Login | None = None, *, timeout: float = 300.0, insecure: bool = False
    ) -> None:
        self.url = url
        self._update = Transport(url, login, timeout=timeout, insecure=insecure)
        self._query = Transport(query_url, login, timeout=timeout, insecure=insecure)

    def get(self, graph: str) -> set[str]:
        """The triples of a graph as N-Triples without their ends; none where there is no such graph."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        headers = {"Accept": ACCEPT, "Content-Type": "application/x-www-form-urlencoded"}
        answer = self._query.asked("POST", self._query.url, urlencode({"query": query}).encode("ascii"), headers)
        return triples_of(self._query.url, graph, *answer)

    def put(self, graph: str, triples: Iterable[str]) -> None:
        """Let a graph have these triples (N-Triples, without their ends) and no others."""
        before = f"DROP SILENT GRAPH <{graph}> ;\n"
        for part in _parts(triples):
            self._ask(f"{before}INSERT DATA {{ GRAPH <{graph}> {{\n{part}}} }}")
            before = ""
        if before:
            self.delete(graph)

    def delete(self, graph: str) -> None:
        """Remove a graph; one that is not there is none."""
        self._ask(f"DROP SILENT GRAPH <{graph}>")

    def _ask(self, update: str) -> None:
        headers = {"Content-Type": "application/sparql-update;charset=utf-8"}
        self._update.asked("POST", self.url, update.encode("utf-8"), headers)


def _parts(triples: Iterable[str]) -> Iterator[str]:
    """The triples as texts, none of them too long."""
    part: list[str] = []
    size = 0
    for triple in triples:
        part.append(f"{triple} .\n")
        size += len(triple)
        if len(part) >= _MOST or size >= _LONGEST:
            yield "".join(part)
            part, size = [], 0
    if part:
        yield "".join(part)
