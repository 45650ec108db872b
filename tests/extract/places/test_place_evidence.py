"""Names that their company shows: members of a list, proper nouns named elsewhere, heads of land and number."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(*paragraphs: str, jurisdiction: str = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(*paragraphs, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place.focus for place in made}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进白沙湿地公园、东桥新城、云湾合顺物流总部基地、空港现代物流园区建设。",
         {"白沙湿地公园", "东桥新城", "云湾合顺物流总部基地", "空港现代物流园区"}),
        ("打造东桥风景区、西渡古镇、小月弯国际商务服务圈、北屿旅游度假区。",
         {"东桥风景区", "西渡古镇", "小月弯国际商务服务圈", "北屿旅游度假区"}),
        ("提升白沙港区、东屿港区、矿石中转基地功能。", {"白沙港区", "东屿港区"}),
        # kinds in the company of one place, and a verb before the last word
        ("建设东桥新城、特色产业园、物流园区。", {"东桥新城"}),
        ("支持东桥新城、西渡新城、引进产业园。", {"东桥新城", "西渡新城"}),
    ],
)  # fmt: skip
def test_a_member_of_a_list_of_places_is_one(text: str, expected: set[str]) -> None:
    """Two others that are places, or a neighbour of the same kind, show a member that ends like one."""
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("盛禾服务业聚集区加快招商。", "完善盛禾经济开发区配套。"), {"盛禾服务业聚集区", "盛禾经济开发区"}),
        (("智优示范区是重点。", "完善盛禾经济开发区配套。"), {"盛禾经济开发区"}),
    ],
)
def test_a_proper_noun_named_elsewhere_shows_a_name(texts: tuple[str, ...], expected: set[str]) -> None:
    assert set(found(*texts)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建设乌兰梁沙漠南缘防风固沙区。", {"乌兰梁沙漠南缘防风固沙区"}),
        ("加快棋子山国际风景旅游区开发。", {"棋子山国际风景旅游区"}),
        ("推进五象新区、三坪物流园建设。", {"五象新区", "三坪物流园"}),
        ("加快高铁新城建设，支持东部新城航运服务集聚区。", {"高铁新城", "东部新城航运服务集聚区"}),
        ("建设云海云港（临湖）工业区。", {"云海云港（临湖）工业区"}),
        ("加快中国—白石产业园建设。", {"中国—白石产业园"}),
        ("整合民营园培育市级渠南工业园。", {"渠南工业园"}),
        ("打造杨梅小镇。", {"杨梅小镇"}),
        # kinds, counts, what is sought, a zone between countries
        ("推进三旧片区改造，建设四大片区。", set()),
        ("建设杨梅产业园、脐橙种植基地。", set()),
        ("创建市级临港工业园。", set()),
        ("推动中国—白石自贸区谈判。", set()),
        ("建设县级（市级）产业园。", set()),
        ("更新中旧工业区改造比例。", set()),
    ],
)
def test_heads_of_names(text: str, expected: set[str]) -> None:
    """What lies on land of a name, begins with a number, has another name in brackets or is one of its kind."""
    assert set(found(text)) == expected


def test_a_name_inside_the_name_of_a_document_is_not_spoken_of() -> None:
    assert found("落实云港经济特区水资源管理规定，建设东桥新城。") == {"东桥新城": ()}
    assert set(found("加快云港经济特区建设。")) == {"云港经济特区"}


def test_each_district_has_what_it_develops() -> None:
    """One after the other, behind what it builds on, or as the core of what is made."""
    chained = found("推动天河区发展会展旅游、越秀区发展文化旅游、荔湾区发展康养旅游。", jurisdiction="广州市")
    assert chained == {"天河区": ("会展旅游",), "越秀区": ("文化旅游",), "荔湾区": ("康养旅游",)}
    built = found(
        "天河区依托东桥产业园、白石经济开发区，发展新材料；越秀区打造两河物流园，发展氢能。", jurisdiction="广州市"
    )
    assert (built["天河区"], built["越秀区"]) == (("新材料",), ("氢能",))
    core = found("以天河区、白石高新区为核心，打造新材料产业基地。", jurisdiction="广州市")
    assert core == {"天河区": ("新材料",), "白石高新区": ("新材料",)}


@pytest.mark.parametrize(
    ("text", "name", "focus"),
    [
        ("建设云岭脐橙国家现代农业产业园。", "云岭脐橙国家现代农业产业园", ("脐橙",)),
        ("建设白石包装印刷产业园。", "白石包装印刷产业园", ("包装印刷",)),
        ("建设白沙新能源基地。", "白沙新能源基地", ("新能源",)),
        ("建设白沙梁教育实训基地。", "白沙梁教育实训基地", ()),
    ],
)
def test_what_a_name_tells_of_its_trade(text: str, name: str, focus: tuple[str, ...]) -> None:
    assert found(text)[name] == focus


def test_areas_of_a_list_behind_any_verb() -> None:
    """提升甲滩、乙桥等区域…: areas, each without the word that sums them up."""
    assert set(found("提升云外滩、东桥、北屿等区域总部经济能级。")) == {"云外滩", "东桥", "北屿"}
    named = ("支持松江云外滩、东桥等沿江区域发展。", "提升云外滩、北屿等区域总部经济能级。")
    assert set(found(*named, jurisdiction="上海市")) == {"云外滩", "东桥", "北屿"}
    assert not found("支持企业、高校等区域创新主体发展。")
