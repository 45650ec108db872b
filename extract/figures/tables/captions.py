"""What the words over a table of amounts say of all its columns: what they measure, in which units, by which year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.tables.area_heads import AREAS
from guitu.extract.figures.tables.cells import is_unit, unit_in
from guitu.extract.figures.years.years import year_marks
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.structure.tasks.captions import UNITS

_OF_AREAS = rf"各(?:{AREAS.pattern}|县（区）|[区县市镇乡](?![区县市镇乡（])|[一-鿿（）、]{{1,8}}?(?=[一-鿿]{{3}}))"
# 各市（州）秸秆综合利用率年度目标表（%）: what all columns of years measure, and in what
_CALLED = re.compile(
    rf"(?:^|[\s年])(?:{_OF_AREAS})?"
    r"(?P<what>[一-鿿]{2,20}?)(?:年度|分年度|分解)*(?:目标|任务|计划)(?:任务|分解|值|计划)*(?:一览)?表?\s*(?:（(?:单位：)?(?P<unit>[^（）]{1,8})）)?$"
)
# 各区年度目标（2021年—2023年养老床位新增数）安排如下：, 各县区造林面积任务如下：
_INTRODUCED = re.compile(
    r"(?:[（(](?:20\d\d年?(?:[—\-至到]+20\d\d年?)?)?(?P<inner>[一-鿿]{2,20}[数量值额率积])[)）]|各[一-鿿（）、]{1,6}?(?P<what>[一-鿿]{2,16}?)"
    r"(?:年度|分年度|分解)*(?:目标|任务|计划))(?:任务|分解|安排|分配|表)*(?:如下|见下表)?[：:]\s*$"
)
_JOINTS = re.compile("[、，]")
_ABOVE = 160  # characters above a table in which its unit stands


@dataclass(frozen=True, slots=True)
class Caption:
    """The words over a table; `measure`: what its columns of years measure; `introduced`: by the sentence above it."""

    words: str
    measure: str
    units: tuple[str, ...]
    year: int | None
    introduced: bool

    def unit_of(self, head: Sequence[str], lowest: Sequence[str]) -> str:
        """The unit of a column by its head: the one of all, or of as many as there are different heads in their order.

        >>> units = Caption("", "", ("个", "万平方米"), None, False).unit_of
        >>> units(["面积"], ["个数", "面积", "个数", "面积"]), units(["面积"], ["个数", "面积", "投资"])
        ('万平方米', '')
        """
        if len(self.units) == 1:
            return self.units[0]
        apart = list(dict.fromkeys(lowest))
        return self.units[apart.index(head[-1])] if head and len(apart) == len(self.units) else ""


def caption(placed: PlacedTable, draft: Draft) -> Caption:
    """What is said over a table."""
    words = draft.text.read(placed.caption).strip()
    above = _above(placed, draft)
    called = _CALLED.search(words)
    said = None if called else _INTRODUCED.search(above)
    told = [units for one in UNITS.finditer(above) if all(map(is_unit, units := tuple(_JOINTS.split(one["unit"]))))]
    units = told[-1] if told else (called["unit"] or "" if called else "",)
    measure = called["what"] if called else (said["inner"] or said["what"] or "") if said else ""
    return Caption(words, measure, units, last_year(words), said is not None)


def unit_of_all(placed: PlacedTable, draft: Draft) -> str:
    """The one unit that a caption, or the line of units below it, says in brackets; "" for none."""
    between = draft.text.folded[placed.caption.start : placed.table.span.start]
    return unit_in(re.sub(r"\s+", "", between if len(between) <= _ABOVE else draft.text.read(placed.caption)))


def _above(placed: PlacedTable, draft: Draft) -> str:
    return draft.text.folded[max(0, placed.table.span.start - _ABOVE) : placed.table.span.start]


def last_year(words: str) -> int | None:
    """The last year that a caption or a heading says, and compares nothing with."""
    return next((mark.year for mark in reversed(list(year_marks(words))) if not mark.base), None)
