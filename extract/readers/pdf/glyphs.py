"""Characters with their places, as pieces of lines: what is hidden, doubled or outside of the page is left out."""

from __future__ import annotations

import ctypes
import math
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from guitu.extract.readers.pdf.meaning import is_meaningless
from guitu.extract.readers.pdf.page import Piece

Handle = ctypes.c_void_p
Box = tuple[float, float, float, float]
Turn = Callable[[Box], Box]

_MOST = 100_000  # characters of one page
_SAMPLES = 24
_STEP = 40  # at most, between two samples
_ASLANT = 0.1  # of a quarter turn: the stamp over a page
_SPACES = frozenset(" \t\r\n\x00\xa0\u3000\u2002\u2003\u2009\u200b\ufeff\ufffe")
_MARKS = frozenset("0123456789*①②③④⑤⑥⑦⑧⑨⑩[]〔〕")  # of footnotes
_BAD = re.compile("[\ue000-\uf8ff\ufffd\ufffe\uffff\x01-\x08\x0e-\x1f]")
_HYPHEN = "\x02"  # the library's sign for a hyphen that ends a line
_SMALLEST = 1.5  # points
_APART = 0.3  # em: a sign of another font, written later, can stand in a wider gap


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of a page. `turn`: into the frame in which most of it is read."""

    pieces: list[Piece]
    turn: Turn
    sideways: bool
    over: bool
    garbled: bool
    others: bool  # some of it is read in another direction, and left out


def read(textpage: Handle, crop: Box, hidden: Set[int]) -> Layer:
    """The text of a page. `crop`: left, bottom, right, top; `hidden`: addresses of text objects that nobody sees."""
    total = pdfium.FPDFText_CountChars(textpage)
    count = max(0, min(total, _MOST))
    words = _characters(textpage, count)
    turns = _turns(textpage, range(0, count, max(1, min(_STEP, count // _SAMPLES))))
    quarter = max(turns, key=lambda one: turns[one]) if turns else 0
    turn = turner(quarter, crop)
    boxes = _boxes(textpage, count)
    left, bottom, right, top = crop
    shown = (
        (i, char, turn((x0, y0, x1, y1)))
        for i, (char, (x0, y1, x1, y0)) in enumerate(zip(words, boxes, strict=False))
        if left - 1 <= (x0 + x1) / 2 <= right + 1
        and bottom - 1 <= (y0 + y1) / 2 <= top + 1
        and not (hidden and _address(pdfium.FPDFText_GetTextObject(textpage, i)) in hidden)
        and (len(turns) < 2 or char in _SPACES or _turn(textpage, i) in (quarter, None))
    )
    pieces = list(_pieces(shown, _Raised(textpage, turn)))
    others = any(one not in (quarter, -1) for one in turns)  # aslant are stamps and watermarks
    return Layer(pieces, turn, quarter in (1, 3), total > _MOST, _is_garbled(words), others)


def turner(quarter: int, crop: Box) -> Turn:
    """From the page's own frame (left, bottom, right, top) to (x0, top, x1, bottom) as its text is read."""
    left, bottom, right, top = crop
    turns: tuple[Turn, ...] = (
        lambda box: (box[0] - left, top - box[3], box[2] - left, top - box[1]),
        lambda box: (top - box[3], right - box[2], top - box[1], right - box[0]),
        lambda box: (right - box[2], box[1] - bottom, right - box[0], box[3] - bottom),
        lambda box: (box[1] - bottom, box[0] - left, box[3] - bottom, box[2] - left),
    )
    return turns[quarter]


def _characters(textpage: Handle, count: int) -> str:
    """One character for each place; the text in one call where it has as many."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count and "\ufffd" not in text:
        return text.replace(_HYPHEN, "-")
    code = pdfium.FPDFText_GetUnicode
    found = (code(textpage, i) for i in range(count))
    told = (chr(c) if c < 0x110000 and not 0xD800 <= c < 0xE000 else "\ufffd" for c in found)
    return "".join(told).replace(_HYPHEN, "-")


def _turns(textpage: Handle, places: Iterable[int]) -> Counter[int]:
    """How many of some characters are read in each direction, in quarter turns clockwise; -1 for aslant."""
    found = (_turn(textpage, i) for i in places)
    return Counter(turn for turn in found if turn is not None)


def _turn(textpage: Handle, i: int) -> int | None:
    """The direction in which a character is read; None for one that is not in the file but between two others."""
    angle = pdfium.FPDFText_GetCharAngle(textpage, i)
    if angle < 0 or pdfium.FPDFText_IsGenerated(textpage, i):
        return None
    turns = angle / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < _ASLANT else -1


def _boxes(textpage: Handle, count: int) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each character."""
    boxes = (pdfium.FS_RECTF * max(1, count))()
    box = pdfium.FPDFText_GetLooseCharBox
    for i, place in enumerate(boxes):
        box(textpage, i, place)
    flat = array("f", bytes(boxes))
    return zip(flat[::4], flat[1::4], flat[2::4], flat[3::4], strict=True)


def _address(handle: Handle) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _is_garbled(words: str) -> bool:
    letters = sum(not char.isspace() for char in words)
    return (letters >= 20 and 2 * len(_BAD.findall(words)) > letters) or is_meaningless(words)


def _pieces(shown: Iterator[tuple[int, str, Box]], raised: _Raised) -> Iterator[Piece]:
    """Characters joined while each stands right of the one before it, at the same height."""
    text: list[str] = []
    xs: list[float] = []
    begin = last = upper = lower = size = other = 0.0
    spaced = False
    before = 0
    for i, char, (x0, top, x1, bottom) in shown:
        if char in _SPACES:
            spaced = True
            continue
        height = bottom - top
        wide = x1 - x0
        if max(height, wide) < _SMALLEST:  # not by its height alone: a font may tell 一 as the stroke that it is
            continue
        if text:
            em = size or other
            gap = x0 - last
            overlap = min(lower, bottom) - max(upper, top)
            level = overlap > 0.5 * min(lower - upper, height)
            if level and x0 - xs[-1] < 0.3 * em and char == text[-1] and abs(x1 - last) < 0.3 * em:
                continue  # drawn twice to look bold
            if level and -0.6 * em < gap <= _APART * em and height < 1.5 * em:
                if (
                    char in _MARKS
                    and lower - bottom > 0.1 * em
                    and not _in_formula(text)
                    and raised.is_above(i, before)
                ):
                    last = max(last, x1)
                    continue  # the mark of a footnote
                if spaced:
                    text.append(" ")
                    xs.append(last)
                text.append(char)
                xs.append(x0)
                before = i
                last = max(last, x1)
                if char > "\u2e7f":
                    upper, lower = min(upper, top), max(lower, bottom)
                    size = max(size, min(max(height, wide), 1.2 * em))
                spaced = False
                continue
            yield _piece(text, xs, (begin, upper, last, lower), size or other * 0.87)
        text, xs, before = [char], [x0], i
        begin, last, upper, lower = x0, x1, top, bottom
        size, other = (max(height, wide) if char > "\u2e7f" else 0.0), max(height, wide)
        spaced = False
    if text:
        yield _piece(text, xs, (begin, upper, last, lower), size or other * 0.87)


class _Raised:
    """Tells small raised characters by their font and base line."""

    def __init__(self, textpage: Handle, turn: Turn) -> None:
        self.textpage = textpage
        self.turn = turn
        self.x = ctypes.c_double()
        self.y = ctypes.c_double()

    def is_above(self, one: int, other: int) -> bool:
        """Whether a character is smaller than another and stands clearly above its base line."""
        small, size = (pdfium.FPDFText_GetFontSize(self.textpage, i) for i in (one, other))
        return bool(small < 0.9 * size and self._base(other) - self._base(one) > 0.1 * size)

    def _base(self, i: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self.textpage, i, self.x, self.y)
        x, y = self.x.value, self.y.value
        return self.turn((x, y, x, y))[1]


def _in_formula(text: Sequence[str]) -> bool:
    """Whether a raised figure belongs to a unit: km2."""
    return text[-1].isascii() and text[-1].isalpha()


def _piece(text: Sequence[str], xs: Sequence[float], box: Box, size: float) -> Piece:
    x0, top, x1, bottom = box
    return Piece("".join(text), tuple(xs), x0, x1, top, bottom, size)
