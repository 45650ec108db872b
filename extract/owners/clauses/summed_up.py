"""Towns and counties without their last sign, closed by a word for all: 沙湾、太岭等乡镇, 青岚、白石县政府."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.owners.clauses.between_names import FILLER, REFERS, opens_name
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, match, region_as_owner, unlisted
from guitu.ontology.common_words import common_words
from guitu.ontology.districts import Region, regions

_TOWN = "(?:乡镇|镇街|街镇|镇乡|街道|苏木|[镇乡])(?:（(?:街道|乡镇|[镇乡])）|[、和]?街道)?"
_COUNTY = "[县市区旗]{1,3}(?:（[县市区旗](?:、[县市区旗])?）)?|地(?![方区])"
_COUNT = "[两二三四五六七八九十]{1,3}个?"
_OFFICE = "(?:(?:党委|党工委)?[、和]?(?:人民政府|政府|办事处)|党委)?"
_NAME = re.compile("[^、和与及]+|(?:(?<![^、和与及，,：；（])[和与及][^、和与及]+)")
_NAMES = "[一-龥]{2,8}?(?:[、和与及][一-龥]{2,8}?)"
_CLOSED = re.compile(
    rf"(?P<names>{_NAMES}{{0,19}})(?:等(?:\d{{1,2}}个?|{_COUNT})?|(?<=[一-龥]{{2}}){_COUNT})"
    rf"(?:(?P<town>{_TOWN})|(?P<county>{_COUNTY})){_OFFICE}"
)
_SHARED = re.compile(rf"(?P<names>{_NAMES}{{1,19}})(?P<county>[县市旗]|(?<!地)区){_OFFICE}")
# 集里、荷花、淮川街道; two names could be of different kinds
_TOWNS = re.compile(
    rf"(?P<names>[一-龥]{{2,3}}(?:、[一-龥]{{2,3}}){{1,18}}[、和][一-龥]{{2,3}}?)(?P<town>镇|乡|街道){_OFFICE}办?(?=[、，,；。）]|$|[和与及]|负责|牵头|配合)"
)
_SIGNED = re.compile("(?:..[县区市旗镇乡]|..街道|..苏木)$")
_LONGEST = 160
_BARE = 4  # signs of a name without its last one
# what says which they are, and names none: 沿海、山区等县, 条件较好等乡镇
_NO_NAME = re.compile(
    "[的较各有]|^(?:沿|项目|条件|产业|经济|人口|中心|重点)|(?:山|地|城|郊|湖|库|牧|农|矿|林)区$|平原|丘陵|[好多强弱]$"
)

Listed = tuple[Sequence[tuple[Agency | None, Span]], int]
"""The governments of a list with where they stand, None for what names none, and where the list ends."""


def summed_up_at(text: str, start: int, here: Region | None) -> Listed | None:
    """The governments of the towns or counties in such a list at `start`, and where it ends.

    >>> from guitu.ontology.districts import region
    >>> found = summed_up_at("沙湾、太岭镇等乡镇负责", 0, region("青岚县"))
    >>> [agency.name for agency, _ in found[0]]
    ['青岚县沙湾', '青岚县太岭镇人民政府']
    >>> [agency.name for agency, _ in summed_up_at("同江、富锦等县（市）政府", 0, region("佳木斯市"))[0]]
    ['同江市人民政府', '富锦市人民政府']
    """
    closed = _CLOSED.match(text, start, start + _LONGEST)
    towns = None if closed else _TOWNS.match(text, start, start + _LONGEST)
    found = closed or towns or _SHARED.match(text, start, start + _LONGEST)
    if found is None:
        return None
    spans = [Span(name.start(), name.end()) for name in _NAME.finditer(text, *found.span("names"))]
    names = [text[span.start : span.end] for span in spans]
    if _opens(names[0]) or any(_is_other(name, here) for name in names):
        return None
    made: list[Agency | None]
    if towns:
        plain = sum(map(_is_plain, names)) * 2 > len(names) or any(map(_NO_NAME.search, names))
        if plain or any(_known(name, "县市区旗", here) for name in names):
            return None  # 武陵、鼎城、灌溪镇: two districts and a town
        made = [replace(unlisted(name + towns["town"], here), written=name) for name in names]
    elif closed is None:
        made = [_known(name, found["county"], here) for name in names]
        if any(agency is None for agency in made):
            return None
    else:
        plain = sum(map(_is_plain, names)) * 2 > len(names)
        made = [None if plain or _NO_NAME.search(name) else _one(name, closed, here) for name in names]
    spans[-1] = Span(spans[-1].start, found.end())  # the last is written with the word for all
    return list(zip(made, spans, strict=True)), found.end()


def _opens(name: str) -> bool:
    """Whether words begin with one that stands before names: 由青岚, 指导青岚."""
    word = common_words().get(name[:2]) if len(name) >= _BARE else None
    return bool(REFERS.match(name) or (FILLER.match(name) and not opens_name(f"{name}镇"))) or (
        word is not None and word.kind == "verb"
    )


def _is_other(name: str, here: Region | None) -> bool:
    """Whether a name is that of another body, or too long for one of these."""
    if _SIGNED.search(name):
        return name[0] in "各全" or not (region_as_owner(name, here) or name[-1] in "镇乡道木")
    known = match(name, 0, here)
    return len(name) > _BARE or is_agency_like(name) or (known is not None and known[1] == len(name))


def _is_plain(name: str) -> bool:
    """Whether a name is an ordinary word: 重点, 偏远."""
    word = common_words().get(name)
    return word is not None and word.kind != "name"


def _one(name: str, closed: re.Match[str], here: Region | None) -> Agency:
    """The government of a name in a list; as it is written where nothing tells its last sign."""
    kind = closed["town"] or closed["county"]
    known = _known(name, kind, here) if closed["county"] else None
    if known or _SIGNED.search(name):
        return known or unlisted(name, here)
    listed = here is not None and here.known and bool(closed["county"])  # then 青岚县 of 青岚、云州等县 is none
    if kind in ("镇", "街道", "苏木", "县", "区", "旗") and not listed:
        return replace(unlisted(name + kind, here), written=name)
    inside = here is not None and bool(here.name) and (here.level == "county") == bool(closed["town"])
    if here is None or not inside or (closed["county"] and _alike(name, kind)):
        return Agency(name, name, False, settled=False)
    return Agency(here.full + name, name, False, jurisdiction=here.full)


def _known(name: str, kind: str, here: Region | None) -> Agency | None:
    """The government of the nearest county or city that is known by a name with one of the signs of a kind."""
    if _SIGNED.search(name):
        return region_as_owner(name, here)
    alike = _alike(name, kind)
    around = tuple(here.around()) if here and here.name else ()
    near = next(filter(None, ({r for r in alike if place in r.around()} for place in around)), set[Region]())
    near = near if around else set(alike)
    one = near.pop() if len(near) == 1 else None
    return Agency(f"{one.full}人民政府", name, jurisdiction=one.full) if one else None


def _alike(name: str, kind: str) -> Sequence[Region]:
    """The regions that are known by a name with one of the signs of a kind, all of them where it tells several."""
    signs = kind if kind in "县市区旗" else "县市区旗"
    return [one for sign in ("", *signs) for one in regions().get(name + sign, ()) if one.name[-1] in signs]
