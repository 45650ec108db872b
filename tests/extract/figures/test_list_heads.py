"""What the first of a list, or the clause before, says for the measures behind it: a voltage, a place, a name."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市基础设施建设方案", "tasks": ["建设"]}


def read(sentence: str) -> list[str]:
    """The indicator of each figure of a paragraph."""
    return [f.indicator for f in figures.find(draft(sentence, **WORK))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # of what voltage
        (
            "新建220千伏变电站3座、输电线路80公里，新增变电容量60万千伏安。",
            ["新建220千伏变电站", "新建220千伏输电线路", "220千伏新增变电容量"],
        ),
        (
            "改造35千伏、10千伏配电线路90公里、配变40台。",
            ["改造35千伏、10千伏配电线路", "改造35千伏、10千伏配变"],
        ),
        ("新建110千伏变电站2座、学校3所。", ["新建110千伏变电站", "学校"]),
        # where, and by what name
        ("改造城区供水管网30公里、排水管网20公里。", ["改造城区供水管网", "改造城区排水管网"]),
        ("新建农村文化礼堂6个、公路20公里。", ["新建农村文化礼堂", "公路"]),
        ("建成“银龄”助餐点40个、驿站8座。", ["“银龄”助餐点", "“银龄”驿站"]),
        # a rate that says not of what it is
        ("电子病历使用率达到90%、合格率达到98%。", ["电子病历使用率", "电子病历合格率"]),
        ("森林覆盖率达到50%、入园率达到95%。", ["森林覆盖率", "入园率"]),
    ],
)
def test_the_first_of_a_list_speaks_for_the_others(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "城镇地区供水能力显著提升，水质合格率达到99%，平均停水时间不超过3小时。",
            ["城镇地区水质合格率", "城镇地区平均停水时间"],
        ),
        ("老城片区交通组织明显改善，公交准点率达到85%。", ["老城片区公交准点率"]),
        ("建成2个智慧用能示范区，供热保障率不低于98%。", ["智慧用能示范区", "智慧用能示范区供热保障率"]),
        ("预警信息更加及时，公众覆盖率达到95%。", ["预警信息公众覆盖率"]),
        # of the whole place, or of a place of its own
        ("全市供水能力显著提升，水质合格率达到99%。", ["水质合格率"]),
        ("城镇地区供水能力显著提升，农村自来水普及率达到92%。", ["农村自来水普及率"]),
        # a part of the place that the measure before names
        (
            "全县县城建成区绿地率达到36%，建成区绿化覆盖率达到40%。",
            ["全县县城建成区绿地率", "全县县城建成区绿化覆盖率"],
        ),
    ],
)
def test_the_place_of_the_clause_before_is_that_of_the_measure(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2028年，林下产值达到20亿元。到2030年，达到30亿元以上。", ["林下产值", "林下产值"]),
        (
            "到2028年，秸秆还田面积比2024年增长9%。到2030年，比2028年增长6%。",
            ["秸秆还田面积比2024年增长", "秸秆还田面积比2028年增长"],
        ),
        # of which of two measures, nobody says
        ("到2028年，产值达到20亿元，从业人员达到3万人。到2030年，达到30亿元以上。", ["产值", "从业人员"]),
    ],
)
def test_a_sentence_that_only_says_when_goes_on_with_the_one_before(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全县养老机构达到30家，其中三星级机构8家。", ["全县养老机构", "全县养老三星级机构"]),
        ("在12个街道开展养老顾问试点。", ["开展养老顾问试点的街道"]),
        ("在3个乡镇率先推行移动诊疗服务。", ["率先推行移动诊疗服务的乡镇"]),
        ("计划在城区新建6个公厕。", ["城区公厕"]),
        ("在公共场所配备自动除颤器300台。", ["配备自动除颤器"]),
        ("投资800万元，改造乡村公路30公里。", ["改造乡村公路投资", "改造乡村公路"]),
        ("新建小区要确保停车位100%建设充电设施。", ["新建小区停车位建设充电设施"]),
    ],
)
def test_where_and_of_what(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected
