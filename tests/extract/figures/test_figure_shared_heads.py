"""What several names share, whose a bare measure is by its paragraph, and kinds of places that are counted."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str, chapter: str = "work", task: str = "建设") -> list[Figure]:
    """The figures of a paragraph."""
    settings = {"chapter": chapter, "period": None, "title": "云州市政府工作报告", "tasks": [task]}
    return list(figures.find(draft(text, **settings))[0])  # type: ignore[arg-type]


def names(text: str, chapter: str = "work", task: str = "建设") -> list[str]:
    """What the figures of a paragraph measure."""
    return [one.indicator for one in read(text, chapter, task)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the level, the grade's noun and the first word of a pair hold for both
        ("县级公用经费和会议支出分别压减9%、12%。", ["县级公用经费压减", "县级会议支出压减"]),
        ("市级会议费用和培训经费分别压缩15%、8%。", ["市级会议费用压缩", "市级培训经费压缩"]),
        ("国家级、省级重点实验室分别达到3家、26家。", ["国家级重点实验室", "省级重点实验室"]),
        ("三级、二级医院分别达到4家、13家。", ["三级医院", "二级医院"]),
        ("甲级、乙级设计企业分别达到5家、8家。", ["甲级设计企业", "乙级设计企业"]),
        ("全县财政收入、支出分别突破30亿元和70亿元。", ["全县财政收入", "全县财政支出"]),
        ("全市存款、贷款余额分别达到300亿元和200亿元。", ["全市存款余额", "全市贷款余额"]),
        ("货物出口、进口分别达到60亿元和20亿元。", ["货物出口", "货物进口"]),
        # the last name is not cut in two
        ("花生、食用菌全产业链产值分别达到30亿元、20亿元。", ["花生全产业链产值", "食用菌全产业链产值"]),
        ("茶叶、中药材全产业链产值分别达到9亿元、8亿元。", ["茶叶全产业链产值", "中药材全产业链产值"]),
        # one share of one whole for each
        ("民办学校招生数、在校生数均达到全市总量的20%。", ["民办学校招生数占全市总量", "民办学校在校生数占全市总量"]),
        # each has a name of its own
        ("市级医院和社区卫生中心分别达到4家、9家。", ["市级医院", "社区卫生中心"]),
    ],
)
def test_what_two_names_share(text: str, expected: list[str]) -> None:
    """Each of two names is told whole where the other says what it lacks, and only there."""
    assert names(text, "review") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "城乡居民人均收入从2021年的4万元和2万元分别提高到5万元和3万元。",
            [
                ("城镇居民人均收入", "4", 2021), ("农村居民人均收入", "2", 2021),
                ("城镇居民人均收入", "5", None), ("农村居民人均收入", "3", None),
            ],
        ),
        (
            "粮食产量和肉类产量从2020年的40万吨和9万吨分别提高到50万吨和10万吨。",
            [("粮食产量", "40", 2020), ("肉类产量", "9", 2020), ("粮食产量", "50", None), ("肉类产量", "10", None)],
        ),
        (
            "公路里程、铁路里程由2019年的800公里、90公里分别增加到950公里、120公里。",
            [("公路里程", "800", 2019), ("铁路里程", "90", 2019), ("公路里程", "950", None), ("铁路里程", "120", None)],
        ),
        ("居民收入从2020年的4万元提高到5万元。", [("居民收入", "4", 2020), ("居民收入", "5", None)]),
    ],
)  # fmt: skip
def test_from_two_values_to_two(text: str, expected: list[tuple[str, str, int | None]]) -> None:
    """Where two measures rise together, the values of then are told as well as those of now."""
    assert [(f.indicator, str(f.value), f.year) for f in read(text, "review")] == expected


@pytest.mark.parametrize(
    ("text", "task", "expected"),
    [
        ("石化产业持续减油增化，建设一批新材料项目。产值突破80亿元。", "建设", ["石化产业产值"]),
        ("低空经济加快布局，拓展应用场景。产业规模突破10亿元。", "建设", ["低空经济产业规模"]),
        ("新医药产业：做强云州药谷，产值达到78亿元。", "建设", ["新医药产业产值"]),
        ("扩大碳纤维应用，力争产业投资超过60亿元。", "做大做强新材料产业", ["新材料产业投资"]),
        # many trades, or another that the clause before is about
        ("特色产业加快发展。产值达到30亿元。", "建设", ["产值"]),
        ("石化产业持续提质，青岚石化园加快建设，产值达到50亿元。", "建设", ["产值"]),
        ("新材料产业瞄准高端。青岚碳谷一期建成投用，产值达到20亿元。", "建设", ["青岚碳谷一期产值"]),
        ("推动产业升级，产值达到30亿元。", "发展石化、光电产业", ["产值"]),
        ("青岚乙烯项目投产，总产能达40万吨。", "建设", ["青岚乙烯项目总产能"]),
    ],
)
def test_whose_a_bare_measure_is(text: str, task: str, expected: list[str]) -> None:
    """A bare measure is of the one trade that paragraph or title speaks of, unless another subject stands between."""
    assert names(text, "work", task) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财政收入达到90亿元，3年增长28%。", ["财政收入", "财政收入3年增长"]),
        ("旅游收入跨上新台阶，五年累计增长60%。", ["旅游收入五年累计增长"]),
        ("用水效率稳步提升，近3年提高12%。", ["用水效率近3年提高"]),
        ("森林覆盖率达到46%，超过全省平均水平5个百分点。", ["森林覆盖率", "森林覆盖率超过全省平均水平"]),
    ],
)
def test_a_change_over_years_is_of_the_measure_before(text: str, expected: list[str]) -> None:
    """How much something has grown in some years is told of what the clause before measures."""
    assert names(text, "review") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新培育绿色工厂20个、绿色工业园区3个。", ["绿色工厂", "绿色工业园区"]),
        ("新建产业集群2个、农业产业强镇4个。", ["新建产业集群", "农业产业强镇"]),
        ("创建文明单位30个、旅游名镇2个。", ["文明单位", "旅游名镇"]),
        # parts of a place
        ("新建公厕60座、青岚镇20座、云溪县15座。", ["新建公厕", "青岚镇新建公厕", "云溪县新建公厕"]),
    ],
)
def test_a_kind_of_place_is_counted_itself(text: str, expected: list[str]) -> None:
    """A park or a town of some kind in a list is one more thing counted; a place by its name says where."""
    assert names(text) == expected


def test_the_yearly_output_of_two() -> None:
    """What is turned out in a year is told of each thing, whatever it is capable of."""
    found = read("形成年产30发探空火箭、200颗气象卫星的批量制造能力。")
    assert [(f.indicator, f.periodicity) for f in found] == [("年产探空火箭", "annual"), ("年产气象卫星", "annual")]
