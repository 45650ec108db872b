"""DOCX: what the printed page shows, read from the XML."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guitu.extract import recognise
from guitu.extract.errors import SourceError
from guitu.extract.raw import Raw, RawBlock, RawParagraph, RawTable, RawUnread, silent
from guitu.extract.readers import read as read_source
from guitu.extract.readers.docx import read
from guitu.extract.source import Source
from tests.extract.making_docx import cell, level, listed, lists, long_document, package, paragraph, run, table

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


# ---- automatic numbers ----


def test_numbers_of_a_plan() -> None:
    """一、（一）1.① count under each other, start anew under a higher number, and go on over other paragraphs."""
    definition = (
        level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>')
        + level(1, "chineseCounting", "（%2）")
        + level(2, "decimal", "%3．")
        + level(3, "decimalEnclosedCircleChinese", "%4")
    )
    body = (
        listed("目标", 1) + listed("水网", 1, 1) + listed("修渠", 1, 2) + listed("渠首", 1, 3) + paragraph("说明。")
        + listed("建站", 1, 2) + listed("路网", 1, 1) + listed("铺路", 1, 2) + listed("保障", 1) + listed("资金", 1, 1)
    )  # fmt: skip

    assert [text.replace("\t", "") for text in texts(body, numbering=lists(definition))] == [
        "一、目标", "（一）水网", "1．修渠", "①渠首", "说明。", "2．建站", "（二）路网", "1．铺路", "二、保障",
        "（一）资金",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "start", "expected"),
    [
        ("decimal", 7, "第7条"), ("decimalFullWidth", 12, "第１２条"), ("decimalZero", 3, "第03条"),
        ("upperLetter", 27, "第AA条"), ("lowerLetter", 2, "第b条"), ("upperRoman", 49, "第XLIX条"),
        ("lowerRoman", 4, "第iv条"), ("chineseCounting", 20, "第二十条"),
        ("taiwaneseCountingThousand", 110, "第一百一十条"),
        ("japaneseCounting", 11, "第十一条"), ("ideographDigital", 20, "第二〇条"),
        ("ideographTraditional", 2, "第乙条"),
        ("chineseLegalSimplified", 10, "第壹拾条"), ("decimalEnclosedCircle", 21, "第㉑条"), ("none", 1, "第条"),
        ("hebrew1", 5, "第5条"),
    ],
)  # fmt: skip
def test_formats_of_numbers(form: str, start: int, expected: str) -> None:
    """Every format of counting that Chinese offices use."""
    numbering = lists(level(0, form, "第%1条", '<w:suff w:val="space"/>', start))

    assert texts(listed("总则", 1), numbering=numbering) == [f"{expected} 总则"]


def test_levels_together_and_legal_style() -> None:
    """A pattern of several levels counts them all; isLgl writes them in Arabic digits."""
    definition = level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = listed("总则", 1) + listed("目的", 1, 1) + listed("范围", 1, 1) + listed("职责", 1) + listed("分工", 1, 1)

    assert [text.replace("\t", " ") for text in texts(body, numbering=lists(definition))] == [
        "第一章 总则", "1.1 目的", "1.2 范围", "第二章 职责", "2.1 分工",
    ]  # fmt: skip


def test_starts_of_lists() -> None:
    """Two lists of one definition count on; one with its own start begins there once; a list may replace a level."""
    own = '<w:num w:numId="{}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{}</w:lvlOverride></w:num>'
    nums = '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' + own.format(3, '<w:startOverride w:val="1"/>')
    numbering = lists(level(0, "decimal", "%1、"), nums=nums + own.format(4, level(0, "upperLetter", "%1、")))
    body = "".join(listed("事", number) for number in (1, 1, 2, 3, 3, 4, 0, 99))

    assert [text.split("\t")[0] for text in texts(body, numbering=numbering)] == [
        "1、", "2、", "3、", "1、", "2、", "C、", "事", "事",
    ]  # fmt: skip


def test_numbers_of_styles() -> None:
    """A style brings its list, at the level that names the style; a paragraph may refuse it."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="x"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="y"><w:name w:val="款"/>'
        '<w:basedOn w:val="x"/></w:style>'
    )
    definition = level(0, "chineseCounting", "%1、") + level(1, "decimal", "%2）", '<w:pStyle w:val="y"/>')
    refused = styled("无", "x", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = styled("甲", "x") + styled("乙", "y") + refused + styled("丙", "x")

    found = texts(body, styles=styles, numbering=lists(definition))

    assert [text.replace("\t", "") for text in found] == ["一、甲", "1）乙", "无", "二、丙"]


def test_a_list_by_its_style() -> None:
    """A definition that only names a style of lists takes the levels of that style's list."""
    styles = (
        '<w:style w:type="numbering" w:styleId="n"><w:name w:val="列"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    numbering = lists(level(0, "chineseCounting", "（%1）"), '<w:numStyleLink w:val="n"/>')

    assert texts(listed("甲", 2), styles=styles, numbering=numbering) == ["（一）\t甲"]


def test_bulleted_titles_stay_tasks() -> None:
    """The bullet of a list divides its items and is no part of their titles."""
    body = "".join(map(paragraph, ("云州市水网建设行动计划", "一、重点任务"))) + "".join(
        listed(f"{name}。在青岚县建设一批{name}项目，按期建成", 1)
        for name in ("建设骨干水网", "改造老旧灌区", "推广节水设备")
    )
    source = Source("a.docx", package(body, numbering=lists(level(0, "bullet", "\uf0b7"))))

    (facts,) = recognise.read(source).documents

    assert [task.title for task in facts.tasks] == ["建设骨干水网", "改造老旧灌区", "推广节水设备"]


def test_a_number_without_a_stop_is_divided_from_a_year() -> None:
    """Where only a gap divides number and words, a stop stands for it."""
    assert texts(listed("2030年建成水网", 1), numbering=lists(level(0, "decimal", "%1"))) == ["1．2030年建成水网"]


def test_a_typed_number_is_not_doubled() -> None:
    """A paragraph that has the number both ways shows it once."""
    numbering = lists(level(0, "chineseCounting", "（%1）"))

    assert texts(listed("（一）修渠", 1), numbering=numbering) == ["（一）修渠"]


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


# ---- what hangs on a paragraph, and what is not read ----


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


@settings(max_examples=60, deadline=None, print_blob=True)
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


@settings(max_examples=60, deadline=None, print_blob=True)
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
