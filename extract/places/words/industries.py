"""The industry that the name of a place tells by its last words: 产业 of 产业园, 旅游产业 of 旅游带."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.places.words.place_words import is_site, last_words
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words, topic_names

_OF_INDUSTRY = re.compile("^(?:产业|示范|试验|攻关|制造|集聚|聚集|创新|生态|专区)+")
_OF_FACTORIES = re.compile("^工业(?:园|区)")
_TOLD_IN_LAST = re.compile("(?:国家)?(?P<what>影视|航天|物流)(?=基地|城$|枢纽)")
_TRAVEL = re.compile("^旅游")
_KIND_OF_TRAVEL = re.compile("(?:文化|乡村|夜间|红色|工业|康养|冰雪|民俗|研学|温泉|海洋|森林|山地)$")


def industrial(middle: str, last: str) -> str:
    """The words of a name that can tell an industry: 医药产业 of 东桥医药工业园, 旅游产业 of 白河生态旅游带."""
    if _OF_FACTORIES.match(last):
        return middle + "产业"
    if m := _TOLD_IN_LAST.match(last):
        return m["what"] + "产业"  # of 东桥风情影视基地
    if last == "长廊":  # 文化科技长廊
        return middle + "产业"
    if _TRAVEL.match(last):
        return (middle if _KIND_OF_TRAVEL.search(middle) else "") + "旅游产业"
    return middle + (industry_of(last) or _matter(middle, last))


def _matter(middle: str, last: str) -> str:
    """The rest of an industry that stands in a last word: 服务产业 of 法律服务区; alone where no list has the word."""
    if last == "商务区" and any(middle[i:] in topic_names() for i in range(len(middle) - 1)):
        return "、商务产业"  # 金融商务区
    if last.startswith("经济") and middle + "经济" in topic_names():
        return "经济产业"  # 低空经济圈
    noun = last[:-1]
    told, trades = topic_names(), place_words()["trade"]
    most = len(middle) + (last not in last_words())
    return (
        f"{noun}产业" if any((middle + noun)[i:] in told or (middle + noun)[i:] in trades for i in range(most)) else ""
    )


def industry_of(last: str) -> str:
    """The part of a last word that belongs to the words before it: 产业 of 产业园."""
    m = _OF_INDUSTRY.match(last)
    return m[0] if m else ""


# 国家非遗文化传承发展试验区: what a zone of trial or reform is for
_REFORM = re.compile(
    "(?:国家级?|省级|全国)*(?P<what>[一-鿿]{2,10}?)"
    "(?:传承创新|传承发展|保护利用|综合改革|改革创新|改革|高质量发展综合|高质量发展|创新发展)"
)
_STORED = re.compile("(?:国家|省级)?(?P<what>[一-鿿]{2,12}储备)基地$")


def reformed(middle: str) -> str:
    """The matter of a zone of trial or reform: 非遗文化 of 国家非遗文化传承发展; "" for other words.

    >>> reformed("国家非遗文化传承发展"), reformed("集成电路产业")
    ('非遗文化', '')
    """
    found = _REFORM.fullmatch(middle)
    return found["what"] if found else ""


def stored(name: str) -> str:
    """What a base of reserves holds: 矿产资源储备 of 临江省矿产资源储备基地; "" for other names."""
    found = _STORED.search(name)
    return found["what"] if found else ""


_KEPT_AS_IT_IS = ("保护区", "修复带", "保护带", "生态屏障", "防护区", "湿地公园", "名胜区")


def tells_none(name: str) -> bool:
    """Whether a name tells what is kept or seen there and no industry: 白石湖旅游区, 东桥湿地保护区."""
    return is_site(name) or name.endswith(_KEPT_AS_IT_IS)


_FEWEST, _SIZE = 3, 2


def each_apart(items: tuple[str, ...]) -> tuple[str, ...]:
    """Three fields or more in one word, each by itself: 体育, 文化 and 旅游 of 体育文化旅游.

    >>> each_apart(("体育文化旅游",)), each_apart(("文化旅游",))
    (('体育', '文化', '旅游'), ('文化旅游',))
    """
    if len(items) != 1 or len(items[0]) < _FEWEST * _SIZE or items[0] in topic_names():
        return items
    parts = tuple(items[0][i : i + _SIZE] for i in range(0, len(items[0]), _SIZE))
    return parts if all(part in topic_names() for part in parts) else items


# ---- industries by their last words ----

_BEHIND = re.compile(
    "(?:精深|深)?(?:加工|制造|生产|种植|养殖|繁育|研发|运输|贸易|交易|服务)$|(?:特色|优势|主导)?(?:产业|业)$"
)


@cache
def _names() -> re.Pattern[str]:
    """The names of topics that are industries, and trades and products, at the end of words."""
    told = {name for name, label in topic_names().items() if label in place_words()["sector"]}
    return re.compile(rf"(?:{alternation(told | place_words()['trade'])})$")


def is_sector(item: str) -> bool:
    """Whether words end in the name of an industry, a trade or a product, perhaps with what is done with it.

    >>> [is_sector(word) for word in ("精准医疗", "茶叶精深加工", "康养旅游", "养老服务", "食品安全", "公路")]
    [True, True, True, False, False, False]
    """
    return bool(_names().search(item) or ((m := _BEHIND.search(item)) and _names().search(item[: m.start()])))
