"""The named things of all documents, each with what the rules ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from guitu.graph.links.record import LinkRecord, Mention
from guitu.graph.quads.names import Names
from guitu.ontology.terms import Iri

Kind = Literal["agency", "place", "topic", "indicator", "document", "copy"]
"""Of named things; `copy` is what a person says of two files, and no thing of the graph."""


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


def things(records: Sequence[LinkRecord], names: Names) -> dict[Kind, list[Thing]]:
    """Every named thing once, by kind, sorted by name."""
    said: dict[int, tuple[Mention, list[LinkRecord]]] = {}  # by what many records share, each is looked at once
    for record in records:
        for one in record.mentions:
            said.setdefault(id(one), (one, []))[1].append(record)
    found: dict[tuple[Kind, str], Thing] = {}
    for one, by in said.values():
        kept = found.get((one.kind, one.name))
        if kept is None:
            kept = found[one.kind, one.name] = Thing(one.kind, one.name, _iri(one, names), group=one.group)
        kept.homes.update(one.homes)
        kept.types.update(one.types)
        kept.units.update(one.units)
        kept.known = kept.known and one.known
        kept.latest = max(kept.latest, *(record.year for record in by))
        kept.documents.update(record.key for record in by)
    kinds: dict[Kind, list[Thing]] = {"agency": [], "place": [], "topic": [], "indicator": []}
    for (kind, _), thing in sorted(found.items()):
        kinds[kind].append(thing)
    return kinds


def _iri(one: Mention, names: Names) -> Iri:
    match one.kind:
        case "agency":
            return names.agency(one.name)
        case "place":
            return names.place(one.name)
        case "topic":
            return names.topic(one.name)
        case "indicator":
            return names.indicator(one.name)
