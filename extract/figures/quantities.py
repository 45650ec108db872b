"""Numbers with their units and comparators in folded text: 超过1.2万亿元, 2-3个, 30%~35%, 百余家, 不少于三十五所."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache

from guitu.extract.facts import Comparator
from guitu.extract.structure.numbering import integer
from guitu.ontology.alternation import alternation
from guitu.ontology.units import UnitKind, units

# ---- parts ----

_ARABIC = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"  # 1,234.5  10912.97
_CHINESE = "[一二两三四五六七八九十百千〇零]{1,8}"  # 三十五
_SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万"
_RANGE = "[-~—至到]"  # 2-3, 20至30
_SCALES = {
    "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip

_PRECISION = Context(prec=15)  # a unit such as 亩 is no finite decimal of its base unit

# ---- comparators by the table of the guide; the longer word first ----

_BEFORE: tuple[tuple[Comparator, str], ...] = (
    ("<=", r"不得?(?:超过|高于|大于|多于|超)|[小少低]于(?:或者?)?等于|至多|最多|最高|上限为?|≤"),
    (">=", r"不得?(?:低于|少于|小于|短于)|[大多高]于(?:或者?)?等于|至少|最少|≥"),
    ("~", r"(?<![节预签集合条])约|大约|大概|(?<![附最邻])近|接近"),
    (">", r"超过|突破|大于|高于|多于|超出|超|逾|(?<![通超经不度渡])过|>"),
    ("<", r"低于|小于|少于|短于|不足|不到|<"),
)
_AFTER: tuple[tuple[Comparator, str], ...] = (
    (">=", r"(?:及|或)?以上|及其?以上"),
    ("<=", r"(?:及|或)?以下|以内|之内"),
    ("~", r"左右|上下"),
)
_LEAD = re.compile("(?:" + "|".join(f"(?P<c{i}>{words})" for i, (_, words) in enumerate(_BEFORE)) + ")(?:了|出)?$")
_TRAIL = re.compile("|".join(f"(?P<c{i}>{words})" for i, (_, words) in enumerate(_AFTER)))
_LONGEST_LEAD = 6

_YEAR_LIKE = re.compile(r"(?:19|20)\d\d")  # 2025, followed by 年
_NO_COUNT = re.compile(r"[年月日号章条款期版世\-:/.A-Za-z]")  # after a bare number: 5G, 3号, 2-1
_NAMES_A_CLASS = re.compile("次产业|人口(?:以上|以下|的)")  # 三次产业结构, 50万人口以上的城市
_PERCENT = re.compile(rf"百分之(?P<n>{_ARABIC}|{_CHINESE})")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: [start, end) is the number with its unit, [lead, trail) with its comparators too.

    `unit`: as written with its scale (万亿元), "" for a bare number, then `kind` is None; `value` counts in that unit.
    """

    start: int
    end: int
    lead: int
    trail: int
    value: Decimal
    maximum: Decimal | None
    unit: str
    kind: UnitKind | None
    comparator: Comparator
    chinese: bool = False

    @property
    def compared(self) -> bool:
        """Whether a comparator word stands before the number or after it."""
        return (self.lead, self.trail) != (self.start, self.end)


def quantities(text: str) -> Iterator[Quantity]:
    """Every number with a unit, and every bare Arabic number, of compact folded text; no years, dates, ordinals.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("收入突破1.2万亿元，建设三十五家以上中心")]
    [(Decimal('1.2'), '万亿元', '>'), (Decimal('35'), '家', '>=')]
    >>> [(q.value, q.maximum, q.unit) for q in quantities("培育2-3个园区，2025年达到30%~35%")]
    [(Decimal('2'), Decimal('3'), '个'), (Decimal('30'), Decimal('35'), '%')]
    """
    for found in _pattern().finditer(text):
        if quantity := _quantity(text, found):
            yield quantity


@cache
def _pattern() -> re.Pattern[str]:
    unit = alternation(units())
    counter = "|".join(u.label for u in units().values() if u.kind == "counter" and len(u.label) < 3)
    number = rf"{_ARABIC}|{_CHINESE}"
    scale = rf"{_SCALE}|[百千](?=(?:余|多)?(?:{counter}|元|吨))"  # 3千人, but not 50千瓦
    one = (
        rf"(?:(?P<n1>{number})(?P<more0>余|多)?(?P<s1>{scale})?|(?P<s0>[百千]?万(?!一|元以|无|众|象|物|里|余里)|(?:百|千)?亿))"
        rf"(?P<more>余|多|来)?(?P<u1>(?:{unit})(?![a-z]))?"
    )
    two = rf"(?:{_RANGE}(?P<n2>{number})(?P<s2>{scale})?(?P<more2>余|多)?(?P<u2>(?:{unit})(?![a-z]))?)?"
    return re.compile(rf"(?<![\dA-Za-z.,:第前/〔-])(?:{_PERCENT.pattern}|{one}{two})(?!(?<=\d)\d)")


def _quantity(text: str, found: re.Match[str]) -> Quantity | None:
    start, end = found.span()
    if percent := found["n"]:
        return _compared(text, start, end, number(percent), None, "%", "ratio", False, False)
    unit, unit2 = found["u1"] or "", found["u2"] or ""
    first, second = found["n1"], found["n2"]
    scale, scale2 = found["s0"] or found["s1"] or "", found["s2"] or ""
    if second and not _is_range(first, unit, unit2, second):
        end, second = found.start("n2") - 1, None
    if first and not set(first) - set("零〇"):  # 零部件
        return None
    label = (unit2 or unit) if second else unit
    chinese = first is None or not first[0].isdigit()
    if not label and (chinese or _NO_COUNT.match(text, end)):
        return None
    if label in ("年", "日", "天") and _is_date(text, first or "", start, label):
        return None
    if (label == "级" and scale) or _NAMES_A_CLASS.match(text, end - 1):  # 百亿级产业
        return None
    if second:
        scale = scale2 or scale
    value = number(first) if first else Decimal(1)
    written = scale + label
    if scale in ("百", "千") or (first is None and scale[0] in "百千" and len(scale) > 1):
        value, written = value * {"百": 100, "千": 1000}[scale[0]], scale[1:] + label
    kind = units()[label].kind if label else None
    more = bool(found["more0"] or found["more"] or (second and found["more2"]))
    return _compared(text, start, end, value, number(second) if second else None, written, kind, chinese, more)


def _is_range(first: str | None, unit: str, unit2: str, second: str) -> bool:
    """2-3个, 10%-15%: one unit for both, the greater number last; not 从60%到2025年的80%."""
    if first is None or not unit2 or unit not in ("", unit2) or (unit2 == "年" and _YEAR_LIKE.fullmatch(second)):
        return False
    return number(first) < number(second)


def _is_date(text: str, first: str, start: int, label: str) -> bool:
    return bool(_YEAR_LIKE.fullmatch(first) or text[start - 1 : start] == "月" or (label == "年" and "〇" in first))


def _compared(  # noqa: PLR0913, PLR0917 - the fields of one value
    text: str,
    start: int,
    end: int,
    value: Decimal,
    maximum: Decimal | None,
    unit: str,
    kind: UnitKind | None,
    chinese: bool,
    more: bool,
) -> Quantity:
    lead, trail = start, end
    comparator: Comparator = ">" if more else "="
    if after := _TRAIL.match(text, end):
        trail = after.end()
        comparator = next(sign for i, (sign, _) in enumerate(_AFTER) if after[f"c{i}"])
    if before := _LEAD.search(text[max(0, start - _LONGEST_LEAD) : start]):
        lead = start - len(before[0])
        comparator = next(sign for i, (sign, _) in enumerate(_BEFORE) if before[f"c{i}"])
    return Quantity(start, end, lead, trail, value, maximum, unit, kind, comparator, chinese)


def number(written: str) -> Decimal:
    """The value of a number in Arabic or Chinese numerals.

    >>> number("10,912.97"), number("三十五"), number("二百"), number("十二")
    (Decimal('10912.97'), Decimal('35'), Decimal('200'), Decimal('12'))
    """
    if written[0].isdigit():
        return Decimal(written.replace(",", ""))
    return Decimal(integer(written))


def normalise(value: Decimal, unit: str) -> tuple[Decimal, str] | None:
    """A value in the unit that a written unit means, and that unit's IRI; None where no such unit is known.

    >>> normalise(Decimal("1.5"), "万亿元")
    (Decimal('1500000000000'), 'http://qudt.org/vocab/currency/CNY')
    """
    for scale in ("", *sorted(_SCALES, key=len, reverse=True)):
        known = units().get(unit[len(scale) :]) if unit.startswith(scale) else None
        if known and known.iri:
            exact = value * _SCALES.get(scale, 1) * known.multiplier
            rounded = _PRECISION.plus(exact)
            return (Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()), known.iri
    return None
