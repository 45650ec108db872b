"""What joining needs of every file, all in one place, so that a document is joined without reading it again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from guitu.extract.errors import StoreError
from guitu.extract.facts import Reading
from guitu.graph.copies.works import Copy, CopyRecord, records
from guitu.graph.keep import hashed
from guitu.graph.keep.bundle import Bundle
from guitu.graph.keep.cache import Cache
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import FILES
from guitu.graph.keep.hashed import REPAIR
from guitu.graph.keep.ledger import Known
from guitu.graph.reading.reading import Wanted

HELD = 64  # readings that are held at once


@dataclass(frozen=True, slots=True)
class FileRecord:
    """How a file was read, and what joining needs of its documents. `named`: as in `Reading`."""

    media_type: str
    reader: str
    encoding: str | None
    named: str | None
    text: str  # SHA-256 of the reading text
    characters: int
    copies: tuple[CopyRecord, ...]


_RECORD: Any = FileRecord


class Catalogue:
    """The records and readings of a store, by the name of the file that keeps a reading."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._cache = Cache(folder.readings)
        self.name = self._cache.name
        self.is_whole = self._cache.is_whole
        self.reading = lru_cache(HELD)(partial(loaded, folder))
        self._records = Bundle(folder.records / FILES, _RECORD, held=True)

    def put(self, name: str, record: FileRecord) -> FileRecord:
        """Take in the record of a reading that is kept."""
        self._records.put(name, record)
        return record

    def keep_records(self, known: Iterable[Known]) -> None:
        """Keep the records of these sources only."""
        self._records.keep({one.reading for one in known})

    def has(self, name: str, stem: str) -> bool:
        """Whether there is a whole reading that holds for a file of this stem."""
        text = self._folder.texts
        if not self._cache.is_whole(name):
            return False
        record = self.record(name)
        return record.named in (None, stem) and hashed.is_whole(text / f"{record.text}.txt", record.text)

    def record(self, name: str) -> FileRecord:
        """The record of a reading; made anew where it is missing."""
        found: FileRecord | None = self._records.get(name)
        return found or self.put(name, _record(self.reading(name)))

    def copies(self, known: Sequence[Known]) -> Iterator[Copy]:
        """Every document of every content, named as the first of its sources."""
        first: dict[str, Known] = {}
        for one in sorted(known, key=lambda one: one.name):
            first.setdefault(one.sha256, one)
        for one in first.values():
            for number, record in enumerate(self.record(one.reading).copies):
                yield Copy(one.sha256, one.name, number, record, self._loader(one.reading))

    def _loader(self, name: str) -> Loader:
        return Loader(self._folder, name, self.reading)


# ---- what the processes of a cluster do as well ----


def kept(folder: Folder, wanted: Wanted, reading: Reading) -> FileRecord:
    """Put a reading and its text into a store, under the name that `Catalogue.name` gives; its record."""
    return kept_as(folder, Cache(folder.readings).name(wanted.source.sha256, wanted.columns), wanted, reading)


def kept_as(folder: Folder, name: str, _: Wanted, reading: Reading) -> FileRecord:
    """The same under another name."""
    hashed.put(folder.texts, reading.text.value.encode("utf-8"), ".txt")
    Cache(folder.readings).keep(name, reading)
    return _record(reading)


def _record(reading: Reading) -> FileRecord:
    return FileRecord(
        reading.media_type,
        reading.reader,
        reading.encoding,
        reading.named,
        reading.text.sha256,
        len(reading.text.value),
        records(reading),
    )


def loaded(folder: Folder, name: str) -> Reading:
    """The reading of a name; StoreError where it is not whole."""
    found = Cache(folder.readings).load(name)
    if found is None:
        raise StoreError(str(folder.path), f"the store is damaged: readings/{name[:12]} is not whole", REPAIR)
    return found


@dataclass(frozen=True, slots=True)
class Loader:
    """Gives a reading when it is asked; sent to another process, it asks the store there."""

    folder: Folder
    name: str
    reading: Callable[[str], Reading]

    def __call__(self) -> Reading:
        """The reading."""
        return self.reading(self.name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _elsewhere, (str(self.folder.path.resolve()), self.name)


def _elsewhere(path: str, name: str) -> Loader:
    folder = Folder(Path(path))
    try:
        written = (folder.readings / name).stat().st_mtime_ns  # it may be read again while this process lives
    except OSError:
        written = 0  # said when it is opened
    return Loader(folder, name, partial(_held, folder, written))


@lru_cache(4 * HELD)
def _held(folder: Folder, _: int, name: str) -> Reading:
    """The readings of a process that works for others, as they were written at a time."""
    return loaded(folder, name)
