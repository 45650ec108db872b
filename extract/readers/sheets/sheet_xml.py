"""The XML of a workbook, read as a stream: shared strings, the formats of cells, and what stands in a sheet.

Nothing of it becomes a tree, so a million formatted blank cells cost their parsing and no memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

from guitu.extract.errors import SourceError
from guitu.extract.readers.sheets.layout import Budget, Merge, Sheet
from guitu.extract.readers.sheets.number_formats import BUILT_IN, GENERAL, shown

Attributes = dict[str, str]
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # _x000D_
_MOST_STRINGS = 2_000_000
_MOST_MERGES = 100_000
_AGAIN = "save it again from its origin"
_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Book:
    """What the sheets of a workbook share: strings, the number format of each style, how days are counted.

    `struck`: the styles whose font strikes words out; `gone`: words of strings, by number, that are struck out in them.
    """

    strings: Sequence[str] = ()
    formats: Sequence[str] = ()
    from_1904: bool = False
    struck: frozenset[int] = frozenset()
    gone: Mapping[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class Contents:
    """A sheet, and what of it was not read: cells by reason, hidden rows and columns with words, pictures."""

    sheet: Sheet = field(default_factory=Sheet)
    errors: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    uncalculated: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    pictures: bool = False
    cut: int | None = None  # the first row that the budget did not reach
    merges_cut: bool = False


def strings(data: bytes) -> tuple[list[str], dict[int, str]]:
    """The shared strings, rich text joined, readings of characters (phonetic) left out; what is struck out in which."""
    found: list[str] = []
    gone: dict[int, str] = {}
    rich = _Rich()

    def start(name: str, told: Attributes) -> None:
        rich.start(name, told)

    def end(name: str, text: str) -> None:
        if name == "si" and len(found) < _MOST_STRINGS:
            words, struck = rich.taken()
            if struck:
                gone[len(found)] = struck
            found.append(words)
        else:
            rich.end(name, text)

    parse(data, start, end, ("t",))
    return found, gone


@dataclass(slots=True)
class _Rich:
    """The runs of a string while they go by: words, and those struck out."""

    words: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    phonetic: int = 0
    struck: bool = False

    def start(self, name: str, told: Attributes) -> None:
        if name == "rPh":
            self.phonetic += 1
        elif name == "r":
            self.struck = False
        elif name == "strike":
            self.struck = told.get("val", "1") in _TRUE

    def end(self, name: str, text: str) -> None:
        if name == "t" and not self.phonetic:
            (self.gone if self.struck else self.words).append(text)
        elif name == "rPh":
            self.phonetic -= 1
        elif name == "r":
            self.struck = False

    def taken(self) -> tuple[str, str]:
        """What was said and what was struck out, and begin anew."""
        found = _unescaped("".join(self.words)), "".join(self.gone).strip()
        self.words.clear()
        self.gone.clear()
        self.struck = False
        return found


def formats(data: bytes) -> tuple[list[str], frozenset[int]]:
    """The number format of every style of a cell, by the number of the style; and the styles that strike words out."""
    codes = dict(BUILT_IN)
    found: list[str] = []
    fonts: list[bool] = []
    struck: set[int] = set()
    within = ""

    def start(name: str, told: Attributes) -> None:
        nonlocal within
        if name == "numFmt":
            codes[_integer(told.get("numFmtId"))] = told.get("formatCode", GENERAL)[:255]
        elif name in ("cellXfs", "fonts"):
            within = name
        elif name == "font" and within == "fonts":
            fonts.append(False)
        elif name == "strike" and within == "fonts" and fonts:
            fonts[-1] = told.get("val", "1") in _TRUE
        elif name == "xf" and within == "cellXfs" and len(found) < _MOST_MERGES:
            font = _integer(told.get("fontId"))
            if font < len(fonts) and fonts[font]:
                struck.add(len(found))
            found.append(codes.get(_integer(told.get("numFmtId")), GENERAL))

    def end(name: str, _: str) -> None:
        nonlocal within
        within = "" if name == within else within

    parse(data, start, end, ())
    return found, frozenset(struck)


def contents(data: bytes, book: Book, budget: Budget) -> Contents:
    """What stands in a sheet, in the words that the office sees."""
    reading = _Reading(book, budget)
    reading.found.sheet.from_1904 = book.from_1904
    parse(data, reading.start, reading.end, ("v", "t"))
    return reading.found


@dataclass(slots=True)
class _Reading:
    """The state of reading a sheet: the row and cell that are open."""

    book: Book
    budget: Budget
    found: Contents = field(default_factory=Contents)
    row: int = 0
    column: int = 0
    hidden: bool = False
    kind: str = "n"
    style: str | None = None
    words: list[str] = field(default_factory=list)
    written: bool = False
    formula: bool = False
    rich: _Rich = field(default_factory=_Rich)
    columns: list[tuple[int, int]] = field(default_factory=list)

    def start(self, name: str, told: Attributes) -> None:
        if name == "c":
            self._open(told)
        elif name == "row":
            self.row = _integer(told.get("r")) or self.row + 1
            self.column = 0
            self.hidden = told.get("hidden") in _TRUE
        elif name == "f":
            self.formula = True
        elif name in ("rPh", "r", "strike"):
            self.rich.start(name, told)
        elif name == "col" and told.get("hidden") in _TRUE and len(self.columns) < 1000:
            self.columns.append((_integer(told.get("min")), _integer(told.get("max"))))
        elif name == "mergeCell":
            self.found.merges_cut = len(self.found.sheet.merges) >= _MOST_MERGES
            if not self.found.merges_cut and (merge := _merge(told.get("ref", ""))):
                self.found.sheet.merges.append(merge)
        elif name in ("drawing", "legacyDrawing", "picture"):
            self.found.pictures = self.found.pictures or name != "legacyDrawing"  # comments have one, too

    def end(self, name: str, text: str) -> None:
        if name == "v":
            self.words.append(text)
            self.written = True
        elif name in ("t", "rPh", "r"):
            self.written = self.written or name == "t"
            self.rich.end(name, text)
        elif name == "c":
            self._close()

    def _open(self, told: Attributes) -> None:
        place = _place(told.get("r", ""))
        self.column = place[1] if place else self.column + 1
        self.kind, self.style = told.get("t", "n"), told.get("s")
        self.words.clear()
        self.written = self.formula = False

    def _close(self) -> None:
        if not self.written and not self.formula:
            return
        where = f"{_letters(self.column)}{self.row}"
        inline, gone = self.rich.taken()
        value = "".join(self.words) or inline
        if self.kind == "s" and self.book.gone:
            gone = self.book.gone.get(_integer(value), "")
        if self.formula and not value and self.kind != "str":  # a formula may well give the empty text
            self.found.uncalculated.append(where)
        elif self.kind == "e" or (self.kind == "s" and _integer(value) >= len(self.book.strings)):
            self.found.errors.append(where)
        elif (words := self._told(value)).strip() and _integer(self.style) in self.book.struck:
            self.found.struck.append(f"{where} {words.strip()}")
        else:
            if gone:
                self.found.struck.append(f"{where} {gone}")
            if words.strip():
                self._put(words)

    def _put(self, words: str) -> None:
        if any(first <= self.column <= last for first, last in self.columns):
            self.found.hidden_columns.add(self.column)
        elif self.hidden:
            self.found.hidden_rows.add(self.row)
        elif self.found.cut is None and self.budget.takes(words):
            self.found.sheet.put(self.row, self.column, words)
        elif self.found.cut is None:
            self.found.cut = self.row

    def _told(self, value: str) -> str:
        book = self.book
        if self.kind == "s":
            number = _integer(value)
            return book.strings[number] if value.strip().isdecimal() and number < len(book.strings) else ""
        if self.kind in ("str", "inlineStr"):
            return _unescaped(value)
        if self.kind == "b":
            return "是" if value.strip() in _TRUE else "否"
        if self.kind == "d":
            return value.partition("T")[0]
        style = _integer(self.style)
        code = book.formats[style] if style < len(book.formats) else GENERAL
        return shown(value.strip(), code, from_1904=book.from_1904)


def _unescaped(words: str) -> str:
    if "_x" not in words:
        return words
    return _ESCAPED.sub(lambda sign: "" if sign[1][0] in "dD" else chr(int(sign[1], 16)), words)


def _integer(told: str | None) -> int:
    """A number of the XML, 0 where it is none."""
    told = (told or "").strip()
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 10 else 0


@lru_cache(maxsize=65536)
def _place(reference: str) -> tuple[int, int] | None:
    """Row and column of C12, counted from 1.

    >>> _place("C12"), _place("AA1"), _place("?")
    ((12, 3), (1, 27), None)
    """
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _merge(reference: str) -> Merge | None:
    first, _, last = reference.partition(":")
    begin, end = _place(first), _place(last or first)
    return Merge(begin[0], begin[1], end[0], end[1]) if begin and end and begin <= end and begin[1] <= end[1] else None


# ---- the stream ----


def parse(
    data: bytes, start: Callable[[str, Attributes], None], end: Callable[[str, str], None], texts: Sequence[str]
) -> None:
    """Tell the elements by their local names; `end` with the text of those of `texts`. Raises SourceError."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    held: list[str] = []
    open_ = False

    def started(name: str, told: Attributes) -> None:
        nonlocal open_
        name = _local(name)
        open_ = name in texts
        held.clear()
        start(name, told)

    def ended(name: str) -> None:
        nonlocal open_
        end(_local(name), "".join(held))
        open_ = False
        held.clear()

    def read(text: str) -> None:
        if open_:
            held.append(text)

    def refuse(*_: object) -> None:
        raise SourceError("", "the file declares XML entities, which no office program writes", _AGAIN)

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    parser.CharacterDataHandler = read
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, RecursionError):
        raise SourceError("", "the file is damaged: its part worksheet is no whole XML", _AGAIN) from None


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    return name.rpartition("}")[2]
