"""Whose a bare size or sum is: of the work that a part of a paragraph or its title names, never of the topic."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    return figures.find(draft(text, chapter="work", period=None, title="云州市石化产业发展方案", tasks=["建设"]))


def told(text: str) -> list[tuple[str, str]]:
    return [(one.indicator, f"{one.value}{one.unit}") for one in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "3.远帆药厂三期扩建项目，新增锅炉6台，总投资18亿元；启航水厂建设项目，新增水泵3台，总投资2亿元。",
            [
                ("新增锅炉", "6台"),
                ("远帆药厂三期扩建项目总投资", "18亿元"),
                ("新增水泵", "3台"),
                ("启航水厂建设项目总投资", "2亿元"),
            ],
        ),
        (
            "柳林文化产业园，占地68亩，总投资2亿元。",
            [("柳林文化产业园占地", "68亩"), ("柳林文化产业园总投资", "2亿元")],
        ),
        (
            "东湖中学北校区：用地面积约98亩，一期规划教室30间，总投资3亿元。",
            [
                ("东湖中学北校区用地面积", "98亩"),
                ("东湖中学北校区一期规划教室", "30间"),
                ("东湖中学北校区总投资", "3亿元"),
            ],
        ),
        (
            "1. 滨河路改造工程。更换路灯80盏，新建泵房2座，总投资4000万元。",
            [("更换路灯", "80盏"), ("新建泵房", "2座"), ("滨河路改造工程总投资", "4000万元")],
        ),
        (
            "柳林工业园区承接退城企业，到2025年建成窑炉26座，产值达到30亿元。",
            [("窑炉", "26座"), ("柳林工业园区产值", "30亿元")],
        ),
        ("海岛新材料重点发展防腐涂料，到2025年产值达到30亿元。", [("海岛新材料产值", "30亿元")]),
        # another thing behind the semicolon: nobody says whose
        ("远帆药厂项目，总投资18亿元；做好衔接，总投资2亿元。", [("远帆药厂项目总投资", "18亿元")]),
        ("加强统筹，总投资18亿元。", []),
    ],
)
def test_a_sum_is_of_the_work_that_opens_its_part(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("航线覆盖65个地级市以上。", [("航线覆盖地级市", ">=65")]),
        ("培育20家龙头企业以上。", [("龙头企业", ">=20")]),
        ("建设8个示范园区以上，新增绿地9处。", [("示范园区", ">=8"), ("新增绿地", "=9")]),
        # 以上 of a grade
        ("引进5名本科以上。", [("本科以上", "=5")]),
    ],
)
def test_a_bound_may_stand_behind_what_is_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.indicator, f"{one.comparator}{one.value}") for one in read(text)[0]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成20个街道和35个乡镇养老服务中心。", [("街道养老服务中心", "20个"), ("乡镇养老服务中心", "35个")]),
        ("建成8个社区、12个行政村综合活动室。", [("社区综合活动室", "8个"), ("行政村综合活动室", "12个")]),
        ("年推广良种20万株、菌种3万瓶。", [("年推广良种", "20万株"), ("年推广菌种", "3万瓶")]),
        ("年推广良种20万株、收入3亿元。", [("年推广良种", "20万株"), ("石化产业收入", "3亿元")]),
        ("覆盖20个街道和35个乡镇。", [("覆盖街道", "20个"), ("乡镇", "35个")]),
    ],
)
def test_a_list_says_its_noun_or_its_verb_once(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "服务企业达到500家、连接设备达1万台的奖励30万元。",
        "年度用工超过200人的给予补助10万元。",
        "对存栏500头以上的，一次性补助20万元。",
    ],
)
def test_from_how_many_on_something_is_given_is_no_target(text: str) -> None:
    assert not told(text)


def test_what_is_made_with_support_is_a_target() -> None:
    assert ("服务站", "12个") in told("建设12个服务站，每个补助2万元。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "高粱种植15万亩、产量4万吨，其中东桥县3万亩、西川县2万亩。",
            [("高粱种植", "15万亩"), ("高粱产量", "4万吨"), ("东桥县高粱种植", "3万亩"), ("西川县高粱种植", "2万亩")],
        ),
        (
            "肉牛养殖8万头、产量2万吨，其中北坪县3万头。",
            [("肉牛养殖", "8万头"), ("肉牛产量", "2万吨"), ("北坪县肉牛养殖", "3万头")],
        ),
        ("油茶栽培面积9万亩，其中东桥县4万亩。", [("油茶栽培面积", "9万亩"), ("东桥县油茶栽培面积", "4万亩")]),
        # a place alone is no measure
        ("东桥县达到20万亩。", []),
        ("清扫机械化率达到95%以上，县城达到80%以上。", [("清扫机械化率", "95%")]),
    ],
)
def test_a_part_of_a_place_has_the_measure_told_in_its_unit(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对35处裸露地块9月底前全部覆盖。", ["裸露地块全部覆盖"]),
        ("债券资金6月底前支出进度达到60%。", ["债券资金支出进度"]),
        ("锅炉于10月15日前改造20台。", ["锅炉改造"]),
        ("重点发展万头以上规模牧场，三分之二以上业主同意的方可实施。", []),
        ("建设千亩以上产业基地3个。", ["千亩以上产业基地"]),
        ("加大对65个传统村落的保护力度，重点是20个帮扶县。", []),
        ("每人每年可享受不超过3次。", []),
    ],
)
def test_when_which_and_from_what_on_are_not_what_is_counted(text: str, expected: list[str]) -> None:
    assert [name for name, _ in told(text)] == expected
