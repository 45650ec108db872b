"""Tasks, who owns them by the documents, who may own them, and which tasks mean the same: rows of the page's data."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.exports.page.graph import Graph, Json, key
from guitu.exports.page.numbers import own_number
from guitu.exports.tables import division
from guitu.exports.tables.division import ROLES
from guitu.exports.tables.division import rows as division_rows
from guitu.exports.tables.inferred import number
from guitu.exports.tables.view import Proof

# .../text/ab12#char=120,155
_RANGE = re.compile(r"([^/]*)#char=([0-9]{1,12}),([0-9]{1,12})$")


def tasks(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """The tasks, by document, in the order of its text."""
    view = graph.view
    rows = {row.task: row for row in division_rows(view)}
    return [
        {
            "key": key(iri),
            "document": graph.place("documents", view.document[iri]),
            "section": graph.place("sections", view.one(iri, "dcterms:isPartOf")),
            "number": rows[iri].number,
            **own_number(graph, iri),
            "title": view.one(iri, "dcterms:title"),
            "form": graph.codes.notation("form", view.one(iri, "gt:form")),
            "deadline": view.one(iri, "gt:deadline"),
            "parent": graph.place("tasks", view.one(iri, "gt:partOfTask")),
            "topics": [graph.entity("topics", topic) for topic in view.many(iri, "gt:concerns")],
            "proof": graph.proof(iri),
            "body": _body(graph, iri),
            "unsuggested": graph.codes.notation("unsuggested", graph.inferred.unsuggested.get(iri, "")),
            **corrected(graph, rows[iri].decisions),
        }
        for iri in iris
    ]


def _body(graph: Graph, iri: str) -> list[int] | str | None:
    """Where the body of a task stands in its text; the words themselves where they do not stand there in one piece."""
    words, proof = graph.view.one(iri, "dcterms:description"), graph.view.proof(iri)
    if not words or proof.start is None:
        return words or None
    start = (graph.texts.text(proof.text) or "").find(words, proof.start)
    return words if start < 0 else [start, start + len(words)]


def duties(graph: Graph, iris: Sequence[str]) -> list[Json]:
    """What the documents state about owners."""
    view = graph.view
    return [
        {
            "task": graph.place("tasks", view.one(iri, "gt:ofTask")),
            "agency": graph.entity("agencies", view.one(iri, "gt:agency")),
            "role": _role(graph, view.one(iri, "gt:role")),
            "written": view.one(iri, "gt:asWritten"),
            **_named(graph, view.one(iri, "gt:agency")),
            "proof": graph.proof(iri),
            **corrected(graph, view.decisions(iri)),
        }
        for iri in iris
    ]


def _named(graph: Graph, agency: str) -> Json:
    """The official name of what the document states, where another entity stands for it in the page."""
    other = graph.view.instead.get(agency)
    return {"named": graph.view.label(agency), "former": other.later} if other else {}


def corrected(graph: Graph, decisions: Sequence[str]) -> Json:
    """What persons decided, in words of both languages; nothing where they did not."""
    return (
        {"corrected": {lang: division.corrected(graph.view, decisions, lang) for lang in ("zh", "en")}}
        if decisions
        else {}
    )


def _role(graph: Graph, iri: str) -> str:
    role = graph.codes.notation("role", iri)
    return role if role in ROLES else "responsible"


def alignments(graph: Graph) -> list[Json]:
    """Pairs of tasks of different documents, the surest first."""
    return [
        {
            "a": graph.place("tasks", one.task),
            "b": graph.place("tasks", one.other),
            "relation": graph.codes.notation("alignment", one.relation),
            "score": number(one.score),
            "reason": one.reason,
            "proofs": [graph.located(_range(evidence)) for evidence in one.evidence],
        }
        for one in graph.inferred.alignments
    ]


def suggestions(graph: Graph) -> list[Json]:
    """Owners that other documents suggest, the surest first, each with the chain that leads to it."""
    places = {one.iri: i for i, one in enumerate(graph.inferred.alignments)}
    return [
        {
            "task": graph.place("tasks", one.task),
            "agency": graph.entity("agencies", one.agency),
            "role": _role(graph, one.role),
            "score": number(one.score),
            "reason": one.reason,
            "alignment": next((places[iri] for iri in one.because if iri in places), None),
            "duty": next((p for iri in one.because if (p := graph.place("duties", iri)) is not None), None),
        }
        for one in graph.inferred.suggestions
    ]


_KINDS = {"agency": "agencies", "indicator": "indicators", "place": "places", "topic": "topics"}


def doubts(graph: Graph) -> list[Json]:
    """Pairs of names that nothing settles: one thing or two? Those that others made one are none."""
    found = []
    for one in graph.inferred.doubts:
        kind = one.one.rsplit("/", 2)[-2]
        if kind in _KINDS:
            first, second = (graph.entity(_KINDS[kind], iri) for iri in (one.one, one.other))
            row = {"kind": kind, "one": first, "other": second, "score": number(one.score), "reason": one.reason}
            found += [row] if first != second else []
    return found


def _range(evidence: str) -> Proof:
    found = _RANGE.search(evidence)
    return Proof(found[1], int(found[2]), int(found[3])) if found else Proof()
