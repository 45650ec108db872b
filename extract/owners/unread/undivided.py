"""Tables that look like a division of tasks and are not read as one, since a column of theirs is not recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Columns, DivisionTable, Gap
from guitu.extract.structure.draft import Draft
from guitu.extract.structure.tables.division import read
from guitu.extract.structure.tables.matrix import matrix
from guitu.extract.structure.tables.table_columns import Layout, bare, has_owner, has_task, header, unknown
from guitu.extract.text import Table, Text
from guitu.extract.words.agencies import is_agency_like
from guitu.ontology.knowledge import matter_columns

_NAMES = re.compile(r"[、，；：\s]+")
_NOBODY = re.compile(r"[无/—\-－]*")
_ELSE = re.compile(r"(?:[镇乡村区县市州省]|街道|社区|公司|集团|学校|医院)$")  # 建设地点, 申报企业: no column of owners
_WORDS = re.compile("[一-鿿]{2}")
_ROWS, _COLUMNS = 200, 20  # of a large table so many tell what a column holds


def find(draft: Draft, told: Columns = ()) -> tuple[tuple[DivisionTable, ...], tuple[Gap, ...]]:
    """Each such table with no rows and the columns that it has, and a gap for it.

    Tasks beside a column of agencies that is not recognised as one, or a column of owners beside no task. A table of
    figures, of terms or of persons is none; neither is a list of projects that names no agency.
    """
    tables: list[DivisionTable] = []
    gaps: list[Gap] = []
    for placed in draft.tables:
        found = None
        crossed = matrix(draft.text, placed.table)
        if crossed and not crossed.explained:
            gaps.append(Gap("unread-table", "表头是单位，表里的符号没有说明是牵头还是配合", crossed.layout.header))
        if not placed.division:
            if placed.chapter == "goals" and (of := read(draft.text, placed.table, told)) and of.of_indicators:
                gaps.append(Gap("unread-table", "目标一章的指标表里有责任单位，没有对应的任务", of.layout.header))
                continue
            found = header(draft.text, placed.table, told) or unknown(draft.text, placed.table)
        reason = _reason(draft.text, placed.table, found) if found else None
        if found and reason:
            tables.append(found.told(rows=0))
            gaps.append(Gap("unread-table", reason, found.header))
    return tuple(tables), tuple(gaps)


def _reason(text: Text, table: Table, found: Layout) -> str | None:
    rows = table.rows[found.last + 1 :][:_ROWS]
    headings = [bare(heading) for heading in found.headings]
    unread = [i for i, column in enumerate(found.columns) if column is None and headings[i]]
    if not rows or not unread or any(matter_columns().get(heading) == "bar" for heading in headings):
        return None
    if has_owner(found.columns):
        return None if has_task(found.columns) else "表里有责任单位，没有认出哪一列是任务"
    if has_task(found.columns) and sum(is_agency_like(headings[i]) for i in unread) > 1:
        return "表头是单位，没有读出各单位与任务的关系"
    columns = [[text.read(row[i].span) for row in rows] for i in unread[:_COLUMNS]]
    listing = [_names_agencies(cells) for cells in columns]
    if not any(listing):
        return None
    if has_task(found.columns):
        return "表里有任务，没有认出哪一列是责任单位"
    told = any(all(map(_WORDS.search, cells)) for cells, names in zip(columns, listing, strict=True) if not names)
    return "表里有单位，没有认出哪一列是任务，哪一列是责任单位" if told else None


def _names_agencies(cells: Sequence[str]) -> bool:
    """Whether most cells that hold words are lists of agencies, and not of places or enterprises."""
    lists = [[name for name in _NAMES.split(cell) if not _NOBODY.fullmatch(name)] for cell in cells]
    lists = [names for names in lists if names]
    found = (all(map(is_agency_like, names)) and any(not _ELSE.search(name) for name in names) for names in lists)
    return 2 * sum(found) > len(lists)
