"""One export, from a format and a path to the files that it writes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from guitu.exports.rdf import formats as rdf
from guitu.exports.rdf.description import checked_licence, describe
from guitu.exports.rdf.profile import select
from guitu.exports.rdf.quotes import quoted
from guitu.exports.rdf.statements import quads_of
from guitu.exports.rdf.turtle import Lines
from guitu.exports.speech import terminal
from guitu.extract.errors import OptionError
from guitu.graph.corrections.in_force import as_stated, without_layer

_ENDINGS = {
    "turtle": ".ttl", "trig": ".trig", "nquads": ".nq", "jsonld": ".jsonld", "rdfxml": ".rdf", "html": ".html",
    "xlsx": ".xlsx", "docx": ".docx", "graphml": ".graphml", "gexf": ".gexf",
    "pyvis": ".html", "stratml": ".xml", "sssom": ".tsv",
}  # fmt: skip


_ALSO = {"nquads": (".nquads",), "rdfxml": (".rdfxml", ".xml", ".owl"), "jsonld": (".json",), "turtle": (".turtle",)}
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")  # of a file, not of a folder called 规划2.0版


def check_ending(output: str, form: str) -> None:
    """OptionError where a path ends like a file of another format: what is in a file is what its name says."""
    ending, wanted = Path(output).suffix.lower(), _ENDINGS.get(form, "")
    is_folder = Path(output).is_dir() or form in ("csv", "neo4j")
    if is_folder or not _ENDING.fullmatch(ending) or ending in (wanted, *_ALSO.get(form, ())):
        return
    raise OptionError(output, f"{form} is not written into {ending}", f"give a name that ends in {wanted}")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of one format, by the names of the command's options.

    `agency`: whose duties, by any name, for docx; for pyvis, with `document`, `topic` and `depth`, what is drawn.
    `texts`: a reading text by its SHA-256, for html; with `sparql` it answers queries, by the package `engine`.
    `licence`: the address of that of the data; it is told in a folder, and with `described` beside a file.
    `quotes`: one of `QUOTES`, for formats of RDF.
    """

    profile: str = "full"
    lang: str = "zh"
    agency: str = ""
    document: str = ""
    topic: str = ""
    depth: int = 1
    texts: Callable[[str], str | None] | None = None
    licence: str = ""
    described: bool = False
    sparql: bool = False
    engine: str = ""
    quotes: str = "short"


def write_export(
    lines: Iterable[str] | Lines, form: str, output: str, wish: Wish | None = None, *, stated: bool = False
) -> tuple[Path, ...]:
    """Writes N-Quads lines in a format; the paths written, none for `-`. OptionError where path and form do not fit.

    `lines`: what gives them sorted, as often as it is asked, lets formats of RDF be written as they come.
    `stated`: without what persons decided.
    """
    wish = wish or Wish()
    checked_licence(wish.licence)
    path = Path(output)
    if form not in _SEVERAL and (path.is_dir() or output.endswith("/")):
        path = path / f"guitu{_ENDINGS[form]}"
    if callable(lines) and output != "-" and _streamed(form, path, wish):
        check_ending(output, form)
        source = lines
        rdf.write_lines((lambda: without_layer(source())) if stated else source, form, path)
        return (path,)
    found = quads_of(lines() if callable(lines) else lines)
    selected = select(as_stated(found) if stated else found, wish.profile)
    quads = tuple(quoted(selected, wish.quotes, wish.texts))
    if output == "-":
        if form not in rdf.FORMATS:
            raise OptionError("-", f"{form} is not for standard output", "give a path")
        terminal.emit(rdf.serialize(quads, form))
        return ()
    check_ending(output, form)
    written = _WRITERS.get(form, _rdf)(quads, form, path, wish)
    in_folder = form in _SEVERAL and path.is_dir()
    if written and (in_folder or wish.described):
        return (*written, *describe(quads, written, wish.licence, wish.profile, one=not in_folder))
    return written


def _streamed(form: str, path: Path, wish: Wish) -> bool:
    """Whether one file of the whole graph is asked for, which can be written as its lines come."""
    in_folder = form in _SEVERAL and _is_folder(path, ".ttl", ".turtle")
    as_it_is = wish.profile == "full" and wish.quotes == "short"
    return form in rdf.STREAMED and as_it_is and not wish.described and not in_folder


# ---- one for each format ----

Quads = tuple[Quad, ...]


def _rdf(quads: Quads, form: str, path: Path, _: Wish) -> tuple[Path, ...]:
    rdf.write(quads, form, path)
    return (path,)


def _turtle(quads: Quads, form: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    """One file, or in a folder one for each document and the whole."""
    if not _is_folder(path, ".ttl", ".turtle"):
        return _rdf(quads, form, path, wish)
    documents = rdf.write_documents(quads, path)
    return (*documents, *_rdf(quads, form, path / rdf.WHOLE, wish))


def _csv(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.tables.kinds import write_tables  # noqa: PLC0415

    if not _is_folder(path, ".csv"):
        raise OptionError(str(path), "csv is one file per kind", "give a folder")
    return write_tables(quads, path, wish.lang)


def _neo4j(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.networks.neo4j import write_neo4j  # noqa: PLC0415

    return write_neo4j(quads, path, wish.lang)


def _stratml(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.exchange.stratml import write_stratml  # noqa: PLC0415

    return write_stratml(quads, path, wish.lang, licence=wish.licence, folder=_is_folder(path, ".xml"))


def _html(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.page.data import no_text  # noqa: PLC0415
    from guitu.exports.page.render import write_page  # noqa: PLC0415

    held = None
    if wish.sparql:
        from guitu.exports.page.engine import asking  # noqa: PLC0415

        held = asking(quads, Path(wish.engine) if wish.engine else None)
    write_page(quads, path, wish.texts if wish.texts and wish.profile == "full" else no_text, held)
    return (path,)


def _xlsx(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.office.workbook import write_workbook  # noqa: PLC0415

    write_workbook(quads, path, wish.lang)
    return (path,)


def _docx(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.office.duty_sheet import write_duty_sheet  # noqa: PLC0415

    write_duty_sheet(quads, path, wish.agency, wish.lang)
    return (path,)


def _network(quads: Quads, form: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.networks.graphml import write_network  # noqa: PLC0415

    write_network(quads, form, path, wish.lang)
    return (path,)


def _pyvis(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.networks.pyvis import write_pyvis  # noqa: PLC0415

    left = write_pyvis(
        quads, path, wish.lang, agency=wish.agency, document=wish.document, topic=wish.topic, depth=wish.depth
    )
    terminal.say(left)
    return (path,)


def _sssom(quads: Quads, _: str, path: Path, wish: Wish) -> tuple[Path, ...]:
    from guitu.exports.exchange.sssom import write_sssom  # noqa: PLC0415

    write_sssom(quads, path, wish.lang, licence=wish.licence)
    return (path,)


def _is_folder(path: Path, *endings: str) -> bool:
    """Whether a path is that of a folder, there or to be made, and not of a file of these endings."""
    return path.is_dir() or path.suffix.lower() not in endings


_SEVERAL = ("turtle", "csv", "neo4j", "stratml")  # formats that fill a folder
_WRITERS: Mapping[str, Callable[[Quads, str, Path, Wish], tuple[Path, ...]]] = {
    "turtle": _turtle, "csv": _csv, "neo4j": _neo4j, "stratml": _stratml, "html": _html, "xlsx": _xlsx, "docx": _docx,
    "graphml": _network, "gexf": _network, "pyvis": _pyvis, "sssom": _sssom,
}  # fmt: skip
