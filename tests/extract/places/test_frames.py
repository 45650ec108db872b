"""What clauses give to their places, whatever stands in the list: divisions, towns, parks."""

from __future__ import annotations

import pytest

from guitu.extract.places import places
from tests.extract.factories import draft

Places = dict[str, tuple[str | None, tuple[str, ...]]]


def read(text: str, jurisdiction: str = "云州市") -> Places:
    made, _ = places.find(draft(text, chapter="work", jurisdiction=jurisdiction, title="产业规划"))
    return {place.name: (place.district, place.focus) for place in made}


GIVEN: list[tuple[str, Places]] = [
    # what places are for something, under a title or behind a topic
    ("油茶。以青岚县、白石县为主产区，每年新造3万亩。", {"青岚县": (None, ("油茶",)), "白石县": (None, ("油茶",))}),
    ("1．石榴、冬枣。冬枣以青岚县为重点，石榴布局在南湖县。",
     {"青岚县": (None, ("冬枣",)), "南湖县": (None, ("石榴",))}),
    ("肉牛重点推进青岚县东桥镇、下河镇品种改良。",
     {"东桥镇": ("青岚县", ("肉牛",)), "下河镇": ("青岚县", ("肉牛",))}),
    ("对虾养殖。主要布局在海宁镇东滩、西滩，白沙镇南滩等村。",
     {"海宁镇": (None, ("对虾养殖",)), "白沙镇": (None, ("对虾养殖",))}),
    # what is made among them, and what that spreads to
    ("茶叶。建设东桥镇、白石镇及青岚县下河镇、云岭镇茶叶带，辐射南湖县西浦镇。",
     {"东桥镇": (None, ("茶叶",)), "白石镇": (None, ("茶叶",)), "下河镇": ("青岚县", ("茶叶",)),
      "云岭镇": ("青岚县", ("茶叶",)), "西浦镇": ("南湖县", ("茶叶",))}),
    ("支持临江、白石等镇发展食品加工。", {"临江镇": (None, ("食品加工",)), "白石镇": (None, ("食品加工",))}),
    # what one does with the places it has
    ("东桥区以白石高新区、临江镇发展精准医疗；青岚县依托云湖经开区建设动力电池基地。",
     {"东桥区": (None, ("精准医疗",)), "白石高新区": ("东桥区", ("精准医疗",)), "临江镇": ("东桥区", ("精准医疗",)),
      "青岚县": (None, ("动力电池",)), "云湖经开区": ("青岚县", ("动力电池",))}),
    ("东桥区。依托白石高新区、云湖科技城，重点发展集成电路。",
     {"东桥区": (None, ("集成电路",)), "白石高新区": ("东桥区", ("集成电路",)),
      "云湖科技城": ("东桥区", ("集成电路",))}),
    ("东桥区发展会展业、西浦区发展康养旅游。", {"东桥区": (None, ("会展业",)), "西浦区": (None, ("康养旅游",))}),
    ("在云州市东桥区、西浦区，青岚县等地先行试点分布式光伏。",
     dict.fromkeys(("东桥区", "西浦区", "青岚县"), (None, ("分布式光伏",)))),
    ("构建以东桥区为核心、青岚县为两翼的生物医药产业格局。",
     {"东桥区": (None, ("生物医药",)), "青岚县": (None, ("生物医药",))}),
    ("选择东桥区、西浦区作为全市托育服务试点区域。",
     {"东桥区": (None, ("托育服务试点",)), "西浦区": (None, ("托育服务试点",))}),
    ("东屿岛、西屿岛作为港口物流岛，南屿岛作为海洋旅游和现代渔业岛。",
     {"东屿岛": (None, ("港口物流",)), "西屿岛": (None, ("港口物流",)), "南屿岛": (None, ("海洋旅游", "现代渔业"))}),
    ("青岚县定位为花卉苗木基地，南湖县规划为物流园区。",
     {"青岚县": (None, ("花卉苗木",)), "南湖县": (None, ("物流",))}),
    # lists of towns county by county, of autonomous counties, of towns that bear a number
    ("支持青岚县下河镇、白石镇，南湖县西浦镇发展油茶。",
     {"下河镇": ("青岚县", ("油茶",)), "白石镇": ("青岚县", ("油茶",)), "西浦镇": ("南湖县", ("油茶",))}),
    ("后者以青岚县下河镇、五申镇、古城镇和南湖县西浦镇为主，连片种植苜蓿。",
     {"下河镇": ("青岚县", ("苜蓿",)), "五申镇": ("青岚县", ("苜蓿",)), "古城镇": ("青岚县", ("苜蓿",)),
      "西浦镇": ("南湖县", ("苜蓿",))}),
    ("青岚县、务川仡佬族苗族自治县、南湖县重点发展茶叶。",
     dict.fromkeys(("青岚县", "务川仡佬族苗族自治县", "南湖县"), (None, ("茶叶",)))),
    # what they are strong in, what lies in them without a verb
    ("青岚县、南湖县发挥电子信息、生物医药产业优势，完善配套。",
     dict.fromkeys(("青岚县", "南湖县"), (None, ("电子信息", "生物医药")))),
    ("青岚县下河镇、白石镇奶山羊养殖基地。", {"下河镇": ("青岚县", ("奶山羊",)), "白石镇": ("青岚县", ("奶山羊",))}),
    # each list of towns before what it grows; names of another language, of a town in a list that ends in 城乡
    ("布局青岚县下河镇、白石镇蔬菜基地，南湖县西浦镇、临溪镇石榴基地。",
     {"下河镇": ("青岚县", ("蔬菜",)), "白石镇": ("青岚县", ("蔬菜",)), "西浦镇": ("南湖县", ("石榴",)),
      "临溪镇": ("南湖县", ("石榴",))}),
    ("建设青岚县可可以力更镇、西乌兰不浪镇牧草基地。",
     {"可可以力更镇": ("青岚县", ("牧草",)), "西乌兰不浪镇": ("青岚县", ("牧草",))}),
    ("建设青岚县下河镇、大红城乡奶源基地。", {"下河镇": ("青岚县", ("奶源",)), "大红城乡": ("青岚县", ("奶源",))}),
    # what they turn round, and what is made where it grows
    ("青岚县、南湖县围绕丝绸纺织产业转型升级。", dict.fromkeys(("青岚县", "南湖县"), (None, ("丝绸纺织",)))),
    ("东桥区围绕模具产业强链补链，西浦区围绕预制菜提质。",
     {"东桥区": (None, ("模具",)), "西浦区": (None, ("预制菜",))}),
    ("青岚县以下河镇为龙头，以白石镇、临溪镇为补充，打造优质石榴产区。",
     {"青岚县": (None, ("优质石榴",))} | dict.fromkeys(("下河镇", "白石镇", "临溪镇"), ("青岚县", ("优质石榴",)))),
    ("在青岚县、南湖县等油茶主产县新造油茶林30万亩。", dict.fromkeys(("青岚县", "南湖县"), (None, ("油茶",)))),
    ("青岚县、南湖县建设大豆高产示范基地。", dict.fromkeys(("青岚县", "南湖县"), (None, ("大豆",)))),
    ("推进青岚县、南湖县酱香白酒基地建设。", dict.fromkeys(("青岚县", "南湖县"), (None, ("酱香白酒",)))),
    ("东桥区、云湖经开区、青岚县沿线布局电子信息产业。",
     dict.fromkeys(("东桥区", "云湖经开区", "青岚县"), (None, ("电子信息",)))),
    ("支持威宁自治县、融水自治县发展马铃薯。",
     dict.fromkeys(("威宁彝族回族苗族自治县", "融水苗族自治县"), (None, ("马铃薯",)))),
    ("南屿岛、北屿岛作为现代渔业与清洁能源岛。", dict.fromkeys(("南屿岛", "北屿岛"), (None, ("现代渔业", "清洁能源")))),
    ("东桥区侧重生物医药，西浦区侧重发展轴承。", {"东桥区": (None, ("生物医药",)), "西浦区": (None, ("轴承",))}),
    ("东桥区发展会展，建设云溪科技城；西浦区发展轴承，参与建设白石科技城。",
     {"东桥区": (None, ("会展",)), "云溪科技城": ("东桥区", ()), "西浦区": (None, ("轴承",)),
      "白石科技城": (None, ())}),
    # to each its own in their order, and to none where they are not as many
    ("东桥区、西浦区分别发展会展业、康养旅游。", {"东桥区": (None, ("会展业",)), "西浦区": (None, ("康养旅游",))}),
    ("东桥区、西浦区、青岚县分别以生态旅游、轴承、茶叶为特色。",
     {"东桥区": (None, ("生态旅游",)), "西浦区": (None, ("轴承",)), "青岚县": (None, ("茶叶",))}),
    ("东桥区、西浦区、青岚县分别重点发展生态旅游、轴承。", {}),
    ("东桥区、青岚县建设油茶核心区。", dict.fromkeys(("东桥区", "青岚县"), (None, ("油茶",)))),
    ("青岚县、南湖县打造黑茶、红茶主产区。", dict.fromkeys(("青岚县", "南湖县"), (None, ("黑茶", "红茶")))),
    ("青岚县发展油菜全产业链，南湖县发展区域性商贸服务。",
     {"青岚县": (None, ("油菜",)), "南湖县": (None, ("商贸服务",))}),
    ("湘潭县、湘乡市发展湘莲和生猪加工。", dict.fromkeys(("湘潭县", "湘乡市"), (None, ("湘莲", "生猪加工")))),
    # what no list has, beside what one has
    ("青岚县发展动力电池，南湖县发展地理信息，东桥区发展绿色家居、椅业。",
     {"青岚县": (None, ("动力电池",)), "南湖县": (None, ("地理信息",)), "东桥区": (None, ("绿色家居", "椅业"))}),
    # to each its own; what another does whose name is not read is not given to the one before
    ("依托白石新区、云湖经开区发展航空物流，依托临江经济开发区发展新型显示。",
     {"白石新区": (None, ("航空物流",)), "云湖经开区": (None, ("航空物流",)), "临江经济开发区": (None, ("新型显示",))}),
    ("白石湾科技城重点发展深海科技，中央商务区发展总部经济。", {"白石湾科技城": (None, ("深海科技",))}),
    ("南湖县以西浦镇为核心，建设茉莉花种植基地。",
     {"南湖县": (None, ("茉莉花种植",)), "西浦镇": ("南湖县", ("茉莉花种植",))}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_a_clause_gives_an_industry_to_its_places(text: str, expected: Places) -> None:
    assert read(text) == expected


NONE = [
    # who answers, what goes, where works are built, what only passes by
    "东桥区、西浦区政府负责推进物流园建设。",
    "（市农业农村局，青岚县、白石县负责）",
    "青岚县、白石县淘汰水泥产能100万吨。",
    "推进东桥镇、白石镇污水处理厂建设。",
    "建设东桥镇、白石镇卫生院，提升医疗服务能力。",
    "东桥区、西浦区发挥区位交通优势，完善服务体系。",
    "建设三个镇、六大乡文化站。",
    "支持有条件的县争创国家级旅游度假区，引导各县发展夜间消费。",
    "对青岚市、南湖市、白石市等奶业优势区优先安排，创建省级以上奶业示范园区2个。",
    "东桥区、西浦区建设国家碳汇先行区，作为党员活动基地。",
    "与东桥区共建新能源汽车产业基地。",
    "组织东桥镇、西浦镇干部赴白石县学习发展茶叶经验。",
    "以东桥区为重点，加强养老服务监管。",
    "在东桥区、西浦区设立便民服务点，发展志愿服务队伍。",
    "完成青岚县、白石县小麦赤霉病防治20万亩。",
    "支持东桥区培育一批软件楼宇。",
    # words that end like a town and are none
    "支持小城镇、重点镇等镇发展茶叶。",
    "全县4个瑶族乡发展油茶。",
    # what is no industry
    "青岚县围绕白石大峡谷完善道路，南湖县围绕群众需求完善服务。",
    "南湖县发展地理信息。",
    "东桥区、西浦区围绕教育质量提升，建设示范学校。",
    "青岚县围绕民生改善，推进公路建设。",
    "东桥区重点发展白石电子、临江重工等骨干企业。",
    "以云溪江、白石山为重点，推进水土保持。",
]


@pytest.mark.parametrize("text", NONE)
def test_no_industry_is_given_to_them(text: str) -> None:
    assert not read(text)


def test_a_district_that_speaks_holds_the_places_it_builds() -> None:
    """But not those that it only leans on elsewhere."""
    made = read("东桥区推进临湖科技城、云溪时尚小镇建设，对接白石高新区。")
    assert {name: district for name, (district, _) in made.items()} == {
        "临湖科技城": "东桥区", "云溪时尚小镇": "东桥区", "白石高新区": None,
    }  # fmt: skip


def test_signs_that_a_font_has_for_itself_stand_for_no_places() -> None:
    assert read("\ue000支持青岚县\uf06c发展茶叶，\ue005在白石县发展油茶。").keys() <= {"青岚县", "白石县"}


def test_a_county_is_not_the_town_of_its_name() -> None:
    made = read("油茶。以青岚县、白石县为主产区。支持青岚县临溪、白石等镇发展茶叶。")
    assert made["白石县"] == (None, ("油茶",)) and made["白石"] == ("青岚县", ("茶叶",))
