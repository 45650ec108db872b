"""The heads over amounts in lines set with spaces: one line, or groups over their parts, and perhaps units below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guitu.extract.cleaning.tables import copied_spaces
from guitu.extract.cleaning.tables.copied_spaces import SPACES
from guitu.extract.cleaning.tables.lost_rows import put_together
from guitu.extract.cleaning.tables.table_heads import COUNTED, LONGEST_HEAD
from guitu.extract.raw import RawCell
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

AREAS = re.compile(
    r"(?:各|所属|责任)?(?:街镇|乡镇|镇街|镇乡|街道|镇[（(]街道[）)]|乡镇[（(]街道[）)]|镇[（(]街道、园区[）)]|县区|区县|县[（(]市、区[）)]|县市区|市县|市[（(]州[）)]|市州|地区|[地县区市州镇]别|区域|(?:产业|重点|工业)?园区(?:[（(]集聚区[）)])?|产业集聚区|行政区域?|行政区划|设区市|单位)(?:名称)?"
)
"""The head of a column of areas."""
AMOUNT = re.compile(r"\d[\d.,]*[%％]?|[-—–/]")
_UNIT = re.compile(r"[（(][^（）()]{1,10}[）)]")
_BRACKETS = re.compile(r"[（(]([^（）()]{3,40})[）)]")
_PARTED = re.compile(r"(?P<group>[^（）()]{2,})[（(](?P<parts>[^（）()]+、[^（）()]+)[）)]")
_REMARKS = frozenset({"备注", "说明"})
_MOST = 24  # columns


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of the names (地区, or 序号 and 地区), those over each column of amounts from above, and of remarks."""

    names: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]
    remarks: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are but that of remarks."""
        return len(self.names) + len(self.columns)

    def below(self, cells: Sequence[str]) -> Heads | None:
        """The heads with a further line of them: the units of all columns, or the parts that each group has alike."""
        columns, size = self.columns, len(self.columns)
        if len(cells) == size and all(map(_UNIT.fullmatch, cells)):
            joined = tuple((*over, last + unit) for (*over, last), unit in zip(columns, cells, strict=True))
            return replace(self, columns=joined)
        parts = len(cells) // size
        repeat = parts > 1 and list(cells) == [*cells[:parts]] * size and self.names[0] not in cells
        if not repeat or any(len(over) > 1 for over in columns) or not _are_heads(cells):
            return None
        return replace(self, columns=tuple((*over, part) for over in columns for part in cells[:parts]))

    def rows(self) -> list[tuple[RawCell, ...]]:
        """The rows of heads; a head over several columns or both rows is one cell."""
        depth = max(map(len, self.columns))
        names = tuple(RawCell((name,)) for name in self.names)
        upper: list[RawCell] = []
        for at, (over, *_) in enumerate(self.columns):
            goes_on = depth > 1 and at > 0 and self.columns[at - 1][0] == over
            upper.append(upper[-1] if goes_on else RawCell((over,)))
        lower = [
            RawCell((words[1],)) if len(words) > 1 else cell for words, cell in zip(self.columns, upper, strict=True)
        ]
        remarks = tuple(RawCell((head,)) for head in self.remarks)
        return [(*names, *upper, *remarks), (*names, *lower, *remarks)][:depth]


def cells(words: str) -> list[str]:
    """The cells of a line; what is in brackets is of the cell before them."""
    whole = _BRACKETS.sub(_closed, copied_spaces.in_heads(words))
    return put_together(SPACES.split(whole.strip()))


def opening(line: Sequence[str]) -> Heads | None:
    """The heads of a line that is nothing but heads, the first one of areas; None for another line.

    >>> opening(cells("序号 地 区 2030年（个数 面积） 合计（个数 面积）")).columns[1:3]
    (('2030年', '面积'), ('合计', '个数'))
    >>> opening(cells("县区 改造（个） 新建（公里）")).columns
    (('改造（个）',), ('新建（公里）',))
    """
    counted = line[0] in COUNTED
    end = len(line) - (line[-1] in _REMARKS)
    names, rest = line[: 1 + counted], line[1 + counted : end]
    if not rest or not AREAS.fullmatch(fold(without_spaces(names[-1]))) or not _are_heads(rest):
        return None
    columns = tuple(one for head in rest for one in _parted(head))
    return Heads(tuple(names), columns, tuple(line[end:])) if len(columns) <= _MOST else None


def _are_heads(line: Sequence[str]) -> bool:
    return all(len(head) <= 2 * LONGEST_HEAD and not AMOUNT.fullmatch(head) for head in line)


def _closed(brackets: re.Match[str]) -> str:
    """What is in brackets without its spaces, with a sign between words that are no units: 个数、面积."""
    parts = SPACES.split(brackets[1].strip())
    told = all(len(part) > 1 and not copied_spaces.is_known_unit(fold(part)) for part in parts)
    return f"（{('、' if told else '').join(parts)}）" if len(parts) > 1 else brackets[0]


def _parted(head: str) -> list[tuple[str, ...]]:
    parted = _PARTED.fullmatch(head)
    parts = parted["parts"].split("、") if parted else []
    if parted is None or any(copied_spaces.is_known_unit(fold(part)) for part in parts):
        return [(head,)]
    return [(parted["group"], part) for part in parts]
