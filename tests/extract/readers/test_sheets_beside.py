"""Tables side by side in one sheet, days that a cell holds as a number, and what is over the bounds of a file."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest

from guitu.extract.facts import Facts
from guitu.extract.page import read as read_page
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEADER = ("序号", "重点任务", "牵头单位", "配合单位", "完成时限")
LEFT = (HEADER, (1, "改造管网", "市水利局", "市财政局", "2026年"), (2, "推广器具", "市商务局", "", "2027年"))
RIGHT = (HEADER, (1, "建设充电桩", "市住建局", "市财政局", 46203))
TITLE = "云州市节水任务分工表"


def facts(*placed: tuple[int, int, tuple[Any, ...]], merges: tuple[str, ...] = ()) -> Facts:
    """`placed`: row, column, and words of cells from there."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row, column, words in placed:
        for k, word in enumerate(words):
            page.cell(row, column + k).value = word or None
    for merge in merges:
        page.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return read(Source("a.xlsx", out.getvalue())).documents[0]


def at(row: int, column: int, rows: tuple[tuple[Any, ...], ...]) -> list[tuple[int, int, tuple[Any, ...]]]:
    return [(row + i, column, words) for i, words in enumerate(rows)]


def owners(found: Facts) -> dict[str, list[str]]:
    return {
        task.title: [duty.agency.name for duty in found.responsibilities if duty.task == task.order]
        for task in found.tasks
    }


BOTH = {
    "改造管网": ["云州市水利局", "云州市财政局"],
    "推广器具": ["云州市商务局"],
    "建设充电桩": ["云州市住房和城乡建设局", "云州市财政局"],
}


@pytest.mark.parametrize("column", [6, 7, 9])
def test_two_tables_with_titles_of_their_own(column: int) -> None:
    """With blank columns between them or none, and of different length."""
    titles = [(1, 1, (TITLE,)), (1, column, ("云州市节能任务分工表",))]
    found = facts(*titles, *at(2, 1, LEFT), *at(2, column, RIGHT), merges=("A1:E1",))

    assert owners(found) == BOTH
    assert [task.deadline for task in found.tasks] == ["2026年", "2027年", "2026-06-30"]


def test_halves_of_one_table() -> None:
    """A list that goes on in the columns beside it, under one title over all of them."""
    assert owners(facts((1, 1, (TITLE,)), *at(2, 1, LEFT), *at(2, 6, RIGHT), merges=("A1:J1",))) == BOTH


def test_without_a_column_of_numbers() -> None:
    left, right = (tuple(row[1:3] for row in rows) for rows in (LEFT, RIGHT))
    found = facts((1, 1, (TITLE,)), *at(2, 1, left), *at(2, 4, right))

    assert list(owners(found)) == ["改造管网", "推广器具", "建设充电桩"]


@pytest.mark.parametrize(
    "header",
    [
        ("序号", "重点任务", "2026年目标", "牵头单位", "", "2027年目标", "牵头单位"),
        ("序号", "重点任务", "牵头单位", "牵头单位", "配合单位", "配合单位", "备注"),
        ("重点任务", "牵头单位", "备注", "联系人", "备注", "牵头单位", ""),
    ],
)
def test_headings_that_repeat_inside_one_table(header: tuple[str, ...]) -> None:
    """A blank column or a heading that comes twice divides no table whose first heading stands once."""
    row = tuple("市水利局" if "单位" in words else "改造管网" if "任务" in words else "一" for words in header)
    found = facts((1, 1, (TITLE,)), (2, 1, header), (3, 1, row))

    assert [task.title for task in found.tasks] == ["改造管网"]
    assert {duty.agency.name for duty in found.responsibilities} == {"云州市水利局"}


@pytest.mark.parametrize(
    ("heading", "value", "shown"),
    [
        ("完成时限", 46203, "2026-06-30"),
        ("办结时间", 46388, "2027-01-01"),
        ("完成时限", 2026, "2026"),
        ("投资额", 46203, "46203"),
    ],
)
def test_days_held_as_numbers(heading: str, value: int, shown: str) -> None:
    """Only in a column that asks for a day; a year stays a year."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in ([TITLE], ["序号", "任务", "责任单位", heading], [1, "改造管网", "市水利局", value]):
        page.append(row)
    out = io.BytesIO()
    book.save(out)

    assert read_page(Source("a.xlsx", out.getvalue())).text.value.endswith(f"市水利局\t{shown}")


def test_sheets_and_columns_over_the_bounds_are_told() -> None:
    book = openpyxl.Workbook()
    for number in range(502):
        book.create_sheet().append(["序号", f"任务{number}", "责任单位"])
    out = io.BytesIO()
    book.save(out)
    wide = "任务,备注," + "x," * 1000 + "责任单位\n改造,无," + "y," * 1000 + "市水利局\n"

    assert [one.reason for one in read_page(Source("a.xlsx", out.getvalue())).text.unread] == [
        "文件共503个工作表，只读了前500个"
    ]
    assert [one.reason for one in read_page(Source("a.csv", wide.encode())).text.unread] == [
        "表格过宽，第1行起只读了前1000列"
    ]
