"""Places without a last word of their own, told by what is said of them: 徐汇重点发展…, 立足松江泗泾，…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.place_focus import known_industries
from guitu.extract.places.place_making import made as made_of
from guitu.extract.places.place_names import PlaceName
from guitu.extract.places.place_words import is_ordinary, last_word, not_a_name, type_of
from guitu.extract.places.regions import at_head
from guitu.ontology.alternation import alternation, han_but
from guitu.ontology.topics import known_areas, place_words, topic_names
from guitu.ontology.toponyms import LIKE, likeness

_PART = f"[{han_but('等和与及')}A-Z0-9]{{2,9}}"
_JOIN = r"(?:[、和与及]|以及)"


@cache
def _doing() -> re.Pattern[str]:
    """徐汇、青岚县和东桥镇重点发展…; the list begins the sentence or follows a comma."""
    verbs = alternation(place_words()["focus"] | {"聚焦", "加快发展"})
    return re.compile(
        rf"(?:^|[，：。；])(?:支持|鼓励|推动|引导)?(?P<list>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?:等(?:区域|地区|地|区)?|各区)?"
        rf"(?:(?:依托|立足|围绕|发挥|利用|以)[^，。；]{{1,40}}，|[：，])?(?:以|{verbs})"
    )


# 钱塘区：打造…，重点发展…: a district and what is said of it
_TOLD = re.compile(rf"^\s*(?P<list>{_PART})：")

# 立足松江泗泾，; 依托杨浦、徐汇等区位优势
_STANDING = re.compile(rf"(?:立足|依托)(?P<list>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?=，|等[^，。；]{{0,6}}优势)")
_SPLIT = re.compile(_JOIN)
_LEADING = re.compile("^(?:主要|重点|其中)?(?:包括|涵盖|涉及|其中|重点在|在)")
_ROLES = "(?:辐射区|辐射地|基地|支撑|载体|集聚区|承载地|拓展区|核心区|主产区|示范区|优势区|重点区域)"
# 在东桥镇、西浦乡等地发展食用菌; 以青岚县、白石县为重点，发展茶叶
_AT = re.compile(
    rf"(?:(?:^|[，；：。])(?:重点|主要)?在(?P<at>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?:等)?(?:地区|地|乡镇|镇|乡|县区|县)?"
    rf"|以(?P<by>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?:等(?:地区|地|乡镇|镇|乡|县区|县)?)?为(?:重点|主|中心|核心|主体|[^，。；：]{{0,6}}{_ROLES})，?)"
    r"(?:重点|主要|大力|积极|集中|加快|着力)?(?:发展|布局|培育)(?P<what>[^，。；：]{2,60})"
)
# 以青岚县、白石高新区为核心，打造临江装备制造业基地
_CORE = re.compile(
    rf"(?:^|[，；：。])以(?P<by>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?:等(?:地区|地|县|市|区)?)?为(?:重点|主|中心|核心|主体|支撑|龙头|载体|依托)，"
    r"(?P<what>(?:打造|建设|形成|构建|建成)[^，。；：]{4,50})"
)
_CORE_CUE = re.compile("为(?:重点|主|中心|核心|主体|支撑|龙头|载体|依托)，(?:打造|建设|形成|构建|建成)")
# 支持青岚县依托龙头企业发展陶瓷产业，白石镇发展茶叶
_OWN = re.compile(
    rf"(?:^|[，；：。])(?:支持|鼓励|推动|引导)?(?P<own>[一-龥]{{2,5}}?[区县市旗镇乡](?:{_JOIN}[一-龥]{{2,5}}?[区县市旗镇乡]){{0,9}})"
    r"(?:(?:依托|立足|突出|发挥|利用)[^，。；：]{2,24}?，?)?(?:大力|积极|着力|加快)?(?:做大做强|做大|做强|做优|壮大|发展)(?!示范|改革|试验|先行|集聚|[园区带])(?P<what>[^，。；：]{2,60})"
)
# 东桥区发展会展旅游、西浦区发展康养旅游
_UNITS = "[区县市旗镇乡]"
_CHAINED = re.compile(
    rf"(?:^|[，；：。、])(?:支持|鼓励|推动|引导)?(?P<own>[一-龥]{{1,5}}?{_UNITS})(?:重点|大力|积极|着力)?发展"
    rf"(?P<what>[^，。；：、]{{2,16}})(?=、[一-龥]{{1,5}}{_UNITS}(?:重点|大力|积极|着力)?发展|(?<!^)[，。；]|$)"
)
# 青岚县依托临湖产业园、白石经济开发区发展光伏组件；石城区打造两河物流园，发展储能材料
_SEGMENT = re.compile(
    r"(?:^|[；。：])(?:支持|鼓励|推动|引导)?(?P<own>[一-龥]{2,5}?[区县市旗])(?=依托|立足|打造|建设|围绕|突出|发挥|利用|推进)"
    r"[^；。：]{2,50}?，?(?:重点|大力|积极|着力|加快)?发展(?!示范|改革|试验|先行|集聚|[园区带]|规划|格局)(?P<what>[^，。；：]{2,40})"
)
_SEGMENT_CUE = re.compile("[区县市旗](?:依托|立足|打造|建设|围绕|突出|发挥|利用|推进)")
_OWN_CUE = re.compile(f"{_UNITS}(?:依托|立足|突出|发挥|利用|大力|积极|着力|加快|做大|做强|做优|壮大|发展)")
# 东桥镇依托云州农业示范园、西浦镇依托白河公园发展蔬菜和旅游
_SEAT = r"(?:依托|立足|借助|利用)[^，。；：、]{2,24}?"
_ALLOTTED = re.compile(
    rf"(?:^|[，：；。、])(?:支持|鼓励|推动|引导)?(?P<pairs>[一-龥]{{1,4}}[镇乡]{_SEAT}(?:、[一-龥]{{1,4}}[镇乡]{_SEAT}){{0,7}}?)，?"
    r"(?:主要|重点|大力|积极|着力|加快)?发展(?!示范|改革|试验|先行|集聚|[园区带])(?P<what>[^，。；：]{2,60})"
)
_ALLOTTED_CUE = re.compile("[镇乡](?:依托|立足|借助|利用)")
_PAIR = re.compile(r"(?P<town>[一-龥]{1,4}[镇乡])(?:依托|立足|借助|利用)(?P<seat>[^、]{2,24})")

# 推动黄浦区建设…试点城市; 支持青岚县、白石县各县茶产业特色化发展
_URGED = re.compile(r"(?:支持|推动|鼓励|引导)(?P<list>[一-龥]{2,6}?[区县市旗])(?=建设|打造|创建|发展|布局)")
# 选择东桥区、西浦县作为全市托育服务试点区域
_TRYING = re.compile(
    rf"(?:选择|选取|选定|确定|将|把|以)(?P<list>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?:等)?(?=(?:作为|列为|确定为|设为)[^，。；：、]{{2,20}}试点)"
)
_EACH = re.compile(
    r"(?:支持|推动|鼓励|引导|促进)(?P<list>[一-龥]{2,7}(?:、[一-龥]{2,7}){1,12}?)(?:各[区县市]|等(?:地区|区域|地|区|县|市)?)"
    r"(?P<what>[^，。；、]{2,24}?)(?:特色化|差异化|错位|集聚|集群化|规模化|协同)发展"
)
_EACH_CUE = re.compile("(?:特色化|差异化|错位|集聚|集群化|规模化|协同)发展")
_TOWN = re.compile(r"[一-龥]{2,4}(?:镇|乡|街道)$")
_NOT_PLACES = re.compile(
    r"企业|部门|单位|近期|行业|产业|领域|机构|[的了各]|院|校|期间|全[市省县区]|我[市省县区]|方面|阶段|重点|时期|[一二三四]是"
)


def subjects(sentence: str, place: str | None, found: list[PlaceName]) -> list[PlaceName]:
    """The places of a sentence that only its grammar shows; `found` are those already read."""
    told: list[PlaceName] = []
    if "：" in sentence:
        told += _lists(_TOLD, sentence, place, found)
    if "立足" in sentence or "依托" in sentence:
        told += _lists(_STANDING, sentence, place, found)
    if _URGING.search(sentence):
        told += _lists(_URGED, sentence, place, found)
    if _EACH_OWN_CUE.search(sentence):
        told += _paired(sentence, place)
    if "试点" in sentence:
        told += _lists(_TRYING, sentence, place, found)
    if "以" in sentence or focus_verb().search(sentence):
        told += _lists(_doing(), sentence, place, found)
    if "发展" in sentence or "布局" in sentence or "培育" in sentence:
        told += _developing(sentence, place, found)
    if "为" in sentence and _CORE_CUE.search(sentence):
        told += _cores(sentence, place, found)
    return told


# 结合东桥芯片、西浦新能源、南岭文旅等各区优势: districts, each with what it has
_EACH_OWN = re.compile(r"(?P<list>[^，。；：、]{4,16}(?:、[^，。；：、]{4,16}){2,12})等各(?:区县|县区|[区县市地])")
_EACH_OWN_CUE = re.compile("等各[区县市地]")


def _paired(sentence: str, place: str | None) -> Iterator[PlaceName]:
    """Districts of a list, each with the industry right behind it."""
    for m in _EACH_OWN.finditer(sentence):
        at, made = m.start("list"), list[PlaceName]()
        for i, part in enumerate(m["list"].split("、")):
            own = _LED_BY.sub("", part) if i == 0 else part
            start = at + len(part) - len(own)
            head = at_head(own, place, unlisted=False)
            if head and not head.wide and len(own) - head.length > 1:
                focus = (own[head.length :],)
                made.append(PlaceName(head.name, "district", start, start + head.length, focus=focus))
            at += len(part) + 1
        if len(made) == m["list"].count("、") + 1:
            yield from made


_LED_BY = re.compile("^(?:结合|依托|发挥|立足|围绕|聚焦|推动|支持|鼓励|引导)")


def _cores(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Places that are the core of what is made: 以青岚县为核心，打造装备制造业基地."""
    for m in _CORE.finditer(sentence):
        if focus := made_of(m["what"]):
            start, end = m.span("by")
            known = (p for p in found if start <= p.start and p.end <= end)
            yield from (replace(p, focus=focus) for p in (*read_list(sentence, m, place, found, "by"), *known))


_URGING = re.compile("[区县市旗](?:建设|打造|创建|发展|布局)")


def _lists(pattern: re.Pattern[str], sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    for m in pattern.finditer(sentence):
        yield from read_list(sentence, m, place, found)


@cache
def focus_verb() -> re.Pattern[str]:
    """A verb after which the industries of a place are listed."""
    return re.compile(alternation(place_words()["focus"] | {"聚焦", "加快发展"}))


def _developing(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Places that are to develop an industry: 在东桥镇发展食用菌; 支持青岚县发展茶叶."""
    for m in _AT.finditer(sentence) if "在" in sentence or "以" in sentence else ():
        if focus := known_industries(m["what"]):
            for made in read_list(sentence, m, place, found, "at" if m["at"] else "by"):
                yield replace(made, focus=focus)
    own = _OWN.finditer(sentence) if _OWN_CUE.search(sentence) else ()
    for m in (*_chained(sentence), *own, *_segments(sentence)):
        if focus := known_industries(m["what"], trades=True):
            for made in read_list(sentence, m, place, found, "own"):
                if not is_ordinary(made.name) and (made.type == "town" or at_head(made.name, place, unlisted=False)):
                    yield replace(made, focus=focus)
    if _ALLOTTED_CUE.search(sentence):
        yield from _allotted(sentence, found)
    for m in _EACH.finditer(sentence) if _EACH_CUE.search(sentence) else ():
        if focus := known_industries(m["what"]):
            for made in read_list(sentence, m, place, found):
                yield replace(made, focus=focus)


def _segments(sentence: str) -> Iterator[re.Match[str]]:
    """What a place develops behind what it builds on or makes."""
    if "发展" in sentence and _SEGMENT_CUE.search(sentence):
        yield from _SEGMENT.finditer(sentence)


def _chained(sentence: str) -> Iterator[re.Match[str]]:
    """Each of several places that develop an industry of their own, one after the other."""
    if sentence.count("发展") > 1 and "、" in sentence:
        yield from (m for m in _CHAINED.finditer(sentence) if "、" in (m[0][0], sentence[m.end() : m.end() + 1]))


def _allotted(sentence: str, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Towns with the park that each has to build on, and the industries that all are given."""
    for m in _ALLOTTED.finditer(sentence):
        focus = known_industries(m["what"])
        for pair in _PAIR.finditer(sentence, m.start("pairs"), m.end("pairs")) if focus else ():
            yield PlaceName(pair["town"], "town", pair.start(), pair.end("town"), focus=focus)
            start, end = pair.span("seat")
            known = next((p for p in found if start <= p.start and p.end <= end), None)
            if known is not None:
                yield replace(known, focus=focus)
            elif (m_last := last_word().search(pair["seat"])) and m_last.end() == len(pair["seat"]):
                yield PlaceName(pair["seat"], type_of(m_last["last"]), start, end, focus=focus)


def read_list(
    words: str, m: re.Match[str], place: str | None, found: list[PlaceName], group: str = "list"
) -> Iterator[PlaceName]:
    """The places of a list; a name without any sign of its own counts where another of the list is a place."""
    start = m.start(group)
    read: list[tuple[str, int, PlaceName | None]] = []
    company = False
    for written in _SPLIT.split(m[group]):
        part = _LEADING.sub("", written)
        at = words.index(part, start)
        start = at + len(part)
        if any(p.start < start and at < p.end for p in found):
            company = True
            continue
        made = read_part(part, at, place)
        company = company or made is not None
        read.append((part, at, made))
    for part, at, made in read:
        if made is not None:
            yield made
        elif company and is_brand(part):
            yield PlaceName(part, "zone", at, at + len(part))


_LONGEST_BRAND = 6


def is_brand(part: str) -> bool:
    """Whether a short word looks like the proper noun of a place without a last word: 金桥."""
    if part in known_areas():
        return True
    return (
        2 <= len(part) <= _LONGEST_BRAND
        and likeness(part) >= LIKE
        and not _NOT_PLACES.search(part)
        and not not_a_name(part)
    )


def read_part(part: str, at: int, place: str | None) -> PlaceName | None:
    """A region, a part of one (松江泗泾) or a town that is the whole word, `at` where it stands."""
    end = at + len(part)
    region = None if _NOT_PLACES.search(part) else at_head(part, place)
    if region is not None and not (region.short and part.endswith("新区")) and not region.apart:
        rest = part[region.length :]
        if _NO_PART.match(rest):
            return None
        if rest in ("", "区") and not region.wide:
            return PlaceName(region.name, "district", at, end)
        known = place_words()["generic"] | place_words()["trade"]
        ordinary = (rest in known or rest in topic_names()) and rest != "滨江"
        if 2 <= len(rest) <= 4 and not region.wide and not ordinary:
            inside = None if rest == "滨江" else region.name  # the bank of a river, not a part
            return PlaceName(part, _type(rest), at, end, district=inside)
    if (
        region is None
        and _TOWN.fullmatch(part)
        and not _NOT_PLACES.search(part)
        and not part.startswith(("各", "乡", "专业", "特色", "中心镇"))
    ):
        return PlaceName(part, "town", at, end)
    return None


_NO_PART = re.compile("[为是以作做与和及对把将]")  # 青岚县为辐射区, 东桥区做大做强


def _type(rest: str) -> PlaceType:
    return "zone" if rest.endswith(("滨江", "地区", "沿线", "创智", "中心", "片区", "商圈")) else "town"
