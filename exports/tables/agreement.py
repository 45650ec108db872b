"""The figures of a view as comparison wants them, and what each is to the others in words: for pages and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from guitu.exports.tables.view import View
from guitu.graph.compare.agreement import agreements
from guitu.graph.compare.statement import NATIONAL, Statement
from guitu.graph.compare.verdict import Outcome
from guitu.graph.compare.words import said


@dataclass(frozen=True, slots=True)
class Said:
    """`outcome`: agree, conflict, apart; `manner`: of those that agree, in what; why, in two languages."""

    outcome: Outcome
    manner: str
    zh: str
    en: str


def compared(view: View, node: Mapping[str, str]) -> dict[str, Said]:
    """By the IRI of a figure, what it is to the others; `node`: what stands for an entity, where something does."""
    figures = {one.iri: one for one in _statements(view, node)}
    return {
        iri: Said(found.outcome, found.manner, *(mark.join(said(figures[iri], found, lang)) for lang, mark in _MARKS))
        for iri, found in agreements(figures.values()).items()
    }


_MARKS = (("zh", "；"), ("en", "; "))


def _statements(view: View, node: Mapping[str, str]) -> Iterator[Statement]:
    for is_target, kind in ((True, "gt:Target"), (False, "gt:Observation")):
        for iri in view.members.get(kind, ()):
            indicator, value = view.one(iri, "gt:indicator"), _number(view.one(iri, "gt:value"))
            if indicator and value is not None:
                yield _statement(view, iri, node.get(indicator, indicator), value, node, is_target=is_target)


def _statement(  # noqa: PLR0913 - one figure of a view
    view: View, iri: str, indicator: str, value: Decimal, node: Mapping[str, str], *, is_target: bool
) -> Statement:
    document = view.document.get(iri, "")
    level = view.notation(view.one(document, "gt:level")) or None
    place = view.one(document, "gt:jurisdiction")
    year = view.one(iri, "gt:year")
    return Statement(
        iri=iri,
        indicator=indicator,
        name=view.one(iri, "gt:indicatorText") or view.label(indicator),
        is_target=is_target,
        value=value,
        unit=view.one(iri, "gt:unitText"),
        comparator=view.notation(view.one(iri, "gt:comparator")) or "=",
        maximum=_number(view.one(iri, "gt:maxValue")),
        normal=_number(view.one(iri, "qudt:numericValue")),
        measure=view.one(iri, "qudt:hasUnit") or None,
        year=int(year) if year.isdigit() else None,
        periodicity=view.notation(view.one(iri, "gt:periodicity")) or None,
        place=NATIONAL if level == NATIONAL else node.get(place, place) or document,
        level=level,
        place_name=view.label(place) or None,
        document=document,
        title=view.one(document, "dcterms:title"),
        issued=view.one(document, "eli:date_document") or view.one(document, "eli:first_date_entry_in_force") or None,
        source=view.notation(view.one(iri, "gt:source")) or None,
        task=view.one(view.one(iri, "gt:ofTask"), "dcterms:title") or None,
        quote=view.proof(iri).quote or None,
    )


def _number(words: str) -> Decimal | None:
    try:
        return Decimal(words)
    except InvalidOperation:
        return None
