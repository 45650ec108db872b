"""A paragraph that closes the items of a chapter and says who answers for all of them is of the chapter's heading."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

PLAN = """云州市低空产业促进办法
云州市人民政府
一、支持政策
（一）购机奖励。对新购无人机的企业，按购机款的10%给予奖励。
（二）航线补贴。对新开货运航线，每条每年补贴20万元。
（三）人才引进。对引进的飞手，每人奖励1万元。
{}
二、组织保障
（一）加强调度。市交通运输局每月调度。
"""


def read_with(closing: str) -> Facts:
    return read(Source("a.txt", PLAN.format(closing).encode())).documents[0]


def owners(found: Facts) -> set[tuple[str, str]]:
    return {(found.tasks[one.task].title, one.agency.name.removeprefix("云州市")) for one in found.responsibilities}


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("以上奖补政策具体由市财政局会同市交通运输局制定操作细则。", {"财政局", "交通运输局"}),
        ("上述各项补助就高不就重，责任单位为市财政局、各区人民政府。", {"财政局", "各区人民政府"}),
        ("本章各项措施与上级政策重复的不叠加，由市审计局负责监督。", {"审计局"}),
    ],
)
def test_it_is_of_the_heading(closing: str, expected: set[str]) -> None:
    assert owners(read_with(closing)) == {("支持政策", agency) for agency in expected}


def test_what_each_item_has_stays_with_the_items() -> None:
    found = owners(read_with("以上任务均由市财政局负责。"))
    assert found == {(task, "财政局") for task in ("购机奖励", "航线补贴", "人才引进")}


def test_a_paragraph_of_the_last_item_stays_with_it() -> None:
    found = read_with("由市人力资源社会保障局负责认定飞手。")
    assert owners(found) == {("人才引进", "人力资源和社会保障局")}
    assert "支持政策" not in {task.title for task in found.tasks}


HEADED = """凤鸣市冰雪运动工作方案
一、重点任务
（一）建设场馆
改造滑雪场，新建冰场。
（二）培育人才
每年培训教练员，建立人才库。
{}
二、保障
（一）加强调度
每月调度。
"""


def read_headed(closing: str) -> set[tuple[str, str]]:
    found = read(Source("a.txt", HEADED.format(closing).encode())).documents[0]
    return {(found.tasks[one.task].title, one.agency.name.removeprefix("凤鸣市")) for one in found.responsibilities}


@pytest.mark.parametrize(
    ("closing", "tasks"),
    [
        ("以上任务均由市体育局牵头。", ("建设场馆", "培育人才")),
        ("上述工作责任单位：市体育局。", ("重点任务",)),
        ("以上各项政策的责任单位为市体育局。", ("重点任务",)),
        ("以上工作责任单位还包括市体育局。", ("建设场馆", "培育人才")),
        ("由市体育局牵头。", ("培育人才",)),
        ("以上任务以外的，由市体育局牵头。", ("培育人才",)),
    ],
)
def test_it_closes_headings_as_well(closing: str, tasks: tuple[str, ...]) -> None:
    """What stands behind the last of several headings and speaks of all is not of that one alone."""
    assert read_headed(closing) == {(task, "体育局") for task in tasks}


def test_what_closes_the_points_of_one_heading_stays_with_it() -> None:
    closing = "聘请教练。\n组建队伍。\n以上工作由市体育局负责。"
    assert read_headed(closing) == {("培育人才", "体育局")}
