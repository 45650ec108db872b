"""Names of figures: what stands before the number of those counted, what the clause before says, remarks inside."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(sentence: str) -> list[tuple[str, str, str]]:
    """Indicator, value and unit of each figure of a paragraph of goals."""
    return [(f.indicator, str(f.value), f.unit) for f in figures.find(draft(sentence))[0]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("改造提升青云路等18条城市道路。", [("青云路等城市道路", "18", "条")]),
        ("新改建G999国道等11条干线公路。", [("G999国道等干线公路", "11", "条")]),
        ("建设青岚、临湖、东桥等6座供水水厂。", [("供水水厂", "6", "座")]),
        (
            "完成省重点项目300个，年内完成投资200亿元。",
            [("省重点项目", "300", "个"), ("省重点项目年内完成投资", "200", "亿元")],
        ),
        ("市重点项目加快推进，完成投资90亿元。", [("市重点项目完成投资", "90", "亿元")]),
        ("完成旧村整治404个，惠及村民8.4万户。", [("旧村整治", "404", "个"), ("旧村整治惠及村民", "8.4", "万户")]),
        ("理论与实践培训时间各占一半。", [("理论培训时间占比", "50", "%"), ("实践培训时间占比", "50", "%")]),
        ("小麦、玉米等主要粮食作物产量分别达到3万吨和5万吨。", [("小麦产量", "3", "万吨"), ("玉米产量", "5", "万吨")]),
        ("细颗粒物（PM2.5）浓度达到28微克/立方米。", [("细颗粒物（PM2.5）浓度", "28", "微克/立方米")]),
        ("提高充电桩占比至75%。", [("充电桩占比", "75", "%")]),
        ("预算收入增长12%，其中市本级增长10%。", [("预算收入增长", "12", "%"), ("市本级预算收入增长", "10", "%")]),
        (
            "财政收入623亿元，同口径比上年增长12%。",
            [("财政收入", "623", "亿元"), ("财政收入同口径比上年增长", "12", "%")],
        ),
        ("城镇居民收入和农民收入增长8%。", [("城镇居民收入增长", "8", "%"), ("农民收入增长", "8", "%")]),
        ("将6个方面243项任务予以分解印发。", []),
        ("设施覆盖所有社区、90%以上乡镇和60%以上村。", [("设施覆盖乡镇", "90", "%"), ("设施覆盖村", "60", "%")]),
        ("对实际投资2亿元的项目开通绿色通道。", []),
        ("对外贸易额突破20亿元。", [("对外贸易额", "20", "亿元")]),
        ("市教育局新建幼儿园12所。", [("新建幼儿园", "12", "所")]),
        ("城乡居民收入每年增长6%。", [("城乡居民收入增长", "6", "%")]),
        (
            "全人群和重点人群知晓率每年提升1个百分点。",
            [("全人群知晓率提升", "1", "个百分点"), ("重点人群知晓率提升", "1", "个百分点")],
        ),
        ("入园率（约束性指标）达到28%。", [("入园率", "28", "%")]),
    ],
)
def test_names_take_what_belongs_to_them(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("利用3—5年时间，改造旧管网800公里。", ["cumulative"]),
        ("用三年左右时间，培育示范社300家。", ["cumulative"]),
        ("现有时间内，改造旧管网800公里。", [None]),
    ],
)
def test_years_that_something_takes(sentence: str, expected: list[str | None]) -> None:
    assert [f.periodicity for f in figures.find(draft(sentence))[0]] == expected
