"""Tables that allot amounts: an area or a kind of thing in each row, in each column how much and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from guitu.extract.cleaning.tables.area_heads import AREAS
from guitu.extract.cleaning.tables.area_rows import AREA, TOTAL
from guitu.extract.facts import Figure, Gap, Periodicity
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.tables.captions import Caption, caption, last_year
from guitu.extract.figures.tables.cells import is_unit, unit_in, value_of, written_unit
from guitu.extract.figures.years.document_years import DocumentYears
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.text import Cell, Text

_KINDS = re.compile("[一-鿿]{0,4}(?:类型|类别|种类|领域|行业)(?:名称)?")
_ALLOTS = re.compile("任务|计划|目标|分解|分配|安排|下达")
_PLANS = re.compile("任务|计划|目标|分解|规划|投资[估概]算")  # of a caption or a heading of a column
_TOLD = re.compile(
    "现[状有]|已[建有]|历年|统计|完成情况|进展|通报|得分|考核结果"
)  # a caption of what is, not of what is to be
# how each is to be, be judged, or be paid for, not how much there is to be
_NORM = re.compile("(?<!高)标准(?!化|地|厂房)|距离|间距|限值|系数|权重|分值|评分|得分|补贴|奖励|单价|收费|价格|赔偿")
_REMARK = re.compile("备注|说明|序号|编号|")  # beside the amounts
_KIND = re.compile(r"(?!\d)[^，。；：？]{2,20}")
_GIVEN = re.compile("资金|补助|经费|预算|奖补|指标文")  # money that is given is no target
_BASE = re.compile("现状|基数|上年|已完成|完成情况|实际|存量")
_OF_YEAR = re.compile(r"20\d\d年[底末]?(?:现状|基数|实际)[值数]?")
_RANK = re.compile("位次|排名|名次|编号|电话|邮编")
_OWN_UNIT = re.compile("(?:[户人村组宗处座个]数|率|比例|占比|比重)$")  # what the unit of the whole table does not fit
_INNER = re.compile("^(?:其中)[：:、]?")
_YEAR_ALONE = re.compile(r"20\d\d年度?[底末]?")
_PLANNED = re.compile("^20\\d\\d年[底末]?(?=[一-鿿]{2,}目标[值数]?$)|(?<=[一-鿿]{2})目标[值数]?$")  # 2030年产值目标
_NO_MEASURE = re.compile("(?:20\\d\\d年|到|底|末|近期|远期|目标|任务|规划|计划|数值?|值|指标|合计)*")
_WHEN = re.compile(r"(?:19|20)\d\d年[底末]?|(?:20\d\d年)?\d{1,2}[月日]")
_ADDED = re.compile("新增|增加")  # in each year anew
_NONE = re.compile("[-—–/]*")  # an empty cell
_FEWEST = 2
# what says how many, and not of what: the caption does
_BARE = re.compile("个数|数量|面积|[户栋幢套]数|楼栋数|里程|长度|(?:计划)?投资|人数|规模")


@dataclass(frozen=True, slots=True)
class _Amounts:
    """A column of amounts: what its heading says, its unit and year; `observed`: how it was in that year."""

    at: int
    heading: str
    unit: str
    year: int | None
    observed: bool = False
    period: Periodicity | None = None


def find(placed: PlacedTable, draft: Draft, years: DocumentYears, *, read: bool) -> tuple[Figure | Gap, ...]:
    """A target for each amount that a table allots, or a gap where no unit is told; nothing for other tables.

    `read`: whether the table is one of indicators, so that its kinds are groups of them.
    """
    text, rows = draft.text, placed.table.rows
    named, kinds = _named(text, rows, AREAS), False
    if named is None and not read:
        named, kinds = _named(text, rows, _KINDS), True
    over = caption(placed, draft) if named and not placed.division else None
    if named is None or over is None or not (_plans(placed, draft) if kinds else _allots(placed, draft, over)):
        return ()
    top, at = named
    depth = _depth(text, rows[top:], at)
    head = rows[top]
    heads = _heads(text, rows[top : top + depth])
    below = [row for row in rows[top + depth :] if _holder(text, row, at, kinds)]
    if len(below) < max(_FEWEST, len(rows) - top - depth - (0 if kinds else 1)):
        return ()
    amounts = tuple(_columns(text, heads, below, at, over, over.year or years.end))
    columns = list(_called(amounts, "" if kinds else over.measure))
    if kinds and not _only_amounts(heads, at, columns):
        return ()
    if reason := _untold(columns, kinds):
        return (Gap("unread-table", reason, head[0].span.to(head[-1].span)),)
    began = years.began
    planned = [c for c in columns if began is None or c.year is None or c.observed or c.year > began]
    return tuple(_figures(text, below, at, planned, placed, kinds))


def _called(columns: Sequence[_Amounts], measure: str) -> Iterator[_Amounts]:
    """The columns, those of years alone with what the caption says they measure; without it none of a year before.

    A sum of the years is that of the last.
    """
    apart = [column for column in columns if not column.period and not TOTAL.fullmatch(column.heading)]
    last = max((column.year for column in apart if column.year), default=None)
    yearly: Periodicity | None = "annual" if _ADDED.search(measure) else None
    years = sum(bool(_YEAR_ALONE.fullmatch(column.heading)) for column in columns)
    for column in columns:
        if measure and (column.observed or _YEAR_ALONE.fullmatch(column.heading)):
            yield replace(column, heading=measure, period=yearly)
        elif measure and TOTAL.fullmatch(column.heading):
            period: Periodicity | None = "cumulative" if years > 1 else None
            yield replace(column, heading=measure + column.heading, year=last, period=period)
        elif not column.observed:
            bare = _BARE.fullmatch(column.heading) and not measure.endswith(column.heading)
            heading = measure + column.heading if bare else column.heading
            yield replace(column, heading=heading, year=last if column.period else column.year)


def _untold(columns: Sequence[_Amounts], kinds: bool) -> str:
    """What a table does not tell of its amounts; empty where it tells all."""
    if not all(column.unit for column in columns):
        return "表里各行的数值没有写明单位，没有读出"
    untold = not kinds and any(_NO_MEASURE.fullmatch(column.heading) for column in columns)
    return "表里各行的数值没有写明衡量什么，没有读出" if untold else ""


def _named(text: Text, rows: Sequence[Sequence[Cell]], pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """The heading row and in it the column that names areas or kinds."""
    places = ((i, at, cell) for i, row in enumerate(rows[:3]) for at, cell in enumerate(row))
    return next(((i, at) for i, at, cell in places if pattern.fullmatch(_words(text, cell))), None)


def _words(text: Text, cell: Cell) -> str:
    return re.sub(r"\s+", "", text.read(cell.span))


def _depth(text: Text, rows: Sequence[Sequence[Cell]], at: int) -> int:
    """How many rows are headings: two where the first is divided below, and the column of names is not."""
    if len(rows) < 2 or not (rows[1][at] is rows[0][at] or not _words(text, rows[1][at])):
        return 1
    return 1 if any(map(_amount, (_words(text, cell) for cell in rows[1]))) else 2


def _amount(words: str) -> Quantity | None:
    """The one number of a cell that says how much; None for another cell and for one that says when."""
    return None if _WHEN.fullmatch(words) else value_of(words, bare=True)


def _heads(text: Text, rows: Sequence[Sequence[Cell]]) -> list[tuple[str, ...]]:
    """The words over each column, from above; an empty cell over another belongs to the one left of it."""
    upper = [_words(text, cell) for cell in rows[0]]
    if len(rows) == 1:
        return [(words,) for words in upper]
    lower = [_words(text, cell) for cell in rows[1]]
    for at in range(1, len(upper)):
        if not upper[at] and lower[at]:
            upper[at] = upper[at - 1]
    return [tuple(dict.fromkeys(words for words in both if words)) for both in zip(upper, lower, strict=True)]


def _allots(placed: PlacedTable, draft: Draft, over: Caption) -> bool:
    """Whether the words over a table of areas say that they allot work, and neither money nor what is done."""
    called = _name(placed, draft)
    said = over.introduced or _ALLOTS.search(called) or _PLANS.search(over.words)
    return bool(said) and not _GIVEN.search(called) and not _TOLD.search(over.words)


def _plans(placed: PlacedTable, draft: Draft) -> bool:
    """Whether a table of kinds says itself what is planned, or stands among goals, and sets no norms."""
    above = draft.text.read(placed.caption)
    called = above + "".join(_words(draft.text, cell) for cell in placed.table.rows[0])
    said = placed.chapter == "goals" or _PLANS.search(called)
    return bool(said) and not _GIVEN.search(called) and not _NORM.search(called) and not _TOLD.search(above)


def _only_amounts(heads: Sequence[tuple[str, ...]], named: int, columns: Sequence[_Amounts]) -> bool:
    """Whether all columns but remarks and the present hold amounts, and each says of what: not 2027年 or 目标 alone."""
    amounts = {column.at for column in columns}
    others = ["".join(words) for at, words in enumerate(heads) if at != named and at not in amounts]
    beside = all(_REMARK.fullmatch(words) or _BASE.search(words) for words in others)
    return bool(columns) and beside and not any(_NO_MEASURE.fullmatch(column.heading) for column in columns)


def _name(placed: PlacedTable, draft: Draft) -> str:
    """What the caption of a table, the heading that it stands under and its own headings call it."""
    above = draft.sections[placed.section].title if placed.section is not None else ""
    return draft.text.read(placed.caption) + above + "".join(_words(draft.text, cell) for cell in placed.table.rows[0])


def _holder(text: Text, row: Sequence[Cell], named: int, kinds: bool) -> Cell | None:
    """The cell that names whose a row is, or says left of it that the row sums up; None for another row."""
    if (_KIND if kinds else AREA).fullmatch(_words(text, row[named])):
        return row[named]
    return next((cell for cell in row[: named + 1] if TOTAL.fullmatch(_words(text, cell))), None)


def _columns(  # noqa: PLR0913, PLR0917 - the table with what is told of all its columns
    text: Text,
    heads: Sequence[tuple[str, ...]],
    below: Sequence[Sequence[Cell]],
    named: int,
    over: Caption,
    year: int | None,
) -> Iterator[_Amounts]:
    """The columns right of the names that hold amounts and nothing else; "" for a unit that nothing tells."""
    lowest = [words[-1] for words in heads[named + 1 :] if words]
    sums = _sums(heads[named + 1 :])
    for at in range(named + 1, len(heads)):
        heading = "".join(heads[at])
        cells = [_words(text, row[at]) for row in below]
        read = [_amount(words) for words in cells if not _NONE.fullmatch(words)]
        amounts = [q for q in read if q]
        observed = _OF_YEAR.fullmatch(heading) is not None
        other = _RANK.search(heading) or (_BASE.search(heading) and not observed)
        if not amounts or len(amounts) < len(read) or other:
            continue
        of_all = "" if _OWN_UNIT.search(heading) and len(over.units) == 1 else over.unit_of(heads[at], lowest)
        own = next(filter(None, map(unit_in, heads[at])), "") or of_all
        own = own if is_unit(own) else ""
        if not own and all(q.kind for q in amounts):  # 1.5公里 in each cell
            own = amounts[0].unit
        summed = heads[at][:1] in sums
        measure = _measure(heads[at][summed:], own)
        yield _Amounts(at, measure, own, last_year(heading) or year, observed, "cumulative" if summed else None)


def _sums(heads: Sequence[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """The head over the sums of the years beside it: 合计 beside 2026年 and 2027年, each over its parts."""
    groups = frozenset(words[:1] for words in heads if len(words) > 1)
    sums = frozenset(group for group in groups if TOTAL.fullmatch(group[0]))
    years = groups - sums
    return sums if len(years) > 1 and all(_YEAR_ALONE.fullmatch(year) for (year,) in years) else frozenset()


def _measure(words: tuple[str, ...], unit: str) -> str:
    """What a column measures: its headings without the unit, and without a year under or over another."""
    said = [_INNER.sub("", one.replace(f"（{unit}）", "")) for one in words]
    named = "".join(one for one in said if not _YEAR_ALONE.fullmatch(one)) or "".join(said)
    return _PLANNED.sub("", named) or named


def _figures(  # noqa: PLR0913, PLR0917 - the table with how it is read
    text: Text,
    below: Sequence[Sequence[Cell]],
    named: int,
    columns: Sequence[_Amounts],
    placed: PlacedTable,
    kinds: bool,
) -> Iterator[Figure]:
    for row in below:
        holder = _holder(text, row, named, kinds) or row[named]
        for column in columns:
            q = _amount(_words(text, row[column.at]))
            if q is not None:
                name, unit = _words(text, holder) + column.heading, written_unit(q, column.unit)
                kind: Literal["target", "observation"] = "observation" if column.observed else "target"
                yield Figure(
                    kind, name, q.value, unit, q.comparator, q.maximum, column.year, column.period,
                    source="table", task=placed.task, span=holder.span.to(row[column.at].span),
                )  # fmt: skip
