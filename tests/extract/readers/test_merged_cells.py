"""Indicator tables of which a copy has left out merged and empty cells: number, attribute or value settle them."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

_Read = list[tuple[str, float, str, int | None, str]]


def facts(name: str, text: str) -> Facts:
    (found,) = read(Source(name, text.encode())).documents
    return found


def figures(found: Facts) -> _Read:
    return [(one.indicator, float(one.value), one.unit, one.year, one.kind) for one in found.figures]


HEAD = "云州市养老服务“十五五”规划（2026—2030年）\n\n一、发展目标\n\n主要指标表\n"
REST = "\n\n二、主要任务\n\n（一）改造养老院。分批改造。"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (
            "类别\n序号\n一级指标\n二级指标\n单位\n属性\n“十四五”\n完成值\n“十五五”\n目标值\n\n"
            "居家养老\n1\n改造住房\n适老化改造户数\n户\n预期性\n300\n500\n\n2\n设置床位\n家庭养老床位\n张\n约束性\n-\n≥80\n\n"
            "3\n护理床位\n张\n预期性\n\n60\n\n机构养老\n4\n新建机构\n养老院\n家\n预期性\n5\n8",
            [
                ("适老化改造户数", 300, "户", 2025, "observation"),
                ("适老化改造户数", 500, "户", 2030, "target"),
                ("家庭养老床位", 80, "张", 2030, "target"),
                ("护理床位", 60, "张", 2030, "target"),
                ("养老院", 5, "家", 2025, "observation"),
                ("养老院", 8, "家", 2030, "target"),
            ],
        ),
        (
            "序号\n类别\n指标\n单位\n属性\n2025年\n2030年\n1\n管网\n供水漏损率\n%\n约束性\n9\n8\n2\n改造管网\n公里\n预期性\n3\n3\n"
            "3\n节水\n再生水利用率\n%\n预期性\n20\n25",
            [
                ("供水漏损率", 9, "%", 2025, "observation"),
                ("供水漏损率", 8, "%", 2030, "target"),
                ("改造管网", 3, "公里", 2025, "observation"),
                ("改造管网", 3, "公里", 2030, "target"),
                ("再生水利用率", 20, "%", 2025, "observation"),
                ("再生水利用率", 25, "%", 2030, "target"),
            ],
        ),
        (
            "序号\n指标\n单位\n指标属性\n2030年\n目标值\n1\n经常参加\n体育锻炼人数比例\n%\n预期性\n45\n2\n健身步道\n公里\n预期性\n120\n"
            "3\n社会体育指导员\n名\n约束性\n900",
            [
                ("经常参加体育锻炼人数比例", 45, "%", 2030, "target"),
                ("健身步道", 120, "公里", 2030, "target"),
                ("社会体育指导员", 900, "名", 2030, "target"),
            ],
        ),
    ],
)
def test_a_cell_on_each_line(cells: str, expected: _Read) -> None:
    found = facts("规划.md", HEAD + cells + REST)
    assert figures(found) == expected
    assert [task.title for task in found.tasks] == ["改造养老院"]


def test_a_value_that_lacks_without_a_blank_line_is_told() -> None:
    found = facts(
        "规划.md",
        HEAD + "序号\n指标\n单位\n属性\n2025年\n2030年\n1\n床位\n张\n预期性\n3\n5\n2\n护理员\n名\n预期性\n60\n"
        "3\n助餐点\n个\n约束性\n7\n9" + REST,
    )
    assert [name for name, *_ in figures(found)] == ["床位", "床位", "助餐点", "助餐点"]
    assert any("分不清" in gap.reason for gap in found.gaps)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            "类别 | 指标 | 2025 | 2030 |\n供 水 | 水厂（座） | 2 | 3 |\n供水管网（公里） | 70 | 90 | |\n"
            "新建泵站（座） | 6 | ||\n"
            "节水 | 再生水利用率（%） | / | 25 |\n漏损率（%） | 9 | 8 |",
            [
                ("水厂", 2, "座", 2025, "observation"),
                ("水厂", 3, "座", 2030, "target"),
                ("供水管网", 70, "公里", 2025, "observation"),
                ("供水管网", 90, "公里", 2030, "target"),
                ("新建泵站", 6, "座", 2030, "target"),
                ("再生水利用率", 25, "%", 2030, "target"),
                ("漏损率", 9, "%", 2025, "observation"),
                ("漏损率", 8, "%", 2030, "target"),
            ],
        ),
        (
            "|   |   |   |   |   |   |\n| --- | --- | --- | --- | --- | --- |\n"
            "| 维度 | 序号 | 建议指标 | 单位 | 属性 | “十五五”目标值 |\n"
            "| 教育 | 1 | 新建<br>学校 | 所 | 预期性 | 12 |\n| 2 | 学位 | 个 | 约束性 | ≥5000 |\n"
            "| 医疗 | 3 | 床位 | 张 | 预期性 | 300左右 |\n"
            "| 4 | 医师 | 名 | 预期性 | 80 |",
            [
                ("新建学校", 12, "所", 2030, "target"),
                ("学位", 5000, "个", 2030, "target"),
                ("床位", 300, "张", 2030, "target"),
                ("医师", 80, "名", 2030, "target"),
            ],
        ),
        (
            "|领域|主要指标|单位|2025年|2030年|\n|---|---|---|---|---|\n|旅游|接待人次|万人次|300|500|\n|旅游收入|亿元|20|40|\n"
            "|文化|图书馆|个|5|8|",
            [
                ("接待人次", 300, "万人次", 2025, "observation"),
                ("接待人次", 500, "万人次", 2030, "target"),
                ("旅游收入", 20, "亿元", 2025, "observation"),
                ("旅游收入", 40, "亿元", 2030, "target"),
                ("图书馆", 5, "个", 2025, "observation"),
                ("图书馆", 8, "个", 2030, "target"),
            ],
        ),
    ],
)
def test_rows_in_bars_that_stand_too_far_to_the_left(rows: str, expected: _Read) -> None:
    assert figures(facts("规划.md", HEAD + "\n" + rows + REST)) == expected


def test_one_value_under_two_columns_is_told() -> None:
    rows = "类别 | 指标 | 2025 | 2030 |\n供水 | 水厂（座） | 2 | 3 |\n管网（公里） | 70 | 90 | |\n泵站（座） | 6 | ||\n"
    found = facts("规划.md", HEAD + "\n" + rows + REST)
    assert [name for name, *_ in figures(found)] == ["水厂", "水厂", "管网", "管网"]
    assert any("分不清" in gap.reason for gap in found.gaps)


def test_a_row_with_its_last_cell_empty_stays() -> None:
    rows = (
        "| 类别 | 指标 | 2025年 | 2030年 |\n|---|---|---|---|\n| 供水 | 水厂（座） | 2 | |\n"
        "| 节水 | 漏损率（%） | 9 | 8 |\n| 排水 | 泵站（座） | 3 | 4 |"
    )
    found = facts("规划.md", HEAD + "\n" + rows + REST)
    assert ("水厂", 2, "座", 2025, "observation") in figures(found)
    assert not found.gaps
