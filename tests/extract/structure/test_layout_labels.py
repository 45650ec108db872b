"""The parts of a layout: a label and the names behind it are one title; a box behind titled items lies in no item."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    text = "\n".join(("云州市茶产业发展规划（2026—2030年）", "第一章 产业布局", *lines))
    return read(Source("plan.txt", text.encode())).documents[0]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("一核：东桥茶叶加工核心区。以石桥镇为重点，推进加工园区建设。", "一核：东桥茶叶加工核心区"),
        (
            "“两轴”：沿江文旅发展轴和环山康养发展轴。沿江轴要完善码头，推进游线联通。",
            "“两轴”：沿江文旅发展轴和环山康养发展轴",
        ),
        (
            "三片：北部果蔬片、中部粮油片、南部水产片。推进各片建设冷链，完善道路。",
            "三片：北部果蔬片、中部粮油片、南部水产片",
        ),
        ("多点：青岚县重点发展红茶，白石县重点发展绿茶加工。", "多点"),
        ("两带：建设沿江茶叶带。推进茶园改造，完善灌溉设施。", "两带"),
    ],
)
def test_a_label_of_a_layout_and_its_names_are_one_title(line: str, title: str) -> None:
    found = facts(line, "品牌培育。打造区域品牌，推进品牌认证。")
    assert [task.title for task in found.tasks] == [title, "品牌培育"]


def test_a_box_behind_titled_items_is_of_their_chapter() -> None:
    found = facts(
        "（一）东桥片区。推进茶园改造，建设加工基地。",
        "（二）西浦片区。推进冷链建设，完善交易市场。",
        "专栏1 重点项目",
        "1.茶叶仓储中心。建设仓库，完善设备。",
        "2.茶叶交易市场。建设市场，完善服务。",
    )
    assert [(section.title, section.parent) for section in found.sections] == [("产业布局", None), ("重点项目", 0)]
    assert [task.title for task in found.tasks] == ["东桥片区", "西浦片区", "茶叶仓储中心", "茶叶交易市场"]
