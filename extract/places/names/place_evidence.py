"""What shows a name to be that of a place where its own words do not: its list, or other names of the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from guitu.extract.places.names.no_names import gains, is_listed_area
from guitu.extract.places.names.place_names import PlaceName, untitled
from guitu.extract.places.words.industries import industrial
from guitu.extract.places.words.place_words import (
    PARTICLES,
    SIGNS,
    cues,
    great_region,
    kind_words,
    last_word,
    never_inside,
    not_a_name,
    ordinary_start,
    type_of,
    vague,
)
from guitu.extract.places.words.regions import at_head
from guitu.extract.places.words.word_borders import divides, is_proper, kinds
from guitu.extract.places.words.word_borders import words as segments
from guitu.extract.text import Span, Taken

# ---- its list: a member that ends like a place, whatever it begins with ----

_CLAUSE = re.compile("[^，。；：！？\n]+")
_JOIN = re.compile("、|以及|[和与及]")
_ENDS = re.compile("(?:等|建设|改造|扩建|扩容|升级|发展|开发|为|布局|[一二三四]期|和|与|及|、|$)")
_LONGEST, _FEWEST, _NEAR = 18, 2, 2
_OF_KIND = 4  # signs of words of kind that single out one place among named ones: 空港物流园区


def company(words: str, found: list[PlaceName]) -> Iterator[PlaceName]:
    """The members of lists that are not read yet: two others are places, or its neighbour is one of the same kind."""
    if not found or not _JOIN.search(words):
        return
    starts = [p.start for p in found]
    for clause in _CLAUSE.finditer(words):
        inside = found[bisect_left(starts, clause.start()) : bisect_left(starts, clause.end())]
        if inside:
            yield from _of_clause(words, clause.start(), clause.end(), inside)


def _of_clause(words: str, begin: int, end: int, inside: list[PlaceName]) -> Iterator[PlaceName]:
    """The unread members of the lists in a clause, from one named place to the next."""
    items = list(_items(words, begin, end, inside))
    for i in (*range(len(items)), *reversed(range(len(items)))):
        start, stop, place = items[i]
        near = [] if place else [other for _, _, other in items[max(0, i - _NEAR) : i + _NEAR + 1] if other]
        others = sum(other is not None for _, _, other in items)
        ends = {other.name[-3:] for other in near if other.head} if others >= _FEWEST else None
        made = _member(words, start, stop, first=i == 0, ends=ends) if near else None
        if made and (others >= _FEWEST or any(_alike(made, other) for other in near)):
            items[i] = (start, stop, made)
            yield made


def _items(words: str, begin: int, end: int, inside: list[PlaceName]) -> Iterator[tuple[int, int, PlaceName | None]]:
    """Where the members of the list stand, with the place that each is where it is read; other words join nothing."""
    at = begin
    while at < end:
        place = next((p for p in inside if at <= p.start), None)
        join = _JOIN.search(words, at, place.start if place else end)
        if join is None and place is not None:
            yield place.start, place.end, place
            after = _JOIN.match(words, place.end)
            if after is None and words[place.end : end].startswith("等"):
                return
            at = after.end() if after else place.end
            continue
        stop = join.start() if join else end
        yield at, stop, None
        at = join.end() if join else end


_BRANDS = "港城谷镇"  # last signs of which each stands for one place


def _alike(made: PlaceName, other: PlaceName) -> bool:
    same = other.name[-2:] == made.name[-2:] or (made.name[-1] in _BRANDS and other.name[-1] in _BRANDS)
    return bool(other.head) and same and other.type in (made.type, "town")


def _member(words: str, start: int, stop: int, *, first: bool, ends: Collection[str] | None) -> PlaceName | None:
    """The name that a member of a list is; of the first and the last the part that can be one.

    `ends`: how other places of the list end, where it names two or more.
    """
    for m in last_word().finditer(words, start, min(stop, start + _LONGEST + (_LONGEST if first else 0))):
        before = words[start : m.start()]
        at = start + (max((before.rfind(cue) + len(cue) for cue in cues() if cue in before), default=0) if first else 0)
        holds = _HOLDS.match(words, at, m.start()) if first else None
        at = holds.end() if holds else at
        own, name = words[at : m.start()], words[at : m.end()]
        whole = own + (m["last"][:-1] if m["last"][-1] in _BRANDS else "")
        alike = ends is not None and words[m.end() - 3 : m.end()] in ends and len(own) > 1 and _is_plain(own)
        named = alike or _is_own_name(own) or _is_of_kind(whole)
        island = m["last"] == "岛" and kind_words().fullmatch(own)  # 作为现代渔业与清洁能源岛: what they are for
        named = named and not (island or is_listed_area(words, at, name) or gains(name))
        if named and len(name) <= _LONGEST and _ENDS.match(words, m.end(), stop):
            middle = industrial(_kind_at_end(own), m["last"])
            return PlaceName(name, type_of(m["last"]), at, m.end(), middle, head=2)
    return None


_HOLDS = re.compile("(?:包含|涵盖|含)(?!山)")


def _is_plain(own: str) -> bool:
    """Whether words of kind tell no deed and not many places: 城东 of 城东产业园."""
    parts = segments(own)
    return kind_words().fullmatch(own) is not None and not vague().match(own) and "verb" not in kinds(parts)


def _is_of_kind(own: str) -> bool:
    """Whether words of kind are many enough to single out one place among others."""
    return len(own) >= _OF_KIND and kind_words().fullmatch(own) is not None and not vague().match(own)


def _kind_at_end(text: str) -> str:
    """The words of kind with which a name goes on behind its proper noun: 铜材 of 中钢铜材."""
    parts = segments(text)
    at = next(
        (i for i in range(len(parts), 0, -1) if len(parts[i - 1]) < 2 or not kind_words().fullmatch(parts[i - 1])), 0
    )
    return "".join(parts[at:]) if at else ""


_COUNTED = re.compile(r"[一二两三四五六七八九十百千\d]+(?:余|多)?[个大条项处座家批类种]|各|每")


def _is_own_name(text: str) -> bool:
    """Whether the words before a last word name one place: no verb, no count, and more than words of kind."""
    parts = segments(text)
    told = any(kind in ("verb", "particle") for part, kind in zip(parts, kinds(parts), strict=True) if len(part) > 1)
    if great_region().fullmatch(text):
        return True  # 大湾区产业园
    start = ordinary_start().match(text)
    if SIGNS.fullmatch(text) is None or told or (start and len(start[0]) > 1) or _COUNTED.search(text):
        return False
    loose = "".join(part for part in parts if len(part) == 1 or not is_proper(part))  # 华为 holds no particle
    return len(text) > 1 and PARTICLES.search(loose) is None and kind_words().fullmatch(text) is None


# ---- the document: with 白沙经济开发区, or with 白沙镇, 白沙服务业聚集区 is a place too ----

_SHORTEST, _WINDOW = 2, 20
_TOWN = re.compile(r"[、，。；：和与在以\s](?P<town>[一-龥]{2,3})(?:镇|街道)(?=[、，。；：和与等人\s])")


def spots(text: str, places: Iterable[PlaceName], read: Iterable[Span], place: str | None) -> dict[int, str]:
    """Where a text holds the proper noun of a name that was read, outside names: that of a region needs no showing."""
    read_heads = {p.name[: p.head] for p in places if p.head >= _SHORTEST and p.name[p.head :]}
    heads = sorted(read_heads | {m["town"] for m in _TOWN.finditer(text) if not not_a_name(m["town"])})
    taken = Taken(read)
    found = {m.start(): head for head in heads for m in re.finditer(head, text)}
    free = {at: head for at, head in found.items() if not taken.over(at, at + 1)}
    return {at: head for at, head in free.items() if at_head(head, place) is None}


def with_known_head(words: str, start: int, head: str) -> PlaceName | None:
    """The name that a proper noun which stands in a passage makes with words of kind behind it."""
    behind = start + len(head)
    last = last_word().search(words, behind, behind + _WINDOW)
    kind = words[behind : last.end("last")] if last else ""
    if last is None or never_inside().search(kind) or not kind_words().fullmatch(kind):
        return None
    end = last.end("last")
    if (
        is_listed_area(words, start, words[start:end])
        or divides(words, start, end, len(head))
        or untitled(words)[start] == "《"
    ):
        return None
    told = industrial(words[behind : last.start()], last["last"])
    return PlaceName(words[start:end], type_of(last["last"]), start, end, told, head=len(head))
