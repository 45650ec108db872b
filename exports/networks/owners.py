"""Who owns which task, as a network of agencies, tasks, documents, places and topics: what pictures of it start from.

Nodes: `label`, `kind` (agency, group, task, document, place, topic). Edges, one per pair and manner: `manner` (lead,
responsible, support, part, place, topic), `ground` (stated or inferred), `score` (of what is inferred), `label`,
`quotes` (the words that state it).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import networkx as nx

from guitu.extract.errors import QueryError
from guitu.extract.words.nearest import meant
from guitu.graph.ask.edges import Edge
from guitu.graph.ask.nodes import Node
from guitu.ontology import terms

Owners = nx.MultiDiGraph  # of nodes and edges as above
_MANNERS: Final[Mapping[str, str]] = {
    **{iri: notation for notation, iri in terms.ROLES.items()},
    terms.inDocument: "part",
    terms.partOfTask: "part",
    terms.concerns: "topic",
    terms.focus: "topic",
    terms.place: "place",
}
_LISTED: Final = {"agency": "load", "document": "documents", "topic": "topic"}
_WHERE: Final[Mapping[str, Collection[str]]] = {
    "agency": ("agency", "group"),
    "document": ("document",),
    "topic": ("topic",),
}


def owners(of: Iterable[Edge]) -> nx.MultiDiGraph[Any]:
    """The network of owners; edges of other kinds (indicators, citations, alignments) are left out."""
    found: dict[tuple[Node, Node, str, str], list[Edge]] = {}
    for edge in of:
        if manner := _MANNERS.get(edge.relation):
            found.setdefault((edge.source, edge.target, manner, "stated" if edge.stated else "inferred"), []).append(
                edge
            )
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for node in sorted({node for source, target, *_ in found for node in (source, target)}):
        graph.add_node(node.iri, label=node.label, kind=node.kind)
    for (source, target, manner, ground), edges in sorted(found.items()):
        graph.add_edge(
            source.iri,
            target.iri,
            key=f"{manner} {ground}",
            manner=manner,
            ground=ground,
            label=edges[0].relation_label,
            score=max((float(edge.score) for edge in edges if edge.score), default=None),
            quotes=tuple(sorted({quote for edge in edges for quote in edge.quotes})),
        )
    return graph


def around(
    network: nx.MultiDiGraph[Any], *, agency: str = "", document: str = "", topic: str = "", depth: int = 1
) -> nx.MultiDiGraph[Any]:
    """The part of a network within `depth` steps of tasks that an agency owns, a document sets, a topic names.

    Names are whole or a part of one; several of them are alternatives of one kind, kinds add up. With depth 1 it is
    those tasks and what each is linked with. QueryError where no thing has such a name.
    """
    tasks = {iri for iri, data in network.nodes(data=True) if data["kind"] == "task"}
    wanted = {"agency": agency, "document": document, "topic": topic}
    if not any(wanted.values()):
        return network
    for kind, name in wanted.items():
        if name:
            named = _named(network, kind, name)
            tasks &= {other for iri in named for other in nx.all_neighbors(network, iri)}
    kept, edge = set(tasks), set(tasks)
    for _ in range(depth):
        edge = {other for iri in sorted(edge) for other in nx.all_neighbors(network, iri)} - kept
        kept |= edge
    return nx.MultiDiGraph(network.subgraph(sorted(kept)))


def _named(network: nx.MultiDiGraph[Any], kind: str, name: str) -> list[str]:
    things = [(iri, data["label"]) for iri, data in network.nodes(data=True) if data["kind"] in _WHERE[kind]]
    whole = [iri for iri, label in things if label == name]
    if found := whole or [iri for iri, label in things if name in label]:
        return found
    listed = f"list them with: guitu ask {_LISTED[kind]}"
    raise QueryError(name, "nothing in the network is called so", meant(name, (label for _, label in things), listed))


def most_linked(network: nx.MultiDiGraph[Any], most: int) -> nx.MultiDiGraph[Any]:
    """At most so many nodes: those with most edges of each kind by turns, so that no kind crowds the others out."""
    if len(network) <= most:
        return network
    kinds: dict[str, list[str]] = {}
    for iri in sorted(network, key=lambda one: (-network.degree(one), one)):
        kinds.setdefault(network.nodes[iri]["kind"], []).append(iri)
    shares = {kind: max(1, round(most * len(iris) / len(network))) for kind, iris in kinds.items()}
    kept = [iri for kind, iris in sorted(kinds.items()) for iri in iris[: shares[kind]]][:most]
    return nx.MultiDiGraph(network.subgraph(sorted(kept)))
