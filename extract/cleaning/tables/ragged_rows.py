"""Indicator tables in bars whose merged cells a copy has left out: a row below a group stands too far to the left.

类别 | 指标 | 2025年 | 2030年, then 供水 | 水厂 | 2 | 3, then 管网 | 70 | 90: the number of a row, or else its first
value, says how many cells were merged with the row above. One value under two columns is of the later where its name
says that something changes until then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.tables.indicator_cells import is_counted, is_group, is_named
from guitu.extract.raw import RawBlock, RawCell, RawTable, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_TIME = re.compile(r"(?:19|20)\d\d|目标|现状|基期|规划值|完成|指标值|“?十[一二三四五六七]五”?|年均|增速")
_VALUE = re.compile(r"[^一-鿿\d]{0,3}\d[\d.,]*%?(?:左右|以上|以下|以内)?|[-—–/]+|[〔\[【]\d[\d.]*[〕\]】]")
_NUMBER = re.compile(r"\d{1,3}")
_CHANGE = re.compile(r"新[增建改扩]|累计|年均|增长|增幅|增速|下降|降低|减少|压减|提高|提升|较20\d\d")
_UNSETTLED = "指标表有合并的单元格丢失，有的行分不清数值属于哪一栏，这些行没有读出"
_FEWEST = 4  # rows with the heads
_Row = tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where number, name and values stand, and the width; `at`: the row of the heads."""

    at: int
    number: int | None
    named: int
    values: tuple[int, ...]
    width: int


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with the rows of such tables under their heads; a gap behind a table where some fit no columns.

    Guaranteed: only tables in which a row lacks its last cells and shows that it stands too far to the left.
    """
    found: list[RawBlock] = []
    for block in blocks:
        found += _told(block) if isinstance(block, RawTable) and len(block.rows) >= _FEWEST else [block]
    return tuple(found)


def _told(table: RawTable) -> list[RawBlock]:
    heads = _heads(table)
    below = table.rows[heads.at + 1 :] if heads else ()
    if heads is None or not any(_shift(_cells(row), heads) for row in below):
        return [table]
    rows = list(table.rows[: heads.at + 1])
    lacking = False
    for row in below:
        made = row if row[0] is row[-1] else _row(_cells(row), heads, rows[-1])
        lacking = lacking or made is None
        rows.append(made or (RawCell(tuple(line for cell in _cells(row) for line in cell.paragraphs)),) * heads.width)
    return [RawTable(tuple(rows)), *([RawUnread(_UNSETTLED)] * lacking)]


def _heads(table: RawTable) -> _Heads | None:
    for at, row in enumerate(table.rows[:3]):
        shown = list(map(_shown, row))
        named = [i for i, words in enumerate(shown) if is_named(words) and not is_group(words)]
        values = tuple(i for i, words in enumerate(shown) if named and i > named[-1] and _TIME.search(words))
        if values and len(set(shown)) == len(shown):
            number = next((i for i, words in enumerate(shown[: named[-1]]) if is_counted(words)), None)
            return _Heads(at, number, named[-1], values, len(row))
    return None


def _shown(cell: RawCell) -> str:
    return fold(without_spaces("".join(cell.paragraphs)))


def _cells(row: _Row) -> list[RawCell]:
    """The cells of a row up to the last that is not empty, a merged one once."""
    cells = [cell for i, cell in enumerate(row) if not i or cell is not row[i - 1]]
    while cells and not _shown(cells[-1]):
        cells.pop()
    return cells


def _shift(cells: Sequence[RawCell], heads: _Heads) -> int | None:
    """How many cells lack at the left of a row; None where nothing says so."""
    if heads.number is not None:
        most, of, kind = heads.number, heads.number, _NUMBER
    else:
        most, of, kind = heads.named, heads.values[0], _VALUE
    first = next((i for i, cell in enumerate(cells[: of + 1]) if kind.fullmatch(_shown(cell))), None)
    return of - first if first is not None and of - first <= most else None


def _row(cells: Sequence[RawCell], heads: _Heads, above: _Row) -> _Row | None:
    """The cells of a row by column; None where they fit none."""
    shift = _shift(cells, heads)
    if shift is None:
        return (*cells,) if len(cells) == heads.width else None
    made = [*above[:shift], *cells]
    first, last = heads.values[0], heads.values[-1]
    alone = len(made) == first + 1 and len(heads.values) == 2 and last == heads.width - 1
    if alone and _CHANGE.search(_shown(made[heads.named])):
        made.insert(first, RawCell(()))
    return tuple(made) if len(made) == heads.width else None
