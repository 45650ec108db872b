"""Agencies that a reform renamed, merged or divided: the old name leads to the body that took over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from guitu.graph.links.decision import Decision, Judgement
from guitu.graph.links.things import Thing
from guitu.graph.quads.names import Names
from guitu.ontology import standards as std
from guitu.ontology.districts import region
from guitu.ontology.successions import PLACE, Succession, successions
from guitu.ontology.terms import Iri

_TIME = 1  # years that a reform takes to reach every place


def succession(agencies: Sequence[Thing], names: Names) -> tuple[list[Decision], list[Thing]]:
    """What took over from each agency, and the successors that no document names."""
    known = {one.name: one for one in agencies if not one.group}
    added: dict[str, Thing] = {}
    decisions: list[Decision] = []
    waiting = list(known.values())
    while waiting:
        former = waiting.pop()
        for told, name, place in _told(former):
            sure = len(told.successors) == 1 and not told.possible
            successor = known.get(name) or added.get(name)
            if successor is None and sure and not _outlived(former, told):
                successor = added[name] = Thing("agency", name, names.agency(name), homes=set(former.homes))
                waiting.append(successor)
            if successor:
                decisions.append(_decided(former, successor, told, sure, place))
    return decisions, [added[name] for name in sorted(added)]


def replaced(name: str, homes: Iterable[str], year: int | None = None) -> tuple[str, ...]:
    """What reforms have put in the place of an agency in the end; none where it stands. `year`: as of then, else as of
    now. Several, where places differ.

    >>> replaced("云州市卫生和计划生育委员会", ["云州市"], 2020), replaced("云州市水利局", ["云州市"])
    (('云州市卫生健康委员会',), ())
    """
    return tuple(after for after, last in _followed(name, homes, year).items() if last)


def took_over(later: Thing, former: Thing) -> bool:
    """Whether reforms put one agency in the place of another, at once or in steps, at least in some places."""
    return later.kind == former.kind == "agency" and later.name in _followed(former.name, former.homes)


def _followed(name: str, homes: Iterable[str], year: int | None = None) -> Mapping[str, bool]:
    """Every name that came after an agency, and whether none came after that."""
    return _all_after(name, frozenset(homes), year)


@lru_cache(1 << 12)
def _all_after(name: str, homes: frozenset[str], year: int | None) -> Mapping[str, bool]:
    found = dict[str, bool]()
    waiting, seen = [name], {name}
    while waiting:
        former = waiting.pop()
        after = [
            successor
            for told, successor, _ in _told(Thing("agency", former, Iri(""), homes=set(homes)))
            if (year is None or told.year < year) and successor not in seen
        ]
        seen.update(after)
        waiting += after
        if former != name:
            found[former] = not after
    return found


def _told(former: Thing) -> Iterator[tuple[Succession, str, str]]:
    """Each succession of an agency with the name of a successor and the place that it is of."""
    known: Mapping[str, tuple[Succession, ...]] = successions()
    of_itself = known.get(former.name, ())
    for told in of_itself:
        for name in told.every:
            yield told, name, ""
    if of_itself:
        return  # what is known of this very body goes before what holds in most places
    for home in sorted(former.homes):
        at = region(home)
        for place in dict.fromkeys((at.full, at.short, home) if at else (home,)):
            if place not in former.name:
                continue
            for told in known.get(former.name.replace(place, PLACE, 1), ()):
                if told.holds_at(at):
                    for name in told.every:
                        yield told, name.replace(PLACE, place), place
            break


def _outlived(former: Thing, told: Succession) -> bool:
    """A document names the body long after the reform: here it may still stand."""
    return former.latest > told.year + _TIME


def _decided(former: Thing, successor: Thing, told: Succession, sure: bool, place: str) -> Decision:
    judgement: Judgement = "unsure"
    score = Decimal("0.5")
    where = f"{place}机构改革" if place else "机构改革"
    reason = f"{told.year}年{where}，由后者承接"
    if not sure:
        reason += "；各地承接的机构不一，或职能分入多家"
    elif former.documents & successor.documents:
        reason += "；但有文件将二者并列"
    elif _outlived(former, told):
        reason += f"；但{former.latest}年的文件仍用旧名"
    else:
        judgement, score = "same", Decimal("0.95")
    return Decision(former.iri, std.DCTERMS_IS_REPLACED_BY, successor.iri, judgement, "succession", score, reason)
