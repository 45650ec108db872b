"""A store that stands at a SPARQL endpoint, and is asked as every other."""

from __future__ import annotations

from pathlib import Path

from guitu.graph.keep import asking
from guitu.graph.keep.asking import GraphFormat, Reply, RowFormat, Rows
from guitu.graph.keep.bounded import Asker, Place
from guitu.graph.keep.endpoint import Endpoint
from guitu.graph.keep.store import Store


class RemoteStore(Store):
    """The graph at an endpoint. It is only read; texts and shards it has none of.

    `allow_private`: also a machine of the own network; this one itself may always be named. The login comes from
    GUITU_STORE_USER and GUITU_STORE_PASSWORD, else from netrc. Errors as of `Endpoint`.
    """

    in_pieces = False

    def __init__(self, url: str, *, allow_private: bool = False) -> None:
        self._endpoint = Endpoint(url, only_public=not allow_private)
        self._allow_private = allow_private
        super().__init__(self._endpoint)

    def query(self, sparql: str, *, timeout: float | None = None, most: int | None = None) -> Rows:
        """As of `Store`; it is the connection that ends when the time is over."""
        return asking.rows(self._within(timeout), sparql, most)

    def answer(
        self,
        sparql: str,
        rows: RowFormat = "json",
        triples: GraphFormat = "turtle",
        *,
        timeout: float | None = None,
        most: int | None = None,
    ) -> Reply:
        """As of `Store`."""
        return asking.reply(self._within(timeout), sparql, rows, triples, most)

    def _within(self, timeout: float | None) -> Endpoint:
        if timeout is not None:
            self._endpoint.seconds = timeout
        return self._endpoint

    def asker(self) -> Asker:
        """As of `Store`; each process has a connection of its own."""
        if self._bounded is None:
            self._bounded = Asker(Place(url=self._endpoint.url, allow_private=self._allow_private))
        return self._bounded

    @property
    def aside(self) -> Path | None:
        """None: nothing is kept of a graph that others change."""
        return None
