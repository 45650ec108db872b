"""Names of places in a passage: which words are the name, and of which type the place is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.names.no_names import MADE_BY, is_none, sought
from guitu.extract.places.names.place_heads import ALONG, UNIQUE, brand, of_nouns, proper_head, sided, with_products
from guitu.extract.places.words.industries import industrial, industry_of
from guitu.extract.places.words.place_words import (
    HYPHENS,
    LANDFORM,
    LETTERS,
    NUMBERED,
    OF_A_CLASS,
    PARTICLES,
    any_last,
    cues,
    great_region,
    great_regions,
    is_ordinary,
    kind_word,
    kind_words,
    known_endings,
    last_word,
    last_words,
    last_words_at,
    never_inside,
    ordinary_start,
    type_of,
)
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import RARE, divides, kinds, words
from guitu.ontology.common_words import common_words
from guitu.ontology.toponyms import LIKE, likeness

_LONGEST = 34


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name in a passage: `start` and `end` are in the passage; `middle`: what stands between head and last word.

    `name` is the full name where the passage writes it short (徐汇区 for 徐汇); `focus`: industries that the words
    around the name tell, beside those of a verb; `head`: the length of the proper noun, 0 where none was read;
    `shown`: whether the words around it show one of no other type to be a place.
    """

    name: str
    type: PlaceType
    start: int
    end: int
    middle: str = ""
    district: str | None = None
    focus: tuple[str, ...] = ()
    head: int = 0
    shown: bool = False


# ---- names ----

_STRETCH = re.compile(r"[^，。；：！？、“”《》（）〈〉〔〕\s]{3,}")
_FREE_TRADE = re.compile(r"中国（[一-龥]{2,8}）自由贸易试验区(?P<area>[一-龥]{2,6}?(?:新片区|片区))?")
# 中德（云州）高端装备制造产业园, 中国（云州）跨境电子商务综合试验区
_JOINT = re.compile(r"(?P<who>[一-龥]{2,10})（(?P<seat>[一-龥]{2,8})）(?!自由贸易试验区)")


def names(words: str, place: str | None, lasts: Sequence[int]) -> list[PlaceName]:
    """The named places of a passage, in order; `place` is the jurisdiction of the document.

    `lasts`: where last words of names stand in the passage.
    """
    words = untitled(words)
    found = [*_free_trade(words, place)]
    for stretch in _STRETCH.finditer(words):
        if inside := lasts[bisect_left(lasts, stretch.start()) : bisect_left(lasts, stretch.end())]:
            found += _in_stretch(stretch[0], stretch.start(), place, inside)
    found = [n for n in found if not words.endswith(great_regions(), 0, n.end)]  # 同大湾区 is that region
    found = [
        n
        for n in found
        if not (
            sought(words, n.start, n.name, place) or _behind_bracket(words, n) or is_none(words, n.start, n.end, n.name)
        )
    ]
    return sorted(found, key=lambda name: (name.start, -name.end))


_TITLE = re.compile("《[^《》]{2,120}》")


def untitled(words: str) -> str:
    """The passage with the titles of documents blanked: the zone of a title is not spoken of."""
    return _TITLE.sub(lambda m: "《" * len(m[0]), words) if "《" in words else words


def _free_trade(words: str, place: str | None) -> Iterator[PlaceName]:
    if "（" not in words:
        return
    for m in _JOINT.finditer(words):
        last = last_word().search(words, m.end(), m.end() + _WINDOW)
        kind = words[m.end() : last.start()] if last else ""
        start = _before_bracket(m, place) if last else None
        if (
            last
            and start is not None
            and not _COUNTED.match(kind)
            and (not kind or kind_words().fullmatch(kind) or of_nouns(kind))
        ):
            middle = kind + industry_of(last["last"])
            yield PlaceName(words[start : last.end()], type_of(last["last"]), start, last.end(), middle)
    for m in _FREE_TRADE.finditer(words):
        if m["area"]:
            yield PlaceName(m["area"], "zone", m.start("area"), m.end())
        else:
            yield PlaceName(m[0], "zone", m.start(), m.end())


_COUNTED = re.compile(r"[\d一二两三四五六七八九十]+[个大]")  # 西渡（东桥）两大片区


def _before_bracket(m: re.Match[str], place: str | None) -> int | None:
    """Where a name begins that has another name in brackets: 建设云港（临湖）工业区; None for 县级（市级）园区."""
    who = m["who"]
    cut = max((who.rfind(cue) + len(cue) for cue in cues() if cue in who), default=0)
    who = who[cut:]
    if _NATION.fullmatch(who):
        return m.start() + cut
    if _WIDE.fullmatch(who) or great_region().fullmatch(who):  # 西部（云州）科学城, 成渝（白石湖）科学中心
        seat = at_head(m["seat"], None, unlisted=False)
        seated = (seat is not None and seat.length == len(m["seat"])) or _BY_WATER.fullmatch(m["seat"])
        return m.start() + cut if seated else None
    if OF_A_CLASS.fullmatch(m["seat"]):  # 云州（国家级）经济技术开发区
        head = at_head(who, place, unlisted=False)
        return m.start() + cut if head is not None and head.length == len(who) else None
    if who in _BEFORE_SEAT:
        return m.start() + cut if at_head(m["seat"], place, unlisted=False) is not None else None
    named = 2 <= len(who) <= _LONGEST_BRACKETED and likeness(who) >= LIKE and not is_ordinary(who)
    return m.start() + cut if named and not is_ordinary(m["seat"]) and not OF_A_CLASS.match(m["seat"]) else None


_BEFORE_SEAT = ("中欧班列", "高新区", "经开区")  # 中欧班列（云州）集结中心, 高新区（白石）物联网产业园
_NATION = re.compile("中(?:国|[一-龥]{1,3})")
_LONGEST_BRACKETED = 6
_WIDE = re.compile("[东西南北中]部|[东西南北]方")
_BY_WATER = re.compile("[一-龥]{1,3}[湖江河海湾山岛]")


def _in_stretch(text: str, offset: int, place: str | None, lasts: Sequence[int]) -> list[PlaceName]:
    """The names in words without punctuation; `lasts`: where last words stand."""
    found: list[PlaceName] = []
    starts: list[int] = []
    read = 0
    for m in last_words_at(text, (at - offset for at in lasts)):
        end = _with_part(text, m.end("last") if m["last"] == "港区" else m.end())  # 白石港区三期
        starts = [i for i in starts if i >= end - _LONGEST]
        starts += [i for i in range(max(read, end - _LONGEST), m.start()) if can_start(text, i, place)]
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
    head = proper_head(body, m["last"], place)
    if head is None and (m["part"] or "").endswith("期"):  # 棉纺小镇一期: what is built in phases is one place
        phased = 0 if is_ordinary(body) else brand(body, m["last"], common=True, sure=True)
        head = (phased, None) if phased else None
    if head is None or text.endswith(_RUNS_ALONG, 0, start):
        return None
    length, district = head
    middle = body[length : len(body) - len(m["last"])] if length <= len(body) - len(m["last"]) else ""
    if middle.endswith(("和", "与", "及")):  # 老城保护与新城: two
        return None
    if "部" in body[3:] and _before_side().search(body):
        return None
    if (
        _two(body, length, place)
        or MADE_BY.search(body)
        or never_inside().search(body, length)
        or _broken().search(body)
        or not _holds_together(body, length, m["last"], place)
    ):
        return None
    if divides(text, start, end, length):
        return None
    kind = "park" if end > m.end() and text.endswith(("园", "园区"), 0, end) else type_of(m["last"])
    if own := _own_name(body, m["last"], district):
        start, length = start + len(body) - len(own), len(own) - len(m["last"]) - len(middle)
    return PlaceName(text[start:end], kind, start, end, industrial(middle, m["last"]), district, head=length)


def _own_name(body: str, last: str, district: str | None) -> str:
    """The name behind the district that it lies in, where it has a proper noun of its own: 东桥区|云栖小镇."""
    own = body[len(district) :] if district and body.startswith(district) else ""
    if last == "岛" and district:  # 龙港|裕云岛
        own = body.removeprefix(district).removeprefix(district[:-1])
        return own if own != body and len(own) > len("云岛") else ""
    return own if own and not is_ordinary(own) and brand(own, last) else ""


_RUNS_ALONG = ("沿",)  # 沿|云临产业带 goes by its whole name
_AND = re.compile("[和与及]")
_AND_OUR = re.compile("[和与及][本我全该各其]")  # 东桥新区港口与本市内陆港


def _two(body: str, length: int, place: str | None) -> bool:
    """Whether words are two names: 东桥数字干线和西浦区应用示范区."""
    if _AND_OUR.search(body, length):
        return True
    joins = (m.end() for m in _AND.finditer(body, length))
    return any((head := at_head(body[at:], place, unlisted=False)) and head.length < len(body) - at for at in joins)


_ADVERBS = re.compile(
    "[县区市镇乡村城港湾岛](?:建设|打造|规划|开展|推进)|(?:重点|配套|集中|统筹|联合|整合|谋划|率先|分期|同步)(?:建设|打造|规划|推进|改造|提升)|"
    "(?:高质量|高标准|高水平|加快|全面|大力|共同|联合)(?:建设|打造|建立|创建|推进|发展(?![示先试综实带轴走]))"
)


_CLAUSE = re.compile("[且而按]|经(?![济开贸营典纬])|(?:定位|规划|作)为")  # 东桥生产且经西浦口岸, 东桥镇定位为花卉基地
_WITHIN = re.compile("(?<!^)[内外][旧老各]")  # 区块线内旧工业区


def _holds_together(body: str, length: int, last: str, place: str | None) -> bool:
    """Whether a name has no verb, number or particle inside, and does not begin with one."""
    first = words(body[:8])[:1]
    rare = first[0] in common_words() and common_words()[first[0]].rarity >= RARE  # 临湖, 新建: perhaps a name
    plain = len(first[0]) > 1 and not rare and not first[0].endswith(("区", "县", "市")) and not NUMBERED.match(body)
    if plain and kinds(first)[0] in ("verb", "number", "particle") and at_head(body, place, unlisted=False) is None:
        return False  # 包头 is a city
    if _WITHIN.search(body) or _ADVERBS.search(body, length) or _CLAUSE.search(body, length, len(body) - len(last)):
        return False
    own = body[length : len(body) - len(last)] if HYPHENS.match(body) else ""  # 中国—云州合作组织…
    inner = [
        part
        for part in (words(own) if own else words(with_products(body[: len(body) - len(last)]))[1:])
        if len(part) > 1
    ]
    inner = [part for part in inner if kind_words().fullmatch(part) is None]
    return not any(kind in ("verb", "number", "particle") for kind in kinds(inner))


@cache
def _broken() -> re.Pattern[str]:
    """A place that ends inside the words: 工业区建设…, 产业园和…, 专区两个…."""
    return re.compile(
        rf"{any_last()}(?:建设|打造|发展(?![带轴区])|规划|布局|开发|[和与及、以在的两三四五六七八九十\d])"
        rf"|(?:{LANDFORM.pattern}|城市|项目|工程|企业)[和与及]"
    )


@cache
def _before_side() -> re.Pattern[str]:
    """A place that ends before one of a side: 东桥新城|西部商圈."""
    return re.compile(rf"{any_last()}{sided().pattern}")


_FOLLOWING_PART = re.compile(r"(?P<head>[一-龥]{2,3})园(?=$|[和与及等一-龥]{0,1}$|高质量|提质|扩区|建设|发展|加快)")
_REGION_PART = re.compile(r"(?P<head>[一-龥]{2,3})(?:产业园区?|工业园区?|园区|(?P<part>分区))")
# 自贸试验区东桥联动创新区, 白鹭岛云州海洋创新基地: the whole that a zone belongs to, as the opening of its name
_LINKED = ("联动创新区", "协同创新区", "联动区")
_WHOLE_AHEAD = re.compile(
    r"(?:^|推进|推动|加快|建设|打造|支持|深化|依托|做强|提升|[在以与和及对将])(?P<whole>[一-龥]{2,3}(?<![的在与和及])岛|自贸试验区|自由贸易试验区|自贸区|综合保税区|综保区)$"
)

_LONGEST_WHOLE = 9  # 推进自由贸易试验区


def _with_part(text: str, end: int) -> int:
    """The end of a sub-park directly behind the name: 软件园三林园."""
    part = _REGION_PART.match(text, end) if text.startswith("区", end - 1) else None
    region = at_head(part["head"], None, unlisted=False) if part else None
    if part and region and region.length == len(part["head"]):
        return part.end()  # 东桥经济开发区临江产业园
    if part and part["part"] and not (kind_word().match(part["head"]) or PARTICLES.search(part["head"])):
        return part.end()  # 东桥经开区白石分区
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
        or ALONG.match(text) is not None
        or UNIQUE.match(text) is not None
        or (place is not None and text[1:2] == "部" and sided().match(text) is not None)
    )


_NUMBER = re.compile(r"\d\.$")  # of a heading: 1.


def can_start(text: str, at: int, place: str | None) -> bool:
    """Whether a name can begin there: first, after a verb or particle, after a place, at a region."""
    after = text[at : at + _WINDOW]
    return _can_be_head(after, place) if at == 0 else _starts(text[max(0, at - 8) : at], after, place)


_GRADES = ("国家级", "省级", "市级", "县级", "区级")  # 培育市级云湖工业园


@lru_cache(maxsize=65536)
def _starts(before: str, after: str, place: str | None) -> bool:
    begins = (
        (before.endswith(cues()) and not _inside_word(before + after[:8], len(before)))
        or _NUMBER.search(before) is not None
        or before.endswith(_GRADES)
        or before.endswith(_after_last())
        or at_head(after[:12], place, unlisted=False) is not None
        or great_region().match(after) is not None
        or LETTERS.match(after) is not None
        or _behind_verb(before)
    )
    return begins and _can_be_head(after, place)


def _behind_verb(before: str) -> bool:
    """Whether words end in a verb of two signs or more, whichever: 突破."""
    last = words(before)[-1:]
    return bool(last) and len(last[0]) > 1 and kinds(last)[0] == "verb" and kind_words().fullmatch(last[0]) is None


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
