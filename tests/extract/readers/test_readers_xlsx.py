"""XLSX: titles, tables and notes of the sheets of a workbook; values as the office sees them; hostile workbooks."""

from __future__ import annotations

import io
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, RawParagraph, RawTable, RawUnread, silent
from guitu.extract.readers.sheets.xlsx import read
from guitu.extract.recognise import read as read_source
from guitu.extract.source import Source


def written(fill: Callable[[Any], None]) -> bytes:
    """The bytes of a workbook whose active sheet is filled."""
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet(*rows: list[Any], merges: tuple[str, ...] = ()) -> bytes:
    """A workbook of one sheet."""

    def fill(book: Any) -> None:
        for row in rows:
            book.active.append(row)
        for merge in merges:
            book.active.merge_cells(merge)

    return written(fill)


def told(raw: Raw) -> list[str | list[list[str]]]:
    """Paragraphs as words, tables as rows of words; cells of several paragraphs with /."""
    found: list[str | list[list[str]]] = []
    for block in raw.blocks:
        if isinstance(block, RawTable):
            found.append([["/".join(one.paragraphs) for one in row] for row in block.rows])
        elif isinstance(block, RawParagraph):
            found.append(block.text)
    return found


def unread(raw: Raw) -> list[str]:
    """Why parts were not read."""
    return [block.reason for block in raw.blocks if isinstance(block, RawUnread)]


TITLED = (
    ["云州市节水行动重点任务分工表", None, None],
    ["（共2项）", None, None],
    ["序号", "重点任务", "牵头单位"],
    [1, "改造管网", "市水务局"],
    [2, "普及节水器具\n推广再生水", "市住建局"],
    ["注：排名第一的为牵头单位。", None, None],
)


def test_lines_above_and_below_a_table() -> None:
    """Title rows are paragraphs before the table, notes after it; a line break in a cell divides paragraphs."""
    raw = read(sheet(*TITLED, merges=("A1:C1", "A2:C2", "A6:C6")), silent)
    assert told(raw) == [
        "云州市节水行动重点任务分工表",
        "（共2项）",
        [["序号", "重点任务", "牵头单位"], ["1", "改造管网", "市水务局"], ["2", "普及节水器具/推广再生水", "市住建局"]],
        "注：排名第一的为牵头单位。",
    ]
    assert raw.encoding is None


def test_merged_cells_are_one_cell() -> None:
    """A cell over rows or columns is the same object in each place of the grid."""
    data = sheet(
        ["任务", "单位", "时限"],
        ["疏浚河道", "县水利局", "年底前"],
        [None, "县财政局", None],
        merges=("A2:A3", "C2:C3"),
    )
    table = read(data, silent).blocks[0]
    assert isinstance(table, RawTable)
    assert table.rows[1][0] is table.rows[2][0]
    assert table.rows[1][2] is table.rows[2][2]
    assert table.rows[1][1] is not table.rows[2][1]


def test_blank_rows_divide_tables() -> None:
    """Blank rows and columns are dropped; a blank row is the end of a table, unless a merged cell reaches over it."""
    data = sheet(["任务", None, "单位"], ["修路", None, "县交通局"], [None], ["指标", None, "值"], ["里程", None, 3.0])
    assert told(read(data, silent)) == [[["任务", "单位"], ["修路", "县交通局"]], [["指标", "值"], ["里程", "3"]]]
    data = sheet(["任务", "单位"], ["修路", "县交通局"], [None], [None, "县财政局"], merges=("A2:A4",))
    assert len(read(data, silent).blocks) == 1


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.125, "0.0%", "12.5%"),
        (12345.678, "#,##0.00", "12,345.68"),
        (7.0, "General", "7"),
        (3, '0"项"', "3项"),
        (date(2027, 6, 30), "yyyy-mm-dd", "2027-06-30"),
        (date(2027, 6, 1), 'yyyy"年"m"月"', "2027年6月"),
        ("007", "@", "007"),
        (True, "General", "是"),
    ],
)
def test_values_as_shown(value: Any, number_format: str, expected: str) -> None:
    """Numbers, days and truth values stand as their format shows them."""

    def fill(book: Any) -> None:
        book.active.append(["甲", "乙"])
        book.active.append(["值", value])
        book.active["B2"].number_format = number_format

    assert told(read(written(fill), silent)) == [[["甲", "乙"], ["值", expected]]]


def test_rich_text_is_joined() -> None:
    """Text of several fonts in one cell is one text."""

    def fill(book: Any) -> None:
        book.active.append(["任务", "单位"])
        book.active.append([CellRichText("建设", TextBlock(InlineFont(b=True), "泵站")), "市水务局"])

    assert told(read(written(fill), silent)) == [[["任务", "单位"], ["建设泵站", "市水务局"]]]


def test_sheets_in_order_with_their_names() -> None:
    """Of several sheets with words each name is a heading; a hidden one is told, an empty one says nothing."""

    def fill(book: Any) -> None:
        book.active.title = "青岚县"
        book.active.append(["任务", "单位"])
        for name in ("柳河区", "底稿", "Sheet4"):
            book.create_sheet(name)
        book["柳河区"].append(["任务", "单位"])
        book["底稿"].append(["不给人看"])
        book["底稿"].sheet_state = "hidden"

    raw = read(written(fill), silent)
    assert told(raw) == ["青岚县", [["任务", "单位"]], "柳河区", [["任务", "单位"]]]
    assert unread(raw) == ["工作表“底稿”是隐藏的，未读"]


def test_hidden_rows_and_columns_are_told() -> None:
    """Hidden rows and columns are left out, and told where they hold words."""

    def fill(book: Any) -> None:
        for row in (["任务", "底数", "单位"], ["修路", "3", "县交通局"], ["旧任务", "4", "县林业局"]):
            book.active.append(row)
        book.active.row_dimensions[3].hidden = True
        book.active.column_dimensions["B"].hidden = True

    raw = read(written(fill), silent)
    assert told(raw) == [[["任务", "单位"], ["修路", "县交通局"]]]
    assert unread(raw) == ["工作表“Sheet”隐藏了1行，未读", "工作表“Sheet”隐藏了1列，未读"]


def test_formulas_and_errors() -> None:
    """A formula never calculated and a value in error are told by their cells."""
    data = sheet(["任务", "数量"], ["修路", "=SUM(1,2)"], ["种树", "桥"])
    raw = read(data, silent)
    assert unread(raw) == ["工作表“Sheet”有1个单元格的公式没有算出值（B2），未读"]
    page = (
        b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><f>A2</f><v></v></c>'
        b'<c r="B1" t="e"><v>#REF!</v></c></row></sheetData></worksheet>'
    )
    assert unread(read(_with(data, page), silent)) == ["工作表“Sheet”有1个单元格是错误值（B1），未读"]


def _with(data: bytes, page: bytes) -> bytes:
    """The workbook with other XML for its first sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, page if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return out.getvalue()


def test_a_used_range_without_words_costs_nothing() -> None:
    """Formatted blank cells, and a merge over the whole sheet, add no cell and no memory."""
    blank = b"".join(b'<row r="%d"><c r="XFD%d" s="1"/></row>' % (i, i) for i in range(2, 100_000))
    page = (
        b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>x</v></c><c r="B1" t="str"><v>y</v></c></row>'
        + blank
        + b'</sheetData><mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells></worksheet>'
    )
    data = _with(sheet(["x"]), page)
    tracemalloc.start()
    try:
        raw = read(data, silent)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told(raw) == [[["x", "y"]]]
    assert peak < 40_000_000


def test_what_is_over_the_bounds_is_told() -> None:
    """A grid that would fill with blanks is cut, and the cut is told with its row."""
    rows = b"".join(
        b'<row r="%d"><c r="%s%d" t="str"><v>x</v></c></row>' % (i, name, i)
        for i, name in enumerate((_column(k) for k in range(2000)), 1)
    )
    raw = read(_with(sheet(["x"]), b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"), silent)
    assert unread(raw)[0].startswith("表格过大，第")


def _column(number: int) -> bytes:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters.encode()


def test_entities_are_refused() -> None:
    """A sheet that declares entities is refused."""
    page = b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>'
    with pytest.raises(SourceError, match="entities"):
        read(_with(sheet(["x"]), page), silent)


def test_a_division_table_is_read_as_a_document() -> None:
    """The title row names the document, the rows are its tasks."""
    reading = read_source(Source("a.xlsx", sheet(*TITLED, merges=("A1:C1", "A2:C2", "A6:C6"))))
    facts = reading.documents[0]
    assert facts.document.title == "云州市节水行动重点任务分工表"
    assert [task.title for task in facts.tasks] == ["改造管网", "普及节水器具"]
    assert [(r.agency.name, r.role) for r in facts.responsibilities] == [
        ("云州市水务局", "lead"),
        ("云州市住房和城乡建设局", "lead"),
    ]


def test_damaged_workbooks_are_refused_or_read() -> None:
    """Bytes and parts changed at random give a reading or a SourceError, nothing else."""
    seed = random.SystemRandom().randrange(10**9)
    print("seed", seed)
    chance = random.Random(seed)
    whole = sheet(*TITLED, merges=("A1:C1",))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        page = packed.read("xl/worksheets/sheet1.xml")
    for _ in range(150):
        changed = bytearray(page if chance.random() < 0.7 else whole)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(changed))
            if chance.random() < 0.5:
                changed[at] = chance.randrange(256)
            else:
                changed[at : at + chance.randint(1, 40)] = changed[chance.randrange(len(changed)) :][
                    : chance.randint(0, 60)
                ]
            if not changed:
                break
        data = bytes(changed) if changed.startswith(b"PK") else _with(whole, bytes(changed))
        try:
            read(data, silent)
        except SourceError as error:
            assert "\n" not in str(error)


def test_a_workbook_in_which_nothing_can_be_read_says_why() -> None:
    """An error names what was left out, and does not say that there was no text."""

    def fill(book: Any) -> None:
        other = book.create_sheet("分工表")
        other.append(["任务", "牵头单位"])
        other.sheet_state = "hidden"

    with pytest.raises(SourceError, match=r"nothing in it could be read .*分工表"):
        read_source(Source("plan.xlsx", written(fill)))
