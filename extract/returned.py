"""A table of tasks that Guitu wrote, read back as it is: every line of a table is a task, whatever its words.

No rule of running text is applied, so titles, sections and terms come back letter for letter; only cells of agencies
are read by the grammar of all tables, so that what an office has changed there is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from guitu.extract.facts import Columns, Document, Facts, Gap, Level, Section, Task
from guitu.extract.owners import responsibilities
from guitu.extract.structure.document import metadata
from guitu.extract.structure.document.dates import day
from guitu.extract.structure.document.documents import Part, unread
from guitu.extract.structure.document.jurisdiction import jurisdiction
from guitu.extract.structure.draft import Draft, PlacedTable
from guitu.extract.structure.tables.division import Division, Row, without_dittos
from guitu.extract.structure.tables.table_columns import ROLES, Layout, around, layout
from guitu.extract.text import Block, Cell, Paragraph, Span, Table, Text
from guitu.extract.words import agencies
from guitu.extract.words.numbering import numbered
from guitu.extract.words.titles import type_of
from guitu.extract.words.topics import topics
from guitu.ontology.districts import region
from guitu.ontology.knowledge import Column

# the labels of the line below a title, as they are written: 发文字号：云政发〔2024〕6号　发布机构：云州市人民政府
NUMBER, ISSUERS, ISSUED, FROM, UNTIL, WHERE, WHOLE = (
    "发文字号", "发布机构", "成文日期", "施行日期", "失效日期", "适用地区", "所附文件",
)  # fmt: skip
NATIONWIDE = "全国"
NONE = "—"
"""What stands in the column of chapters where a task has none; a blank there is the chapter above."""
BETWEEN = "、"
_LABELLED = re.compile(rf"({'|'.join((NUMBER, ISSUERS, ISSUED, FROM, UNTIL, WHERE, WHOLE))})：")
_SPACES = " \u3000"
_MEASURED = re.compile("(?:指标|更正).{0,20}")


def documents(text: Text, columns: Columns = ()) -> tuple[Facts, ...]:
    """The facts of every document of a returned table. Pure; `columns`: headings of tables set by hand."""
    return tuple(_facts(text, part, columns) for part in _parts(text))


def _parts(text: Text) -> Iterator[Part]:
    """Each title with the blocks below it."""
    held: list[Block] = []
    for block in text.blocks:
        if held and isinstance(block, Paragraph) and block.level == 1:
            yield Part(tuple(held))
            held = []
        held.append(block)
    if held:
        yield Part(tuple(held))


def _facts(text: Text, part: Part, columns: Columns) -> Facts:
    document, sheet = _document(text, part), _Sheet(text)
    tables = tuple(sheet.read(block, columns) for block in part.blocks if isinstance(block, Table))
    tasks, sections = sheet.tasks(), tuple(sheet.sections.values())
    owners, gaps = responsibilities.find(Draft(text, document, sections, tasks, (), tables))
    every = (*unread(text, part), *sheet.gaps, *gaps)
    return Facts(
        document=document,
        sections=sections,
        tasks=tasks,
        responsibilities=owners,
        gaps=tuple(sorted(every, key=lambda gap: (gap.span, gap.kind, gap.reason))),
        divisions=tuple(placed.division.told() for placed in tables if placed.division),
    )


# ---- the lines above the table ----


def _document(text: Text, part: Part) -> Document:
    title, *rest = (block.span for block in part.blocks if isinstance(block, Paragraph))
    words = text.read(title).strip()
    told = {label: value for span in rest for label, value in _labelled(text.read(span))}
    names = [name for name in told.get(ISSUERS, "").split(BETWEEN) if name]
    place, level = _where(told.get(WHERE, ""), words, names)
    return Document(
        title=words,
        level=level,
        type=type_of(words),
        issuers=tuple(agencies.read(name, place) for name in names),
        number=told.get(NUMBER),
        issued=day(told.get(ISSUED, "")),
        valid_from=day(told.get(FROM, "")),
        valid_to=day(told.get(UNTIL, "")),
        period=metadata.period(words),
        part_of=told.get(WHOLE),
        jurisdiction=place,
        span=title,
        extent=part.extent,
    )


def _labelled(line: str) -> Iterator[tuple[str, str]]:
    """发文字号：云政发〔2024〕6号　成文日期：2024-04-18 to its labels with their values."""
    _, *found = _LABELLED.split(line)
    for label, value in zip(found[::2], found[1::2], strict=True):
        if value := value.strip(_SPACES):
            yield label, value


def _where(told: str, title: str, issuers: Sequence[str]) -> tuple[str | None, Level | None]:
    if told == NATIONWIDE:
        return None, "national"
    if told and (found := region(told)):
        return found.full, found.level
    return jurisdiction(title, issuers, (), "")


# ---- the table ----


@dataclass(frozen=True, slots=True)
class _Line:
    """One task of the table; `number`: 2, or 2.1 for what belongs to it; `section`: the order of that around."""

    row: Row
    number: str
    section: int | None


@dataclass(slots=True)
class _Sheet:
    """The table of one document while it is read."""

    text: Text
    sections: dict[tuple[str, ...], Section] = field(default_factory=dict)
    lines: list[_Line] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def read(self, table: Table, columns: Columns) -> PlacedTable:
        """A table with its rows."""
        found = layout(self.text, table, columns)
        if found is None:
            self.gaps.append(Gap("unread-table", "表头里没有认出任务和单位两列", table.span))
            return PlacedTable(table, Span(table.span.start, table.span.start), "work")
        first, chapter = len(self.lines), None
        for cells in without_dittos(self.text, table.rows[found.last + 1 :]):
            chapter = self._chapter(found, cells, chapter)
            self._line(found, cells, chapter)
        rows = tuple(line.row for line in self.lines[first:])
        told = (column or ("other" if _MEASURED.match(heading) else None) for column, heading in _columns(found))
        division = Division(rows, replace(found, columns=tuple(told)))
        return PlacedTable(table, Span(table.span.start, table.span.start), "work", division=division)

    def _line(self, found: Layout, cells: Sequence[Cell], chapter: int | None) -> None:
        spans = {column: self._written(found, cells, column) for column in ("number", "title", "body", "deadline")}
        owners = tuple((span, role) for name, role in ROLES.items() if (span := self._written(found, cells, name)))
        if title := spans["title"]:
            body, extent = spans["body"] or Span(title.end, title.end), around(cells)
            row = Row(title, body, owners, spans["deadline"], None, extent)
            number = self.text.read(spans["number"]) if spans["number"] else ""
            self.lines.append(_Line(row, number, chapter))
        elif owners:
            self.gaps.append(Gap("unread-duty", "有责任单位，没有写任务", owners[0][0]))

    def _written(self, found: Layout, cells: Sequence[Cell], column: Column) -> Span | None:
        """The words of the cell of a column, without the spaces around; None where it is blank."""
        for cell, _ in found.cells(cells, column):
            words = self.text.read(cell.span)
            start = cell.span.start + len(words) - len(words.lstrip())
            if end := len(words.rstrip()):
                return Span(start, cell.span.start + end)
        return None

    def _chapter(self, found: Layout, cells: Sequence[Cell], above: int | None) -> int | None:
        """The innermost section that a cell names, a heading in each line; what is new is added."""
        span = self._written(found, cells, "category")
        if span is None:
            return above
        parent, at = None, span.start
        path: tuple[str, ...] = ()
        for heading in self.text.read(span).split("\n"):
            if heading.strip() and heading.strip() != NONE:
                path = (*path, heading.strip())
                parent = self.sections.setdefault(path, self._section(heading, at, len(path), parent)).order
            at += len(heading) + 1
        return parent

    def _section(self, heading: str, at: int, depth: int, parent: int | None) -> Section:
        told = numbered(heading)
        length = told.length if told and told.length < len(heading) else 0
        title, label = heading[length:].strip(), told.label if told and length else None
        return Section(title, label, depth, len(self.sections), parent, Span(at, at + len(heading)))

    def tasks(self) -> tuple[Task, ...]:
        """Every line as a task; 2.1 is part of 2, the nearest one before it."""
        orders: dict[str, int] = {}
        found = []
        for order, line in enumerate(self.lines):
            row, (above, stop, _) = line.row, line.number.rpartition(".")
            parent = orders.get(above) if stop else None
            title, body = self.text.read(row.title), self.text.quote(row.body)
            until = self.text.read(row.deadline) if row.deadline else None
            named = topics(self.text, row.title, row.body)
            found.append(Task(title, "measure", order, line.section, parent, body, until, named, row.title, row.extent))
            orders[line.number] = order
        return tuple(found)


def _columns(found: Layout) -> Iterator[tuple[Column | None, str]]:
    return zip(found.columns, found.headings, strict=True)
