"""Tables of areas set with spaces: a head, perhaps with the units below it, and a row of amounts on each line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guitu.extract.cleaning.tables import area_heads
from guitu.extract.cleaning.tables.area_heads import AMOUNT, Heads
from guitu.extract.cleaning.tables.area_rows import AREA, TOTAL
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread, put_aside
from guitu.extract.words.characters import without_spaces

_RULE = re.compile(r"[-—–=_─━]{6,}")
# 1　　和 平 区　52　186.5　78　268.4: a name that has spaces itself, and amounts under heads that nobody can part
_NUMBER = r"\s+(?:\d[\d.,]*[%％]?|[-—–])"
_LOST_ROW = re.compile(
    rf"\s*(?:\d{{1,3}}[\s.、]+)?[一-鿿](?:\s{{0,3}}[一-鿿]){{1,10}}(?:{_NUMBER}){{1,3}}(?P<more>(?:{_NUMBER})+)?\s*"
)
_LOST = "表的各行没有分开各栏，表里的数值没有读出"
_FEWEST_ROWS = 3
_MOST_LINES = 400
_LONGEST = 160  # characters of a line


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of such lines.

    Guaranteed: words stay in order, those of the heads and the rule above the table aside; only lines behind one that
    is nothing but heads, the first one of areas; each row is the name of an area or 合计 and as many amounts as there
    are columns; three rows at least.
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

    Guaranteed: words stay in order; only three lines or more in a row, each a name and four amounts or more, or under
    a head of areas one or more.
    """
    found: list[RawBlock] = []
    run: list[RawParagraph] = []
    for block in (*blocks, None):
        opened = bool(run) or (bool(found) and _heads_areas(found[-1]))
        if isinstance(block, RawParagraph) and _is_lost(block, opened):
            run.append(block)
            continue
        found += [*put_aside(run), RawUnread(_LOST)] if len(run) >= _FEWEST_ROWS else run
        run = []
        found += [block] if block is not None else []
    return tuple(found)


def _is_lost(block: RawParagraph, opened: bool) -> bool:
    """Whether it is a row whose amounts nobody can part; a short one only where rows or their head stand before it."""
    row = None if block.aside else _LOST_ROW.fullmatch(block.text)
    return row is not None and (opened or row["more"] is not None)


def _cells(block: RawBlock) -> list[str]:
    if not isinstance(block, RawParagraph) or block.aside or block.level:
        return []
    words = block.text.strip()
    return area_heads.cells(words) if 0 < len(words) <= _LONGEST else []


def _table(blocks: Sequence[RawBlock], start: int) -> tuple[RawTable | None, int]:
    """The table whose heads stand at a line, and where it ends."""
    opening = _cells(blocks[start])
    heads = area_heads.opening(opening) if len(opening) > 1 else None
    if heads is None:
        return None, start
    rows: list[list[str]] = []
    end = start + 1
    for at in range(start + 1, min(len(blocks), start + _MOST_LINES)):
        cells = _cells(blocks[at])
        if not cells or _RULE.fullmatch("".join(cells)):
            if not isinstance(blocks[at], RawParagraph) or (cells == [] and _says(blocks[at])):
                break
            continue
        if not rows and (more := heads.below(cells)):
            heads = more
            continue
        if not (row := _row(cells, heads)):
            break
        rows.append(row)
        end = at + 1
    if len(rows) < _FEWEST_ROWS:
        return None, start
    return RawTable((*heads.rows(), *(tuple(RawCell((cell,)) for cell in row) for row in rows))), end


def _heads_areas(block: RawBlock) -> bool:
    line = _cells(block)
    return len(line) > 1 and area_heads.opening(line) is not None


def _is_rule(block: RawParagraph) -> bool:
    return _RULE.fullmatch(without_spaces(block.text)) is not None


def _says(block: RawBlock) -> bool:
    return isinstance(block, RawParagraph) and bool(block.text.strip())


def _row(cells: Sequence[str], heads: Heads) -> list[str]:
    """The cells of a row, empty ones for the number of a sum and the remark that it lacks; none for another line."""
    counted = len(heads.names) > 1
    if counted and not cells[0].isdigit():
        cells = ["", *cells]
    cells, remarks = cells[: heads.width], cells[heads.width :]
    if len(cells) < heads.width or len(remarks) > len(heads.remarks):
        return []
    name = without_spaces(cells[counted])
    named = AREA.fullmatch(name) or TOTAL.fullmatch(name)
    whole = named and all(map(AMOUNT.fullmatch, cells[counted + 1 :]))
    return [*cells, *(remarks or [""] * len(heads.remarks))] if whole else []
