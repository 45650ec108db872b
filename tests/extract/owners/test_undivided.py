"""Tables that divide tasks and are not read as a division: told with their columns, and as a gap."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Columns, Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*rows: str, columns: Columns = ()) -> Facts:
    lines = [f"| {row} |" for row in rows]
    table = "\n".join([lines[0], "|" + " --- |" * (rows[0].count("|") + 1), *lines[1:]])
    return read(Source("a.md", f"# 青岚县工作方案\n\n{table}\n".encode()), columns=columns).documents[0]


UNREAD = [
    (
        "没有认出哪一列是责任单位",
        "序号 | 工作事项 | 经办主体甲",
        "1 | 疏浚青河 | 县水利局",
        "2 | 修缮堤坝 | 县水利局、县财政局",
    ),
    (
        "没有认出哪一列是责任单位",
        "重点任务 | 归口 | 完成时限",
        "建设社区食堂 | 市民政局 | 2032年底",
        "改造养老院 | 无 | 2033年底",
    ),
    (
        "没有认出哪一列是责任单位",
        "行动名称 | 甲方",
        "粮库扩容 | 临江省粮食和物资储备局",
        "推广良种 | 省农业农村厅 省科技厅",
    ),
    ("没有认出哪一列是任务", "责任单位 | 抓什么", "区教育局 | 新建学校两所", "区卫生健康委 | 改造卫生院"),
    ("没有认出哪一列是任务", "牵头单位 | 配合单位 | 看点", "州文旅局 | 州林业局 | 修复古道"),
]


@pytest.mark.parametrize("case", UNREAD, ids=[case[1] for case in UNREAD])
def test_a_table_that_is_not_read_is_told(case: tuple[str, ...]) -> None:
    """The gap stands at the header, and the table is told with its columns and without rows."""
    reason, *rows = case
    found = facts(*rows)

    assert [gap.reason for gap in found.gaps if gap.kind == "unread-table"] == [
        ("表里有责任单位，" if reason.endswith("任务") else "表里有任务，") + reason
    ]
    (table,) = found.divisions
    assert [column.heading for column in table.columns] == rows[0].split(" | ")
    assert table.rows == 0
    assert table.span


@pytest.mark.parametrize(
    ("rows", "heading", "role"), [(UNREAD[0][1:], "经办主体甲", "lead"), (UNREAD[3][1:], "抓什么", "title")]
)
def test_it_is_read_once_the_column_is_set(rows: tuple[str, ...], heading: str, role: str) -> None:
    """With the column set by hand the same table gives its tasks and no gap."""
    found = facts(*rows, columns=((heading, role),))  # type: ignore[arg-type]

    assert [table.rows for table in found.divisions] == [2]
    assert len(found.responsibilities) >= 2
    assert not [gap for gap in found.gaps if gap.kind == "unread-table"]


@pytest.mark.parametrize(
    "rows",
    [
        ("序号 | 项目名称 | 建设地点 | 建设内容", "1 | 粮库扩容 | 青岚镇 | 新建仓房两栋"),
        ("重点项目 | 申报者", "智能温室 | 云州丰谷农业科技有限公司", "冷链仓 | 云州鲜达集团"),
        ("指标名称 | 2030年 | 责任单位 | 口径甲", "森林覆盖率 | 45% | 县林业局 | 年报"),
        ("责任单位 | 联络人甲 | 联系电话", "县水利局 | 张三 | 123"),
        ("工作事项 | 地点甲", "疏浚青河 | 上游"),
        ("重点任务 | 责任单位 | 看点", "疏浚青河 | 县水利局 | 无"),
    ],
)
def test_other_tables_are_no_gap(rows: tuple[str, ...]) -> None:
    """Projects with places or enterprises, figures, persons, and a division with a column to spare are left alone."""
    assert not [gap for gap in facts(*rows).gaps if gap.kind == "unread-table" and gap.reason.startswith("表里有")]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("抓手 | 包保方", "疏浚青河 | 县水利局", "修缮堤坝 | 县应急管理局"), True),
        (("看点 | 谁来办 | 何时", "办好书市 | 市文化广电旅游局 | 年内", "修缮古塔 | 市文物局 | 明年"), True),
        (("条目 | 甲方", "采购校车 | 区教育局、区财政局", "检修校车 | 区交通运输局"), True),
        (("姓名 | 单位 | 电话", "某某 | 县水利局 | 0000", "某某 | 县林业局 | 0000"), False),
        (("乡镇 | 村数", "青山乡 | 12个", "白水乡 | 9个"), False),
        (("河流 | 流经", "青河 | 云州市", "白河 | 望川市"), False),
    ],
)
def test_a_table_of_which_no_column_is_known(rows: tuple[str, ...], told: bool) -> None:
    """It is told where a column names agencies beside matters, and not for lists of persons, numbers or places."""
    gaps = [gap.reason for gap in facts(*rows).gaps if gap.kind == "unread-table"]

    assert gaps == (["表里有单位，没有认出哪一列是任务，哪一列是责任单位"] if told else [])
