"""Division tables of which a copy has left the cells with a bar behind each, on lines of their own or in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.cleaning.tables.lost_rows import OWNERS, TEXTS, column_kind, is_names
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_REASON = "分工表的各栏没有对上，任务与单位没有读出"
_ENDS = re.compile(r"[|｜]\s*$")
_BAR = re.compile(r"\s*[|｜]\s*")
_ONLY_BARS = re.compile(r"[|｜\s]+")
_NUMBER = re.compile(r"\d{1,3}")
_COUNTED = ("序号", "编号", "序號", "編號")
_MOST_COLUMNS = 12
_FEWEST = 6  # cells
_MOST_LINES = 4000


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of such cells; where they fit no columns, a gap before them.

    Guaranteed: words stay in order; only lines that end in a bar, from 序号 on, with a column of owners and one of
    tasks. Empty cells may be lost: a row is one only where a cell of names stands for each column of owners.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        cells = [cell for block in blocks[at:end] for cell in _cells(block)]
        heads = _heads(cells) if len(cells) >= _FEWEST else []
        if heads:
            table = _table(cells, heads)
            found += [table] if table else [RawUnread(_REASON), *blocks[at:end]]
            at = end
        else:
            found.append(blocks[at])
            at += 1
    return tuple(found)


def _end(blocks: Sequence[RawBlock], start: int) -> int:
    """The end of the lines with a bar behind their last word that begin at 序号; `start` where there are none."""
    first = blocks[start]
    if not isinstance(first, RawParagraph) or not first.text.strip().startswith(_COUNTED):
        return start
    end = start
    while end < min(len(blocks), start + _MOST_LINES):
        block = blocks[end]
        if not isinstance(block, RawParagraph) or (block.text.strip() and not _ENDS.search(block.text)):
            break
        end += 1
    return end


def _cells(block: RawBlock) -> list[str]:
    words = block.text.strip() if isinstance(block, RawParagraph) else ""
    words = "" if _ONLY_BARS.fullmatch(words) else words  # between the rows
    return [cell.strip() for cell in _BAR.split(_ENDS.sub("", words))] if words else []


def _heads(cells: Sequence[str]) -> list[str]:
    """What the columns hold whose heads stand before the first number; empty where they divide nothing."""
    end = next((i for i, cell in enumerate(cells[: _MOST_COLUMNS + 1]) if _NUMBER.fullmatch(cell)), 0)
    kinds = [column_kind(fold(without_spaces(cell))) or "other" for cell in cells[:end]]
    divides = kinds[:1] == ["number"] and OWNERS & set(kinds) and TEXTS & set(kinds)
    return kinds if divides else []


def _table(cells: Sequence[str], kinds: Sequence[str]) -> RawTable | None:
    width = len(kinds)
    starts = [width]
    for i in range(width + 2, len(cells)):
        if cells[i] == str(int(cells[width]) + len(starts)):
            starts.append(i)
    rows = [tuple(RawCell((cell,)) for cell in cells[:width])]
    for start, end in pairwise([*starts, len(cells)]):
        row = _row(cells[start:end], kinds)
        if row is None:
            return None
        rows.append(tuple(RawCell(_lines(cell, kind)) for cell, kind in zip(row, kinds, strict=True)))
    return RawTable(tuple(rows))


def _lines(cell: str, kind: str) -> tuple[str, ...]:
    """The paragraphs of a cell: names that only spaces divide stand on lines of their own."""
    return tuple(cell.split() if kind in OWNERS else [cell] if cell else [])


def _row(cells: Sequence[str], kinds: Sequence[str]) -> list[str] | None:
    """The cells of a row by column; None where a column of owners or of tasks has none, or cells are left over."""
    if len(cells) == len(kinds):
        fits = all(is_names(fold(cell)) for cell, kind in zip(cells, kinds, strict=True) if cell and kind in OWNERS)
        return list(cells) if fits else None
    found = [cells[0]]
    at = 1
    for column, kind in enumerate(kinds[1:], 1):
        needed = sum(one in OWNERS | TEXTS for one in kinds[column + 1 :])
        here = cells[at] if at < len(cells) else ""
        names = bool(here) and is_names(fold(here))
        if kind in OWNERS and not names:
            return None
        taken = names == (kind in OWNERS) if kind in OWNERS | TEXTS else len(cells) - at > needed
        if kind in TEXTS and not (taken and here):
            return None
        found.append(here if taken else "")
        at += taken
    return found if at >= len(cells) else None
