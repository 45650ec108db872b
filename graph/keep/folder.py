"""The folder of a store: what lies where, that it is a store at all, and who may write.

DIR/guitu-store            the mark of a store: its layout
DIR/lock                   held while somebody writes
DIR/current                the number of the generation that answers: its last change is the one rename of a build
DIR/generations/<n>.json   what each step made of the store, by number
DIR/manifests/<sha256>     graphs: which shards, of what they were made
DIR/ledgers/<sha256>       what the store knows beside the documents: sources, columns, decisions
DIR/ledger.json            the current ledger once more
DIR/shards/<sha256>.nq     sorted N-Quads of one document, or of what is joined
DIR/texts/<sha256>.txt     reading texts
DIR/registry/              what the office has taught: words of its own, laid over those that Guitu brings
DIR/readings/              what was read of each source, by source and version
DIR/records/               what joining needs: of all files and documents in two files, of each document its tasks as
                           rows and what they have in common with others'; all of it can be made again
DIR/engine-<hash>/         the current graph, indexed; made of the shards, and made anew when it is damaged

Files that are named by a hash hold what it says, or are damaged. Whatever is not reached from a generation is left
over from a step that was cut off, and is cleaned by the next one.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from guitu.extract.errors import StoreError
from guitu.ontology import taught

LAYOUT = "guitu store 2\n"
EARLIER = "guitu store 1\n"
MARK, LOCK, CURRENT, SECOND = "guitu-store", "lock", "current", "ledger.json"
FOLDERS = ("generations", "manifests", "ledgers", "shards", "texts", "readings", "records")
ENGINE, PART = "engine-", ".part"
NO_STORE = "build one with: guitu build SOURCE… --store DIR"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that is known to be a store. `aside`: where records for joining are kept instead of in it."""

    path: Path
    aside: Path | None = None

    def anywhere(self) -> Folder:
        """The same by paths that hold in a process with another working folder."""
        return Folder(self.path.resolve(), self.aside and self.aside.resolve())

    @property
    def generations(self) -> Path:
        """Where the record of each step is."""
        return self.path / "generations"

    @property
    def manifests(self) -> Path:
        """Where the manifests are."""
        return self.path / "manifests"

    @property
    def ledgers(self) -> Path:
        """Where the ledgers are."""
        return self.path / "ledgers"

    @property
    def shards(self) -> Path:
        """Where the shards are."""
        return self.path / "shards"

    @property
    def texts(self) -> Path:
        """Where the reading texts are."""
        return self.path / "texts"

    @property
    def readings(self) -> Path:
        """Where the readings are."""
        return self.path / "readings"

    @property
    def records(self) -> Path:
        """Where the records for joining are."""
        return self.aside or self.path / "records"

    @property
    def registry(self) -> Path:
        """Where the words are that the office has taught; it need not be there."""
        return self.path / "registry"

    @property
    def current(self) -> Path:
        """The file that says which generation answers."""
        return self.path / CURRENT

    @property
    def second(self) -> Path:
        """The second copy of the current ledger."""
        return self.path / SECOND

    def engine(self, manifest: str) -> Path:
        """Where the engine of a graph is."""
        return self.path / (ENGINE + manifest[:16])


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
    if layout == EARLIER:
        raise StoreError(
            str(path), "the store is of an earlier version", f"remove it, and: guitu build SOURCE… --store {path}"
        )
    if layout not in (LAYOUT, ""):  # empty: the very first build was cut off while it wrote the mark
        raise StoreError(
            str(path),
            f"the layout of this store is of another version ({layout.strip()[:40]})",
            "build it anew elsewhere",
        )
    folder = Folder(path)
    use_registry(folder)
    return folder


def use_registry(folder: Folder) -> None:
    """Read documents with the words that were taught to a store. StoreError where they cannot be understood."""
    try:
        taught.use(folder.registry)
    except taught.Slip as slip:
        where = f"{folder.registry / slip.file}:{slip.line}"
        raise StoreError(where, f"this word cannot be taught ({slip.reason})", "mend the line") from slip
    except RuntimeError as error:
        raise StoreError(
            str(folder.path), "a store with other taught words is in use", "open it in a process of its own"
        ) from error


def prepare(path: Path) -> Folder:
    """The store in a folder, made where the folder is missing or empty; a folder of other things is left alone."""
    try:
        if not (path / MARK).exists():
            path.mkdir(parents=True, exist_ok=True)
            if any(path.iterdir()):
                raise StoreError(str(path), "the folder holds other files and is not a store", "choose another folder")
        folder = find(path) if (path / MARK).exists() else Folder(path)
        if not (path / MARK).exists() or not (path / MARK).read_bytes():  # else a full disk would leave it empty
            (path / MARK).write_text(LAYOUT, encoding="ascii")
        for name in FOLDERS:
            (path / name).mkdir(exist_ok=True)
    except OSError as error:
        raise StoreError(
            str(path), f"the store cannot be written ({reason(error)})", "choose another folder"
        ) from error
    return folder


@contextlib.contextmanager
def locked(folder: Folder) -> Iterator[None]:
    """Hold the store for writing; StoreError where another command holds it. It ends with the process."""
    try:
        lock = (folder.path / LOCK).open("a+b")
    except OSError as error:
        raise StoreError(str(folder.path), f"the store cannot be written ({reason(error)})") from error
    with lock:
        try:
            _hold(lock.fileno())
        except OSError as error:
            raise StoreError(
                str(folder.path), "another command is writing this store", "wait until it has ended"
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


def clean(folder: Folder, engines: set[str]) -> None:
    """Remove what a step that was cut off left behind, and engines of other graphs than these. Needs the lock."""
    for entry in folder.path.iterdir():
        if entry.name.startswith(ENGINE) and entry.is_dir() and entry.name not in engines:
            shutil.rmtree(entry, ignore_errors=True)
    for place in (folder.path, *(folder.path / name for name in FOLDERS)):
        for file in os.scandir(place):  # there are very many
            if file.name.endswith(PART):
                Path(file).unlink(missing_ok=True)


def write(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Write a file whole: whoever looks sees the old content or the new. `sync`: also after a loss of power."""
    with part(path) as (file, made):
        file.write(data)
        if sync:
            file.flush()
            os.fsync(file.fileno())
        file.close()
        made.replace(path)


@contextlib.contextmanager
def part(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file beside another, to be written and put in its place; workers may write one file at once."""
    made = path.with_name(f"{path.name}.{secrets.token_hex(4)}{PART}")
    with made.open("wb") as file:
        yield file, made


def reason(error: Exception) -> str:
    """What the system says, on one line and without the path.

    >>> reason(PermissionError(13, "Permission denied", "/tmp/x"))
    'Permission denied'
    """
    said = " ".join(((error.strerror if isinstance(error, OSError) else None) or str(error)).split())
    return said.rpartition(": ")[2] if said.startswith(_OF_ENGINE) else said


_OF_ENGINE = "IO error: "  # before paths, and what the system says
