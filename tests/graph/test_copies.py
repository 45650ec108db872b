"""Which documents are one document, which copy is read, and the key, in whatever order they come."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any

import pytest

from guitu.extract.facts import Document, Facts, Reading
from guitu.extract.text import Span, Text
from guitu.graph.copies import differences
from guitu.graph.copies.ruled import Ruled
from guitu.graph.copies.works import Copy, gather

SUBJECTS = ("水网", "粮仓", "公路", "学校", "湿地", "医院", "园区", "港口", "农田", "剧场", "电网", "管廊")
VERBS = ("加快建设", "有序推进", "全面提升", "统筹布局", "积极发展", "规范管理")


def words(seed: int, clauses: int = 120) -> str:
    """A long invented text, another for every seed."""
    chosen = random.Random(seed)
    told = (f"{chosen.choice(VERBS)}{chosen.choice(SUBJECTS)}{chosen.randint(2, 99)}处" for _ in range(clauses))
    return "，".join(told) + "。"


def copy(text: str, title: str = "云州市水利发展规划", *, alone: bool = True, source: str = "", **fields: Any) -> Copy:
    document = Document(title, span=Span(0, 1), extent=Span(0, len(text)), **fields)
    others = () if alone else (Facts(Document("云州市综合规划", extent=Span(0, 1))),)
    reading = Reading(Text(text, ()), (Facts(document), *others))
    return Copy.of(source or reading.text.sha256, f"{source or title}.txt", reading, 0)


LONG = words(1)
SLIPPED = LONG.replace("湿地", "湿 地").replace("，", ",\n")

SAME: list[tuple[str, Copy, Copy]] = [
    ("equal title and words", copy(LONG), copy(SLIPPED)),
    ("a copy with its number", copy(LONG), copy(LONG + "另", number="云府发〔2021〕7号")),
    (
        "equal number, slightly other title",
        copy(LONG, number="云府发〔2021〕7号"),
        copy(LONG + "另", "水利发展规划", number="云府发[2021]7 号"),
    ),
    ("a title in other signs", copy(LONG, "云州市“十四五”水利规划"), copy(SLIPPED, '云州市 "十四五"水利规划')),
    ("a title without its place", copy(LONG, "云州市水利事业高质量发展规划"), copy(SLIPPED, "水利事业高质量发展规划")),
    (
        "a notice whose plan stands elsewhere",
        copy(LONG, number="云府发〔2021〕7号"),
        copy("现印发给你们。", number="云府发〔2021〕7号"),
    ),
]
DIFFERENT: list[tuple[str, Copy, Copy]] = [
    ("two years", copy(LONG, "云州市2021年水利计划"), copy(SLIPPED, "云州市2022年水利计划")),
    ("two years in Chinese signs", copy(LONG, "云州市二〇二一年水利计划"), copy(SLIPPED, "云州市二〇二二年水利计划")),
    (
        "two periods",
        copy(LONG, "云州市水利“十三五”规划", period="十三五"),
        copy(SLIPPED, "云州市水利“十四五”规划", period="十四五"),
    ),
    ("two places", copy(LONG, "青岚县农业农村现代化发展规划"), copy(SLIPPED, "白石县农业农村现代化发展规划")),
    ("two numbers", copy(LONG, number="云府发〔2021〕7号"), copy(SLIPPED, number="云府发〔2023〕9号")),
    ("a draft and the plan", copy(LONG, "云州市水利规划（征求意见稿）"), copy(SLIPPED, "云州市水利规划")),
    ("one title, other words", copy(words(1), "工作方案"), copy(words(2), "工作方案")),
    (
        "two short notices of one title",
        copy(words(5, 4), "关于开展检查工作的通知"),
        copy(words(6, 4), "关于开展检查工作的通知"),
    ),
    ("no title at all", copy(words(5, 4), ""), copy(words(6, 4), "")),
    ("a citing notice", copy(LONG), copy("请认真落实云州市水利发展规划。", "关于做好水利统计工作的通知")),
    ("one field, other words", copy(words(3), "云州市水利发展规划"), copy(words(4), "云州市水库发展规划")),
]


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_one_document(a: Copy, b: Copy) -> None:
    """Copies of one document are recognised, in either order."""
    assert [len(work.copies) for work in gather([a, b])] == [2]
    assert gather([a, b]) == gather([b, a])


@pytest.mark.parametrize(("a", "b"), [row[1:] for row in DIFFERENT], ids=[row[0] for row in DIFFERENT])
def test_two_documents(a: Copy, b: Copy) -> None:
    """What only resembles stays apart, and has two keys."""
    works = gather([a, b])

    assert [len(work.copies) for work in works] == [1, 1]
    assert len({work.key for work in works}) == 2
    assert works == gather([b, a])


def test_number_wins() -> None:
    """The key is the number, whichever copy has it; what is stated stays that of the copy that is read."""
    (work,) = gather([copy(LONG + LONG), copy(LONG, number="云府发〔2021〕7号")])

    assert work.key == "云府发〔2021〕7号"
    assert work.primary.document.number is None


def test_primary() -> None:
    """Read is the copy in a file of its own, then the longer, then that of the smaller hash."""
    inside = copy(LONG + "还有更多。", alone=False)
    shorter, longer = copy(LONG), copy(LONG + "另")
    twins = [copy(SLIPPED, source="1" * 64), copy(SLIPPED + "\n", source="2" * 64)]

    assert gather([inside, shorter])[0].primary == shorter
    assert gather([shorter, longer])[0].primary == longer
    least = min(twins, key=lambda one: one.reading.text.sha256)
    assert gather(twins)[0].primary == least


def test_two_numbers_never_meet() -> None:
    """A copy without a number does not join two documents whose numbers differ."""
    one, two = copy(LONG, number="云府发〔2021〕7号"), copy(LONG + "甲", number="云府发〔2023〕9号")
    bare = copy(LONG + "乙")
    found = [gather(order) for order in permutations([one, two, bare])]

    assert all(works == found[0] for works in found)
    assert sorted(len(work.copies) for work in found[0]) == [1, 2]


def test_many() -> None:
    """Hundreds of documents on one subject are told apart, and each found with its copy."""
    plans = [copy(words(seed, 40), f"云州市第{seed}号河流治理计划", source=f"{seed:064}") for seed in range(150)]
    twins = [
        copy(words(seed, 40) + "附", f"云州市第{seed}号河流治理计划", source=f"{seed + 999:064}") for seed in range(150)
    ]

    assert [len(work.copies) for work in gather([*plans, *twins])] == [2] * 150


# ---- differences ----


DIFFERING: list[tuple[str, str, list[tuple[str, str, str]]]] = [
    ("建成 水库12座，\n加固堤防。", "建成水库１２座,加固堤防", []),
    ("建成水库12座，加固堤防。", "建成水库13座，加固堤防。", [("12", "12", "13")]),
    ("建成水库112座。", "建成水库12座。", [("112", "112", "12")]),
    ("投资1.5亿元，加固堤防。", "投资1.8亿元，加固堤防。", [("1.5", "1.5", "1.8")]),
    ("投资1.5亿元，加固堤防。", "投资15亿元，加固堤防。", [("1.5", "1.5", "15")]),
    ("由市水务局牵头，加固堤防。", "由市水利局牵头，加固堤防。", [("务", "务", "利")]),
    ("加固堤防，修建泵站，疏浚河道。", "加固堤防，疏浚河道。", [("修建泵站", "修建泵站", "")]),
    ("加固堤防，疏浚河道。", "加固堤防，修建泵站，疏浚河道。", [("加固堤防，疏浚河道", "", "修建泵站")]),
    ("一、总体要求。到2025年达到100%。", "—、总体要求。到2O25年达到l00%。", []),
]


@pytest.mark.parametrize(("here", "there", "expected"), DIFFERING)
def test_differences(here: str, there: str, expected: Sequence[tuple[str, str, str]]) -> None:
    """Words and figures that differ are found, each with its quote; signs, spaces and misread letters are not."""
    mine, theirs = copy(here, source="a"), copy(there, source="b")
    found = list(differences.find(mine, theirs))

    assert [(mine.reading.text.quote(one.span), one.here, one.there) for one in found] == expected


def test_gaps_are_bounded() -> None:
    """Past a hundred differences the rest is counted."""
    other = words(7, 600).replace("处", "个")
    found = differences.gaps(copy(words(7, 600), source="a"), copy(other, source="b"))

    assert len(found) == differences.MOST + 1
    assert found[-1].reason == "另有 500 处与 b.txt 不同"


FIELDS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {"number": "云府发〔2021〕7号"}, "发文字号此处没有，b.txt 中为“云府发〔2021〕7号”"),
    ({"period": "十三五"}, {"period": "十四五"}, "规划期此处为“十三五”，b.txt 中为“十四五”"),
    ({"period": "十三五"}, {}, ""),
]


@pytest.mark.parametrize(("here", "there", "reason"), FIELDS)
def test_fields(here: dict[str, Any], there: dict[str, Any], reason: str) -> None:
    """What only the other copy says of the document is told."""
    found = differences.gaps(copy(LONG, source="a", **here), copy(LONG, source="b", **there))

    assert [gap.reason for gap in found] == ([reason] if reason else [])


@pytest.mark.parametrize("text", ["", "\n", "。" * 1000, "水" * 200_000, "1" * 100_000 + "，"])
def test_odd_texts(text: str) -> None:
    """Empty, uniform and endless texts are compared in no time."""
    build: Callable[..., Copy] = copy
    differences.gaps(build(text, source="a"), build(text + "完", source="b"))
    gather([build(text, source="a"), build(text + "完", source="b")])


def test_a_person_parts_two_copies() -> None:
    """Two files that would be one document are two where somebody said so, by name, by its last part or by hash."""
    told = copy(words(1), source="a" * 64), copy(words(1), source="b" * 64)

    assert len(gather(told)) == 1
    for one, other in ((told[0].name, told[1].name), ("a" * 8, "b" * 64)):
        assert len(gather(told, ruled=[Ruled(one, other, same=False)])) == 2


def test_a_person_joins_what_no_rule_would() -> None:
    """Two files of other titles and words are one document where somebody said so; another ruling can forbid it."""
    one, other = (
        copy(words(1), "云州市水利发展规划", source="a" * 64),
        copy(words(2), "水利规划送审稿", source="b" * 64),
    )
    same = Ruled("aaaaaaaa", "bbbbbbbb", same=True)

    assert len(gather([one, other])) == 2
    assert [len(work.copies) for work in gather([one, other], ruled=[same])] == [2]
    assert gather([one, other], ruled=[same]) == gather([other, one], ruled=[same])
    assert len(gather([one, other], ruled=[same, Ruled("bbbbbbbb", "aaaaaaaa", same=False)])) == 2


def test_a_third_copy_does_not_join_what_is_parted() -> None:
    """What a person parted stays apart though a third file is a copy of both."""
    copies = [copy(words(1), source=letter * 64) for letter in "abc"]
    made = gather(copies, ruled=[Ruled("a" * 8, "b" * 8, same=False)])

    assert sorted(len(work.copies) for work in made) == [1, 2]
