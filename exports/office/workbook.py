"""The 任务分工表 as a workbook: 总表 and a sheet per document, which `guitu correct` reads, and summaries."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports.office import names, package, sheet, summaries, tasks
from guitu.exports.tables import division
from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import View


def write_workbook(quads: Iterable[Quad], path: Path, lang: str = "zh") -> None:
    """Writes the workbook; the same quads give the same bytes."""
    quads = tuple(quads)
    package.write(workbook(tables(View.of(quads), Inferred.of(quads), lang), lang), path)


def tables(view: View, inferred: Inferred, lang: str = "zh") -> tuple[sheet.Table, ...]:
    """The sheets in order: 总表, the documents, then each summary that has rows."""
    rows = division.rows(view, inferred.annexes)
    whole, others = tasks.whole(view, rows, lang), summaries.tables(view, rows, inferred, lang)
    documents = view.members.get("gt:Document", ())
    titles = (view.one(iri, "dcterms:title") for iri in documents)
    named = names.sheet_names(titles, [one.name for one in (whole, *others)])
    return (whole, *tasks.by_document(view, rows, dict(zip(documents, named, strict=True)), lang), *others)


def workbook(found: Iterable[sheet.Table], lang: str = "zh") -> bytes:
    """The bytes of a workbook of tables, with the time of its writing."""
    from openpyxl import Workbook  # noqa: PLC0415 - heavy, and for this format only

    book = Workbook(write_only=True)
    book.properties.creator, book.properties.title = "Guitu", "任务分工表"
    for table in found:
        sheet.draw(table, book.create_sheet(), lang)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
