"""A passage without its stray spaces and bracketed remarks, for grammar that reads across them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guitu.extract.text import Span

# （约束性指标）, (a space between digits and signs); a remark is short and holds no other remark
_DROPPED = re.compile(r"（[^（）\n]{0,80}）|\s+")


@dataclass(frozen=True, slots=True)
class Compact:
    """`text` with, for each of its characters, the place in the reading text where it stands."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The range of the reading text from character `start` up to, without, character `end`.

        >>> compact("达到 60%（含）以上", 10).span(2, 7)
        Span(start=13, end=21)
        """
        if start >= end:
            at = self.places[start] if start < len(self.places) else 0
            return Span(at, at)
        return Span(self.places[start], self.places[end - 1] + 1)


def compact(text: str, offset: int) -> Compact:
    """The text without white space and short remarks in round brackets; `offset`: where it begins.

    >>> compact("建成（试点） 3 个", 0).text
    '建成3个'
    """
    kept: list[int] = []
    last = 0
    for dropped in _DROPPED.finditer(text):
        kept.extend(range(last, dropped.start()))
        last = dropped.end()
    kept.extend(range(last, len(text)))
    return Compact("".join(text[i] for i in kept), tuple(i + offset for i in kept))
