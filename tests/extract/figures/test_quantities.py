"""Numbers with units and comparators, years, and what they come to in one unit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from guitu.extract.figures.numbers.quantities import normalise, number, quantities
from guitu.extract.figures.years.years import period_end, year_marks


@pytest.mark.parametrize(
    ("text", "value", "maximum", "unit", "sign"),
    [
        ("游客1,234.5万人次", "1234.5", None, "万人次", "="),
        ("产值突破1.2万亿元", "1.2", None, "万亿元", ">"),
        ("不低于97%", "97", None, "%", ">="),
        ("不超过30微克/立方米", "30", None, "微克/立方米", "<="),
        ("控制在5‰以内", "5", None, "‰", "<="),
        ("低于3%", "3", None, "%", "<"),
        ("约20家", "20", None, "家", "~"),
        ("投资约为2.4亿元", "2.4", None, "亿元", "~"),
        ("大约为20家", "20", None, "家", "~"),
        ("违约为3起", "3", None, "起", "="),
        ("1200亿元左右", "1200", None, "亿元", "~"),
        ("力争达到60所", "60", None, "所", "="),
        ("500张及以上", "500", None, "张", ">="),
        ("至少3处", "3", None, "处", ">="),
        ("2-3个", "2", "3", "个", "="),
        ("20至30家", "20", "30", "家", "="),
        ("30%~35%", "30", "35", "%", "="),
        ("三十五所", "35", None, "所", "="),
        ("百余家", "100", None, "家", ">"),
        ("680多亿元", "680", None, "亿元", ">"),
        ("千种", "1000", None, "种", "="),
        ("万家", "1", None, "万家", "="),
        ("十万户", "10", None, "万户", "="),
        ("5千人", "5000", None, "人", "="),
        ("百分之八十", "80", None, "%", "="),
        ("200万千瓦", "200", None, "万千瓦", "="),
        ("12/10万", "12", None, "/10万", "="),
        ("一万五千亿元", "15000", None, "亿元", "="),
        ("三亿五千万元", "35000", None, "万元", "="),
        ("2万3千亿元", "23000", None, "亿元", "="),
        ("3万4000人", "34000", None, "人", "="),
        ("十五点八万人", "15.8", None, "万人", "="),
        ("百分之三点五", "3.5", None, "%", "="),
        ("千分之二以内", "2", None, "‰", "<="),
        ("四分之三", "75", None, "%", "="),
        ("半数以上", "50", None, "%", ">="),
        ("一倍半", "1.5", None, "倍", "="),
        ("两三家", "2", "3", "家", "="),
        ("二三十家", "20", "30", "家", "="),
        ("三至五个", "3", "5", "个", "="),
        ("廿三家", "23", None, "家", "="),
        ("十几所", "10", None, "所", ">"),
        ("近百家", "100", None, "家", "~"),
        ("十千瓦", "10", None, "千瓦", "="),
        ("3千至5千人", "3000", "5000", "人", "="),
        ("800万元至1亿元", "0.08", "1", "亿元", "="),
        ("3.2×10^8立方米", "320000000", None, "立方米", "="),
        ("500m³", "500", None, "m³", "="),
        ("35μg/m³", "35", None, "μg/m³", "="),
        ("28微克每立方米以下", "28", None, "微克每立方米", "<="),
        ("290克标准煤/千瓦时", "290", None, "克标准煤/千瓦时", "="),
        ("110千克标煤/吨", "110", None, "千克标煤/吨", "="),
        ("4200立方米/公顷", "4200", None, "立方米/公顷", "="),
        ("0.3个/村", "0.3", None, "个/村", "="),
        ("600元/人·月", "600", None, "元/人·月", "="),
        ("20元每人每月", "20", None, "元每人每月", "="),
        ("1.8人/10万", "1.8", None, "人/10万", "="),
        ("5000道题目", "5000", None, "道", "="),
        ("200PFLOPS", "200", None, "PFLOPS", "="),
        ("不少於70%", "70", None, "%", ">="),
    ],
)
def test_a_number_with_its_unit(text: str, value: str, maximum: str | None, unit: str, sign: str) -> None:
    """
    A number is read with its range, its unit as written and its comparator, before it or after it.
    """
    (found,) = quantities(text)

    assert (found.value, found.unit, found.comparator) == (Decimal(value), unit, sign)
    assert found.maximum == (Decimal(maximum) if maximum else None)


@pytest.mark.parametrize(
    "text",
    [
        "到2025年底",
        "2024年6月30日",
        "第3章",
        "5G网络",
        "零部件",
        "百亿级产业",
        "云政发〔2024〕8号",
        "2.8:1",
        "二〇三五年",
        "跨上千亿台阶",
        "两位数增长",
        "五位一体",
        "5万吨级泊位",
        "千兆光网",
        "一批项目",
        "百折不挠",
        "30×40米",
    ],
)
def test_no_quantities(text: str) -> None:
    """
    Years, dates, ordinals, names with digits and document numbers are no quantities.
    """
    assert [q for q in quantities(text) if q.kind] == []


def test_several_numbers_keep_their_own_value() -> None:
    """
    Two numbers joined by 到 are a range only where the second is greater; otherwise both are read.
    """
    found = [(str(q.value), q.maximum, q.unit) for q in quantities("由60%到2027年的80%，能耗从10吨至8吨")]

    assert found == [("60", None, "%"), ("80", None, "%"), ("10", None, "吨"), ("8", None, "吨")]


def test_what_is_only_about_is_told_apart() -> None:
    """
    数百家 has no value: it is given only to who asks, so that it can be told as a gap; 总数百余家 has one.
    """
    assert [q.value for q in quantities("培育数百家企业，总数百余家")] == [100]
    assert [q.vague for q in quantities("培育数百家企业，总数百余家", vague=True)] == [True, False]


def test_a_long_line_is_read_in_time() -> None:
    """
    A line of digits and commas of a million characters is read without blowing up.
    """
    assert sum(1 for _ in quantities("1," * 500_000)) >= 0
    assert sum(1 for _ in quantities("一二三四五" * 100_000)) == 0


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2027年", [(2027, False)]),
        ("截至2020年底", [(2020, False)]),
        ("“十五五”末", [(2030, False)]),
        ("十四五末", [(2025, False)]),
        ("2016-2020年", [(2020, False)]),
        ("较2022年下降", [(2022, True)]),
        ("二〇三五年", [(2035, False)]),
        ("近三年", []),
        ("三十五家学校，十五个县", []),
        ("“十五”时期", [(2005, False)]),
    ],
)
def test_years(text: str, years: list[tuple[int, bool]]) -> None:
    """
    A year is read however it is said; one that is only compared with is marked.
    """
    assert [(m.year, m.base) for m in year_marks(text)] == years


def test_periods_end() -> None:
    """
    A five-year period and a range of years have a last year.
    """
    assert [period_end(p) for p in ("十三五", "“十五五”", "2024-2026", None)] == [2020, 2030, 2026, None]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1.5", "万亿元", ("1500000000000", "http://qudt.org/vocab/unit/CCY_CNY")),
        ("3", "万亩", ("20000000", "http://qudt.org/vocab/unit/M2")),
        ("20", "家", ("20", "http://qudt.org/vocab/unit/NUM")),
        ("8.5", "%", ("8.5", "http://qudt.org/vocab/unit/PERCENT")),
        ("40", "万千瓦", ("400000000", "http://qudt.org/vocab/unit/W")),
    ],
)
def test_one_unit_for_all(value: str, unit: str, expected: tuple[str, str]) -> None:
    """
    A value with a scale and a written unit becomes a value in the unit that it means.
    """
    found = normalise(Decimal(value), unit)

    assert found is not None
    assert (str(found[0]), found[1]) == expected
    assert normalise(Decimal(1), "不知何物") is None


def test_numerals() -> None:
    """
    Numbers in Chinese numerals have their value.
    """
    assert [int(number(n)) for n in ("十", "十二", "二十", "三百零五", "两千")] == [10, 12, 20, 305, 2000]
