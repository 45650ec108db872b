"""What two documents say, read from the rows of a query: the two meant, their tasks, duties and targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import Literal, NamedTuple
from urllib.parse import unquote

from guitu.extract.errors import QueryError
from guitu.extract.words.nearest import meant
from guitu.graph.compare.scope import field_of
from guitu.graph.keep.store import Row
from guitu.ontology.terms import LEVELS, PLAN_PERIODS

LISTED = 5  # documents that an error names
Relation = Literal["successor", "lower", "beside"]
"""How the second document stands to the first: a later plan in its place, one of a level below, or neither."""

_YEARS = re.compile(r"(?:19|20)\d\d")
_FIRST, _LENGTH = 1955, 5  # 一五 ended in 1957, 十五 in 2005; those before 六五 are not reckoned with


class Columns(NamedTuple):
    """One row of the query; `kind`: document, task, duty, target, pair."""

    kind: str
    doc: str
    title: str
    number: str | None
    level: str | None
    place: str | None
    period: str | None
    task: str | None
    name: str | None
    deadline: str | None
    node: str | None
    role: str | None
    value: str | None
    maximum: str | None
    unit: str | None
    normal: str | None
    measure: str | None
    comparator: str | None
    year: str | None
    periodicity: str | None
    bindingness: str | None
    other: str | None
    relation: str | None
    score: str | None
    quote: str | None


@dataclass(slots=True)
class Task:
    """A task with what is said of it."""

    said: Columns
    duties: list[Columns] = field(default_factory=list)
    targets: list[Columns] = field(default_factory=list)

    @property
    def iri(self) -> str:
        """The task itself."""
        return self.said.task or ""

    @property
    def title(self) -> str:
        """What is to be done."""
        return self.said.name or ""


@dataclass(slots=True)
class Side:
    """One of the two documents: itself, its tasks in order, its targets that belong to no task, its alignments."""

    document: Columns
    tasks: list[Task] = field(default_factory=list)
    targets: list[Columns] = field(default_factory=list)
    pairs: list[Columns] = field(default_factory=list)


def sides(rows: Iterable[Row], args: Sequence[str]) -> tuple[Side, Side]:
    """The documents that the two arguments mean. QueryError where one means none or several, or both mean one."""
    found = tuple(starmap(Columns, rows))
    documents = [row for row in found if row.kind == "document"]
    before, after = (_meant(arg.strip(), documents) for arg in args)
    if before.doc == after.doc:
        raise QueryError("diff", f"both names mean one document: {before.title}", "name two documents")
    one, other = _side(before, found), _side(after, found)
    one.pairs += [row._replace(task=row.other, other=row.task) for row in other.pairs]
    return one, other


def _meant(written: str, documents: Sequence[Columns]) -> Columns:
    """By its IRI, number or title, else by a part of number or title."""
    exact = [row for row in documents if written in (row.doc, row.number, row.title)]
    low = written.lower()
    found = exact or [row for row in documents if low in row.title.lower() or low in (row.number or "").lower()]
    if len(found) == 1:
        return found[0]
    if not found:
        remedy = meant(written, [row.title for row in documents], "see guitu ask documents")
        raise QueryError("diff", f"no such document: {written}", remedy)
    shown = "、".join(f"《{row.title}》" for row in found[:LISTED]) + ("…" if len(found) > LISTED else "")
    raise QueryError(
        "diff", f"{written} can mean {len(found)} documents: {shown}", "give the whole title or the number"
    )


def _side(document: Columns, rows: Iterable[Columns]) -> Side:
    side = Side(document)
    own = [row for row in rows if row.doc == document.doc]
    tasks = {row.task: Task(row) for row in own if row.kind == "task"}
    side.tasks = list(tasks.values())
    for row in own:
        if row.kind == "duty" and row.task in tasks:
            tasks[row.task].duties.append(row)
        elif row.kind == "target":
            (tasks[row.task].targets if row.task in tasks else side.targets).append(row)
        elif row.kind == "pair":
            side.pairs.append(row)
    return side


def relation(before: Side, after: Side) -> Relation:
    """How the second document stands to the first.

    A successor is of the same place, level and field, and ends later: only such a plan can drop what was there before.
    """
    one, other = before.document, after.document
    if on_one_line(before, after):
        ends = end_of(one), end_of(other)
        later = None not in ends and ends[0] < ends[1]  # type: ignore[operator]
        return "successor" if later and in_one_field(before, after) else "beside"
    if one.level is None or other.level is None:
        return "beside"
    order = tuple(LEVELS)
    return "lower" if order.index(one.level) < order.index(other.level) else "beside"


def on_one_line(before: Side, after: Side) -> bool:
    """Whether both documents are of one place and level, so that numbers and agencies compare."""
    one, other = before.document, after.document
    return (one.place, one.level) == (other.place, other.level)


def in_one_field(before: Side, after: Side) -> bool:
    """Whether the titles name one field."""
    return field_of(before.document.title, _place(before)) == field_of(after.document.title, _place(after))


def _place(side: Side) -> str | None:
    return side.document.place and unquote(side.document.place.rpartition("/")[2])


def end_of(document: Columns) -> int | None:
    """The last year of a plan: of its five-year period, else the last that its title names.

    >>> blank = dict.fromkeys(Columns._fields)
    >>> end_of(Columns(**{**blank, "title": "云州市节水规划（2026—2030年）"}))
    2030
    """
    if document.period and document.period in PLAN_PERIODS:
        return _FIRST + _LENGTH * (list(PLAN_PERIODS).index(document.period) + 1)
    return max(map(int, _YEARS.findall(document.title)), default=None)
