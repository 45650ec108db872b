"""Numbers that a rule sets for those who pay, apply or hold a right, beside those that the plan is to reach."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from guitu.extract.figures.support import incentives
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市产业发展若干措施", "tasks": ["建设"]}


def read(sentence: str) -> list[tuple[str, str, str]]:
    """Kind, indicator and value of each figure of a paragraph."""
    return [(f.kind, f.indicator, str(f.value)) for f in figures.find(draft(sentence, **WORK))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        # what is paid, and at what rate
        "受让人在签约后一个月内缴纳出让价款的40%，余款一年内付清。",
        "企业可先预缴不低于30%的污水处理费，年底结清。",
        "对个人出租厂房的，按照租金收入的10%征收。",
        # how long a right lasts
        "推行弹性供地，工业用地出让年限不超过20年。",
        "公共停车场特许经营期限最长25年。",
        # from what on one may apply
        "主体工程进度达到25%以上的楼栋，可申请预售许可。",
        "投资强度达到80%以上，厂房建成面积达到三分之一以上的企业，可以申请分期验收。",
        "到账资金不低于60%后，相关部门可容缺办理施工许可。",
        # what bounds those admitted
        "放宽人才公寓面积限制，单套面积由60平方米以内提高到90平方米以内。",
    ],
)
def test_a_number_set_for_others_is_no_target(sentence: str) -> None:
    """Nobody of the plan has to reach it."""
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("医保基金支付比例达到70%。", [("target", "医保基金支付比例", "70")]),
        ("社会保险费征缴率达到98%。", [("target", "社会保险费征缴率", "98")]),
        (
            "建成15个产业园，入驻率达到80%以上，符合条件的企业，可申请厂房。",
            [("target", "产业园", "15"), ("target", "入驻率", "80")],
        ),
        ("住房面积由30平方米提高到35平方米。", [("observation", "住房面积", "30"), ("target", "住房面积", "35")]),
    ],
)
def test_what_the_plan_is_to_reach_stays(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    """A rate of payment as a measure, targets before a rule, a value that rises."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("目前全县农村管网的老化程度较高，其中铸铁管占比近40%。", ["observation"]),
        ("厂区日处理能力200吨。目前新炉已经投运，日处理能力提升至500吨。", ["observation", "observation"]),
        ("对目前建成的园区扩容，入驻率达到90%。", ["target"]),
        ("日处理能力200吨。目前正在选址。", ["target"]),
    ],
)
def test_what_is_now_is_no_target(sentence: str, kinds: list[str]) -> None:
    """目前 at the head of a sentence says when; what is said to be more by now is of the past."""
    assert [kind for kind, _, _ in read(sentence)] == kinds


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("人才房贷款最高额度由40万元调整为60万元。", [("60", "万元", True)]),
        (
            "放宽首付要求，贷款额由不高于总价的70%，提高到不高于总价的80%，支持额度最高90万元。",
            [("80", "%", True), ("90", "万元", True)],
        ),
        ("对达标的企业，奖励由5万元提高至8万元。", [("8", "万元", False)]),
        (
            "收住少于10人的，安排运行经费3万元/年；每增加1人，增加运行经费0.3万元/年。",
            [("3", "万元/年", False), ("0.3", "万元/年", False)],
        ),
        ("全市每年安排运行经费300万元。", []),
    ],
)
def test_the_new_amount_is_what_is_given(sentence: str, expected: list[tuple[str, str, bool]]) -> None:
    """What was given until now is none; a sum for a case is no budget."""
    found, _ = incentives.find(draft(sentence, **WORK))  # type: ignore[arg-type]
    assert [(str(one.value), one.unit, one.ceiling) for one in found] == expected
