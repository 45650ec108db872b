"""Tables of a DOCX, files of other producers, damaged and hostile files."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guitu.extract.errors import SourceError
from guitu.extract.page import read as read_source
from guitu.extract.raw import Raw, RawParagraph, RawTable, RawUnread, silent
from guitu.extract.readers.docx.read import read
from guitu.extract.source import Source
from tests.extract.making_docx import (
    HEADINGS,
    blocks,
    box,
    cell,
    grids,
    level,
    listed,
    lists,
    long_document,
    package,
    paragraph,
    run,
    styled,
    table,
    texts,
)

# ---- tables ----


def test_merged_cells() -> None:
    """A cell over several rows and columns stands in each of them, as the same cell."""
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        cell("任务", restart) + cell("单位", '<w:gridSpan w:val="2"/>'),
        cell("", goes_on) + cell("牵头") + cell("配合"),
        cell("修渠", restart) + cell("水利局") + cell("财政局"),
        cell("", goes_on) + cell("住建局") + cell("无"),
    )
    (found,) = (block for block in blocks(body) if isinstance(block, RawTable))

    assert grids(body) == [
        [["任务", "单位", "单位"], ["任务", "牵头", "配合"], ["修渠", "水利局", "财政局"], ["修渠", "住建局", "无"]]
    ]
    assert found.rows[0][0] is found.rows[1][0]
    assert found.rows[2][0] is found.rows[3][0] is not found.rows[0][0]
    assert found.rows[0][1] is found.rows[0][2]


def test_rows_with_shifted_lines() -> None:
    """Rows of equally many cells stand in the same columns, though their lines do not meet."""
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        cell("各项任务分工", '<w:gridSpan w:val="4"/>'),
        cell("序号") + cell("任务") + cell("单位", wide),
        cell("1") + cell("修渠", wide) + cell("水利局"),
    )

    assert grids(body) == [[["各项任务分工"] * 3, ["序号", "任务", "单位"], ["1", "修渠", "水利局"]]]


def test_rows_and_cells_in_wrappers() -> None:
    """Content controls around rows and cells, deleted and inserted rows, free columns before a row."""
    body = (
        "<w:tbl><w:tblPr/><w:tr>" + cell("甲") + "<w:sdt><w:sdtContent>" + cell("乙") + "</w:sdtContent></w:sdt></w:tr>"
        "<w:sdt><w:sdtContent><w:tr>" + cell("丙") + cell("丁") + "</w:tr></w:sdtContent></w:sdt>"
        "<w:tr><w:trPr><w:del/></w:trPr>" + cell("旧") + cell("旧") + "</w:tr>"
        '<w:tr><w:trPr><w:ins/><w:gridBefore w:val="1"/></w:trPr>' + cell("戊") + "</w:tr></w:tbl>"
    )

    assert grids(body) == [[["甲", "乙"], ["丙", "丁"], ["", "戊"]]]


def test_numbers_and_lines_in_cells() -> None:
    """A column of automatic numbers is read; lines of a cell are its paragraphs; bullets are left out."""
    numbering = lists(level(0, "decimal", "%1"), level(0, "bullet", "•"))
    broken = "<w:r><w:t>水利局</w:t><w:br/><w:t>财政局</w:t></w:r>"
    body = table(
        cell(listed("", 1)) + cell(paragraph(broken)),
        cell(listed("", 1)) + cell(listed("住建局", 2)),
    )
    (found,) = (block for block in blocks(body, numbering=numbering) if isinstance(block, RawTable))

    assert [[one.paragraphs for one in row] for row in found.rows] == [
        [("1",), ("水利局", "财政局")],
        [("2",), ("住建局",)],
    ]


def test_frames_and_layout_tables() -> None:
    """A table of one cell is a frame around text; one that holds most of the file only lays it out."""
    frame = table(cell(paragraph("专栏1 水网工程") + paragraph("修渠一百公里。")))
    prose = paragraph("为建好云州水网，保障用水，制定本方案。" * 4)
    inner = table(cell("任务") + cell("单位"), cell("修渠") + cell("水利局"))
    layout = table(cell("") + cell(styled("一、任务", "1") + prose + inner))

    framed = blocks(frame + prose)
    laid = blocks(layout, styles=HEADINGS)

    assert [block.box for block in framed if isinstance(block, RawParagraph)] == [True, True, False]
    assert [type(block) for block in laid] == [RawParagraph, RawParagraph, RawTable]
    assert laid[0] == RawParagraph("一、任务", level=1)


def test_nested_tables_keep_their_words() -> None:
    """The text of a table inside a cell is text of the cell."""
    inner = table(cell("修渠") + cell("建站"))

    assert grids(table(cell("任务") + cell(f"{inner}{paragraph('完成')}"), cell("甲") + cell("乙"))) == [
        [["任务", "修渠/建站/完成"], ["甲", "乙"]]
    ]


# ---- variants, damage, size ----


def test_the_main_part_is_found_by_relations() -> None:
    """A file whose document lies elsewhere, and one of the strict standard, are read like others."""
    body = paragraph("修渠。")
    moved = package(body, "office/text2.xml")
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package(body))) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            common, other = b"http://schemas.openxmlformats.org/%s/2006/", b"http://purl.oclc.org/ooxml/%s/"
            xml = old.read(name)
            for kind in (b"wordprocessingml", b"officeDocument", b"drawingml"):
                xml = xml.replace(common % kind, other % kind)
            new.writestr(name, xml)

    assert read_source(Source("a.docx", moved)).text.value == "修渠。"
    assert read_source(Source("a.docx", strict.getvalue())).text.value == "修渠。"


def test_blocks_in_unknown_wrappers_are_read() -> None:
    """An element around paragraphs that no standard names hides nothing, first, in the middle or last."""
    wrapped = "<w:odd>" + paragraph("{}") + "</w:odd>"
    body = wrapped.format("甲") + paragraph("乙") + wrapped.format("丙") + table(cell("丁")) + wrapped.format("戊")

    assert texts(body) == ["甲", "乙", "丙", "丁", "戊"]


def test_progress_is_told() -> None:
    """Paragraphs done and their number, rising, up to the end."""
    told: list[tuple[int, int]] = []

    read(package(paragraph("修渠。") * 120), lambda done, total: told.append((done, total)))

    assert told == [(50, 120), (100, 120), (120, 120)]


def test_a_long_document_is_read_whole() -> None:
    """Ten pages made by python-docx: every paragraph and table."""
    found = read(long_document(10), silent).blocks

    assert sum(isinstance(block, RawParagraph) for block in found) == 70
    assert sum(isinstance(block, RawTable) for block in found) == 4


def test_absurd_grids_stay_small() -> None:
    """Spans without bound, and many short rows below a wide one, make no grid larger than memory."""
    wide = table(cell("甲", '<w:gridSpan w:val="1000000"/>') + cell("乙"), cell("丙") + cell("丁") + cell("戊"))
    tall = table(*(cell(f"{k}") * 150 if k == 0 else cell(f"{k}") + cell("甲") for k in range(30_000)))

    (made,) = grids(wide)
    found = blocks(tall)

    assert len(made[0]) == 101
    assert isinstance(found[0], RawUnread)
    assert len(found) == 30_001


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000,
        "<w:p>" + "<w:ins>" * 240 + run("修渠") + "</w:ins>" * 240 + "</w:p>",
        "<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80,
        "</w:body>",
    ],
)
def test_nesting_without_bound(body: str) -> None:
    """Deep nesting is read or refused, and nothing else."""
    try:
        read(package(body), silent)
    except SourceError as error:
        assert "damaged" in error.reason


SMALL = package(
    styled("目标", "1")
    + listed("修渠", 1)
    + table(cell("甲", "<w:vMerge/>") + cell("乙"))
    + paragraph(box(paragraph("专栏"))),
    styles=HEADINGS,
    numbering=lists(level(0, "chineseCounting", "%1、")),
)


def tried(data: bytes) -> Raw | None:
    try:
        return read(data, silent)
    except SourceError:
        return None


@settings(max_examples=60, print_blob=True)
@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=20))
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    """A file with changed bytes is read or refused."""
    data = bytearray(SMALL)
    for at, byte in changes:
        data[at] = byte
    tried(bytes(data))


PIECES = [
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<w:tr>",
    "</w:tr>",
    'w:val="',
    '"',
    "0",
    "99999999999",
    "-1",
    "%1",
    "w:numId",
    "&#0;",
]


@settings(max_examples=60, print_blob=True)
@given(
    st.sampled_from(["word/document.xml", "word/styles.xml", "word/numbering.xml", "_rels/.rels"]),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 30), st.sampled_from(PIECES)), min_size=1, max_size=4),
)
def test_changed_xml(name: str, changes: list[tuple[int, int, str]]) -> None:
    """A file with changed XML is read or refused."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SMALL)) as old, zipfile.ZipFile(stream, "w") as new:
        for part in old.namelist():
            xml = old.read(part).decode()
            for at, gone, piece in changes if part == name else ():
                place = at % len(xml)
                xml = xml[:place] + piece + xml[place + gone :]
            new.writestr(part, xml)
    tried(stream.getvalue())
