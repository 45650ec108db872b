"""Places known by their kind, of which a city has one: 深海科技城, 云州东站片区, “云光首照”景区; 白石港一级渔港."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from guitu.extract.places.lists.shared_words import last_name
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import SIGNS, is_ordinary, kind_words, type_of, vague
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common, kinds
from guitu.extract.places.words.word_borders import words as segments
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words
from guitu.ontology.toponyms import LIKE, likeness


def known_by_kind(words: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Such places in a passage; `found` are the names already read."""
    if "城" in words and _CITY_CUE.search(words):
        yield from _cities(words, found)
    if "站" in words and _STATION_CUE.search(words):
        yield from _stations(words, place)
    if "”" in words:
        yield from _in_quotes(words)
    if "渔港" in words:
        yield from _harbours(words, place)


# ---- 深海科技城、南繁科技城、科教城: cities of science ----

# 深海科技城基础设施, never 深海科技城大桥
_CITY = re.compile(
    "(?P<kind>(?:(?!城)[一-龥]){0,6})(?P<last>科技城|科学城|科教城|科创城|航天城)"
    "(?=[、，。；：）和与及等]|建设|开发|提升|发展|基础设施|$)"
)
_CITY_CUE = re.compile("(?:科[技学教创]|航天)城")
_DEED = re.compile("建设|推进|推动|加快|提升|依托|围绕|落户|支持|入驻|聚焦|结合|打造|[和与及]")
_LED = re.compile("(?:建设|推进|推动|加快|提升|依托|围绕|落户|支持|入驻|聚焦|结合|以|在|[、，；。]|^)(?:好)?$")


def _cities(words: str, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Cities of science by their field, and right behind another place the one that has none."""
    ends = {p.end for p in found}
    for m in _CITY.finditer(words):
        last = m.start("last")
        start = next((i for i in range(m.start(), last + 1) if _begins(words, i, last, ends)), None)
        if start is not None and not any(p.start < m.end() and start < p.end for p in found):
            ends.add(m.end())
            yield PlaceName(words[start : m.end()], "zone", start, m.end())


def _begins(words: str, at: int, last: int, ends: set[int]) -> bool:
    """Whether a city of science begins there: with its field, behind a verb or in a list."""
    kind = words[at:last]
    if not kind:
        return words[at - 1 : at] in ("、", "和", "与", "及") and at - 1 in ends
    fits = len(kind) > 1 and not _DEED.search(kind) and kind_words().fullmatch(kind) and not vague().match(kind)
    return bool(fits) and not _grade().match(kind) and _LED.search(words, 0, at) is not None


# what a city of any field is called
_WIDE = frozenset({
    "都市", "城市", "区域", "宜居", "美丽", "智慧", "绿色", "低碳", "生态", "数字",
    "国际", "国家", "中国", "世界", "大学", "职业", "儿童", "青少年", "科普", "教育",
})  # fmt: skip


@cache
def _grade() -> re.Pattern[str]:
    return re.compile(alternation(place_words()["grade"] | _WIDE))


# ---- 云州火车站综合枢纽片区, 东桥北站商务区: around a station ----

_STATION = re.compile(
    "(?P<own>[一-龥]{2,6}?)(?:高铁|火车|客运|动车)?[东西南北]?站(?:综合)?(?:交通)?(?:枢纽|站前|商务|交通)*"
    "(?P<last>片区|商务区|新城|新区|商圈|商务中心区)"
)
_STATION_CUE = re.compile("站(?:综合|交通|枢纽|站前|商务)*(?:片区|商务|商圈|新[城区])")


def _stations(words: str, place: str | None) -> Iterator[PlaceName]:
    """Areas around a station that has the name of a region."""
    for m in _STATION.finditer(words):
        starts = (i for i in range(m.start(), m.end("own") - 1))
        start = next((i for i in starts if _is_region(words[i : m.end()], place)), None)
        if start is not None and not _is_dropped(words, start):
            yield PlaceName(words[start : m.end()], type_of(m["last"]), start, m.end())
    for m in _OWN_STATION.finditer(words):
        if _LED.search(words, max(0, m.start() - 4), m.start()):
            yield PlaceName(m[0], type_of(m["last"]), m.start(), m.end())


_OWN_STATION = re.compile("[东西南北]站(?:站前)?(?P<last>商务区|商务中心区|片区|新城)(?![市镇])")
_AT_STATION = re.compile("(?:高铁|火车|客运|动车)?[东西南北]?站")


# 取消云州西站片区规划
_DROPPED = re.compile("(?:取消|撤销|注销)[^，。；]{0,12}$")


def _is_dropped(words: str, start: int) -> bool:
    return _DROPPED.search(words, max(0, start - 16), start) is not None


def _is_region(text: str, place: str | None) -> bool:
    """Whether a station of a region stands there: 云州东站."""
    region = at_head(text, place, unlisted=False)
    return region is not None and _AT_STATION.match(text, region.length) is not None


# ---- 石溪“云光首照”景区, “云上茶乡”农旅示范带 ----

_QUOTED = re.compile(
    "(?P<own>“(?P<name>[一-龥]{3,8})”)(?P<kind>[一-龥]{0,4}?)(?P<last>景区|旅游区|度假区|示范带|风景带|风光带|旅游带|共富带|小镇)"
    "(?=[，。；、]|[建提创改开]|等|全|和|$)"
)
_SOUGHT = re.compile(
    "(?:开展|创建|争创|申报|申创|创成|争取|打造成|建成|获评|入选)[^，。；]{0,6}$|(?:推广|推行|学习|借鉴|对标)[^，。；]*$"
)


def _in_quotes(words: str) -> Iterator[PlaceName]:
    """What bears a name in quotes before its kind, where the signs are those of names: no motto or kind."""
    for m in _QUOTED.finditer(words):
        told = segments(m["name"])
        plain = kind_words().fullmatch(m["name"]) or is_common(m["name"]) or is_ordinary(m["name"])
        word = len(told[0]) > 1 and (kinds(told)[0] in ("verb", "number", "particle") or is_common(told[0]))
        done = word or likeness(m["name"][:2]) < LIKE or kind_words().fullmatch(m["name"], 2)  # 清廉乡村
        fits = not m["kind"] or kind_words().fullmatch(m["kind"])
        if fits and not plain and not done and not _SOUGHT.search(words, max(0, m.start() - 40), m.start()):
            yield PlaceName(words[m.start() : m.end()], type_of(m["last"]), m.start(), m.end(), shown=True)


# ---- 礁山港、东岚港一级渔港 ----

_HARBOURS = re.compile(
    "(?P<list>[一-龥]{1,8}港(?:[、和与][一-龥]{1,4}港){0,6})(?:等)?(?:[一二三]级|中心|国家级|区域性)+渔港"
)
_NO_HARBOUR = re.compile("[渔海空内陆商]港|建设|推进|推动|提升|改造|加快|升级")
_LONGEST_HARBOUR = 4


def _harbours(words: str, place: str | None) -> Iterator[PlaceName]:
    """Ports that are said to be harbours of fishing."""
    for m in _HARBOURS.finditer(words):
        end = m.start("list") - 1
        for i, written in enumerate(re.split("[、和与]", m["list"])):
            end += len(written) + 1
            name = written if i else last_name(written, place)
            fits = 2 < len(name) <= _LONGEST_HARBOUR and SIGNS.fullmatch(name) and not is_ordinary(name)
            if fits and not _NO_HARBOUR.search(name) and not _is_dropped(words, end - len(name)):
                yield PlaceName(name, "other", end - len(name), end, focus=("渔业",), shown=True)
