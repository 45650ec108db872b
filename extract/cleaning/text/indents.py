"""Lines cut at a width whose paragraphs begin with an indent: a line without one goes on with the line before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import east_asian_width

from guitu.extract.text import fold

_SPACES = " \t\u3000"
_ENDS = "。！？；：…）)〕》”.，、"
_CUTS, _OPENINGS = 6, 4  # lines that go on without an indent, and paragraphs that begin with one, at least
_SHARE = 0.8
_SHORTEST = 20  # characters of a line that is cut
_RAGGED = 4  # columns by which full lines differ: a stop is not put at the start of a line, nor a number cut


@dataclass(frozen=True, slots=True)
class Indents:
    """`width`: columns of a full line of a file that is written so; 0 for another."""

    width: int = 0

    def goes_on(self, line: str, after: str) -> bool:
        """Whether a full line goes on in the next, a stop at its end or not."""
        return self.width > 0 and not _indented(after) and _columns(line) >= self.width - _RAGGED


def of(lines: Sequence[str]) -> Indents:
    """The indents of a file by its lines that are cut in the middle of a word."""
    cut = Counter[int]()
    flush = openings = 0
    for line, after in pairwise(lines):
        words = fold(line.strip())
        if len(words) >= _SHORTEST and words[-1] not in _ENDS:
            cut[_columns(line)] += 1
            flush += not _indented(after)
        openings += words[-1:] == "。" and _indented(after)
    total = sum(cut.values())
    if total < _CUTS or flush < _SHARE * total or openings < _OPENINGS:
        return Indents()
    width = max(sorted(cut), key=lambda size: sum(cut[size - k] for k in range(_RAGGED + 1)))
    full = sum(cut[width - k] for k in range(_RAGGED + 1))
    return Indents(width if 2 * full >= total else 0)


def _indented(line: str) -> bool:
    return line[:1] == "\u3000" or line[:2].strip(_SPACES) == ""


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in line.rstrip())
