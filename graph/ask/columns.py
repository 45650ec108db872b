"""Rows as bytes, column by column: read several times as fast as JSON, and a third of its size.

A column is its cells, or, where most of them are told again, each cell once and of each row which it is. The first line
says how long each part is.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterator, Sequence

from guitu.graph.keep.store import Row

_BETWEEN = "\x1f"  # the unit separator, which no text of a document has; where one has it all the same, JSON is written
_AGAIN = 2  # a cell stands in so many rows on the average


def dumped(rows: Sequence[Row]) -> bytes:
    """Rows of one length."""
    heads, parts = [], list[bytes]()
    for column in zip(*rows, strict=True):
        once = {cell: at for at, cell in enumerate(dict.fromkeys(column))}
        few = len(once) * _AGAIN <= len(column)
        plain, cells = _cells(tuple(once) if few else column)
        places = _numbers(array("I", map(once.__getitem__, column))).tobytes() if few else b""
        heads.append((plain, len(cells), len(places)))
        parts += (cells, places)
    return b"".join([json.dumps(heads).encode("ascii"), b"\n", *parts])


def loaded(told: bytes) -> list[Row]:
    """What `dumped` wrote."""
    return list(zip(*_columns(told), strict=True))


def _columns(told: bytes) -> Iterator[Sequence[str | None]]:
    heads, _, rest = told.partition(b"\n")
    at = 0
    for plain, size, places in json.loads(heads):
        text = str(memoryview(rest)[at : at + size], "utf-8")
        cells: list[str | None] = text.split(_BETWEEN) if plain else json.loads(text)  # type: ignore[assignment]
        at += size + places
        if places:
            numbers = array("I")
            numbers.frombytes(memoryview(rest)[at - places : at])
            cells = list(map(cells.__getitem__, _numbers(numbers)))
        yield cells


def _cells(cells: Sequence[str | None]) -> tuple[bool, bytes]:
    """Cells, and whether nothing but what is between them tells them apart."""
    if None not in cells:
        text = _BETWEEN.join(cells)  # type: ignore[arg-type]
        if text.count(_BETWEEN) == len(cells) - 1:
            return True, text.encode("utf-8")
    return False, json.dumps(cells, ensure_ascii=False).encode("utf-8")


def _numbers(of: array[int]) -> array[int]:
    """The low byte first on any machine."""
    if sys.byteorder == "big":
        of.byteswap()
    return of
