"""Who leads by where it stands in a list, and rooms that a list names after the first of their bureau."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Reading
from guitu.extract.recognise import read
from guitu.extract.source import Source

HEAD = "{place}通用航空发展实施方案\n{place}人民政府办公室 2024年5月6日\n一、重点任务\n"


def said(place: str, *items: str) -> Reading:
    """Items of a plan of a place."""
    words = HEAD.format(place=place) + "\n".join(f"（{n}）{item}" for n, item in zip("一二三", items, strict=False))
    return read(Source("方案.txt", words.encode()))


def owners(place: str, *items: str) -> list[tuple[str, str]]:
    """Names without the place, with roles."""
    (document,) = said(place, *items).documents
    return [(one.agency.name.removeprefix(place), one.role) for one in document.responsibilities]


RULES = ("列逗号之前的为牵头单位，其他有关单位按职责分工配合，下同", "逗号前为牵头单位，逗号后为配合单位")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("place", ["云州市", "青岚县", "临江省"])
def test_before_the_comma_leads(rule: str, place: str) -> None:
    """The rule stands in one bracket and holds for all."""
    sign = place[-1]
    last = "厅" if sign == "省" else "局"
    found = owners(
        place,
        f"建设机场。建成起降点。（{sign}交通运输{last}、{sign}财政{last}，{sign}教育{last}、各有关单位。{rule}）",
        f"开通航线。新开航线。（{sign}水利{last}，{sign}民政{last}）",
        f"培训飞手。开设课程。（{sign}教育{last}、{sign}民政{last}）",
    )
    roles = ["lead", "lead", "support", "support", "lead", "support", "lead", "lead"]

    assert [role for _, role in found] == roles


def test_a_comma_alone_gives_no_role() -> None:
    """Without the rule those in a bare bracket are responsible, and a rule never overrides a word of duty."""
    bare = "建设机场。建成起降点。（市交通运输局、市财政局，市教育局）"
    told = f"开通航线。新开航线。（市水利局牵头，市民政局、市财政局配合。{RULES[0]}）"

    assert {role for _, role in owners("云州市", bare)} == {"responsible"}
    assert [role for _, role in owners("云州市", told)] == ["lead", "support", "support"]


ROOMS = [
    ("市城管委规划处、港航处、市水务局", ["城市管理委员会规划处", "城市管理委员会港航处", "水务局"]),
    ("市发改委价格处，市教育局", ["发展和改革委员会价格处", "教育局"]),
    ("市卫健委监督所、市农业农村局种业科", ["卫生健康委员会监督所", "农业农村局种业科"]),
    ("市城管委规划处、市水务局、港航处", ["城市管理委员会规划处", "水务局", "港航处"]),
]


@pytest.mark.parametrize(("listed", "names"), ROOMS)
def test_rooms_of_a_bureau_in_a_list(listed: str, names: list[str]) -> None:
    """A bare room is of the bureau before it, unless another body stands between; no place is added to one alone."""
    assert [name for name, _ in owners("云州市", f"建设岸电。改造码头。（牵头单位：{listed}）")] == names


ISSUERS = [
    ("云州市城市数字治理中心", "市数治中心", "城市数字治理中心"),
    ("云州市公共资源交易管理中心", "市公共资源管理中心", "公共资源交易管理中心"),
    ("云州市城市数字治理中心", "市养老服务中心", "养老服务中心"),
    ("云州市城市数字治理研究院", "市数治中心", "数治中心"),
]


@pytest.mark.parametrize(("issuer", "short", "name"), ISSUERS)
def test_the_short_name_of_an_issuer(issuer: str, short: str, name: str) -> None:
    """It ends as the issuer does, of its place, its signs in their order; the words of the issuer prove it."""
    words = f"云州市智能服务推进方案\n{issuer}\n2024年5月6日\n一、重点任务\n（一）建设平台。由{short}负责平台建设。\n"
    reading = read(Source("方案.txt", words.encode()))
    (fact,) = reading.documents[0].responsibilities

    assert fact.agency.name == f"云州市{name}"
    expanded = name != short.removeprefix("市")
    assert reading.text.value[fact.name_span.start : fact.name_span.end] == (issuer if expanded else "")
