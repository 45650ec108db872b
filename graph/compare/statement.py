"""A figure as comparison sees it: what it is of, in which scope, and which numbers it allows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from guitu.graph.compare.scope import Scope, scope_of

NATIONAL = "national"
INFINITE = Decimal("Infinity")
TOLERANCE = Decimal("0.05")
"""The share of its value by which an approximate figure (左右, 约) may be off: a convention, and told wherever used."""

_POINTS = "百分点"
_SCALES = frozenset({"", "万", "亿", "万亿", "千", "百", "十"})  # a number of what, they do not tell


@dataclass(frozen=True, eq=False)
class Statement:
    """One figure, one object. `indicator`: the node that stands for all its names; `name`: as the document writes it.

    `place`: the node of the place that the document is for, `NATIONAL`, or the document where neither is told;
    `normal`, `measure`: the value in its normal unit, and that unit; `source`: text or table, or its label in the
    reader's language; `task`: the title of the task that it stands in; `quote`: the words of the document, where they
    are at hand.
    """

    iri: str
    indicator: str
    name: str
    is_target: bool
    value: Decimal
    unit: str
    comparator: str = "="
    maximum: Decimal | None = None
    normal: Decimal | None = None
    measure: str | None = None
    year: int | None = None
    periodicity: str | None = None
    place: str = ""
    level: str | None = None
    place_name: str | None = None
    document: str = ""
    title: str = ""
    issued: str | None = None
    source: str | None = None
    task: str | None = None
    quote: str | None = None

    @cached_property
    def scope(self) -> Scope:
        """The field and the part that it is of."""
        return scope_of(self)

    @cached_property
    def dimension(self) -> str | None:
        """What the amount is in: the normal unit, points apart from per cent, else the unit as written; None for 万."""
        if self.unit.endswith(_POINTS):
            return _POINTS
        if self.measure is not None and self.normal is not None:
            return self.measure
        return None if self.unit in _SCALES else self.unit

    @cached_property
    def amount(self) -> tuple[Decimal, Decimal]:
        """The lower and the upper end in `dimension`, equal where there is no range."""
        if self.measure is None or self.normal is None:
            return self.value, self.value if self.maximum is None else self.maximum
        if self.maximum is None:
            return self.normal, self.normal
        from guitu.extract.figures.numbers.quantities import normalise  # noqa: PLC0415 - few figures tell two ends

        top = normalise(self.maximum, self.unit)
        return self.normal, top[0] if top else self.normal

    @cached_property
    def is_range(self) -> bool:
        """Whether it tells two ends."""
        return self.amount[0] != self.amount[1]

    @cached_property
    def bound(self) -> str:
        """`lower` of >, >=; `upper` of <, <=; `about` of ~; else empty, as for a range."""
        if self.is_range:
            return ""
        return {">": "lower", ">=": "lower", "<": "upper", "<=": "upper", "~": "about"}.get(self.comparator, "")

    @cached_property
    def interval(self) -> tuple[Decimal, Decimal]:
        """The numbers that it allows, the ends among them."""
        low, high = self.amount
        match self.bound:
            case "lower":
                return low, INFINITE
            case "upper":
                return -INFINITE, high
            case "about":
                off = abs(low) * TOLERANCE
                return low - off, high + off
            case _:
                return low, high

    def told(self) -> str:
        """Comparator, value and unit as the document has them: >=15000亿元, 2-3个."""
        sign = "" if self.comparator == "=" else self.comparator
        return f"{sign}{self.value:f}{f'-{self.maximum:f}' if self.maximum is not None else ''}{self.unit}"
