"""Tables of indicators: rows of names, columns of years and targets; one figure for each cell with a number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from guitu.extract.facts import Bindingness, Figure, Gap, Periodicity
from guitu.extract.figures.numbers.compact import compact
from guitu.extract.figures.numbers.quantities import quantities
from guitu.extract.figures.roles.number_roles import may_be_figure
from guitu.extract.figures.tables import allotments, asked_columns, captions, marked_values, progress
from guitu.extract.figures.tables.cells import (
    INNER,
    REMARKS,
    Value,
    has_sides,
    name_of,
    parted,
    unit_in,
    value_of,
    values_of,
    written_unit,
)
from guitu.extract.figures.years.document_years import DocumentYears, document_years, years_of
from guitu.extract.figures.years.years import year_marks
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.text import Cell, Span, Text

_Role = Literal["category", "number", "indicator", "unit", "value", "growth", "attribute", "due", "other"]

_HEADINGS: tuple[tuple[_Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:序号|编号|号)$")),
    ("unit", re.compile(r"^(?:计量|指标|计算)?单位$")),
    ("attribute", re.compile(r"^(?:指标|目标)?(?:属性|性质|类型)$")),
    ("due", asked_columns.DUE),
    ("growth", re.compile(r"年均|增速|增长率|增幅|年增长")),
    (
        "value",
        re.compile(
            r"(?:19|20)\d\d|目标|现状|基期|基准|完成|指标值|数值|预期值|规划值|“?十[一二三四五六七]五”?末?|实际|累计|合计|总计|预计|"
            r"^(?:评价|考核|达标|建设|指标|评估|验收|监测|绩效|工作|任务|质量|量化)(?:标准|要求)$|^(?:评价|考核|绩效|达标)值$"
        ),
    ),
    ("other", re.compile(r"备注|说明|责任|牵头|部门|来源|依据|解释")),
    ("category", re.compile(r"^(?:分类|类别|类型|领域|维度|一级指标|方面|指标类别|指标分类|类)$")),
    ("indicator", re.compile(r"指标")),
)
_NAMING = re.compile(
    r"^(?:主要|核心|具体|发展|规划|预期)*(?:指标|目标)(?:名称|内容|项目)?$"
)  # 指标, 目标名称: not 2025年目标
_CONTENTS = re.compile("(?:内容|要点|名称|项目)$")  # 考核内容
_YEAR_ALONE = re.compile(r"（((?:19|20)\d\d年?[末底]?)）")  # 现状（2025年）
_BASE_COLUMN = re.compile(r"现状|基期|基准|实际|完成")
_CAPTION = re.compile(r"指标|目标")
_BINDING = re.compile("约束性?|预期性?")
_NOTE_OF_ALL = re.compile("\\s*(?:备?注)[:：][^。\n]{0,24}[均都](?:为|是|属于?)(?:预期|约束)性")
_GROWN = re.compile(r"年均|增速|增长")
_GROWTH_WORD = re.compile(r"年均[一-鿿]{0,4}|增速|增长率?|增幅")
_EACH_YEAR = re.compile(r"年均(?!浓度|气温|值)|每年")
_REACHES = re.compile("(?:达到?|至|到|为|完成|突破|新建|建成|新增)$")  # in a cell of text: 覆盖率达到90%


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds; `year` and `base` of a column of values."""

    at: int
    role: _Role
    heading: str
    year: int | None = None
    base: bool = False
    unit: str = ""


def find(draft: Draft) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    """The figures of every table of indicators, row by row; a gap for such a table that gave none."""
    figures: list[Figure] = []
    gaps: list[Gap] = []
    before: tuple[PlacedTable, list[_Column]] | None = None  # a table of indicators and its columns
    years = document_years(draft) if draft.tables else DocumentYears(None, None)
    year = years.this if any(map(progress.columns, draft.tables)) else None
    for one in draft.tables:
        placed = one
        columns, first = _columns(placed, draft)
        if before and not columns and _goes_on(placed, *before, draft.text):
            columns, first = before[1], 0
            placed = replace(before[0], table=placed.table)
        before = (placed, columns) if columns else None
        found = list(_rows(placed, columns, first, draft)) if columns else []
        allotted = allotments.find(placed, draft, years, read=bool(found))
        for item in allotted:
            (figures if isinstance(item, Figure) else gaps).append(item)  # type: ignore[arg-type]
        if allotted:
            continue
        figures.extend(found)
        gaps.extend(_unread_cells(placed, columns, first, draft) if found else ())
        beside = {c.at for c in columns if c.role == "other"} if found else None
        gaps.extend(_of_text_cells(placed, draft, beside))
        for told in progress.find(placed, draft, year):
            (figures if isinstance(told, Figure) else gaps).append(told)  # type: ignore[arg-type]
        if not found and _promises(placed, draft):
            gaps.append(Gap("unread-table", "指标表里没有能读出的数值", placed.table.span))
    return tuple(figures), tuple(gaps)


def _goes_on(placed: PlacedTable, before: PlacedTable, columns: list[_Column], text: Text) -> bool:
    """Whether a table without a heading is the rest of the one right before it, from the next page."""
    rows = placed.table.rows
    if not rows or len(rows[0]) != len(before.table.rows[0]) or placed.table.span.start - before.table.span.end > 1:
        return False
    first = next((row for row in rows if len(set(row)) > 1), ())  # below a row that names a group
    values = [c.at for c in columns if c.role in ("value", "growth")]
    return bool(first) and any(value_of(_words(text, first[at])) for at in values)


def _of_text_cells(placed: PlacedTable, draft: Draft, beside: set[int] | None) -> Iterator[Gap]:
    """The numbers that reach or limit something in the cells of another table, where no passage reads them.

    `beside`: of a table of indicators, the columns that hold neither names nor values.
    """
    table = placed.table.span
    read = [p.span for p in draft.passages if table.start <= p.span.start < table.end]
    starts = [span.start for span in read]
    cells = (cell for row in placed.table.rows for i, cell in enumerate(row) if beside is None or i in beside)
    reported = progress.cells(placed)
    for cell in dict.fromkeys(cells):
        if cell in reported:
            continue
        before = bisect_left(starts, cell.span.end)  # the last passage that begins before the cell ends
        if before and read[before - 1].end > cell.span.start:
            continue
        words = compact(draft.text.read(cell.span), cell.span.start)
        for q in quantities(words.text):
            reached = q.compared or _REACHES.search(words.text[max(0, q.start - 4) : q.start])
            if reached and may_be_figure(q):
                yield Gap("unread-number", "非指标表里的数值没有读出", words.span(q.lead, q.trail))


def _promises(placed: PlacedTable, draft: Draft) -> bool:
    """Whether caption and heading call a table one of indicators with values."""
    headings = [_words(draft.text, c) for c in placed.table.rows[0]] if placed.table.rows else []
    named = any(_NAMING.match(h) for h in headings)
    valued = any(_names_year(h) or h.startswith("目标") for h in headings)
    return named and (valued or "指标" in draft.text.read(placed.caption)) and len(headings) > 1


def _names_year(words: str) -> bool:
    """Whether a heading names a year."""
    return next(year_marks(words), None) is not None


def _words(text: Text, cell: Cell) -> str:
    return re.sub(r"\s+", "", text.read(cell.span))


# ---- the heading rows ----


def _columns(placed: PlacedTable, draft: Draft) -> tuple[list[_Column], int]:
    """The columns and the number of heading rows; no columns where it is no table of indicators."""
    top = next((i for i, row in enumerate(placed.table.rows) if len(set(row)) > 1), 0)  # below a caption in the table
    rows = placed.table.rows[top:]
    for depth in range(1, min(3, len(rows)) + 1):
        headings = [_heading(draft.text, [row[i] for row in rows[:depth]]) for i in range(len(rows[0]))]
        columns = _goals(tuple(_column(i, words, draft) for i, words in enumerate(headings)), draft)
        first = next((row for row in rows[depth:] if len(set(row)) > 1), ())  # below a row that names a group
        heads = any(above is cell for above, cell in zip(rows[depth - 1], first, strict=False))  # merged down
        # whatever the row is named, 每月3次 is a value of its
        valued = (_words(draft.text, c) for c in first)
        below = not heads and any(values_of(words, "每") or has_sides(words) for words in valued)
        roles = {c.role for c in columns}
        if below and "value" in roles and (named := _with_indicator(columns, placed, draft)):
            return _finest(named, rows[depth:]), top + depth
    return [], 0


def _finest(columns: list[_Column], rows: Sequence[Sequence[Cell]]) -> list[_Column]:
    """The columns, where a name is merged over rows that a column of contents tells apart: that one names them."""
    (named, *others) = (c for c in columns if c.role == "indicator")
    last = next((c.at for c in columns if c.role in ("value", "growth") and c.at > named.at), 0)
    inner = next(
        (c for c in columns if named.at < c.at < last and c.role == "other" and _CONTENTS.search(c.heading)), None
    )
    merged = [row for row, above in pairwise(rows) if row[named.at] is above[named.at]] if inner and not others else []
    if inner is None or all(row[inner.at] is row[named.at] for row in merged):
        return columns
    roles: dict[int, _Role] = {named.at: "category", inner.at: "indicator"}
    return [replace(c, role=roles.get(c.at, c.role)) for c in columns]


def _goals(columns: tuple[_Column, ...], draft: Draft) -> list[_Column]:
    """The columns, where 目标 beside 指标 holds the values; alone it names them."""
    if not any(c.role == "indicator" and "指标" in c.heading for c in columns):
        return list(columns)
    end = years_of(draft.document)[1]
    return [
        replace(c, role="value", year=end) if c.role == "indicator" and c.heading.endswith("目标") else c
        for c in columns
    ]


def _heading(text: Text, cells: list[Cell]) -> str:
    distinct = list(dict.fromkeys(cells))
    return "".join(_words(text, c) for c in distinct)


def _column(at: int, heading: str, draft: Draft) -> _Column:
    plain = REMARKS.sub("", _YEAR_ALONE.sub(r"\1", heading))
    role: _Role = "other"
    if _NAMING.match(plain):
        role = "indicator"
    else:
        role = next((r for r, pattern in _HEADINGS if pattern.search(plain)), "other")
    marks = [m.year for m in year_marks(plain)]
    began, end = years_of(draft.document)
    bare = re.findall(r"20\d\d", plain)
    year = marks[-1] if marks else int(bare[-1]) if bare else None
    base = bool(_BASE_COLUMN.search(plain) and "目标" not in plain) or (
        year is not None and began is not None and year <= began
    )
    if year is None and role in ("value", "growth"):
        year = began if base else end
    unit = unit_in(heading) if role in ("value", "growth") else ""
    return _Column(at, role, plain, year, base, unit)


def _with_indicator(columns: list[_Column], placed: PlacedTable, draft: Draft) -> list[_Column]:
    """The columns, where one of them names indicators, or the caption says that the table does."""
    if any(c.role == "indicator" for c in columns):
        return columns
    table = draft.text.read(placed.table.span)
    if len(judged := [c for c in columns if c.role == "other" and asked_columns.judged(c.heading, table)]) == 1:
        return [replace(c, role="indicator") if c is judged[0] else c for c in columns]
    if not _CAPTION.search(draft.text.read(placed.caption)):
        return []
    first = next(c.at for c in columns if c.role in ("value", "growth"))
    names = [c for c in columns if c.at < first and c.role in ("other", "category")]
    if not names:
        return []
    return [_Column(c.at, "indicator", c.heading) if c is names[-1] else c for c in columns]


# ---- the rows ----


def _rows(placed: PlacedTable, columns: list[_Column], first: int, draft: Draft) -> Iterator[Figure]:
    text = draft.text
    of_caption = _binding(text.read(placed.caption)) or _of_note(text, placed.table.span.end)
    for_all = captions.unit_of_all(placed, draft)
    above, began = "", years_of(draft.document)[0]
    blocks = list(_blocks(columns))
    signs = marked_values.marks(text.folded, placed.table.span.end)
    told = {p.span.start for p in draft.passages} if placed.chapter == "goals" else ()  # goals in words of their own
    for row in placed.table.rows[first:]:
        for names, values in blocks:
            half = _half(columns, names, blocks)
            unit = next((_words(text, row[c.at]) for c in half if c.role == "unit"), "")
            binding = _binding("".join(_words(text, row[c.at]) for c in half if c.role == "attribute"))
            due = next(
                (y for c in half if c.role == "due" and (y := asked_columns.due_year(_words(text, row[c.at])))), None
            )
            at = row[names[-1].at]
            raw = _words(text, at)
            if not raw or _NAMING.match(raw) or value_of(raw, bare=True):
                continue
            whole, of_name = name_of(raw, above)
            for column in (c for c in values if row[c.at] is not at and row[c.at].span.start not in told):
                for words, value, place, figure_place in parted(text, at, row[column.at]):
                    name, of_part = (whole, of_name) if words == raw else name_of(words, above)
                    for read in values_of(value, name):
                        said = marked_values.told(read, value if column.base else raw + value, signs)
                        said = replace(said, year=due) if due and said.year is None and not column.base else said
                        own = column.role == "growth" and not said.held
                        of_row = unit or of_part or of_name or column.unit or for_all
                        yield _figure(
                            said,
                            name,
                            written_unit(said.quantity, column.unit or "%" if own else of_row),
                            column,
                            binding or of_caption,
                            placed.task,
                            place if place.start > figure_place.start else place.to(figure_place),
                            began,
                        )
            above = above if INNER.match(raw) else whole


def _figure(  # noqa: PLR0913, PLR0917 - the parts of a row
    said: Value,
    name: str,
    unit: str,
    column: _Column,
    binding: Bindingness | None,
    task: int | None,
    span: Span,
    began: int | None,
) -> Figure:
    q = said.quantity
    past = column.base if said.year is None else began is not None and said.year <= began
    kind: Literal["target", "observation"] = "observation" if past else "target"
    name = said.name or name
    name = name if not said.change or said.change in name else name + said.change
    name = name if not said.per or name.startswith("每") else said.per + name
    return Figure(
        kind,
        _grown(name, column, said.held),
        q.value,
        unit,
        q.comparator,
        q.maximum,
        said.year or column.year,
        "annual" if said.annual else _periodicity(name, column, said.held or said.total),
        binding,
        "table",
        task if kind == "target" else None,
        span,
    )


def _unread_cells(placed: PlacedTable, columns: list[_Column], first: int, draft: Draft) -> Iterator[Gap]:
    """The cells of value columns that have digits and gave no figure."""
    blocks = list(_blocks(columns))
    for row in placed.table.rows[first:]:
        named = {row[names[-1].at] for names, _ in blocks}
        for column in (c for _, values in blocks for c in values):
            words = _words(draft.text, row[column.at])
            if row[column.at] in named or not re.search(r"\d", words):
                continue
            read = [values_of(of, name) for at in named for name, of, _, _ in parted(draft.text, at, row[column.at])]
            if not read or not all(read):
                yield Gap("unread-number", "指标的这一格没有读出", row[column.at].span)


def _half(
    columns: list[_Column], names: list[_Column], blocks: list[tuple[list[_Column], list[_Column]]]
) -> list[_Column]:
    """The columns of one of two halves side by side; all columns where there is one."""
    if len(blocks) == 1:
        return columns
    later = [n[0].at for n, _ in blocks if n[0].at > names[0].at]
    return [c for c in columns if names[0].at <= c.at < min(later, default=len(columns))]


def _blocks(columns: list[_Column]) -> Iterator[tuple[list[_Column], list[_Column]]]:
    """Names with their values: more than one pair where a table stands in two halves side by side."""
    names: list[_Column] = []
    values: list[_Column] = []
    last = max((c.at for c in columns if c.role in ("value", "growth")), default=-1)
    named = [c for c in columns if c.role == "indicator"]
    if named and named[0].at > last:  # the names stand behind all values
        yield named, [c for c in columns if c.role in ("value", "growth")]
        return
    for column in columns:
        if column.role == "indicator":
            if names and values:
                yield names, values
            if values:
                names, values = [], []
            names.append(column)
        elif column.role in ("value", "growth"):
            values.append(column)
    if names and values:
        yield names, values


def _binding(words: str) -> Bindingness | None:
    found = {m[0][:2] for m in _BINDING.finditer(words)}
    if len(found) != 1:
        return None
    return "约束性" if found == {"约束"} else "预期性"


def _of_note(text: Text, end: int) -> Bindingness | None:
    """What the note right behind a table says of all its rows: 注：指标均为预期性指标。"""
    note = _NOTE_OF_ALL.match(text.folded, end)
    return _binding(note[0]) if note else None


def _periodicity(name: str, column: _Column, held: bool) -> Periodicity | None:
    if held:
        return "cumulative"
    if column.role == "growth" or _EACH_YEAR.search(name):
        return "annual"
    return "cumulative" if re.search("累计|合计|总计", name + column.heading) else None


def _grown(name: str, column: _Column, held: bool) -> str:
    """The name for a column of growth: 旅游收入 under 年均增速 is 旅游收入年均增速, for 〔4〕 under it 旅游收入累计."""
    if held and column.role == "growth":
        return name if "累计" in name else name + "累计"
    word = _GROWTH_WORD.search(column.heading)
    return name + word[0] if word and column.role == "growth" and not _GROWN.search(name) else name
