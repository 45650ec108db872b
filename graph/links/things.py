"""The named things of all documents, each with what the rules ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from guitu.extract.facts import Facts
from guitu.extract.figures.quantities import normalise
from guitu.graph.copies.works import Work
from guitu.graph.quads.names import Names
from guitu.ontology.terms import Iri

Kind = Literal["agency", "place", "topic", "indicator", "document"]
_POINTS = "百分点"


@dataclass(slots=True)
class Thing:
    """A name and what the documents say of it.

    `known`: the registry has it; `homes`: of an agency its jurisdiction, of others those of the documents;
    `types`: of a place; `units`: normalised, of an indicator; `documents`: the keys of those that name it;
    `latest`: the year of the latest of them, 0 where none is dated.
    """

    kind: Kind
    name: str
    iri: Iri
    known: bool = True
    group: bool = False
    homes: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    latest: int = 0


def things(works: Sequence[Work], names: Names) -> dict[Kind, list[Thing]]:
    """Every named thing once, by kind, sorted by name."""
    found: dict[tuple[Kind, str], Thing] = {}
    for work in works:
        issued = work.primary.document.issued or work.primary.document.valid_from
        for one in _named(work.primary.facts, names):
            kept = found.setdefault((one.kind, one.name), one)
            kept.homes |= one.homes
            kept.types |= one.types
            kept.units |= one.units
            kept.known = kept.known and one.known
            kept.latest = max(kept.latest, issued.year if issued else 0)
            kept.documents.add(work.key)
    kinds: dict[Kind, list[Thing]] = {"agency": [], "place": [], "topic": [], "indicator": []}
    for (kind, _), one in sorted(found.items()):
        kinds[kind].append(one)
    return kinds


def _named(facts: Facts, names: Names) -> Iterator[Thing]:
    homes = {facts.document.jurisdiction} if facts.document.jurisdiction else set()
    for agency in (*facts.document.issuers, *(fact.agency for fact in facts.responsibilities)):
        if not agency.settled:
            continue  # of its document alone: no name can show that it is another's
        home = {agency.jurisdiction} if agency.jurisdiction else set()
        yield Thing("agency", agency.name, names.agency(agency.name), agency.known, agency.group, home)
    for place in facts.places:
        yield Thing("place", place.name, names.place(place.name), homes=set(homes), types={place.type})
    for topic in _topics(facts):
        yield Thing("topic", topic, names.topic(topic))
    for figure in facts.figures:
        yield Thing(
            "indicator",
            figure.indicator,
            names.indicator(figure.indicator),
            homes=set(homes),
            units={dimension(figure.unit)},
        )


def _topics(facts: Facts) -> Iterable[str]:
    focus = (topic for place in facts.places for topic in place.focus)
    return dict.fromkeys((*focus, *(topic for task in facts.tasks for topic in task.topics)))


def dimension(unit: str) -> str:
    """What a unit measures, so that values in it can be compared; points are no per cent.

    >>> dimension("亿元") == dimension("万亿元"), dimension("%") == dimension("个百分点")
    (True, False)
    """
    if unit.endswith(_POINTS):
        return _POINTS
    normal = normalise(Decimal(1), unit)
    return normal[1] if normal else unit
