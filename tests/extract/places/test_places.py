"""Named places with their types, districts and industries, in invented sentences of many fields."""

from __future__ import annotations

from dataclasses import replace

import pytest

from guitu.extract.facts import PlaceMention
from guitu.extract.places.places import find
from guitu.extract.structure.draft import PlacedTable
from guitu.extract.text import Span
from tests.extract.factories import Page, draft


def read(*paragraphs: str, jurisdiction: str | None = "云州市", heading: str | None = None) -> list[PlaceMention]:
    found, gaps = find(draft(*paragraphs, jurisdiction=jurisdiction, heading=heading))
    assert gaps == ()
    return list(found)


NAMED = [
    ("启动云州软件园扩建，引来设计企业。", "云州市", [("云州软件园", "park")]),
    ("在青岚县建设一所学校，在东桥科学城布局实验装置。", "云州市", [("东桥科学城", "zone")]),
    ("高标准打造北港新城，加快西浦工业园升级。", "云州市", [("北港新城", "town"), ("西浦工业园", "park")]),
    ("推进自贸试验区南浦新片区改革，探索跨境支付。", "云州市", [("南浦新片区", "zone")]),
    ("中国（临江）自由贸易试验区挂牌三年。", "临江省", [("中国（临江）自由贸易试验区", "zone")]),
    ("依托东桥-西渡绿色建材产业带，延伸链条。", "云州市", [("东桥-西渡绿色建材产业带", "belt")]),
    ("西浦软件园、北湖科技园、东岭农业产业园等扩容。", "云州市",
     [("西浦软件园", "park"), ("北湖科技园", "park"), ("东岭农业产业园", "park")]),
    ("加快苏州工业园区与昆山高新区协同。", "江苏省", [("苏州工业园区", "park"), ("昆山高新区", "zone")]),
    ("“紫溪药谷”“白塔智岛”两个生物医药产业园开工。", "云州市", [("紫溪药谷", "park"), ("白塔智岛", "park")]),
    ("南桥研发基地二期与西渡园区同步建设。", "云州市", [("南桥研发基地二期", "base"), ("西渡园区", "park")]),
    ("支持长三角生态绿色一体化发展示范区先行。", "云州市", [("长三角生态绿色一体化发展示范区", "zone")]),
    ("青岚县茶叶产业园和白石县粮油加工基地获得支持。", "云州市",
     [("青岚县茶叶产业园", "park"), ("白石县粮油加工基地", "base")]),
    ("千盘湖旅游度假区与九梁山生态旅游区提档，三条河治理收尾。", "云州市",
     [("千盘湖旅游度假区", "zone"), ("九梁山生态旅游区", "other")]),
    ("融入东桥都市圈和白河城市群，建设沿江特色农业带。", "云州市",
     [("沿江特色农业带", "belt")]),
    ("加快中国（临江）跨境电子商务综合试验区扩围。", "临江省", [("中国（临江）跨境电子商务综合试验区", "zone")]),
    ("推进云湖、白石山、青屿湾等3个省级旅游度假区建设。", "临江省",
     [("云湖旅游度假区", "zone"), ("白石山旅游度假区", "zone"), ("青屿湾旅游度假区", "zone")]),
    ("加快百里汀河风光带绿化，管护千里绿色长廊。", "云州市", [("百里汀河风光带", "belt"), ("千里绿色长廊", "belt")]),
    ("主动融入全省汀河经济带，抓住云桐经济区机遇。", "云州市", [("汀河经济带", "belt"), ("云桐经济区", "zone")]),
    ("推进东桥国际陆港、西浦农业科技园区和北湖组团。", "云州市",
     [("东桥国际陆港", "other"), ("西浦农业科技园区", "park"), ("北湖组团", "zone")]),
    ("推进雄安新区与西咸新区交流，支持贵安新区。", "临江省",
     [("雄安新区", "zone"), ("西咸新区", "zone"), ("贵安新区", "zone")]),
    ("保护白塔历史文化风貌区，提升东渡商圈、九盘山风景区。", "云州市",
     [("白塔历史文化风貌区", "zone"), ("东渡商圈", "zone"), ("九盘山风景区", "other")]),
    ("共建中韩（云州）生态园和中德（云州）精密机械产业园。", "云州市",
     [("中韩（云州）生态园", "park"), ("中德（云州）精密机械产业园", "park")]),
    ("支持紫金山视频文创产业园、东岭岛屿经济区扩容。", "云州市",
     [("紫金山视频文创产业园", "park"), ("东岭岛屿经济区", "zone")]),
    ("加快青岚特钢产业园、中钢铜材产业园建设，推进东桥工业园、返乡创业园。", "云州市",
     [("青岚特钢产业园", "park"), ("中钢铜材产业园", "park"), ("东桥工业园", "park")]),
    ("在青龙峡谷和白石现代农业园建设泵站。", "云州市", [("白石现代农业园", "park")]),
    ("沿白河流域与东渡生态园布设站点。", "云州市", [("东渡生态园", "park")]),
    ("完善东桥电子产业园、大湾区产业园等载体功能。", "云州市", [("东桥电子产业园", "park"), ("大湾区产业园", "park")]),
    ("推进横沙岛、长洲岛生态修复。", "云州市", [("横沙岛", "island"), ("长洲岛", "island")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "jurisdiction", "expected"), NAMED)
def test_a_name_begins_with_its_proper_noun_and_ends_with_its_last_word(
    sentence: str, jurisdiction: str, expected: list[tuple[str, str]]
) -> None:
    """Names are the shortest complete ones, with the type of the last word."""
    assert [(p.name, p.type) for p in read(sentence, jurisdiction=jurisdiction)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "建设一批特色产业园区和示范基地，培育县域产业园。",
        "争创“国家大数据产业园区”，申报国家级示范区。",
        "融入京津冀，对接长江经济带和粤港澳大湾区。",
        "在中小学校园、社区和公园增设健身设施。",
        "建设高技能人才培训基地，认定省级创业孵化示范基地。",
        "云州市各类产业园区应当公布收费目录。",
        "支持园区企业开展技术改造，整治部分园区的违规收费。",
        "推动宽带进村，形成一带一路合作的纽带。",
        "支持有条件的县建设数字文化产业集聚区。",
        "两条河三个湖综合治理，十多里山路硬化。",
        "武陵山片区、秦巴山区等贫困片区用水不足。",
        "三大基地：全国重要的能源基地、先进制造基地、出口基地。一区：国家生态示范区。",
        "中心城区新建停车场，县城改造管网。",
        "机关和园区食堂推广节约用餐。",
        "允许综合保税区内企业维修，简化综合保税区手续，规范化工园区管理。",
        "支持有条件的地区建设先导区，加强敏感地区和保护地管理。",
        "统筹科技创新平台基地，营造速生用材林基地，清理饮用水水源保护区。",
        "学习秦皇岛、葫芦岛、青岛治海，考察连云港、防城港和张家港。",
        "五家开发区入选省级零碳园区，获评国家级示范区。",
        "新建城区、郊区新城要同步建校，城区、镇区和景区设充电桩。",
        "推进边（跨）境经济合作区、海绵城市示范片区建设。",
        "东桥新区管委会、西浦开发区管理委员会负责落实。",
        "落实《东桥新区促进条例》。",
        "支持临江省高质量建设融合发展示范区。",
        "打造“东桥故里”“西浦漫步”两大主题片区。",
        "建设慢行示范区，推进受污染耕地安全利用示范区和生活圈。",
        "把这里打造成产城融合示范区，发展低空物流试点区。",
        "推进国家城乡融合发展试验区和国家中医药综合改革示范区建设。",
        "修编经济开发区整体规划，调整产业园区范围。",
        "高质量建成临江省茶旅融合示范区、临江省热区农业示范区。",
        "高质量建成“临江省茶旅融合示范区”“临江省热区农业示范区”。",
        "建设优质的粤港澳大湾区蔬菜供给基地，打造高科技特色农产品加工园区。",
        "建设南美白对虾工厂化循环水养殖基地。",
        "争创国家文化产业示范区，申报国家级农业试验区。",
        "推进一批国家农村产业融合示范区建设，各区至少建成1家文化基地。",
        "建设若干都市圈，支持各城市群一体化。",
        "对接青州都市圈，发展北部海洋经济圈。",
        "为各县至少培育1家云州市护理培训示范基地。",
        "参与建设跨海国际运输走廊。",
    ],
)
def test_what_has_no_proper_name_is_no_place(sentence: str) -> None:
    """Kinds of places, sought titles and great regions are left out."""
    assert read(sentence) == []


FOCUS = [
    ("提升北湖新城文化演艺功能。", "北湖新城", ("文化演艺",)),
    ("建设东桥商圈，促进黄金珠宝商贸功能与文化旅游功能融合。", "东桥商圈", ("黄金珠宝商贸", "文化旅游")),
    ("推动西浦新城建设，集聚金融和会展高端资源要素。", "西浦新城", ("金融", "会展")),
    ("将西浦县、东桥新城确定为全市托育服务试点地区。", "东桥新城", ("托育服务试点",)),
    ("推进东桥新城“粤港澳电商示范区”建设。", "东桥新城", ("粤港澳电商示范区",)),
    ("扩建青岚氢能产业园，支持白石打造盐化工产业基地。", "青岚氢能产业园", ("氢能",)),
    ("建设云州北部新城。积极抢占低空经济赛道，建设试飞场，打造低空经济产业基地。", "云州北部新城", ()),
    ("聚焦东桥风貌区，重点打造南桥路、北桥路等重点区域。", "东桥风貌区", ()),
    ("在东桥新城建设医院，东桥新城重点发展康复器械、远程诊疗和健康管理等产业。", "东桥新城",
     ("康复器械", "远程诊疗", "健康管理")),
    ("加快建设西浦工业园，主要发展数控机床、轴承。", "西浦工业园", ("数控机床", "轴承")),
    ("立足北湖科技园，完善配套服务，打造具有全国影响力的智能传感器产业集聚区。", "北湖科技园", ("智能传感器",)),
    ("重点布局南浦新城氢能和储能产业、东浦新城海洋装备产业。", "南浦新城", ("氢能", "储能")),
    ("挂牌云州国家级集成电路产业基地。", "云州国家级集成电路产业基地", ("集成电路",)),
    ("扩建云州软件园。", "云州软件园", ()),
    ("“紫溪带”“桃塘里”两个银发经济生态园开园。", "紫溪带", ("银发经济",)),
    ("建设云岭北数字产业基地。", "云岭北数字产业基地", ("数字产业",)),
    ("推进东湾低空产业园建设。", "东湾低空产业园", ("低空产业",)),
    ("加快青岚特钢产业园、中钢轧辊产业园建设。", "中钢轧辊产业园", ("轧辊",)),
    ("红石中心商贸集聚区开工。", "红石中心商贸集聚区", ("商贸",)),
    ("扩建云岭生猪繁育基地。", "云岭生猪繁育基地", ("生猪繁育",)),
    ("在白石现代农业园建设花卉基地2000亩。", "白石现代农业园", ("花卉",)),
    ("在白石现代农业园建设研学实践基地。", "白石现代农业园", ("现代农业",)),
    ("东桥、西浦经济开发区等工业集聚区要加强监管。", "东桥经济开发区", ()),
    ("做大东岭物流园。重点发展冷链物流、城市配送。", "东岭物流园", ("冷链物流", "城市配送")),
    ("发挥白石商务区区位优势，打造跨境电商集聚区。", "白石商务区", ("跨境电商",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "focus"), FOCUS)
def test_the_focus_is_what_the_document_assigns(text: str, name: str, focus: tuple[str, ...]) -> None:
    """Lists behind verbs of focus, what a place is made into, else the industry of its own name."""
    assert {p.name: p.focus for p in read(text)}[name] == focus


def test_districts_count_where_they_have_a_focus() -> None:
    """Short names of districts are read as districts of the jurisdiction; without a focus they are no places."""
    found = read("徐汇重点发展集成电路和人工智能；杨浦、长宁聚焦智能驾驶。黄浦做好防汛。", jurisdiction="上海市")
    assert [(p.name, p.type, p.focus) for p in found] == [
        ("徐汇区", "district", ("集成电路", "人工智能")),
        ("杨浦区", "district", ("智能驾驶",)),
        ("长宁区", "district", ("智能驾驶",)),
    ]


SHARED = [
    ("推进东湖、南湖生态经济区建设。", ["东湖生态经济区", "南湖生态经济区"]),
    ("支持滨州、东营高新区升级。", ["滨州高新区", "东营高新区"]),
    ("启动呼和浩特、鄂尔多斯综合保税区扩建。", ["呼和浩特综合保税区", "鄂尔多斯综合保税区"]),
    ("加快松江、嘉定以及青浦等新城建设。", ["松江新城", "嘉定新城", "青浦新城"]),
    ("先后成立了东桥、西浦、北屿等氢能装备测试示范区。",
     ["东桥氢能装备测试示范区", "西浦氢能装备测试示范区", "北屿氢能装备测试示范区"]),
    ("用好长城、大运河、黄河国家文化公园。", ["长城国家文化公园", "大运河国家文化公园", "黄河国家文化公园"]),
    ("依托浦东、虹桥商务区集聚优势。", ["虹桥商务区"]),
    ("建设东桥镇、西浦科技园。", ["西浦科技园"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SHARED)
def test_names_that_share_the_last_word_are_read_each_in_full(text: str, expected: list[str]) -> None:
    """A name of a list has the last words of the name behind it; a district beside a zone is a district."""
    made = draft(text, jurisdiction="上海市")
    found = find(made)[0]
    assert [p.name for p in found] == expected
    assert all(made.text.read(p.span) == p.written for p in found)


WRITTEN = [
    ("徐汇重点发展会展业。", "上海市", [("徐汇区", "徐汇")]),
    ("推动黄浦区建设跨境电商综合试点城市。", "上海市", [("黄浦区", "黄浦区")]),
    ("支持徐汇、长宁各区时尚设计产业特色化发展。", "上海市", []),
    ("支持徐汇、长宁各区生物医药产业特色化发展。", "上海市", [("徐汇区", "徐汇"), ("长宁区", "长宁")]),
    ("建成了松江、东桥等氢能产业示范区。", "上海市", [("松江氢能产业示范区", "松江"), ("东桥氢能产业示范区", "东桥")]),
    ("在北港新城打造国家级生物医药产业基地。", "云州市",
     [("北港新城", "北港新城"), ("国家级生物医药产业基地", "国家级生物医药产业基地")]),
    ("扩建东桥云州智能传感器产业园。云州智能传感器产业园招商。", "云州市",
     [("云州智能传感器产业园", "云州智能传感器产业园")]),
    ("推进西渡软件园、桃塘里、北湖之心中心等特色园区联动。", "云州市",
     [("西渡软件园", "西渡软件园"), ("桃塘里", "桃塘里"), ("北湖之心中心", "北湖之心中心")]),
    ("加快中国东海人力资源服务产业园招商。", "云州市",
     [("中国东海人力资源服务产业园", "中国东海人力资源服务产业园")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "jurisdiction", "expected"), WRITTEN)
def test_what_is_written_is_what_the_text_has(text: str, jurisdiction: str, expected: list[tuple[str, str]]) -> None:
    """A district has its full name beside its written one; a name in two lengths is one place, the shorter."""
    made = draft(text, jurisdiction=jurisdiction)
    found = find(made)[0]
    assert [(p.name, p.written) for p in found] == expected
    assert all(made.text.read(p.span) == p.written for p in found)


TOGETHER = [
    ("西渡软件园、东岭数字园等重点软件产业园区扩容。", {"西渡软件园": ("软件",), "东岭数字园": ("软件",)}),
    ("在北港科学城建设云州集成电路产业园。", {"北港科学城": ("集成电路",), "云州集成电路产业园": ("集成电路",)}),
    ("突出冰雪运动、康养旅游，打造北山休闲旅游圈。", {"北山休闲旅游圈": ("冰雪运动", "康养旅游")}),
    ("建设云州新材料产业园，以东桥化工园为主体。", {"云州新材料产业园": ("新材料",), "东桥化工园": ("新材料",)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_places_that_share_an_industry(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """The words behind a list, what is built in a place, and what a place leads tell industries too."""
    assert {p.name: p.focus for p in read(text)} == expected


def test_counties_and_towns_with_a_focus() -> None:
    """Counties and towns are read in plans of agriculture as districts are in plans of industry."""
    found = read("青岚县重点发展茶叶、油茶，东桥镇重点发展花卉。")
    assert [(p.name, p.type, p.focus) for p in found] == [
        ("青岚县", "district", ("茶叶", "油茶")),
        ("东桥镇", "town", ("花卉",)),
    ]


def test_the_district_is_given_only_where_the_name_says_it() -> None:
    """A name that begins with a district, full, or short before a proper noun, lies in it; 嘉定新城 does not say so."""
    found = read("建设普陀区数字安全产业园。立足松江泗泾，打造密码科技创新基地。推进嘉定新城。", jurisdiction="上海市")
    assert [(p.name, p.district) for p in found] == [
        ("普陀区数字安全产业园", "普陀区"),
        ("松江泗泾", "松江区"),
        ("嘉定新城", None),
    ]


def test_a_place_is_one_line_with_all_its_industries() -> None:
    """Later passages add to the focus of a place; the span is that of the first name."""
    texts = ("东桥新城开工。", "东桥新城重点发展新材料。", "东桥新城重点发展新能源。")
    made = draft(*texts)
    [place] = find(made)[0]
    assert place.focus == ("新材料", "新能源")
    assert made.text.quote(place.span) == "东桥新城"
    assert place.span.start == 0


def test_a_heading_that_is_a_place_gives_it_the_industries_below() -> None:
    """The body under a heading speaks about the place of the heading."""
    [place] = read("以重大装置为牵引，培育发展智能计算、量子通信等产业。", heading="东桥科学城")
    assert place.focus == ("智能计算", "量子通信")


LAID_OUT = [
    (("“两带”：汀河生态农业带、云山文化旅游带。一核：云州主城区综合服务核。",),
     {"汀河生态农业带": ("belt", ("生态农业",)), "云山文化旅游带": ("belt", ("文化旅游",))}),
    (("三区：东部粮食主产区、西部林果特色区和南部休闲度假区。",),
     {"东部粮食主产区": ("zone", ("粮食",)), "西部林果特色区": ("zone", ("林果",)), "南部休闲度假区": ("zone", ())}),
    (("二轴，即：省道城镇轴。两轴：传统产业提升轴和临港物流发展轴。",
      "传统产业提升轴，以老国道为主，沿线涉及东桥工业园、西浦工业园。重点发展陶瓷、家具等轻工业，茶叶、花卉等特色农业。"),
     {"传统产业提升轴": ("belt", ("陶瓷", "家具", "茶叶", "花卉")), "临港物流发展轴": ("belt", ("物流",)),
      "东桥工业园": ("park", ()), "西浦工业园": ("park", ())}),
    (("六基地：金穗奶牛养殖基地，出口基地。",), {"金穗奶牛养殖基地": ("base", ("奶牛养殖",))}),
    (("（二）东部先进制造片区。包括东桥镇、西浦镇，重点发展汽车零部件、数控机床。",),
     {"东部先进制造片区": ("zone", ("汽车零部件", "数控机床"))}),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), LAID_OUT)
def test_the_layout_of_a_territory_names_its_parts(
    paragraphs: tuple[str, ...], expected: dict[str, tuple[str, tuple[str, ...]]]
) -> None:
    """A number of axes, belts or zones is followed by their names, and what is said of each is its focus."""
    assert {p.name: (p.type, p.focus) for p in read(*paragraphs)} == expected


ALLOTTED = [
    ("东桥镇依托云州农业示范园、西浦镇依托汀河湿地公园发展蔬菜和休闲农业；北湖乡依托老街主要发展乡村旅游。",
     {"东桥镇": ("蔬菜", "休闲农业"), "云州农业示范园": ("蔬菜", "休闲农业"), "西浦镇": ("蔬菜", "休闲农业"),
      "汀河湿地公园": ("蔬菜", "休闲农业"), "北湖乡": ("乡村旅游",)}),
    ("在东桥镇、西浦乡等乡镇发展食用菌产业。", {"东桥镇": ("食用菌",), "西浦乡": ("食用菌",)}),
    ("以东桥镇、北湖镇为重点，发展茶叶和乡村旅游。",
     {"东桥镇": ("茶叶", "乡村旅游"), "北湖镇": ("茶叶", "乡村旅游")}),
    ("支持西浦镇依托龙头企业发展茶叶，东桥镇发展电子信息。", {"西浦镇": ("茶叶",), "东桥镇": ("电子信息",)}),
    ("支持特色小镇发展旅游，重点镇发展物流，乡镇发展茶叶。", {}),
    ("围绕白石客厅、云湾科创中心等重点片区，培育发展智能算力、数字创意。",
     {"白石客厅": ("智能算力", "数字创意"), "云湾科创中心": ("智能算力", "数字创意")}),
    ("围绕企业服务、人才引进等重点片区工作，培育发展智能算力。", {}),
    ("打造东桥-西渡智能装备产业带。加快北湖智造园、南浦集聚区等特色产业园区升级。",
     {"东桥-西渡智能装备产业带": ("智能装备",), "北湖智造园": ("智能装备",), "南浦集聚区": ("智能装备",)}),
    ("整合云州主城区商贸资源，重点发展现代物流、金融等服务业。", {"云州主城区": ("现代物流", "金融")}),
    ("东桥医药工业园与汀河生态旅游带开工，西浦工业园扩容。",
     {"东桥医药工业园": ("医药",), "汀河生态旅游带": ("旅游",), "西浦工业园": ()}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALLOTTED)
def test_what_a_sentence_allots_to_its_places(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """Towns, parks and areas of a list get the industries of the verb behind them; kinds of towns are no places."""
    assert {p.name: p.focus for p in read(text)} == expected


def test_loose_words_assign_industries_too() -> None:
    """以…为主, 重在发展, 主要承接…转移; what is a help or a rule is no industry."""
    said = "青岚县以智能家电为主，白石县重在发展生物医药，北湖县主要承接纺织服装产业转移，南桥县以奖代补为主。"
    assert {place.name: place.focus for place in read(said)} == {
        "青岚县": ("智能家电",),
        "白石县": ("生物医药",),
        "北湖县": ("纺织服装",),
    }


@pytest.mark.parametrize(
    ("said", "told"),
    [("支持高新区重点发展集成电路。", ["高新区"]), ("各开发区重点发展芯片。", []), ("东桥高新区主攻集成电路。", [])],
)  # fmt: skip
def test_a_place_with_an_industry_and_no_name_is_a_gap(said: str, told: list[str]) -> None:
    """Words of many are none."""
    page = draft(said, jurisdiction="云州市")
    _, gaps = find(page)
    assert [(gap.kind, page.text.quote(gap.span)) for gap in gaps] == [("unread-place", one) for one in told]


def test_cells_of_a_table_hold_places_but_not_those_of_indicators() -> None:
    """A cell is read as a passage of its own; the head of a column and tables of indicators are left out."""
    page = Page()
    projects = page.table([["项目", "内容"], ["甲", "扩建南浦软件园"]])
    indicators = page.table([["指标", "目标值"], ["白石软件园企业数", "200家"]])
    made = draft("推进示范。", jurisdiction="云州市")
    text = page.text()
    placed = tuple(PlacedTable(table, Span(0, 0), "work") for table in (projects, indicators))
    found = find(replace(made, text=text, passages=(), tables=placed))[0]
    assert [p.name for p in found] == ["南浦软件园"]


@pytest.mark.parametrize(
    "sentence",
    [
        "依托省市级科技园区，打造市县级高新园区。",
        "改造村级工业园，建设部省级示范基地和国省级开发区。",
        "支持非沿江地区化工园区转型，规范非禁养区养殖基地。",
    ],
)
def test_a_class_by_its_level_or_by_what_it_is_not_is_no_name(sentence: str) -> None:
    """省市级园区, 非沿江地区: words of a class begin no proper name."""
    assert find(draft(sentence))[0] == ()


def test_what_only_begins_alike_stays_a_name() -> None:
    """非遗 is a matter of its own, and a name may hold a level behind its place."""
    names = [place.name for place in read("建设东桥非遗小镇，提升云州国家级经济技术开发区。")]
    assert names == ["东桥非遗小镇", "云州国家级经济技术开发区"]
