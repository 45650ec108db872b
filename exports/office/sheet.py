"""One sheet as an office prints it: title, note, header, rows with borders; A4 across, the header on every page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, Literal

from guitu.exports.office.package import writable
from guitu.extract.readers.sheets import marks

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import Border
    from openpyxl.styles.cell_style import StyleArray

HEADER = 3  # the row of the header; above it title and note
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767
_TALLEST = 409  # points of a row
_LINE, _HEAD_LINE = 13.5, 15.0  # points of a line of text
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # _x000D_ in words would be read as a character
_PLAIN, _BOLD = "宋体", "黑体"
_GREY = "FF8C8C8C"
_SHADE, _INFERRED = "FFE8EEF4", "FFFFF2CC"

Sheet = Any  # of a write-only workbook: the types of openpyxl do not know all that it has
Value = str | int | float | None
_Kind = Literal["number", "words", "formula"]
_KINDS: tuple[_Kind, ...] = ("number", "words", "formula")  # the last: words that begin like one


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


def draw(table: Table, sheet: Sheet, lang: str) -> None:
    """Writes a table into an empty sheet, row by row: none is held once it is written."""
    from openpyxl.workbook.defined_name import DefinedName  # noqa: PLC0415 - heavy, and for this format only

    sheet.title = table.name
    sheet.defined_names.add(DefinedName(marks.NAME, attr_text=f'"{table.mark}"', hidden=True))
    _set_up_print(table, sheet, lang)
    _lines_above(table, sheet)
    _header(table, sheet)
    _body(table, sheet)


def _lines_above(table: Table, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    across = sum(column.width for column in table.columns)
    for row, words, font, side, height in (
        (1, table.title, Font(_BOLD, 16), "center", 26.0 * _lines(table.title, across / 1.7)),
        (2, table.note, Font(_PLAIN, 10), "left", 16.0 * _lines(table.note, across)),
    ):
        cell = _cell(sheet)
        _fill(cell, words)
        cell.font, cell.alignment = font, Alignment(horizontal=side, vertical="center", wrap_text=True)
        _merge(sheet, 1, row, len(table.columns), row)
        _append(sheet, row, height, [cell])


def _header(table: Table, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

    shade = PatternFill("solid", start_color=_INFERRED if table.inferred else _SHADE)
    cells = []
    for column in table.columns:
        cell = _cell(sheet)
        _fill(cell, column.heading)
        cell.font, cell.border, cell.fill = Font(_BOLD, 10), _border(), shade
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cells.append(cell)
    _append(sheet, HEADER, _HEAD_LINE * max(_lines(c.heading, c.width) for c in table.columns) + 6, cells)


def _body(table: Table, sheet: Sheet) -> None:
    """The rows; blank cells have their frame, too. A style is made once: it costs more than a cell."""
    styles = {(centred, kind): _style(sheet, centred, kind) for centred in (True, False) for kind in _KINDS}
    top = HEADER + 1
    hidden: set[tuple[int, int]] = set()  # what a merged cell covers holds nothing
    for place, first, last in table.merges:
        if last > first:
            _merge(sheet, place + 1, top + first, place + 1, top + last)
            hidden.update((number, place) for number in range(first + 1, last + 1))
    for number, row in enumerate(table.rows):
        cells = []
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True)):
            cell = _cell(sheet)
            cell._style = copy(styles[column.centred, _fill(cell, None if (number, place) in hidden else value)])
            cells.append(cell)
        _append(sheet, top + number, _height(table, number, row), cells)


def _cell(sheet: Sheet) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    return WriteOnlyCell(sheet)


def _append(sheet: Sheet, number: int, height: float, cells: Sequence[Cell]) -> None:
    sheet.row_dimensions[number].height = height
    sheet.append(cells)
    del sheet.row_dimensions[number]


def _merge(sheet: Sheet, left: int, top: int, right: int, bottom: int) -> None:
    from openpyxl.worksheet.cell_range import CellRange  # noqa: PLC0415

    sheet.merged_cells.add(CellRange(min_col=left, min_row=top, max_col=right, max_row=bottom))


def _style(sheet: Sheet, centred: bool, kind: _Kind) -> StyleArray:
    """The look of a cell; `@` keeps words what they are when somebody edits them, and so does the prefix."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    model = _cell(sheet)
    model.font, model.border = Font(_PLAIN, 10), _border()
    model.alignment = Alignment(horizontal="center" if centred else "left", vertical="center", wrap_text=True)
    if kind != "number":
        model.number_format = "@"
    if kind == "formula":
        model.quotePrefix = True
    found: StyleArray = model._style
    return found


def _border() -> Border:
    from openpyxl.styles import Border, Side  # noqa: PLC0415

    side = Side(style="thin", color=_GREY)
    return Border(left=side, right=side, top=side, bottom=side)


def _set_up_print(table: Table, sheet: Sheet, lang: str) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    last = HEADER + len(table.rows)
    sheet.freeze_panes = f"A{HEADER + 1}"
    if table.filtered and table.rows:
        sheet.auto_filter.ref = f"A{HEADER}:{get_column_letter(len(table.columns))}{last}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADER}:{HEADER}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.footer = 0.6, 0.7, 0.35
    assert sheet.oddFooter is not None
    sheet.oddFooter.center.text = "第 &P 页，共 &N 页" if lang == "zh" else "&P / &N"


def _fill(cell: Cell, value: Value) -> _Kind:
    """A number as a number, words as words, never as a formula; what kind of value the cell holds."""
    if not isinstance(value, str):
        cell.value = value
        return "number"
    words = writable(value)
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    if words:
        cell.value = _ESCAPE.sub("_x005F_", words)
        cell.data_type = "s"
    return "formula" if _FORMULA.match(words) else "words"


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
