"""Tables that lay out places, a row each: 园区 | 所在地 | 主导产业."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from guitu.extract.places.focus.place_focus import industries
from guitu.extract.places.mentions import Mention
from guitu.extract.places.names.place_names import PlaceName, names
from guitu.extract.places.words.place_words import last_of, type_of
from guitu.extract.places.words.regions import at_head
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.structure.tables.table_columns import without_remarks
from guitu.extract.text import Cell, Span
from guitu.ontology.knowledge import layout_columns


class _Columns(NamedTuple):
    """Where the names stand, and where the seats and industries, if anywhere."""

    name: int
    seat: int | None
    focus: int | None


def laid_out_in_tables(draft: Draft) -> Iterator[Mention]:
    """The places of tables whose heads say that a row tells of each where it lies or what it is for."""
    for placed in draft.tables:
        columns = None if placed.division else _columns(draft, placed)
        for row in placed.table.rows[1:] if columns else ():
            if columns and (made := _place(draft, row, columns)):
                yield made


def _columns(draft: Draft, placed: PlacedTable) -> _Columns | None:
    heads = [layout_columns().get(without_remarks(_words(draft, cell.span))) for cell in placed.table.rows[0]]
    name, seat, focus = ((heads.index(kind) if kind in heads else None) for kind in ("name", "seat", "focus"))
    if name is None or heads.count("name") > 1 or (seat is None and focus is None):
        return None
    return _Columns(name, seat, focus)


def _place(draft: Draft, row: Sequence[Cell], columns: _Columns) -> Mention | None:
    cell, home = row[columns.name], draft.document.jurisdiction
    named = _named(draft.text.read(cell.span), home)
    if named is None:
        return None
    focus = () if columns.focus is None else industries(_words(draft, row[columns.focus].span))
    seat = None if columns.seat is None else _seat(_words(draft, row[columns.seat].span), home)
    district = named.district or (seat if named.type != "district" else None)
    return Mention(
        replace(named, district=district, focus=focus), focus, Span(named.start, named.end).shift(cell.span.start)
    )


def _named(words: str, home: str | None) -> PlaceName | None:
    """The place that a cell names and no more, but for what stands in brackets behind it."""
    name = words.split("（", 1)[0].strip()
    start = words.find(name)
    region = at_head(name, home)
    if region is not None and region.length == len(name):
        return None if region.wide else PlaceName(region.name, "district", start, start + len(name))
    last = last_of(name)
    if last is None or len(name) > _LONGEST:
        return None
    found = next((p for p in names(name, home, [last.start()]) if p.end == len(name)), None)
    read = found if found and found.start == 0 else PlaceName(name, type_of(last["last"]), 0, len(name))
    return replace(read, start=start + read.start, end=start + read.end)


_LONGEST = 24


def _seat(words: str, home: str | None) -> str | None:
    """The district that a cell names and no more."""
    region = at_head(words, home, unlisted=False)
    whole = region is not None and region.length == len(words) and not region.wide
    return region.name if region and whole else None


def _words(draft: Draft, span: Span) -> str:
    return "".join(draft.text.read(span).split())
