"""The year of what is reported: of five years their last, of an annual report the year before it was given."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def years(*lines: str) -> dict[str, int | None]:
    """The year of each figure by its indicator."""
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return {figure.indicator: figure.year for figure in found.figures}


SESSION = "——2024年1月15日在云州市第十届人民代表大会第四次会议上"


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("云州市水利发展“十四五”规划", "一、“十三五”发展回顾"),
        ("临江省旅游业发展“十四五”规划", "一、“十三五”时期主要成就"),
        ("青岚县特色农业发展规划（2021-2025年）", "一、发展回顾"),
    ],
)
def test_a_review_of_a_period_is_of_its_last_year(title: str, heading: str) -> None:
    """A year that one sentence names is not that of the next."""
    found = years(
        title,
        heading,
        "设施不断改善，灌溉面积达到90万亩，全部通过验收。2018年建成车站3座。居民收入突破4万元，游客达到80万人次。",
    )
    assert found == {"灌溉面积": 2020, "车站": 2018, "居民收入": 2020, "游客": 2020}


def test_a_year_that_opens_the_paragraph_holds_for_it() -> None:
    """2019年，…。全年…: the paragraph speaks of that year."""
    found = years("云州市水利发展“十四五”规划", "一、“十三五”发展回顾", "2019年，灌区达到9处。水库达到7座。")
    assert found == {"灌区": 2019, "水库": 2019}


@pytest.mark.parametrize("head", ["一、2023年工作回顾", "一、过去一年工作回顾", "一、工作回顾"])
def test_an_annual_report_is_of_the_year_before(head: str) -> None:
    """By its heading, else by the session that it was given to; what is planned is of the year of the session."""
    found = years("云州市政府工作报告", SESSION, head, "新建学校20所。", "二、今年工作安排", "新建医院3所。")
    assert found == {"新建学校": 2023, "新建医院": 2024}


def test_a_session_at_the_end_of_a_year_looks_back_on_it() -> None:
    """A report given in December reviews the year that ends, and plans for the next."""
    session = "——2023年12月20日在青岚县第十届人民代表大会第二次会议上"
    found = years("青岚县政府工作报告", session, "一、工作回顾", "新建学校20所。", "二、工作安排", "新建医院3所。")
    assert found == {"新建学校": 2023, "新建医院": 2024}


def test_a_report_on_a_plan_carried_out() -> None:
    """2023年计划执行情况与2024年计划: what was carried out, and what is planned."""
    title = "云州市2023年国民经济和社会发展计划执行情况与2024年计划草案的报告"
    found = years(title, "一、2023年计划执行情况", "粮食产量达到20万吨。", "二、2024年计划安排", "蔬菜产量达到30万吨。")
    assert found == {"粮食产量": 2023, "蔬菜产量": 2024}


@pytest.mark.parametrize("title", ["云州市水利局2025年工作总结和2026年工作计划", "青岚县农业局2025年度工作总结"])
def test_a_summary_of_a_year_plans_for_the_next(title: str) -> None:
    """What is to be done next is not of the year that is summed up."""
    found = years(title, "2025年工作总结", "建成水库3座，投入使用。", "下一步工作打算", "一是治理河道50公里。")
    assert found == {"水库": 2025, "治理河道": 2026}


def test_the_years_to_come_of_a_report_are_not_the_year_of_its_session() -> None:
    """今后五年的主要目标 names no one year."""
    found = years("云州市政府工作报告", SESSION, "一、今后五年的主要目标", "绿地面积达到90公顷。")
    assert found == {"绿地面积": None}


def test_a_report_that_names_no_session_has_no_year() -> None:
    """Nothing says which year it looks back on."""
    assert years("云州市政府工作报告", "一、工作回顾", "新建学校20所。") == {"新建学校": None}
