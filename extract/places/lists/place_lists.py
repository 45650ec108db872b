"""Names that a list shows to be places: 甲桥、乙谷等特色产业园区, and names of a grade inside a named place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_focus import of_trade, of_words, ungraded
from guitu.extract.places.focus.place_subjects import is_brand, read_part
from guitu.extract.places.lists.shared_words import last_name
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import industry_of
from guitu.extract.places.words.place_words import kind_words, not_a_name, of_a_kind, type_of
from guitu.extract.words.numbering import integer
from guitu.ontology.alternation import alternation, han_but
from guitu.ontology.topics import place_words

_PART = f"[{han_but('等和与')}A-Z0-9“”—-]{{2,16}}+"
_LIST = re.compile(rf"{_PART}(?:[、和与]{_PART}){{1,12}}$")
_BACK = 221  # thirteen members with what joins them


@cache
def _summed() -> re.Pattern[str]:
    """等一批特色产业园区, behind 甲桥、徐汇滨江、乙园."""
    lasts = alternation(place_words()["park"] | place_words()["base"] | place_words()["zone"] | place_words()["site"])
    return re.compile(
        rf"(?:等(?:[一二两三四五六七八九十]|\d{{1,2}})?(?:个|大|处|座)?|(?P<count>[二两三四五六七八九十])(?:个|大))(?P<kind>[^，。；、等]{{0,16}}?)(?P<last>{lasts})"
    )


_SPLIT = re.compile("[、和与]")
_SUMS = re.compile("等|[两三四五六七八九十][个大]")


def listed_with(words: str, place: str | None, found: list[PlaceName]) -> list[PlaceName]:
    """The names found, and those that stand in a list with them; all have the industry that the list is said to have.

    A list of two names or more, told to be of special areas, needs no known name when each looks like one.
    """
    if "、" not in words or not _SUMS.search(words):
        return found
    told: dict[tuple[int, int], PlaceName] = {}
    starts = [p.start for p in found]
    read = 0
    for m in _summed().finditer(words):
        run = _LIST.search(words, max(read, m.start() - _BACK), m.start())
        if run is None:
            continue
        read = m.end()
        members = len(_SPLIT.findall(run[0])) + 1
        if m["count"] and integer(m["count"].replace("两", "二")) != members:
            continue
        inside = [
            p for p in found[bisect_left(starts, run.start()) : bisect_left(starts, run.end())] if p.end <= run.end()
        ]
        told_of = of_words(m["kind"] + industry_of(m["last"])) or of_trade(m["kind"])
        focus = told_of if _of_kinds(m["kind"]) else ()
        kind = type_of(m["last"])
        new = list(_unknown(words, run, place, inside, kind))
        shown = len(new) == members and _LED.search(run[0]) and _AREAS.fullmatch(m["kind"] + m["last"])
        if inside or shown or all(_stands_alone(p) for p in new):
            told |= {(p.start, p.end): _of_list(p, kind, focus) for p in (*inside, *new)}
    if not told:
        return found
    every = {(p.start, p.end): p for p in found} | told
    return sorted(every.values(), key=lambda p: (p.start, -p.end))


def _of_kinds(text: str) -> bool:
    """Whether the words before a last word are words of kind and industries alone: 一批重点软件, never 围绕中环的."""
    return kind_words().fullmatch(ungraded(text)) is not None


def _of_list(p: PlaceName, kind: PlaceType, focus: tuple[str, ...]) -> PlaceName:
    told = kind if p.type in ("town", "island") and "-" in p.name else p.type
    return replace(p, type=told, focus=p.focus or focus)


def _stands_alone(p: PlaceName) -> bool:
    return p.type == "district" or p.district is not None


def _unknown(
    words: str, run: re.Match[str], place: str | None, inside: list[PlaceName], kind: PlaceType
) -> Iterator[PlaceName]:
    """The members of a list that are not read yet."""
    of_clusters = _CLUSTERS.match(words, run.end()) is not None
    for part, at, end in _parts(words, run, place):
        if not part or any(p.start < end and at < p.end for p in inside):
            continue
        made = read_part(part, at, place)
        if made is not None and not (made.district and of_clusters):  # 青岚铸造 of 青岚铸造、白石木器等产业集群
            yield made if made.type == "district" or part[-1] in "镇乡" else replace(made, type=kind)
        elif is_brand(part) or (_LONG_BRAND.fullmatch(part) and not not_a_name(part)):
            yield PlaceName(part, kind, at, end)


_CLUSTERS = re.compile("等[^，。；、]{0,16}集群")


def _parts(words: str, run: re.Match[str], place: str | None) -> Iterator[tuple[str, int, int]]:
    """The members of a list with their places; of the first only the name at its end."""
    end = run.start()
    for i, written in enumerate(_SPLIT.split(run[0])):
        part = written if i else last_name(written, place)
        at = words.index(part, end)
        end = at + len(part)
        yield part, at, end


# 围绕白石客厅、云湾科创中心等重点片区: members that are all shown to be areas
_LED = re.compile("^(?:围绕|依托|聚焦|建设|推进|加快|打造|以)")
_AREAS = re.compile("(?:重点|特色|核心|功能|产业|等|一批)*(?:片区|园区|功能区|集聚区|产业园区|区域)")
_LONG_BRAND = re.compile(
    "[一-龥]{2,8}(?:客厅|之城|滨江|创智|之谷|之心|湾区|半岛|广场|片区|科创中心|创新中心)|[一-龥]{4,8}中心"
)


# 打造国家级智能传感器产业基地, directly behind a named place
_GRADED = re.compile(r"(?:建设|打造|设立|建成|布局)(?P<name>(?:国家级|国家|省级|市级)[^，。；、“”]{4,24})")


def within(words: str, found: list[PlaceName]) -> Iterator[PlaceName]:
    """A base or park of a grade that is built in a named place: 在东桥新区打造国家级稀土新材料产业基地."""
    for p in found if "国家" in words or "级" in words else ():
        m = _GRADED.match(words, p.end) if words[p.start - 1 : p.start] == "在" else None
        grade = re.match("国家级|国家|省级|市级", m["name"]) if m else None
        if m is None or grade is None:
            continue
        rest = of_a_kind(m["name"][grade.end() :])
        if rest and rest[0] in ("base", "park"):
            kind, (middle, last) = rest
            end = m.start("name") + grade.end() + len(middle) + len(last)
            yield PlaceName(words[m.start("name") : end], kind, m.start("name"), end, middle + "产业")
