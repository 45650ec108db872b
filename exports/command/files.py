"""One export, from a format and a path to the files that it writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from guitu.exports.rdf import formats as rdf
from guitu.exports.rdf.profile import select
from guitu.exports.rdf.statements import quads_of
from guitu.exports.rdf.turtle import Lines
from guitu.exports.speech import terminal
from guitu.extract.errors import OptionError
from guitu.graph.corrections.in_force import without_layer

_ENDINGS = {
    "turtle": ".ttl", "trig": ".trig", "nquads": ".nq", "jsonld": ".jsonld", "rdfxml": ".rdf", "html": ".html",
    "xlsx": ".xlsx", "docx": ".docx", "graphml": ".graphml", "gexf": ".gexf",
    "pyvis": ".html",
}  # fmt: skip


_ALSO = {"nquads": (".nquads",), "rdfxml": (".rdfxml", ".xml", ".owl"), "jsonld": (".json",), "turtle": (".turtle",)}
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")  # of a file, not of a folder called 规划2.0版


def check_ending(output: str, form: str) -> None:
    """OptionError where a path ends like a file of another format: what is in a file is what its name says."""
    ending, wanted = Path(output).suffix.lower(), _ENDINGS.get(form, "")
    is_folder = Path(output).is_dir() or form == "csv"
    if is_folder or not _ENDING.fullmatch(ending) or ending in (wanted, *_ALSO.get(form, ())):
        return
    raise OptionError(output, f"{form} is not written into {ending}", f"give a name that ends in {wanted}")


def _one_file(output: str, form: str) -> Path | None:
    """The one file that a format of RDF is written into; None for Turtle in a folder, a file for each document."""
    path = Path(output)
    if form == "turtle":
        return path if not path.is_dir() and path.suffix.lower() in (".ttl", ".turtle") else None
    return path / f"guitu{_ENDINGS[form]}" if path.is_dir() or output.endswith("/") else path


def write_export(  # noqa: PLR0913, PLR0912 - the options of the command; one branch for each format
    lines: Lines,
    form: str,
    output: str,
    profile: str = "full",
    lang: str = "zh",
    *,
    agency: str = "",
    document: str = "",
    topic: str = "",
    depth: int = 1,
    texts: Callable[[str], str | None] | None = None,
    stated: bool = False,
) -> tuple[Path, ...]:
    """Writes sorted N-Quads lines in a format; the paths written, none for `-`.

    OptionError where path and form do not fit.

    `stated`: without what persons decided.
    `agency`: whose duties, by any name, for docx; for pyvis, with `document`, `topic` and `depth`, what is drawn.
    `texts`: a reading text by its SHA-256; for html.
    """
    told: Lines = (lambda: without_layer(lines())) if stated else lines
    streamed = form in rdf.STREAMED and profile == "full"
    if streamed and output != "-" and (path := _one_file(output, form)):
        check_ending(output, form)
        rdf.write_lines(told, form, path)
        return (path,)
    quads = tuple(select(quads_of(told()), profile))
    if output == "-":
        if form not in rdf.FORMATS:
            raise OptionError("-", f"{form} is not for standard output", "give a path")
        terminal.emit(rdf.serialize(quads, form))
        return ()
    path = Path(output)
    check_ending(output, form)
    if form in ("turtle", "csv"):
        in_folder = path.is_dir() or path.suffix.lower() not in (".ttl", ".turtle", ".csv")
        if form == "turtle" and in_folder:
            documents = rdf.write_documents(quads, path)
            rdf.write(quads, "turtle", path / rdf.WHOLE)
            return (*documents, path / rdf.WHOLE)
        if form == "csv":
            if not in_folder:
                raise OptionError(output, "csv is one file per kind", "give a folder")
            from guitu.exports.tables.kinds import write_tables  # noqa: PLC0415

            return write_tables(quads, path, lang)
    if path.is_dir() or output.endswith("/"):
        path = path / f"guitu{_ENDINGS[form]}"
    if form == "html":
        from guitu.exports.page.data import no_text  # noqa: PLC0415
        from guitu.exports.page.render import write_page  # noqa: PLC0415

        write_page(quads, path, texts if texts and profile == "full" else no_text)
    elif form == "xlsx":
        from guitu.exports.office.workbook import write_workbook  # noqa: PLC0415

        write_workbook(quads, path, lang)
    elif form == "docx":
        from guitu.exports.office.duty_sheet import write_duty_sheet  # noqa: PLC0415

        write_duty_sheet(quads, path, agency, lang)
    elif form in ("graphml", "gexf"):
        from guitu.exports.networks.graphml import write_network  # noqa: PLC0415

        write_network(quads, form, path, lang)
    elif form == "pyvis":
        from guitu.exports.networks.pyvis import write_pyvis  # noqa: PLC0415

        terminal.say(write_pyvis(quads, path, lang, agency=agency, document=document, topic=topic, depth=depth))
    else:
        rdf.write(quads, form, path)
    return (path,)
