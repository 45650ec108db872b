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
