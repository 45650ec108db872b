"""Tables of indicators in the shapes that plans use."""

from __future__ import annotations

from guitu.extract.draft import Draft
from guitu.extract.facts import Figure
from guitu.extract.figures import indicators
from tests.extract.factories import draft, table_draft


def rows(made: Draft) -> list[tuple[str, str, str, int | None]]:
    figures, gaps = indicators.find(made)
    assert not gaps
    return [(f.indicator, str(f.value), f.unit, f.year) for f in figures]


def figures(made: Draft) -> list[Figure]:
    return list(indicators.find(made)[0])


def test_base_year_is_observed_and_target_year_is_a_target() -> None:
    """
    The column of a year before the plan gives observations, that of its last year targets, with unit and bindingness.
    """
    found = figures(
        table_draft(
            [
                ["序号", "指标", "单位", "2020年", "2025年", "属性"],
                ["1", "森林覆盖率", "%", "41.2", "43.5", "约束性"],
                ["2", "游客接待量", "万人次", "-", "≥3000", "预期性"],
            ]
        )
    )

    assert [(f.kind, f.indicator, str(f.value), f.unit, f.comparator, f.year, f.bindingness) for f in found] == [
        ("observation", "森林覆盖率", "41.2", "%", "=", 2020, "约束性"),
        ("target", "森林覆盖率", "43.5", "%", "=", 2025, "约束性"),
        ("target", "游客接待量", "3000", "万人次", ">=", 2025, "预期性"),
    ]
    assert {f.source for f in found} == {"table"}


def test_units_in_the_value_and_bindingness_of_the_caption() -> None:
    """
    A table of names and target values takes its year from the period and its bindingness from the caption.
    """
    found = figures(
        table_draft(
            [["指标名称", "目标值"], ["旅游总收入", "1.2万亿元左右"], ["床位数", "超500张"]], caption="主要预期性指标"
        )
    )

    assert [(f.indicator, str(f.value), f.unit, f.comparator, f.year, f.bindingness) for f in found] == [
        ("旅游总收入", "1.2", "万亿元", "~", 2025, "预期性"),
        ("床位数", "500", "张", ">", 2025, "预期性"),
    ]


def test_units_behind_the_name_and_merged_categories() -> None:
    """
    A unit in brackets behind the name leaves the name; a merged column of categories is no part of it.
    """
    made = table_draft(
        [
            ["类别", "指标", "2025年目标"],
            ["绿色发展", "1.新增造林面积（万亩）", "〔50〕"],
            ["^", "2.空气质量优良天数比率（%）", "88以上"],
        ]
    )
    first, second = figures(made)

    assert (first.indicator, first.unit, first.periodicity) == ("新增造林面积", "万亩", "cumulative")
    assert (second.indicator, second.unit, second.comparator) == ("空气质量优良天数比率", "%", ">=")


def test_inner_rows_take_what_they_leave_out_from_above() -> None:
    """
    其中 with a threshold is completed by the row above; 其中 with a name of its own stands alone.
    """
    made = table_draft(
        [
            ["指标", "2025年"],
            ["年产值超亿元的食品企业数量", "90家"],
            ["其中，超10亿元企业数量", "12家"],
            ["农业园区数量", "8个"],
            ["其中：省级农业园区数量", "2个"],
        ]
    )

    assert [f[0] for f in rows(made)] == [
        "年产值超亿元的食品企业数量",
        "年产值超10亿元的食品企业数量",
        "农业园区数量",
        "省级农业园区数量",
    ]


def test_growth_columns_and_two_heading_rows() -> None:
    """
    A column of yearly growth gives a figure of its own; a heading over two rows is read as one.
    """
    made = table_draft(
        [
            ["主要指标", "规划目标", "<", "指标属性"],
            ["^", "2025年", "年均增速（%）", "^"],
            ["人均可支配收入（元）", "52000", "7.5", "预期性"],
        ]
    )
    found = figures(made)

    assert [(f.indicator, str(f.value), f.unit, f.periodicity) for f in found] == [
        ("人均可支配收入", "52000", "元", None),
        ("人均可支配收入年均增速", "7.5", "%", "annual"),
    ]


def test_two_halves_side_by_side() -> None:
    """
    A table folded into two halves gives the figures of both.
    """
    made = table_draft(
        [["指标", "2025年目标", "指标", "2025年目标"], ["公园数", "30个", "图书馆数", "6座"]],
    )

    assert rows(made) == [("公园数", "30", "个", 2025), ("图书馆数", "6", "座", 2025)]


def test_tables_of_duties_and_words_are_left_alone() -> None:
    """
    A table of tasks and owners or of words and meanings gives neither figures nor gaps.
    """
    made = table_draft([["序号", "任务", "责任单位", "完成时限"], ["1", "新建学校3所", "教育局", "2024年底"]])

    assert indicators.find(made) == ((), ())


def test_an_indicator_table_without_numbers_is_a_gap() -> None:
    """
    A table that its heading and caption call one of indicators, but where no number can be read, is a gap.
    """
    made = draft(rows=[["指标", "2025年目标"], ["绿化水平", "明显提升"]], caption="主要指标")
    found, gaps = indicators.find(made)

    assert (found, [g.kind for g in gaps]) == ((), ["unread-table"])


def test_a_caption_in_the_first_row() -> None:
    """
    A first row that is one cell over all columns is a caption; the heading stands below it.
    """
    made = table_draft(
        [
            ["专栏1 主要指标", "<", "<", "<"],
            ["类别", "指标", "单位", "2025年"],
            ["生态", "森林覆盖率", "%", "45"],
            ["^", "湿地公园", "个", "6"],
        ]
    )

    assert rows(made) == [("森林覆盖率", "45", "%", 2025), ("湿地公园", "6", "个", 2025)]


def test_a_cell_that_cannot_be_read_is_a_gap() -> None:
    """
    A value with digits that is no number stays behind as a gap; an empty one does not.
    """
    made = table_draft([["指标", "2025年"], ["公园数", "30个"], ["师生比", "见表3-2的说明"], ["书屋数", "-"]])
    found, gaps = indicators.find(made)

    assert [f.indicator for f in found] == ["公园数"]
    assert [g.kind for g in gaps] == ["unread-number"]


def test_numbers_in_the_cells_of_other_tables() -> None:
    """A number that something reaches is a gap where no passage reads the cell; a name with a number is none."""
    rows = [["工程", "内容"], ["供水工程", "自来水普及率达到95%"], ["60公里绿道", "沿河布局"]]
    found, gaps = indicators.find(table_draft(rows, caption="重点工程"))

    assert not found
    assert [gap.kind for gap in gaps] == ["unread-number"]


def test_values_before_any_indicator_are_no_figures() -> None:
    """A damaged head that puts a year before the names gives no error."""
    rows = [["2025年", "指标", "2030年"], ["36", "灌溉面积", "40"]]
    figures, _ = indicators.find(table_draft(rows, caption="主要指标"))

    assert [(f.indicator, f.year) for f in figures] == [("灌溉面积", 2030)]
