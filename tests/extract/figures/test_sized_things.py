"""Things told by their size, beside sizes that say which of a class are meant."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "青岚县产业发展方案", "tasks": ["建设"]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("设立首期规模不低于2亿元的乡村振兴基金。", [("乡村振兴基金首期规模", "2")]),
        ("打造产值超过80亿元、辐射全省的花木产业集群。", [("花木产业集群产值", "80")]),
        ("推进总投资6亿元的临湖水厂项目。", [("临湖水厂项目总投资", "6")]),
        ("建成年交易额突破30亿元的茶叶市场。", [("茶叶市场年交易额", "30")]),
        # which ones are meant
        ("引进总投资5亿元以上的项目4个。", [("总投资5亿元以上的项目", "4")]),
        ("培育产值超过5亿元的龙头企业3家。", [("产值超过5亿元的龙头企业", "3")]),
    ],
)
def test_a_size_is_of_the_thing_behind_it(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = figures.find(draft(sentence, **WORK))[0]  # type: ignore[arg-type]
    assert [(one.indicator, str(one.value)) for one in found] == expected
