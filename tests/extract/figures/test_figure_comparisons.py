"""Comparators that stand apart from their number, amounts without 元, and clauses that share nothing with the next."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(sentence: str) -> list[tuple[str, str, str, str]]:
    """Indicator, comparator, value and unit of each figure of a paragraph of goals, in the order of the text."""
    return [(f.indicator, f.comparator, str(f.value), f.unit) for f in figures.find(draft(sentence))[0]]


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("全市船舶产业超过五千亿规模。", ("船舶产业", ">", "5000", "亿")),
        ("到2030年纺织业突破2000亿规模，带动就业。", ("纺织业", ">", "2000", "亿")),
        ("力争茶产业达到三百亿左右规模。", ("茶产业", "~", "300", "亿")),
        ("会展业总产出突破八千亿。", ("会展业总产出", ">", "8000", "亿")),
    ],
)
def test_an_amount_without_its_unit_is_read(sentence: str, figure: tuple[str, str, str, str]) -> None:
    """规模 may follow an amount that leaves out 元; the unit is as written."""
    (found,) = read(sentence)
    assert found[1:] == figure[1:]
    assert found[0].endswith(figure[0])


@pytest.mark.parametrize("sentence", ["建设千亿规模的园区。", "推动五千亿级产业跃升。", "打造万亿规模产业集群。"])
def test_an_amount_that_names_a_class_is_no_figure(sentence: str) -> None:
    """千亿规模的园区 says which kind of park is meant."""
    assert not read(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("造林密度不得低于每公顷1500株。", ("造林密度每公顷", ">=", "1500", "株")),
        ("投资强度不低于每亩300万元。", ("投资强度每亩", ">=", "300", "万元")),
        ("用水量不超过每万元30立方米。", ("用水量每万元", "<=", "30", "立方米")),
        ("巡护人员至少每万亩3人。", ("巡护人员每万亩", ">=", "3", "人")),
    ],
)
def test_a_comparator_before_what_a_number_is_reckoned_for(sentence: str, expected: tuple[str, str, str, str]) -> None:
    """不低于每亩: the comparator is the number's, and no part of what is measured."""
    assert read(sentence) == [expected]


def test_each_without_a_comparator_stays() -> None:
    """每公顷 alone compares nothing."""
    assert read("平均单产达到每公顷6000公斤。")[0][1] == "="


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "东桥区、西桥区细颗粒物浓度同比下降2%以上，优良天数分别达到300天、310天。",
            [("东桥区优良天数", "=", "300", "天"), ("西桥区优良天数", "=", "310", "天")],
        ),
        ("小麦、玉米单产同比增长1%以上，良种覆盖率分别达到98%、95%。", []),
        ("客运、货运事故数同比减少5%，隐患整改率分别提高2个、3个百分点。", []),
    ],
)
def test_a_clause_does_not_take_the_indicator_before_it(
    sentence: str, expected: list[tuple[str, str, str, str]]
) -> None:
    """Of a clause that has a number of its own, the next takes at most the places that it lists."""
    first, *rest = read(sentence)
    assert first[0].endswith(("下降", "增长", "减少"))
    assert rest == expected
    if not expected:
        assert [gap.reason for gap in figures.find(draft(sentence))[1]] == ["并列的名称与数值对不上"]


def test_holders_without_a_number_are_taken() -> None:
    """甲、乙两类地区，覆盖率分别…: the clause before only says whose they are."""
    found = read("城区、乡镇两类地区，垃圾处理率分别达到99%和95%。")
    assert sorted(name for name, *_ in found) == ["乡镇两类地区垃圾处理率", "城区两类地区垃圾处理率"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("客流量、事故数分别比上年增加5%、下降3%。", [("客流量增加", "5"), ("事故数下降", "3")]),
        ("出生率、死亡率分别提高1个、降低2个百分点。", [("出生率提高", "1"), ("死亡率降低", "2")]),
        ("茶叶产量、化肥用量分别增长4%和减少6%。", [("茶叶产量增长", "4"), ("化肥用量减少", "6")]),
    ],
)
def test_each_number_of_a_list_may_have_its_own_verb(sentence: str, expected: list[tuple[str, str]]) -> None:
    """The verb before a later number is said of that number."""
    assert sorted((name, value) for name, _, value, _ in read(sentence)) == sorted(expected)


def test_a_comparator_is_not_shared_by_another_kind_of_unit() -> None:
    """以内 behind days says nothing of per cent."""
    found = {name: sign for name, sign, *_ in read("优良率和重污染天数分别达到85%和2天以内。")}
    assert found == {"优良率": "=", "重污染天数": "<="}
