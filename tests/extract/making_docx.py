"""Makes DOCX files, from XML by hand or long ones with python-docx, and shows what is read of them."""

from __future__ import annotations

import io
import zipfile

import docx

from guitu.extract.raw import RawBlock, RawParagraph, RawTable, silent
from guitu.extract.readers.docx.read import read

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


def box(content: str) -> str:
    shape = (
        "<wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"
    )
    choice = f"<w:drawing>{shape.format(content)}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    second = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent></w:r>"
    )


HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="章名"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="lvl"><w:name w:val="三级"/>'
    '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>'
)


def blocks(body: str, **parts: str) -> tuple[RawBlock, ...]:
    return read(package(body, **parts), silent).blocks


def texts(body: str, **parts: str) -> list[str]:
    return [block.text.strip() for block in blocks(body, **parts) if isinstance(block, RawParagraph)]


def grids(body: str) -> list[list[list[str]]]:
    found = [block for block in blocks(body) if isinstance(block, RawTable)]
    return [[["/".join(one.paragraphs) for one in row] for row in made.rows] for made in found]


def styled(text: str, style: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')
