"""From places to sources: a file, a folder, an archive, an address, standard input; each gives sources or errors."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.extract.formats import HTML, ZIPPED, Refusal, sniff
from guitu.extract.source import Archive, Source
from guitu.extract.sources.addresses import Web
from guitu.extract.sources.archive import members
from guitu.extract.sources.limits import ATTACHMENTS, CHUNK, DEPTH, LARGEST, Budget, told
from guitu.extract.sources.names import is_address, is_hidden, is_stored, local, readable
from guitu.extract.sources.own import is_own

STDIN = "-"
Found = Iterator[Source | SourceError]


def find(places: Iterable[str | Path], web: Web | None = None, *, links: bool = False) -> Found:
    """The sources of files, folders (with all folders below, in order of name, hidden files left out), archives (.zip,
    given or found in a folder), http and https addresses, stores of objects (s3://…), and "-" (stdin).

    What cannot be read is yielded as a SourceError in its place, so that the others go on; nothing is raised. Two
    files of one content are two sources. Nothing is written, and no network is used where no address is given.

    `links`: those in a folder that lead out of it are followed; else they are told. A link that is given is followed.
    """
    budget, web = Budget(), web or Web()
    for place in places:
        place = local(place) if isinstance(place, str) else place  # noqa: PLW2901 - the same place
        path = Path(place)
        try:
            if str(place) == STDIN:
                yield from _opened(Source("stdin", _standard_input()), budget)
            elif isinstance(place, str) and is_stored(place):
                from guitu.extract.sources.objects import stored  # noqa: PLC0415 - what is not asked for is not loaded

                for item in stored(place):
                    yield from _opened(item, budget) if isinstance(item, Source) else (item,)
            elif isinstance(place, str) and is_address(place):
                yield from _address(place, web, budget)
            elif path.is_dir():
                yield from _folder(path, budget, links)
            elif path.exists():
                yield from _file(path, readable(path.name), budget)
            else:
                yield SourceError(str(place), "there is no such file or folder")
        except OSError as error:  # a name longer than names can be, a broken pipe
            yield SourceError(str(place), _unopened(error))


def _standard_input() -> bytes:
    """All of it, or a little more than a source may have."""
    parts, size = [], 0
    while size <= LARGEST and (part := sys.stdin.buffer.read(CHUNK)):
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _folder(folder: Path, budget: Budget, links: bool) -> Found:
    unread: list[SourceError] = []
    names: list[str] = []
    inside = _Inside(folder, links)
    for root, folders, files in os.walk(folder, onerror=lambda e: unread.append(_failed(folder, e)), followlinks=links):
        here = Path(root)
        folders[:] = [name for name in sorted(folders) if not is_hidden(name) and inside.enters(here / name)]
        names += [inside.name(here / name) for name in files if not is_hidden(name) and inside.reads(here / name)]
    yield from unread
    yield from inside.left_out
    for name in sorted(names, key=readable):
        yield from _file(folder / name, readable(name), budget)
    if not names and not unread and not inside.left_out:
        yield SourceError(folder.name or str(folder), "the folder has no documents")


class _Inside:
    """Where the links of a folder lead: what would be read twice is left alone, what lies outside is told."""

    def __init__(self, folder: Path, links: bool) -> None:
        self._folder, self._links = folder, links
        self._read = [_real(folder)]  # the folder, and those outside it that are followed
        self.left_out: list[SourceError] = []

    def name(self, path: Path) -> str:
        """The way from the folder."""
        return path.relative_to(self._folder).as_posix()

    def reads(self, path: Path) -> bool:
        """Whether a file is read: none that lies elsewhere, unless that is meant."""
        return not _is_link(path) or _real(path).is_relative_to(self._read[0]) or self._follows(path)

    def enters(self, path: Path) -> bool:
        """Whether a folder is read here; one that a link leads to is read where it lies, if that is read, too."""
        if not _is_link(path):
            return True
        where = _real(path)
        if any(where.is_relative_to(one) for one in self._read) or not self._follows(path):
            return False
        self._read.append(where)
        return True

    def _follows(self, path: Path) -> bool:
        if not self._links:
            told = SourceError(
                readable(self.name(path)),
                "it is a link that leads out of the folder",
                "if that is meant: --follow-links",
            )
            self.left_out.append(told)
        return self._links


def _is_link(path: Path) -> bool:
    return path.is_symlink() or (hasattr(path, "is_junction") and path.is_junction())


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _file(path: Path, name: str, budget: Budget) -> Found:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            yield SourceError(name, "it is no plain file")
            return
        data = path.read_bytes() if found.st_size <= LARGEST else b""
    except OSError as error:
        yield SourceError(name, _unopened(error))
        return
    if found.st_size > LARGEST:
        yield _too_large(name)
    else:
        yield from _opened(Source(name, data), budget)


def _address(address: str, web: Web, budget: Budget) -> Found:
    """What an address gives and, where asked for, what is attached to it; an attachment has none of its own."""
    from guitu.extract.sources.web import fetch  # noqa: PLC0415 - what is not asked for is not loaded

    try:
        page = fetch(address, web, budget)
    except SourceError as error:
        yield error
        return
    yield from _opened(page, budget)
    if not web.attachments or sniff(page.data, page.file_name) != HTML:
        return
    from guitu.extract.sources.attachments import attached  # noqa: PLC0415 - the parser costs start-up time

    linked = attached(page.data, page.url or page.name, ATTACHMENTS + 1)
    for other in linked[:ATTACHMENTS]:
        try:
            found = fetch(other, web, budget)
        except SourceError as error:
            yield error
        else:
            yield from _opened(found, budget)
    if len(linked) > ATTACHMENTS:
        yield SourceError(
            page.name, f"the page has more than {ATTACHMENTS} attachments", "give the addresses of the others"
        )


def _opened(source: Source, budget: Budget, depth: int = 0) -> Found:
    """The source itself where it is a document; of an archive, what is in it."""
    if len(source.data) > LARGEST:
        yield _too_large(source.name)
        return
    if is_own(source.data, source.file_name):
        yield SourceError(source.name, "it was written by Guitu and is no plan", "keep it elsewhere; it was left out")
        return
    form = sniff(source.data, source.file_name)
    if form is ZIPPED and depth == DEPTH:
        yield SourceError(source.name, "archives in archives in archives are not opened", "unpack it first")
    elif form is ZIPPED:
        within = Archive(source.name, source.sha256, len(source.data), source.url, source.archive)
        for member in members(source.data, source.name, budget):
            if isinstance(member, SourceError):
                yield member
            else:
                yield from _opened(replace(member, archive=within), budget, depth + 1)
    elif isinstance(form, Refusal):
        yield SourceError(source.name, form.reason, form.remedy)
    else:
        yield source


def _too_large(name: str) -> SourceError:
    return SourceError(name, f"it is larger than {told(LARGEST)}", "split it")


def _failed(folder: Path, error: OSError) -> SourceError:
    where = Path(error.filename or folder)
    name = where.relative_to(folder).as_posix() if where.is_relative_to(folder) and where != folder else folder.name
    return SourceError(name, _unopened(error))


def _unopened(error: OSError) -> str:
    return f"it cannot be opened ({error.strerror or type(error).__name__})"
