"""The file that a person gives, as rows of words: a CSV in any encoding of offices, or the sheets of a workbook."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from guitu.extract.encoding import decode
from guitu.extract.errors import SourceError
from guitu.extract.formulas import unguarded
from guitu.extract.readers.sheets import xlsx
from guitu.extract.readers.sheets.layout import Sheet
from guitu.extract.readers.sheets.sheet_xml import Contents

_LARGEST = 20_000_000  # bytes
_ZIP = b"PK\x03\x04"
_DIVIDERS = "\t,;"
_FORM = "see guitu correct --help"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds words. `where`: file, sheet and line, for errors."""

    where: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of a file. `name`: of the sheet; `mark`: what Guitu wrote it as (`marks`), empty for none."""

    where: str
    name: str
    mark: str
    rows: tuple[Row, ...]


def grids(path: Path) -> tuple[Grid, ...]:
    """The tables of a file. SourceError for what cannot be read, or not whole."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(str(path), "there is no such file or folder") from error
    except OSError as error:
        raise SourceError(str(path), f"the file cannot be read ({error.strerror})") from error
    if len(data) > _LARGEST:
        raise SourceError(str(path), "it is larger than 20 MB", "split it")
    try:
        if data.startswith(_ZIP):
            return tuple(_workbook(path, data))
        return (Grid(str(path), path.stem, "", tuple(_csv(path, decode(data).text))),)
    except SourceError as error:
        raise SourceError(error.where or str(path), error.reason, error.remedy) from error


def _csv(path: Path, text: str) -> Iterator[Row]:
    first = text.split("\n", 1)[0]
    counts = Counter(first)
    rows = csv.reader(StringIO(text, newline=""), delimiter=max(_DIVIDERS, key=lambda sign: counts[sign]), strict=True)
    line = 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield Row(f"{path}:{line}", tuple(unguarded(cell).strip() for cell in row))
            line = rows.line_num + 1
    except csv.Error as error:
        raise SourceError(f"{path}:{line}", f"no row of a table ({error})", "save it again as CSV") from error


def _workbook(path: Path, data: bytes) -> Iterator[Grid]:
    for name, mark, held in xlsx.tabs(data):
        where = f"{path}:{name}"
        if held.cut is not None:
            raise SourceError(f"{where}:{held.cut}", "the sheet is too large", "split it")
        if faulty := (*held.errors, *held.uncalculated):
            raise SourceError(f"{where}:{faulty[0]}", "the cell has no value", "write its value, not a formula")
        yield Grid(where, name, mark, tuple(_sheet(where, held)))


def _sheet(where: str, held: Contents) -> Iterator[Row]:
    sheet = held.sheet
    _spread(sheet)
    wide = max((max(cells) for cells in sheet.rows.values() if cells), default=0)
    for number in sorted(sheet.rows):
        cells = sheet.rows[number]
        yield Row(f"{where}:{number}", tuple(cells.get(column, "").strip() for column in range(1, wide + 1)))


def _spread(sheet: Sheet) -> None:
    """The words of cells merged down, in each of their rows that holds others."""
    for merge in sheet.merges:
        words = sheet.rows.get(merge.top, {}).get(merge.left, "")
        for row in range(merge.top + 1, merge.bottom + 1) if words else ():
            if row in sheet.rows:
                sheet.rows[row].setdefault(merge.left, words)
