"""Running heads and feet and page numbers: what stands at the same height on page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from guitu.extract.readers.pdf.lines import Line
from guitu.extract.readers.pdf.sheet import Sheet
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_DEEP = 4  # lines from the top and from the bottom that are looked at
_SAME = 4.0  # points of height
_MARGIN = 0.12  # of the page: where a page number stands that nothing else proves
_PAGES = 3
_DIGITS = re.compile(r"\d{1,4}")
_LONGEST = 80
_ENDS = tuple("。；")
_FULL = 0.85  # of the widest line
_SMALLER = 0.93
# — 3 —, -3-, 3, 第3页, 第 3 页 共 9 页, 3/9, Page 3 of 9, Ⅳ
_NUMBER = re.compile(
    r"[—–―\-·~]{0,3} ?\d{1,4} ?[—–―\-·~]{0,3}|第 ?\d{1,4} ?页(?:[ ，,/|]{0,3}[（(]?共 ?\d{1,4} ?页[）)]?)?"
    r"|\d{1,4} ?/ ?\d{1,4}|[Pp]age ?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[ivxIVXⅠ-ⅻ]{1,5}"
)


def remove(sheets: Sequence[Sheet]) -> list[str]:
    """Take heads, feet and page numbers off the pages; the words of the heads, which may name the document.

    Guaranteed: nothing else goes. A line goes that stands outermost, at the same height and with the same words (apart
    from a number that counts the pages) on three pages, or on both of two; or that is nothing but the number of its
    page, in the margin. On a file of one page nothing goes but a plain page number.
    """
    heads: list[str] = []
    for bottom in (False, True):
        for _ in range(_DEEP):
            going = _running(sheets, bottom=bottom) | _numbers(sheets, bottom=bottom)
            if not going:
                break
            for one in sheets:
                heads += (line.text for line in one.lines() if id(line) in going and not bottom)
                one.items = [item for item in one.items if id(item) not in going]
    return heads


def _outer(sheets: Sequence[Sheet], *, bottom: bool) -> Iterator[tuple[Sheet, Line]]:
    """The outermost line of each page, and what stands at its height."""
    for one in sheets:
        if not one.items:
            continue
        edge = max(i.bottom for i in one.items) if bottom else min(i.top for i in one.items)
        for line in one.lines():
            if abs((line.bottom if bottom else line.top) - edge) < line.size:
                yield one, line


def _running(sheets: Sequence[Sheet], *, bottom: bool) -> set[int]:
    seen: defaultdict[str, list[tuple[int, Line]]] = defaultdict(list)
    for one, line in _outer(sheets, bottom=bottom):
        words = fold(without_spaces(line.text))
        if len(words) <= _LONGEST and not words.endswith(_ENDS) and _is_apart(one, line):
            for key in {words, *_counted(words, one.number)}:
                seen[key].append((one.number, line))
    filled = sum(bool(one.items) for one in sheets)
    needed = 2 if filled == 2 else _PAGES
    going: set[int] = set()
    for found in seen.values():
        found.sort(key=lambda pair: pair[1].middle)
        group: list[tuple[int, Line]] = []
        for pair in [*found, None]:
            if pair is not None and (not group or pair[1].middle - group[0][1].middle <= _SAME):
                group.append(pair)
                continue
            if len({number for number, _ in group}) >= needed:
                going |= {id(line) for _, line in group}
            group = [pair] if pair is not None else []
    return going


def _is_apart(one: Sheet, line: Line) -> bool:
    """Whether a line is none of running text: short, of several parts, or smaller than the others of its page."""
    others = [other for other in one.items if other is not line]
    if not others or "\u3000" in line.text:
        return True
    short = line.x1 - line.x0 < _FULL * max(other.x1 - other.x0 for other in others)
    return short or line.size < _SMALLER * max((other.size for other in one.lines()), default=0.0)


def _counted(words: str, number: int) -> Iterator[str]:
    """The words with each of their numbers in turn told from the number of the page."""
    for match in _DIGITS.finditer(words):
        yield f"{words[: match.start()]}\0{int(match[0]) - number}\0{words[match.end() :]}"


def _numbers(sheets: Sequence[Sheet], *, bottom: bool) -> set[int]:
    """Page numbers in the margin that count the pages, or that name the page of a file alone."""
    places: defaultdict[int, set[int]] = defaultdict(set)
    for one, line in _outer(sheets, bottom=bottom):
        words = fold(without_spaces(line.text))
        margin = _MARGIN * one.height
        if len(words) > 24 or not _NUMBER.fullmatch(words):
            continue
        if not (line.bottom > one.height - margin if bottom else line.top < margin):
            continue
        first = _DIGITS.search(words)
        places[int(first[0]) - one.number if first else -10_000].add(id(line))
    single = sum(bool(one.items) for one in sheets) == 1
    return {line for offset, lines in places.items() if len(lines) > 1 or (single and offset == 0) for line in lines}
