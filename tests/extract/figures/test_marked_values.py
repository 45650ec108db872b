"""Values of a table of indicators that the note under it explains by a sign."""

from __future__ import annotations

import pytest

from guitu.extract.recognise import read
from guitu.extract.source import Source

TABLE = """# {title}

一、发展目标

表1 主要指标

| 序号 | 指标名称 | 2025年 | 2030年 | 属性 |
| --- | --- | --- | --- | --- |
| 1 | {first}（%） | 4.1 | {marked} | 预期性 |
| 2 | {second}（%） | 54 | 60 | 预期性 |

{note}
"""


def periods(**words: str) -> list[tuple[str, str | None]]:
    (found,) = read(Source("plan.md", TABLE.format(**words).encode())).documents
    return [(str(figure.value), figure.periodicity) for figure in found.figures]


@pytest.mark.parametrize(
    ("title", "first", "second", "marked", "note", "how"),
    [
        ("云州市工业规划", "工业产值增长", "设备联网率", "\\*6", "注：带“—”为暂无数据，带\\*为年均增速。", "annual"),
        ("青岚县旅游规划", "游客花费增长", "厕所达标率", "★6", "注：标★的指标为五年年均值。", "annual"),
        ("临江省种业规划", "新品种增长", "良种覆盖率", "6※", "备注：※号表示五年累计数", "cumulative"),
    ],
)
def test_a_sign_tells_what_a_value_is_of(  # noqa: PLR0917 - one row of a table of cases
    title: str, first: str, second: str, marked: str, note: str, how: str
) -> None:
    told = periods(title=title, first=first, second=second, marked=marked, note=note)

    assert told == [("4.1", None), ("6", how), ("54", None), ("60", None)]


def test_a_sign_of_something_else_says_no_period() -> None:
    told = periods(
        title="云州市水务规划", first="用水量下降", second="漏损率", marked="\\*6", note="注：带\\*为约束性指标。"
    )

    assert ("6", None) in told
