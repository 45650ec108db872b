"""Tables that allot amounts to areas and kinds, as tables and from cells on lines of their own."""

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


def test_an_amount_with_its_own_unit_needs_none_in_the_heading() -> None:
    found = table(
        "地区 | 泵房（座） | 管网(公里) | 核心片区抢修半径",
        "东桥区 | 6 | 12.5 | 1.5公里",
        "南渡县 | 4 | 8 | 2公里",
        "总计 | 10 | 20.5 | ",
        above="表2-1 “十五五”供水设施分区域发展目标",
    )
    assert figures(found) == [
        ("东桥区泵房", "6", "座", 2030),
        ("东桥区管网", "12.5", "公里", 2030),
        ("东桥区核心片区抢修半径", "1.5", "公里", 2030),
        ("南渡县泵房", "4", "座", 2030),
        ("南渡县管网", "8", "公里", 2030),
        ("南渡县核心片区抢修半径", "2", "公里", 2030),
        ("总计泵房", "10", "座", 2030),
        ("总计管网", "20.5", "公里", 2030),
    ]


def test_a_year_under_a_measure_is_of_its_column() -> None:
    found = table(
        "县区 | 托位（个） | | 社区食堂（家） | ",
        " | 2027年 | 2028年 | 2027年 | 2028年",
        "东桥区 | 120 | 150 | 3 | 5",
        "青岚县 | 80 | 90 | 2 | 4",
        above="一老一小服务设施年度任务分解表",
    )
    assert figures(found)[:4] == [
        ("东桥区托位", "120", "个", 2027),
        ("东桥区托位", "150", "个", 2028),
        ("东桥区社区食堂", "3", "家", 2027),
        ("东桥区社区食堂", "5", "家", 2028),
    ]


@pytest.mark.parametrize(
    ("heads", "rows", "above", "expected"),
    [
        (
            "类型 | “十五五”规划投资（亿元） | 备注",
            ("泵站 | 2.4 | 含设备", "管网 | 6 | ", "合计 | 8.4 | "),
            "表4-1 云州市“十五五”供水投资估算",
            [("泵站“十五五”规划投资", "2.4"), ("管网“十五五”规划投资", "6"), ("合计“十五五”规划投资", "8.4")],
        ),
        (
            "序号 | 林种类型 | 新造（万亩） | 抚育（万亩）",
            ("1 | 水源林 | 1.2 | 3", "2 | 防护林 | 0.8 | 2"),
            "“十五五”营造林计划表",
            [("水源林新造", "1.2"), ("水源林抚育", "3"), ("防护林新造", "0.8"), ("防护林抚育", "2")],
        ),
        (
            "领域 | 培训人数（人次） | 新增基地（个）",
            ("养老服务 | 3000 | 4", "家政服务 | 2000 | 3"),
            "2030年技能培训目标",
            [
                ("养老服务培训人数", "3000"),
                ("养老服务新增基地", "4"),
                ("家政服务培训人数", "2000"),
                ("家政服务新增基地", "3"),
            ],
        ),
    ],
)
def test_kinds_of_things_have_amounts_as_areas_have(
    heads: str, rows: tuple[str, ...], above: str, expected: list[tuple[str, str]]
) -> None:
    found = figures(table(heads, *rows, above=above))
    assert [(name, value) for name, value, _, _ in found] == expected
    assert {year for *_, year in found} == {2030}


@pytest.mark.parametrize(
    ("heads", "above"),
    [
        ("类型 | 数量（座） | 长度（公里）", "供水设施现状统计表"),  # what is
        ("类型 | 数量（座） | 长度（公里）", "供水设施"),  # no plan
        ("类型 | 数量（座） | 长度（公里）", "2026年供水设施规划"),  # of a year that was over
        ("类型 | 防护距离（米） | 用地（亩）", "设施规划"),  # norms
        ("类型 | 分值（分） | 扣分（分）", "任务评分表"),  # how it is judged
        ("类型 | 金额（万元） | 每户（元）", "“十五五”补助资金计划表"),  # money given
        ("类型 | 2029年（座） | 2030年（座）", "设施规划表"),  # no measure
        ("地区 | 泵房（座） | 管网（公里）", "2026年目标任务完成情况"),  # what was done
    ],
)
def test_other_tables_of_kinds_set_nothing(heads: str, above: str) -> None:
    area = heads.startswith("地区")
    rows = ("东桥区 | 12 | 1", "南渡县 | 30 | 2") if area else ("泵站 | 12 | 1", "水厂 | 30 | 2")
    assert not [f for f in table(heads, *rows, above=above).figures if f.kind == "target"]


def test_what_is_today_stands_beside_what_is_planned() -> None:
    found = table(
        "类型 | 现状座数（座） | 规划新建（座）", "泵站 | 12 | 3", "水厂 | 4 | 1", above="“十五五”供水设施规划表"
    )
    assert figures(found) == [("泵站规划新建", "3", "座", 2030), ("水厂规划新建", "1", "座", 2030)]


def test_a_list_of_works_with_their_owners_sets_no_amounts() -> None:
    found = table(
        "类型 | 规划投资（亿元） | 建设内容", "泵站 | 2 | 东桥泵站改造", "管网 | 3 | 旧管更换", above="重点工程规划表"
    )
    assert not figures(found)


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


def test_what_leads_to_a_table_says_what_its_years_measure() -> None:
    """A bracket or a noun in the line above; the sum of the years is that of the last; without it a gap."""
    rows = (
        "区别　　2027年（个）　　2028年（个）　　合计（个）",
        "东桥区　　12　　18　　30",
        "西浦区　　5　　6　　11",
        "南滩区　　2　　4　　6",
    )
    led = facts(TITLE, "一、任务", "各区年度目标（2027年—2028年托育机构新增数）安排如下：", *rows, name="plan.txt")
    assert figures(led)[:3] == [
        ("东桥区托育机构新增数", "12", "个", 2027),
        ("东桥区托育机构新增数", "18", "个", 2028),
        ("东桥区托育机构新增数合计", "30", "个", 2028),
    ]
    plain = facts(TITLE, "一、任务", "各区口袋公园建设任务如下：", *rows, name="plan.txt")
    assert figures(plain)[0] == ("东桥区口袋公园建设", "12", "个", 2027)
    untold = facts(TITLE, "一、任务", "目标任务安排如下：", *rows, name="plan.txt")
    assert not figures(untold)
    assert any("衡量什么" in gap.reason for gap in untold.gaps)


def test_parks_have_amounts_as_areas_have() -> None:
    found = table(
        "园区（集聚区） | 主导方向 | 规划面积（平方公里） | 2030年产值目标（亿元）",
        "东桥茶业园（核心区） | 茶叶 | 15.03 | 12",
        "南滩—西浦集聚区 | 陶瓷 | 5.5 | 11",
        above="专栏1 重点园区",
    )
    assert figures(found)[:2] == [
        ("东桥茶业园（核心区）规划面积", "15.03", "平方公里", 2027),
        ("东桥茶业园（核心区）产值", "12", "亿元", 2030),
    ]
