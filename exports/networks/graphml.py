"""The typed whole graph as one file for tools of networks (Gephi, Cytoscape): GraphML or GEXF.

Nodes: `label`, `kind`, and what `Details.node` tells. Edges, one per fact: `label`, `relation`, `role` (of an agency in
a task), `ground` (stated or inferred), `score` (of what is inferred), `document`, `fact` (its IRI), and what
`Details.edge` tells: years, values, quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from pyoxigraph import Quad

from guitu.exports.networks.details import Details
from guitu.exports.rdf.formats import serialize
from guitu.exports.rdf.prefixes import split
from guitu.graph.ask.network import edges_of, whole
from guitu.graph.ask.query import language
from guitu.graph.corrections.in_force import in_force
from guitu.graph.keep.store import Store
from guitu.ontology.terms import ROLES

CREATOR = "Guitu"
_ROLES = {iri: notation for notation, iri in ROLES.items()}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2: no \x00, no half pairs


def network(quads: Iterable[Quad], lang: str = "zh") -> nx.MultiDiGraph[Any]:
    """The graph of the quads as decisions have them, with attributes of text and numbers only."""
    quads = in_force(quads)
    edges = edges_of(Store.memory([serialize(quads, "nquads")]), language(lang))
    found, details = whole(edges), Details.of(quads)
    by_key = {(edge.source.iri, edge.target.iri, edge.relation, edge.fact): edge for edge in edges}
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from((iri, _clean(data | details.node(iri, data["kind"]))) for iri, data in found.nodes(data=True))
    for number, (source, target, data) in enumerate(found.edges(data=True)):
        told = {
            "label": data["label"],
            "relation": split(data["relation"])[1],
            "role": _ROLES.get(data["relation"]),
            "ground": "stated" if data["stated"] else "inferred",
            "score": None if data["score"] is None else float(data["score"]),
            "document": data["document"],
            "fact": data["facts"][0],
            **details.edge(by_key[source, target, data["relation"], data["facts"][0]]),
        }
        graph.add_edge(source, target, key=f"e{number}", **_clean(told))
    return graph


def _clean(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is not known, and without signs that XML cannot hold."""
    known = {name: value for name, value in attributes.items() if value is not None}
    return {name: _NO_XML.sub("\ufffd", value) if isinstance(value, str) else value for name, value in known.items()}


def graphml(graph: nx.MultiDiGraph[Any]) -> bytes:
    """GraphML; the keys of edges are their ids."""
    out = BytesIO()
    nx.write_graphml_lxml(graph, out)
    return out.getvalue()


def gexf(graph: nx.MultiDiGraph[Any]) -> bytes:
    """GEXF 1.2, without the day of writing and the version of the writer, which would change the bytes."""
    out = BytesIO()
    nx.write_gexf(graph, out)
    root = ElementTree.fromstring(out.getvalue())
    space = root.tag.removesuffix("gexf")
    ElementTree.register_namespace("", space.strip("{}"))
    for meta in root.iter(f"{space}meta"):
        meta.attrib.pop("lastmodifieddate", None)
        for creator in meta.iter(f"{space}creator"):
            creator.text = CREATOR
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


_WRITERS: Mapping[str, Callable[[nx.MultiDiGraph[Any]], bytes]] = {"graphml": graphml, "gexf": gexf}


def write_network(quads: Iterable[Quad], form: str, path: Path, lang: str = "zh") -> None:
    """Writes the graph of the quads into one file; the same bytes for the same graph."""
    data = _WRITERS[form](network(quads, lang))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
