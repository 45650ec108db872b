"""The region at the head of a name, full or short, as a document of one jurisdiction means it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from guitu.extract.places.words.place_words import great_region
from guitu.ontology.common_words import common_words
from guitu.ontology.districts import Region, leading, region, regions
from guitu.ontology.topics import place_words, topic_names


@dataclass(frozen=True, slots=True)
class Head:
    """A region at the start of a text. `length`: of its name there; `name`: its full name; `short`: written short.

    `district`: its full name where it is a district, county or county-level city written in full;
    `wide`: it is a city or a province, or the jurisdiction itself; `apart`: it is a new area that is a district of
    another city (滨海新区, 浦东新区), which a document elsewhere names as it names any new area, perhaps its own.
    """

    length: int
    name: str
    short: bool
    district: str | None
    wide: bool
    apart: bool = False


@cache
def _counties() -> Mapping[str, Mapping[str, Region]]:
    """The counties in each region, by short names that no ordinary word shares."""
    ordinary = frozenset(topic_names()) | place_words()["generic"] | place_words()["town"] | place_words()["zone"]
    found: dict[str, dict[str, Region]] = {}
    for one in (one for same in regions().values() for one in same):
        if one.level == "county" and len(one.short) > 1 and one.short not in ordinary:
            for above in one.around():
                found.setdefault(above.name, {})[one.short] = one
    return found


def _below(place: str | None) -> Mapping[str, Region]:
    """The districts and counties of a jurisdiction by their short names."""
    above = region(place) if place else None
    return _counties().get(above.name, _NONE) if above else _NONE


_NONE: Mapping[str, Region] = {}


@lru_cache(maxsize=65536)
def at_head(text: str, place: str | None, *, unlisted: bool = True) -> Head | None:
    """The region that a text begins with; `place` is the jurisdiction of the document.

    `unlisted`: also one that the registry does not have, by its last sign.

    >>> at_head("松江数字园", "上海市").name, at_head("松江数字园", None) is None
    ('松江区', True)
    >>> at_head("青岚县茶叶产业园", None).district
    '青岚县'
    """
    found = leading(text, unlisted=False)
    if found is not None and _is_of_a_side(text[: found[1]], found[0], place):
        return None
    if found is not None and found[0].known and text[: found[1]] not in _common():  # 通道 is a county too
        return None if found[1] <= 2 and _is_ordinary(text[: found[1]]) else _headed(text, *found, place)
    for short in (text[:4], text[:3], text[:2]):
        if one_below := _below(place).get(short):
            return Head(len(short), one_below.name, True, None, False)
    found = leading(text) if unlisted else None
    if found is not None and (found[0].known or _is_unlisted(text[: found[1]])):
        return _headed(text, *found, place)
    own = place[:-1] if place and len(place) > 2 else None
    if place and own and text.startswith(own):
        return Head(len(own), place, True, None, True)
    return None


_OF_A_SIDE = re.compile("[东西南北中]部新[区城]")


def _is_of_a_side(written: str, one: Region, place: str | None) -> bool:
    """Whether 东部新区 is written, which any city may have, and the one that the registry has is not of this place."""
    return _OF_A_SIDE.fullmatch(written) is not None and place not in {above.name for above in one.around()}


def _is_ordinary(name: str) -> bool:
    """郊区 and 城区 are districts only behind the name of their city."""
    word = common_words().get(name)
    return name.endswith("区") and word is not None and word.kind != "name"


def _headed(text: str, one: Region, length: int, place: str | None) -> Head:
    full = text[:length].endswith(one.name)
    named = full and not (one.name.endswith("新区") and len(one.name) > 4)
    district = one.name if one.level == "county" and named else None
    new = full and one.known and one.level == "county" and one.name.endswith("新区") and length == len(one.name)
    apart = new and place not in {above.name for above in one.around()}
    return Head(length, one.name, not full, district, one.level != "county" or one.name == place, apart)


@cache
def _common() -> frozenset[str]:
    words = place_words()
    return words["generic"] | words["cue"] | words["plural"] | words["grade"] | frozenset(topic_names())


def _is_unlisted(name: str) -> bool:
    """A name that only its last sign shows to be a region, and that holds no word of kind: never 经开区, 建设新城区."""
    kinds = [word for kind in ("park", "base", "zone", "town", "site") for word in place_words()[kind]]
    if name.endswith(("新区", "地区")) or any(name.endswith(kind) for kind in kinds):
        return False
    word = common_words().get(name[:-1])  # 坚持区域集聚 holds no 坚持区
    if word is not None and word.kind == "verb":
        return False
    if any(_is_whole_region(name[at:]) for at in (1, 2)):
        return False  # 入四川省 holds a region, and is none
    if great_region().search(name) or not 3 <= len(name) <= 5 or "的" in name or name in common_words():
        return False
    return not any(word in name for word in _common() if len(word) > 1) and not name.startswith(_particles())


def _is_whole_region(text: str) -> bool:
    found = leading(text, unlisted=False) if len(text) > 2 else None
    return found is not None and found[1] == len(text)


@cache
def _particles() -> tuple[str, ...]:
    return tuple(sorted(word for word in _common() if len(word) == 1 and word not in ("新", "云", "和", "沿")))
