"""Paragraphs that explain how figures are to be understood commit to nothing."""

from __future__ import annotations

import pytest

from guitu.extract import recognise
from guitu.extract.source import Source

PLAN = (
    "临湖区公共体育设施规划（2026—2030年）\n一、主要目标\n到2030年，健身环境更加完善。\n{}\n"
    "二、重点任务\n（一）开放场馆。完善制度。\n"
)


def read(line: str) -> list[str]:
    """The values of a plan with a line below its goals."""
    (facts,) = recognise.read(Source("规划.txt", PLAN.format(line).encode())).documents
    return [str(figure.value) for figure in facts.figures]


@pytest.mark.parametrize(
    "line",
    [
        "说明：场地面积统计范围为16个街道，不含2个托管园区。",
        "填表说明：1.覆盖率按28个乡镇计算。\n2.人口以320万人为准，含5个农场。",
        "指标解释：管网漏损率按42家供水企业测算。",
        "统计口径：含5个街道和12个乡镇。",
        "计算方法：步道总长度除以常住人口320万人。",
        "数据来源：65个监测点。",
        "※不含3个飞地园区。",
    ],
)
def test_a_note_that_explains_is_no_target(line: str) -> None:
    """It says what is counted, by whom and how."""
    assert read(line) == []


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("体育设施说明书普及到16个街道，新建球场30片。", ["30"]),
        ("口径统一后，新建健身步道60公里。", ["60"]),
        ("*新建健身步道60公里。", ["60"]),
    ],
)
def test_a_goal_that_only_sounds_like_a_note_stays(line: str, values: list[str]) -> None:
    """Without a colon behind its label, or with a deed behind its sign, a line is read."""
    assert [value for value in values if value in read(line)] == values
