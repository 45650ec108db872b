"""Items that bear titled paragraphs as the chapters of a report do, titles in a row, and numbers in one paragraph."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str, title: str = "云州市政府工作报告") -> Facts:
    return read(Source("a.txt", "\n".join([title, *lines, ""]).encode())).documents[0]


def tasks(found: Facts) -> list[tuple[str, str | None]]:
    """Each task with the section around it."""
    return [(t.title, None if t.section is None else found.sections[t.section].title) for t in found.tasks]


@pytest.mark.parametrize(
    "heading",
    [
        "着力壮大特色产业，加快建设以绿色食品为主导的现代化产业体系",
        "突出水网建设提质增效，统筹供水安全和河湖保护",
        "发展智慧农业",
    ],
)
def test_an_item_heads_the_titled_paragraphs_under_it(heading: str) -> None:
    """Its first sentence is its title, however many clauses that has, and the paragraphs stand in its section."""
    found = facts(
        "二、2027年重点工作",
        f"（一）{heading}。坚持项目为王，抓好开工。",
        "改造传统产业。推进两条产线改造，提高效益。",
        "培育新兴产业。建设数字园区，引进龙头企业。",
        "（二）加强保障。完善机制，压实责任。",
    )
    assert tasks(found) == [
        (heading, "2027年重点工作"),
        ("改造传统产业", heading),
        ("培育新兴产业", heading),
        ("加强保障", "2027年重点工作"),
    ]


def test_an_item_with_plain_paragraphs_heads_nothing() -> None:
    """One titled paragraph, or sentences of prose, are part of the item; its title is its first clause as ever."""
    found = facts(
        "二、2027年重点工作",
        "（一）鼓励高校和科研院所开放实验室，面向社会各界提供检测服务。完善收费办法，公开目录。",
        "建设共享平台。推进仪器入网，提高使用率。",
        "到2027年，各高校的仪器全部入网，收费目录向社会公开。",
    )
    assert found.tasks[0].title == "鼓励高校和科研院所开放实验室"
    assert [section.title for section in found.sections] == ["2027年重点工作"]


def test_titles_on_lines_of_their_own_stand_in_a_row() -> None:
    """The text of one that could itself begin with a title is still its text."""
    found = facts(
        "二、2027年重点工作",
        "（一）聚焦扩大内需",
        "加力扩大有效投资。",
        "用好专项债券，加快三条公路建设，推进城市管网改造，完成年度投资任务。",
        "主动融入区域市场。",
        "清理市场准入壁垒和隐性门槛，规范各县招商引资优惠政策。深化营商环境改革，提高办事效率。",
    )
    assert [title for title, _ in tasks(found)][1:] == ["加力扩大有效投资", "主动融入区域市场"]


def test_a_lost_break_between_two_titled_items() -> None:
    """…监管。（三）加快供应。… after （二）…; what only refers to an item stays in its paragraph."""
    found = facts(
        "一、增加供应",
        "（一）稳定用地供应。保持供地规模，优先保障民生。",
        "（二）完善市场监管。清理闲置土地，跟踪开发进度。（三）加快住房供应。市住房局要提高审批效率，督促开工。",
        title="云州市住房工作方案",
    )
    assert [title for title, _ in tasks(found)] == ["稳定用地供应", "完善市场监管", "加快住房供应"]
    kept = facts(
        "一、增加供应",
        "（一）稳定用地供应。保持供地规模，依照前文办理。（二）中所称项目，是指保障性住房项目，按年度计划安排。",
        title="云州市住房工作方案",
    )
    assert [title for title, _ in tasks(kept)] == ["稳定用地供应"]


@pytest.mark.parametrize(
    ("title", "is_task"),
    [("认真落实控制目标", True), ("严格执行减排目标", True), ("主要控制目标", False)],
)
def test_to_carry_out_a_goal_is_work(title: str, is_task: bool) -> None:
    """A chapter of work has an item that 落实 a goal; a goal itself is none."""
    found = facts("一、压实责任", f"（一）{title}。各县要保持房价平稳，加强监测。", "（二）建立台账。逐月通报进度。")
    assert (title in [one for one, _ in tasks(found)]) is is_task


def test_who_appoints_somebody_has_a_task() -> None:
    """各校指定1名负责人 is a sentence of work and no label of a person."""
    found = facts("一、组织筛查", "1.各校指定1名负责人，于每年7月底前登录系统。", "2.组长：张三。")
    assert [title for title, _ in tasks(found)] == ["各校指定1名负责人"]
