"""Where something stands in a document of the graph: its range, the words around it, the headings above it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guitu.graph.keep.store import Row
from guitu.graph.quads.names import span_of

AROUND = 60  # characters of the sentence that are shown on either side of a range

_STOP = re.compile(r"[。；！？\n]")
_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,4}")


def around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The characters of a range between those of its sentence, at most `AROUND` on either side.

    >>> around("一、总则。水务局负责堤坝；其他另行规定。", 5, 8)
    ('', '水务局', '负责堤坝；')
    """
    if not start < end <= len(text):
        return "", "", ""
    before, after = text[max(start - AROUND, 0) : start], text[end : end + AROUND]
    stops = [stop.end() for stop in _STOP.finditer(before)]
    left = before[stops[-1] :] if stops else before
    if not stops and start > AROUND:
        left = "…" + left
    if stop := _STOP.search(after):
        right = after[: stop.end()].rstrip("\n")
    else:
        right = after + ("…" if end + AROUND < len(text) else "")
    return left, text[start:end], "" if _STOP.match(text[end - 1]) else right


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading right under the document: how many headings, tasks and gaps lie in it."""

    title: str
    headings: int
    tasks: int
    gaps: int


@dataclass(frozen=True, slots=True)
class _Heading:
    start: int
    iri: str
    title: str
    above: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a document in the order of its text."""

    headings: tuple[_Heading, ...]
    starts: tuple[int, ...]
    by_iri: Mapping[str, _Heading]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Outline:
        """`rows`: IRI, title, number, IRI of the section or document around, and evidence of every section."""
        found = sorted(
            {
                _Heading(start, str(iri), _named(number, str(title)), parent or "")
                for iri, title, number, parent, evidence in rows
                if (start := start_of(evidence)) is not None
            },
            key=lambda one: (one.start, one.iri),
        )
        return cls(tuple(found), tuple(one.start for one in found), {one.iri: one for one in found})

    def path(self, offset: int | None) -> tuple[str, ...]:
        """The headings around a place, outermost first; none before the first heading."""
        return tuple(one.title for one in self._around(offset))

    def chapters(self, tasks: Sequence[int | None], gaps: Sequence[int | None]) -> tuple[Chapter, ...]:
        """The outermost headings, and how much lies in each."""
        tops = [one for one in self.headings if one.above not in self.by_iri]
        inside = [Counter(self._top(place) for place in places) for places in (tasks, gaps)]
        below = Counter(self._top(one.start) for one in self.headings)
        return tuple(Chapter(one.title, below[one.iri] - 1, inside[0][one.iri], inside[1][one.iri]) for one in tops)

    def _top(self, offset: int | None) -> str:
        return next((one.iri for one in self._around(offset)), "")

    def _around(self, offset: int | None) -> tuple[_Heading, ...]:
        if offset is None or not (i := bisect_right(self.starts, offset)):
            return ()
        path = [self.headings[i - 1]]
        while (above := self.by_iri.get(path[-1].above)) and above not in path:
            path.append(above)
        return tuple(reversed(path))


def _named(number: str | None, title: str) -> str:
    """A heading as it is written: 一、总则, （二）分工, 专栏1 项目."""
    if not number:
        return title
    return number + ("" if number.endswith(("）", ")")) else "、" if _ORDINAL.fullmatch(number) else " ") + title


def start_of(evidence: str | None) -> int | None:
    """The first character of an evidence; None where it names no range."""
    found = span_of(evidence)
    return found[1] if found else None
