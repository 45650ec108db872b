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
    named = {"chapter": "goals", "period": None}
    assert [f.year for f in figures.find(draft("覆盖率达到80%。", title="plan-2021", **named))[0]] == [None]  # type: ignore[arg-type]
    assert [
        f.year for f in figures.find(draft("覆盖率达到80%。", title="云州市水利规划（2021—2025年）", **named))[0]
    ] == [2025]  # type: ignore[arg-type]
