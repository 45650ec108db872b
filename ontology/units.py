"""The written units of `registry/units.ttl` as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

import pyoxigraph as ox

UnitKind = Literal["counter", "measure", "money", "ratio", "grade"]

_GT = "https://w3id.org/guitu/ns#"
_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_UNIT = "http://qudt.org/schema/qudt/hasUnit"
_MULTIPLIER = "http://qudt.org/schema/qudt/conversionMultiplier"


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
    data = (files("guitu.ontology") / "registry" / "units.ttl").read_bytes()
    found: dict[str, dict[str, str]] = {}
    for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
        value = triple.object
        if isinstance(triple.subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            found.setdefault(triple.subject.value, {})[triple.predicate.value] = value.value
    return MappingProxyType({made.label: made for made in map(_unit, found.values())})


def _unit(row: dict[str, str]) -> Unit:
    kind = cast(UnitKind, row[_GT + "unitKind"])
    return Unit(row[_LABEL], kind, row.get(_UNIT), Decimal(row.get(_MULTIPLIER, "1")))
