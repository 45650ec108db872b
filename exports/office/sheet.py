"""One sheet as an office prints it: title, note, header, rows with borders; A4 across, the header on every page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from guitu.exports.office.package import writable
from guitu.extract.readers.sheets import marks

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

HEADER = 3  # the row of the header; above it title and note
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767
_TALLEST = 409  # points of a row
_LINE, _HEAD_LINE = 13.5, 15.0  # points of a line of text
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x000D_ in words would be read as a character
_PLAIN, _BOLD = "宋体", "黑体"
_GREY = "FF8C8C8C"
_SHADE, _INFERRED = "FFE8EEF4", "FFFFF2CC"

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, the width in characters, and whether the cells stand in the middle."""

    heading: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a sheet shows. `merges`: column and first and last row (from 0) of cells shown as one.

    `mark`: of `marks`; `inferred`: Guitu concluded it, shown in another shade; `filtered`: with arrows to filter by.
    """

    name: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Value]]
    mark: str = marks.SUMMARY
    merges: tuple[tuple[int, int, int], ...] = ()
    inferred: bool = False
    filtered: bool = True


def draw(table: Table, sheet: Worksheet, lang: str) -> None:
    """Writes a table into an empty sheet."""
    from openpyxl.workbook.defined_name import DefinedName  # noqa: PLC0415 - heavy, and for this format only

    sheet.title = table.name
    sheet.defined_names.add(DefinedName(marks.NAME, attr_text=f'"{table.mark}"', hidden=True))
    _heads(table, sheet)
    for number, row in enumerate(table.rows, HEADER + 1):
        for column, value in enumerate(row, 1):
            _fill(sheet.cell(number, column), value)
    _lay_out(table, sheet)
    _set_up_print(table, sheet, lang)


def _heads(table: Table, sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    width = len(table.columns)
    _fill(sheet.cell(1, 1), table.title)
    _fill(sheet.cell(2, 1), table.note)
    sheet.cell(1, 1).font = Font(name=_BOLD, size=16)
    sheet.cell(1, 1).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.cell(2, 1).font = Font(name=_PLAIN, size=10)
    sheet.cell(2, 1).alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)
    across = sum(column.width for column in table.columns)
    sheet.row_dimensions[1].height = 26.0 * _lines(table.title, across / 1.7)
    sheet.row_dimensions[2].height = 16.0 * _lines(table.note, across)
    for row in (1, 2):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
    for number, column in enumerate(table.columns, 1):
        _fill(sheet.cell(HEADER, number), column.heading)


def _lay_out(table: Table, sheet: Worksheet) -> None:
    """Widths, heights, borders, merged cells: every cell of the grid has its frame, blank ones as well."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    side = Side(style="thin", color=_GREY)
    border, plain, bold = Border(left=side, right=side, top=side, bottom=side), Font(_PLAIN, 10), Font(_BOLD, 10)
    shade = PatternFill("solid", start_color=_INFERRED if table.inferred else _SHADE)
    head = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sides = [
        Alignment(horizontal="center" if column.centred else "left", vertical="center", wrap_text=True)
        for column in table.columns
    ]
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
        cell = sheet.cell(HEADER, number)
        cell.font, cell.alignment, cell.border, cell.fill = bold, head, border, shade
    sheet.row_dimensions[HEADER].height = _HEAD_LINE * max(_lines(c.heading, c.width) for c in table.columns) + 6
    for number, row in enumerate(table.rows, HEADER + 1):
        for place, side_ in enumerate(sides, 1):
            cell = sheet.cell(number, place)
            cell.font, cell.alignment, cell.border = plain, side_, border
        sheet.row_dimensions[number].height = _height(table, number - HEADER - 1, row)
    for place, first, last in table.merges:
        if last > first:
            top = HEADER + 1
            sheet.merge_cells(start_row=top + first, start_column=place + 1, end_row=top + last, end_column=place + 1)


def _set_up_print(table: Table, sheet: Worksheet, lang: str) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    last = HEADER + len(table.rows)
    sheet.freeze_panes = f"A{HEADER + 1}"
    if table.filtered and table.rows:
        sheet.auto_filter.ref = f"A{HEADER}:{get_column_letter(len(table.columns))}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = f"{HEADER}:{HEADER}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.footer = 0.6, 0.7, 0.35
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页" if lang == "zh" else "&P / &N"


def _fill(cell: Cell | MergedCell, value: Value) -> None:
    """A number as a number, words as words: never as a formula, also not when an office edits them."""
    if value is None or value == "":
        return
    if not isinstance(value, str):
        cell.value = value
        return
    words = writable(value)
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    cell.value = _ESCAPE.sub("_x005F_", words)
    cell.data_type = "s"
    cell.number_format = "@"
    if _FORMULA.match(words):
        cell.quotePrefix = True


# ---- heights ----


def _height(table: Table, number: int, row: Sequence[Value]) -> float:
    """What the tallest cell needs; a merged one shares it with the rows that it covers."""
    merged = {place: last - first + 1 for place, first, last in table.merges if first <= number <= last}
    lines = (
        ceil(_lines(str(value), column.width) / merged.get(place, 1))
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True))
        if value is not None
    )
    return min(_LINE * max(lines, default=1) + 6, _TALLEST)


def _lines(words: str, width: float) -> int:
    """The lines that words take in a column; a Chinese character is two wide."""
    return sum(max(1, ceil(_wide(line) / max(width - 1.5, 1))) for line in words.split("\n"))


def _wide(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in line)
