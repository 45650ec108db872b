"""Full grids from rows of cells: rows made equally long, merged cells found again."""

from __future__ import annotations

from collections.abc import Sequence

from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable

Row = Sequence[RawCell]


def cell(*paragraphs: str) -> RawCell:
    """A cell of its paragraphs, blank ones left out."""
    return RawCell(tuple(text for text in paragraphs if text.strip()))


def grid(rows: Sequence[Row]) -> RawTable:
    """Rows filled up with empty cells to the length of the longest; a cell alone in its row covers the whole row."""
    width = max((len(row) for row in rows), default=0)
    return RawTable(tuple(_filled(row, width) for row in rows))


def merged_down(table: RawTable) -> RawTable:
    """Blank cells at the start of a row, below a filled one, become the cell above them.

    Only where something follows in the row, and never from the head row: there a blank is a blank.
    """
    rows: list[tuple[RawCell, ...]] = []
    for i, row in enumerate(table.rows):
        blank = next((k for k, one in enumerate(row) if one.paragraphs), 0)
        fill = blank if i > 1 and rows[-1][0] is not rows[-1][-1] else 0
        rows.append((*rows[-1][:fill], *row[fill:]) if fill else row)
    return RawTable(tuple(rows))


def frame(table: RawTable) -> tuple[RawBlock, ...] | None:
    """The paragraphs of a table of one column (a frame around text), or None for a real table."""
    if any(one is not row[0] for row in table.rows for one in row):
        return None
    seen: dict[int, RawCell] = {id(row[0]): row[0] for row in table.rows if row}
    return tuple(RawParagraph(text, box=True) for one in seen.values() for text in one.paragraphs)


def _filled(row: Row, width: int) -> tuple[RawCell, ...]:
    if len(row) == 1 and row[0].paragraphs:
        return tuple(row) * width
    return (*row, *(RawCell(()) for _ in range(width - len(row))))
