"""Names that differ in signs, width, 与 for 和, the word for the state or the sign of the place only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from guitu.graph.copies.works import letters
from guitu.graph.links.decision import Decision
from guitu.graph.links.things import Thing
from guitu.ontology import standards as std
from guitu.ontology.districts import leading

_STATE = re.compile(r"^(?:中华人民共和国|国家|中共)(?=.{3,})")  # 中华人民共和国某某部, 某某部


def spelling(things: Sequence[Thing]) -> Iterator[Decision]:
    """Each name with the first of those that are spelt alike."""
    groups: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        groups[_key(thing)].append(thing)
    for group in groups.values():
        first, *others = sorted(group, key=lambda one: one.iri)
        for other in others:
            if first.kind == "agency" and _two_agencies(first, other):
                continue
            if letters(first.name) == letters(other.name):
                rule, score, reason = "spelling", Decimal("0.95"), "名称只有标点或字宽之差"
            elif _joined(first.name) == _joined(other.name):
                rule, score, reason = "spelling", Decimal("0.95"), "名称只差“与”“和”"
            else:
                rule, score, reason = "state-name", Decimal("0.9"), "名称只差国名、党名或政区通名"
            yield Decision(first.iri, std.SKOS_EXACT_MATCH, other.iri, "same", rule, score, reason)


def _key(thing: Thing) -> str:
    name = letters(thing.name)
    if thing.kind != "agency":
        return name
    name = _STATE.sub("", _joined(thing.name))
    at = leading(name, unlisted=False)
    return at[0].short + name[at[1] :] if at and at[1] < len(name) else name


def _joined(name: str) -> str:
    """云州市海洋与渔业局 and 云州市海洋和渔业局 are one name."""
    return letters(name).replace("与", "和")


def _two_agencies(one: Thing, other: Thing) -> bool:
    """Two that the registry knows are two; so are those of two places, and a group is no agency."""
    apart = bool(one.homes and other.homes and one.homes != other.homes)
    return (one.known and other.known and _joined(one.name) != _joined(other.name)) or apart or one.group != other.group
