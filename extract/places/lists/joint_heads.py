"""Names that share a head: 东桥、北屿等智能网联汽车示范区; 青江上游、白河流域风光储基地; 东桥轴承、北屿阀门基地.

A list ends in the head, behind a word that sums it up or behind its last member. Each member has the head behind its
own name; a belt runs through all of them and is one, as is what they do together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from guitu.extract.facts import PlaceType
from guitu.extract.places.focus.place_focus import of_words, own_industries
from guitu.extract.places.lists.list_members import (
    KNOWN,
    LONGEST,
    OPENS,
    Member,
    is_name,
    is_rare,
    known_length,
    members_of,
)
from guitu.extract.places.lists.shared_words import is_zone_of_law, of_one
from guitu.extract.places.names.no_names import is_of_agency
from guitu.extract.places.names.place_heads import brand, of_nouns
from guitu.extract.places.names.place_names import PlaceName
from guitu.extract.places.words.industries import industrial, industry_of, is_sector
from guitu.extract.places.words.place_words import (
    cues,
    ends_a_name,
    great_region,
    kind_words,
    last_word,
    type_of,
    vague,
)
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import is_common
from guitu.extract.words.numbering import integer
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import place_words, topic_names

_STOPS = "，。；：！？“”《》\n"
_STOP = re.compile(f"[{_STOPS}]")
_SPLIT = re.compile("、|以及|[和与及]")
_MOST, _REACH = 13, 60  # members, and signs of the last with its head
# what sums a list up: 等, 等州（市）, 两大, 等三个, 三大片区
_TOLD = re.compile(
    r"(?P<more>等)?(?:(?<=等)(?:州（市）|市（州）|县（市、区）|区县|[省市州县区]))?"
    r"(?:(?P<count>[一二两三四五六七八九十]|\d{1,2})(?:个|大(?!健)|家|处|座|片)(?:片区|区域|地区)?)?"
)


@dataclass(frozen=True, slots=True)
class _Shared:
    """The head that members share. `alone`: a last word of which each member of a list has its own."""

    words: str
    type: PlaceType
    middle: str
    focus: tuple[str, ...]
    alone: bool

    @property
    def telling(self) -> bool:
        """Whether the head tells by itself that each member has one: its industry, or a kind of base."""
        return bool(self.focus) or self.alone or (self.words.endswith("基地") and bool(self.middle))


def listed_by_kind(passage: str, place: str | None, lasts: Sequence[int]) -> Iterator[PlaceName]:
    """The places of each list whose members share a head, with the head in each name, and its industry.

    `lasts`: where last words of names stand in the passage; only the piece of a list that holds one is looked at.
    """
    read = 0
    for last in lasts:
        if last < read:
            continue
        clause = _around(passage, last, read)
        joins = [*_SPLIT.finditer(passage, *clause)]
        bounds = [clause[0], *(at for m in joins for at in m.span()), clause[1]]
        pieces = [(passage[a:b], a) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
        for i, (own, at) in enumerate(pieces[1:], 1):
            tail = passage[at : min(clause[1], at + _REACH)].split("、", 1)[0]  # 甲、乙等轴承研发与制造基地
            begin = bisect_left(lasts, at)
            if begin < len(lasts) and lasts[begin] < at + len(tail):
                yield from _ending_in(passage, [*pieces[max(0, i - _MOST + 1) : i], (tail, at)], len(own), place)
        read = clause[1]


def _around(passage: str, at: int, read: int) -> tuple[int, int]:
    """Where the clause around a sign begins and ends; the clause before it ended at `read`."""
    ahead = _STOP.search(passage, at)
    begin = max(passage.rfind(stop, read, at) for stop in _STOPS) + 1
    return begin, ahead.start() if ahead else len(passage)


def _ending_in(passage: str, pieces: Sequence[tuple[str, int]], own: int, place: str | None) -> Iterator[PlaceName]:
    """The places of a list whose last piece holds the head; `own`: its length up to a sign that may join."""
    text = pieces[-1][0]
    told = next((m for m in _TOLD.finditer(text, 1, own) if m[0] and m.end() < len(text)), None)
    made = [*_summed_up(pieces, told, place)] if told else []
    yield from (made or _joined(passage, pieces, place) or _of_brands(pieces, place) or _each_own(pieces, told, place))


def _summed_up(pieces: Sequence[tuple[str, int]], told: re.Match[str], place: str | None) -> Iterator[PlaceName]:
    """甲、乙等轴承产业园, 甲、乙两大轴承产业园."""
    text, at = pieces[-1]
    several = told["more"] is not None
    shared = None if ends_a_name(text[: told.start()]) else _shared(text[told.end() :], several=several, summed=True)
    area = shared is None and told["count"] is not None and not several and told[0].endswith(_AREA)
    shared = _Shared(_AREA, "zone", "", (), True) if area else shared
    members = members_of([*pieces[:-1], (text[: told.start()], at)], place) if shared else []
    if shared is None or not _fits(members, told, shared) or _are_parts(members, shared):
        return
    shown = sum(m.sure > 0 for m in members)
    sure = (
        _are_areas(members, shared)
        or shown >= _SURE
        or (told["count"] is not None and shown == len(members) - 1 >= _FEWEST)
    )
    for m in members:
        counted = (sure or area) and told["count"] is not None  # 沿海 is one of 沿海、东桥、北屿、西渡四大片区
        named = not ends_a_name(m.name) and not _SIDES.fullmatch(m.name)
        named = named and (m.sure == KNOWN or not shared.words.endswith(_SCENIC))
        if named and (m.sure or counted or is_rare(m.name, sure=sure)):
            yield _made(m, shared, place)


def _joined(passage: str, pieces: Sequence[tuple[str, int]], place: str | None) -> list[PlaceName]:
    """甲、乙轴承产业园: known names alone; 甲、乙轴承产业带, 甲、乙合作示范区 is one of both."""
    text, at = pieces[-1]
    known = known_length(text, place)
    shared = _shared(text[known:]) if known else None
    if shared is None:
        return []
    members = members_of([*pieces[:-1], (text[:known], at)], place)
    full = known > 2 and text[known - 1] in _FULL  # 东桥区、白石新城: a district beside a zone
    odd = (i for i in range(len(members), 0, -1) if members[i - 1].sure < KNOWN or _is_full(members[i - 1]) != full)
    members = members[next(odd, 0) :]
    through = bool(shared.middle and (shared.type == "belt" or _TOGETHER.match(shared.words)))
    tells = shared.telling or through or shared.words.startswith("国家") or len(members) >= _SURE
    if len(members) < _FEWEST or not tells or (full and shared.type == "town"):
        return []  # 东桥区、西浦区算力小镇: the first may be the district itself
    start, end = members[0].start, at + known + len(shared.words)
    if not through:
        made = [_made(m, shared, place) for m in members]
        return [*made[:-1], replace(made[-1], end=end)]
    head = at + known - start
    return [PlaceName(passage[start:end], shared.type, start, end, shared.middle, None, shared.focus, head)]


def _of_brands(pieces: Sequence[tuple[str, int]], place: str | None) -> list[PlaceName]:
    """甲河、乙上、丙东风光储一体化基地: names that no list has, none of them a word of kind or a common one."""
    text, at = pieces[-1]
    heads = ((text[:n], _shared(text[n:])) for n in (2, 3, 4) if is_name(text[:n]))
    last, shared = next(((part, shared) for part, shared in heads if shared and shared.telling), ("", None))
    if shared is None or shared.type == "belt" or text.startswith("等", len(last) + len(shared.words)):
        return []  # 甲桥、乙山、丙古城等: names of their own
    members = members_of([*pieces[:-1], (last, at)], place)
    if shared.words == _AREA:  # 云州创新园、白石、临江、东渡片区: a park beside the areas
        members = [m for m in members if not m.name.endswith(_PARKS)]
    odd = any(
        ends_a_name(m.name) or _is_full(m) or great_region().match(m.name) or is_sector(m.name) for m in members
    )  # 云州家具、临江轴承、白石水泵产业园: each with a trade of its own
    inside = is_zone_of_law(shared.words) and any(_is_within(m.name, place) for m in members)
    whole = len(members) >= _SURE and not odd and not inside
    if not whole or not _are_names(members, shared):
        return []
    made = [_made(m, shared, place) for m in members]
    return [*made[:-1], replace(made[-1], end=at + len(last) + len(shared.words))]


def _are_names(members: Sequence[Member], shared: _Shared) -> bool:
    """Whether each member can only be a name; of areas, beside three that can, also one that no list has as a word."""
    plain = [m.name for m in members if not (m.sure or is_name(m.name))]
    beside = shared.words == _AREA and len(members) - len(plain) >= _SURE and not any(map(is_common, plain))
    return not plain or beside


def _are_areas(members: Sequence[Member], shared: _Shared) -> bool:
    return shared.words == _AREA and len(members) >= _SURE and _are_names(members, shared)


def _is_within(name: str, place: str | None) -> bool:
    """Whether a member is a part of a district, which has no zone of its own kind: 宝湖燕罗 of 宝湖区."""
    region = at_head(name, place, unlisted=False)
    return region is not None and region.length < len(name)


_SCENIC = ("景区", "风景区")  # 云溪谷、观景台等景区: a sight is known by its own name
_SIDES = re.compile("[东西南北中]{1,2}部?")
_AREA = "片区"  # 完成白河、城北两大片区改造
_PARKS = ("园", "园区")
_TOGETHER = re.compile("一体化|同城化|协同|合作|联动|融合|城乡")  # 甲、乙、丙一体化示范区 is one
_FULL = "省市区县州盟旗"
_WIDE, _PARTS = ("省", "市", "州", "盟"), ("优势区", "产区", "郊区", "城区", "山区", "地区")


def _are_parts(members: Sequence[Member], shared: _Shared) -> bool:
    """Whether parts of cities are meant, none of which is named: 对云州市、东江市等奶业优势区."""
    return shared.words.endswith(_PARTS) and all(m.name.endswith(_WIDE) for m in members)


def _is_full(member: Member) -> bool:
    return len(member.name) > 2 and member.name[-1] in _FULL


def _made(member: Member, shared: _Shared, place: str | None) -> PlaceName:
    region = at_head(member.name, place, unlisted=False)
    district = region.district if region is not None and region.length == len(member.name) else None
    name = member.name + shared.words
    return PlaceName(
        name, shared.type, member.start, member.end, shared.middle, district, shared.focus, len(member.name)
    )


def _fits(members: Sequence[Member], told: re.Match[str], shared: _Shared) -> bool:
    """Whether a list that a word sums up is one of places with that head: as many as it counts, known or like names."""
    shown = sum(m.sure > 0 for m in members)
    count = integer(told["count"].replace("两", "二")) if told["count"] else None
    if (
        len(members) < _FEWEST
        or not (shown or _are_areas(members, shared))
        or (count is not None and count != len(members))
    ):
        return False
    if told["more"] is None:  # 东桥区、西浦区两个集聚区: districts are places by themselves
        return count == len(members) and not any(m.name.endswith(("区", "县")) for m in members)
    if shared.words in _LINES and count is None:  # 云港、东浦等产业带: each between the two places that its signs tell
        return all(m.sure == 1 and len(m.name) == _PAIR for m in members)
    return count is not None or shared.telling or (shown == len(members) and shared.type != "belt")


_FEWEST, _PAIR = 2, 2
_SURE = 3  # members that show to be places, so that another may begin like an ordinary word: 大砚


# 甲、乙等3个省级旅游度假区; 甲、乙2个万亩亿元茶叶园区
_GRADE = re.compile(r"^(?:(?:国家级|省级|市级|县级|区级|[345]A级)|(?:[百千万亿\d]+(?:亩|元|吨|头)级?)+)")
# what is protected bears its grade: 甲湖、乙洲两处省级自然保护区
_PROTECTED = re.compile(
    "(?:国家级?|[省市县州区盟]级)(?:自然保护区|湿地公园|森林公园|地质公园|海洋公园|风景名胜区)|子保护区"
    "|(?:生态|水土流失|荒漠化|石漠化|盐碱地|小流域)(?:综合)?(?:治理|修复)区"
)
_SITED = re.compile("^(?:临[港空江海]|沿[江海河湖]|环湖|空港)(?=..)")  # 甲、乙等临港物流园区


def _shared(rest: str, *, several: bool = False, summed: bool = False) -> _Shared | None:
    """The head that words begin with: words of kind, and a last word; `several`: said by 等, `summed`: or a number."""
    if OPENS.match(rest):
        return None
    for m in last_word().finditer(rest):
        middle, last = _GRADE.sub("", rest[: m.start()]), m["last"]
        if is_of_agency(rest, m.end("last")):
            return None  # 市水利局、白石湖自然保护区管理局
        if summed and _PROTECTED.fullmatch(rest, 0, m.end("last")):
            return _Shared(rest[: m.end("last")], type_of(last), "", (), True)
        if several and last in of_one() and vague().fullmatch(middle) and not _is_of_topic(middle, last):
            middle = ""  # 等重点口岸
        many = _many().match(middle) or middle[:1].isdigit()  # 东桥、北屿2大片区
        kind = _SITED.sub("", middle + last).removesuffix(last) if summed else middle
        if not kind_words().fullmatch(kind) or many or last.endswith("集群"):
            continue
        told = industrial(middle, last)
        focus = of_words(middle + industry_of(last)) if len(middle) >= _LONG_KIND else ()
        focus = focus or own_industries(PlaceName(middle + last, type_of(last), 0, 0, told))
        alone = (
            (summed and not middle and is_zone_of_law(last))
            or (last in of_one() and len(middle) <= _LONG_KIND)
            or (several and not middle and last in _LINES)
            or (not middle and last == _AREA)
        )
        plain = middle and (not vague().match(middle) or focus or middle.startswith("国家"))
        if plain or alone:
            return _Shared(middle + last, type_of(last), told, focus, alone)
    return None


def _is_of_topic(middle: str, last: str) -> bool:
    """Whether a word of grade belongs to a field: 现代 of 现代农业产业园."""
    return any(name.startswith(middle) and (middle + last).startswith(name) for name in topic_names())


@cache
def _many() -> re.Pattern[str]:
    return re.compile(alternation(place_words()["plural"]))


_LONG_KIND = 4
_LINES = ("产业带", "经济带", "创新带", "发展带", "产业走廊", "创新走廊", "科创走廊")


# ---- 东桥高端轴承、北屿阀门等基地: each with words of kind of its own, and one last word ----

_BARE = re.compile("(?:产业|制造|生产)?(?:基地|产业园区?|集聚区)(?=$|建设|发展|提质|升级|改造)")
_OTHER_NOUN = re.compile(
    "(?:城市|城区|县|市|项目|工程|中心|平台|企业|[一二三四五六七八九十]期)$"
)  # 东桥试点城市和白石电池产业园
_ALONG = re.compile("^(?:沿[江河海湖边]|内陆)")


def _each_own(pieces: Sequence[tuple[str, int]], told: re.Match[str] | None, place: str | None) -> Iterator[PlaceName]:
    """The places of a list whose members each have a proper noun and an industry, and share the last word."""
    text, at = pieces[-1]
    bare = _BARE.match(text, told.end()) if told else _BARE.search(text)
    if bare is None:
        return
    last, found = bare[0], list[PlaceName]()
    for i, (own, begin) in enumerate([*pieces[:-1], (text[: told.start() if told else bare.start()], at)]):
        start, head = _owned(own, last, place, first=not i)
        if not head or ends_a_name(own) or _OTHER_NOUN.search(own):
            found.clear()
            continue
        matter = _ALONG.sub("", own[start + head :]) + "产业"
        span = begin + start, begin + len(own)
        found.append(PlaceName(own[start:] + last, type_of(last), *span, matter, None, of_words(matter), head))
    if len(found) >= _FEWEST:
        yield from found


def _owned(text: str, last: str, place: str | None, *, first: bool) -> tuple[int, int]:
    """Where a proper noun before an industry begins, and its length: 东桥 of 东桥高端轴承; 0 for none."""
    starts = [i for i in range(len(text) - 3) if i == 0 or (first and text[:i].endswith(cues()))]
    starts.sort(key=lambda i: known_length(text[i:], place) == 0)  # 提升|东桥-西渡轴承 begins at the name that is known
    return next(((i, head) for i in starts if (head := _before_industry(text[i:], last, place))), (0, 0))


def _before_industry(text: str, last: str, place: str | None) -> int:
    along = _ALONG.match(text)
    head = along.end() if along else known_length(text, place) or brand(text + last, last)
    own = text[head:]
    kind = kind_words().fullmatch(own) or of_nouns(own)
    return head if head and kind and _SHORTEST <= len(own) <= LONGEST and of_words(_ALONG.sub("", own) + "产业") else 0


_SHORTEST = 2
