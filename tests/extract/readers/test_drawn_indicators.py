"""Tables drawn with line signs."""

from __future__ import annotations

import pytest

from guitu.extract.raw import RawTable
from guitu.extract.readers import drawn
from guitu.extract.recognise import read
from guitu.extract.source import Source

GOALS = """
┌──┬────────┬────┬────┐
│类 │指 标     │2025年│2030年│
├──┼────────┼────┼────┤
│供 │自来水普及率（%）│90  │≥95 │
│水 │管网漏损率   │12  │9   │
│  │（%）     │    │    │
└──┴────────┴────┴────┘
"""
DUTIES = """
┏━━┳━━━━━━┳━━━━━━┓
┃序号┃任务        ┃责任单位    ┃
┣━━╋━━━━━━╋━━━━━━┫
┃1   ┃清淤河道    ┃市水务局、  ┃
┃    ┃            ┃市财政局    ┃
┣━━╋━━━━━━╋━━━━━━┫
┃2   ┃修缮老桥    ┃市交通运输局┃
┗━━┻━━━━━━┻━━━━━━┛
"""
BOX = """
┌────────────┐
│专栏1 重点项目            │
│续建：东桥至青岚公路。    │
└────────────┘
"""


def rows(drawing: str) -> list[list[str]]:
    """The rows of the table that a drawing gives; empty where it stays lines."""
    found = drawn.blocks(drawing.strip().splitlines(), 0)
    return [
        ["".join(cell.paragraphs) for cell in row]
        for block in (found[0] if found else ())
        if isinstance(block, RawTable)
        for row in block.rows
    ]


def test_a_value_opens_a_row() -> None:
    assert rows(GOALS) == [
        ["类", "指标", "2025年", "2030年"],
        ["供", "自来水普及率（%）", "90", "≥95"],
        ["水", "管网漏损率（%）", "12", "9"],
    ]


def test_rules_part_rows() -> None:
    assert rows(DUTIES)[1:] == [["1", "清淤河道", "市水务局、市财政局"], ["2", "修缮老桥", "市交通运输局"]]


@pytest.mark.parametrize(
    "drawing",
    [BOX, GOALS.rsplit("└", maxsplit=1)[0], GOALS.replace("│12  │9", "│12  9"), GOALS.replace("├──┼", "│水─┼")],
)
def test_other_drawings_stay(drawing: str) -> None:
    """A box of text, a frame that is not closed, a bar that lacks, words amid a rule."""
    assert rows(drawing) == []


def test_its_figures_are_of_a_table() -> None:
    words = f"云州市供水“十五五”规划\n一、发展目标\n表1 主要指标\n{GOALS.strip()}\n二、主要任务\n（一）改造管网。\n"
    (found,) = read(Source("plan.txt", words.encode())).documents
    told: list[object] = [
        (one.kind, one.indicator, one.value, one.unit, one.comparator, one.source) for one in found.figures
    ]
    assert told == [
        ("observation", "自来水普及率", 90, "%", "=", "table"),
        ("target", "自来水普及率", 95, "%", ">=", "table"),
        ("observation", "管网漏损率", 12, "%", "=", "table"),
        ("target", "管网漏损率", 9, "%", "=", "table"),
    ]
