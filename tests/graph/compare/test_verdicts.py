"""Pairs of figures of many fields: which agree, which conflict, which do not compare, and by which reason."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from guitu.extract.figures.numbers.quantities import normalise
from guitu.graph.compare.statement import NATIONAL, Statement
from guitu.graph.compare.verdict import compare

AGREE, CONFLICT, APART = "agree", "conflict", "apart"
NATION = {"place": NATIONAL, "level": "national", "place_name": None}
COUNTY = {"place": "p:青岚县", "level": "county", "place_name": "青岚县"}


def said(title: str, name: str, amount: str, **told: Any) -> Statement:
    """A target of 云州市 for 2025 from a short form: >=15000 亿元, 2-3 个."""
    number, _, unit = amount.partition(" ")
    comparator = number.rstrip("0123456789.-") or "="
    low, _, high = number.removeprefix(comparator).partition("-")
    normal = normalise(Decimal(low), unit)
    fields: dict[str, Any] = {
        "iri": f"f:{title}{name}{amount}{sorted(told)}",
        "indicator": f"i:{told.pop('node', name)}",
        "name": name,
        "is_target": True,
        "value": Decimal(low),
        "unit": unit,
        "comparator": comparator,
        "maximum": Decimal(high) if high else None,
        "normal": normal[0] if normal else None,
        "measure": normal[1] if normal else None,
        "year": 2025,
        "place": "p:云州市",
        "level": "municipal",
        "place_name": "云州市",
        "document": f"d:{title}",
        "title": title,
    }
    return Statement(**{**fields, **told})


Case = tuple[str, tuple[Statement, Statement], str, str]
WATER, LAKE = "云州市供水规划（2021—2025年）", "云州市供水专项规划（2021—2025年）"
SAVING = "云州市节水规划（2021—2025年）"
SCHOOL, SCHOOL2 = "云州市教育事业发展“十四五”规划", "云州市教育改革发展三年行动计划"
HEALTH, CARE = "云州市卫生健康发展“十四五”规划", "云州市养老服务“十四五”规划"
AIR, AIR2 = "云州市大气污染防治“十四五”规划", "云州市大气污染防治行动方案"
HOUSING, HOUSING2 = "云州市住房发展“十四五”规划", "云州市住房发展规划"
TRAFFIC, TRAFFIC2 = "云州市综合交通“十四五”规划", "云州市综合交通发展规划"
CHIPS, SMART = "云州市电子信息产业发展“十四五”规划", "云州市智能制造“十四五”规划"
FARM, CROPS = "云州市现代农业发展“十四五”规划", "云州市种植业发展“十四五”规划"
WHOLE = "云州市国民经济和社会发展第十四个五年规划纲要"
SEEN: dict[str, Any] = {"is_target": False, "year": 2023}
ANNUAL, TOTAL = {"periodicity": "annual"}, {"periodicity": "cumulative"}


def pair(name: str, one: str, other: str, titles: tuple[str, str] = (WATER, LAKE), **told: Any) -> Any:
    return said(titles[0], name, one, **told), said(titles[1], name, other, **told)


WATERS, SCHOOLS, AIRS = (WATER, LAKE), (SCHOOL, SCHOOL2), (AIR, AIR2)
HOMES, ROADS = (HOUSING, HOUSING2), (TRAFFIC, TRAFFIC2)

NUMBERS: list[Case] = [
    # one value
    ("leakage, the same bound", pair("管网漏损率", "<=10 %", "<=10 %"), AGREE, "equal"),
    ("leakage, opposite bounds", pair("管网漏损率", "<=10 %", ">=10 %"), CONFLICT, "opposite"),
    ("above and below", pair("管网漏损率", "<10 %", ">10 %"), CONFLICT, "opposite"),
    ("at least and reach", pair("毛入园率", ">=95 %", "95 %", SCHOOLS), AGREE, "comparator"),
    ("more than and about", pair("轨道交通运营里程", ">300 公里", "~300 公里", ROADS), AGREE, "comparator"),
    ("two scales of a unit", pair("海洋产业增加值", "0.15 万亿元", "1500 亿元"), AGREE, "equal"),
    ("kilometres and metres", pair("轨道交通运营里程", "12 公里", "12000 米", ROADS), AGREE, "equal"),
    (
        "a unit that is not known, twice",
        pair("PM2.5平均浓度", "<=28 微克/立方米", "<=28 微克/立方米", AIRS),
        AGREE,
        "equal",
    ),
    # other values of targets
    ("leakage, two bounds", pair("管网漏损率", "<=10 %", "<=8 %"), CONFLICT, "both hold"),
    ("air, two bounds", pair("PM2.5平均浓度", "<=28 微克/立方米", "<=25 微克/立方米", AIRS), CONFLICT, "both hold"),
    ("a bound and a number in it", pair("养老机构护理型床位占比", ">=55 %", "60 %"), CONFLICT, "both hold"),
    ("two numbers", pair("高中阶段毛入学率", "97 %", "98 %", SCHOOLS), CONFLICT, "differ"),
    ("bounds that exclude each other", pair("管网漏损率", "<=8 %", ">=10 %"), CONFLICT, "exclude"),
    ("bounds that leave a corridor", pair("绿化覆盖率", ">=35 %", "<=45 %"), APART, "corridor"),
    # ranges
    ("one range", pair("保障性租赁住房", "2-3 万套", "2-3 万套", HOMES), AGREE, "equal"),
    ("a range and a value in it", pair("保障性租赁住房", "2-3 万套", "2.5 万套", HOMES), AGREE, "overlap"),
    ("ranges that overlap", pair("保障性租赁住房", "2-3 万套", "2.5-4 万套", HOMES), AGREE, "overlap"),
    ("ranges that do not", pair("保障性租赁住房", "2-3 万套", "4-5 万套", HOMES), CONFLICT, "exclude"),
    ("a range below a bound", pair("保障性租赁住房", "2-3 万套", ">=5 万套", HOMES), CONFLICT, "exclude"),
    # about
    ("about, within the tolerance", pair("森林覆盖率", "~40 %", "41 %"), AGREE, "about"),
    ("about, beyond it", pair("森林覆盖率", "~40 %", "45 %"), CONFLICT, "differ"),
    ("about against a bound", pair("森林覆盖率", "~40 %", ">=41 %"), AGREE, "about"),
    # observations are true or not
    ("rounded", pair("海洋产业总产值", "10912.97 亿元", "1.09 万亿元", **SEEN), AGREE, "rounded"),
    ("not rounded so", pair("海洋产业总产值", "10912.97 亿元", "1.08 万亿元", **SEEN), CONFLICT, "differ"),
    ("observed above a bound", pair("轨道交通运营里程", ">800 公里", "831 公里", ROADS, **SEEN), AGREE, "within"),
    ("observed twice", pair("轨道交通运营里程", "825 公里", "831 公里", ROADS, **SEEN), CONFLICT, "differ"),
]


def both(title: str, name: str, one: dict[str, Any], other: dict[str, Any]) -> tuple[Statement, Statement]:
    return tuple(  # type: ignore[return-value]
        said(told.pop("title", title), told.pop("name", name), told.pop("amount"), **{"node": name, **told})
        for told in (dict(one), dict(other))
    )


UNLIKE: list[Case] = [
    ("other years", both(WATER, "管网漏损率", {"amount": "<=10 %"}, {"amount": "<=8 %", "year": 2030}), APART, "year"),
    ("no year", both(WATER, "管网漏损率", {"amount": "10 %"}, {"amount": "8 %", "year": None}), APART, "no year"),
    (
        "aimed at and observed",
        both(WATER, "管网漏损率", {"amount": "8 %"}, {"amount": "10 %", "is_target": False}),
        APART,
        "kind",
    ),
    (
        "each year and in all",
        both(HOUSING, "新增租赁住房", {"amount": "1 万套", **ANNUAL}, {"amount": "5 万套", **TOTAL}),
        APART,
        "periodicity",
    ),
    (
        "each year and not told",
        both(HOUSING, "新增租赁住房", {"amount": "1 万套", **ANNUAL}, {"amount": "5 万套"}),
        APART,
        "periodicity",
    ),
    (
        "each year twice",
        both(HOUSING, "新增租赁住房", {"amount": "1 万套", **ANNUAL}, {"amount": "2 万套", **ANNUAL}),
        CONFLICT,
        "differ",
    ),
    (
        "per cent and points",
        both(HEALTH, "签约服务覆盖率", {"amount": "75 %"}, {"amount": "3 个百分点"}),
        APART,
        "unit",
    ),
    ("money of two states", both(WATER, "水产品出口额", {"amount": "5 亿元"}, {"amount": "5 亿美元"}), APART, "unit"),
    ("a number of what", both(WATER, "受益居民", {"amount": "7 万"}, {"amount": "8 万"}), APART, "no unit"),
    ("city and nation", both(CARE, "养老床位", {"amount": "5 万张"}, {"amount": "900 万张", **NATION}), APART, "place"),
    ("city and county", both(CARE, "养老床位", {"amount": "5 万张"}, {"amount": "3000 张", **COUNTY}), APART, "place"),
    (
        "another indicator",
        (said(AIR, "PM2.5平均浓度", "28 微克/立方米"), said(AIR, "PM10平均浓度", "50 微克/立方米")),
        APART,
        "indicator",
    ),
]

SCOPES: list[Case] = [
    # the part that the words name
    (
        "public kindergartens",
        both(SCHOOL, "幼儿园在园幼儿占比", {"amount": "55 %", "name": "公办幼儿园在园幼儿占比"}, {"amount": "85 %"}),
        APART,
        "part",
    ),
    (
        "inclusive ones",
        both(SCHOOL, "幼儿园覆盖率", {"amount": "90 %", "name": "普惠性幼儿园覆盖率"}, {"amount": "98 %"}),
        APART,
        "part",
    ),
    (
        "firms above a size",
        both(FARM, "农产品加工企业", {"amount": "300 家", "name": "规上农产品加工企业"}, {"amount": "1200 家"}),
        APART,
        "part",
    ),
    (
        "one part, two words",
        both(
            FARM,
            "农产品加工企业",
            {"amount": "300 家", "name": "规上农产品加工企业"},
            {"amount": "320 家", "name": "规模以上农产品加工企业"},
        ),
        CONFLICT,
        "differ",
    ),
    (
        "those over 65",
        both(HEALTH, "健康管理率", {"amount": "75 %", "name": "65岁以上老年人健康管理率"}, {"amount": "60 %"}),
        APART,
        "part",
    ),
    (
        "two ages",
        both(
            HEALTH, "近视率", {"amount": "38 %", "name": "6岁儿童近视率"}, {"amount": "60 %", "name": "12岁儿童近视率"}
        ),
        APART,
        "part",
    ),
    (
        "the inner city",
        both(
            TRAFFIC,
            "公共交通占机动化出行比例",
            {"amount": "60 %", "name": "中心城区公共交通占机动化出行比例"},
            {"amount": "45 %"},
        ),
        APART,
        "part",
    ),
    (
        "the new towns, said in the sentence",
        both(
            TRAFFIC,
            "公交站点覆盖率",
            {"amount": "80 %", "quote": "新城公交站点覆盖率达到80%"},
            {"amount": "95 %", "quote": "公交站点覆盖率达到95%"},
        ),
        APART,
        "part",
    ),
    (
        "the new towns, in another clause",
        both(
            TRAFFIC,
            "公交站点覆盖率",
            {"amount": "80 %", "quote": "建设新城，公交站点覆盖率达到80%"},
            {"amount": "95 %"},
        ),
        CONFLICT,
        "differ",
    ),
    (
        "town and country",
        both(
            WATER,
            "自来水普及率",
            {"amount": "99 %", "name": "城镇自来水普及率"},
            {"amount": "92 %", "name": "农村自来水普及率"},
        ),
        APART,
        "part",
    ),
    (
        "all the city in its own plan",
        both(WATER, "管网漏损率", {"amount": "10 %", "name": "全市管网漏损率"}, {"amount": "9 %"}),
        CONFLICT,
        "differ",
    ),
    (
        "all the city in a county's plan",
        both(WATER, "管网漏损率", {"amount": "10 %", "name": "全市管网漏损率", **COUNTY}, {"amount": "9 %", **COUNTY}),
        APART,
        "part",
    ),
    # the field that the document names
    (
        "firms over a threshold",
        both(AIR, "年营业收入超五亿元的重点企业", {"amount": "40 家"}, {"amount": "12 家", "title": HOUSING}),
        APART,
        "field",
    ),
    (
        "buildings over a threshold",
        both(CHIPS, "税收超亿元楼宇", {"amount": "8 座"}, {"amount": "20 座", "title": HOUSING}),
        APART,
        "field",
    ),
    (
        "leading firms of an industry and its part",
        both(FARM, "年收入超十亿元的龙头企业", {"amount": "30 家"}, {"amount": "18 家", "title": CROPS}),
        APART,
        "field",
    ),
    (
        "equal numbers of two fields",
        both(FARM, "龙头企业", {"amount": "30 家"}, {"amount": "30 家", "title": CROPS}),
        APART,
        "field",
    ),
    (
        "the branch itself in two plans",
        both(FARM, "种植业产值", {"amount": "600 亿元"}, {"amount": "650 亿元", "title": CROPS}),
        CONFLICT,
        "differ",
    ),
    (
        "turnover of a plan's own field",
        both(CHIPS, "营业收入", {"amount": "5000 亿元"}, {"amount": "900 亿元", "title": SMART}),
        APART,
        "field",
    ),
    (
        "factories inside another industry",
        both(CHIPS, "智能制造示范工厂", {"amount": "20 家"}, {"amount": "100 家", "title": SMART}),
        APART,
        "field",
    ),
    (
        "firms of the whole city and of a field",
        both(WHOLE, "高新技术企业", {"amount": "3000 家"}, {"amount": "400 家", "title": CHIPS}),
        APART,
        "field",
    ),
    (
        "a rate of its own subject in two plans",
        both(WATER, "管网漏损率", {"amount": "<=10 %"}, {"amount": ">=10 %", "title": SAVING}),
        CONFLICT,
        "opposite",
    ),
    (
        "the same rate in two plans",
        both(WATER, "管网漏损率", {"amount": "<=10 %"}, {"amount": "<=10 %", "title": SAVING}),
        AGREE,
        "equal",
    ),
    (
        "beds in two plans, one number",
        both(HEALTH, "护理型床位", {"amount": "2 万张"}, {"amount": "2 万张", "title": CARE}),
        AGREE,
        "equal",
    ),
    (
        "beds in two plans, two numbers",
        both(HEALTH, "护理型床位", {"amount": "2 万张"}, {"amount": "1.2 万张", "title": CARE}),
        APART,
        "field",
    ),
    # the task inside a document
    (
        "firms of two tasks",
        both(FARM, "龙头企业", {"amount": "30 家", "task": "发展渔业"}, {"amount": "12 家", "task": "壮大畜牧业"}),
        APART,
        "task",
    ),
    (
        "a goal and its task, one number",
        both(FARM, "龙头企业", {"amount": "30 家"}, {"amount": "30 家", "task": "壮大畜牧业"}),
        AGREE,
        "equal",
    ),
    (
        "a piece of them",
        both(FARM, "龙头企业", {"amount": "30 家"}, {"amount": "12 家", "quote": "其中，龙头企业12家"}),
        APART,
        "piece",
    ),
    (
        "text and table",
        both(FARM, "龙头企业", {"amount": "30 家"}, {"amount": "28 家", "source": "表格"}),
        CONFLICT,
        "differ",
    ),
]


@pytest.mark.parametrize(
    ("figures", "outcome", "reason"),
    [case[1:] for case in (*NUMBERS, *UNLIKE, *SCOPES)],
    ids=[case[0] for case in (*NUMBERS, *UNLIKE, *SCOPES)],
)
def test_verdict(figures: tuple[Statement, Statement], outcome: str, reason: str) -> None:
    """The verdict and its reason, whichever of the two comes first."""
    one, other = figures
    for found in (compare(one, other), compare(other, one)):
        assert (found.outcome, found.reason) == (outcome, reason)
