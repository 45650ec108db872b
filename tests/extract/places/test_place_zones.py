"""Zones that a layout names: built in districts, counted, listed as areas, with a sign in quotes, part of a whole."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(*paragraphs: str, jurisdiction: str = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(*paragraphs, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place.focus for place in made}


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("在松江区建设以龙头企业牵引的集成电路制造示范区，在青浦区、嘉定区建设生物医药研发先行区。", "上海市",
         {"松江区": ("集成电路",), "青浦区": ("生物医药",), "嘉定区": ("生物医药",)}),
        ("支持在天河区打造数字创意产业集聚区。", "广州市",
         {"天河区": ("数字创意",)}),
        ("共建余杭区、萧山区两个人工智能产业集聚区。", "杭州市",
         {"余杭区": ("人工智能",), "萧山区": ("人工智能",)}),
        # fewer than counted: which the third is, nobody says
        ("共建余杭区、萧山区三个人工智能产业集聚区。", "杭州市", {}),
        # no industry
        ("在松江区建设高品质生活示范区。", "上海市", {}),
    ],
)  # fmt: skip
def test_zones_that_districts_are_given_to_build(text: str, jurisdiction: str, expected: dict[str, object]) -> None:
    """The districts have the industry of the zone, which is what they are for and no place beside them."""
    assert found(text, jurisdiction=jurisdiction) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("主要分为海洋研发策源区、渔业成果承载区和滨海生态融合区三个功能区。",
         {"海洋研发策源区", "渔业成果承载区", "滨海生态融合区"}),
        ("构建滨湖创新带、临港制造带和山前康养带三条发展带。", {"滨湖创新带", "临港制造带", "山前康养带"}),
        ("全市划分为中部都市区、东部临港区、西部涵养区三大片区。", {"中部都市区", "东部临港区", "西部涵养区"}),
        ("分为生产车间、检测中心和办公楼三个功能区。", set()),
        ("划分为管理区、缓冲区和实验区等五个功能区。", set()),
    ],
)  # fmt: skip
def test_parts_of_a_territory_that_the_text_counts(text: str, expected: set[str]) -> None:
    """As many names as the text says, each with a last word of areas."""
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("以东桥滨江、云创智、白石未来谷等重点区域为核心，集聚企业。", {"东桥滨江", "云创智", "白石未来谷"}),
        ("推进白鹭岛等重点区域建设。", {"白鹭岛"}),
        ("围绕东湖湾、青云谷、白石创智等核心片区建设街区。", {"东湖湾", "青云谷", "白石创智"}),
        ("推进农村、城镇等重点区域建设。以医院、学校等重点区域为重点。", set()),
        ("加快老旧小区、城中村等片区更新。", set()),
    ],
)
def test_areas_that_their_list_shows(text: str, expected: set[str]) -> None:
    """All members are places where one of them is known to be one; kinds of areas are none."""
    assert set(found(text)) == expected


def test_a_declared_short_name_is_no_second_place() -> None:
    text = "加快云州湾海洋科技创新区（以下简称云州湾创新区）建设。云州湾创新区重点发展海洋装备。"
    assert found(text) == {"云州湾海洋科技创新区": ("海洋装备",)}


def test_an_area_named_in_short_and_in_full_is_one() -> None:
    text = "以东桥滨江、环云大等重点区域为核心。加快东桥滨江、环云大研学圈等区域建设。"
    assert set(found(text)) == {"东桥滨江", "环云大研学圈"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快推进云“数”湾海洋创新区建设。", {"云“数”湾海洋创新区"}),
        ("打造青“智”谷先行区，引来企业。", {"青“智”谷先行区"}),
        ("推进一批“双创”示范基地建设。", set()),
        ("推进自贸试验区东桥联动创新区建设。", {"自贸试验区东桥联动创新区"}),
        ("白鹭岛云州海洋生物创新基地建设成效初显。", {"白鹭岛云州海洋生物创新基地"}),
        ("加快云州高新区白石园高质量发展。", {"云州高新区白石园"}),
        (
            "提升东桥经开区白石分区、白石经济开发区北屿分区和西渡高新区三岭分区配套。",
            {"东桥经开区白石分区", "白石经济开发区北屿分区", "西渡高新区三岭分区"},
        ),
        ("提升东桥经开区各分区配套。", {"东桥经开区"}),
        ("东桥保护与新城建设统筹。坚持区域集聚。", set()),  # two things; no district 坚持区
        ("加快东桥至白石岛、北屿至清江湖等公路建设。", set()),
        ("建设口袋体育公园。打造标杆产业园。", set()),
        ("争创国家茶产业传承发展试验区。促进街镇园区共同推进。", set()),
        ("东桥、白石港三大片区统一管理。", set()),
        ("青岚县、白石县2个集聚区加快建设。", set()),
        ("推动大学科技园、民营科技园、专业镇发展壮大。", set()),
    ],
)
def test_a_name_is_read_from_its_front_to_its_last_part(text: str, expected: set[str]) -> None:
    """A sign in quotes, the whole before a zone and the park behind it belong to the name; a route is none."""
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction", "name", "focus"),
    [
        ("推进云州国家非遗文化传承发展试验区建设。", "云州市", "云州国家非遗文化传承发展试验区", ("非遗文化",)),
        ("建设云州市中医药综合改革示范区。", "云州市", "云州市中医药综合改革示范区", ("中医药",)),
        ("深化国家茶产业传承发展试验区建设。", "临江省", "国家茶产业传承发展试验区", ("茶产业",)),
        ("推动云州市矿产资源储备基地建设。", "云州市", "云州市矿产资源储备基地", ("矿产资源储备",)),
        ("推进云州市稀土先进制造基地建设。", "云州市", "云州市稀土先进制造基地", ("稀土",)),
        ("推进云州市农村综合改革试验区建设。", "云州市", "云州市农村综合改革试验区", ()),
        ("依托北湖商务区，建设跨境电商体验平台。", "云州市", "北湖商务区", ("跨境电商体验",)),
        ("做强徐汇区“云声谷”智能语音创新策源区。", "上海市", "云声谷", ("智能语音",)),
        ("推进青岚中钢国家轴承产业园区改造。", "云州市", "青岚中钢国家轴承产业园区", ("轴承",)),
        ("云州跨境电子商务综试区扩围。", "云州市", "云州跨境电子商务综试区", ("跨境电子商务",)),
        ("建设云州数字贸易综合试验区。", "云州市", "云州数字贸易综合试验区", ("数字贸易",)),
        ("推进云州综试区建设。", "云州市", "云州综试区", ()),
        ("推进东桥中央法务区建设。", "云州市", "东桥中央法务区", ()),
        ("加快东桥涉外法律服务集聚区建设。", "云州市", "东桥涉外法律服务集聚区", ("法律服务",)),
        ("扩建白石石材园区。", "云州市", "白石石材园区", ("石材",)),
        ("东桥广告园区开园。", "云州市", "东桥广告园区", ("广告",)),
        ("东桥综合服务园扩容。", "云州市", "东桥综合服务园", ()),
        ("推进东桥氢能发展核心轴建设。", "云州市", "东桥氢能发展核心轴", ("氢能",)),
        ("扩建云州市西南物流基地。", "云州市", "云州市西南物流基地", ("物流",)),
        ("推进白石无人机试飞运行基地建设。", "云州市", "白石无人机试飞运行基地", ("无人机",)),
        ("推进白石新型工业产业集聚区建设。", "云州市", "白石新型工业产业集聚区", ()),
        ("以北湖科技园为主要平台，推动智能传感器产业集聚。", "云州市", "北湖科技园", ("智能传感器",)),
        ("以东桥高新区为载体，加快规章制度领域创新。", "云州市", "东桥高新区", ()),
    ],
)
def test_the_focus_that_a_name_or_what_is_hosted_tells(
    text: str, jurisdiction: str, name: str, focus: tuple[str, ...]
) -> None:
    """A zone of reform is for its matter, a base of reserves for what it holds, a host for its platform."""
    assert found(text, jurisdiction=jurisdiction) == {name: focus}


def test_parks_in_a_list_share_the_industry_of_their_trial_zone() -> None:
    assert found("加快推进南桥、北屿、东岭等智能网联汽车运行试验区建设。") == {
        "南桥智能网联汽车运行试验区": ("智能网联汽车",),
        "北屿智能网联汽车运行试验区": ("智能网联汽车",),
        "东岭智能网联汽车运行试验区": ("智能网联汽车",),
    }


def test_the_places_that_bear_an_industry_all_have_it() -> None:
    """以甲、乙为载体，加快…产业创新; a list that is summed up by its trade."""
    assert found("以东桥科学城、西浦科技园等为载体，加快新材料、生物医药等产业技术创新。") == {
        "东桥科学城": ("新材料", "生物医药"),
        "西浦科技园": ("新材料", "生物医药"),
    }
    assert found("加快东桥德汇创意园区、白石新塘园区等智能阀门特色园区建设。") == {
        "东桥德汇创意园区": ("智能阀门",),
        "白石新塘园区": ("智能阀门",),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水产业产值达到9亿元，青岚县、白石县2个集聚区占全市比重达到六成。聚焦金融、数据等方向，深化开放。",
         {"青岚县": ("水产",), "白石县": ("水产",)}),
        ("到2027年，茶叶加工业营收突破30亿元，青岚县、东桥区、白石县三大集聚区占全市七成。",
         {"青岚县": ("茶叶加工",), "东桥区": ("茶叶加工",), "白石县": ("茶叶加工",)}),
        ("会展业增加值超过6亿元，东桥区、西浦区等2个集聚区合计占全市一半。",
         {"东桥区": ("会展",), "西浦区": ("会展",)}),
        ("物流业增加值增长，东桥区、西浦区等5个集聚区发展加快。", {}),
    ],
)  # fmt: skip
def test_districts_counted_as_the_seats_of_an_industry(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """All are named, each has the industry of the figure, and what follows is not about them."""
    assert found(text) == expected
