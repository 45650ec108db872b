"""The values that a change is compared with, and measures that a list shares over what it is compared with."""

from __future__ import annotations

import pytest

from guitu.extract.figures import figures
from tests.extract.factories import draft


def read(sentence: str) -> set[tuple[str, str, str, str, int | None]]:
    """Kind, indicator, value, unit and year of each figure of a paragraph of goals."""
    return {(f.kind, f.indicator, str(f.value), f.unit, f.year) for f in figures.find(draft(sentence))[0]}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到2025年，总磷和总氮排放量分别控制在3万吨、2万吨以内，比2020年的4万吨、2.5万吨分别减少25%、20%。",
            {
                ("target", "总磷排放量", "3", "万吨", 2025),
                ("target", "总氮排放量", "2", "万吨", 2025),
                ("observation", "总磷排放量", "4", "万吨", 2020),
                ("observation", "总氮排放量", "2.5", "万吨", 2020),
                ("target", "总磷排放量比2020年减少", "25", "%", 2025),
                ("target", "总氮排放量比2020年减少", "20", "%", 2025),
            },
        ),
        (
            "到2025年，全县用水总量较2020年的3.2亿立方米减少6%。",
            {
                ("observation", "全县用水总量", "3.2", "亿立方米", 2020),
                ("target", "全县用水总量较2020年减少", "6", "%", 2025),
            },
        ),
        (
            "到2025年，候诊时间比“十三五”末的40分钟缩短到30分钟。",
            {
                ("observation", "候诊时间", "40", "分钟", 2020),
                ("target", "候诊时间", "30", "分钟", 2025),
            },
        ),
        (
            "到2025年，稻谷、油菜籽产量比2020年的80万吨、5万吨均增长10%。",
            {
                ("observation", "稻谷产量", "80", "万吨", 2020),
                ("observation", "油菜籽产量", "5", "万吨", 2020),
                ("target", "稻谷产量比2020年增长", "10", "%", 2025),
                ("target", "油菜籽产量比2020年增长", "10", "%", 2025),
            },
        ),
        # what is compared has no name, or another number of names: nothing is said of anything
        ("到2025年，比2020年的4万吨、2.5万吨分别减少25%、20%。", set()),
    ],
)
def test_the_values_compared_with_are_of_the_past(
    sentence: str, expected: set[tuple[str, str, str, str, int | None]]
) -> None:
    """比2020年的4万吨减少25% tells two figures of one measure: what it was, and how far it falls."""
    assert read(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到2025年，氨氮、氮氧化物重点工程减排量较2020年分别完成0.4万吨、1.2万吨。",
            {"氨氮重点工程减排量", "氮氧化物重点工程减排量"},
        ),
        (
            "到2025年，水稻、小麦、杂粮种植面积较2020年分别达到8万亩、6万亩、5万亩。",
            {"水稻种植面积", "小麦种植面积", "杂粮种植面积"},
        ),
        (
            "到2025年，氮肥、钾肥、复合肥使用强度较2020年分别下降5%、6%、7%。",
            {"氮肥使用强度较2020年下降", "钾肥使用强度较2020年下降", "复合肥使用强度较2020年下降"},
        ),
    ],
)
def test_a_list_shares_its_measure_over_the_year_compared_with(sentence: str, expected: set[str]) -> None:
    """A level that is compared with a year keeps its name; the year belongs to a change only."""
    assert {found[1] for found in read(sentence)} == expected
