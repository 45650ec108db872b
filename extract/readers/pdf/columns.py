"""One or two columns: the parts of a page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guitu.extract.readers.pdf.page import Piece
from guitu.extract.readers.pdf.tables import Grid

Thing = Piece | Grid

_FEWEST = 6  # lines of each column
_FULL = 0.6  # of the width of its column, that half of the lines fill
_STEP = 2.0  # points


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a page that is read from above. `column`: 0 for the whole width, 1 and 2 for left and right."""

    things: list[Thing]
    column: int


def parts(things: Sequence[Thing]) -> list[Part]:
    """The parts of a page in reading order: what crosses the gutter divides what stands above from what is below."""
    pieces = [thing for thing in things if isinstance(thing, Piece)]
    gutter = _gutter(pieces)
    if gutter is None:
        return [Part(list(things), 0)]
    found: list[Part] = []
    across: list[Thing] = []
    sides: tuple[list[Thing], list[Thing]] = ([], [])
    for thing in sorted(things, key=lambda one: one.middle):
        if thing.x0 < gutter - 1 and thing.x1 > gutter + 1:
            _close(found, sides)
            across.append(thing)
            continue
        if across:
            found.append(Part(across[:], 0))
            across.clear()
        sides[0 if thing.x1 <= gutter + 1 else 1].append(thing)
    if across:
        found.append(Part(across, 0))
    _close(found, sides)
    return found


def _close(found: list[Part], sides: tuple[list[Thing], list[Thing]]) -> None:
    for number, side in enumerate(sides, 1):
        if side:
            found.append(Part(side[:], number))
            side.clear()


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """The x between two columns of running text, or None."""
    if len(pieces) < 2 * _FEWEST:
        return None
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    best: tuple[float, float] | None = None
    x = left + 0.35 * (right - left)
    while x < left + 0.65 * (right - left):
        crossing = sum(len(p.text) for p in pieces if p.x0 < x < p.x1)
        if best is None or crossing < best[0]:
            best = (crossing, x)
        x += _STEP
    if best is None or best[0] > 0.3 * sum(len(p.text) for p in pieces):
        return None
    gutter = best[1]
    one = [p for p in pieces if p.x1 <= gutter]
    other = [p for p in pieces if p.x0 >= gutter]
    if not (_is_column(one) and _is_column(other)):
        return None
    high = min(max(p.bottom for p in one), max(p.bottom for p in other))
    low = max(min(p.top for p in one), min(p.top for p in other))
    return gutter if high > low else None


def _is_column(pieces: Iterable[Piece]) -> bool:
    """Whether these are lines of running text: most as wide as the column."""
    widths = sorted(p.x1 - p.x0 for p in pieces)
    if len(widths) < _FEWEST:
        return False
    return widths[len(widths) // 2] >= _FULL * widths[-1] and widths[-1] > 80
