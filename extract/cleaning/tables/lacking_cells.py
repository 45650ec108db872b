"""Division tables in bars whose merged cells a copy has left out: a row below a group stands too far to the left.

序号 | 任务 | 措施 | 时限 | 牵头 | 配合, then 3 | 治水 | 清淤 | 年底前 | 水务局 | 住建局, then 护岸 | 年底前 | 水务局:
the time says how many cells were merged with the row above. Where cells lack behind the time as well nobody says of
which column the agencies are: the task and its time are kept, the agencies told as not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.tables.lost_rows import OWNERS, TEXTS, column_kind
from guitu.extract.raw import RawBlock, RawCell, RawTable, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_NUMBER = re.compile(r"\d{1,3}")
_WHEN = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:\d{1,2}(?:[-—~至]\d{1,2})?月|[上下]半年|年|第?[一二三四1-4]季度)?(?:\d{1,2}日)?(?:[底末前初中旬内]|之前|以前)*|"
    r"(?:长期|持续|常态化?|全年|每月|每季度|按月|按季度?)(?:坚持|实施|推进|开展|进行)*"
)
_UNSETTLED = "分工表有合并的单元格丢失，有的行分不清单位属于哪一栏，这些单位没有读出"
_FEWEST = 3  # rows with the heads
_Row = tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """Where the first text and the time stand, and how many columns have a head."""

    text: int
    when: int
    width: int


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with the rows of such tables under their heads; a gap behind a table in which agencies fit no column.

    Guaranteed: only tables of numbered rows with a column of times, in which a row without a number has its time too
    far to the left; words stay in order.
    """
    found: list[RawBlock] = []
    for block in blocks:
        found += _told(block) if isinstance(block, RawTable) and len(block.rows) >= _FEWEST else [block]
    return tuple(found)


def _told(table: RawTable) -> list[RawBlock]:
    top = next((i for i, row in enumerate(table.rows[:2]) if _shown(row[0])), 0)
    heads = _heads(table.rows[top])
    below = table.rows[top + 1 :]
    if heads is None or not any(_shift(row, heads) for row in below):
        return [table]
    rows: list[_Row] = list(table.rows[: top + 1])
    above = rows[-1]
    lacking = False
    for row in below:
        shift = _shift(row, heads)
        if shift is None:
            rows.append(row)
            continue
        made = [*above[:shift], *_filled(row)]
        if len(made) < heads.width:
            lacking = lacking or len(made) > heads.when + 1
            made = made[: heads.when + 1]
        above = (*made, *(RawCell(()) for _ in range(len(row) - len(made))))[: len(row)]
        rows.append(above)
    return [RawTable(tuple(rows)), *([RawUnread(_UNSETTLED)] * lacking)]


def _heads(row: _Row) -> _Heads | None:
    kinds = [column_kind(_shown(cell)) for cell in row]
    while kinds and kinds[-1] is None and not _shown(row[len(kinds) - 1]):
        kinds.pop()
    text = next((i for i, kind in enumerate(kinds) if kind in TEXTS), 0)
    when = next((i for i, kind in enumerate(kinds) if kind == "deadline"), 0)
    behind = set(kinds[when + 1 :])
    divides = kinds[:1] == ["number"] and 0 < text < when and behind <= OWNERS | {None, "other"} and behind & OWNERS
    return _Heads(text, when, len(kinds)) if divides else None


def _shift(row: _Row, heads: _Heads) -> int | None:
    """How many cells lack at the left of a row; None where nothing says so."""
    if row[0] is row[-1]:
        return None
    shown = [_shown(cell) for cell in row[: heads.when + 1]]
    first = next((i for i, words in enumerate(shown) if words and _WHEN.fullmatch(words)), None)
    if first is None or (first < heads.when) is bool(_NUMBER.fullmatch(shown[0])):
        return None
    return heads.when - first


def _filled(row: _Row) -> list[RawCell]:
    """The cells of a row up to the last that is not empty."""
    cells = list(row)
    while cells and not _shown(cells[-1]):
        cells.pop()
    return cells


def _shown(cell: RawCell) -> str:
    return fold(without_spaces("".join(cell.paragraphs)))
