"""The written units of `registry/units.ttl` as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, cast

from guitu.ontology.registry_file import Entry, entries

UnitKind = Literal["counter", "measure", "money", "ratio", "grade", "per"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written (公里): one of it is `multiplier` of the unit `iri`, where there is such a unit.

    `not_in`: words that begin with it and count nothing (千亿台阶); a unit of kind "per" stands behind a stroke only;
    `use`: "span" of a length of time, "size" of what tells the size of things (14纳米工艺).
    """

    label: str
    kind: UnitKind
    iri: str | None = None
    multiplier: Decimal = Decimal(1)
    not_in: tuple[str, ...] = ()
    use: str | None = None


@cache
def units() -> MappingProxyType[str, Unit]:
    """Every written unit by its label.

    >>> units()["公里"].iri, units()["公里"].multiplier
    ('http://qudt.org/vocab/unit/M', Decimal('1000'))
    >>> units()["家"].kind
    'counter'
    """
    return MappingProxyType({made.label: made for made in map(_unit, entries("units").values())})


@lru_cache(maxsize=4096)
def unit(label: str) -> Unit | None:
    """A unit as written: of the registry, or one unit for each of another; None where the first is not known.

    >>> unit("立方米/公顷").kind, unit("万元/个·月").kind, unit("微克每立方米").kind, unit("不知/亩")
    ('measure', 'money', 'measure', None)
    """
    if found := units().get(label):
        return found
    if "（" in label:
        return _of_two(*label.removesuffix("）").split("（", 1))
    head = label.partition("/")[0] if "/" in label else label.partition("每")[0]
    first = units().get(head) or units().get(head.lstrip("百千万亿"))
    if first is None or first.kind == "per" or head == label:
        return None
    return Unit(label, "money" if first.kind == "money" else "measure")


def _of_two(label: str, beside: str) -> Unit | None:
    """One counter with another in brackets: 套（户）; None where one of them counts nothing."""
    first, second = units().get(label), units().get(beside)
    counts = first and second and first.kind == second.kind == "counter"
    return replace(first, label=f"{label}（{beside}）") if first and counts else None


def _unit(entry: Entry) -> Unit:
    [label], [kind] = entry["prefLabel"], entry["unitKind"]
    [iri], [multiplier] = entry.get("hasUnit", [None]), entry.get("conversionMultiplier", ["1"])
    [use] = entry.get("unitUse", [None])
    return Unit(label, cast(UnitKind, kind), iri, Decimal(multiplier), tuple(entry.get("notIn", ())), use)
