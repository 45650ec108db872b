"""Tables and boxes that a text has drawn with the signs of frames: ┌─┬─┐, │…│…│, └─┴─┘."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.readers.grids import cell, grid, merged_down
from guitu.extract.text import fold
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.numbering import Rank, numbered

_OPENS = re.compile(r"\s*[┌┏╔╭╒╓][─━═┬┳╦╤╥┄┅ ]{2,}[┐┓╗╮╕╖]?\s*")
_CLOSES = re.compile(r"\s*[└┗╚╰╘╙][─━═┴┻╩╧╨┄┅ ]{2,}[┘┛╝╯╛╜]?\s*")
_RULE = re.compile(r"\s*[├┣╠╞╟][─━═┼╋╬╪╫┬┳┴┻┄┅ ]{2,}[┤┫╣╡╢]?\s*")
_ANY_RULE = re.compile("[\u2500\u2501\u2550├┣╠┤┫╣]")  # a rule below some columns only: merged heads
_SIDE = re.compile("[│┃║]")
_NUMBERS = ("序号", "编号", "序")
_NUMBER = re.compile(r"\d{1,3}")
_VALUE = re.compile(r"[^一-鿿\d]{0,3}\d[\d.,]*[^一-鿿]{0,3}(?:以[上下内])?|[-—–/]+")
_UNSETTLED = "画线的表格分不清各行各栏，表里的内容没有读出"
_MOST_LINES = 2000
_LONGEST_TITLE = 40
_Line = tuple[str, ...]


def blocks(lines: Sequence[str], start: int) -> tuple[list[RawBlock], int] | None:
    """The paragraphs or the table that a frame holds which opens at a line, and where it ends; None where none does.

    Guaranteed: words stay in order; a table only where every line has as many cells as the first, or one alone. One
    that is not read keeps its lines, behind a gap.
    """
    if not _OPENS.fullmatch(lines[start]):
        return None
    last = min(len(lines), start + _MOST_LINES)
    end = next((at for at in range(start + 1, last) if _CLOSES.fullmatch(lines[at])), 0)
    if not end:
        return None
    inside = lines[start + 1 : end]
    sides = [len(_SIDE.findall(line)) for line in inside if line.strip() and not _RULE.fullmatch(line)]
    if max(sides, default=0) <= 2:
        return _box(inside), end + 1
    table = _table(inside)
    return [table] if table else [RawUnread(_UNSETTLED), *map(RawParagraph, lines[start : end + 1])], end + 1


def _box(inside: Sequence[str]) -> list[RawBlock]:
    """The lines of a frame of one column; they are a box where the first is the title of one."""
    texts = [text for line in inside if not _RULE.fullmatch(line) and (text := _SIDE.sub(" ", line).strip())]
    title = numbered(fold(without_spaces(texts[0]))) if texts and len(texts[0]) <= _LONGEST_TITLE else None
    boxed = title is not None and title.rank is Rank.BOX
    return [RawParagraph(text, box=boxed) for text in texts]


def _table(inside: Sequence[str]) -> RawTable | None:
    """The table of the lines of a frame; None where they make none."""
    bands: list[list[_Line]] = [[]]
    for line in inside:
        if _RULE.fullmatch(line):
            bands.append([])
        elif line.strip():
            if _ANY_RULE.search(line):
                return None
            bands[-1].append(tuple(part.strip() for part in _SIDE.split(line.strip())[1:-1]))
    bands = [band for band in bands if band]
    width = len(bands[0][0])
    if width < 2 or any(len(line) not in (1, width) for band in bands for line in band):
        return None
    head = [tuple(zip(*bands[0], strict=True))] if len(bands) > 1 and len(bands[0][-1]) == width else []
    rows = list(head)
    for band in bands[len(head) :]:
        made = _rows(band, width, counted=bool(head) and _together(head[0][0]) in _NUMBERS, ruled=len(bands) > 2)
        if not made:
            return None
        rows += made
    cells = [[_cell(lines) for lines in row] for row in rows]
    return merged_down(grid(cells)) if len(rows) > 1 else None


def _rows(band: Sequence[_Line], width: int, *, counted: bool, ruled: bool) -> list[tuple[_Line, ...]]:
    """The rows that stand between two rules, each cell with its lines; nothing where they cannot be told apart.

    A row begins at its number or, without a column of numbers, where every column but the first is filled and one of
    them holds a value; `ruled`: rules stand between the rows, so that one without either is a row, too.
    """
    if len(band) == 1:
        return [tuple((part,) for part in band[0])]
    starts = [i for i, line in enumerate(band) if len(line) == 1 or _begins(line, counted=counted)]
    if len(starts) < 2 and (ruled or counted):
        return [tuple(zip(*band, strict=True))] if all(len(line) == width for line in band) else []
    if not starts or starts[0] != 0:
        return []
    return [tuple(zip(*band[a:b], strict=False)) for a, b in pairwise([*starts, len(band)])]


def _begins(line: _Line, *, counted: bool) -> bool:
    if counted:
        return bool(_NUMBER.fullmatch(line[0]))
    return all(line[1:]) and any(_VALUE.fullmatch(fold(part)) for part in line[1:])


def _cell(lines: _Line) -> RawCell:
    """A cell of its lines; only whole names of agencies below one another stand on lines of their own."""
    filled = [line for line in lines if line]
    names = len(filled) > 1 and all(is_agency_like(without_spaces(fold(line))) for line in filled)
    return cell(*filled) if names else cell(_together(filled))


def _together(lines: Sequence[str]) -> str:
    return without_spaces("".join(lines))
