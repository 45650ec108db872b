"""How soon those act whom a task sets up, quoted as a rule: “3分钟出车、8分钟到场”."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from guitu.extract.figures.names.clause_objects import object_of
from guitu.extract.figures.numbers.quantities import quantities
from guitu.extract.figures.numbers.stated import Statement, Unread

_DEED = "(?:接警|接单|出警|出动|出车|出发|出诊|响应|集结|到达(?:现场)?|抵达(?:现场)?|到场|到位|处置|扑救|反馈)"
_STEP = rf"\d{{1,3}}(?:分钟|小时|秒)(?:以?内)?{_DEED}"
_RULE = re.compile(
    rf"“(?P<steps>{_STEP}(?:、{_STEP})*)”(?:的)?(?:响应|处置|工作|救援|应急)*(?:要求|标准|目标|机制|规定|时限)"
)
_BEHIND = re.compile(rf"(?P<deed>{_DEED})(?=[、”])")
_CUE = re.compile("[钟时秒内][接出响集到抵处扑反]")
# who can act: 微型消防站, 急救队伍; of 应急能力 nobody says who
_ACTS = re.compile("(?:站|[中支大分]队|队伍|中心|驿站|小组)$")


def read(text: str, title: str) -> Iterator[Statement | Unread]:
    """The times of a quoted rule, for whom the title of their task sets up; unread where it sets up nobody who acts.

    >>> [(s.indicator, str(s.quantity.value)) for s in read("落实“3分钟出车、8分钟到场”要求。", "推进急救站建设")]
    [('急救站出车', '3'), ('急救站到场', '8')]
    >>> [type(s).__name__ for s in read("落实“3分钟出车”要求。", "提升急救能力")]
    ['Unread']
    """
    rules = [rule.span("steps") for rule in _RULE.finditer(text)] if _CUE.search(text) else []
    whose = object_of(title) if rules else ""
    for q in quantities(text) if rules else ():
        at = bisect_right(rules, (q.start, sys.maxsize)) - 1
        if at < 0 or q.start >= rules[at][1]:
            continue
        deed = _BEHIND.match(text, q.trail)
        if deed and _ACTS.search(whose):
            yield Statement(whose + deed["deed"], q, q.start, deed.end(), "")
        else:
            yield Unread("带单位的数值没有读成指标", q.lead, q.trail)
