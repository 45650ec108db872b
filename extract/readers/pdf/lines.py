"""Lines from pieces that stand at one height."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guitu.extract.readers.pdf.page import Piece

_MUCH_SMALLER = 0.7
_HANGING = tuple("，。、；：")


@dataclass(slots=True)
class Line:
    """One line of type. `left` and `right`: the margins of the column that it stands in."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    left: float = 0.0
    right: float = 0.0
    column: int = 0

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2


def lines(pieces: Iterable[Piece]) -> list[Line]:
    """The lines of one column, from above. Pieces drawn twice at one place count once; wide gaps stay as a space."""
    rows: list[list[Piece]] = []
    upper = lower = 0.0
    for piece in sorted(pieces, key=lambda one: (one.middle, one.x0)):
        common = min(lower, piece.bottom) - max(upper, piece.top)
        if rows and common > 0.5 * min(lower - upper, piece.bottom - piece.top):
            rows[-1].append(piece)
            if len(piece.text) > 1 or piece.bottom - piece.top > lower - upper:
                upper, lower = min(upper, piece.top), max(lower, piece.bottom)
        else:
            rows.append([piece])
            upper, lower = piece.top, piece.bottom
    return [_line(part) for row in rows for part in _alike(row)]


def _alike(row: list[Piece]) -> list[list[Piece]]:
    """The pieces of a line from the left, what is set much smaller and apart from the rest by itself."""
    row.sort(key=lambda one: one.x0)
    parts = [[row[0]]]
    for last, piece in itertools.pairwise(row):
        small, large = sorted((piece.size, last.size))
        apart = len(piece.text) > 1 and small < _MUCH_SMALLER * large and piece.x0 - last.x1 > 0.9 * small
        if apart:
            parts.append([piece])
        else:
            parts[-1].append(piece)
    return parts


def _line(row: list[Piece]) -> Line:
    kept = [row[0]]
    text = row[0].text
    for piece in row[1:]:
        last = kept[-1]
        if piece.x0 < last.x1 - 0.5 * piece.size and piece.text in last.text:
            continue  # drawn twice to look bold
        gap = piece.x0 - last.x1
        em = max(piece.size, last.size)
        text += ("\u3000" if gap > 0.9 * em else " " if gap > 0.3 * em else "") + piece.text
        kept.append(piece)
    size = max(kept, key=lambda one: len(one.text)).size
    right = max(one.x1 for one in kept)
    return Line(text, kept[0].x0, right, min(p.top for p in kept), max(p.bottom for p in kept), size)


def margins(found: Sequence[Line]) -> tuple[float, float]:
    """Where most lines begin and where the longest end: the first and last of those that a good part share.

    A stop may hang over the margin, so a line that ends with one counts up to the sign before it.
    """
    left = _edge(sorted(line.x0 for line in found), 0.2)
    right = -_edge(sorted(line.size * line.text.endswith(_HANGING) - line.x1 for line in found), 0.08)
    return left, max(right, left + 1)


def _edge(places: Sequence[float], share: float) -> float:
    """The first place (sorted) near which a share as large as `share` of the most crowded one stand."""
    counts: list[tuple[float, int]] = []
    for place in places:
        if counts and place - counts[-1][0] <= 5:
            counts[-1] = (counts[-1][0], counts[-1][1] + 1)
        else:
            counts.append((place, 1))
    most = max(count for _, count in counts)
    return next(place for place, count in counts if count >= share * most)
