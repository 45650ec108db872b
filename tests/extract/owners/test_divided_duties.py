"""Chapters that divide duties among bodies, headings that are parts of a plan, and lists that set no task."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str, title: str = "云州市供热改革方案") -> Facts:
    return read(Source("a.txt", "\n".join([title, *lines, ""]).encode())).documents[0]


def owned(found: Facts) -> list[tuple[str, str, str]]:
    return [
        (found.tasks[one.task].title, one.agency.name.removeprefix("云州市"), one.role)
        for one in found.responsibilities
    ]


def titles(found: Facts) -> list[str]:
    return [task.title for task in found.tasks]


def test_items_that_name_a_body_before_a_full_stop_are_its_duties() -> None:
    found = facts(
        "一、职责分工",
        "（一）市住房城乡建设局。负责热网改造的总体协调；制定服务标准。",
        "（二）相关区政府。负责制定区级方案；配合做好资金落实。",
        "（三）云州热力集团。负责供热设施运维；参与编制规划。",
    )
    assert owned(found) == [
        ("市住房城乡建设局", "住房和城乡建设局", "responsible"),
        ("相关区政府", "相关区人民政府", "responsible"),
        ("云州热力集团", "云州热力集团", "responsible"),
    ]


def test_several_bodies_before_the_colon_have_the_duty() -> None:
    found = facts(
        "一、主要任务",
        "（一）巡河。加强巡河。",
        "二、部门职责",
        "市水利局：负责制定管护计划。",
        "市教育局：指导学校开展护河教育。",
        "各县政府、乡镇（街道）办事处、云水集团：按照市级规划要求，制定本区域管护方案，落实人员。",
        title="云州市河湖管护实施方案",
    )
    assert owned(found) == [
        ("市水利局", "水利局", "responsible"),
        ("市教育局", "教育局", "responsible"),
        *(
            ("各县政府、乡镇（街道）办事处、云水集团", body, "responsible")
            for body in ("各县人民政府", "乡镇（街道）办事处", "云水集团")
        ),
    ]


def test_the_opening_of_such_a_chapter_says_who_leads_and_who_fulfils() -> None:
    found = facts(
        "一、职责分工",
        "按照属地原则，市商务局牵头，市财政局、经委（国资委）、农业农村局等部门履行相应职责，各县政府和云商集团落实主体责任。",
        "市商务局：负责制定方案。",
        "市财政局：负责保障经费。",
        title="云州市菜场改造方案",
    )
    assert [(name, role) for title, name, role in owned(found) if title == "职责分工"] == [
        ("商务局", "lead"),
        ("财政局", "responsible"),
        ("经济委员会", "responsible"),
        ("农业农村局", "responsible"),
        ("各县人民政府", "responsible"),
        ("云商集团", "responsible"),
    ]


def test_words_before_a_colon_that_are_no_bodies_own_nothing() -> None:
    found = facts("一、职责分工", "数字政府、智慧城市：负责任地推进建设。", "县域商业：改造集贸市场。")
    assert not found.responsibilities


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "市、区水务部门牵头开展检查。",
            [("水务部门", "lead"), ("各区水务部门", "lead")],
        ),
        (
            "市、县文物部门会同公安部门开展巡查。",
            [("文物部门", "lead"), ("各县文物部门", "lead"), ("公安部门", "support")],
        ),
        ("责任单位：市、区城管部门。", [("城管部门", "responsible"), ("各区城管部门", "responsible")]),
        ("市水利局联合对热力集团开展考核。", []),
        ("市林业局联合向社会公布名单，市教育局联合就近学校设点。", []),
        ("市水利局联合市财政局开展督查。", [("水利局", "lead"), ("财政局", "support")]),
    ],
)
def test_two_levels_are_two_groups_and_a_preposition_begins_no_name(
    sentence: str, expected: list[tuple[str, str]]
) -> None:
    found = facts("一、主要任务", f"（一）强化检查。做好检查。{sentence}")
    assert [(name, role) for _, name, role in owned(found)] == expected


@pytest.mark.parametrize(
    ("heading", "tasks"),
    [("改革目标", []), ("整治要求", ["清理河道", "加固堤岸"]), ("实施步骤", ["清理河道", "加固堤岸"])],
)
def test_a_heading_that_names_a_part_of_the_plan_is_no_task(heading: str, tasks: list[str]) -> None:
    found = facts(
        f"一、{heading}",
        "到2028年底，建成完善的管护体系。",
        *(() if not tasks else ("（一）清理河道。清理河道淤泥。", "（二）加固堤岸。分段加固堤岸。")),
        title="云州市河道整治方案",
    )
    assert titles(found) == tasks


def test_a_heading_that_says_what_is_done_to_a_part_is_a_task() -> None:
    found = facts(
        "一、主要任务", "（一）明确工作目标。逐级签订责任书。", "（二）坚持应收尽收的原则", "各站点做到应收尽收。"
    )
    assert titles(found) == ["明确工作目标", "坚持应收尽收的原则"]


def test_lists_of_what_is_measured_and_of_what_a_paper_contains_set_no_task() -> None:
    found = facts(
        "一、工作内容",
        "（一）生活便利。反映居民出行、购物的便利程度。",
        "（二）安全韧性。主要反映城市应对灾害的能力。",
        "（三）风貌特色。反映文化传承情况等。",
        "围绕以上方面建立指标体系，逐项开展评估，结果报市政府。",
        "二、工作步骤",
        "（一）形成报告。10月15日前，形成评估报告。",
        "评估报告主要内容包括：",
        "1.总体情况；",
        "2.指标现状；",
        "3.制定行动计划。",
        "（二）反映诉求。及时反映群众诉求，跟踪办理。",
        title="青岚县城市体检工作方案",
    )
    assert titles(found) == ["形成报告", "反映诉求"]


def test_numbers_of_cells_are_no_titles() -> None:
    found = facts("一、主要任务", "（一）建设站点。建设站点。", "7.5-20", "2.5—4", "9.5-15")
    assert titles(found) == ["建设站点"]


def test_which_meeting_it_was_is_no_figure() -> None:
    found = facts(
        "《云州市供热改革方案》经市政府14次常务会议审议通过，现予印发。",
        "一、主要任务",
        "（一）改造。全年召开现场会议3次。",
    )
    assert [str(figure.value) for figure in found.figures if figure.unit == "次"] == ["3"]
