"""Whether two figures agree, conflict or do not compare, and by which reason.

They compare where indicator, kind, place, year, periodicity, unit and scope are known to be the same. A figure of a
part is never held against one of the whole; where it is not known that two scopes are one, equal numbers of one thing
that is counted agree and different ones say nothing.

Of numbers that compare:
- of one value, opposite bounds conflict (<=10% and >=10%), all other comparators agree;
- opposite bounds of different values that can both hold say nothing of each other, else they conflict;
- approximate ones agree within `TOLERANCE`; observations agree where one is the other rounded, or lies in its bounds;
- targets set a number, so that different numbers conflict, though both can be met (<=10% and <=8%);
- a range agrees with what lies in it or overlaps it, else conflicts.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from guitu.graph.compare.scope import Scope, limited
from guitu.graph.compare.statement import Statement

Outcome = Literal["agree", "conflict", "apart"]
_OPPOSITE = {"lower", "upper"}
_DIGITS = 2  # that a rounded number tells at least


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason`: the key of its words in `words`; `values`: what keeps them apart, of the first and of the other."""

    outcome: Outcome
    reason: str
    values: tuple[str, str] = ("", "")


def compare(one: Statement, other: Statement) -> Verdict:
    """The verdict on two figures; the same, values turned, whichever comes first."""
    return _unlike(one, other) or _scopes(one, other)


def _apart(reason: str, one: object = "", other: object = "") -> Verdict:
    return Verdict("apart", reason, (str(one or ""), str(other or "")))


def _unlike(one: Statement, other: Statement) -> Verdict | None:
    """What keeps two figures from being of one thing, before any words are looked at."""
    checks: tuple[tuple[bool, str, object, object], ...] = (
        (one.indicator != other.indicator, "indicator", one.name, other.name),
        (one.is_target != other.is_target, "kind", "", ""),
        (one.year is None or other.year is None, "no year", "", ""),
        (one.year != other.year, "year", one.year, other.year),
        (one.dimension is None or other.dimension is None, "no unit", one.unit, other.unit),
        (one.dimension != other.dimension, "unit", one.unit, other.unit),
        (one.periodicity != other.periodicity, "periodicity", one.periodicity, other.periodicity),
        (one.place != other.place, "place", one.place_name, other.place_name),
    )
    return next((_apart(reason, *told) for differ, reason, *told in checks if differ), None)


# ---- scope ----


def _scopes(one: Statement, other: Statement) -> Verdict:
    a, b = one.scope, other.scope
    if a.parts != b.parts:
        return _apart("part", "、".join(sorted(a.parts - b.parts)), "、".join(sorted(b.parts - a.parts)))
    kinds = {a.kind, b.kind}
    if a.field == b.field:
        return _in_one_field(a, b, values(one, other), within=one.document == other.document)
    if "any" in kinds or limited(a) or limited(b):
        return _apart("field", a.field, b.field)
    found = values(one, other)
    if "count" in kinds and found.outcome != "agree":
        return _apart("field", a.field, b.field)
    return found


def _in_one_field(a: Scope, b: Scope, found: Verdict, *, within: bool) -> Verdict:
    """Of a name that any field has, the task tells the field: what one task aims at is no part of another's."""
    if "any" not in (a.kind, b.kind) or (a.task == b.task and a.piece == b.piece):
        return found
    if within and found.outcome == "agree" and a.piece == b.piece:
        return found
    return _apart("piece") if a.piece != b.piece else _apart("task", a.task, b.task)


# ---- numbers ----


def values(one: Statement, other: Statement) -> Verdict:
    """The verdict on the numbers alone, of figures of one thing."""
    outcome, reason = _same_value(one, other) if one.amount == other.amount else _two_values(one, other)
    return Verdict(outcome, reason)


def _same_value(one: Statement, other: Statement) -> tuple[Outcome, str]:
    if {one.bound, other.bound} == _OPPOSITE:
        return "conflict", "opposite"
    return "agree", "equal" if one.comparator == other.comparator else "comparator"


def _two_values(one: Statement, other: Statement) -> tuple[Outcome, str]:
    can = overlap(one, other)
    if {one.bound, other.bound} == _OPPOSITE and can:
        return "apart", "corridor"
    if not can and (one.bound or other.bound or one.is_range or other.is_range) and not _about(one, other):
        return "conflict", "exclude"
    agreed = _agreed(one, other, can=can)
    return ("agree", agreed) if agreed else ("conflict", "both hold" if can else "differ")


def _agreed(one: Statement, other: Statement, *, can: bool) -> str:
    """By which reason different numbers say the same, if any."""
    ways = (
        ("overlap", can and (one.is_range or other.is_range)),
        ("about", _near(one, other)),
        ("rounded", not one.is_target and (_rounded(one, other) or _rounded(other, one))),
        ("within", not one.is_target and can),
    )
    return next((reason for reason, holds in ways if holds), "")


def _about(one: Statement, other: Statement) -> bool:
    return "about" in (one.bound, other.bound)


def overlap(one: Statement, other: Statement) -> bool:
    """Whether one number can satisfy both."""
    (low, high), (bottom, top) = one.interval, other.interval
    return max(low, bottom) <= min(high, top)


def _near(one: Statement, other: Statement) -> bool:
    """Whether one is approximate, and the other's number within the tolerance."""
    about, exact = (one, other) if one.bound == "about" else (other, one)
    low, high = about.interval
    return about.bound == "about" and low <= exact.amount[0] <= high


def _rounded(exact: Statement, short: Statement) -> bool:
    """Whether the second is the first to fewer digits: 10912.97亿元 as 1.09万亿元."""
    if exact.bound or short.bound or short.measure is None or not short.value or not short.normal:
        return False
    if len(short.value.as_tuple().digits) < _DIGITS:
        return False
    step = Decimal(1).scaleb(int(short.value.normalize().as_tuple().exponent))
    off = exact.amount[0] * short.value / short.normal - short.value
    return -step <= off * 2 < step
