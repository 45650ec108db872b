"""Members of a list that the class behind it or their company shows to be places, and words cut out of others."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft


def found(text: str, jurisdiction: str = "云州市") -> dict[str, tuple[str, ...]]:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="发展规划"))
    return {place.name: place.focus for place in made}


NAMED = [
    # sights: enough of the members show to be places by their own signs, else what stands before 等景区 is of a kind
    ("完成白支岛、大小云天、东桥文化旅游区等景区改造。", ["白支岛", "大小云天", "东桥文化旅游区"]),
    ("依托浩岚湖、茶山金字塔、水源洞、纳溪洞等景区办好研学。", ["浩岚湖", "茶山金字塔", "水源洞", "纳溪洞"]),
    ("打造云隐谷、青岚天池、大佛岩三个4A级景区。", ["云隐谷", "青岚天池", "大佛岩"]),
    ("推进游客中心、智慧停车场、旅游厕所等景区基础设施建设。", []),
    ("支持生态观光、民俗体验、康养度假等景区发展。", []),
    ("统筹山水林田湖、红色文化村、历史文化名村等景区建设。", []),
    ("修缮古桥、竹林、茶山等旅游景点。", []),
    ("引入索道公司、农家乐园、客栈楼等景区业态。", []),
    ("建设城市书房、口袋公园、停车楼、消防泉、文化馆等景区。", []),
    ("提升黄山、九寨沟景区等景区品质。", ["黄山", "九寨沟景区"]),
    ("联动鼓浪屿景区、青岚山、云溪湖等景区。", ["鼓浪屿景区", "青岚山", "云溪湖"]),
    ("提升餐饮、住宿、购物等景区服务功能。", []),
    ("完善步道、码头、观景亭、观景台等景区设施。", []),
    # protected areas and areas of ecology, with their class
    ("辖有布云、易岚、罗溪3个州级自然保护区。", ["布云州级自然保护区", "易岚州级自然保护区", "罗溪州级自然保护区"]),
    ("开展勐云、勐岚、曼溪3个子保护区调查。", ["勐云子保护区", "勐岚子保护区", "曼溪子保护区"]),
    ("推进柯云牙、库岚瓦等生态治理区补水。", ["柯云牙生态治理区", "库岚瓦生态治理区"]),
    ("打造绿色、智慧等生态治理区。", []),
    ("在水源地、湿地等生态治理区补水。", []),
    # islands and ports beside others
    ("建设大云岛、獐岛海域人工鱼礁。", ["大云岛", "獐岛"]),
    ("依托朱溪港、凭祥港区发展物流。", ["凭祥港区", "朱溪港"]),
    ("推进白石岛、本岛、无人岛开发。", ["白石岛"]),
    ("减缓白石岛、热岛效应，治理大云岛、孤岛。", ["白石岛", "大云岛"]),
    ("治理白石岛、热岛。", ["白石岛"]),
    # zones by kind beside a named one, of the city itself
    ("范围包括云州高新区、经开区等核心区域。", ["云州高新区", "经开区"]),
    ("支持云州高新区、经开区、综保区，扩容增效。", ["云州高新区", "经开区", "综保区"]),
    ("对接上海张江高新区、经开区。", ["上海张江高新区"]),
    ("支持上海张江高新区、经开区扩容。", ["上海张江高新区"]),
    ("融入云州高新区、经开区建设。", ["云州高新区"]),
    ("依托云州高新区、经开区，发展物流。", ["云州高新区"]),
    ("支持高新区、经开区、综保区等园区扩容。", []),
    # pairs that share what they are
    ("建设青岚—云溪（白石）、东桥—西浦水鸟生态廊道。", ["青岚—云溪（白石）水鸟生态廊道", "东桥—西浦水鸟生态廊道"]),
    ("建设科研—转化、青岚—东桥科创走廊。", ["青岚—东桥科创走廊"]),
    ("打造南北—东西、青岚—白石城市群发展带。", ["青岚—白石城市群发展带"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_members_of_a_class(text: str, names: list[str]) -> None:
    assert sorted(found(text)) == sorted(names)


TOWNS = [
    "与上海、苏州等街道发展数字经济。",
    "支持养殖大户、种植大户等镇发展茶叶。",
    "支持千年瓷都、旅游强镇等镇发展陶瓷和茶叶。",
    "推动中小、龙头等乡发展茶叶。",
    "支持企业、合作社等镇发展茶叶。",
]


@pytest.mark.parametrize("text", TOWNS)
def test_a_kind_behind_a_list_makes_no_towns(text: str) -> None:
    assert not found(text)


CUT = [
    ("古城保护协调组办公室（下称市古城办）负责统筹。", "云州市", []),
    ("推动云州海洋博物馆共建青岚产业园。", "云州市", ["青岚产业园"]),
    ("建设海草床、柽柳林修复示范区。", "临江省", []),
    ("推进云州港东溪作业区二期。", "云州市", []),
    ("建成成渝地区双城经济圈先进制造业基地。", "重庆市", []),
    ("晋州装备铸造、无极皮革、深泽木器等产业集群“一行一策”整治。", "石家庄市", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "jurisdiction", "names"), CUT)
def test_words_cut_out_of_others_are_no_places(text: str, jurisdiction: str, names: list[str]) -> None:
    assert sorted(found(text, jurisdiction)) == names
