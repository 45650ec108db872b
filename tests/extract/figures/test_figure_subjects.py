"""Whose a number is: the object of a bare verb, the deed of a rate, the thing that a time limit is set for."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市民生实施方案", "tasks": ["建设"]}


def read(sentence: str, **settings: object) -> list[tuple[str, str]]:
    """Indicator and value of each figure of a paragraph."""
    return [(f.indicator, str(f.value)) for f in figures.find(draft(sentence, **settings))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("每年培训600人，培训对象为有一定基础的渔业从业者。", [("培训渔业从业者", "600")]),
        ("开展船员救生培训，每年培训300人。", [("船员救生培训", "300")]),
        ("投资4亿元新建临湖水厂，投资6000万元改造旧水渠。", [("临湖水厂投资", "4"), ("旧水渠改造投资", "6000")]),
        ("投资20亿元，实施制造业提质“百企”工程。", [("制造业提质“百企”工程投资", "20")]),
        ("结业考试3个学时。", [("结业考试学时", "3")]),
        # nobody says whom, or into what
        ("每年培训500人。", []),
        ("投资9亿元。", []),
    ],
)
def test_a_bare_verb_takes_its_object_or_is_not_read(sentence: str, expected: list[tuple[str, str]]) -> None:
    """What is trained, or what money goes into, is part of the name; a number of a bare verb is a gap."""
    found, gaps = figures.find(draft(sentence, **WORK))  # type: ignore[arg-type]
    assert [(f.indicator, str(f.value)) for f in found] == expected
    assert bool(found) != bool(gaps)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "加强对养老护理员、护工的技能培训，受训率达到95%。",
            [("养老护理员、护工的技能培训受训率", "95")],
        ),
        (
            "依托社区开展0-3岁婴儿家长培训，城区参训率达到80%，山区参训率达到60%。",
            [("0-3岁婴儿家长培训城区参训率", "80"), ("0-3岁婴儿家长培训山区参训率", "60")],
        ),
        ("推进沿街店铺改造，改造率达到90%。", [("沿街店铺改造率", "90")]),
        # a rate of something else stays as it is
        ("加强护工培训，入园率达到95%。", [("入园率", "95")]),
    ],
)
def test_a_rate_is_of_the_deed_before_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    """受训率 behind 开展X培训 is the rate of that training, and of its parts."""
    assert read(sentence, **WORK) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("食品许可证5个工作日内、卫生许可证8个工作日内办结。", [("食品许可证办结", "5"), ("卫生许可证办结", "8")]),
        ("施工图应在10个工作日内完成审查。", [("施工图完成审查", "10")]),
        ("不动产登记2小时内办结。", [("不动产登记办结", "2")]),
        # no thing that is dealt with: from when, or who
        ("自受理之日起5个工作日内办结。", []),
        ("各县要在10日内完成整改。", []),
        ("企业应在30个工作日内提出申请。", []),
    ],
)
def test_a_time_limit_is_of_the_thing_dealt_with(sentence: str, expected: list[tuple[str, str]]) -> None:
    """How long an act takes at most is a target where its clause names the thing; else it is told as a gap."""
    found, gaps = figures.find(draft(sentence, **WORK))  # type: ignore[arg-type]
    assert [(f.indicator, str(f.value)) for f in found] == expected
    assert all(f.comparator == "<=" for f in found)
    assert bool(found) or bool(gaps) or "提出申请" in sentence


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "高龄津贴和护理补贴分别惠及2万名老人和3000名病人。",
            [("高龄津贴惠及老人", "2"), ("护理补贴惠及病人", "3000")],
        ),
        (
            "实施免费早餐和校车补助，分别惠及5000名学生和800名教师。",
            [("免费早餐惠及学生", "5000"), ("校车补助惠及教师", "800")],
        ),
        ("东山县、西湖县分别建成3个茶园和5个渔港。", [("东山县茶园", "3"), ("西湖县渔港", "5")]),
    ],
)
def test_each_thing_has_those_whom_it_reaches(sentence: str, expected: list[tuple[str, str]]) -> None:
    """分别惠及 shares out its numbers with the nouns behind them."""
    assert read(sentence, chapter="review") == expected


def test_a_number_behind_each_more_is_a_condition() -> None:
    """每引进1家 says for what an award is given; 每个乡镇培育1家 is a target."""
    assert read("每新引进或培育1家物流企业，奖励3万元。", **WORK) == []
    assert read("每个乡镇培育1家物流企业。", **WORK) == [("每个乡镇物流企业", "1")]


def test_the_number_of_a_file_is_no_year() -> None:
    """A document that has its title from a file named plan-2021 says no year; one titled 2021—2025年 does."""
    said = "覆盖率达到80%。"
    for title, year in (("plan-2021", None), ("云州市水利规划（2021—2025年）", 2025)):
        (found,) = figures.find(draft(said, title=title, period=None))[0]
        assert found.year == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渔业产值占全县的比重达到9%，超出规定标准0.5个百分点。", "渔业产值占全县的比重超出规定标准"),
        ("茶叶产值、茶叶税收占全县的比重分别达到60%以上。", "茶叶产值占全县的比重"),
        ("新增8个、提升5个示范村落。", "新增示范村落"),
        ("推进30个水利工程项目，年内完成投资6亿元。", "水利工程项目年内完成投资"),
        ("农村小学实施改灶、改水，计划安排120所。", "农村小学改灶、改水"),
        ("2027年前，各县至少建设一个与本地人口相适应，功能完备的托育中心。", "各县托育中心"),
        ("12个仓储项目年内将竣工。", "仓储项目竣工"),
    ],
)
def test_what_the_clause_before_or_behind_says(text: str, expected: str) -> None:
    """
    The subject of the clause before, the noun that a list shares, and the noun behind a comma complete a name.
    """
    names = [f.indicator for f in figures.find(draft(text, chapter="work", tasks=["建设"]))[0]]

    assert expected in names


@pytest.mark.parametrize(
    "text",
    [
        "计划安排资金2亿元，其中省级安排1亿元，市、县两级安排1亿元。",
        "预计需投入资金300万元左右。",
    ],
)
def test_money_that_is_allotted_is_no_target(text: str) -> None:
    """
    Money that is allotted for a task is told as a gap, not as a target.
    """
    made, gaps = figures.find(draft(text, chapter="work", tasks=["修渠"]))

    assert made == ()
    assert gaps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抓好60个重点水利项目，确保年度投资达到20亿元。", "重点水利项目年度投资"),
        ("对已编制的村庄规划进行评估，评估率达到50%。", "村庄规划评估率"),
    ],
)
def test_what_a_yearly_sum_or_a_deed_is_of(text: str, expected: str) -> None:
    """
    The works of the clause before, and what a deed is done to.
    """
    assert expected in [name for name, _ in read(text, **WORK)]


def test_a_number_in_a_measure_is_no_number() -> None:
    """
    万元国内生产总值 says per what something is reckoned.
    """
    assert read("健全万元国内生产总值水耗指标等评估体系。", **WORK) == []
