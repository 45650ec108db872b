"""Readings kept as JSON, so that a source is read once: a typed codec for the values of facts, and their files.

A dataclass becomes the list of its fields, a date its ISO form, a decimal number its digits; nothing but the declared
types is ever made from a file, so a store is data and no program.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from operator import attrgetter
from pathlib import Path
from typing import Any

from guitu.extract.facts import Columns, Reading
from guitu.extract.formats import reads_scans
from guitu.graph.keep import folder as layout
from guitu.graph.keep import hashed
from guitu.ontology import taught

_CODED = (".py", ".ttl")
_READING: Any = Reading


@cache
def version(*rooms: str) -> str:
    """A hash of the package, of whether it reads scans, and of the code and knowledge in some of its rooms.

    A reading depends on `ontology` and `extract` and on what was taught beside its source; a graph on `graph` too.
    """
    found: str = _hashed(*rooms).hexdigest()
    return found[:16]


@cache
def _hashed(*rooms: str) -> Any:
    """The hash of `version`, made of that of all rooms but the last."""
    if not rooms:
        return hashlib.sha256(f"{metadata.version('guitu')} {reads_scans()}".encode())
    found, room = _hashed(*rooms[:-1]).copy(), rooms[-1]
    for name, content in sorted(_files(resources.files(f"guitu.{room}"), room)):
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found


def _files(place: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in place.iterdir():
        path = f"{name}/{entry.name}"
        if entry.name.endswith(_CODED):
            found.append((path, entry.read_bytes()))
        elif entry.is_dir():
            found += _files(entry, path)
    return found


@cache
def made_by() -> str:
    """A hash of everything that a graph depends on beside its sources."""
    return version("ontology", "extract", "graph") + taught.digest()


@dataclass(frozen=True, slots=True)
class Cache:
    """Readings kept in a folder, each in a file with the hash of what it holds before it."""

    readings: Path

    def name(self, source: str, columns: Columns = (), words: str | None = None) -> str:
        """The file of a reading: by the SHA-256 of its source, the version, and the columns set by hand.

        `words`: the digest of what was taught; None: of what is in use.
        """
        told = ""
        if columns:
            told = "-" + hashlib.sha256(json.dumps(encode(columns)).encode()).hexdigest()[:16]
        words = taught.digest() if words is None else words
        return f"{source}-{version('ontology', 'extract')}{words and '-' + words}{told}.json"

    def again(self, name: str, other: str) -> None:
        """Let a reading hold under another name, too; nothing where there is none."""
        if self.is_whole(name) and not self.is_whole(other):
            layout.write(self.readings / other, (self.readings / name).read_bytes(), sync=False)

    def load(self, name: str) -> Reading | None:
        """The reading in a file; None where there is none that can be used, and the source has to be read again."""
        found: Reading | None = load(self.readings / name, _READING)
        return found

    def is_whole(self, name: str) -> bool:
        """Whether a reading is there as it was written."""
        return hashed.beside(self.readings / name) is not None

    def keep(self, name: str, reading: Reading) -> None:
        """Put a reading into a file, whole or not at all."""
        keep(self.readings / name, reading)


def keep(path: Path, value: Any) -> None:
    """Write a value of the fact types with its hash before it."""
    hashed.keep_beside(path, _json(encode(value)).encode("utf-8", "surrogatepass"))


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def load(path: Path, kind: Any) -> Any:
    """The value of a type in a file; None where it is missing, cut off, changed or of another form."""
    data = hashed.beside(path)
    try:
        return None if data is None else decoder(kind)(json.loads(data.decode("utf-8", "surrogatepass")))
    except (ValueError, TypeError, ArithmeticError, RecursionError):
        return None


def encode(value: Any) -> Any:
    """A value of the fact types in the types of JSON.

    >>> from guitu.extract.text import Span
    >>> encode((Span(1, 2), Decimal("1.50"), date(2025, 1, 2), None))
    [[1, 2], '1.50', '2025-01-02', None]
    """
    kind: Any = type(value)
    return _encoder(kind)(value)


@cache
def _encoder(kind: Any) -> Encoder:
    """`encode` for the values of one class; TypeError where no fact is made of it."""
    if kind is types.NoneType or issubclass(kind, str | int):
        return lambda value: value
    if issubclass(kind, tuple):
        return _all
    if issubclass(kind, Decimal | date):
        return str
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"no fact is made of {kind.__name__}")
    made: Any = kind
    if made.__name__ in _REPEATED:
        return lambda value: _json(_all(getattr(value, name) for name in _names(made)))
    names, tag = _names(made), [made.__name__] if made.__name__ in _TAGGED else []
    values: Encoder = attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    return lambda value: [*tag, *_all(values(value))]


def _all(values: Iterable[Any]) -> list[Any]:
    """Most are plain, and there are very many."""
    return [one if type(one) in _SIMPLE else encode(one) for one in values]


_SIMPLE = frozenset((str, int, bool, types.NoneType))
_TAGGED = ("Paragraph", "Table")  # members of the one union of dataclasses
_REPEATED = ("Mention",)  # which many documents have alike: each is kept as text, and made once for all of them
Decoder = Callable[[Any], Any]
Encoder = Callable[[Any], Any]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def decoder(kind: Any) -> Decoder:
    """The inverse of `encode` for a type; what does not fit raises ValueError, TypeError or ArithmeticError.

    >>> decoder(tuple[int, ...])([1, 2])
    (1, 2)
    """
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return _many(arguments[0])
    if origin in (typing.Union, types.UnionType):
        return _union([part for part in arguments if part is not types.NoneType], len(arguments))
    if origin is typing.Literal:
        return _checked(lambda value: isinstance(value, str) and value in arguments)
    if dataclasses.is_dataclass(kind):
        made = _dataclass(kind)
        return _repeated(made) if getattr(kind, "__name__", "") in _REPEATED else made
    return _PLAIN[kind]


def _repeated(decode: Decoder) -> Decoder:
    known: dict[str, Any] = {}

    def found(text: Any) -> Any:
        value = known.get(text)
        if value is None:
            value = known[text] = decode(json.loads(text))
        return value

    return found


def _many(kind: Any) -> Decoder:
    """A tuple of values of one type; of plain ones they are all checked at once, since readings have very many."""
    if kind in _AS_THEY_ARE:

        def decode(value: Any) -> Any:
            if [*map(type, _listed(value))].count(kind) != len(value):
                raise ValueError("of another type")
            return tuple(value)

        return decode
    item = decoder(kind)
    return lambda value: tuple([item(part) for part in _listed(value)]) if value != [] else ()


def _dataclass(kind: Any) -> Decoder:
    """A dataclass of the list of its fields; what is plain is taken as it is, for there is very much of it."""
    fields: list[Decoder] = []
    plain: list[Any] = []  # of each field the type that needs no decoding

    def decode(value: Any) -> Any:
        if not fields:  # only now: a kind can have itself inside
            hints = typing.get_type_hints(kind)
            kinds = [hints[name] for name in _names(kind)]
            plain.extend(one if one in _AS_THEY_ARE else None for one in kinds)
            fields.extend(map(decoder, kinds))
        return kind(
            *[
                part if type(part) is one else field(part)
                for part, one, field in zip(_listed(value), plain, fields, strict=True)
            ]
        )

    return decode


def _union(kinds: list[Any], members: int) -> Decoder:
    if len(kinds) == 1 and members == 2:
        only = decoder(kinds[0])
        return lambda value: None if value is None else only(value)
    tagged = {kind.__name__: decoder(kind) for kind in kinds}

    def decode(value: Any) -> Any:
        tag = _listed(value)[0] if value else None
        if not isinstance(tag, str) or tag not in tagged:
            raise ValueError("no such kind of block")
        return tagged[tag](value[1:])

    return decode


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError("no list")
    return value


def _checked(fits: Callable[[Any], bool]) -> Decoder:
    def decode(value: Any) -> Any:
        if not fits(value):
            raise ValueError("of another type")
        return value

    return decode


_AS_THEY_ARE = frozenset((str, bool, int))  # JSON has them, too; True is no number here
_PLAIN: dict[Any, Decoder] = {
    Decimal: Decimal,
    date: date.fromisoformat,
    str: _checked(lambda value: isinstance(value, str)),
    bool: _checked(lambda value: isinstance(value, bool)),
    int: _checked(lambda value: type(value) is int),  # True is no number here
}
