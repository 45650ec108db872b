"""The graph as networks: who shares tasks with whom, where what is done, which document rests on which.

Every node is keyed by its IRI and has `kind` and `label`; every edge keeps the IRIs of the facts that it rests on.
Nodes and edges are added in sorted order. Nothing but functions of networkx is called on a network, so that any back
end of networkx can compute on it (`backend=` where a function takes it, or `nx.config`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import Any, TypeAlias

import networkx as nx

from guitu.graph.ask.edges import ROLES, Edge
from guitu.graph.ask.edges import edges as edges  # noqa: PLC0414 - who makes a network takes them from here
from guitu.graph.ask.edges import edges_of as edges_of  # noqa: PLC0414 - the same
from guitu.graph.ask.nodes import Node
from guitu.ontology import terms

Network: TypeAlias = "nx.Graph[Any]"


def whole(of: Iterable[Edge]) -> nx.MultiDiGraph[Any]:
    """The typed whole graph, one edge per fact: relation, label, facts, stated, score, document."""
    of = tuple(of)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    _add_nodes(graph, (node for edge in of for node in (edge.source, edge.target)))
    for edge in of:
        graph.add_edge(
            edge.source.iri,
            edge.target.iri,
            key=f"{edge.relation} {edge.fact}",
            relation=edge.relation,
            label=edge.relation_label,
            facts=(edge.fact,),
            stated=edge.stated,
            score=edge.score,
            document=edge.document,
        )
    return graph


def agency_tasks(of: Iterable[Edge], *, groups: bool = False, suggested: bool = False) -> Network:
    """Agencies and the tasks that they own (`bipartite` 0 and 1), with `roles` and `facts` on the edges.

    Groups of agencies (各区政府, 各有关部门) are left out: they would join everything with everything.
    """
    kinds = {"agency", "group"} if groups else {"agency"}
    owned = [edge for edge in of if edge.relation in ROLES and edge.source.kind in kinds and (edge.stated or suggested)]
    graph: Network = nx.Graph()
    _add_nodes(graph, (edge.source for edge in owned), bipartite=0)
    _add_nodes(graph, (edge.target for edge in owned), bipartite=1)
    _join(graph, "roles", ((edge.source.iri, edge.target.iri, edge.relation_label, edge) for edge in owned))
    return graph


def agencies(of: Iterable[Edge], *, suggested: bool = False) -> Network:
    """Agencies that share tasks: `weight` is how many, `tasks` which, `facts` the responsibilities of both."""
    owned = agency_tasks(of, suggested=suggested)
    graph: Network = nx.Graph()
    graph.add_nodes_from((iri, data) for iri, data in owned.nodes(data=True) if data["bipartite"] == 0)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for task, data in owned.nodes(data=True):
        if data["bipartite"] == 1:
            for pair in combinations(sorted(owned.neighbors(task)), 2):
                shared[pair].append(task)
    for (one, other), tasks in sorted(shared.items()):
        facts = {fact for task in tasks for end in (one, other) for fact in owned.edges[end, task]["facts"]}
        graph.add_edge(one, other, weight=len(tasks), tasks=tuple(tasks), facts=tuple(sorted(facts)))
    return graph


def place_topics(of: Iterable[Edge]) -> Network:
    """Places and the topics that documents assign to them (`bipartite` 0 and 1)."""
    assigned = [edge for edge in of if edge.relation == terms.focus]
    graph: Network = nx.Graph()
    _add_nodes(graph, (edge.source for edge in assigned), bipartite=0)
    _add_nodes(graph, (edge.target for edge in assigned), bipartite=1)
    told = ((edge.source.iri, edge.target.iri, edge.document or "", edge) for edge in assigned)
    _join(graph, "documents", told)
    return graph


def documents(of: Iterable[Edge]) -> nx.DiGraph[Any]:
    """Documents, from the one that cites, implements or takes up to the other; `relations`, `facts`, `weight`.

    Alignments of tasks count as edges between their documents, from the lower or later one.
    """
    of = tuple(of)
    holder = {edge.source.iri: edge.target for edge in of if edge.relation == terms.inDocument}
    found = []
    for edge in of:
        ends = (edge.source, edge.target)
        if edge.relation in terms.ALIGNMENT_RELATIONS.values():
            ends = (holder.get(edge.source.iri, edge.source), holder.get(edge.target.iri, edge.target))
        if ends[0].kind == ends[1].kind == "document":
            found.append((*ends, edge))
    graph: nx.DiGraph[Any] = nx.DiGraph()
    _add_nodes(graph, (*holder.values(), *(node for *ends, _ in found for node in ends)))
    _join(graph, "relations", ((one.iri, two.iri, edge.relation_label, edge) for one, two, edge in found))
    return graph


def _add_nodes(graph: nx.Graph[Any], nodes: Iterable[Node], **more: int) -> None:
    graph.add_nodes_from((node.iri, {"kind": node.kind, "label": node.label, **more}) for node in sorted(set(nodes)))


def _join(graph: Network, name: str, pairs: Iterable[tuple[str, str, str, Edge]]) -> None:
    """Add one edge per pair: what is told of it under `name`, and its facts; `weight` counts them."""
    told: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    facts: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    stated: set[tuple[str, str]] = set()
    for one, other, value, edge in pairs:
        told[one, other].add(value)
        facts[one, other].add(edge.fact)
        if edge.stated:
            stated.add((one, other))
    for pair in sorted(facts):
        rests, values = tuple(sorted(facts[pair])), {name: tuple(sorted(told[pair]))}
        graph.add_edge(*pair, weight=len(rests), facts=rests, stated=pair in stated, **values)
