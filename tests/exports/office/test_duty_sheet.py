"""The duty sheet of an agency as a Word file: found by any name, duties by role, what is inferred apart."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from pyoxigraph import Quad

from guitu.exports.office.agency import find
from guitu.exports.office.duty_sheet import duties, duty_sheet, write_duty_sheet
from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import View
from guitu.extract.errors import QueryError

BASE = "https://w3id.org/guitu/id/agency/"


def sheet_of(quads: tuple[Quad, ...], agency: str, lang: str = "zh") -> Any:
    view = View.of(quads)
    return docx.Document(io.BytesIO(duty_sheet(view, duties(view, Inferred.of(quads), agency), lang)))


def paragraphs(sheet: Any) -> list[str]:
    return [paragraph.text for paragraph in sheet.paragraphs]


def rows(table: Any) -> list[list[str]]:
    """The cells of each row, one that goes across it once."""
    return [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]


def test_duties_by_role(quads: tuple[Quad, ...]) -> None:
    """Title, counts, and a table for each role with the documents across it and the tasks below."""
    sheet = sheet_of(quads, "云州市水务局")
    leads, responsible = sheet.tables

    assert paragraphs(sheet) == [
        "云州市水务局职责清单",
        "文件写明的任务2项，出自2份文件：牵头1项，责任1项，配合0项",
        "文件中写作：市水务局",
        "牵头任务（1项）",
        "责任任务（1项）",
    ]
    assert rows(leads) == [
        ["序号", "章节", "重点任务", "共同承担单位", "完成时限", "指标", "依据"],
        ["《云州市水网建设“十七五”规划》（云府发〔2031〕9号）"],
        [
            "1", "三、重点任务", "新建村镇泵站", "配合：云州市财政局", "2033年底前", "泵站数 12.5—20座（2033年）",
            "“市水务局牵头”（字符60–66）",
        ],
    ]  # fmt: skip
    assert rows(responsible)[2][:3] == ["1", "", "=奖励节水企业"]


def test_what_is_suggested_stands_apart(sample_quads: tuple[Quad, ...]) -> None:
    """A section of its own says that no document states it; its header has another shade."""
    sheet = sheet_of(sample_quads, "云州市农业农村局")
    words, inferred = paragraphs(sheet), rows(sheet.tables[-1])
    shades = [table.rows[0].cells[0]._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) for table in sheet.tables]

    assert words[-2].startswith("推断的任务")
    assert "不是文件原文" in words[-1]
    assert inferred[0] == ["序号", "文件", "重点任务", "建议角色", "得分", "理由"]
    assert len(inferred) > 1
    assert shades[-1] not in shades[:-1]


def test_set_up_for_print(quads: tuple[Quad, ...]) -> None:
    """A4 across, headers repeated, rows whole, pages numbered, Chinese fonts named with what stands in for them."""
    sheet = sheet_of(quads, "云州市水务局")
    section, footer = sheet.sections[0], sheet.sections[0].footer._element
    fonts = next(rel.target_part.blob for rel in sheet.part.rels.values() if rel.reltype.endswith("/fontTable"))
    runs = [run for table in sheet.tables for cell in table._cells for p in cell.paragraphs for run in p.runs]

    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    assert [field.get(qn("w:instr")) for field in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    for table in sheet.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert {run._r.rPr.rFonts.get(qn("w:eastAsia")) for run in runs} == {"黑体", "仿宋"}
    assert "仿宋_GB2312".encode() in fonts


def test_english(quads: tuple[Quad, ...]) -> None:
    """In English headings and counts are English; names and titles stay as the documents have them."""
    sheet = sheet_of(quads, "云州市水务局", "en")

    assert "Tasks that it leads (1)" in paragraphs(sheet)
    assert rows(sheet.tables[0])[0][:3] == ["No.", "chapter", "task"]


@pytest.mark.parametrize("written", ["云州市水务局", "市水务局", "水务局", " 水务 "])
def test_an_agency_by_any_name(quads: tuple[Quad, ...], written: str) -> None:
    """Official name, other name, a part of either."""
    assert find(View.of(quads), Inferred.of(quads), written) == {f"{BASE}云州市水务局"}


def test_an_agency_by_a_name_that_no_document_writes(sample_quads: tuple[Quad, ...]) -> None:
    """The registry knows the form in the place of a document."""
    assert find(View.of(sample_quads), Inferred.of(sample_quads), "云州科技局") == {f"{BASE}云州市科学技术局"}


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("局", "several agencies have this name; one of: 云州市水务局、云州市财政局"),
        ("云州市水电局", "no agency with tasks has this name; one of: 云州市水务局"),
        ("火星", "no agency with tasks has this name"),
        ("  ", "no agency with tasks has this name"),
    ],
)
def test_no_agency_or_several(quads: tuple[Quad, ...], written: str, reason: str) -> None:
    """A name of nobody or of several is told in one line, with who may be meant."""
    with pytest.raises(QueryError) as told:
        find(View.of(quads), Inferred.of(quads), written)

    assert reason in str(told.value)
    assert "\n" not in str(told.value)


def test_an_official_name_means_its_agency_alone(sample_quads: tuple[Quad, ...]) -> None:
    """云州市农业农村局 is no ambiguous name, although the county has one like it; what it succeeds is its own."""
    view, inferred = View.of(sample_quads), Inferred.of(sample_quads)

    assert find(view, inferred, "云州市农业农村局") == {f"{BASE}云州市农业农村局", f"{BASE}云州市农业局"}
    with pytest.raises(QueryError, match="青岚县农业农村局"):
        find(view, inferred, "农业农村局")


def test_same_graph_same_bytes(sample_quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """The order of the quads does not matter, and no time is in the file."""
    write_duty_sheet(sample_quads, tmp_path / "a.docx", "云州市农业农村局")
    write_duty_sheet(tuple(reversed(sample_quads)), tmp_path / "b.docx", "云州市农业农村局")

    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_without_quotes_the_places_stay(quads: tuple[Quad, ...]) -> None:
    """Of a graph without the documents' words the sheet still says where each duty stands."""
    from guitu.exports.rdf.profile import select  # noqa: PLC0415 - of this test alone

    sheet = sheet_of(tuple(select(quads, "facts")), "云州市水务局")

    assert rows(sheet.tables[0])[2][-1] == "字符60–66"
    assert "牵头”" not in "".join(cell for row in rows(sheet.tables[0]) for cell in row)
