"""Drafts made by hand: what the recognisers of single facts read, without a reader or an outline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guitu.extract.facts import Document, DocumentType, Level, Section, Task
from guitu.extract.structure.draft import Chapter, Draft, Passage, PlacedTable
from guitu.extract.text import Block, Cell, Paragraph, Span, Table, Text

GRID = Sequence[Sequence[str]]


class Page:
    """Grows a reading text block by block: paragraphs and cells end with a line break."""

    def __init__(self) -> None:
        self.value = ""
        self.blocks: list[Block] = []

    def add(self, text: str) -> Span:
        """Append a line; its span is without the line break."""
        span = Span(len(self.value), len(self.value) + len(text))
        self.value += text + "\n"
        return span

    def paragraph(self, text: str) -> Span:
        """Append a paragraph."""
        span = self.add(text)
        self.blocks.append(Paragraph(span))
        return span

    def table(self, rows: GRID) -> Table:
        """Append a table; an empty string is an empty cell, "^" the cell above, "<" the cell to the left."""
        cells: list[tuple[Cell, ...]] = []
        start = len(self.value)
        for row in rows:
            made: list[Cell] = []
            for i, text in enumerate(row):
                made.append(cells[-1][i] if text == "^" else made[-1] if text == "<" else Cell(self.add(text)))
            cells.append(tuple(made))
        table = Table(Span(start, max(start, len(self.value) - 1)), tuple(cells))
        self.blocks.append(table)
        return table

    def text(self) -> Text:
        """All that was added."""
        return Text(self.value, tuple(self.blocks))


def document(
    title: str = "云州市数字经济发展“十四五”规划",
    *,
    period: str | None = "十四五",
    jurisdiction: str | None = "云州市",
    level: Level | None = "municipal",
    issued: date | None = None,
) -> Document:
    """A document of an invented city."""
    kind: DocumentType = "measures" if "措施" in title else "plan"
    return Document(title, level, kind, period=period, jurisdiction=jurisdiction, issued=issued)


def draft(
    *paragraphs: str,
    chapter: Chapter = "goals",
    heading: str | None = None,
    title: str = "云州市数字经济发展“十四五”规划",
    period: str | None = "十四五",
    jurisdiction: str | None = "云州市",
    level: Level | None = "municipal",
    issued: date | None = None,
    tasks: Sequence[str] = (),
    rows: GRID | None = None,
    caption: str = "",
) -> Draft:
    """A draft of running text, and of one table where `rows` are given.

    `heading`: a section heading above all paragraphs. `tasks`: one title for each paragraph, in order, or "" for none;
    the title is no part of the passage. A table comes last, its `caption` above it.
    """
    page = Page()
    passages: list[Passage] = []
    sections: tuple[Section, ...] = ()
    made: list[Task] = []
    if heading is not None:
        span = page.paragraph(heading)
        sections = (Section(heading, "一", 1, 0, span=span),)
        passages.append(Passage(span, chapter, 0, None, heading=True))
    section = 0 if sections else None
    for i, words in enumerate(paragraphs):
        order = None
        if i < len(tasks) and tasks[i]:
            order = len(made)
            head = page.paragraph(tasks[i])
            span = page.paragraph(words)
            made.append(Task(tasks[i], "heading", order, section, body=words, span=head, extent=head.to(span)))
        else:
            span = page.paragraph(words)
        passages.append(Passage(span, chapter, section, order))
    tables: tuple[PlacedTable, ...] = ()
    if rows is not None:
        above = page.paragraph(caption) if caption else Span(len(page.value), len(page.value))
        tables = (PlacedTable(page.table(rows), above, chapter, section),)
    about = document(title, period=period, jurisdiction=jurisdiction, level=level, issued=issued)
    return Draft(page.text(), about, sections, tuple(made), tuple(passages), tables)


def table_draft(
    rows: GRID,
    *,
    caption: str = "",
    chapter: Chapter = "goals",
    title: str = "云州市数字经济发展“十四五”规划",
    period: str | None = "十四五",
) -> Draft:
    """A draft of one table."""
    return draft(chapter=chapter, title=title, period=period, rows=rows, caption=caption)
