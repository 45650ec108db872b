"""Numbers that share a name, a year or a unit with others, and amounts that no number says."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from guitu.extract.raw import RawParagraph
from guitu.extract.structure.outline import chapters
from guitu.extract.words import characters
from tests.extract.factories import draft


def read(sentence: str) -> list[tuple[str, str, str]]:
    """Indicator, value and unit of each figure of a paragraph of goals."""
    return [(f.indicator, str(f.value), f.unit) for f in figures.find(draft(sentence))[0]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到2026年和2030年，全县居民体质合格率分别不低于91%和93%。",
            [("全县居民体质合格率", 2026, "91"), ("全县居民体质合格率", 2030, "93")],
        ),
        (
            "到2025年、2028年和2030年，再生水利用率分别达到20%、25%、30%。",
            [("再生水利用率", 2025, "20"), ("再生水利用率", 2028, "25"), ("再生水利用率", 2030, "30")],
        ),
        (
            "到2025年和2030年，阅读氛围日益浓厚，6岁以下儿童近视率分别低于9%和8%。",
            [("6岁以下儿童近视率", 2025, "9"), ("6岁以下儿童近视率", 2030, "8")],
        ),
        ("到2025年，2030年分别达到30%、40%。", []),
    ],
)
def test_years_share_out_their_numbers(sentence: str, expected: list[tuple[str, int, str]]) -> None:
    """
    One measure in a list of years has a number for each year, and none where it is not clear what is measured.
    """
    assert [(f.indicator, f.year, str(f.value)) for f in figures.find(draft(sentence))[0]] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the tail of the last name is that of all
        (
            "石灰、水泥、陶瓷等落后产能压减量分别达到6万吨、4万吨、2万吨。",
            [
                ("石灰落后产能压减量", "6", "万吨"),
                ("水泥落后产能压减量", "4", "万吨"),
                ("陶瓷落后产能压减量", "2", "万吨"),
            ],
        ),
        (
            "氨氮、总磷、总氮排放总量比2020年分别下降6%、5%、4%。",
            [
                ("氨氮排放总量比2020年下降", "6", "%"),
                ("总磷排放总量比2020年下降", "5", "%"),
                ("总氮排放总量比2020年下降", "4", "%"),
            ],
        ),
        (
            "化学需氧量、氨氮排放量较上年分别减少3%、2%。",
            [("化学需氧量排放量较上年减少", "3", "%"), ("氨氮排放量较上年减少", "2", "%")],
        ),
        # a row without 分别
        (
            "新建粮库、冷库、烘干厂8座、6座、4座。",
            [("新建粮库", "8", "座"), ("冷库", "6", "座"), ("烘干厂", "4", "座")],
        ),
        # each number has its own things behind it
        (
            "发放两项补贴，分别惠及1.5万名高龄老人和8000名残疾人。",
            [("惠及高龄老人", "1.5", "万名"), ("残疾人", "8000", "名")],
        ),
        (
            "整修2条干渠、7条支渠共96公里。",
            [("整修干渠", "2", "条"), ("支渠", "7", "条"), ("整修干渠、支渠", "96", "公里")],
        ),
        # both ends of a rise
        ("人均寿命从76.5岁提高到78岁。", [("人均寿命", "76.5", "岁"), ("人均寿命", "78", "岁")]),
        ("通勤时间由50分钟缩短到40分钟。", [("通勤时间", "50", "分钟"), ("通勤时间", "40", "分钟")]),
        # people need no counter
        ("改善3.2万农村居民用水条件。", [("改善农村居民用水条件", "3.2", "万")]),
        ("全年接待游客人次520万。", [("全年接待游客人次", "520", "万")]),
        (
            "全县图书馆总量达到30个，每4万人拥有一座图书馆。",
            [("全县图书馆总量", "30", "个"), ("每4万人图书馆", "1", "座")],
        ),
        ("建设一座会展中心，搭建一个平台。", []),
        ("吸纳农村6万劳动力就业，以12个山区县为重点。", [("吸纳农村劳动力就业", "6", "万")]),
        # what a number leaves out
        (
            "水电新增80万千瓦，新增投资60亿元，其中抽水蓄能新增30万千瓦，新增投资20亿元。",
            [
                ("水电新增", "80", "万千瓦"),
                ("水电新增投资", "60", "亿元"),
                ("抽水蓄能新增", "30", "万千瓦"),
                ("抽水蓄能新增投资", "20", "亿元"),
            ],
        ),
        (
            "万元产值用水量、万元产值能耗分别降到20立方米、0.3吨，均比2020年下降15%。",
            [
                ("万元产值用水量", "20", "立方米"),
                ("万元产值能耗", "0.3", "吨"),
                ("万元产值用水量比2020年下降", "15", "%"),
                ("万元产值能耗比2020年下降", "15", "%"),
            ],
        ),
        (
            "接待游客900万人次，实现旅游收入70亿元，分别达到“十三五”时期的2倍、3倍。",
            [
                ("接待游客", "900", "万人次"),
                ("旅游收入", "70", "亿元"),
                ("接待游客达到“十三五”时期", "2", "倍"),
                ("旅游收入达到“十三五”时期", "3", "倍"),
            ],
        ),
        (
            "新增停车位900个，其中老城500个、新城400个。",
            [("新增停车位", "900", "个"), ("老城新增停车位", "500", "个"), ("新城新增停车位", "400", "个")],
        ),
        (
            "绿道里程达到300公里，其中滨河绿道120公里、环山绿道80公里。",
            [("绿道里程", "300", "公里"), ("滨河绿道", "120", "公里"), ("环山绿道", "80", "公里")],
        ),
        ("推进三个一批，实现两个翻番。", []),
        ("新生儿死亡率、婴儿死亡率分别控制在3‰、4‰以下。", [("新生儿死亡率", "3", "‰"), ("婴儿死亡率", "4", "‰")]),
        (
            "2025年入园率、巩固率和升学率分别达到90%、98%、95%；2030年分别达到95%、99%、98%以上。",
            [
                ("入园率", "90", "%"),
                ("巩固率", "98", "%"),
                ("升学率", "95", "%"),
                ("入园率", "95", "%"),
                ("巩固率", "99", "%"),
                ("升学率", "98", "%"),
            ],
        ),
        (
            "培育形成年收入百亿元县2个、十亿元乡镇6个。",
            [("年收入百亿元县", "2", "个"), ("年收入十亿元乡镇", "6", "个")],
        ),
        ("力争每年创建一个湿地公园。", [("湿地公园", "1", "个")]),
        ("生猪存栏12万头、出栏20万头。", [("生猪存栏", "12", "万头"), ("生猪出栏", "20", "万头")]),
        (
            "年产值超20亿元的药企3家，超5亿元的8家。",
            [("年产值超20亿元的药企", "3", "家"), ("年产值超5亿元", "8", "家")],
        ),
        ("每年命名示范乡不超过4个、培育乡保持9个以内。", [("命名示范乡", "4", "个"), ("培育乡", "9", "个")]),
        (
            "规上工业增加值、固定资产投资分别增长7%、6%。",
            [("规上工业增加值增长", "7", "%"), ("固定资产投资增长", "6", "%")],
        ),
        # what the things are like is no list of things
        (
            "培育12个在细分市场占有率高、创新能力强的专业化乡土品牌。",
            [("专业化乡土品牌", "12", "个")],
        ),
        ("建成8个具有区域影响力的文创园。", [("文创园", "8", "个")]),
        ("形成了畜牧、果蔬、水产3个年产值超百亿元的产业。", [("年产值超百亿元的产业", "3", "个")]),
        ("将260公里林道纳入县级养护。", [("纳入县级养护的林道", "260", "公里")]),
        # sizes of a class are no figures
        ("完成20万千瓦及以上热电机组改造任务。", []),
        ("拆除10蒸吨以上燃煤锅炉。", []),
    ],
)
def test_names_share_out_their_numbers(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """
    Each number of a list has its own complete name.
    """
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "unread"),
    [
        ("到2027年，蚕桑产值翻一番。", ["翻一番"]),
        ("能耗降低三分之一，服务业占比过半。", ["过半"]),
        ("三分之江湖、事半功倍，过半年再评估，百分之五由县级承担。", ["三分之江湖"][:0]),
    ],
)
def test_amounts_in_words_are_gaps(sentence: str, unread: list[str]) -> None:
    """
    A doubling or a proportion is told as not read; a manner of speaking is not.
    """
    gaps = figures.find(draft(sentence))[1]

    assert [sentence[g.span.start : g.span.end] for g in gaps if "翻番" in g.reason or "比例" in g.reason] == unread


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"达标率 $\geqslant 9 5 \%$", "达标率 ≥95%"),
        (r"浓度 $\leq 35 \mu \mathrm{g} / \mathrm{m}^{3}$", "浓度 ≤35μg/m3"),
        (r"细颗粒物 $\mathrm { P M } _ { 2 . 5 }$", "细颗粒物 PM2.5"),
        (r"面积 $7.0$ 亿亩", "面积 7.0 亿亩"),
        ("票价$5，套票$6", "票价$5，套票$6"),
    ],
)
def test_formulas_keep_their_signs(written: str, plain: str) -> None:
    """
    A formula of a text recogniser becomes the number and the sign that it shows.
    """
    (block,) = characters.plain([RawParagraph(written)])

    assert isinstance(block, RawParagraph)
    assert block.text == plain


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年扩种油菜3万亩，完成机耕道12公里，确保秋粮面积在20万亩以上。", ["target", "target", "target"]),
        ("2024年新创示范园3个。", ["target"]),
        ("现有耕地20万亩，年产茶叶600吨。", ["observation", "observation"]),
    ],
)
def test_tense_before_the_first_chapter(sentence: str, expected: list[str]) -> None:
    """
    In a text without chapters what is ensured, or lies ahead of the document, is a target.
    """
    made = draft(sentence, chapter="front", title="青岚县2024年农业农村工作实施方案", period=None)

    assert [f.kind for f in figures.find(made)[0]] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“十四五”期间，道路事故死亡人数下降12%。", "cumulative"),
        ("2021-2025年，新建粮仓20座。", "cumulative"),
        ("“十四五”期间，研发经费年均增长9%。", "annual"),
        ("“十四五”期间，绿化率达到45%。", None),
        ("接待人数年增长15%以上。", "annual"),
        ("旅游收入较上年增长15%。", None),
        ("未来十年提供熟地300公顷。", "cumulative"),
    ],
)
def test_periodicity(sentence: str, expected: str | None) -> None:
    """
    What moves or is made during a period counts over all of it; a level and a comparison do not.
    """
    assert [f.periodicity for f in figures.find(draft(sentence))[0]] == [expected]


@pytest.mark.parametrize(
    ("title", "chapter"),
    [("建设成效", "review"), ("治理现状", "review"), ("推进情况", "review"), ("建设监测体系", "work")],
)
def test_headings_of_what_was_made(title: str, chapter: str) -> None:
    """
    A heading that opens with a verb of work and ends with what came of it is a review.
    """
    assert chapters.about(title, None) == chapter


def test_years_since_when_end_with_their_sentence() -> None:
    """
    In a review 以来 tells the year of its sentence, not of the next one.
    """
    made = draft("2014年以来，退耕还湖9万亩。治理河道60公里。", chapter="review")

    assert [f.year for f in figures.find(made)[0]] == [2014, 2020]


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("每年培训村医200名、护士300名。", ["annual", "annual"]),
        ("每年新建泵站3座、改造渠道20公里。", ["annual", "annual"]),
        ("每年资助培养督导员50名、社工100名、志愿者3000名。", ["annual"] * 3),
        ("每年培训村医200名，新建卫生室12所。", ["annual", None]),
        ("每年举办招聘会12场，服务求职者3000人次，建成零工市场2个。", ["annual", "annual", None]),
        ("每年抽检水样80批，2030年培训船员600人。", ["annual", None]),
    ],
)
def test_what_is_said_of_each_year_holds_for_the_list(sentence: str, periods: list[str | None]) -> None:
    """每年 before a list is for all of it, and for no other clause."""
    assert [figure.periodicity for figure in figures.find(draft(sentence))[0]] == periods


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("2026年起5年内，培训教师2000名。", [None]),
        ("从2026年起，每年改造泵站20座。", [None]),
        ("自2027年起三年内，新建公园30个。", [None]),
        ("到2027年，新建公园30个。", [2027]),
    ],
)
def test_the_year_in_which_something_begins(sentence: str, years: list[int | None]) -> None:
    """It is not the year of the target."""
    assert [figure.year for figure in figures.find(draft(sentence, chapter="work"))[0]] == years


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("推进183个新建、续建项目。", [("新建、续建项目", "183", "个")]),
        ("实施25个改建、扩建工程，开工率达到90%。", [("改建、扩建工程", "25", "个"), ("开工率", "90", "%")]),
        ("建设20个公园、改造道路。", [("公园", "20", "个")]),
        ("引进100名教育、卫生人才。", [("教育、卫生人才", "100", "名")]),
    ],
)
def test_actions_that_say_which_things_are_counted(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """Two verbs before one noun belong to the name of what is counted."""
    assert read(sentence) == expected


@pytest.mark.parametrize("sentence", ["完成4000万元项目前期投资。", "完善项目前期工作，储备项目30个。"])
def test_the_early_work_on_projects_is_no_present(sentence: str) -> None:
    """项目前期 holds the characters of 目前 and says nothing of the time."""
    assert [figure.kind for figure in figures.find(draft(sentence, chapter="work"))[0]] == ["target"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("市、县至少建立1家救治中心。", ("救治中心", "1", "家")),
        ("省、市至少建成2所示范学校。", ("示范学校", "2", "所")),
        ("区、街道至少设置3个服务站。", ("服务站", "3", "个")),
    ],
)
def test_at_least_is_one_word(sentence: str, expected: tuple[str, str, str]) -> None:
    """至少 is not cut behind its first sign."""
    ((name, *told),) = read(sentence)

    assert name.endswith(expected[0])
    assert "少" not in name
    assert tuple(told) == expected[1:]
