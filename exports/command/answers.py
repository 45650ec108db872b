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
from guitu.graph.ask.free import explained, prefixed
from guitu.graph.checks.check import CheckReport
from guitu.graph.keep.asking import RowFormat
from guitu.graph.keep.store import Store

_ENDINGS = (".rq", ".sparql")
ROWS: tuple[RowFormat, ...] = ("json", "tsv", "xml")
TRIPLES = {"turtle": "turtle", "nt": "nquads", "jsonld": "jsonld"}
FORMS = ("table", "csv", *ROWS, *TRIPLES)
"""How the answer to a query can be shown; json means JSON-LD where the answer is triples."""


def sparql(file_or_text: str) -> tuple[str, str]:
    """The query in a file, in the words themselves, or on standard input; and the name of its file, if it has one.

    QueryError for a file that is not there.
    """
    if file_or_text == "-":
        return _decoded(sys.stdin.buffer.read(), "-"), ""
    path = Path(file_or_text)
    if file_or_text.lower().endswith(_ENDINGS) or ("{" not in file_or_text and _is_file(path)):
        try:
            return _decoded(path.read_bytes(), file_or_text), file_or_text
        except OSError as error:
            raise QueryError(
                file_or_text, error.strerror or str(error), "give a file that is there, or SPARQL"
            ) from error
    return file_or_text, ""


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


def show_answer(store: Store, text: str, form: str, limit: int | None = None, where: str = "") -> None:
    """The answer to a query in one of `FORMS`. `table` and `csv` are for people and spreadsheets; rows as `json`,
    `tsv` and `xml`, triples as `turtle`, `nt` and `jsonld` are the standard forms.

    `limit`: rows or triples at most, told where there are more. `where`: the file that the query is from.
    QueryError, in one line with the place of the fault, for a query that does not run.
    """
    written = prefixed(text, store.base)
    try:
        cut = _shown(store, written, form, limit)
    except QueryError as error:
        told = explained(error, text, store.base)
        raise QueryError(where or told.where, told.reason, told.remedy) from None
    if cut:
        tell_cut(limit)


def _shown(store: Store, text: str, form: str, limit: int | None) -> bool:
    if form in ("table", "csv"):
        answer = store.query(text, most=limit)
        terminal.show_rows(answer.names, answer.rows, form)
        return answer.cut
    rows: RowFormat = next((one for one in ROWS if one == form), "json")
    reply = store.answer(text, rows=rows, triples="nt", most=limit)
    if reply.is_rows:
        if form in TRIPLES:
            raise OptionError(form, "the query answers in rows", "choose table, csv, tsv, json or xml")
        terminal.emit(reply.data.decode("utf-8") + ("\n" if form in ("json", "xml") else ""))
        return reply.cut
    if form in ("tsv", "xml"):
        raise OptionError(form, "the query answers in triples", "choose table, csv, turtle, nt or jsonld")
    from guitu.exports.rdf.formats import serialize  # noqa: PLC0415 - only for triples

    terminal.emit(serialize(quads_of([reply.data.decode("utf-8")]), TRIPLES.get(form, "jsonld")))
    return reply.cut


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
