"""The heads of a table that lost its form, one after the other: what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.tables.lost_rows import GROUPS, HEAD_ENDS, OWNERS, column_kind
from guitu.ontology.knowledge import columns, matter_columns

MOST_COLUMNS = 9
LONGEST_HEAD = 16  # characters of the head of a column
COUNTED = frozenset({"序号", "编号", "序"})
YEAR = re.compile(r"(?:19|20)\d\d年|目标值?|现状值?|规划值|基期值?|完成值|“?十[三四五六七]五”?末?$")
# 评分部门, 数据提供单位: agencies that own nothing
_OF_AGENCIES = re.compile("(?!计量|统计|指标)[一-鿿]{2,6}(?:部门|单位)$")
_NAMED = ("指标", "主要指标")


@dataclass(frozen=True, slots=True)
class Heads:
    """What the columns hold: `number` where rows are counted, `values`, names of `agencies`, `named` an indicator.

    `about`: what a row is about, an indicator or beside agencies a task. A column may stand left of the number
    (考核项目, 序号): its first value stands before the first number.
    """

    width: int
    number: int | None
    values: tuple[int, ...]
    agencies: tuple[int, ...]
    led: bool  # the first column of agencies is of the one that leads
    named: int | None
    about: int | None

    @property
    def left(self) -> bool:
        """Whether a column stands left of the number."""
        return self.number == 1

    @property
    def closed(self) -> bool:
        """Whether agencies stand in the last column: they end a row."""
        return bool(self.agencies) and self.agencies[-1] == self.width - 1


def heads(shown: Sequence[str]) -> Heads | None:
    """The heads at the start of some lines in canonical signs; None where none stand.

    >>> heads(["序号", "指标名称", "单位", "2030年", "责任单位", "1"]).agencies
    (4,)
    """
    left = opens_left(shown)
    width = _width(shown[left:], first=left)
    if width is None:
        return None
    found = shown[:width]
    agencies = tuple(i for i, head in enumerate(found) if column_kind(head) in OWNERS or _OF_AGENCIES.match(head))
    named = next((i for i, head in enumerate(found) if head.startswith(_NAMED)), None)
    titles = [i for i, head in enumerate(found) if i > left and column_kind(head) == "title"]
    made = Heads(
        width=width,
        number=int(left) if found[left] in COUNTED else None,
        values=tuple(i for i, head in enumerate(found) if YEAR.search(head)),
        agencies=agencies,
        led=bool(agencies) and column_kind(found[agencies[0]]) == "lead",
        named=named,
        about=named if named is not None or not agencies else max(titles, default=None),
    )
    return made if made.closed or not left else None


def opens_left(lines: Sequence[str]) -> bool:
    """Whether the head of a column left of the number opens some lines, and its first value stands before the 1.

    >>> opens_left(["考核项目", "序号", "考核指标", "目标值", "责任单位", "种植业", "1"])
    True
    """
    if len(lines) < 2 or lines[1] not in COUNTED or not _may_be_head(lines[0]):
        return False
    first = next((i for i, words in enumerate(lines[2 : MOST_COLUMNS + 3], 2) if words == "1"), 0)
    return first > 4 and not _may_be_head(lines[first - 1])


def _may_be_head(words: str) -> bool:
    return 2 <= len(words) <= LONGEST_HEAD and (words[-1] in HEAD_ENDS or words.endswith(GROUPS) or _is_head(words))


def _width(shown: Sequence[str], *, first: bool) -> int | None:
    """How many heads of columns stand at the start: those before the first number, or all that are known as heads.

    `first`: before the number stands the first value of the column left of it, as if it were a head.
    """
    if shown[0] in COUNTED:
        end = next((i for i, words in enumerate(shown[1 : MOST_COLUMNS + 1], 1) if words == "1"), None)
        heads = shown[1 : end - first] if end else ()
    else:
        end = next((i for i, words in enumerate(shown[: MOST_COLUMNS + 1]) if not _is_head(words)), None)
        heads = shown[:end] if end else ()
    fits = end is not None and end >= 3 and all(0 < len(head) <= LONGEST_HEAD for head in heads)
    return end if fits and any(_is_head(head) for head in heads) else None


def _is_head(words: str) -> bool:
    known = words in columns() or words in matter_columns()
    return known or bool(YEAR.search(words)) or words.endswith(("名称", "属性", "单位", "项目", "任务"))
