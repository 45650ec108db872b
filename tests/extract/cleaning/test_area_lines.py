"""Tables of areas set with spaces, from the lines of a copy to their figures."""

from __future__ import annotations

import pytest

from guitu.extract.cleaning.tables import area_lines
from guitu.extract.raw import RawParagraph, RawTable
from guitu.extract.recognise import read
from guitu.extract.source import Source

PLAN = (
    "云岭市{what}实施方案（2024—2026年）\n\n一、工作目标\n全面推进。\n\n{table}\n\n"
    "二、主要任务\n（一）加强组织。健全机制。\n"
)


def figures(what: str, table: str) -> list[tuple[str, str, float, str, int | None]]:
    (found,) = read(Source("plan.txt", PLAN.format(what=what, table=table).encode())).documents
    return [(f.kind, f.indicator, float(f.value), f.unit, f.year) for f in found.figures if f.source == "table"]


def test_years_beside_each_other_measure_what_the_caption_says() -> None:
    table = """各县（区）秸秆综合利用率年度目标表（%）
县区        2023年基数   2024年   2026年
东桥区       86.5         88       92
青岚县       81.2         84       90
白石县       79           83       89.5"""
    made = figures("秸秆利用", table)
    assert made[:3] == [
        ("observation", "东桥区秸秆综合利用率", 86.5, "%", 2023),
        ("target", "东桥区秸秆综合利用率", 88, "%", 2024),
        ("target", "东桥区秸秆综合利用率", 92, "%", 2026),
    ]
    assert len(made) == 9


def test_units_stand_below_the_heads_between_rules() -> None:
    table = """表1  2025年公共服务设施建设任务表
----------------------------------
单  位      托育机构     健身步道
            （个）       （公里）
----------------------------------
东桥街道     2           3.5
西浦镇       1           6
白石乡       1           4.2
----------------------------------
合  计       4           13.7"""
    assert figures("公共服务", table) == [
        ("target", "东桥街道托育机构", 2, "个", 2025),
        ("target", "东桥街道健身步道", 3.5, "公里", 2025),
        ("target", "西浦镇托育机构", 1, "个", 2025),
        ("target", "西浦镇健身步道", 6, "公里", 2025),
        ("target", "白石乡托育机构", 1, "个", 2025),
        ("target", "白石乡健身步道", 4.2, "公里", 2025),
        ("target", "合计托育机构", 4, "个", 2025),
        ("target", "合计健身步道", 13.7, "公里", 2025),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["单位 电话 邮编", "市水利局 8811 6420", "市教育局 8822 6421", "市民政局 8833 6422"],  # no areas
        ["县区 东桥区 青岚县", "任务 5 6", "完成 3 4", "结余 2 2"],  # areas beside each other
        ["县区 任务", "东桥区 5", "青岚县 6"],  # too few rows
        ["县区 改造 新建", "东桥区 5", "青岚县 6", "白石县 7"],  # too few amounts
    ],
)
def test_other_lines_stay_as_they_are(lines: list[str]) -> None:
    blocks = tuple(map(RawParagraph, lines))
    assert area_lines.restored(blocks) == blocks


def test_cleaning_twice_changes_nothing() -> None:
    lines = ("县区 任务（个） 改造（公里）", "东桥区 5 1.5", "青岚县 6 2", "白石县 7 -")
    once = area_lines.restored(tuple(map(RawParagraph, lines)))
    assert isinstance(once[0], RawTable) and len(once[0].rows) == 4
    assert area_lines.restored(once) == once


def test_rows_that_nobody_can_part_leave_a_gap() -> None:
    """Their words are no text; two such lines, or a sentence with numbers, are no table."""
    rows = (
        "1　　东 桥 区　52　186.5　78　268.4",
        "2　　西 浦 区　55　201.3　82　279.1",
        "3　　青 岚 县　6　7.2　5　8.4",
    )
    head = (
        "云州市改造计划",
        "一、任务",
        "（一）改造小区。完善配套。",
        "年度计划表",
        "序号　地　区　2026年（个数 面积）　2027年（个数 面积）",
    )
    (found,) = read(Source("plan.txt", "\n".join((*head, *rows)).encode())).documents
    assert [gap.reason for gap in found.gaps] == ["表的各行没有分开各栏，表里的数值没有读出"]
    assert not found.figures
    (few,) = read(Source("plan.txt", "\n".join((*head, *rows[:2])).encode())).documents
    assert not few.gaps
