"""Members of a list that their company shows to be places: 大云岛、鹿岛; 云州高新区、经开区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import SIGNS, cues, is_ordinary, kind_words
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common
from guitu.ontology.toponyms import LIKE, likeness

# ---- 大云岛、鹿岛; 白石港、东桥港区: a member that ends as its neighbour does ----

_LIKE = re.compile(
    "(?P<join>、)(?P<name>[一-龥]{1,4}(?:岛|(?<=[一-龥]{2})港))(?=[、和与及，。；等]|(?:海域|周边|码头|附近))"
)
_NO_NAME = re.compile(
    "^(?:城市)?[热冷湿干雨浑孤浮]岛|[半全各本离环荒列群无两三四五六七八九十的在等和与及]|[海空内陆]港|口岸"
)
_SIGNS = {"岛": ("岛", "群岛"), "港": ("港", "港区")}


def beside_their_like(words: str, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Islands and ports that stand in a list right beside one that is read, and what opens such a list."""
    if "岛" not in words and "港" not in words:
        return
    ends = {p.end: p for p in found}
    for m in _LIKE.finditer(words):
        other, sign = ends.get(m.start()), m["name"][-1]
        if other and other.name.endswith(_SIGNS[sign]) and _is_name(m["name"]):
            yield _of_sign(m["name"], m.start("name"), m.end("name"))
    for p in found:
        if words[p.start - 1 : p.start] != "、" or not p.name.endswith(("岛", "港", "港区")):
            continue
        sign = "岛" if p.name.endswith("岛") else "港"
        first = _FIRST.search(words, max(0, p.start - 9), p.start - 1)
        name = first["name"] if first else ""
        if first and name.endswith(sign) and _is_name(name):
            yield _of_sign(name, first.start("name"), first.end("name"))


# 依托白石港、东桥港区
_FIRST = re.compile("(?:^|[，。；：、]|依托|建设|开发|推进|推动|加快|保护|支持|以|在)(?P<name>[一-龥]{1,3}[岛港])$")


def _is_name(name: str) -> bool:
    plain = _NO_NAME.search(name) or is_common(name) or (len(name) > len("鹿岛") and is_ordinary(name))
    return SIGNS.fullmatch(name) is not None and not plain and kind_words().fullmatch(name) is None


def _of_sign(name: str, start: int, end: int) -> PlaceName:
    return PlaceName(name, "island" if name.endswith("岛") else "other", start, end, shown=True)


# ---- 云州高新区、经开区、综保区: zones that the city has one of, right behind one that bears its name ----

_ONE_EACH = "(?:高新技术产业开发区|经济技术开发区|高新区|经开区|综保区|综合保税区|国际港务区|旅游度假区)"
_MORE = re.compile(rf"(?:、{_ONE_EACH}(?=[、，。；和与及]|等(?:重点|核心|主要)*(?:区域|片区|板块)(?!经济)|管委会|$))+")
_KIND = re.compile(_ONE_EACH)
# what a place joins, leans on or learns from is mostly another's
_OF_OTHERS = re.compile("融入|对接|依托|借鉴|学习|承接|接轨|毗邻|邻近|借助|呼应|联动|协同|合作|共建|跨")
_ENDS = "，。；：！？\n"


def of_the_city(words: str, place: str | None, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """Zones known by their kind alone, right behind one that bears the name of the document's own city or county."""
    if place is None or len(place) <= len("云市") or not place.endswith(("市", "县", "区")):
        return
    for p in found:
        more = _MORE.match(words, p.end) if p.type == "zone" and p.name.startswith(place[:-1]) else None
        if more is None or not p.name.endswith("区"):
            continue
        clause = max(words.rfind(sign, 0, p.start) for sign in _ENDS) + 1
        if not _OF_OTHERS.search(words, clause, p.start):
            for m in _KIND.finditer(words, *more.span()):
                yield PlaceName(m[0], "zone", m.start(), m.end(), shown=True)


# ---- 勐东—普西（南桥）、勐北—尚南生态廊道: pairs that share the last words ----

_PAIR = re.compile("(?P<name>[一-龥]{2,4}[—－-]+[一-龥]{2,4}(?:（[一-龥]{2,4}）)?)、$")


def paired(words: str, found: Sequence[PlaceName]) -> Iterator[PlaceName]:
    """The pairs of places joined before a belt between two others, each a belt of its own."""
    for p in found:
        own = _OF_PAIR.match(p.name) if p.type == "belt" else None
        m = _PAIR.search(words, max(0, p.start - 20), p.start) if own else None
        if own and m:
            name = _behind_verb(m["name"])
            start = m.end("name") - len(name)
            if not all(_is_end(end) for end in (*_ENDS_OF.split(name), *_ENDS_OF.split(own[0]))):
                continue
            yield PlaceName(name + p.name[own.end() :], "belt", start, m.end("name"), p.middle, head=len(name))


_OF_PAIR = re.compile("[一-龥]{2,4}[—－-]+[一-龥]{2}(?=[一-龥]{4})")


_ENDS_OF = re.compile("[—－（）-]+")


def _is_end(text: str) -> bool:
    """Whether what a pair joins is a region or has the signs of a proper name: no 科研—转化, no 南北—东西."""
    if not text:  # behind a bracket
        return True
    region = at_head(text, None, unlisted=False)
    plain = is_common(text) or is_ordinary(text)
    return not plain and ((region is not None and region.length == len(text)) or likeness(text) >= LIKE)


def _behind_verb(text: str) -> str:
    cue = max((c for c in cues() if len(c) > 1 and text.startswith(c)), key=len, default="")
    return text[len(cue) :]
