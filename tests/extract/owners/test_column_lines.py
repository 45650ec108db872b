"""A division table flattened to one cell a line: the names below an item own it, or each leaves a gap."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Facts
from guitu.extract.recognise import read
from guitu.extract.source import Source


def facts(*lines: str) -> Facts:
    text = "\n\n".join(["《临江省节水规划》目标责任分解书", *lines, ""])
    return read(Source("a.txt", text.encode())).documents[0]


def owned(found: Facts) -> list[tuple[str, str]]:
    told = found.responsibilities
    return [(found.tasks[one.task].title, one.agency.name.removeprefix("临江省")) for one in told]


@pytest.mark.parametrize(
    "columns",
    [("领域", "主要目标", "主要责任单位", "责任单位"), ("序号", "目标", "责任单位"), ("责任部门", "责任单位")],
)
def test_names_alone_on_lines_own_the_item_above(columns: tuple[str, ...]) -> None:
    """Also behind goals of the item on lines of their own; a name that is none leaves a gap."""
    found = facts(
        *columns,
        "1.完善供水体系。",
        "——到2020年，供水普及率达到95%以上。",
        "省水利厅",
        "省财政厅",
        "省人口水利",
        "2.改造灌区。",
        "省农业农村厅",
    )
    assert owned(found) == [("完善供水体系", "水利厅"), ("完善供水体系", "财政厅"), ("改造灌区", "农业农村厅")]
    (gap,) = (gap for gap in found.gaps if "逐格成行" in gap.reason)
    assert len(gap.span) == len("省人口水利")


def test_columns_of_several_roles_leave_a_gap_for_each_name() -> None:
    """Which name stood in which column is lost."""
    found = facts("目标", "牵头单位", "配合单位", "1.完善供水体系。", "省水利厅", "省财政厅")
    assert not found.responsibilities
    assert sum("逐格成行" in gap.reason for gap in found.gaps) == 2


def test_names_alone_without_columns_are_none() -> None:
    """A list of members, a signature."""
    found = facts("一、重点任务", "1.完善供水体系。", "省水利厅", "省财政厅")
    assert not found.responsibilities
    assert not any("逐格成行" in gap.reason for gap in found.gaps)
