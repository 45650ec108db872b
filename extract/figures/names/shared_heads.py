"""The noun that only the last of a list names, where those before it say no more than which: 公办、民办幼儿园."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.figures.names import indicator_names as names
from guitu.ontology.common_words import common_words
from guitu.ontology.figure_words import any_of, figure_words

_LONGEST_NOUN = 4  # characters of a common word
_LEAST = 3  # characters of a name that can hold which and what
_OF_KINDS = ("两类", "三类")  # 城区、乡镇两类地区: the count stays with the noun
_AREA_KIND = re.compile("街道|乡镇|镇街|社区|行政村|城区")
_FACILITY = re.compile("[一-鿿]{2,8}(?:服务(?:中心|站|点)|综合体|活动室|文化站|服务设施|网点)")
_DEED = re.compile("(?:建设|改造|治理|整治|修复|试点|创建|升级|提升|更新|迁建|清淤|加固)(?:工程|项目|任务)?$")

# what goods share a noun of: 茶叶、柑橘种植基地; a good beside another is whole
_OF_CROPS = re.compile("基地|园|面积|产量|产值|种植|养殖|栽培|示范|生产|加工|产业|大棚|合作社|作物|品种|良种|育苗|制种")


def lacks_noun(name: str) -> bool:
    """Whether a name only says which: 普惠公办, 线上, 柑橘; not 公园.

    >>> lacks_noun("新改扩建公办"), lacks_noun("柑橘"), lacks_noun("公园"), lacks_noun("民办学校")
    (True, True, False, False)
    """
    bare = names.without_doing(name)
    return bare in _goods() or _says_which().fullmatch(bare) is not None


@cache
def _goods() -> frozenset[str]:
    return frozenset((*figure_words()["stuff"], *figure_words()["crop"]))


@cache
def _says_which() -> re.Pattern[str]:
    return re.compile(rf"{any_of('which_kind')}{{1,3}}(?:及?以上)?")


@cache
def _opens() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(any_of("which_kind")), re.compile(any_of("stuff", "crop"))


def completed(name: str, last: str) -> str:
    """A name that only says which, with the noun of the last of its list; any other as it is.

    >>> completed("公办", "普惠民办幼儿园"), completed("茶叶", "柑橘标准化种植基地"), completed("公园", "民办幼儿园")
    ('公办幼儿园', '茶叶标准化种植基地', '公园')
    """
    if _AREA_KIND.fullmatch(name) and (area := _AREA_KIND.match(last)) and _FACILITY.fullmatch(last, area.end()):
        return name + last[area.end() :]  # 20个街道和35个乡镇|养老服务中心
    if len(last) < _LEAST or last.startswith(name) or not lacks_noun(name) or lacks_noun(last):
        return name
    doing = next((verb for verb in names.KEPT if name.startswith(verb) and last.startswith(verb)), "")
    start = len(doing)  # 新增国有, 新增民营企业
    noun = _noun(name[start:], last[start:])
    return name + noun if noun else name


def _noun(name: str, last: str) -> str:
    """The noun of both: of the last name what follows the word that stands against the first; "" where none does.

    >>> _noun("养老", "托育机构"), _noun("养老", "图书馆"), _noun("苹果", "柑橘种植园"), _noun("苹果", "柑橘罐头")
    ('机构', '', '种植园', '')
    """
    which, stuff = _opens()
    if name in _goods():
        found = stuff.match(last)
        noun = last[found.end() :] if found else ""
        grown = name not in figure_words()["crop"] or _OF_CROPS.search(noun)
        return noun if len(noun) > 1 and grown else ""
    ends, at = [], 0
    while (found := which.match(last, at)) and len(last) - found.end() > 1:
        at = found.end()
        ends.append(at)
    if ends:
        alike = ends[min(len(which.findall(name)), len(ends)) - 1]  # 传统戏剧, 民间美术|传习所
        return last[next((end for end in ends if last[end - 1] == name[-1]), alike) :]  # 公办, 普惠民办|幼儿园
    deed = _DEED.search(last)
    end = deed.start() if deed and deed.start() > 1 else len(last)
    sizes = (n for n in range(min(_LONGEST_NOUN, end), 1, -1) if last[end - n : end] in common_words())
    size = next(sizes, end)
    size += 2 * last[: end - size].endswith(_OF_KINDS)
    return last[end - size :] if size < end else ""  # 线上, 法律|讲座; not 大型, 图书馆
