"""Chapters whose heading has no number, and the year whose work a preamble shares out."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    """The facts of a text of these lines."""
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


def figures(*lines: str) -> dict[str, tuple[str, int | None]]:
    """Kind and year of each figure by its indicator."""
    return {figure.indicator: (figure.kind, figure.year) for figure in facts(*lines).figures}


@pytest.mark.parametrize(
    ("review", "work"),
    [
        ("2025年工作回顾", "2026年重点工作"),
        ("2025年工作回顾——", "2026年经济社会发展总体要求和主要预期目标"),
        ("2025年政府工作回顾", "2026年主要工作任务"),
        ("2025年工作总结", "2026年工作计划"),
    ],
)
def test_a_line_of_years_and_the_name_of_a_chapter_opens_it(review: str, work: str) -> None:
    """What was done is of the year of the review, what is to be done of the year of the work."""
    found = figures(
        "青岚县政府工作报告", "各位代表：", review, "粮食产量达到20万吨。", work, "地区生产总值增长6%左右。"
    )
    assert found == {"粮食产量": ("observation", 2025), "地区生产总值增长": ("target", 2026)}


def test_goals_of_a_period_and_work_of_a_year_each_have_their_own() -> None:
    """An excerpt that begins with its goals: the first line is its title and the heading of its first chapter."""
    lines = ["“十五五”时期的主要目标任务", "一是产业水平明显提升。规模以上企业达到300家。", "2026年重点工作"]
    found = figures(*lines, "（一）发展工业", "新增企业40家。", "（二）兴修水利", "改造灌渠80公里。")
    assert found == {"规模以上企业": ("target", 2030), "新增企业": ("target", 2026), "改造灌渠": ("target", 2026)}


def test_numbered_chapters_lie_under_it() -> None:
    """Numbers that begin anew under such a line are within it, and it stands beside the one before."""
    lines = [
        "云州市政府工作报告",
        "2025年工作回顾",
        "一、工业",
        "产值增长6%。",
        "2026年工作安排",
        "一、工业",
        "新建厂房9座。",
    ]
    found = facts(*lines).sections
    assert [(s.title, s.depth) for s in found] == [
        ("2025年工作回顾", 1),
        ("工业", 2),
        ("2026年工作安排", 1),
        ("工业", 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2026年完成重点工作",  # says what is done
        "2026年云州市民生实事重点工作",  # a title
        "2026年，全市重点工作任务有序推进。",
        "重点工作",
    ],
)
def test_other_lines_are_no_headings(line: str) -> None:
    """A sentence or a title that ends in the name of a chapter."""
    assert not facts("云州市养老服务工作方案", "为做好养老服务，制定本方案。", line, "各区要抓好落实。").sections


def test_inside_a_numbered_chapter_it_is_a_line_of_it() -> None:
    """2026年目标 under （一） opens no chapter: the next number goes on."""
    lines = [
        "云州市水利工作方案",
        "一、重点任务",
        "（一）修渠",
        "2026年工作目标",
        "改造渠道30公里。",
        "（二）筑坝",
        "加固水坝。",
    ]
    assert [s.title for s in facts(*lines).sections] == ["重点任务", "修渠", "筑坝"]


@pytest.mark.parametrize(
    "preamble",
    [
        "现将2026年市政府重点工作任务分解下达给你们，请认真组织实施。",
        "为确保2026年《政府工作报告》确定的各项任务落实，经市政府同意，制定本方案。",
        "现就2026年《政府工作报告》确定的重点工作任务提出责任分工意见如下：",
    ],
)
def test_the_year_of_the_preamble_governs_what_it_shares_out(preamble: str) -> None:
    """The work that a document shares out is of the year that its preamble names."""
    found = figures(
        "云州市人民政府关于重点工作责任分工的意见", preamble, "一、主要目标", "1.新增就业3万人。（市人社局负责）"
    )
    assert found == {"新增就业": ("target", 2026)}


def test_another_year_of_the_preamble_does_not() -> None:
    """A year that the document looks back on or forward to is not that of its figures."""
    preamble = "为贯彻2021年省委工作会议精神，助力2030年实现碳达峰，现提出如下意见："
    found = figures("云州市人民政府关于促进就业的意见", preamble, "一、重点任务", "1.新增就业3万人。")
    assert found == {"新增就业": ("target", None)}


@pytest.mark.parametrize(
    ("part", "other"),
    [("加强基础设施建设", "改善人居环境"), ("培育市场主体", "优化营商环境"), ("推进水库建设", "修复河湖生态")],
)
def test_a_line_of_work_above_items_is_their_heading(part: str, other: str) -> None:
    """Between a numbered heading and its items, and between two items, whose numbers go on."""
    lines = [
        "云州市2026年工作方案",
        "一、重点工作",
        "（一）做强增长引擎",
        part,
        "1.新建道路，年内通车。",
        other,
        "2.绿化街道，年内完工。",
    ]
    found = facts(*lines, "（二）办好民生实事", "3.新建学校，年内开学。")
    under = [found.sections[task.section].title if task.section is not None else None for task in found.tasks]
    assert under == [part, other, "办好民生实事"]


@pytest.mark.parametrize("line", ["加强基础设施建设，改善民生。", "加强道路和", "石桥镇人民政府"])
def test_a_line_that_says_more_or_less_is_no_heading(line: str) -> None:
    """A sentence, half a line, a name."""
    lines = ["云州市2026年工作方案", "一、重点工作", "（一）做强增长引擎", line, "1.新建道路，年内通车。"]
    assert [s.title for s in facts(*lines).sections] == ["重点工作", "做强增长引擎"]


@pytest.mark.parametrize("head", ["2026年目标", "2026年工作任务", "2026年主要指标"])
def test_heads_of_a_table_pasted_as_lines_are_no_headings(head: str) -> None:
    """A cell stands under them, one word a line."""
    lines = [
        "云州市养老服务工作方案",
        "为做好养老服务，制定本方案。",
        "指标名称",
        head,
        "属性",
        "养老床位",
        "3000张",
        "预期性",
    ]
    assert not facts(*lines).sections
