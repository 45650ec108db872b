"""The layout of a store on disk: who may write, what is current, and the one rename that makes a build take effect.

DIR/guitu-store        the mark of a store, with the version of its layout
DIR/lock               held by the one build that writes
DIR/current            the name of the current graph; replaced by one rename
DIR/graph-<id>/        a graph: quads.nq (sorted lines) and engine/ (the same, indexed)
DIR/texts/<sha256>.txt reading texts
DIR/readings/…         cached readings, by source and version of the extraction

Whatever is not named by `current` is a leftover of a build that was cut off, and is cleaned by the next one.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guitu.extract.errors import StoreError

LAYOUT = "guitu store 1\n"
MARK, LOCK, CURRENT, TEXTS, READINGS = "guitu-store", "lock", "current", "texts", "readings"
GRAPH, PART = "graph-", ".part"
QUADS, ENGINE = "quads.nq", "engine"
NO_STORE = "build one with: guitu build SOURCE… --store DIR"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is known to be a store."""

    path: Path

    @property
    def texts(self) -> Path:
        """Where the reading texts are."""
        return self.path / TEXTS

    @property
    def readings(self) -> Path:
        """Where the cached readings are."""
        return self.path / READINGS

    def current(self) -> Path | None:
        """The folder of the current graph, or None before the first build has ended."""
        try:
            name = (self.path / CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(str(self.path), f"the store cannot be read ({reason(error)})") from error
        graph = self.path / name
        if not name.startswith(GRAPH) or Path(name).name != name or not graph.is_dir():
            raise StoreError(str(self.path), "the store is damaged: its current graph is missing", "build it again")
        return graph


def find(path: Path) -> Folder:
    """The store in a folder that exists; StoreError where there is none or its layout is of another version."""
    mark = path / MARK
    try:
        layout = mark.read_text(encoding="ascii", errors="replace")
    except (FileNotFoundError, NotADirectoryError):
        missing = "no such store" if not path.exists() else "this is not a store"
        raise StoreError(str(path), missing, NO_STORE) from None
    except OSError as error:
        raise StoreError(str(path), f"the store cannot be read ({reason(error)})") from error
    if layout not in (LAYOUT, ""):  # empty: the very first build was cut off while it wrote the mark
        raise StoreError(
            str(path),
            f"the layout of this store is of another version ({layout.strip()[:40]})",
            "build it anew elsewhere",
        )
    return Folder(path)


def prepare(path: Path) -> Folder:
    """The store in a folder, made where the folder is missing or empty; a folder of other things is left alone."""
    try:
        if not (path / MARK).exists():
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()):
                raise StoreError(str(path), "the folder holds other files and is not a store", "choose another folder")
        folder = find(path) if (path / MARK).exists() else Folder(path)
        (path / MARK).write_text(LAYOUT, encoding="ascii")
        folder.texts.mkdir(exist_ok=True)
        folder.readings.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(
            str(path), f"the store cannot be written ({reason(error)})", "choose another folder"
        ) from error
    return folder


@contextlib.contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """Hold the store for writing; StoreError where another build holds it. It ends with the process."""
    with (folder.path / LOCK).open("a+b") as lock:
        try:
            _hold(lock.fileno())
        except OSError as error:
            raise StoreError(
                str(folder.path), "another build is writing this store", "wait until it has ended"
            ) from error
        yield


if sys.platform == "win32":
    import msvcrt

    def _hold(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def clean(folder: Folder) -> None:
    """Remove what a build that was cut off left behind, and graphs that are no longer current. Needs the lock."""
    kept = folder.current()
    for entry in folder.path.iterdir():
        if entry.name.startswith(GRAPH) and entry.is_dir() and entry != kept:
            shutil.rmtree(entry)
    for place in (folder.path, folder.texts, folder.readings):
        for entry in place.glob("*" + PART):
            entry.unlink()


def write(path: Path, data: bytes) -> None:
    """Write a file whole: whoever looks sees the old content or the new."""
    part = path.with_name(path.name + PART)
    with part.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def reason(error: Exception) -> str:
    """What the system says, on one line and without the path.

    >>> reason(PermissionError(13, "Permission denied", "/tmp/x"))
    'Permission denied'
    """
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return " ".join(said.split())
