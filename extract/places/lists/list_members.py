"""The members of a list of names that share a head, and how sure each is the name of a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.places.focus.place_subjects import is_brand
from guitu.extract.places.lists.shared_words import last_name
from guitu.extract.places.words.place_words import PARTICLES, cues, is_ordinary, kind_words, not_a_name
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common, is_proper
from guitu.ontology.common_words import common_words
from guitu.ontology.districts import regions

OPENS = re.compile("建设|打造|发展|推进|规划|布局|开展|培育|[在以为将于把从由向对]")
"""What a member of a list never begins with."""
LONGEST, KNOWN = 9, 2


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a list: `name`, where it stands, and how sure it is the name of a place (2: known, 1: like one)."""

    name: str
    start: int
    end: int
    sure: int


def members_of(pieces: Sequence[tuple[str, int]], place: str | None) -> list[Member]:
    """The members of a list, the nearest to its end first looked at; of the first only the name at its end."""
    found: list[Member] = []
    for i, (text, at) in reversed([*enumerate(pieces)]):
        whole = 0 < known_length(text, place) == len(text)
        if not whole and (i == 0 or not _may_be_member(text)):
            name = last_name(text, place)
            name = name if known_length(name, place) == len(name) else _last_known(text, place) or name
            if 1 < len(name) <= LONGEST and found:
                found.append(_member(name, at + len(text) - len(name), place))
            break
        found.append(_member(text, at, place, whole=whole))
    return found[::-1]


def _may_be_member(text: str) -> bool:
    return 1 < len(text) <= LONGEST and not OPENS.match(text)


def _member(text: str, at: int, place: str | None, *, whole: bool = False) -> Member:
    whole = whole or known_length(text, place) == len(text)
    return Member(text, at, at + len(text), 2 if whole else 1 if is_brand(text) else 0)


def is_rare(part: str, *, sure: bool) -> bool:
    """Whether a short word is no common one; `sure`: it may begin like one, as others of its list show places."""
    ordinary = kind_words().fullmatch(part) or PARTICLES.search(part) or part in common_words()
    return 2 <= len(part) <= 4 and not is_common(part) and not (ordinary if sure else not_a_name(part))


def is_name(part: str) -> bool:
    """Whether words, or each of two joined by a dash, can only be a name: 高林—金林."""
    return all(_COUNTS.search(one) is None and (is_proper(one) or is_rare(one, sure=True)) for one in part.split("—"))


_COUNTS = re.compile(r"\d|[一二两三四五六七八九十]大$")  # 西渡四大|片区


# 青江中下游, 白河流域: a river or lake and a part of it; 半岛南, 鲁西南: a side of a region
_LAND = re.compile(
    "[一-龥]{1,3}(?:[江河湖]|海(?=[上中下东西南北流湾]))(?:[上中下]{1,2}游|流域|沿岸|干流|两岸)"
    "|(?:半岛|(?P<sign>[一-龥]))(?:[东西]?[南北]|[东西中])"
)
_SIDED = re.compile("半岛")
_RIVER = re.compile("[一-龥]{1,3}[江河]")
_SEAT = re.compile("（(?P<seat>[一-龥]{2,6})）")


def known_length(text: str, place: str | None) -> int:
    """The length of the known name that a text begins with: a region and its seat, a river, a side; 0 for none."""
    region = at_head(text, place, unlisted=False)
    if region is not None:
        beside = text[region.length :].startswith(("-", "—")) and at_head(
            text[region.length + 1 :], place, unlisted=False
        )
        if beside:
            return region.length + 1 + beside.length
        seat = _SEAT.match(text, region.length)
        if seat and (inner := at_head(seat["seat"], place, unlisted=False)) and inner.length == len(seat["seat"]):
            return seat.end()
    land = _LAND.match(text)
    if land and (land["sign"] in regions() if land["sign"] else _SIDED.match(text) or not is_ordinary(text)):
        return land.end()
    if region is not None:
        return region.length
    river = _RIVER.fullmatch(text)
    return len(text) if river and not (is_common(text) or is_ordinary(text) or PARTICLES.search(text)) else 0


def _last_known(text: str, place: str | None) -> str:
    """The known name that words behind a verb are: 青江上游 of 建设青江上游."""
    starts = (i for i in range(max(1, len(text) - LONGEST), len(text) - 1) if text[:i].endswith(cues()))
    return next((text[i:] for i in starts if known_length(text[i:], place) == len(text) - i), "")
