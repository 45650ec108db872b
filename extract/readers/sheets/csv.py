"""CSV and its like: rows divided by commas, semicolons, tabs or bars, as blocks of a sheet."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from guitu.extract.encoding import decode
from guitu.extract.raw import Raw, RawBlock, RawUnread
from guitu.extract.readers.sheets.layout import Budget, Sheet, blocks

_DIVIDERS = ",\t;|"
_SAMPLE = 20_000
_ROWS = 50
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # a first line that spreadsheets write
_MOST_COLUMNS = 1000
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def read(data: bytes) -> Raw:
    """The rows of a CSV file; the divider is the one that cuts most rows into equally many cells. Raises SourceError.

    Quoted cells may hold line breaks and dividers; rows may be of any length; a cell over the bounds of `sheets` is
    not read, and told.
    """
    decoded = decode(data)
    divider, text = _divided(decoded.text.replace("\0", ""))
    return Raw(tuple(_blocks(text, divider)), decoded.encoding)


def _divided(text: str) -> tuple[str, str]:
    if declared := _DECLARED.match(text):
        return declared[1], text[declared.end() :]
    lines = _QUOTED.sub("x", text[:_SAMPLE]).splitlines()[:_ROWS]
    worth = {sign: _worth(lines, sign) for sign in _DIVIDERS}
    return max(_DIVIDERS, key=lambda sign: worth[sign]), text


def _worth(lines: list[str], sign: str) -> tuple[int, int]:
    """How many rows have the most frequent number of dividers above none, and that number."""
    counts = Counter(number for line in lines if (number := line.count(sign)))
    (width, rows), *_ = counts.most_common(1) or [(0, 0)]
    return rows, width


def _blocks(text: str, divider: str) -> Iterator[RawBlock]:
    sheet, budget, cut, line, wide = Sheet(), Budget(), "", 0, 0
    rows = csv.reader(_lines(text), delimiter=divider)
    try:
        for line, row in enumerate(rows, 1):
            wide = wide or (line if any(words.strip() for words in row[_MOST_COLUMNS:]) else 0)
            written = [(column, words) for column, words in enumerate(row[:_MOST_COLUMNS]) if words.strip()]
            if not all(budget.takes(words) for _, words in written):
                cut = f"表格过大，第{line}行起未读"
                break
            for column, words in written:
                sheet.put(line, column, words)
    except csv.Error:  # a cell without end: a quotation mark that is not closed
        cut = f"第{line + 1}行起未读：引号没有配对，或单元格过长"
    yield from blocks(sheet, budget)
    if wide:
        yield RawUnread(f"表格过宽，第{wide}行起只读了前{_MOST_COLUMNS}列")
    if cut:
        yield RawUnread(cut)


def _lines(text: str) -> Iterator[str]:
    """The lines with their ends; only \\r and \\n end one."""
    for match in re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text):
        yield match[0]
