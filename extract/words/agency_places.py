"""Whose an agency is: the place before or inside its name, as a sign (市, 省), a name (徐汇区, 四川) or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from guitu.extract.facts import Level
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, leading, region, regions
from guitu.ontology.registry_file import entries

# the sign for a place, with the last signs of the names of the places that it can mean
_SIGNS = {
    "自治区": "自治区", "自治州": "州", "自治县": "县", "自治旗": "旗", "兵团": "兵团", "新区": "区", "地区": "地区",
    "市": "市", "省": "省", "区": "区", "县": "县", "州": "州", "盟": "盟", "旗": "旗",
}  # fmt: skip
_TOWN_SIGNS = {"镇": "镇", "乡": "乡", "街道": "街道", "苏木": "苏木"}  # in a document of one


@dataclass(frozen=True, slots=True)
class Place:
    """The place that a written name gives. `full` and `short` go into official names.

    `sign`: written as a sign (市); `group`: every place of the sign inside the jurisdiction (区政府 in a city's
    document); `bare`: left out; `known`: False where the document does not tell which place is meant;
    `shortened`: a name without its last sign, 上海金融监管局.
    """

    full: str
    short: str
    sign: str = ""
    group: bool = False
    known: bool = True
    shortened: bool = False

    @property
    def bare(self) -> bool:
        """No place is written."""
        return not self.sign and not self.full

    @property
    def jurisdiction(self) -> str | None:
        """The full name of the place, without the areas in it; None where it is not told."""
        return self.full.partition("各")[0] or None if self.known else None


def home(jurisdiction: str | None, level: Level | None = "national") -> Region | None:
    """The region of a document; one without a name where its place is not told; None for a national document.

    >>> home("云州市").name, home(None, "county").name, home(None, "national")
    ('云州市', '', None)
    """
    if jurisdiction:
        return region(jurisdiction)
    return None if level == "national" else Region("", level or "county", known=False)


def places_at(text: str, start: int, here: Region | None, *, unlisted: bool = True) -> Iterator[tuple[Place, int]]:
    """Every way to read a place at `start`, with its end; the place left out comes last."""
    if text.startswith("各", start) and (each := _each().match(text, start)):
        areas = (here.full if here else "") + each[0]
        yield Place(areas, areas, group=True, known=here is None or bool(here.name)), each.end()
    if here and here.name:
        for name in dict.fromkeys((here.full, here.name, *here.shorts, here.short)):
            if len(name) > 1 and text.startswith(name, start):
                yield Place(here.full, here.short, shortened=name == here.short != here.name), start + len(name)
    if found := leading(text, start, unlisted=unlisted):
        named, end = found
        if text[start:end] == named.name:
            named = inside(named, here)
        yield Place(named.full, named.short, shortened=not text[:end].endswith(named.name[-1])), end
    for sign in (*_SIGNS, *_TOWN_SIGNS) if here and here.level == "township" else _SIGNS:
        if text.startswith(sign, start):
            yield signed(sign, here), start + len(sign)
    if here:
        yield Place(here.full, here.short, known=bool(here.name)), start


@cache
def _each() -> re.Pattern[str]:
    """The places of a kind whose bureaus are named together: 各区 of 各区教育局, 各县（市、区）, 各级.

    Two are of one grade: 各区、县教育局 is of both, 各街镇、区教育局 are two owners.
    """
    words = entries("groups")["area"]["word"]
    grades = [alternation(word for word in words if of.fullmatch(word)) for of in _GRADES]
    joined = "|".join(rf"{grade}[、和]{grade}" for grade in grades)
    return re.compile(rf"各(?:级|{joined}|{alternation(words)}(?:（[^（）]{{1,12}}）)?)")


_GRADES = (re.compile("[市州盟区县旗]+"), re.compile("[乡镇村]+|街道|社区"))


def inside(named: Region, here: Region | None) -> Region:
    """A district that is named without its city, as a document means it: its own city's, else of a city not told.

    >>> inside(region("鼓楼区"), region("南京市")).full, inside(region("东桥区"), region("云州市")).full
    ('南京市鼓楼区', '云州市东桥区')
    >>> inside(region("徐汇区"), region("南京市")).full, inside(region("徐汇区"), None).full
    ('徐汇区', '上海市徐汇区')
    """
    if here is None or named.level != "county" or not named.name.endswith("区"):
        return named
    around = tuple(here.around()) if here.name else ()
    alike = regions().get(named.name, ())
    near = next(filter(None, ([one for one in alike if place in one.around()] for place in around)), [])
    if len(near) == 1:
        return near[0]
    if near:  # a province has two, 向阳区 of 佳木斯市 and of 鹤岗市, and nothing tells which
        return Region(named.name, "county", known=False)
    city = next((one for one in around if one.level == "municipal"), None)
    return Region(named.name, "county", None if city and city.known and named.known else city, known=False)


def signed(sign: str, here: Region | None) -> Place:
    """The place that a sign means in a document of `here`.

    >>> signed("省", region("成都市")).full, signed("市", region("徐汇区")).full
    ('四川省', '上海市')
    >>> signed("区", region("成都市")).full
    '成都市各区'
    """
    if here is None:
        return Place(sign, sign, sign, known=False)
    for around in here.around() if here.name else ():
        if around.name.endswith("自治区"):
            if sign in ("省", "自治区") or (sign == "区" and around is here):
                return Place(around.full, around.short, sign)
        elif around.name.endswith(_SIGNS.get(sign, sign)) or (sign == "省" and around.level == "provincial"):
            return Place(around.full, around.short, sign)
    below = (sign in "区县旗" and here.level != "county") or (sign in "市州盟" and here.level == "provincial")
    if below and here.name:
        return Place(f"{here.full}各{sign}", f"{here.short}各{sign}", sign, group=True)
    return Place(sign, sign, sign, known=False)
