"""What the last of several counted things or shares says for all of them: 100个农用地、80个建设用地治理试点."""

from __future__ import annotations

import re
from itertools import pairwise

from guitu.extract.figures.clauses.distribution import LIST_SIGNS
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.listed_names import shared_noun
from guitu.extract.figures.numbers.stated import Statement, Unread

# 超市以及大多数菜场完成登记: what is counted, others that no number counts, and what is said of all
_DONE_BY = re.compile(
    "(?P<own>[^在得实完纳建配具]{2,20}?)(?P<others>(?:以及|及|和|与)(?:绝?大(?:多数|部分)|多数|少数|部分)[^在得实完纳建配具]{2,20}?)?"
    "(?P<done>(?:在[^，；。]{2,12}[内中里上])?(?:得到|实现|完成|纳入|建成|建有|配备|具备|享有|享受)[^，；。]{1,30})$"
)


def noun_shared(text: str, stated: list[Statement | Unread]) -> list[Statement | Unread]:
    """The things counted in a list, with the noun that only the last names: 100个农用地、80个建设用地治理试点."""
    made = list(stated)
    for i, (one, other) in enumerate(pairwise(stated)):
        if isinstance(one, Unread) or isinstance(other, Unread) or one.quantity.unit != other.quantity.unit:
            continue
        if names.BUILD_ALONE.fullmatch(one.indicator) and other.end > other.quantity.trail:
            bare = names.without_doing(other.indicator)
            same = other.indicator.startswith(one.indicator)
            told = other.indicator if same else bare if one.indicator not in names.KEPT else one.indicator + bare
            made[i] = one._replace(indicator=told)  # 2026年新建6所、2027年新建8所幼儿园; 新增6个、提升8个村庄
    _done_alike(text, made)
    last = len(made)
    while last > 1:
        first = last - 1
        while first and _goes_on(text, made[first - 1], made[first]):
            first -= 1
        row = [s for s in made[first:last] if isinstance(s, Statement)]
        if len(row) > 1:
            whole = shared_noun([s.indicator for s in row])
            made[first:last] = [s._replace(indicator=name) for s, name in zip(row, whole, strict=True)]
        last = first
    return made


def _done_alike(text: str, made: list[Statement | Unread]) -> None:
    """Give shares of a list what only the last of them says: 90%的湿地、80%的林地得到保护."""
    for i in range(len(made) - 1, 0, -1):
        one, other = made[i - 1], made[i]
        if isinstance(one, Unread) or isinstance(other, Unread):
            continue
        if one.quantity.kind != "ratio" or other.quantity.kind != "ratio":
            continue
        did = _DONE_BY.match(other.indicator)
        if did and did["others"]:
            made[i] = other._replace(indicator=did["own"] + did["done"])
        if did and one.end > one.quantity.trail and text[one.end : other.quantity.lead] in LIST_SIGNS:
            made[i - 1] = one._replace(indicator=one.indicator + did["done"])


def _goes_on(text: str, one: Statement | Unread, other: Statement | Unread) -> bool:
    """Whether two numbers count things of one list in one unit."""
    if isinstance(one, Unread) or isinstance(other, Unread) or one.quantity.unit != other.quantity.unit:
        return False
    counts = one.end > one.quantity.trail and other.end > other.quantity.trail
    return counts and text[one.end : other.quantity.lead] in LIST_SIGNS
