"""Groups of areas and of those in them, read by their form: 街道、镇, 镇（街）, 各片区管理局, 中省驻市单位."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(place: str, who: str) -> Facts:
    text = f"{place}2026年重点工作方案\n\n一、重点任务\n（一）完善水网。建设水网。（责任单位：{who}）\n"
    (found,) = read(Source("plan.txt", text.encode())).documents
    return found


AREAS = [
    ("青岚县", "县水利局、街道、镇", ["青岚县水利局", "青岚县街道办事处", "青岚县镇人民政府"]),
    ("东桥区", "街道办、镇政府", ["东桥区街道办事处", "东桥区镇人民政府"]),
    ("云州市", "市教育局，乡、镇", ["云州市教育局", "云州市乡人民政府", "云州市镇人民政府"]),
    ("青岚县", "镇（街）", ["青岚县镇（街）"]),
    ("云州市", "区、县（市）政府", ["云州市区、县（市）人民政府"]),
    ("临江省", "市（州）政府", ["临江省市（州）人民政府"]),
    ("东桥区", "各乡、镇、街道", ["东桥区各乡、镇、街道"]),
    ("东桥区", "各镇、街道、开发区", ["东桥区各镇、街道、开发区"]),
    ("青岚县", "各乡镇（街道）党（工）委", ["青岚县各乡镇（街道）党（工）委"]),
    (
        "青岚县",
        "各镇党委、政府，各街道党工委、办事处",
        ["青岚县各镇党委", "青岚县各镇人民政府", "青岚县各街道党工委", "青岚县各街道办事处"],
    ),
]
EACH = [
    ("云州市", "各县市区委、人民政府", ["中共云州市各县市区委员会", "云州市各县市区人民政府"]),
    ("临江省", "各市、县委和人民政府", ["中共临江省各市、县委员会", "临江省各市、县人民政府"]),
]
GOVERNED = [
    ("云州新区", "相关管理局（管委会）", ["云州新区相关管理局（管委会）"]),
    ("云州市", "各片区管理局、市财政局", ["云州市各片区管理局", "云州市财政局"]),
    ("东桥区", "区水利局、各园区管理局（管委会）", ["东桥区水利局", "东桥区各园区管理局（管委会）"]),
]
STATIONED = [
    ("云州市", "中省驻市有关单位", ["云州市中省驻市有关单位"]),
    ("云州市", "中央、省驻市单位", ["云州市中央、省驻市单位"]),
    ("云州市", "中央、省驻云单位", ["云州市中央、省驻云单位"]),
    ("云州市", "在云高校、在云市属有关部门", ["云州市在云高校", "云州市在云市属有关部门"]),
    ("青岚县", "驻县有关单位、各农场", ["青岚县驻县有关单位", "青岚县各农场"]),
    ("云州市", "各专项组、各板块", ["云州市各专项组", "云州市各板块"]),
]


@pytest.mark.parametrize(("place", "who", "expected"), [*AREAS, *EACH, *GOVERNED, *STATIONED])
def test_a_group_is_read_by_its_form(place: str, who: str, expected: list[str]) -> None:
    found = facts(place, who)
    assert [one.agency.name for one in found.responsibilities] == expected
    assert not [gap for gap in found.gaps if gap.kind == "unread-duty"]


def test_areas_of_a_place_that_is_not_told_stay_as_written() -> None:
    (owner,) = facts("", "镇政府").responsibilities
    assert (owner.agency.name, owner.agency.settled) == ("镇人民政府", False)


@pytest.mark.parametrize(
    ("place", "who", "expected"),
    [
        ("青岚县", "在本单位、在各部门、在中小学", []),
        ("青岚县", "街道社区服务中心", []),  # no kind of areas but a longer name
        ("临江省", "省地方公路管理局", ["临江省地方公路管理局"]),  # one body, not those of an area
        ("青岚县石桥镇", "镇政府", ["青岚县石桥镇人民政府"]),  # the town's own
    ],
)
def test_no_group_of_areas(place: str, who: str, expected: list[str]) -> None:
    groups = [one.agency for one in facts(place, who).responsibilities]
    assert not any(agency.group for agency in groups)
    assert [agency.name for agency in groups][: len(expected)] == expected


@pytest.mark.parametrize(
    ("place", "who", "expected"),
    [
        ("云州市", "所在乡镇", ["云州市所在乡镇"]),
        ("云州市", "项目所在地镇街、项目业主", ["云州市项目所在地镇街", "云州市项目业主"]),
        ("青岚县", "各网格、三大运营商", ["青岚县各网格", "青岚县三大运营商"]),
        ("云州市", "市、区两级政府", ["云州市市、区两级人民政府"]),
        ("云州市", "各功能区党工委、管委会", ["云州市各功能区党工委", "云州市各功能区管理委员会"]),
        ("云州市", "市直有关单位和部门", ["云州市直有关单位和部门"]),
    ],
)
def test_more_groups_by_their_form(place: str, who: str, expected: list[str]) -> None:
    assert [one.agency.name for one in facts(place, who).responsibilities] == expected


@pytest.mark.parametrize(
    ("group", "written", "members"),
    [
        ("节水工作领导小组", "领导小组各成员单位", "各成员单位"),
        ("防汛救灾指挥部", "指挥部成员单位", "成员单位"),
        ("养老服务联席会议", "联席会议各成员单位", "各成员单位"),
    ],
)
def test_the_members_of_the_one_group_that_is_named(group: str, written: str, members: str) -> None:
    text = (
        f"云州市2026年工作方案\n\n一、重点任务\n（一）统筹推进。成立云州市{group}，统一调度。\n"
        f"（二）压实责任。按月调度。（责任单位：市水利局、{written}）\n"
    )
    (found,) = read(Source("plan.txt", text.encode())).documents
    last = found.responsibilities[-1].agency
    assert (last.name, last.group, last.settled) == (f"云州市{group}{members}", True, True)


def test_a_group_of_the_whole_place_is_of_the_place() -> None:
    text = (
        "云州市2026年工作方案\n\n一、重点任务\n（一）统筹推进。成立全市节水工作领导小组，统一调度。\n"
        "（二）压实责任。按月调度。（责任单位：领导小组办公室）\n"
    )
    (found,) = read(Source("plan.txt", text.encode())).documents
    assert [one.agency.name for one in found.responsibilities] == ["云州市节水工作领导小组办公室"]


def test_the_members_of_a_group_that_is_not_named_stay_as_written() -> None:
    last = facts("云州市", "市水利局、领导小组各成员单位").responsibilities[-1].agency
    assert (last.name, last.settled) == ("领导小组各成员单位", False)
