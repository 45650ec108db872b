"""Names that share a head, sights of a route, what towns raise, clusters by district; and what none of these is."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read as read_plan
from guitu.extract.source import Source


def read(text: str, jurisdiction: str = "云州市", heading: str = "提升水平") -> dict[str, tuple[str, ...]]:
    plan = f"{jurisdiction}开放发展规划（2026—2030年）\n{jurisdiction}人民政府\n一、主要任务\n（一）{heading}。{text}\n"
    (found,) = read_plan(Source("plan.txt", plan.encode())).documents
    return {place.name: place.focus for place in found.places}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动白砚、青滩、鹿埠化工园区封闭管理。", {"白砚化工园区", "青滩化工园区", "鹿埠化工园区"}),
        (
            "依托松湖、梅岭、双溪等现代农业产业园，发展研学。",
            {"松湖现代农业产业园", "梅岭现代农业产业园", "双溪现代农业产业园"},
        ),
        ("整治青滩、白砚工业园区污水。", {"青滩工业园区", "白砚工业园区"}),
        ("完成白砚河、东商贸、城北三大片区改造。", {"白砚河片区", "东商贸片区", "城北片区"}),
        # a number of them, but sides or kinds and no names
        ("优化东北、东南、西北、西南四大片区布局，完善生产、生活、生态三大片区。", set()),
        # what is built in phases, a tomb: things of their own
        ("推进平原智能装备二期、大岚过滤设备产业园等28个项目。", {"大岚过滤设备产业园"}),
        ("启动周砚王陵、青台遗址公园展示提升。", {"青台遗址公园"}),
        # bodies that bear the name of a place
        ("强化执法（市水利局牵头，市卫计委、市公安局、白砚湖国家级自然保护区管理局参与）。", set()),
        # where things lie, told over a list
        ("红埠、青砚片区高校云集，排查白砚、北屿片区高层住宅。", set()),
        ("建设青砚片区、白屿片区。", {"青砚片区", "白屿片区"}),
    ],
)
def test_a_head_is_shared_by_names_alone(text: str, expected: set[str]) -> None:
    assert set(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "打造岚沙苗寨、小砚侗寨、云榜梯田、青里侗寨风情园精品线路。",
            {"岚沙苗寨", "小砚侗寨", "云榜梯田", "青里侗寨风情园"},
        ),
        ("推出青林侗寨、白石湖、云溪梯田等旅游线路。", {"青林侗寨", "白石湖", "云溪梯田"}),
        ("大砚寨创建国家4A级景区，青垕古镇创建国家5A级旅游景区。", {"大砚寨", "青垕古镇"}),
        ("推进青龙峡创建国家AAAA级旅游景区。", {"青龙峡"}),
        # a village is none, nor are routes of other things, nor what is only on a list
        ("岚沙村创建国家AAAA级旅游景区，推进企业创建国家4A级景区。", set()),
        ("打造公交、地铁、公路精品线路，保护传统村落和特色苗寨。", set()),
        ("力争列入四川省考古遗址公园立项名单。", set()),
    ],
)
def test_sights_of_a_route_and_of_a_grade(text: str, expected: set[str]) -> None:
    found = read(text)
    assert set(found) == expected
    assert set(found.values()) <= {("旅游",)}


def test_a_route_takes_its_kind_of_travel_from_the_heading() -> None:
    assert read("打造云榜梯田、岚沙苗寨精品线路。", heading="发展乡村旅游") == {
        "岚沙苗寨": ("乡村旅游",),
        "云榜梯田": ("乡村旅游",),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "推进青岚镇、白石镇、石渡壮族乡香猪标准化养殖小区建设。",
            {"青岚镇": ("香猪养殖",), "白石镇": ("香猪养殖",), "石渡壮族乡": ("香猪养殖",)},
        ),
        ("在白石镇建设肉牛养殖小区。", {"白石镇": ("肉牛养殖",)}),
        ("推进各乡镇养殖小区建设，完善城镇住宅小区。", {}),
        # what a place is made for right behind its name
        ("建设东部新城国际航运服务核心区。", {"东部新城": ("航运服务",)}),
        ("打造云港新城生物医药核心区。", {"云港新城": ("生物医药",)}),
        ("建设东部新城综合服务核心区。", {"东部新城": ()}),
        # a proper noun in a district is no industry
        ("整治湖口县金砂湾工业园、彭泽县矶山工业园、永修县星火工业园。",
         dict.fromkeys(("金砂湾工业园", "矶山工业园", "永修县星火工业园"), ())),
        ("整治湖口县轴承工业园、彭泽县化纤基地。", {"湖口县轴承工业园": ("轴承",), "彭泽县化纤基地": ("化纤",)}),
    ],
)  # fmt: skip
def test_what_towns_and_parks_are_for(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "做强南海铝型材（大沥）、顺德家电、高明食品饮料（沧江工业园）等特色产业集群。",
            {"南海区": ("铝型材",), "顺德区": ("家电",), "高明区": ("食品饮料",), "沧江工业园": ("食品饮料",)},
        ),
        ("培育禅城陶瓷、三水饮料和装备、顺德家具等产业集群。",
         {"禅城区": ("陶瓷",), "三水区": ("饮料", "装备"), "顺德区": ("家具",)}),
        ("培育汽车、家电、陶瓷等产业集群。", {}),
        ("培育南海铝型材、新型家电、高端陶瓷等产业集群。", {}),
    ],
)  # fmt: skip
def test_clusters_by_district(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert read(text, "佛山市") == expected


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        # a deed over a list is no industry of the places in it
        ("新建农田2万亩，重点布局青岚镇、白石乡、高砚镇。", "守住粮食安全", {}),
        ("重点布局青岚镇、白石乡。", "做强茶叶产业", {"青岚镇": ("茶叶",), "白石乡": ("茶叶",)}),
        # nor is what stands in the title of a document
        ("贯彻《关于加快发展海洋经济建设海洋中心城市的意见》，提升大连港能级。", "提升水平", {"大连港": ()}),
        ("推动滨海新区港口与本市内陆港一单到底。", "提升水平", {"滨海新区": ()}),
        ("加快建设滨河新城，布局学校。", "提升水平", {"滨河新城": ()}),
        ("改扩建青岚县新城镇、白石镇卫生院。", "提升水平", {}),
        (
            "三片区：西部乡村振兴博览片区（青岚镇），以古村为支撑；东部云砚数字文创片区（白石镇），依托大学；中部川菜美食体验片区（石渡镇），依托夜市。",
            "优化布局",
            {"西部乡村振兴博览片区": (), "东部云砚数字文创片区": ("数字文创",), "中部川菜美食体验片区": ()},
        ),
    ],
)
def test_what_headings_titles_and_layouts_tell(text: str, heading: str, expected: dict[str, tuple[str, ...]]) -> None:
    assert read(text, heading=heading) == expected


def test_what_a_plan_is_for_is_no_place_in_it() -> None:
    assert read("提升滨海新区港口能级。", "天津市滨海新区") == {}


@pytest.mark.parametrize(
    "text",
    [
        "建设千亩梯田、土坎梯田、旱作梯田，修复仿古古街、茶盐古道、彝家古寨。",
        "打造精神文明示范片、和美乡村示范片。",
        "引进京东、奔驰等物流园区，支持龙头、骨干等科技园。",
        "山岭创建国家3A级旅游景区，名楼创建国家4A级景区，市级龙山创建国家4A级景区。",
        "农家大院村寨创建国家3A级旅游景区，小岭创建国家3A级旅游景区。",
    ],
)
def test_kinds_and_firms_are_no_places(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "建设东桥开发区、云顶山、石门岭输电线路。",
        "开发东桥工业园、大学城、青石岭公交线路。",
        "建设东桥新城、青龙山、凤凰岭环线。",
    ],
)
def test_other_routes_are_not_for_travel(text: str) -> None:
    assert ("旅游",) not in read(text).values()


def test_a_number_in_a_row_names_no_belt_and_a_trade_is_no_brand() -> None:
    assert "第二条产业带" not in read("三条产业带：第一条产业带，沿江；第二条产业带，沿河；第三条产业带，沿海。")
    assert read("整治诸暨市珍珠工业园。") == {"诸暨市珍珠工业园": ("珍珠",)}


@pytest.mark.parametrize("text", ["发展湖南塑料、广东皮革、海南橡胶产业集聚区。", "建设云州塑料、五金产业园。"])
def test_trades_of_their_own_are_not_joined(text: str) -> None:
    assert not any(name.startswith(("湖南塑料橡胶", "广东皮革橡胶", "云州塑料五金")) for name in read(text))
