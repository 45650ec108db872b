"""Rows of answers for programs: the same keys whatever the language, and values that are what they look like."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, overload

from guitu.ontology import standards as std

Value = str | int | float | bool | date | None
Record = dict[str, Value]

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_KEY = re.compile(r"[^a-z0-9]+")
NUMBERS = frozenset(
    (
        *("agencies", "alignment", "amount", "betweenness", "cited_by", "depth", "documents", "group", "lead"),
        *("maximum", "modularity", "path", "responsible", "score", "shared_tasks", "step", "support", "tasks"),
        *("value", "year"),
    )
)
"""Columns of named questions in which a number is one; a cell of theirs that is no number stays a text."""
DATES = frozenset(["date", "in_force", "issued", "until"])
TRUTHS = frozenset(["ceiling"])
_XSD = std.VOCABULARIES["xsd"]
_INTEGERS = frozenset(
    _XSD + name
    for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "gYear")
)
_REALS = frozenset(_XSD + name for name in ("decimal", "double", "float"))


class Table(Sequence[Record]):
    """Rows of an answer, each a dict with a value (or None) for every column; pandas takes a table as it is.

    `headings`: of the columns, in the language of the answer. `rows_left`: found beyond the limit and not here;
    `things_left`: things (documents, agencies) that were not looked at any more; `cut`: whether either is so.

    >>> table = Table(("task", "score"), ("任务", "评分"), [{"task": "改造管网", "score": 0.95}])
    >>> len(table), table[0]["score"], table.column("task"), table.cut
    (1, 0.95, ['改造管网'], False)
    """

    def __init__(
        self,
        columns: Sequence[str],
        headings: Sequence[str],
        rows: Iterable[Record],
        rows_left: int = 0,
        things_left: int = 0,
    ) -> None:
        self.columns = tuple(columns)
        self.headings = tuple(headings)
        self.rows_left = rows_left
        self.things_left = things_left
        self._rows = tuple(rows)

    @property
    def cut(self) -> bool:
        """Whether there is more than these rows."""
        return bool(self.rows_left or self.things_left)

    def column(self, name: str) -> list[Value]:
        """The values of one column; KeyError for one that the table has not."""
        if name not in self.columns:
            raise KeyError(name)
        return [row[name] for row in self._rows]

    def to_json(self) -> str:
        """A JSON list of objects; dates as ISO 8601."""
        return json.dumps(self._rows, ensure_ascii=False, indent=1, default=str)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Record]:
        return iter(self._rows)

    @overload
    def __getitem__(self, at: int) -> Record: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Record]: ...

    def __getitem__(self, at: int | slice) -> Record | Sequence[Record]:
        return self._rows[at]

    def __repr__(self) -> str:
        more = ", more" if self.cut else ""
        return f"<Table of {len(self)} rows{more}: {', '.join(self.columns)}>"


def key_of(heading: str) -> str:
    """The key of a column, of its English heading.

    >>> key_of("share of national"), key_of("IRI"), key_of("quote 1")
    ('share_of_national', 'iri', 'quote_1')
    """
    return _NO_KEY.sub("_", heading.lower()).strip("_")


def typed(key: str, text: str | None) -> Value:
    """The value of a cell of a named question; an empty one is None.

    >>> typed("score", "0.95"), typed("year", "2025"), typed("issued", "2021-09-10"), typed("document", "2025")
    (0.95, 2025, datetime.date(2021, 9, 10), '2025')
    """
    if not text:
        return None
    if key in NUMBERS and _NUMBER.fullmatch(text):
        return _number(text)
    if key in TRUTHS and text in ("true", "false"):
        return text == "true"
    return _date(text) if key in DATES else text


def of_term(term: Mapping[str, Any] | None) -> Value:
    """A term of the standard JSON form as a value of Python; what has no type of Python stays as it is written.

    >>> of_term({"type": "literal", "value": "3", "datatype": "http://www.w3.org/2001/XMLSchema#integer"})
    3
    """
    if term is None:
        return None
    if term["type"] == "triple":
        parts = (term["value"][name] for name in ("subject", "predicate", "object"))
        return " ".join(str(of_term(part)) for part in parts)
    text: str = term["value"]
    kind = term.get("datatype", "")
    if kind in _INTEGERS and _NUMBER.fullmatch(text) and "." not in text:
        return int(text)
    if kind in _REALS and _NUMBER.fullmatch(text):
        return _number(text)
    if kind == std.XSD_BOOLEAN:
        return text in ("true", "1")
    return _date(text) if kind == std.XSD_DATE else text


def _number(text: str) -> int | float:
    return int(text) if text.lstrip("+-").isdecimal() else float(text)


def _date(text: str) -> date | str:
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else text
    except ValueError:  # 2021-02-30, as a document has it
        return text
