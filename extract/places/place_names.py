"""Names of places in a passage: which words are the name, and of which type the place is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.industries import industrial, industry_of
from guitu.extract.places.no_names import is_none
from guitu.extract.places.place_words import (
    GEOGRAPHIC,
    HYPHENS,
    LANDFORM,
    LETTERS,
    NUMBERED,
    OF_A_CLASS,
    PARTICLES,
    SIGNS,
    cues,
    great_region,
    hyphened,
    is_ordinary,
    kind_word,
    kind_words,
    known_endings,
    last_word,
    last_words,
    never_inside,
    ordinary_start,
)
from guitu.extract.places.regions import Head, at_head
from guitu.extract.places.sought_titles import sought
from guitu.extract.places.word_borders import RARE, divides, is_common, is_proper, kinds, words
from guitu.ontology.alternation import alternation
from guitu.ontology.common_words import common_words
from guitu.ontology.topics import place_words

_LONGEST = 34


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name in a passage: `start` and `end` are in the passage; `middle`: what stands between head and last word.

    `name` is the full name where the passage writes it short (徐汇区 for 徐汇); `focus`: industries that the words
    around the name tell, beside those of a verb; `head`: the length of the proper noun, 0 where none was read.
    """

    name: str
    type: PlaceType
    start: int
    end: int
    middle: str = ""
    district: str | None = None
    focus: tuple[str, ...] = ()
    head: int = 0


@lru_cache(maxsize=65536)
def _head(name: str, last: str, place: str | None) -> tuple[int, str | None] | None:
    """The length of the proper noun at the head and the district it tells, or None where the name has no such head."""
    of_a_class = OF_A_CLASS.match(name) is not None
    region = at_head(name, place) if not (of_a_class or great_region().fullmatch(name)) else None
    if region is not None:
        return _after_region(name, last, region)
    if m := great_region().match(name):
        return _after_great_region(name, last, m.end())
    if m := LETTERS.match(name):
        return m.end(), None
    if (
        name.startswith("中国")
        and (inner := _brand(name[2:], last, common=True))
        and not ordinary_start().match(name, 2)
    ):
        return inner + 2, None  # 中国东海人力资源服务产业园
    if _ALONG.match(name) and last_words()[last] == "belt":
        return _along(name, last)
    length = 0 if of_a_class or is_ordinary(name) else _brand(name, last)
    return (length, None) if length else None


# 沿江绿色制造产业带: of a jurisdiction there is one
_ALONG = re.compile("(?:沿|环|滨)(?:[江河海湖黄淮边湾岛渤]|[一-龥]{1,2}[江河海湖湾山岛])")


def _along(name: str, last: str) -> tuple[int, str | None] | None:
    """The length of what a belt runs along, before words of kind."""
    for length in (2, 3, 4):
        rest = name[length : len(name) - len(last)]
        if _ALONG.fullmatch(name, 0, length) and (kind_words().fullmatch(rest) if rest else len(last) > 2):
            return length, None
    return None


def _after_great_region(name: str, last: str, end: int) -> tuple[int, str | None] | None:
    """长三角 and more; 珠三角地区及长江经济带 are two."""
    more = len(name) - end > len(last) and name[end] != "等" and not great_region().search(name, end)
    return (len(name) - len(last), None) if more else None


_OF_CITIES = ("岛", "群岛")
_VERBS = ("建设", "打造", "发展", "规划", "布局", "开发建设", "培育", "开展")  # words of kind elsewhere


def _after_region(name: str, last: str, region: Head) -> tuple[int, str | None] | None:
    """A region and more: never 上海、…, 上海以…, 上海园区; 松江泗泾智谷 lies in 松江."""
    rest = name[region.length :]
    if not rest and region.district and not region.name.endswith(("新区", "园区", "开发区")):
        return None  # 张湾区 is a district, no bay
    if not rest and (last != "新区" or region.short):  # 苏州工业园区, 两江新区: known, but no district; 青岛 is a city
        return (len(name) - len(last), None) if len(name) > len(last) and last not in _OF_CITIES else None
    if rest.startswith(_VERBS):
        return None
    if not rest or rest[0] in "、和及与等各全以在为将于把从由向对" or (rest in place_words()["bare"] and region.wide):
        return None
    inner = region.short and not region.wide and len(rest) > len(last) and not kind_word().match(rest)
    within = inner or bool(region.short and not region.wide and _SIDE.match(rest))
    return region.length, region.name if within else region.district


_SIDE = re.compile("[东西南北中]部")  # 松江北部…集聚区


_NO_BEGINNING = "不含涉式类型级性化该各每某有无具按经即若除"


def _begins_ordinary(head: str) -> bool:
    """明确 of 明确衡复, which is no part of a proper noun; 人民 of 人民广场 is."""
    first, *more = words(head)
    known = common_words().get(first)
    ordinary = known is not None and known.kind != "name" and known.rarity < RARE and len(first) > 1
    return head[0] in _NO_BEGINNING or (ordinary and bool(more))


_COUNTS = re.compile("[一二两三四五六七八九十][大个](?!健)")  # 东桥、白石两大片区


def _brand(name: str, last: str, *, common: bool = False) -> int:
    """The length of a proper noun that no registry has, before words of kind; 0 for none.

    `common`: also an ordinary word, behind 中国.
    """
    if HYPHENS.match(name) and (whole := hyphened().fullmatch(name)):
        return whole.end("head")
    for length in (2, 3, 4):
        head, rest = name[:length], name[length:]
        if _COUNTS.match(name, length - 1):
            return 0
        if len(rest) < len(last) or PARTICLES.search(head) or not SIGNS.fullmatch(head) or rest[0] in "和与及":
            return 0
        if kind_words().fullmatch(rest) or _of_nouns(rest[: len(rest) - len(last)]):
            numbered = NUMBERED.match(name)
            if _begins_ordinary(head) and not numbered:
                return 0
            if is_common(head) and not numbered and not common:
                continue
            proper = GEOGRAPHIC.search(head) or last in place_words()["branded"] or is_proper(head)
            return length if proper else 0
    return 0


def _of_nouns(text: str) -> bool:
    """Whether words tell a kind, though no list of such has them: 视频文创, 影视动画."""
    parts = words(text)
    return bool(parts) and all(
        len(part) > 1 and (kind == "noun" or kind_words().fullmatch(part))
        for part, kind in zip(parts, kinds(parts), strict=True)
    )


# ---- names ----

_STRETCH = re.compile(r"[^，。；：！？、“”《》（）〈〉〔〕\s]{3,}")
_FREE_TRADE = re.compile(r"中国（[一-龥]{2,8}）自由贸易试验区(?P<area>[一-龥]{2,6}?(?:新片区|片区))?")
# 中德（云州）高端装备制造产业园, 中国（云州）跨境电子商务综合试验区
_JOINT = re.compile(r"中(?:国|[一-龥]{1,3})（(?P<seat>[一-龥]{2,8})）(?!自由贸易试验区)")


def names(words: str, place: str | None, lasts: Sequence[int]) -> list[PlaceName]:
    """The named places of a passage, in order; `place` is the jurisdiction of the document.

    `lasts`: where last words of names stand in the passage.
    """
    words = untitled(words)
    found = [*_free_trade(words)]
    for stretch in _STRETCH.finditer(words):
        at = bisect_left(lasts, stretch.start())
        if at < len(lasts) and lasts[at] < stretch.end():
            found += _in_stretch(stretch[0], stretch.start(), place)
    wide = [m.span() for m in great_region().finditer(words)] if found else []
    ends = {end: start for start, end in wide}
    found = [n for n in found if not ends.get(n.end, n.start + 1) <= n.start]
    found = [
        n
        for n in found
        if not (sought(words, n.start, n.name) or _behind_bracket(words, n) or is_none(words, n.start, n.end, n.name))
    ]
    return sorted(found, key=lambda name: (name.start, -name.end))


_TITLE = re.compile("《[^《》]{2,120}》")


def untitled(words: str) -> str:
    """The passage with the titles of documents blanked: the zone of a title is not spoken of."""
    return _TITLE.sub(lambda m: "《" * len(m[0]), words) if "《" in words else words


def _free_trade(words: str) -> Iterator[PlaceName]:
    if "（" not in words:
        return
    for m in _JOINT.finditer(words):
        last = last_word().search(words, m.end(), m.end() + _WINDOW)
        kind = words[m.end() : last.start()] if last else ""
        if last and (not kind or kind_words().fullmatch(kind) or _of_nouns(kind)):
            middle = kind + industry_of(last["last"])
            yield PlaceName(words[m.start() : last.end()], last_words()[last["last"]], m.start(), last.end(), middle)
    for m in _FREE_TRADE.finditer(words):
        if m["area"]:
            yield PlaceName(m["area"], "zone", m.start("area"), m.end())
        else:
            yield PlaceName(m[0], "zone", m.start(), m.end())


def _in_stretch(text: str, offset: int, place: str | None) -> list[PlaceName]:
    """The names in words without punctuation."""
    found: list[PlaceName] = []
    starts: list[int] = []
    read = 0
    for m in last_word().finditer(text):
        end = _with_part(text, m.end())
        starts = [i for i in starts if i >= end - _LONGEST]
        starts += [i for i in range(max(read, end - _LONGEST), m.start()) if _can_start(text, i, place)]
        read = max(read, m.start())
        if listed := _listed(text, m.end("last"), offset, place):
            found.append(listed)
            continue
        for start in starts:
            if made := _name(text, start, m, end, place):
                if found and found[-1].start == start + offset:
                    found.pop()  # 紫竹园区 goes on as 紫竹园区研发基地
                found.append(_with_whole(replace(made, start=start + offset, end=end + offset), text, start))
                break
    return [
        n for i, n in enumerate(found) if not any(o.start <= n.start and n.end < o.end for o in found[i + 1 : i + 4])
    ]


def _with_whole(made: PlaceName, text: str, start: int) -> PlaceName:
    """A name with the whole that stands right before it."""
    ahead = _WHOLE_AHEAD.search(text, max(0, start - _LONGEST_WHOLE), start) if start else None
    if ahead is None or (ahead["whole"][-1] == "区" and not made.name.endswith(_LINKED)):
        return made
    by = start - ahead.start("whole")
    return replace(made, name=ahead["whole"] + made.name, start=made.start - by, head=made.head + by)


def _listed(text: str, end: int, offset: int, place: str | None) -> PlaceName | None:
    """A place of the registry that ends there, or a new area that is a district of another city."""
    known, lengths = known_endings()
    at = end - len("滨海新区")
    region = at_head(text[at:end], place) if at >= 0 and text.startswith("新区", end - 2) else None
    if region and region.apart and not _of_city(text[:at], place):
        return PlaceName(text[at:end], "zone", at + offset, end + offset)
    for length in lengths:
        name = text[end - length : end] if length <= end else ""
        if name in known and not divides(text, end - length, end, length):
            return PlaceName(name, known[name], end - length + offset, end + offset)
    return None


def _of_city(before: str, place: str | None) -> bool:
    """Whether words end with the name of a city: 天津滨海新区."""
    return any(at_head(before[-n:], place, unlisted=False) for n in (2, 3) if n <= len(before))


def _name(text: str, start: int, m: re.Match[str], end: int, place: str | None) -> PlaceName | None:
    body = text[start : m.end("last")]
    head = _head(body, m["last"], place)
    if head is None:
        return None
    length, district = head
    middle = body[length : len(body) - len(m["last"])] if length <= len(body) - len(m["last"]) else ""
    if never_inside().search(body, length) or _broken().search(body) or not _holds_together(body, length, m["last"]):
        return None
    if divides(text, start, end, length):
        return None
    kind = "park" if end > m.end() and text[end - 1] == "园" else last_words()[m["last"]]
    return PlaceName(text[start:end], kind, start, end, industrial(middle, m["last"]), district, head=length)


_ADVERBS = re.compile(
    "[县区市镇乡村](?:建设|打造|规划|开展|推进)|(?:重点|配套|集中|统筹|联合|整合|谋划|率先|分期|同步)(?:建设|打造|规划|推进|改造|提升)|"
    "(?:高质量|高标准|高水平|加快|全面|大力|共同|联合)(?:建设|打造|建立|创建|推进|发展(?![示先试综实]))"
)


def _holds_together(body: str, length: int, last: str) -> bool:
    """Whether a name has no verb, number or particle inside, and does not begin with one."""
    first = words(body[:8])[:1]
    rare = first[0] in common_words() and common_words()[first[0]].rarity >= RARE  # 临湖, 新建: perhaps a name
    plain = len(first[0]) > 1 and not rare and not first[0].endswith(("区", "县", "市")) and not NUMBERED.match(body)
    if plain and kinds(first)[0] in ("verb", "number", "particle"):
        return False
    if _ADVERBS.search(body, length):
        return False
    inner = [part for part in words(body[: len(body) - len(last)])[1:] if len(part) > 1]
    inner = [part for part in inner if kind_words().fullmatch(part) is None]
    return not any(kind in ("verb", "number", "particle") for kind in kinds(inner))


@cache
def _broken() -> re.Pattern[str]:
    """A place that ends inside the words: 工业区建设…, 产业园和…, 专区两个…."""
    return re.compile(
        rf"(?:{alternation(last_words())})(?:建设|打造|发展|规划|布局|开发|[和与及、以在的两三四五六七八九十\d])"
        rf"|(?:{LANDFORM.pattern})[和与及]"
    )


_FOLLOWING_PART = re.compile(r"(?P<head>[一-龥]{2,3})园(?=$|[和与及等一-龥]{0,1}$|高质量|提质|扩区|建设|发展|加快)")
# 自贸试验区东桥联动创新区, 白鹭岛云州海洋创新基地: the whole that a zone belongs to, as the opening of its name
_LINKED = ("联动创新区", "协同创新区", "联动区")
_WHOLE_AHEAD = re.compile(
    r"(?:^|推进|推动|加快|建设|打造|支持|深化|依托|做强|提升|[在以与和及对将])(?P<whole>[一-龥]{2,3}(?<![的在与和及])岛|自贸试验区|自由贸易试验区|自贸区|综合保税区|综保区)$"
)

_LONGEST_WHOLE = 9  # 推进自由贸易试验区


def _with_part(text: str, end: int) -> int:
    """The end of a sub-park directly behind the name: 软件园三林园."""
    m = _FOLLOWING_PART.match(text, end)
    if m and not kind_word().match(m["head"]) and not PARTICLES.search(m["head"]):
        return m.end()
    return end


_WINDOW = 16


def _can_be_head(text: str, place: str | None) -> bool:
    """Whether a proper noun can stand at the head of a text, before its last word is looked at: a cheap refusal."""
    return (
        not is_ordinary(text)
        or (text.startswith("中国") and ordinary_start().match(text, 2) is None)
        or at_head(text, place) is not None
        or great_region().match(text) is not None
        or LETTERS.match(text) is not None
        or _ALONG.match(text) is not None
    )


_NUMBER = re.compile(r"\d\.$")  # of a heading: 1.


def _can_start(text: str, at: int, place: str | None) -> bool:
    """Whether a name can begin there: first, after a verb or particle, after a place, at a region."""
    after = text[at : at + _WINDOW]
    return _can_be_head(after, place) if at == 0 else _starts(text[max(0, at - 8) : at], after, place)


@lru_cache(maxsize=65536)
def _starts(before: str, after: str, place: str | None) -> bool:
    begins = (
        (before.endswith(cues()) and not _inside_word(before + after[:8], len(before)))
        or _NUMBER.search(before) is not None
        or before.endswith(_after_last())
        or at_head(after[:12], place, unlisted=False) is not None
        or great_region().match(after) is not None
        or LETTERS.match(after) is not None
    )
    return begins and _can_be_head(after, place)


@cache
def _after_last() -> tuple[str, ...]:
    return tuple(sorted(word for word in last_words() if len(word) > 1))


def _inside_word(text: str, at: int) -> bool:
    """Whether `at` stands inside a word whose first sign looks like a particle: 在线."""
    m = kind_word().match(text, at - 1)
    return m is not None and m.end() > at


_BRACKET = re.compile(r"（(?P<inside>[一-龥]{1,4})）$")


def _behind_bracket(words: str, name: PlaceName) -> bool:
    """Whether brackets stand inside the word that the name seems to begin: 边（跨）境经济合作区."""
    if words[name.start - 1 : name.start] != "）":
        return False
    m = _BRACKET.search(words, max(0, name.start - 6), name.start)
    return m is not None and divides(m["inside"] + words[name.start : name.end], len(m["inside"]), name.end, 2)
