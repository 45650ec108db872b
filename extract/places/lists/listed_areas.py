"""Areas that a list shows to be places by its last word alone: 以东桥滨江、云创智、云谷等重点区域为核心."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_focus import known_industries
from guitu.extract.places.focus.place_subjects import is_brand, read_part
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import ends_a_name, kind_words
from guitu.extract.places.words.word_borders import is_common, kinds
from guitu.extract.places.words.word_borders import words as segments
from guitu.ontology.alternation import han_but

_PART = f"[{han_but('等和与及')}]{{2,12}}"
# 以甲滨江、乙智、丙谷等重点区域为核心; 加快甲圈、乙智等区域建设
_AREAS = re.compile(
    rf"(?:^|[，；：。]|”、)(?:以|围绕|依托|聚焦|推进|推动|加快|加快推进|持续推进|支持|促进|提升|做强|优化|引导|鼓励|带动|[一-龥]{{2,12}}以|(?<=”、))"
    rf"(?P<list>{_PART}(?:[、和与]{_PART}){{0,12}})"
    r"等(?:重点|核心|特色|功能|关键|主要|沿[江海河湖线]|高端|现代|产业|商务|服务|滨[江海河湖水])*(?:区域|片区|板块|地区)"
    r"(?=为(?:核心|载体|重点|支撑|引擎|节点|主|依托)|建设|开发|发展(?!战略)|更新|转型|推动|推进|布局|打造|集聚|形成|重点|总部|提升|做强|优化)"
)
_CUE = re.compile("区域|片区|板块|地区")
_OF_AREA = re.compile("(?<=[一-龥]{2})(?:区域|片区|地区)$")
_SPLIT = re.compile("[、和与]")
_NO_PROPER_NOUN = re.compile(
    "[市省]$|产业|行业|企业|机构|领域|学校|医院|老旧|重点|中心城|地铁|[路街道线站]$|[东西南北中][部侧翼]|周边|沿线|沿岸|两岸|街道"
)
_ISLAND = re.compile("[一-龥]{2,3}岛")
_OWN_LAST = re.compile("(?<!商)[圈谷湾港城]$")
_LONG = 5  # characters of a name that its last sign alone shows to be one
_FEWEST = 2  # members of a list, one of which shows to be a place


def areas(words: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The members of such lists that are not read yet; all are places where one of them is known to be one."""
    for m in _AREAS.finditer(words) if _CUE.search(words) else ():
        made, end, shown = [], m.start("list"), False
        parts = _SPLIT.split(m["list"])
        for written in parts:
            part = _OF_AREA.sub("", written)
            at = words.index(part, end)
            end = at + len(part)
            if any(p.start < end and at < p.end for p in found):
                shown = True
                continue
            known = read_part(part, at, place)
            shown = shown or known is not None or is_brand(part) or bool(_ISLAND.fullmatch(part))
            shown = shown or bool(_OWN_LAST.search(part))
            if known is not None and known.type != "district":
                made.append(replace(known, type="zone") if known.type == "town" and part[-1] not in "镇乡" else known)
            elif known is None and _may_be_name(part):
                made.append(PlaceName(part, _type(part), at, end))
        if shown and (len(parts) >= _FEWEST or _ISLAND.fullmatch(parts[0])):
            yield from made


def _may_be_name(part: str) -> bool:
    """Whether a member can be a proper noun: no words of kind, no industry, no ordinary word, nothing that is done."""
    told = segments(part)
    if _OWN_LAST.search(part) and len(part) > _LONG:
        return True
    plain = kind_words().fullmatch(part) is not None and not _ISLAND.fullmatch(part)
    if (
        _NO_PROPER_NOUN.search(part)
        or plain
        or known_industries(part)
        or (is_common(part) and not _ISLAND.fullmatch(part))
    ):
        return False
    return not any(kind in ("verb", "particle") for word, kind in zip(told, kinds(told), strict=True) if len(word) > 1)


def _type(part: str) -> PlaceType:
    return "island" if _ISLAND.fullmatch(part) else "zone"


def full_names(names: dict[str, PlaceName]) -> dict[str, str]:
    """The longer name of an area that the document names in short too: 环云大 of 环云大研学圈."""
    bare = [name for name, p in names.items() if not (p.head or p.middle or p.type != "zone" or ends_a_name(name))]
    rings = [name for name, p in names.items() if p.type == "zone" and name.endswith("圈")]
    full = list(dict.fromkeys([*bare, *rings]))
    longer = {name: [other for other in full if other.startswith(name) and other != name] for name in bare}
    return {name: others[0] for name, others in longer.items() if len(others) == 1}


_SHORT = re.compile(r"（以下(?:统一)?简称[：:]?“?(?P<short>[^（）\n]{2,14}?)”?）")


def declared_short(words: str, ends: Iterable[tuple[int, str]]) -> dict[str, str]:
    """The short names that a passage declares right behind full ones, which end where `ends` says.

    >>> declared_short("云湾海洋创新区（以下简称云湾创新区）建设", [(7, "云湾海洋创新区")])
    {'云湾创新区': '云湾海洋创新区'}
    """
    if "简称" not in words:
        return {}
    told = ((_SHORT.match(words, end), name) for end, name in ends)
    return {m["short"]: name for m, name in told if m}
