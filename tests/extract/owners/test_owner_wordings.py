"""The words by which offices tie bodies to a task: labels on lines, companies, what is borne, led or supported."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(text: str, name: str = "plan.txt") -> Facts:
    """What the one document of a file states."""
    (found,) = read(Source(name, text.encode())).documents
    return found


def owned(found: Facts) -> list[tuple[str, str, str]]:
    """The task, agency and role of each responsibility."""
    return [(found.tasks[one.task].title, one.agency.name, one.role) for one in found.responsibilities]


def chapter(title: str, *lines: str) -> Facts:
    """A plan with a chapter of the lines, and one after it."""
    return facts("\n".join((title, "", "一、重点任务", *lines, "二、保障措施", "（一）加强宣传。编印手册。")))


LINES = [
    (
        ("主责单位：县住房城乡建设局", "主责部门：县发展改革局；协助单位：县财政局"),
        [("住房和城乡建设局", "responsible")],
        [("发展和改革局", "responsible"), ("财政局", "support")],
    ),
    (
        ("牵头：县应急局；配合：县水利局", "主责：县应急局"),
        [("应急管理局", "lead"), ("水利局", "support")],
        [("应急管理局", "responsible")],
    ),
    (
        ("落实部门：县农业农村局", "主管部门：县林业局"),
        [("农业农村局", "responsible")],
        [("林业局", "responsible")],
    ),
]


@pytest.mark.parametrize(("lines", "first", "last"), LINES)
def test_a_line_behind_the_last_item_is_of_that_item(
    lines: tuple[str, str], first: list[tuple[str, str]], last: list[tuple[str, str]]
) -> None:
    found = chapter(
        "东桥县供暖保障方案", "（一）检修管网。更换主管。", lines[0], "（二）储备燃煤。平整场地。", lines[1]
    )
    expected = [("检修管网", f"东桥县{name}", role) for name, role in first]
    assert owned(found) == expected + [("储备燃煤", f"东桥县{name}", role) for name, role in last]


@pytest.mark.parametrize("line", ["责任落实：各街道要对照清单逐条检查。", "参加：护理员都要参加培训，并考试合格。"])
def test_other_words_before_a_colon_are_no_owners(line: str) -> None:
    found = chapter("云州市社区养老方案", "（一）建设站点。完善设施。", "（二）培训护理员。每年两期。", line)
    assert not owned(found)


SAID = [
    (
        "统一标识，青岚县康养发展有限公司为运营责任主体，承担配餐。",
        [("青岚县康养发展有限公司", "responsible")],
    ),
    ("青岚县水务集团是管网改造的实施主体。", [("青岚县水务集团", "responsible")]),
    ("明确县城管局为牵头单位，县财政局为配合单位。", [("青岚县城市管理局", "lead"), ("青岚县财政局", "support")]),
    (
        "县教育局负起牵头抓总责任，制定方案；县体育局承担教练选派等协助工作；县财政局做好经费保障的配合工作。",
        [("青岚县教育局", "lead"), ("青岚县体育局", "support"), ("青岚县财政局", "support")],
    ),
    (
        "县农业农村局履行牵头协调职责，县林业局做好种苗配合工作。",
        [("青岚县农业农村局", "lead"), ("青岚县林业局", "support")],
    ),
    ("县应急局负责统筹调度的牵头工作。", [("青岚县应急管理局", "lead")]),
    ("支持青岚县康养发展有限公司为老人配餐，企业为安全责任主体。", []),
    ("县委宣传部做好群众参与工作。", []),
    ("县财政局建立部门协助工作制度。", []),
]


@pytest.mark.parametrize(("line", "expected"), SAID)
def test_running_text_says_who_bears_leads_or_supports(line: str, expected: list[tuple[str, str]]) -> None:
    found = chapter("青岚县便民服务方案", f"（一）规范运营。{line}")
    assert [(name, role) for _, name, role in owned(found)] == expected


DECLARED = [
    ("各街道办事处为以下各项任务的第一责任单位，不再逐项注明。", [("各街道办事处", "lead")]),
    ("以下各项任务的责任主体均为各街道办事处。", [("各街道办事处", "responsible")]),
    ("下列任务牵头单位为区商务局，配合单位为区财政局。", [("商务局", "lead"), ("财政局", "support")]),
    ("以下任务的责任单位列在括号内，责任单位为区级部门的，要抓好落实。", []),
    ("以下各项任务的责任单位分别为区商务局、区财政局。", []),
]


@pytest.mark.parametrize(("line", "expected"), DECLARED)
def test_a_sentence_declares_for_the_items_of_its_chapter(line: str, expected: list[tuple[str, str]]) -> None:
    found = chapter("临水区消费促进方案", line, "（一）改造商圈。更新设施。", "（二）举办展会。搭建展台。")
    said = [(title, f"临水区{name}", role) for title in ("改造商圈", "举办展会") for name, role in expected]
    assert sorted(owned(found)) == sorted(said)


def test_a_sentence_behind_items_declares_for_them() -> None:
    found = chapter("东桥市治水方案", "（一）清淤。疏浚。", "（二）截污。建厂。", "以上任务的责任单位均为市水利局。")
    assert owned(found) == [(title, "东桥市水利局", "responsible") for title in ("清淤", "截污")]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("下列各项的责任单位均含各乡镇人民政府，不另注明", "responsible"),
        ("以下任务均由各乡镇人民政府配合，不再列出", "support"),
        ("各乡镇人民政府为以下任务的第一责任单位", "lead"),
    ],
)
def test_a_cell_declares_for_the_rows_below(words: str, role: str) -> None:
    rows = [f"县自然资源局；{words}", "县住房城乡建设局", "县农业农村局"]
    table = "\n".join(
        f"| {i} | {t} | {who} |" for (i, who), t in zip(enumerate(rows), ("划界", "清障", "排污"), strict=True)
    )
    found = facts(
        f"# 望川县治河分工方案\n\n## 一、任务\n\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n{table}\n", "plan.md"
    )
    towns = [(title, given) for title, name, given in owned(found) if name == "望川县各乡镇人民政府"]
    assert sorted(towns) == sorted((title, role) for title in ("划界", "清障", "排污"))
    assert len(owned(found)) == 6


CLOSING = [
    ("（一）明确申报程序。每年集中受理，由区民政局会同区财政局审核。", [("民政局", "lead"), ("财政局", "support")]),
    ("（一）加强资金监管。专款专用，由区审计局负责跟踪审计。", [("审计局", "responsible")]),
    ("（一）完善评审办法。申报材料由区教育局牵头评审。", [("教育局", "lead")]),
    ("（一）明确解释权限。本措施由区民政局负责解释。", []),
    ("（一）施行日期。本措施自2026年5月1日起施行。", []),
]


@pytest.mark.parametrize(("item", "expected"), CLOSING)
def test_work_of_somebody_among_the_supplements(item: str, expected: list[tuple[str, str]]) -> None:
    found = facts(f"曲溪区养老若干措施\n\n一、支持建设\n（一）补助床位。给予补助。\n二、附则\n{item}\n")
    said = [(name.removeprefix("曲溪区"), role) for _, name, role in owned(found)]
    assert said == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("以下各项任务，市水务局均为第一责任单位。", ("云州市水务局", "lead")),
        ("下列工作，市民政局都是牵头单位。", ("云州市民政局", "lead")),
        ("以下3项重点措施：各区人民政府均作为责任主体。", ("云州市各区人民政府", "responsible")),
        ("以下任务市教育局一律为责任部门。", ("云州市教育局", "responsible")),
        ("以下措施，各有关部门均为社会提供服务的责任单位的下属机构。", None),
    ],
)
def test_all_that_follows_is_named_before_who_has_it(line: str, expected: tuple[str, str] | None) -> None:
    """以下各项任务，…均为责任单位 as …为以下各项任务的责任单位."""
    found = owned(chapter("云州市整治方案", line, "1.规整线缆。清理线缆。", "2.修复路灯。更换灯具。"))

    assert found == ([(title, *expected) for title in ("规整线缆", "修复路灯")] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("由徐汇区牵头举办茶文化节，市文化旅游局配合。", [("徐汇区人民政府", "lead"), ("文化和旅游局", "support")]),
        ("由青浦区负责建设粮食仓储中心。", [("青浦区人民政府", "responsible")]),
        ("驿站由松江区、奉贤区负责。", [("松江区人民政府", "responsible"), ("奉贤区人民政府", "responsible")]),
        ("改造由主城区负责的老旧管网。", []),
        ("加固由青浦区负责管理的水库。", []),
        ("由试点区牵头带动周边。", []),
        ("驿站由受益区负责建设，由沿线县、项目区负责管护。", []),
    ],
)
def test_a_district_that_has_the_work_in_running_text(line: str, expected: list[tuple[str, str]]) -> None:
    """It is its government, where the district is known and the sentence does not tell which thing is meant."""
    found = owned(chapter("上海市节庆方案", "（一）办好节庆", line))

    assert [(agency.removeprefix("上海市"), role) for _, agency, role in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "市水利局是以下水库的责任主体：青山水库。",
        "上述企业的责任单位为市生态环境局。",
        "规模以上企业主体责任单位为市应急局。",
        "县级以上单位的责任部门为市机关事务管理局。",
        "上述项目市住房城乡建设局均为责任单位。",
    ],
)
def test_who_has_things_is_not_declared_for_tasks(line: str) -> None:
    """Reservoirs, firms and units are no tasks; 规模以上 counts."""
    found = chapter(
        "云州市水利方案", "（一）修闸", "更换闸门。", f"（二）建库。建设水库。{line}", "（三）种树", "补植树木。"
    )

    assert {title for title, _, _ in owned(found)} <= {"建库"}


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("市公安局负责治安管控、交通疏导和清障车辆的协助工作。", "responsible"),
        ("市自然资源局负责做好群众的支持配合工作。", "responsible"),
        ("市财政局做好经费保障的配合工作。", "support"),
    ],
)
def test_the_last_of_a_list_gives_no_role_to_all(line: str, role: str) -> None:
    """Nor do those who are asked to help."""
    found = owned(chapter("云州市赛事方案", "（一）办好赛事", line))

    assert [one for _, _, one in found] == [role]


def test_what_a_cell_says_of_rows_above_is_a_gap() -> None:
    """It is no duty of the rows below."""
    rows = ("修闸 | 市水利局", "建库 | 市水利局。以上各项任务的配合单位均为市财政局", "种树 | 市林业局")
    found = facts(
        "\n".join(("云州市分工方案", "", "| 任务 | 责任单位 |", "|---|---|", *(f"| {row} |" for row in rows))),
        "plan.md",
    )

    assert all(agency != "云州市财政局" for _, agency, _ in owned(found))
    assert any(gap.reason == "责任单位一栏有未能识别的内容" for gap in found.gaps)
