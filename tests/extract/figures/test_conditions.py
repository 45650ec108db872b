"""Numbers that say who is admitted, supported or sanctioned, beside those that a plan is to reach."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from guitu.extract.recognise import read as recognised
from guitu.extract.source import Source
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市产业发展若干措施", "tasks": ["建设"]}


def read(sentence: str) -> list[tuple[str, str]]:
    """Indicator and value of each figure of a paragraph."""
    return [(f.indicator, str(f.value)) for f in figures.find(draft(sentence, **WORK))[0]]  # type: ignore[arg-type]


def targets(text: str) -> list[str]:
    """The indicators of a whole text."""
    found = recognised(Source("细则.md", f"# 云州市扶持实施细则\n\n{text}\n".encode()))
    return [f.indicator for document in found.documents for f in document.figures]


@pytest.mark.parametrize(
    "sentence",
    [
        # what is asked of those who apply
        "参评茶园应同时符合下列条件：连片面积不少于200亩，绿色防控覆盖率达到90%。",
        "申请条件为：注册资本不低于300万元，持证人员不少于12人。",
        "具备以下条件的，纳入储备：年接待量达到5万人次，客房不少于30间。",
        # what follows where somebody fails
        "运营不满2年的，收回40%；满2年不满4年的，收回20%。",
        "出勤率低于80%的，扣减补助10%。",
        "按期验收不合格的，取消资格并退还60%。",
        # which of a class are meant
        "优先支持本地采购比例达到60%及以上的食品厂建设。",
        "淘汰20蒸吨/小时及以下生物质锅炉。",
        "鼓励中水回用率超过50%的园区扩建。",
        # how many classes a judgement has
        "评定结果分为“优秀、合格、不合格”三个等次。",
        # the most that one of several awards comes to
        "两项补贴叠加后最高不超过购置费用的30%。",
    ],
)
def test_a_condition_is_no_target(sentence: str) -> None:
    """It says whom something is for, and nobody of the plan has to reach it."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全市供水管网应满足高峰需求，水压合格率达到98%。", [("水压合格率", "98")]),
        ("本地采购比例达到60%及以上。", [("本地采购比例", "60")]),
        ("不符合规划的码头全部拆除，岸线复绿率达到95%。", [("岸线复绿率", "95")]),
        ("对产能落后的，限期退出，全年退出产能30万吨。", [("全年退出产能", "30")]),
    ],
)
def test_what_is_to_be_reached_stays_a_target(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize(
    "text",
    [
        "## 第二章 支持内容\n\n（一）民宿提升。民宿应符合以下条件：\n\n（1）客房不少于8间；\n\n（2）入住率不低于40%。",
        "## 第二章 申报条件\n\n（一）冷链企业。冷库容积不少于3000立方米，职工不少于20人。",
        "## 第三章 认定标准\n\n（一）示范社区。绿化率不低于35%，志愿者不少于50人。",
    ],
)
def test_a_list_of_conditions_has_no_targets(text: str) -> None:
    assert targets(text) == []


def test_what_comes_behind_a_list_of_conditions_is_read() -> None:
    text = (
        "## 第二章 支持\n\n（一）民宿。民宿应符合以下条件：\n\n（1）客房不少于8间。\n\n（二）步道。全年建成步道40公里。"
    )
    assert targets(text) == ["建成步道"]


def test_conditions_that_are_made_better_are_none() -> None:
    text = "## 二、重点任务\n\n（一）改善办学条件\n\n生均校舍面积达到9平方米。\n\n（二）加强管理。做好工作。"
    assert targets(text) == ["生均校舍面积"]
