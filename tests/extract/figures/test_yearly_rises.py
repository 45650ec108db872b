"""A rise of each year that is promised, though the words before it say with what it begins."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft

GOALS = {"chapter": "goals", "period": None, "title": "云州市民生事业实施方案（2026—2028年）"}


def read(sentence: str, **settings: object) -> list[tuple[str, str, int | None, str | None]]:
    """Kind, value, year and periodicity of each figure of a paragraph."""
    found, _ = figures.find(draft(sentence, **(GOALS | settings)))  # type: ignore[arg-type]
    return [(figure.kind, str(figure.value), figure.year, figure.periodicity) for figure in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "在现有入住水平上，养老床位利用率每年提高3个百分点。",
        "在2025年已有泊位的基础上，千人口泊位数每年增加3个。",
        "结合现有条件，每年培训村医3名。",
        "按照现有口径，东桥区垃圾回收率逐年提高3个百分点。",
        "对照目前差距，县域药品配备率每年提升3个百分点。",
        "现有园区亩均税收每年增长3%。",
    ],
)
def test_a_yearly_rise_is_a_target_whatever_it_begins_with(sentence: str) -> None:
    """现有, 目前 and a year that is over say with what one begins."""
    assert read(sentence) == [("target", "3", None, "annual")]


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("截至2025年底，全市参保率为95%，每年提高3个百分点。", ("observation", "95", 2025, None)),
        ("目前全县千人口托位数2.5个，每年增加3个。", ("observation", "2.5", None, None)),
    ],
)
def test_a_yearly_rise_behind_the_level_now_is_a_target(
    sentence: str, level: tuple[str, str, int | None, str | None]
) -> None:
    """The level is observed, the rise promised."""
    assert read(sentence) == [level, ("target", "3", None, "annual")]


@pytest.mark.parametrize(
    "sentence",
    [
        "近年来，旅游收入每年增长3%。",
        "“十四五”以来，参保人数每年增加3万人。",
        "目前，全市每年新增床位3张。",
    ],
)
def test_a_yearly_rise_of_the_past_stays_one(sentence: str) -> None:
    """What has grown year by year is observed."""
    assert [kind for kind, *_ in read(sentence)] == ["observation"]
