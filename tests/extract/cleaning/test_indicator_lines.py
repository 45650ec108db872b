"""Tables of indicators set with spaces, a row on each line."""

from __future__ import annotations

import pytest

from guitu.extract.cleaning.tables import indicator_lines
from guitu.extract.raw import RawParagraph, RawTable, RawUnread
from guitu.extract.recognise import read
from guitu.extract.source import Source


def rows(*lines: str) -> list[list[str]]:
    """The rows of the one table that the lines give; empty where they stay lines."""
    found = [
        block
        for block in indicator_lines.restored([RawParagraph(line) for line in lines])
        if isinstance(block, RawTable)
    ]
    return [["".join(cell.paragraphs) for cell in row] for table in found for row in table.rows]


@pytest.mark.parametrize(
    ("lines", "row", "read_as"),
    [
        (
            ["序号 指标名称 单位 2025年 2030年 属性", "1 城市公园 个 4 6 预期性", "2 水质达标率 % 90 95 约束性"],
            1,
            ["1", "城市公园", "个", "4", "6", "预期性"],
        ),
        (
            ["序号   指  标   单位   2025年  2030年", " 1  5A级景区   家   1  2", "2  游客人数 万人次/年  81 120以上"],
            2,
            ["2", "游客人数", "万人次/年", "81", "120以上"],
        ),
        (
            [
                "序号 指标 单位 2025年 2030年 属性",
                "1 县城生活污水集中",
                "处理率 % 90 95 约束性",
                "2 绿道 公里 30 ≥60 预期性",
            ],
            1,
            ["1", "县城生活污水集中处理率", "%", "90", "95", "约束性"],
        ),
        (
            ["序号 指标 单位 2025年 2030年", "1 规模以上工业 亿元 90 95", "增加值", "2 专利授权量 件 30 60"],
            1,
            ["1", "规模以上工业增加值", "亿元", "90", "95"],
        ),
        (
            ["序号 类别 指标 2025年 2030年", "1 供水 普及率（%） 90 95", "2 漏损率（%） 12 9", "3 供热 站房（座） 3 5"],
            2,
            ["2", "供水", "漏损率（%）", "12", "9"],
        ),
    ],
)
def test_a_row_on_each_line(lines: list[str], row: int, read_as: list[str]) -> None:
    assert rows("表1 主要指标", *lines, "注：按常住人口。")[row] == read_as


def test_single_digits_are_two_values() -> None:
    """4 6 is no 46."""
    lines = [
        "云州市文化发展“十五五”规划",
        "一、发展目标",
        "序号 指标 单位 2025年 2030年",
        "1 博物馆 座 4 6",
        "2 书屋 个 3 8",
    ]
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    told: list[object] = [(one.kind, one.indicator, one.value, one.year) for one in found.figures]
    assert told[:2] == [("observation", "博物馆", 4, 2025), ("target", "博物馆", 6, 2030)]
    assert len(told) == 4


def test_a_row_that_does_not_fit_is_told() -> None:
    """A value lacks: nobody says of which year the other one is."""
    lines = ["序号 指标 单位 2025年 2030年", "1 水库 座 4 6", "2 塘坝 座 8", "3 灌区 处 3 8"]
    found = indicator_lines.restored([RawParagraph(line) for line in lines])
    assert any(isinstance(block, RawUnread) for block in found)
    assert rows(*lines)[2] == ["2 塘坝 座 8"] * 5


@pytest.mark.parametrize(
    "lines",
    [
        ["指标 单位 2030年", "建成水库 座 多座", "建成塘坝 座 若干"],  # no values
        ["序号 任务 责任单位 完成时限", "1 修水库 水利局 2030年", "2 修塘坝 水利局 2030年"],  # no indicators
        ["主要指标到2030年 全面完成", "1 水库 座 4 6", "2 塘坝 座 3 8"],  # a sentence
        ["序号 指标 单位 2025年 2030年", "1 水库 建成 4 6", "2 塘坝 建成 3 8"],  # no units
    ],
)
def test_other_lines_stay(lines: list[str]) -> None:
    assert rows(*lines) == []


def test_words_below_a_table_are_no_row() -> None:
    """A line that is neither a row nor a part of a name ends the table."""
    lines = ["序号 指标 单位 2025年 2030年", "1 水库 座 4 6", "2 塘坝 座 3 8", "三、主要任务", "3 灌区 处 3 8"]
    assert len(rows(*lines)) == 3


def test_titles_of_groups_and_parts_of_a_row() -> None:
    found = rows(
        "序号　指标名称　单位　2025年　2030年　属性",
        "一、供水",
        "1　供水人口　万人　18.5　19.8　预期性",
        "　　其中：农村　万人　2.3　3.0　预期性",
        "二、排水",
        "2　污水处理率　%　92　≥95　约束性",
        "注：数据为年末数。",
    )
    assert [row[0] for row in found[1:]] == ["一、供水", "1", "", "二、排水", "2"]
    assert found[3][1:3] == ["其中：农村", "万人"]


def test_a_name_that_a_narrow_column_has_broken() -> None:
    found = rows(
        "序号   指  标      单位   2020年  2025年  属性",
        " 1   公路里程      公里     70     80    预期性",
        " 2   绿色出行",
        "     分担率        %        62     65    约束性",
        " 3   公交车辆      辆      300    400    预期性",
        "注：[ ]内为累计数。",
    )

    assert found[2] == ["2", "绿色出行分担率", "%", "62", "65", "约束性"]
    assert len(found) == 4


@pytest.mark.parametrize(
    "broken",
    [
        (" 3   绿色出行   公里", "     分担率   62   65"),  # a unit beside the first part
        (" 3   绿色出行   %   62", "     分担率   65   约束性"),
        (" 3   绿色出行分担率   %   62   约束性", " 创新发展"),  # a value that lacks
    ],
)
def test_a_row_over_two_lines_that_nothing_settles(broken: tuple[str, str]) -> None:
    head, row = "序号   指标   单位   2020年   2025年   属性", " 1   公路里程   公里   70   80   预期性"

    assert len(rows(head, row, row.replace("1", "2", 1).replace("公路", "铁路"), *broken)) == 3


@pytest.mark.parametrize("between", ["文化惠民", "第4页", "续表", "表中数据均为初步预计"])
@pytest.mark.parametrize("numbered", [True, False])
def test_a_line_between_rows_enters_no_name(between: str, *, numbered: bool) -> None:
    """The head of a group or of a page, which nothing tells from a part of a name."""
    lines = ["1 游客人数 万人 40 60", between, "2 馆藏数量 件 300 500", "3 绿道里程 公里 20 30"]
    shown = ["序号 指标 单位 2025年 2030年", *lines]
    found = rows(*shown) if numbered else rows(*(line.lstrip("123序号 ") for line in shown))
    assert not any(between in cell and cell != between for row in found for cell in row)


def told(*lines: str) -> list[tuple[object, ...]]:
    """The figures of a plan that holds such lines."""
    head = ["云州市水网“十五五”规划", "一、发展目标"]
    (found,) = read(Source("plan.txt", "\n".join([*head, *lines, "二、主要任务", "（一）修桥。"]).encode())).documents
    return [
        (f.kind, f.indicator, float(f.value), f.unit, f.comparator, f.year, f.bindingness, f.periodicity)
        for f in found.figures
    ]


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        (
            [
                "序号 指标 2025 年 2030 年 属性",
                "1 县城再生水利用率 25.4% ≥40% 约束性",
                "2 65 岁及以上老人签约率",
                "61% 达到 75% 以上 预期性",
                "— 3 —",
                "3 山洪灾害危险区预警设备（套）",
                "— 累计 1200 预期性",
            ],
            [
                ("observation", "县城再生水利用率", 25.4, "%", "=", 2025, "约束性", None),
                ("target", "县城再生水利用率", 40, "%", ">=", 2030, "约束性", None),
                ("observation", "65岁及以上老人签约率", 61, "%", "=", 2025, "预期性", None),
                ("target", "65岁及以上老人签约率", 75, "%", ">=", 2030, "预期性", None),
                ("target", "山洪灾害危险区预警设备", 1200, "套", "=", 2030, "预期性", "cumulative"),
            ],
        ),
        (
            ["指标 2025 年", "2030 年 属性", "绿道长度（公里） 30 60 预期性", "每千名职工工会干部 — ≥1 人 预期性"],
            [
                ("observation", "绿道长度", 30, "公里", "=", 2025, "预期性", None),
                ("target", "绿道长度", 60, "公里", "=", 2030, "预期性", None),
                ("target", "每千名职工工会干部", 1, "人", ">=", 2030, "预期性", None),
            ],
        ),
        (
            ["序号 指标 单位 2025 年 2030 年 属性", "1 渡口 处 4 6 预期性", "7", "2 渡船", "艘 30 60 约束性"],
            [
                ("observation", "渡口", 4, "处", "=", 2025, "预期性", None),
                ("target", "渡口", 6, "处", "=", 2030, "预期性", None),
                ("observation", "渡船", 30, "艘", "=", 2025, "约束性", None),
                ("target", "渡船", 60, "艘", "=", 2030, "约束性", None),
            ],
        ),
    ],
)
def test_spaces_that_a_copy_sets(lines: list[str], figures: list[tuple[object, ...]]) -> None:
    """Within a year, before a unit, behind 累计; a row on two lines; the number of a page between them."""
    assert told(*lines) == figures


def test_a_table_of_which_no_row_fits_is_one_gap() -> None:
    """No figure is taken from its lines: 塘坝 约束性 1人."""
    lines = ["序号 指标 2025 年 2030 年 属性", "1 水库 4 座 预期性", "2 塘坝", "≥1 人 约束性", "3 灌区 ≥3 处 预期性"]
    assert told(*lines) == []
    found = read(Source("plan.txt", "\n".join(["云州市水网规划", "一、目标", *lines]).encode()))
    assert sum(gap.kind == "unread-part" for one in found.documents for gap in one.gaps) == 1
