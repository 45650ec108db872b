"""How soon one gets from one place to another: 县城至乡镇1小时通达、村0.5小时直达, 乡镇到县城1小时交通圈."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement

_TIME = r"(?P<time>(?P<number>\d{1,2}(?:\.\d)?|半)个?(?P<unit>小时|分钟))"
_REACHED = "(?P<deed>通达|直达|可达|到达|互通|交通圈|通勤圈)"
_WAY = re.compile(
    rf"(?P<whence>[一-鿿]{{1,16}}?)(?P<joint>[至到])(?P<whither>[一-鿿]{{1,16}}?)(?:基本)?(?:实现)?{_TIME}(?:以?内)?{_REACHED}?(?=[、，；。和]|$)"
)
_NEXT = re.compile(rf"[、和](?P<whither>[一-鿿]{{2,16}}?){_TIME}(?:以?内)?{_REACHED}(?=[、，；。和]|$)")
_LEAD = re.compile("^(?:.*(?:实现|形成|打造|构建|确保|基本)|到)(?=[一-鿿]{1,12}$)")
_CUE = re.compile("[时钟]以?内?(?:通达|直达|可达|到达|互通|交通圈|通勤圈)")
_HALF = Decimal("0.5")


def read(text: str) -> Iterator[Statement]:
    """The times of ways whose two ends are named; a way that goes on from the same place lends it.

    >>> [(s.indicator, str(s.quantity.value)) for s in read("实现云州至省城2小时通达、海港3小时直达。")]
    [('云州至省城通达', '2'), ('云州至海港直达', '3')]
    >>> [(s.indicator, str(s.quantity.value)) for s in read("形成村到镇半小时、镇到县城1小时交通圈。")]
    [('村到镇交通圈', '0.5'), ('镇到县城交通圈', '1')]
    >>> list(read("打造1小时交通圈，邮件24小时到达。"))
    []
    """
    if not _CUE.search(text):
        return
    at = 0
    while way := _WAY.search(text, at):
        at = way.end()
        later = _WAY.match(text, at + 1) if text[at : at + 1] in ("、", "和") else None
        deed = way["deed"] or (later["deed"] if later else None)
        if deed is None:
            continue
        whence = _LEAD.sub("", way["whence"])
        yield _statement(f"{whence}{way['joint']}{way['whither']}{deed}", way)
        while follows := None if later else _NEXT.match(text, at):
            at = follows.end()
            yield _statement(f"{whence}{way['joint']}{follows['whither']}{follows['deed']}", follows)


def _statement(name: str, way: re.Match[str]) -> Statement:
    start, end = way.span("time")
    value = _HALF if way["number"] == "半" else Decimal(way["number"])
    quantity = Quantity(start, end, start, end, value, None, way["unit"], "measure", "=")
    return Statement(name, quantity, way.start(), way.end(), way["whence"] if "whence" in way.groupdict() else "")
