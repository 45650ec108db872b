"""Tables that say what is judged, how much is asked of it and by when, in cells that are whole sentences."""

from __future__ import annotations

import time

import pytest

from guitu.extract import recognise
from guitu.extract.figures.tables.cells import values_of
from guitu.extract.source import Source

HEAD = (
    "# 云州市急救体系建设实施方案（2026—2028年）\n\n一、主要任务\n\n（一）优化布局。合理设置站点。\n\n附件：建设表\n\n"
)


def read(heading: str, *rows: str) -> list[tuple[str, str, str, str, int | None]]:
    """Kind, indicator, value, comparator and year of each figure of a table."""
    lines = [f"| {heading} |", "|" + " --- |" * (heading.count("|") + 1), *(f"| {row} |" for row in rows)]
    (facts,) = recognise.read(Source("方案.md", (HEAD + "\n".join(lines) + "\n").encode())).documents
    return [(f.kind, f.indicator, str(f.value), f.comparator, f.year) for f in facts.figures]


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        ("评价内容 | 评价要求", "站点覆盖率 | 较上一年提高，力争2027年达到88%。", ("站点覆盖率", "88", "=", 2027)),
        ("考核项目 | 考核标准", "反应时间 | 逐年缩短，2028年不超过12分钟。", ("反应时间", "12", "<=", 2028)),
        ("评估事项 | 评估要求", "噪声达标率 | 比前两年改善，2026年底前达到93%以上。", ("噪声达标率", "93", ">=", 2026)),
        ("绩效内容 | 绩效值", "林火发现率 | 到2028年保持在99%以上。", ("林火发现率", "99", ">=", 2028)),
    ],
)
def test_what_is_judged_and_how_much_is_asked(heading: str, row: str, expected: tuple[str, str, str, int]) -> None:
    """The sentence of a cell gives value and year; the years that it compares with are no values."""
    assert read(heading, row) == [("target", *expected)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("由2025年的72%提高到2028年的85%", [("observation", "72", 2025), ("target", "85", 2028)]),
        ("从2025年底的9.4%降至2027年的7%", [("observation", "9.4", 2025), ("target", "7", 2027)]),
        ("每季度检查1次，每年培训不少于2000人", [("target", "2000", 2028)]),
        ("2026年底前降至14%，2028年降至12%", [("target", "12", 2028), ("target", "14", 2026)]),
    ],
)
def test_a_cell_that_says_by_when_and_how_much(cell: str, expected: list[tuple[str, str, int]]) -> None:
    """Each number has the year beside it; how often within a year something is done is no level."""
    found = [(kind, value, year) for kind, _, value, _, year in read("指标名称 | 目标要求", f"站点水平 | {cell}")]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("heading", "row", "year"),
    [
        ("指标 | 目标值 | 完成时间", "老旧管网改造 | 260公里 | 2027年底", 2027),
        ("指标 | 目标值 | 达标期限", "水质达标率 | 98% | 2026年6月", 2026),
        ("指标 | 时间节点 | 目标值", "新建泊位 | 2027 | 4500个", 2027),
        ("指标 | 目标值 | 完成时限", "山林巡护率 | 95% | 长期坚持", 2028),
    ],
)
def test_the_year_of_a_row_is_that_by_which_it_is_due(heading: str, row: str, year: int) -> None:
    """The column of dates tells the year; without one it is that of the plan."""
    assert [found[-1] for found in read(heading, row)] == [year]


def test_marks_that_are_given_are_no_aims() -> None:
    """A table of marks says how one is judged, and promises nothing."""
    assert read("评估内容 | 评估标准 | 分值", "床位使用率 | 达到60%以上得5分，低于40%不得分 | 5") == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("每天供水 | 每天15万吨", [("每天供水", "15")]),
        ("每月巡查次数 | 每月开展2次", [("每月巡查次数", "2")]),
        ("客流 | 每天8000人次", [("客流", "8000")]),
        ("巡查 | 每月开展2次", []),
    ],
)
def test_how_much_each_day_is_no_rhythm(row: str, expected: list[tuple[str, str]]) -> None:
    """Times alone say how often, and an indicator that asks how often is answered so."""
    assert [found[1:3] for found in read("指标 | 目标值", row)] == expected


def test_a_long_cell_is_read_in_step_with_its_length() -> None:
    started = time.process_time()
    values_of("每村配水泵3次，" * 4000)
    assert time.process_time() - started < 2
