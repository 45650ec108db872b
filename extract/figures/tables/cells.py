"""The cells of an indicator table: a name with its unit, a value, and several of both in one cell, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guitu.extract.figures.numbers.quantities import Quantity, number, quantities
from guitu.extract.figures.years.years import year_marks
from guitu.extract.text import Cell, Span, Text
from guitu.ontology.units import unit, units

# （家）, （单位：家）, （家，累计）
_UNIT_REMARK = re.compile(r"[（〔](?:单位[：:]?)?([^（）〔〕]{1,12}?)(?:[，、](?:累计|年均|当年|期末))?[）〕]")
_EMPTY = re.compile(r"^[-—–/\\、*＊·.…]*$|^(?:无|暂无|——)$")
_ROW_NUMBER = re.compile(r"^(?:\d{1,3}[.、．]|[（〔]\d{1,3}[）〕]|[①-⑳])\s*(?=[^\d%])")
_MARKS = re.compile(r"[*＊△▲★☆#※]|注\d?$")
INNER = re.compile(r"^[—–-]*其中[，：:、]?")
_THRESHOLD = re.compile(r"(?:超过?|突破|大于|达到?)[\d.百千万亿]+(?:元|人|吨|家)?(?:以上)?的?")
HELD = re.compile(r"^[〔\[【](.*)[〕\]】]$")  # 〔500〕, [4]: counted over the whole period
_FOREWORDS = 8  # characters of words before the number of a cell: 力争达到80
REMARKS = re.compile(r"（[^（）]*）|\s+")
_ENDS = re.compile(r"\d{1,9}(?:\.\d{1,6})?[-~—至]{1,2}(\d{1,9}(?:\.\d{1,6})?)")
_LINE = re.compile(r"[^\n]+")
# 日间照料覆盖率（城市/农村） and 100/65
_SIDES = re.compile(r"(?P<base>[^（）]{2,})（(?P<sides>[^（）/]{1,8}(?:/[^（）/]{1,8}){1,3})）(?P<unit>（[^（）]+）)?")
_SIDE_VALUES = re.compile(r"[≥≤]?\d[\d.]*%?(?:/[≥≤]?\d[\d.]*%?){1,3}")
_MEASURE = re.compile("(?:率|比例|比重|占比|数|量|额|值|水平|面积|收入|里程)$")


_YEAR_BEFORE = re.compile("[较比]?上一年度?(?=增|提|下|降|减|有)")  # no number
_UNIT_BEHIND = re.compile(r"[，/](?P<unit>[^，/]{1,6})$")
_UNIT_INSIDE = re.compile(r"(?<=[^（])[，、；](?P<unit>[^（）〔〕，、；]{1,8})）$")
_SHORT = 6  # characters of a part that says nothing without what it is part of: 其中：农村
_PER = re.compile("[^/是否有无]{1,8}/[^/是否有无]{1,8}")
_BOTH = re.compile(
    r"(?P<value>[^〔〕\[\]]+)[〔\[](?P<held>[^〔〕\[\]]+)[〕\]]"
)  # 23.04〔1.38〕: and over the whole period
_CHANGE = re.compile("(?:下降|降低|减少|压减|缩短|提高|提升|增长|增加)$")  # of 较2025年下降5%, not of 提高到80%
_TELLS = re.compile(
    "(?:达到?|到|至|为|在|实现|完成|超过?|保持|控制在|提高|提升|增长|增加|下降|降低|减少|[率数量比占，；。：、]|^)$"
)
_SENTENCE_REACH = 6  # characters before a number that say it is reached
_PER_HEAD = re.compile(
    "(每[百千万]{1,2}(?:名|个|户)?[一-鿿]{0,4}?(?:人口|人|居民|户|亩|老年人|老人|儿童|职工|学生))(?:拥有|配备|有)?"
    "(?:(?:要|应|须|均|力争|逐步)?(?:达到?|为|不低于|不少于|提高到|增加到))?$"
)
_WITHIN = re.compile("^(?:(?:未来)?[3-5三四五]年内?(?:累计|合计|共)?|累计)(?=[一-鿿\\d≥])(?!均|增|来)")  # 5年累计3000
# 新增园区3个、新增基地不少于5个: a cell that names each of its numbers
_NAMED_PART = re.compile(
    r"(?P<name>(?:新[增建]|培育|引进|建成|改造)[一-鿿（）]{2,12}?)(?P<value>(?:不少于|不低于|达到?|超过)?[\d.]+[一-鿿%]{1,3}(?:以上|左右)?)(?:[、，；]|$)"
)
_SAME_AGAIN = re.compile("[，、；](?:力争)?(?:到)?20\\d\\d年底?(?:前)?(?:力争)?(?:达到?|提高到|增加到|为)?$")
_TIMES = ("次", "场", "期", "轮", "场次")  # not 每天20万吨
# how often within a year, or how long between two times, which no figure of a year says
_OFTEN = re.compile(
    "每(?:个|一)?(?:季度?|月|周|星期|日|天|半年|[两二三四五]年)(?:至少|应|须|要)?(?:开展|组织|进行|举办|召开|检查|培训|更新|报送|不少于)?$"
)
_OFTEN_REACH = 16  # characters before a number that say how often
_FROM = re.compile(r"[由从](?P<year>20\d\d)年[底末]?的?(?:约)?$")  # 由2025年的72%提高到
_OF_YEAR = re.compile("的?(?:约)?")
_LONGEST = 300  # characters of a cell that is read as a sentence


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a cell; `year`: its own, of a sentence; `held`: counted over the period; `change`: 下降 of 下降5%."""

    quantity: Quantity
    year: int | None = None
    held: bool = False
    change: str = ""
    annual: bool = False  # 每年12次
    per: str = ""  # 每万常住人口 of 每万常住人口达到4名
    name: str = ""  # its own, in a cell that names each of its numbers
    total: bool = False  # 5年累计3000


def values_of(words: str, name: str = "") -> list[Value]:
    """The numbers of a cell of values: one, one with the sum over the period, or those of a sentence with its years.

    `name`: of the indicator.

    >>> [(str(v.quantity.value), v.year) for v in values_of("力争2027年达到80%，2035年达到90%。")]
    [('80', 2027), ('90', 2035)]
    >>> [(str(v.quantity.value), v.held, v.change) for v in (*values_of("23.04〔1.38〕"), *values_of("下降5%"))]
    [('23.04', False, ''), ('1.38', True, ''), ('5', False, '下降')]
    >>> values_of("较上一年增加。"), [(str(v.quantity.value), v.total) for v in values_of("5年累计3000")]
    ([], [('3000', True)])
    >>> [(v.name, str(v.quantity.value)) for v in values_of("新增园区3个、新增基地不少于5个")]
    [('新增园区', '3'), ('新增基地', '5')]
    """
    if both := _BOTH.fullmatch(words):
        pair = value_of(both["value"]), value_of(both["held"])
        return [Value(q, held=i > 0) for i, q in enumerate(pair) if q]
    words = _YEAR_BEFORE.sub("", words)
    if within := _WITHIN.match(words):
        return [replace(one, total=True) for one in values_of(words[within.end() :], name)]
    if named := _named_parts(words):
        return named
    marks = [m for m in year_marks(words) if not m.base] if "年" in words else []
    if not marks and not _often(words, name) and (one := value_of(words)):
        return [_value(one, REMARKS.sub("", words), None, bool(HELD.match(words)))]
    if len(words) > _LONGEST:
        return []
    plain = REMARKS.sub("", words)
    marks = [m for m in year_marks(plain) if not m.base]
    found: list[Value] = []
    for q in quantities(plain):
        told = (
            q.compared
            or any(m.end <= q.lead and _OF_YEAR.fullmatch(plain, m.end, q.lead) for m in marks)
            or _FROM.search(plain, 0, q.lead)
            or _TELLS.search(plain[max(0, q.start - _SENTENCE_REACH) : q.start])
        )
        if q.kind is None or q.chinese or q.unit == "年" or not told or _how_often(plain, q, name):
            continue
        said = (
            [int(of["year"])] if (of := _FROM.search(plain, 0, q.lead)) else [m.year for m in marks if m.end <= q.start]
        )
        value = _value(q, plain, said[-1] if said else None)
        if found and not value.per and _SAME_AGAIN.search(plain, 0, q.lead):  # 2025年达到5名
            value = replace(value, per=found[-1].per)
        found.append(value)
    return found


def _often(words: str, name: str) -> bool:
    return "每" in words and any(_how_often(words, q, name) for q in quantities(words))


def _how_often(words: str, q: Quantity, name: str) -> bool:
    """Whether a number says how often something is done, and the indicator does not ask just that."""
    if q.unit not in _TIMES or "每" in name:
        return False
    return _OFTEN.search(words, max(0, q.lead - _OFTEN_REACH), q.lead) is not None


def _named_parts(words: str) -> list[Value]:
    """The numbers of a cell that names each of them, and says nothing else; empty for another."""
    if "新" not in words[:2] and not words.startswith(("培育", "引进", "建成", "改造")):
        return []
    parts = list(_NAMED_PART.finditer(words))
    if len(parts) < 2 or sum(len(m[0]) for m in parts) != len(words):
        return []
    made = [(m["name"], value_of(m["value"])) for m in parts]
    return [Value(q, name=name) for name, q in made if q] if all(q for _, q in made) else []


def _value(q: Quantity, words: str, year: int | None, held: bool = False) -> Value:
    change = _CHANGE.search(words, 0, q.lead)
    clause = words[max(words.rfind(sign, 0, q.lead) for sign in "，；。") + 1 : q.lead]
    per = _PER_HEAD.search(clause)
    return Value(q, year, held, change[0] if change else "", "每年" in clause, per[1] if per else "")


def lines(text: Text, cell: Cell) -> list[tuple[str, Span]]:
    """The lines of a cell without their spaces, each with its place."""
    whole = text.read(cell.span)
    found = ((re.sub(r"\s+", "", m[0]), m.span()) for m in _LINE.finditer(whole))
    return [(words, Span(cell.span.start + a, cell.span.start + b)) for words, (a, b) in found if words]


def parted(text: Text, at: Cell, cell: Cell) -> Iterator[tuple[str, str, Span, Span]]:
    """Names and values of two cells, with their places: one of each, or one for each line where a cell has several.

    初中、小学 under 巩固率（%） are 初中巩固率（%） and 小学巩固率（%）. Empty where lines and values do not fit.
    """
    named, valued = lines(text, at), lines(text, cell)
    if len(valued) < 2 or any(value_of(words) is None for words, _ in valued):
        name, value = ("".join(words for words, _ in one) for one in (named, valued))
        for one, of in sides(name, value) or [(name, value)]:
            yield one, of, at.span, cell.span
        return
    head = named[0][0] if len(named) == len(valued) + 1 else ""
    if len(named) - bool(head) != len(valued):
        return
    for (name, name_place), (value, place) in zip(named[bool(head) :], valued, strict=True):
        yield (_below(name, head) if head else name), value, name_place, place


def sides(name: str, value: str) -> list[tuple[str, str]]:
    """The names and values of a row that tells of as many things at once as its values; empty for another row.

    >>> sides("日间照料覆盖率（城市/农村）", "100/65")
    [('城市日间照料覆盖率', '100'), ('农村日间照料覆盖率', '65')]
    >>> sides("达标率（城市/农村/园区）", "90/80"), sides("达标率（户/万户）", "90/80")
    ([], [])
    """
    told = _SIDES.fullmatch(name) if has_sides(value) else None
    if told is None or is_unit(told["sides"]):
        return []
    of, values = told["sides"].split("/"), value.split("/")
    if len(of) != len(values):
        return []
    return [(one + told["base"] + (told["unit"] or ""), each) for one, each in zip(of, values, strict=True)]


def has_sides(value: str) -> bool:
    """Whether a cell holds several values: 100/65."""
    return "/" in value and _SIDE_VALUES.fullmatch(value) is not None


def _below(name: str, head: str) -> str:
    """The name of a line below one that says what is measured."""
    name = INNER.sub("", name)
    plain = _ROW_NUMBER.sub("", head)
    return name if _MEASURE.search(_UNIT_REMARK.sub("", name)) else name + plain


def name_of(raw: str, above: str) -> tuple[str, str]:
    """The indicator of a row and the unit behind its name; 其中 takes what it leaves out from the row above."""
    name = _MARKS.sub("", _ROW_NUMBER.sub("", raw))
    unit = unit_in(name)
    name = _UNIT_REMARK.sub(lambda m: "" if _says_unit(m) else m[0], name).strip("：:，、")
    if not unit and (behind := _UNIT_BEHIND.search(name)) and is_unit(behind["unit"]):  # 吞吐量，万标箱
        name, unit = name[: behind.start()], behind["unit"]
    if not unit and (inside := _UNIT_INSIDE.search(name)) and is_unit(inside["unit"]):  # 泊位（东港区，个）
        name, unit = f"{name[: inside.start()]}）", inside["unit"]
    if not INNER.match(name):
        return name, unit
    name = INNER.sub("", name)
    own, outer = _THRESHOLD.match(name), _THRESHOLD.search(above)
    if own and outer and outer.start():
        rest, rest_above = name[own.end() :], above[outer.end() :]
        of = "的" if outer[0].endswith("的") and not own[0].endswith("的") else ""
        return above[: outer.start()] + own[0] + of + (rest_above if rest_above.endswith(rest) else rest), unit
    return (name if _MEASURE.search(name) or len(name) > _SHORT else name + above), unit


def unit_in(words: str) -> str:
    """The unit in the brackets of a name or a heading; "" for none."""
    return next((m[1] for m in _UNIT_REMARK.finditer(words) if _says_unit(m)), "")


def _says_unit(remark: re.Match[str]) -> bool:
    """Whether a remark in a name is its unit; one sign amid it is a part of the name: 文化馆（站）服务人次."""
    return is_unit(remark[1]) and (len(remark[1]) > 1 or remark.end() == len(remark.string))


def is_unit(words: str) -> bool:
    """Whether words in brackets are a unit, with or without a scale."""
    plain = re.sub(r"^[百千]?[万亿]{1,2}(?=.)|^[百千](?=.)", "", words)
    return words in units() or plain in units() or unit(plain) is not None or _is_per(words)


def _is_per(words: str) -> bool:
    """Whether words are a unit for each of another, one of them known: 张/千人, not 城市/农村."""
    sides_of = [one.lstrip("百千万亿每") for one in words.split("/")] if _PER.fullmatch(words) else ()
    return any(one in units() or unit(one) is not None for one in sides_of)


_UNIT_ALONE = re.compile("[百千万亿]{1,2}[一-鿿]{1,2}(?:/[一-鿿]{1,3})?")  # 万亩, of which nobody says how many


def value_of(words: str, bare: bool = False) -> Quantity | None:
    """The one number of a cell; None for an empty cell, a year or words; `bare`: only where there is nothing else."""
    held = HELD.match(words)
    plain = REMARKS.sub("", held[1] if held else words).strip("〔〕[]【】*＊")
    if not plain or _EMPTY.match(plain) or len(plain) > 30 or _UNIT_ALONE.fullmatch(plain):
        return None
    found = next(quantities(plain), None)
    if found and (ends := _ENDS.fullmatch(plain)) and number(ends[1]) > found.value:  # 98~100
        found = found._replace(maximum=number(ends[1]), trail=len(plain))
    if found is None or found.lead > (0 if bare else _FOREWORDS) or (bare and found.trail < len(plain)):
        return None
    return found


def written_unit(q: Quantity, unit: str) -> str:
    """The unit of a cell, with its own scale; else that of the row or the column."""
    return q.unit if q.kind or not unit else q.unit + unit
