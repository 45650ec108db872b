"""The target cascade: every figure of an indicator, with growth, share of the national figure, and verdict.

Rows by indicator, then year (none last), level from the nation down, and observation before target. A target tells the
last observation of the same thing and place, and the yearly growth between them. Where several figures differ,
neither growth nor share is told of them, for none of them is chosen. The verdict is that of `graph.compare`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guitu.graph.ask.analyses.figures import (
    Group,
    Told,
    groups,
    growth,
    last_observed,
    read,
    share,
)
from guitu.graph.compare.agreement import Agreement, agreements
from guitu.graph.compare.statement import NATIONAL
from guitu.graph.compare.words import OUTCOMES, said
from guitu.graph.compare.words import WORDS as REASONS
from guitu.graph.keep.store import Row
from guitu.ontology.terms import LEVELS

WORDS = {
    "zh": {
        "lower": "按区间下限计",
        "bound": "按所述界限计",
        "unclear base": "{year} 年实绩不一，不计增长",
        "unclear whole": "全国数值不一，不计占比",
    },
    "en": {
        "lower": "by the lower end of the range",
        "bound": "by the bounds as told",
        "unclear base": "the observations of {year} differ: no growth",
        "unclear whole": "the national figures differ: no share",
    },
}
_RANKS = {level: rank for rank, level in enumerate(LEVELS)}
Groups = Mapping[tuple[object, ...], Group]


@dataclass(frozen=True, slots=True)
class Context:
    """What figures are to each other, figures by what they are about, the observations of each thing and place."""

    agreements: Mapping[str, Agreement]
    groups: Groups
    observed: Mapping[tuple[object, ...], Sequence[Group]]
    lang: str

    def say(self, word: str, **values: object) -> str:
        """A remark in the language of the answer."""
        return WORDS[self.lang][word].format(**values)


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per figure."""
    figures = sorted(read(rows), key=_order)
    compared = groups(figures)
    observed: dict[tuple[object, ...], list[Group]] = {}
    for group in compared.values():
        if not (first := group.members[0]).is_target:
            observed.setdefault((first.thing, first.scope), []).append(group)
    context = Context(agreements(told.statement for told in figures), compared, observed, lang)
    return tuple(_row(told, context) for told in figures)


def _order(told: Told) -> tuple[object, ...]:
    said = told.said
    rank = _RANKS.get(said.level or "", len(_RANKS))
    when = (not told.year, told.year, rank, told.is_target)
    return (said.name or "", said.node, *when, said.title, said.document, Decimal(said.value), said.iri)


def _row(told: Told, context: Context) -> Row:
    columns = told.said
    verdict, reasons = _verdict(told, context)
    base, yearly, remarks = _growth(told, context)
    part, more = _share(told, context)
    return (
        columns.name,
        columns.year,
        columns.level_name,
        columns.scope_name,
        columns.title,
        columns.kind_name,
        columns.comparator,
        columns.value,
        columns.maximum,
        columns.unit,
        columns.period_name,
        columns.bindingness,
        columns.source,
        _normalised(told),
        base,
        yearly,
        part,
        verdict,
        ("；" if context.lang == "zh" else "; ").join(dict.fromkeys((*reasons, *remarks, *more))) or None,
        columns.quote,
    )


def _normalised(told: Told) -> str | None:
    """15000亿元 -> 1500000000000 CNY."""
    if not told.amount or not told.said.measure:
        return None
    low, high = told.amount
    unit = told.said.measure.rpartition("/")[2].removeprefix("CCY_")  # as ISO 4217 names it
    return f"{low:f}-{high:f} {unit}" if told.is_range else f"{low:f} {unit}"


def _verdict(told: Told, context: Context) -> tuple[str | None, list[str]]:
    """Agrees, conflicts (with any), does not compare, or stands alone; and with which."""
    if not told.year or not told.amount:
        return None, [REASONS[context.lang]["no unit" if told.year else "no year"]]
    found = context.agreements.get(told.said.iri)
    if found is None:
        return None, []
    return OUTCOMES[context.lang][found.outcome], said(told.statement, found, context.lang)


def _growth(told: Told, context: Context) -> tuple[str | None, str | None, list[str]]:
    """The last observation before a target, the growth from there in percent, and what is to be said of it."""
    if not told.is_target or not told.year or not told.amount:
        return None, None, []
    last = last_observed(told, context.observed.get((told.thing, told.scope), ()))
    if last is None:
        return None, None, []
    base = last.single
    if base is None:
        return None, None, [context.say("unclear base", year=last.members[0].year)]
    shown = f"{base.told_as()}（{base.year}）" if context.lang == "zh" else f"{base.told_as()} ({base.year})"
    yearly = growth(base, told)
    return shown, _percent(yearly), [] if yearly is None else _remarks(context, base, told)


def _share(told: Told, context: Context) -> tuple[str | None, list[str]]:
    """The share of the national figure of the same kind and year."""
    if told.scope == NATIONAL or not told.year or not told.amount:
        return None, []
    nation = context.groups.get((*told.thing, told.is_target, NATIONAL, told.year))
    if nation is None:
        return None, []
    whole = nation.single
    if whole is None:
        return None, [context.say("unclear whole")]
    part = share(told, whole)
    return _percent(part), [] if part is None else _remarks(context, told, whole)


def _remarks(context: Context, *used: Told) -> list[str]:
    """That a number rests on the lower end of a range or on bounds."""
    ranges = any(told.is_range for told in used)
    bounds = any(told.said.comparator != "=" and not told.is_range for told in used)
    return [context.say(word) for word, holds in (("lower", ranges), ("bound", bounds)) if holds]


def _percent(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}%"
