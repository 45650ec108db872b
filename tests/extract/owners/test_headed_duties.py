"""A heading that says who leads or does its items gives that owner to each of them."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def owned(*lines: str) -> list[tuple[str, str, str]]:
    text = "\n".join(["云州市重点任务清单", *lines, ""])
    (facts,) = read(Source("a.txt", text.encode())).documents
    told = facts.responsibilities
    return sorted((facts.tasks[one.task].title, one.agency.name.removeprefix("云州市"), one.role) for one in told)


@pytest.mark.parametrize(
    ("heading", "who", "role"),
    [
        ("市水务局牵头工作（3项）", "水务局", "lead"),
        ("市教育局负责落实的重点任务", "教育局", "responsible"),
        ("高新区管委会牵头事项（共2件）", "高新区管理委员会", "lead"),
        ("市发展和改革委员会（2项）", "发展和改革委员会", "responsible"),
        ("牵头单位：市城市管理局（2项）", "城市管理局", "lead"),
        ("市民政局承担任务2项", "民政局", "responsible"),
        ("财政局（2项）", "财政局", "responsible"),
    ],
)
def test_the_heading_s_owner_has_its_items(heading: str, who: str, role: str) -> None:
    """To the next heading of its rank, and no further."""
    items = ["1.新建水厂一座。", "2.更新管网。改造老旧管网。"]
    found = owned(f"一、{heading}", *items, "二、其他工作", "1.修建步道。")
    assert {(title, agency, how) for title, agency, how in found if title != heading} == {
        ("新建水厂一座", who, role),
        ("更新管网", who, role),
    }


def test_an_item_with_a_leader_of_its_own_keeps_it() -> None:
    """Those who only support stand beside the heading's leader."""
    items = ["1.新建水厂。扩建泵站。（市财政局牵头）", "2.更新管网。改造管网。（市财政局配合）"]
    found = [one for one in owned("一、市水务局牵头工作（2项）", *items) if "工作" not in one[0]]
    assert found == [
        ("新建水厂", "财政局", "lead"),
        ("更新管网", "水务局", "lead"),
        ("更新管网", "财政局", "support"),
    ]


def test_bodies_without_a_number_head_their_items() -> None:
    """A line that is nothing but a body and how many items it has, above the first of them."""
    found = owned(
        "市住房和城乡建设局（2项）",
        "1.新建水厂一座。",
        "2.更新管网。改造老旧管网。",
        "市水务局（1项）",
        "3.清淤。清理河道。",
    )
    assert found == [
        ("新建水厂一座", "住房和城乡建设局", "responsible"),
        ("更新管网", "住房和城乡建设局", "responsible"),
        ("清淤", "水务局", "responsible"),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "完善政府牵头工作机制",
        "牵头单位负责事项",
        "压实负责任务",
        "社会事业（2项）",
        "市直单位（2个）",
        "说明：水利工程（2项）",
    ],
)
def test_a_heading_that_names_nobody_gives_none(heading: str) -> None:
    """牵头工作 inside other words, or a role instead of an agency."""
    assert owned(f"一、{heading}", "1.新建水厂一座。", "2.更新管网。改造老旧管网。") == []


@pytest.mark.parametrize("first", ["市水务局牵头工作", "市水务局（2项）"])
def test_the_title_of_an_item_gives_nobody_to_the_items_beside_it(first: str) -> None:
    found = owned("一、重点任务", f"（一）{first}。新建水厂，更新管网。", "（二）修建步道。修建步道。")
    assert [(title, agency) for title, agency, _ in found] == [(first, "水务局")]
