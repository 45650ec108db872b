"""What a store knows beside its documents: where its sources were found, and what people have told it."""

from __future__ import annotations

import json
import typing
from dataclasses import dataclass, fields
from typing import Any

from guitu.extract.errors import StoreError
from guitu.extract.facts import Columns
from guitu.extract.source import Archive
from guitu.graph.keep.cache import decoder, encode
from guitu.graph.keep.hashed import REPAIR


@dataclass(frozen=True, slots=True)
class Place:
    """Where sources are looked for: an absolute path or an address, and how it was to be read."""

    where: str
    attachments: bool = False
    private: bool = False
    links: bool = False
    columns: Columns = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A source that the store has read. `origin`: where it lies, on this machine or on the web; never in the graph.

    `name`: as documents of the graph name it; `reading`: the file that keeps what was read of it; `text`: the SHA-256
    of its reading text.
    """

    origin: str
    place: str
    name: str
    sha256: str
    size: int
    reading: str
    text: str
    url: str | None = None
    archive: Archive | None = None
    columns: Columns = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A document of a file with several that does not stand in the graph: the `number`-th of the file."""

    source: str
    number: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that later commands need not be told again. Sources are sorted by origin.

    `decisions`: what persons decided, one JSON object each, in the order in which they came; `left_out`: origins of
    sources that were removed and may still lie where others are looked for.
    """

    base: str
    places: tuple[Place, ...] = ()
    sources: tuple[Known, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    decisions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


_LEDGER: Any = Ledger


def dumped(ledger: Ledger) -> bytes:
    """The ledger as it is kept; without its last field where that is empty, as most are."""
    told = encode(ledger)
    return json.dumps(told if ledger.left_out else told[:-1], ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def loaded(data: bytes, where: str) -> Ledger:
    """The inverse of `dumped`; StoreError where the bytes are none."""
    try:
        told = json.loads(data.decode("utf-8", "surrogatepass"))
        return typing.cast(Ledger, decoder(_LEDGER)(told if len(told) == len(fields(Ledger)) else [*told, []]))
    except (ValueError, TypeError, RecursionError):
        raise StoreError(where, "the store is damaged: its ledger cannot be read", REPAIR) from None
