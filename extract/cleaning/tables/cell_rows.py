"""Rows of a table from its cells in the order of the text, as a copy leaves them that has lost the table.

The heads say what each column holds: a row is one only where the columns of values hold values and those of agencies
names, so that no cell is read in the column beside its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.cleaning.tables.agency_cells import Cell, cells, names
from guitu.extract.cleaning.tables.lost_rows import is_names
from guitu.extract.cleaning.tables.table_heads import Heads, heads
from guitu.extract.raw import RawCell, RawTable
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

VALUE = re.compile(
    r"[^一-鿿]{0,3}\d|[-—–/〔]|(?:[力争达到控制在不低高于超过约近累计共]{1,6})\d|(?:提高|降低|下降|增加|完成)"
)
_ATTRIBUTE = re.compile("(?:预期|约束|引导|指导|导向)性?")
NEXT_PART = re.compile(
    "附[件表录]\\d|第[一二三四五六七八九十]{1,3}[章节篇]|专栏|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|注[：\\d]|备注："
)
_NONE = re.compile(r"[-—–/无]*")
_ONLY_NUMBER = re.compile(r"[^一-鿿\d]{0,2}\d[\d.,]*%?")
_PARTS = 4  # lines over which the name of an indicator may stand, and one
_Row = tuple[RawCell, ...]


def table(lines: Sequence[str]) -> tuple[RawTable | None, int] | None:
    """The table at the start of some lines, each a cell or a part of one, and how many of them it takes.

    None where no table stands; no table but the number of its heads where its lines fit no columns.
    """
    of = heads([fold(without_spaces(line)) for line in lines])
    if of is None:
        return None
    found = cells(lines, of)
    rows: list[_Row] = [tuple(RawCell(cell.lines) for cell in found[: of.width])]
    left = RawCell(found[of.width].lines) if of.left and len(found) > of.width else None
    end = of.width
    for start, end in pairwise(_ends(found, of)):
        own = found[start:end]
        after = RawCell(beside[-1].lines) if of.left and (beside := _beside(own, of)) else left
        row = _row(own, of, rows, left)
        if row is None:
            return _unread(of)
        rows.append(row)
        left = after
    rest = found[end:]
    if len(rows) < 3 or (of.agencies and _goes_on(rest, of, len(rows))):  # two and the heads
        return _unread(of)
    return RawTable(tuple(rows)), rest[0].at if rest else len(lines)


def _beside(own: list[Cell], of: Heads) -> list[Cell]:
    """The cells behind a row that stand left of the next number, taken from its end: 二、修路工程, 县道, 4.

    A row without agencies, whose cell was merged with the one above, keeps its number and what it is about.
    """
    kept = next((i + 1 for i in range(len(own) - 1, -1, -1) if own[i].names), 0) or (2 if of.closed else len(own) - 1)
    beside, own[kept:] = own[kept:], []
    return beside


def _unread(of: Heads) -> tuple[None, int] | None:
    """Only a table that gives agencies beside values is told as unread."""
    return (None, of.width) if of.agencies and of.values else None


# ---- rows ----


def _row(own: Sequence[Cell], of: Heads, rows: Sequence[_Row], left: RawCell | None) -> _Row | None:
    """The cells of a row by column; None where they fit none. What it lacks was merged with the row above.

    `left`: the cell left of the number. A name of an indicator over several lines is put together.
    """
    made = [RawCell(cell.lines) for cell in own]
    if left is not None:
        made.insert(0, left)
    lacking = of.width - len(made)
    if of.left and of.closed and lacking == len(of.agencies) and not any(cell.names for cell in own):
        if _ONLY_NUMBER.fullmatch(own[-1].shown):
            return None
        made += [RawCell(())] * lacking  # merged with the row above or empty, which nothing tells apart
        lacking = 0
    first = 0 if of.number is None else of.number + 1  # the number is never merged; what follows it is, from the left
    if lacking < 0 and of.named is not None:
        lines = own[of.named - (left is not None) :][: 1 - lacking]
        if any(cell.names for cell in lines[1:]):
            return None
        made[of.named : of.named + len(lines)] = [RawCell(("".join(line for cell in lines for line in cell.lines),))]
    elif lacking < 0 or (lacking and len(rows) == 1):
        return None
    if of.agencies and of.about is not None and lacking > 0 and first + lacking > of.about:
        return None
    row = (*made[:first], *rows[-1][first : first + max(lacking, 0)], *made[first:])
    return row if _fits(row, of) else None


def _fits(row: _Row, of: Heads) -> bool:
    """Whether no cell shows that it stands beside its column: a number alone elsewhere, names among the values."""
    for i, cell in enumerate(row):
        words = fold(without_spaces("".join(cell.paragraphs)))
        if i in of.agencies:
            fits = bool(_NONE.fullmatch(words)) or all(is_names(fold(without_spaces(one))) for one in cell.paragraphs)
        elif i in of.values:
            fits = not (_ATTRIBUTE.fullmatch(words) or (of.agencies and is_names(words)))
        else:
            beside = bool(of.values and _ONLY_NUMBER.fullmatch(words)) or bool(of.agencies and _holds_names(cell))
            fits = i == of.number or not beside
        if not fits:
            return False
    return True


def _holds_names(cell: RawCell) -> bool:
    return any(map(names, cell.paragraphs))


def _goes_on(after: Sequence[Cell], of: Heads, number: int) -> bool:
    """Whether what stands behind the last row is of the table: its next number, names or a value alone."""
    near = [cell.shown for cell in after[: 2 * of.width]]
    if not near or after[0].names:
        return bool(near)
    if of.number is not None:
        return str(number) in near
    return any(map(_ONLY_NUMBER.fullmatch, near[: of.width]))


# ---- where rows begin ----


def _ends(found: Sequence[Cell], of: Heads) -> list[int]:
    """Where rows begin, and where the last one ends."""
    shown = [cell.shown for cell in found]
    if of.number is not None:
        starts = _counted(shown, of)
        return [*starts, _agencies_end(found, starts[-1], of) or _end(shown, starts, of)]
    return _regular(found, of) if of.closed else _closed(shown, of.width)


def _counted(shown: Sequence[str], of: Heads) -> list[int]:
    """Where rows begin that are numbered from 1.

    A value may be the number of the next row too: of the ways to the highest number that one holds which lacks the
    fewest cells. A row may have more cells than columns only where no other goes on.
    """
    begin = of.width + of.left
    ways: dict[int, tuple[int, tuple[int, ...]]] = {begin: (0, (begin,))}  # a place: cells lacking before it, rows
    number = 1
    while True:
        later = _later(shown, ways, str(number + 1), range(2, of.width + 1 + of.left), of.width)
        if not later and of.named is not None:
            later = _later(shown, ways, str(number + 1), range(of.width + 1, of.width + _PARTS), of.width)
        if not later:
            return list(min(ways.values())[1])
        ways, number = later, number + 1


def _later(
    shown: Sequence[str], ways: dict[int, tuple[int, tuple[int, ...]]], number: str, sizes: range, width: int
) -> dict[int, tuple[int, tuple[int, ...]]]:
    """The places of the next number behind rows of some sizes, each with the best way to it."""
    later: dict[int, tuple[int, tuple[int, ...]]] = {}
    for at, (lacking, rows) in ways.items():
        for after in range(at + sizes.start, min(at + sizes.stop, len(shown))):
            if shown[after] == number:
                way = lacking + abs(width - (after - at)), (*rows, after)
                later[after] = min(later.get(after, way), way)
    return later


def _end(shown: Sequence[str], starts: Sequence[int], of: Heads) -> int:
    """The end of the last row: before a heading, behind its attribute where that is last, or as long as the table is
    wide (or as the row before it, where the text goes on)."""
    start, width = starts[-1], of.width
    before = start - starts[-2] if len(starts) > 1 else width
    for at in range(start + 1, min(start + width, len(shown))):
        if NEXT_PART.match(shown[at]):
            return at
        if _ATTRIBUTE.fullmatch(shown[at]) and not of.agencies:
            return at + 1
    full = start + width
    return full if full == len(shown) or before >= width else min(start + before, len(shown))


def _agencies_end(found: Sequence[Cell], start: int, of: Heads) -> int:
    """The end of a last row that agencies close, behind the first of them; 0 where it does not end so."""
    if not of.values or not of.closed:
        return 0
    first = next((at for at in range(start + 2, len(found)) if found[at].names), 0)
    end = first + len(of.agencies)
    return end if first and end <= len(found) and end - start < of.width + _PARTS else 0


def _closed(shown: Sequence[str], width: int) -> list[int]:
    """Where rows begin that end with 约束性 or 预期性, and the end; empty where the last column holds none."""
    starts = [width]
    while True:
        here = starts[-1]
        row = shown[here : here + width]
        end = next((here + k + 1 for k, words in enumerate(row) if _ATTRIBUTE.fullmatch(words) and k), None)
        if end is None:
            return starts
        starts.append(end)


def _regular(found: Sequence[Cell], of: Heads) -> list[int]:
    """Where rows begin that have a cell for each column, values and names in theirs, and the end."""
    starts = [of.width]
    while True:
        here = starts[-1]
        sizes = range(of.width, of.width + (_PARTS if of.named is not None else 1))
        end = next((here + size for size in sizes if _is_regular(found[here : here + size], of, size)), None)
        if end is None:
            return starts
        starts.append(end)


def _is_regular(own: Sequence[Cell], of: Heads, size: int) -> bool:
    row = _row(own, of, ((), ()), None) if len(own) == size else None
    if row is None:
        return False
    shown = [fold(without_spaces("".join(cell.paragraphs))) for cell in row]
    return bool(of.values) and all(shown[i] for i in of.agencies) and all(VALUE.match(shown[i]) for i in of.values)
