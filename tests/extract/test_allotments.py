"""Tables that allot amounts to areas, as tables and from cells on lines of their own."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

TITLE = "2027年青岚县裸土整治实施方案"


def facts(*lines: str, name: str = "plan.md") -> Facts:
    (found,) = read(Source(name, "\n".join(lines).encode())).documents
    return found


def figures(found: Facts) -> list[tuple[str, str, str, int | None]]:
    return [(f.indicator, str(f.value), f.unit, f.year) for f in found.figures if f.source == "table"]


def table(heads: str, *rows: str, above: str = "裸土整治各乡镇任务表（单位：亩）") -> Facts:
    lines = [f"| {heads} |", "|" + "---|" * (heads.count("|") + 1), *(f"| {row} |" for row in rows)]
    return facts(f"# {TITLE}", "", "## 附件", "", above, "", *lines)


def test_each_amount_is_a_target_of_its_area() -> None:
    found = table(
        "序号 | 乡镇 | 2027年任务量 | 6月底前完成60% | 责任人 | 其中重点地块",
        "1 | 石桥镇 | 122.5 | 73.5 | 王某 | 36.9",
        "2 | 南山乡 | 33.4 | 20 | 李某 | 0",
        "总计 | | 155.9 | 93.5 | | 36.9",
    )
    assert figures(found) == [
        (f"{area}{what}", value, "亩", 2027)
        for area, values in (
            ("石桥镇", ("122.5", "73.5", "36.9")),
            ("南山乡", ("33.4", "20", "0")),
            ("总计", ("155.9", "93.5", "36.9")),
        )
        for what, value in zip(("2027年任务量", "6月底前完成60%", "重点地块"), values, strict=True)
    ]


def test_a_unit_in_a_heading_is_of_its_column() -> None:
    found = table(
        "县区 | 造林（万亩） | 育苗（万株）",
        "东桥区 | 1.2 | 30",
        "青岚县 | 2 | 45",
        above="造林计划分配表",
    )
    assert figures(found) == [
        ("东桥区造林", "1.2", "万亩", 2027),
        ("东桥区育苗", "30", "万株", 2027),
        ("青岚县造林", "2", "万亩", 2027),
        ("青岚县育苗", "45", "万株", 2027),
    ]


@pytest.mark.parametrize(
    ("heads", "above"),
    [
        ("乡镇 | 完成量 | 位次", "各乡镇任务表"),  # no unit
        ("乡镇 | 补助资金（万元） | 位次", "补助资金分配计划表"),  # money given
        ("品种 | 面积（亩） | 位次", "种植计划表"),  # no areas
        ("乡镇 | 上年面积（亩） | 位次", "任务表"),  # what was before
        ("乡镇 | 涉及村数 | 位次", "任务表（单位：亩）"),  # of another unit
    ],
)
def test_other_tables_allot_nothing(heads: str, above: str) -> None:
    assert not figures(table(heads, "石桥镇 | 12 | 1", "南山乡 | 30 | 2", above=above))


LINES = [
    *("附件", "青岚县2027年度裸土整治各乡镇任务表", "制表日期：2027.1   单位：亩"),
    *("序号", "乡镇", "2027年", "任务量", "全年任务量约200亩", "2月前", "3月底前完成20%", "6月底前完成60%"),
    *("1", "石桥镇", "122.5", "完成方案、", "动员部署等。", "24.5", "73.5"),
    *("2", "北门镇", "52.2", "10.4", "31.3", "3", "南山乡", "33.4", "6.6", "20.0", "总计", "208.1", "41.5", "124.8"),
]


def test_cells_on_lines_are_read_where_the_numbers_of_the_rows_settle_them() -> None:
    """A head on two lines, one over others, and a cell that is merged over all rows."""
    found = facts(TITLE, "一、主要任务", "（一）开展整治。开展整治。", *LINES, name="plan.txt")
    assert figures(found)[:3] == [
        ("石桥镇2027年任务量", "122.5", "亩", 2027),
        ("石桥镇3月底前完成20%", "24.5", "亩", 2027),
        ("石桥镇6月底前完成60%", "73.5", "亩", 2027),
    ]
    assert len(figures(found)) == 12
    assert [task.title for task in found.tasks] == ["开展整治"]


def test_one_cell_too_few_gives_nothing_but_a_gap() -> None:
    lines = [line for line in LINES if line != "31.3"]
    found = facts(TITLE, "一、主要任务", "（一）开展整治。开展整治。", *lines, name="plan.txt")
    assert not figures(found)
    assert [gap.kind for gap in found.gaps if "逐格" in gap.reason] == ["unread-part"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("到2027年，接到抢险指令后30分钟内抵达现场。", [("接到抢险指令后抵达现场", "30", "分钟", 2027)]),
        ("应急物资2小时内到位。", [("应急物资到位", "2", "小时", None)]),
        ("2027年度新建泵站5座。", [("新建泵站", "5", "座", 2027)]),
        ("消防站接警后5分钟内到达现场。", []),
        ("到2027年度假区接待游客30万人次。", [("度假区接待游客", "30", "万人次", 2027)]),
    ],
)
def test_how_soon_somebody_is_there(sentence: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    found = facts("云州市防汛工作方案", "一、主要任务", f"（一）加快处置。{sentence}", name="plan.txt")
    assert [(f.indicator, str(f.value), f.unit, f.year) for f in found.figures] == expected
