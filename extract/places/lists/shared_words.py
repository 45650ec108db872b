"""Places that share the last words of one name: 东湖、西山生态经济区; 东桥、北屿等智能网联汽车示范区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_subjects import is_brand
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import (
    LANDFORM,
    cues,
    ends_a_name,
    is_site,
    known_endings,
    last_word,
    not_a_name,
)
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import divides, is_common, kinds, words
from guitu.ontology.common_words import common_words
from guitu.ontology.districts import regions
from guitu.ontology.topics import place_words

_WIDEST = 12


def sharing(passage: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The places named before one whose last words they share; `found` are the names already read."""
    for p in found:
        if p.start < 3 or passage[p.start - 1] not in "、和与及":
            continue
        if is_site(p.name) and passage.startswith("等", p.end):
            continue  # 千岁山、白邑古城等: names of their own
        for part, at in _members(passage, p.start - 1, place):
            if p.name.endswith(_OLD) and _WHOLE.search(part):
                break  # 锦江、西门古城: each a name of its own
            made = _with_rest(part, p, place)
            if made is None or divides(passage, at, at + len(part), len(part)):
                break
            yield PlaceName(*made, at, at + len(part), p.middle)


_OLD = ("古城", "古镇", "古村", "古街", "古寨")
_WHOLE = re.compile("[山江河湖海城洞镇村寨岛峡谷沟泉瀑寺]$")


def _members(passage: str, end: int, place: str | None) -> Iterator[tuple[str, int]]:
    """The words joined before `end`, the nearest first; of the first in the list only the name at its end."""
    while end > 1:
        begin = end - next((n for n in (5, 4, 3) if _is_region(passage[max(0, end - n) : end], place)), 0)
        while begin > 0 and "一" <= passage[begin - 1] <= "龥" and passage[begin - 1] not in "和与及":
            begin -= 1
            if end - begin == _WIDEST:
                break
        first = passage[begin - 1 : begin] not in ("、", "和", "与", "及")
        part = last_name(passage[begin:end], place) if first else passage[begin:end]
        if len(part) < 2:
            return
        yield part, end - len(part)
        if first:
            return
        end = begin - 1
        if passage[end - 1 : end] == "以":  # 以及
            end -= 1


def _is_region(text: str, place: str | None) -> bool:
    """Whether a word that may hold a joining sign is the name of a region: 呼和浩特."""
    if not any(sign in text[1:] for sign in "和与及"):
        return False
    region = at_head(text, place, unlisted=False)
    return region is not None and region.length == len(text)


_HOLDING = re.compile("^.*(?:[辖建现拥设共含]有|下辖|包含|（(?:[含即]|其中|包括)?(?!.*）))")  # 全市现有东桥


_OF_ZONE = re.compile("^.*(?:开发区|经开区|高新区|综保区|保税区)(?=[一-龥]{2,4}$)")  # 云州经开区东桥、北屿工业园


def last_name(text: str, place: str | None) -> str:
    """The name at the end of words: 东桥 of 去年成立了东桥."""
    text = _OF_ZONE.sub("", _HOLDING.sub("", text)) or text
    for size in (4, 3, 2):
        region = at_head(text[-size:], place, unlisted=False)
        of_land = size > 2 and text[-1:] in _LAND_SIGNS  # 云岭山, which lies in 云岭县
        if region and region.length in (min(size, len(text)), size - of_land):
            return text[-size:]
    borders = {0, *accumulate(len(part) for part in words(text))}  # 实施沿海 is not cut in 沿海
    cut = [text.rfind(cue) + len(cue) for cue in cues() if cue in text and text.rfind(cue) in borders]
    cut = [at for at in cut if at in borders]
    text = text[max((at for at in cut if at < len(text) - 1), default=max(cut, default=0)) :]  # 启动|向海
    first = words(text)[:1]
    verb = first and 1 < len(first[0]) < len(text) and kinds(first)[0] in ("verb", "particle", "number")
    return text[len(first[0]) :] if verb else text


def of_one() -> frozenset[str]:
    """Last words that make a name of a brand alone: 松江、嘉定等新城."""
    return place_words()["single"]


_DEVELOPMENT = re.compile(
    "(?:国家(?:级)?)?(?:经济开发区|开发区|工业园区|重点开发开放试验区|高新区|经开区|高新技术产业开发区|经济技术开发区|综合保税区|综保区|自贸试验区|自由贸易试验区|新城|口岸|航空口岸|陆港|国际陆港)|国家(?:物流枢纽|骨干冷链物流基地)"
)


def is_zone_of_law(last: str) -> bool:
    """Whether words are a zone of a kind that the law has, of which a place has one: 经济开发区, 综合保税区."""
    return _DEVELOPMENT.fullmatch(last) is not None


def _with_rest(part: str, p: PlaceName, place: str | None) -> tuple[str, PlaceType] | None:
    """The full name and the type of a member: 东湖生态经济区 of 东湖."""
    known, _ = known_endings()
    if p.name in known:
        for i in range(2, len(p.name) - 2):
            if part + p.name[i:] in known:
                return part + p.name[i:], known[part + p.name[i:]]
        return None
    head = p.head + (p.name[p.head : p.head + 1] in _LAND_SIGNS) if p.head else 0  # 云岭湖 behind 云岭
    rest = p.name[head:]
    whole = len(part) > 2 and part.endswith(("区", "县"))  # 东桥区、白石高新区: a district beside a zone
    own = part.endswith("港") and rest.startswith("港")  # 白石港、东桥港区: a port by its own name
    if not p.head or len(part) > 5 or whole or own or ends_a_name(part) or _OF_LAND.search(part):
        return None
    joint = head == 2 and rest.startswith("合作") and _of_two(part)
    region = None if joint else at_head(part, place, unlisted=False)
    if region is not None and region.length < len(part) and part[-1] in _LAND_SIGNS:
        region = None  # 云岭山 is no part of 云岭县
    if region is not None:
        shares = region.length == len(part) and _DEVELOPMENT.fullmatch(rest) is not None
    else:
        alike = part[-1] == p.name[head - 1] or _faces(part, p.name[:head])
        plain = rest in of_one() and rest not in ("商务区", "商圈")
        named = is_brand(part) and not is_common(part)
        zone = _DEVELOPMENT.fullmatch(rest) is not None
        shares = (
            joint
            or (named and (alike or plain or zone or len(_before_last(rest)) >= 2))
            or (zone and _is_unknown(part))
        )
    return (part + rest, p.type) if shares else None


_LAND_SIGNS = tuple("山湖河江海湾岛岭")


def _of_two(part: str) -> bool:
    """Whether two signs stand for two regions, one of them a province or city by its sign: 沪云, 苏云."""
    return len(part) == 2 and any(sign in regions() for sign in part)


def _faces(one: str, other: str) -> bool:
    """Whether two names are of two sides of one place: 城东, 城西."""
    sides = "东西南北"
    return one[:-1] == other[:-1] and one[-1] in sides and other[-1:] in tuple(sides)


_OF_LAND = re.compile(f"(?<=[一-龥]{{2}})(?:{LANDFORM.pattern})$")  # 在青龙峡谷和白石现代农业园


def _is_unknown(part: str) -> bool:
    """A short word that no list has; before a zone of a legal kind it can only be a name: 白鹭."""
    told = any(kind in ("verb", "number", "particle") for kind in kinds([w for w in words(part) if len(w) > 1]))
    return len(part) <= 3 and part not in common_words() and not told and not not_a_name(part)


def _before_last(rest: str) -> str:
    m = last_word().search(rest)
    return rest[: m.start()] if m else rest
