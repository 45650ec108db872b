"""Numbered tables that only list projects or tasks, without owners and without a column of contents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.extract.facts import Section
from guitu.extract.structure.outline.headings import RUN_IN, item_title, one_stop
from guitu.extract.structure.tables.division import Row, matters
from guitu.extract.structure.tables.table_columns import HEADER_ROWS, bare
from guitu.extract.text import Cell, Span, Table, Text
from guitu.extract.words.lines import LONGEST_HEADING
from guitu.extract.words.numbering import numbered
from guitu.ontology.knowledge import columns, matter_columns

_PROJECTS = re.compile(r"(?:项目|任务|工程|行动|举措)(?:名称)?$")
_NAMED = re.compile("项目|任务|工程|行动|举措")
_COUNTED = re.compile(r"\s*\d{1,3}[.、]?\s*")
_NUMBER = re.compile(r"(?:^|(?<=[。；\n])) *(\d{1,2}) ?[.．、](?!\d)")
_PAIR, _FEWEST, _LONGEST_NAME = 2, 2, 12
_WORDS = re.compile(r"[一-鿿]{2}")


def rows(text: Text, table: Table, caption: str, around: Section | None) -> tuple[Row, ...]:
    """The rows of a table in a chapter of work that is none of division: projects, matters, or items of a box.

    `around`: the section that the table stands in.
    """
    listed = projects(text, table, caption + (around.title if around else ""))
    paired = matters(text, table)
    if listed or paired:
        return listed if len(listed) > len(paired) else paired
    boxed = around is not None and around.number is not None and around.number.startswith("专栏")
    return listed_in_cells(text, table) if boxed else ()


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


def listed_in_cells(text: Text, table: Table) -> tuple[Row, ...]:
    """The numbered items of the cells in a box that is a table: 重点项目 | 1.修建水闸。2.疏浚西河。; empty for others.

    Each row pairs a name with what is listed under it; a cell that lists nothing numbered has no items.
    """
    found: list[Row] = []
    for cells in table.rows:
        own = tuple(dict.fromkeys(cell for cell in cells if _WORDS.search(text.read(cell.span))))
        if len(own) != _PAIR or len(own[0].span) > _LONGEST_NAME or numbered(text.read(own[0].span)):
            return ()
        found += _items(text, own[1].span, own[0].span)
    return tuple(found)


def _items(text: Text, cell: Span, above: Span) -> Iterator[Row]:
    words = text.read(cell)
    starts = [match.start(1) for match in _NUMBER.finditer(words)]
    counted = [int(match[1]) for match in _NUMBER.finditer(words)]
    if len(counted) < _FEWEST or counted != list(range(1, len(counted) + 1)):
        return
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        part = words[start:end].rstrip()
        number = numbered(part)
        if number is None:
            continue
        title, body = item_title(part, number.length)
        if _WORDS.search(part, title.start, title.end):
            at = cell.start + start
            yield Row(title.shift(at), body.shift(at), (), None, above, Span(at, at + len(part)))


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
