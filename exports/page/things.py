"""Documents, sections and entities as rows of the page's data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from guitu.exports.page.graph import Graph, Json, key
from guitu.exports.rdf.prefixes import split
from guitu.ontology.terms import AgencyGroup

# 三年行动计划（2023—2025年）
_YEARS = re.compile(r"[（(]20[0-9]{2}年?[—–\-－~～至到]+(20[0-9]{2})年?[）)]$")


def documents(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """The documents, by level, then title."""
    view = graph.view
    return [
        {
            "key": key(iri),
            "title": view.one(iri, "dcterms:title"),
            "number": view.one(iri, "eli:id_local"),
            "level": graph.codes.notation("level", view.one(iri, "gt:level")),
            "place": view.label(view.one(iri, "gt:jurisdiction")),
            "type": graph.codes.notation("type", view.one(iri, "eli:type_document")),
            "issuers": [graph.entity("agencies", agency) for agency in view.many(iri, "eli:passed_by")],
            "issued": view.one(iri, "eli:date_document"),
            "period": graph.codes.notation("period", view.one(iri, "gt:planPeriod")),
            "ends": _ends(graph, iri),
            "partOf": graph.place("documents", view.one(iri, "dcterms:isPartOf")),
            "sources": [_file(graph, file) for file in view.many(iri, "prov:wasDerivedFrom")],
            "text": graph.texts.number(view.proof(iri).text),
            "links": _links(graph, iri),
            "proof": graph.proof(iri),
        }
        for iri in iris
    ]


def _ends(graph: Graph, iri: str) -> int | None:
    """The last year of the time that a plan is for: of its period, else of the years that its title ends with."""
    years = _YEARS.search(graph.view.one(iri, "dcterms:title"))
    return graph.ends.get(graph.view.one(iri, "gt:planPeriod"), int(years[1]) if years else None)


def _file(graph: Graph, iri: str) -> str:
    return graph.view.one(iri, "schema:name") or graph.view.label(iri)


def _links(graph: Graph, iri: str) -> list[list[str | int]]:
    """What the citations of a document mean, where that is a document of the graph: relation and document."""
    found: list[list[str | int]] = []
    for predicate, to in graph.inferred.linked.get(iri, ()):
        place = graph.place("documents", to)
        if place is not None:
            found.append([split(predicate)[1], place])
    return found


def sections(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """The headings, in the order of the text."""
    view = graph.view
    return [
        {
            "key": key(iri),
            "document": graph.place("documents", view.document[iri]),
            "parent": graph.place("sections", view.one(iri, "dcterms:isPartOf")),
            "title": view.one(iri, "dcterms:title"),
            "number": view.one(iri, "gt:number"),
            "depth": int(view.one(iri, "gt:depth") or 0),
            "proof": graph.proof(iri),
        }
        for iri in iris
    ]


def agencies(graph: Graph) -> list[Json]:
    """The agencies that anything names."""
    return [
        {
            **row,
            "group": any(AgencyGroup in graph.view.known(iri, "rdf:type") for iri in iris),
            "place": graph.view.label(next((p for iri in iris for p in graph.view.known(iri, "gt:jurisdiction")), "")),
        }
        for row, iris in _rows(graph, "agencies")
    ]


def topics(graph: Graph) -> list[Json]:
    """The topics that anything names; those above them only where something names them, too."""
    found = list(_rows(graph, "topics"))
    numbers = {iri: i for i, (_, iris) in enumerate(found) for iri in iris}
    return [
        {
            **row,
            "broader": next(
                (numbers[up] for iri in iris for up in graph.view.known(iri, "skos:broader") if up in numbers), None
            ),
        }
        for row, iris in found
    ]


def named(graph: Graph, name: str) -> list[Json]:
    """Entities that have nothing but names."""
    return [row for row, _ in _rows(graph, name)]


def _rows(graph: Graph, name: str) -> Iterable[tuple[Json, tuple[str, ...]]]:
    """Each entity with the IRIs that it stands for: `other` has every name but the first."""
    view = graph.view
    for node, iris in graph.entities[name].entries():
        first = view.label(node)
        others = {n for iri in iris for n in (view.label(iri), *view.other_names.get(iri, ()))}
        was = [key(iri) for iri in iris if iri != node]
        yield {"key": key(node), "name": first, "other": sorted(others - {first}), **({"was": was} if was else {})}, iris
