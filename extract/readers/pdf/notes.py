"""Footnotes: small type under a short rule at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.readers.pdf.lines import Line
from guitu.extract.readers.pdf.sheet import Sheet

_SMALL = 0.93  # of the type of the text
_LOWER = 0.45  # of the page: notes stand below
_MARK = re.compile(r"[①-⑳⓪❶-❿*※]|[\[〔(（]\d{1,3}[\]〕)）]|\d{1,3}(?![\d.．、年月%])|注[:：]?\d?")


def taken(sheets: Sequence[Sheet], body: float) -> list[Line]:
    """The notes, taken off their pages. `body`: the size of the type of the text."""
    found: list[Line] = []
    for one in sheets:
        notes = _notes(one, body)
        gone = set(map(id, notes))
        one.items = [item for item in one.items if id(item) not in gone]
        found += notes
    return found


def _notes(one: Sheet, body: float) -> list[Line]:
    """The last lines of a page where they are small and a short rule stands above them, or a mark before the first."""
    tail: list[Line] = []
    for item in reversed(one.items):
        if not isinstance(item, Line) or item.size > _SMALL * body or item.middle < _LOWER * one.height:
            break
        tail.insert(0, item)
    above = one.items[len(one.items) - len(tail) - 1] if len(tail) < len(one.items) else None
    upper = above.bottom if above is not None else 0.0
    for i, line in enumerate(tail):
        ruled = any(upper - 2 < r.at < line.bottom and _is_short(r, one) for r in one.rules)
        if _MARK.match(line.text) and (ruled or line.size < 0.85 * body):
            return tail[i:]
        upper = line.bottom
    return []


def _is_short(rule: tuple[float, float, float], one: Sheet) -> bool:
    return 30 < rule[2] - rule[1] < 0.5 * one.width
