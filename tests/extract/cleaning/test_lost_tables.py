"""Tables that lost their form, or hold the heading above them, are tables again."""

from __future__ import annotations

import pytest

from guitu.extract.cleaning.tables.headed_tables import beheaded
from guitu.extract.cleaning.tables.lost_tables import restored
from guitu.extract.facts import Facts
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable
from guitu.extract.recognise import read
from guitu.extract.source import Source


def rows(block: RawBlock) -> list[list[str]]:
    assert isinstance(block, RawTable)
    return [["".join(cell.paragraphs) for cell in row] for row in block.rows]


def lines(*texts: str) -> list[RawBlock]:
    return [RawParagraph(text) for text in texts]


def facts(name: str, text: str) -> Facts:
    (found,) = read(Source(name, text.encode())).documents
    return found


def test_a_cell_on_each_line_numbered() -> None:
    """A value may be the number of the next row; what a row lacks was merged with the row above."""
    found = restored(
        lines(
            "附件1：指标",
            "序号",
            "类别",
            "指标名称",
            "单位",
            "2030年目标值",
            "1",
            "供水",
            "水厂",
            "座",
            "2",
            "2",
            "节水",
        )
        + lines("漏损率", "%", "8", "3", "再生水利用率", "%", "30", "附件2：清单")
    )

    assert [type(block) for block in found] == [RawParagraph, RawTable, RawParagraph]
    assert rows(found[1]) == [
        ["序号", "类别", "指标名称", "单位", "2030年目标值"],
        ["1", "供水", "水厂", "座", "2"],
        ["2", "节水", "漏损率", "%", "8"],
        ["3", "节水", "再生水利用率", "%", "30"],
    ]


def test_a_cell_on_each_line_closed_by_its_attribute() -> None:
    """Rows without numbers end with 约束性 or 预期性."""
    found = restored(
        lines("指标名称", "单位", "2027年", "属性", "床位", "张", "300", "预期性", "医师", "人", "90", "约束性")
    )

    assert rows(found[0])[1:] == [["床位", "张", "300", "预期性"], ["医师", "人", "90", "约束性"]]


def test_all_cells_in_one_line() -> None:
    """What follows the last row is a paragraph again."""
    found = restored(lines("序号 项目名称 建设地点 1 粮库一期 云河区 2 冷链中心 东桥区 注：以批复为准。"))

    assert rows(found[0])[1:] == [["1", "粮库一期", "云河区"], ["2", "冷链中心", "东桥区"]]
    assert found[1:] == (RawParagraph("注：以批复为准。"),)


@pytest.mark.parametrize(
    "texts",
    [
        ("序号", "1", "改造管网", "2", "推广器具"),
        ("序号", "改造管网。更新管道。", "推广器具。", "1", "甲", "乙", "2", "丙", "丁"),
        ("指标名称", "单位", "建设水厂两座", "完善管网", "加强监测"),
        ("主要指标 到2030年 供水量达到3亿立方米",),
    ],
)
def test_other_lines_stay(texts: tuple[str, ...]) -> None:
    """No table without heads of columns and rows that fit them."""
    assert restored(lines(*texts)) == tuple(lines(*texts))


def test_a_heading_in_the_first_row_stands_above_the_table() -> None:
    """附件2 over all columns; the rest of a box in one cell each is its paragraphs."""
    head, title, name = RawCell(("附件2", "分工表")), RawCell(("专栏3 路网工程",)), RawCell(("甲县任务表",))
    a, b, blank = RawCell(("任务",)), RawCell(("责任单位",)), RawCell(())

    assert beheaded([RawTable(((head, head), (a, b)))])[:2] == (RawParagraph("附件2"), RawParagraph("分工表"))
    assert beheaded([RawTable(((title, title), (a, blank)))]) == (
        RawParagraph("专栏3 路网工程", box=True),
        RawParagraph("任务", box=True),
    )
    named = RawTable(((name, name), (a, b)))
    assert beheaded([named]) == (named,)


def test_a_list_of_projects_gives_tasks() -> None:
    """A name is a task, and a run-in title; a sentence is none, nor a row of a table of figures."""
    found = facts(
        "a.md",
        "# 云州市供水规划\n\n一、主要任务\n\n（一）建设水厂。新建水厂。\n\n附件：重点项目清单\n\n"
        "| 序号 | 领域 | 重点项目 |\n|---|---|---|\n"
        "| 1 | 供水 | 第三水厂二期 |\n| 2 | 供水 | 管网改造。更换老旧管道，消除隐患。 |\n"
        "| 3 | 节水 | 以公园为单位，逐步推广微喷，完善计量。加强巡查。 |\n",
    )

    assert [task.title for task in found.tasks] == ["建设水厂", "第三水厂二期", "管网改造"]


def test_a_row_on_each_line_with_spaces_between_its_cells() -> None:
    """Decimals side by side stay two; a name may have spaces; what has not as many cells ends the table."""
    text = "\n".join(
        (
            "云州市粮食安全“十五五”规划",
            "一、发展目标",
            "指标名称 单位 2025年 2030年 属性",
            "人均储粮 吨 0.9 1.2 预期性",
            "政府储备粮 规模 万吨 20 ≥25 约束性",
            "注：数据为统计口径。",
            "二、主要任务",
        )
    )

    assert [(f.kind, f.indicator, str(f.value), f.unit, f.year) for f in facts("a.txt", text).figures] == [
        ("observation", "人均储粮", "0.9", "吨", 2025),
        ("target", "人均储粮", "1.2", "吨", 2030),
        ("observation", "政府储备粮规模", "20", "万吨", 2025),
        ("target", "政府储备粮规模", "25", "万吨", 2030),
    ]


def owned(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The tasks of a document of its first line, each with its agencies and their roles."""
    found = facts("plan.txt", text)
    owners = [(fact.task, fact.agency.name, fact.role[:4]) for fact in found.responsibilities]
    return [(task.title, [(name, role) for at, name, role in owners if at == task.order]) for task in found.tasks]


OWNED = [
    pytest.param(
        "云州市水务工作分工方案|序号|重点任务|牵头单位|配合单位|完成时限|1|改造管网，更新阀门。|市水务局|市住建局|市财政局|6月底前"
        "|2|推广器具|市商务局|市市场监管局|年底前|云州市水务局|2026年1月3日",
        [
            ("改造管网，更新阀门", ["lead 云州市水务局", "supp 云州市住房和城乡建设局", "supp 云州市财政局"]),
            ("推广器具", ["lead 云州市商务局", "supp 云州市市场监督管理局"]),
        ],
        id="a cell on each line, several lines in one cell, signed below",
    ),
    pytest.param(
        "青岚县养老工作分工|序号 工 作 任 务 责任单位|1 建设食堂10个 县民政局 县财政局|2 培训护理员 县人社局"
        "|以上请抓紧落实。",
        [
            ("建设食堂10个", ["resp 青岚县民政局", "resp 青岚县财政局"]),
            ("培训护理员", ["resp 青岚县人力资源和社会保障局"]),
        ],
        id="a row on each line, a head set wide",
    ),
    pytest.param(
        "临江省水利任务分工表|序号 工作任务 牵头单位 配合单位 1 修订规划 省水利厅 省农业农村厅"
        " 2 建设水网 省水利厅 省财政厅",
        [
            ("修订规划", ["lead 临江省水利厅", "supp 临江省农业农村厅"]),
            ("建设水网", ["lead 临江省水利厅", "supp 临江省财政厅"]),
        ],
        id="all rows in one line",
    ),
    pytest.param(
        "云州市重点工作责任分工|序号|民生实事|责任单位|完成时限|1|改造东溪路。|市水利局|市财政局|12月底前|2|新建天桥。|市交通运输局"
        "|9月投入使用|3|建设养护楼。|市民政局|5月底前动工|建设书画院。|12月底前|修缮影院。|市文化和旅游局|上半年建成|4|翻修校舍。|市教育局|10月底前",
        [
            ("改造东溪路", ["resp 云州市水利局", "resp 云州市财政局"]),
            ("新建天桥", ["resp 云州市交通运输局"]),
            ("建设养护楼", ["resp 云州市民政局"]),
            ("建设书画院", []),
            ("修缮影院", ["resp 云州市文化和旅游局"]),
            ("翻修校舍", ["resp 云州市教育局"]),
        ],
        id="dates that say what is reached, several tasks under one number",
    ),
    pytest.param(
        "云州市重点工作责任分工|责任领导|工作任务|牵头单位|张某副市长|1.建设绿道。新建20公里。|市林业局|2.修复湿地。|市水利局|李某副市长|3.办好学校。|市教育局",
        [
            ("建设绿道", ["lead 云州市林业局"]),
            ("修复湿地", ["lead 云州市水利局"]),
            ("办好学校", ["lead 云州市教育局"]),
        ],
        id="numbers in the tasks, persons on the left",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OWNED)
def test_a_division_that_lost_its_form(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert owned(text.replace("|", "\n")) == [
        (title, [(one.split()[1], one.split()[0]) for one in names]) for title, names in expected
    ]


def test_lines_that_only_look_like_heads_stay() -> None:
    text = "云州市林业规划|一、主要任务|重点任务|牵头单位|要加强统筹。|市林业局|（一）造林。开展造林。"
    assert owned(text.replace("|", "\n")) == [("造林", [])]


POINTED = [
    [
        "扩大优质教育资源",
        "1.组建教育集团5个；",
        "2.出台评价办法。",
        "开展调研，形成方案。",
        "7月",
        "王某某",
        "基础教育处",
    ],
    ["缓解新区入园难", "1.新建幼儿园30所；", "2.新增学位4800个。", "倒排工期。", "12月", "王某某", "学前教育处"],
]


@pytest.mark.parametrize(
    "rows", [["1", *POINTED[0]], ["1", *POINTED[0], *POINTED[1]], ["1", *POINTED[0], "2", *POINTED[1]]]
)
def test_points_in_a_cell_are_no_rows(rows: list[str]) -> None:
    """A date and a person may stand before the agencies; a second task under one number has points of its own too."""
    heads = ["序号", "责任事项", "具体工作内容", "工作措施", "完成时限", "分管负责人", "责任处室"]
    (facts,) = read(Source("a.txt", "\n".join(["云州市教育局2026年任务分解表", *heads, *rows]).encode())).documents
    expected = [("扩大优质教育资源", "7月", "基础教育处"), ("缓解新区入园难", "12月", "学前教育处")]
    owners = {one.task: one.agency.written for one in facts.responsibilities}
    found = [(task.title, task.deadline, owners[task.order]) for task in facts.tasks]
    assert found == expected[: 1 + ("缓解新区入园难" in rows)]


BARRED = [
    (
        "序号 |/任务名称 |/牵头单位 |/配合单位 |/完成时限 |/1 |/改造老旧管网，更换水表 |/市水务局 |"
        "/市财政局 东桥区政府 |/10月底 |/2 |/新建停车泊位 |/市城管局 |/各区政府 |/12月底 |",
        [
            ("改造老旧管网，更换水表", ["市水务局", "市财政局", "东桥区政府"]),
            ("新建停车泊位", ["市城管局", "各区政府"]),
        ],
    ),
    (
        "序号 |/责任单位 |/实施内容 |/协同单位 |/分管 领导 |/最新进度 |/15 |/市民政局 |/新增养老机构2家 |"
        "/市财政局 市住建局 |/主体已封顶 |",
        [("新增养老机构2家", ["市民政局", "市财政局", "市住建局"])],
    ),
    (
        "序号 | 工作任务 | 责任单位 | 协办单位 | 备注 |/1 | 修建公路 | 市交通运输局 | 各乡镇 | |"
        "/2 | 新建水厂 | 市水利局 | 市财政局 | 续建 |",
        [("修建公路", ["市交通运输局", "各乡镇"]), ("新建水厂", ["市水利局", "市财政局"])],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), BARRED)
def test_cells_with_a_bar_behind_each(lines: str, expected: list[tuple[str, list[str]]]) -> None:
    """Their empty cells may be lost: the names tell which column is which."""
    (facts,) = read(Source("a.txt", ("云州市重点任务进度表/" + lines).replace("/", "\n").encode())).documents
    told = facts.responsibilities
    found = [(task.title, [one.agency.written for one in told if one.task == task.order]) for task in facts.tasks]
    assert found == expected


def test_cells_that_fit_no_column_are_told() -> None:
    """One column of agencies has lost its cell: which one cannot be told."""
    told = "云州市重点任务分解表\n序号 |\n工作任务 |\n责任单位 |\n协办单位 |\n1 |\n修建公路 |\n各乡镇 |"
    (facts,) = read(Source("a.txt", told.encode())).documents
    assert not facts.responsibilities
    assert "分工表的各栏没有对上，任务与单位没有读出" in [gap.reason for gap in facts.gaps]


@pytest.mark.parametrize("head", ["责任单位|协办单位", "实施单位|配合单位", "责任部门|参与部门"])
def test_lines_that_two_columns_may_hold_name_nobody(head: str) -> None:
    """Of two columns of agencies only that of the one who leads has a single line for sure."""
    rows = "1|改造管网。|市水务局|市住建局|市财政局|2|推广器具。|市商务局|市市场监管局"
    text = f"云州市水务工作分工方案|序号|重点任务|{head}|{rows}"
    found = facts("plan.txt", text.replace("|", "\n"))
    assert not found.responsibilities
    assert sum("逐格成行" in gap.reason for gap in found.gaps) == 5


@pytest.mark.parametrize(
    "rows",
    [
        "1|产业|培育龙头企业|市工信局|2|民生|新建社区医院|市卫健委|3|教育|引进职业学校|市教育局",
        "1|产业|培育龙头企业|市工信局|2|民生|新建社区医院|市卫健委|市财政局|3|教育|引进职业学校|市教育局",
    ],
)
def test_what_is_to_be_built_is_no_agency(rows: str) -> None:
    """新建社区医院 ends as names of bodies do, and opens with a verb."""
    told = owned(f"云州市产业任务分工表|序号|类别|工作任务|责任单位|{rows}".replace("|", "\n"))
    assert [title for title, _ in told] == ["培育龙头企业", "新建社区医院", "引进职业学校"]
    assert {name for _, names in told for name, _ in names} <= {
        "云州市工业和信息化局",
        "云州市卫生健康委员会",
        "云州市财政局",
        "云州市教育局",
    }


@pytest.mark.parametrize(
    ("left", "groups"),
    [
        ("任务类型", ("一、供水工程", "二、排水工程", "三、节水工程")),
        ("工作类别", ("水源保护", "河道整治", "泵站更新")),
        ("重点领域", ("农村道路", "农村供水", "农村住房")),
    ],
)
def test_lines_left_of_the_number_stand_between_the_rows(left: str, groups: tuple[str, str, str]) -> None:
    """A row whose agencies were merged with those above keeps none: the cell may have been empty."""
    text = "\n".join(
        (
            "云州市水务任务清单", left, "序号", "工作任务", "推进单位",
            groups[0], "1", "新建水厂两座，改造老旧管网", "市水利局、市财政局",
            groups[1], "附属设施", "2", "清淤河道，修建护岸", "市住建局、市北高新集团",
            "3", "加装水表",
            groups[2], "4", "更新泵站设备", "市城管局",
        )
    )  # fmt: skip
    found = facts("a.txt", text)
    owners = [(found.tasks[one.task].title, one.agency.name) for one in found.responsibilities]
    assert owners == [
        ("新建水厂两座，改造老旧管网", "云州市水利局"),
        ("新建水厂两座，改造老旧管网", "云州市财政局"),
        ("清淤河道，修建护岸", "云州市住房和城乡建设局"),
        ("清淤河道，修建护岸", "市北高新集团"),
        ("更新泵站设备", "云州市城市管理局"),
    ]
    assert "加装水表" in [task.title for task in found.tasks]


def test_a_line_that_no_column_left_of_the_number_can_hold_is_no_table() -> None:
    cells = ("任务类型", "序号", "工作任务", "推进单位", "供水", "1", "新建水厂", "市水利局", "2", "3", "加装水表")
    assert [type(block) for block in restored(lines(*cells))] != [RawTable]


@pytest.mark.parametrize("gap", [" ", "    "])
def test_a_row_on_each_line_with_values_of_one_digit(gap: str) -> None:
    """4 and 6 beside one another are two cells, not 46."""
    written = [
        ["序号", "指标名称", "单位", "2020年", "2025年", "属性"],
        ["1", "渔港", "座", "4", "6", "预期性"],
        ["2", "养殖面积", "万亩", "2.1", "3", "约束性"],
        ["3", "渔业产值", "亿元", "—", "[8]", "预期性"],
    ]
    text = "\n".join(gap.join(row) for row in written)
    found = facts("a.txt", f"云州市渔业发展规划\n一、目标\n{text}\n二、任务\n")

    assert [(one.indicator, int(one.value), one.year) for one in found.figures][:2] == [
        ("渔港", 4, 2020),
        ("渔港", 6, 2025),
    ]
