"""An indicator of one place over the years and plans: observed, aimed at, grown, and whether targets were reached.

Figures of one thing stand together: one place, unit, periodicity, part and, of what any field has, one field. A target
is reached where what was observed for its year satisfies it: for = the number is a floor, or a ceiling where less is
better. A rounded or approximate observation that may lie on either side decides nothing, nor do observations that
differ. Growth is told for observations and targets, each from the last observation before it; that
of shares is in points a year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guitu.graph.ask.analyses.changes import is_burden
from guitu.graph.ask.analyses.figures import Told, growth, points, read
from guitu.graph.ask.lookups import NATION
from guitu.graph.compare.statement import INFINITE, NATIONAL, Statement
from guitu.graph.compare.verdict import compare
from guitu.graph.compare.words import why
from guitu.graph.keep.store import Row

WORDS = {
    "zh": {
        "reached": "达到", "missed": "未达到", "unclear": "不能断定", "unseen": "尚无该年实绩", "nation": "全国",
        "differ": "该年实绩不一，不作判断", "about": "实绩为约数或界限，不能断定", "stop": "；",
        "of": "{told}（{year}）", "points": "{points}个百分点", "field": "{field}领域",
    },
    "en": {
        "reached": "reached", "missed": "not reached", "unclear": "unclear", "unseen": "nothing observed of that year",
        "nation": "the nation", "differ": "the observations of that year differ: not judged",
        "about": "the observation is approximate or a bound: unclear", "stop": "; ", "of": "{told} ({year})",
        "points": "{points} points", "field": "field: {field}",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """The figures of one thing in the order of years, observations before targets of a year."""

    figures: tuple[Told, ...]

    def observed(self, year: int) -> list[Told]:
        """What was observed of a year."""
        return [one for one in self.figures if not one.is_target and one.year == year]

    def last_before(self, year: int) -> Told | None:
        """The last observation before a year; None where there is none, or those of that year differ."""
        years = [one.year for one in self.figures if not one.is_target and one.year < year]
        found = self.observed(max(years)) if years else []
        return found[0] if found and not _differ(found) else None


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per figure with a year, by indicator, place and what it is of, then year.

    The second argument: a place, by its name or a part of it, 全国 for the nation.
    """
    place = args[1].strip() if len(args) > 1 else ""
    lines = (line for line in _lines(read(rows)) if place in (line.figures[0].said.scope_name or NATION))
    return tuple(_row(one, line, lang) for line in lines for one in line.figures)


def _lines(figures: Iterable[Told]) -> list[Line]:
    found: dict[tuple[object, ...], list[Told]] = {}
    for one in figures:
        if one.year and one.amount:
            found.setdefault((one.thing, one.scope), []).append(one)
    lines = [Line(tuple(sorted(of, key=_order))) for of in found.values()]
    return sorted(lines, key=lambda line: (line.figures[0].said.name or "", *_order_of(line)))


def _order(one: Told) -> tuple[object, ...]:
    return one.year, one.is_target, one.said.issued or "", one.said.document, one.said.iri


def _order_of(line: Line) -> tuple[object, ...]:
    first = line.figures[0]
    return first.scope != NATIONAL, first.said.scope_name or "", first.said.node, _order(first)


def _row(one: Told, line: Line, lang: str) -> Row:
    words, said = WORDS[lang], one.said
    last = line.last_before(one.year)
    reached, reason, seen = _reached(one, line, lang)
    return (
        said.name,
        words["nation"] if one.scope == NATIONAL else said.scope_name,
        _of(one.statement, lang),
        said.year,
        said.kind_name,
        one.told_as(),
        said.title,
        words["of"].format(told=last.told_as(), year=last.year) if last else None,
        _yearly(last, one, lang) if last else None,
        seen,
        reached,
        reason,
        said.quote,
    )


def _yearly(last: Told, one: Told, lang: str) -> str | None:
    """Growth in percent a year; of shares the points a year."""
    yearly = growth(last, one)
    if yearly is not None:
        return f"{yearly:f}%"
    moved = points(last, one)
    return None if moved is None else WORDS[lang]["points"].format(points=f"{moved:+f}")


def _of(one: Statement, lang: str) -> str | None:
    """The part and the field that the figure is of, as far as they are told."""
    of = one.scope
    field = [WORDS[lang]["field"].format(field=of.field)] if of.kind == "any" and of.field else []
    return "、".join((*sorted(of.parts), *field)) or None


# ---- whether a target was reached ----


def _reached(one: Told, line: Line, lang: str) -> tuple[str | None, str | None, str | None]:
    """Whether, why not told, and what was observed."""
    words = WORDS[lang]
    if not one.is_target:
        return None, None, None
    seen = line.observed(one.year)
    if not seen:
        return None, words["unseen"], None
    shown = "、".join(dict.fromkeys(told.told_as() for told in seen))
    if _differ(seen):
        others = [why(seen[0].statement, told.statement, lang) for told in seen[1:]]
        return words["unclear"], words["stop"].join((words["differ"], *others[:1])), shown
    judged = satisfies(seen[0].statement, one.statement)
    if judged is None:
        return words["unclear"], words["about"], shown
    return words["reached" if judged else "missed"], None, shown


def _differ(seen: Sequence[Told]) -> bool:
    return any(compare(seen[0].statement, told.statement).outcome != "agree" for told in seen[1:])


def satisfies(observed: Statement, target: Statement) -> bool | None:
    """Whether an observation meets a target; None where it may or may not."""
    low, high = observed.interval
    floor, ceiling = _asked(target)
    if low >= floor and high <= ceiling:
        return not _touches(observed, target)
    return False if high < floor or low > ceiling else None


def _asked(target: Statement) -> tuple[Decimal, Decimal]:
    """The numbers that meet a target. More than a range is met, too."""
    low, high = target.amount
    less = target.bound == "upper" or (target.bound != "lower" and is_burden(target.name))
    return (-INFINITE, high) if less else (low, INFINITE)


def _touches(observed: Statement, target: Statement) -> bool:
    """Exactly 100 is not more than 100."""
    strict = target.comparator in ("<", ">") and observed.comparator == "="
    return strict and observed.amount == target.amount
