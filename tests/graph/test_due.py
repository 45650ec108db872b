"""What is due in a year: deadlines as documents write them."""

from __future__ import annotations

import pytest

from guitu.extract.errors import OptionError
from guitu.graph.ask.analyses.due import answer
from guitu.graph.keep.store import Row
from guitu.graph.quads.deadlines import years

DEADLINES: list[tuple[str, str | None, set[int]]] = [
    ("2025年底前", None, {2025}),
    ("2024年11月底前", None, {2024}),
    ("到2030年", None, {2030}),
    ("“十四五”末", None, {2025}),
    ("十五五期末", None, {2030}),
    ("规划期末", "十三五", {2020}),
    ("规划期末", None, set()),
    ("2023—2025年", None, {2025}),
    ("2024年至2026年", None, {2026}),
    ("2024、2025年底前", None, {2024, 2025}),
    ("长期坚持", "十四五", set()),
    ("每年6月底前", None, set()),
    ("120250项", None, set()),
]


@pytest.mark.parametrize(("deadline", "period", "expected"), DEADLINES)
def test_years(deadline: str, period: str | None, expected: set[int]) -> None:
    """The years that a deadline ends in; of a range its end, of a plan period its last year."""
    assert years(deadline, period) == expected


def row(fact: str, *, deadline: str | None = None, own: str | None = "true", agency: str | None = "市水务局") -> Row:
    return fact, "规划", None, "修泵站", deadline, None, None, None, None, None, own, agency, "责任", "由市水务局修泵站"


@pytest.mark.parametrize("asked", ["2026", " 2026年 "])
def test_deadlines_come_before_targets(asked: str) -> None:
    """Tasks due in the year, then targets; deadlines of other years are left out."""
    rows = [row("target"), row("due", deadline="2026年6月底前"), row("later", deadline="2027年底前")]

    assert [(found[0], found[3]) for found in answer(rows, [asked], "zh")] == [
        ("任务期限", "2026年6月底前"),
        ("指标目标", None),
    ]


def test_owners_of_the_task_around() -> None:
    """Where a task has owners, those of the task around do not count; else they do."""
    around = row("due", deadline="2026年底前", own="false", agency="市政府办公室")
    both = [around, row("due", deadline="2026年底前")]

    assert [found[9] for found in answer(both, ["2026"], "zh")] == ["市水务局"]
    assert [found[9] for found in answer([around], ["2026"], "zh")] == ["市政府办公室"]


@pytest.mark.parametrize("asked", ["明年", "", "20256", "1825"])
def test_no_year(asked: str) -> None:
    """What is no year is told."""
    with pytest.raises(OptionError, match="not a year"):
        answer([], [asked], "zh")
