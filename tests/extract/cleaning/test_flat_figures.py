"""Tables of figures and agencies flattened to one cell a line: read column by column, or told; never a value beside
its column."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

UNFIT = "表格逐格成行，各栏没有对上，指标与单位没有读出"


def facts(lines: str) -> Facts:
    text = "\n".join(["云州市2030年海洋经济实施方案", "附件：指标与分工", *lines.split("/"), "二、保障措施"])
    (found,) = read(Source("a.txt", text.encode())).documents
    return found


TABLES = [
    pytest.param(
        "序号/指标名称/单位/2030年/责任单位/1/养殖产量/万吨/12/市水产局/市农业农村局/2/海洋生产总值/亿元/300/市发展改革委",
        [("养殖产量", "12", "万吨"), ("海洋生产总值", "300", "亿元")],
        id="two agencies on two lines of a cell",
    ),
    pytest.param(
        "序号/类别/指标名称/单位/2030年/责任单位/1/生态/林木蓄积量/万立方米/12/市林业局/2/湿地面积/公顷/800/市林业局/市自然资源局"
        "/3/产业/花卉产值/亿元/30/市农业农村局",
        [("林木蓄积量", "12", "万立方米"), ("湿地面积", "800", "公顷"), ("花卉产值", "30", "亿元")],
        id="a row that lacks the cell above it and has a line more",
    ),
    pytest.param(
        "序号/指标名称/责任单位/单位/2030年/1/绿道/长度/市园林局/市财政局/公里/120/2/公园个数/市园林局/个/30",
        [("绿道长度", "120", "公里"), ("公园个数", "30", "个")],
        id="a name over two lines, agencies before the values",
    ),
    pytest.param(
        "指标/单位/目标值/责任部门/绿道长度/公里/120/市园林局/市财政局/公园/个数/个/30/市园林局/以上每年通报。",
        [("绿道长度", "120", "公里"), ("公园个数", "30", "个")],
        id="no numbers",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), TABLES)
def test_every_value_stands_in_its_column(lines: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(one.indicator, str(one.value), one.unit) for one in facts(lines).figures] == expected


@pytest.mark.parametrize(
    "lines",
    [
        "序号/指标名称/单位/2030年/责任单位/1/绿道长度/公里/120/市园林局/2/公园个数/个/30/40/市园林局/3/游人/万人/9/市文旅局",
        "序号/指标名称/单位/2030年/责任单位/配合单位/1/绿道长度/公里/120/市园林局/市财政局/2/公园个数/个/30/市园林局/市水利局/市财政局",
        "指标/单位/目标值/责任部门/绿道长度/公里/120/市园林局/公园个数/30/市园林局",
    ],
)
def test_lines_that_fit_no_columns_are_told(lines: str) -> None:
    """A value too many; two columns of agencies that nothing tells apart; a cell that is lost."""
    found = facts(lines)
    assert not found.figures
    assert not found.responsibilities
    assert UNFIT in [gap.reason for gap in found.gaps]


def test_agencies_of_two_levels_are_told_apart_by_their_sign() -> None:
    """Where each column has its own sign in the rows that have one line for each."""
    found = facts(
        "序号/任务名称/单位/目标值/责任部门/评分部门/1/护林/万亩/3/县林业局/县财政局/市林业局/2/修渠/公里/20/县水利局/市水利局"
    )
    told = [(found.tasks[one.task].title, one.agency.written) for one in found.responsibilities]
    assert told == [("护林", "县林业局"), ("护林", "县财政局"), ("修渠", "县水利局")]


def test_a_column_left_of_the_number_groups_the_rows() -> None:
    """Its first value stands before the first number, the next behind the agencies of the row before."""
    found = facts(
        "考核项目/序号/考核指标/考核内容/单位/年度目标/责任部门/种植业/1/保障供给/播种面积/万亩/12/市农业农村局/2/粮食产量/万吨/5"
        "/市农业农村局/市粮食局/林业/3/造林绿化/造林面积/亩/800/市林业局"
    )
    assert [(one.indicator, str(one.value), one.unit) for one in found.figures] == [
        ("播种面积", "12", "万亩"),
        ("粮食产量", "5", "万吨"),
        ("造林面积", "800", "亩"),
    ]
    told = [(found.tasks[one.task].title, one.agency.written) for one in found.responsibilities]
    assert told == [
        ("播种面积", "市农业农村局"),
        ("粮食产量", "市农业农村局"),
        ("粮食产量", "市粮食局"),
        ("造林面积", "市林业局"),
    ]


TABLE = (
    "|序号|{name}|单位|2030年目标|牵头单位|\n|---|---|---|---|---|\n|1|林木蓄积量|万立方米|12|市林业局|\n"
    "|2|湿地面积|公顷|800|市自然资源局|\n"
)


@pytest.mark.parametrize("name", ["指标名称", "考核指标", "主要指标"])
def test_an_indicator_beside_its_agency_is_what_that_one_has_to_reach(name: str) -> None:
    """Its value is no task."""
    text = f"# 云州市生态目标任务分解表\n\n{TABLE.format(name=name)}"
    (found,) = read(Source("a.md", text.encode())).documents
    told = [(found.tasks[one.task].title, one.agency.written, one.role) for one in found.responsibilities]
    assert told == [("林木蓄积量", "市林业局", "lead"), ("湿地面积", "市自然资源局", "lead")]
    assert [(one.indicator, str(one.value)) for one in found.figures] == [("林木蓄积量", "12"), ("湿地面积", "800")]


def test_what_is_marked_is_no_task() -> None:
    rows = ["|序号|指标|分值|责任单位|", "|---|---|---|---|", "|1|入学率|10|市教育局|", "|2|就业率|10|市人社局|"]
    (found,) = read(Source("a.md", "\n".join(["# 云州市评价方案", "", *rows]).encode())).documents
    assert not found.tasks


def test_in_a_chapter_of_goals_an_indicator_is_no_task() -> None:
    """Its agencies are told as unread."""
    text = f"# 云州市生态规划\n\n一、发展目标\n\n{TABLE.format(name='指标名称')}"
    (found,) = read(Source("a.md", text.encode())).documents
    assert not found.responsibilities
    assert "目标一章的指标表里有责任单位，没有对应的任务" in [gap.reason for gap in found.gaps]
