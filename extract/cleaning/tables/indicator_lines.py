"""Tables of indicators set with spaces: a row on each line, a name that is too long for its column on two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guitu.extract.cleaning.tables import copied_spaces
from guitu.extract.cleaning.tables.cell_rows import NEXT_PART, VALUE
from guitu.extract.cleaning.tables.copied_spaces import SPACES
from guitu.extract.cleaning.tables.indicator_cells import is_counted, is_group, is_named
from guitu.extract.cleaning.tables.lost_rows import put_together
from guitu.extract.cleaning.tables.table_heads import LONGEST_HEAD, MOST_COLUMNS, YEAR
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread, put_aside
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.numbering import numbered

_UNIT_HEAD = re.compile("(?:计量|指标)?单位")
_ATTRIBUTE_HEAD = re.compile("(?:指标)?(?:类型|属性|性质)")
_ATTRIBUTE = re.compile("(?:预期|约束|引导|指导|导向|监测)性?")
_GROWTH_HEAD = re.compile("年均|增速|增长|增幅")
_NUMBER = re.compile(r"\d[\d.,]*%?")
_TITLE = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]\s*[\u4e00-\u9fff]{2,12}")
_PART_OF = re.compile("#|其中[:：]")
_NO_UNIT = re.compile("[-—–/]+")
_MEASURE = re.compile(
    "(?:率|[数用产总]量|额|值|数|收入|面积|里程|比重|占比|比例|能力|规模|水平|强度)(?:（[^（）]*）)?$"
)
_SENTENCE = re.compile("[。；：]")
_UNSETTLED = "指标表有的行没有分开各栏，这些行没有读出"
_LOST = "指标表的各行没有分开各栏，表里的指标没有读出"
_LONGEST_VALUE, _LONGEST_NAME = 14, 40  # characters
_MOST_LINES = 2000
_MOST_HEAD_LINES = 3
_FEWEST_ROWS = 2
_Row = tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """The heads; `number`: that of the numbers of rows, `named`: that of the names, `behind`: what is behind them."""

    words: tuple[str, ...]
    number: int | None
    named: int
    behind: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: the groups `before` its number, the name with the groups before it, and the cells behind it.

    `number`: its number, empty for what is a part of the row above: 其中：研究生.
    """

    before: tuple[str, ...]
    name: tuple[str, ...]
    tail: tuple[str, ...]
    number: str = ""


class _Group(str):
    """The title of the rows below it: 一、普及水平."""


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of such lines; a gap behind it for rows that fit no columns.

    Guaranteed: words stay in order; only lines behind one that is nothing but heads, with one of names and one of a
    time; a row is read only where each column behind the name has what it must hold: a value, a known unit, 约束性.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        heads, size = _heads_at(blocks, at)
        made = _table(blocks, at + size, heads) if heads else None
        if made:
            found += made[0]
            at = made[1]
        else:
            found.append(blocks[at])
            at += 1
    return tuple(found)


def told(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with the lines of a table that no step has read aside, and one gap for them all.

    Guaranteed: words stay in order; only lines behind heads with one of 约束性, up to the last that ends as a row.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        heads, size = _heads_at(blocks, at)
        lost = _lost(blocks, at, at + size) if heads and "attribute" in heads.behind else None
        found += lost[0] if lost else [blocks[at]]
        at = lost[1] if lost else at + 1
    return tuple(found)


def _shown(block: RawBlock) -> str:
    plain = isinstance(block, RawParagraph) and not block.aside and not block.level
    return block.text.strip() if plain and isinstance(block, RawParagraph) else ""


def _plain(words: str) -> str:
    return fold(without_spaces(words))


def _heads_at(blocks: Sequence[RawBlock], at: int) -> tuple[_Heads | None, int]:
    """The heads that begin at a line and over how many lines they stand: years may have gone to the next one."""
    if not 0 < len(_shown(blocks[at])) <= LONGEST_HEAD * MOST_COLUMNS:
        return None, 1
    lines = [_shown(block) for block in blocks[at : at + _MOST_HEAD_LINES]]
    for size in range(len(lines) if "指" in "".join(lines) else 0, 0, -1):
        if all(lines[:size]) and (heads := _heads(" ".join(lines[:size]))):
            return heads, size
    return None, 1


def _heads(words: str) -> _Heads | None:
    if not 0 < len(words) <= LONGEST_HEAD * MOST_COLUMNS or "指" not in words:
        return None
    heads = put_together(SPACES.split(copied_spaces.in_heads(words)))
    shown = list(map(_plain, heads))
    named = [i for i, head in enumerate(shown) if is_named(head) and not is_group(head)]
    if not 3 <= len(heads) <= MOST_COLUMNS or len(named) != 1:
        return None
    left, right = shown[: named[0]], shown[named[0] + 1 :]
    counted = [i for i, head in enumerate(left) if is_counted(head)]
    kinds = tuple(map(_kind, right))
    fits = len(counted) <= 1 and all(is_counted(head) or is_group(head) for head in left)
    if not fits or not all(kinds) or not any(kind == "value" for kind in kinds):
        return None
    return _Heads(tuple(heads), counted[0] if counted else None, named[0], kinds)


def _kind(head: str) -> str:
    """What a column behind the names holds; empty where its head does not say."""
    if _UNIT_HEAD.fullmatch(head):
        return "unit"
    if _ATTRIBUTE_HEAD.fullmatch(head):
        return "attribute"
    return "value" if len(head) <= LONGEST_HEAD and (YEAR.search(head) or _GROWTH_HEAD.search(head)) else ""


def _table(blocks: Sequence[RawBlock], start: int, of: _Heads) -> tuple[list[RawBlock], int] | None:
    """The table behind its heads and where it ends; None where not two rows fit."""
    rows: list[_Line | str] = []
    end, number = start, 1  # `number`: that of the next row
    waiting = ""  # a line without values: the first part of a name, or the rest of the one above
    for at in range(start, min(len(blocks), start + _MOST_LINES)):
        words = _shown(blocks[at])
        blank = isinstance(blocks[at], RawParagraph) and not getattr(blocks[at], "text", "x").strip()
        if blank or copied_spaces.is_page(words) or (rows and _heads(words) == of):
            continue
        if not waiting and _is_title(words, rows) and _goes_on(blocks, at + 1, of, number):
            rows.append(_Group(words))
            continue
        line = _whole(waiting, words, of, number) if waiting else None
        if line:
            waiting = ""
        else:
            lost = bool(waiting) and _opens(waiting, of, number) and _opens(words, of, number + 1)
            rows += [waiting] * lost
            number += lost
            line = _line(words, of, number)
            if line and waiting and not lost:
                above = rows[-1] if rows else ""
                if of.number is None or isinstance(above, str) or not _ends_name(above.name[-1], waiting):
                    return None  # the head of a group, or a part of a name: nothing says which
                rows[-1] = replace(above, name=(*above.name[:-1], above.name[-1] + waiting))
            elif line is None and (not _may_be_part(words) or (waiting and not lost)):
                break
            waiting = "" if line else words
        if line:
            rows.append(line)
            number += bool(line.number)
            end = at + 1
    while rows and isinstance(rows[-1], str):
        rows.pop()
    return _made(rows, of, end)


def _is_title(words: str, rows: Sequence[_Line | str]) -> bool:
    """Whether a line titles the next group: the first stands right behind the heads, the others are counted on."""
    number = numbered(_plain(words)) if _TITLE.fullmatch(words) else None
    groups = sum(isinstance(row, _Group) for row in rows) if number else 0
    return number is not None and number.value == groups + 1 and bool(groups or not rows)


def _goes_on(blocks: Sequence[RawBlock], at: int, of: _Heads, number: int) -> bool:
    """Whether the next row stands right behind the title of a group."""
    return at < len(blocks) and of.number is not None and _line(_shown(blocks[at]), of, number) is not None


def _opens(words: str, of: _Heads, number: int) -> bool:
    return of.number is not None and str(number) in SPACES.split(words)[: of.number + 1]


def _whole(first: str, second: str, of: _Heads, number: int) -> _Line | None:
    """A row on two lines: a name in two parts, or the values below it."""
    if of.number is None or _opens(second, of, number + 1):
        return None
    if _holds_values(first, of) and not _ends(second, of):
        return None
    return _line(first + second, of, number) or _line(f"{first} {second}", of, number)


def _ends_name(name: str, rest: str) -> bool:
    """Whether a line is the rest of the name above it: 规模以上工业, 增加值; not 财政收入, 创新驱动."""
    return bool(_MEASURE.search(_plain(rest))) and not _MEASURE.search(_plain(name))


def _holds_values(words: str, of: _Heads) -> bool:
    """Whether the part of a row has values already; a number before a word is one of the name: 65 岁及以上老人."""
    cells = copied_spaces.cells(words, measured="unit" in of.behind)[(of.number or 0) + 1 :]
    while cells and any(_fits(cells[-1], kind) for kind in ("unit", "attribute")):
        cells.pop()
    return bool(cells) and _fits(cells[-1], "value") and bool(_NUMBER.search(cells[-1]))


def _ends(words: str, of: _Heads) -> bool:
    """Whether a line is the last cells of a row and nothing else, of 约束性 at least: no name is lost before them."""
    cells = copied_spaces.cells(words, measured="unit" in of.behind, counted=False)
    kinds = of.behind[-len(cells) :]
    return len(cells) == len(kinds) < len(of.behind) and "attribute" in kinds and all(map(_fits, cells, kinds))


def _line(words: str, of: _Heads, number: int) -> _Line | None:
    """A line as a row; None where it fits no columns or has another number than the next."""
    cells = copied_spaces.cells(words, measured="unit" in of.behind)
    at = len(cells) - len(of.behind)
    tail = tuple(cells[max(at, 0) :])
    if at < 1 or not all(map(_fits, tail, of.behind)):
        return None
    place = -1
    if of.number is not None and not _PART_OF.match(words):
        place = next((i for i, cell in enumerate(cells[: min(at, of.number + 1)]) if cell == str(number)), -1)
        if place < 0:
            return None
    name = tuple(cells[place + 1 : at])
    groups = of.named - (0 if of.number is None else of.number + 1)
    name = name if groups else ("".join(name),) if name else ()
    fits = len(name) in (1, groups + 1) and len("".join(name)) <= _LONGEST_NAME
    own = cells[place] if place >= 0 else ""
    return _Line(tuple(cells[: max(place, 0)]), name, tail, own) if fits else None


def _lost(blocks: Sequence[RawBlock], start: int, below: int) -> tuple[list[RawBlock], int] | None:
    """The lines of a table whose rows do not fit, aside, with one gap, and where it ends: their words are no text."""
    end = below
    for at in range(below, min(len(blocks), below + _MOST_LINES)):
        words = _shown(blocks[at])
        if words and not _may_be_part(words):
            break
        cells = copied_spaces.cells(words, measured=False) if words else []
        if cells and (_fits(cells[-1], "attribute") or (len(cells) > 1 and _fits(cells[-1], "value"))):
            end = at + 1
    rows = [block for block in blocks[start:end] if isinstance(block, RawParagraph)]
    if end == below or len(rows) < end - start:
        return None
    return [*put_aside(rows), RawUnread(_LOST)], end


def _fits(cell: str, kind: str) -> bool:
    words = _plain(cell)
    if kind == "attribute":
        return bool(_ATTRIBUTE.fullmatch(words))
    if kind == "unit":
        return bool(_NO_UNIT.fullmatch(words)) or copied_spaces.is_known_unit(words)
    return len(words) <= _LONGEST_VALUE and bool(VALUE.match(words)) and not _ATTRIBUTE.fullmatch(words)


def _may_be_part(words: str) -> bool:
    """Whether a line without values may be a part of a name."""
    shown = _plain(words)
    return 0 < len(shown) <= _LONGEST_NAME and not _SENTENCE.search(shown) and not NEXT_PART.match(shown)


def _made(rows: Sequence[_Line | str], of: _Heads, end: int) -> tuple[list[RawBlock], int] | None:
    if sum(isinstance(row, _Line) for row in rows) < _FEWEST_ROWS:
        return None
    made: list[_Row] = [tuple(RawCell((head,)) for head in of.words)]
    width = len(of.words)
    for row in rows:
        made.append((RawCell((row,)),) * width if isinstance(row, str) else _cells(row, of, made))
    lost = any(isinstance(row, str) and not isinstance(row, _Group) for row in rows)
    return [RawTable(tuple(made)), *([RawUnread(_UNSETTLED)] * lost)], end


def _cells(row: _Line, of: _Heads, made: Sequence[_Row]) -> _Row:
    """The cells of a row by column; a group that it does not name is that of the row above."""
    above = made[-1] if len(made) > 1 else (RawCell(()),) * len(of.words)
    left = of.number or 0
    before = [*above[: left - len(row.before)], *(RawCell((cell,)) for cell in row.before)]
    counted = [] if of.number is None else [RawCell((row.number,))]
    first = left + len(counted)
    lacking = of.named - first - len(row.name) + 1
    groups = above[first : first + lacking]
    return (*before, *counted, *groups, *(RawCell((cell,)) for cell in (*row.name, *row.tail)))
