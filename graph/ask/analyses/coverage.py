"""Which tasks of a higher document lower ones take up.

A document is compared with those of a lower level that hold in its place or inside it: with a national one all of
them. Where the registry does not know a place, an alignment between two documents of the two places shows that they
were compared. Each higher document opens with one row per document that it was compared with, and how many of its tasks
have a counterpart there; then follow its tasks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import starmap
from typing import NamedTuple

from guitu.graph.keep.store import Row
from guitu.ontology.districts import region
from guitu.ontology.terms import LEVELS

_NATIONAL, *_ = _ORDER = tuple(LEVELS)
_WORDS = {
    "zh": (
        "已比较", "有对应", "无对应", "其 {tasks} 项任务中 {found} 项在此有对应",
        "与 {count} 份下级文件比较，均无对应", "没有可比较的下级文件",
    ),
    "en": (
        "compared", "counterpart", "none", "of its {tasks} tasks {found} have a counterpart here",
        "none in the {count} lower documents compared", "there is no lower document to compare",
    ),
}  # fmt: skip


class _Columns(NamedTuple):
    """What the query says: of a document its level and place, or of a task and what is aligned to it."""

    doc: str
    title: str
    level: str | None
    place: str | None
    task: str | None
    name: str | None
    other: str | None
    counterpart: str | None
    other_name: str | None
    relation: str | None
    score: str | None
    reason: str | None
    quote: str | None
    other_quote: str | None


Documents = Mapping[str, _Columns]


def answer(rows: Iterable[Row], args: Sequence[str], lang: str, things: Sequence[str] = ()) -> tuple[Row, ...]:
    """Per higher document: a row per document compared, then a row per task and counterpart, or that there is none.

    `things`: the higher documents to tell of, where the rows tell of more.
    """
    found = tuple(starmap(_Columns, rows))
    documents = {row.doc: row for row in found if row.task is None}
    tasks: dict[str, list[_Columns]] = defaultdict(list)
    for row in found:
        if row.task:
            tasks[row.doc].append(row)
    lines = {(documents[row.doc].place, documents[row.other].place) for row in found if row.other}
    told: list[Row] = []
    for doc, of in tasks.items():
        if things and doc not in things:
            continue
        compared = [one for one in documents.values() if _is_below(one, documents[doc], lines)]
        if compared or any(args):
            told += _of_document(of, compared, documents, lang)
    return tuple(told)


def documents(placed: Iterable[Row]) -> tuple[Row, ...]:
    """Rows of documents by title, with their levels and places."""
    blank = [None] * (len(_Columns._fields) - 4)
    return tuple((*row, *blank) for row in placed)


def lines(pairs: Iterable[Row]) -> tuple[Row, ...]:
    """Rows that only show that documents of two places were compared, the higher one first."""
    blank = _Columns("", "", *[None] * (len(_Columns._fields) - 2))
    return tuple(blank._replace(doc=doc or "", task="", other=other) for doc, other in pairs)


def _is_below(lower: _Columns, higher: _Columns, lines: set[tuple[str | None, str | None]]) -> bool:
    """Whether a document is of a lower level and of the place of the higher one or inside it."""
    if lower.level is None or higher.level is None or _ORDER.index(lower.level) <= _ORDER.index(higher.level):
        return False
    if higher.level == _NATIONAL:
        return True
    return higher.place is not None and (higher.place in _around(lower.place) or (higher.place, lower.place) in lines)


@cache
def _around(place: str | None) -> frozenset[str]:
    at = region(place) if place else None
    return frozenset(one.full for one in at.around()) if at else frozenset({place} if place else ())


def _of_document(
    rows: Sequence[_Columns], compared: Sequence[_Columns], documents: Documents, lang: str
) -> Iterable[Row]:
    seen, has, none, count, without, nothing = _WORDS[lang]
    below = {one.doc for one in compared}
    taken: dict[str, set[str | None]] = defaultdict(set)
    for row in rows:
        if row.other in below:
            taken[row.other or ""].add(row.task)
    of_task: dict[str | None, list[_Columns]] = defaultdict(list)
    for row in rows:
        of_task[row.task].append(row)
    title = rows[0].title
    for one in compared:
        said = count.format(tasks=len(of_task), found=len(taken[one.doc]))
        yield title, seen, None, one.title, None, None, None, said, None, None
    why = without.format(count=len(compared)) if compared else nothing
    for task, (first, *_) in of_task.items():
        pairs = [row for row in of_task[task] if row.other in below]
        for row in pairs:
            there = documents[row.other or ""].title
            how = (row.relation, row.score, row.reason, row.quote, row.other_quote)
            yield title, has, row.name, there, row.other_name, *how
        if not pairs:
            yield title, none, first.name, None, None, None, None, why, first.quote, None
