"""How long an act takes at most: 环评报告书14个工作日内、报告表7个工作日内完成审批; how soon somebody is there."""

from __future__ import annotations

import re
from itertools import pairwise

from guitu.extract.figures.clauses.distribution import LIST_SIGNS
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement, Unread

_DAYS = ("工作日", "小时", "日", "天", "分钟")
_DONE = re.compile(
    r"(?:内)?(?:全部|必须|应当?|须|要|可|能)*(?P<done>完成(?:[一-鿿]{2,6})?|办结|办理完毕|审批完毕|审查完毕|审结|批复|核准|核发|发证|出证|出具[一-鿿]{2,8}|办好|办成)(?=$|[，。；])"
)
# 接到报警后15分钟内到达现场
_THERE = re.compile(
    r"(?:内)?(?:必须|应当?|须|要|可|能)*(?P<done>(?:抵达|到达|赶到|赶赴)(?:[一-鿿]{0,4}现场|[一-鿿]{2,14})?|到场|到岗|到位|(?:作出)?响应)(?=$|[，。；、])"
)
_CALLED = re.compile("(?:接到?|收到|发现|发生|出现)[一-鿿]{1,12}后")
_MUST = re.compile("(?:原则上|必须|应当?|须|要|可|能够?|均|都|基本|实现|确保|力争|做到|全部)*(?:[在于])?$")
# a thing that is dealt with: 施工许可证; no point in time (受理之日起) and nobody who acts (企业, 县住房城乡建设局)
_THING = re.compile(
    r"(?![在于自从将把对由向经凡])[一-鿿A-Za-z]{2,20}(?<![起后前])(?<![局委厅部处院省市县区镇乡村人方])(?<!部门|单位|企业|机构|政府|中心|组织)"
)


# 各校应于名录公布后10天内组织开展评估: who has to do what by when, after what
_AFTERWARDS = re.compile(
    r"(?P<who>(?![一-鿿]{0,8}(?:申请|申报|申领|投标|中标|当事|获奖|受助|承担|个人|企业))[一-鿿]{2,16}?)(?:原则上)?(?:必须|应当?|须|要)(?:[在于]|自)(?P<after>[^，。；：\d]{2,20}(?:后|之日起|起))(?:的)?$"
)
_THEN = re.compile(
    r"，?(?:必须|应当?|须)?(?P<what>(?:组织|开展|启动|完成|提出|作出|出具|予以|进行|办理|提交|上传|公示|公布|反馈|兑现|拨付|发放)[^，。；：\d]{2,20})(?=[，。；]|$)"
)


def _afterwards(text: str, begin: int, inside: list[Quantity]) -> list[Statement | Unread] | None:
    """What a clause sets as the time within which somebody has to act after an event; None for any other clause."""
    q = inside[0]
    told = _AFTERWARDS.fullmatch(text, begin, q.lead)
    then = _THEN.match(text, q.trail)
    if told is None or then is None:
        return None
    name = f"{names.tidy(told['who'])}于{told['after']}{then['what']}"
    return [Statement(name, q, begin, then.end(), text[begin : q.lead])]


def within(text: str, begin: int, end: int, inside: list[Quantity]) -> list[Statement | Unread] | None:
    """What a clause says of how long acts take at most, a thing for each number; None for any other clause.

    A limit whose thing the clause does not name (受理之日起5日内办结) is not read, and told.
    """
    if any(q.comparator != "<=" or not q.unit.endswith(_DAYS) or q.trail == q.end for q in inside):
        return None
    if len(inside) == 1 and (set_ := _afterwards(text, begin, inside)):
        return set_
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
