"""The words of names of places: last words, words of kind, and what no name begins with or holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import cast

from guitu.extract.facts import PlaceType
from guitu.extract.words.lexicons import GOES_ON, PLACE_TYPES
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import kind_nouns, known_places, place_signs, place_words, topic_names
from guitu.ontology.toponyms import LIKE, likeness

# ---- signs ----

LETTERS = re.compile(r"[A-Z]\d{1,3}(?![A-Za-z])")  # G60
HYPHENS = re.compile(r"[一-龥]{2,4}(?:[-—~·][一-龥]{2,7}?){1,3}")  # 东桥-西渡
SIGNS = re.compile("[一-龥]+")
LANDFORM = re.compile("峡谷|河谷|山谷|流域|库区|湿地|草原|平原|盆地|山脉|林场|水库|沿线|沿岸")
"""Words of the land that make a name whole: 青龙峡谷 shares no last word with what follows."""
PARTICLES = re.compile("[在与和以于的是为等将把对向从由或及、了建设推促提增筹改优做抓打造展进支持扩]")


# ---- words ----


@cache
def last_words() -> dict[str, PlaceType]:
    """Last words of names that are listed, with the type that each tells."""
    words = place_words()
    found = {word: cast(PlaceType, kind) for listed, kind in PLACE_TYPES.items() for word in words[listed]}
    wider = {f"{word}区": kind for word, kind in found.items() if kind == "park" and len(word) > 1 and word[-1] == "园"}
    return wider | found  # 服务业园区, as 服务业园


def type_of(last: str) -> PlaceType:
    """The type that a last word tells, listed or made of a word of kind and a sign, 法律服务区; else other."""
    if kind := last_words().get(last):
        return kind
    return cast(PlaceType, next((kind for sign, kind in place_signs().items() if last.endswith(sign)), "other"))


def last_of(name: str) -> re.Match[str] | None:
    """The last word that a name ends in."""
    return next((m for m in last_word().finditer(name) if m.end() == len(name)), None)


def is_site(name: str) -> bool:
    """Whether a name is that of a place of no other type by its own last word: 东桥古城, 白石口岸."""
    return name.endswith(_sites())


@cache
def _sites() -> tuple[str, ...]:
    return tuple(sorted(place_words()["site"]))


@cache
def any_last() -> str:
    """A pattern of any last word, listed or made."""
    made = rf"{alternation(kind_nouns())}{alternation(place_signs())}(?![{''.join(sorted(GOES_ON))}])"
    return rf"(?:{alternation(last_words())}|{made})"


@cache
def last_word() -> re.Pattern[str]:
    """The last word of a name and a part of the place behind it: 软件园, 高新园东区, 研发基地二期."""
    return re.compile(rf"(?P<last>{any_last()})(?P<part>{alternation(place_words()['part'])})?")


def last_words_at(text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The last words at some of the places in a text where one may begin, none over another."""
    read = 0
    for at in starts:
        if at >= read and (m := last_word().match(text, at)):
            yield m
            read = m.end()


@cache
def kind_words() -> re.Pattern[str]:
    """Words that tell the kind of a place, one after the other: 国家级集成电路综合性产业."""
    words = place_words()
    known = words["generic"] | words["trade"] | frozenset(topic_names()) | frozenset(last_words()) | words["part"]
    return re.compile(rf"(?:{alternation(known)}|(?<![0-9A-Za-z])[0-9A-Za-z]{{1,8}}+|[级型化性业与及和]){{0,14}}")


@cache
def kind_word() -> re.Pattern[str]:
    """One word of kind of two signs or more."""
    words = place_words()["generic"] | place_words()["cue"] | frozenset(topic_names())
    return re.compile(alternation(w for w in words if len(w) > 1))


@cache
def hyphened() -> re.Pattern[str]:
    """东桥-西渡智能制造集聚区: proper nouns joined, then words of kind."""
    return re.compile(rf"(?P<head>{HYPHENS.pattern}){kind_words().pattern}{any_last()}?")


@cache
def ordinary_start() -> re.Pattern[str]:
    """What no proper name begins with."""
    words = place_words()
    known = (
        words["generic"] | words["plural"] | words["cue"] | words["grade"] | words["trailer"] | frozenset(topic_names())
    )
    return re.compile(
        rf"(?:{alternation(known | frozenset(last_words()))}|[0-9一二两三四五六七八九十百千万数多几每各“”])"
    )


@cache
def trade() -> re.Pattern[str]:
    """A trade or product: 杨梅 of 杨梅产业园."""
    return re.compile(alternation(place_words()["trade"]))


@cache
def never_inside() -> re.Pattern[str]:
    """What no name holds: verbs, words of many, words of institutions."""
    words = place_words()
    verbs = {word for word in words["cue"] if len(word) > 1} - words["generic"] - words["trailer"]
    many = {word for word in words["plural"] if len(word) > 1} | {"的", "各", "等"}
    return re.compile(alternation((verbs | many | words["institution"]) - words["generic"]))


@cache
def known_endings() -> tuple[Mapping[str, PlaceType], tuple[int, ...]]:
    """Places known by name, and the lengths of such names, longest first."""
    known = cast(Mapping[str, PlaceType], known_places())
    return known, tuple(sorted({len(name) for name in known}, reverse=True))


def ends_a_name(text: str) -> bool:
    """Whether a text ends in a last word of names, so that it needs no other."""
    return text.endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return (*(last for last in last_words() if len(last) > 1), "镇", "乡")


@cache
def cues() -> tuple[str, ...]:
    """Verbs and particles after which a name begins."""
    return tuple(sorted(place_words()["cue"]))


@cache
def great_region() -> re.Pattern[str]:
    """长三角 and its like."""
    return re.compile(alternation(place_words()["macro"]))


@cache
def great_regions() -> tuple[str, ...]:
    """Their names."""
    return tuple(sorted(place_words()["macro"]))


# a class by its level, 省市级园区, or by what it is not, 非沿江地区; 非遗 is a matter of its own
OF_A_CLASS = re.compile("(?:国家|[部国省市州区县乡镇村街]){1,4}级|非(?!遗|物质|凡|洲)")
_SIZES = "新老大小"


def _is_sized(text: str) -> bool:
    """Whether one sign of kind begins a proper noun: 新云河, 小桥."""
    return text[0] in _SIZES and max(likeness(text[1:2]), likeness(text[1:3])) >= LIKE


# 千岛湖, 九盘山, 百里白河风光带: a number in a proper noun, never 两条河, 三大湖
NUMBERED = re.compile(
    "[百千万][山峰泉崖岭](?![万千水])[一-龥]|[三四五六七八九十百千万][^的大个条座项类批种级区市县省镇乡村家处年月日期重一二三四五六七八九十百千万余多里亩公平立方吨元人户度江河]"
    "(?:[山湖岛沟峡岭泉洲洞寨潭湾台]|河[谷湾])|[百千万]里[一-龥]{2,8}(?:[画长]廊|带|走廊|屏障)"
)


@cache
def numbered_brand() -> re.Pattern[str]:
    """A proper noun that begins with a number, right before a last word of one place: 五象新区, never 三旧片区."""
    lasts = alternation(place_words()["branded"])
    return re.compile(
        r"[一二三四五六七八九](?![的大个条座项类批种级区市县省镇乡村家处年月日期重一二三四五六七八九十百千万亿余多里亩公平方吨元人户度])"
        rf"[^的旧新老好农产生化联优品星线网端段轮环岸校园馆位层链业号体型期段]{{1,2}}?(?={lasts})"
    )


_DIGITS = "一二三四五六七八九"


def is_ordinary(text: str) -> bool:
    """Whether a text begins like no proper noun: a kind, a verb, a number."""
    m = ordinary_start().match(text)
    if m is None or NUMBERED.match(text) or (text[0] in _DIGITS and numbered_brand().match(text)):
        return False
    return not (len(m[0]) == 1 and _is_sized(text) and not ordinary_start().match(text, 1))


def not_a_name(text: str) -> bool:
    """Whether a word begins like an ordinary one: a kind, a verb, a number."""
    return is_ordinary(text) or PARTICLES.search(text) is not None


_PRODUCE = re.compile(
    "(?:毛尖|毛峰|雀舌|银针|瓜片|龙井|碧螺春|铁观音|大红袍|[茶酒醋橙柑橘柚枣莓薯椒菇蜜蟹虾鸭猪蒜]|大米|黄牛|山羊|百合|莲子|火腿|腊肉)$"
)


def is_produce(text: str) -> bool:
    """Whether words end in what is grown or made: 云州毛尖 is a tea and 白石脐橙 a fruit, no towns."""
    return _PRODUCE.search(text) is not None


def of_a_kind(text: str) -> tuple[PlaceType, tuple[str, str]] | None:
    """The type of words of kind that begin with an industry and end in a last word, and the words before and in it."""
    for m in last_word().finditer(text):
        middle = text[: m.start()]
        if len(middle) >= 4 and kind_words().fullmatch(middle) and not vague().match(middle):
            return type_of(m["last"]), (middle, m["last"])
    return None


@cache
def vague() -> re.Pattern[str]:
    """Words that no kind of a named place begins with: 各类, 重点, 产业."""
    words = place_words()
    return re.compile(alternation(words["plural"] | words["grade"] | words["trailer"]))
