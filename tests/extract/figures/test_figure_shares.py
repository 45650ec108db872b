"""Shares told by ratios, names without what is no part of them, times of ways, and numbers that set nothing."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

_Read = list[tuple[str, str, str]]


def facts(text: str) -> Facts:
    (found,) = read(
        Source(
            "方案.md", f"云州市产业发展“十五五”规划（2026—2030年）\n\n二、主要任务\n\n（一）推进工作。{text}".encode()
        )
    ).documents
    return found


def figures(text: str) -> _Read:
    return sorted((one.indicator, str(one.value), one.unit) for one in facts(text).figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "到2030年，公路、铁路、水路货运量比重由2025年的80:12:8优化为70:18:12。",
            [
                ("公路货运量比重", 80, 2025),
                ("铁路货运量比重", 12, 2025),
                ("水路货运量比重", 8, 2025),
                ("公路货运量比重", 70, 2030),
                ("铁路货运量比重", 18, 2030),
                ("水路货运量比重", 12, 2030),
            ],
        ),
        (
            "到2030年，三次产业结构调整为8∶42.5∶49.5。",
            [
                ("三次产业结构中第一产业比重", 8, 2030),
                ("三次产业结构中第二产业比重", 42.5, 2030),
                ("三次产业结构中第三产业比重", 49.5, 2030),
            ],
        ),
        (
            "到2030年，本地菜、外地菜占市场供应量的比重达到65：35。",
            [("本地菜占市场供应量的比重", 65, 2030), ("外地菜占市场供应量的比重", 35, 2030)],
        ),
    ],
)
def test_a_ratio_is_a_share_of_each_of_its_parts(text: str, expected: list[tuple[str, float, int]]) -> None:
    found = facts(text)
    assert [(one.indicator, float(one.value), one.year) for one in found.figures] == expected
    assert not found.gaps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2030年，车桩比不高于2:1。", [("车桩比", "2", ":1", "<=")]),
        ("到2030年，城乡居民收入比缩小到1.8:1。", [("城乡居民收入比", "1.8", ":1", "=")]),
        ("到2030年，生师比达到15:1左右，近视率下降5%。", [("生师比", "15", ":1", "~"), ("近视率下降", "5", "%", "=")]),
        ("市财政给予最高1:1的配套。", []),
    ],
)
def test_how_many_for_one(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [(one.indicator, str(one.value), one.unit, one.comparator) for one in facts(text).figures] == expected


def test_a_ratio_of_no_whole_is_told() -> None:
    found = facts("到2030年，初中、高中师生比达到1:12。")
    assert not found.figures
    assert [gap.reason for gap in found.gaps] == ["两个数的比例没有读出"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2030年，港口岸电用量较2025年提高30%。", [("港口岸电用量较2025年提高", "30", "%")]),
        ("到2030年，与2025年相比，粮食损耗率下降2个百分点。", [("粮食损耗率下降", "2", "个百分点")]),
        ("到2030年，万元产值用水量比“十四五”末降低8%。", [("万元产值用水量比“十四五”末降低", "8", "%")]),
        ("到2030年，投诉量比上年减少6%。", [("投诉量比上年减少", "6", "%")]),
        ("鼓励采购单位将绿色产品采购比例提高至采购总额的45%以上。", [("绿色产品采购比例", "45", "%")]),
        ("严格按规定将小微企业预留份额提高到35%以上。", [("小微企业预留份额", "35", "%")]),
        ("到2030年，智慧园区比例力争达到全部园区的60%以上。", [("智慧园区比例", "60", "%")]),
        ("将湖滨路改造为步行街，新建泊位300个。", [("新建泊位", "300", "个")]),
    ],
)
def test_what_is_no_part_of_a_name(text: str, expected: _Read) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "实现云州至省城2小时通达、海港3小时直达。",
            [("云州至海港直达", "3", "小时"), ("云州至省城通达", "2", "小时")],
        ),
        (
            "形成村到镇0.5小时、镇到县城1小时交通圈。",
            [("村到镇交通圈", "0.5", "小时"), ("镇到县城交通圈", "1", "小时")],
        ),
        ("到2030年，县城到机场半小时可达。", [("县城到机场可达", "0.5", "小时")]),
        ("加快打造1小时通勤圈，建设换乘站4个。", [("换乘站", "4", "个")]),
        (
            "排水许可、道路占用审批时限分别控制在12个、6个工作日内。",
            [("排水许可审批时限", "12", "个工作日"), ("道路占用审批时限", "6", "个工作日")],
        ),
        ("新建驿站3个、5个工作站。", [("工作站", "5", "个"), ("新建驿站", "3", "个")]),
    ],
)
def test_times_of_ways_and_of_acts(text: str, expected: _Read) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "推进35万千瓦背压供热机组建设。",
        "推动600总吨以上货船使用岸电。",
        "梳理一批总投资3000万元以上、市场前景不低于同行的优质项目。",
        "持续开展百村千户提升行动。",
        "落实资源综合利用增值税70%即征即退政策。",
    ],
)
def test_a_class_a_motto_or_a_rule_of_tax_sets_nothing(text: str) -> None:
    assert figures(text) == []


def test_power_that_is_added_is_read() -> None:
    assert figures("新增光伏装机容量50万千瓦。") == [("新增光伏装机容量", "50", "万千瓦")]


def test_parts_of_a_sum_are_counted_over_its_years() -> None:
    found = facts("“十五五”期间累计完成投资约90亿元，其中公路50亿元、铁路30亿元。到2030年，港口产值达到8亿元。")
    assert [one.periodicity for one in found.figures] == ["cumulative", "cumulative", "cumulative", None]


def test_what_can_be_made_in_a_year_is_of_no_period() -> None:
    found = facts("到2030年，液氢产能达到3万吨/年。到2030年，园区产值达到90亿元/年。")
    assert [(one.indicator, one.periodicity) for one in found.figures] == [("液氢产能", None), ("园区产值", "annual")]


def test_the_trend_of_a_measure_lends_it_to_its_share() -> None:
    assert figures("到2030年，技改投入逐年递增，占总产值的比重达到4%。") == [("技改投入占总产值的比重", "4", "%")]


def test_what_exists_and_is_worked_on_reports_nothing() -> None:
    found = facts("加快现有机房节能改造，大型、超大型机房能效降至1.25以下。")
    assert [(one.kind, str(one.value)) for one in found.figures] == [("target", "1.25")]


def test_a_frame_of_one_column_is_a_box() -> None:
    (found,) = read(
        Source(
            "规划.md",
            "云州市产业发展规划\n\n一、重点产业\n\n（一）做强主业。做强装备。\n\n|   |\n| --- |\n| 专栏1：重点园区 |\n"
            "| 湖滨园区：发展医药。<br>青岚园区：到2030年，产值达到90亿元。 |\n".encode(),
        )
    ).documents
    assert [(one.indicator, str(one.value)) for one in found.figures] == [("青岚园区产值", "90")]
    assert not any("|" in task.title for task in found.tasks)
