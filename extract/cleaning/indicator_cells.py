"""Tables of indicators that lost their form, a cell on each line, whose heads stand in two or three rows.

序号, 指标项, 单位, 类型, 指标值, 现状, 规划, （2025年）, （2030年）: 指标值 stood over 现状, that over its year. A row
begins with its number, and holds 约束性 or 预期性 where its column stands; so no value is read of another year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.raw import RawCell, RawTable
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_COUNTED = frozenset({"序号", "编号", "序"})
_INDICATOR = re.compile("(?:主要|核心|具体|二级|三级)?指标(?:项目?|名称|内容)?")
_UNIT = re.compile("(?:计量)?单位")
_ATTRIBUTE_HEAD = re.compile("(?:指标)?(?:类型|属性|性质)")
_ATTRIBUTE = re.compile("(?:预期|约束|引导|指导|导向|监测)性?")
_YEAR = re.compile(r"[（(]?(?:19|20)\d\d年?[末底]?[）)]?")
_VALUE_HEAD = re.compile(r"(?:现状|基期|基准|近期|中期|远期|规划|目标|实际|完成|预期|预计)[一-鿿]{0,4}")
_LABEL = re.compile("[一-鿿、和与及]{2,16}")
_MOST_HEADS = 14
_FEWEST_ROWS = 3


_Row = tuple[RawCell, ...]


@dataclass(frozen=True, slots=True)
class _Heads:
    """The rows of heads; `width`: of a row from its number on; `attribute`: the column of 约束性 among these.

    `grouped`: a column of groups stands left of the number; `end`: where the rows begin.
    """

    rows: tuple[_Row, ...]
    width: int
    attribute: int
    grouped: bool
    end: int


def table(lines: Sequence[str]) -> tuple[RawTable, int] | None:
    """The table at the start of some lines, each a cell, and how many of them it takes; None where none stands."""
    heads = _heads(lines[: _MOST_HEADS + 2])
    if heads is None:
        return None
    rows: list[_Row] = []
    group = RawCell(("",))
    at = heads.end
    while at < len(lines):
        words = fold(without_spaces(lines[at]))
        begins = heads.grouped and words != str(len(rows) + 1) and bool(_LABEL.fullmatch(words))
        own = lines[at + begins : at + begins + heads.width]
        if not _is_row(own, len(rows) + 1, heads):
            break
        group = RawCell((lines[at],)) if begins else group
        cells = tuple(RawCell((cell,)) for cell in own)
        rows.append((group, *cells) if heads.grouped else cells)
        at += begins + heads.width
    return (RawTable((*heads.rows, *rows)), at) if len(rows) >= _FEWEST_ROWS else None


def _is_row(own: Sequence[str], number: int, heads: _Heads) -> bool:
    shown = [fold(without_spaces(cell)) for cell in own]
    whole = len(shown) == heads.width and shown[0] == str(number)
    return whole and bool(_ATTRIBUTE.fullmatch(shown[heads.attribute]))


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
    over = _over(shown[values:end])
    if not over or sum(bool(_INDICATOR.fullmatch(head)) for head in plain) != 1:
        return None
    attribute = next((i for i, head in enumerate(plain, 1) if _ATTRIBUTE_HEAD.fullmatch(head)), None)
    if attribute is None:
        return None
    width = over[-1]
    whole = tuple(RawCell((head,)) for head in lines[:values])
    rows: list[_Row] = []
    at = values
    for count in over:
        own = [RawCell((head,)) for head in lines[at : at + count]]
        rows.append((*whole, *(own * width if count == 1 else own)))
        at += count
    return _Heads(tuple(rows), len(plain) + 1 + width, attribute, left, end)


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
    return any(kind.fullmatch(head) for kind in (_INDICATOR, _UNIT, _ATTRIBUTE_HEAD))
