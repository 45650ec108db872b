"""Figures as a query finds them: which are of one thing, how fast a target grows, which share a figure is.

Which of them agree or conflict, `graph.compare` decides. A level (规模) and its growth (增速) are two indicators. The
place is the jurisdiction of the document; all national documents share one, and a document that names neither place
nor national level has a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from functools import cached_property
from itertools import starmap
from typing import NamedTuple

from guitu.graph.compare.scope import scope
from guitu.graph.compare.statement import NATIONAL, Statement
from guitu.graph.keep.store import Row
from guitu.ontology import terms
from guitu.ontology.figure_words import any_of

PERCENT = "http://qudt.org/vocab/unit/PERCENT"
_RATES = frozenset({PERCENT, "http://qudt.org/vocab/unit/PERMILLE"})
TENTH, HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_AVERAGE = re.compile(any_of("average"))  # 人均可支配收入, 每千人口床位数


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
    written: str | None


@dataclass(frozen=True)
class Told:
    """One figure as a document tells it."""

    said: Columns

    @cached_property
    def statement(self) -> Statement:
        """The figure for comparison."""
        said = self.said
        return Statement(
            iri=said.iri,
            indicator=said.node,
            name=said.written or said.name or "",
            is_target=self.is_target,
            value=Decimal(said.value),
            unit=said.unit,
            comparator=said.comparator,
            maximum=Decimal(said.maximum) if said.maximum is not None else None,
            normal=Decimal(said.normal) if said.normal is not None else None,
            measure=said.measure,
            year=self.year or None,
            periodicity=said.period and said.period.rpartition("-")[2],
            place=self.scope,
            level=said.level,
            place_name=said.scope_name,
            document=said.document,
            title=said.title,
            issued=said.issued,
            source=said.source,
            task=said.task,
            quote=said.quote,
        )

    @property
    def amount(self) -> tuple[Decimal, Decimal] | None:
        """The lower and the upper end, equal where there is no range; None where a unit tells nothing."""
        return self.statement.amount if self.statement.dimension else None

    @property
    def is_range(self) -> bool:
        """Whether it tells two ends."""
        return self.statement.is_range

    @property
    def is_target(self) -> bool:
        """Whether it is aimed at, not observed."""
        return self.said.kind == terms.Target

    @property
    def scope(self) -> str:
        """The node of the place that the figure is about."""
        return NATIONAL if self.said.level == NATIONAL else self.said.scope or self.said.document

    @property
    def year(self) -> int:
        """The year; 0 where none is told."""
        return int(self.said.year or 0)

    @property
    def thing(self) -> tuple[object, ...]:
        """What is measured, without kind, place and year: also of which part, and of which field where any has it."""
        of = scope(self.statement)
        field = (of.field, of.task, of.piece) if of.kind == "any" else ()
        return self.said.node, self.said.period or "", self.statement.dimension or "", of.parts, field

    def told_as(self) -> str:
        """Comparator, value and unit as the document has them: >=15000亿元, 2-3个."""
        return self.statement.told()


@dataclass(frozen=True)
class Group:
    """Figures of one thing, place, kind and year, in the order of date, document and figure."""

    members: tuple[Told, ...]

    @cached_property
    def single(self) -> Told | None:
        """The first member where all tell one amount."""
        first = self.members[0]
        return first if all(told.amount == first.amount for told in self.members) else None


def read(rows: Iterable[Row]) -> tuple[Told, ...]:
    """The figures of the rows of the query."""
    return tuple(map(Told, starmap(Columns, rows)))


def groups(figures: Iterable[Told]) -> dict[tuple[object, ...], Group]:
    """Figures by what they are about; those without a year, or in a unit that tells nothing, are left out."""
    found: dict[tuple[object, ...], list[Told]] = {}
    for told in figures:
        if told.year and told.amount:
            found.setdefault(about(told), []).append(told)
    return {key: Group(tuple(sorted(members, key=_order))) for key, members in found.items()}


def about(told: Told) -> tuple[object, ...]:
    """What a figure is about."""
    return *told.thing, told.is_target, told.scope, told.year


def _order(told: Told) -> tuple[str, ...]:
    return told.said.issued or "", told.said.document, told.said.iri


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
    if not (base.amount and target.amount) or base.statement.dimension != target.statement.dimension:
        return None
    low, aim, years = base.amount[0], target.amount[0], target.year - base.year
    if target.said.measure in _RATES or low <= 0 or aim <= 0 or years <= 0 or not base.year:
        return None
    with localcontext(prec=28):
        factor: Decimal = (aim / low) ** (Decimal(1) / years)
        return ((factor - 1) * 100).quantize(TENTH, ROUND_HALF_EVEN)


def points(base: Told, target: Told) -> Decimal | None:
    """By how many points a share or rate in percent moves a year, to one decimal, half to even; None for others."""
    years = target.year - base.year
    if not (base.amount and target.amount) or years <= 0 or not base.year:
        return None
    if {base.statement.dimension, target.statement.dimension} != {PERCENT}:
        return None
    return ((target.amount[0] - base.amount[0]) / years).quantize(TENTH, ROUND_HALF_EVEN)


def share(part: Told, whole: Told) -> Decimal | None:
    """The part in percent of the whole, to two decimals, half to even; of a range the lower end counts.

    None for rates in percent and for averages, which are no parts of one another, and where the whole is not positive.
    """
    if not (part.amount and whole.amount) or part.said.measure in _RATES or whole.amount[0] <= 0:
        return None
    if _AVERAGE.search(part.said.name or ""):
        return None
    with localcontext(prec=28):
        return (part.amount[0] / whole.amount[0] * 100).quantize(HUNDREDTH, ROUND_HALF_EVEN)
