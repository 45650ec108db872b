"""What each fact counts as: stated, confirmed, corrected, rejected, suggested, conflicting, superseded.

Of several the first that holds: what a person decided; that its document is replaced or no longer in force; that
copies of the document differ where it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, cast

import pyoxigraph as ox

from guitu.ontology import standards as std
from guitu.ontology import terms as gt

Status = Literal["stated", "confirmed", "corrected", "rejected", "suggested", "conflicting", "superseded"]
_FACTS = frozenset(
    (gt.Section, gt.Task, gt.Responsibility, gt.Target, gt.Observation, gt.PlaceMention, gt.Incentive, gt.Reference)
)
_WANTED = frozenset(
    (
        std.RDF_TYPE, gt.inDocument, gt.evidence, gt.status, gt.gapKind, gt.ofTask, std.DCTERMS_IS_REPLACED_BY,
        std.ELI_NO_LONGER_IN_FORCE, std.ELI_DATE_DOCUMENT,
    )
)  # fmt: skip


def status(quads: Iterable[ox.Quad], on: date | None = None) -> dict[str, Status]:
    """The status of every fact, by IRI.

    `on`: the day on which a document counts as no longer in force; else the day of the latest document of the graph, so
    that the same graph has the same statuses on any day.
    """
    told: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if quad.predicate.value in _WANTED:
            told[_value(quad.subject)][quad.predicate.value].append(_value(quad.object))
    decided = {iri: of[gt.status][0].rpartition("-")[2] for iri, of in told.items() if gt.status in of}
    ended, differing = _ended(told, on), _differing(told)
    found: dict[str, Status] = {}
    for iri in sorted(told):
        of = told[iri]
        kinds = of.get(std.RDF_TYPE, ())
        if iri in decided:
            found[iri] = cast(Status, decided[iri])
        elif gt.Suggestion in kinds:
            found[iri] = "suggested"
        elif not _FACTS.isdisjoint(kinds):
            document = (of.get(gt.inDocument) or [""])[0]
            found[iri] = "superseded" if document in ended else "conflicting" if _meets(of, differing) else "stated"
        elif gt.Document in kinds:
            found[iri] = "superseded" if iri in ended else "stated"
    return found


def _ended(told: Mapping[str, Mapping[str, list[str]]], on: date | None) -> set[str]:
    """The documents that are replaced, or whose validity ended before the day."""
    documents = {iri: of for iri, of in told.items() if gt.Document in of.get(std.RDF_TYPE, ())}
    today = on.isoformat() if on else max((day for of in documents.values() for day in of.get(_DATED, ())), default="")
    return {
        iri
        for iri, of in documents.items()
        if of.get(std.DCTERMS_IS_REPLACED_BY) or any(day < today for day in of.get(std.ELI_NO_LONGER_IN_FORCE, ()))
    }


_DATED = std.ELI_DATE_DOCUMENT


def _differing(told: Mapping[str, Mapping[str, list[str]]]) -> dict[str, list[tuple[int, int]]]:
    """The ranges, by text, in which copies of a document differ."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    kind = gt.GAP_KINDS["copy-differs"]
    for of in told.values():
        if kind in of.get(gt.gapKind, ()):
            for text, start, end in map(_range, of.get(gt.evidence, ())):
                found[text].append((start, end))
    return {text: sorted(ranges) for text, ranges in found.items()}


def _meets(of: Mapping[str, list[str]], differing: Mapping[str, list[tuple[int, int]]]) -> bool:
    """Whether the evidence of a fact overlaps with a range; a task is not its whole text, but its title."""
    for text, start, end in map(_range, of.get(gt.evidence, ())):
        ranges = differing.get(text, [])
        before = ranges[: bisect_right(ranges, (end, -1))]
        if any(start < last for _, last in before):
            return True
    return False


def _range(evidence: str) -> tuple[str, int, int]:
    text, _, places = evidence.partition("#char=")
    start, _, end = places.partition(",")
    return (text, int(start), int(end)) if start.isdecimal() and end.isdecimal() else (text, 0, 0)


def _value(term: object) -> str:
    return getattr(term, "value", "")
