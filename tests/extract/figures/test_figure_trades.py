"""Whose a bare measure is under a title that names a trade or a zone, or behind the firm that opens its sentence."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

PLAN = "云州市制造业高质量发展规划（2026—2028年）"


def read(sentence: str, **settings: object) -> list[tuple[str, str]]:
    """Indicator and value of each figure of a paragraph of a plan for manufacturing."""
    found = figures.find(draft(sentence, period=None, title=PLAN, **settings))[0]  # type: ignore[arg-type]
    return [(f.indicator, str(f.value)) for f in found]


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        ("特色家电", "依托白石集团，推动小家电出海，到2028年产值达到90亿元。", [("特色家电产值", "90")]),
        (
            "船舶零部件",
            "做优船用零部件。到2028年，产值达到70亿元，企业超过60家。",
            [("船舶零部件产值", "70"), ("船舶零部件企业", "60")],
        ),
        ("氢能", "新建加氢站5座，产值达到20亿元。", [("新建加氢站", "5"), ("氢能产值", "20")]),
        ("东桥经济开发区", "加快配套建设，到2028年产值达到150亿元。", [("东桥经济开发区产值", "150")]),
        # a title that names neither says nothing of whose it is
        # neither does what is to be done with a zone
        ("建好开发区", "加快配套建设，到2028年产值达到150亿元。", [("制造业产值", "150")]),
        # a sentence of the whole place ends the trade of the title
        (
            "化工",
            "全市规上工业产值达到20亿元。利润增长5%。",
            [("全市规上工业产值", "20"), ("全市规上工业利润增长", "5")],
        ),
        ("夯实基础", "加快发展。到2028年，产值达到600亿元。", [("制造业产值", "600")]),
        # a firm that the clause before names is not the trade
        ("机床", "支持青岚集团研发，到2028年产值达到20亿元。", [("产值", "20")]),
    ],
)
def test_a_bare_measure_is_of_the_trade_or_zone_of_the_title(
    title: str, sentence: str, expected: list[tuple[str, str]]
) -> None:
    """产值 under a title that names a trade is the trade's, not that of all that the document speaks of."""
    assert read(sentence, chapter="work", tasks=[title]) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "五大支柱产业产值占全市比重达到80%。青岚动力东桥工厂2024年8月建成投产，实现产值突破30亿元。",
            [("五大支柱产业产值占全市比重", "80"), ("青岚动力东桥工厂产值", "30")],
        ),
        (
            "白石集团2025年营业收入突破20亿元，实现税收3亿元。",
            [("白石集团营业收入", "20"), ("白石集团税收", "3")],
        ),
        (
            "临湖化工公司全面投产，2025年产值达到6亿元。",
            [("临湖化工公司产值", "6")],
        ),
        # the next sentence speaks of others
        (
            "白石集团实现税收3亿元。全市企业实现税收40亿元。",
            [("白石集团税收", "3"), ("全市企业税收", "40")],
        ),
    ],
)
def test_a_bare_measure_is_of_the_firm_that_opens_its_sentence(sentence: str, expected: list[tuple[str, str]]) -> None:
    """实现产值突破30亿元 of a sentence about a firm is the firm's."""
    assert read(sentence, chapter="review") == expected


@pytest.mark.parametrize(
    "opening",
    [
        "引入白石集团2026年投产",
        "由白石集团投入建设",
        "计划建设白石化工厂2026年投产",
        "协调白石化工厂全面投产",
        "携手白石集团2026年投产",
        "面向白石化工厂全面投产",
        "数字化工厂全面投产",
        "专精特新公司累计建成5家",
    ],
)
def test_what_is_done_with_a_firm_or_a_class_is_no_firm(opening: str) -> None:
    """A verb before its name is no part of the firm's, and a class of them is none."""
    assert ("产值", "20") in read(f"{opening}，产值达到20亿元。", chapter="review")
