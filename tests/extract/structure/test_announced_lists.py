"""Lists that a line announces with their number, and lines that look like headings and are none."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


def titles(*lines: str) -> list[str]:
    return [task.title for task in facts(*lines).tasks]


ANNOUNCED = [
    (
        "2026年，市委、市政府为民兴办三件实事：",
        ["一是实施校舍改造项目，改造校舍20所。", "二是建设公园，新建公园5处。", "三是更新路灯500盏。"],
        ["实施校舍改造项目", "建设公园", "更新路灯500盏"],
    ),
    (
        "全县重点抓好4项工作：",
        ["一是改造管网，更新30公里。", "二是清淤河道，治理8公里。", "三是新建泵站2座。", "四是培训职工，培训300人次。"],
        ["改造管网", "清淤河道", "新建泵站2座", "培训职工"],
    ),
    (
        "今年推进以下3个项目：",
        ["一是扩建县医院，新增床位200张。", "二是改造敬老院，改造3所。", "三是加装电梯，加装40部。"],
        ["扩建县医院", "改造敬老院", "加装电梯"],
    ),
]


@pytest.mark.parametrize(("lead", "lines", "expected"), ANNOUNCED)
def test_each_matter_is_a_task(lead: str, lines: list[str], expected: list[str]) -> None:
    found = facts("云州市2026年民生实事", lead, *lines)
    assert [(task.title, task.form) for task in found.tasks] == [(title, "runin") for title in expected]
    assert {one.kind for one in found.figures if one.unit in ("所", "处", "公里", "张", "部")} == {"target"}


def test_points_that_nobody_announced_with_their_number_are_none() -> None:
    """A count that is not right, or no line before them."""
    lines = ["一是改造管网，更新30公里。", "二是清淤河道，治理8公里。"]
    assert titles("云州市水务简报", "全市抓好三件实事：", *lines) == []
    assert titles("云州市水务简报", "会议强调：", *lines, "三是新建泵站。") == []


def test_a_heading_of_two_even_parts_stays_whole_above_its_text() -> None:
    """An item that is a sentence by itself has its first clause for a title."""
    text = "市级各部门要按照职责整合各方力量，完善协调机制，定期研究解决整治工作中的突出问题，确保各项工作按时完成。"
    assert titles("云州市整治方案", "一、工作措施", "（一）加强组织领导，固化工作机制。", text) == [
        "加强组织领导，固化工作机制"
    ]
    items = ["（一）治理污水，新建管网。", "（二）清理河道，修建护岸。"]
    assert titles("云州市整治方案", "一、重点任务", *items) == ["治理污水", "清理河道"]


def test_short_sentences_of_work_in_a_row_are_no_title() -> None:
    """None of them opens the others."""
    lines = ["一、目标任务", "（一）其他任务", "发展节水农业。开展增殖放流。开展废弃物整治。"]
    assert "发展节水农业" not in titles("青岚县农业环境保护方案", *lines)


def test_a_day_of_a_page_is_no_heading() -> None:
    found = facts("青岚县冷链物流发展方案", "12.08.2016  19:13", "一、重点任务", "（一）建设园区。新建园区一个。")
    assert [section.title for section in found.sections] == ["重点任务"]


def test_a_heading_that_names_the_lead_is_no_work_of_its_own() -> None:
    found = facts("云州市任务清单", "一、市水务局牵头工作（2项）", "1.新建水厂一座。", "2.更新管网，改造老旧管网。")
    assert [task.title for task in found.tasks] == ["新建水厂一座", "更新管网"]


TITLED = [
    (
        "二、“十六五”时期主要目标和重大举措",
        [
            "全力拓展水源，推动供水保障能力得到提升",
            "全力治理河道，推动水体质量得到改善",
            "全力节约用水，推动用水效率得到提高",
        ],
    ),
    ("三、战略举措", ["着力建好学校，扩大优质资源", "着力建好医院，提升服务能力", "着力建好公园，改善人居环境"]),
    ("（三）重点任务", ["突出产业强县，壮大主导产业", "突出生态立县，守护青山绿水", "突出文化兴县，传承古村文脉"]),
]
_TEXT = (
    "坚持统筹规划、分步实施，健全部门协同机制，强化要素保障和过程监管，完善考核评价办法，定期开展评估，及时总结推广各地的"
    "成熟经验，确保各项工作落到实处、见到成效，让群众得到更多实惠。"
)


@pytest.mark.parametrize(("heading", "titles"), TITLED)
def test_matters_with_titles_close_a_chapter_of_work(heading: str, titles: list[str]) -> None:
    """Behind several paragraphs of introduction; the first sentence of each is its title."""
    introduction = ["过去一个时期，各项事业稳步发展，为今后打下了坚实基础。"] * 3
    matters = [f"{sign}是{title}。{_TEXT}" for sign, title in zip("一二三", titles, strict=True)]
    found = facts("临江省2026年政府工作报告", heading, *introduction, *matters)
    assert [task.title for task in found.tasks] == titles


def test_matters_under_a_heading_of_review_are_no_tasks() -> None:
    matters = [f"{sign}是水源得到拓展，供水能力稳步提升。{_TEXT}" for sign in "一二三"]
    found = facts("临江省2026年政府工作报告", "一、2025年工作回顾", "过去一年，成效明显。", *matters)
    assert found.tasks == ()


def test_a_chapter_of_goals_and_measures_told_in_prose_is_no_task() -> None:
    found = facts("临江省2026年政府工作报告", "二、“十六五”时期主要目标和重大举措", "今后五年，要站在全局谋划发展。")
    assert found.tasks == ()
