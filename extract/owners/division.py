"""Tables that hold tasks: divided among agencies, or matters with their content; rows with spans."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Role
from guitu.extract.text import Cell, Span, Table, Text
from guitu.ontology.knowledge import Column, columns, matter_columns

_HEADER_ROWS = 3
_TITLE_END = re.compile(r"[。；;：:\n]")
_EMPTY = re.compile(r"[\s无/—\-－]*$")
_NUMBERING = re.compile(r"\s*(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]\s*)?")
_ROLES: Mapping[Column, Role] = {"lead": "lead", "responsible": "responsible", "support": "support"}
_WORDS = re.compile(r"[一-鿿]{2}")
_DUTIES = re.compile(r"(?:工作|主要|具体|部门|单位)?职责(?:任务)?|承担任务")
_WHO = re.compile(r"(?:成员|责任)?(?:单位|部门)(?:名称)?")
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_HEADING_NOISE = re.compile(r"[\s（）()、/和及与：:\n]")


@dataclass(frozen=True, slots=True)
class Row:
    """One task of a table. `title`: its cell up to the end of the first sentence; `body`: what describes it.

    `owners`: cells of agencies, each with the role of its column; `category`: the cell or row that groups it;
    `extent`: the whole row.
    """

    title: Span
    body: Span
    owners: tuple[tuple[Span, Role], ...]
    deadline: Span | None
    category: Span | None
    extent: Span


@dataclass(frozen=True, slots=True)
class Division:
    """A table that divides tasks among agencies."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    columns: tuple[Column | None, ...]
    header: int

    def cells(self, row: Sequence[Cell], *wanted: Column) -> list[tuple[Cell, Column]]:
        found: dict[Cell, Column] = {}
        for cell, column in zip(row, self.columns, strict=False):
            if column in wanted:
                found.setdefault(cell, column)
        return list(found.items())


def read(text: Text, table: Table) -> Division | None:
    """The rows of a division table, or None for a table without a column of tasks and one of agencies."""
    layout = _layout(text, table)
    if layout is None:
        return None
    rows: list[Row] = []
    category: Span | None = None
    for cells in table.rows[layout.header + 1 :]:
        if _columns(text, cells) == layout.columns:
            continue  # the header again, on a new page
        if len({cell.span for cell in cells}) == 1:
            category = cells[0].span if not _is_empty(text, cells[0].span) else category
            continue
        row = _row(text, cells, layout, category)
        if row and not (rows and rows[-1].title == row.title):
            rows.append(row)
        elif row:
            rows[-1] = _joined(rows[-1], row)
    return Division(tuple(rows))


def matters(text: Text, table: Table) -> tuple[Row, ...]:
    """The rows of a table that says what is to be done without saying who: 重点领域 beside 发展重点; empty for others.

    The matter is the title, its content the body; no owners. A table of division, of figures or of terms has none.
    """
    if _layout(text, table):
        return ()
    for number, cells in enumerate(table.rows[:_HEADER_ROWS]):
        kinds = [_pair(text.read(cell.span)) for cell in cells]
        if "bar" in kinds:
            return ()
        if "matter" in kinds and "content" in kinds and len({cell.span for cell in cells}) > 1:
            return _matters(text, table.rows[number + 1 :], kinds)
    return ()


def _pair(heading: str) -> str | None:
    words = _HEADING_NOISE.sub("", heading)
    if _YEAR.match(words):
        return "bar"
    return matter_columns().get(words) or matter_columns().get(_without_remarks(heading))


def _without_remarks(heading: str) -> str:
    return _HEADING_NOISE.sub("", re.sub(r"（[^（）]*）", "", heading))


def _matters(text: Text, lines: Sequence[Sequence[Cell]], kinds: Sequence[str | None]) -> tuple[Row, ...]:
    """The last column of matters before the first of content names the task, that before it what it belongs to."""
    first = kinds.index("content")
    columns_ = [i for i, kind in enumerate(kinds) if kind == "matter" and (i < first or "matter" not in kinds[:first])]
    contents = [i for i, kind in enumerate(kinds) if kind == "content"]
    rows: list[Row] = []
    before: Sequence[Cell] = ()
    for cells in lines:
        title = cells[columns_[-1]].span
        written = [
            cells[i].span for i in contents if _WORDS.search(text.read(cells[i].span)) and cells[i].span != title
        ]
        if written and _WORDS.search(text.read(title)) and _pair(text.read(title)) != "matter":
            own = [cell.span for cell in cells if cell not in before] or written
            category = cells[columns_[-2]].span if len(columns_) > 1 else None
            row = Row(_title(text, title), written[0].to(written[-1]), (), None, category, _around(own))
            rows[-1:] = [_joined(rows[-1], row)] if rows and rows[-1].title == row.title else [*rows[-1:], row]
        before = cells
    return tuple(rows)


def _layout(text: Text, table: Table) -> _Layout | None:
    for number, cells in enumerate(table.rows[:_HEADER_ROWS]):
        found = _columns(text, cells)
        has_task = "title" in found or "body" in found
        if has_task and any(column in _ROLES for column in found if column):
            return _Layout(found, number)
    return None


def _columns(text: Text, cells: Sequence[Cell]) -> tuple[Column | None, ...]:
    headings = [_HEADING_NOISE.sub("", text.read(cell.span)) for cell in cells]
    found = [_column(text.read(cell.span)) for cell in cells]
    if any(_DUTIES.fullmatch(heading) for heading in headings):  # 单位 | 主要职责: each agency with its duties
        found = [
            "responsible" if _WHO.fullmatch(heading) else column
            for heading, column in zip(headings, found, strict=True)
        ]
        found = [
            "title" if _DUTIES.fullmatch(heading) else column for heading, column in zip(headings, found, strict=True)
        ]
    return tuple(found)


def _column(heading: str) -> Column | None:
    words = _HEADING_NOISE.sub("", heading)
    known = columns()
    if words in known:
        return known[words]
    without = _without_remarks(heading)
    return known.get(without) or known.get(re.sub(r"^[市省区县州]级?直?", "", without))


def _row(text: Text, cells: Sequence[Cell], layout: _Layout, category: Span | None) -> Row | None:
    titles = [cell for cell, _ in layout.cells(cells, "title") if not _is_empty(text, cell.span)]
    bodies = [cell for cell, _ in layout.cells(cells, "body") if not _is_empty(text, cell.span)]
    if not titles and not bodies:
        return None
    groups = [cell for cell, _ in layout.cells(cells, "category")]
    # of two columns of tasks (重点任务, 具体举措) the last is the task, the first what it belongs to
    told = titles[-1] if titles else bodies[0]
    if len(titles) > 1:
        groups.append(titles[0])
    rest = [cell for cell in bodies if cell is not told]
    title = _title(text, told.span)
    body = Span(title.end, told.span.end) if not rest else rest[0].span.to(rest[-1].span)
    owners = tuple((cell.span, _ROLES[c]) for cell, c in layout.cells(cells, *_ROLES) if not _is_empty(text, cell.span))
    deadlines = [cell.span for cell, _ in layout.cells(cells, "deadline") if not _is_empty(text, cell.span)]
    group = next((cell.span for cell in reversed(groups) if not _is_empty(text, cell.span)), category)
    extent = _around([cell.span for cell in cells])
    return Row(title, body, owners, deadlines[0] if deadlines else None, group, extent)


def _around(spans: Sequence[Span]) -> Span:
    """The smallest range that holds them all."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _joined(first: Row, second: Row) -> Row:
    """Rows that share a merged cell of the task: one task with the owners of both."""
    owners = dict.fromkeys((*first.owners, *second.owners))
    body = Span(first.body.start, max(first.body.end, second.body.end))
    deadline, extent = first.deadline or second.deadline, _around((first.extent, second.extent))
    return Row(first.title, body, tuple(owners), deadline, first.category, extent)


def _title(text: Text, cell: Span) -> Span:
    """The first sentence of a cell, without its number."""
    words = text.read(cell)
    numbering = _NUMBERING.match(words)
    start = numbering.end() if numbering and numbering.end() < len(words) else 0
    end = _TITLE_END.search(words, start + 1)
    stop = len(words.rstrip()) if end is None else end.start()
    return Span(cell.start + start, cell.start + max(stop, start))


def _is_empty(text: Text, span: Span) -> bool:
    return bool(_EMPTY.match(text.read(span)))
