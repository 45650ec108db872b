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


SUPPORTED = (
    "列第一位的为牵头单位，其他为配合单位",
    "排名第一的为牵头单位，其余单位予以配合",
    "责任单位中排在首位的为牵头部门；其他责任单位为协办单位",
    "首列单位牵头，后列单位协助",
)
SHARED = ("第一个单位为牵头单位，其他单位为责任单位", "排第一的单位牵头，其他单位按职责分工负责，密切配合")


@pytest.mark.parametrize("rule", SUPPORTED + SHARED)
@pytest.mark.parametrize("place", ["云州市", "青岚县"])
def test_those_behind_the_first_have_the_role_that_is_told(rule: str, place: str) -> None:
    """A rule that tells of the leader only, or of others who are responsible, makes nobody a supporter."""
    sign = place[-1]
    found = owners(
        place,
        f"建设机场。{rule}。建成起降点。（责任单位：{sign}交通运输局、{sign}财政局、各有关单位）",
        f"开通航线。新开航线。（牵头单位：{sign}水利局；责任单位：{sign}民政局）",
    )
    behind = "support" if rule in SUPPORTED else "responsible"

    assert [role for _, role in found] == ["lead", behind, behind, "lead", "responsible"]


def test_what_comes_first_in_time_is_no_order() -> None:
    """第一批 is no place in a list."""
    found = owners("云州市", "建设机场。第一批由市水利局牵头，市民政局配合。（责任单位：市教育局、市财政局）")

    assert ("教育局", "responsible") in found and ("水利局", "lead") in found


NO_RULES = (
    "市第一福利院牵头组建联合体，其他养老院配合",
    "第一小学牵头成立联盟，其余学校参与",
    "第一支书牵头抓总，其他队员配合",
    "首位产业链链长牵头推进，其他部门支持",
    "产量位列全国第一、牵头制定标准",
    "居全省首位的企业牵头组建联盟，其他企业参与",
    "人才是第一动力，要牵头引才",
    "第一、二位为牵头单位",
    "第一责任人牵头抓总，其他班子成员协助",
)


@pytest.mark.parametrize("words", NO_RULES)
def test_what_is_first_of_other_things_is_no_order(words: str) -> None:
    """Neither a numbered name nor a rank among others says who leads."""
    found = owners("云州市", f"建设机场。{words}。", "开通航线。（责任单位：市教育局、市财政局）")

    assert [one for one in found if one[0] in ("教育局", "财政局")] == [
        ("教育局", "responsible"),
        ("财政局", "responsible"),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "列第一位的为牵头单位，其他责任单位各司其职、协同配合",
        "列第一位的为牵头单位，未列明的其他部门配合",
        "排序第一的单位是牵头单位，做好与其他部门的配合",
        "第一责任单位为牵头单位，负责协调其他单位",
        "排名第一的为牵头单位，其他单位配合，按职责分工负责",
        "列首位的为牵头单位，其他单位承担具体任务并配合",
    ],
)
def test_others_support_only_where_it_is_told_of_them(rule: str) -> None:
    found = owners("云州市", "建设机场。（责任单位：市教育局、市财政局）", f"加强领导。{rule}。")

    assert found[:2] == [("教育局", "lead"), ("财政局", "responsible")]


def test_the_order_holds_in_lists_alone() -> None:
    """Verbs of running text give their own roles, and a task whose leader is told has no other."""
    rule = "列第一位的为牵头单位，其他为配合单位"
    found = owners(
        "云州市",
        "建设机场。市教育局、市财政局负责资金监管。",
        "开通航线。\n牵头单位：市水利局\n责任单位：市民政局、市林业局",
        f"加强领导。{rule}。",
    )

    assert [role for _, role in found] == ["responsible", "responsible", "lead", "responsible", "responsible"]


def test_a_numbered_name_is_an_owner() -> None:
    """What a rule hides from running text is no name."""
    found = owners("云州市", "建设机场。市第一医院和市中医院牵头组建联合体，市财政局负责保障。")

    assert ("财政局", "responsible") in found and ("第一医院", "lead") in found and ("中医院", "lead") in found
