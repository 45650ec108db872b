"""Short forms of several official names, 县教科局: in full where the document has one of these names in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from guitu.extract.facts import Agency, Responsibility
from guitu.extract.structure.draft import Draft
from guitu.extract.text import Span
from guitu.extract.words.agencies import read
from guitu.extract.words.agency_places import home
from guitu.ontology import name_parts
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, region
from guitu.ontology.knowledge import forms

_SIGNS = tuple("省市区县州盟旗")
_LONGEST_PART = 5  # signs


def settled_by_name(draft: Draft, facts: list[Responsibility]) -> list[Responsibility]:
    """The facts with the short forms in full for which the document has just one name in full, which proves it."""
    short = {fact.agency: stem for fact in facts if (stem := _stem(fact.agency))}
    whole = {agency: said for agency, stem in short.items() if (said := _only(draft, agency, stem))}
    return [
        replace(fact, agency=said[0], name_span=said[1]) if (said := whole.get(fact.agency)) else fact for fact in facts
    ]


def in_full(written: str, said: str, here: Region | None) -> Agency | None:
    """The body that a short form of several names means by a name in full.

    >>> from guitu.ontology.districts import region
    >>> in_full("县教科局", "县教育和科学技术局", region("青岚县")).name
    '青岚县教育和科学技术局'
    >>> in_full("县文旅局", "县文化旅游广电体育局", region("青岚县")).name
    '青岚县文化旅游广电体育局'
    """
    short = _read(written, here)
    stem, full = _stem(short), _read(said, here)
    ours = stem and full.jurisdiction == short.jurisdiction and _means(stem, _tail(full), known=short.known)
    return replace(full, written=written) if ours else None


def _means(stem: str, name: str, *, known: bool) -> bool:
    """Whether a name in full can be meant: it has the same parts, or more where it begins alike.

    `known`: 县文旅局, where another name in full says that the one it mostly means is not the name here.
    """
    if stem.endswith("局") != name.endswith("局"):
        return False
    one, other = name_parts.parts(stem), name_parts.parts(name)
    alike = bool(one) and one[:1] == other[:1]
    if known:
        return alike and {*one} <= {*other}
    return (bool(one) and {*one} == {*other}) or (alike and _is_made_of(one, other)) or name in _names(stem)


def _only(draft: Draft, agency: Agency, stem: str) -> tuple[Agency, Span] | None:
    """The one body in full, of the place of `agency`, that the document names; None where it names several or none."""
    here = home(draft.document.jurisdiction, draft.document.level)
    within, words = draft.document.extent, draft.text.folded
    end = within.end or len(words)
    found: dict[str, tuple[Agency, Span]] = {}
    for named in _candidates(words, within.start, end, stem, known=agency.known):
        for back in (len(agency.jurisdiction or ""), 1, 0):
            start = named.start - back
            if start < within.start or (not back and _is_within(words, named)):
                continue  # without its place only where no other's stands there
            full = in_full(agency.written, words[start : named.end], here)
            if full and (back or full.known):
                found.setdefault(full.name, (full, Span(start, named.end)))
                break
    return next(iter(found.values())) if len(found) == 1 else None


def _candidates(words: str, start: int, end: int, stem: str, *, known: bool) -> Iterator[Span]:
    """The names of several parts in full that begin with a part of a short form; with its first where it is known."""
    composed = name_parts.parts(stem)
    for way in (way for part in composed[: 1 if known else None] for way in name_parts.ways(part)):
        at = words.find(way, start, end)
        while at >= 0:
            if whole := name_parts.in_full().match(words, at, end):
                yield Span(*whole.span())
            at = words.find(way, at + 1, end)
    if stem in _shared() and (names := _names(stem)):
        yield from (Span(*named.span()) for named in _names_pattern(names).finditer(words, start, end))


def _is_within(words: str, named: Span) -> bool:
    """Whether a name stands behind a place or inside a longer name: 旅游局 of 文化旅游局."""
    before = range(max(0, named.start - _LONGEST_PART), named.start)
    return words[named.start - 1 : named.start] in _SIGNS or any(
        name_parts.parts(words[start : named.end]) for start in before
    )


def _read(words: str, here: Region | None) -> Agency:
    return read(words, here.full if here and here.name else None, here.level if here else "national")


def _tail(agency: Agency) -> str:
    return agency.name.removeprefix(agency.jurisdiction or "")


@lru_cache(1 << 12)
def _stem(agency: Agency) -> str | None:
    """The short form without its place where it is a shared one or one of parts, of a place that is told: 教科局."""
    if agency.group or not agency.settled or agency.jurisdiction is None:
        return None
    tail = _tail(agency)
    if not agency.known:
        return tail if tail in _shared() or len(name_parts.parts(tail)) > 1 else None
    if agency.written.endswith(tail):
        return None
    place = region(agency.jurisdiction)
    names = (place.full, place.name, place.short) if place else ()
    before = next((name for name in (*names, *_SIGNS) if agency.written.startswith(name)), "")
    stem = agency.written.removeprefix(before)
    return stem if name_parts.parts(stem) else None


@cache
def _shared() -> frozenset[str]:
    return frozenset(form.name.removeprefix("{full}") for form in forms() if form.shared)


@cache
def _names(stem: str) -> frozenset[str]:
    """The official names that a shared short form can mean: its signs stand in them in their order."""
    if stem not in _shared():
        return frozenset()
    names = (form.name.removeprefix("{full}") for form in forms() if form.kind == "bureau" and not form.shared)
    return frozenset(name for name in names if name[0] == stem[0] and _is_made_of(stem, name))


def _is_made_of(short: Sequence[str], whole: Sequence[str]) -> bool:
    left = iter(whole)
    return all(sign in left for sign in short)


@cache
def _names_pattern(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(alternation(names))
