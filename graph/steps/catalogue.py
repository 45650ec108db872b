"""What joining needs of every file, all in one place, so that a document is joined without reading it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
        self.reading = lru_cache(HELD)(self._reading)
        self._records = Bundle(folder.records / FILES, _RECORD)

    def keep(self, name: str, reading: Reading) -> None:
        """Put a reading and its text into the store; its record, once `keep_records` is called."""
        hashed.put(self._folder.texts, reading.text.value.encode("utf-8"), ".txt")
        self._cache.keep(name, reading)
        self._keep_record(name, reading)

    def _keep_record(self, name: str, reading: Reading) -> FileRecord:
        record = FileRecord(
            reading.media_type,
            reading.reader,
            reading.encoding,
            reading.named,
            reading.text.sha256,
            len(reading.text.value),
            records(reading),
        )
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

    def _reading(self, name: str) -> Reading:
        found = self._cache.load(name)
        if found is None:
            raise StoreError(str(self._folder.path), f"the store is damaged: readings/{name[:12]} is not whole", REPAIR)
        return found

    def record(self, name: str) -> FileRecord:
        """The record of a reading; made anew where it is missing."""
        found: FileRecord | None = self._records.get(name)
        return found or self._keep_record(name, self.reading(name))

    def copies(self, known: Sequence[Known]) -> Iterator[Copy]:
        """Every document of every content, named as the first of its sources."""
        first: dict[str, Known] = {}
        for one in sorted(known, key=lambda one: one.name):
            first.setdefault(one.sha256, one)
        for one in first.values():
            for number, record in enumerate(self.record(one.reading).copies):
                yield Copy(one.sha256, one.name, number, record, self._loader(one.reading))

    def _loader(self, name: str) -> Any:
        return lambda: self.reading(name)
