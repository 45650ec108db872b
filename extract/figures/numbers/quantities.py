"""Numbers with their units and comparators in folded text: 超过1.2万亿元, 2-3个, 30%~35%, 百余家, 不少于三十五所."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from guitu.extract.facts import Comparator
from guitu.extract.figures.numbers.numerals import HAN, Numeral, numeral
from guitu.extract.words.numbering import integer
from guitu.ontology.alternation import alternation
from guitu.ontology.units import Unit, UnitKind, unit, units

# ---- parts ----

_ARABIC = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?"  # 1,234.5  10912.97
_POINT = "(?:点[一二三四五六七八九零〇]{1,4}[百千万亿]{0,3})?"
_CHINESE = f"[{HAN}]{{1,14}}{_POINT}"  # 三十五, 一万五千亿, 十五点八万
_SCALE = "万亿|千亿|百亿|十亿|亿|千万|百万|十万|万"
_RANGE = "(?:[-~至到]|—{1,2})"  # 2-3, 20至30
_SCALES = {
    "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip

_PRECISION = Context(prec=15)  # a unit such as 亩 is no finite decimal of its base unit

# ---- comparators by the table of the guide; the longer word first ----

_BEFORE: tuple[tuple[Comparator, str], ...] = (
    ("<=", r"不[得能应]?(?:超过|超過|高[于於]|大[于於]|多[于於]|超)|[小少低]于(?:或者?)?等于|至多|最多|最高|上限为?|≤"),
    (
        ">=",
        r"不[得能应]?(?:低[于於]|少[于於]|小[于於]|短[于於])|[大多高]于(?:或者?)?等于|达到?(?:或者?)?超过|至少|最少|≥",
    ),
    ("~", r"(?<![节预签集合条违契])[约約][为為]?|大[约約][为為]?|大概|(?<![附最邻])近|接近"),
    (">", r"超过|超過|突破|大[于於]|高[于於]|多[于於]|超出|超逾|超|逾|(?<![通超经不度渡])[过過]|>"),
    ("<", r"低[于於]|小[于於]|少[于於]|短[于於]|不足|不到|<"),
)
_AFTER: tuple[tuple[Comparator, str], ...] = (
    (">=", r"(?:及|或)?以上|及其?以上"),
    ("<=", r"(?:及|或)?以下|以[内內]|之[内內]|(?<=[日天时周月钟])内(?!容|部|外|涵|设|在|需)"),  # 100个工作日内
    ("~", r"左右|上下"),
)
_LEADS = "(?:" + "|".join(f"(?P<c{i}>{words})" for i, (_, words) in enumerate(_BEFORE)) + ")"
_LEAD = re.compile(_LEADS + "(?:了|出)?$")
_LEAD_ENDS = frozenset("过過于於超多高限为≤少等约約概近破出逾>≥≤足到<了")
_TRAIL = re.compile("|".join(f"(?P<c{i}>{words})" for i, (_, words) in enumerate(_AFTER)))
_LONGEST_LEAD = 6
_LONGEST_EACH = 16  # 不得低于每平方公里

_YEAR_LIKE = re.compile(r"(?:19|20)[0-9]{2}")  # 2025, followed by 年
_NO_COUNT = re.compile(r"[年月日号章条款期版世型代\-:/.×A-Za-z]")  # after a bare number: 5G, 3号, 2-1
_NAMES_A_CLASS = re.compile("次产业|人口(?:以上|以下|的)")  # 三次产业结构, 50万人口以上的城市
_NO_MYRIAD = re.compile("元以|元(?:国内|地区|工业|农业|GDP|产值|增加值|生产总值)|[无众象物里]|余里")  # 万众一心, 万里
_VAGUE = frozenset("数几上")  # 数百家: nobody knows how many
_COUNTING = frozenset("人户总个件次函指系参倍少多分天度家日")  # 企业总数百余家
# 一批, 三道防线: set phrases, in which nothing is counted
_PHRASES = frozenset("批道队群段轮字盘首班方兆")
_MYRIADS = ("万", "百万", "千万")
_HUNDREDS = {"百": 100, "千": 1000}
_SIZES_BESIDE = re.compile(r"([A-Za-z]{1,4})/\d{1,4}\1")  # 100G/200G: two sizes, and none of them a figure
_FALLEN = re.compile("(?:(?<=增长)|(?<=[速幅])|(?<=[速幅]为))-")  # 增长-3.5%: what grows by less than nothing
# 万头以上规模牧场, 千亩以上基地: a class by its size
_BARE_SCALES = ("百", "千", "万", "十万", "百万", "千万")
_SIZED_IN = ("头", "只", "羽", "亩", "吨", "平方米", "千瓦")
_CLASS_BEHIND = re.compile("以上的?[^，。；：\\d]{2,14}(?:\\d|(?<=[场户园地业区社])(?=[，。；、]|$))")
# 二期工程, 一期: the phases of one work; 举办三期 and 每年两期 count
_PHASE_AHEAD = re.compile(
    "(?:举[办行]|开[办展设]|组织|编[印发制]|出版|刊[发印]|推出|发布|完成|每[年月季周]|至少|不少于|达到?|[共办])$"
)
_PHASE_BEHIND = re.compile("[和及、]?[一二三四五六]期|工程|项目|建设|厂房|用地|规划|基金|资金")
_PHASES = "一二三四五六"
# 三门湾, 五台山, 三台县: no courses and no machines
_NAMED_SO = ("门", "台", "道", "间", "堡", "关")
# not 三门乡土课程, 五台山地农机, 三台县级设备
_NAME_BEHIND = re.compile("[湾峡岭]|山(?![地区体林水洪火坡])|[县镇](?![村区级域城办属])|乡(?![镇土村级])")
# 突破20项关键技术: what is broken through is no bound; not 企业突破300家、技术合同…
_BROKEN_THROUGH = re.compile("(?<=[项个类种件])(?:左右|以上)?[^，。；：、\\d]{0,12}?(?:技术|难题|瓶颈|工艺|难关|难点)")
_HALF = "(?P<half>(?<=一)半(?![年月天日径路岛])|(?<=半)数(?![字据码控量值]))"
_AFTER_SHARE = re.compile("$|[的以左、，。；）及和]")  # 三分之二的村; not 五分之一不具有
_BESIDE = re.compile("（[一-鿿]{1,2}）")  # 600套（户）
_COUNTS = frozenset("0123456789万亿")
# no classifiers: 前100强, 达到90后, 达到5成, 达到3时, 达到60左
_MEASURE_WORD = re.compile(
    "[一-鿿](?<![强后前内中上下左右余多几来元级类型式性时分秒点岁位名年月日号章条款期版世代成倍折星环线维甲乙率量度值数者以及和与或至到为的等整])(?=$|[，。；、）]|以[上下内]|左右)"
)
_BEFORE_NUMBER = re.compile("(?:达到?|突破|超过?|少于|低于|至少|增至|增加到|多于|高于)$")
_CENT = Decimal("0.01")
_WHOLE = 100
_PARTS = {"百": "%", "千": "‰", "万": "‱"}
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Quantity(NamedTuple):
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
    vague: bool = False  # 数百家: its value is not known

    @property
    def compared(self) -> bool:
        """Whether a comparator word stands before the number or after it."""
        return (self.lead, self.trail) != (self.start, self.end)


def quantities(text: str, vague: bool = False) -> Iterator[Quantity]:
    """Every number with a unit, and every bare Arabic number, of compact folded text; no years, dates, ordinals.

    `vague`: also those whose value is not known, 数百家.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("收入突破1.2万亿元，建设三十五家以上中心")]
    [(Decimal('1.2'), '万亿元', '>'), (Decimal('35'), '家', '>=')]
    >>> [(q.value, q.maximum, q.unit) for q in quantities("培育2-3个园区，2025年达到30%~35%")]
    [(Decimal('2'), Decimal('3'), '个'), (Decimal('30'), Decimal('35'), '%')]
    """
    pattern, at = _pattern(), 0
    while found := pattern.search(text, at):
        low, high = _sides(found)
        at = found.end() if high or not found["n2"] else found.start("n2")  # 60%到2025年: each is a number of its own
        quantity = _fraction(text, found) if found["part"] or found["half"] else _quantity(text, found, low, high)
        if quantity and (vague or not quantity.vague):
            yield quantity


@cache
def _pattern() -> re.Pattern[str]:
    known = units().values()
    counter = "|".join(u.label for u in known if u.kind == "counter" and len(u.label) < 3)
    sized = alternation(u.label for u in known if u.kind in ("measure", "money") and "/" not in u.label)
    spelt = rf"每[百千万]?{alternation(u.label for u in known if _spelt_out(u))}"
    other = alternation(u.label for u in known if "/" not in u.label)
    each = rf"(?:{other}|[0-9]{{0,3}}[十百千万亿]{{0,2}}{other}|[0-9]{{1,3}}[十百千万亿]{{1,2}})"
    plain = alternation(u.label for u in known if u.kind != "per")
    named = rf"(?:{sized}{spelt}(?:{spelt}|每[年月天日])?|{plain}(?:/{each}(?:[·/]{each})?)?)(?![a-z])"
    scale = rf"{_SCALE}|[百千](?=[余多]?(?:{counter}|元|吨)|{_RANGE}?[0-9])"  # 3千人, but not 50千瓦
    first = (  # its first sign is looked for, then what stands before it and after it
        rf"(?P<n1>[0-9{HAN}半](?:(?<=增长-.)|(?<=[速幅]-.)|(?<=[速幅]为-.)|(?<![0-9A-Za-z.,:第前/〔×^-].))(?:"
        rf"(?<=[二三四五六七八九十百千万])分之(?P<part>{_ARABIC}|{_CHINESE})|{_HALF}|"
        r"(?<=[0-9])(?:[0-9]{0,2}(?:,[0-9]{3}){1,4}|[0-9]{0,14})(?:\.[0-9]{1,6})?|"
        rf"(?P<han>(?<=[{HAN}])(?<![{HAN}].)[{HAN}]{{0,13}}+{_POINT})))"
        r"(?:×10(?:\^(?P<power>[0-9]{1,2})|(?P<raised>[⁰¹²³⁴-⁹]{1,2})))?"
        rf"(?P<more0>[余多来几])?(?P<s1>{scale})?"
        rf"(?P<mixed>(?<=[百千万亿])(?!(?:19|20)[0-9]{{2}}年)[0-9]{{1,4}}(?:{scale})?)?"
        rf"(?P<more>[余多来])?(?P<u1>{named})?"
    )
    second = rf"(?:{_RANGE}(?P<n2>{_ARABIC}|{_CHINESE})(?P<s2>{scale})?(?P<more2>余|多)?(?P<u2>{named})?)?"
    sum_ = r"(?<=亿)(?=(?:以上|左右)?(?:规模)?(?:以上)?(?:[，。；）]|$))"  # 五千亿, 五千亿规模
    return re.compile(rf"{first}{second}(?(han)(?(u1)|(?(u2)|{sum_})))(?!(?<=[0-9])[0-9])")


def _spelt_out(one: Unit) -> bool:
    """Whether 每 may stand before a unit and make one with what goes before: 微克每立方米."""
    if one.kind == "counter":
        return one.label in ("人", "户", "床", "家")
    return one.kind == "measure" and "/" not in one.label and not (one.iri or "YR").endswith(("YR", "MO"))


def _sides(found: re.Match[str]) -> tuple[Numeral | None, Numeral | None]:
    """The number and, of a range (2-3个, 800万至1亿元, 三至五个), its upper end, in one scale."""
    if found["part"] or found["half"]:
        return None, None
    power = found["power"] or (found["raised"] or "").translate(_POWERS)
    low, unit2 = _side(found["n1"], found["s1"] or "", found["mixed"] or "", int(power or 0)), found["u2"]
    if low is None or not unit2 or found["u1"] not in (None, unit2) or low.maximum is not None:
        return low, None
    if unit2 == "年" and _YEAR_LIKE.fullmatch(found["n2"]):
        return low, None
    high = _side(found["n2"], found["s2"] or "")
    if high is None or high.maximum is not None:
        return low, None
    value = low.value * _SCALES.get(low.scale, 1) / _SCALES.get(high.scale, 1) if low.scale else low.value
    return (Numeral(value, high.scale), high) if value < high.value else (low, None)


@lru_cache(maxsize=4096)  # most numbers are few
def _side(written: str, scale: str, mixed: str = "", power: int = 0) -> Numeral | None:
    """One number with its scale; 3千 counts as 3000."""
    kept = "" if scale in _HUNDREDS else scale
    if not written[0].isdigit():
        read = numeral(written)
        if read is None or (scale and read.scale):
            return None
        return Numeral(read.value * _HUNDREDS.get(scale, 1), read.scale or kept, read.maximum)
    plain = written.replace(",", "")
    if mixed:
        return numeral(plain + scale + mixed)
    value = Decimal(plain) * 10**power * _HUNDREDS.get(scale, 1)
    return Numeral(Decimal(int(value)) if power and value == int(value) else value, kept)


def _fraction(text: str, found: re.Match[str]) -> Quantity | None:
    """百分之三点五 is 3.5 %, 三分之二 is two thirds of a hundred per cent, 一半 half of it."""
    start, end = found.start(), found.end("n1")
    if found["half"]:
        return _compared(text, start, end, Decimal(50), None, "%", "ratio", True, False)
    part = _side(found["part"], "")
    if part is None:
        return None
    value = part.value * _SCALES.get(part.scale, 1)
    if sign := _PARTS.get(text[start]):
        return _compared(text, start, end, value, None, sign, "ratio", False, False)
    whole = numeral(text[start])
    share = (value * 100 / whole.value).quantize(_CENT) if whole else Decimal(0)
    if not 0 < share < _WHOLE:
        return None
    plain = Decimal(int(share)) if share == int(share) else share
    told = _AFTER_SHARE.match(text, end) is not None
    return _compared(text, start, end, plain, None, "%", "ratio", False, False, vague=not told)


def _quantity(text: str, found: re.Match[str], low: Numeral | None, high: Numeral | None) -> Quantity | None:
    start, chinese = found.start(), found["han"] is not None and high is None
    key = "u2" if high else "u1"
    label, end = found[key] or "", found.end(key)
    if end < 0:
        end = found.start("n2") - 1 if found["n2"] else found.end()
    if label and (known := units().get(label)) and known.not_in and text.startswith(known.not_in, found.start(key)):
        label, end = "", found.start(key)  # 千亿台阶 is no 亿台
    if low is None and label and (longer := found["n1"][-1] + label) in units():  # 十千瓦
        low, label = _side(found["n1"][:-1], ""), longer
    if not label and low is not None and (sign := _unlisted(text, start, end)):
        return _compared(text, start, end + 1, low.value, None, low.scale + sign, "counter", False, bool(found["more"]))
    bare = not label and (
        _NO_COUNT.match(text, end) or (chinese and (found[key] or low is None or "亿" not in low.scale))
    )
    if low is None or bare or _is_none(text, found, label, end):
        return None
    if label and (beside := _BESIDE.match(text, end)) and unit(label + beside[0]):
        label, end = label + beside[0], beside.end()
    value, maximum = low.value, high.value if high else low.maximum
    if start and _FALLEN.match(text, start - 1):  # 增长-3.5%
        value, start = -value, start - 1
    if label == "倍" and text.startswith("半", end):
        value, end = value + Decimal("0.5"), end + 1
    kind = of.kind if label and (of := unit(label)) else None
    more = bool(found["more0"] or found["more"] or (high and found["more2"]))
    chinese = chinese and maximum is None  # 两三家 are counted
    vague = chinese and start > 0 and _is_vague(text, start)
    return _compared(text, start, end, value, maximum, low.scale + label, kind, chinese, more, vague)


def _unlisted(text: str, start: int, end: int) -> str:
    """A measure word that no list knows, by its shape: one sign between a number that is reached and a stop.

    >>> _unlisted("供应量达到60亿畦，", 5, 8), _unlisted("到2030年，", 1, 5), _unlisted("达到60亿畦田，", 2, 5)
    ('畦', '', '')
    """
    sign = _MEASURE_WORD.match(text, end)
    reached = sign and text[end - 1] in _COUNTS and _BEFORE_NUMBER.search(text, max(0, start - 4), start)
    return sign[0] if sign and reached else ""


def _is_none(text: str, found: re.Match[str], label: str, end: int) -> bool:
    """Whether a number with its unit is a date, names a class (百亿级产业, 5万吨级泊位) or is a set phrase (一批)."""
    first = found["n1"]
    if label in ("年", "日", "天") and _is_date(text, first, found.start(), label):
        return True
    if (label == "级" and (found["s1"] or first[-1] in "万亿")) or (label != "个" and text.startswith("级", end)):
        return True
    if first[0] in HAN and _names(text, found.start("n1"), first, label, end):
        return True
    if (len(first) == 1 and label == "G") or _SIZES_BESIDE.fullmatch(label):
        return True  # 5G, 5G/6G: generations
    if first in _MYRIADS and _NO_MYRIAD.match(text, found.end("n1")):
        return True
    return (label in _PHRASES and len(first) == 1 and first in HAN) or bool(_NAMES_A_CLASS.match(text, end - 1))


def _names(text: str, start: int, first: str, label: str, end: int) -> bool:
    """Whether a numeral is part of a name, or tells which phase of a work: 三门湾, 二期.

    >>> _names("启动二期50万千瓦", 2, "二", "期", 4), _names("举办三期培训班", 2, "三", "期", 4)
    (True, False)
    >>> _names("三门湾海域", 0, "三", "门", 2), _names("开设三门课程", 2, "三", "门", 4)
    (True, False)
    """
    if first in _BARE_SCALES:
        return label in _SIZED_IN and _CLASS_BEHIND.match(text, end) is not None  # 万头以上规模牧场
    if label == "期" and first in _PHASES:
        ahead = first != "二" and _PHASE_AHEAD.search(text, max(0, start - _LONGEST_LEAD), start)
        return not ahead or _PHASE_BEHIND.match(text, end) is not None
    return len(first) == 1 and label in _NAMED_SO and _NAME_BEHIND.match(text, end) is not None


def _is_vague(text: str, start: int) -> bool:
    """Whether 数, 几, 上 before a Chinese numeral leave open how many: 数百家; not 企业总数百家."""
    before = text[start - 1]
    if before not in _VAGUE or text[start] not in "十百千万亿":
        return False
    return before != "数" or text[start - 2 : start - 1] not in _COUNTING


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
    vague: bool = False,
) -> Quantity:
    lead, trail = start, end
    comparator: Comparator = ">" if more else "="
    if after := _TRAIL.match(text, end):
        trail = after.end()
        comparator = next(sign for i, (sign, _) in enumerate(_AFTER) if after[f"c{i}"])
    if text[start - 1 : start] in _LEAD_ENDS and (before := _LEAD.search(text[max(0, start - _LONGEST_LEAD) : start])):
        if before[0].startswith("突破") and kind == "counter" and _BROKEN_THROUGH.match(text, end):
            return Quantity(start, end, lead, trail, value, maximum, unit, kind, comparator, chinese, vague)
        lead = start - len(before[0])
        comparator = next(sign for i, (sign, _) in enumerate(_BEFORE) if before[f"c{i}"])
    elif trail == end and (each := before_each(text[max(0, start - _LONGEST_EACH) : start])):
        comparator = each
    return Quantity(start, end, lead, trail, value, maximum, unit, kind, comparator, chinese, vague)


def before_each(words: str) -> Comparator | None:
    """The comparator that stands before what a number is reckoned for, at the end of some words.

    >>> before_each("投资强度不得低于每公顷"), before_each("每公顷"), before_each("高于每年")
    ('>=', None, None)
    """
    found = compared_each().search(words) if "每" in words else None
    return next(sign for i, (sign, _) in enumerate(_BEFORE) if found[f"c{i}"]) if found else None


@cache
def compared_each() -> re.Pattern[str]:
    """A comparator before 每 and a unit at the end: 不得低于 of 不得低于每公顷."""
    of = alternation(u.label for u in units().values() if u.kind in ("measure", "money", "counter") and u.use != "span")
    return re.compile(f"{_LEADS}(?=每[十百千万亿]{{0,2}}{of}(?:每[年月天日])?$)")


def number(written: str) -> Decimal:
    """The value of a number in Arabic or Chinese numerals.

    >>> number("10,912.97"), number("三十五"), number("二百"), number("十二")
    (Decimal('10912.97'), Decimal('35'), Decimal('200'), Decimal('12'))
    """
    if written[0].isdigit():
        return Decimal(written.replace(",", ""))
    return Decimal(integer(written))


def counted_in(unit: str) -> str:
    """A unit without its scale: 个 of 万个."""
    return unit.lstrip("百千万亿")


def normalise(value: Decimal, written: str) -> tuple[Decimal, str] | None:
    """A value in the unit that a written unit means, and that unit's IRI; None where no such unit is known.

    >>> normalise(Decimal("1.5"), "万亿元")
    (Decimal('1500000000000'), 'http://qudt.org/vocab/unit/CCY_CNY')
    """
    written = written.partition("（")[0]
    for scale in ("", *sorted(_SCALES, key=len, reverse=True)):
        known = units().get(written[len(scale) :]) if written.startswith(scale) else None
        if known and known.iri:
            exact = value * _SCALES.get(scale, 1) * known.multiplier
            rounded = _PRECISION.plus(exact)
            return (Decimal(int(rounded)) if rounded == int(rounded) else rounded.normalize()), known.iri
    return None
