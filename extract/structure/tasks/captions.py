"""The words over a table: the short line or the heading above it, and the line that only says units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Span, Text

UNITS = re.compile(r"(?:计量)?单位：\s*(?P<unit>[^\s，。；：（）]{1,6}(?:[、，][^\s，。；：（）、]{1,6}){0,5})")
"""The units of a table: one, or of several columns in their order."""
_LONGEST = 60


def says_units(words: str) -> bool:
    """Whether a line says nothing but the units of a table.

    >>> says_units("单位：个、万平方米"), says_units("（单位：台）"), says_units("单位：市水利局、市发展和改革委员会")
    (True, True, False)
    """
    return words.startswith(("单位", "计量", "（")) and UNITS.fullmatch(words.strip("（）")) is not None


def caption(text: Text, elements: Sequence[Element], index: int) -> Span:
    """The short line above the table at an index, or the heading there; a line of units between them is passed over."""
    at = index - 1
    if at > 0 and elements[at].kind == "plain" and says_units(text.read(elements[at].span).strip()):
        at -= 1
    before = elements[at] if at >= 0 else None
    if before and before.kind == "heading" and before.title:
        return before.title
    if before and before.kind == "plain" and len(before.span) <= _LONGEST and "。" not in text.read(before.span):
        return before.span
    start = elements[index].span.start
    return Span(start, start)
