"""Places under a short and a full name: the end of a full one, a brand without its kind, or as the registry knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from guitu.graph.copies.works import letters
from guitu.graph.links import listed
from guitu.graph.links.decision import Decision, Judgement
from guitu.graph.links.things import Thing
from guitu.ontology import standards as std
from guitu.ontology.districts import region, regions
from guitu.ontology.topics import place_words

_KINDS = ("park", "base", "zone", "belt", "town", "island")
_LARGER = 5  # letters of the name of a zone around: 自由贸易试验区, 高新技术产业开发区
_SHORT = 4  # letters that mean one place: 临港新片区 does, 产业园 does not
_LONGEST = 40


def places(things: Sequence[Thing]) -> Iterator[Decision]:
    """What each name is short for, if one place of the same jurisdiction only can be meant; else it is unsure."""
    parks = [one for one in things if one.types != {"district"} and len(one.name) <= _LONGEST]
    yield from listed.places(parks)
    named = {letters(one.name): one for one in parks}
    brands: dict[str, list[Thing]] = defaultdict(list)
    longer: dict[str, list[Thing]] = defaultdict(list)
    for name, full in named.items():
        for i in range(2, len(name) - 1):
            if name[i:] in _types() and name[:i] in named:
                brands[name[:i]].append(full)
            if (
                name[i:] in named
                and len(name) - i >= _SHORT
                and name[i:] not in _types()
                and _stands_before(name[:i], full)
            ):
                longer[name[i:]].append(full)
    for name, found in longer.items():
        yield from _decided(named[name], found, "简称是全称的末尾，其前为所在功能区或本辖区名")
    for name, found in brands.items():
        if name not in _region_names():
            yield from _decided(named[name], found, "简称加类型词即全称，同一辖区内只此一处")


def _decided(short: Thing, found: Sequence[Thing], reason: str) -> Iterator[Decision]:
    for full in sorted(found, key=lambda one: one.iri):
        why = _doubt(short, full, len(found))
        judgement: Judgement = "unsure" if why else "same"
        first, second = sorted((short.iri, full.iri))
        score = Decimal("0.5" if why else "0.85")
        yield Decision(first, std.SKOS_EXACT_MATCH, second, judgement, "short-place", score, why or reason)


def _doubt(short: Thing, full: Thing, candidates: int) -> str:
    """Why the rule does not suffice, if so."""
    why = ""
    if candidates > 1:
        why = "简称可指多处地点"
    elif not (short.homes and short.homes == full.homes and len(full.homes) == 1):
        why = "两个名称不出自同一辖区的文件"
    elif not short.types & full.types:
        why = "两个名称的地点类型不同"
    return why


def _stands_before(head: str, full: Thing) -> bool:
    """The name of a larger zone, or of the very place that the documents are for."""
    if len(head) >= _LARGER and any(head.endswith(word) for word in place_words()["zone"] if len(word) >= 2):
        return True
    homes = (region(home) for home in full.homes)
    return any(at and head in (letters(at.name), letters(at.full), letters(at.short)) for at in homes)


@cache
def _types() -> frozenset[str]:
    return frozenset(word for kind in _KINDS for word in place_words()[kind])


@cache
def _region_names() -> frozenset[str]:
    """嘉定 in a document is the district; it is not short for 嘉定新城."""
    return frozenset(name for found in regions().values() for at in found for name in (at.name, at.short))
