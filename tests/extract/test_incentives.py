"""Quantified support, read from measures of invented places."""

from __future__ import annotations

import pytest

from guitu.extract.figures import incentives
from tests.extract.factories import draft


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("对首次认定的茶叶龙头企业，给予一次性奖励50万元。", [("50", "万元", False)]),
        (
            "对技改项目按设备投资额的12%给予补助，单个项目最高不超过300万元。",
            [("12", "%", False), ("300", "万元", True)],
        ),
        ("对新获评的景区给予最高100万元奖励。", [("100", "万元", True)]),
        ("支持比例最高为40%，设立专项资金补贴平台。", [("40", "%", True)]),
        ("提供融资担保服务，单户担保额度上限为800万元。", [("800", "万元", True)]),
        ("为返乡青年提供最高30万元的创业担保贷款。", [("30", "万元", True)]),
        ("按每张床位5000元的标准给予建设补贴。", [("5000", "元", False)]),
        ("对博士给予每月3000元、硕士每月2000元的生活补贴。", [("3000", "元", False), ("2000", "元", False)]),
        ("对符合条件的项目给予不超过总投资20%的资金补助。", [("20", "%", True)]),
        ("按照贷款利息的40%，最高不超过80万元给予贴息。", [("40", "%", False), ("80", "万元", True)]),
        ("参照设备投资额的10%-15%给予企业奖励。", [("10", "%", False), ("15", "%", True)]),
        ("给予每亩100元的补贴（山区每亩再增加30元）。", [("100", "元", False), ("30", "元", False)]),
        ("奖励分两次兑现，分别按奖励额的40%、60%给予企业。", []),
        # conditions and mere words are no support
        ("鼓励对年收入超5亿元的企业给予奖励。", []),
        ("建设5个园区，投入3亿元。", []),
        ("支持企业做大做强。", []),
    ],
)
def test_amounts(sentence: str, expected: list[tuple[str, str, bool]]) -> None:
    """
    Each amount of support is one incentive, with whether it is a ceiling; conditions are none.
    """
    found, _ = incentives.find(draft(sentence, chapter="work", tasks=["支持"]))

    assert [(str(i.value), i.unit, i.ceiling) for i in found] == expected


def test_amounts_pair_up_with_conditions() -> None:
    """
    分别给予 gives each condition of a list its own amount; the ceiling holds for all.
    """
    sentence = "对产值首次突破1亿元、5亿元的食品企业，分别给予管理团队不超过10万元、40万元奖励。"
    found, _ = incentives.find(draft(sentence, chapter="work", tasks=["培优"]))

    assert [(str(i.value), i.condition, i.ceiling) for i in found] == [
        ("10", "产值首次突破1亿元", True),
        ("40", "产值首次突破5亿元", True),
    ]
    assert {i.beneficiary for i in found} == {"管理团队"}


def test_a_condition_without_its_subject() -> None:
    """
    The second half of a sentence keeps the beneficiary of the first and has a condition of its own.
    """
    sentence = "对新入库的商贸企业，给予5万元奖励；增速20%以上的，给予8万元奖励。"
    found, _ = incentives.find(draft(sentence, chapter="work", tasks=["促销"]))

    assert [(i.beneficiary, i.condition) for i in found] == [("商贸企业", "新入库"), ("商贸企业", "增速20%以上")]


def test_the_past_grants_nothing() -> None:
    """
    Support that a review reports is no incentive.
    """
    assert incentives.find(draft("给予企业奖励500万元。", chapter="review")) == ((), ())
