"""Paragraphs from lines by their places: indents, ends short of the margin, spacing, size of type."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from guitu.extract.readers.pdf.cells import glued, token_width
from guitu.extract.readers.pdf.lines import Line, margins
from guitu.extract.readers.pdf.sheet import Sheet
from guitu.extract.text import fold
from guitu.extract.words.lines import is_cut
from guitu.extract.words.numbering import numbered

_SAME_SIZE = 0.12
_LARGE = 1.15  # of the type of the text: a title
_LOOSE = 1.4  # of the usual distance of two lines: something new begins
_INDENT = 0.8  # of a character
_DEEPEST = 4  # characters: what begins farther in stands at the right, as those who sign and the day do
_ENDS = tuple("。！？；：")
_MOST_TITLE_LINES = 5
_AS_WIDE = 0.93  # of the usual width of a column: the same column on a page that is bound on the other side
_MUCH = 0.12  # of the width of a page


def body_size(sheets: Sequence[Sheet]) -> float:
    """The size of the type in which most characters of a file are set."""
    counts: Counter[float] = Counter()
    for one in sheets:
        for line in one.lines():
            counts[round(line.size * 2) / 2] += len(line.text)
    return max(counts, key=lambda size: (counts[size], size)) if counts else 12.0


def set_margins(sheets: Sequence[Sheet]) -> None:
    """Give every line the margins of its column: of its own page where that is full, else of all pages alike."""
    shared: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for one in sheets:
        for line in one.lines():
            shared[round(one.width / 10), line.column].append(line)
    usual = {key: _symmetric(margins(found), key) for key, found in shared.items()}
    for one in sheets:
        columns: defaultdict[int, list[Line]] = defaultdict(list)
        for line in one.lines():
            columns[line.column].append(line)
        for column, found in columns.items():
            left, right = usual[round(one.width / 10), column]
            if len(found) >= 8:
                own = margins(found)
                moved = own[0] < left - 5 or not any(line.x0 < left + 5 for line in found)
                if moved and own[1] - own[0] > _AS_WIDE * (right - left):  # outer and inner margins
                    left, right = own
            for line in found:
                line.left, line.right = left, max(right, line.x1)


def _symmetric(found: tuple[float, float], key: tuple[int, int]) -> tuple[float, float]:
    """Margins of the whole width; where every line is short, the right one is taken to be as wide as the left one."""
    left, right = found
    width, column = key[0] * 10, key[1]
    return (left, width - left) if column == 0 and right < width - left - _MUCH * width else found


class Joiner:
    """Joins the lines of a stretch of text into paragraphs, over the ends of columns and pages too."""

    def __init__(self, sheets: Sequence[Sheet], body: float) -> None:
        self.body = body
        self.pitch = _pitch(sheets)
        every = [line for one in sheets for line in one.lines()]
        indented = sum(1.5 < (line.x0 - line.left) / max(line.size, 1) < 2.6 for line in every)
        self.indents = indented > 0.08 * len(every)

    def joined(self, lines: Iterable[tuple[int, Line]]) -> list[str]:
        """The paragraphs of lines, each with the number of its page."""
        found: list[str] = []
        grown: list[Line] = []
        place = 0
        for number, line in lines:
            if grown and self._goes_on(grown, line, apart=number != place):
                found[-1] = glued(found[-1], line.text)
                grown.append(line)
            else:
                found.append(line.text)
                grown = [line]
            place = number
        return found

    def _goes_on(self, grown: Sequence[Line], line: Line, *, apart: bool) -> bool:
        last = grown[-1]
        if abs(last.size - line.size) > _SAME_SIZE * max(last.size, line.size):
            return False
        near = not apart and last.column == line.column and line.top > last.top
        usual = self.pitch.get(round(line.size), 1.9 * line.size)
        if near and line.middle - last.middle > _LOOSE * usual:
            return False
        if self._is_centred(last) or self._is_centred(line):
            return near and self._one_title(grown, line)
        if last.right - last.x1 > token_width(line) + 0.4 * line.size:
            return False
        return self._is_continuation(grown, line)

    def _is_continuation(self, grown: Sequence[Line], line: Line) -> bool:
        """Whether a line after a full one belongs to its paragraph, by where it begins."""
        last = grown[-1]
        begin, before = line.x0 - line.left, last.x0 - last.left
        item = numbered(fold(line.text[:40])) is not None
        ended = last.text.endswith(_ENDS)
        if begin <= _INDENT * line.size:
            if before > _DEEPEST * line.size:
                return False
            if self.indents and before > _INDENT * line.size:
                return True  # below the first line of its paragraph
            return not (item and (ended or not self.indents))
        if abs(begin - before) > 0.5 * line.size:
            hanging = len(grown) == 1 and begin > before <= _DEEPEST * line.size and not item
            return hanging and not ended
        if len(grown) > 1 and grown[0].x0 - grown[0].left > begin + _INDENT * line.size:
            return True
        return not ended and not item and is_cut(fold(last.text))

    def _is_centred(self, line: Line) -> bool:
        before, after = line.x0 - line.left, line.right - line.x1
        if before < 1.2 * line.size or abs(before - after) > 1.3 * line.size:
            return False
        return line.size >= _LARGE * self.body or before > 3 * line.size

    def _one_title(self, grown: Sequence[Line], line: Line) -> bool:
        """Whether two centred lines of a heading inside the text are one; those of document titles are joined later."""
        last = grown[-1]
        if not (self._is_centred(last) or last.size >= _LARGE * self.body) or not self._is_centred(line):
            return False
        opened = numbered(fold(grown[0].text[:40])) is not None
        fresh = numbered(fold(line.text[:40])) is not None or line.text.startswith(("附件", "（"))
        return opened and not fresh and len(grown) < _MOST_TITLE_LINES


def _pitch(sheets: Sequence[Sheet]) -> dict[int, float]:
    """The usual distance of two lines, for each size of type."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for one in sheets:
        lines = one.lines()
        for a, b in itertools.pairwise(lines):
            apart = b.middle - a.middle
            if a.column == b.column and abs(a.size - b.size) < 1 and 0.8 * a.size < apart < 4 * a.size:
                found[round(b.size)].append(apart)
    return {size: median(sorted(apart)[: max(1, len(apart) * 3 // 4)]) for size, apart in found.items()}
