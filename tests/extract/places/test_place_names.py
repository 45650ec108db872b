"""Names of places by side, in brackets, with a number in quotes, of the state, sharing a head; and what is no name."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(text: str, jurisdiction: str = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: place.focus for place in made}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("优化以老码头为支点的东部商圈，以会展馆为支点的南部商圈。", {"东部商圈", "南部商圈"}),
        ("加快推进北部生态廊道、西部生态廊道建设。", {"北部生态廊道", "西部生态廊道"}),
        ("中部生态保育区功能不断增强，滨海城市带基本成型。", {"中部生态保育区", "滨海城市带"}),
        ("加快东部地区发展，建设西部通道。", set()),
    ],
)
def test_a_side_singles_out_one_of_a_kind(text: str, expected: set[str]) -> None:
    """The one on that side of the jurisdiction; a document of no place has no sides."""
    assert set(found(text)) == expected
    made, _ = places.find(draft(text, chapter="work", jurisdiction=None, title="产业规划"))
    assert not {place.name for place in made if place.name[1] == "部"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持西部（重庆）科学城建设。", {"西部（重庆）科学城"}),
        ("提升成渝（白石湖）综合性科学中心能级。", {"成渝（白石湖）综合性科学中心"}),
        ("加快东部（杭州）软件园建设。", {"东部（杭州）软件园"}),
        ("推进东桥“86”音乐小镇、白石“3”号产业园建设。", {"东桥“86”音乐小镇", "白石“3”号产业园"}),
        ("推进“15”分钟服务圈建设，加快西部（山区）产业园布局。", set()),
    ],
)
def test_signs_inside_a_proper_noun(text: str, expected: set[str]) -> None:
    """A seat in brackets behind a great region or a side, a number in quotes behind a proper noun."""
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加快建设国家数字经济创新发展试验区，扩大开放。", {"国家数字经济创新发展试验区"}),
        ("高质量建设国家生态文明试验区。", {"国家生态文明试验区"}),
        ("建好用好国家“云智+”渔业领域中试基地。", {"国家“云智+”渔业领域中试基地"}),
        ("加快建设国家海洋装备试验场（浅海）业务体系。", {"国家海洋装备试验场（浅海）"}),
        ("高水平建设渔港、国家深海养殖试验区、国家海水种业基地。", {"国家深海养殖试验区", "国家海水种业基地"}),
        (
            "围绕国家氢能创新发展试验区、新一代储能创新发展试验区建设，布局项目。",
            {"国家氢能创新发展试验区", "新一代储能创新发展试验区"},
        ),
        ("高质量推进国家智能传感器中试基地建设。", {"国家智能传感器中试基地"}),
        ("推进国家城乡融合发展试验区、国家综合改革试验区建设。", set()),
        ("争创国家深海养殖试验区、国家海水种业基地，加快建设。", set()),
        ("争创国家生态文明试验区，申报国家人工智能应用中试基地，加快建设国家综合改革示范区。", set()),
    ],
)
def test_zones_of_the_state(text: str, expected: set[str]) -> None:
    """Zones of trial that are built on, by their matter; none that is only sought."""
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction", "expected"),
    [
        ("加快沪云、苏云、浙云合作产业园建设。", "云州市", {"沪云合作产业园", "苏云合作产业园", "浙云合作产业园"}),
        ("建好兰州、酒泉国家物流枢纽和兰州国家骨干冷链物流基地。", "甘肃省",
         {"兰州国家物流枢纽", "酒泉国家物流枢纽", "兰州国家骨干冷链物流基地"}),
        ("推进长白山、太湖国家公园候选区建设。", "吉林省", {"长白山国家公园候选区", "太湖国家公园候选区"}),
        ("推进东湾、西屿、北湾、大砚等旅游度假区建设。", "云州市",
         {"东湾旅游度假区", "西屿旅游度假区", "北湾旅游度假区", "大砚旅游度假区"}),
        ("加强校企、政企合作，建设产业园。争创兰州国家物流枢纽。", "云州市", set()),
    ],
)  # fmt: skip
def test_names_that_share_their_last_words(text: str, jurisdiction: str, expected: set[str]) -> None:
    assert set(found(text, jurisdiction)) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction"),
    [
        ("深化同粤港澳大湾区的产业协作。", "云州市"),
        ("开展G77环岛公路养护。", "云州市"),
        ("统筹主岛离岛供水。", "云州市"),
        ("围绕建设“花园城市、和美家园”，优化格局。", "云州市"),
        ("用好“云上孵化站+线下科创岛”。", "云州市"),
        ("打造上海国际贸易中心特色承载区。", "上海市徐汇区"),
        ("打造长三角经济圈和半小时经济圈。", "云州市"),
    ],
)
def test_what_is_no_name(text: str, jurisdiction: str) -> None:
    """A great region, a road, two joined, a motto, what a district is made for its city."""
    assert found(text, jurisdiction) == {}


def test_a_verb_ends_a_name() -> None:
    assert "东桥古城建设影视产业园" not in found("推动东桥古城建设影视产业园。")
    assert "白石峰自然体验和国家公园" not in found("推进白石峰自然体验和国家公园品牌提升。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推进东桥影视小镇建设。", {"东桥影视小镇": ("影视",)}),
        ("推进西浦高端装备科技城建设。", {"西浦高端装备科技城": ("高端装备",)}),
        ("建设以东桥商务区为核心的云州市人工智能产业集聚区。",
         {"东桥商务区": ("人工智能",), "云州市人工智能产业集聚区": ("人工智能",)}),
        ("东桥经济区打造一流文化旅游目的地、绿色能源重要供应地。", {"东桥经济区": ("文化旅游", "绿色能源")}),
        ("东桥经济圈要提升能级，推动氢能、低空经济等优势产业集聚。", {"东桥经济圈": ("氢能", "低空经济")}),
        ("白石经济区加快建设国家数字经济创新发展试验区，做大做强氢能产业。",
         {"白石经济区": ("氢能",), "国家数字经济创新发展试验区": ("数字经济",)}),
        ("建设沿云湖产业创新带。", {"沿云湖产业创新带": ()}),
    ],
)  # fmt: skip
def test_industries_of_such_places(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """By the name, by what is made around a place, by each of what one verb makes."""
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # cut out of other words, or of an office, a shop, a school, a road, a port's customs
        ("划定工业区块线内旧工业区提升区100平方公里。", set()),
        ("云州海关驻综合保税区办事处压缩通关时间。", set()),
        ("推进云港国际免税城二期建设，云州购物城开业。", set()),
        ("配套东桥新区外国语学校、白石新区第一中学。", set()),
        ("建设白石综保区—云州南站联络道。", set()),
        ("启动白石港口岸扩大开放。", set()),
        ("打响“云湖药谷”品牌。", set()),
        # so many acres of a kind; what is grown, and a cape that nothing is given to
        ("新建黄茶标准化基地4.7万亩，白茶良种基地300亩。", set()),
        ("以青岚毛尖、白石脐橙为核心，建设标准园。", set()),
        ("开通云石半岛公路观光巴士。", set()),
        # the other way: a name all the same
        ("推进云州驻马店产业园建设。", {"云州驻马店产业园"}),
        ("建成云溪茶叶产业园500亩。", {"云溪茶叶产业园"}),
        ("推进霞云港区三期、铜岚港区一期投入运营。", {"霞云港区", "铜岚港区"}),
        ("推进东部新区上马工业区改造。", {"东部新区", "上马工业区"}),
        ("含雨岚软件园、中云软件园。", {"雨岚软件园", "中云软件园"}),
    ],
)
def test_words_of_others_are_no_name(text: str, expected: set[str]) -> None:
    """What an office, a shop, a road or a crop is called, and the part of such words that looks like a name."""
    assert set(found(text)) == expected


def test_a_place_goes_by_its_own_name_behind_its_district() -> None:
    made, _ = places.find(draft("推进青岚县云栖小镇、东桥区算力小镇建设。", chapter="work", jurisdiction="云州市"))
    assert {p.name: p.district for p in made} == {"云栖小镇": "青岚县", "东桥区算力小镇": "东桥区"}
