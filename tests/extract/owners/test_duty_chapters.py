"""Chapters that divide the duties: a heading for each body, or a paragraph that opens with one."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str, title: str = "云州市绿道建设实施方案") -> Facts:
    text = "\n".join([title, "一、重点任务", "（一）建设绿道。完成绿道贯通。", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


def owned(found: Facts) -> list[tuple[str, str, str]]:
    return [
        (found.tasks[one.task].title, one.agency.name.removeprefix("云州市"), one.role)
        for one in found.responsibilities
    ]


def test_each_body_has_a_heading() -> None:
    """The heading names who does what stands under it, with a word of duty or with a verb of work alone."""
    found = facts(
        "二、职责分工",
        "（一）市园林绿化局",
        "牵头编制绿道年度建设计划。",
        "（二）市水利局",
        "指导滨水绿道落实防洪要求。",
        "（三）各建设单位",
        "做好设施养护工作。",
    )
    assert owned(found) == [
        ("市园林绿化局", "园林绿化局", "lead"),
        ("市水利局", "水利局", "responsible"),
        ("各建设单位", "各建设单位", "responsible"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("市城管局依法对占道堆放行为实施处罚，保持高压态势。", ("城市管理局", "responsible")),
        ("市教育局指导、督促学校做好冬季取暖工作。", ("教育局", "responsible")),
        ("各街道、镇作为本辖区内养犬管理的责任主体，做好日常巡查。", ("各街道、镇", "responsible")),
        ("市财政局配合做好经费保障工作。", ("财政局", "support")),
    ],
)
def test_a_paragraph_opens_with_its_body(line: str, expected: tuple[str, str]) -> None:
    """Under 职责分工 a body and what it does are enough; a word of duty keeps its own role."""
    found = facts("二、职责分工", "市公安局负责秩序维护工作。", line)
    assert [(name, role) for _, name, role in owned(found)][1:] == [expected]


@pytest.mark.parametrize(
    "lines",
    [
        ("二、保障措施", "（一）市水利局", "滨水绿道的防洪标准较高。"),
        ("二、保障措施", "（一）加强指导。市教育局指导学校做好取暖工作。"),
        ("二、职责分工", "绿道的养护资金列入年度预算。"),
        ("二、职责分工", "市水利局局长主持例会。"),
    ],
)
def test_elsewhere_a_body_and_a_verb_are_no_duty(lines: tuple[str, ...]) -> None:
    """Only a chapter that divides the duties says by its heading that who opens a paragraph has one."""
    assert not facts(*lines).responsibilities


def test_who_enters_a_contest_has_no_duty() -> None:
    """参与评选 is no part in the work; to prepare a contest is."""
    found = facts("二、保障措施", "（一）加强宣传。指导市水务集团积极参与全市技能大赛、示范工程评选。")
    assert not found.responsibilities
    held = facts("二、保障措施", "（一）加强宣传。市体育局牵头，市教育局参与马拉松比赛组织工作。")
    assert [(name, role) for _, name, role in owned(held)] == [("体育局", "lead"), ("教育局", "support")]


def test_a_body_of_its_level_is_set_up() -> None:
    """成立市级…专家组，负责…: a body of this document, under the name that it writes."""
    found = facts("二、保障措施", "（一）做好应急。成立市级溺水救治专家组（附件2），负责重症会诊工作。")
    assert owned(found) == [("做好应急", "市级溺水救治专家组", "responsible")]


def test_a_body_heads_its_items() -> None:
    """1.市水利局 over （1）…（2）…: each is its own, in the role that its first word tells."""
    found = facts(
        "二、部门职责",
        "1.市水利局",
        "（1）负责水系连通工程。",
        "（2）指导河道清淤。",
        "2.市园林绿化局",
        "（1）牵头绿化设计。",
        "（2）配合市水利局做好护岸。",
        "3.有关单位",
        "（1）做好日常巡查。",
    )
    assert owned(found) == [
        ("负责水系连通工程", "水利局", "responsible"),
        ("指导河道清淤", "水利局", "responsible"),
        ("牵头绿化设计", "园林绿化局", "lead"),
        ("配合市水利局做好护岸", "园林绿化局", "support"),
    ]


def test_headings_of_a_level_name_nobody() -> None:
    """（一）市级部门 parts the chapter; its paragraphs say who."""
    found = facts(
        "二、部门职责",
        "（一）市级部门",
        "市教育局指导校园绿道建设，纳入年度计划。",
        "（二）县级部门",
        "各县水利局落实日常维护，建立巡查台账。",
    )
    assert [name for _, name, _ in owned(found)] == ["教育局", "各县水利局"]


def test_sentences_of_such_a_chapter_are_no_titles() -> None:
    """Short paragraphs in a row stay paragraphs of the heading; the bare name of a bureau before a colon owns."""
    found = facts(
        "二、职责分工",
        "市公安局交警支队依法查处占道行为。",
        "建设单位应按图施工。",
        "财政部门落实建设资金，加强绩效管理。",
        "各有关部门要各司其职。",
    )
    assert [title for title, _, _ in owned(found)] == ["职责分工"] * 2
    assert [name for _, name, _ in owned(found)] == ["公安局交通警察支队", "财政部门"]
    named = facts("二、职责分工", "教育局：在中小学开展宣传。", "公安局：依法查处违规行为。")
    assert [(name, role) for _, name, role in owned(named)] == [("教育局", "responsible"), ("公安局", "responsible")]
