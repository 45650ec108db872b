"""From files and folders to sources: the one place of this room that touches the disk."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from guitu.extract.errors import SourceError
from guitu.extract.formats import Refusal, sniff

STDIN = "-"


@dataclass(frozen=True)
class Source:
    """The bytes of one file. `name`: below the given folder, with /, or the file's own name; never a machine path."""

    name: str
    data: bytes = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """Of `data`, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def find(places: Iterable[str | Path]) -> Iterator[Source | SourceError]:
    """The sources of files, folders (with all folders below, in order of name, hidden files left out) and "-" (stdin).

    What cannot be read is yielded as a SourceError in its place, so that the others go on. Two files of one content
    are two sources.
    """
    for place in places:
        path = Path(place)
        if str(place) == STDIN:
            yield _sound("stdin", sys.stdin.buffer.read())
        elif path.is_dir():
            yield from _folder(path)
        elif path.exists():
            yield _file(path, path.name)
        else:
            yield SourceError(str(place), "there is no such file or folder")


def _folder(folder: Path) -> Iterator[Source | SourceError]:
    unread: list[SourceError] = []
    names: list[str] = []
    for root, folders, files in os.walk(folder, onerror=lambda error: unread.append(_failed(folder, error))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        names += [(Path(root) / name).relative_to(folder).as_posix() for name in files if not name.startswith(".")]
    yield from unread
    for name in sorted(names):
        yield _file(folder / name, name)
    if not names and not unread:
        yield SourceError(folder.name or str(folder), "the folder has no documents")


def _file(path: Path, name: str) -> Source | SourceError:
    if not path.is_file():
        return SourceError(name, "it is no plain file")
    try:
        return _sound(name, path.read_bytes())
    except OSError as error:
        return SourceError(name, f"it cannot be opened ({error.strerror or type(error).__name__})")


def _sound(name: str, data: bytes) -> Source | SourceError:
    found = sniff(data, name)
    return SourceError(name, found.reason, found.remedy) if isinstance(found, Refusal) else Source(name, data)


def _failed(folder: Path, error: OSError) -> SourceError:
    where = Path(error.filename or folder)
    name = where.relative_to(folder).as_posix() if where.is_relative_to(folder) and where != folder else folder.name
    return SourceError(name, f"it cannot be opened ({error.strerror or type(error).__name__})")
