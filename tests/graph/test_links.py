"""Names of one thing are one node, each merge by a rule; what only resembles stays apart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from guitu.extract.facts import Agency, Document, Facts, Figure, PlaceMention, PlaceType, Reading, Responsibility, Task
from guitu.extract.text import Text
from guitu.graph.copies.works import Copy, Work
from guitu.graph.links.by_hand import Ruling
from guitu.graph.links.clusters import clusters
from guitu.graph.links.decision import Decision
from guitu.graph.links.lines import lines
from guitu.graph.links.record import records
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

NAMES = Names()


def work(
    key: str,
    *,
    home: str | None = "云州市",
    year: int | None = None,
    agencies: Iterable[Agency] = (),
    figures: Iterable[tuple[str, str]] = (),
    places: Iterable[tuple[str, PlaceType]] = (),
    topics: tuple[str, ...] = (),
) -> Work:
    """A document that names some things."""
    document = Document(key, jurisdiction=home, issued=date(year, 5, 1) if year else None)
    facts = Facts(
        document,
        tasks=(Task("任务", "measure", 0, topics=topics),),
        responsibilities=tuple(Responsibility(0, agency, "lead", i) for i, agency in enumerate(agencies)),
        figures=tuple(Figure("target", name, Decimal(1), unit) for name, unit in figures),
        places=tuple(PlaceMention(name, name, kind) for name, kind in places),
    )
    return Work(key, Copy.of(key, key, Reading(Text(key, ()), (facts,)), 0))


def agency(name: str, home: str | None = "云州市", *, known: bool = True) -> Agency:
    return Agency(name, name, known, jurisdiction=home)


def told(*works: Work, rulings: tuple[Ruling, ...] = ()) -> tuple[set[tuple[str, str]], set[str]]:
    """Which name is represented by which, and the judgements there are."""
    quads = list(lines(records(works), {}, NAMES, rulings)[0])
    nodes = {
        (one.split("> <")[0].rsplit("/", 1)[1], one.split("> <")[2].split(">")[0].rsplit("/", 1)[1])
        for one in quads
        if f"<{gt.representedBy}>" in one
    }
    judgements = {one.split("judgement-")[1].split(">")[0] for one in quads if f"<{gt.judgement}>" in one}
    return nodes, judgements


INDICATORS: list[tuple[str, str, str, str, str]] = [
    # one, its unit, other, its unit, the judgement
    ("水产加工业营业收入", "亿元", "水产加工业收入", "万亿元", "same"),
    ("全市旅游业经营收入", "亿元", "旅游业营收", "亿元", "same"),
    ("规上企业数量", "家", "规模以上企业", "万家", "same"),
    ("绿色能源增加值占全市生产总值的比重", "%", "绿色能源增加值占地区生产总值比重", "%", "same"),
    ("云州粮食产量年均增速", "%", "粮食产量年均增长率", "%", "same"),
    ("农业科技与装备投入", "亿元", "农业科技和装备投入", "亿元", "same"),
    ("水产加工业收入", "亿元", "水产加工业利润", "亿元", ""),
    ("水产加工业收入", "亿元", "水产加工业收入", "%", ""),
    ("水产加工业收入增长", "%", "水产加工业收入占比", "%", ""),
    ("水产加工业收入增速", "%", "水产加工业收入年均增速", "%", ""),
    ("海洋经济核心产业增加值", "亿元", "海洋经济产业增加值", "亿元", ""),
    ("人均养老床位", "张", "养老床位", "张", ""),
    ("产值超百亿元企业", "家", "产值超千亿元企业", "家", ""),
    ("软件业务收入", "亿元", "软件收入", "亿元", ""),
    ("绿色能源增加值占全国生产总值比重", "%", "绿色能源增加值占全市生产总值比重", "%", ""),
    ("粮食产量", "万吨", "粮食产量", "亿元", ""),
    ("养老服务机构护理型床位", "张", "养老服务机构的护理型床位", "张", "unsure"),
]


@pytest.mark.parametrize(("one", "unit", "other", "unit2", "judgement"), INDICATORS)
def test_indicators(one: str, unit: str, other: str, unit2: str, judgement: str) -> None:
    """Words that measure nothing and the scale of the unit do not part indicators; what is measured does."""
    nodes, judgements = told(work("甲", figures=[(one, unit)]), work("乙", figures=[(other, unit2)]))

    assert judgements == ({judgement} if judgement else set())
    assert bool(nodes) == (judgement == "same")


AGENCIES: list[tuple[list[Agency], int | None, tuple[str, str] | None]] = [
    ([agency("云州市环境保护局")], 2012, ("云州市环境保护局", "云州市生态环境局")),
    ([agency("云州市卫生和计划生育委员会")], 2016, ("云州市卫生和计划生育委员会", "云州市卫生健康委员会")),
    ([agency("云州市工商行政管理局")], None, ("云州市工商行政管理局", "云州市市场监督管理局")),
    ([agency("四川省环境保护厅", "四川省")], 2012, ("四川省环境保护厅", "四川省生态环境厅")),
    ([agency("四川省安全生产监督管理局", "四川省")], 2012, ("四川省安全生产监督管理局", "四川省应急管理厅")),
    ([agency("农业部", None)], 2012, ("农业部", "农业农村部")),
    ([agency("信息产业部", None)], 2005, ("信息产业部", "工业和信息化部")),
    ([agency("中国银行业监督管理委员会", None)], 2012, ("中国银行业监督管理委员会", "国家金融监督管理总局")),
    # of one place
    ([agency("北京市商务委员会", "北京市")], 2016, ("北京市商务委员会", "北京市商务局")),
    ([agency("上海市农业委员会", "上海市")], 2016, ("上海市农业委员会", "上海市农业农村委员会")),
    ([agency("云州市商务委员会")], 2016, None),
    ([agency("深圳市经济贸易和信息化委员会", "深圳市"), agency("深圳市商务局", "深圳市")], 2016, None),
    # still named long after the reform, or beside the one that took over: it may still stand
    ([agency("云州市环境保护局")], 2023, None),
    ([agency("云州市环境保护局"), agency("云州市生态环境局")], 2018, None),
    # divided, or taken over by another body in every place
    ([agency("铁道部", None), agency("国家铁路局", None)], None, None),
    ([agency("云州市粮食局"), agency("云州市粮食和物资储备局")], None, None),
    ([agency("四川省食品药品监督管理局", "四川省"), agency("四川省市场监督管理局", "四川省")], None, None),
    # the name is of no reform
    ([agency("云州市水利局")], 2012, None),
    ([agency("云州市农业技术推广局", known=False)], 2012, None),
]


@pytest.mark.parametrize(("agencies", "year", "node"), AGENCIES)
def test_reforms(agencies: list[Agency], year: int | None, node: tuple[str, str] | None) -> None:
    """What a reform renamed is represented by the last that took over; what it divided is not."""
    nodes, _ = told(work("甲", year=year, agencies=agencies))

    assert (node in nodes) if node else not nodes


SPELT: list[tuple[Agency, Agency, bool]] = [
    (agency("云州市数字（集团）公司", known=False), agency("云州市数字(集团)公司", known=False), True),
    (agency("国家水文总站", None, known=False), agency("水文总站", None, known=False), True),
    (agency("成都水文总站", "成都市", known=False), agency("成都市水文总站", "成都市", known=False), True),
    (agency("云州市水文总站", known=False), agency("临江市水文总站", "临江市", known=False), False),
    (agency("吉林省人民政府", "吉林省"), agency("吉林市人民政府", "吉林市"), False),
    (agency("云州市水利局"), agency("云州市水务局"), False),
    (agency("云州市海洋与渔业局"), agency("云州市海洋和渔业局"), True),
    (agency("青岚县教育与体育局", "青岚县"), agency("青岚县教育和体育局", "青岚县"), True),
    (agency("云州市海洋与渔业局"), agency("青岚县海洋和渔业局", "青岚县"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), SPELT)
def test_spelling_of_agencies(one: Agency, other: Agency, same: bool) -> None:
    """Signs, width, 与 for 和, the state and the kind of place do not part agencies of one place."""
    nodes, _ = told(work("甲", agencies=[one]), work("乙", agencies=[other]))

    assert bool(nodes) == same


PLACES: list[tuple[list[tuple[str, PlaceType]], str | None, str]] = [
    ([("滨海新片区", "zone"), ("临江自由贸易试验区滨海新片区", "zone")], "云州市", "same"),
    ([("云州市智慧渔业园", "park"), ("智慧渔业园", "park")], "云州市", "same"),
    ([("青岚", "zone"), ("青岚科学城", "zone")], "云州市", "same"),
    ([("临港新片区", "zone"), ("中国（上海）自由贸易试验区临港新片区", "zone")], "云州市", "same"),
    # two that it can be, another type, no jurisdiction, another place before it
    ([("青岚", "zone"), ("青岚科学城", "zone"), ("青岚高新区", "zone")], "云州市", "unsure"),
    ([("青岚", "park"), ("青岚科学城", "zone")], "云州市", "unsure"),
    ([("青岚", "zone"), ("青岚科学城", "zone")], None, "unsure"),
    ([("白石智慧渔业园", "park"), ("智慧渔业园", "park")], "云州市", ""),
    # a district is no brand, and a word for a kind is no name
    ([("嘉定", "zone"), ("嘉定新城", "town")], "上海市", ""),
    ([("产业园", "park"), ("云州市产业园", "park")], "云州市", ""),
    ([("青岚在线", "park"), ("青岚科学城", "zone")], "云州市", ""),
]


@pytest.mark.parametrize(("places", "home", "judgement"), PLACES)
def test_places(places: list[tuple[str, PlaceType]], home: str | None, judgement: str) -> None:
    """A short name is one with the only full name of its jurisdiction and type; else it is unsure or another."""
    nodes, judgements = told(*(work(str(i), home=home, places=[place]) for i, place in enumerate(places)))

    assert judgements == ({judgement} if judgement else set())
    assert bool(nodes) == (judgement == "same")


def test_topics() -> None:
    """Two names of one topic are one node, that of the registry; a narrower one is not."""
    nodes, _ = told(work("甲", topics=("信创", "双碳", "操作系统")), work("乙", topics=("信息技术应用创新", "软件")))

    assert {node for _, node in nodes} == {"信息技术应用创新"}


# ---- what a person decides ----


def test_by_hand_wins() -> None:
    """A person parts what a rule joined, and joins what no rule would."""
    works = work("甲", figures=[("旅游业收入", "亿元"), ("游客", "万人")]), work("乙", figures=[("旅游业营收", "亿元")])
    rulings = (
        Ruling("indicator", "旅游业收入", "旅游业营收", "not"),
        Ruling("indicator", "旅游业收入", "游客", "same"),
        Ruling("indicator", "旅游业收入", "没有的", "same"),
    )
    nodes, _ = told(*works, rulings=rulings)

    assert nodes == {("游客", "旅游业收入")}
    assert lines(records(works), {}, NAMES, rulings)[1] == [rulings[2]]


JOINED: list[tuple[Agency, Agency, str]] = [
    # two names of the last documents, and the one that stands for both: what took over, at once or in steps
    (agency("云州市环境保护局"), agency("云州市生态环境局"), "云州市生态环境局"),
    (agency("国务院扶贫开发领导小组办公室", None), agency("农业农村部", None), "农业农村部"),
    (agency("云州市粮食局"), agency("云州市粮食和物资储备局"), "云州市粮食和物资储备局"),
    # no reform that is known put one in the place of the other, but one of them was taken away
    (agency("云州市环境保护局"), agency("云州市环保中心", known=False), "云州市环保中心"),
    (agency("青岚县卫生和计划生育局", "青岚县"), agency("青岚县医保局", "青岚县"), "青岚县医保局"),
    # both stand: the one that the registry knows, else the longer name
    (agency("云州市水利局"), agency("云州市河湖管理与水旱灾害防御中心", known=False), "云州市水利局"),
    (agency("云州市渔业站", known=False), agency("云州市渔业技术站", known=False), "云州市渔业技术站"),
]


@pytest.mark.parametrize(("one", "other", "stands"), JOINED)
@pytest.mark.parametrize("swapped", [False, True])
def test_joined_by_hand_no_abolished_agency_stands(one: Agency, other: Agency, stands: str, swapped: bool) -> None:
    """Of two agencies that a person calls one that of today stands for both, in whatever order they are written."""
    names = (other.name, one.name) if swapped else (one.name, other.name)
    works = work("甲", year=2024, agencies=[one]), work("乙", year=2025, agencies=[other])
    nodes, judgements = told(*works, rulings=(Ruling("agency", *names, "same"),))

    assert nodes == {(next(name for name in names if name != stands), stands)}
    assert judgements == {"same"}


def test_parted_by_hand() -> None:
    """An agency that a person parts from the one that took over is represented by none."""
    former, later = "云州市环境保护局", "云州市生态环境局"
    works = work("甲", year=2012, agencies=[agency(former)]), work("乙", agencies=[agency(later)])
    assert told(*works)[0] == {(former, later)}
    assert told(*works, rulings=(Ruling("agency", former, later, "not"),)) == (set(), {"not"})


def test_never_across_not() -> None:
    """Two that are judged apart are not joined over a third, in whatever order the decisions come."""
    a, b, c = (Iri(f"x:{name}") for name in "abc")
    decisions = [
        Decision(a, std.SKOS_EXACT_MATCH, c, "same", "spelling", Decimal("0.95"), ""),
        Decision(b, std.SKOS_EXACT_MATCH, c, "same", "spelling", Decimal("0.9"), ""),
        Decision(a, std.SKOS_EXACT_MATCH, b, "not", "by-hand", Decimal(1), ""),
    ]
    for order in (decisions, decisions[::-1]):
        kept, groups = clusters(order)
        assert groups == [[a, c]]
        assert [one.judgement for one in kept if one.subject == b] == ["unsure"]


def test_many() -> None:
    """The work grows with the number of names, not of their pairs: two thousand alike take moments."""
    figures = [(f"第{i:04}号泵站排水能力", "万吨") for i in range(2000)]
    nodes, judgements = told(work("甲", figures=figures))

    assert not nodes and not judgements
