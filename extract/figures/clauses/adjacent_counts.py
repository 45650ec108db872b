"""Counts that stand side by side: 东桥区14所4200个 behind what they are parts of, 120户350人稳定脱贫."""

from __future__ import annotations

import re
from itertools import pairwise

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.part_areas import is_place
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement, Unread

_OPENS = re.compile("^(?:[、，和]|其中)+")
# what households and their members do or get together
_TOGETHER = re.compile(
    "(?:将|可|要)?(?P<done>(?:稳定|全部|如期|顺利|实现)*(?:脱贫|搬迁|入住|就业|增收|安置|参保|落户|摘帽|转移就业){1,2})"
)
_PART = r"(?:[一-鿿]{1,4}族)?(?:街道办事处|街道|乡镇|镇|乡|行政村|自然村|村民小组|村委会|居委会|村|社区|苏木|嘎查)"
_ADMINISTERED = re.compile(rf"\d{{1,4}}(?P<counter>个)?(?P<noun>{_PART})")
_ADMINISTERS = re.compile(
    rf"(?P<head>[^，；。：\d]{{0,12}}?(?:下辖|现辖|管辖|辖有|辖))(?P<parts>(?:\d{{1,4}}个?{_PART})+)"
)
# of which place they are said: 全县, 东桥区; not 项目区, 原, 撤并后
_ITS_PLACE = re.compile(
    "(?P<place>[全我本][省市县区州旗镇乡]|(?!(?:项目|示范|试点|规划|核心|库|灌|园|景|片|城|原|现|该|各|新|老|全|我|本))"
    "[一-鿿]{2,6}[市县区州旗])(?:下辖|现辖|管辖|辖有|辖)"
)
_SHORTEST = 4  # characters of two counts: 4镇3乡
_WHO = re.compile(
    "(?:(?:全年|年内|今年|全[国省市县区州旗镇乡]|[我本][省市县区州镇]|确保|力争|实现|争取|预计|将|有|共)|，)*"
)


def read(text: str, start: int, end: int, inside: list[Quantity], carry: Carry) -> list[Statement | Unread] | None:
    """The counts of a clause that stand side by side; None where they do not, or do not say what they count."""
    if strung := _strung(text, start, end, inside):
        return strung
    if {q.kind for q in inside} != {"counter"}:
        return None
    return _of_places(text, start, end, inside, carry) or _together(text, start, end, inside)


def _strung(text: str, start: int, end: int, inside: list[Quantity]) -> list[Statement | Unread]:
    """The parts of a place, counted without signs between: 全县辖4镇3乡60个行政村5个社区; unread for no place."""
    found = _ADMINISTERS.fullmatch(text, start, end)
    if found is None or len(found["parts"]) < _SHORTEST:
        return []
    place = _ITS_PLACE.fullmatch(found["head"])
    made: list[Statement | Unread] = []
    by_start = {q.start: q for q in inside}
    for part in _ADMINISTERED.finditer(text, found.start("parts"), end):
        q = by_start.get(part.start())
        if q is None:
            return []
        q = q if part["counter"] else q._replace(unit=part["noun"], kind="counter", end=part.end(), trail=part.end())
        if place is None:
            made.append(Unread("没有文字说明数值衡量什么", q.lead, q.trail))
        else:
            made.append(Statement(place["place"] + part["noun"], q, start, part.end(), found["head"]))
    return made if len(made) > 1 else []


def _of_places(text: str, start: int, end: int, inside: list[Quantity], carry: Carry) -> list[Statement | Unread]:
    """Each part of a place with its share of what was counted before, by the unit; empty for any other clause."""
    groups: list[tuple[str, int, list[Quantity]]] = []
    at = start
    for q in inside:
        if groups and q.lead == at:
            groups[-1][2].append(q)
        else:
            groups.append((_OPENS.sub("", text[at : q.lead]), at, [q]))
        at = q.trail
    several = all(len(counts) > 1 for _, _, counts in groups)
    if at != end or not (several or carry.of_before) or not all(is_place(place) for place, _, _ in groups):
        return []
    made: list[Statement | Unread] = []
    for place, begin, counts in groups:
        for q in counts:
            if whole := carry.whole_in(q.unit):
                made.append(Statement(place + whole, q, begin, q.trail, text[begin : counts[0].lead]))
            else:
                made.append(Unread("没有文字说明数值衡量什么", q.lead, q.trail))
    return made


def _together(text: str, start: int, end: int, inside: list[Quantity]) -> list[Statement | Unread]:
    """Households and their members, of whom one deed is told."""
    beside = len(inside) > 1 and all(one.trail == other.lead for one, other in pairwise(inside))
    done = _TOGETHER.fullmatch(text, inside[-1].trail, end) if beside else None
    head = names.without_years(text[start : inside[0].lead])
    if done is None or not _WHO.fullmatch(head):
        return []
    return [Statement(done["done"], q, start, end, text[start : inside[0].lead]) for q in inside]
