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


HEADS = "序号 类别 主要任务 细化措施 牵头单位 参与单位 责任单位"
SPACED = [
    pytest.param(
        [
            HEADS,
            "1 加强水资源保护 严守红线 实施总量控制，防止不合理取水。 市水利局 市农业局等 各县（市、区）人民政府",
            "2  提高效率 落实评估，下降20%。 市水利局 市发展改革委、市住房城乡建设局 各县（市、区）党委和人民政府",
        ],
        {
            "严守红线": ["市水利局", "市农业局", "各县（市、区）人民政府"],
            "提高效率": [
                "市水利局",
                "市发展改革委",
                "市住房城乡建设局",
                "各县（市、区）党委",
                "各县（市、区）党委和人民政府",
            ],
        },
        id="three columns of agencies, a merged cell",
    ),
    pytest.param(
        [
            "序号 领域 重点任务 具体措施 责任单位",
            "1 林地资源保 护 完善林地 保护制度 划定红线，埋设界桩。 县林业局",
            "2  完善巡护 制度 聘用护林员，每月巡护。 县林业局、县公安局",
        ],
        {"完善林地保护制度": ["县林业局"], "完善巡护制度": ["县林业局", "县公安局"]},
        id="narrow cells that break their words",
    ),
    pytest.param(
        [
            "序号 类别 任务 措施 牵头单位 配合单位",
            "1 文化 建设书屋 新建书屋50个。 市文化和旅游局 市财政局、 各区政府",
            "2 体育 办好赛事 举办马拉松，办好联赛。 市体育局 市公安局",
        ],
        {"建设书屋": ["市文化和旅游局", "市财政局", "各区政府"], "办好赛事": ["市体育局", "市公安局"]},
        id="a list of agencies with a space in it",
    ),
]


SPACED += [
    pytest.param(
        [
            "工作任务 牵头单位 配合单位",
            "1.改造管网，更换阀门。 县水利局 县财政局、各乡镇",
            "2.新建水厂，铺设管道。 县住建局 县水利局",
        ],
        {"改造管网，更换阀门": ["县水利局", "县财政局", "各乡镇"], "新建水厂，铺设管道": ["县住建局", "县水利局"]},
        id="the number in the task",
    ),
    pytest.param(
        [
            "序号 领域 工作任务 责任单位 责任人 完成时限 备注",
            "1 道路 打通断头路，铺设路面。 市住建局 张三 2026年6月底",
            "2 公园 新建绿地，设置步道。 市园林局、各区政府 李四 2026年12月 续建",
        ],
        {"打通断头路，铺设路面": ["市住建局"], "新建绿地，设置步道": ["市园林局", "各区政府"]},
        id="persons, dates and remarks behind the agencies",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), SPACED)
def test_rows_whose_columns_only_spaces_part(lines: list[str], expected: dict[str, list[str]]) -> None:
    found = facts("云州市重点工作任务分解表", *lines)
    owned: dict[str, list[str]] = {}
    for one in found.responsibilities:
        owned.setdefault(found.tasks[one.task].title, []).append(one.agency.written)
    assert owned == expected
    assert not [gap for gap in found.gaps if gap.kind == "unread-part"]


@pytest.mark.parametrize(
    "row",
    [
        "2 防洪 疏浚河道 清淤30公里。 市水利局 各区政府",  # a column of agencies is empty
        "2 加强防洪 疏浚河道 清理岸线 清淤30公里，护岸。 市水利局 市财政局 各区政府",  # of which cell is a line
    ],
)
def test_a_row_that_nothing_settles_is_told(row: str) -> None:
    first = "1 供水 改造管网 更换管道，安装水表。 市水利局 市财政局 各区政府"
    found = facts("云州市水务任务分解表", HEADS, first, row, "3 排水 修建管渠 新建管渠。 市水利局 市住建局 各区政府")
    assert [task.title for task in found.tasks] == ["改造管网", "修建管渠"]
    assert [gap.reason for gap in found.gaps if gap.kind == "unread-part"] == [
        "分工表的这一行没有分开各栏，任务与单位没有读出"
    ]


def test_a_cell_of_agencies_with_spaces_of_its_own_settles_no_row() -> None:
    """Whose column the names of the other rows are in is not told either."""
    rows = [
        "1 供水 改造管网 更换管道，安装水表。 市水利局 市财政局 各区政府",
        "2 防洪 疏浚河道 清淤，护岸。 市水利局 市财政局 市城管局 各区政府",
    ]
    found = facts("云州市水务任务分解表", HEADS, *rows)
    assert not found.responsibilities
    assert "分工表的各栏没有分开，任务与单位没有读出" in [gap.reason for gap in found.gaps]


def test_rows_go_on_behind_the_heads_of_a_new_page() -> None:
    """A cell merged over the page is that of the row above, never the head."""
    rows = ["1 供水 改造管网 更换管道，安装水表。 市水利局 市财政局 各区政府", HEADS]
    found = facts("云州市水务任务分解表", HEADS, *rows, "2  新建水厂 铺设管道，建设泵站。 市水利局 市住建局 各区政府")
    assert [task.title for task in found.tasks] == ["改造管网", "新建水厂"]
    assert len(found.responsibilities) == 6
    assert not [gap for gap in found.gaps if gap.kind == "unread-part"]


def test_a_line_among_the_rows_that_is_none_is_told() -> None:
    """And the rows behind it are read."""
    rows = [
        "1 改造管网，更换阀门。 市水利局 市财政局",
        "1.改造阀门。 市交通局 市财政局",
        "2 新建水厂。 市住建局 市财政局",
    ]
    found = facts("云州市水务任务分解表", "序号 任务 牵头单位 配合单位", *rows)
    assert [task.title for task in found.tasks] == ["改造管网，更换阀门", "新建水厂"]
    assert sum(gap.kind == "unread-part" for gap in found.gaps) == 1


def test_heads_without_rows_that_fit_are_told() -> None:
    found = facts("云州市水务任务分解表", "工作任务 牵头单位 配合单位", "改造管网 市水利局", "新建水厂 市住建局")
    assert not found.responsibilities
    assert "分工表的各栏没有分开，任务与单位没有读出" in [gap.reason for gap in found.gaps]


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
