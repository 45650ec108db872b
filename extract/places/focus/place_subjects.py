"""Places without a last word of their own, told by what is said of them: 徐汇重点发展…, 立足松江泗泾，…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_focus import industries, known_industries
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.place_words import is_ordinary, not_a_name
from guitu.extract.places.words.regions import at_head
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
        rf"(?:(?:依托|立足|围绕|发挥|利用|以)[^，。；]{{1,40}}，|[：，])?(?:以(?=[^，。；]{{1,40}}为)|{verbs})"
    )


# 立足松江泗泾，; 依托杨浦、徐汇等区位优势
_STANDING = re.compile(rf"(?:立足|依托)(?P<list>{_PART}(?:{_JOIN}{_PART}){{0,9}}?)(?=，|等[^，。；]{{0,6}}优势)")
_SPLIT = re.compile(_JOIN)
_LEADING = re.compile("^(?:主要|重点|其中)?(?:包括|涵盖|涉及|其中|重点在|在)")
_EACH = re.compile(
    r"(?:支持|推动|鼓励|引导|促进)(?P<list>[一-龥]{2,7}(?:、[一-龥]{2,7}){1,12}?)(?:各[区县市]|等(?:地区|区域|地|区|县|市)?)"
    r"(?P<what>[^，。；、]{2,24}?)(?:特色化|差异化|错位|集聚|集群化|规模化|协同)发展"
)
_EACH_CUE = re.compile("(?:特色化|差异化|错位|集聚|集群化|规模化|协同)发展")
_TOWN = re.compile(r"[一-龥]{2,4}(?:镇|乡|街道)$")
_NOT_PLACES = re.compile(
    r"企业|部门|单位|资源|优势|近期|行业|产业|领域|机构|[的了各]|院|校|期间|全[市省县区]|我[市省县区]|方面|阶段|重点|时期|[一二三四]是"
)


STRANGER = re.compile(
    "[，；](?![该其此本全])[一-龥]{2,8}(?<!产业)(?<!示范)(?<!功能)(?:[区县市园城镇湾谷]|基地)"
    "(?:重点|主要|着力|大力|加快|积极)*(?:发展|布局|打造|培育|聚焦|主攻)"
)
"""Another place of which something is told, though its name is not read: ，中央商务区发展…."""


def may_tell(words: str) -> bool:
    """Whether the grammar of words may show places: a cheap look at a whole passage."""
    return _subject_cue().search(words) is not None


@cache
def _subject_cue() -> re.Pattern[str]:
    told = (_EACH_OWN_CUE, focus_verb(), _EACH_CUE)
    return re.compile("|".join(("立足", "依托", "小区", "以", *(cue.pattern for cue in told))))


def subjects(sentence: str, place: str | None, found: list[PlaceName]) -> list[PlaceName]:
    """The places of a sentence that only its grammar shows; `found` are those already read."""
    told: list[PlaceName] = []
    if "立足" in sentence or "依托" in sentence:
        told += _lists(_STANDING, sentence, place, found)
    if _EACH_OWN_CUE.search(sentence):
        told += _paired(sentence, place, found)
    if "小区" in sentence:
        told += _raising(sentence)
    if "以" in sentence or focus_verb().search(sentence):
        told += _lists(_doing(), sentence, place, found)
    if _EACH_CUE.search(sentence):
        told += _each(sentence, place, found)
    return told


# 做强东桥家电、西浦陶瓷（北屿、南滩）、青岚家具等特色产业集群: districts, each with what it is known for;
# 结合东桥芯片、西浦新能源、南岭文旅等各区优势: districts, each with what it has
_EACH_OWN = re.compile(
    r"(?P<list>[^，。；：、]{4,24}(?:、[^，。；：、]{4,24}){2,12})等"
    r"(?:各(?:区县|县区|[区县市地])|(?:特色|优势|重点|传统|省级|国家级|千亿级|百亿级|现代)*产业集群)"
    r"(?![^，。；]{0,12}(?:整治|治理|整改|排查|淘汰|搬迁|关停|退出))"  # cleaned up: no industry that is given
)
_EACH_OWN_CUE = re.compile("等(?:各[区县市地]|[一-龥]{0,8}产业集群)")
_ASIDE = re.compile("（[^（）]{1,16}）")
_BLANK = "\x02"  # stands for each sign of what is aside


def _paired(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Districts of a list, each with the industry right behind it."""
    masked = _ASIDE.sub(lambda m: _BLANK * len(m[0]), sentence)
    for m in _EACH_OWN.finditer(masked):
        at, made, seats = m.start("list"), list[PlaceName](), list[PlaceName]()
        parts = [piece for part in m["list"].split("、") for piece in _and_another(part, place)]
        for i, part in enumerate(parts):
            own = _LED_BY.sub("", part) if i == 0 else part
            start = at + len(part) - len(own)
            head = at_head(own, place, unlisted=False)
            if head and not head.wide and len(own) - head.length > 1:
                focus = industries(own[head.length :].rstrip(_BLANK))
                made.append(PlaceName(head.name, "district", start, start + head.length, focus=focus))
                seats += [
                    replace(p, focus=focus, district=head.name) for p in found if start < p.start < start + len(own)
                ]
            at += len(part) + 1
        if len(made) == len(parts):
            yield from (*made, *seats)


def _and_another(part: str, place: str | None) -> list[str]:
    """A member of such a list, or the last two of it: 东桥家电及青岚家具, but 东桥家电及配件."""
    first, _, last = part.rpartition("及")
    return [first, last] if first and at_head(last, place, unlisted=False) is not None else [part]


# 推进东桥镇、白石乡肉牛标准化养殖小区建设: what is raised in each
_FARMS = re.compile(
    r"(?:(?:^|[，；：。、])(?:推进|推动|加快|支持|抓好|建设|新建|扩建|在)?|推进|推动|加快|支持|抓好|建设|新建|扩建|在)(?P<list>[一-龥]{1,6}?(?:镇|乡)(?:[、和与及][一-龥]{1,6}?(?:镇|乡)){0,12})"
    r"(?:等(?:乡镇|地|镇)?)?(?:建设|新建)?(?P<what>[一-龥]{2,6}?)(?:标准化|规模化|生态|示范|现代化)*(?P<work>养殖|种植|繁育)小区"
)


def _raising(sentence: str) -> Iterator[PlaceName]:
    """Towns of a list, each with what farms there raise."""
    for m in _FARMS.finditer(sentence):
        at = m.start("list")
        for town in _SPLIT.split(m["list"]):
            at = sentence.index(town, at)
            if not _NOT_PLACES.search(town) and not is_ordinary(town):
                yield PlaceName(town, "town", at, at + len(town), focus=(m["what"] + m["work"],))
            at += len(town)


_LED_BY = re.compile(
    "^(?:选择|选取|遴选|做强|做优|做大|培育|打造|发展|壮大|建设|提升|促进|结合|依托|发挥|立足|围绕|聚焦|推动|支持|鼓励|引导)"
)


def _lists(pattern: re.Pattern[str], sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    for m in pattern.finditer(sentence):
        yield from read_list(sentence, m, place, found)


@cache
def focus_verb() -> re.Pattern[str]:
    """A verb after which the industries of a place are listed."""
    return re.compile(alternation(place_words()["focus"] | {"聚焦", "加快发展"}))


def _each(sentence: str, place: str | None, found: list[PlaceName]) -> Iterator[PlaceName]:
    """Districts whose industry is to grow apart from the others': 支持青岚县、白石县各县茶产业特色化发展."""
    for m in _EACH.finditer(sentence):
        if focus := known_industries(m["what"]):
            yield from (replace(made, focus=focus) for made in read_list(sentence, m, place, found))


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


_NO_PART = re.compile("[为是以作做与和及对把将]|分别|各自|共同|联合|错位|协同|联动")  # 青岚县为辐射区, 东桥区做大做强


def _type(rest: str) -> PlaceType:
    return "zone" if rest.endswith(("滨江", "地区", "沿线", "创智", "中心", "片区", "商圈", "产区")) else "town"
