"""Names of places in quotes, and names by industry alone, told by the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from guitu.extract.facts import PlaceType
from guitu.extract.places.names.no_names import seeking, sought
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import industry_of
from guitu.extract.places.words.place_words import any_last, cues, kind_words, last_word, ordinary_start, type_of
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words, topic_names
from guitu.ontology.toponyms import LIKE, likeness

_SOUGHT_BACK = 12

# ---- names by industry ----


@cache
def _by_industry() -> re.Pattern[str]:
    """氢能产业园 where it is said to be one: 建设氢能产业园，重点发展…, or in a list with named places."""
    lasts = alternation(place_words()["park"] | place_words()["base"] | place_words()["zone"])
    topics = alternation(name for name in topic_names() if len(name) > 1)
    return re.compile(
        rf"(?P<name>(?P<middle>(?:{topics})(?:产业|创新|制造|应用|科技|特色|国际){{0,3}})(?P<last>{lasts}))(?P<next>，(?:重点发展|主要发展|聚焦)|[、和与])?"
    )


_BORDERS = "、，。；：“和与及"
_BUILT = re.compile(r"(?:建设|打造|推进|推动|建成|做强|加快|布局)(?:好)?$")


def by_industry(words: str, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Places named by their industry alone; `found` are the names already read."""
    if not found and not any(told in words for told in ("，重点发展", "，主要发展", "，聚焦")):
        return
    starts, ends = {p.start for p in found}, {p.end for p in found}
    for m in _by_industry().finditer(words):
        begin, after = m.start("name"), m.end()
        if begin and words[begin - 1] not in _BORDERS and not words.endswith(cues(), 0, begin):
            continue  # 东桥新区智能|电网产业园
        told = m["next"] and m["next"][0] == "，" and _BUILT.search(words, max(0, begin - 4), begin)
        joined = (m["next"] and after in starts) or (
            words[begin - 1 : begin] in ("、", "和", "与") and begin - 1 in ends
        )
        if told or joined:
            yield PlaceName(m["name"], type_of(m["last"]), begin, m.end("name"), m["middle"] + industry_of(m["last"]))


# ---- names with a sign in quotes ----

_ONE_SIGN = re.compile(r"“(?:[一-龥]|\d{1,3})”")


@cache
def _signed() -> re.Pattern[str]:
    """云“数”湾创新区, 东桥“86”音乐小镇: a sign or a number of the proper noun in quotes."""
    return re.compile(
        rf"(?P<head>[一-龥]{{1,10}})“(?:[一-龥]|\d{{1,3}})”(?P<middle>[一-龥]{{1,16}}?)(?P<last>{any_last()})"
        r"(?=建设|（|[，。；、”》]|等|的|创新(?!区|港|城)|覆盖|围绕|依托|空间|规划|行动|高质量|加快|打造|推进|形成|包括|将|要|为|内|$)"
    )


def signed(words: str) -> Iterator[PlaceName]:
    """Names with a sign in quotes inside their proper noun."""
    if not _ONE_SIGN.search(words):
        return
    for m in _signed().finditer(words):
        cut = max((m["head"].rfind(cue) + len(cue) for cue in cues() if cue in m["head"]), default=0)
        start = m.start("head") + cut
        if 0 < m.end("head") - start <= _LONGEST_HEAD:
            yield PlaceName(words[start : m.end()], type_of(m["last"]), start, m.end(), m["middle"])


_LONGEST_HEAD = 3  # signs of a proper noun before the one in quotes

# ---- names in quotes ----

_QUOTES = re.compile(r"“[^“”\n]{2,14}”(?:[、和与]?“[^“”\n]{2,14}”){0,9}")
_QUOTED = re.compile(r"“([^“”\n]{2,14})”")
_COUNT = re.compile(r"[一二两三四五六七八九十多\d“]")
_LOST = re.compile(r"[…□■×*?？]|[、，；+]")  # signs that stand for lost ones, or join the words of a motto
_PLACELIKE = re.compile(r"^[^-—]*(?:[带谷港城园湾岛坊镇湖廊])$")
_QUARTER = re.compile("(?:新天地|大世界|之窗|..(?<!会)客厅)$")  # a quarter that has a brand
_BRANDED = 5  # 中国声谷
_DEED = re.compile("[一-龥]{2}[入进达到出连通兴促][一-龥]$")  # 引江达园
_OF_WORK = re.compile("(?:建设)?(?:项目|工程|行动|计划|机制|模式|活动|战略|品牌|商标)")
_LED = re.compile(r"(?:立足|依托|建设|打造|推进|围绕|发挥|做强|提升|、|^)$")


@cache
def _apposition() -> re.Pattern[str]:
    """两个在线新经济生态园, 等特色产业园区."""
    return re.compile(
        rf"(?:(?:[两二三四五六七八九十\d]+(?:个|大|家|处|座)|等)(?P<kind>[^，。；：、“”]{{0,14}}?)(?P<last>{any_last()}))"
    )


class _Quote(NamedTuple):
    """A name in quotes that may be a place: where it stands, where its run of quotes ends, what is said behind that.

    `district`: the one right before it; `shown`: whether what is around the name shows that it is one.
    """

    name: str
    start: int
    end: int
    told: re.Match[str] | None
    district: str | None
    shown: bool


def quoted(words: str, known: frozenset[str]) -> list[PlaceName]:
    """Named places in quotes: “甲带”“乙谷”两个生态园; `known` are quoted names that the document shows to be places."""
    if "“" not in words:
        return []
    return [_place(words, quote) for quote in _quotes(words) if quote.shown or quote.name in known]


def shown(words: str) -> Iterator[str]:
    """The names in quotes that a passage shows to be places."""
    return (quote.name for quote in _quotes(words) if quote.shown) if "“" in words else iter(())


@lru_cache(maxsize=4096)  # passages of a document, each asked for what it shows and then for what it names
def _quotes(words: str) -> tuple[_Quote, ...]:
    found: list[_Quote] = []
    for run in _QUOTES.finditer(words):
        told = _apposition().match(words, run.end())
        before = words[max(0, run.start() - _SOUGHT_BACK) : run.start()]
        if seeking().search(before) or (told and "主题" in told["kind"]):
            continue
        for m in _QUOTED.finditer(run[0]):
            name = m[1]
            of_country = name.startswith("中国") and not (_PLACELIKE.search(name) and len(name) <= _BRANDED)
            if _COUNT.match(name) or _LOST.search(name) or name.startswith(("国家", "全国")) or of_country:
                continue
            if _DEED.match(name) or _OF_WORK.match(words, run.end()) or sought(words, run.start() + m.start(), name):
                continue
            district = _district_before(before) if not told and m.start() == 0 else None
            inside = district is not None and _PLACELIKE.search(name) is not None
            placelike = bool(told) or inside or _is_placelike(name, before)
            found.append(_Quote(name, run.start() + m.start(1), run.end(), told, district, placelike))
    return tuple(found)


def _place(words: str, quote: _Quote) -> PlaceName:
    name, start, told = quote.name, quote.start, quote.told
    inside = quote.district is not None and _PLACELIKE.search(name) is not None
    kind = told["kind"] if told else ""
    said = _SHOWN.match(words, quote.end) if inside else None
    focus = (said["what"],) if said and not kind_words().fullmatch(said["what"]) else ()
    middle = kind + "产业" if kind else ""
    kind_of = _type_of(name, told, inside=inside)
    end = start + len(name)
    return PlaceName(name, kind_of, start, end, middle, quote.district, focus, shown=bool(told) and kind_of == "other")


# 徐汇区“云声谷”智能语音创新策源区: what the quarter is, right behind its name
_SHOWN = re.compile(
    "(?P<what>[一-龥]{2,10}?)(?:产业)?(?:创新)?(?:策源区|先行区|示范区|集聚区|承载区|核心区)(?=[，。；、]|建设|$)"
)


def _district_before(before: str) -> str | None:
    """The district that stands right before a name in quotes: 徐汇区 of 建设徐汇区“云声谷”."""
    for size in (5, 4, 3):
        region = at_head(before[-size:], None, unlisted=False)
        if region and region.district and region.length == size:
            return region.district
    return None


def _is_led(before: str) -> bool:
    """Whether a name can stand behind words: behind a verb, in a list, or behind a place."""
    return _LED.search(before) is not None or (before[-2:].isalpha() and likeness(before[-2:]) >= LIKE)


def _is_placelike(name: str, before: str) -> bool:
    last = last_word().search(name)
    whole = bool(last and last.end() == len(name) and not ordinary_start().match(name))
    if _QUARTER.search(name) and _is_led(before):
        return True
    if ordinary_start().match(name) or is_common(name):
        return whole  # “美丽家园”建设
    return whole or bool(_PLACELIKE.search(name) and _is_led(before))


def _type_of(name: str, told: re.Match[str] | None, *, inside: bool) -> PlaceType:
    if told:
        return type_of(told["last"])
    for m in last_word().finditer(name):
        if m.end() == len(name):
            return type_of(m["last"])
    if _QUARTER.search(name):
        return "zone"
    if name.endswith("谷") and inside:
        return "zone"  # a quarter of a district
    return "town" if name.endswith("镇") else "island" if name.endswith("岛") else "park"
