"""Numbers that look like figures and are none: those of the paper itself, of a rank, of how many may get an award."""

from __future__ import annotations

import pytest

from guitu.extract import recognise
from guitu.extract.figures import figures
from guitu.extract.source import Source
from tests.extract.factories import draft

WORK = {"chapter": "work", "period": None, "title": "云州市产业发展实施方案", "tasks": ["建设"]}


def read(sentence: str, **settings: object) -> list[tuple[str, str]]:
    """Indicator and value of each figure of a paragraph."""
    return [(f.indicator, str(f.value)) for f in figures.find(draft(sentence, **settings))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("《云州市重点工作分解表》明确120项具体任务，涉及32个牵头单位。", []),
        ("本方案共提出26项措施，涉及18个部门。", []),
        ("《青岚县<工作报告>分工》细化15项任务，涉及10个责任单位。", []),
        # what a paper sets out to build is a target, and so is what is done without a paper as subject
        ("本方案提出到2028年建成15个产业园。", [("产业园", "15")]),
        ("全年推出40项改革举措。", [("改革举措", "40")]),
    ],
)
def test_a_number_that_counts_the_paper_is_no_target(sentence: str, expected: list[tuple[str, str]]) -> None:
    """How many tasks a paper holds, and how many bodies they concern, commits nobody to anything."""
    assert read(sentence, **WORK) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("每年遴选不超过5条示范街区，单条街区奖励60万元。", []),
        ("对改造车间的企业，每年评选不超过4家示范工厂，单家奖励90万元。", []),
        ("每年评选不超过8家示范茶园。", [("示范茶园", "8")]),
        ("建设不少于6条示范街区，单条街区奖励60万元。", [("示范街区", "6")]),
    ],
)
def test_how_many_at_most_get_an_award_is_no_target(sentence: str, expected: list[tuple[str, str]]) -> None:
    """A ceiling on those selected is a condition of what they get; without an award it stays a number of the plan."""
    assert read(sentence, **WORK) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "全县渔业产值达到90亿元，位居全省41个县第6位，年均增长7%。",
            [("全县渔业产值", "90"), ("全县渔业产值年均增长", "7")],
        ),
        (
            "2020年外贸进出口总额达到300亿元，总量位列全国50个内陆港第9位，占全省比重达到12%。",
            [("外贸进出口总额", "300"), ("外贸进出口总额占全省比重", "12")],
        ),
        ("陶瓷业跃升为全市支柱产业，总收入达到80亿元。", [("陶瓷业总收入", "80")]),
    ],
)
def test_a_rank_is_no_subject(sentence: str, expected: list[tuple[str, str]]) -> None:
    """Among how many a place is ranked is no figure, and the rank does not take the place of what is measured."""
    assert read(sentence, chapter="review") == expected


@pytest.mark.parametrize(
    ("text", "expected", "gaps"),
    [
        ("一、主要任务\n1.投资3000万元建设对虾养殖基地。\n2.加强管理。", ["对虾养殖基地投资"], 0),
        ("一、主要任务\n1.全市新建和改扩建60所幼儿园。\n2.加强管理。", ["全市幼儿园"], 0),
        ("一、主要任务\n（一）白河水网12公里\n做好工作。\n（二）服务方面4项\n做好工作。", [], 1),
    ],
)
def test_no_number_of_a_title_is_dropped_in_silence(text: str, expected: list[str], gaps: int) -> None:
    """
    The title of a task says how much, or is told as a gap; 服务方面4项 counts what follows.
    """
    (facts,) = recognise.read(Source("方案.txt", f"云州市民生实施方案\n{text}".encode())).documents

    assert [f.indicator for f in facts.figures] == expected
    assert len([gap for gap in facts.gaps if gap.kind == "unread-number"]) == gaps


@pytest.mark.parametrize(
    "sentence",
    [
        # how many parts some work has
        "推进6项引领性改革任务率先突破。",
        "深入推进爱国卫生8个专项行动。",
        "全面落实促进民营经济高质量发展30条措施。",
        # the digits of a watchword
        "推进“1234”水运项目，即1个中心港，临青、云白2条航道，云州、青岚、白石3座船闸，4处锚地。",
        "实施“246”行动，即建设两个体系、打造四张网络、培育六个集群。",
        # who does it, and what is being built
        "青岚、白石、临湖3个街道率先完成分类全覆盖。",
        "由4名社区志愿者协助。",
        "加快3条在建海缆建设。",
        "以6条产业链为引领，提升产业能级。",
    ],
)
def test_a_number_of_parts_or_of_those_who_act_is_no_target(sentence: str) -> None:
    assert read(sentence, **WORK) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年推出40项改革举措。", [("改革举措", "40")]),
        ("完成16条断头路治理任务。", [("断头路治理任务", "16")]),
        ("新建2条航道、3座船闸。", [("航道", "2"), ("船闸", "3")]),
        ("培育6条产业链。", [("产业链", "6")]),
    ],
)
def test_what_is_made_is_counted(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert read(sentence, **WORK) == expected
