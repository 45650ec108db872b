"""CSV: dividers, encodings, quoted cells, lines around a table, bounds."""

from __future__ import annotations

import pytest

from guitu.extract.raw import Raw, RawParagraph, RawTable, RawUnread
from guitu.extract.readers.sheets.csv import read
from guitu.extract.recognise import read as read_source
from guitu.extract.source import Source

TABLE = [["序号", "工作任务", "责任单位"], ["1", "修建公路", "市交通运输局"], ["2", "疏浚河道", "市水务局"]]


def rows(raw: Raw) -> list[list[str]]:
    """The rows of the first table."""
    table = next(block for block in raw.blocks if isinstance(block, RawTable))
    return [["/".join(one.paragraphs) for one in row] for row in table.rows]


@pytest.mark.parametrize("divider", [",", "\t", ";", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_dividers_and_encodings(divider: str, encoding: str) -> None:
    """The divider is the one that most rows have; a byte order mark is no word."""
    text = "\r\n".join(divider.join(row) for row in TABLE)
    assert rows(read(text.encode(encoding))) == TABLE


def test_quoted_cells() -> None:
    """A quoted cell may hold line breaks, dividers and quotation marks."""
    raw = read('任务,单位\n"修路，\n分两期, ""一期""先行",县交通局\n'.encode())
    assert rows(raw) == [["任务", "单位"], ['修路，/分两期, "一期"先行', "县交通局"]]


def test_lines_around_a_table() -> None:
    """A title row above the head and a note below are paragraphs; short rows are filled up; blank columns go."""
    raw = read("青岚县重点任务分工方案,,,\n任务,,单位,时限\n修路,,县交通局\n注：空白处由县政府办负责。\n".encode())
    assert [block.text for block in raw.blocks if isinstance(block, RawParagraph)] == [
        "青岚县重点任务分工方案",
        "注：空白处由县政府办负责。",
    ]
    assert rows(raw) == [["任务", "单位", "时限"], ["修路", "县交通局", ""]]


def test_declared_divider() -> None:
    """The line sep=; of a spreadsheet names the divider and is no row."""
    assert rows(read("sep=;\n任务;单位\n修路,架桥;县交通局".encode())) == [["任务", "单位"], ["修路,架桥", "县交通局"]]


def test_a_quotation_mark_never_closed_is_told() -> None:
    """A cell that never ends is not read, and told; the rows before it are."""
    raw = read(('任务,单位\n修路,县交通局\n"' + "字" * 200_000).encode())
    assert rows(raw) == [["任务", "单位"], ["修路", "县交通局"]]
    assert [block.reason for block in raw.blocks if isinstance(block, RawUnread)] == [
        "第3行起未读：引号没有配对，或单元格过长"
    ]


def test_too_many_cells_are_told() -> None:
    """What is over the bound is not read, and told with its row."""
    raw = read(b"a,b\n" * 200_000)
    assert [block.reason for block in raw.blocks if isinstance(block, RawUnread)] == ["表格过大，第30001行起未读"]


def test_a_division_table_is_read_as_a_document() -> None:
    """A CSV file with a title row is a document with tasks and owners."""
    text = "云州市道路建设重点任务分工方案,,\n" + "\n".join(",".join(row) for row in TABLE)
    facts = read_source(Source("a.csv", text.encode("gb18030"))).documents[0]
    assert facts.document.title == "云州市道路建设重点任务分工方案"
    assert [task.title for task in facts.tasks] == ["修建公路", "疏浚河道"]
    assert [r.agency.name for r in facts.responsibilities] == ["云州市交通运输局", "云州市水务局"]
