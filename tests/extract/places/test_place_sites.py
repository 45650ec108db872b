"""Scenic areas, old towns, ports, relics and forests; members of lists that share such a head; zones of two regions."""

from __future__ import annotations

import pytest

from guitu.extract.facts import PlaceMention
from guitu.extract.places import places
from tests.extract.factories import draft


def read(text: str, jurisdiction: str | None = "云州市") -> dict[str, PlaceMention]:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place for place in made}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白砚湖景区、东桥古城晋升等级，青岚山旅游区开放。", {"白砚湖景区", "东桥古城", "青岚山旅游区"}),
        ("推进洛阳玉砚遗址保护，用好满洲里口岸。", {"洛阳玉砚遗址", "满洲里口岸"}),
        ("提升丹东国际陆港能级，治理丹江口库区。", {"丹东国际陆港", "丹江口库区"}),
        ("青砚坪林场造林三千亩，建设沿江湿地生态修复带。", {"青砚坪林场", "沿江湿地生态修复带"}),
        ("日照港吞吐量稳居前列，提升大连港枢纽功能。", {"日照港", "大连港"}),
        ("做大宁波舟山港，提升丽江古城、大理古城。", {"宁波舟山港", "丽江古城", "大理古城"}),
        ("完善港口、口岸和景区设施，保护古城和文物遗址，建好国有林场、集体林场。", set()),
        ("扩大对香港、澳门出口，推进连云港发展，支持大连港口升级。", set()),
        ("参观白砚湖遗址博物馆，整合日照港务资源。", set()),
    ],
)
def test_sites_are_places_by_their_own_last_word(text: str, expected: set[str]) -> None:
    found = read(text)
    assert set(found) == expected
    assert {place.type for place in found.values()} <= {"other", "belt"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each is named by the head behind the last
        ("修复青砚、莫苇格、岚泥保护区湿地。", {"青砚保护区", "莫苇格保护区", "岚泥保护区"}),
        ("加强青砚村、白槐坪、苇湖等遗址保护。", {"青砚村遗址", "白槐坪遗址", "苇湖遗址"}),
        (
            "推动砚上、岚上、苇东水风光一体化基地建设。",
            {"砚上水风光一体化基地", "岚上水风光一体化基地", "苇东水风光一体化基地"},
        ),
        # a line between the two places that two signs tell
        ("推进云港、东浦、白砚等产业带建设。", {"云港产业带", "东浦产业带", "白砚产业带"}),
        (
            "推进青砚江、白苇河、大渡河水风光一体化基地建设。",
            {"青砚江水风光一体化基地", "白苇河水风光一体化基地", "大渡河水风光一体化基地"},
        ),
        ("推进喀什、满洲里口岸通关。", {"喀什口岸", "满洲里口岸"}),
        # names of their own, of which the last alone ends in a head
        ("青岚山、白槐岭、东桥古城等名声在外。", {"东桥古城"}),
        ("推进蔬菜、茶叶、水果等产业带建设，发展稻虾、稻渔、藕虾种养基地。", set()),
        ("京津冀、长三角、珠三角、东北老工业基地转型。", set()),
        ("支持云州、松原国家低碳试点城市和白石循环经济产业园发展。", {"白石循环经济产业园"}),
    ],
)
def test_members_of_a_list_share_the_head(text: str, expected: set[str]) -> None:
    assert set(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("千岁岩、白砚山、东桥古城等现象级文旅产品走红。", {"白砚山": "文旅", "东桥古城": "文旅"}),
        ("做强苇湖、青岚岛、东桥古城等旅游品牌。", {"苇湖": "旅游", "青岚岛": "旅游", "东桥古城": "旅游"}),
        ("推出演艺、夜游、研学等旅游产品。", {}),
        # only where the phrase ends with the scenic areas, or goes on with their building
        ("提升青云洞、白岚峡、云溪谷等景区，建设青云洞、白岚峡、云溪谷等景区基础设施。",
         {"青云洞": "旅游", "白岚峡": "旅游", "云溪谷": "旅游"}),
        ("青云洞、白岚峡、云溪谷等景区雕塑，赵子龙、黄汉升、马孟起等景区雕像。", {}),
        ("青云洞、白岚峡、云溪谷等景区品牌，青云洞、白岚峡、云溪谷等景区公路。", {}),
        ("青云江、白岚江、云溪河等重点景区水质监测，黄山、泰山、峨眉山等景区管理经验。", {}),
        ("学习青云洞、白岚峡、云溪谷等景区，取缔青云洞、白岚峡、云溪谷等景区。", {}),
        ("G311、S207、云岚等景区公路，襄阳、荆州、恩施等景区合作。", {}),
    ],
)  # fmt: skip
def test_a_list_of_sights_tells_what_they_are_for(text: str, expected: dict[str, str]) -> None:
    assert {name: place.focus[0] for name, place in read(text).items()} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进青浦区与嘉兴北三镇一体化发展示范区建设。", {"青浦区与嘉兴北三镇一体化发展示范区"}),
        ("建设松江区和嘉兴南片一体化示范区。", {"松江区和嘉兴南片一体化示范区"}),
        ("提升东桥区与西浦软件园。", {"西浦软件园"}),
        ("建设扬州都市圈与镇江都市圈融合发展示范区。", {"扬州都市圈与镇江都市圈融合发展示范区"}),
        ("与江苏共建苏皖生态旅游协作区。", {"苏皖生态旅游协作区"}),
        # a seat in brackets
        ("建好北方（大同）算力装备基地。", {"北方（大同）算力装备基地"}),
        ("依托南方（江门）先进材料产业园招商。", {"南方（江门）先进材料产业园"}),
    ],
)
def test_names_of_two_places(text: str, expected: set[str]) -> None:
    assert set(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "实施水网“引江达园”项目。",  # a deed
        "新建和改善碧水长廊900公里。",  # so much of a kind
        "加快建设高原经济高质量发展先行区。",  # what a region is to be
        "提升大理区域副中心城市功能。",
        "打造省级和美乡村重点片区。",  # 和 is no particle here
        "壮大云州现代化都市圈汽车产业集群。",  # of firms
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "name", "focus"),
    [
        ("加快打造云州金融商务区。", "云州金融商务区", ("金融", "商务")),
        ("建设白河体育文化旅游带。", "白河体育文化旅游带", ("体育", "文化", "旅游")),
        ("建设白河文化旅游带。", "白河文化旅游带", ("文化旅游",)),
        ("提升东桥低空经济圈。", "东桥低空经济圈", ("低空经济",)),
        ("青岚山旅游区开放。", "青岚山旅游区", ()),
        # what another is to develop
        ("做大东桥国际陆港，支持大理建设枢纽，发展航空货运。", "东桥国际陆港", ()),
        # what is made beside it
        ("构建白河经济带，做强云州—东桥发展主核。", "白河经济带", ()),
        ("推动东桥新区建设，培育壮大创新产业。", "东桥新区", ()),
    ],
)
def test_the_industry_of_a_place(text: str, name: str, focus: tuple[str, ...]) -> None:
    assert read(text)[name].focus == focus


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快轴承零部件产业园提质升级，加快建设汽车零部件产业园。", {"轴承零部件产业园", "汽车零部件产业园"}),
        ("加快陶瓷包装制品产业园扩容。", {"陶瓷包装制品产业园"}),
        ("加快建设人力资源服务产业园，引来企业。", {"人力资源服务产业园"}),
        ("加快建设现代农业产业园，推动返乡创业产业园扩容，推进建设一批轴承零部件产业园。", set()),
        ("争创国家级产业园，加快建设大学科技园。", set()),
    ],
)
def test_a_narrow_industry_names_the_one_park(text: str, expected: set[str]) -> None:
    """Where it is being built or extended; one of a wide kind is any."""
    assert set(read(text)) == expected
