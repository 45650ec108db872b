"""From the places that a store knows to the sources that lie there today."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.extract.source import Source
from guitu.extract.sources.addresses import Web
from guitu.extract.sources.find import STDIN, find
from guitu.extract.sources.names import is_address, is_stored, local
from guitu.graph.keep import folder
from guitu.graph.keep.ledger import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A source where a place was looked at. `origin`: where it lies; the same at every look."""

    origin: str
    place: Place
    source: Source


@dataclass(frozen=True, slots=True)
class Missed:
    """What could not be opened, and where it would lie."""

    origin: str
    error: SourceError


def place_of(given: str | Path, web: Web, columns: tuple[tuple[str, object], ...] = (), links: bool = False) -> Place:
    """A place as it is remembered: a path from the root, so that it is found from any folder."""
    told = local(str(given))
    where = told if told == STDIN or (isinstance(given, str) and is_address(told)) else os.path.abspath(told)  # noqa: PTH100 - links stay as given
    return Place(where, web.attachments, web.allow_private, links, columns)  # type: ignore[arg-type]


def look(place: Place, given: str | Path | None = None) -> Iterator[Found | Missed]:
    """The sources of a place, in the order of `find`; what lies in a store is none of the documents around it.

    `given`: the place as a person wrote it, for messages.
    """
    web = Web(attachments=place.attachments, allow_private=place.private)
    found = [(_name(item), item) for item in find([place.where if given is None else given], web, links=place.links)]
    stores = tuple(name.removesuffix(folder.MARK) for name, item in found if _is_mark(name, item))
    above = _stored_in(place.where) if is_stored(place.where) else ""
    for name, item in found:
        if name.startswith(stores):
            continue
        if isinstance(item, Source):
            yield Found(f"{above}/{name}" if above else _origin(place.where, name, item.sha256), place, item)
        else:
            yield Missed(f"{above}/{name}" if above else _origin(place.where, name), item)


def _name(item: Source | SourceError) -> str:
    return item.name if isinstance(item, Source) else item.where


def _is_mark(name: str, item: Source | SourceError) -> bool:
    """Whether a file is the mark of a store on this disk; one in an archive or of the web marks nothing."""
    return Path(name).name == folder.MARK and not (isinstance(item, Source) and (item.archive or item.url))


def _origin(where: str, name: str, sha256: str = "") -> str:
    if where == STDIN:
        return f"{STDIN}{sha256}"  # what came that way comes only once
    if is_address(where):
        return name
    path = Path(where)
    if path.is_dir():
        return str(path / name)
    return str(path.parent / name) if name.startswith(path.name) else where


def _stored_in(where: str) -> str:
    """The address below which the names of a place of a store of objects lie."""
    from guitu.extract.sources.objects import is_single  # noqa: PLC0415 - what is not asked for is not loaded

    whole = where.rstrip("/")
    return whole.rpartition("/")[0] if is_single(where) else whole
