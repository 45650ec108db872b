"""What is due in a year: tasks by the deadline as written, targets by the year that they are set for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, starmap
from typing import NamedTuple

from guitu.extract.errors import QueryError
from guitu.graph.keep.store import Row
from guitu.graph.quads.deadlines import years

_ASKED = re.compile(r"((?:19|20)\d\d)年?")  # 2025, 2025年
_KINDS = {"zh": ("任务期限", "指标目标"), "en": ("deadline", "target")}


class _Columns(NamedTuple):
    """What the query says of one fact and one of its owners."""

    fact: str
    title: str | None
    period: str | None
    task: str | None
    deadline: str | None
    indicator: str | None
    comparator: str | None
    value: str | None
    maximum: str | None
    unit: str | None
    own: str | None
    agency: str | None
    role: str | None
    quote: str | None


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per fact and owner: deadlines first, then targets. QueryError where no year is asked for."""
    wanted = asked(args[0].strip())
    found = [
        row for row in starmap(_Columns, rows) if row.deadline is None or wanted in years(row.deadline, row.period)
    ]
    kept = [row for _, of in groupby(found, lambda row: (row.fact, row.quote)) for row in _nearest(list(of))]
    return tuple(_row(row, lang) for row in sorted(kept, key=lambda row: row.deadline is None))


def asked(written: str) -> int:
    """The year that is asked for: 2025, 2025年. QueryError where it is none."""
    found = _ASKED.fullmatch(written)
    if not found:
        raise QueryError("due", f"not a year: {written}", "ask: due 2025")
    return int(found[1])


def _nearest(owners: list[_Columns]) -> list[_Columns]:
    """The owners of the task itself; where there are none, those of the tasks around it."""
    return [row for row in owners if row.own == "true"] or owners


def _row(row: _Columns, lang: str) -> Row:
    deadline, target = _KINDS[lang]
    kind = target if row.deadline is None else deadline
    figure = (row.indicator, row.comparator, row.value, row.maximum, row.unit)
    return (kind, row.title, row.task, row.deadline, *figure, row.agency, row.role, row.quote)
