"""Alignments of made-up plans: what belongs together is found, and nothing else."""

from __future__ import annotations

import pytest

from guitu.graph.align import model
from guitu.graph.align.alignments import reason
from guitu.graph.align.units import units_of
from tests.graph.align.plans import CITY, ELSEWHERE, MEASURES, NATION, aligned, works

PORTS = """全国港口发展规划（2021—2025年）
交通运输部
一、主要任务
（一）建设智慧港口。推进集装箱码头自动化，应用岸桥远程操控和无人集卡。
（二）发展绿色港口。推广岸电使用，清洁能源作业机械占比明显提升。
（三）加强安全监管。开展危险货物堆场隐患排查，健全应急预案。
专栏1 智慧港口工程
自动化码头改造。新建和改造自动化泊位，岸桥远程操控全覆盖。
"""
HARBOUR = """云州市港航“十四五”规划
云州市人民政府
一、主要任务
（一）打造智慧港区。北港集装箱码头完成自动化改造，投用无人集卡40台，岸桥全部远程操控。
（二）提高岸电使用率。新建岸电设施25套，港作机械换用清洁能源。
（三）完善老年人出行服务。公交站台加装座椅和扶手。
"""


def test_subjects_that_correspond_are_found() -> None:
    """Of care for the aged: the same measures under other names, and the instruments of the last chapter."""
    found = aligned(NATION, CITY)

    assert set(found) == {
        ("完善居家社区养老网络", "发展居家社区养老"),
        ("推进医养结合", "提升医养结合能力"),
        ("建强护理员队伍", "强化人才支撑"),
        ("健全统筹协调机制", "加强组织领导"),
    }
    one = found["推进医养结合", "提升医养结合能力"]
    assert one.match.same
    told = reason(one)
    assert "医养结合" in told
    assert "所说大半以对方为最合" in told


def test_another_field() -> None:
    """Of ports; what shares only words that every plan uses is not aligned."""
    found = aligned(PORTS, HARBOUR)

    assert {("打造智慧港区", "建设智慧港口"), ("提高岸电使用率", "发展绿色港口")} <= set(found)
    assert not [pair for pair in found if "老年人" in pair[0]]


def test_another_city_is_never_aligned() -> None:
    """Two cities may have the same sentence: their tasks are no concern of each other."""
    assert not aligned(CITY, ELSEWHERE)


def test_documents_of_other_fields_are_not_aligned() -> None:
    """A plan of ports and a plan of care share the words of planning only."""
    assert not aligned(PORTS, CITY.replace("二、保障措施", "二、保障").split("二、")[0])


def test_scores_are_hundredths_between_the_least_and_one() -> None:
    """What scores less than the least is not told."""
    for one in aligned(NATION, CITY, MEASURES).values():
        assert model.LEAST <= one.match.score <= 1
        assert round(one.match.score, 2) == one.match.score


def test_the_items_of_a_box_belong_to_the_task_that_it_is_about() -> None:
    """专栏1 智慧港口工程 stands at the end of the chapter, and elaborates its first task."""
    units = units_of(works(PORTS)[0].primary.facts, "ports")
    [item] = [unit for unit in units if unit.title == "自动化码头改造"]

    assert item.group is not None
    assert units[item.group].title == "建设智慧港口"


@pytest.mark.parametrize("texts", [(), ("云州市规划\n云州市人民政府\n一、发展回顾\n成绩很好。\n",)])
def test_nothing_to_align(texts: tuple[str, ...]) -> None:
    """No documents, or none with tasks."""
    assert not aligned(*texts)


def test_order_of_documents_changes_nothing() -> None:
    """The same documents in another order give the same alignments."""

    assert {pair: one.match for pair, one in aligned(NATION, CITY, MEASURES).items()} == {
        pair: one.match for pair, one in aligned(MEASURES, CITY, NATION).items()
    }
