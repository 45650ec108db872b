"""Figures, places, references, incentives and gaps as rows of the page's data."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from guitu.exports.page.graph import Graph, Json, amount, key
from guitu.exports.page.owners import corrected
from guitu.exports.rdf.prefixes import split
from guitu.exports.tables.agreement import compared


def figures(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """Targets and observations."""
    view, codes = graph.view, graph.codes
    targets = frozenset(view.members.get("gt:Target", ()))
    said = compared(view, graph.inferred.node)
    return [
        {
            "kind": "target" if iri in targets else "observation",
            **_of(graph, iri),
            "indicator": graph.entity("indicators", view.one(iri, "gt:indicator")),
            "text": view.one(iri, "gt:indicatorText"),
            "value": amount(view.one(iri, "gt:value")),
            "max": amount(view.one(iri, "gt:maxValue")),
            "unit": view.one(iri, "gt:unitText"),
            "normal": amount(view.one(iri, "qudt:numericValue")),
            "normalUnit": split(unit)[1] if (unit := view.one(iri, "qudt:hasUnit")) else "",
            "comparator": codes.notation("comparator", view.one(iri, "gt:comparator")),
            "year": amount(view.one(iri, "gt:year")),
            "periodicity": codes.notation("periodicity", view.one(iri, "gt:periodicity")),
            "bindingness": codes.notation("bindingness", view.one(iri, "gt:bindingness")),
            "source": codes.notation("source", view.one(iri, "gt:source")),
            "agreement": said[iri].outcome if iri in said else None,
            "manner": said[iri].manner if iri in said else None,
            "why": {"zh": said[iri].zh, "en": said[iri].en} if iri in said else None,
        }
        for iri in iris
    ]


def mentions(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """Places that documents name, in the task under whose heading they stand."""
    view, headings = graph.view, _Headings(graph)
    return [
        {
            **_of(graph, iri),
            "task": headings.task(iri),
            "place": graph.entity("places", view.one(iri, "gt:place")),
            "type": graph.codes.notation("place", view.one(iri, "gt:placeType")),
            "district": graph.entity("places", view.one(iri, "gt:inDistrict")),
            "focus": [graph.entity("topics", topic) for topic in view.many(iri, "gt:focus")],
            "written": view.one(iri, "gt:asWritten"),
        }
        for iri in iris
    ]


def references(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """Documents that documents cite, as they name them."""
    view = graph.view
    return [
        {
            "key": key(iri),
            "document": graph.place("documents", view.document.get(iri, "")),
            "relation": graph.codes.notation("relation", view.one(iri, "gt:relation")),
            "title": view.one(iri, "gt:citedTitle"),
            "proof": graph.proof(iri),
        }
        for iri in iris
    ]


def incentives(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """Sums that documents promise."""
    view = graph.view
    return [
        {
            **_of(graph, iri),
            "value": amount(view.one(iri, "gt:value")),
            "unit": view.one(iri, "gt:unitText"),
            "ceiling": view.one(iri, "gt:isCeiling") == "true",
            "beneficiary": view.one(iri, "gt:beneficiary"),
            "condition": view.one(iri, "gt:condition"),
        }
        for iri in iris
    ]


def gaps(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """What was not understood."""
    view = graph.view
    return [
        {
            "key": key(iri),
            "document": graph.place("documents", view.document.get(iri, "")),
            "kind": graph.codes.notation("gap", view.one(iri, "gt:gapKind")),
            "reason": view.one(iri, "gt:reason"),
            "proof": graph.proof(iri),
        }
        for iri in iris
    ]


def _of(graph: Graph, iri: str) -> Json:
    return {
        "key": key(iri),
        "document": graph.place("documents", graph.view.document.get(iri, "")),
        "task": graph.place("tasks", graph.view.one(iri, "gt:ofTask")),
        "proof": graph.proof(iri),
        **corrected(graph, graph.view.decisions(iri)),
    }


class _Headings:
    """Where tasks and sections begin: what stands after a task and before the next heading is the task's."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        begun: dict[str, dict[int, int | None]] = defaultdict(dict)
        for name in ("sections", "tasks"):  # a heading that is a task is the task
            for number, iri in enumerate(graph.members(name)):
                proof = graph.view.proof(iri)
                if proof.start is not None:
                    begun[proof.text][proof.start] = number if name == "tasks" else None
        self._begun = {text: sorted(found.items()) for text, found in begun.items()}

    def task(self, iri: str) -> int | None:
        """The task under whose heading a fact stands."""
        proof = self._graph.view.proof(iri)
        found = self._begun.get(proof.text, [])
        place = bisect_right(found, proof.start or 0, key=lambda one: one[0])
        return found[place - 1][1] if place else None
