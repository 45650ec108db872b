"""What a reader hands on: paragraphs, tables and what it could not read, before cleaning gives them their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

_SHOWN = 30  # characters of what is struck out
MOST_CELLS = 60_000  # places of all tables of a file; the largest division tables have some thousands


@dataclass(slots=True)
class RawParagraph:
    """One paragraph or line; the marks mean what they mean in `Paragraph`. Not frozen: every step makes each line anew.

    `item`: one of a list of the format, so that it begins something of its own.
    """

    text: str
    level: int = 0
    box: bool = False
    aside: bool = False
    item: bool = False

    def saying(self, text: str) -> RawParagraph:
        """The same paragraph with other words."""
        return RawParagraph(text, self.level, self.box, self.aside, self.item)


@dataclass(frozen=True, eq=False, slots=True)
class RawCell:
    """One cell, compared by identity: a merged cell is the same object wherever it stands in the grid."""

    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """A full grid: every row as long as the widest."""

    rows: tuple[tuple[RawCell, ...], ...]


@dataclass(frozen=True, slots=True)
class RawUnread:
    """A part of the file without text to read: a scanned page, a picture. `reason`: in Chinese, with its place."""

    reason: str


def struck_out(words: str) -> RawUnread:
    """The gap in the place of words that somebody has struck out.

    >>> struck_out("30 ").reason
    '划去的文字“30”没有读入'
    """
    shown = " ".join(words.split())
    return RawUnread(f"划去的文字“{shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}”没有读入")


RawText = RawParagraph | RawTable
RawBlock = RawText | RawUnread


def put_aside(blocks: Iterable[RawBlock]) -> Iterator[RawBlock]:
    """Blocks with each paragraph aside: what stands in them is no text."""
    for block in blocks:
        yield replace(block, aside=True) if isinstance(block, RawParagraph) else block


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as its reader understood it. `encoding`: of the bytes, or None for a format that has its own.

    `returned`: a table of tasks that Guitu wrote, come back; each paragraph of level 1 is the title of a document.
    `scanned`: words of it were recognised in pictures.
    """

    blocks: tuple[RawBlock, ...]
    encoding: str | None
    returned: bool = False
    scanned: bool = False


Tell = Callable[[int, int], None]
"""Told by a reader as it goes: pages (or parts) done, and how many there are."""


def silent(done: int, total: int) -> None:
    """Tell nobody."""
