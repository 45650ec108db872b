"""What `import guitu` gives: documents read, stores built, and graphs asked from Python."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata
from os import PathLike, fspath
from pathlib import Path

from guitu.exports.python.graph import Graph as Graph
from guitu.exports.python.rows import Table as Table
from guitu.extract.errors import GuituError as GuituError
from guitu.extract.errors import SourceError
from guitu.extract.facts import Reading
from guitu.graph.ask.query import Language
from guitu.graph.steps.step import BuildReport

__version__ = metadata.version("guitu")
Place = str | PathLike[str]


def read(place: Place) -> Reading:
    """One file, or a page at an http(s) address, read: its reading text and the facts of its documents.

    SourceError where it cannot be read, or is an archive or folder of several: `build` takes those.
    """
    from guitu.extract.recognise import read as recognised  # noqa: PLC0415 - the lexicons take a second
    from guitu.extract.sources.find import find  # noqa: PLC0415

    name = fspath(place)
    if Path(name).is_dir():
        raise SourceError(name, "it is a folder, not one document", "read its files one by one, or build a store")
    found = list(find([name]))
    for one in found:
        if isinstance(one, SourceError):
            raise one
    if len(found) != 1 or isinstance(found[0], SourceError):
        raise SourceError(name, "it is an archive, not one document", "unpack it first, or build a store")
    return recognised(found[0])


def build(places: Iterable[Place], store: Place, *, workers: int = 1) -> BuildReport:
    """A store of exactly these documents (files, folders, archives, addresses); `report.problems`: what was not read.

    StoreError where documents would go that the store holds: `guitu build --replace` lets them.
    """
    from guitu.graph.build import build as built  # noqa: PLC0415

    return built([fspath(place) for place in places], Path(store), workers=workers)


def open(store: Place, *, lang: Language = "zh") -> Graph:
    """The graph of a store, or of a file .nq .trig .ttl .nt; `"published"`: the graph of real plans that Guitu brings.

    `lang`: of labels and reasons in answers, zh or en. StoreError where there is no store.
    """
    return Graph.open(fspath(store), lang)
