"""Titles that a wide gap alone sets apart, in rows of them."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source


def tasks(*rows: str) -> list[tuple[str, str]]:
    """The tasks of a box with such rows, each with its text."""
    lines = ("云州市现代农业规划", "一、重点任务", "（一）优化产业布局。推进连片发展。", "专栏2  重点产业布局", *rows)
    (found,) = read(Source("a.txt", "\n".join((*lines, "")).encode())).documents
    return [(task.title, task.body) for task in found.tasks if task.form == "boxitem"]


@pytest.mark.parametrize("gap", ["  ", "　", "　　"])
def test_a_title_behind_which_a_gap_stands(gap: str) -> None:
    """As boxes are copied from a page: a name, a gap and a sentence, three or more in a row."""
    told = [
        ("优质稻米", "在白石县建设基地3万亩。"),
        ("生猪", "在东桥镇建设规模养殖场。"),
        ("油茶", "在云溪县新造林5万亩。"),
    ]
    assert tasks(*(title + gap + body for title, body in told)) == told


@pytest.mark.parametrize(
    "rows",
    [
        ("优质稻米  在白石县建设基地3万亩。", "生猪  在东桥镇建设规模养殖场。"),  # two alone
        ("张某某  市发展和改革委员会", "李某某  市农业农村局", "王某某  市林业和草原局"),  # who is who
        ("东桥区  重点发展生物医药产业。", "西浦区  重点发展智能装备产业。", "青岚县  重点发展茶叶和康养旅游。"),
        ("牵头单位：市农业农村局  配合单位：市财政局。",) * 3,
    ],
)
def test_other_gaps_set_no_title_apart(rows: tuple[str, ...]) -> None:
    assert tasks(*rows) == []
