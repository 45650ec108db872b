"""The cells of tables as passages, for names that stand in them; of tables of indicators only what is in 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.structure.draft import Draft, Passage, PlacedTable
from guitu.extract.text import Cell

_OF_INDICATORS = re.compile("指标|目标值|预期值|基期|单位$|属性$")


def in_order(draft: Draft, *, titles: bool = False) -> list[Passage]:
    """The passages and the cells of a draft in the order of the text.

    `titles`: for titles in 《》, which tables of indicators name too: 落实《云州市节水条例》情况.
    """
    inside = {(p.span.start, p.span.end) for p in draft.passages}
    added = [cell for cell in cells(draft, titles=titles) if (cell.span.start, cell.span.end) not in inside]
    return sorted([*draft.passages, *added], key=lambda passage: passage.span) if added else list(draft.passages)


def cells(draft: Draft, *, titles: bool = False) -> Iterator[Passage]:
    """Each cell once, in order, but the heads of columns; a merged cell is one."""
    for placed in draft.tables:
        measured = _has_indicators(draft, placed)
        if measured and not titles:
            continue
        read: set[Cell] = set()
        for row in placed.table.rows[1:]:
            for cell in row:
                if cell not in read and len(cell.span) and not (measured and "《" not in draft.text.read(cell.span)):
                    read.add(cell)
                    yield Passage(cell.span, placed.chapter, placed.section, placed.task)


def _has_indicators(draft: Draft, placed: PlacedTable) -> bool:
    head = placed.table.rows[:1]
    return any(_OF_INDICATORS.search(draft.text.read(cell.span).strip()) for row in head for cell in row)
