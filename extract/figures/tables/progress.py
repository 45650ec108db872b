"""How far work has come, by the column of a division table that says so: 当前进度 | 80%, 最新进展 | 新增床位60张."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures.clauses import statements
from guitu.extract.figures.numbers.compact import compact
from guitu.extract.figures.numbers.quantities import quantities
from guitu.extract.figures.numbers.stated import MAY_COUNT, Unread
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.text import Cell

_PROGRESS = re.compile("(?:进度|进展|(?:完成|落实|推进|实施)情况)$")
_NO_PROGRESS = re.compile("序时|要求|安排|计划|目标|节点|时限|预计")
_REMARK = re.compile(r"（[^（）]*）|\s")


def columns(placed: PlacedTable) -> dict[int, str]:
    """The columns of a division table that say how far its tasks have come, each with its heading."""
    if placed.division is None:
        return {}
    layout = placed.division.layout
    bare = {i: _REMARK.sub("", heading) for i, heading in enumerate(layout.headings)}
    return {
        i: heading
        for i, heading in bare.items()
        if layout.columns[i] in (None, "other") and _PROGRESS.search(heading) and not _NO_PROGRESS.search(heading)
    }


def cells(placed: PlacedTable) -> dict[Cell, str]:
    """The cells of those columns, each with the heading above it; one cell of a table that counts all its rows once."""
    found: dict[Cell, str] = {}
    first = placed.division.layout.last + 1 if placed.division else 0
    for i, heading in columns(placed).items():
        for row in placed.table.rows[first:]:
            found.setdefault(row[i], heading)
    return found


def find(placed: PlacedTable, draft: Draft, year: int | None) -> Iterator[Figure | Gap]:
    """What the cells of progress report; `year`: the one in which the document says 今年."""
    for cell, heading in cells(placed).items():
        text = draft.text.read(cell.span)
        if not MAY_COUNT.search(text):
            continue
        words = compact(text, cell.span.start)
        share = next(quantities(words.text), None)
        if share and share.kind == "ratio" and share.lead == 0:
            yield Figure(
                "observation", heading, share.value, share.unit, share.comparator, share.maximum, year,
                source="text", span=words.span(share.lead, share.trail),
            )  # fmt: skip
            continue
        for item in statements.read(words.text, ""):
            if isinstance(item, Unread):
                yield Gap("unread-number", item.reason, words.span(item.start, item.end))
                continue
            q = item.quantity
            yield Figure(
                "observation", item.indicator, q.value, q.unit, q.comparator, q.maximum, year,
                source="text", span=words.span(item.start, item.end),
            )  # fmt: skip
