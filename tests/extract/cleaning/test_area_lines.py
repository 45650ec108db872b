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


def test_groups_over_their_parts_measure_what_the_caption_says() -> None:
    """Parts in brackets or on a line below; units in their order; the row of a sum without a number; names set wide."""
    rows = """　　　全　市　9　20.5　12　31　21　51.5
1　　东 桥 区　4　8.5　5　11　9　19.5
2　　青岚新区　3　7　4　12　7　19
3　　白 石 县　2　5　3　8　5　13"""
    heads = "序号　地　区　2025年（个数 面积）　2026年（个数 面积）　合计（个数 面积）"
    table = f"云岭市2025—2026年老旧厂区改造年度计划表\n单位：个、万平方米\n\n{heads}\n{rows}"
    made = figures("厂区改造", table)
    assert made[:6] == [
        ("target", "全市老旧厂区改造个数", 9, "个", 2025),
        ("target", "全市老旧厂区改造面积", 20.5, "万平方米", 2025),
        ("target", "全市老旧厂区改造个数", 12, "个", 2026),
        ("target", "全市老旧厂区改造面积", 31, "万平方米", 2026),
        ("target", "全市老旧厂区改造个数", 21, "个", 2026),
        ("target", "全市老旧厂区改造面积", 51.5, "万平方米", 2026),
    ]
    assert len(made) == 24
    below = "序号　地　区　2025年　2026年　合计\n　　　　　　个数　面积　个数　面积　个数　面积"
    assert figures("厂区改造", table.replace(heads, below)) == made


def test_a_sum_over_years_is_counted_over_all_of_them() -> None:
    table = """各县区村道改造年度任务表
县区　2025年（里程、投资）　2026年（里程、投资）　总计（里程、投资）
　　　（公里）　（万元）　（公里）　（万元）　（公里）　（万元）
东桥区　3　210　4　280　7　490
青岚县　-　-　6　420　6　420
白石县　2　140　-　-　2　140"""
    text = PLAN.format(what="村道改造", table=table)
    (found,) = read(Source("plan.txt", text.encode())).documents
    told = [(f.indicator, float(f.value), f.unit, f.year, f.periodicity) for f in found.figures if f.source == "table"]
    assert told[:2] == [("东桥区村道改造里程", 3, "公里", 2025, None), ("东桥区村道改造投资", 210, "万元", 2025, None)]
    assert told[4:6] == [
        ("东桥区村道改造里程", 7, "公里", 2026, "cumulative"),
        ("东桥区村道改造投资", 490, "万元", 2026, "cumulative"),
    ]
    assert len(told) == 14


def test_remarks_stand_behind_the_amounts_of_some_rows() -> None:
    """Units in brackets, at the end of the caption or on a line below it."""
    rows = """序号  县区    2025年    2026年   小计   备注
1  东桥区    10    20   30   含高新区
2  青岚县    20    30   50
3  白石县    10    15   25"""
    made = figures("危房改造", f"各县区危房改造任务分解表（单位：户）\n{rows}")
    assert made[:3] == [
        ("target", "东桥区危房改造", 10, "户", 2025),
        ("target", "东桥区危房改造", 20, "户", 2026),
        ("target", "东桥区危房改造小计", 30, "户", 2026),
    ]
    assert len(made) == 9
    assert figures("危房改造", f"各县区危房改造任务分解表\n（单位：户）\n{rows}") == made


def test_a_sum_is_of_the_last_year_beside_it() -> None:
    """Not of the last year of the plan; a line of owners above tells no unit."""
    table = """责任单位：市林业局
各县区造林任务表（万亩）
县区  2024年  2025年  合计
东桥区  1  2  3
青岚县  2  3  5
白石县  1  4  5"""
    assert figures("造林", table)[:3] == [
        ("target", "东桥区造林", 1, "万亩", 2024),
        ("target", "东桥区造林", 2, "万亩", 2025),
        ("target", "东桥区造林合计", 3, "万亩", 2025),
    ]


def test_rows_of_other_names_under_a_head_of_areas_leave_a_gap() -> None:
    table = "各县区造林任务表（万亩）\n县区 2025年 2026年\n东桥 1 2\n青岚 2 3\n白石 1 4"
    (found,) = read(Source("plan.txt", PLAN.format(what="造林", table=table).encode())).documents
    assert not found.figures
    assert [gap.reason for gap in found.gaps] == ["表的各行没有分开各栏，表里的数值没有读出"]


def test_units_that_are_not_as_many_as_the_measures_leave_a_gap() -> None:
    table = """云岭市2025—2026年管网改造年度计划表
单位：个、公里、万元
地区　2025年（个数 长度）　2026年（个数 长度）
东桥区　3　21　4　28
青岚县　6　42　6　42
白石县　2　14　2　14"""
    (found,) = read(Source("plan.txt", PLAN.format(what="管网改造", table=table).encode())).documents
    assert not found.figures
    assert [gap.reason for gap in found.gaps if gap.kind == "unread-table"] == ["表里各行的数值没有写明单位，没有读出"]


@pytest.mark.parametrize(
    "lines",
    [
        ["单位 电话 邮编", "市水利局 8811 6420", "市教育局 8822 6421", "市民政局 8833 6422"],  # no areas
        ["县区 东桥区 青岚县", "任务 5 6", "完成 3 4", "结余 2 2"],  # areas beside each other
        ["县区 任务", "东桥区 5", "青岚县 6"],  # too few rows
        ["县区 改造 新建", "东桥区 5", "青岚县 6", "白石县 7"],  # too few amounts
        ["县区 2025年（个数 面积）", "东桥区 5", "青岚县 6", "白石县 7"],  # too few for the parts
        ["序号 县区 改造", "1 东桥区 5 6", "2 青岚县 6 7", "3 白石县 7 8"],  # too many
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
        "序号　地　区　2026年（个数 面积 投资）　2027年（个数 面积 投资）",
    )
    (found,) = read(Source("plan.txt", "\n".join((*head, *rows)).encode())).documents
    assert [gap.reason for gap in found.gaps] == ["表的各行没有分开各栏，表里的数值没有读出"]
    assert not found.figures
    (few,) = read(Source("plan.txt", "\n".join((*head, *rows[:2])).encode())).documents
    assert not few.gaps
