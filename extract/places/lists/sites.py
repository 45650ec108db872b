"""Ports, and the sights of a list: 东桥港, 千岁山、白石古城等文旅产品."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guitu.extract.facts import PlaceType
from guitu.extract.places.lists.shared_words import last_name
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import PARTICLES, SIGNS, ends_a_name, is_ordinary, kind_words
from guitu.extract.places.words.regions import Head, at_head
from guitu.extract.places.words.word_borders import divides, is_common, kinds
from guitu.extract.places.words.word_borders import words as segments
from guitu.extract.words.lexicons import GOES_ON

# 东桥港的货物, never 东桥港口, 东桥港区, 东桥港股份公司, nor what happened there: 东桥港“3·5”
_NO_PORT = "".join(sorted(GOES_ON)) + "区务股航城湾商资台府铁机网珠粤深九闸企联新服集“"
_PORT = re.compile(f"(?<=[一-龥]{{2}})港(?![{_NO_PORT}]|[一-龥]{{1,4}}(?:作业区|港区))")
_LONGEST, _SHORTEST = 4, 2


def ports(words: str, place: str | None) -> Iterator[PlaceName]:
    """Ports that have the name of a region of the registry."""
    if "港" not in words:
        return
    for m in _PORT.finditer(words):
        sizes = (head.length for head in _ending(words, m.start(), place) if _stays(head, words, m, place))
        size = next(sizes, 0)
        start = m.start() - size
        if size and not divides(words, start, m.end(), size):
            start -= _beside(words, start, place)  # 东桥西浦港
            yield PlaceName(words[start : m.end()], "other", start, m.end(), head=size, shown=True)


def _stays(head: Head, words: str, port: re.Match[str], place: str | None) -> bool:
    """Whether it is the name of the same region with 港 behind it."""
    return at_head(words[port.start() - head.length : port.end()], place, unlisted=False) == head


def _ending(words: str, end: int, place: str | None) -> Iterator[Head]:
    """The names of regions that end there, the longest first."""
    for size in range(min(_LONGEST, end), _SHORTEST - 1, -1):
        head = at_head(words[end - size : end], place, unlisted=False)
        if head is not None and head.length == size:
            yield head


def _beside(words: str, end: int, place: str | None) -> int:
    """The length of the name of a region that ends there, 0 for none."""
    return next((head.length for head in _ending(words, end, place)), 0)


# 千岁山、白石古城等一批文旅产品; 青云洞、白石古城等景区: the sights themselves
_MEMBER = "[^，。；：、等和与“”]{2,10}"
_SIGHTS = re.compile(
    rf"(?P<list>{_MEMBER}(?:[、和与]{_MEMBER}){{1,12}}?)(?:等|(?=[两三四五六七八九十\d]+[个处大座家]))(?:(?:[一-龥]{{0,5}}?)(?P<what>文旅|文化旅游|旅游)"
    "(?:产品|景区|景点|目的地|打卡地|品牌|名片|IP)"
    r"|(?:(?:[一二两三四五六七八九十\d]+(?:个|处|大|座|家))?(?:[2-5]A级?|A级|国家级?|省级|重点|核心|主要|知名|骨干|精品|龙头|热门|特色)*)"
    r"(?P<class>景区|景点|风景区|风景名胜区|名胜区)(?=[，。；、：）]|$|(?:实施)?(?:建设|提升|创建|开发|智慧化|提档|提质|品质|改造|升级|基础设施|办好)))"
)
# what others have, what is shut, roads: 学习千岁山等景区经验, 关停白石古城等景区, 云州至白石、G12等景区
_NOT_OURS = re.compile(r"学习|借鉴|对标|参照|推广|关停|关闭|取缔|[A-Za-z]\d{2,4}")
_CLASS = re.compile("旅|景[区点]|名胜区")
# 串联白石古城、青林梯田、云溪苗寨精品线路: what a route of travel joins, never 输电线路
_ROUTE = re.compile(
    rf"(?:打造|串联|串珠成链|推出|开发|建设|形成|推广)(?P<list>{_MEMBER}(?:[、和与]{_MEMBER}){{1,12}}?)(?:等)?(?:[一-龥]{{0,4}}?)"
    "(?P<what>文旅|文化旅游|旅游|研学|康养|红色)?(?:旅游)?(?:精品|特色|主题|经典|黄金)?(?:旅游)?(?:线路|路线|环线)(?=[，。；、]|建设|$)"
)
_SPLIT = re.compile("[、和与]")
_OF_LAND = re.compile("[一-龥]{1,5}(?:[山湖河江岭岛湾峡谷泉洞潭瀑寺塔楼宫村寨堡]|(?<=[一-龥]{2})梯田)$")


def sights(words: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The members of a list of sights, one of which is read as a place, each for what the list is of."""
    lists = [*_SIGHTS.finditer(words)] if _CLASS.search(words) else []
    routes = _ROUTE.finditer(words) if "线" in words and _SPLIT.search(words) else ()
    lists += (m for m in routes if _is_of_travel(m, place, found))
    for m in lists:
        yield from _of_list(m, place, found)
    yield from _raised(words, place, found)


def _of_list(m: re.Match[str], place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The members of a list that is said to be of sights, where enough of them show to be places."""
    start, end = m.span("list")
    known = [p for p in found if start <= p.start and p.end <= end]
    of_class = m.re is _SIGHTS and m["class"] is not None
    if of_class and _NOT_OURS.search(m.string, _clause(m.string, start), end):
        return
    parts = [part for part in _parts(m, place) if not any(p.start < part.end and part.start < p.end for p in known)]
    shown = len(known) + sum(_is_named(part.name) for part in parts)
    if not (shown >= _FEWEST and shown * 2 >= len(parts) if of_class else known):
        return
    focus = (m["what"] or "旅游",)
    yield from (replace(p, focus=p.focus or focus) for p in known)
    for part in parts:
        if _is_member(part.name, place) if of_class else _is_sight(part.name):
            yield replace(part, focus=focus)


def _clause(words: str, at: int) -> int:
    return max(words.rfind(stop, 0, at) for stop in "，。；：") + 1


# 长江、清江等重点景区水质: what goes on behind 景区 is of the area, and the list of rivers
_OF_SCENIC = re.compile("等[^，。；：、]{0,8}?(?:景区|景点)")
_SCENIC = ("景区", "景点")
_STAYS = re.compile("[，。；、：）]|$|(?:实施)?(?:建设|提升|创建|开发|智慧化|提档|提质|品质|改造|升级|基础设施|办好)")


def no_scenic(words: str, found: list[PlaceName]) -> list[PlaceName]:
    """What is left where a list of something else lends its members the head 景区."""
    for m in _OF_SCENIC.finditer(words) if "等" in words and "景" in words else ():
        start = _clause(words, m.start())
        if not _STAYS.match(words, m.end()) or _NOT_OURS.search(words, start, m.start()):
            lent = (p for p in found if start <= p.start and p.end <= m.end() and p.name.endswith(_SCENIC))
            gone = [p for p in lent if p.name in _SCENIC or words[p.start : p.end] != p.name]
            found = [p for p in found if p not in gone]
    return found


_FEWEST = 2  # members that show to be places by their own signs, so that the others are too


def _parts(m: re.Match[str], place: str | None) -> Iterator[PlaceName]:
    """The members of a list as they would be places."""
    at = m.start("list")
    for i, written in enumerate(_SPLIT.split(m["list"])):
        part = written if i else last_name(written, place)
        end = at + len(written)
        yield PlaceName(part, _type(part), end - len(part), end, head=0)
        at = end + 1


def _type(name: str) -> PlaceType:
    if name.endswith("岛"):
        return "island"
    return "town" if name.endswith(("镇", "乡")) else "park" if name.endswith("园") else "other"


_NO_SIGHT = re.compile(
    "[返回故]乡$|之乡$|公司|集团|中心|学校|[馆厅店铺场站房厕]$|设施|工程|项目|企业|[村社]区$|[县区]$"
)


def _is_named(part: str) -> bool:
    """Whether a member opens with signs that are no word, as proper nouns do: 青云洞, 白岚仙境."""
    told = segments(part)
    run = next((i for i, word in enumerate(told) if len(word) > 1), len(told))
    plain = is_ordinary(part) or is_common(part) or _NO_SIGHT.search(part) or _OF_ANY.search(part)
    return len(part) > run >= _FEWEST or (len(part) == run > _FEWEST) if not plain else False


_OF_ANY = re.compile("[的在与和等为]|亭$|楼$|台$")


def _is_member(part: str, place: str | None) -> bool:
    """Whether a member of a list that shows to be of sights can be one: no deed, no region, no bare word of kind."""
    told = segments(part)
    done = any(kind in ("verb", "particle") for word, kind in zip(told, kinds(told), strict=True) if len(word) > 1)
    plain = is_common(part) or _NO_SIGHT.search(part) or not SIGNS.fullmatch(part)
    of_kind = kind_words().fullmatch(part) is not None and not ends_a_name(part)
    region = at_head(part, place, unlisted=False)
    return not (done or plain or of_kind) and not (region is not None and region.length == len(part))


def _is_of_travel(route: re.Match[str], place: str | None, found: Sequence[PlaceName]) -> bool:
    """Whether a route says that it is for travel, and joins places and sights alone."""
    if not _FOR_TRAVEL.search(route[0]):
        return False
    at = route.start("list")
    for i, written in enumerate(_SPLIT.split(route["list"])[:-1]):  # the last runs into the kind of the route
        end = at + len(written)
        known = any(at <= p.start and p.end == end and p.type not in _OF_WORK for p in found)
        if not known and not _is_sight(written if i else last_name(written, place)):
            return False
        at = end + 1
    return True


_FOR_TRAVEL = re.compile(
    "(?<!公交)(?<!地铁)(?:文旅|旅游|(?<![产学])研学|康养|红色|精品|主题|经典|黄金)[一-龥]{0,4}(?:线路|路线|环线)$"
)
_OF_WORK = ("zone", "base")


def _raised(words: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """What is to become a scenic area of a grade: a place that is read, or a sight by its last sign; no village."""
    for m in _GRADED.finditer(words) if "A" in words else ():
        known = next((p for p in found if p.end == m.start()), None)
        if known is not None:
            yield replace(known, focus=known.focus or _TRAVEL)
            continue
        clause = max(words.rfind(stop, 0, m.start()) for stop in "，。；：、（）和与") + 1
        part = last_name(words[clause : m.start()], place)
        if _SHORTEST_SIGHT <= len(part) <= _LONGEST_SIGHT and not part.endswith("村") and _is_rare_sight(part):
            yield PlaceName(part, "other", m.start() - len(part), m.start(), focus=_TRAVEL)


# 青龙峡创建国家4A级旅游景区
_GRADED = re.compile("(?:成功)?(?:创建|创成|争创|创)(?:为)?国家(?:[345]A|A{3,5})级(?:旅游)?(?:风)?景区")
_TRAVEL = ("旅游",)
_SHORTEST_SIGHT, _LONGEST_SIGHT = 3, 4


def _is_rare_sight(part: str) -> bool:
    """Whether no ordinary word opens the name of a sight: neither 市级龙山 nor 水库湖."""
    first = segments(part)[0]
    return _is_sight(part) and not (len(first) > 1 and is_common(first)) and not is_common(part[:-1])


def _is_sight(part: str) -> bool:
    """Whether a member is a name of its own by a sign of the land, with no verb or particle in it."""
    told = segments(part)
    done = any(kind in ("verb", "particle") for word, kind in zip(told, kinds(told), strict=True) if len(word) > 1)
    plain = kind_words().fullmatch(part) is not None or is_common(part)
    return _OF_LAND.fullmatch(part) is not None and not (done or plain or PARTICLES.search(part))


# 东桥区与西浦北三镇一体化发展示范区: one zone of both
_OF_BOTH = re.compile("(?:一体化|同城化|协同|合作|融合)[一-龥]{0,8}(?:示范区|试验区|先行区|合作区)$")


_CIRCLE = "都市圈"


def of_both(words: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """A zone that two regions make together, under the names of both."""
    for p in found:
        if words[p.start - 1 : p.start] not in ("与", "和") or not _OF_BOTH.search(p.name):
            continue
        end = p.start - 1
        whole = end - len(_CIRCLE) if words.endswith(_CIRCLE, 0, end) else end
        if (size := _beside(words, whole, place)) and at_head(p.name, place) is not None:
            start = whole - size
            yield replace(p, name=words[start : p.end], start=start, middle="", district=None, head=size)
