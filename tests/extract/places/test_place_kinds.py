"""Names whose last word no list has, whose proper noun only its signs show, or that only what stands around shows."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(text: str, jurisdiction: str | None = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place.focus for place in made}


MADE = [
    ("建设白石国际法律服务港，引进机构。", {"白石国际法律服务港"}),
    ("推进西渡河口农耕园、北屿樱花园开放。", {"西渡河口农耕园", "北屿樱花园"}),
    ("打造青龙湾民俗体验区，完善配套。", {"青龙湾民俗体验区"}),
    ("建成云州市儿童公园和白鹭洲湿地公园。", {"云州市儿童公园", "白鹭洲湿地公园"}),
    # the sign begins another word, a class, a region, how people live together
    ("发展东桥旅游城市形象，提升白石工业区域品质。", set()),
    ("云州市居住区和东桥生活圈补齐设施。", set()),
    ("构建东桥新能源产业生态圈。", set()),
    ("因地制宜提升公园品质。", set()),
]


@pytest.mark.parametrize(("text", "expected"), MADE)
def test_any_word_of_kind_and_a_sign_of_places_end_a_name(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # signs of cities, each for one
        ("支持宝汉铜数控机床集群发展。", {"宝汉铜数控机床集群"}),
        ("建设绥牡齐生物制造产业带。", {"绥牡齐生物制造产业带"}),
        ("打造孝随襄荆汽车零部件产业走廊。", {"孝随襄荆汽车零部件产业走廊"}),
        # whatever stands behind the proper noun: nothing, a kind of work, words that no list has
        ("推进渝沪走廊建设。", {"渝沪走廊"}),
        ("依托泾川浮标研制基地，推动宿灵百万千瓦光热基地。", {"泾川浮标研制基地", "宿灵百万千瓦光热基地"}),
        ("建成汾陵水下考古遗址公园。", {"汾陵水下考古遗址公园"}),
        # signs of deeds and products, another place inside
        ("争创国家数据集聚区，做强会展服务区，建设苜蓿主产区、全电景区。", set()),
        ("推广醇氢客车在国家骨干冷链物流基地使用。", set()),
    ],
)
def test_signs_of_places_are_a_proper_noun(text: str, expected: set[str]) -> None:
    """No list of names or signs: how much signs look like those of divisions."""
    assert set(found(text, None)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提升沿海、东桥、浔溪、西渡四大钢铁产业片区。",
         {"沿海钢铁产业片区", "东桥钢铁产业片区", "浔溪钢铁产业片区", "西渡钢铁产业片区"}),
        ("发展东桥、浔溪、西渡4大片区。", set()),
    ],
)  # fmt: skip
def test_a_count_shows_every_member_of_a_list(text: str, expected: set[str]) -> None:
    assert {name for name in found(text, None) if name.endswith("片区")} == expected


@pytest.mark.parametrize(
    ("text", "name", "focus"),
    [
        (
            "支持浔溪高端轴承产业基地发展，建设好各级技术创新平台，重点发展稀有金属。",
            "浔溪高端轴承产业基地",
            ("高端轴承",),
        ),
        ("推进东桥冷链物流基地建设，完善配套设施和路网，积极发展直播电商。", "东桥冷链物流基地", ("冷链物流",)),
        ("建设云州石化产业基地。优化布局和结构，打造先进光伏产业基地。", "云州石化产业基地", ("石化",)),
        ("依托云州卫星互联网科研基地，推动成果转化。", "云州卫星互联网科研基地", ("卫星互联网",)),
        ("提升东部商圈、浔溪商圈品质。", "浔溪商圈", ("商业",)),
        ("建设浔溪先进渔业基地。", "浔溪先进渔业基地", ("先进渔业",)),
        # right behind the name a list is its own
        ("东桥软件产业基地重点发展工业软件、信息安全。", "东桥软件产业基地", ("工业软件", "信息安全")),
    ],
)
def test_a_place_is_for_what_its_name_tells(text: str, name: str, focus: tuple[str, ...]) -> None:
    assert found(text, "云州市")[name] == focus


AROUND = [
    # what is built in phases is one place
    ("棉纺小镇一期竣工。", {"棉纺小镇一期"}),
    ("启动云豹中试基地二期项目。", {"云豹中试基地二期"}),
    ("各地建设中试基地和特色小镇。", set()),
    # any verb may stand before
    ("攻克难关，突破北屿旅游区瓶颈。", {"北屿旅游区"}),
    # names joined
    ("建设东桥国家农高区和青岚县现代畜牧业试验区。", {"东桥国家农高区", "青岚县现代畜牧业试验区"}),
    # titles sought, wherever the verb stands
    ("申建白石、东桥重点开发开放试验区。", set()),
    ("加快东桥国家植物园创建。", set()),
    ("加快东桥国家植物园建设。", {"东桥国家植物园"}),
    # what is to be used well
    ("建好氢能中试基地、低空经济产业园。", {"氢能中试基地", "低空经济产业园"}),
    ("规划布局低空经济产业园。", set()),
    # as many as the passage counts
    ("聚焦东桥滨河带、白石商务区和西渡湾三大功能区。", {"白石商务区", "西渡湾", "东桥滨河带"}),
    # like the others of its list
    ("形成东湾化工产业园、沿江产业园、白石科技产业园格局。", {"东湾化工产业园", "沿江产业园", "白石科技产业园"}),
    ("支持白石创新港、三桥科技城、未来信息港建设。", {"白石创新港", "三桥科技城", "未来信息港"}),
]


@pytest.mark.parametrize(("text", "expected"), AROUND)
def test_what_stands_around_shows_a_name(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("结合徐汇语言模型、松江卫星制造、嘉定汽车芯片等各区优势，错位发展。", "上海市",
         {"徐汇区": ("语言模型",), "松江区": ("卫星制造",), "嘉定区": ("汽车芯片",)}),
        ("结合徐汇、松江、嘉定等各区优势，错位发展。", "上海市", {}),
        ("推进东桥音乐小镇和白石国际法律服务先行区建设。", "云州市",
         {"东桥音乐小镇": ("音乐",), "白石国际法律服务先行区": ("法律服务",)}),
        ("推进东桥特色小镇和白石综合服务先行区建设。", "云州市", {"东桥特色小镇": (), "白石综合服务先行区": ()}),
    ],
)  # fmt: skip
def test_what_a_name_or_a_list_tells_of_the_matter(
    text: str, jurisdiction: str, expected: dict[str, tuple[str, ...]]
) -> None:
    assert found(text, jurisdiction) == expected
