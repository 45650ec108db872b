"""A whole in its parts, told by the ratio of these: 三次产业结构由8∶45∶47调整为7∶40∶53 is a figure for each part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from guitu.extract.facts import Comparator
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement
from guitu.extract.figures.years.years import year_marks

_RATIO = r"\d{1,3}(?:\.\d+)?(?:[:：∶]\d{1,3}(?:\.\d+)?){1,4}"
_CUE = re.compile(r"\d[:：∶]\d{1,3}(?:\.\d+)?[:：∶]\d|比[重例][^，。；]{0,16}\d[:：∶]\d")
_SAID = re.compile(
    rf"(?P<named>[^，。；：\d]{{4,60}}?)(?:(?:由|从)(?P<when>[^，。；：]{{0,12}}?)(?P<old>{_RATIO}))?"
    rf"(?:调整|优化|变化|改善|提升|转变|演变|发展)?(?:达到?|到|至|为|是)(?P<then>(?:19|20)\d\d年[末底]?的?)?(?P<new>{_RATIO})(?![:：∶\d])"
)
# 车桩比达到2:1, 收入差距缩小到1.9:1: how many for one
_TO_ONE = re.compile(
    r"(?P<name>[^，。；：\d]{2,20}?(?:比|比例|配比|差距))(?:要|应|力争)*(?:达到?|(?:缩小|提高|降低|优化|控制|调整|稳定|保持|下降)[到至在]|不高于|不低于|不超过|为)"
    r"(?P<many>\d{1,3}(?:\.\d{1,2})?)(?P<unit>[:：∶]1)(?:左右|以内|以上|以下)?(?=$|[，。；、])"
)
_BOUNDS: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    ("<=", re.compile("不高于|不超过|以内|以下")),
    (">=", re.compile("不低于|以上")),
    ("~", re.compile("左右")),
)
_TO_ONE_CUE = re.compile("[:：∶]1")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_INDUSTRIES = re.compile(r"(?:三次|一、?二、?三次?)产(?:业|业增加值)?(?:结构|比例|比重|占比)?(?:之?比|比例|比重)?")
_ORDER = ("第一产业", "第二产业", "第三产业")
_MEMBERS = re.compile(
    "(?P<members>[^，。；：]+?)(?P<share>(?:占[^，。；：、]{2,20}?的?)?(?:比重|比例|占比|结构比|份额))(?:之比)?"
)
_WHOLE = (99, 101)  # what the parts of a whole add up to


@dataclass(frozen=True, slots=True)
class Shares:
    """The figures of one ratio or two; [start, end) is the stretch that says them."""

    start: int
    end: int
    stated: tuple[Statement, ...]


def read(text: str) -> Iterator[Shares]:
    """The ratios of compact text whose parts are named, one for each number, and add up to a whole.

    >>> (found,) = read("到2025年，铁路、公路货运量比重达到30:70。")
    >>> [(one.indicator, str(one.quantity.value)) for one in found.stated]
    [('铁路货运量比重', '30'), ('公路货运量比重', '70')]
    >>> list(read("师生比达到1:12。")), list(read("甲、乙、丙比例为1:2:3。"))
    ([], [])
    """
    if _TO_ONE_CUE.search(text):
        yield from _to_one(text)
    if not _CUE.search(text):
        return
    for found in _SAID.finditer(text):
        ratios = [key for key in ("old", "new") if found[key]]
        names = _names(found["named"], len(_NUMBER.findall(found["new"])))
        if names and all(_is_whole(found[key], len(names)) for key in ratios):
            stated = [s for key in ratios for s in _stated(found, key, names)]
            yield Shares(found.start(ratios[0]), found.end("new"), tuple(stated))


def _to_one(text: str) -> Iterator[Shares]:
    """The ratios of something to one of another."""
    for found in _TO_ONE.finditer(text):
        start, end = found.span("many")[0], found.end("unit")
        sign: Comparator = next((sign for sign, words in _BOUNDS if words.search(found[0])), "=")
        quantity = Quantity(start, end, start, end, Decimal(found["many"]), None, found["unit"], None, sign)
        yield Shares(found.start(), end, (Statement(found["name"], quantity, found.start(), end, found["name"]),))


def _stated(found: re.Match[str], key: str, names: list[str]) -> Iterator[Statement]:
    former = key == "old"
    marks = list(year_marks(found["when" if former else "then"] or ""))
    for name, number in zip(names, _NUMBER.finditer(found[key]), strict=True):
        start, end = (found.start(key) + at for at in number.span())
        quantity = Quantity(start, end, start, end, Decimal(number[0]), None, "", None, "=")
        year = marks[-1].year if marks else None
        yield Statement(name, quantity, found.start(), end, found["named"], former, year)


def _is_whole(ratio: str, parts: int) -> bool:
    numbers = [Decimal(number) for number in _NUMBER.findall(ratio)]
    return len(numbers) == parts and _WHOLE[0] <= sum(numbers) <= _WHOLE[1]


def _names(named: str, parts: int) -> list[str]:
    """What each number is a share of; none where not as many are named."""
    if (industries := _INDUSTRIES.search(named)) and industries.end() == len(named):
        return [f"三次产业结构中{one}比重" for one in _ORDER] if parts == len(_ORDER) else []
    found = _MEMBERS.fullmatch(named)
    if found is None:
        return []
    *ahead, last = re.split("[、和与]", found["members"])
    if len(ahead) + 1 != parts or not all(ahead):
        return []
    size = len(ahead[-1])
    tail = last[size:] if len(last) > size and not last.endswith(ahead[-1][-2:]) else ""  # 铁路、公路货运量
    return [*(one + tail + found["share"] for one in ahead), last + found["share"]]
