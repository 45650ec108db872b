"""Markdown: headings, marks, tables, pieces of HTML."""

from __future__ import annotations

import pytest

from guitu.extract.raw import RawBlock, RawParagraph, RawTable
from guitu.extract.readers.markdown import read
from guitu.extract.recognise import read as read_source
from guitu.extract.source import Source


def blocks(text: str) -> list[RawBlock]:
    return [b for b in read(text.encode()).blocks if not isinstance(b, RawParagraph) or b.text.strip()]


def test_headings_and_front_matter() -> None:
    """Front matter is aside, marked headings have a level, a bold line has none."""
    found = blocks("---\ntitle: 甲\n---\n\n# 云州市水网规划\n\n**一、总体要求**\n\n任务\n----\n见[方案](a.md)。\n")

    assert found == [
        RawParagraph("title: 甲", aside=True),
        RawParagraph("云州市水网规划", level=1),
        RawParagraph("一、总体要求"),
        RawParagraph("任务", level=2),
        RawParagraph("见方案。"),
    ]


def test_lists_and_html() -> None:
    """Numbers of lists come back as text, also those of HTML; bullets go."""
    found = blocks(
        "1. 修渠\n2. 建站\n- 植树\n\n"
        '<div>\n<ol start="3">\n<li>治沙</li>\n</ol>\n\n<p>护<b>林</b>。</p>\n</div>\n\n完。\n'
    )

    assert [b.text for b in found if isinstance(b, RawParagraph)] == [
        "1. 修渠",
        "2. 建站",
        "植树",
        "3．治沙",
        "护林。",
        "完。",
    ]


def test_tables() -> None:
    """Pipe tables and HTML tables are tables, marks removed inside."""
    found = blocks(
        "| 部门 | 任务 |\n| :-- | --- |\n| **市水利局** | 修渠<br>建站 |\n\n"
        "<table><tr><td>a</td><td>b</td></tr></table>\n"
    )

    cells = [[[one.paragraphs for one in row] for row in b.rows] for b in found if isinstance(b, RawTable)]
    assert cells == [[[("部门",), ("任务",)], [("市水利局",), ("修渠", "建站")]], [[("a",), ("b",)]]]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (">50", ">50"),
        ("> 1,200", "> 1,200"),
        (">3.5 %", ">3.5 %"),
        (">80万人次", ">80万人次"),
        ("> 本文以印发的文本为准。", "本文以印发的文本为准。"),
        (">2024年3月", "2024年3月"),
    ],
)
def test_a_line_that_is_more_than_a_number_is_no_quotation(line: str, read: str) -> None:
    """A cell of a table that was copied line by line."""
    (block,) = blocks(line)
    assert isinstance(block, RawParagraph)
    assert block.text == read


def test_a_bold_opener_with_a_space_after_it_is_no_bullet() -> None:
    """The marks around a run-in title go, whatever follows them."""
    raw = read("**智慧大田。** 在平原区推广农机。\n".encode())

    assert raw.blocks[0] == RawParagraph("智慧大田。 在平原区推广农机。")


def test_a_numbered_title_in_bold_is_a_line_of_its_own() -> None:
    """Where its text stands behind it in the same line; bold words of a sentence or of a number are none."""
    found = blocks(
        "**1．加固重点堤防** 对险工险段逐一检查。\n\n- **（二）推广节水农业** 在灌区建设滴灌。\n\n"
        "**三、办好普惠托育** 新建托位。\n\n"
        "**1.鼓励**企业加大投入。\n\n**2．市水利局负责。** 逐月通报。\n\n**2025** 年完成。\n"
    )

    assert [b.text for b in found if isinstance(b, RawParagraph)] == [
        "1．加固重点堤防",
        "对险工险段逐一检查。",
        "（二）推广节水农业",
        "在灌区建设滴灌。",
        "三、办好普惠托育",
        "新建托位。",
        "1.鼓励企业加大投入。",
        "2．市水利局负责。 逐月通报。",
        "2025 年完成。",
    ]


def test_one_row_above_a_rule_is_a_table() -> None:
    """A row alone on its page is a table by the rule below it; a line with bars and no rule is text."""
    found = blocks("| 森林覆盖率 | 41% |\n| --- | --- |\n\n甲 | 乙 | 丙\n")

    assert [isinstance(b, RawTable) for b in found] == [True, False]


HEADED = """# 高校毕业生就业政策

## 拓宽就业渠道

### 扩大企业岗位

- 支持中小企业吸纳毕业生，按规定给予补贴
- 教育部、财政部、市场监管总局等按职责分工负责

### 稳定公共岗位

- 扩大科研助理规模
- 科技部牵头，教育部按职责分工负责
"""


def test_headings_without_numbers_hold_tasks() -> None:
    """The marks of headings tell their depth; the last item of a list may say who does it."""
    (document,) = read_source(Source("政策.md", HEADED.encode())).documents

    assert [(one.title, one.depth) for one in document.sections if one.depth == 1] == [("拓宽就业渠道", 1)]
    assert [one.title for one in document.tasks] == ["扩大企业岗位", "稳定公共岗位"]
    assert [(one.task, one.agency.name, one.role) for one in document.responsibilities] == [
        (0, "教育部", "responsible"),
        (0, "财政部", "responsible"),
        (0, "国家市场监督管理总局", "responsible"),
        (1, "科学技术部", "lead"),
        (1, "教育部", "responsible"),
    ]


def test_bureaus_of_the_state_make_no_document_municipal() -> None:
    """The 市 of 市场监管总局 is no sign of a city: its owners are those of the State."""
    (document,) = read_source(Source("政策.md", HEADED.encode())).documents

    assert document.document.level == "national"
