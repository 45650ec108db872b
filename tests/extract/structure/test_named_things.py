"""Tables of named things with their owners and dates set tasks: 水体名称 | 责任单位 | 完成时限."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source

RIVERS = (
    "| 水体名称 | 起止点 | 责任单位 | 完成时限 |",
    "| --- | --- | --- | --- |",
    "| 青溪 | 北门—东湖 | 市水利局 | 2026年12月 |",
    "| 白水河 | 西门—青溪口 | 市生态环境局 | 2025年12月 |",
)


@pytest.mark.parametrize("thing", ["水体", "矿山", "路段"])
def test_named_things_with_owners_and_dates_are_tasks(thing: str) -> None:
    lines = ["# 云州市黑臭水体整治方案", "", "## 一、主要任务", "", RIVERS[0].replace("水体", thing), *RIVERS[1:]]
    (found,) = read(Source("a.md", "\n".join(lines).encode())).documents

    assert [found.tasks[one.task].title for one in found.responsibilities] == ["青溪", "白水河"]


@pytest.mark.parametrize(
    "header",
    [
        "| 单位名称 | 起止点 | 责任单位 | 完成时限 |",
        "| 企业名称 | 地址 | 责任单位 | 电话 |",
        "| 企业名称 | 行业 | 监管单位 | 整改时限 |",
    ],
)
def test_names_of_bodies_or_without_dates_are_none(header: str) -> None:
    lines = ["# 云州市黑臭水体整治方案", "", "## 一、主要任务", "", header, *RIVERS[1:]]
    (found,) = read(Source("a.md", "\n".join(lines).encode())).documents

    assert not any(task.title == "青溪" for task in found.tasks)


@pytest.mark.parametrize("title", ["重点项目", "健身设施工程"])
def test_projects_of_a_box_behind_dashes(title: str) -> None:
    lines = ["云州市体育规划", "一、主要任务", "（一）建设场馆", "完善场馆布局。", f"专栏1 {title}"]
    lines += [
        "——体育馆改建（东桥街道），总投资3亿元，2027年建成；",
        "——青岚健身步道，总投资2000万元；",
        "——北礁水上中心。",
    ]
    found = read(Source("a.txt", "\n".join(lines).encode())).documents[0]

    assert [one.title for one in found.tasks if one.form == "boxitem"] == [
        "体育馆改建（东桥街道）",
        "青岚健身步道",
        "北礁水上中心",
    ]


@pytest.mark.parametrize("above", ["专栏1 发展指标", "重点项目如下："])
def test_dashes_elsewhere_name_no_projects(above: str) -> None:
    lines = ["云州市体育规划", "一、主要任务", "（一）建设场馆", "完善场馆布局。", above]
    lines += ["——人均场地，达到3平方米；", "——参加锻炼人数，达到50%；", "——社会指导员，达到3人。"]
    found = read(Source("a.txt", "\n".join(lines).encode())).documents[0]

    assert not any("人均场地" in one.title for one in found.tasks)


@pytest.mark.parametrize(
    "lines",
    [
        ["——到2027年，建成水厂3座；", "——到2028年，建成泵站2座；", "——到2030年，建成水库1座。"],
        ["——参与人数达到30万人；", "——全市统筹推进，按期交付；", "——力争到2027年完成，投用。"],
        ["——各县（市、区）要加强监管；", "——各乡镇要抓好落实，按期完成；", "——各部门要密切配合。"],
    ],
)
def test_clauses_behind_dashes_are_no_projects(lines: list[str]) -> None:
    text = ["云州市体育规划", "一、主要任务", "（一）建设场馆", "完善场馆布局。", "专栏1 重点项目", *lines]
    found = read(Source("a.txt", "\n".join(text).encode())).documents[0]

    assert not [one.title for one in found.tasks if one.form == "boxitem" and one.title.strip("—") in "".join(lines)]
