"""The plan and its division table written in every format that is read."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from tests.formats.plan import BODY, HEAD, HEADER, ISSUED, ISSUER, NOTICE, NUMBER, ROWS, TABLE_TITLE, TITLE, Line

LINES = (*HEAD, TITLE, *(line.shown for line in BODY))


def filled() -> list[list[str]]:
    """The rows of the division table with every merged cell written out."""
    rows: list[list[str]] = []
    for row in ROWS:
        rows.append([rows[-1][i] if cell is None else cell for i, cell in enumerate(row)])
    return rows


# ---- text ----


def txt() -> bytes:
    """A line for every paragraph, as a text editor saves it on Windows."""
    return "\r\n".join(LINES).encode("gb18030")


def flat() -> bytes:
    """The whole plan in one line, as a crawler leaves it."""
    return "".join(LINES).encode()


def markdown() -> bytes:
    """Headings marked, emphasis here and there."""
    lines = [f"# {NOTICE}", *HEAD[1:], f"# {TITLE}"]
    lines += ["#" * (line.depth + 1) + " " + line.shown if line.depth in (1, 2) else _strong(line) for line in BODY]
    return "\n\n".join(lines).encode()


def _strong(line: Line) -> str:
    title, stop, rest = line.shown.partition("。")
    return f"**{title}{stop}**{rest}" if line.depth else line.shown


# ---- pages ----

_AROUND = """<!DOCTYPE html><html lang="zh"><head><meta charset="gbk"><title>{title}_望川市人民政府</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a>
</li></ul></div><div class="crumbs">当前位置：首页 &gt; 政务公开 &gt; 政府文件</div>
<table class="info"><tr><td>索引号：</td><td>WC0101/2025-00021</td><td>发文机关：</td><td>{issuer}</td></tr>
<tr><td>成文日期：</td><td>{issued}</td><td>发文字号：</td><td>{number}</td></tr></table>
<div id="content">{content}</div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div><p>责任编辑：望川</p>
<div class="footer">主办：望川市人民政府办公室　备案号：临ICP备00000000号</div></body></html>"""


def page() -> bytes:
    """A page of a government site in GBK: menus, the table that describes the document, a share box."""
    content = "".join(f"<p>　　{html.escape(line)}</p>" for line in LINES)
    return _page(NOTICE, content)


def _page(title: str, content: str) -> bytes:
    return _AROUND.format(title=title, issuer=ISSUER, issued=ISSUED, number=NUMBER, content=content).encode("gbk")


def table_page() -> bytes:
    """The division table as a page, its groups in merged cells."""
    rows = "".join("<tr>" + "".join(_td(i, k) for k in range(len(HEADER))) + "</tr>" for i in range(len(ROWS)))
    header = "".join(f"<th>{cell}</th>" for cell in HEADER)
    return _page(TABLE_TITLE, f'<p>{TABLE_TITLE}</p><table border="1"><tr>{header}</tr>{rows}</table>')


def _td(row: int, column: int) -> str:
    text = ROWS[row][column]
    if text is None:
        return ""
    size = _height(row, column)
    return f'<td rowspan="{size}">{text}</td>' if size > 1 else f"<td>{text}</td>"


def _height(row: int, column: int) -> int:
    """How many rows a cell covers."""
    below = (i for i in range(row + 1, len(ROWS)) if ROWS[i][column] is not None)
    return next(below, len(ROWS)) - row


# ---- office files ----

_NUMBERING = """<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3．"/></w:lvl></w:abstractNum>"""


def word() -> bytes:
    """Headings by style, their numbers automatic: no number is in the text."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for words in (*HEAD, TITLE):
        document.add_paragraph(words)
    for line in BODY:
        paragraph = document.add_paragraph(line.text, style=f"Heading {line.depth}" if line.depth in (1, 2) else None)
        if line.number:
            mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{line.depth - 1}"/><w:numId w:val="77"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(mark))
    return _saved(document)


def table_word() -> bytes:
    """The division table in Word, its groups merged down."""
    document = docx.Document()
    document.add_paragraph(TABLE_TITLE)
    table = document.add_table(len(ROWS) + 1, len(HEADER))
    for i, row in enumerate((HEADER, *ROWS)):
        for k, cell in enumerate(row):
            if cell is None:
                table.cell(i - 1, k).merge(table.cell(i, k))
            else:
                table.cell(i, k).text = cell
    return _saved(document)


def _saved(document: Word) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet() -> bytes:
    """The division table as a spreadsheet: its title over all columns, its groups merged down."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append([TABLE_TITLE])
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(HEADER))
    page.append(list(HEADER))
    for row in ROWS:
        page.append([int(cell) if k == 0 and cell else cell for k, cell in enumerate(row)])
    for i, row in enumerate(ROWS):
        if row[1] is not None and (size := _height(i, 1)) > 1:
            page.merge_cells(start_row=i + 3, end_row=i + 2 + size, start_column=2, end_column=2)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def commas() -> bytes:
    """The division table in CSV as an office saves it, every cell written out."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[TABLE_TITLE], HEADER, *filled()])
    return out.getvalue().encode("gb18030")


# ---- PDF ----

_FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
addMapping(_FONT, 0, 0, _FONT)
_TEXT = ParagraphStyle("text", fontName=_FONT, fontSize=12, leading=22, firstLineIndent=24, wordWrap="CJK")
_CENTRED = ParagraphStyle("title", _TEXT, fontSize=18, leading=30, firstLineIndent=0, alignment=1)
_CELL = ParagraphStyle("cell", _TEXT, fontSize=9, leading=13, firstLineIndent=0)


def pdf() -> bytes:
    """The plan on small pages, so that sentences run over their ends; a running head and page numbers."""
    flow: list[Flowable] = [Paragraph(line, _CENTRED if line in (NOTICE, TITLE) else _TEXT) for line in LINES]
    return _printed(flow, (A4[0], 120 * mm))


def table_pdf() -> bytes:
    """The division table over two pages, its header on each."""
    rows = [[None if cell is None else Paragraph(cell, _CELL) for cell in row] for row in (HEADER, *ROWS)]
    style: list[Any] = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    style += [("SPAN", (1, i + 1), (1, i + _height(i, 1))) for i, row in enumerate(ROWS) if row[1] is not None]
    widths = [12 * mm, 20 * mm, 45 * mm, 35 * mm, 40 * mm, 25 * mm]
    table = Table(rows, colWidths=widths, repeatRows=1, style=TableStyle(style))
    return _printed([Paragraph(TABLE_TITLE, _CENTRED), table], (A4[0], 120 * mm))


def _printed(flow: Sequence[Flowable], size: tuple[float, float]) -> bytes:
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=size, invariant=1).build(
        list(flow), onFirstPage=_furniture, onLaterPages=_furniture
    )
    return out.getvalue()


def _furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(_FONT, 9)
    canvas.drawString(72, document.pagesize[1] - 40, "望川市人民政府公报")
    canvas.drawCentredString(document.pagesize[0] / 2, 30, f"— {document.page} —")
