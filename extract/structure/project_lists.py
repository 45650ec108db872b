"""Numbered tables that only list projects or tasks, without owners and without a column of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.structure.division import Row
from guitu.extract.structure.headings import RUN_IN, one_stop
from guitu.extract.structure.table_columns import HEADER_ROWS, bare
from guitu.extract.text import Cell, Span, Table, Text
from guitu.extract.words.lines import LONGEST_HEADING
from guitu.ontology.knowledge import columns, matter_columns

_PROJECTS = re.compile(r"(?:项目|任务|工程|行动|举措)(?:名称)?$")
_NAMED = re.compile("项目|任务|工程|行动|举措")
_COUNTED = re.compile(r"\s*\d{1,3}[.、]?\s*")
_WORDS = re.compile(r"[一-鿿]{2}")


def projects(text: Text, table: Table, above: str) -> tuple[Row, ...]:
    """The rows of a list of projects as tasks; empty for other tables. `above`: the heading and caption of the table.

    A cell that is a name is the task; of one that runs on, its run-in title; one that opens with a sentence has none.
    """
    if not _NAMED.search(above):
        return ()
    for number, cells in enumerate(table.rows[:HEADER_ROWS]):
        heads = [bare(text.read(cell.span)) for cell in cells]
        if any(matter_columns().get(head) == "bar" for head in heads):
            return ()
        counted = next((i for i, head in enumerate(heads) if columns().get(head) == "number"), None)
        named = [i for i, head in enumerate(heads) if _PROJECTS.search(head)]
        if counted is not None and named and cells[counted] is not cells[named[-1]]:
            return tuple(_rows(text, table, number + 1, counted, named[-1]))
    return ()


def _rows(text: Text, table: Table, first: int, counted: int, named: int) -> Iterator[Row]:
    read: set[Cell] = set()
    for cells in table.rows[first:]:
        cell = cells[named]
        if cell in read or not _COUNTED.fullmatch(text.read(cells[counted].span)):
            continue
        read.add(cell)
        if title := _title(text, cell.span):
            above = cells[named - 1].span if named - 1 != counted and named else None
            yield Row(title, Span(title.end, cell.span.end), (), None, above, cells[counted].span.to(cell.span))


def _title(text: Text, cell: Span) -> Span | None:
    words = text.read(cell).rstrip()
    if "。" in words and not one_stop(words):
        opener = RUN_IN.match(words)
        return Span(*opener.span(1)).shift(cell.start) if opener and "，" not in opener[1] else None
    end = min((at for at in (words.find("，"), words.find("："), words.find("\n")) if at > 0), default=len(words))
    name = words[:end].rstrip(" 。；")
    return Span(0, len(name)).shift(cell.start) if _WORDS.search(name) and len(name) <= LONGEST_HEADING else None
