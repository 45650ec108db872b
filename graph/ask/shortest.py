"""The shortest ways over some edges, looked for without a library of networks: there are few edges, and loading it
takes longer than the search.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from guitu.graph.ask.adjacency import HUB, INFERRED, STEP
from guitu.graph.ask.edges import Edge
from guitu.graph.ask.nodes import Node

if TYPE_CHECKING:
    from guitu.graph.ask.network import Network

_HUBS = frozenset({"document", "group"})  # they touch so much that a way through them says little
Way = tuple[str, ...]


@dataclass(frozen=True)
class Ways:
    """What one can go through in either direction: `steps` has the best edge of each pair of neighbours."""

    steps: Mapping[frozenset[str], Edge]
    nodes: Mapping[str, Node]

    @classmethod
    def of(cls, edges: Iterable[Edge]) -> Ways:
        """The ways over these edges; of several between two nodes the one that costs least."""
        steps: dict[frozenset[str], Edge] = {}
        for edge in sorted(edges, key=lambda edge: (_cost(edge), edge.source.iri, edge.relation, edge.fact)):
            steps.setdefault(frozenset({edge.source.iri, edge.target.iri}), edge)
        return cls(steps, {node.iri: node for edge in steps.values() for node in (edge.source, edge.target)})

    @cached_property
    def graph(self) -> Network:
        """The same as a network, with the cost of each step."""
        import networkx as nx  # noqa: PLC0415 - only for those who measure it

        graph: Network = nx.Graph()
        graph.add_nodes_from(sorted(self.nodes))
        graph.add_edges_from((one, other, {"cost": cost}) for one, other, cost in self._costs())
        return graph

    def _costs(self) -> list[tuple[str, str, int]]:
        found = ((edge.source.iri, edge.target.iri, _cost(edge)) for edge in self.steps.values())
        return sorted(found, key=lambda one: one[:2])

    @cached_property
    def _near(self) -> Mapping[str, Mapping[str, int]]:
        near: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for one, other, cost in self._costs():
            near[one][other] = near[other][one] = cost
        return near

    def shortest(self, start: str, end: str, most: int, backend: str | None = None) -> tuple[Way, ...]:
        """Up to `most` ways with the fewest steps, of these the ones over stated facts and not through hubs.

        `backend`: the name of a back end of networkx that looks for them.
        """
        if backend is None:
            return tuple(islice(_back(self._before(start, end), start, (end,)), most))
        import networkx as nx  # noqa: PLC0415 - only for a back end of it

        try:
            found = nx.all_shortest_paths(self.graph, start, end, weight="cost", backend=backend)
            return tuple(map(tuple, islice(found, most)))
        except nx.NetworkXNoPath:
            return ()

    def _before(self, start: str, end: str) -> Mapping[str, Sequence[str]]:
        """What stands before each thing on the cheapest ways from the start, as far as the end."""
        far, before = {start: 0}, dict[str, list[str]]({start: []})
        waiting, seen, count = [(0, 0, start)], set[str](), 0
        while waiting and (end not in far or waiting[0][0] <= far[end]):
            cost, _, here = heapq.heappop(waiting)
            if here in seen:
                continue
            seen.add(here)
            for near, more in self._near.get(here, {}).items():
                whole = cost + more
                if near not in far or whole < far[near]:
                    far[near], before[near], count = whole, [here], count + 1
                    heapq.heappush(waiting, (whole, count, near))
                elif whole == far[near]:
                    before[near].append(here)
        return before


def _back(before: Mapping[str, Sequence[Any]], start: str, way: Way) -> Iterator[Way]:
    """The ways from the start that end so."""
    if way[0] == start:
        yield way
    for one in before.get(way[0], ()):
        yield from _back(before, start, (one, *way))


def _cost(edge: Edge) -> int:
    hub = not _HUBS.isdisjoint((edge.source.kind, edge.target.kind))
    return STEP + INFERRED * (not edge.stated) + HUB * hub
