"""The administrative divisions (`registry/districts.ttl`) as plain values; reading the one that a text begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.registry_file import entries, local

RegionLevel = Literal["provincial", "municipal", "county"]

_LEVELS: Mapping[str, RegionLevel] = {
    "Province": "provincial", "Municipality": "municipal", "Prefecture": "municipal", "County": "county",
}  # fmt: skip
_LAST: Mapping[str, RegionLevel] = {
    "省": "provincial", "自治区": "provincial", "市": "municipal", "州": "municipal", "盟": "municipal",
    "地区": "municipal", "区": "county", "县": "county", "旗": "county",
}  # fmt: skip
_LONGEST = 16

# an invented or new unit by its last sign: 云州市, 临江省, 青岚县; never 城市, 全省, 园区, 各县
_COMMON = "城都全各本我该等有关超县市区省个级治园社景校辖片灾库牧林矿厂范发贸新院能街住厦放假税作理验镇业务心游易"
_UNLISTED = re.compile(
    rf"(?![团共国中各该由在和与及等以会对为把将如从全各本我该大])(?:(?![省市县区局厅委部办和与及])[一-鿿]){{2,5}}?(?<![{_COMMON}])(?:自治[区州县旗]|新区|特区|省|市|州|盟|县|旗|区)(?![省市州盟县旗区])"
)


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative division. `name`: 浦东新区; `short`: 浦东; `parent`: that around it, None where not known.

    `known`: the registry has it. 直辖市 are municipal, 县级市 county.
    """

    name: str
    level: RegionLevel
    parent: Region | None = None
    shorts: tuple[str, ...] = ()
    known: bool = True

    @property
    def short(self) -> str:
        """The name without its last sign, or as the registry shortens it."""
        if several := [short for short in self.shorts if len(short) > 1]:
            return several[-1]
        return re.sub(r"(?<=..)(?:新区|地区|[省市区县州盟旗])$", "", self.name)

    @property
    def full(self) -> str:
        """The name as in official names: a district with its city before it, 上海市徐汇区; others alone."""
        if self.level == "county" and self.name.endswith("区") and self.parent and self.parent.level == "municipal":
            return self.parent.name + self.name
        return self.name

    def around(self) -> Iterator[Region]:
        """This and all regions around it, from the smallest."""
        region: Region | None = self
        while region:
            yield region
            region = region.parent


@cache
def regions() -> Mapping[str, tuple[Region, ...]]:
    """Every region by each of its names; several where a name is borne by more than one, higher levels first."""
    made: dict[str, Region] = {}
    named: dict[str, list[Region]] = {}
    for key, entry in entries("districts").items():
        name, level = entry["prefLabel"][0], _LEVELS[local(entry["type"][0])]
        parent = made[local(entry["broader"][0])] if "broader" in entry else None
        region = made[key] = Region(name, level, parent, tuple(entry.get("altLabel", ())))
        short = () if level == "county" else (region.short,)
        for written in {name: 0, **dict.fromkeys(region.shorts), **dict.fromkeys(short)}:
            named.setdefault(written, []).append(region)
    return MappingProxyType({written: tuple(found) for written, found in named.items()})


def region(name: str) -> Region | None:
    """The region of a full or short name, with the regions around it before it or not.

    A name that several bear (鼓楼区) is a region without parent; a name that the registry does not have is read by
    its last sign.

    >>> region("浦东新区").full, region("上海").level, region("青岚县").known
    ('上海市浦东新区', 'municipal', False)
    """
    found = leading(name)
    return found[0] if found and found[1] == len(name) else None


def leading_region(text: str) -> Region | None:
    """The smallest region of the chain of names that a text begins with.

    >>> leading_region("上海市浦东新区教育发展规划").name
    '浦东新区'
    >>> leading_region("云州市养老服务规划").level
    'municipal'
    >>> leading_region("全市养老服务规划") is None
    True
    """
    found = leading(text)
    return found[0] if found else None


def leading(text: str, start: int = 0, *, unlisted: bool = True) -> tuple[Region, int] | None:
    """The region that a text begins with at `start`, and where its name ends."""
    best = _one(text, start, None, unlisted)
    while best and (inner := _one(text, best[1], best[0], unlisted)):
        best = inner
    return best


def _one(text: str, start: int, around: Region | None, unlisted: bool) -> tuple[Region, int] | None:
    known = regions()
    for end in range(min(len(text), start + _LONGEST), start + 1, -1):
        if found := known.get(text[start:end]):
            inside = [r for r in found if around is None or around in r.around()]
            if around and around in inside:
                continue
            if inside:
                chosen = inside[0]
                ambiguous = len(inside) > 1 and inside[1].level == chosen.level
                return (Region(chosen.name, chosen.level) if ambiguous else chosen), end
    if unlisted and (match := _UNLISTED.match(text, start)):
        made = unlisted_region(match[0], around)
        if around is None or _rank(made) > _rank(around):
            return made, match.end()
    return None


def _rank(region: Region) -> int:
    return ("provincial", "municipal", "county").index(region.level)


def unlisted_region(name: str, around: Region | None = None) -> Region:
    """A region that the registry does not have, by the last sign of its name."""
    last = next((sign for sign in sorted(_LAST, key=len, reverse=True) if name.endswith(sign)), "市")
    level = _LAST[last]
    if around and around.level == "municipal" and level == "municipal":
        level = "county"  # a city inside a city
    return Region(name, level, around, known=False)
