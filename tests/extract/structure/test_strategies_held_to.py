"""Measures whose title holds to a strategy: work by their opening, whatever chapter their last word would name."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    """The facts of a text of these lines."""
    return read(Source("plan.txt", "\n".join(lines).encode())).documents[0]


def owners(*lines: str) -> set[tuple[str, str, str]]:
    """Task, agency and role of every duty."""
    found = facts(*lines)
    return {(found.tasks[one.task].title, one.agency.name, one.role) for one in found.responsibilities}


@pytest.mark.parametrize("title", ["坚持扩大出口发展战略", "紧紧围绕贸易强市发展战略", "深入贯彻开放发展战略"])
def test_a_measure_that_holds_to_a_strategy_has_its_owners(title: str) -> None:
    """The first-named leads here and below, as its clause says."""
    found = owners(
        "云州市人民政府关于促进外贸发展的实施意见",
        "一、深入实施贸易强市战略",
        f"（一）{title}。稳定出口。（市商务局、市财政局等负责，列第一位者为牵头单位，下同）",
        "（二）培育外贸主体。扶持企业。（市工业和信息化局、市商务局负责）",
    )
    assert found == {
        (title, "云州市商务局", "lead"),
        (title, "云州市财政局", "responsible"),
        ("培育外贸主体", "云州市工业和信息化局", "lead"),
        ("培育外贸主体", "云州市商务局", "responsible"),
    }


def test_a_chapter_of_the_strategy_itself_holds_no_tasks() -> None:
    """总体战略 names a chapter, and what it holds to stands under it."""
    found = facts(
        "云州市外贸规划",
        "一、总体战略",
        "（一）坚持扩大出口发展战略。稳定出口。",
        "二、主要任务",
        "（一）建设口岸。新建口岸。",
    )
    assert [task.title for task in found.tasks] == ["建设口岸"]


def test_a_preamble_behind_the_salutation_is_read() -> None:
    """各市人民政府：为落实《…》… in one paragraph names a document."""
    found = facts(
        "云州市人民政府关于促进外贸的意见",
        "各区人民政府：为落实《临江省外贸条例》，提出如下意见：",
        "一、建设口岸",
        "新建口岸。",
    )
    assert [one.title for one in found.references] == ["临江省外贸条例"]
