"""Ladders of grants whose firms are not those who get the money; ceilings of guarantees, loans and their like."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from guitu.extract.figures.support import incentives
from tests.extract.factories import draft

SETTINGS = {"chapter": "work", "tasks": ["支持"]}


def read(sentence: str) -> list[tuple[str, bool, str | None, str | None]]:
    """Amount, ceiling, beneficiary and condition of each incentive."""
    found, _ = incentives.find(draft(sentence, **SETTINGS))  # type: ignore[arg-type]
    return [(str(i.value), i.ceiling, i.beneficiary, i.condition) for i in found]


@pytest.mark.parametrize(
    ("sentence", "whom", "conditions"),
    [
        (
            "对年播放量首次达到1亿次、5亿次的原创动漫，分别给予出品单位20万元、60万元奖励。",
            "出品单位",
            ["年播放量首次达到1亿次的原创动漫", "年播放量首次达到5亿次的原创动漫"],
        ),
        (
            "对新认定的国家级、省级、市级植物园，分别给予依托单位50万元、20万元、5万元奖励。",
            "依托单位",
            ["新认定的国家级植物园", "新认定的省级植物园", "新认定的市级植物园"],
        ),
        (
            "对首次评定的三星级、四星级渔家乐，分别给予经营主体5万元、8万元补助。",
            "经营主体",
            ["首次评定的三星级渔家乐", "首次评定的四星级渔家乐"],
        ),
        (
            "对主导制定国际标准、国家标准、行业标准的企业，分别给予50万元、30万元、10万元奖励。",
            "企业",
            ["主导制定国际标准", "主导制定国家标准", "主导制定行业标准"],
        ),
        (
            "对评为市级、省级示范社的，分别奖励合作社2万元、5万元。",
            "合作社",
            ["评为市级示范社", "评为省级示范社"],
        ),
        # a team of the firms is named with them, and they are said once
        (
            "对产值首次突破1亿元、3亿元的药材企业，分别给予管理团队10万元、40万元奖励。",
            "药材企业管理团队",
            ["产值首次突破1亿元", "产值首次突破3亿元"],
        ),
    ],
)
def test_every_step_keeps_what_the_ladder_is_for(sentence: str, whom: str, conditions: list[str]) -> None:
    """The films stay in the condition where the producers get the money."""
    assert [(found[2], found[3]) for found in read(sentence)] == [(whom, condition) for condition in conditions]


@pytest.mark.parametrize(
    ("sentence", "amount", "whom"),
    [
        ("县担保集团面向科技型小微企业开发专利担保产品，单笔担保金额上限700万元。", "700", "科技型小微企业"),
        ("由农业担保机构为家庭林场提供免抵押担保，单户在保余额控制在700万元以内。", "700", "家庭林场"),
        ("面向个体工商户推出“旺铺贷”，单户授信额度最高70万元。", "70", "个体工商户"),
        ("鼓励银行机构对专精特新企业发放信用贷款，单户信用贷款额度不超过700万元。", "700", "专精特新企业"),
        ("担保机构对小微企业的单户在保余额不得超过700万元。", "700", "小微企业"),
        ("市农担公司向渔业合作社推出“渔担贷”，单户担保余额不超过700万元。", "700", "渔业合作社"),
        ("对返乡创业人员发放创业担保贷款，贷款额度不超过70万元。", "70", "返乡创业人员"),
    ],
)
def test_a_ceiling_of_what_one_may_borrow(sentence: str, amount: str, whom: str) -> None:
    """It is an incentive for those who borrow, and no target."""
    assert read(sentence) == [(amount, True, whom, None)]
    assert figures.find(draft(sentence, **SETTINGS))[0] == ()  # type: ignore[arg-type]


def test_grades_that_share_their_last_sign() -> None:
    """国家、省、市级 are three grades."""
    found = read("对新认定的国家、省、市级龙头企业，分别给予50万元、20万元、10万元奖励。")
    assert [whom for _, _, whom, _ in found] == ["国家级龙头企业", "省级龙头企业", "市级龙头企业"]


def test_each_kind_of_borrower_has_its_own_ceiling() -> None:
    """个人最高额度…，小微企业最高额度…."""
    found = read("创业担保贷款个人最高额度30万元，小微企业最高额度400万元。")
    assert found == [("30", True, "个人", None), ("400", True, "小微企业", None)]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("市级融资担保公司在保余额达到30亿元。", "30"),
        ("到2028年，融资担保在保余额突破30亿元。", "30"),
        ("全县贷款余额达到30亿元，单户授信1000万元以下贷款增速高于各项贷款。", "30"),
    ],
)
def test_what_is_lent_in_all_is_a_target(sentence: str, value: str) -> None:
    """A sum of all loans gives nobody anything."""
    assert read(sentence) == []
    assert [str(f.value) for f in figures.find(draft(sentence, **SETTINGS))[0]] == [value]  # type: ignore[arg-type]
