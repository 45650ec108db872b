"""Owners that share a word: members of a body, committees of several zones, departments; what is lost is told."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(line: str) -> Facts:
    text = f"云州市2026年重点工作方案\n\n一、重点任务\n（一）{line}\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


TOGETHER = [
    (
        "开展卫生整治。［牵头单位：市卫健委；责任单位：市疫情防控指挥部成员单位、市创文工作领导小组成员单位］",
        [
            ("云州市卫生健康委员会", "lead"),
            ("云州市疫情防控指挥部成员单位", "responsible"),
            ("云州市创文工作领导小组成员单位", "responsible"),
        ],
    ),
    (
        "建立联动机制。各级发展改革部门要会同人社、财税、金融等部门，建立评价机制。",
        [
            ("云州市各级发展改革部门", "lead"),
            ("云州市人社部门", "support"),
            ("云州市财税部门", "support"),
            ("云州市金融部门", "support"),
        ],
    ),
    (
        "规范园区管理。南京、苏州经济开发区管委会负责落实。",
        [("南京经济开发区管理委员会", "responsible"), ("苏州经济开发区管理委员会", "responsible")],
    ),
    (
        "完善防汛预案。（责任单位：市防汛抗旱指挥部各成员单位、市水利局）",
        [("云州市防汛抗旱指挥部各成员单位", "responsible"), ("云州市水利局", "responsible")],
    ),
    ("完善档案。市档案局、市教育局各负其责。", [("云州市档案局", "responsible"), ("云州市教育局", "responsible")]),
    ("推广农机装备。（责任单位：市农机局）", [("云州市农机局", "responsible")]),
]


@pytest.mark.parametrize(("line", "expected"), TOGETHER)
def test_each_is_an_owner(line: str, expected: list[tuple[str, str]]) -> None:
    """农机局 is short for several names, so it stays as it is written."""
    assert [(one.agency.name, one.role) for one in facts(line).responsibilities] == expected


LOST = [
    "清理河道。清理河道八公里。市水利局、东桥区政府。",
    "更新路灯。更新路灯二百盏。——市城管局",
    "建立健全市委统一领导、市林业局牵头抓总、齐抓共管的格局。",
    "完善各部门密切配合、市应急局牵头抓总的体制。",
]


@pytest.mark.parametrize("line", LOST)
def test_an_agency_beside_a_word_of_duty_is_an_owner_or_told(line: str) -> None:
    found = facts(line)
    assert found.responsibilities or any(gap.kind == "unread-duty" for gap in found.gaps)


@pytest.mark.parametrize(
    "label", ["责任单位\n市教育局、市财政局", "责任单位 市教育局、市财政局", "责任部门市教育局、市财政局"]
)
def test_a_label_without_its_colon(label: str) -> None:
    found = facts(f"改造校舍。改造校舍一批。\n{label}")
    assert [one.agency.written for one in found.responsibilities] == ["市教育局", "市财政局"]


def test_a_person_or_a_means_beside_a_word_of_duty_leaves_no_gap() -> None:
    found = facts("完善责任体系。市教育局局长负责，以项目配合政策，由专人负责台账。")
    assert not found.responsibilities
    assert not [gap for gap in found.gaps if gap.reason == "责任词旁的单位没有读出"]


@pytest.mark.parametrize(
    ("place", "who", "expected"),
    [
        ("青岚县", "县教育局和县水利局", ["青岚县教育局", "青岚县水利局"]),
        ("青岚县", "县委和县政府", ["中共青岚县委员会", "青岚县人民政府"]),
        ("云州市", "各县（市、区）党委和人民政府", ["云州市各县（市、区）党委", "云州市各县（市、区）人民政府"]),
        ("云州市", "东桥区委、区政府", ["中共云州市东桥区委员会", "云州市东桥区人民政府"]),
        ("云州市", "各乡镇党委、政府，市农业农村局", ["云州市各乡镇党委", "云州市各乡镇人民政府", "云州市农业农村局"]),
        (
            "云州市",
            "市水利局，临港示范区、东部新区党工委和管委会",
            [
                "云州市水利局",
                *(f"{zone}{office}" for zone in ("临港示范区", "东部新区") for office in ("党工委", "管理委员会")),
            ],
        ),
        ("云州市", "和县政府、市水利局", ["和县人民政府", "云州市水利局"]),
    ],
)
def test_a_joint_is_no_part_of_a_name_nor_a_government_another_s(place: str, who: str, expected: list[str]) -> None:
    """县教育局和县水利局 names no 和县; the government behind a committee of the party is of that one's place."""
    text = f"{place}2026年重点工作方案\n\n一、重点任务\n（一）完善水网。建设水网。（责任单位：{who}）\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    assert [one.agency.name for one in found.responsibilities] == expected
