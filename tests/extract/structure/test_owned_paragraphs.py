"""Measures that their owners in brackets divide: a paragraph between two such brackets is one of its own."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source

TITLED = [
    "清理银行收费。全面开展回头看，逐项公示收费标准。",
    "（牵头单位：市财政局；参加单位：市水利局）",
    "规范通信资费。严格执行审批备案，简化套餐结构。",
    "（牵头单位：市教育局；参加单位：市水利局）",
]


def facts(*lines: str) -> Facts:
    text = "\n".join(["云州市2026年政风建设实施意见", "一、解决突出问题", "（一）治理服务行业。重点抓住公示。", *lines])
    return read(Source("a.txt", text.encode())).documents[0]


def owners(found: Facts) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for one in found.responsibilities:
        told.setdefault(found.tasks[one.task].title, set()).add(one.agency.name.removeprefix("云州市"))
    return told


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        (
            "建立健全长效机制，继续加强对水利、住房和救灾资金使用情况的监管。巩固治理成果，降低物流费用。",
            "建立健全长效机制",
        ),
        ("加强水库巡查。每月通报隐患，完善预案，组织演练。", "加强水库巡查"),
        ("完善学籍管理制度，规范招生行为。严查违规办班，公布举报电话。", "完善学籍管理制度，规范招生行为"),
    ],
)
def test_the_owners_behind_such_a_paragraph_are_its_own(paragraph: str, title: str) -> None:
    found = owners(facts(*TITLED, paragraph, "（参加单位：市民政局、市审计局）"))
    assert found == {
        "清理银行收费": {"财政局", "水利局"},
        "规范通信资费": {"教育局", "水利局"},
        title: {"民政局", "审计局"},
    }


def test_a_paragraph_without_owners_of_its_own_is_of_the_measure_above() -> None:
    found = facts(*TITLED, "加强水库巡查，每月通报隐患。完善预案，组织演练。", "各县要结合实际，开展治理。")
    assert "加强水库巡查" not in [task.title for task in found.tasks]
    assert owners(found) == {"清理银行收费": {"财政局", "水利局"}, "规范通信资费": {"教育局", "水利局"}}


def test_a_text_of_a_title_alone_has_no_measure() -> None:
    (found,) = read(Source("a.txt", "云州市节水行动计划\n".encode())).documents
    assert found.tasks == ()


def section(*lines: str) -> Facts:
    text = "\n".join(
        ["云州市文旅发展规划", "第一章 重点任务", "第一节 做优乡村旅游", *lines, "第二节 办好节会", "举办开渔节。"]
    )
    return read(Source("a.txt", text.encode())).documents[0]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "推进石桥村创建国家旅游景区，建设绿道。（责任单位：市水利局、市教育局）",
            "改造老街首批民宿，修缮文庙。（责任单位：市民政局）",
        ),
        ("加快建设游客中心，完善标识。（市财政局牵头）", "提升民宿服务水平，开展培训。（市教育局负责）"),
    ],
)
def test_paragraphs_that_each_end_in_owners_are_measures(lines: tuple[str, str]) -> None:
    found = section(*lines)
    told = owners(found)

    assert list(told) == [line.partition("，")[0] for line in lines]
    assert "做优乡村旅游" in [task.title for task in found.tasks]


@pytest.mark.parametrize(
    "lines",
    [
        # one of them is no measure: nothing tells what its owners answer for
        ("到2027年，建成绿道5公里。（责任单位：市水利局）", "改造老街首批民宿，修缮文庙。（责任单位：市民政局）"),
        # the same owners: they are of the section
        ("推进石桥村创建景区，建设绿道。（市水利局负责）", "改造老街首批民宿，修缮文庙。（市水利局负责）"),
        ("推进石桥村创建景区，建设绿道。", "改造老街首批民宿，修缮文庙。（市水利局负责）"),
    ],
)
def test_paragraphs_whose_owners_are_of_the_section(lines: tuple[str, str]) -> None:
    assert set(owners(section(*lines))) == {"做优乡村旅游"}
