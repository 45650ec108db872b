"""What a sentence says once for several numbers: the measure of places, a doing, a span of years, a sum."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    return figures.find(draft(text, chapter="work", title="云州市城市更新“十四五”规划", tasks=["建设"]))


def told(text: str) -> list[tuple[str, str]]:
    return [(one.indicator, f"{one.value}{one.unit}") for one in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "完成厕所改造2.6万户，其中东桥县1.2万户、西川县8000户、北坪县6000户。",
            [
                ("厕所改造", "2.6万户"),
                ("东桥县厕所改造", "1.2万户"),
                ("西川县厕所改造", "8000户"),
                ("北坪县厕所改造", "6000户"),
            ],
        ),
        ("开工公租房1.2万套、建成7000套。", [("开工公租房", "1.2万套"), ("建成公租房", "7000套")]),
        (
            "新建水厂6座，其中东桥县4座，西川县和北坪县各1座。",
            [("新建水厂", "6座"), ("东桥县新建水厂", "4座"), ("西川县新建水厂", "1座"), ("北坪县新建水厂", "1座")],
        ),
        (
            "左安旗、右川县肉羊存栏分别达到18万只和15万只，东桥县达到8万只。",
            [("左安旗肉羊存栏", "18万只"), ("右川县肉羊存栏", "15万只"), ("东桥县肉羊存栏", "8万只")],
        ),
        # two measures: of which of them the next number is, nobody says
        (
            "水稻产量、小麦产量分别达到18万吨和15万吨，库存达到8万吨。",
            [("水稻产量", "18万吨"), ("小麦产量", "15万吨"), ("库存", "8万吨")],
        ),
        ("县和乡镇各建设1个站点。", [("县和乡镇站点", "1个")]),
    ],
)
def test_places_share_a_measure_in_any_scale_of_its_unit(text: str, expected: list[tuple[str, str]]) -> None:
    """8000户 is a part of 2.6万户; each of two places that share out what was counted has its own line."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "东桥区、西川区设立区级基金，分别不低于20亿元。",
            [("东桥区设立区级基金", "20亿元"), ("西川区设立区级基金", "20亿元")],
        ),
        (
            "东桥县和西川县建设冷链园区，分别不少于30亩。",
            [("东桥县建设冷链园区", "30亩"), ("西川县建设冷链园区", "30亩")],
        ),
        ("石桥镇、柳林镇组建护林队，均不少于12人。", [("石桥镇组建护林队", "12人"), ("柳林镇组建护林队", "12人")]),
        ("加强统筹，分别不低于20亿元。", []),
    ],
)
def test_each_of_several_places_does_what_the_clause_before_says(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("废水、废气排放量分别削减8%。", [("废水排放量削减", "8%"), ("废气排放量削减", "8%")]),
        ("甲醇、乙烯用量分别削减5%和3%。", [("甲醇用量削减", "5%"), ("乙烯用量削减", "3%")]),
        ("煤炭、石油消费量均削减2%。", [("煤炭消费量削减", "2%"), ("石油消费量削减", "2%")]),
        ("煤炭消费量削减2%。", [("煤炭消费量削减", "2%")]),
    ],
)
def test_a_cut_is_shared_like_a_fall(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对装机300千瓦以下的泵站开展标准化改造，三年改造60座以上。", [("改造泵站", "60座", "cumulative")]),
        ("力争五年投放惠农贷款不少于30亿元。", [("投放惠农贷款", "30亿元", "cumulative")]),
        ("规划期内新增托育机构120家。", [("新增托育机构", "120家", "cumulative")]),
        (
            "累计建成示范车间60个、示范产线150条。",
            [("示范车间", "60个", "cumulative"), ("示范产线", "150条", "cumulative")],
        ),
        ("“十四五”期间，计划启动30万平方米厂房修缮。", [("启动厂房修缮", "30万平方米", "cumulative")]),
        ("年推广良种120万株。", [("年推广良种", "120万株", "annual")]),
        # of each, and of a level
        ("五年内每个街道至少建成1个食堂。", [("每个街道食堂", "1个", None)]),
        ("示范车间达到60个、示范产线达到150条。", [("示范车间", "60个", None), ("示范产线", "150条", None)]),
    ],
)
def test_what_is_made_over_some_years_is_a_sum(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(one.indicator, f"{one.value}{one.unit}", one.periodicity) for one in read(text)[0]] == expected


def test_an_untold_deed_is_not_guessed() -> None:
    """What is renewed, the clause before does not say of something: a gap."""
    found, lost = read("加强统筹，三年改造60座以上。")
    assert not found
    assert len(lost) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动启航、远帆等企业建设加油站12座。", ["加油站"]),
        ("依托敬老院改造区域养护中心56个。", ["改造区域养护中心"]),
        ("依托石桥镇、柳林镇布局冷链物流园3个。", ["冷链物流园"]),
        ("结合滨河片区更新同步配建停车场6处。", ["停车场"]),
        ("建设石桥、柳林等地民俗产业园2个。", ["民俗产业园"]),
        # whose they are is what is counted
        ("龙头企业建设加油站12座。", ["龙头企业建设加油站"]),
    ],
)
def test_who_makes_it_and_where_are_no_part_of_it(text: str, expected: list[str]) -> None:
    assert [name for name, _ in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("启动青岚风电场二期50万千瓦。", ["50万千瓦"]),
        ("启动二期50万千瓦。", []),  # of what, nobody says
        ("加快一期、二期工程，新建学校3所。", ["3所"]),
        ("五台山景区新建厕所8座。", ["8座"]),
        ("三门峡保护范围增加5平方公里。", ["5平方公里"]),
        ("举办三期培训班。", ["3期"]),
        ("开设三门课程。", ["3门"]),
        ("购置三台设备。", ["3台"]),
    ],
)
def test_a_numeral_of_a_name_or_of_a_phase_counts_nothing(text: str, expected: list[str]) -> None:
    assert [value for _, value in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("突破20项左右关键技术。", ("~", "20")),
        ("突破30项共性技术难题。", ("=", "30")),
        ("攻关突破5项工艺。", ("=", "5")),
        ("企业突破30家。", (">", "30")),
    ],
)
def test_what_is_broken_through_is_no_bound(text: str, expected: tuple[str, str]) -> None:
    assert [(one.comparator, str(one.value)) for one in read(text)[0]] == [expected]


@pytest.mark.parametrize(
    "text", ["券面抵扣比例最高50%，每家不超过3000元。", "推行消费券，抵扣比例不超过30%。", "每户不超过2000元。"]
)
def test_a_share_or_a_ceiling_of_support_alone_is_no_target(text: str) -> None:
    found, lost = read(text)
    assert not found
    assert lost
    assert told("住院费用报销比例达到70%。") == [("住院费用报销比例", "70%")]


def test_what_a_place_has_in_all_is_there() -> None:
    assert [one.kind for one in read("全县共有大小水库64座。")[0]] == ["observation"]
    assert [one.kind for one in read("全县新建水库4座。")[0]] == ["target"]
    assert [one.kind for one in read("到2030年，全县共有水库70座。")[0]] == ["target"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2026年至2030年，改造老旧泵站80座。其中，2026年改造30座；2027年改造50座。",
            [
                ("改造老旧泵站", 80, 2030, "cumulative"),
                ("改造老旧泵站", 30, 2026, None),
                ("改造老旧泵站", 50, 2027, None),
            ],
        ),
        ("新建公厕80座。其中2026年新建30座。", [("新建公厕", 80, None, None), ("新建公厕", 30, 2026, None)]),
        ("新增床位80张。其中2027年新增50张。", [("新增床位", 80, None, None), ("新增床位", 50, 2027, None)]),
        # another unit: of what, nobody says
        ("新建公厕80座。其中2026年新建30公里。", [("新建公厕", 80, None, None)]),
    ],
)
def test_a_bare_verb_of_a_part_is_of_what_the_sentence_before_counts(
    text: str, expected: list[tuple[str, int, int | None, str | None]]
) -> None:
    assert [(one.indicator, int(one.value), one.year, one.periodicity) for one in read(text)[0]] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "对困难老人按每人每餐2元标准给予补贴，2026年底前助餐覆盖率达到80%，2027年底前全县食堂达到120个。",
            [("助餐覆盖率", "80%"), ("全县食堂", "120个")],
        ),
        (
            "对技改项目按每吨300元给予补助，到2027年全县绿色贷款余额突破60亿元，绿色债券发行不低于3亿元。",
            [("全县绿色贷款余额", "60亿元"), ("绿色债券发行", "3亿元")],
        ),
        ("建设5个左右设计中心，每个中心给予不超过100万元补助。", [("设计中心", "5个")]),
        # what is asked of those supported
        ("企业到2027年营业收入突破10亿元，给予奖励100万元。", []),
        ("到2027年产值达到10亿元的企业，给予奖励100万元。", []),
    ],
)
def test_what_is_reached_by_a_year_beside_support_is_a_target(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
