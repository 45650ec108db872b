"""Conflicts of figures: pairs of different statements of one thing, place and year, with both quotes.

Statements that say the same stand once, by the first in the order of date; so a group of figures has as many rows as
pairs of different statements, however many documents repeat them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from guitu.graph.ask.analyses.figures import Told, agree, groups, read
from guitu.graph.ask.analyses.reasons import why
from guitu.graph.keep.store import Row


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per pair of statements that conflict, by indicator, year and place."""
    found = [
        (one, other)
        for group in groups(read(rows)).values()
        for one, other in combinations((position[0] for position in group.positions), 2)
        if not agree(one, other)
    ]
    return tuple(_row(one, other, lang) for one, other in sorted(found, key=_order))


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
        why(one, other, lang),
    )
