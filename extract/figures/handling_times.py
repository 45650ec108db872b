"""How long an act takes at most: 环评报告书14个工作日内、报告表7个工作日内完成审批; how soon somebody is there."""

from __future__ import annotations

import re
from itertools import pairwise

from guitu.extract.figures import indicator_names as names
from guitu.extract.figures.distribution import LIST_SIGNS
from guitu.extract.figures.quantities import Quantity
from guitu.extract.figures.stated import Statement, Unread

_DAYS = ("工作日", "小时", "日", "天", "分钟")
_DONE = re.compile(
    r"(?:内)?(?:全部|必须|应当?|须|要|可|能)*(?P<done>完成(?:[一-鿿]{2,6})?|办结|办理完毕|审批完毕|审查完毕|审结|批复|核准|核发|发证|出证|出具[一-鿿]{2,8}|办好|办成)(?=$|[，。；])"
)
# 接到报警后15分钟内到达现场
_THERE = re.compile(
    r"(?:内)?(?:必须|应当?|须|要|可|能)*(?P<done>(?:抵达|到达|赶到|赶赴)(?:[一-鿿]{0,4}现场|[一-鿿]{2,6})?|到场|到岗|到位)(?=$|[，。；])"
)
_CALLED = re.compile("(?:接到?|收到|发现|发生|出现)[一-鿿]{1,12}后")
_MUST = re.compile("(?:原则上|必须|应当?|须|要|可|能|均|都)*(?:[在于])?$")
# a thing that is dealt with: 施工许可证; no point in time (受理之日起) and nobody who acts (企业, 县住房城乡建设局)
_THING = re.compile(
    r"(?![在于自从将把对由向经凡])[一-鿿A-Za-z]{2,20}(?<![起后前])(?<![局委厅部处院省市县区镇乡村人方])(?<!部门|单位|企业|机构|政府|中心|组织)"
)


def within(text: str, begin: int, end: int, inside: list[Quantity]) -> list[Statement | Unread] | None:
    """What a clause says of how long acts take at most, a thing for each number; None for any other clause.

    A limit whose thing the clause does not name (受理之日起5日内办结) is not read, and told.
    """
    if any(q.comparator != "<=" or not q.unit.endswith(_DAYS) or q.trail == q.end for q in inside):
        return None
    after = text[inside[-1].trail : end]
    there = _THERE.match(after)
    done = _DONE.match(after) or there
    if done is None:
        return None
    between = [text[begin : inside[0].lead], *(text[a.trail : b.lead] for a, b in pairwise(inside))]
    things = [between[0], *(name[1:] if name[:1] in LIST_SIGNS else "" for name in between[1:])]
    whole = [names.tidy(_MUST.sub("", thing)) for thing in things]
    if not all(_THING.fullmatch(thing) or (there and _CALLED.fullmatch(thing)) for thing in whole):
        return [Unread("带单位的数值没有读成指标", q.lead, q.trail) for q in inside]
    until = inside[-1].trail + done.end()
    return [
        Statement(name + done["done"], q, begin, until, thing)
        for name, thing, q in zip(whole, things, inside, strict=True)
    ]
