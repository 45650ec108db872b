"""Numbers that tell of what kind or size things are: seats of cars and halls, wheels, lengths, sizes of firms."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市交通安全实施方案（2026—2028年）", "tasks": ["建设"]}


def read(sentence: str) -> list[tuple[str, str]]:
    """Value and unit of each figure of a paragraph."""
    return [(str(f.value), f.unit) for f in figures.find(draft(sentence, **WORK))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "宣传7座以下小客车安全座椅使用知识。",
        "宣传7座以下小客车儿童座椅。",
        "推广9座商务车定制出行。",
        "整治19座面包车超员，查处2轮电动车违法载人。",
        "更新12米纯电动公交车。",
        "鼓励开设80座以下小剧场。",
        "推动100人以上企业建立工会。",
        "优化2人以上家庭公租房配租，严查30人以上集体聚餐。",
        "完善20户以上自然村照明。",
        "设置24小时自助图书馆，推广4人间宿舍。",
    ],
)
def test_a_number_in_a_noun_promises_nothing(sentence: str) -> None:
    """Cars are counted by 辆 and halls by their number: seats, wheels and heads say which are meant."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新增7座及以下纯电动出租车300辆。", [("300", "辆")]),
        ("新建300座剧场1个。", [("1", "个")]),
        ("建设2座车站、3座剧院。", [("2", "座"), ("3", "座")]),
        ("建设3座车辆段。", [("3", "座")]),
        ("建设4座客车服务区。", [("4", "座")]),
        ("建设4座客车、货车停车场。", [("4", "座")]),
        ("建设5座房车营地。", [("5", "座")]),
        ("建设2座汽车4S店。", [("2", "座")]),
        ("新建70座影院。", [("70", "座")]),
        ("开展2轮校车安全检查。", [("2", "轮")]),
        ("新建12座污水处理厂。", [("12", "座")]),
        ("新增就业200人以上。", [("200", "人")]),
        ("带动500户以上农户增收。", [("500", "户")]),
    ],
)
def test_things_that_are_counted_stay(sentence: str, expected: list[tuple[str, str]]) -> None:
    """What is built or bought is counted beside them."""
    assert read(sentence) == expected
