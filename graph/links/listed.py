"""Topics and places under two names that the registry knows to be one (`registry/synonyms.ttl`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from guitu.graph.copies.works import letters
from guitu.graph.links.decision import Decision
from guitu.graph.links.things import Thing
from guitu.ontology import standards as std
from guitu.ontology.synonyms import synonyms

_SURE = Decimal("0.95")


def topics(things: Sequence[Thing]) -> Iterator[Decision]:
    """Each name of a topic with the first of the same meaning."""
    return _listed(things, "topic", "topic-synonym", "名录记为同一主题的两种名称")


def places(things: Sequence[Thing]) -> Iterator[Decision]:
    """Each name of a place with the first of the same place."""
    return _listed(things, "place", "registry", "名录记为同一地点的两种名称")


def _listed(things: Sequence[Thing], kind: Literal["topic", "place"], rule: str, reason: str) -> Iterator[Decision]:
    known = {letters(name): label for name, label in synonyms(kind).items()}
    groups: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        if label := known.get(letters(thing.name)):
            groups[label].append(thing)
    for group in groups.values():
        first, *others = sorted(group, key=lambda one: one.iri)
        for other in others:
            if letters(first.name) != letters(other.name):
                yield Decision(first.iri, std.SKOS_EXACT_MATCH, other.iri, "same", rule, _SURE, reason)
