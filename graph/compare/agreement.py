"""What each of many figures is to the others: one answer for the cascade, the conflicts and the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from guitu.graph.compare.statement import Statement
from guitu.graph.compare.verdict import Outcome, Verdict, compare


@dataclass(frozen=True, slots=True)
class Agreement:
    """`outcome`: conflict with any, else agree with any, else apart; `others`: what that rests on.

    `others`: of each different statement the first figure, in the order of date; `agreeing`: every figure that agrees,
    in that order, those that it is the agreement of among them.
    """

    outcome: Outcome
    others: tuple[tuple[Statement, Verdict], ...]
    agreeing: tuple[Statement, ...] = ()

    @property
    def manner(self) -> str:
        """How they agree: `agree` in value and comparator, `comparator` in value alone, `compatible` in neither."""
        reasons = {verdict.reason for _, verdict in self.others}
        if self.outcome != "agree" or reasons <= _SAME:
            return self.outcome
        return "comparator" if reasons <= {*_SAME, "comparator"} else "compatible"


_SAME = frozenset({"equal", "rounded"})  # reasons of figures that tell one number in one way


def agreements(statements: Iterable[Statement]) -> dict[str, Agreement]:
    """By the IRI of a figure; those that stand alone in indicator, kind, place and year have none."""
    found: dict[str, Agreement] = {}
    for positions in map(_positions, _alike(statements)):
        for position in positions:
            if made := _of(position, positions):
                found.update((member.iri, made) for member in position)
    return found


_Position = Sequence[Statement]


def _of(own: _Position, positions: Sequence[_Position]) -> Agreement | None:
    judged = [(other, compare(own[0], other[0])) for other in positions if other is not own]
    repeated = compare(own[0], own[1]) if len(own) > 1 else None
    if repeated and repeated.outcome != "agree":  # 万 of what, told twice
        judged.append((own[1:], repeated))
    by: dict[Outcome, list[tuple[_Position, Verdict]]] = defaultdict(list)
    for one in judged:
        by[one[1].outcome].append(one)
    if by["conflict"]:
        return Agreement("conflict", _told(by["conflict"]))
    if by["agree"] or (repeated and repeated.outcome == "agree"):
        agreeing = [member for position in (own, *(one for one, _ in by["agree"])) for member in position]
        return Agreement("agree", _told(by["agree"]), tuple(sorted(agreeing, key=_order)))
    return Agreement("apart", _told(by["apart"])) if by["apart"] else None


def _told(judged: Iterable[tuple[_Position, Verdict]]) -> tuple[tuple[Statement, Verdict], ...]:
    return tuple((position[0], verdict) for position, verdict in judged)


def conflicts(statements: Iterable[Statement]) -> Iterator[tuple[Statement, Statement, Verdict]]:
    """Each pair of different statements that conflict, the earlier document first; what many repeat stands once."""
    for members in _alike(statements):
        if len({(one.amount, one.comparator, one.dimension, one.periodicity) for one in members}) == 1:
            continue  # one number, whatever it is of
        for one, other in combinations(_positions(members), 2):
            verdict = compare(one[0], other[0])
            if verdict.outcome == "conflict":
                yield one[0], other[0], verdict


def _alike(statements: Iterable[Statement]) -> Iterator[list[Statement]]:
    """Figures that could compare, two or more together."""
    about: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
    for one in statements:
        if one.year is not None:
            about[one.indicator, one.is_target, one.place, one.year].append(one)
    return (members for members in about.values() if len(members) > 1)  # most figures are alone


def _positions(members: Iterable[Statement]) -> list[list[Statement]]:
    """Those together that say the same of the same scope, in the order of date."""
    positions: dict[tuple[object, ...], list[Statement]] = {}
    for one in sorted(members, key=_order):
        positions.setdefault(_position(one), []).append(one)
    return list(positions.values())


def _position(one: Statement) -> tuple[object, ...]:
    """What is told, and of what: two figures of one position say the same, and neither can differ from a third."""
    of = one.scope
    within: tuple[object, ...] = ()
    if of.kind == "any":
        within = of.field, of.task, of.piece, one.document
    elif of.kind == "count":
        within = of.field, of.topics
    return one.amount, one.comparator, one.dimension, one.periodicity, of.kind, of.parts, within


def _order(one: Statement) -> tuple[str, ...]:
    return one.issued or "", one.document, one.iri
