"""What a reader hands on: paragraphs and tables as strings, before cleaning gives them their places."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawParagraph:
    """One paragraph or line; the marks mean what they mean in `Paragraph`."""

    text: str
    level: int = 0
    box: bool = False
    aside: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class RawCell:
    """One cell, compared by identity: a merged cell is the same object wherever it stands in the grid."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A full grid: every row as long as the widest."""

    rows: tuple[tuple[RawCell, ...], ...]


RawBlock = RawParagraph | RawTable


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as its reader understood it. `encoding`: of the bytes, or None for a format that has its own."""

    blocks: tuple[RawBlock, ...]
    encoding: str | None
