"""Numbers of headings and items: 第一章、一、（一）1.（1）①, 专栏1, 附件2, 附表; read from canonical signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

HAN = "〇零一二三四五六七八九十百"


class Rank(IntEnum):
    """The kinds of numbers from the outermost to the innermost; a heading lies under the last one of a lower rank."""

    ANNEX = 0  # 附件1, 附表, 附录
    PART = 1  # 第一篇, 第一部分
    CHAPTER = 2  # 第一章
    ARTICLE = 3  # 第一节
    HAN = 4  # 一、
    HAN_BRACKET = 5  # （一）
    ARABIC = 6  # 1.
    ARABIC_BRACKET = 7  # （1）
    CIRCLE = 8  # ①
    BOX = 9  # 专栏1
    CLAUSE = 10  # 第一条, 行动一：, 任务1: under whatever heading is open when the first one comes


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that opens a paragraph. `label`: without its stop (（一）, 1.1, 专栏2); `length`: up to the title."""

    rank: Rank
    label: str
    length: int
    sub: int = 0  # 1.1 has 1, 1.1.1 has 2
    value: int = 0  # 七 and 7 are 7; 0 where nothing is counted


_HAN_NUMBER = rf"[{HAN}]{{1,4}}"
_PATTERNS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.PART, re.compile(rf"(第 ?({_HAN_NUMBER}|\d{{1,2}}) ?(?:篇|编|部分))[ 、：，]*")),
    (Rank.CHAPTER, re.compile(rf"(第 ?({_HAN_NUMBER}|\d{{1,2}}) ?章)[ 、：]*")),
    (Rank.ARTICLE, re.compile(rf"(第 ?({_HAN_NUMBER}|\d{{1,3}}) ?节)[ 、：]*")),
    (
        Rank.CLAUSE,
        re.compile(rf"(第 ?({_HAN_NUMBER}|\d(?: ?\d){{0,2}}) ?条)(?!规定|所|第|款|的|、|和|及|至|措施)[ ：]*"),
    ),
    (
        Rank.CLAUSE,
        re.compile(
            rf"((?:专项|重点|重大)?(?:行动|任务|工程|措施|举措|专项|项目) ?({_HAN_NUMBER}|\d{{1,2}}))"
            r"(?: ?[：、] ?|\.(?!\d)| +(?![个项家万亿处所台套件名人次公平年月日]))"
            r"(?![一二三四五六七八九十][期批、])(?=.)"
        ),
    ),
    # a box: 专栏1 某某工程, 专栏：某某工程, 专栏一：…, 〔专栏2〕…
    (Rank.BOX, re.compile(rf"〔?(专栏 ?(\d{{1,2}}|{_HAN_NUMBER}(?![\u4e00-\u9fff]))?)〕?[ 、：.]*(?=.)")),
    (Rank.ANNEX, re.compile(rf"(附(?:件|表|录) ?[-—]?(\d{{1,2}}|{_HAN_NUMBER})?)(?:$|[ 、：.]+|(?=《))")),
    (Rank.HAN_BRACKET, re.compile(rf"(（ ?({_HAN_NUMBER}) ?）)[ 、.]*")),
    (Rank.HAN, re.compile(rf"({_HAN_NUMBER})(?: ?[、.]| ?，(?=[^，。]{{2,30}}$)) *")),
    (Rank.ARABIC, re.compile(r"((\d{1,3})(?:\.\d{1,2}){1,3})(?:[.、 ]+|(?=[^\d.%\w ]|[\u4e00-\u9fff]))")),
    (
        Rank.ARABIC,
        re.compile(
            r"((\d{1,3}))(?:[、]|\.(?!\d)"  # 3.5G网络, 2.2025年底前
            r"|\.(?=\d[A-Za-z]{1,3}[\u4e00-\u9fff]|(?:19|20)\d\d年|\d{3}(?!\d)[\u4e00-\u9fff])) *"
        ),
    ),
    (Rank.ARABIC_BRACKET, re.compile(r"(（ ?(\d{1,3}) ?）|(?<!\S)(\d{1,2})）)[ 、.]*")),
    (Rank.CIRCLE, re.compile(r"([①-⑳]) *")),
)
_UNITS_AFTER_DECIMAL = re.compile(r"\d+\.\d+ *(?:%|[万亿个家倍吨元亩]|公里|平方|百分点)")


def numbered(text: str) -> Numbered | None:
    """The number at the start of a paragraph in canonical signs, or None.

    >>> numbered("（十二）支持社区医院建设。")
    Numbered(rank=<Rank.HAN_BRACKET: 5>, label='（十二）', length=4, sub=0, value=12)
    >>> numbered("3.6G通信").label, numbered("3.2万亩高标准农田"), numbered("1.2 产业基础").label
    ('3', None, '1.2')
    """
    head = text[:24]
    if not head or _UNITS_AFTER_DECIMAL.match(head):
        return None
    for rank, pattern in _PATTERNS:
        if match := pattern.match(head):
            label = next(g for g in match.groups() if g).replace(" ", "")
            counted = re.search(rf"[{HAN}]+|\d+", label)
            value = integer(counted.group()) if counted else ord(label) - 0x245F if rank is Rank.CIRCLE else 0
            return Numbered(rank, label, match.end(), label.count("."), value)
    return None


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def integer(text: str) -> int:
    """A whole number below 10,000 in Arabic or Chinese digits.

    >>> [integer(t) for t in ("12", "十", "二十三", "一百零五", "二〇")]
    [12, 10, 23, 105, 20]
    """
    if text.isdigit():
        return int(text)
    if not set(text) & set(_PLACES):  # 二〇三五
        return int("".join(str(_DIGITS[c]) for c in text))
    total, digit = 0, 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            total += (digit or 1) * _PLACES[c]
            digit = 0
    return total + digit
