"""Names of agencies that a cell has set on two lines: 市自然资源和⏎规划局; the cell is read without that break."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, match
from guitu.ontology.districts import Region

_ENDS_NAME = re.compile(r"[、，,；;。：:（）\s/|+·]|[①-⓿]")


@dataclass(frozen=True, slots=True)
class Unbroken:
    """The words of a cell; `places`: where each character stands in the cell, and where the last one ends."""

    words: str
    places: Sequence[int]

    def span(self, span: Span) -> Span:
        """A span of the words as one of the cell."""
        return Span(self.places[span.start], self.places[span.end - 1] + 1) if len(span) else span


def unbroken(cell: str, here: Region | None) -> Unbroken | None:
    """The cell without the breaks inside names; None where it has no such break.

    >>> from guitu.ontology.districts import region
    >>> unbroken("市自然资源和\\n规划局\\n市财政局", region("云州市")).words
    '市自然资源和规划局\\n市财政局'
    """
    if "\n" not in cell:
        return None
    gone = {found.start() for found in re.finditer("\n", cell) if _breaks_name(cell, found.start(), here)}
    if not gone:
        return None
    places = [i for i in range(len(cell)) if i not in gone]
    return Unbroken("".join(cell[i] for i in places), places)


def _breaks_name(cell: str, at: int, here: Region | None) -> bool:
    """Whether a name goes on over the break: it does not stand whole before it, but with what comes after."""
    start = at
    while start and not _ENDS_NAME.match(cell, start - 1):
        start -= 1
    before, after = cell[start:at], cell[at + 1 :].partition("\n")[0]
    if not before or not after:
        return False
    whole = match(before, 0, here)
    if whole and whole[1] == len(before):
        return False
    rest = re.split(_ENDS_NAME, after, maxsplit=1)[0]
    other = match(rest, 0, here)
    if is_agency_like(before) and other and other[1] == len(rest):
        return False
    found = match(before + after, 0, here)
    return bool(found and found[1] > len(before)) or (not is_agency_like(before) and is_agency_like(before + rest))
