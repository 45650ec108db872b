"""The administrative divisions (`registry/districts.ttl`) as plain values; reading the one that a text begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.alternation import alternation
from guitu.ontology.longest import Longest
from guitu.ontology.registry_file import entries
from guitu.ontology.structure import label_words
from guitu.ontology.turtle_file import local

RegionLevel = Literal["provincial", "municipal", "county", "township"]

_LEVELS: Mapping[str, RegionLevel] = {
    "Province": "provincial", "Municipality": "municipal", "Prefecture": "municipal", "County": "county",
}  # fmt: skip
_LAST: Mapping[str, RegionLevel] = {
    "省": "provincial", "自治区": "provincial", "市": "municipal", "州": "municipal", "盟": "municipal",
    "地区": "municipal", "区": "county", "县": "county", "旗": "county",
}  # fmt: skip

# an invented or new unit by its last sign: 云州市, 临江省, 青岚县; never 城市, 有关市, 全省, 园区, 各县
_NO_STEM = r"(?<!有关)(?<!相关)(?<!其他)(?<!其它)(?<!所有)(?<!部分)(?<!周边)(?<!设区)(?<!直辖)"
_NO_PLACE = "全各本我该等超县市区省个级强大名困范点行产业牧粮油"  # 各县, 超市, 地级市, 制造强市, 试点县
_NO_AREA = (
    f"{_NO_PLACE}灌滩汛洪城都治园社景校辖片灾库牧林矿厂范发贸新院能街住厦放假税作理验镇业务心游易有关开保行聚护态小老"
)
_NO_NAME = (
    "自治|加快|推进|推动|促进|加强|深化|做好|开展|规范|优化|提升|完善|建设|打造|创建|支持|建立|指导|督促|组织|协调|领导"
    "|印发|落实|参照|参考|依照|按照|根据|依据|学习|借鉴|推广|复制|配合|协助|会同|联合|不含|包含|包括|含|原由|争取|邀请|征求|接受"
)
# 云川哈尼族彝族自治州: its peoples make the name long
_PEOPLES = r"(?:(?![省市县区局厅委部办和与及由的])[一-鿿]){2,4}?(?:(?:(?!自治)[一-鿿]){1,4}(?<!民)族){1,4}自治[州县旗]"
# 洞庭湖区, 云岭山区: the land around a lake or in mountains, unless it has a government
_NATURAL = (
    r"(?:(?![省市县区州和与及])[一-鿿]){2,4}(?:[湖山]|谷地)区"
    "(?!(?:人民)?政府|区委|管委|[一-鿿]{1,10}?(?:[局委]|街道|镇|法院|检察院))"
)
# what may not follow a name; 云州市市场 and 青岚县县城 are the place and a word of its own
_GOES_ON = (
    r"(?:(?<=市)(?=市[场政容级直属辖本民]|[县区]级)|(?<=县)(?=县[城级直属域乡])|(?<=区)(?=区[级直属])"
    r"|(?![省市州盟旗]|[县区](?!域)))"
)
_UNLISTED = re.compile(
    r"(?:[大中](?![城都小型心央部西东])[一-鿿][市县](?!场|域)"
    rf"|(?!{_NO_NAME}|[团共国中各该由在和与及等以会对为把将如从全各本我该大]|{_NATURAL})"
    rf"(?:{_PEOPLES}|"
    r"(?:(?![省市县区局厅委部办和与及由]|公司|集团|银行)[一-鿿]){2,5}?"  # 广西电网公司梧州供电局
    rf"(?:自治[区州县旗]|新区|特区|{_NO_STEM}(?:(?<![{_NO_PLACE}])省|(?<![{_NO_PLACE}城都贸股楼夜菜])市(?!场|值|容(?!局)|民(?![政营族间用宿航俗兵]))"
    r"|(?<=(?<![一-鿿])[^大中小新老古旧名强省外县各全本我该同超特都]城)市"
    rf"|(?<![{_NO_PLACE}])县|(?<![{_NO_AREA}])[州盟旗区]))){_GOES_ON})"
)
_AFTER_STEM = re.compile(
    "[一-鿿]{2,4}?[市县区](?!场|值|域|容|级|民(?![政营族间用宿航俗兵]))"
)  # 平和市, where only 平和县 is known
_OFFICE = "人民政府"
_ZONE = re.compile(
    r"(?:国家(?:级)?)?(?:(?:高新技术产业|经济技术|经济)开发区|高新区|经开区|工业园区|综合保税区|保税区"
    r"|(?:[一-鿿]{2})?新区(?!域))"
)
# a zone that bears a name of its own, most often that of its county: 青岚综合实验区; none of a kind of zones
_NAMED_ZONE = re.compile(
    r"(?!国家|省级|市级|全[国省市]|各|有关|相关|其他|重点|支持|推进|推动|加快|促进|关于|建设|打造)(?:(?![省市县区的和与及])[一-鿿]){2,4}?"
    r"(?:综合(?:实验|试验)区|(?:特别|深度)合作区|(?:经济技术|经济|高新技术产业|综合)开发区)"
)
_SIGNS = frozenset("市县区旗州盟")
_TOWNSHIP = re.compile(
    r"(?:(?![省市县区局厅委部办])[一-鿿]){2,6}?(?:(?<![城村乡集小])镇|(?<![城村下])乡(?![村镇土])|街道|苏木)"
)


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative division. `name`: 浦东新区; `short`: 浦东; `parent`: that around it, None where not known.

    `known`: the registry has it; `code`: its six digits of GB/T 2260. 直辖市 are municipal, 县级市 county. One without
    a name is the place of a document that tells its level only.
    """

    name: str
    level: RegionLevel
    parent: Region | None = None
    shorts: tuple[str, ...] = ()
    known: bool = True
    code: str = ""

    @property
    def short(self) -> str:
        """The name without its last sign, or as the registry shortens it."""
        return _shortened(self.name, self.shorts)

    @property
    def full(self) -> str:
        """The name as in official names: a district with its city before it, 上海市徐汇区; others alone."""
        if self.level == "township" and self.parent:
            return self.parent.full + self.name
        if self.parent and self.name.startswith(self.parent.short):  # a zone, 合肥高新区
            return self.name
        if self.level == "county" and self.name.endswith("区") and self.parent and self.parent.level == "municipal":
            return self.parent.name + self.name
        return self.name

    def around(self) -> Iterator[Region]:
        """This and all regions around it, from the smallest."""
        region: Region | None = self
        while region:
            yield region
            region = region.parent


@lru_cache(maxsize=8192)
def _shortened(name: str, shorts: tuple[str, ...]) -> str:
    several = [short for short in shorts if len(short) > 1]
    return several[-1] if several else re.sub(r"(?<=..)(?:新区|地区|[省市区县州盟旗])$", "", name)


@cache
def regions() -> Mapping[str, tuple[Region, ...]]:
    """Every region by each of its names; several where a name is borne by more than one, higher levels first."""
    made: dict[str, Region] = {}
    named: dict[str, list[Region]] = {}
    for key, entry in entries("districts").items():
        name, level = entry["prefLabel"][0], _LEVELS[local(entry["type"][0])]
        above = local(entry["broader"][0]) if "broader" in entry else ""
        parent = made.get(above) or next(iter(named.get(above, ())), None)  # what was taught names it
        region = made[key] = Region(name, level, parent, tuple(entry.get("altLabel", ())), code=_code(key))
        short = () if level == "county" else (region.short,)
        for written in dict.fromkeys((name, *region.shorts, *short, *_of_peoples(region))):
            named.setdefault(written, []).append(region)
    return MappingProxyType({written: tuple(found) for written, found in named.items()})


def _of_peoples(one: Region) -> Iterator[str]:
    """An autonomous place without its peoples: 威宁自治县."""
    ending = re.search("自治[州县旗]$", one.name)
    if ending and one.short != one.name:
        yield one.short + ending[0]


def _code(key: str) -> str:
    """The six digits of a unit: d:3401 is 340100; none of one that GB/T 2260 does not have (d:6205x, d:133100s)."""
    return key.ljust(6, "0") if key.isascii() and key.isdecimal() and 2 <= len(key) <= 6 else ""


def division_code(name: str, around: str | None = None) -> str:
    """The code of GB/T 2260 of a unit by its full name, empty where the name does not settle which unit it is.

    That of a district (老城区, 东区) counts only where its city stands before it, or `around`, the place of whoever
    names it, is or holds the city: elsewhere such a name may be a part of any town.

    >>> division_code("上海市浦东新区"), division_code("昆山市"), division_code("鼓楼区")
    ('310115', '320583', '')
    >>> division_code("老城区"), division_code("老城区", "洛阳市"), division_code("云州市")
    ('', '410302', '')
    """
    found = leading(name, unlisted=False)
    if not found or found[1] < len(name) or not name.endswith(found[0].name):
        return ""
    one = found[0]
    if one.name != name or one.level != "county" or (name[-1] != "区" and len(name) > 2):
        return one.code
    home = region(around) if around else None
    return one.code if home and home in one.around() else ""


@lru_cache(maxsize=8192)
def region(name: str) -> Region | None:
    """The region of a full or short name, with the regions around it before it or not.

    A name that several bear (鼓楼区) is a region without parent; a name that the registry does not have is read by
    its last sign.

    >>> region("浦东新区").full, region("上海").level, region("青岚县").known
    ('上海市浦东新区', 'municipal', False)
    """
    found = leading(name)
    if found and found[1] < len(name):
        return township(name, found) or zone(name, found)
    return found[0] if found else named_zone(name)


def township(text: str, around: tuple[Region, int], after: str = "$") -> Region | None:
    """The town, township or street that a text names next in a county or city; `after`: what must follow its name.

    >>> township("青岚县石桥镇", (unlisted_region("青岚县"), 3)).full
    '青岚县石桥镇'
    """
    start = around[1] + len(_OFFICE) * text.startswith(_OFFICE, around[1])  # 东桥区人民政府北门街道办事处
    named = _TOWNSHIP.match(text, start) if around[0].level != "provincial" else None
    if named is None or not re.match(after, text[named.end() :]):
        return None
    return Region(named[0], "township", around[0], known=False)


def leading(text: str, start: int = 0, *, unlisted: bool = True) -> tuple[Region, int] | None:
    """The smallest region of the chain of names that a text begins with at `start`, and where its name ends.

    >>> found = leading("上海市浦东新区教育发展规划")
    >>> found[0].name, found[1], leading("云州市养老服务规划")[0].level
    ('浦东新区', 7, 'municipal')
    >>> leading("全市养老服务规划") is None
    True
    """
    best = _one(text, start, None, unlisted)
    while best and (inner := _one(text, best[1], best[0], unlisted)):
        best = inner
    return best


def leading_whole(text: str, *, unlisted: bool = True) -> tuple[Region, int] | None:
    """The region that a text begins with; a county by its short name alone is an ordinary word: 通道, 长白 of 长白山.

    >>> leading_whole("长白山保护区"), leading_whole("青岚县水利局")[0].name
    (None, '青岚县')
    """
    found = leading(text, unlisted=unlisted)
    return None if found and found[0].level == "county" and text[found[1] - 1] not in "县区市旗" else found


def _one(text: str, start: int, around: Region | None, unlisted: bool) -> tuple[Region, int] | None:
    for end in _names().ends(text, start):
        found = regions()[text[start:end]]
        inside = [r for r in found if around is None or around in r.around()]
        if around and around in inside:
            continue
        if inside and _is_whole(text, end, inside[0]):
            chosen = inside[0]
            ambiguous = len(inside) > 1 and inside[1].level == chosen.level
            return (Region(chosen.name, chosen.level) if ambiguous else chosen), end
    if unlisted and (match := _unlisted_at(text, start)):
        made = unlisted_region(match[0], around)
        if around is None or _rank(made) > _rank(around):
            return made, match.end()
    return None


def zone(text: str, around: tuple[Region, int], after: str = "$") -> Region | None:
    """The development zone or new area that a text names by a city's or a province's short name: 合肥高新区.

    >>> zone("合肥高新区", leading("合肥高新区")).full
    '合肥高新区'
    """
    one, end = around
    start = end - next((len(name) for name in (one.full, one.name) if text[:end].endswith(name)), len(one.short))
    named = _ZONE.match(text, end) if one.level in ("provincial", "municipal") else None
    if named is None or not re.match(after, text[named.end() :]):
        return None
    return Region(text[start : named.end()], "county", one, known=False)


def named_zone(text: str, after: str = "$") -> Region | None:
    """The zone with a name of its own that a text begins with, in the county whose name without its sign it bears.

    >>> named_zone("青岚综合实验区管委会", "管委会").full, named_zone("国家综合实验区管委会", "管委会")
    ('青岚综合实验区', None)
    """
    named = _NAMED_ZONE.match(text)
    if named is None or not re.match(after, text[named.end() :]):
        return None
    counties = (one for sign in "县市区" for size in (2, 3, 4) for one in regions().get(text[:size] + sign, ()))
    around = next((one for one in counties if one.level == "county" and named[0].startswith(one.short)), None)
    return Region(named[0], "county", around, known=False)


def is_zone(name: str) -> bool:
    """Whether the full name of a place is that of a zone, which has a committee and no government.

    >>> is_zone("合肥高新区"), is_zone("青岚综合实验区"), is_zone("上海市浦东新区")
    (True, True, False)
    """
    found = region(name)
    named = _NAMED_ZONE.fullmatch(name) or re.search(f"{_ZONE.pattern}$", name)
    return found is not None and not found.known and bool(named)


@cache
def _names() -> Longest:
    """The names of regions; one of a single sign (沪) is no name in running text."""
    return Longest(name for name in regions() if len(name) > 1)


def _unlisted_at(text: str, start: int) -> re.Match[str] | None:
    """A name that the registry does not have, by its last sign or by the stem of one that it has.

    None where a label of a page's metadata stands: 发布机构 区人民政府 names no 发布机构区.
    """
    if found := _UNLISTED.match(text, start):
        return None if _labels().match(text, start) else found
    end = _stems().end(text, start)
    return _AFTER_STEM.match(text, start) if end and text[end : end + 1] in _SIGNS else None


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(alternation(word for word in label_words() if len(word) > 2))


@cache
def _stems() -> Longest:
    """The names of counties without their sign where a joint (和) keeps them from being read by their last sign."""
    return Longest(name[:-1] for name in regions() if len(name) > 2 and re.search("[和与及]", name))


def _is_whole(text: str, end: int, region: Region) -> bool:
    """Whether a name ends at `end`: 白沙 of a county does not in 白沙市, nor 和县 in 乡镇和县级."""
    after = text[end : end + 1]
    if len(region.name) == 2 and text.startswith("级", end):
        return False
    written_whole = text[end - 1] == region.name[-1]
    return written_whole or region.level == "provincial" or after not in _SIGNS or text.startswith("区域", end)


def _rank(region: Region) -> int:
    return ("provincial", "municipal", "county", "township").index(region.level)


def unlisted_region(name: str, around: Region | None = None) -> Region:
    """A region that the registry does not have, by the last sign of its name."""
    last = next((sign for sign in sorted(_LAST, key=len, reverse=True) if name.endswith(sign)), "市")
    level = _LAST[last]
    if around and around.level == "municipal" and level == "municipal":
        level = "county"  # a city inside a city
    return Region(name, level, around, _without_peoples(name), known=False)


def _without_peoples(name: str) -> tuple[str, ...]:
    """What an autonomous place is called for short: 南岭苗族侗族自治州 is 南岭州, 南岭.

    >>> _without_peoples("南岭苗族侗族自治州"), _without_peoples("南岭县")
    (('南岭州', '南岭'), ())
    """
    found = _peoples().fullmatch(name) if "自治" in name else None
    return (found[1] + name[-1], found[1]) if found else ()


@cache
def _peoples() -> re.Pattern[str]:
    """An autonomous place with the peoples that the names of others hold: 道真仡佬族苗族自治县 has 仡佬族 and 苗族."""
    every = {one for same in regions().values() for one in same if "自治" in one.name and one.short in one.name}
    held = (re.findall("[一-鿿]{1,4}?族", one.name.removeprefix(one.short)) for one in every)
    return re.compile(rf"(.{{2,4}}?){alternation(people for each in held for people in each)}{{1,4}}自治[州县旗]")
