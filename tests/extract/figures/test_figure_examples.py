"""Names of some of those counted, sizes in brackets behind works, sites of a deed."""

from __future__ import annotations

import pytest

from guitu.extract import recognise
from guitu.extract.facts import Figure
from guitu.extract.figures import figures
from guitu.extract.figures.support import incentives
from guitu.extract.source import Source
from guitu.extract.structure.draft import Draft
from tests.extract.factories import draft


def made(text: str, chapter: str = "work", tasks: tuple[str, ...] = ("建设",)) -> Draft:
    return draft(text, chapter=chapter, period=None, title="云州市建设规划（2026—2030年）", tasks=list(tasks))  # type: ignore[arg-type]


def read(text: str, chapter: str = "work") -> list[Figure]:
    """The figures of a paragraph."""
    return list(figures.find(made(text, chapter))[0])


def told(text: str) -> list[tuple[str, str]]:
    """What the figures of a paragraph measure, with number and unit."""
    return [(one.indicator, f"{one.value}{one.unit}") for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("打通云溪路南延、青岚大道东段等断头路7条。", [("打通断头路", "7条")]),
        ("整治白石公路、临江大道等事故多发点段23处。", [("整治事故多发点段", "23处")]),
        (
            "在东桥、白石、临江等养殖大县建设粪污处理中心60处。",
            [("建设粪污处理中心", "60处")],
        ),
        # a count of some places is none of all
        ("在东桥、白石等县培育合作社20家。", [("培育合作社", "20家")]),
        # fields, of which a count tells nothing without them
        ("培育轴承、模具、电缆等骨干企业30家。", [("轴承、模具、电缆等骨干企业", "30家")]),
        ("开展陶瓷、印染等企业改造20家。", [("开展陶瓷、印染等企业改造", "20家")]),
        ("建设拟态交换设备20台。", [("拟态交换设备", "20台")]),
        # all of those counted, their field, or a class by its number
        ("建成临江、白石等水文监测站2座。", [("临江、白石等水文监测站", "2座")]),
        ("培育水产、蔬菜等特色基地5个。", [("水产、蔬菜等特色基地", "5个")]),
        ("建设一等、二等水文站12个。", [("一等、二等水文站", "12个")]),
        ("推动不动产登记、社保转移等事项异地办理58项。", [("不动产登记、社保转移等事项异地办理", "58项")]),
        # a measure is of all of them
        ("氮氧化物、粉尘等主要污染物排放量下降8%。", [("氮氧化物、粉尘等主要污染物排放量下降", "8%")]),
    ],
)
def test_those_named_are_some_of_those_counted(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进临江净水厂二期（5万吨/日）建设。", [("临江净水厂二期", "5万吨/日")]),
        (
            "新建青岚客运站（2万平方米），实施滨河路（3.2公里）改造。",
            [("新建青岚客运站", "2万平方米"), ("实施滨河路改造", "3.2公里")],
        ),
        ("建成东桥光伏电站（60兆瓦）。", [("东桥光伏电站", "60兆瓦")]),
    ],
)
def test_how_large_a_works_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现有泵站（3万吨/日）2座，新建学校（1万平方米）4所。", [("现有泵站", "2座"), ("新建学校", "4所")]),
        ("将临江水厂（3万吨/日）扩建至8万吨/日。", [("临江水厂扩建", "8万吨/日")]),
        ("云溪水库（900万立方米）灌溉面积4万亩。", [("云溪水库灌溉面积", "4万亩")]),
        ("严禁新建单套水泥线（3000吨/日）。", []),
        ("施工避让红线（30米）。", []),
        ("推进临江水厂一期（3万吨/日）、二期（6万吨/日）建设。", [("临江水厂一期", "3万吨/日")]),
    ],
)
def test_a_size_before_a_further_number_or_of_no_works(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_remark_of_another_kind_is_no_size() -> None:
    assert told("新建青岚水厂（一期），在园区（东桥片区）新建泵站3座。") == [("园区（东桥片区）泵站", "3座")]
    assert told("新建青岚水厂（总投资3亿元）。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("完成传统村落消防改造36个寨。", [("传统村落消防改造", "36个")]),
        ("实施供水管网改造12个小区、道路修复20公里。", [("供水管网改造", "12个"), ("道路修复", "20公里")]),
        ("完成环境整治30个村。", [("环境整治", "30个")]),
        ("建设县级示范基地12个、乡级30个。", [("县级示范基地", "12个"), ("乡级示范基地", "30个")]),
        ("设立6个传统戏剧和9个民间美术传习所。", [("传统戏剧传习所", "6个"), ("民间美术传习所", "9个")]),
        ("耕地质量平均达到3.4等以上。", [("耕地质量平均", "3.4等")]),
        ("发展食用菌2000万棒。", [("发展食用菌", "2000万棒")]),
        ("建设青岚冷链中心，冷库容量8000吨。", [("青岚冷链中心冷库容量", "8000吨")]),
        (
            "一、二级医院达标率、厂长和安全员考核合格率均达到95%。",
            [("一、二级医院达标率", "95%"), ("厂长和安全员考核合格率", "95%")],
        ),
        ("县城、设区市城区污水处理率分别达到85%、95%。", [("县城污水处理率", "85%"), ("设区市城区污水处理率", "95%")]),
        ("教师和保育员持证上岗率均达到100%。", [("教师持证上岗率", "100%"), ("保育员持证上岗率", "100%")]),
        (
            "一、二、三产业增加值分别达到5亿元、6亿元和7亿元。",
            [("一产业增加值", "5亿元"), ("二产业增加值", "6亿元"), ("三产业增加值", "7亿元")],
        ),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("三年定向培养全科医生150名。", "cumulative"),
        ("2026—2028年拟统筹资金40亿元以上。", "cumulative"),
        ("培育年出栏5000头以上企业3家。", None),
        ("建设饲料厂，年加工能力3万吨。", None),
        ("每年为60岁以上老人体检2万人次。", "annual"),
        ("年加工稻米3万吨。", "annual"),
    ],
)
def test_of_a_year_or_of_a_period(text: str, period: str | None) -> None:
    assert [one.periodicity for one in read(text)] == [period]


def test_what_a_modifier_says_of_the_present() -> None:
    (one,) = read("利用已收回的闲置厂房和现有村级服务中心，每年改建社区托育点4个以上。")
    assert (one.kind, int(one.value)) == ("target", 4)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("依托现有12个社区食堂和230个服务点开展送餐。", ["observation", "observation"]),
        ("依托现有3家县级医院、14个卫生院，新建床位60张。", ["observation", "observation", "target"]),
        ("依托现有5个园区新建孵化器3家。", ["observation", "target"]),
        ("改造现有20座泵站和30座水闸。", ["target", "target"]),
    ],
)
def test_what_is_listed_with_what_exists(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in read(text)] == kinds


def test_a_limit_of_guarantees_is_a_ceiling() -> None:
    text = "县担保公司为种植大户提供贷款担保，单户担保限额为200万元。"
    assert [(int(one.value), one.ceiling) for one in incentives.find(made(text))[0]] == [(200, True)]


DIVISION = """# 青岚区安全整治实施方案

## 一、重点任务分工

| 序号 | 重点任务 | 具体措施 | 牵头单位 | 完成时限 |
| --- | --- | --- | --- | --- |
| 1 | 管道整治 | {cell} | 区应急管理局 | 2027年6月 |
"""


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("整治占压隐患47处，完善巡查制度", "整治占压隐患"),
        ("消防通道标识率达到95%", "消防通道标识率"),
        ("新建救援站6座", "新建救援站"),
    ],
)
def test_a_figure_in_a_cell_is_of_a_table(cell: str, name: str) -> None:
    (facts,) = recognise.read(Source("plan.md", DIVISION.format(cell=cell).encode())).documents
    assert [(one.indicator, one.source) for one in facts.figures] == [(name, "table")]


def test_a_figure_of_a_paragraph_is_of_the_text() -> None:
    text = "# 青岚区安全整治实施方案\n\n## 一、重点任务\n\n（一）管道整治。整治占压隐患47处。\n"
    (facts,) = recognise.read(Source("plan.md", text.encode())).documents
    assert [one.source for one in facts.figures] == ["text"]
