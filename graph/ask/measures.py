"""Measures of networks: who stands between others, which groups there are.

`backend`: the name of a back end of networkx, passed through to every function that computes; without one, networkx
chooses by its own configuration.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import networkx as nx

from guitu.graph.ask.network import Network

SEED = 20261124
EXACT_UP_TO = 500
"""Nodes up to which betweenness is exact; it takes nodes times edges."""
SAMPLE = 200
"""Nodes that betweenness of a larger network is estimated from, drawn with the seed."""
PLACES = 4  # decimals of measures


def _via(backend: str | None) -> dict[str, Any]:
    return {} if backend is None else {"backend": backend}


def is_sampled(graph: Network) -> bool:
    """Whether the betweenness of this network is an estimate."""
    return len(graph) > EXACT_UP_TO


def betweenness(graph: Network, backend: str | None = None) -> dict[str, float]:
    """The share of shortest paths that lead through each node, 0 to 1; for a large network from a seeded sample."""
    sample = SAMPLE if is_sampled(graph) else None
    found = nx.betweenness_centrality(graph, k=sample, seed=SEED, **_via(backend))
    return {node: round(value, PLACES) for node, value in found.items()}


def sides(graph: Network, backend: str | None = None) -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each node without which its part of the network falls apart: the groups that meet in it, without it.

    The groups are the biconnected components around it, in linear time; they reach as far as the next such node.
    """
    joining = set(nx.articulation_points(graph, **_via(backend)))
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for component in map(set, nx.biconnected_components(graph, **_via(backend))):
        for node in joining & component:
            found[node].append(tuple(sorted(component - {node})))
    return {node: tuple(sorted(found[node], key=_larger_first)) for node in sorted(found)}


def communities(graph: Network, backend: str | None = None) -> tuple[tuple[tuple[str, ...], ...], float]:
    """Groups of nodes that have more to do with each other than with the rest (Louvain), and their modularity.

    Larger groups first; nodes without any edge are in none. The algorithm runs over numbers in the order of the IRIs,
    with a fixed seed, for it goes through sets, whose order is that of the machine for strings.
    """
    joined = graph.subgraph([node for node in graph if graph.degree[node]])
    names = sorted(joined)
    if not names:
        return (), 0.0
    numbers: Network = nx.convert_node_labels_to_integers(joined, ordering="sorted")
    found = nx.community.louvain_communities(numbers, weight="weight", seed=SEED, **_via(backend))
    score = nx.community.modularity(numbers, found, weight="weight", **_via(backend))
    groups = (tuple(names[number] for number in sorted(group)) for group in found)
    return tuple(sorted(groups, key=_larger_first)), round(score, PLACES)


def _larger_first(group: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(group), group
