"""Texts whose table or list a copy has run together: read item by item, or told as unread; never half."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    (found,) = read(Source("plan.txt", "\n".join(lines).encode())).documents
    return found


TABLES = [
    "青岚县2025年重点工作任务分解表序号工作任务具体内容县政府分管领导牵头单位配合单位1农村饮水安全新建水厂3座，改造管网50公里。"
    "王某某水利局财政局各乡镇2农村公路提升新建公路120公里。李某交通局石桥镇",
    "序号重点任务责任单位协办单位完成时限1开展河道保洁，清理河道30公里。市水利局各街道高新区12月底2完善巡查制度。市城管局滨江新区",
    "序号项目名称实施内容主管区长牵头单位责任单位1老城改造完成立面整治。陈某住建局文旅集团北门街道2绿化提升新增绿地5公顷。陈某园林局",
]


@pytest.mark.parametrize("line", TABLES)
def test_a_table_in_one_line_names_nobody_and_says_so(line: str) -> None:
    found = facts("云州市2025年实事分解", "", line)
    assert not found.responsibilities
    assert not found.tasks
    assert not found.places
    assert [gap.reason for gap in found.gaps if gap.kind == "unread-part"] == [
        "分工表的各栏连成一行，任务与单位没有读出"
    ]


def test_heads_in_a_sentence_are_no_table() -> None:
    found = facts(
        "云州市督办方案",
        "",
        "一、重点任务",
        "（一）完善台账。台账按序号、重点任务、责任单位、完成时限逐项列明。（市水利局负责）",
    )
    assert [one.agency.written for one in found.responsibilities] == ["市水利局"]
    assert not [gap for gap in found.gaps if gap.kind == "unread-part"]


LISTS = [
    (
        "一、就业方面（2项）1 .新增城镇就业8万人。2.培训职工3万人次。"
        "二、养老方面（2项）3，新建养老床位500张。4 .建设社区食堂20个。",
        ["新增城镇就业8万人", "培训职工3万人次", "新建养老床位500张", "建设社区食堂20个"],
    ),
    (
        "1.改造老旧管网，更换水表。2.扩建泵站，配套电力设施。3，绿化河岸，修建步道。",
        ["改造老旧管网", "扩建泵站", "绿化河岸"],
    ),
    (
        "一、畅通道路，打通断头路3条。二、改善照明，更换路灯200盏。三、规范停车，新增泊位500个。",
        ["畅通道路", "改善照明", "规范停车"],
    ),
]


@pytest.mark.parametrize(("line", "titles"), LISTS)
def test_a_list_in_one_line_is_read_item_by_item(line: str, titles: list[str]) -> None:
    assert [task.title for task in facts("云州市2026年民生实事实施方案", "", line).tasks] == titles


def test_an_item_behind_the_owners_of_another_is_its_own() -> None:
    """No owner of the second is given to the first."""
    goals = "（一）生产总值增长6%。（省发展改革委负责）（二）财政收入增长5%。（省财政厅主办，省国税局、地税局协办）"
    works = "1.抓好重点项目，投资200亿元。（省商务厅协办）2.抓好技术改造，改造企业50家。（省工业和信息化厅负责）"
    text = "\n".join(["临江省人民政府2013年工作分工意见", "一、重点任务", goals, works])
    (found,) = read(Source("plan.txt", text.encode())).documents
    owned = [
        (task.title, [o.agency.name for o in found.responsibilities if o.task == task.order]) for task in found.tasks
    ]
    assert owned == [
        ("生产总值增长6%", ["临江省发展和改革委员会"]),
        ("财政收入增长5%", ["临江省财政厅", "临江省国家税务局", "临江省地方税务局"]),
        ("抓好重点项目", ["临江省商务厅"]),
        ("抓好技术改造", ["临江省工业和信息化厅"]),
    ]


def test_rows_whose_columns_only_spaces_part_are_told() -> None:
    heads = "序号 类别 主要任务 细化措施 牵头单位 参与单位 责任单位"
    row = "1 加强水资源保护 严守红线 实施总量控制，防止不合理取水。 市水利局 市农业局等 各县（市、区）人民政府"
    found = facts("云州市河长制任务分解表", heads, row)
    assert "分工表的各栏没有分开，任务与单位没有读出" in [gap.reason for gap in found.gaps]
    assert not found.responsibilities


def test_cells_with_bars_in_traditional_characters() -> None:
    heads = "序號 |/項目名稱 |/建設內容 |/投資（萬元） |/責任單位 |/|/"
    cells = "1 |/道路建設項目 |/建成道路。 |/300 |/交通局 |/|/2 |/公園建設項目 |"
    lines = (heads + cells + "/建成公園。 |/500 |/住建局 |").split("/")
    found = facts("雲州縣2024年民生實事項目清單", "縣政府各部門認真組織實施，確保項目按時完成。", *lines)
    assert [task.title for task in found.tasks] == ["道路建设项目", "公园建设项目"]
    assert [one.agency.written for one in found.responsibilities] == ["交通局", "住建局"]


def test_a_measure_that_ends_in_strategy_is_work() -> None:
    line = "（一）坚持扩大就业发展战略。建立联动机制。（市人社局、市财政局负责，列第一位者为牵头单位，下同）"
    found = facts("云州市就业实施意见", "一、深入实施就业优先战略", line)
    assert [task.title for task in found.tasks] == ["坚持扩大就业发展战略"]
    assert [(one.agency.written, one.role) for one in found.responsibilities] == [
        ("市人社局", "lead"),
        ("市财政局", "responsible"),
    ]


def test_numbers_in_a_sentence_divide_nothing() -> None:
    found = facts(
        "云州市节水方案", "", "一、重点任务", "（一）分区计量。划定3，4个分区；2.5万户安装水表，1，500户改造。"
    )
    assert [task.title for task in found.tasks] == ["分区计量"]


def test_pages_numbered_like_points_are_one_text() -> None:
    """The number of a page goes, and the sentence that it has cut is whole again."""
    first = "1、一、就业方面（2项）1.新增城镇就业8万人。2.培训职工3万人次，" + "完善培训课程，" * 40 + "确保受益困难"
    found = facts("云州市2026年民生实事方案", "", first, "2、家庭达到1万户。3.新建养老床位500张。")
    assert [task.title for task in found.tasks] == ["新增城镇就业8万人", "培训职工3万人次", "新建养老床位500张"]
    assert "受益困难家庭达到1万户" in found.tasks[1].body
