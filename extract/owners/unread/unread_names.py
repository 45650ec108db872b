"""Agencies beside a word of duty that no recogniser has read: whatever sentence they stand in, they leave a gap."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from guitu.extract.facts import Gap
from guitu.extract.structure.draft import Draft
from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, match
from guitu.extract.words.agency_groups import departments_at
from guitu.ontology.districts import Region

_REASON = "责任词旁的单位没有读出"
_NO_SUBJECT = "责任词的主语没有读出"
# what stands behind those who have the duty, and what before those beside them
_VERB = re.compile(
    r"牵头(?!单位|部门|人|方|机构)|负责(?!人(?!才)|制|任|解释|同志)|主抓|会同|组织实施|主办(?!单位|方|部门)|承办(?!单位|方|部门)"
    r"|协办(?!单位|方|部门)|密切配合|积极配合|配合(?=[，。；）]|$)"
)
_WITH = re.compile(r"会同(?<![招协磋工电客外]会同)")
_FILLS = re.compile(
    r"(?:等(?:有关|相关)?(?:部门|单位)?|分别|共同|具体|主要|要|应当?|必?须|积极|密切|按照?(?:各自)?职[责能](?:分工)?|认真|切实|依法"
    r"| )*$"
)
_OPENS = re.compile(r"[，。；：、（〔）〕！？\s由和与及并]|以及")
# a sentence that only names agencies: …。市水利局、东桥区政府。
_ALONE = re.compile(r"[。；！）—](?:(?<=—)—)?\s{0,2}(?P<names>[一-鿿、和及]{3,60})(?=[。；]|$)")
_DIVIDES = re.compile("[、和及]")
_JOINS = "、和与及"
_CLOSES = re.compile(r"[，。；：）〕！？]|$")
_LONGEST = 24  # characters of a name
_NEAR = 40
_LONGEST_GAP = 400  # characters
_SIGNED = re.compile("[省市区县州]")
# a kind of bodies: 医共体牵头医院牵头; not 支持龙头企业牵头
_KIND = re.compile("(?![与和及各])[一-鿿]{2,12}(?:医院|企业|机构|公司|协会|学校|高校|院所)")
# a duty that some earlier clause has the subject of: 领导小组办公室设在水利局，负责日常工作; not of persons
_LATER_CLAUSE = re.compile(
    r"(?<=，)(?:具体|主要|统一|专门|并)?(?:负责|牵头)(?!人(?![才口力事防居工])|制(?![定订作])|任(?!务)|解释|同志|单位|部门|机构|方(?!案)|的)"
)
_PERSONS = re.compile("专人|人员|同志|联络员|[^领]领导|负责人|主任|组长|一把手|干部|网格员|^各?(?:牵头|责任|配合)单位")
_DUTIES = ("负责", "牵头", "组织", "承担", "协助", "参与")  # of the agency that a list is about
_SENTENCE_STOPS = "。；！？\n"


def unread(draft: Draft, here: Region | None, read: Iterable[Span], gaps: Iterable[Gap]) -> Iterator[Gap]:
    """A gap for each list of agencies beside a word of duty of which one is neither an owner nor in a gap.

    `read`: the places of the owners.
    """
    known = sorted((*read, *(gap.span for gap in gaps)))
    starts = [span.start for span in known]
    for passage in draft.passages:
        if passage.heading or passage.chapter in ("review", "situation"):
            continue
        first, end = (bisect_left(starts, at) for at in (passage.span.start - _LONGEST_GAP, passage.span.end))
        near = known[first:end]
        last = -1
        for reason, found in _named(draft.read(passage), here):
            lost = [one.shift(passage.span.start) for one in found]
            lost = [one for one in lost if not any(one.start < span.end and span.start < one.end for span in near)]
            if lost and lost[0].start > last:
                last = lost[-1].end
                yield Gap("unread-duty", reason, lost[0].to(lost[-1]))


def _named(words: str, here: Region | None) -> Iterator[tuple[str, Sequence[Span]]]:
    """The names of each list right before a verb of duty, right behind 会同, or that are a sentence by themselves."""
    for verb in _VERB.finditer(words):
        if before := _before(words, verb.start(), here):
            yield _REASON, before
    for verb in _LATER_CLAUSE.finditer(words) if "负责" in words or "牵头" in words else ():
        start = max(words.rfind(stop, 0, verb.start()) for stop in _SENTENCE_STOPS) + 1
        told = words[start : verb.start()].lstrip(" ，、）")
        if not (is_action(told) or told.startswith(_DUTIES) or _PERSONS.search(told)):
            yield _NO_SUBJECT, [Span(verb.start() - len(told), verb.end())]
    for join in _WITH.finditer(words):
        if departments_at(words, join.end(), here) or match(words, join.end(), here, bare=False):
            closes = _CLOSES.search(words, join.end())
            assert closes is not None
            yield _REASON, [Span(join.end(), max(join.end() + 1, min(closes.start(), join.end() + _NEAR)))]
    for alone in _ALONE.finditer(words):
        names = _DIVIDES.split(alone["names"])
        if any(_is_agency(name, here) for name in names) and all(_is_whole(name, here) for name in names):
            yield "单独成句的单位没有读出", [Span(*alone.span("names"))]


def _before(words: str, end: int, here: Region | None) -> list[Span]:
    """The names of the list that ends at a place, from left to right; empty where no agency stands there."""
    fills = _FILLS.search(words, max(0, end - _NEAR), end)
    at = fills.start() if fills else end
    found: list[Span] = []
    while at > 0:
        opens = [sign.end() for sign in _OPENS.finditer(words, max(0, at - _LONGEST), at)]
        start = opens[-1] if opens else max(0, at - _LONGEST)
        if start >= at or (not opens and start):
            break
        if not found and not _is_agency(words[start:at], here):
            break
        found.append(Span(start, at))
        if not start or words[start - 1] not in _JOINS:
            break
        at = start - 1
    return found[::-1]


def _is_whole(name: str, here: Region | None) -> bool:
    whole = match(name, 0, here)
    return bool(whole and whole[1] == len(name))


def _is_agency(name: str, here: Region | None) -> bool:
    """Whether words are the name of a known agency with its place, or look like one that has its sign."""
    whole = match(name, 0, here, bare=False)
    kind = _KIND.fullmatch(name) and not is_action(name)
    return bool(whole and whole[1] == len(name)) or bool(kind or (_SIGNED.match(name) and is_agency_like(name)))
