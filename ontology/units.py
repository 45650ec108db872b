"""The written units of `registry/units.ttl` as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from guitu.ontology.registry_file import Entry, entries

UnitKind = Literal["counter", "measure", "money", "ratio", "grade"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written (公里): one of it is `multiplier` of the unit `iri`, where there is such a unit."""

    label: str
    kind: UnitKind
    iri: str | None = None
    multiplier: Decimal = Decimal(1)


@cache
def units() -> MappingProxyType[str, Unit]:
    """Every written unit by its label.

    >>> units()["公里"].iri, units()["公里"].multiplier
    ('http://qudt.org/vocab/unit/M', Decimal('1000'))
    >>> units()["家"].kind
    'counter'
    """
    return MappingProxyType({made.label: made for made in map(_unit, entries("units").values())})


def _unit(entry: Entry) -> Unit:
    [label], [kind] = entry["prefLabel"], entry["unitKind"]
    [iri], [multiplier] = entry.get("hasUnit", [None]), entry.get("conversionMultiplier", ["1"])
    return Unit(label, cast(UnitKind, kind), iri, Decimal(multiplier))
