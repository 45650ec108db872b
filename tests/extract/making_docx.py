"""Makes DOCX files: from XML written by hand, for what python-docx cannot write, and long ones with python-docx."""

from __future__ import annotations

import io
import zipfile

import docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def package(body: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """A DOCX of the XML in its body. `parts`: the XML inside styles, numbering, footnotes, endnotes."""
    folder, _, base = main.rpartition("/")
    stream = io.BytesIO()
    related = "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types>wordprocessingml.document.main+xml</Types>")
        target = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{main}"/>'
        made.writestr("_rels/.rels", _RELATIONS.format(target))
        made.writestr(main, f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>")
        made.writestr(f"{folder}/_rels/{base}.rels", _RELATIONS.format(related))
        for kind, xml in parts.items():
            made.writestr(f"{folder}/{kind}.xml", f"<w:{kind} {_NAMESPACES}>{xml}</w:{kind}>")
    return stream.getvalue()


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs, or of words."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(content: str, number: int, depth: int = 0) -> str:
    """A paragraph of a list."""
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str = "", properties: str = "") -> str:
    """A cell of words, or of blocks."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def level(depth: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    """One level of a list."""
    head = f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
    return f'{head}{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def lists(*definitions: str, nums: str = "") -> str:
    """The numbering part: definitions 0, 1, … with the lists 1, 2, … that use them, and further ones."""
    shared = "".join(f'<w:abstractNum w:abstractNumId="{i}">{one}</w:abstractNum>' for i, one in enumerate(definitions))
    plain = (f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(definitions)))
    return shared + "".join(plain) + nums


def long_document(pages: int) -> bytes:
    """A plan of some pages of about 700 characters, a table of four rows on each third page."""
    made = docx.Document()
    for page in range(pages):
        made.add_heading(f"{page + 1}．第{page + 1}项工程", level=2)
        for item in range(6):
            text = f"（{item + 1}）到2030年，全市建成数字农场{page + item}个，粮食产量达到{page}万吨，用水更省。"
            made.add_paragraph(text * 2 + "（市农业农村局牵头，市水利局配合）")
        if page % 3 == 0:
            grid = made.add_table(4, 4)
            for row in grid.rows:
                for k, one in enumerate(row.cells):
                    one.text = f"第{k}列的任务与责任单位"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
