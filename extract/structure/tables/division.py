"""Tables that hold tasks: divided among agencies, or matters with their content; rows with spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from guitu.extract.facts import Columns, DivisionTable, Role
from guitu.extract.structure.tables.matrix import Matrix, going_on, matrix
from guitu.extract.structure.tables.table_columns import (
    HEADER_ROWS,
    ROLES,
    YEAR,
    Layout,
    bare,
    continued,
    header,
    layout,
    names_indicator,
    repeats,
    without_remarks,
)
from guitu.extract.text import Cell, Span, Table, Text
from guitu.extract.words.numbering import numbered
from guitu.ontology.knowledge import matter_columns

_TITLE_END = re.compile(r"[。；;：:\n]")
_EMPTY = re.compile(r"[\s无/—\-－]*$")
_SHORTEST_CLAUSE = 4
_LONGEST_TITLE = 22  # of one with a comma, like that of a heading
_AGENCY = re.compile("(?:局|委|厅|办|部|院|府|会|中心|公司|单位|部门)(?:$|[、，；（ \n])")
_DITTO = re.compile(r"\s*(?:同上|同前|〃|″|“|”|\"){1,2}\s*")
_WORDS = re.compile(r"[一-鿿]{2}")
# a row that counts the others: 合计, 小计：, 总计（项）, 共计12项
_TOTAL = re.compile(r"\s*(?:[合小总共累]\s*计|总\s*数|汇总)(?:（[^（）]{0,6}）|[：:]|\s|\d{1,5}[项个条件]?)*\s*")
_FIRST_CELLS = 3
_GOALS = re.compile("目标值?$")
_TOLD_GOAL = re.compile(r"[^\d\n]{4,}\d")
_ROOMS = re.compile(".[处科股]室")


Owners = tuple[tuple[Span, Role], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One task of a table. `title`: its cell up to the end of the first sentence; `body`: what describes it.

    `owners`: cells of agencies, each with the role of its column; `category`: the cell or row that groups it;
    `extent`: the whole row; `rooms`: cells of rooms, each with the heading that names their body, 市卫健委内牵头处室.
    """

    title: Span
    body: Span
    owners: Owners
    deadline: Span | None
    category: Span | None
    extent: Span
    rooms: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Division:
    """A table that divides tasks among agencies, and how its columns were read."""

    rows: tuple[Row, ...]
    layout: Layout
    crossed: Matrix | None = None

    @property
    def of_indicators(self) -> bool:
        """Whether its tasks are indicators or goals: 指标名称 or 节水目标 beside 责任单位."""
        columns = list(zip(self.layout.headings, self.layout.columns, strict=True))
        named = [heading for heading, column in columns if column == "title"]
        told = named or [heading for heading, column in columns if column == "body"]
        return any(map(names_indicator, named)) or any(_GOALS.search(without_remarks(heading)) for heading in told)

    def goals(self, text: Text) -> Iterator[Span]:
        """The cells that tell a goal in words of their own: 漏损率降到9%; not 9%."""
        for row in self.rows:
            cell = Span(row.title.start, max(row.title.end, row.body.end if row.body.start <= row.title.end else 0))
            if _TOLD_GOAL.match(text.read(cell)):
                yield cell

    def told(self) -> DivisionTable:
        """The columns with what they hold, for the report."""
        return self.layout.told(len(self.rows))


def read(text: Text, table: Table, told: Columns = (), before: Division | None = None) -> Division | None:
    """The rows of a division table, or None for a table without a column of tasks and one of agencies.

    `told`: headings set by hand; `before`: the division table before this one, whose layout goes on here where this
    one has as many columns and no header of its own.
    """
    crossed = None if told else matrix(text, table)
    found = crossed.layout if crossed else layout(text, table, told)
    if found is None and before and before.crossed and (crossed := going_on(text, table, before.crossed)):
        found = crossed.layout
    elif found is None and before and not before.crossed:
        found = _going_on(text, table, before.layout)
    if found is None:
        return None
    found = _counted_by_content(text, table, _with_measures(text, table, found))
    rows: list[Row] = []
    category: Span | None = None
    for cells in without_dittos(text, table.rows[found.last + 1 :]):
        if repeats(text, cells, found):
            continue  # the header again, on a new page
        if len({cell.span for cell in cells}) == 1:
            category = cells[0].span if not _is_empty(text, cells[0].span) else category
            continue
        marked = crossed.owners(text, cells) if crossed else None
        for row in _rows(text, cells, found, category, marked):
            if rows and rows[-1].title == row.title:
                rows[-1] = _joined(rows[-1], row)
            else:
                rows.append(row)
    return Division(tuple(rows), found, crossed) if rows else None


_TASKS = re.compile("任务|工作|事项|项目")  # a problem (问题 | 整改措施) is none
_MEASURES = re.compile("(?:措施|举措|内容|要求|做法)$")
_FAULTS = re.compile("问题|短板|隐患|弱项")


def _with_measures(text: Text, table: Table, found: Layout) -> Layout:
    """The layout, where each task has one row: the measures beside it (主要任务 | 细化措施) are what it says."""
    titles = [i for i, column in enumerate(found.columns) if column == "title"]
    rows = _told(text, table, found)
    if len(titles) != 2:
        return found
    task, measure = (bare(found.headings[i]) for i in titles)
    if not _TASKS.search(task) or not _MEASURES.search(measure):
        return found
    if _FAULTS.search(bare(found.headings[titles[0]])):  # 问题 | 整改措施
        return found
    named = [text.read(row[titles[0]].span) for row in rows]
    if len(set(named)) < len(named) or not all(map(_WORDS.search, named)):
        return found
    return replace(found, columns=tuple("body" if i == titles[1] else one for i, one in enumerate(found.columns)))


def _told(text: Text, table: Table, found: Layout) -> list[Sequence[Cell]]:
    """The rows below the header that do not count the others."""
    return [row for row in table.rows[found.last + 1 :] if not _is_total(text, row)]


def _is_total(text: Text, cells: Sequence[Cell]) -> bool:
    return any(_TOTAL.fullmatch(text.read(cell.span)) for cell in cells[:_FIRST_CELLS])


def _counted_by_content(text: Text, table: Table, found: Layout) -> Layout:
    """The layout, where rows that share the cell of a task are each counted: it groups them, contents are the tasks."""
    columns = list(found.columns)
    if columns.count("title") != 1 or columns.count("body") != 1 or "number" not in columns:
        return found
    number, title, body = (columns.index(kind) for kind in ("number", "title", "body"))
    rows = [row for row in _told(text, table, found) if len({cell.span for cell in row}) > 1]
    shared = [(one, other) for one, other in pairwise(rows) if one[title].span == other[title].span]
    told = all(_WORDS.search(text.read(row[body].span)) for row in rows if not _is_empty(text, row[number].span))
    if not shared or not told or any(one[i].span == other[i].span for one, other in shared for i in (number, body)):
        return found
    columns[title], columns[body] = "category", "title"
    return replace(found, columns=tuple(columns))


def without_dittos(text: Text, lines: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows with the cell above in place of each that says 同上."""
    above: Sequence[Cell] = ()
    for cells in lines:
        repeated = [bool(above) and _DITTO.fullmatch(text.read(cell.span)) for cell in cells]
        above = [above[i] if here else cell for i, (cell, here) in enumerate(zip(cells, repeated, strict=True))]
        yield above


def _going_on(text: Text, table: Table, before: Layout) -> Layout | None:
    """The layout of a table that a page has cut: as wide as the one before, its cells of agencies naming agencies."""
    if not table.rows or len(table.rows[0]) != len(before.columns) or header(text, table):
        return None
    first = [cell for cell, _ in before.cells(table.rows[0], *ROLES)]
    return continued(before) if any(_AGENCY.search(text.read(cell.span)) for cell in first) else None


def matters(text: Text, table: Table) -> tuple[Row, ...]:
    """The rows of a table that says what is to be done without saying who: 重点领域 beside 发展重点; empty for others.

    The matter is the title, its content the body; no owners. A table of division, of figures or of terms has none.
    """
    if layout(text, table):
        return ()
    for number, cells in enumerate(table.rows[:HEADER_ROWS]):
        kinds = [_pair(text.read(cell.span)) for cell in cells]
        if "bar" in kinds:
            return ()
        if "matter" in kinds and "content" in kinds and len({cell.span for cell in cells}) > 1:
            return _matters(text, table.rows[number + 1 :], kinds)
    return ()


def _pair(heading: str) -> str | None:
    if YEAR.match(bare(heading)):
        return "bar"
    return matter_columns().get(bare(heading)) or matter_columns().get(without_remarks(heading))


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


def _rows(
    text: Text, cells: Sequence[Cell], found: Layout, category: Span | None, marked: Owners | None
) -> Iterator[Row]:
    """The task of a row; where agencies stand first, each numbered duty of their cell is a task.

    `marked`: the owners of a row in a table with agencies as columns.
    """
    row = _row(text, cells, found, category)
    if row is None:
        return
    row = row if marked is None else replace(row, owners=marked)
    duties = _duties(text, row) if found.agency_first else []
    if len(duties) < 2:
        title = _clause(text, row.title) if found.agency_first else row.title
        yield replace(row, title=title, body=row.body if title == row.title else Span(title.end, row.body.end))
        return
    for duty in duties:
        title = _opening(text, duty)
        yield replace(row, title=title, body=Span(title.end, duty.end), extent=duty)


def _duties(text: Text, row: Row) -> list[Span]:
    """The numbered duties in a cell: 1.拟订计划。2.组织检查。"""
    cell = Span(row.title.start, max(row.title.end, row.body.end))
    words = text.read(cell)
    starts = [0, *(match.start() for match in _NEXT_DUTY.finditer(words))]
    return [Span(cell.start + a, cell.start + b) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]


_NEXT_DUTY = re.compile(r"(?<=[。；;\n])[ \n]*(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、](?!\d)|[①-⑳])")


def _row(text: Text, cells: Sequence[Cell], layout: Layout, category: Span | None) -> Row | None:
    if _is_total(text, cells):
        return None
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
    title = _opening(text, told.span)
    body = Span(title.end, told.span.end) if not rest else rest[0].span.to(rest[-1].span)
    owners = tuple((cell.span, ROLES[c]) for cell, c in layout.cells(cells, *ROLES) if not _is_empty(text, cell.span))
    deadlines = [cell.span for cell, _ in layout.cells(cells, "deadline") if not _is_empty(text, cell.span)]
    group = next((cell.span for cell in reversed(groups) if not _is_empty(text, cell.span)), category)
    extent = _around([cell.span for cell in cells])
    rooms = tuple(
        (cell.span, heading)
        for cell, heading, column in zip(cells, layout.headings, layout.columns, strict=False)
        if column in ROLES and _ROOMS.search(heading)
    )
    return Row(title, body, owners, deadlines[0] if deadlines else None, group, extent, rooms)


def _around(spans: Sequence[Span]) -> Span:
    """The smallest range that holds them all."""
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _joined(first: Row, second: Row) -> Row:
    """Rows that share a merged cell of the task: one task with the owners of both."""
    owners = dict.fromkeys((*first.owners, *second.owners))
    body = Span(first.body.start, max(first.body.end, second.body.end))
    deadline, extent = first.deadline or second.deadline, _around((first.extent, second.extent))
    rooms = (*first.rooms, *second.rooms)
    return Row(first.title, body, tuple(owners), deadline, first.category, extent, rooms)


def _title(text: Text, cell: Span) -> Span:
    """The first sentence of a cell, without its number."""
    words = text.read(cell)
    start = len(words) - len(words.lstrip())
    if (number := numbered(words[start:])) and start + number.length < len(words):
        start += number.length
    end = _TITLE_END.search(words, start + 1)
    stop = len(words.rstrip()) if end is None else end.start()
    return Span(cell.start + start, cell.start + max(stop, start))


def _opening(text: Text, cell: Span) -> Span:
    """The title of a task that is told in sentences: the first one, or where it is long its first clause."""
    title = _title(text, cell)
    comma = text.read(title).find("，")
    return title if len(title) <= _LONGEST_TITLE or comma < _SHORTEST_CLAUSE else Span(title.start, title.start + comma)


def _clause(text: Text, title: Span) -> Span:
    """The first clause of a title that is a whole sentence: 加强交通安全，强化消防安全。"""
    comma = text.read(title).find("，")
    whole = text.read(Span(title.end, title.end + 1)) in ("。", "；", ";")
    return Span(title.start, title.start + comma) if whole and comma >= _SHORTEST_CLAUSE else title


def _is_empty(text: Text, span: Span) -> bool:
    return bool(_EMPTY.match(text.read(span)))
