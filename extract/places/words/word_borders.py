"""Where words end and begin, by the likeliest reading of a stretch: 用|材林 is none, for 用材林 is a word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from guitu.extract.places.words.place_words import last_words
from guitu.extract.words.lexicons import made_last_words
from guitu.ontology.common_words import WordClass, common_words
from guitu.ontology.topics import place_words, topic_names

_LONGEST = 6
_UNKNOWN = 36  # the cost of a sign that is no word of its own
_OF_PLACES = 24  # that of a word of places which running text holds seldom
_PROPER = 28  # that of a proper noun which no list has
_BEFORE, _AFTER = 6, 5


@cache
def _costs() -> dict[str, int]:
    """What each word costs: the rarer, the more."""
    costs = {word: common.rarity for word, common in common_words().items()}
    for word in (*last_words(), *made_last_words(), *place_words()["generic"], *place_words()["trade"], *topic_names()):
        if 2 <= len(word) <= _LONGEST:
            costs[word] = min(_OF_PLACES, costs.get(word, _OF_PLACES))
    return costs


def _cheapest(text: str) -> tuple[list[int], list[int]]:
    """The least cost to read the first i signs, and where the last word of that reading begins."""
    costs, least, back = _costs(), [0], [0]
    for end in range(1, len(text) + 1):
        best, begin = least[end - 1] + costs.get(text[end - 1], _UNKNOWN), end - 1
        for start in range(max(0, end - _LONGEST), end - 1):
            cost = costs.get(text[start:end])
            if cost is not None and least[start] + cost < best:
                best, begin = least[start] + cost, start
        least.append(best)
        back.append(begin)
    return least, back


def divides(text: str, start: int, end: int, head: int) -> bool:
    """Whether a word stands across the beginning or the end of a name; `head`: the length of its proper noun.

    >>> divides("依托科技创新平台基地开展", 5, 10, 2), divides("依托东桥新城开展", 2, 6, 2)
    (True, False)
    """
    begin = max(0, start - _BEFORE)
    return _divides(text[begin : end + _AFTER], start - begin, end - begin, head)


@lru_cache(maxsize=65536)
def _divides(text: str, start: int, end: int, head: int) -> bool:
    around = _cost(text[:start]) + _cost(text[end:])
    named = _PROPER + _cost(text[start + head : end]) if head > 1 else _UNKNOWN * (end - start)
    return around + min(named, _cost(text[start:end])) > _cost(text)


def _cost(text: str) -> int:
    return _cheapest(text)[0][-1]


RARE = 26


def is_common(head: str) -> bool:
    """Whether what should be a proper noun is made of ordinary words: 高铁, 敏感地区, never 东桥, 外滩.

    >>> is_common("高铁"), is_common("东桥")
    (True, False)
    """
    known = common_words()
    return all(
        len(part) > 1 and part in known and known[part].kind != "name" and known[part].rarity < RARE
        for part in words(head)
    )


_OF_OFFICES = "院部委局办会厅处司社团队党军校馆站"


def is_proper(head: str) -> bool:
    """Whether the list of common words has a name: 钓鱼台, 张家界.

    >>> is_proper("张家界"), is_proper("研发")
    (True, False)
    """
    word = common_words().get(head)
    return word is not None and word.kind == "name" and head[-1] not in _OF_OFFICES


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The likeliest words of a short text.

    >>> words("入选省级园区")
    ('入选', '省级', '园区')
    """
    back, end, found = _cheapest(text)[1], len(text), list[str]()
    while end:
        found.append(text[back[end] : end])
        end = back[end]
    return tuple(reversed(found))


def kinds(parts: Sequence[str]) -> tuple[WordClass | None, ...]:
    """The class of each word; None for one that is not common.

    >>> kinds(("入选", "襄湖"))
    ('verb', None)
    """
    known = common_words()
    return tuple(known[part].kind if part in known else None for part in parts)
