"""Ports, and the sights of a list: 东桥港, 千岁山、白石古城等文旅产品."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from guitu.extract.places.place_names import PlaceName
from guitu.extract.places.place_words import PARTICLES, kind_words
from guitu.extract.places.regions import Head, at_head
from guitu.extract.places.shared_words import last_name
from guitu.extract.places.word_borders import divides, is_common, kinds
from guitu.extract.places.word_borders import words as segments
from guitu.extract.words.lexicons import GOES_ON

# 东桥港的货物, never 东桥港口, 东桥港区, 东桥港股份公司, nor what happened there: 东桥港“3·5”
_NO_PORT = "".join(sorted(GOES_ON)) + "区务股航城湾商资台府铁机网珠粤深九闸企联新服集“"
_PORT = re.compile(f"(?<=[一-龥]{{2}})港(?![{_NO_PORT}])")
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


# 千岁山、白石古城等一批文旅产品: the sights themselves
_MEMBER = "[^，。；：、等和与“”]{2,8}"
_SIGHTS = re.compile(
    rf"(?P<list>{_MEMBER}(?:[、和与]{_MEMBER}){{1,12}})等(?:[一-龥]{{0,5}}?)(?P<what>文旅|文化旅游|旅游)"
    "(?:产品|景区|景点|目的地|打卡地|品牌|名片|IP)"
)
_SPLIT = re.compile("[、和与]")
_OF_LAND = re.compile("[一-龥]{1,5}[山湖河江岭岛湾峡谷泉洞潭瀑寺塔楼宫村寨堡]$")


def sights(words: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The members of a list of sights, one of which is read as a place, each for what the list is of."""
    if "旅" not in words or "等" not in words:
        return
    for m in _SIGHTS.finditer(words):
        start, end = m.span("list")
        known = [p for p in found if start <= p.start and p.end <= end]
        if not known:
            continue
        yield from (replace(p, focus=p.focus or (m["what"],)) for p in known)
        for i, written in enumerate(_SPLIT.split(m["list"])):
            part = written if i else last_name(written, place)
            at = words.index(part, start)
            start = at + len(part)
            if not any(p.start < start and at < p.end for p in known) and _is_sight(part):
                yield PlaceName(part, "other", at, start, focus=(m["what"],))


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
