"""Conflicts of figures: pairs of different statements of one thing, place and year, with both quotes.

Statements that say the same stand once, by the first in the order of date; so a group of figures has as many rows as
pairs of different statements, however many documents repeat them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guitu.graph.ask.analyses.figures import Told, read
from guitu.graph.compare import agreement
from guitu.graph.compare.words import why
from guitu.graph.keep.store import Row


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per pair of statements that conflict, by indicator, year and place."""
    return tuple(_row(one, other, lang) for one, other in sorted(_pairs(rows), key=_order))


def conflicting(rows: Iterable[Row]) -> list[Row]:
    """The figures that conflict with others, each with its indicator: without the rest the answer is the same."""
    return sorted({(one.said.iri, one.said.node) for pair in _pairs(rows) for one in pair})


def _pairs(rows: Iterable[Row]) -> list[tuple[Told, Told]]:
    figures = {told.said.iri: told for told in read(rows)}
    pairs = agreement.conflicts(told.statement for told in figures.values())
    return [(figures[one.iri], figures[other.iri]) for one, other, _ in pairs]


def _order(pair: tuple[Told, Told]) -> tuple[str, ...]:
    one, other = pair
    said = one.said
    return said.name or "", said.year or "", said.scope_name or "", said.iri, other.said.iri


def _row(one: Told, other: Told, lang: str) -> Row:
    said, against = one.said, other.said
    return (
        said.name,
        said.year,
        said.scope_name or said.level_name,
        said.kind_name,
        said.period_name,
        said.title,
        said.source,
        one.told_as(),
        said.quote,
        against.title,
        against.source,
        other.told_as(),
        against.quote,
        why(one.statement, other.statement, lang),
    )
