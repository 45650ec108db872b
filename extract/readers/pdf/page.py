"""What stands on one page, in the frame in which it is read: x to the right, y down, in points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_A_PICTURE = 0.02  # of the page


class Rule(NamedTuple):
    """A straight line. `at`: its y (across) or x (down); from `start` to `end` in the other direction."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters side by side. `xs`: the left edge of each; `size`: of its type, in points."""

    text: str
    xs: Sequence[float]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Half-way between top and bottom."""
        return (self.top + self.bottom) / 2

    def part(self, start: int, end: int) -> Piece:
        """The characters from `start` to `end`."""
        x1 = self.xs[end] if end < len(self.xs) else self.x1
        return Piece(self.text[start:end], self.xs[start:end], self.xs[start], x1, self.top, self.bottom, self.size)


@dataclass(slots=True)
class Page:
    """One page. `pictured`: the share that pictures cover; `over`: it holds more than is read; `garbled`: no words.

    `others`: some of its text is read in another direction, and left out. `lost`: stretches of text whose font is
    neither in the file nor on this machine, and that could not be read. `seen`: its words were recognised in a picture.
    """

    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    over: bool = False
    garbled: bool = False
    others: bool = False
    lost: int = 0
    seen: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether there is nothing to read but a picture."""
        return self.pictured > _A_PICTURE and not self.pieces
