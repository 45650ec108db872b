"""When a figure holds, and which numbers are none: read from sentences of invented places."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.figures import figures
from guitu.extract.figures.years import frames
from guitu.extract.recognise import read
from guitu.extract.source import Source
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市城市更新实施方案", "tasks": ["建设"]}


def found(*paragraphs: str, **settings: object) -> list[Figure]:
    return list(figures.find(draft(*paragraphs, **settings))[0])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("承办2022年冬奥会，到2030年，滑雪场达到9个。", [2030]),
        ("到2030年，以2024年为基期，用水量下降12%。", [2030]),
        ("为到2035年人均产值翻番奠定坚实基础，专利达到900件。", []),
        ("面向2035年远景目标，2028年学位达到5万个。", [2028]),
        ("2027年完成2026年12个结转小区的30%。", [2027]),
        ("2028年底前完成2000年前建成的300个小区改造。", [2028]),
        ("2026年新建6所、2027年新建8所幼儿园。", [2026, 2027]),
        ("绿化率由2023年的38%提高到2027年的41%。", [2027]),
        ("做好“十四五”“十五五”规划衔接，建成4条公路。", []),
        ("“十五五”期间，新建粮库6座。", [2030]),
        ("总结“十四五”成效，谋划2040年愿景，引种牧草8个。", []),
        ("展望2040年，牧草覆盖率达到60%。", [2040]),
    ],
)
def test_years_that_govern(text: str, years: list[int]) -> None:
    """
    A year says when, unless it names a thing, is a base of comparison, a purpose, or part of what is finished.
    """
    assert [mark.year for mark in frames.governing(text)] == years


def test_a_purpose_leaves_no_year_to_the_chapter() -> None:
    """
    The year of what is prepared for does not hold for the goals behind it.
    """
    goals = ("要做到以下几点。", "——根基更牢。为到2035年产值翻番打下基础。", "——转化更快。专利达到900件。")

    assert [f.year for f in found(*goals, period="十五五")] == [2030]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在现有已建服务站基础上，每年再新建4个以上服务站。", [("target", "annual")]),
        ("以现有水平为基础，参保率每年提高1—2个百分点。", [("target", "annual")]),
        ("对已建成的园区提质升级，新建绿道6公里。", [("target", None)]),
        ("目前已建成园区6个，到2028年园区达到9个。", [("observation", None), ("target", None)]),
        ("依托现有120个站点，新建驿站15个。", [("observation", None), ("target", None)]),
        ("一般公共预算收入比上年增长3%。", [("target", None)]),
    ],
)
def test_a_past_word_in_a_modifier(text: str, expected: list[tuple[str, str | None]]) -> None:
    """
    已建成 tells the past of its own clause, not of what is done with the things it modifies.
    """
    assert [(f.kind, f.periodicity) for f in found(text, **WORK)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "对坡度大于25度的耕地实施退耕。",
        "对含水率高于60%的污泥进行干化处理。",
        "对48个水质站、60个空气站和12个辐射站承担运维职责，落实经费。",
        "由省级接管38个监测站、16个水文站。",
        "将现由镇里代管的6所幼儿园、4个托育点纳入统一管理。",
        "提高单人间、双人间和3人间病房比例。",
        "推广5人制足球，建设10公里救援圈。",
        "开展3个专项行动：一是清河行动，二是护岸行动，三是净滩行动。",
        "深入开展清废、清河等3个专项行动。",
        "在9个县实施试点，包括：青岚县、临湖县等。",
        "财政每年安排300万元以奖代补资金。",
        "企业新建2条生产线的，给予50万元奖励。",
    ],
)
def test_numbers_that_commit_to_nothing(text: str) -> None:
    """
    Conditions, what exists and is taken over, names of things, counts of what is named, and money given.
    """
    assert [f for f in found(text, **WORK) if f.kind == "target"] == []


def test_notes_commit_to_nothing() -> None:
    """
    A note on a table and the next of its list hold no figures; what follows does.
    """
    made = found("注：1.监测覆盖38个县。", "2.监测断面增加到96个。", "建设公园30个。")

    assert [str(f.value) for f in made] == ["30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由市财政给予带徒资助，4年内重点培养120名青年工匠。", [("青年工匠", "120")]),
        ("每年评选10名乡村名师，并给予专项资助。", [("乡村名师", "10")]),
        ("对新建3个以上基地的企业给予50万元奖励。", []),
    ],
)
def test_what_is_planned_beside_support(text: str, expected: list[tuple[str, str]]) -> None:
    """
    A sentence that also supports somebody keeps the number of those whom it plans for.
    """
    made = [(f.indicator, str(f.value)) for f in found(text, **WORK)]

    assert len(made) == len(expected)
    assert all(name.endswith(noun) and value == n for (name, value), (noun, n) in zip(made, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one number, one noun, one verb for all of a list
        ("化肥、农药使用量均下降8%。", [("化肥使用量下降", "8"), ("农药使用量下降", "8")]),
        ("氨氮、总磷排放量分别下降5%以上。", [("氨氮排放量下降", "5"), ("总磷排放量下降", "5")]),
        ("水稻种植、收获机械化率分别达到80%和95%。", [("水稻种植机械化率", "80"), ("水稻收获机械化率", "95")]),
        ("城市和县城污水处理率分别达到98%和90%。", [("城市污水处理率", "98"), ("县城污水处理率", "90")]),
        ("水泥、化工等行业产能利用率均达到80%。", [("水泥、化工等行业产能利用率", "80")]),
        ("单位产值能耗、水耗分别下降10%和15%。", [("单位产值能耗下降", "10"), ("单位产值水耗下降", "15")]),
        ("粮食播种面积、总产量分别稳定在30万亩、12万吨。", [("粮食播种面积", "30"), ("粮食总产量", "12")]),
        ("完成60个农用地和40个建设用地修复试点。", [("农用地修复试点", "60"), ("建设用地修复试点", "40")]),
        ("建设10个百亩、50个千亩蔬菜基地。", [("百亩蔬菜基地", "10"), ("千亩蔬菜基地", "50")]),
        ("打造6个示范县、40个示范村。", [("示范县", "6"), ("示范村", "40")]),
        ("选拔认定教育专家10名、名校长30名。", [("选拔认定教育专家", "10"), ("选拔认定名校长", "30")]),
        ("2026年新建6所、2027年新建8所幼儿园。", [("幼儿园", "6"), ("幼儿园", "8")]),
        # subjects, carried or not
        ("旅游业增加值增长8%，固定资产投资增长9%。", [("旅游业增加值增长", "8"), ("固定资产投资增长", "9")]),
        ("新增科技企业50家，总数达到200家。", [("新增科技企业", "50"), ("科技企业总数", "200")]),
        ("到2027年泊位数达到5个，到2030年达到6个。", [("泊位数", "5"), ("泊位数", "6")]),
        ("2028年达到30个、2030年达到50个。", []),
        # what stands between verb, number and noun
        ("全市新建或改扩建80个足球场。", [("全市足球场", "80")]),
        ("建设不低于10万平方米的体育公园。", [("体育公园", "10")]),
        ("2026年9月底前建成5个驿站。", [("驿站", "5")]),
        ("完成30公里河道清淤和12座水闸改造。", [("河道清淤", "30"), ("水闸改造", "12")]),
        ("建成2座110千伏变电站。", [("110千伏变电站", "2")]),
        ("培训15名紧跟前沿、创新能力强的农技员。", [("培训农技员", "15")]),
        ("引进50名法官、律师、公证员等法治专门人才。", [("法治专门人才", "50")]),
        ("90%以上的村集体收入超过10万元。", [("村集体收入超过10万元", "90")]),
    ],
)
def test_names_are_whole(text: str, expected: list[tuple[str, str]]) -> None:
    """
    Each figure has the noun phrase that it measures, with what its list shares and without what its sentence says.
    """
    assert [(f.indicator, str(f.value)) for f in found(text)] == expected


def test_a_table_run_together_is_a_gap() -> None:
    """An indicator table whose cells stand in one line without borders is told; the notes behind it hold no figures."""
    said = (
        "云州市水安全规划（2026—2030年）\n一、主要目标\n"
        "专栏1 主要指标指标2025年2030年属性供水保证率（%）90>95-约束性"
        "漏损率（%）12<9-预期性再生水利用率（%）1525-约束性注：\n"
        "1.〔〕内为五年累计。\n2.评价覆盖全市12个县区，站点由40个增加到90个。\n二、主要任务\n（一）改造管网。更新管网。\n"
    )
    facts = read(Source("plan.txt", said.encode())).documents[0]

    assert not facts.figures
    assert [gap.kind for gap in facts.gaps] == ["unread-table"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("巩固2020年以来的成果，控辍保学巩固率达到99%。", [("控辍保学巩固率", 99, "target")]),
        ("装配式建筑占比2026年达到35%。", [("装配式建筑占比", 35, "target")]),
        ("区商务部门每年遴选不超过3个商圈。", [("商圈", 3, "target")]),
        ("把已列入名录的35处古桥纳入巡查。", []),
        ("单个企业年度最高资助或奖励500万元。", []),
    ],
)
def test_what_stands_beside_a_number(said: str, expected: list[tuple[str, int, str]]) -> None:
    """A year of a result, a year before the verb, an actor; what exists and money given are no targets."""
    figures_ = found(said, **WORK)

    assert [(figure.indicator, int(figure.value), figure.kind) for figure in figures_] == expected


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("对2016年以来规划的31个小区配套园逐一清理。", "target"),
        ("将2018年以来批准的12个项目纳入监测平台。", "target"),
        ("利用已收回的闲置校舍和现有村级服务中心，每年改建社区托育点4个以上。", "target"),
        ("依托已腾退的旧厂房和现有乡镇文化站，建设书屋4个。", "target"),
        ("2016年以来，清理小区配套园31个。", "observation"),
        ("利用闲置校舍，目前建成社区托育点4个。", "observation"),
    ],
)
def test_the_past_in_a_modifier(sentence: str, kind: str) -> None:
    """What is worked on is of the past, not the work."""
    lines = ["云州市学前教育行动计划（2026—2028年）", "一、主要任务", f"（一）扩大供给。{sentence}"]
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    assert [one.kind for one in found.figures] == [kind]


@pytest.mark.parametrize("sentence", ["到2030年规划的学校20所。", "到2030年规划并实施的项目达到50个。"])
def test_a_year_by_which_something_is_planned(sentence: str) -> None:
    lines = ["云州市学前教育行动计划（2026—2030年）", "一、主要任务", f"（一）扩大供给。{sentence}"]
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    assert [one.year for one in found.figures] == [2030]
