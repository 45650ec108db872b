"""Answers of the graph, shown on a console or handed on as data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from guitu.exports.command.shared import AT_FAULT, DONE, lang, tell_cut, told
from guitu.exports.rdf.statements import quads_of
from guitu.exports.speech import terminal
from guitu.exports.tables.kinds import KINDS
from guitu.exports.tables.view import View
from guitu.extract.errors import OptionError, QueryError
from guitu.graph.checks.check import CheckReport
from guitu.graph.keep.asking import Reply
from guitu.graph.keep.store import Store

_ENDINGS = (".rq", ".sparql")


def sparql(file_or_text: str) -> str:
    """The query in a file, in the words themselves, or on standard input. QueryError for a file that is not there."""
    if file_or_text == "-":
        return _decoded(sys.stdin.buffer.read(), "-")
    path = Path(file_or_text)
    if file_or_text.lower().endswith(_ENDINGS) or ("{" not in file_or_text and _is_file(path)):
        try:
            return _decoded(path.read_bytes(), file_or_text)
        except OSError as error:
            raise QueryError(
                file_or_text, error.strerror or str(error), "give a file that is there, or SPARQL"
            ) from error
    return file_or_text


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(where, "the query is not UTF-8", "save it as UTF-8") from error


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # longer than a name of a file can be, or with a zero byte
        return False


def show_answer(store: Store, text: str, form: str, limit: int | None = None) -> None:
    """The answer to a query: rows as a table, as CSV for spreadsheets or as JSON by the standard of SPARQL; triples
    as Turtle, JSON-LD or three columns.

    `limit`: rows or triples at most, told where there are more.
    """
    if form in ("table", "csv"):
        answer = store.query(text, most=limit)
        terminal.show_rows(answer.names, answer.rows, form)
        cut = answer.cut
    else:
        reply = store.answer(text, rows="json", triples="nt", most=limit)
        _show_reply(reply, form)
        cut = reply.cut
    if cut:
        tell_cut(limit)


def _show_reply(reply: Reply, form: str) -> None:
    found = reply.data.decode("utf-8")
    if not reply.is_rows:
        from guitu.exports.rdf.formats import serialize  # noqa: PLC0415

        terminal.emit(serialize(quads_of([found]), "turtle" if form == "turtle" else "jsonld"))
    elif form == "turtle":
        raise OptionError("turtle", "the query answers in rows", "choose table, csv or json, or ask with CONSTRUCT")
    else:
        terminal.emit(found + "\n")


def show_check(report: CheckReport) -> int:
    """Violations as one-line errors, completeness as a table; the exit code."""
    for line in report.violations:
        terminal.complain(line)
    rows = [
        (of.title, str(sum(of.facts.values())), str(sum(of.gaps.values())), _fields(of.missing), _fields(of.absent))
        for of in report.documents
    ]
    terminal.show_rows([told(name) for name in ("document", "facts", "gaps", "missing", "absent")], rows)
    terminal.say(told("conforms") if report.conforms else told("violations", count=len(report.violations)))
    return DONE if report.conforms else AT_FAULT


def _fields(names: Sequence[str]) -> str:
    return ("、" if lang() == "zh" else ", ").join(told(f"field {name}") for name in names)


def show_stats(store: Store, form: str) -> None:
    """How much of each kind the graph holds."""
    view = View.of(quads_of(store.quads()))
    rows = [
        (kind.zh if lang() == "zh" else kind.name, str(sum(len(view.members.get(name, ())) for name in kind.classes)))
        for kind in KINDS
    ]
    owners = {agency for duty in view.members.get("gt:Responsibility", ()) for agency in view.many(duty, "gt:agency")}
    rows += [(told("agencies"), str(len(owners))), (told("quads"), str(len(store)))]
    terminal.show_rows((told("kind"), told("count")), rows, form)
