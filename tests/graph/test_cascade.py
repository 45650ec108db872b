"""Figures side by side: which compare, agree and conflict; growth and shares; the answers of two questions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest

from guitu.extract.figures.numbers.quantities import normalise
from guitu.graph.ask.analyses import cascade, conflicts
from guitu.graph.ask.analyses.figures import Columns, Told, growth, share
from guitu.graph.ask.query import ask, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import quad, ref
from guitu.ontology import terms

NUMBERS = count()


def told(said: str, **fields: str | None) -> Told:
    """A figure from a short form: >15000 亿元, 2-3 个; the other columns have the values of one municipal target."""
    amount, _, unit = said.partition(" ")
    comparator = amount.rstrip("0123456789.-") or "="
    low, _, high = amount.removeprefix(comparator).partition("-")
    normal = normalise(Decimal(low), unit)
    columns: dict[str, str | None] = {
        "node": "i:产值", "name": "渔业总产值", "kind": terms.Target, "kind_name": "目标值", "document": "d:甲",
        "title": "甲", "level": "municipal", "level_name": "市级", "scope": "p:云州市", "scope_name": "云州市",
        "issued": "2021-05-01", "value": low, "maximum": high or None, "unit": unit, "comparator": comparator,
        "normal": f"{normal[0]:f}" if normal else None, "measure": normal[1] if normal else None, "year": "2025",
        "period": None, "period_name": None, "bindingness": None, "source": "正文", "task": None, "quote": said,
        "iri": f"f:{next(NUMBERS):04}", "written": None,
    }  # fmt: skip
    return Told(Columns(**{**columns, **fields}))  # type: ignore[arg-type]


OBSERVED: dict[str, str | None] = {"kind": terms.Observation, "kind_name": "实绩值"}
NATIONAL: dict[str, str | None] = {
    "level": "national", "level_name": "国家级", "scope": None, "scope_name": None, "document": "d:国", "title": "国",
}  # fmt: skip
OTHER: dict[str, str | None] = {"document": "d:乙", "title": "乙", "issued": "2023-06-01"}

APART = "不可比"
VERDICTS: list[tuple[str, Told, Told, str | None]] = [
    # value and unit
    ("two units", told("1.5 万亿元"), told("15000 亿元", **OTHER), "一致"),
    ("other value", told("1.5 万亿元"), told("1.6 万亿元", **OTHER), "冲突"),
    ("lengths", told("12 公里"), told("12000 米", **OTHER), "一致"),
    ("rounded", told("10912.97 亿元"), told("~1.09 万亿元", **OTHER), "一致"),
    ("money of two states", told("500 亿元"), told("500 亿美元", **OTHER), APART),
    ("value against rate", told("12 亿元"), told("12 %", **OTHER), APART),
    ("no normal unit", told("7000 万"), told("8000 万", **OTHER), None),
    # comparators of one value
    ("more or as much", told(">15000 亿元"), told("1.5 万亿元", **OTHER), "一致"),
    ("more or about", told(">15000 亿元"), told("~1.5 万亿元", **OTHER), "一致"),
    ("at least or more", told(">=80 %"), told(">80 %", **OTHER), "一致"),
    ("at least or at most", told(">=80 %"), told("<=80 %", **OTHER), "冲突"),
    ("less or as much", told("<5 %"), told("5 %", **OTHER), "一致"),
    ("more against less", told(">80 %"), told("<80 %", **OTHER), "冲突"),
    ("more against at most", told(">80 %"), told("<=80 %", **OTHER), "冲突"),
    ("at least against less", told(">=80 %"), told("<80 %", **OTHER), "冲突"),
    # bounds and ranges of different values
    ("two lower bounds", told(">=100 家"), told(">=120 家", **OTHER), "冲突"),
    ("one range", told("2-3 个"), told("2-3 个", **OTHER), "一致"),
    ("range and lower end", told("2-3 个"), told("2 个", **OTHER), "一致"),
    ("ranges of two units", told("1-2 万家"), told("10000-20000 家", **OTHER), "一致"),
    # what they are about
    ("text and table", told("330 家"), told("320 家", source="表格"), "冲突"),
    ("other year", told("330 家"), told("320 家", year="2027"), None),
    ("no year", told("330 家", year=None), told("320 家", **OTHER, year=None), None),
    ("other place", told("330 家"), told("320 家", **OTHER, scope="p:临江市", scope_name="临江市"), None),
    ("city and nation", told("330 家"), told("5000 家", **NATIONAL), None),
    ("two national plans", told("330 家", **NATIONAL), told("340 家", **{**NATIONAL, "document": "d:部"}), "冲突"),
    ("places not told", told("330 家", scope=None), told("320 家", **OTHER, scope=None), None),
    ("every year or in all", told("100 家", period="p:annual"), told("500 家", **OTHER, period="p:cumulative"), APART),
    ("every year twice", told("100 家", period="p:annual"), told("120 家", **OTHER, period="p:annual"), "冲突"),
    ("aimed at or observed", told("330 家"), told("310 家", **OTHER, **OBSERVED), None),
    ("level and growth", told("8 %"), told("9 %", **OTHER, node="i:增速", name="渔业总产值增速"), None),
]


def rows(*figures: Told) -> list[Row]:
    return [tuple(figure.said) for figure in figures]


@pytest.mark.parametrize(("one", "other", "verdict"), [case[1:] for case in VERDICTS], ids=[c[0] for c in VERDICTS])
def test_verdicts(one: Told, other: Told, verdict: str | None) -> None:
    """Two figures agree, conflict or do not compare, whichever comes first; conflicts are listed with both quotes."""
    for pair in ((one, other), (other, one)):
        assert [row[17] for row in cascade.answer(rows(*pair), (), "zh")] == [verdict, verdict]
        listed = conflicts.answer(rows(*pair), (), "zh")
        assert [{row[8], row[12]} for row in listed] == ([{one.said.quote, other.said.quote}] * (verdict == "冲突"))


UNDATED: dict[str, str | None] = {**OTHER, "issued": None}
REVISED = "2023-06-01 的文件晚于 2021-05-01 的，或为修订"
REASONS = [
    (told("1.5 万亿元"), told("1.6 万亿元", **OTHER), "与《乙》“1.6万亿元”不同，" + REVISED),
    (told("330 家"), told("320 家", source="表格"), "与本文件“320家”不同，正文与表格不一"),
    (told(">=100 家"), told(">=120 家", **UNDATED), "与《乙》“>=120家”不同，两者可以同时达到，但要求不一"),
    (told("3 个"), told("2-3 个", **UNDATED), "另有 1 处相符：《乙》；与《乙》“2-3个”的区间相容"),
    (told(">80 %"), told("<80 %", **UNDATED), "与《乙》“<80%”数值相同而方向相反"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "reason"), REASONS)
def test_reasons(one: Told, other: Told, reason: str) -> None:
    """The reason tells the other figure, what sets them apart, and of a conflict which document is the later."""
    answer = {row[-1]: row[18] for row in cascade.answer(rows(one, other), (), "zh")}

    assert answer[one.said.quote] == reason


def test_many_that_agree() -> None:
    """Of many documents that say the same three are named, and a conflict with each of them is one row."""
    same = [told("330 家", document=f"d:{i}", title=f"第{i}号") for i in range(9)]
    answer = cascade.answer(rows(*same), (), "zh")

    assert {row[18] for row in answer} >= {
        "另有 8 处相符：《第0号》《第1号》《第2号》等",
        "另有 8 处相符：《第1号》《第2号》《第3号》等",
    }
    assert len(conflicts.answer(rows(*same, told("300 家", **OTHER)), (), "zh")) == 1


GROWTH = [
    ("five years", told("1.62 万亿元", year="2020", **OBSERVED), told(">2.5 万亿元"), "9.1"),
    ("two units", told("5000 亿元", year="2020", **OBSERVED), told("1 万亿元"), "14.9"),
    ("one year", told("100 家", year="2024", **OBSERVED), told("130 家"), "30.0"),
    ("a fall", told("100 家", year="2020", **OBSERVED), told("50 家"), "-12.9"),
    ("lower end of a range", told("100 家", year="2024", **OBSERVED), told("120-150 家"), "20.0"),
    ("half to even", told("1000 家", year="2024", **OBSERVED), told("1002.5 家"), "0.2"),
    ("no value above zero", told("0 家", year="2020", **OBSERVED), told("50 家"), None),
    ("same year", told("100 家", year="2025", **OBSERVED), told("130 家"), None),
    ("before", told("100 家", year="2026", **OBSERVED), told("130 家"), None),
    ("two kinds of unit", told("100 家", year="2020", **OBSERVED), told("130 亿元"), None),
    ("share in percent", told("10 %", year="2020", **OBSERVED), told("12 %"), None),
    ("no unit", told("10 万", year="2020", **OBSERVED), told("12 万"), None),
    ("no year", told("10 家", year=None, **OBSERVED), told("12 家"), None),
]


@pytest.mark.parametrize(("base", "target", "percent"), [case[1:] for case in GROWTH], ids=[case[0] for case in GROWTH])
def test_growth(base: Told, target: Told, percent: str | None) -> None:
    """Yearly growth in percent, to one decimal, where units, years and values allow it."""
    assert growth(base, target) == (None if percent is None else Decimal(percent))


def test_last_observation() -> None:
    """Growth is from the last observation of the same thing and place before the target; of two that differ, none."""
    figures = [
        told("100 家", year="2015", **OBSERVED),
        told("200 家", year="2020", **OBSERVED),
        told("900 家", year="2020", **OBSERVED, scope="p:临江市"),
        told(">220 家", year="2021"),
    ]
    target = cascade.answer(rows(*figures), (), "zh")[-1]
    unclear = cascade.answer(rows(*figures, told("210 家", year="2020", **OTHER, **OBSERVED)), (), "en")[-1]

    assert target[14:16] + target[18:19] == ("200家（2020）", "10.0%", "按所述界限计")
    assert unclear[14:16] + unclear[18:19] == (None, None, "the observations of 2020 differ: no growth")


SHARES = [
    ("money", told("1500 亿元"), told("14 万亿元", **NATIONAL), "1.07"),
    ("range", told("10-20 个"), told("100 个", **NATIONAL), "10.00"),
    ("rate", told("12 %"), told("10 %", **NATIONAL), None),
    ("income per head", told("6 万元", name="人均可支配收入"), told("5 万元", **NATIONAL), None),
    ("beds per thousand", told("8 张", name="每千人口床位数"), told("7 张", **NATIONAL), None),
    ("yield per area", told("500 公斤", name="粮食单位面积产量"), told("450 公斤", **NATIONAL), None),
    ("no average", told("100 家", name="年均新增企业"), told("1000 家", **NATIONAL), "10.00"),
    ("nothing", told("8 张"), told("0 张", **NATIONAL), None),
]


@pytest.mark.parametrize(("part", "whole", "percent"), [case[1:] for case in SHARES], ids=[case[0] for case in SHARES])
def test_share(part: Told, whole: Told, percent: str | None) -> None:
    """The share of the national figure in percent, to two decimals; rates and averages are no parts."""
    assert share(part, whole) == (None if percent is None else Decimal(percent))


def test_share_of_one_year() -> None:
    """The share is of the national figure of the same year and kind, and of none where the national ones differ."""
    city, nation = told("1500 亿元"), told("1.5 万亿元", **NATIONAL)
    other = told("1.6 万亿元", **{**NATIONAL, "document": "d:部"})
    shares = [
        next(row[16] for row in cascade.answer(rows(city, *national), (), "zh") if row[4] == "甲")
        for national in ([nation], [told("9 万亿元", **NATIONAL, year="2030")], [nation, other])
    ]

    assert shares == ["10.00%", None, None]


def test_order_of_rows_is_no_matter() -> None:
    """The answer is the same in whatever order the engine gives the rows."""
    figures = [figure for _, one, other, _ in VERDICTS for figure in (one, other)]

    assert cascade.answer(rows(*figures), (), "zh") == cascade.answer(rows(*figures[::-1]), (), "zh")
    assert conflicts.answer(rows(*figures), (), "zh") == conflicts.answer(rows(*figures[::-1]), (), "zh")


def test_one_query() -> None:
    """Both questions fetch the same columns, those that a figure is read from."""
    for name in ("cascade", "conflicts"):
        assert len(Store.memory().query(questions()[name].sparql).names) == len(Columns._fields)


AIMS = "。\n\n二、发展目标\n\n到2025年，水产品加工"
PLANS = {
    "国家": f"国家渔业发展规划\n\n一、发展回顾\n\n到2020年底，水产品加工收入5000亿元{AIMS}收入达到1万亿元。\n",
    "云州": f"云州市渔业发展规划\n\n一、发展回顾\n\n到2020年底，水产品加工收入800亿元{AIMS}收入超过1500亿元。\n",
    "临湖": f"云州市水产品加工行动方案\n\n一、基本要求\n\n提高品质{AIMS}营业收入达到0.15万亿元。\n",
}


@pytest.fixture
def fishing(write: Callable[..., Path], tmp_path: Path) -> Store:
    """Three plans of two levels that name one indicator in two ways, joined by hand."""
    build([write("plans", **PLANS)], tmp_path / "store")
    names = Names()
    one, other = (names.indicator(name) for name in ("水产品加工收入", "水产品加工营业收入"))
    merged = quad(other, terms.representedBy, ref(one), names.graph("links"))
    return Store.memory([*Store.open(tmp_path / "store").quads(), merged])


@pytest.mark.parametrize("asked", ["加工收入", "加工营业收入"])
def test_cascade_of_plans(fishing: Store, asked: str) -> None:
    """By either of its names an indicator is told over both levels, with growth, share and agreement over two units."""
    answer = ask(fishing, "cascade", [asked])

    assert [(row[1], row[4], row[6], row[7], row[14], row[15], row[16], row[17]) for row in answer.rows] == [
        ("2020", "国家渔业发展规划", "=", "5000", None, None, None, None),
        ("2020", "云州市渔业发展规划", "=", "800", None, None, "16.00%", None),
        ("2025", "国家渔业发展规划", "=", "1", "5000亿元（2020）", "14.9%", None, None),
        ("2025", "云州市水产品加工行动方案", "=", "0.15", "800亿元（2020）", "13.4%", "15.00%", "一致"),
        ("2025", "云州市渔业发展规划", ">", "1500", "800亿元（2020）", "13.4%", "15.00%", "一致"),
    ]
    assert answer.rows[-1][18] == (
        "另有 1 处相符：《云州市水产品加工行动方案》；"
        "与《云州市水产品加工行动方案》“0.15万亿元”数值相同，比较词不同；按所述界限计"
    )
    assert not ask(fishing, "conflicts", [asked]).rows


def test_one_target_in_three_real_plans(corpus_build: Path) -> None:
    """The 2025 revenue of one industry, told four times in three plans and two units, agrees; its growth is told."""
    store = Store.open(corpus_build)
    answer = [row for row in ask(store, "cascade", ["软件和信息服务业收入"]).rows if row[1] == "2025"]

    assert len(answer) == 4
    assert len({row[4] for row in answer}) == 3
    assert {row[9] for row in answer} == {"亿元", "万亿元"}
    assert {row[13:18] for row in answer} == {("1500000000000 CNY", "10912.97亿元（2020）", "6.6%", None, "一致")}
    assert not ask(store, "conflicts", ["软件和信息服务业收入"]).rows
