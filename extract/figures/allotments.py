"""Tables that allot amounts to areas: a town or county in each row, in each column how much and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.area_rows import AREA, TOTAL
from guitu.extract.facts import Figure, Gap
from guitu.extract.figures.cells import is_unit, unit_in, value_of, written_unit
from guitu.extract.figures.document_years import DocumentYears
from guitu.extract.figures.years import year_marks
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.text import Cell, Text

_AREAS = re.compile(
    "(?:各|所属|责任)?(?:街镇|乡镇|镇街|镇乡|街道|镇（街道）|乡镇（街道）|镇（街道、园区）|县区|区县|县（市、区）|县市区|市县|市（州）|市州|地区|县别|区域|行政区域?|行政区划|设区市)(?:名称)?"
)
_ALLOTS = re.compile("任务|计划|目标|分解|分配|安排|下达")
_GIVEN = re.compile("资金|补助|经费|预算|奖补|指标文")  # money that is given is no target
_BASE = re.compile("现状|基数|上年|已完成|完成情况|实际|存量")
_RANK = re.compile("位次|排名|名次|编号|电话|邮编")
_OWN_UNIT = re.compile("(?:[户人村组宗处座个]数|率|比例|占比|比重)$")  # what the unit of the whole table does not fit
_UNIT = re.compile(r"单位[：:]\s*([^\s，。；：（）]{1,6})")
_INNER = re.compile("^(?:其中)[：:、]?")
_FEWEST = 2
_ABOVE = 160  # characters above a table in which its unit stands


@dataclass(frozen=True, slots=True)
class _Amounts:
    """A column of amounts: what its heading says, its unit and year."""

    at: int
    heading: str
    unit: str
    year: int | None


def find(placed: PlacedTable, draft: Draft, years: DocumentYears) -> tuple[Figure | Gap, ...]:
    """A target for each amount that a table allots to an area, or a gap where no unit is told; nothing for others."""
    text, rows = draft.text, placed.table.rows
    named = next(((i, at) for i, row in enumerate(rows[:3]) if (at := _areas(text, row)) is not None), None)
    called = _name(placed, draft) if named else ""
    if named is None or placed.division or not _ALLOTS.search(called) or _GIVEN.search(called):
        return ()
    head, at = rows[named[0]], named[1]
    below = [row for row in rows[named[0] + 1 :] if _area(text, row, at)]
    if len(below) < max(_FEWEST, len(rows) - named[0] - 2):
        return ()
    above = text.folded[max(0, placed.table.span.start - _ABOVE) : placed.table.span.start]
    told = _UNIT.search(above)
    columns = list(_columns(text, head, below, at, told[1] if told else "", years))
    if not all(column.unit for column in columns):
        return (Gap("unread-table", "表里各地的数值没有写明单位，没有读出", head[0].span.to(head[-1].span)),)
    return tuple(_figures(text, below, at, columns, placed))


def _areas(text: Text, row: Sequence[Cell]) -> int | None:
    """The column of a heading row that names areas."""
    return next((at for at, cell in enumerate(row) if _AREAS.fullmatch(_words(text, cell))), None)


def _words(text: Text, cell: Cell) -> str:
    return re.sub(r"\s+", "", text.read(cell.span))


def _name(placed: PlacedTable, draft: Draft) -> str:
    """What the caption of a table, the heading that it stands under and its own headings call it."""
    above = draft.sections[placed.section].title if placed.section is not None else ""
    return draft.text.read(placed.caption) + above + "".join(_words(draft.text, cell) for cell in placed.table.rows[0])


def _area(text: Text, row: Sequence[Cell], named: int) -> Cell | None:
    """The cell that names the area of a row, or says left of it that the row sums up; None for another row."""
    if AREA.fullmatch(_words(text, row[named])):
        return row[named]
    return next((cell for cell in row[: named + 1] if TOTAL.fullmatch(_words(text, cell))), None)


def _columns(  # noqa: PLR0913, PLR0917 - the table with what is told of all its columns
    text: Text, head: Sequence[Cell], below: Sequence[Sequence[Cell]], named: int, unit: str, years: DocumentYears
) -> Iterator[_Amounts]:
    """The columns right of the areas that hold amounts and nothing else; "" for a unit that nothing tells."""
    for at in range(named + 1, len(head)):
        heading = _words(text, head[at])
        cells = [_words(text, row[at]) for row in below]
        amounts = [value_of(words, bare=True) for words in cells if words]
        if not amounts or not all(amounts) or _BASE.search(heading) or _RANK.search(heading):
            continue
        own = unit_in(heading) or ("" if _OWN_UNIT.search(heading) else unit)
        own = own if is_unit(own) else ""
        marks = [mark.year for mark in year_marks(heading)]
        bare = heading.replace(f"（{own}）", "")
        yield _Amounts(at, _INNER.sub("", bare), own, marks[-1] if marks else years.end)


def _figures(
    text: Text, below: Sequence[Sequence[Cell]], named: int, columns: Sequence[_Amounts], placed: PlacedTable
) -> Iterator[Figure]:
    for row in below:
        area = _area(text, row, named) or row[named]
        for column in columns:
            q = value_of(_words(text, row[column.at]), bare=True)
            if q is not None:
                name, unit = _words(text, area) + column.heading, written_unit(q, column.unit)
                yield Figure(
                    "target", name, q.value, unit, q.comparator, q.maximum, column.year,
                    source="table", task=placed.task, span=area.span.to(row[column.at].span),
                )  # fmt: skip
