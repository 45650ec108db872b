"""Counts side by side: a part of a place with its share of what was counted, households with their members."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(text: str) -> list[tuple[str, str, str | None]]:
    """What each figure measures, with its number and unit, and its period."""
    found = figures.find(
        draft(text, chapter="work", period=None, title="云州市公共服务规划（2026—2030年）", tasks=["建设"])
    )
    return [(one.indicator, f"{one.value}{one.unit}", one.periodicity) for one in found[0]]


def gaps(text: str) -> list[str]:
    """The numbers that were not read."""
    made = draft(text, chapter="work", period=None, title="云州市公共服务规划（2026—2030年）", tasks=["建设"])
    return [made.text.read(gap.span) for gap in figures.find(made)[1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2026—2028年，全市新建小学60所，新增学位3万个。其中：东桥区14所7000个，西山区20所9500个。",
            [
                ("东桥区新建小学", "14所", "cumulative"),
                ("东桥区新增学位", "7000个", "cumulative"),
                ("西山区新建小学", "20所", "cumulative"),
                ("西山区新增学位", "9500个", "cumulative"),
            ],
        ),
        (
            "新建养老院12家，新增床位3000张，其中青岚县4家900张、白石县3家700张。",
            [
                ("青岚县新建养老院", "4家", None),
                ("青岚县新增床位", "900张", None),
                ("白石县新建养老院", "3家", None),
                ("白石县新增床位", "700张", None),
            ],
        ),
        (
            "全镇新建充电站30座。其中，临江街道6座，花园街道8座。",
            [("临江街道新建充电站", "6座", None), ("花园街道新建充电站", "8座", None)],
        ),
    ],
)
def test_parts_of_a_place_with_the_counts_of_the_whole(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text)[-len(expected) :] == expected


def test_a_share_of_nothing_told_is_a_gap() -> None:
    assert gaps("新建停车场20座、泊位6000个，新增车位500个。其中：东桥区5座2000个。") == ["2000个"]  # which of two
    assert gaps("全年培训村医300人。东桥区2场80户。") == ["2场", "80户"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年1200户3500人稳定脱贫。", [("稳定脱贫", "1200户", None), ("稳定脱贫", "3500人", None)]),
        ("确保80户260人搬迁入住。", [("搬迁入住", "80户", None), ("搬迁入住", "260人", None)]),
        ("力争600户900人就业。", [("就业", "600户", None), ("就业", "900人", None)]),
        # two counts of one thing that a verb makes
        ("组建抢险队3支150人。", [("组建抢险队", "3支", None), ("组建抢险队", "150人", None)]),
    ],
)
def test_households_and_their_members(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert read(text) == expected
