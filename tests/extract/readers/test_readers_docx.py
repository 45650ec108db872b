"""DOCX: headings, words and what hangs on a paragraph, as the printed page shows them."""

from __future__ import annotations

import io
import zipfile

import pytest

from guitu.extract import recognise
from guitu.extract.page import read as read_source
from guitu.extract.raw import RawParagraph, RawUnread
from guitu.extract.source import Source
from tests.extract.making_docx import (
    HEADINGS,
    OFFICE,
    WORD,
    blocks,
    box,
    level,
    listed,
    lists,
    package,
    paragraph,
    run,
    styled,
    texts,
)

# ---- headings ----


@pytest.mark.parametrize(
    ("style", "more", "expected"),
    [
        ("1", "", 1),
        ("2", "", 2),
        ("own", "", 1),
        ("lvl", "", 3),
        ("a", '<w:outlineLvl w:val="3"/>', 4),
        ("1", '<w:outlineLvl w:val="9"/>', 0),
        ("loop", "", 0),
        ("absent", "", 0),
        ("a", '<w:outlineLvl w:val="8"/>', 6),
    ],
)
def test_levels(style: str, more: str, expected: int) -> None:
    """A heading has the level of its style, of the style below it, or its own."""
    (found,) = blocks(styled("总体要求", style, more), styles=HEADINGS)

    assert isinstance(found, RawParagraph)
    assert found.level == expected


def test_body_text_in_a_heading_style_is_no_heading() -> None:
    """A sentence that an office set as a heading has no level."""
    (found,) = blocks(styled("到2030年，云州市建成水网。", "1"), styles=HEADINGS)

    assert found == RawParagraph("到2030年，云州市建成水网。")


def test_a_title_over_two_paragraphs_is_one() -> None:
    """Both halves of a title set as headings come out as one line, a chapter after it stays a heading."""
    body = styled("云州市水网建设", "1") + styled("三年行动计划", "1") + styled("一、总体要求", "1")
    page = read_source(Source("a.docx", package(body, styles=HEADINGS)))

    assert page.text.value.split("\n") == ["云州市水网建设三年行动计划", "一、总体要求"]


# ---- what runs hold ----

_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_PROSE = {
    run("修") + "<w:bookmarkStart/>" + run("渠", "<w:b/>") + "<w:proofErr/>" + run("。"): "修渠。",
    run("修") + run("藏", "<w:vanish/>") + run("渠", '<w:vanish w:val="0"/>'): "修渠",
    run("修") + run("藏", '<w:rStyle w:val="h"/>') + run("渠"): "修渠",
    "<w:hyperlink>" + run("修") + "</w:hyperlink><w:smartTag><w:smartTagPr/>" + run("渠") + "</w:smartTag>": "修渠",
    f"<w:sdt><w:sdtPr/><w:sdtContent>{run('修')}</w:sdtContent></w:sdt><w:customXml>{run('渠')}</w:customXml>": "修渠",
    '<w:fldSimple w:instr="DATE">' + run("2030年") + "</w:fldSimple>": "2030年",
    _FIELD.format("begin")
    + "<w:r><w:instrText> REF x </w:instrText></w:r>"
    + run("藏")
    + _FIELD.format("separate")
    + run("表1")
    + _FIELD.format("end")
    + run("所列"): "表1所列",
    _FIELD.format("begin")
    + r"<w:r><w:instrText>eq \o\ac(○,</w:instrText></w:r><w:r><w:instrText>12)</w:instrText></w:r>"
    + _FIELD.format("end")
    + run("修渠"): "⑫修渠",
    "<w:r><w:t>长</w:t><w:tab/><w:t>度</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>一</w:t></w:r>": "长\t度-一",
    '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>95%</w:t></w:r>': "≥95%",
    '<w:r><w:t>率</w:t><w:sym w:font="Webdings" w:char="F021"/></w:r>': "率〓",
    '<w:r><w:sym w:font="Webdings" w:char="F021"/><w:t>率</w:t></w:r>': "率",
    run("率\uf0b395%", '<w:rFonts w:ascii="Symbol"/>'): "率≥95%",
    "<w:r><w:ruby><w:rt>" + run("lan") + "</w:rt><w:rubyBase>" + run("岚") + "</w:rubyBase></w:ruby></w:r>": "岚",
    "<m:oMath><m:r><m:t>x</m:t></m:r><m:r><m:t>≥95%</m:t></m:r></m:oMath>": "x≥95%",
    "<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>":
        "(a+b)/2",
    run("修") + "<w:r><w:footnoteReference w:id='9'/></w:r>" + run("渠"): "修渠",
    run("修") + "<w:r><w:commentReference w:id='9'/></w:r>" + run("渠"): "修渠",
    f"<w:ins>{run('修')}</w:ins><w:del><w:r><w:delText>挖</w:delText></w:r></w:del><w:moveTo>{run('渠')}</w:moveTo>"
    f"<w:moveFrom>{run('沟')}</w:moveFrom>": "修渠",
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), _PROSE.items())
def test_words(content: str, expected: str) -> None:
    """Runs, fields, symbols, formulas and tracked changes as the page shows them."""
    assert texts(paragraph(content), styles=HEADINGS) == [expected]


def test_lines_of_a_paragraph() -> None:
    """A line break begins a paragraph, but not in a heading."""
    broken = "<w:r><w:t>1.修渠。</w:t><w:br/><w:t>2.建站。</w:t></w:r>"
    heading = "<w:r><w:t>水网建设</w:t><w:br/><w:t>重点任务</w:t></w:r>"

    assert texts(paragraph(broken) + styled(heading, "1"), styles=HEADINGS) == [
        "1.修渠。",
        "2.建站。",
        "水网建设重点任务",
    ]


def test_a_deleted_paragraph_mark_joins() -> None:
    """What was two paragraphs is one, with the number of the first; a paragraph deleted whole leaves no number."""
    mark = "<w:rPr><w:del/></w:rPr>"
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = paragraph("<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", number + mark)
    body = gone + paragraph("修渠，", number + mark) + paragraph("建站。") + listed("植树。", 1) + paragraph("末", mark)

    found = texts(body, numbering=lists(level(0, "decimal", "%1、", '<w:suff w:val="nothing"/>')))

    assert found == ["1、修渠，建站。", "2、植树。", "末"]


def test_a_field_that_never_ends_hides_nothing_after_it() -> None:
    """A damaged field or table of contents takes no text with it."""
    begun = _FIELD.format("begin") + '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
    opened = paragraph(begun + _FIELD.format("separate") + run("一、目标\t3"))
    body = (
        opened
        + styled("目标", "1")
        + paragraph("到2030年，全市建成水网，供水更稳。")
        + paragraph(begun)
        + paragraph("完。")
    )

    found = [(block.text, block.aside) for block in blocks(body, styles=HEADINGS) if isinstance(block, RawParagraph)]

    assert found == [
        ("一、目标\t3", True),
        ("目标", False),
        ("到2030年，全市建成水网，供水更稳。", False),
        ("完。", False),
    ]


def test_tables_of_contents_are_aside() -> None:
    """Entries by style and those in a control of the program's own table of contents."""
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    inner = paragraph("目录") + paragraph("一、总体要求\t1")
    body = f"<w:sdt>{gallery}<w:sdtContent>{inner}</w:sdtContent></w:sdt>" + styled("二、任务\t2", "t")

    found = blocks(body + paragraph("一、总体要求"), styles=HEADINGS)

    assert [block.aside for block in found if isinstance(block, RawParagraph)] == [True, True, True, False]


# ---- what hangs on a paragraph, and what is not read ----


def test_text_boxes() -> None:
    """The paragraphs of a text box come once, after the paragraph that it hangs on; a page number does not."""
    body = paragraph(run("修渠，") + box(paragraph("专栏1 水网") + paragraph("一百公里。")) + run("建站。"))

    assert blocks(body + paragraph(box(paragraph("— 3 —")))) == (
        RawParagraph("修渠，建站。"),
        RawParagraph("专栏1 水网", box=True),
        RawParagraph("一百公里。", box=True),
    )


def test_notes_come_last() -> None:
    """Footnotes and endnotes stand aside at the end, in the order in which they are called."""
    note = '<w:{0}note w:type="separator" w:id="-1">{2}</w:{0}note><w:{0}note w:id="{1}">{2}</w:{0}note>'
    body = paragraph(
        run("水网") + "<w:r><w:endnoteReference w:id='4'/><w:footnoteReference w:id='2'/></w:r>" + run("建成。")
    )

    found = blocks(
        body,
        footnotes=note.format("foot", 2, paragraph("含渠道。")),
        endnotes=note.format("end", 4, paragraph("见附表。")),
    )

    assert found == (
        RawParagraph("水网建成。"),
        RawParagraph("注1：含渠道。", aside=True),
        RawParagraph("注1：见附表。", aside=True),
    )


def picture(width: int, height: int) -> str:
    extent = f'<wp:inline><wp:extent cx="{width * 360000}" cy="{height * 360000}"/>'
    inner = f"{extent}<a:graphicData uri='x/picture'><a:blip/></a:graphicData></wp:inline>"
    return f"<w:r><w:drawing>{inner}</w:drawing></w:r>"


def test_unread_parts() -> None:
    """Pictures that may hold text, embedded objects, charts and imported files are told; seals and rules are not."""
    chart = "<w:r><w:drawing><wp:inline><a:graphicData uri='http://x/chart'/></wp:inline></w:drawing></w:r>"
    shape = "<w:r><w:pict><v:shape style='width:{}pt;height:{}pt'><v:imagedata/></v:shape></w:pict></w:r>"
    body = (
        paragraph("见图。" and run("见图。") + picture(14, 9) + picture(4, 4) + chart)
        + paragraph(shape.format(400, 300) + shape.format(400, 3))
        + paragraph("<w:r><w:object/></w:r>")
        + '<w:altChunk r:id="x"/>'
    )

    assert [block.reason for block in blocks(body) if isinstance(block, RawUnread)] == [
        "第1张图片未读", "第1个图表未读", "第2张图片未读", "第1个嵌入对象未读", "第1处插入的文件未读",
    ]  # fmt: skip


# ---- headers, and headings without numbers ----

HEADER = '<w:hdr xmlns:w="{}"><w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p></w:hdr>'


def with_headers(body: str, *headers: str) -> bytes:
    """A DOCX whose pages have these headers."""
    made = io.BytesIO(package(body))
    with zipfile.ZipFile(made) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    links = "".join(
        f'<Relationship Id="h{i}" Type="{OFFICE}/header" Target="header{i}.xml"/>' for i in range(len(headers))
    )
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    parts |= {f"word/header{i}.xml": HEADER.format(WORD, words).encode() for i, words in enumerate(headers)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return out.getvalue()


PLAN = "".join(
    map(paragraph, ("云州市节水行动计划", "一、主要任务", "（一）改造管网。更新管网。（责任单位：市水利局）"))
)


@pytest.mark.parametrize(
    ("headers", "body", "number"),
    [
        (("云州市人民政府文件　云政发〔2026〕8号",), PLAN, "云政发〔2026〕8号"),
        (("", "云州市人民政府文件云政发〔2026〕8号"), PLAN, "云政发〔2026〕8号"),
        (("云政发〔2026〕8号", "云政发〔2026〕8号"), PLAN, "云政发〔2026〕8号"),
        (("云州市水利局",), PLAN, None),
        (("云政发〔2026〕8号", "云政办发〔2025〕1号"), PLAN, None),
        (("根据云政发〔2026〕8号编印",), PLAN, None),
        (("云政办发〔2025〕1号",), paragraph("云政发〔2026〕8号") + PLAN, "云政发〔2026〕8号"),
    ],
)
def test_a_document_number_in_a_header(headers: tuple[str, ...], body: str, number: str | None) -> None:
    """Where the headers hold one, and the text has none of its own."""
    (facts,) = recognise.read(Source("a.docx", with_headers(body, *headers))).documents

    assert facts.document.number == number
    assert facts.document.title == "云州市节水行动计划"


@pytest.mark.parametrize("between", ["", "为加快节水工作，提高用水效率，制定本计划。"])
@pytest.mark.parametrize("chapters", [("主要任务",), ("主要任务", "重点工程", "保障措施")])
def test_chapters_in_styles_without_numbers(between: str, chapters: tuple[str, ...]) -> None:
    """The first chapter is none of the title, whatever stands between them."""
    body = paragraph("云州市节水行动计划") + (paragraph(between) if between else "")
    for chapter in chapters:
        body += styled(chapter, "1")
        for item in ("改造管网", "推广器具"):
            body += styled(f"{item}{chapter[:1]}", "2") + paragraph(
                "各部门完善制度，建立台账，定期调度。（市水利局牵头）"
            )
    (facts,) = recognise.read(Source("a.docx", package(body, styles=HEADINGS))).documents

    assert facts.document.title == "云州市节水行动计划"
    assert [section.title for section in facts.sections if section.depth == 1] == list(chapters)
    assert len(facts.tasks) == len(facts.responsibilities) == 2 * len(chapters)
