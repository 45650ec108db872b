"""Short forms of several official names, 县教科局: in full where the document has one of these names in full."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from guitu.extract.facts import Agency, Responsibility
from guitu.extract.structure.draft import Draft
from guitu.extract.text import Span
from guitu.extract.words.agencies import read
from guitu.extract.words.agency_places import home
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import forms


def settled_by_name(draft: Draft, facts: list[Responsibility]) -> list[Responsibility]:
    """The facts with the short forms in full for which the document has just one name in full, which proves it."""
    shared = {fact.agency.name: fact.agency for fact in facts if _stem(fact.agency)}
    if not shared:
        return facts
    whole = {name: said for name, agency in shared.items() if (said := _only(draft, agency))}
    return [
        replace(fact, agency=replace(whole[fact.agency.name][0], written=fact.agency.written), name_span=said[1])
        if (said := whole.get(fact.agency.name))
        else fact
        for fact in facts
    ]


def in_full(written: str, said: str, here: Region | None) -> Agency | None:
    """The body that a shared short form means by a name in full.

    >>> from guitu.ontology.districts import region
    >>> in_full("县教科局", "县教育和科学技术局", region("青岚县")).name
    '青岚县教育和科学技术局'
    """
    short, full = (_read(words, here) for words in (written, said))
    stem = _stem(short)
    ours = stem is not None and full.known and _tail(full, short.jurisdiction) in _names(stem)
    return replace(full, written=written) if ours else None


def _only(draft: Draft, agency: Agency) -> tuple[Agency, Span] | None:
    """The one body in full, of the place of `agency`, that the document names; None where it names several or none."""
    stem = _stem(agency)
    assert stem is not None
    here = home(draft.document.jurisdiction, draft.document.level)
    within, words = draft.document.extent, draft.text.folded
    found: dict[str, tuple[Agency, Span]] = {}
    for named in _names_pattern(stem).finditer(words, within.start, within.end or len(words)):
        for back in (len(agency.jurisdiction or ""), 1, 0):
            start = named.start() - back
            if start < within.start or (not back and words[start - 1 : start] in tuple("省市区县州盟旗")):
                continue  # without its place only where no other's stands there
            full = in_full(agency.written, words[start : named.end()], here)
            if full and full.name.startswith(agency.jurisdiction or "?"):
                found.setdefault(full.name, (full, Span(start, named.end())))
                break
    return next(iter(found.values())) if len(found) == 1 else None


def _read(words: str, here: Region | None) -> Agency:
    return read(words, here.full if here and here.name else None, here.level if here else "national")


def _tail(agency: Agency, place: str | None) -> str:
    return agency.name.removeprefix(place or "")


def _stem(agency: Agency) -> str | None:
    """The short form without its place where it is a shared one of a place that is told: 教科局."""
    stem = _tail(agency, agency.jurisdiction)
    one = not agency.known and not agency.group and agency.settled and agency.jurisdiction is not None
    return stem if one and stem in _shared() else None


@cache
def _shared() -> frozenset[str]:
    return frozenset(form.name.removeprefix("{full}") for form in forms() if form.shared)


@cache
def _names(stem: str) -> frozenset[str]:
    """The official names that a shared short form can mean: its signs stand in them in their order."""
    names = (form.name.removeprefix("{full}") for form in forms() if form.kind == "bureau" and not form.shared)
    return frozenset(name for name in names if name[0] == stem[0] and _is_made_of(stem, name))


def _is_made_of(stem: str, name: str) -> bool:
    signs = iter(name)
    return all(sign in signs for sign in stem)


@cache
def _names_pattern(stem: str) -> re.Pattern[str]:
    return re.compile(alternation(_names(stem)))
