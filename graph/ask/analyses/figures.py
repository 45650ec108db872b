"""Figures set side by side: which ones compare, agree or conflict, how fast a target grows, which share a figure is.

Two figures compare where the indicator (the node that stands for all its names), the kind (target or observation), the
scope, the year, the periodicity and the normalised unit are the same. A level (规模) and its growth (增速) are two
indicators, and a missed target is no conflict with what was observed. The scope is the jurisdiction of the document;
all national documents share one, and a document that names neither place nor national level has a scope of its own.
A figure without a year or without a normalised unit is listed, and neither agrees nor conflicts.

Two figures that compare *agree* where their normalised values are equal, of a range both ends, and their comparators
can hold together: >, >=, =, ~ of one value do, and so do <=, <, =, ~; > and <, > and <=, >= and < do not.
All others *conflict*, within one document (text against table) as between documents. So bounds that can both hold
(>= 100 and >= 120), a range and a value inside it, a rounded number and the exact one, and a target that a later
document revised are conflicts, too: they are different numbers for one thing. They are never averaged and none is
chosen; the reason tells what stands behind the difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from functools import cached_property
from itertools import starmap
from typing import NamedTuple

from guitu.extract.figures.quantities import normalise
from guitu.graph.keep.store import Row
from guitu.ontology import terms
from guitu.ontology.figure_words import any_of

PERCENT = "http://qudt.org/vocab/unit/PERCENT"
NATIONAL = "national"
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_AVERAGE = re.compile(any_of("average"))  # 人均可支配收入, 每千人口床位数
_OPPOSED = frozenset({frozenset("><"), frozenset({">", "<="}), frozenset({">=", "<"})})
_INFINITE = Decimal("Infinity")


class Columns(NamedTuple):
    """What the query says of one figure; None where the document does not say it. Coded values: IRI and label."""

    node: str
    name: str | None
    kind: str
    kind_name: str | None
    document: str
    title: str
    level: str | None
    level_name: str | None
    scope: str | None
    scope_name: str | None
    issued: str | None
    value: str
    maximum: str | None
    unit: str
    normal: str | None
    measure: str | None
    comparator: str
    year: str | None
    period: str | None
    period_name: str | None
    bindingness: str | None
    source: str | None
    task: str | None
    quote: str | None
    iri: str


@dataclass(frozen=True)
class Told:
    """One figure as a document tells it."""

    said: Columns

    @cached_property
    def amount(self) -> tuple[Decimal, Decimal] | None:
        """The lower and the upper end in the normalised unit, equal where there is no range; None where unknown."""
        said = self.said
        if said.normal is None or said.measure is None:
            return None
        low = Decimal(said.normal)
        top = normalise(Decimal(said.maximum), said.unit) if said.maximum is not None else None
        return low, top[0] if top else low

    @property
    def is_range(self) -> bool:
        """Whether it tells two ends."""
        return self.amount is not None and self.amount[0] != self.amount[1]

    @property
    def is_target(self) -> bool:
        """Whether it is aimed at, not observed."""
        return self.said.kind == terms.Target

    @property
    def scope(self) -> str:
        """The place that the figure is about."""
        return NATIONAL if self.said.level == NATIONAL else self.said.scope or self.said.document

    @property
    def year(self) -> int:
        """The year; 0 where none is told."""
        return int(self.said.year or 0)

    @property
    def thing(self) -> tuple[str, ...]:
        """What is measured, without kind, place and year."""
        return self.said.node, self.said.period or "", self.said.measure or ""

    @property
    def position(self) -> tuple[object, ...]:
        """What is told about it: figures of one group and one position say the same."""
        return self.amount, self.said.comparator

    def told_as(self) -> str:
        """Comparator, value and unit as the document has them: >=15000亿元, 2-3个."""
        said = self.said
        sign = "" if said.comparator == "=" else said.comparator
        return f"{sign}{said.value}{f'-{said.maximum}' if said.maximum else ''}{said.unit}"


@dataclass(frozen=True)
class Group:
    """Figures that compare, in the order of date, document and figure."""

    members: tuple[Told, ...]

    @cached_property
    def positions(self) -> tuple[tuple[Told, ...], ...]:
        """The members by what they tell, in the order of their first."""
        found: dict[tuple[object, ...], list[Told]] = {}
        for told in self.members:
            found.setdefault(told.position, []).append(told)
        return tuple(map(tuple, found.values()))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of the documents that speak, each once."""
        return tuple(dict.fromkeys(told.said.title for told in self.members))

    @cached_property
    def single(self) -> Told | None:
        """The first member where all tell one amount."""
        first = self.members[0]
        return first if all(told.amount == first.amount for told in self.members) else None


def read(rows: Iterable[Row]) -> tuple[Told, ...]:
    """The figures of the rows of the query."""
    return tuple(map(Told, starmap(Columns, rows)))


def groups(figures: Iterable[Told]) -> dict[tuple[object, ...], Group]:
    """Figures that compare with each other, by what they are about; what compares with nothing is left out."""
    found: dict[tuple[object, ...], list[Told]] = {}
    for told in figures:
        if told.year and told.amount:
            found.setdefault(about(told), []).append(told)
    return {key: Group(tuple(sorted(members, key=_order))) for key, members in found.items()}


def about(told: Told) -> tuple[object, ...]:
    """What a figure is about: those that are about one thing compare."""
    return *told.thing, told.is_target, told.scope, told.year


def _order(told: Told) -> tuple[str, ...]:
    return told.said.issued or "", told.said.document, told.said.iri


def agree(one: Told, other: Told) -> bool:
    """Whether two figures that compare say the same."""
    return one.amount == other.amount and not opposed(one, other)


def opposed(one: Told, other: Told) -> bool:
    """Whether no number can satisfy the comparators of both for one value: > and <."""
    return frozenset({one.said.comparator, other.said.comparator}) in _OPPOSED


def compatible(one: Told, other: Told) -> bool:
    """Whether one number can satisfy both: >= 100 and >= 120, 2-3 and 3; not 100 and 120."""
    (low, high), (bottom, top) = _interval(one), _interval(other)
    return max(low, bottom) <= min(high, top)


def _interval(told: Told) -> tuple[Decimal, Decimal]:
    if told.amount is None:
        raise ValueError(f"a figure without a normalised value compares with nothing: {told.said.iri}")
    low, high = told.amount
    if told.said.comparator in (">", ">=") and not told.is_range:
        return low, _INFINITE
    return (-_INFINITE, high) if told.said.comparator in ("<", "<=") and not told.is_range else (low, high)


def last_observed(target: Told, observed: Sequence[Group]) -> Group | None:
    """Of the groups of observations of a thing and place, the last one before the year of the target."""
    return max(
        (group for group in observed if group.members[0].year < target.year),
        key=lambda group: group.members[0].year,
        default=None,
    )


def growth(base: Told, target: Told) -> Decimal | None:
    """The yearly growth that leads from one figure to the other, in percent to one decimal, half to even.

    Of a range the lower end counts. None for shares and rates in percent, whose growth would be read as points, and
    where a value is not positive, a unit differs or no year lies between.
    """
    if not (base.amount and target.amount) or base.said.measure != target.said.measure:
        return None
    low, aim, years = base.amount[0], target.amount[0], target.year - base.year
    if target.said.measure == PERCENT or low <= 0 or aim <= 0 or years <= 0 or not base.year:
        return None
    with localcontext(prec=28):
        factor: Decimal = (aim / low) ** (Decimal(1) / years)
        return ((factor - 1) * 100).quantize(TENTH, ROUND_HALF_EVEN)


def share(part: Told, whole: Told) -> Decimal | None:
    """The part in percent of the whole, to two decimals, half to even; of a range the lower end counts.

    None for rates in percent and for averages, which are no parts of one another, and where the whole is not positive.
    """
    if not (part.amount and whole.amount) or part.said.measure == PERCENT or whole.amount[0] <= 0:
        return None
    if _AVERAGE.search(part.said.name or ""):
        return None
    with localcontext(prec=28):
        return (part.amount[0] / whole.amount[0] * 100).quantize(HUNDREDTH, ROUND_HALF_EVEN)
