"""Tables of areas set with spaces: a head, perhaps with the units below it, and a row of amounts on each line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from guitu.extract.cleaning.tables import copied_spaces
from guitu.extract.cleaning.tables.area_rows import AREA, TOTAL
from guitu.extract.cleaning.tables.copied_spaces import SPACES
from guitu.extract.cleaning.tables.lost_rows import put_together
from guitu.extract.cleaning.tables.table_heads import LONGEST_HEAD, MOST_COLUMNS
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread, put_aside
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

AREAS = re.compile(
    r"(?:各|所属|责任)?(?:街镇|乡镇|镇街|镇乡|街道|镇[（(]街道[）)]|乡镇[（(]街道[）)]|镇[（(]街道、园区[）)]|县区|区县|县[（(]市、区[）)]|县市区|市县|市[（(]州[）)]|市州|地区|[地县区市州镇]别|区域|(?:产业|重点|工业)?园区(?:[（(]集聚区[）)])?|产业集聚区|行政区域?|行政区划|设区市|单位)(?:名称)?"
)
"""The head of a column of areas."""
_RULE = re.compile(r"[-—–=_─━]{6,}")
_AMOUNT = re.compile(r"\d[\d.,]*[%％]?|[-—–/]")
_UNIT = re.compile(r"[（(][^（）()]{1,10}[）)]")
# 1　　和 平 区　52　186.5　78　268.4: a name that has spaces itself, and amounts under heads that nobody can part
_LOST_ROW = re.compile(r"\s*(?:\d{1,3}[\s.、]+)?[一-鿿](?:\s{0,3}[一-鿿]){1,10}(?:\s+(?:\d[\d.,]*[%％]?|[-—–])){4,}\s*")
_LOST = "表的各行没有分开各栏，表里的数值没有读出"
_FEWEST_ROWS = 3
_MOST_LINES = 400


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of such lines.

    Guaranteed: words stay in order, the rule above the table aside; only lines behind one that is nothing but heads,
    the first one of areas; each row is the name of an area or 合计 and as many amounts as there are heads; three rows
    at least.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        table, end = _table(blocks, at)
        if table and found and isinstance(rule := found[-1], RawParagraph) and _is_rule(rule):
            found[-1] = replace(rule, aside=True)
        found.append(table or blocks[at])
        at = end if table else at + 1
    return tuple(found)


def told(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with rows of amounts that no step has read aside, and one gap behind them.

    Guaranteed: words stay in order; only three lines or more in a row, each a name and four amounts or more.
    """
    found: list[RawBlock] = []
    for lost, run in groupby(blocks, _is_lost):
        rows = list(run)
        found += [*put_aside(rows), RawUnread(_LOST)] if lost and len(rows) >= _FEWEST_ROWS else rows
    return tuple(found)


def _is_lost(block: RawBlock) -> bool:
    return isinstance(block, RawParagraph) and not block.aside and _LOST_ROW.fullmatch(block.text) is not None


def _cells(block: RawBlock) -> list[str]:
    if not isinstance(block, RawParagraph) or block.aside or block.level:
        return []
    words = block.text.strip()
    short = 0 < len(words) <= LONGEST_HEAD * MOST_COLUMNS
    return put_together(SPACES.split(copied_spaces.in_heads(words))) if short else []


def _table(blocks: Sequence[RawBlock], start: int) -> tuple[RawTable | None, int]:
    """The table whose heads stand at a line, and where it ends."""
    heads = _cells(blocks[start])
    if not 2 <= len(heads) <= MOST_COLUMNS or not AREAS.fullmatch(fold(without_spaces(heads[0]))):
        return None, start
    if any(map(_AMOUNT.fullmatch, heads)):
        return None, start
    rows: list[list[str]] = []
    end = start + 1
    for at in range(start + 1, min(len(blocks), start + _MOST_LINES)):
        cells = _cells(blocks[at])
        if not cells or _RULE.fullmatch("".join(cells)):
            if not isinstance(blocks[at], RawParagraph) or (cells == [] and _says(blocks[at])):
                break
            continue
        if not rows and len(cells) == len(heads) - 1 and all(map(_UNIT.fullmatch, cells)):
            heads = [heads[0], *(head + unit for head, unit in zip(heads[1:], cells, strict=True))]
            continue
        if not _is_row(cells, len(heads)):
            break
        rows.append(cells)
        end = at + 1
    if len(rows) < _FEWEST_ROWS:
        return None, start
    return RawTable(tuple(tuple(RawCell((cell,)) for cell in row) for row in (heads, *rows))), end


def _is_rule(block: RawParagraph) -> bool:
    return _RULE.fullmatch(without_spaces(block.text)) is not None


def _says(block: RawBlock) -> bool:
    return isinstance(block, RawParagraph) and bool(block.text.strip())


def _is_row(cells: Sequence[str], width: int) -> bool:
    name = without_spaces(cells[0])
    named = AREA.fullmatch(name) or TOTAL.fullmatch(name)
    return len(cells) == width and bool(named) and all(map(_AMOUNT.fullmatch, cells[1:]))
