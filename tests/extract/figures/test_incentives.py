"""Quantified support, read from measures of invented places."""

from __future__ import annotations

import cProfile

import pytest

from guitu.extract.figures.support import incentives
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
    assert {i.beneficiary for i in found} == {"食品企业管理团队"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "对新认定的国家级、省级、市级绿色工厂，分别给予100万元、50万元、20万元一次性奖励。",
            [("100", "国家级绿色工厂", "新认定"), ("50", "省级绿色工厂", "新认定"), ("20", "市级绿色工厂", "新认定")],
        ),
        (
            "对首次入选的种子、瞪羚、独角兽企业，分别奖励30万元、80万元、300万元。",
            [("30", "种子企业", "首次入选"), ("80", "瞪羚企业", "首次入选"), ("300", "独角兽企业", "首次入选")],
        ),
        (
            "对年产值在1000万元至5000万元之间、超过5000万元的菜企分别给予10万元、20万元奖励。",
            [("10", "菜企", "年产值在1000万元至5000万元之间"), ("20", "菜企", "年产值超过5000万元")],
        ),
        (
            "对年收入1000万元以上5000万元以下、5000万元以上的茶企，分别给予8万元、15万元补助。",
            [("8", "茶企", "年收入1000万元以上5000万元以下"), ("15", "茶企", "年收入5000万元以上")],
        ),
        (
            "年收入1000万元以上、5000万元以下的加工企业，给予5万元奖励；5000万元以上的，给予10万元奖励。",
            [("5", "加工企业", "年收入1000万元以上、5000万元以下"), ("10", "加工企业", "5000万元以上")],
        ),
        (
            "担保公司为符合条件的小微菜企提供融资担保服务，单户担保额度上限为800万元。",
            [("800", "小微菜企", "符合条件")],
        ),
        ("对每个精品村，财政专项安排200万元以奖代补资金。", [("200", "精品村", None)]),
        (
            "对提供检测的机构，按每家企业5万元的标准，给予单个机构年度最高100万元奖励。",
            [("5", "机构", "提供检测"), ("100", "机构", "提供检测")],
        ),
        ("对企业承担国家专项的，按国拨经费的20%给予配套。", [("20", "企业", "承担国家专项")]),
        ("对种植大豆的农户，每亩补贴350元。", [("350", "农户", "种植大豆")]),
        (
            "对获评甲级、乙级民宿的单位，分别奖励五万元、三万元。",
            [("5", "单位", "获评甲级民宿"), ("3", "单位", "获评乙级民宿")],
        ),
        (
            "对新评定为国家5A级、4A级的景区，分别给予1000万元、200万元奖励。",
            [("1000", "景区", "新评定为国家5A级"), ("200", "景区", "新评定为国家4A级")],
        ),
        (
            "对企业改造车间，每年遴选不超过6条产线，单条奖励80万元；每年遴选不超过4个车间，单个奖励150万元。",
            [("80", "企业", "改造车间，产线"), ("150", "企业", "改造车间，车间")],
        ),
        (
            "对使用新工艺打造的示范产线、示范车间和示范工厂，分别给予25万元、50万元、100万元奖励。",
            [
                ("25", "示范产线", "使用新工艺打造"),
                ("50", "示范车间", "使用新工艺打造"),
                ("100", "示范工厂", "使用新工艺打造"),
            ],
        ),
        (
            "企业上市后，给予最高800万元奖励：完成股改奖励100万元，首发上市奖励500万元。",
            [("800", None, "企业上市后"), ("100", None, "完成股改"), ("500", None, "首发上市")],
        ),
        (
            "对新开的农家乐，分别给予三星5万元、四星8万元奖励。",
            [("5", "农家乐", "新开，三星"), ("8", "农家乐", "新开，四星")],
        ),
        # a sum for all is a budget
        ("市级财政每年安排5000万元奖补资金，用于农村环境整治。", [("5000", None, None)]),
        ("设立渔业发展专项资金2亿元，到2027年建成示范渔港3个。", [("2", None, None)]),
        ("设立总规模50亿元的渔业基金，发行专项债券3亿元。", []),
        (
            "对企业开发首台设备，以整机形式出口的，按出口额的5%给予奖励；以部件形式出口的，给予8万元奖励。",
            [
                ("5", "企业", "开发首台设备，以整机形式出口"),
                ("8", "企业", "开发首台设备，以部件形式出口"),
            ],
        ),
        (
            "对合作社改造闲置校舍，县文旅局评选不超过5家民宿，单家奖励6万元；每年评选不超过2个书院，单个奖励9万元。",
            [("6", "合作社", "改造闲置校舍，民宿"), ("9", "合作社", "改造闲置校舍，书院")],
        ),
        (
            "鼓励景区依托古道，打造夜游项目。县文旅局每年评选3个景区，按投入的20%，给予单个景区最高60万元补助。",
            [("20", "景区", "打造夜游项目，经评选"), ("60", "景区", "打造夜游项目，经评选")],
        ),
        (
            "支持合作社建设冷库。按设备投入的30%，给予最高20万元补助。",
            [("30", "合作社", "建设冷库"), ("20", "合作社", "建设冷库")],
        ),
        (
            "对新认定的省级工厂，给予30万元奖励；市级工厂，给予10万元奖励。",
            [("30", "省级工厂", "新认定"), ("10", "市级工厂", None)],
        ),
    ],
)
def test_who_gets_what_on_which_condition(sentence: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """
    A ladder of firms, grades or bands gives each step its amount; who gets it is the shortest noun phrase.
    """
    found, _ = incentives.find(draft(sentence, chapter="work", tasks=["支持"]))

    assert [(str(i.value), i.beneficiary, i.condition) for i in found] == expected


def test_ceilings_are_of_their_own_amount() -> None:
    """
    A rate and its ceiling in one list: only the amount behind the word is a ceiling.
    """
    sentence = "对行业协会举办的培训，按实际投入的50%、最高不超过5万元/次的标准，给予最高20万元资助。"
    found, _ = incentives.find(draft(sentence, chapter="work", tasks=["支持"]))

    assert [(str(i.value), i.unit, i.ceiling) for i in found] == [
        ("50", "%", False), ("5", "万元/次", True), ("20", "万元", True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "phrase", ["给予最高5万元、", "从10提高到20，", "对企业给予5万元奖励，", "三分之二、一万五千亿元，"]
)
def test_a_long_paragraph_takes_linear_work(phrase: str) -> None:
    """
    Twice as long a paragraph without a full stop takes about twice the calls, not four times.
    """

    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.enable()
        incentives.find(draft(phrase * times, chapter="work", tasks=["支持"]))
        profile.disable()
        return sum(entry.callcount for entry in profile.getstats())

    calls(1)
    assert calls(800) < 2.5 * calls(400)


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
