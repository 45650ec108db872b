"""The forms in which offices write owners: cells, matrices, lines under a label, what holds for later tasks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

Owners = set[tuple[str, str, str]]
"""The title of a task, an agency without its city, and the role."""


def facts(text: str, name: str = "plan.txt") -> Facts:
    """What the one document of a file states."""
    (found,) = read(Source(name, text.encode())).documents
    return found


def owners(found: Facts) -> Owners:
    """All owners of a document of 云州市."""
    return {
        (found.tasks[one.task].title, one.agency.name.replace("云州市", ""), one.role) for one in found.responsibilities
    }


def sheet(header: Sequence[str], *rows: Sequence[str], note: str = "") -> Facts:
    """A plan whose one chapter is a table."""
    lines = [f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), *rows)]
    return facts("# 云州市防汛行动计划\n\n## 一、主要任务\n\n" + "\n".join(lines) + f"\n\n{note}\n", "plan.md")


BOTH = ["序号", "任务", "责任单位", "配合单位"]


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("1.市水利局<br>2.市应急局", ["水利局", "应急管理局"]),
        ("①市水利局②市应急局", ["水利局", "应急管理局"]),
        ("（1）市水利局（2）市应急局", ["水利局", "应急管理局"]),
        ("1、市水利局；2、市应急局", ["水利局", "应急管理局"]),
        ("★市水利局、市应急局", ["水利局", "应急管理局"]),
        ("● 市水利局<br>● 市应急局", ["水利局", "应急管理局"]),
        ("- 市水利局<br>- 市应急局", ["水利局", "应急管理局"]),
        ("市水利局+市应急局", ["水利局", "应急管理局"]),
        ("市水利局·市应急局", ["水利局", "应急管理局"]),
        ("市水利局/市应急局", ["水利局", "应急管理局"]),
        ("市水利局 联系人：张三", ["水利局"]),
        ("市水利局（联系人：张三；电话：12345）、市应急局", ["水利局", "应急管理局"]),
    ],
)
def test_marks_in_a_cell_are_no_part_of_a_name(cell: str, names: list[str]) -> None:
    """Numbers, bullets, stars, signs of joining and contacts do not belong to the names beside them."""
    found = sheet(BOTH, ["1", "加固堤防", cell, ""])
    assert owners(found) == {("加固堤防", name, "responsible") for name in names}
    assert not [gap for gap in found.gaps if gap.kind == "unknown-agency"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("市水利局（市应急局配合）", {("水利局", "lead"), ("应急管理局", "support")}),
        (
            "市水利局（市应急局、市气象局协办）",
            {("水利局", "lead"), ("应急管理局", "support"), ("气象局", "support")},
        ),
        ("市水利局，市应急局配合", {("水利局", "lead"), ("应急管理局", "support")}),
        (
            "市水利局、市应急局，市气象局配合",
            {("水利局", "lead"), ("应急管理局", "lead"), ("气象局", "support")},
        ),
        ("市水利局（配合：市应急局）", {("水利局", "lead"), ("应急管理局", "support")}),
        ("市水利局（原市水务局）", {("水利局", "lead")}),
    ],
)
def test_a_cell_with_a_second_role(cell: str, expected: set[tuple[str, str]]) -> None:
    """Those who support stand in brackets or behind a comma; the others have the role of the column."""
    found = sheet(["序号", "任务", "牵头单位"], ["1", "加固堤防", cell])
    assert {(name, role) for _, name, role in owners(found)} == expected


@pytest.mark.parametrize("note", ["注：排在第一位的为牵头单位。", "备注：责任单位第一个为牵头单位"])
def test_the_first_named_leads_among_those_responsible(note: str) -> None:
    """The note speaks of the units responsible, never of those who support, nor beside a column of leaders."""
    found = sheet(BOTH, ["1", "加固堤防", "市水利局、市住建局", "市应急局、市气象局"], note=note)
    assert owners(found) == {
        ("加固堤防", "水利局", "lead"),
        ("加固堤防", "住房和城乡建设局", "responsible"),
        ("加固堤防", "应急管理局", "support"),
        ("加固堤防", "气象局", "support"),
    }
    found = sheet(["任务", "牵头单位", "责任单位"], ["加固堤防", "市水利局", "市住建局"], note=note)
    assert ("加固堤防", "住房和城乡建设局", "responsible") in owners(found)


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("各县级人民政府负责", "responsible"),
        ("各有关部门负责", "responsible"),
        ("市水利局负责", "lead"),
        ("各县级人民政府、市水利局负责", "lead"),
    ],
)
def test_a_group_alone_has_no_first(clause: str, role: str) -> None:
    """The first-named leads those beside it; a group alone is as responsible as its clause says."""
    found = facts(
        "云州市防汛方案\n一、主要任务\n（一）加固堤防。更换涵管。（市水利局、市财政局负责，列第一位者为牵头单位，下同）\n"
        f"（二）清理河道。疏浚支流。（{clause}）\n"
    )
    assert next(one.role for one in found.responsibilities if one.task == 1) == role


@pytest.mark.parametrize("total", ["合计", "小计", "总 计", "合计（项）", "共计1项"])
def test_rows_of_totals_are_no_tasks(total: str) -> None:
    """合计 counts the rows above."""
    found = sheet(BOTH, ["1", "加固堤防", "市水利局", ""], [total, "1项", "", ""])
    assert [task.title for task in found.tasks] == ["加固堤防"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [("主责单位", "responsible"), ("主办单位", "lead"), ("承办单位", "responsible"), ("分管部门", "responsible")],
)
def test_kinds_of_columns(heading: str, role: str) -> None:
    """主责 answers for the work, 主办 leads it."""
    found = sheet(["任务", heading, "协办单位"], ["加固堤防", "市水利局", "市应急局"])
    assert owners(found) == {("加固堤防", "水利局", role), ("加固堤防", "应急管理局", "support")}


@pytest.mark.parametrize(
    "header",
    [
        ["部门", "工作任务"],
        ["单位", "主要工作"],
        ["成员单位", "职责分工"],
        ["部门（单位）", "职责清单"],
        ["部门", "政策制定重点领域"],
    ],
)
def test_tables_of_agencies_with_their_duties(header: list[str]) -> None:
    """What an agency has to do is the task, named by the first clause of its sentence."""
    found = sheet(header, ["市水利局", "加固重点堤防，疏通河道；备足物资。"], ["市气象局", "发布预警。"])
    assert owners(found) == {("加固重点堤防", "水利局", "responsible"), ("发布预警", "气象局", "responsible")}


def test_a_name_on_two_lines_of_a_cell() -> None:
    """A line that ends inside a name goes on in the next; a whole name does not."""
    page = (
        "<h1>云州市防汛任务分工表</h1><table><tr><td>任务</td><td>责任单位</td></tr>"
        "<tr><td>加固堤防</td><td><p>市自然资源和</p><p>规划局</p><p>市水利局</p></td></tr></table>"
    )
    assert owners(facts(f"<html><body>{page}</body></html>", "plan.html")) == {
        ("加固堤防", "自然资源和规划局", "responsible"),
        ("加固堤防", "水利局", "responsible"),
    }


WHO = ["序号", "任务", "市水利局", "市应急局", "市气象局"]


@pytest.mark.parametrize(
    ("first", "second", "note"),
    [
        ("★", "○", "注：★为牵头单位，○为配合单位"),
        ("▲", "△", "说明：▲牵头 △配合"),
        ("●", "○", "牵头单位用●表示，配合单位用○表示"),
        ("牵头", "配合", ""),
        ("牵头", "协办", ""),
    ],
)
def test_agencies_as_columns(first: str, second: str, note: str) -> None:
    """The cell under an agency says its role, by a word or by a sign that the table explains."""
    found = sheet(WHO, ["1", "加固堤防", first, second, ""], ["2", "发布预警", "—", second, first], note=note)
    assert owners(found) == {
        ("加固堤防", "水利局", "lead"),
        ("加固堤防", "应急管理局", "support"),
        ("发布预警", "应急管理局", "support"),
        ("发布预警", "气象局", "lead"),
    }


def test_one_sign_without_words_is_responsible() -> None:
    """A tick only says that they take part in the work: they answer for it."""
    found = sheet(WHO, ["1", "加固堤防", "√", "√", ""])
    assert owners(found) == {("加固堤防", "水利局", "responsible"), ("加固堤防", "应急管理局", "responsible")}


def test_signs_that_nobody_explains_are_a_gap() -> None:
    """Two signs without a word on them give no owner, and the table is told."""
    found = sheet(WHO, ["1", "加固堤防", "★", "○", ""])
    assert not owners(found)
    assert [gap.kind for gap in found.gaps if "符号" in gap.reason] == ["unread-table"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("责任单位：\n市水利局\n市应急局", {("水利局", "responsible"), ("应急管理局", "responsible")}),
        ("责任单位：\n1.市水利局\n2.市应急局", {("水利局", "responsible"), ("应急管理局", "responsible")}),
        ("牵头单位：\n市水利局\n配合单位：\n（1）市应急局", {("水利局", "lead"), ("应急管理局", "support")}),
        ("【责任单位】\n市水利局、市应急局", {("水利局", "responsible"), ("应急管理局", "responsible")}),
        ("责任单位：市水利局、\n市应急局", {("水利局", "responsible"), ("应急管理局", "responsible")}),
        ("责任单位：市水利局\n市应急局\n2026年3月1日", {("水利局", "responsible")}),
    ],
)
def test_names_on_lines_under_a_label(lines: str, expected: set[tuple[str, str]]) -> None:
    """They are owners, numbered or not, and no tasks; a name above a date signs the document."""
    found = facts(f"云州市防汛方案\n一、主要任务\n（一）加固堤防。加固重点堤防。\n{lines}\n")
    assert {(name, role) for _, name, role in owners(found)} == expected
    assert [task.title for task in found.tasks] == ["加固堤防"]


PLAN = (
    "云州市防汛方案\n一、重点任务\n1.加固堤防。加固重点堤防。（{}）\n2.发布预警。及时发布。（市气象局牵头）\n"
    "二、保障措施\n1.用好资金。强化监管。（市财政局负责）\n"
)
LATER: list[tuple[str, Owners]] = [
    (
        "市水利局牵头。以下各项任务均需各区政府落实，不再列出",
        {(task, "各区人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "市水利局牵头，后面几项工作均须各县、区人民政府落实，不另写明。",
        {(task, "各县、区人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "责任单位：市水利局。下列责任单位都含有各区政府，不再写出",
        {(task, "各区人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "市水利局牵头；各区政府负责落实，以下不再列出",
        {(task, "各区人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "市水利局牵头。以下各项任务均由各区政府配合",
        {(task, "各区人民政府", "support") for task in ("加固堤防", "发布预警")},
    ),
    (  # a bracket inside the name, round or square, is a part of it
        "责任单位：市水利局。以下任务责任单位均包括各县〔市、区〕人民政府，不再列出",
        {(task, "各县（市、区）人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "市水利局牵头。以下措施均由各区（县）政府、各乡（镇、街道）落实，不再列出",
        {
            (task, name, "responsible")
            for task in ("加固堤防", "发布预警", "用好资金")
            for name in ("各区（县）人民政府", "各乡（镇、街道）")
        },
    ),
    (  # pointed brackets of a copy
        "市水利局牵头。以下均需各县级市<区>人民政府<管委会>落实，不再列出",
        {(task, "各县级市（区）人民政府（管委会）", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (  # of every task, since it is not said again
        "市水利局按职责分工负责；各项任务均需县（市、区）政府落实，不再列出",
        {(task, "县（市、区）人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "市水利局牵头。所有工作都须各乡镇人民政府配合，不再一一列出",
        {(task, "各乡镇人民政府", "support") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "责任单位：市水利局。此后各条的责任单位均包括各区人民政府，不一一列明",
        {(task, "各区人民政府", "responsible") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    (
        "市水利局负责，其后各项任务均由各乡镇人民政府配合，不再单列",
        {(task, "各乡镇人民政府", "support") for task in ("加固堤防", "发布预警", "用好资金")},
    ),
    # of its own task alone
    ("市水利局牵头，责任单位还包括各区人民政府", {("加固堤防", "各区人民政府", "responsible")}),
    ("责任单位：市水利局；配合单位另有各县政府", {("加固堤防", "各县人民政府", "support")}),
    ("市水利局牵头，牵头单位还包括各镇人民政府", {("加固堤防", "各镇人民政府", "lead")}),
    ("责任单位均按本方案抓好落实", set()),
    ("市水利局牵头，各区政府落实", {("加固堤防", "各区人民政府", "responsible")}),
]


@pytest.mark.parametrize(("clause", "expected"), LATER)
def test_what_a_clause_declares_for_later_tasks(clause: str, expected: Owners) -> None:
    """It holds for the tasks after it: in its chapter, or wherever it is not said again. Its words are no agency."""
    found = facts(PLAN.format(clause))
    own = {(t, a, r) for t, a, r in owners(found) if a not in ("水利局", "气象局", "财政局")}
    assert own == expected


def test_what_a_clause_declares_for_every_task() -> None:
    """Also for those before it."""
    found = facts(
        PLAN.format("市水利局牵头").replace("市财政局负责", "市财政局负责；各项任务均需各区政府落实，不再列出")
    )
    held = {task for task, agency, _ in owners(found) if agency == "各区人民政府"}
    assert held == {"加固堤防", "发布预警", "用好资金"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由市水利局统筹，市财政局负责资金保障。", {("水利局", "responsible"), ("财政局", "responsible")}),
        ("由市政府委托云州市水务集团有限公司作为业主单位负责建设。", {("水务集团有限公司", "responsible")}),
        ("各乡镇（街道）落实主体责任。", {("各乡镇（街道）", "responsible")}),
        ("市水利局要继续做好牵头工作。", {("水利局", "lead")}),
        ("市应急局要切实发挥牵头作用，细化措施。", {("应急管理局", "lead")}),
        ("市财政局、市审计局要做好配合工作。", {("财政局", "support"), ("审计局", "support")}),
        ("市财政局、市审计局要密切做好配合工作。", {("财政局", "support"), ("审计局", "support")}),
        (
            "市水利局会同市护堤办、市河湖办对堤防逐段检查。",
            {("水利局", "lead"), ("护堤办", "support"), ("河湖办", "support")},
        ),
        ("市财政局商市水利局确定补助标准。", {("财政局", "lead"), ("水利局", "support")}),
        ("各县（市、区）政府对本行政区域防汛工作负总责。", {("各县（市、区）人民政府", "responsible")}),
        ("各区政府是堤防管护的责任主体。", {("各区人民政府", "responsible")}),
        ("市护堤中心（设在市水利局）负责会商研判。", {("护堤中心", "responsible")}),
        ("市水利局牵头制定年度计划。", {("水利局", "lead")}),
        ("市科技局负责创新平台建设。", {("科学技术局", "responsible")}),
        ("成立市防汛专家组，负责为会商提供技术支持。", {("防汛专家组", "responsible")}),
        ("组建云州市护堤中心，具体负责巡堤。", {("护堤中心", "responsible")}),
        ("市护堤委员会办公室设在市水利局，负责日常调度。", {("护堤委员会办公室", "responsible")}),
        (
            "市、县财政部门会同有关部门拨付资金。",
            {("财政部门", "lead"), ("各县财政部门", "lead"), ("有关部门", "support")},
        ),
        ("成立由市长任组长的领导小组，负责统筹协调。", set()),
        ("由侨办负责联络。", set()),
        ("市财政局负责人说明情况，实行负责制。", set()),
        ("市应急局落实综合监管责任。", {("应急管理局", "responsible")}),
        ("市防汛领导小组负责全市防汛工作的统筹协调和宏观指导。", set()),
        ("各牵头单位负责制定细则，会同配合单位抓好落实。", set()),
        ("要压实企业主体责任，鼓励社会力量参与。", set()),
        ("在市委、市政府领导下推进，强化负责人培训。", set()),
    ],
)
def test_duties_in_running_text(sentence: str, expected: set[tuple[str, str]]) -> None:
    """A duty word ties an agency to the work; leadership over everything and encouragement do not."""
    found = facts(f"云州市防汛方案\n一、主要任务\n（一）加固堤防。{sentence}\n（二）发布预警。及时发布。\n")
    assert {(name, role) for _, name, role in owners(found)} == expected


def test_the_title_of_a_task_names_its_owner() -> None:
    """县审计局负责跟踪审计 is a task with its owner; 政府负责 in a heading names nobody."""
    text = "云州市防汛方案\n一、保障措施\n（一）政府负责，分级落实。明确分工。\n"
    found = facts(text + "1.市审计局负责跟踪审计。\n2.市财政局负责拨付资金。\n")
    assert {(name, role) for _, name, role in owners(found)} == {
        ("审计局", "responsible"),
        ("财政局", "responsible"),
    }


def test_a_bare_name_carries_the_sign_before_it_where_the_place_is_not_told() -> None:
    """省教育厅、财政厅 are both of the province, whichever it is."""
    text = "稳就业工作要点\n一、重点任务\n（一）扩大就业。（省教育厅、财政厅，省委宣传部、体育局，市教育局）\n"
    found = facts(text).responsibilities
    assert [one.agency.name for one in found] == ["省教育厅", "省财政厅", "省委宣传部", "省体育局", "市教育局"]
    assert not any(one.agency.settled for one in found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("由市水利局承办，市财政局协办。", {("水利局", "responsible"), ("财政局", "support")}),
        ("由市水利局承办,市财政局协办", {("水利局", "responsible"), ("财政局", "support")}),
        ("由市教育局、市财政局负责落实", {("教育局", "responsible"), ("财政局", "responsible")}),
        ("由市商务局牵头，各区政府配合。", {("商务局", "lead"), ("各区人民政府", "support")}),
        (
            "由市水利局承办，市财政局协办。治理目标：改造120公里。",
            {("水利局", "responsible"), ("财政局", "support")},
        ),
    ],
)
@pytest.mark.parametrize("chapter", ["工作目标", "主要任务"])
def test_a_line_that_only_says_who_makes_its_heading_a_task(
    chapter: str, line: str, expected: set[tuple[str, str]]
) -> None:
    """Under goals as well, a numbered heading over a line of owners is a task, and each keeps its own."""
    lines = ["云州市节水行动计划", f"一、{chapter}", "（一）根治内河黑臭", line]
    found = facts("\n".join([*lines, "（二）翻新乡村水厂", "由市审计局组织实施。"]))
    wanted = {("根治内河黑臭", *owner) for owner in expected}
    assert owners(found) == wanted | {("翻新乡村水厂", "审计局", "responsible")}


def test_an_agency_before_its_duties_owns_them() -> None:
    """市教育局：负责…, alone or numbered; under 部门职责 without a word of duty too."""
    lines = [
        "（一）部门职责",
        "1.市教育局：负责组织停课。",
        "2.市商务局：储备物资，调配车辆。",
        "（二）预警",
        "市气象局：牵头会商。",
    ]
    found = facts("\n".join(["云州市防汛方案", "一、主要任务", *lines]))
    assert owners(found) == {
        ("市教育局", "教育局", "responsible"),
        ("市商务局", "商务局", "responsible"),
        ("市气象局：牵头会商", "气象局", "lead"),
    }


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("（以市水利局为主，市财政局配合）", {("水利局", "lead"), ("财政局", "support")}),
        ("责任主体为各区政府，行业主管部门为市水利局。", {("各区人民政府", "responsible"), ("水利局", "responsible")}),
    ],
)
def test_words_before_a_name_are_no_part_of_it(clause: str, expected: set[tuple[str, str]]) -> None:
    found = facts(f"云州市防汛方案\n一、主要任务\n（一）加固堤防。完善制度。{clause}\n")
    assert {(name, role) for _, name, role in owners(found)} == expected


def test_titles_in_even_parts_are_whole() -> None:
    lines = ["一、高度重视，夯实责任。各单位要细化措施。", "二、从保护水源角度出发，完善围栏，设置标志。"]
    found = facts("\n".join(["云州市防汛工作方案", *lines]))
    assert [task.title for task in found.tasks] == ["高度重视，夯实责任", "从保护水源角度出发，完善围栏"]


def test_an_agency_of_several_clauses_of_a_task_has_the_role_of_each() -> None:
    lines = ["云州市防汛方案", "一、主要任务", "（一）加固堤防。", "排查险段。（市水利局负责）"]
    text = "\n".join([*lines, "修缮堤坝。（市水利局牵头，市财政局配合）"])
    assert owners(facts(text)) == {
        ("加固堤防", "水利局", "lead"),
        ("加固堤防", "水利局", "responsible"),
        ("加固堤防", "财政局", "support"),
    }


def test_bare_names_in_running_text_carry_the_sign_before_them() -> None:
    text = "防汛工作方案\n一、主要任务\n（一）加固堤防。由市水利局、农业局、气象局负责落实。\n"
    assert [one.agency.name for one in facts(text).responsibilities][:2] == ["市水利局", "市农业局"]


def test_a_short_name_holds_behind_the_sign_of_its_place() -> None:
    text = (
        "青岚县防汛方案\n一、组织领导\n（一）健全机构。青岚县防汛工作领导小组办公室（简称：防汛工作办）设在县水利局。\n"
        "（二）做好监测。县防汛工作办负责监测。\n"
    )
    assert "青岚县防汛工作领导小组办公室" in {one.agency.name for one in facts(text).responsibilities}


def test_a_goal_that_tells_of_a_body_is_no_task() -> None:
    """由…负责 inside a description makes no task of a goal."""
    lines = ["云州市节水行动计划", "一、工作目标", "（一）管护更有效", "由村委会负责的管护机制基本建成，农户满意。"]
    assert not facts("\n".join(lines)).tasks


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("由市民政局、卫生局，各县（市）、区政府负责落实", ["各县（市）、区人民政府", "民政局", "卫生局"]),
        ("由市商务局、文化局,各区人民政府负责落实。", ["各区人民政府", "商务局", "文化局"]),
        ("市体育局、市教育局，各区政府组织实施。", ["各区人民政府", "体育局", "教育局"]),
        ("由市审计局，各区政府，市财政局按职责分工负责。", ["各区人民政府", "审计局", "财政局"]),
        ("由市体育局提出方案，各区政府负责落实。", ["各区人民政府"]),
        ("听取市体育局、市教育局，各区政府负责落实。", ["各区人民政府"]),
    ],
)
def test_a_list_goes_on_after_a_comma(sentence: str, expected: list[str]) -> None:
    """Where 由 or the sentence opens the list, all up to the verb are its owners."""
    found = facts(f"云州市全民健身计划\n一、主要任务\n（一）增设步道\n{sentence}")
    assert owners(found) == {("增设步道", name, "responsible") for name in expected}


def test_before_a_verb_of_support_a_comma_divides() -> None:
    """Those before the comma are not made supporters."""
    found = facts("云州市全民健身计划\n一、主要任务\n（一）增设步道\n由市体育局，市教育局配合。")
    assert owners(found) == {("增设步道", "教育局", "support")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "牵头单位：环卫办责任单位：供水站、城管中队",
            {("环卫办", "lead"), ("供水站", "responsible"), ("城管中队", "responsible")},
        ),
        ("牵头单位:党政办配合单位:经发办、社事办", {("党政办", "lead"), ("经发办", "support"), ("社事办", "support")}),
        ("（牵 头单位：市水利局责 任单位：市财政局）", {("水利局", "lead"), ("财政局", "responsible")}),
        ("责任单位：农业服务中心配合单位：市审计局", {("农业服务中心", "responsible"), ("审计局", "support")}),
        ("牵头单位：城建科责任领导：张三", {("城建科", "lead")}),
    ],
)
def test_labels_with_nothing_between_them(line: str, expected: set[tuple[str, str]]) -> None:
    """A label with its colon ends the name before it, whether the registry has that name or not."""
    found = facts(f"云州市街巷整洁行动计划\n一、主要任务\n（一）清洗街巷\n每周清洗。\n{line}")
    assert owners(found) == {("清洗街巷", *owner) for owner in expected}


def of_province(body: str) -> Owners:
    found = facts(f"临江省商贸实施意见\n一、主要任务\n（一）办好集市。{body}")
    return {(found.tasks[one.task].title, one.agency.name, one.role) for one in found.responsibilities}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "建立由省商务厅牵头，发展改革、教育、住房和城乡建设、金融等单位参与的协调机制。",
            {"发展改革部门", "教育部门", "住房和城乡建设部门", "金融部门"},
        ),
        ("由省水利厅牵头，财政、审计等单位配合，守护江河。", {"财政部门", "审计部门"}),
        ("由省体育局牵头，公安、卫生等有关单位协同配合。", {"公安部门", "卫生部门"}),
    ],
)
def test_fields_before_units_are_departments(body: str, expected: set[str]) -> None:
    assert {name for _, name, role in of_province(body) if role == "support"} == {f"临江省{one}" for one in expected}


@pytest.mark.parametrize(
    ("body", "name", "role"),
    [
        ("各地级以上市人力资源社会保障部门要牵头开展专项行动。", "各地级以上市人力资源社会保障部门", "lead"),
        ("各县（市、区）住房城乡建设部门负责整改。", "各县（市、区）住房城乡建设部门", "responsible"),
        ("各设区市市场监管部门牵头开展检查。", "各设区市市场监管部门", "lead"),
    ],
)
def test_departments_of_all_areas(body: str, name: str, role: str) -> None:
    assert {found[1:] for found in of_province(body)} == {(f"临江省{name}", role)}


def test_fields_that_are_only_encouraged_own_nothing() -> None:
    assert of_province("鼓励企业、高校、金融等单位参与建设。支持教育、财政等单位参加培训。") == set()


@pytest.mark.parametrize(
    ("fields", "unread"),
    [("星象测算、财政等部门", "星象测算、"), ("星象、考古测算等单位", "星象、考古测算等单位")],
)
def test_fields_that_are_not_known_are_a_gap(fields: str, unread: str) -> None:
    """A list beside a leader is never passed over in silence."""
    text = f"临江省商贸实施意见\n一、主要任务\n（一）办好集市。由省商务厅牵头，{fields}参与办好集市。"
    gaps = facts(text).gaps
    assert [(gap.kind, text[gap.span.start : gap.span.end]) for gap in gaps] == [("unread-duty", unread)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("开发区〔新区〕管委会", "开发区（新区）管理委员会"),
        ("各县〔市、区〕政府", "各县（市、区）人民政府"),
        ("各乡〔镇〕政府", "各乡（镇）人民政府"),
    ],
)
def test_square_brackets_in_a_name_within_a_bracket(written: str, name: str) -> None:
    """In the bracket of a duty clause the kinds of areas stand in square ones; a label in such a one is no name."""
    found = facts(f"云州市稳岗方案\n一、主要任务\n（一）支持扩产。简化手续。（责任单位：市财政局，{written}）\n")
    assert [one.agency.name.removeprefix("云州市") for one in found.responsibilities] == ["财政局", name]
    labelled = facts(
        "云州市稳岗方案\n一、主要任务\n（一）支持扩产。简化手续。〔牵头单位〕市财政局〔配合单位〕市水利局\n"
    )
    assert {name for _, name, _ in owners(labelled)} <= {"财政局", "水利局"}
