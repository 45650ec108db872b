"""Places without a last word of their own, told by what is said of them: 徐汇重点发展…, 立足松江泗泾，…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guitu.extract.facts import PlaceType
from guitu.extract.place_names import PlaceName
from guitu.extract.place_words import GEOGRAPHIC, any_of, not_a_name, of_a_kind, type_of_last
from guitu.extract.regions import at_head
from guitu.ontology.topics import place_words, topic_names

_PART = r"(?:(?![等和与及])[一-龥A-Z0-9]){2,9}"
_JOIN = r"(?:[、和与及]|以及)"


@cache
def _doing() -> re.Pattern[str]:
    """徐汇、青岚县和东桥镇重点发展…; the list begins the sentence or follows a comma."""
    verbs = any_of(place_words()["focus"] | {"聚焦", "加快发展"})
    return re.compile(
        rf"(?:^|[，：。；])(?:支持|鼓励|推动|引导)?(?P<list>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?:等(?:区域|地区|地|区)?|各区)?"
        rf"(?:(?:依托|立足|围绕|发挥|利用|以)[^，。；]{{1,40}}，|[：，])?(?:以|{verbs})"
    )


# 钱塘区：打造…，重点发展…: a district and what is said of it
_TOLD = re.compile(rf"^\s*(?P<list>{_PART})：")

# 立足松江泗泾，; 依托杨浦、徐汇等区位优势
_STANDING = re.compile(rf"(?:立足|依托)(?P<list>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?=，|等[^，。；]{{0,6}}优势)")
_SPLIT = re.compile(_JOIN)
_TOWN = re.compile(r"[一-龥]{2,4}(?:镇|乡|街道)$")
_NOT_PLACES = re.compile(
    r"企业|部门|单位|近期|行业|产业|领域|机构|[的了各]|院|校|期间|全[市省县区]|我[市省县区]|方面|阶段|重点|时期|[一二三四]是"
)


def subjects(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The places of a sentence that only its grammar shows; `found` are those already read."""
    for m in (*_TOLD.finditer(sentence), *_doing().finditer(sentence), *_STANDING.finditer(sentence)):
        yield from _read_list(sentence, m, place, found)


def _read_list(
    words: str, m: re.Match[str], place: str | None, found: list[PlaceName], kind: PlaceType | None = None
) -> Iterator[PlaceName]:
    """The places of a list; a name without any sign of its own counts where another of the list is a place."""
    start = m.start("list")
    read: list[tuple[str, int, PlaceName | None]] = []
    company = False
    for part in _SPLIT.split(m["list"]):
        at = words.index(part, start)
        start = at + len(part)
        if any(p.start < start and at < p.end for p in found):
            company = True
            continue
        made = _read(part, at, place)
        company = company or made is not None
        read.append((part, at, made))
    for part, at, made in read:
        if made is not None:
            yield replace(made, type=kind) if kind and made.type != "district" else made
        elif company and _BRAND.fullmatch(part) and not _NOT_PLACES.search(part) and not not_a_name(part):
            yield PlaceName(part, kind or "other", at, at + len(part))


_BRAND = re.compile(rf"[一-龥]{{0,3}}{GEOGRAPHIC.pattern}[一-龥]{{0,2}}")


@cache
def _enumerated() -> re.Pattern[str]:
    """甲桥、徐汇滨江、乙园等一批特色产业园区."""
    lasts = any_of(place_words()["park"] | place_words()["base"] | place_words()["zone"])
    part = r"(?:(?!等)[一-龥A-Z0-9-]){2,12}"
    return re.compile(rf"(?P<list>{part}(?:、{part}){{1,12}})等(?P<kind>[^，。；、]{{0,16}}?)(?P<last>{lasts})")


def listed_with(words: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Names that a list of places shows to be places: 甲桥、乙谷等特色产业园区."""
    for m in _enumerated().finditer(words):
        kind = type_of_last(m["last"])
        if any(m.start() <= p.start and p.end <= m.end("list") for p in found):
            yield from _read_list(words, m, place, found, kind)


def last_name(text: str, place: str | None) -> str:
    """The name at the end of words: 嘉定 of 先后成立了嘉定."""
    for size in (4, 3, 2):
        region = at_head(text[-size:], place, unlisted=False)
        if region and region.length == min(size, len(text)):
            return text[-size:]
    return re.split(r"[在了以于的]|建设|成立|打造|推进|依托|立足|推动|支持", text)[-1]


_SHARED = re.compile(r"(?P<list>[一-龥]{2,9}(?:、[一-龥]{2,4}){1,6})等(?P<rest>[^，。；、等的]{2,26})")


def shared(words: str, place: str | None) -> Iterator[PlaceName]:
    """Places that share the words behind 等: 甲港、乙河等智能网联汽车示范区 are two of one kind."""
    for m in _SHARED.finditer(words):
        rest = of_a_kind(m["rest"])
        if rest is None:
            continue
        start = m.start("list")
        for i, written in enumerate(_SPLIT.split(m["list"])):
            part = written if i else last_name(written, place)
            at = words.index(part, start)
            start = at + len(part)
            region = at_head(part, place, unlisted=False)
            if (region and region.length == len(part)) or (_BRAND.fullmatch(part) and not not_a_name(part)):
                kind, middle = rest
                name = part + m["rest"][: len(middle[0]) + len(middle[1])]
                yield PlaceName(name, kind, at, start, middle[0])


def _read(part: str, at: int, place: str | None) -> PlaceName | None:
    end = at + len(part)
    region = None if _NOT_PLACES.search(part) else at_head(part, place)
    if region is not None and not (region.short and part.endswith("新区")):
        rest = part[region.length :]
        if rest in ("", "区") and not region.wide:
            return PlaceName(region.name, "district", at, end)
        ordinary = rest in place_words()["generic"] or rest in topic_names()
        if 2 <= len(rest) <= 4 and not region.wide and not ordinary:
            return PlaceName(part, _type(rest), at, end, district=region.name)
    if region is None and _TOWN.fullmatch(part) and not _NOT_PLACES.search(part) and not part.startswith(("各", "乡")):
        return PlaceName(part, "town", at, end)
    return None


def _type(rest: str) -> PlaceType:
    return "other" if rest.endswith(("滨江", "地区", "沿线", "创智")) else "town"
