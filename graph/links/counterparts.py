"""The bureau above a bureau: of the same line, in the place around or of the state (市水利局, 省水利厅, 水利部).

Only agencies that documents name are linked; a level of which none is named is passed over. Which bodies are of one
line is told by `registry/mandates.ttl`; one that a reform took away has no counterpart: its successor has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guitu.graph.links.citations import carried_out
from guitu.graph.links.decision import Decision
from guitu.graph.links.record import LinkRecord
from guitu.graph.links.successions import replaced
from guitu.graph.links.things import Thing
from guitu.ontology import terms as gt
from guitu.ontology.districts import region
from guitu.ontology.knowledge import national_agencies
from guitu.ontology.mandates import heads

NATION = ""
SCORE = Decimal("0.95")
_LEVELS = ("township", "county", "municipal", "provincial")


def counterparts(agencies: Sequence[Thing], records: Sequence[LinkRecord]) -> Iterator[Decision]:
    """Of each agency of a place those of its line in the nearest place around that has any, else that of the state."""
    by_place: dict[str, list[Thing]] = defaultdict(list)
    for one in agencies:
        if not one.group and heads(one.name) and not replaced(one.name, one.homes):
            for home in _homes(one):
                by_place[home].append(one)
    further = _further(records)
    for home in sorted(by_place.keys() - {NATION}):
        around = _around(home, further)
        for one in by_place[home]:
            yield from _above(one, around, by_place)


def _homes(one: Thing) -> set[str]:
    return {NATION} if one.name in national_agencies() else one.homes - {NATION}


def _above(one: Thing, around: Sequence[str], by_place: Mapping[str, Sequence[Thing]]) -> Iterator[Decision]:
    for place in around:
        found = [other for other in by_place.get(place, ()) if _one_line(one, other, place) and other.iri != one.iri]
        for other in found:
            reason = f"同一条线（{'、'.join(sorted(heads(one.name) & heads(other.name)))}），后者属{place or '国家'}"
            yield Decision(one.iri, gt.counterpart, other.iri, "resolved", "counterpart", SCORE, reason)
        if found:
            return


def _one_line(one: Thing, other: Thing, place: str) -> bool:
    """Of the state the head of the line alone: no other body under it is above a bureau."""
    return other.name in heads(one.name) if place == NATION else bool(heads(one.name) & heads(other.name))


def _around(home: str, further: Mapping[str, set[str]]) -> list[str]:
    """The places around one, the nearest first, the state last."""
    found = {place: None for place in (*_known(home), *sorted(further.get(home, ()), key=_order)) if place != home}
    return [*sorted(found, key=_order), NATION]


def _order(place: str) -> tuple[int, str]:
    at = region(place)
    return (_LEVELS.index(at.level) if at and at.level in _LEVELS else len(_LEVELS)), place


def _known(home: str) -> list[str]:
    at = region(home)
    return [one.full for one in at.around()] if at else []


def _further(records: Sequence[LinkRecord]) -> dict[str, set[str]]:
    """For places that the registry does not know, those of the documents that theirs carry out, and around these."""
    place_of = {one.key: one.jurisdiction for one in records}
    above = carried_out(records)
    direct: dict[str, set[str]] = defaultdict(set)
    for key, home in place_of.items():
        at = region(home) if home else None
        if home and at and not at.known:
            direct[home] |= {place for of in above.get(key, ()) if (place := place_of.get(of)) and place != home}
    return {
        home: {far for place in places for far in (*_known(place), *direct.get(place, ()))}
        for home, places in direct.items()
    }
