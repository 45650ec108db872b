"""Zones that districts are given to build: 在东桥区建设集成电路先行区; 东桥区、西浦区两个集成电路产业集聚区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_focus import (
    core_of,
    industries,
    known_industries,
    of_words,
    ungraded,
)
from guitu.extract.places.focus.place_subjects import read_list
from guitu.extract.places.names.no_names import seeking
from guitu.extract.places.names.place_heads import of_nouns
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import industrial, reformed
from guitu.extract.places.words.place_words import kind_words, last_of, type_of, vague
from guitu.extract.words.numbering import integer
from guitu.ontology.alternation import han_but

_PART = f"[{han_but('等和与及')}]{{2,9}}"
_LIST = rf"{_PART}(?:(?:、|以及|[和与及]){_PART}){{0,12}}?"
_LASTS = (
    "先行区", "示范区", "核心区", "集聚区", "承载区", "策源区", "先导区", "引领区", "试验区", "创新区", "功能区",
    "产业园", "产业基地",
)  # fmt: skip
_LAST = "|".join(_LASTS)
_CUE = re.compile(_LAST)
_END = r"(?=[，；。、]|建设|$)"
# 在东桥区建设由龙头企业带动的功能食品制造示范区
_BUILT_IN = re.compile(
    rf"(?:^|[，；：。])(?:支持|推动|鼓励|引导)?在(?P<list>{_LIST})(?:等地?)?(?:规划|高标准|高水平|重点|集中|加快|率先)*"
    rf"(?:建设|打造|布局|设立|形成|建成)(?:[^，；。：、“”]{{2,30}}的)?(?P<name>(?P<what>[^，；。：、的“”\d]{{3,14}}?)(?P<last>{_LAST})){_END}"
)
# 共建东桥区、西浦区两个高端装备产业集聚区
_COUNTED = re.compile(
    rf"(?:共建|建设|打造|形成|构建|培育|布局|建成|做强)(?P<list>{_LIST})(?P<count>\d{{1,2}}|[一二两三四五六七八九十])(?:个|大|片)"
    rf"(?P<what>[^，；。：、的“”\d]{{2,14}}?)(?:产业)?(?:{_LAST}){_END}"
)
# 会展业营收超过90亿元，东桥、西浦等2个集聚区合计占全市一半
_GATHERED = re.compile(
    rf"(?:^|[，；。：])(?P<what>[^，。；：、的\d]{{2,12}}?)业(?:实现)?(?:营收|营业收入|产值|增加值|规模|收入)[^，；。：]{{1,24}}，"
    rf"(?P<list>{_LIST})等?(?P<count>\d{{1,2}}|[一二两三四五六七八九十])(?:个|大)(?:产业|重点|主要)?集聚区"
)
_COUNT = re.compile(r"[\d一二两三四五六七八九十][个大片]")
# what a zone does with the industry in its name, which is no part of the industry
_DOES = re.compile("(?:产业|开发|应用|创新|集聚|聚集|发展|示范|研发|转化|推广|服务|特色|试点)+$")
_MAKES = re.compile("(?<!智能)(?<!增材)(?<!装备)(?<!设备)(?:制造|生产)$")


# 推进国家茶产业传承发展试验区建设: a zone of the whole country, known by its matter; none that is only sought
_OF_COUNTRY = re.compile(
    r"(?:推进|推动|深化|加快|抓好|加强)(?P<name>国家(?P<middle>[一-龥]{4,14}?)(?:试验区|示范区|先行区))(?=建设)"
    r"|(?:加快|深化|持续|深入|全面|高质量|高水平|高标准|稳步|扎实)(?:推进)?建设(?P<built>国家(?P<matter>[一-龥]{4,14}?)试验区)(?=[，。；、]|$)"
    r"|(?:(?:加快|深化|持续|高质量|高水平|高标准|稳步|扎实)(?:推进)?建设|建好|用好|做强|依托|以)(?P<sited>国家(?:“[^“”]{2,10}”)?[一-龥]{2,12}(?:试验场|中试基地|创新园|产业园|科技园|创新基地)(?:（[一-龥]{2,6}）)?)"
)
_LASTS_OF_COUNTRY = ("试验区", "示范区", "先行区", "试验场", "中试基地", "创新园", "产业园", "科技园", "创新基地")
_SHORTEST_MATTER = 3


def of_country(words: str) -> Iterator[PlaceName]:
    """Zones of trial or reform of the country that a passage goes on building, by their matter."""
    if "好" in words:
        yield from _kept_up(words)
    if "国家" not in words or not any(last in words for last in _LASTS_OF_COUNTRY):
        return
    for m in _OF_COUNTRY.finditer(words):
        if m["sited"]:
            yield PlaceName(m["sited"], "base", *m.span("sited"))
            continue
        group, middle = ("name", m["middle"]) if m["name"] else ("built", m["matter"])
        if known_industries(reformed(middle)) or (m["built"] and len(core_of(middle)) >= _SHORTEST_MATTER):
            yield PlaceName(m[group], "zone", *m.span(group), middle)
    yield from _listed_of_country(words)


# 高水平建设渔港、国家深海养殖试验区、国家远洋渔业基地; 围绕国家甲试验区、新一代乙试验区建设; 推进国家氢能中试基地建设
_BUILDING = re.compile(
    r"(?:(?:加快|深化|持续|高质量|高水平|高标准|高效|稳步|扎实|有序)(?:推进)?建设(?P<list>[^，。；：“”（）]{6,80})(?=[，。；]|$)"
    r"|(?:推进|推动|围绕|依托|深化|加快)(?P<going>[^，。；：“”（）]{6,80}?)建设(?=[，。；]|$))"
)
_ITEM = re.compile("、|[和与](?=国家)")
_STATE = re.compile("国家(?!级|重[点要]|战略)(?P<middle>[一-龥]{3,14}?)(?P<last>试验区|(?:中试|创新|产业)?基地)")
_KIN = re.compile("(?P<middle>新一代[一-龥]{3,12}?)(?P<last>试验区)")


def _listed_of_country(words: str) -> Iterator[PlaceName]:
    """Zones and bases of the country in a list of what is being built, each told by its industry."""
    for m in _BUILDING.finditer(words):
        group = m.lastgroup or "list"
        if seeking().search(words, max(0, m.start() - _BACK), m.start()):
            continue
        begin, shown = m.start(group), False
        for item in _ITEM.split(m[group]):
            begin = words.index(item, begin)
            one = _STATE.fullmatch(item) or (_KIN.fullmatch(item) if shown else None)
            if one and _tells(one["middle"]):
                shown = True
                kind: PlaceType = "zone" if one["last"] == "试验区" else "base"
                yield PlaceName(item, kind, begin, begin + len(item), one["middle"] + "产业")
            begin += len(item)


_BACK = 12


def _tells(middle: str) -> bool:
    """Whether words of kind hold an industry, never a reform of all: 城乡融合发展."""
    kind = kind_words().fullmatch(middle) or of_nouns(middle)
    return bool(kind and (of_words(middle + "产业") or known_industries(reformed(middle))))


# 建好现代煤化工中试基地、氢能产业园: what is to be used well stands somewhere, though its name tells a kind alone
_KEPT_UP = re.compile("[建用抓](?:设)?好(?P<list>[一-龥]{4,16}(?:、[一-龥]{4,16}){0,5})(?=[，。；]|等|$)")


def _kept_up(words: str) -> Iterator[PlaceName]:
    for m in _KEPT_UP.finditer(words):
        at, made = m.start("list"), list[PlaceName]()
        for part in m["list"].split("、"):
            last = last_of(part)
            middle = part[: last.start()] if last else ""
            if (
                last
                and type_of(last["last"]) in ("base", "park")
                and kind_words().fullmatch(middle)
                and ungraded(middle)
            ):
                told = industrial(middle, last["last"])
                made.append(PlaceName(part, type_of(last["last"]), at, at + len(part), told))
            at += len(part) + 1
        if len(made) == m["list"].count("、") + 1:
            yield from made


# 加快建设新型显示产业园，…; 加快轴承产业园提质升级: of an industry so narrow a jurisdiction builds one
_ONE_OF = re.compile(
    r"(?:(?:加快|推进|推动|高标准|高水平)建设(?P<built>(?P<of>[一-龥]{4,12}?)(?P<last>产业园|科技园))(?=[，。；]|$)"
    r"|(?:加快|推进|推动)(?P<grown>(?P<on>[一-龥]{4,12}?)产业园)(?=提质|提档|扩容|扩建|扩园|[一二三]期))"
)
_NARROW = 4
_FOR_PEOPLE = ("创业", "就业", "培训", "实训")


def one_of_trade(words: str) -> Iterator[PlaceName]:
    """A park that its narrow industry alone names, where it is being built or extended."""
    if "产业园" not in words and "科技园" not in words:
        return
    for m in _ONE_OF.finditer(words):
        kind, group = (m["of"], "built") if m["built"] else (m["on"], "grown")
        core = core_of(ungraded(kind))
        told = known_industries(core, trades=True)
        plain = kind_words().fullmatch(kind) or of_nouns(kind)
        narrow = len(core) >= _NARROW and not core.endswith(_FOR_PEOPLE)
        if told and plain and narrow and not vague().match(kind):
            yield PlaceName(m[group], "park", *m.span(group), kind + "产业")


def may_be_built(sentence: str) -> bool:
    """Whether a sentence may say where a zone is built: a cheap look before the patterns."""
    return "区" in sentence and _CUE.search(sentence) is not None


def built_in(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The districts that zones of an industry are built in, each with the industry; `found`: those read.

    A zone told by its industry alone (功能食品制造示范区) is what its district is for, no place beside it.
    """
    for m in _BUILT_IN.finditer(sentence):
        focus = _industry(m["what"])
        districts = list(_districts(sentence, m, place, found)) if focus else []
        if not districts:
            continue
        yield from (replace(d, focus=focus) for d in districts)
    counted = _COUNT.search(sentence)
    for m in (*_COUNTED.finditer(sentence), *_GATHERED.finditer(sentence)) if counted else ():
        focus = industries(m["what"]) if m.re is _GATHERED else known_industries(m["what"])
        districts = list(_districts(sentence, m, place, found)) if focus else []
        if len(districts) == integer(m["count"].replace("两", "二")):
            yield from (replace(d, focus=focus) for d in districts)


def _districts(sentence: str, m: re.Match[str], place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The districts of a list that holds nothing else."""
    others = [p for p in found if p.type != "district"]
    made = list(read_list(sentence, m, place, others))
    if made and all(d.type == "district" for d in made):
        yield from made


def _industry(what: str) -> tuple[str, ...]:
    """The industry that the name of a zone tells: 功能食品 of 功能食品制造."""
    named = _DOES.sub("", ungraded(what))
    return industries(_MAKES.sub("", named)) if "产业" in what or known_industries(named) else ()


# under the heading 氢能装备产业集聚区: 以东桥园区为主要承载区
_SEATED = re.compile(
    "以[^，。；]{2,40}?为(?:主要|核心|重点|主)?(?:承载区|承载地|承载空间|载体|核心区|核心|启动区)(?=，)"
)
_TITLED = re.compile(r"(?P<name>[一-龥A-Z0-9]{4,20})[：。]?\s*$")


def seated_title(heading: str, below: str) -> PlaceName | None:
    """The zone of an industry that a heading names, where what stands below says which place carries it."""
    m = _TITLED.search(heading) if _SEATED.match(below.lstrip()) else None
    if m is None:
        return None
    last = last_of(m["name"])
    kind = type_of(last["last"]) if last else "other"
    if last is None or kind not in ("zone", "park", "base", "belt"):
        return None
    told = industrial(m["name"][: last.start()], last["last"])
    return PlaceName(m["name"], kind, *m.span("name"), told) if of_words(told) else None
