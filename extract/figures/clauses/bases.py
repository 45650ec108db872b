"""Values that a change is compared with: 比2025年的3.2亿立方米减少6%, 较2025年的8吨、6吨分别下降5%、4%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from guitu.extract.figures.clauses.distribution import LIST_SIGNS, as_listed
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names import listed_names
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.ellipsis import measured
from guitu.extract.figures.numbers.quantities import Quantity
from guitu.extract.figures.numbers.stated import Statement, Unread

_BASE = re.compile(
    r"(?P<subject>[^，：；。]*?)(?P<base>(?:[比较]|相比于?|相较于?)(?P<when>(?:(?:19|20)\d\d年|“?十[一二三四五六七]?五”?)[末底初]?))"
    r"(?:实际)?的$"
)
# 居民收入从2021年的4万元和2万元分别提高到5万元和3万元
_FROM = re.compile(
    r"(?P<subject>[^，：；。\d]{2,60}?)(?P<base>[从由](?:(?P<when>(?:(?:19|20)\d\d年|“?十[一二三四五六七]?五”?)[末底初]?)的?)?)$"
)
_CHANGE = re.compile(
    r"(?:将|要|应)?(?:分别|各|均|都)?(?:再|累计|年均|大幅)?(?P<change>增长|提高|降低|下降|减少|增加|提升|压减|缩短)(?:了|(?P<to>到|至))?$"
)
_FOR_ALL = re.compile("[均都]")  # 产量比2025年的8吨、6吨均增长10%
_LOOK_BACK = 90  # characters before a number in which its subject stands


def compared(text: str, start: int, inside: list[Quantity], carry: Carry) -> list[Statement | Unread] | None:
    """What a clause says that names the values it starts from; None for any other clause.

    The base values are of the past, each under the measure whose change the other half of the numbers tells.
    """
    head = text[max(start, inside[0].lead - _LOOK_BACK) : inside[0].lead]
    found = _BASE.search(head) if head.endswith("的") else None
    risen = _FROM.search(head) if found is None and len(inside) > 3 else None
    found = found or risen
    if found is None or len(inside) < 2:
        return None
    count = 1 + next(
        (i for i, (a, b) in enumerate(pairwise(inside)) if text[a.trail : b.lead] not in LIST_SIGNS), len(inside)
    )
    bases, rest = inside[:count], inside[count:]
    change = _CHANGE.match(text[bases[-1].trail : rest[0].lead]) if rest else None
    if change is None or (risen and (count < 2 or not change["to"])):
        return None
    parts = _measures(found["subject"], len(bases), carry)
    row = {text[a.trail : b.lead] for a, b in pairwise(rest)} <= LIST_SIGNS
    if len(rest) == 1 and _FOR_ALL.search(change[0]):
        rest = rest * len(bases)
    if len(parts) != len(rest) or len(parts) != len(bases) or not row:
        return [Unread("并列的名称与数值对不上", bases[0].lead, inside[-1].trail)]
    said = "" if change["to"] else found["base"] + change["change"]
    return list(_pairs(parts, (bases, rest), (start, head), said, carry))


def _measures(subjects: str, count: int, carry: Carry) -> list[str]:
    """What is compared: named in the clause, else in the one before."""
    if subject := names.subject(subjects):
        return [measured(subjects, carry)] if count == 1 else listed_names.split_list(subject, count)
    if len(carry.names) == count:
        return list(carry.names)
    if count == 1:
        return [name] if (name := carry.base or carry.last) else []
    return carry.said[-count:] if len(carry.said) >= count else []


def _pairs(
    parts: list[str], values: tuple[list[Quantity], list[Quantity]], before: tuple[int, str], said: str, carry: Carry
) -> Iterator[Statement]:
    bases, rest = values
    start, head = before
    whole = [names.tidy(name) for name in parts]
    for name, q in zip(whole, bases, strict=True):
        level = names.level_of(name) or name
        yield Statement(level, as_listed(q, bases), start, bases[-1].trail, head, former=True)
    for name, q in zip(whole, rest, strict=True):
        yield Statement(name + said, as_listed(q, rest), start, rest[-1].trail, head)
    carry.base, carry.last = names.level_of(whole[-1]) or whole[-1], whole[-1] + said
    carry.names = tuple(whole) if len(whole) > 1 else carry.names
    carry.said += [name + said for name in whole]
