"""Parks, bases, zones, belts, towns, islands and districts with a focus that a document names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from guitu.extract.facts import Gap, PlaceMention
from guitu.extract.places.focus.frames import framed, may_hold
from guitu.extract.places.focus.industry_layout import Industries, is_label, laid_over, lays_out, of_heading, titled
from guitu.extract.places.focus.place_focus import known_industries, own_industries
from guitu.extract.places.focus.place_functions import measured
from guitu.extract.places.focus.place_subjects import focus_verb, may_tell, subjects
from guitu.extract.places.focus.sentence_focus import assigned, groups
from guitu.extract.places.focus.units import title
from guitu.extract.places.lists.class_lists import beside_their_like, of_the_city, paired
from guitu.extract.places.lists.joint_heads import listed_by_kind
from guitu.extract.places.lists.known_by_kind import known_by_kind
from guitu.extract.places.lists.listed_areas import areas, declared_short
from guitu.extract.places.lists.place_layout import Parts, parts
from guitu.extract.places.lists.place_lists import listed_with, within
from guitu.extract.places.lists.seated_zones import built_in, may_be_built, of_country, one_of_trade, seated_title
from guitu.extract.places.lists.shared_words import sharing
from guitu.extract.places.lists.sites import no_scenic, of_both, ports, sights
from guitu.extract.places.mentions import Mention, by_one_name
from guitu.extract.places.names.place_evidence import company, spots, with_known_head
from guitu.extract.places.names.place_names import PlaceName, names, untitled
from guitu.extract.places.names.place_quotes import by_industry, quoted, shown, signed
from guitu.extract.places.place_tables import laid_out_in_tables
from guitu.extract.places.words.industries import is_sector
from guitu.extract.places.words.place_words import is_produce, is_site, last_words
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.structure.tasks.table_cells import in_order
from guitu.extract.text import Span, Taken
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import region


class _Above(NamedTuple):
    """What the heading over a passage is where it is no more: a place, or industries."""

    places: list[PlaceName]
    industries: Industries
    start: int = 0


def find(draft: Draft) -> tuple[tuple[PlaceMention, ...], tuple[Gap, ...]]:
    """Each place that the draft names, once, where it is named first, with all industries assigned to it."""
    marks = draft.marks
    known = frozenset(name for p in draft.passages for name in shown(draft.read(p)))  # shown to be places somewhere
    laid_out = parts((draft.read(p), p.heading) for p in draft.passages if draft.document.jurisdiction)
    mentions: list[Mention] = []
    gaps: list[Gap] = []
    shorts: dict[str, str] = {}
    above = _Above([], Industries())
    for passage in in_order(draft):
        if passage.chapter == "front" and _SITE_LINE.match(draft.read(passage)):
            continue
        words = draft.read(passage)
        if passage.heading or is_label(words):
            above = _Above([], of_heading(words, above.industries), passage.span.start)
        elif not above.places and (seat := seated_title(above.industries.heading, words)):
            above = above._replace(places=[seat])
            mentions.append(Mention(seat, (), Span(seat.start, seat.end).shift(above.start)))
        found = list(_mentions(draft, passage, known, laid_out, above))
        mentions += found
        shorts |= declared_short(words, [(m.span.end - passage.span.start, m.place.name) for m in found])
        if marks.has("place", passage.span):
            gaps += _unread(words, passage, found)
        if passage.heading and _is_title(words, found):
            above = above._replace(places=[m.place for m in found])
        elif passage.heading and (division := title(words, draft.document.jurisdiction, [])):
            above = above._replace(places=[division])  # 1.东桥区: one by what the text under it says
    mentions = _with_tables(draft, mentions)
    mentions += _shown_elsewhere(draft, mentions)
    mentions = by_one_name(mentions, shorts, draft.document.jurisdiction, draft.text.folded)
    return tuple(_merged(draft, mentions)), tuple(gaps)


def _with_tables(draft: Draft, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the places of tables, each for what was read of its cell before."""
    laid = list(laid_out_in_tables(draft))
    if not laid:
        return mentions
    taken = Taken([m.span for m in laid])
    return [*(m for m in mentions if not taken.over(m.span.start, m.span.end)), *laid]


def _shown_elsewhere(draft: Draft, mentions: list[Mention]) -> Iterator[Mention]:
    """Names not read where they stand, whose proper noun other names show."""
    read = [m.span for m in mentions]
    found = spots(draft.text.folded, (m.place for m in mentions), read, draft.document.jurisdiction)
    taken, order, rank = Taken(read), sorted(found), {at: i for i, at in enumerate(found)}
    for passage in draft.passages if found else ():
        inside = order[bisect_left(order, passage.span.start) : bisect_left(order, passage.span.end)]
        for at in sorted(inside, key=rank.__getitem__) if draft.marks.has("place", passage.span) else ():
            p = with_known_head(draft.read(passage), at - passage.span.start, found[at])
            span = Span(p.start, p.end).shift(passage.span.start) if p else None
            if p and span and not taken.over(span.start, span.end):
                yield Mention(p, (), span)


_SITE_LINE = re.compile(
    r"[^，。；]{0,36}?(?:信息|稿件|文章)?来源[：:][^，。；]{0,40}$"
)  # 日期：2027-01-02来源：东桥新区


def _unread(words: str, passage: Passage, found: list[Mention]) -> Iterator[Gap]:
    """What has an industry assigned to it and ends like a place, with a name that was not read: 高新区重点发展….

    Words of many (各开发区, 一批产业园) name no place.
    """
    for verb in focus_verb().finditer(words):
        m = _given().search(words, max(0, verb.start() - _FARTHEST), verb.start())
        if m is None or _MANY.search(m["who"]):
            continue
        span = Span(*m.span("who")).shift(passage.span.start)
        read = any(one.span.start < span.end and span.start < one.span.end for one in found)
        if not read and known_industries(re.split("[，。；：]", words[verb.end() : verb.end() + 60])[0]):
            yield Gap("unread-place", "定位了产业的地点没有读出名称", span)


_FARTHEST = 16
_MANY = re.compile(r"[各每等类批某其该此\d]|若干|多个|有条件|所有|现有|重点|特色|县区|区县|乡镇|镇街")


@cache
def _given() -> re.Pattern[str]:
    """高新区重点发展集成电路, “云…园”主攻新材料."""
    lasts = alternation(last for last, kind in last_words().items() if kind in ("park", "base", "zone", "belt"))
    return re.compile(
        rf"(?<![支鼓推引])(?P<who>(?:(?!支持|鼓励|推动|引导)[一-龥“…□×]){{0,12}}(?:{lasts})”?)[，：将要]?$"
    )


def _is_title(heading: str, found: list[Mention]) -> bool:
    """Whether a heading is one name and no more."""
    return len(found) == 1 and len(found[0].place.name) * 10 >= len(heading.strip()) * 6


# ---- one passage ----

_SENTENCE = re.compile(r"[^。；\n]+[。；]?")
_OPENS = re.compile(
    r"[，\s]*(?:该(?:区域|片区|园区|区|基地|县|镇|新区))?(?:主要|将)?(?:以[^，。；]{2,30}为(?:主导|主业|主|重点)|重点|聚焦|主攻|突出|主导|(?:大力|着力|积极|优先)(?:发展|布局|培育|打造|集聚|引进))"
)
# 包括东桥镇、西浦镇，重点发展…: what the place named before consists of
_SPREADS = re.compile(r"[，\s]*(?:主要|范围|规划|空间|区域|沿线)*(?:包括|包含|涵盖|覆盖|涉及|位于|东起|由|范围为|含)")
# 打造云州智能装备产业带。加快东园、西园等特色产业园区集聚: the parks carry what was named before
_IN_STEP = re.compile("等(?:一批)?(?:重点|特色|专业)(?:产业)?园区")


def _own(places: list[PlaceName]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for p in places for item in own_industries(p)))


def _mentions(
    draft: Draft, passage: Passage, known: frozenset[str], laid_out: Parts, above: _Above
) -> Iterator[Mention]:
    words, place = draft.read(passage), draft.document.jurisdiction
    every = _named(words, place, known, laid_out, draft.marks.starts_in("place", passage.span))
    starts = [p.start for p in every]
    carried: list[PlaceName] = []
    holds, tells = may_hold(words), may_tell(words) or lays_out(words, above.industries) or may_be_built(words)
    over = _run_in(words, above.industries) if every or holds else ()
    lead, titled_at = (above.places[0], above.start) if len(above.places) == 1 else (None, passage.span.start)
    for m in _SENTENCE.finditer(words):
        sentence = untitled(m[0])  # 《关于加快海洋经济发展的意见》 assigns nothing
        inside = _of_sentence(every, starts, m) if every else []
        about = above.places or carried
        spread = bool(about) and _SPREADS.match(sentence) is not None
        if tells and not spread and (told := _told(sentence, place, inside, above.industries)):
            inside = _apart([*told, *inside])
        for p in framed(sentence, place, inside, over, lead) if holds or inside or lead else ():
            if lead and p.name == lead.name:
                yield Mention(lead, p.focus, Span(lead.start, lead.end).shift(titled_at))
            else:
                inside = _apart([p, *(q for q in inside if q.end <= p.start or p.end <= q.start)])
        if whole := title(sentence, place, inside):
            lead, titled_at = _shifted(whole, m.start()), passage.span.start
        if not inside and not about:
            continue
        inside = [_of_travel(p, above.industries) for p in _inside_own(draft, sentence, inside)]
        before = above.places or (carried if spread or _OPENS.match(sentence) else [])
        seats = [p for p in inside if not p.name.startswith("国家")] or inside  # 东桥经济区建设国家…试验区，做强…
        focus = assigned(sentence, [] if spread else _seated(sentence, seats), before)
        if carried and _IN_STEP.search(sentence) and not any(focus.values()):
            focus = dict.fromkeys((p.name for p in inside if not own_industries(p)), _own(carried))
        for p in inside:
            span = Span(p.start, p.end).shift(m.start() + passage.span.start)
            yield Mention(p, focus.pop(p.name, ()), span)
        for p in before:
            if later := focus.pop(p.name, ()):
                yield Mention(p, later, Span(m.start(), m.end()).shift(passage.span.start))
        if inside:
            carried = _carried(sentence, inside)


def _run_in(words: str, above: Industries) -> tuple[str, ...]:
    """The industries that the run-in title of a passage names: 油茶。以…为主产区; else those over it."""
    own = titled(first[0]) if (first := _SENTENCE.match(words)) and first.end() < len(words) else ()
    return own or titled(above.heading) or tuple(filter(is_sector, above.named))


def _of_travel(p: PlaceName, above: Industries) -> PlaceName:
    """A sight for travel, of the kind that the heading over it tells: 发展乡村旅游."""
    kinds = above.named if p.focus == ("旅游",) and "旅游" in above.heading else ()
    return replace(p, focus=kinds) if len(kinds) == 1 and kinds[0].endswith("旅游") else p


def _told(sentence: str, place: str | None, inside: list[PlaceName], above: Industries) -> list[PlaceName]:
    """The places that the grammar of a sentence shows, beside those read `inside` it."""
    told = [*laid_over(sentence, place, inside, above)] if lays_out(sentence, above) else []
    if may_be_built(sentence):
        told += built_in(sentence, place, inside)
    told += subjects(sentence, place, inside)
    return [p for p in told if p.type != "town" or not is_produce(p.name)]


def _of_sentence(every: list[PlaceName], starts: list[int], m: re.Match[str]) -> list[PlaceName]:
    """The names in a sentence, with their places in it."""
    found = every[bisect_left(starts, m.start()) : bisect_left(starts, m.end())]
    return [_shifted(p, -m.start()) for p in found if p.end <= m.end()]


# 全区现有甲、乙两处风貌区
_OWN_DISTRICT = re.compile("(?:全|我|本|辖)[区县][^。；]{0,120}?(?:拥有|现有|共有|建有|设有|分布有|有)")


def _inside_own(draft: Draft, sentence: str, inside: list[PlaceName]) -> list[PlaceName]:
    """The places that a document of a district says to be in it."""
    own = draft.document.jurisdiction
    if not inside or not own or own[-1] not in "区县":
        return inside
    m = _OWN_DISTRICT.search(sentence)
    where = region(own) if m else None
    if m is None or where is None:
        return inside
    return [
        p if p.district or p.type == "district" or p.start < m.end() else replace(p, district=where.name)
        for p in inside
    ]


def _named(
    words: str, place: str | None, known: frozenset[str], laid_out: Parts, lasts: Sequence[int]
) -> list[PlaceName]:
    """The names of a passage that show to be places; `lasts`: where it holds last words of such names, as few do."""
    every = laid_out.said(words, place)
    if "“" in words:
        every = [*signed(words), *every, *quoted(words, known)]
    every = _apart(every)
    if "等" in words:
        every = _apart([*every, *areas(words, place, every)])
    if lasts:
        joint = [*listed_by_kind(words, place, lasts)]
        every = _apart([*every, *joint, *(n for n in names(words, place, lasts) if not _is_head_of(n, joint))])
        every = _apart([*every, *of_country(words), *one_of_trade(words)])
        every = _apart([*every, *sharing(words, place, every)])
        every = _apart([*every, *by_industry(words, every), *within(words, every)])
        every = _apart([*every, *company(words, every)])
        every = listed_with(words, place, every)
        every = _apart([*of_both(words, place, every), *sights(words, place, every), *every])
        every = no_scenic(words, every)
        every = _apart([*every, *of_the_city(words, place, every), *paired(words, every)])
    every = _apart([*every, *ports(words, place)])
    every = _apart([*every, *known_by_kind(words, place, every)])
    return _apart([*every, *beside_their_like(words, every)])


_OPENED = re.compile(r"\s*[—–－]{0,3}(?:（?[一二三四五六七八九十\d]{1,3}[）、.．]\s*)?")


_GOES_ON = re.compile("[，。：（]|$|位于|地处|规划面积|在[^，。]{2,8}境内")


def _carried(sentence: str, inside: list[PlaceName]) -> list[PlaceName]:
    """The places that the next sentence goes on about: 东桥片区，东起…; else those of the one list of this sentence."""
    opened = _OPENED.match(sentence)
    first = inside[0]
    if opened and first.start == opened.end() and _GOES_ON.match(sentence, first.end):
        return [first]
    together = groups(sentence, inside)
    return together[-1] if len(together) == 1 and not measured(sentence, together[-1][-1].end) else []


def _is_head_of(name: PlaceName, joint: Sequence[PlaceName]) -> bool:
    """Whether a name is no more than the head that the list before it shares: 甲、乙等临港物流园区."""
    near = (p for p in joint if p.end < name.start <= p.end + len("等三个"))
    return any(p.name[p.head :] == name.name for p in near)


def _apart(found: list[PlaceName]) -> list[PlaceName]:
    """Without names inside a longer one, in order."""
    if len(found) < 2:
        return found
    kept: list[PlaceName] = []
    for p in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or p.start >= kept[-1].end:
            kept.append(p)
    return kept


def _shifted(place: PlaceName, by: int) -> PlaceName:
    return replace(place, start=place.start + by, end=place.end + by)


# 在东桥工业园建设云州智能传感器产业园
_SEAT = re.compile(r"(?:核心区|起步区|范围内|内)?(?:规划|布局|加快|重点|高标准)?(?:建设|打造|设立|建成|布局)")


def _seated(sentence: str, inside: list[PlaceName]) -> list[PlaceName]:
    """The places of a sentence; one in which another is built has the industries in the other's name."""
    made = list(inside)
    for i, (p, after) in enumerate(pairwise(inside)):
        seated = sentence[p.start - 1 : p.start] == "在" and _SEAT.fullmatch(sentence, p.end, after.start)
        if seated and not p.focus and (own := own_industries(after)):
            made[i] = replace(p, focus=own)
            made[i + 1] = after if after.focus else replace(after, focus=own)
    return made


# ---- one document ----

_TOWNS = ("主城区", "中心城区", "老城区", "县城")  # places only by what is assigned to them, like districts


def _merged(draft: Draft, mentions: list[Mention]) -> Iterator[PlaceMention]:
    """One line per name: the industries assigned anywhere, else those in the name; districts only with a focus."""
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(mention.place.name, []).append(mention)
    for name, same in by_name.items():
        exact = [] if same[0].place.type == "district" else [m for m in same if _written(draft, m) == name]
        first = (exact or same)[0]
        here = draft.document.jurisdiction or ""
        if name in (here, here[here.find("市") + 1 :]) and first.place.type != "district":
            continue  # what a document is for is no place in it
        given = tuple(dict.fromkeys(item for m in same for item in m.focus))
        kind = first.place.type
        focus = given or next((own for m in same if (own := own_industries(m.place))), ())
        told = focus or is_site(name) or any(m.place.shown for m in same)
        if ((kind == "district" or name.endswith(_TOWNS)) and not given) or (kind == "other" and not told):
            continue
        district = next((m.place.district for m in same if m.place.district), None)
        yield PlaceMention(name, _written(draft, first), kind, district, focus, first.span)


def _written(draft: Draft, mention: Mention) -> str:
    return re.sub(r"\s", "", draft.text.read(mention.span))
