"""The duty sheet of an agency, 职责清单: what it leads, is responsible for and supports, with whom, by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports.office import package
from guitu.exports.office.agency import find
from guitu.exports.office.paper import Paper
from guitu.exports.speech.messages import message
from guitu.exports.tables import division
from guitu.exports.tables.division import ROLES, Row
from guitu.exports.tables.inferred import Inferred, Suggestion
from guitu.exports.tables.view import View

_STATED, _INFERRED = "E8EEF4", "FFF2CC"
_COLUMNS = ("no", "chapter", "task", "with", "deadline", "targets", "evidence")
_WIDTHS = (1.2, 3.4, 4.6, 5.6, 2.3, 3.6, 5.0)  # cm, 25.7 in all
_INFERRED_COLUMNS = ("no", "document", "task", "suggested role", "score", "reason")
_INFERRED_WIDTHS = (1.2, 5.0, 5.5, 2.2, 1.6, 10.2)


@dataclass(frozen=True, slots=True)
class Duties:
    """What an agency does: its rows by role, and what is suggested. `iris`: all that stand for it; `name`: official."""

    iris: frozenset[str]
    name: str
    rows: dict[str, tuple[Row, ...]]
    suggested: tuple[Suggestion, ...]


def write_duty_sheet(quads: Iterable[Quad], path: Path, agency: str, lang: str = "zh") -> None:
    """Writes the duty sheet of the agency with this name; the same quads give the same bytes. OptionError for none."""
    quads = tuple(quads)
    view, inferred = View.of(quads), Inferred.of(quads)
    package.write(duty_sheet(view, duties(view, inferred, agency), lang), path)


def duties(view: View, inferred: Inferred, written: str) -> Duties:
    """The duties of the agency that is called so; OptionError where it is none or not one."""
    iris = find(view, inferred, written)
    rows = division.rows(view)
    by_role = {role: tuple(row for row in rows if any(o.agency in iris for o in row.in_role(role))) for role in ROLES}
    name = view.label(inferred.of_agency(min(iris)))
    return Duties(iris, name, by_role, tuple(one for one in inferred.suggestions if one.agency in iris))


def duty_sheet(view: View, held: Duties, lang: str = "zh") -> bytes:
    """The Word file, with the time of its writing."""
    title = message(lang, "duty sheet", agency=held.name)
    paper = Paper(title, lang)
    paper.title(title)
    paper.line(_summary(held, lang), centred=True)
    owners = (owner for rows in held.rows.values() for row in rows for owner in row.owners)
    if names := division.written(view, (owner for owner in owners if owner.agency in held.iris)):
        paper.line(message(lang, "duty names", names="、".join(names)), centred=True)
    for role in ROLES:
        if rows := held.rows[role]:
            paper.heading(message(lang, f"duty {role}", count=len(rows)))
            paper.table(_headings(_COLUMNS, lang), _WIDTHS, list(_lines(view, held, rows, lang)), _STATED)
    if held.suggested:
        paper.heading(message(lang, "duty suggested", count=len(held.suggested)))
        paper.line(message(lang, "duty inferred"))
        lines = [_suggestion(view, one, number, lang) for number, one in enumerate(held.suggested, 1)]
        paper.table(_headings(_INFERRED_COLUMNS, lang), _INFERRED_WIDTHS, lines, _INFERRED)
    return paper.bytes()


def _summary(held: Duties, lang: str) -> str:
    rows = {row.task: row for found in held.rows.values() for row in found}
    counts = {role: len(found) for role, found in held.rows.items()}
    documents = len({row.document for row in rows.values()})
    return message(lang, "duty count", tasks=len(rows), documents=documents, **counts)


def _headings(columns: Sequence[str], lang: str) -> tuple[str, ...]:
    return tuple(message(lang, f"heading {name}") for name in columns)


def _lines(view: View, held: Duties, rows: Sequence[Row], lang: str) -> Iterable[tuple[str, ...]]:
    """The rows of a table: the name of each document across it, then its tasks."""
    number = 0
    for document, inside in groupby(rows, key=lambda row: row.document):
        code = view.one(document, "eli:id_local")
        yield (f"《{view.one(document, 'dcterms:title')}》{f'（{code}）' if code else ''}",)
        for row in inside:
            number += 1
            own = [view.proof(owner.duty) for owner in row.owners if owner.agency in held.iris]
            yield (
                str(number),
                "\n".join(row.chapter),
                row.title,
                "\n".join(_others(view, held, row, lang)),
                row.deadline,
                "\n".join(row.figures),
                "\n".join(filter(None, (division.cited(own, lang), division.corrected(view, row.decisions, lang)))),
            )


def _others(view: View, held: Duties, row: Row, lang: str) -> Iterable[str]:
    """Who else owns the task, a role in each line."""
    for role in ROLES:
        if others := [owner for owner in row.in_role(role) if owner.agency not in held.iris]:
            yield f"{message(lang, f'role {role}')}：{division.names(view, others)}"


def _suggestion(view: View, one: Suggestion, number: int, lang: str) -> tuple[str, ...]:
    document = view.one(view.document.get(one.task, ""), "dcterms:title")
    role = view.label(one.role, lang)
    return (str(number), document, view.one(one.task, "dcterms:title"), role, one.score, one.reason)
