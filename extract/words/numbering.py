"""Numbers of headings and items: 第一章、一、（一）1.（1）①, 专栏1, 附件2, 附表; read from canonical signs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

HAN = "〇零一二三四五六七八九十百廿卅"
CIRCLED = "①-⑳㉑-㉟㊱-㊿"
# rows of signs that are numbers: the first, the last, the number of the first
_SIGNS = (("①", "⑳", 1), ("㉑", "㉟", 21), ("㊱", "㊿", 36), ("⒈", "⒛", 1), ("⑴", "⒇", 1), ("㈠", "㈩", 1))


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
    LETTER = 9  # A.
    BOX = 10  # 专栏1
    CLAUSE = 11  # 第一条, 行动一：, 任务1: under whatever heading is open when the first one comes


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number that opens a paragraph. `label`: without its stop (（一）, 1.1, 专栏2); `length`: up to the title."""

    rank: Rank
    label: str
    length: int
    sub: int = 0  # 1.1 has 1, 1.1.1 has 2
    value: int = 0  # 七 and 7 are 7; 0 where nothing is counted


_HAN_NUMBER = rf"[{HAN}]{{1,4}}"
_DIGITS_FIRST = "0123456789"
# the kinds with the signs that they can begin with; of two that match, the first holds
_PATTERNS: tuple[tuple[Rank, str, re.Pattern[str]], ...] = (
    (Rank.PART, "第", re.compile(rf"(第 ?({_HAN_NUMBER}|\d{{1,2}}) ?(?:篇|编|部分))[ 、：，]*")),
    (Rank.CHAPTER, "第", re.compile(rf"(第 ?({_HAN_NUMBER}|\d{{1,2}}) ?章)[ 、：]*")),
    (Rank.ARTICLE, "第", re.compile(rf"(第 ?({_HAN_NUMBER}|\d{{1,3}}) ?节)[ 、：]*")),
    (
        Rank.CLAUSE,
        "第",
        re.compile(rf"(第 ?({_HAN_NUMBER}|\d(?: ?\d){{0,2}}) ?条)(?!规定|所|第|款|的|、|和|及|至|措施)[ ：]*"),
    ),
    (  # 第一阶段：动员部署, 第二阶段（3月至5月）：集中整治
        Rank.CLAUSE,
        "第",
        re.compile(rf"(第 ?({_HAN_NUMBER}|\d) ?阶段)(?: ?（[^（）]{{3,14}}）)?[ ：]+(?=.)"),
    ),
    (
        Rank.CLAUSE,
        "专重行任工措举项",
        re.compile(
            rf"((?:专项|重点|重大)?(?:行动|任务|工程|措施|举措|专项|项目) ?({_HAN_NUMBER}|\d{{1,2}}))"
            r"(?: ?[：、] ?|\.(?!\d)| +(?![个项家万亿处所台套件名人次公平年月日]))"
            r"(?![一二三四五六七八九十][期批、])(?=.)"
        ),
    ),
    # a box: 专栏1 某某工程, 专栏：某某工程, 专栏一：…, 〔专栏2〕…
    (Rank.BOX, "专〔", re.compile(rf"〔?(专栏 ?(\d{{1,2}}|{_HAN_NUMBER}(?![\u4e00-\u9fff]))?)〕?[ 、：.]*(?=.)")),
    (Rank.ANNEX, "附", re.compile(rf"(附(?:件|表|录) ?[-—]?(\d{{1,2}}|{_HAN_NUMBER})?)(?:$|[ 、：.]+|(?=《))")),
    (Rank.HAN_BRACKET, "（", re.compile(rf"(（ ?({_HAN_NUMBER}) ?）)[ 、.]*")),
    (Rank.HAN_BRACKET, "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩", re.compile("([㈠-㈩])[ 、.]*")),
    (Rank.HAN, HAN, re.compile(rf"({_HAN_NUMBER})(?: ?[、.]| ?，(?=[^，。]{{2,30}}$)) *")),
    (
        Rank.ARABIC,
        _DIGITS_FIRST,
        re.compile(r"((\d{1,3})(?:\.\d{1,2}){1,3})(?! ?[-—–~～至] ?\d)(?:[.、 ]+|(?=[^\d.%‰/℃\w ]|[\u4e00-\u9fff]))"),
    ),
    (
        Rank.ARABIC,
        _DIGITS_FIRST,
        re.compile(
            r"((\d{1,3}))(?: ?、| ?\.(?!\d)|(?<!\d{3})，(?=[\u4e00-\u9fff])"  # 3.5G网络, 2.2025年底前
            r"|\.(?=\d[A-Za-z]{1,3}[\u4e00-\u9fff]|(?:19|20)\d\d年|\d{3}(?!\d)[\u4e00-\u9fff])) *"
        ),
    ),
    (Rank.ARABIC, "".join(map(chr, range(0x2488, 0x249C))), re.compile("([⒈-⒛])[ 、.]*")),
    (Rank.ARABIC_BRACKET, f"（{_DIGITS_FIRST}", re.compile(r"(（ ?(\d{1,3}) ?）|(?<!\S)(\d{1,2})）)[ 、.]*")),
    (Rank.ARABIC_BRACKET, "".join(map(chr, range(0x2474, 0x2488))), re.compile("([⑴-⒇])[ 、.]*")),
    (
        Rank.CIRCLE,
        "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)))),
        re.compile(rf"([{CIRCLED}])[ 、.]*"),
    ),
    (Rank.LETTER, "ABCDEFGHabcdefgh", re.compile(r"([A-Ha-h])[.、）] ?(?=[“《\u4e00-\u9fff])")),
)
_UNITS_AFTER_DECIMAL = re.compile(r"\d+\.\d+ *(?:%|[万亿个家倍吨元亩]|公里|平方|百分点)")

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)")  # 12.08.2016 19:13 of a page


def numbered(text: str) -> Numbered | None:
    """The number at the start of a paragraph in canonical signs, or None.

    >>> numbered("（十二）支持社区医院建设。")
    Numbered(rank=<Rank.HAN_BRACKET: 5>, label='（十二）', length=4, sub=0, value=12)
    >>> numbered("3.6G通信").label, numbered("3.2万亩高标准农田"), numbered("1.2 产业基础").label
    ('3', None, '1.2')
    """
    return _numbered(text[:24]) if text[:1] in _BY_FIRST_SIGN else None


@lru_cache(maxsize=4096)
def _numbered(head: str) -> Numbered | None:
    if _UNITS_AFTER_DECIMAL.match(head) or _DAY.match(head):
        return None
    for rank, pattern in _BY_FIRST_SIGN[head[0]]:
        if match := pattern.match(head):
            label = next(g for g in match.groups() if g).replace(" ", "")
            if value := sign_value(label):
                label = _plain(rank, label, value)
            elif counted := _COUNTED.search(label):
                value = integer(counted.group())
            return Numbered(rank, label, match.end(), label.count("."), value)
    return None


def _by_first_sign() -> Mapping[str, Sequence[tuple[Rank, re.Pattern[str]]]]:
    found: dict[str, list[tuple[Rank, re.Pattern[str]]]] = defaultdict(list)
    for rank, signs, pattern in _PATTERNS:
        for sign in signs:
            found[sign].append((rank, pattern))
    return dict(found)


_BY_FIRST_SIGN = _by_first_sign()
_COUNTED = re.compile(rf"[{HAN}]+|\d+")


def sign_value(sign: str) -> int:
    """The number that one sign is, or 0.

    >>> [sign_value(sign) for sign in ("①", "⑳", "㉑", "㊿", "⑴", "⒈", "㈩", "丙", "")]
    [1, 20, 21, 50, 1, 1, 10, 0, 0]
    """
    return next((ord(sign) - ord(first) + value for first, last, value in _SIGNS if first <= sign <= last), 0)


def _plain(rank: Rank, sign: str, value: int) -> str:
    """How one sign is written otherwise: ㈠ is （一）, ⑴ is （1）, ⒈ is 1; ① stays."""
    if rank is Rank.HAN_BRACKET:
        return f"（{HAN[value + 1]}）"
    return {Rank.ARABIC: f"{value}", Rank.ARABIC_BRACKET: f"（{value}）"}.get(rank, sign)


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def integer(text: str) -> int:
    """A whole number below 10,000 in Arabic or Chinese digits.

    >>> [integer(t) for t in ("12", "十", "二十三", "一百零五", "二〇", "廿一")]
    [12, 10, 23, 105, 20, 21]
    """
    if text.isdigit():
        return int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
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
