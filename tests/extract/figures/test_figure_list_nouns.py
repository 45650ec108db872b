"""The noun that only the last of a list names, one value for each of a list, and verbs joined before a number."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str, chapter: str = "work") -> list[Figure]:
    """The figures of a paragraph."""
    settings = {"chapter": chapter, "period": None, "title": "云州市行动方案", "tasks": ["建设"]}
    return list(figures.find(draft(text, **settings))[0])  # type: ignore[arg-type]


def told(text: str, chapter: str = "work") -> list[tuple[str, str, str]]:
    """What the figures of a paragraph measure, how much, in what unit."""
    return [(one.indicator, str(one.value), one.unit) for one in read(text, chapter)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开办4所公立和9所民办职业学校。", [("公立职业学校", "4", "所"), ("民办职业学校", "9", "所")]),
        ("举办80场线上、30场线下法律讲座。", [("线上法律讲座", "80", "场"), ("线下法律讲座", "30", "场")]),
        (
            "建成6座光伏、4座风电和2座储能电站。",
            [("光伏电站", "6", "座"), ("风电电站", "4", "座"), ("储能电站", "2", "座")],
        ),
        ("新增20家国有、90家民营科技企业。", [("新增国有科技企业", "20", "家"), ("新增民营科技企业", "90", "家")]),
        ("改造30条城区、50条乡村道路。", [("改造城区道路", "30", "条"), ("改造乡村道路", "50", "条")]),
        ("引进60名高层次和200名急需紧缺人才。", [("高层次人才", "60", "名"), ("急需紧缺人才", "200", "名")]),
        ("打造3个文化和7个旅游产业园区。", [("文化产业园区", "3", "个"), ("旅游产业园区", "7", "个")]),
        (
            "完成5个水稻和6个油菜绿色高产示范片建设。",
            [("水稻绿色高产示范片建设", "5", "个"), ("油菜绿色高产示范片建设", "6", "个")],
        ),
        ("新改扩建公办、民办幼儿园分别5所和3所。", [("公办幼儿园", "5", "所"), ("民办幼儿园", "3", "所")]),
        # a thing that is whole needs no noun
        ("新建4个公园和7个老旧小区停车场。", [("公园", "4", "个"), ("老旧小区停车场", "7", "个")]),
        ("开展4次督导和6次专项检查。", [("督导", "4", "次"), ("专项检查", "6", "次")]),
        (
            "东山区、西湖县用水浓度分别下降6%、4%。",
            [("东山区用水浓度下降", "6", "%"), ("西湖县用水浓度下降", "4", "%")],
        ),
    ],
)
def test_the_noun_of_the_last_is_that_of_all(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Where a number stands before a word that only says which."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成体育公园、健身步道和社区球场各15个。", {"体育公园", "健身步道", "社区球场"}),
        ("改造供水管网、排水管网各20公里。", {"改造供水管网", "改造排水管网"}),
        ("新增学位和床位各300个。", {"新增学位", "新增床位"}),
        ("小学、初中各新建4所。", {"小学", "初中"}),
        ("公办、民办托育机构各30家。", {"公办托育机构", "民办托育机构"}),
        ("甲醛、甲苯排放量各下降10%。", {"甲醛排放量下降", "甲苯排放量下降"}),
        ("老年人、儿童服务设施覆盖率均达到100%。", {"老年人服务设施覆盖率", "儿童服务设施覆盖率"}),
        ("城镇居民、农民收入分别增长6%、7%。", {"城镇居民收入增长", "农民收入增长"}),
        ("工业、建筑业增加值分别增长6%和5%。", {"工业增加值增长", "建筑业增加值增长"}),
        # 各类 shares out nothing
        ("新建各类服务站点和充电设施300个。", {"新建各类服务站点和充电设施"}),
    ],
)
def test_one_value_for_each(text: str, expected: set[str]) -> None:
    """各 and 均 share out a value: one figure for each name."""
    assert {one.indicator for one in read(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2027年，贯通并亮化18公里滨江步道。", ("贯通并亮化滨江步道", "18", "公里")),
        ("三年内，复排或移植40部地方戏。", ("复排或移植地方戏", "40", "部")),
        ("到2028年，改建及提标6座污水处理厂。", ("改建及提标污水处理厂", "6", "座")),
        ("到2028年，全市打通或拓宽12条断头路。", ("打通或拓宽断头路", "12", "条")),
    ],
)
def test_the_second_of_two_verbs_need_not_be_known(text: str, expected: tuple[str, str, str]) -> None:
    """Verbs joined by 并, 或, 及 before a number stay together."""
    assert told(text)[0][0].removeprefix("全市") == expected[0]
    assert told(text)[0][1:] == expected[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年，快递业务量突破2亿件关口。", [("快递业务量", "2", "亿件")]),
        ("2025年，网上支付突破9亿笔大关。", [("网上支付", "9", "亿笔")]),
        ("2025年，用户数迈上600万户台阶，税收跨过20亿元门槛。", [("用户数", "600", "万户"), ("税收", "20", "亿元")]),
        ("2025年，粮食产量站稳40亿斤台阶。", [("粮食产量", "40", "亿斤")]),
        # how many stairs
        ("2025年，产值连续跨越3个百亿台阶。", []),
    ],
)
def test_what_stands_behind_a_unit_is_no_part_of_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    """大关, 关口, 台阶 behind a number with a unit."""
    assert told(text, "review") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("给予摊主费用减免，到2027年培育早市9个，完善设施。", [("早市", "9", "个")]),
        ("落实税费减免，三年内新建标准厂房20栋。", [("新建标准厂房", "20", "栋")]),
        ("对演出团体给予场租补贴，每年举办惠民演出50场，丰富生活。", [("举办惠民演出", "50", "场")]),
        # who is supported is told by a number
        ("给予企业租金补贴，对新引进企业5家的园区予以通报表扬。", []),
    ],
)
def test_what_is_made_beside_support(text: str, expected: list[tuple[str, str, str]]) -> None:
    """A number at the end of its clause behind support without an amount."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到2028年，贝类苗种年供应量达到30亿粒。", ("贝类苗种年供应量", "30", "亿粒")),
        ("到2028年，纺纱规模达到90万锭。", ("纺纱规模", "90", "万锭")),
        ("到2028年，快递年业务量突破5亿单。", ("快递年业务量", "5", "亿单")),
        ("到2028年，开行城际列车24对。", ("开行城际列车", "24", "对")),
        # no list knows these: the shape tells a measure word
        ("到2028年，馆藏善本达到2万函。", ("馆藏善本", "2", "万函")),
        ("到2028年，水稻育秧超过80万畦。", ("水稻育秧", "80", "万畦")),
        ("到2028年，保留剧目不少于60折。", ("保留剧目", "60", "折")),
        # what 每年 stands before is a deed, no change
        ("每年增殖放流鱼苗不少于200万尾。", ("增殖放流鱼苗", "200", "万尾")),
        ("每年提供就业岗位800个。", ("提供就业岗位", "800", "个")),
        ("每年下派农技人员60名。", ("下派农技人员", "60", "名")),
    ],
)
def test_units_that_a_trade_counts_by(text: str, expected: tuple[str, str, str]) -> None:
    """A measure word of a trade, listed or not, stays the unit as written."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text", ["综合实力达到前100强。", "学员年龄达到90后。", "开展1对1帮扶。", "服务满意度达到5星。"]
)
def test_a_sign_behind_a_number_is_not_always_a_unit(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各县落实不低于20天的成品粮储备。", ("各县落实成品粮储备", "20", "天", ">=")),
        ("电厂保持不少于15天的电煤库存。", ("电厂电煤库存", "15", "天", ">=")),
        ("每年组织不少于3天的业务培训。", ("业务培训", "3", "天", ">=")),
    ],
)
def test_a_least_time_before_what_lasts(text: str, expected: tuple[str, str, str, str]) -> None:
    """不低于N天的储备, 不少于N天的培训 are minimums."""
    assert [(*told(text)[0], read(text)[0].comparator)] == [expected]


@pytest.mark.parametrize(
    "text", ["给予不少于30日的整改期限。", "公示时间满5天的项目。", "落实不少于7天的带薪年休假制度。"]
)
def test_a_time_allowed_is_no_target(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["做到不少于5天的张榜宣传。", "做到不低于3天的岗前培训。"])
def test_what_is_seen_to_for_a_time_is_no_target(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("粮食、食用油分别达到60万吨、4万吨。", ["粮食", "食用油"]),
        ("苹果、百香果分别达到60万吨、4万吨。", ["苹果", "百香果"]),
        ("茶叶、中草药分别达到6万吨、4万吨。", ["茶叶", "中草药"]),
        ("旅游、游客接待分别达到60万人次、4万人次。", ["旅游", "游客接待"]),
        ("养老、幼儿园分别达到60个、40个。", ["养老", "幼儿园"]),
        ("文化、图书馆分别达到60个、40个。", ["文化", "图书馆"]),
        ("养老、图书馆各4个。", ["养老", "图书馆"]),
        ("苹果、柑橘罐头各4万吨。", ["苹果", "柑橘罐头"]),
        ("大型、图书馆各4个。", ["大型", "图书馆"]),
        ("养老、托育机构各4个。", ["养老机构", "托育机构"]),
        ("苹果、柑橘种植基地各4个。", ["苹果种植基地", "柑橘种植基地"]),
        ("线上、法律讲座各4场。", ["线上讲座", "法律讲座"]),
    ],
)
def test_a_name_is_glued_to_no_part_of_a_word(text: str, expected: list[str]) -> None:
    """A noun is shared where a word of the same sort stands against the name, and goods by what they grow on."""
    assert [one.indicator for one in read(text)] == expected


@pytest.mark.parametrize("text", ["每个镇建设敬老院和图书室各4座。", "各镇建设敬老院和图书室各4座。"])
def test_what_each_place_builds_is_no_sum(text: str) -> None:
    """So many for each of them: neither thing is counted alone."""
    assert all(one.indicator.startswith(("每个镇", "各镇")) for one in read(text))
