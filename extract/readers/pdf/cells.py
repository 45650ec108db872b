"""The text of a cell: lines that fill it are joined, shorter ones are paragraphs of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.readers.pdf.lines import Line, lines
from guitu.extract.readers.pdf.page import Piece
from guitu.extract.text import fold
from guitu.extract.words.numbering import numbered

_TOKEN = re.compile(r"[A-Za-z0-9.,%/+-]{1,40}|[“‘（《〈〔(]{0,3}.[，。、；：！？）》〉〕”’%)]{0,3}", re.DOTALL)
_PADDING, _WIDEST_PADDING = 0.9, 1.8  # of a character, on both sides together
_ENDS = tuple("。；！？")


def region_text(pieces: Sequence[Piece], width: float, padding: float = 0.0) -> tuple[str, ...]:
    """The paragraphs of a cell that is `width` points wide; `padding`: what its table leaves free on both sides."""
    found: list[str] = []
    last: Line | None = None
    for line in lines(pieces):
        if last is not None and _goes_on(last, line, width, padding):
            found[-1] = glued(found[-1], line.text)
        else:
            found.append(line.text)
        last = line
    return tuple(text for text in found if text.strip())


def _goes_on(last: Line, line: Line, width: float, padding: float) -> bool:
    """Whether the first token of a line found no room in the line before it."""
    if last.text.endswith(_ENDS) and numbered(fold(line.text[:40])):
        return False
    free = min(max(padding, _PADDING * last.size), _WIDEST_PADDING * last.size)
    room = width - free - (last.x1 - last.x0)
    return room < token_width(line)


def token_width(line: Line) -> float:
    """The width of what cannot be divided at the start of a line."""
    match = _TOKEN.match(line.text.lstrip())
    token = match[0] if match else ""
    return sum(line.size if char > "\u2e7f" else line.size * 0.55 for char in token)


def glued(before: str, after: str) -> str:
    """Two lines as one, with a space between Latin words."""
    a, b = before[-1:], after[:1]
    return before + (" " if a.isascii() and a.isalpha() and b.isascii() and b.isalnum() else "") + after
