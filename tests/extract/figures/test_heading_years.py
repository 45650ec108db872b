"""The year of a figure by the headings above it: what a heading names holds under it, and not beside it."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def years(text: str) -> dict[str, int | None]:
    (found,) = read(Source("plan.txt", text.encode())).documents
    return {figure.indicator: figure.year for figure in found.figures}


@pytest.mark.parametrize(
    ("title", "heading", "sentence", "indicator", "year"),
    [
        ("云州市2025年节水重点工作安排", "编制“十五五”市级再生水利用专项规划", "新建泵站12座。", "新建泵站", 2025),
        ("青岚县2024年度养老服务工作要点", "谋划2030年远期设施", "新建日间照料中心8个。", "新建日间照料中心", 2024),
        ("临江省2026年港口建设行动方案", "启动“十六五”港口总体规划前期研究", "改造泊位20个。", "改造泊位", 2026),
    ],
)
def test_a_heading_leaves_its_year_to_none_beside_it(
    title: str, heading: str, sentence: str, indicator: str, year: int
) -> None:
    """
    A plan of one year has a task that prepares a later time: the tasks after it are of the year of the plan.
    """
    text = (
        f"{title}\n一、重点任务\n（一）加强统筹\n1.{heading}。组织开展前期研究，形成初步成果。\n"
        f"2.抓好建设。{sentence}\n（二）做好服务\n1.提升水平。培训管理人员300人次。\n"
    )

    assert years(text) == {indicator: year, "培训管理人员": year}


def test_a_heading_of_work_gives_its_year_to_what_is_under_it() -> None:
    """
    In a plan of one year the items under a heading that names another year are of that year.
    """
    text = (
        "云州市2025年绿化工作安排\n一、重点任务\n（一）2027年底前建成环城绿廊\n1.建设公园。新建公园6个。\n"
        "（二）管护林地\n1.抚育林木。抚育林地900亩。\n"
    )

    assert years(text) == {"新建公园": 2027, "抚育林地": 2025}


def test_a_paper_that_is_drawn_up_says_no_year() -> None:
    """
    The period of a plan that is drawn up is part of its name; that of what is built says when.
    """
    text = "云州市2025年交通工作安排\n一、重点任务\n（一）公路\n{}，新建公路80公里。\n"

    assert years(text.format("编制“十五五”全市农村公路专项规划")) == {"新建公路": 2025}
    assert years(text.format("谋划“十五五”时期全市路网")) == {"新建公路": 2030}
