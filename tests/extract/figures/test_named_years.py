"""Years in the names of what is used, finished or dealt with: they say which, and not by when."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市水利工作方案（2026—2028年）", "tasks": ["建设"]}


def read(sentence: str) -> list[tuple[str, str, int | None]]:
    """Kind, value and year of each figure of a paragraph."""
    return [(f.kind, str(f.value), f.year) for f in figures.find(draft(sentence, **WORK))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "用足2024年下达的防汛资金，加固堤防45公里。",
        "统筹2025年结余的公益金，新建助餐点45个。",
        "落实2024年签订的合作协议，引进企业45家。",
        "整改2025年环保督察反馈问题45个。",
        "承接2025年全省农交会成果，转化技术45项。",
        "修订2020年出台的管理办法，新增评价点45个。",
        "对照2027年迎检标准，更新消防设施45处。",
        "完成2022年暴雨损毁桥梁修复45座。",
        "2023年以来积压的案件，办结率达到45%。",
        "围绕2030年前碳达峰要求，新增光伏装机45万千瓦。",
    ],
)
def test_a_year_of_what_is_used_or_dealt_with_says_not_when(sentence: str) -> None:
    """The commitment is one of the plan, though the year behind the verb is over, or far ahead."""
    assert read(sentence) == [("target", "45", None)]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("2026年修复2024年洪灾受损乡道剩余35%里程。", 2026),
        ("2027年6月底前完成2025年度国债灌区项目剩余35%建设任务。", 2027),
        ("2028年底前，完成2026年度棚改项目剩余35%工程量。", 2028),
        ("2027年底前，全面完成2025年度排查的35处隐患治理。", 2027),
        ("完成2026年投资35亿元。", 2026),
        ("2027年，完成电站改造35座。", 2027),
    ],
)
def test_the_deadline_is_that_of_the_sentence(sentence: str, year: int) -> None:
    """A month beside the deadline changes nothing, nor does a comma behind it."""
    assert read(sentence) == [("target", "35", year)]


def test_a_year_that_heads_a_clause_tells_of_the_past() -> None:
    """全市2025年新增 is observed."""
    assert read("全市2025年新增就业3万人，2027年新增4万人。") == [
        ("observation", "3", 2025),
        ("target", "4", 2027),
    ]


def test_money_that_is_used_is_no_target() -> None:
    """What is built with it is."""
    assert read("使用2025年衔接资金3000万元，建设产业路22公里。") == [("target", "22", None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2029年，建成水站3个，落实2027年宜机化改造任务45万亩。", ("45", 2027)),
        ("2029年底前建成水厂3座，承接2028年省里交办任务新建塘坝45座。", ("45", 2028)),
        ("执行2027年节水计划，新铺管道45公里。", ("45", 2027)),
        ("统筹2027年市级资金安排，新建闸站45座。", ("45", 2027)),
        ("承接2027年结转项目，新建闸站45座。", ("45", None)),
        ("用好2027年专项资金，新建闸站45座。", ("45", None)),
    ],
)
def test_what_is_carried_out_in_a_coming_year_is_due_then(sentence: str, expected: tuple[str, int | None]) -> None:
    """落实 and the like of a year ahead are plans; what is left over or used says which."""
    assert read(sentence)[-1][1:] == expected
