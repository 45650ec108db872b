"""Tables of a DOCX: full grids from rows whose cells are merged, shifted, deleted or empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.readers.docx.styles import VAL, W, value, whole
from guitu.extract.readers.grids import cell, grid

ROW, CELL = f"{W}tr", f"{W}tc"
WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_WIDEST_SPAN = 100  # columns; Word makes 63 at most
_WIDEST = 200  # columns of a grid
_MOST_PLACES = 4_000_000  # of a grid


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in its row. `hangs`: it is merged with the one below or above; `goes_on`: it is covered from above."""

    cell: RawCell
    span: int
    hangs: bool
    goes_on: bool


@dataclass
class Rows:
    """A table that grows row by row, so that its XML need not be kept. `read`: the blocks of one cell."""

    read: Callable[[Element], Sequence[RawBlock]]
    _rows: list[list[_Place]] = field(default_factory=list)
    _unread: list[RawUnread] = field(default_factory=list)
    _alone: list[RawBlock] | None = field(default_factory=list)  # all blocks, while no row has two cells with text

    def add(self, row: Element) -> None:
        """Read a row, unless it was deleted."""
        properties = row.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            return
        places = [_empty(_skipped(properties, "gridBefore"))] if _skipped(properties, "gridBefore") else []
        filled: list[Sequence[RawBlock]] = []
        for one in _within(row, CELL):
            told = one.find(f"{W}tcPr")
            if told is not None and told.find(f"{W}cellDel") is not None:
                continue
            span = whole(value(told, "gridSpan"), 1, _WIDEST_SPAN, 1)
            if places and value(told, "hMerge") == "continue":
                last = places[-1]
                places[-1] = _Place(last.cell, last.span + span, last.hangs, last.goes_on)
                continue
            merge = told.find(f"{W}vMerge") if told is not None else None
            goes_on = merge is not None and merge.get(VAL, "continue") != "restart"
            blocks = self.read(one)
            if any(not isinstance(block, RawUnread) for block in blocks) and not goes_on:
                filled.append(blocks)
            self._unread += (block for block in blocks if isinstance(block, RawUnread))
            places.append(_Place(cell(*texts(blocks)), span, merge is not None, goes_on))
        if after := _skipped(properties, "gridAfter"):
            places.append(_empty(after))
        self._rows.append(_narrow(places))
        if self._alone is not None and len(filled) > 1:
            self._alone = None
        elif self._alone is not None:
            self._alone += (block for blocks in filled for block in blocks)

    def blocks(self) -> tuple[list[RawBlock], bool]:
        """The table, or the blocks of a table of one column; and whether it is such a frame."""
        if not self._rows:
            return [], False
        width = max(sum(place.span for place in row) for row in self._rows)
        if width * len(self._rows) > _MOST_PLACES:
            lines = ("\t".join("".join(place.cell.paragraphs) for place in row) for row in self._rows)
            told = RawUnread(f"表格过大（{len(self._rows)}行），逐行读作文字")
            return [told, *(RawParagraph(line) for line in lines if line.strip())], False
        found = _tidy(self._grid())
        if not found.rows:
            return [*dict.fromkeys(self._unread)], False
        if self._alone is not None and len(found.rows[0]) == 1:
            return self._alone, True
        return [found, *dict.fromkeys(self._unread)], False

    def _grid(self) -> RawTable:
        """Every cell in its columns. Rows of equally many cells stand in columns, however their lines are shifted."""
        ordered = len({len(row) for row in self._rows if len(row) > 1}) <= 1
        above: dict[int, RawCell] = {}
        rows: list[list[RawCell]] = []
        for places in self._rows:
            row: list[RawCell] = []
            here: dict[int, RawCell] = {}
            for place in places:
                at = len(row)
                one = above.get(at, place.cell) if place.goes_on else place.cell
                if place.hangs:
                    here[at] = one
                row += [one] * (1 if ordered else place.span)
            above = here
            rows.append(row)
        return grid(rows)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls and marked as inserted too."""
    return _within(table, ROW)


def texts(blocks: Sequence[RawBlock]) -> Iterator[str]:
    """The paragraphs of a cell; of a table inside it those of its cells, each once."""
    for block in blocks:
        if isinstance(block, RawTable):
            seen = {id(one): one for row in block.rows for one in row}
            for one in seen.values():
                yield from one.paragraphs
        elif isinstance(block, RawParagraph):
            yield block.text


def _within(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _within(child, tag)


def _skipped(properties: Element | None, name: str) -> int:
    """Columns that a row leaves free before or after its cells."""
    return whole(value(properties, name), 0, _WIDEST_SPAN, 0)


def _empty(span: int) -> _Place:
    return _Place(RawCell(()), span, False, False)


def _narrow(places: list[_Place]) -> list[_Place]:
    """A row within the widest grid; what stands beyond it joins the last cell."""
    if sum(place.span for place in places) <= _WIDEST:
        return places
    kept: list[_Place] = []
    rest: list[str] = []
    width = 0
    for place in places:
        if width + place.span < _WIDEST:
            kept.append(place)
            width += place.span
        else:
            rest += place.cell.paragraphs
    return [*kept, _Place(cell(*rest), 1, False, False)]


def _tidy(table: RawTable) -> RawTable:
    """The grid without rows and columns in which nothing is written, and without columns that only repeat the last."""
    rows = [row for row in table.rows if any(one.paragraphs for one in row)]
    width = len(rows[0]) if rows else 0
    kept = [
        k
        for k in range(width)
        if any(row[k].paragraphs for row in rows) and not (k and all(row[k] is row[k - 1] for row in rows))
    ]
    return RawTable(tuple(tuple(row[k] for k in kept) for row in rows))
