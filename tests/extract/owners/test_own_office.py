"""What belongs to the office that issued a plan: its rooms, the parts listed with them, and the office by its sign."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(title: str, owners: str, *before: str) -> Facts:
    text = "\n".join([title, *before, "一、重点任务", f"（一）健全机制。每月通报进度。（{owners}）"])
    return read(Source("plan.txt", text.encode())).documents[0]


def names(found: Facts) -> list[str]:
    return [one.agency.name for one in found.responsibilities]


@pytest.mark.parametrize(
    ("title", "owners", "expected"),
    [
        (
            "云州市交通运输局2026年工作要点",
            "规划处、执法稽查局、信息中心按职责分工负责",
            ["云州市交通运输局规划处", "云州市交通运输局执法稽查局", "云州市交通运输局信息中心"],
        ),
        (
            "青岚县水利局2026年工作要点",
            "县局河长股牵头，县局各直属单位配合",
            ["青岚县水利局河长股", "青岚县水利局各直属单位"],
        ),
        (
            "临江省民政厅2026年工作要点",
            "养老服务指导处、各直属单位按职责分工负责",
            ["临江省民政厅养老服务指导处", "临江省民政厅各直属单位"],
        ),
    ],
)
def test_rooms_and_parts_bear_the_name_of_their_office(title: str, owners: str, expected: list[str]) -> None:
    assert names(facts(title, owners)) == expected


def test_what_each_place_has_is_no_part_of_an_office() -> None:
    found = names(facts("云州市交通运输局2026年工作要点", "规划处、财政局、疾控中心、市水利局负责"))
    assert found == ["云州市交通运输局规划处", "云州市财政局", "云州市疾病预防控制中心", "云州市水利局"]


def test_a_part_alone_is_of_the_office_where_another_list_has_it_among_rooms() -> None:
    text = (
        "云州市交通运输局2026年工作要点\n一、重点任务\n（一）清理航道。疏浚八公里。（规划处、路政稽查局负责）\n"
        "（二）改造桥梁。加固六座。（路政稽查局牵头）\n（三）整顿客运。逐户检查。（客运稽查局牵头）\n"
    )
    found = read(Source("plan.txt", text.encode())).documents[0]
    assert "云州市交通运输局客运稽查局" not in names(found)
    assert names(found)[:3] == ["云州市交通运输局规划处", "云州市交通运输局路政稽查局", "云州市交通运输局路政稽查局"]


@pytest.mark.parametrize(
    ("title", "number", "said", "office"),
    [
        ("云州市2026年全市水利工作要点", "云水发〔2026〕3号", "市局", "云州市水利局"),
        ("青岚县2026年全县教育工作要点", "青教发〔2026〕8号", "县局", "青岚县教育局"),
        ("江苏省2026年全省交通运输主要任务分工方案", "苏交〔2026〕1号", "省厅", "江苏省交通运输厅"),
    ],
)
def test_title_number_and_text_tell_whose_rooms_are_meant(title: str, number: str, said: str, office: str) -> None:
    owners = f"法规处、{said}信息中心负责"
    assert names(facts(title, owners, number)) == [f"{office}法规处", f"{office}信息中心"]


@pytest.mark.parametrize(
    ("number", "owners"),
    [
        ("云政办发〔2026〕3号", "法规处、市局计划处负责"),  # of the government
        ("云财发〔2026〕3号", "法规处、市局计划处负责"),  # of another bureau
        ("云水发〔2026〕3号", "法规处、计划处负责"),  # whether bureau or committee
    ],
)
def test_what_is_not_told_stays_as_written(number: str, owners: str) -> None:
    assert names(facts("云州市2026年全市水利工作要点", owners, number))[0] == "法规处"


ROOMS = [
    ("云栖市市场监督管理局信用监管方案", "信用监督管理科、信息科", "云栖市市场监督管理局"),
    ("东桥市市政管理局路灯改造方案", "设施管理科、办公室", "东桥市市政管理局"),
    ("青岚县卫生健康局村医培训方案", "审批受理科、财务股", "青岚县卫生健康局"),
]


@pytest.mark.parametrize(("title", "owners", "office"), ROOMS)
def test_rooms_of_all_kinds_are_of_their_office(title: str, owners: str, office: str) -> None:
    """Those of business and those that keep the books."""
    found = facts(title, f"责任科室：{owners}")
    assert names(found) == [office + name for name in owners.split("、")]


def test_branches_of_a_paper_of_the_whole_city_are_of_no_office() -> None:
    assert names(facts("石川市治气方案", "责任单位：市生态环境局、各分局"))[1] == "各分局"
