"""Where a document holds: by its issuer, its title, or whom its words call ours (我省, 全市)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Level
from guitu.extract.owners import agencies
from guitu.ontology.districts import Region, leading_region, regions

_MOST = 60_000  # characters that are looked at
_OURS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("provincial", re.compile("[我全本]省|[我全]自治区|(?<!各)省政府|省直|省级")),
    ("municipal", re.compile("[我全本]市|(?<!各)市政府|市直|市级")),
    ("county", re.compile("[我全本][区县]|(?<!各)[区县]政府|县直")),
    ("national", re.compile("我国|全国")),
)
_ACTUAL = re.compile(r"(?:结合|立足)([\u4e00-\u9fff]{2,8}?)实际")
_NATIONAL = re.compile("国务院|国家|全国|中国|中华人民共和国|中共中央")
_PLAN_OF_ALL = re.compile(r".{0,12}?“[一二三四五六七八九十]{1,2}五”")  # “十四五”…规划, without a place
_PARTY = re.compile("^(?:中共|中国共产党|共青团|关于)")


def jurisdiction(
    title: str, issuers: Sequence[str], lines: Sequence[str], words: str
) -> tuple[str | None, Level | None]:
    """Full name of the region, None for a national document, and the level. `words`: all of the document."""
    region, level = _found(title, issuers, lines, words[:_MOST])
    return (region.full if region and level != "national" else None), level


def _found(title: str, issuers: Sequence[str], lines: Sequence[str], words: str) -> tuple[Region | None, Level | None]:
    for name in issuers:
        if found := leading_region(_PARTY.sub("", name)):
            return found, found.level
        if _is_national(name):
            return None, "national"
    if region := leading_region(_PARTY.sub("", title)):
        return region, region.level
    if _NATIONAL.match(title):
        return None, "national"
    most, level = max(((len(ours.findall(words)), level) for level, ours in _OURS), key=lambda pair: pair[0])
    if most == 0:
        return None, "national" if _PLAN_OF_ALL.match(title) else None
    told = (leading_region(match[1]) for match in _ACTUAL.finditer(words))
    addressed = (leading_region(line) for line in lines)
    region = next((found for found in (*told, *addressed) if found and found.level == level), None)
    return region or _most_named(words, level), level


def _is_national(name: str) -> bool:
    agency = agencies.read(_PARTY.sub("", name), None)
    return agency.known and not agency.group and agency.jurisdiction is None


def _most_named(words: str, level: Level) -> Region | None:
    """The region of a level that a text names most: its name in full at least once, or its short name thrice."""
    counts: dict[Region, int] = {}
    for name, borne in regions().items():
        region = borne[0]
        if region.level == level and len(borne) == 1 and (count := words.count(name)):
            counts[region] = counts.get(region, 0) + count * (3 if name == region.name else 1)
    most = max(counts, key=lambda region: (counts[region], region.name), default=None)
    return most if most and counts[most] > 2 else None
