"""Task-division tables: columns by their headings, rows with spans, owners, terms and categories."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from guitu.extract.structure.tables.division import Division, matters, read
from guitu.extract.text import Span, Table, Text
from tests.extract.factories import Page


def division(rows: Sequence[Sequence[str]]) -> tuple[Text, Division | None]:
    """A text of one table, and what it divides."""
    page = Page()
    table = page.table(rows)
    text = page.text()
    return text, read(text, table)


def told(rows: Sequence[Sequence[str]]) -> list[tuple[str, list[tuple[str, str]], str | None]]:
    """Title, owners with roles and term of each row."""
    text, found = division(rows)
    assert found is not None
    return [
        (
            text.read(row.title),
            [(text.read(span), role) for span, role in row.owners],
            text.read(row.deadline) if row.deadline else None,
        )
        for row in found.rows
    ]


def test_columns_by_name() -> None:
    """Number, task, lead, support and term are found by their headings; an empty cell gives no owner."""
    assert told(
        [
            ["序号", "重点任务", "牵头单位", "配合单位", "完成时限"],
            ["1", "扩建泵站。新增两座。", "市水务局", "市财政局", "2027年"],
            ["2", "疏浚河道", "市水务局", "—", "无"],
        ]
    ) == [
        ("扩建泵站", [("市水务局", "lead"), ("市财政局", "support")], "2027年"),
        ("疏浚河道", [("市水务局", "lead")], None),
    ]


def test_rows_that_count_the_others_change_no_columns() -> None:
    """A subtotal between the rows leaves the tasks where they stand, beside what they hold."""
    assert told(
        [
            ["序号", "重点任务", "工作内容", "责任单位"],
            ["1", "修补路面", "更换断板，灌注裂缝", "县交通局"],
            ["2", "加固桥梁", "加固桥墩，更换支座", "县交通局"],
            ["小计", "2项", "", ""],
            ["3", "绿化沿线", "补植行道树，清理杂草", "县林业局"],
            ["合计", "共3项", "", ""],
        ]
    ) == [
        ("修补路面", [("县交通局", "responsible")], None),
        ("加固桥梁", [("县交通局", "responsible")], None),
        ("绿化沿线", [("县林业局", "responsible")], None),
    ]


def test_header_below_a_title_row() -> None:
    """The header may stand in the second or third row, with spaces and line breaks in its words."""
    assert told([["任务分工表", "<", "<"], ["序 号", "主要 任务", "责任单位"], ["1", "改造校舍", "县教育局"]]) == [
        ("改造校舍", [("县教育局", "responsible")], None)
    ]


def test_agencies_with_their_duties() -> None:
    """A table may list the agencies first, each with its duties."""
    assert told([["单位", "主要职责"], ["市水务局", "疏浚河道。清理淤泥。"], ["市公安局", "维护秩序。"]]) == [
        ("疏浚河道", [("市水务局", "responsible")], None),
        ("维护秩序", [("市公安局", "responsible")], None),
    ]
    row, read = ["1", "县文旅局", "修缮祠堂。清点藏品。"], [("修缮祠堂", [("县文旅局", "responsible")], None)]
    assert told([["序号", "部门（单位）", "任务分工"], row]) == read
    assert told([["编号", "成员单位", "主要工作"], row]) == read
    assert told([["序号", "责任单位", "职责分工"], row]) == read
    assert told([["序号", "任务", "任务分工"], ["1", "修缮祠堂", "县文旅局"]]) == [
        ("修缮祠堂", [("县文旅局", "responsible")], None)
    ]


def test_other_names_of_columns() -> None:
    """主办 leads, 协办 supports, 落实单位 is responsible; a leader who is a person is none."""
    rows = [
        ["年度目标", "具体举措", "主办单位", "协办单位", "责任领导"],
        ["通车", "修建县道。", "县交通局", "县财政局", "某某"],
    ]
    assert told(rows) == [("修建县道", [("县交通局", "lead"), ("县财政局", "support")], None)]
    assert told([["工作目标", "落实单位", "完成时间"], ["改造危桥", "县交通局", "年底前"]]) == [
        ("改造危桥", [("县交通局", "responsible")], "年底前")
    ]


def test_header_repeated_and_category_rows() -> None:
    """A header repeated on a new page is no task; a row of one cell is the category of those after it."""
    rows = [
        ["序号", "工作任务", "责任部门"],
        ["一、基础设施", "<", "<"],
        ["1", "修建公路", "市交通运输局"],
        ["序号", "工作任务", "责任部门"],
        ["2", "修建码头", "市港航局"],
    ]
    text, found = division(rows)
    assert found is not None
    assert [text.read(row.title) for row in found.rows] == ["修建公路", "修建码头"]
    assert [text.read(row.category or Span(0, 0)) for row in found.rows] == ["一、基础设施", "一、基础设施"]


def test_two_columns_of_tasks() -> None:
    """Of 重点任务 and 具体举措 the second is the task and the first its category, merged over rows."""
    rows = [
        ["重点任务", "具体举措", "责任单位"],
        ["绿色出行", "更新公交车", "市交通运输局"],
        ["^", "建设慢行道", "市住建局"],
    ]
    text, found = division(rows)
    assert found is not None
    assert [(text.read(row.title), text.read(row.category or Span(0, 0))) for row in found.rows] == [
        ("更新公交车", "绿色出行"),
        ("建设慢行道", "绿色出行"),
    ]


def test_merged_task_has_the_owners_of_its_rows() -> None:
    """A task cell over two rows is one task."""
    assert told([["任务", "责任单位"], ["防汛演练", "市水务局"], ["^", "市应急局"]]) == [
        ("防汛演练", [("市水务局", "responsible"), ("市应急局", "responsible")], None)
    ]


def test_body_column() -> None:
    """主要内容 beside the task is its body, not its title; people are no owners."""
    rows = [["改革事项", "主要内容", "指导部门", "责任领导"], ["一窗受理", "合并窗口。压缩时限。", "省教育厅", "某某"]]
    text, found = division(rows)
    assert found is not None
    assert [(text.read(r.title), text.read(r.body)) for r in found.rows] == [("一窗受理", "合并窗口。压缩时限。")]
    assert [role for _, role in found.rows[0].owners] == ["responsible"]


@pytest.mark.parametrize(
    "rows",
    [
        [["指标", "2025年", "属性"], ["用水总量", "10", "约束性"]],
        [["姓名", "单位"], ["某某", "市水务局"]],
        [["任务"], ["修路"]],
    ],
)
def test_other_tables(rows: list[list[str]]) -> None:
    """A table without a column of tasks and one of agencies divides nothing."""
    assert division(rows)[1] is None


def test_empty_table() -> None:
    """A table without rows is none."""
    assert read(Text("", ()), Table(Span(0, 0), ())) is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [["重点领域", "发展重点"], ["智能农机", "研制山地采收机械。"], ["冷链装备", "推广移动式预冷设备。"]],
            [("智能农机", "研制山地采收机械。"), ("冷链装备", "推广移动式预冷设备。")],
        ),
        (
            [["专栏 重点工程", "<", "<"], ["序号", "工程名称", "建设内容"], ["1", "护林工程", "补植水源林"]],
            [("护林工程", "补植水源林")],
        ),
        (
            [["产业", "产业链环节", "主要任务"], ["茶业", "种植", "更新老茶园"], ["^", "加工", "改造初制厂"]],
            [("种植", "更新老茶园"), ("加工", "改造初制厂")],
        ),
        (
            [["方向", "重点任务"], ["养老服务", "建设助餐点。"], ["^", "改造床位。"]],
            [("养老服务", "建设助餐点。改造床位。")],
        ),
        ([["领域", "指标", "主要内容"], ["水利", "用水总量", "控制用水"]], []),
        ([["名词", "解释"], ["绿波带", "连续通过路口的信号配时"]], []),
        ([["项目名称", "总投资"], ["云州港扩建", "3亿元"]], []),
        ([["领域", "重点任务", "责任单位"], ["水利", "疏浚河道", "市水务局"]], []),
        ([["类别", "2025年", "主要内容"], ["水利", "12", "控制用水"]], []),
        ([["类别", "内容"], ["水量", "120"]], []),
    ],
)
def test_matters(rows: list[list[str]], expected: list[tuple[str, str]]) -> None:
    """A matter beside its content is a task without owners; figures, terms, amounts and divisions are none."""
    page = Page()
    table = page.table(rows)
    text = page.text()
    told = [(text.read(row.title), re.sub(r"\s", "", text.read(row.body))) for row in matters(text, table)]
    assert told == expected


@pytest.mark.parametrize(
    "header",
    [
        [["任务", "责任单位", "<", "时限"], ["^", "牵头", "配合", "^"]],
        [["任务", "责任部门", "<", "时限"], ["^", "牵头单位", "协办单位", "^"]],
        [["任务", "部门分工", "<", "时限"], ["", "主办", "协助单位", ""]],
    ],
)
def test_a_header_of_two_rows(header: list[list[str]]) -> None:
    """The second row divides a heading of the first; it is no task."""
    assert told([*header, ["修建渠道", "县水利局", "县财政局", "年内"]]) == [
        ("修建渠道", [("县水利局", "lead"), ("县财政局", "support")], "年内")
    ]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("市直牵头落实单位", "lead"),
        ("承接落实部门", "responsible"),
        ("协同推进单位", "support"),
        ("监督管理机构", "responsible"),
        ("牵头负责领导", None),
        ("单位面积产量", None),
    ],
)
def test_headings_that_no_list_has(heading: str, role: str | None) -> None:
    """A heading is read by how it is made: who leads, who supports; people and measures are no agencies."""
    _, found = division([["工作任务", heading, "牵头单位"], ["修建渠道", "县水利局", "县发改局"]])

    assert found is not None
    assert [r for span, r in found.rows[0].owners][:-1] == ([role] if role else [])


def test_dittos() -> None:
    """同上 is the cell above, for agencies as for terms."""
    rows = [
        ["任务", "责任单位", "时限"],
        ["修渠", "县水利局", "6月底前"],
        ["修坝", "同上", "〃"],
        ["植树", "县林业局", "同上"],
    ]

    assert [(owners, term) for _, owners, term in told(rows)] == [
        ([("县水利局", "responsible")], "6月底前"),
        ([("县水利局", "responsible")], "6月底前"),
        ([("县林业局", "responsible")], "6月底前"),
    ]


def test_several_duties_of_one_agency() -> None:
    """The numbered duties in the cell of an agency are tasks of their own; sentences without numbers are one."""
    rows = [
        ["成员单位", "工作职责"],
        ["市教育局", "1.组织培训。2.检查校车。"],
        ["市公安局", "（1）维护秩序；（2）查处违法"],
        ["市民政局", "开展救助。发放物资。"],
    ]

    assert [(title, owners[0][0]) for title, owners, _ in told(rows)] == [
        ("组织培训", "市教育局"),
        ("检查校车", "市教育局"),
        ("维护秩序", "市公安局"),
        ("查处违法", "市公安局"),
        ("开展救助", "市民政局"),
    ]


def test_a_table_that_a_page_has_cut() -> None:
    """A table without a header goes on from the one before, where it is as wide and names agencies in their place."""
    page = Page()
    tables = [
        page.table(rows)
        for rows in (
            [["任务", "牵头单位"], ["修渠", "县水利局"]],
            [["修坝", "县应急局"], ["植树", "县林业局"]],
            [["3月", "50万元"], ["4月", "60万元"]],
        )
    ]
    text = page.text()
    first = read(text, tables[0])
    assert first is not None

    second, third = (read(text, table, before=first) for table in tables[1:])

    assert second is not None
    assert [text.read(row.title) for row in second.rows] == ["修坝", "植树"]
    assert third is None


def test_columns_set_by_hand() -> None:
    """A heading that is told is read as told, and the table that lacked it is read."""
    page = Page()
    table = page.table([["条目", "包保方", "备注"], ["修渠", "县水利局", "县财政局"]])
    text = page.text()

    found = read(text, table, (("条目", "title"), ("包保方", "lead")))

    assert read(text, table) is None
    assert found is not None
    assert [(text.read(span), role) for span, role in found.rows[0].owners] == [("县水利局", "lead")]
    assert [(c.heading, c.role) for c in found.told().columns] == [
        ("条目", "title"),
        ("包保方", "lead"),
        ("备注", "other"),
    ]


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("完善县乡村三级养老服务网络，新建敬老院2所，改造床位300张。", "完善县乡村三级养老服务网络"),
        ("推广节水灌溉技术，在全县新增滴灌面积，降低用水量", "推广节水灌溉技术"),
        ("整治背街小巷和老旧楼院，完善排水照明等配套设施", "整治背街小巷和老旧楼院"),
        ("扩种大豆，稳定玉米", "扩种大豆，稳定玉米"),
        ("1.2 建设社区食堂", "建设社区食堂"),
        ("③巡护湿地", "巡护湿地"),
        ("任务4：修缮古桥", "修缮古桥"),
        ("（十一）更新校车", "更新校车"),
        ("1.5万亩高标准农田改造", "1.5万亩高标准农田改造"),
    ],
)
def test_the_title_of_a_row_told_in_sentences(cell: str, title: str) -> None:
    """The first clause is the title of a long sentence; a short one is whole, without its number."""
    assert [one for one, _, _ in told([["重点任务", "责任单位"], [cell, "县民政局"]])] == [title]
