"""Figures of remarks in brackets right behind a figure: another unit, a part, another measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures.clauses import statements
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.numbers.compact import Compact, compact, is_summed
from guitu.extract.figures.numbers.quantities import Quantity, quantities
from guitu.extract.figures.numbers.stated import MAY_COUNT, Statement
from guitu.extract.figures.roles.number_roles import may_be_figure
from guitu.extract.figures.support import incentives
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.text import Span

_REMARK = re.compile(r"（([^（）\n]{2,80})）")
# what a remark that is no figure opens with: 含…, 指…, 每…
_EXPLAINS = re.compile("不?含|指|即|按|以|如|见|每|注|原")
_NEAR = 8  # characters before a remark that may be spaces
# a remark that belongs to a name: （PM2.5）, （市、区）, （先进）; not （约束性）, （含县级市）, （约3万人）
_OF_NAME = re.compile(
    r"（((?!不?含|包括|指|即|以|如|见|注|原|下[同称]|其中|简称|试[点行]|单位|每|力争|约[束\d]|预期|[国省市县区]级(?!市）)[^，、]{2,})"
    r"(?:[A-Za-z][A-Za-z0-9.+&-]{0,8}(?:达标率)?|[一-鿿、]{1,6})|不(?:包?含|包括)[一-鿿、]{2,16})）"
)  # what is left out says what is measured: 岸线（不含岛屿岸线）保有率
_LEVELS = re.compile(
    "[省市县区州旗盟村居镇](?:、[省市县区州旗盟村居镇]){0,2}"
)  # 12个县（市、区）: the one sign before it is a level
_CRITERIA = re.compile("(?:达标|合格|标准|要求|条件)$")  # 17个村绿化达标（绿地率达22%以上）: what they are judged by
_FOREWORDS = 12  # characters before a remark that are looked for in a name
_LEAST_BEFORE = 2  # characters of a name before a remark that show where it stood
_VERB_ONLY = re.compile(
    "(?:其中)?新?(?:新引进|引进|新增|新建|改建|扩建|自繁|自建|续建|改造|培育|已建成)|[全我本][国省市县州区](?:平均)?"
)


def find(draft: Draft, passage: Passage, said: Iterable[Figure]) -> Iterator[Figure | Gap]:
    """The numbers of remarks in brackets: the same in another unit, a part of it, another measure; else a gap."""
    text = draft.read(passage)
    if "（" not in text:
        return
    if passage.task is not None and passage.chapter == "work" and incentives.spans(text):
        return
    hosts = {figure.span.end: figure for figure in said}
    for remark in _REMARK.finditer(text):
        if not MAY_COUNT.search(remark[1]):
            continue
        if is_summed(text, *remark.span()):
            continue  # read with the sentence
        words = compact(remark[1], passage.span.start + remark.start(1))
        before = text[max(0, remark.start() - _NEAR) : remark.start()]
        host = hosts.get(passage.span.start + remark.start() - len(before) + len(before.rstrip()))
        read = list(_in_remark(words, host)) if host and not _CRITERIA.search(before.rstrip()) else []
        yield from read
        told = [figure.span for figure in read]
        for q in quantities(words.text):
            place = words.span(q.lead, q.trail)
            if any(span.start <= place.start < span.end for span in told):
                continue
            if may_be_figure(q):
                yield Gap("unread-number", "括注里的数值没有读出", place)


def _in_remark(words: Compact, host: Figure) -> Iterator[Figure]:
    """The figures of a remark right behind a figure: 30万公顷（450万亩）, 覆盖率30%（林木覆盖率36%）."""
    alone = next(quantities(words.text), None)
    if alone and alone.kind and (alone.lead, alone.trail) == (0, len(words.text)):
        if alone.kind != "counter" and alone.unit != host.unit:
            yield _like(host, host.indicator, alone, words.span(0, len(words.text)))
        return
    if _EXPLAINS.match(words.text):
        return
    if parts := list(_shares_of(words, host)):
        yield from parts
        return
    for item in statements.read(words.text, ""):
        if isinstance(item, Statement) and item.end == item.quantity.trail and len(item.indicator) > 2:
            part = _VERB_ONLY.fullmatch(item.indicator)  # 其中新建3座, 全省平均80%
            name = item.indicator + host.indicator if part else item.indicator
            yield _like(host, name, item.quantity, words.span(trimmed(words.text, item.start), item.end))


# （其中移动787个，电信657个）: parts of what was counted, each with its share
_PART = re.compile(r"(?:^|[，、；]|以及|和)(?:其中)?(?P<name>[一-龥]{2,8}?)(?:有|为|共|约)?$")
_ALL_OF = re.compile("^(?:[全我本][省市县区州国]|累计|共)")
_SHARE = re.compile("占(?:比)?$")


def _shares_of(words: Compact, host: Figure) -> Iterator[Figure]:
    """The named parts of a counted whole, together no greater: 基站900个（移动500个，电信400个）."""
    if host.unit.endswith("%"):
        return
    whole = _ALL_OF.sub("", names.without_doing(host.indicator))
    said = list(quantities(words.text))
    parts: list[Figure] = []
    total, name, begin = Decimal(0), "", 0
    for q in said:
        before = words.text[begin : q.lead]
        if q.kind == "ratio" and name and _SHARE.search(before):  # 民办396所，占31.6%
            parts.append(_like(host, f"{name}占比", q, words.span(trimmed(words.text, begin), q.trail)))
        elif q.unit == host.unit and (found := _PART.search(before)):
            part = found["name"]
            total, name = total + q.value, part if part.endswith(whole[-2:]) else _of_kind(part, whole)
            parts.append(_like(host, name, q, words.span(trimmed(words.text, begin), q.trail)))
        else:
            return
        begin = q.trail
    if begin == len(words.text) and 0 < total <= host.value:
        yield from parts


_GRADE = re.compile("(?:国家|[省市县区])级")
_OF_ONE_SIGN = "区园县镇村点站所厂馆院室场店路桥街校"


def _of_kind(part: str, whole: str) -> str:
    """A part with the noun of the whole; 国家级高新区 of 国家级园区20家（高新区8家）, for both end alike."""
    if part[-1] != whole[-1:] or part[-1] not in _OF_ONE_SIGN:
        return part + whole
    grade = _GRADE.match(whole)
    return (grade[0] if grade else "") + part


def _like(host: Figure, indicator: str, q: Quantity, span: Span) -> Figure:
    return replace(
        host, indicator=indicator, value=q.value, unit=q.unit, comparator=q.comparator, maximum=q.maximum, span=span
    )


def restored(name: str, text: str) -> str:
    """A name with the remarks that stand inside it in the text: 细颗粒物（PM2.5）浓度.

    >>> restored("细颗粒物浓度", "年均细颗粒物（PM2.5）浓度控制在"), restored("覆盖率", "覆盖率（约束性）达到")
    ('细颗粒物（PM2.5）浓度', '覆盖率')
    """
    plain = re.sub(r"（[^（）\n]{0,80}）|\s+", "", text)
    for remark in _OF_NAME.finditer(text):
        before = re.sub(r"（[^（）\n]{0,80}）|\s+", "", text[max(0, remark.start() - _FOREWORDS) : remark.start()])
        if end := _remark_place(name, before, plain):
            name = name[:end] + remark[0] + name[end:] if name[end : end + 1] != "（" else name
        elif (
            end is None
            and _LEVELS.fullmatch(remark[1])
            and (one := re.search(f"{before[-1:]}(?:$|(?!.*{before[-1:]}$)(?![级域城区乡镇（]))", name))
        ):
            name = name[: one.end()] + remark[0] + name[one.end() :]  # the counted noun stands at the end
    return name


def _remark_place(name: str, before: str, plain: str) -> int | None:
    """Where in a name a remark behind `before` goes: 0 where it is of another name, None where no word fits.

    Of another name: of 可吸入颗粒物（PM10）和细颗粒物 the remark is not for 细颗粒物, which `plain` has by itself.
    """
    for length in range(min(len(before), len(name)), _LEAST_BEFORE - 1, -1):
        at = name.find(before[-length:])
        if at >= 0:
            wider = name[at - 1 : at + length] if at else ""
            return 0 if wider and length < len(before) and wider in plain else at + length
    return None


def trimmed(text: str, start: int) -> int:
    """Where a stretch of text begins without its leading signs."""
    while start < len(text) and text[start] in "，、；。：和及与":
        start += 1
    return start
