"""Parts of a whole in brackets, things of one kind behind a capacity, periods and years said around a number."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市城乡建设实施方案", "tasks": ["建设"]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "累计建成充电桩900个（其中城区600个，乡镇300个）。",
            [("充电桩", "900"), ("城区充电桩", "600"), ("乡镇充电桩", "300")],
        ),
        (
            "全市托育点250个（民办75个，占30%）。",
            [("全市托育点", "250"), ("民办托育点", "75"), ("民办托育点占比", "30")],
        ),
        ("建成水闸90座（新建50座，改造40座）。", [("水闸", "90"), ("新建水闸", "50"), ("改造水闸", "40")]),
        ("工业产值90亿元（其中医药产值60亿元）。", [("工业产值", "90"), ("医药产值", "60")]),
        # more than the whole: another thing
        ("培训教师30名（城区50名，乡镇90名）。", [("培训教师", "30")]),
    ],
)
def test_a_remark_names_the_parts_of_a_whole(sentence: str, expected: list[tuple[str, str]]) -> None:
    """A part carries the name of its whole, and no parts come to more than it."""
    found = figures.find(draft(sentence, chapter="review"))[0]
    assert [(f.indicator, str(f.value)) for f in found] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("改造60万蒸吨燃气锅炉、园区污水管网。", [("改造燃气锅炉", "60")]),
        ("新增90万千瓦风电、光伏发电。", [("新增风电、光伏发电", "90")]),
        ("新建20万平方米厂房、仓库。", [("厂房、仓库", "20")]),
        ("各区、县至少办1所护理学校。", [("各区、县护理学校", "1")]),
        ("出口带宽达到800G，升级到5G。", [("出口带宽", "800")]),
        ("全年断水天数不能超过3天。", [("全年断水天数", "3")]),
        ("聚焦发展60平方公里核心区域，新建3平方公里湿地。", [("湿地", "3")]),
        ("已经县政府六届12次常务会议通过。", []),
        ("整合800万元资金用于发放购物券。", []),
    ],
)
def test_what_a_number_measures_and_what_it_does_not(sentence: str, expected: list[tuple[str, str]]) -> None:
    """A capacity reaches no further than its kind; sizes, meetings and hand-outs are no targets."""
    found = figures.find(draft(sentence, **WORK))[0]  # type: ignore[arg-type]
    assert [(f.indicator, str(f.value)) for f in found] == expected


@pytest.mark.parametrize(
    ("sentence", "indicator", "period", "year"),
    [
        ("三年新增公办园45所。", "新增公办园", "cumulative", None),
        ("五年新建泵站30座。", "新建泵站", "cumulative", None),
        ("“十四五”期间，争取15个左右园区退出岸线。", "园区退出岸线", "cumulative", 2025),
        ("预计在2024-25至2028-29的五年期内，共有6100个单位落成。", "单位落成", "cumulative", 2029),
        ("新建泵站30座，将于2027年底前投用。", "新建泵站", None, 2027),
        ("当中2300个单位将于2025-26年度完工。", "单位完工", None, 2026),
        ("五年级学生达到300人。", "五年级学生", None, None),
    ],
)
def test_the_span_of_time_is_no_part_of_the_name(
    sentence: str, indicator: str, period: str | None, year: int | None
) -> None:
    """三年新增 is of three years together; a year behind the number, with 将, is its own."""
    (found,) = figures.find(draft(sentence, **WORK))[0]  # type: ignore[arg-type]
    assert (found.indicator, found.periodicity, found.year) == (indicator, period, year)


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("落实收购政策，到2023年，风电装机比重达到30%。煤炭消费比重降至50%。", [2023, 2023]),
        # more is said in the sentence, or another one stands between
        ("落实收购政策，到2023年，风电装机比重达到30%。提升处置水平，污泥处置率达到90%。", [2023, None]),
        ("落实收购政策，到2023年，风电装机比重达到30%。加强巡查。煤炭消费比重降至50%。", [2023, None]),
        ("落实收购政策，到2023年，风电装机比重达到30%。建设泵站12座。", [2023, None]),
    ],
)
def test_a_year_governs_the_share_right_behind_its_clause(sentence: str, years: list[int | None]) -> None:
    """A share alone in its sentence goes on with the year of the clause before it; other sentences have their own."""
    assert [f.year for f in figures.find(draft(sentence, **WORK))[0]] == years  # type: ignore[arg-type]


def test_each_of_several_places_falls_alike() -> None:
    """分别 before one number is no part of the name."""
    (found,) = figures.find(draft("东山、西湖、北屿3县散煤用量分别减少50%。", **WORK))[0]  # type: ignore[arg-type]
    assert found.indicator == "东山、西湖、北屿3县散煤用量减少"


def test_parts_of_a_whole_that_end_alike_bear_its_grade() -> None:
    """
    国家级园区9家（高新区5家、经开区4家）: each part has the grade of the whole, not its noun.
    """
    made = figures.find(draft("全省国家级园区9家（高新区5家、经开区4家）。", chapter="review"))[0]

    assert [f.indicator for f in made] == ["全省国家级园区", "国家级高新区", "国家级经开区"]


def test_a_level_that_something_stands_at() -> None:
    """
    处于…的高位 tells a level.
    """
    made = figures.find(draft("化学需氧量排放量仍然处于30万吨左右的高位。", chapter="review"))[0]

    assert [(f.indicator, str(f.value), f.comparator) for f in made] == [("化学需氧量排放量", "30", "~")]
