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


def test_a_numbered_label_and_its_name_are_one_title() -> None:
    found = facts(
        "1.一核：东桥茶旅综合服务核心。以石桥镇为重点，建设游客中心。",
        "2.两轴：沿江文旅发展轴和环山康养发展轴。推进码头建设，完善游线。",
        "3.打造品牌。推进品牌认证。",
    )
    titles = ["一核：东桥茶旅综合服务核心", "两轴：沿江文旅发展轴和环山康养发展轴", "打造品牌"]
    assert [task.title for task in found.tasks] == titles


def test_an_annex_named_right_over_its_table() -> None:
    """附件：1.… over a table heads it; over more of a list it only tells what is attached."""
    table = (
        "| 序号 | 项目名称 | 完成时限 | 牵头单位 |",
        "|---|---|---|---|",
        "| 1 | 东桥茶叶交易市场 | 2027年 | 市商务局 |",
    )
    lines = (
        "# 云州市茶产业方案",
        "## 一、重点任务",
        "（一）打造品牌。推进品牌认证。",
        "附件：1. 云州市茶产业项目表",
        "",
    )
    (headed,) = read(Source("a.md", "\n".join((*lines, *table, "")).encode())).documents
    assert [section.title for section in headed.sections] == ["重点任务", "云州市茶产业项目表"]
    assert [(task.title, task.section) for task in headed.tasks][-1] == ("东桥茶叶交易市场", 1)
    listed = (
        "# 云州市茶产业方案",
        "## 一、重点任务",
        "（一）打造品牌。推进品牌认证。",
        "附件：1. 项目表",
        "2. 名词解释",
        "",
    )
    (told,) = read(Source("a.md", "\n".join(listed).encode())).documents
    assert [section.title for section in told.sections] == ["重点任务"]
