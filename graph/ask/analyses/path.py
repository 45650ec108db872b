"""How two things are connected: up to three of the shortest ways between them, step by step.

A thing is meant by its IRI, its whole name, another name of it, a short form that the registry reads, or a part of a
name: in this order, and the first way in which anything is meant counts. Of ways of one length the one over stated
facts comes before one over inferred ones, and the one over tasks, topics and places before one through documents or
groups of agencies, which touch very much. Where a document is in force says nothing and is no step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from guitu.extract.errors import QueryError
from guitu.graph.ask.edges import Edge, edges
from guitu.graph.ask.nodes import Node
from guitu.graph.ask.query import expanded
from guitu.graph.ask.shortest import Ways
from guitu.graph.keep.store import Row
from guitu.ontology import standards as std
from guitu.ontology import terms

MOST = 3
LISTED = 8  # candidates that an error names
KINDS = {
    "zh": {
        "agency": "机构", "group": "机构群", "task": "任务", "document": "文件", "place": "地点", "indicator": "指标",
        "topic": "主题",
    },
    "en": {
        "agency": "agency", "group": "group", "task": "task", "document": "document", "place": "place",
        "indicator": "indicator", "topic": "topic",
    },
}  # fmt: skip
WORDS = {
    "zh": {
        "stated": "文件所述",
        "inferred": "推断（{score}）",
        "none": "二者之间没有通路",
        std.ELI_PASSED_BY: "发布机构",
    },
    "en": {
        "stated": "stated",
        "inferred": "inferred ({score})",
        "none": "no way leads from one to the other",
        std.ELI_PASSED_BY: "issued by",
    },
}


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per step; one row that says so where there is no way. QueryError where a name means nothing or much."""
    rows = tuple(rows)
    found = edges(rows)
    ways = Ways.of(edge for edge in found if not _is_scope(edge))
    known = {node.iri: node for edge in found for node in (edge.source, edge.target)}
    names = _other_names(rows)
    places = sorted({edge.target.label for edge in found if edge.relation == terms.jurisdiction})
    start, end = (
        known[arg] if arg in known else meant(arg, known, names, expanded(arg, places)) for arg in map(str.strip, args)
    )
    return tuple(_rows(ways, start, end, lang))


def _is_scope(edge: Edge) -> bool:
    return edge.relation == terms.jurisdiction and edge.source.kind == "document"


def _other_names(rows: Iterable[Row]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for row in rows:
        source, relation, target = row[0], row[3], row[5]
        if source and target and relation == std.SKOS_ALT_LABEL:
            names.setdefault(source, set()).add(target)
    return names


def meant(written: str, known: dict[str, Node], names: dict[str, set[str]], full: Sequence[str]) -> Node:
    """The one node that a name means; QueryError, which lists the candidates, where it means none or several.

    `full`: the official names that the registry reads it as.
    """
    sought = written.casefold()
    tiers = (
        lambda node: node.iri == written,
        lambda node: node.label.casefold() == sought,
        lambda node: any(name.casefold() == sought for name in names.get(node.iri, ())),
        lambda node: node.kind in ("agency", "group") and node.label in full,
        lambda node: any(sought in name.casefold() for name in (node.label, *names.get(node.iri, ()))),
    )
    for fits in tiers:
        found = [known[iri] for iri in sorted(known) if fits(known[iri])] if sought else []
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{node.label} <{node.iri}>" for node in found[:LISTED])
            raise QueryError(written, f"{len(found)} things have this name", f"give one of: {listed}")
    raise QueryError(written, "nothing in the graph has this name", "look for it with: guitu ask places")


def _rows(ways: Ways, start: Node, end: Node, lang: str) -> Iterator[Row]:
    found = ways.shortest(start.iri, end.iri, MOST) if start.iri in ways.nodes and end.iri in ways.nodes else ()
    kinds, words = KINDS[lang], WORDS[lang]
    if not found:
        ends = (start.label, kinds[start.kind], None, end.label, kinds[end.kind])
        yield None, None, *ends, words["none"], None, None
    for number, way in enumerate(found, 1):
        for step, (one, other) in enumerate(pairwise(way), 1):
            edge = ways.steps[frozenset({one, other})]
            relation = words.get(edge.relation, edge.relation_label)
            source, target = ways.nodes[one], ways.nodes[other]
            yield (
                str(number),
                str(step),
                source.label,
                kinds[source.kind],
                f"{relation} →" if edge.source.iri == one else f"← {relation}",
                target.label,
                kinds[target.kind],
                words["stated" if edge.stated else "inferred"].format(score=edge.score),
                edge.document,
                " | ".join(edge.quotes) or None,
            )
