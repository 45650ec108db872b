"""Tables of indicators in the shapes that plans use."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.figures.tables import indicators
from guitu.extract.figures.tables.cells import name_of
from guitu.extract.recognise import read
from guitu.extract.source import Source
from guitu.extract.structure.draft import Draft
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


def test_several_lines_in_one_cell() -> None:
    """
    Each line of a value belongs to a line of the name, below a line that says what is measured.
    """
    made = table_draft(
        [
            ["指标", "2020年", "2025年"],
            ["标准班额比例（%）\n其中：小学\n初中", "71\n76", "80以上\n85以上"],
            ["教师本科以上学历比例（%）\n其中：研究生学历比例（%）", "90\n8", "95\n12"],
            ["乡镇卫生院达标\n比例（%）", "60", "75"],
        ]
    )

    assert [(f.indicator, str(f.value), f.comparator) for f in figures(made) if f.kind == "target"] == [
        ("小学标准班额比例", "80", ">="),
        ("初中标准班额比例", "85", ">="),
        ("教师本科以上学历比例", "95", "="),
        ("研究生学历比例", "12", "="),
        ("乡镇卫生院达标比例", "75", "="),
    ]


def test_lines_that_do_not_fit_are_a_gap() -> None:
    """
    Two values for three names are told, not given to one of them.
    """
    made = table_draft([["指标", "2025年"], ["林地面积（亩）", "30"], ["果园\n茶园\n桑园\n药园", "1\n2"]])

    found, gaps = indicators.find(made)

    assert [f.indicator for f in found] == ["林地面积"]
    assert [g.kind for g in gaps] == ["unread-number"]


def test_marks_of_growth_over_the_whole_period() -> None:
    """
    In a column of growth a number in brackets counts the period in the unit that its row writes, also for a share;
    the others are yearly rates.
    """
    made = table_draft(
        [
            ["指标", "2020年", "2025年", "年均增长〔累计〕"],
            ["旅游收入（亿元）", "20", "30", "8.4%"],
            ["绿道里程（公里）", "100", "160", "[60]"],
            ["供水普及率（%）", "88", "95~98", "【7】"],
        ]
    )
    found = [f for f in figures(made) if f.kind == "target"]

    assert [(f.indicator, str(f.value), f.unit, f.periodicity) for f in found if f.periodicity] == [
        ("旅游收入年均增长", "8.4", "%", "annual"),
        ("绿道里程累计", "60", "公里", "cumulative"),
        ("供水普及率累计", "7", "%", "cumulative"),
    ]
    assert [(str(f.value), str(f.maximum)) for f in found if f.maximum] == [("95", "98")]


def test_unit_of_the_caption_and_a_column_of_sums() -> None:
    """
    A unit that only the caption names is that of every cell; a column of sums counts the whole period.
    """
    made = table_draft(
        [["指标", "2024年", "2025年", "合计"], ["改厕", "20", "30", "50"]], caption="主要指标（单位：万座）"
    )

    assert rows(made) == [("改厕", "20", "万座", 2024), ("改厕", "30", "万座", 2025), ("改厕", "50", "万座", 2025)]


def test_names_behind_all_values() -> None:
    """
    Where the column of names stands last, the values before it are read.
    """
    assert rows(table_draft([["2025年", "2030年", "指标"], ["36", "40", "灌区（个）"]])) == [
        ("灌区", "36", "个", 2025),
        ("灌区", "40", "个", 2030),
    ]


def _over_pages(second: list[str], between: str = "") -> list[tuple[str, str, int | None]]:
    head = "| 指标 | 单位 | 2020年 | 2025年 |\n| --- | --- | --- | --- |\n| 绿道长度 | 公里 | 120 | 200 |"
    rest = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in second)}</tr>")
    plan = f"# 云州市绿化“十四五”规划\n\n## 一、发展目标\n\n{head}\n\n{between}\n\n<table>{rest}</table>\n"
    (facts,) = read(Source("a.md", plan.encode())).documents
    return [(f.indicator, str(f.value), f.year) for f in facts.figures if f.kind == "target"]


@pytest.mark.parametrize(
    ("row", "target"),
    [
        (["公园绿地面积", "公顷", "300", "≥420"], ("公园绿地面积", "420", 2025)),
        (["古树名木保护率", "%", "-", "100"], ("古树名木保护率", "100", 2025)),
        (["义务植树尽责率", "%", "88.5", "92"], ("义务植树尽责率", "92", 2025)),
    ],
)
def test_a_table_goes_on_without_its_heading(row: list[str], target: tuple[str, str, int]) -> None:
    """The rows on the next page have the columns of the table right before them."""
    assert _over_pages(row) == [("绿道长度", "200", 2025), target]


def test_another_table_does_not_go_on() -> None:
    """A table behind a paragraph, of another width or without numbers is one of its own."""
    own = [("绿道长度", "200", 2025)]

    assert _over_pages(["苗圃面积", "公顷", "30", "42"], "各区苗圃情况如下。") == own
    assert _over_pages(["苗圃面积", "30", "42"]) == own
    assert _over_pages(["北园区", "市园林局", "改造", "新建"]) == own


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("力争2023年达到80%，2025年达到90%。", [("巩固率", "80", "%", 2023), ("巩固率", "90", "%", 2025)]),
        ("2023年12%，2025年15%", [("巩固率", "12", "%", 2023), ("巩固率", "15", "%", 2025)]),
        (
            "较2020年提高0.5个百分点，2025年达到95%",
            [("巩固率提高", "0.5", "个百分点", 2025), ("巩固率", "95", "%", 2025)],
        ),
        ("逐年下降，2025年控制在8%以内", [("巩固率", "8", "%", 2025)]),
        ("23.04〔1.38〕", [("巩固率", "23.04", "", 2025), ("巩固率", "1.38", "", 2025)]),
        ("1,500", [("巩固率", "1500", "", 2025)]),
        ("稳定在95%左右", [("巩固率", "95", "%", 2025)]),
        (
            "2023年力争每千名学生达到3名，2025年达到5名",
            [("每千名学生巩固率", "3", "名", 2023), ("每千名学生巩固率", "5", "名", 2025)],
        ),
    ],
)
def test_cells_that_are_sentences(cell: str, expected: list[tuple[str, str, str, int]]) -> None:
    """
    Each number of a cell has the year that stands before it in the cell, else that of its column.
    """
    assert rows(table_draft([["考核指标", "考核标准"], ["巩固率", cell]])) == expected


def test_goals_beside_indicators_are_values() -> None:
    """
    A column headed 目标 holds the values where another names the indicators.
    """
    made = table_draft([["主要指标", "目标"], ["算力规模", "达到500PFLOPS"], ["基站", "2.5万个"]])

    assert rows(made) == [("算力规模", "500", "PFLOPS", 2025), ("基站", "2.5", "万个", 2025)]


def test_units_behind_the_name_and_of_each_half() -> None:
    """
    A unit may stand behind a comma or a stroke; of two halves side by side each has its own unit and bindingness.
    """
    assert rows(table_draft([["指标", "2025年"], ["吞吐量，万标箱", "200"], ["里程/公里", "800"]])) == [
        ("吞吐量", "200", "万标箱", 2025),
        ("里程", "800", "公里", 2025),
    ]
    head = ["指标", "单位", "2025年", "属性"]
    halves = table_draft([[*head, *head], ["森林覆盖率", "%", "42", "约束性", "湿地面积", "万公顷", "3.2", "预期性"]])
    assert [(f.indicator, f.unit, f.bindingness) for f in figures(halves)] == [
        ("森林覆盖率", "%", "约束性"),
        ("湿地面积", "万公顷", "预期性"),
    ]


def test_an_inner_row_that_says_little_takes_the_row_above() -> None:
    """
    其中：农村 below a rate is that rate of the country.
    """
    made = table_draft([["指标", "2025年"], ["毛入园率（%）", "98"], ["其中：农村（%）", "95"]])

    assert rows(made) == [("毛入园率", "98", "%", 2025), ("农村毛入园率", "95", "%", 2025)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("万吨级泊位（东港区，个）", ("万吨级泊位（东港区）", "个")),
        ("污水处理率（县城，%）", ("污水处理率（县城）", "%")),
        ("用水量（含再生水，亿立方米）", ("用水量（含再生水）", "亿立方米")),
        ("泊位（东港区，西港区）", ("泊位（东港区，西港区）", "")),
    ],
)
def test_a_unit_behind_a_remark(written: str, name: tuple[str, str]) -> None:
    assert name_of(written, "") == name


def test_a_row_of_several_sides_has_a_value_for_each() -> None:
    """As many values as sides, none of which is a unit; else the cell is told as unread."""
    made = table_draft(
        [
            ["指标", "单位", "2020年", "2025年", "属性"],
            ["垃圾分类覆盖率（城区/镇区）", "%", "90/60", "100/90", "预期性"],
            ["人均绿地面积（东岸/西岸/北岸）", "平方米", "9/8/7.5", "12/11/10", "约束性"],
            ["电梯故障率（新梯/旧梯）（‰）", "", "1/3", "≤0.5/≤2", "预期性"],
        ],
    )
    assert [(f.kind, f.indicator, str(f.value), f.unit, f.comparator) for f in figures(made)] == [
        ("observation", "城区垃圾分类覆盖率", "90", "%", "="),
        ("observation", "镇区垃圾分类覆盖率", "60", "%", "="),
        ("target", "城区垃圾分类覆盖率", "100", "%", "="),
        ("target", "镇区垃圾分类覆盖率", "90", "%", "="),
        ("observation", "东岸人均绿地面积", "9", "平方米", "="),
        ("observation", "西岸人均绿地面积", "8", "平方米", "="),
        ("observation", "北岸人均绿地面积", "7.5", "平方米", "="),
        ("target", "东岸人均绿地面积", "12", "平方米", "="),
        ("target", "西岸人均绿地面积", "11", "平方米", "="),
        ("target", "北岸人均绿地面积", "10", "平方米", "="),
        ("observation", "新梯电梯故障率", "1", "‰", "="),
        ("observation", "旧梯电梯故障率", "3", "‰", "="),
        ("target", "新梯电梯故障率", "0.5", "‰", "<="),
        ("target", "旧梯电梯故障率", "2", "‰", "<="),
    ]
