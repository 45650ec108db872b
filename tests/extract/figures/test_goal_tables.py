"""Tables of goals beside the units that answer for them, with rows that lack their merged cells."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str) -> Facts:
    (found,) = read(Source("plan.md", text.encode())).documents
    return found


def figures(found: Facts) -> list[tuple[str, str]]:
    return [(figure.indicator, f"{figure.value}{figure.unit}") for figure in found.figures]


GOALS = """# {title}

一、工作目标

| | | |
| --- | --- | --- |
| **领域** | **{head}** | **责任部门** |
| 供水 | {first} | 市水务局等各相关单位 |
| 管网 | {second} | 市住房城乡建设局、市财政局 |
| {third} |
| {fourth} | 市教育局 |

二、重点任务

（一）更换管网。更换老旧管网30公里。（责任部门：市水务局）
"""


@pytest.mark.parametrize(
    ("title", "head", "cells", "expected"),
    [
        (
            "云州市2026年节水工作安排",
            "年度节水目标",
            ("供水管网漏损率降低到9%", "再生水利用率达到30%", "节水型小区覆盖率达到25%", "节水型学校建成率达到60%以上"),
            [
                ("供水管网漏损率", "9%"),
                ("再生水利用率", "30%"),
                ("节水型小区覆盖率", "25%"),
                ("节水型学校建成率", "60%"),
            ],
        ),
        (
            "青岚县2026年教育工作安排",
            "工作目标",
            ("公办园在园幼儿占比达到55%", "新增学位800个", "改造食堂12所", "寄宿制学校配备率达到100%"),
            [("公办园在园幼儿占比", "55%"), ("新增学位", "800个"), ("改造食堂", "12所"), ("寄宿制学校配备率", "100%")],
        ),
        (
            "临江省2026年港口工作安排",
            "发展目标",
            ("港口吞吐量达到3亿吨", "集装箱达到90万标箱", "新建泊位8个", "岸电使用率达到80%"),
            [("港口吞吐量", "3亿吨"), ("集装箱", "90万标箱"), ("新建泊位", "8个"), ("岸电使用率", "80%")],
        ),
    ],
)
def test_goals_beside_units_are_targets_and_no_tasks(
    title: str, head: str, cells: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """
    A row with fewer cells has those of the row above where they were merged; no bar is left in a name.
    """
    first, second, third, fourth = cells
    found = facts(GOALS.format(title=title, head=head, first=first, second=second, third=third, fourth=fourth))

    assert [task.title for task in found.tasks] == ["更换管网"]
    assert figures(found)[:4] == expected
    assert {figure.task for figure in found.figures[:4]} == {None}


def test_tasks_beside_units_stay_tasks_with_the_owners_of_the_row_above() -> None:
    found = facts(
        "# 云州市2026年水务工作分工\n\n| 领域 | 重点任务 | 责任单位 |\n| --- | --- | --- |\n"
        "| 供水 | 改造管网30公里 | 市水务局 |\n| 新建泵站8座 |\n| 一、节水 |\n| 用水 | 创建节水单位12家 | |\n"
    )
    owners = [(found.tasks[one.task].title, one.agency.name) for one in found.responsibilities]

    assert [task.title for task in found.tasks] == ["改造管网30公里", "新建泵站8座", "创建节水单位12家"]
    assert owners == [("改造管网30公里", "云州市水务局"), ("新建泵站8座", "云州市水务局")]
