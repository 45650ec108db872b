"""A Word file as an office keeps it: A4 across, Chinese fonts, page numbers, tables whose header is on every page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from guitu.exports.office.package import writable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell as Cell
    from docx.text.paragraph import Paragraph

TITLE, HEAD, TEXT = "黑体", "黑体", "仿宋"
_WESTERN = "Times New Roman"
_NARROW = 2.5  # cm: the words of narrower columns stand in the middle
_FONTS = {  # what stands in where a machine lacks the font
    "黑体": "SimHei,Heiti SC,Noto Sans CJK SC",
    "仿宋": "FangSong,仿宋_GB2312,STFangsong,Noto Serif CJK SC",
    _WESTERN: "Liberation Serif",
}
_UNUSED = ("/stylesWithEffects", "/customXml", "/thumbnail")  # what the template brings and no duty sheet needs
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Paper:
    """A document that is written from top to bottom."""

    def __init__(self, title: str, lang: str) -> None:
        from docx import Document as new  # noqa: PLC0415 - heavy, and for this format only
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415
        from docx.shared import Cm, Pt  # noqa: PLC0415

        self.document: Document = new()
        self.document.core_properties.author, self.document.core_properties.title = "Guitu", writable(title)
        self.document.core_properties.comments = ""
        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)
        style: Any = self.document.styles["Normal"]
        style.font.name, style.font.size = _WESTERN, Pt(10.5)
        style.element.rPr.rFonts.set(_tag("eastAsia"), TEXT)
        self._without_unused()
        self._name_fonts()
        self._number_pages(lang)

    def title(self, words: str) -> None:
        """The title, in the middle."""
        self._line(words, 20, TITLE, after=6, centred=True)

    def heading(self, words: str) -> None:
        """A heading that stays with what follows."""
        from docx.shared import Pt  # noqa: PLC0415

        paragraph = self._line(words, 14, HEAD, after=4)
        paragraph.style = self.document.styles["Heading 1"]
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.keep_with_next = Pt(10), True

    def line(self, words: str, *, centred: bool = False) -> None:
        """A line of text."""
        self._line(words, 10.5, TEXT, after=4, centred=centred)

    def table(
        self, headings: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], shade: str
    ) -> None:
        """A table of words; a row of one word is a heading across it. `widths`: in cm; `shade`: of the header, RGB."""
        from docx.shared import Cm  # noqa: PLC0415

        table = self.document.add_table(0, len(headings), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in (headings, *rows):
            cells = table.add_row().cells
            if len(row) == 1:
                _fill(cells[0].merge(cells[-1]), row[0], HEAD)
            else:
                for cell, words, width in zip(cells, row, widths, strict=True):
                    cell.width = Cm(width)
                    _fill(cell, words, HEAD if row is headings else TEXT, centred=row is headings or width < _NARROW)
        for number, made in enumerate(table.rows):
            made._tr.get_or_add_trPr().append(_element("cantSplit"))
            if number == 0:
                made._tr.get_or_add_trPr().append(_element("tblHeader"))
                for cell in made.cells:
                    cell._tc.get_or_add_tcPr().append(_element("shd", val="clear", color="auto", fill=shade))

    def bytes(self) -> bytes:
        """The file, with the time of its writing."""
        out = io.BytesIO()
        self.document.save(out)
        return out.getvalue()

    def _line(self, words: str, size: float, font: str, *, after: float, centred: bool = False) -> Paragraph:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
        from docx.shared import Pt  # noqa: PLC0415

        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(after)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, words, font, size)
        return paragraph

    def _number_pages(self, lang: str) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

        paragraph = self.document.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for part in ("第 ", "PAGE", " 页，共 ", "NUMPAGES", " 页") if lang == "zh" else ("PAGE", " / ", "NUMPAGES"):
            if part.isupper():
                paragraph._p.append(_element("fldSimple", instr=part))
            else:
                _write(paragraph, part, TEXT, 9)

    def _without_unused(self) -> None:
        for related in (self.document.part.rels, self.document.part.package.rels):
            for key in [key for key, relation in related.items() if relation.reltype.endswith(_UNUSED)]:
                del related[key]

    def _name_fonts(self) -> None:
        fonts = (f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in _FONTS.items())
        table = f'<?xml version="1.0" encoding="UTF-8"?><w:fonts xmlns:w="{_WORD}">{"".join(fonts)}</w:fonts>'
        for relation in self.document.part.rels.values():
            if relation.reltype.endswith("/fontTable"):
                part: Any = relation.target_part
                part._blob = table.encode()


def _fill(cell: Cell, words: str, font: str, *, centred: bool = False) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for number, line in enumerate(words.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _write(paragraph, line, font, 9.5)


def _write(paragraph: Paragraph, words: str, font: str, size: float) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415

    run = paragraph.add_run(writable(words))
    run.font.name, run.font.size, run.font.bold = _WESTERN, Pt(size), False
    run.font.color.rgb = RGBColor(0, 0, 0)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(_tag("eastAsia"), font)


def _element(name: str, **values: str) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415

    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(_tag(key), value)
    return element


def _tag(name: str) -> str:
    return f"{{{_WORD}}}{name}"
