"""Texts without chapters: what a plan or the news of one says is planned, what a report says was done."""

from __future__ import annotations

import pytest

from guitu.extract.facts import Figure
from guitu.extract.recognise import read
from guitu.extract.source import Source


def found(text: str) -> list[Figure]:
    (facts,) = read(Source("来稿.txt", text.encode())).documents
    return list(facts.figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a list of good deeds, the year in its title
            "2027年云州市委市政府为民办好8件实事\n云州日报记者\n2027年，市委、市政府为民办好8件实事：\n"
            "新建乡村卫生室30所，配备巡诊车12辆。\n拆除6个现有围挡。",
            [
                ("新建乡村卫生室", "30", "target", 2027),
                ("配备巡诊车", "12", "target", 2027),
                ("拆除现有围挡", "6", "target", 2027),
            ],
        ),
        (  # the news of a plan, which names the year
            "近日，青岚县公布了2028年水利建设行动计划。\n全年加固水闸45座，新增灌溉面积3万亩。",
            [("加固水闸", "45", "target", 2028), ("新增灌溉面积", "3", "target", 2028)],
        ),
        (  # measures: no year is told
            "临江省出台八条措施促进冷链提质\n日前，临江省出台了八条措施。\n冷库库容利用率达到85%以上。",
            [("冷库库容利用率", "85", "target", None)],
        ),
        (  # the sentence that opens the text and its goals
            "2029年，全县渔业要提质。实现以下目标：水产品产量12万吨。\n新增深水网箱60个。",
            [("水产品产量", "12", "target", 2029), ("新增深水网箱", "60", "target", 2029)],
        ),
    ],
)
def test_what_is_planned(text: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    """
    Bare verbs of doing in a text that plans are targets of its year.
    """
    assert [(f.indicator, str(f.value), f.kind, f.year) for f in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2027年云州市民生实事完成情况\n新建乡村卫生室30所，配备巡诊车12辆。",
        "近日，青岚县公布了2028年水利建设行动计划实施情况。\n加固水闸45座。",
        "云州市渔业发展综述\n全市累计建成深水网箱60个。",
        "2027年云州市重点任务\n去年新建学校8所。目前已改造管网40公里。",
    ],
)
def test_what_was_done(text: str) -> None:
    """
    A report, and the words of the past in a plan, tell what was done.
    """
    made = found(text)

    assert made
    assert {f.kind for f in made} == {"observation"}


def test_this_year_is_that_of_the_document() -> None:
    """
    今年 is the year of the number of a document, and no part of what is measured.
    """
    text = (
        "云州市人民政府关于加快水网建设的通知\n云政发〔2026〕8号\n各县区人民政府：\n一、扎实推进水网建设。\n"
        "今年下半年新建泵站18座，明年建成水厂3座。去年建成泵站7座，比去年同期多2座。"
    )

    assert [(f.indicator, str(f.value), f.kind, f.year) for f in found(text)][:3] == [
        ("新建泵站", "18", "target", 2026),
        ("水厂", "3", "target", 2027),
        ("泵站", "7", "observation", 2025),
    ]
