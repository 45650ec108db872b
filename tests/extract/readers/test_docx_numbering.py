"""Automatic numbers of a DOCX, which are not in its text."""

from __future__ import annotations

import pytest

from guitu.extract import recognise
from guitu.extract.source import Source
from tests.extract.making_docx import (
    level,
    listed,
    lists,
    package,
    paragraph,
    styled,
    texts,
)

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
