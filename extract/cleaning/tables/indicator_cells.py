"""Tables of indicators that lost their form, a cell on each line: what each column holds is settled by the heads.

序号, 指标项, 单位, 类型, 指标值, 现状, 规划, （2025年）, （2030年）: 指标值 stood over 现状, that over its year. A row
begins with its number, and holds 约束性 or 预期性 where its column stands; so no value is read of another year. A
group that was merged with the row above is lacking behind the number; a lacking value is one whose line is blank.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from guitu.extract.cleaning.tables.cell_rows import NEXT_PART, VALUE
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_COUNTED = frozenset({"序号", "编号", "序"})
_INDICATOR = re.compile("(?:主要|核心|具体|二级|三级|建议)?指标(?:项目?|名称|内容)?")
_GROUP = re.compile("一级指标|(?:指标)?(?:类别|分类|领域|维度)")
_UNIT = re.compile("(?:计量)?单位")
_ATTRIBUTE_HEAD = re.compile("(?:指标)?(?:类型|属性|性质)")
_ATTRIBUTE = re.compile("(?:预期|约束|引导|指导|导向|监测)性?")
_YEAR = re.compile(r"[（(]?(?:19|20)\d\d年?[末底]?[）)]?")
_VALUE_HEAD = re.compile(r"(?:现状|基期|基准|近期|中期|远期|规划|目标|实际|完成|预期|预计)[一-鿿]{0,4}")
_PERIOD = re.compile(rf"“?十[一二三四五六七]五”?末?|{_YEAR.pattern}")
_DATED = re.compile(rf"(?:{_PERIOD.pattern})(?:{_VALUE_HEAD.pattern})?|{_VALUE_HEAD.pattern}{_YEAR.pattern}")
_LABEL = re.compile("[一-鿿、和与及]{2,16}")
_MOST_HEADS = 14
_FEWEST_ROWS = 3
_PARTS = 3  # lines over which a name may stand beside its first
_LONGEST_LAST = 40  # characters of a value in the last row, which nothing follows
_LONGEST_COUNTED = 8  # characters of a line 序号 with its spaces
_MOST_LINES = 2000
_LACKING = "指标表逐格成行，有的行缺少数值，分不清缺的是哪一栏，这些行的数值没有读出"
_Row = tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """The rows of heads; `attribute`: the column of 约束性, counted from the number on; `tail`: columns behind it.

    `groups`: columns between number and name, `grouped`: one left of the number; `end`: where the rows begin.
    """

    rows: tuple[_Row, ...]
    attribute: int
    tail: int
    groups: int
    grouped: bool
    end: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A table, how many lines it takes, and whether a row of it has values that fit no columns and were left out."""

    table: RawTable
    taken: int
    lacking: bool


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with such a table in place of the lines that were its cells; a gap behind it for rows that lack a value.

    Guaranteed: words stay in order. Blank lines must still stand: they tell which value lacks.
    """
    found: list[Sequence[RawBlock]] = []
    at = done = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, RawParagraph) and len(block.text) < _LONGEST_COUNTED and is_counted(block.text):
            before = next((i for i in range(at - 1, done - 1, -1) if _shown(blocks[i])), at)
            for start in (before, at):
                cells, places = _lines(blocks, start)
                blank = [0, *(b - a - 1 for a, b in pairwise(places))]
                if made := _table(cells, blank):
                    found += blocks[done:start], [made.table], [RawUnread(_LACKING)] * made.lacking
                    at = done = places[made.taken - 1] + 1
                    break
        at = max(at + 1, done)
    return (*chain(*found), *blocks[done:])


def _lines(blocks: Sequence[RawBlock], start: int) -> tuple[list[str], list[int]]:
    """The lines from `start` on that are not empty, and where they stand; they end before a table or a heading."""
    cells: list[str] = []
    places: list[int] = []
    for at in range(start, min(len(blocks), start + _MOST_LINES)):
        block = blocks[at]
        if not isinstance(block, RawParagraph) or block.aside or block.level:
            break
        if words := block.text.strip():
            cells.append(words)
            places.append(at)
    return cells, places


def _shown(block: RawBlock) -> str:
    return block.text.strip() if isinstance(block, RawParagraph) else ""


def is_counted(words: str) -> bool:
    """Whether the head of a column is that of the numbers of rows."""
    return without_spaces(words) in _COUNTED


def is_named(words: str) -> bool:
    """Whether the head of a column is that of the names of indicators."""
    return bool(_INDICATOR.fullmatch(words))


def is_group(words: str) -> bool:
    """Whether the head of a column is that of groups of indicators."""
    return bool(_GROUP.fullmatch(words))


def _table(lines: Sequence[str], blank: Sequence[int]) -> _Read | None:
    """The table at the start of some lines, each a cell; None where none stands. `blank`: blank lines before each."""
    heads = _heads(lines[: _MOST_HEADS + 2])
    if heads is None:
        return None
    shown = [fold(without_spaces(line)) for line in lines]
    usual = min(blank[1 : heads.end], default=0)  # blank lines between any two
    rows: list[_Row] = []
    group = RawCell(("",))
    at, lacking = heads.end, False
    while start := _start(shown, at, len(rows) + 1, heads):
        if start - 1 > at:
            group = RawCell((lines[at],))
        named = _named(lines, start, _attribute(shown, start, heads), heads, rows[-1] if rows else ())
        if named is None:
            break
        begin = start + _attribute(shown, start, heads)
        at = _end(shown, begin, len(rows) + 1, heads)
        if heads.grouped and blank[at - 1] > usual and _start(shown, at - 1, len(rows) + 2, heads) > at:
            at -= 1  # the group of the next row stands behind the blank line, where a value lacks
        tail = _tail([(lines[i], blank[i] - usual) for i in range(begin, at)], heads.tail)
        lacking = lacking or tail is None
        own = (RawCell((lines[start - 1],)), *named, *(tail or [RawCell(())] * heads.tail))
        rows.append((group, *own) if heads.grouped else own)
    return _Read(RawTable((*heads.rows, *rows)), at, lacking) if len(rows) >= _FEWEST_ROWS else None


def _start(shown: Sequence[str], at: int, number: int, heads: _Heads) -> int:
    """Where the cells behind the number of a row begin that begins at `at`; 0 where none does."""
    left = heads.grouped and shown[at : at + 1] != [str(number)] and bool(_LABEL.fullmatch("".join(shown[at : at + 1])))
    start = at + left + 1
    begins = shown[start - 1 : start] == [str(number)]
    return start if begins and _attribute(shown, start, heads) else 0


def _attribute(shown: Sequence[str], start: int, heads: _Heads) -> int:
    """How many cells stand from `start` up to 约束性, that included; 0 where there is none near or a row begins."""
    near = shown[start : start + heads.attribute + _PARTS]
    found = next((i for i, words in enumerate(near, 1) if _ATTRIBUTE.fullmatch(words)), 0)
    return found if found >= heads.attribute - heads.groups else 0


def _named(lines: Sequence[str], start: int, size: int, heads: _Heads, above: _Row) -> list[RawCell] | None:
    """The cells between number and values; a group is lent from the row above, a name in several lines is one."""
    own = [RawCell((line,)) for line in lines[start : start + size]]
    more = size - heads.attribute
    if more > 0:
        whole = RawCell(("".join(lines[start : start + more + 1]),))
        return None if heads.groups else [whole, *own[more + 1 :]]
    if more < 0 and not above:
        return None
    first = heads.grouped + 1
    return [*above[first : first - more], *own]


def _end(shown: Sequence[str], begin: int, number: int, heads: _Heads) -> int:
    """Where the values end that begin behind 约束性: before the next row, or in the last as many as columns."""
    full = begin + heads.tail
    for end in range(full, begin - 1, -1):
        if _start(shown, end, number + 1, heads):
            return end
    for end in range(begin, min(full, len(shown))):
        short = len(shown[end]) <= _LONGEST_LAST and not NEXT_PART.match(shown[end])
        if not short and not VALUE.match(shown[end]):
            return end
    return min(full, len(shown))


def _tail(found: Sequence[tuple[str, int]], width: int) -> list[RawCell] | None:
    """The cells of values of a row; None where some lack and no blank line says which."""
    cells: list[RawCell] = []
    lacks = len(found) < width
    for line, blank in found:
        cells += [RawCell(())] * (blank if lacks else 0)
        cells.append(RawCell((line,)))
    return cells if len(cells) == width else None


def _heads(lines: Sequence[str]) -> _Heads | None:
    """The heads at the start: those of whole columns, then those of the values, row by row."""
    shown = [fold(without_spaces(line)) for line in lines]
    left = len(shown) > 1 and shown[0] not in _COUNTED and shown[1] in _COUNTED
    begin = int(left) + 1
    if len(shown) <= begin or shown[begin - 1] not in _COUNTED:
        return None
    first = next((i for i in range(begin + 2, len(shown)) if shown[i] == "1"), None)
    if first is None:
        return None
    end = first - left  # the first group stands before the first number
    values = begin + next((i for i, head in enumerate(shown[begin:end]) if not _is_plain(head)), 0)
    plain = shown[begin:values]
    named = [i for i, head in enumerate(plain) if _INDICATOR.fullmatch(head)]
    attribute = next((i for i, head in enumerate(plain, 1) if _ATTRIBUTE_HEAD.fullmatch(head)), None)
    below = _below(lines[values:end])
    if not below or len(named) != 1 or attribute is None or not all(map(_GROUP.fullmatch, plain[: named[0]])):
        return None
    whole = tuple(RawCell((head,)) for head in lines[:values])
    tail = len(plain) - attribute + len(below[-1])
    return _Heads(tuple((*whole, *row) for row in below), attribute, tail, named[0], left, end)


def _below(lines: Sequence[str]) -> list[_Row]:
    """The rows of the heads of values; none where they do not fit."""
    shown = [fold(without_spaces(head)) for head in lines]
    rows: list[_Row] = []
    at = 0
    over = _over(shown)
    width = over[-1] if over else 0
    for count in over:
        own = tuple(RawCell((head,)) for head in lines[at : at + count])
        rows.append(own * width if count == 1 else own)
        at += count
    return rows or _dated(lines, shown)


def _dated(lines: Sequence[str], shown: Sequence[str]) -> list[_Row]:
    """One row of heads that each have a time of their own, which may stand on a line before: “十五五”, 目标值."""
    row: list[RawCell] = []
    for i, (line, words) in enumerate(zip(lines, shown, strict=True)):
        if row and _VALUE_HEAD.fullmatch(words) and _PERIOD.fullmatch(shown[i - 1]):
            row[-1] = RawCell((lines[i - 1] + line,))
        elif _DATED.fullmatch(words):
            row.append(RawCell((line,)))
        else:
            return []
    return [tuple(row)] if row else []


def _over(heads: Sequence[str]) -> Sequence[int]:
    """How many heads of values stand in each row: a joint one, what they are, their years; none where they do not fit.

    >>> _over(["指标值", "现状", "近期规划", "（2025年）", "（2030年）"]), _over(["现状", "2025年", "2030年"])
    ([1, 2, 2], [])
    """
    years = sum(bool(_YEAR.fullmatch(head)) for head in heads)
    above = heads[: len(heads) - years]
    if not years or any(map(_YEAR.fullmatch, above)):
        return []
    joint = len(above) == years + 1 and not _VALUE_HEAD.fullmatch(above[0])
    named = above[joint:]
    fits = len(named) == years and all(map(_VALUE_HEAD.fullmatch, named))
    return [*([1] * joint), years, years] if fits else []


def _is_plain(head: str) -> bool:
    return any(kind.fullmatch(head) for kind in (_INDICATOR, _GROUP, _UNIT, _ATTRIBUTE_HEAD))
