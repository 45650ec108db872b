"""Words that somebody has struck out are no words of the document: left out in every format, with a gap beside them."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.extract import making_docx as word

HEAD = "云州市节水行动计划", "一、主要任务", "（一）改造管网。更新管网"
STRUCK_STYLES = (
    '<w:style w:type="character" w:styleId="gone"><w:name w:val="废"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="late"><w:name w:val="废2"/><w:basedOn w:val="gone"/></w:style>'
)


def docx(strike: str, styles: str = "") -> bytes:
    body = word.run(HEAD[2]) + word.run("30", strike) + word.run("50公里。（责任单位：")
    body += word.run("市商务局、", strike) + word.run("市水利局）")
    return word.package("".join(map(word.paragraph, (*HEAD[:2], body))), **({"styles": styles} if styles else {}))


def html(open_: str, close: str, head: str = "") -> bytes:
    body = f"{HEAD[2]}{open_}30{close}50公里。（责任单位：{open_}市商务局、{close}市水利局）"
    inner = "".join(f"<p>{one}</p>" for one in (*HEAD[:2], body))
    return f"<html><head><meta charset=utf-8>{head}</head><body>{inner}</body></html>".encode()


def markdown(open_: str, close: str) -> bytes:
    body = f"{HEAD[2]}{open_}30{close}50公里。（责任单位：{open_}市商务局、{close}市水利局）"
    return f"# {HEAD[0]}\n\n## {HEAD[1]}\n\n{body}\n".encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx("<w:strike/>")),
        ("a.docx", docx("<w:dstrike/>")),
        ("a.docx", docx('<w:rStyle w:val="gone"/>', STRUCK_STYLES)),
        ("a.docx", docx('<w:rStyle w:val="late"/>', STRUCK_STYLES)),
        ("a.html", html("<del>", "</del>")),
        ("a.html", html("<s>", "</s>")),
        ("a.html", html('<span style="color:red; text-decoration:underline line-through">', "</span>")),
        ("a.html", html('<font class="a gone">', "</font>", "<style>p,.gone{text-decoration-line:none}</style>")),
        ("a.html", html('<i class="gone">', "</i>", "<style>b.x, i.gone { text-decoration : line-through }</style>")),
        ("a.md", markdown("~~", "~~")),
        ("a.md", markdown("<del>", "</del>")),
    ],
)
def test_words_struck_out(name: str, data: bytes) -> None:
    """Neither figure nor owner, and a gap; a class that strikes nothing out changes nothing."""
    reading = read(Source(name, data))
    (facts,) = reading.documents
    stands = b"line:none" in data

    assert ("30" in reading.text.value) is stands
    assert ("云州市商务局" in {duty.agency.name for duty in facts.responsibilities}) is stands
    assert "云州市水利局" in {duty.agency.name for duty in facts.responsibilities}
    assert any("划去" in gap.reason and "30" in gap.reason for gap in facts.gaps) is not stands


@pytest.mark.parametrize("strike", ['<w:strike w:val="0"/>', '<w:dstrike w:val="false"/>'])
def test_strike_switched_off(strike: str) -> None:
    reading = read(Source("a.docx", docx(strike)))

    assert "3050公里" in reading.text.value
    assert not [gap for gap in reading.documents[0].gaps if "划去" in gap.reason]


def test_a_struck_paragraph_takes_its_list_number_along() -> None:
    """It shows no number; the next one counts on, as Word prints it."""
    numbers = word.lists(word.level(0, "decimal", "%1."))
    struck = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        word.listed("修渠。", 1) + word.paragraph(word.run("建库。", "<w:strike/>"), struck) + word.listed("种树。", 1)
    )

    assert [text.replace("\t", "") for text in word.texts(body, numbering=numbers)] == ["1.修渠。", "3.种树。"]


def sheet(fill: Callable[[Worksheet], None]) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (
        ["云州市节水任务分工表"],
        ["序号", "任务", "牵头单位", "配合单位"],
        [1, "改造管网", "市水利局", "市财政局"],
    ):
        page.append(row)
    fill(page)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def whole_cell(page: Worksheet) -> None:
    page["D3"].font = Font(strike=True)


def part_of_cell(page: Worksheet) -> None:
    page["D3"] = CellRichText(
        TextBlock(InlineFont(strike=True), "市财政局、"), TextBlock(InlineFont(b=True), "市教育局")
    )


@pytest.mark.parametrize(("fill", "left"), [(whole_cell, ()), (part_of_cell, ("云州市教育局",))])
def test_cells_struck_out(fill: Callable[..., None], left: tuple[str, ...]) -> None:
    (facts,) = read(Source("a.xlsx", sheet(fill))).documents

    assert tuple(duty.agency.name for duty in facts.responsibilities) == ("云州市水利局", *left)
    assert any("D3" in gap.reason and "市财政局" in gap.reason for gap in facts.gaps)
