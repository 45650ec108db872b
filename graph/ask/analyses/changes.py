"""What changed between two tasks that are one, or two targets for one indicator, and whether it asks for more or less.

What asks for more (`STRONGER`):
- the target is raised in normalised units; lowered, where less is better (失业率, or an upper bound on both sides)
- of an equal target an approximate value becomes firm, or the year is earlier
- 预期性 becomes 约束性
- an owner is added, or a task gets its first; where owners were named without one that leads, a lead is named
- the deadline is earlier, or there is one now
The reverse asks for less. Where both happened to one task, it is mixed. Neither more nor less: an owner that another
one replaces, a role that changes, a deadline that differs because the plan periods do.

What is not judged: targets of one indicator that a document itself gives in several values, or, of two fields, that any
field has (龙头企业); owners where the later document names none at all; documents of different places or levels, except
whether there is an owner, a lead, a deadline, and targets in percent: the numbers of a state and of a city are no
steps of one ladder, and neither are their agencies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from guitu.graph.ask.analyses.compared import Columns, Task
from guitu.graph.ask.analyses.figures import PERCENT
from guitu.graph.compare.scope import names_subject
from guitu.graph.quads.deadlines import years
from guitu.ontology.figure_words import any_of

STRONGER, WEAKER, NEITHER = 1, -1, 0
BINDING, EXPECTED = "约束性", "预期性"

_LESS, _UNDONE = re.compile(any_of("less")), re.compile(any_of("undone"))
_UPPER = frozenset({"<", "<="})
_MONTH = re.compile(r"(\d{1,2})月")  # 2024年9月底前
_POINTS = {"上半年": 6, "一季度": 3, "二季度": 6, "三季度": 9}
_DECEMBER = 12
_POINTS_OF = "百分点"  # points are no per cent


@dataclass(frozen=True, slots=True)
class Change:
    """`name`: the key of its words; `was`, `now`: as the documents tell it; the quotes behind both."""

    name: str
    direction: int
    was: str = ""
    now: str = ""
    quotes: tuple[str, str] = ("", "")


def of_tasks(  # noqa: PLR0913 - what both documents are beside the tasks
    before: Task,
    after: Task,
    *,
    one_line: bool,
    periods: tuple[str | None, str | None],
    words: Mapping[str, str],
    owned: bool = True,
) -> Iterator[Change]:
    """Owners, then the deadline.

    `periods`: of the two plans; `words`: what roles are called; `owned`: whether the later document names
    owners at all, as one that names none takes nobody away.
    """
    if owned:
        yield from _owners(before.duties, after.duties, one_line=one_line, words=words)
    yield from _deadline(before.said, after.said, periods)


# ---- owners ----


def _owners(
    before: Sequence[Columns], after: Sequence[Columns], *, one_line: bool, words: Mapping[str, str]
) -> Iterator[Change]:
    old, new = _by_node(before), _by_node(after)
    was, now, quotes = _told(before, words), _told(after, words), (_quoted(before), _quoted(after))
    if bool(old) != bool(new):
        yield Change("owned" if new else "unowned", STRONGER if new else WEAKER, was, now, quotes)
        return
    added, removed = new.keys() - old.keys(), old.keys() - new.keys()
    if one_line and added and removed:
        yield Change("owners replaced", NEITHER, was, now, quotes)
    elif one_line and (added or removed):
        yield Change("owner added" if added else "owner removed", STRONGER if added else WEAKER, was, now, quotes)
    led, leads = ("lead" in {row.role for row in rows} for rows in (before, after))
    if led != leads:
        yield Change("lead named" if leads else "no lead", STRONGER if leads else WEAKER, was, now, quotes)
    elif one_line and any(old[node] != new[node] for node in old.keys() & new.keys()):
        yield Change("role changed", NEITHER, was, now, quotes)


def _by_node(duties: Iterable[Columns]) -> dict[str, set[str | None]]:
    found: dict[str, set[str | None]] = {}
    for row in duties:
        found.setdefault(row.node or "", set()).add(row.role)
    return found


_ROLES = ("lead", "responsible", "support")


def _told(duties: Sequence[Columns], words: Mapping[str, str]) -> str:
    parts = []
    for role in _ROLES:
        names = sorted({row.name or "" for row in duties if row.role == role})
        if names:
            parts.append(f"{words[role]}：{'、'.join(names)}")
    return "；".join(parts)


def _quoted(rows: Iterable[Columns]) -> str:
    return "；".join(dict.fromkeys(row.quote for row in rows if row.quote))


# ---- deadlines ----


def _deadline(before: Columns, after: Columns, periods: tuple[str | None, str | None]) -> Iterator[Change]:
    was, now, quotes = before.deadline or "", after.deadline or "", (before.quote or "", after.quote or "")
    if was == now:
        return
    if not was or not now:
        yield Change("deadline set" if now else "no deadline", STRONGER if now else WEAKER, was, now, quotes)
        return
    old, new = (_when(*told) for told in zip((was, now), periods, strict=True))
    if not old or not new or (None not in periods and periods[0] != periods[1]):
        yield Change("deadline changed", NEITHER, was, now, quotes)
    elif old != new:
        earlier = new < old
        yield Change(
            "deadline earlier" if earlier else "deadline later", STRONGER if earlier else WEAKER, was, now, quotes
        )


def _when(deadline: str, period: str | None) -> tuple[int, int] | None:
    """Year and month in which a deadline ends; None where it tells no year.

    >>> _when("2024年9月底前", None), _when("2025年上半年", None), _when("2025年底前", None), _when("长期坚持", None)
    ((2024, 9), (2025, 6), (2025, 12), None)
    """
    found = years(deadline, period)
    if not found:
        return None
    months = [int(month) for month in _MONTH.findall(deadline)]
    points = [month for word, month in _POINTS.items() if word in deadline]
    return max(found), (months or points or [_DECEMBER])[-1]


# ---- targets ----

Key = tuple[str, str, str]
"""Node of the indicator, periodicity, unit that the amounts are in."""


def by_indicator(targets: Iterable[Columns]) -> dict[Key, list[Columns]]:
    """Targets that compare, those of the last year that is told only."""
    found: dict[Key, list[Columns]] = {}
    for row in targets:
        found.setdefault((row.node or "", row.periodicity or "", _amount(row)[1]), []).append(row)
    return {key: [row for row in rows if row.year == _last(rows)] for key, rows in found.items()}


def _last(rows: Iterable[Columns]) -> str | None:
    return max((row.year for row in rows if row.year), default=None)


def _amount(row: Columns) -> tuple[Decimal, str]:
    if row.normal is not None and row.measure is not None and not (row.unit or "").endswith(_POINTS_OF):
        return Decimal(row.normal), row.measure
    return Decimal(row.value or 0), row.unit or ""


def told(rows: Sequence[Columns]) -> str:
    """Comparator, value, unit and year as written, each way once: >=95%（2025年，约束性）."""
    return "；".join(dict.fromkeys(_as_written(row) for row in rows))


def _as_written(row: Columns) -> str:
    sign = "" if row.comparator == "=" else row.comparator or ""
    top = f"-{row.maximum}" if row.maximum else ""
    beside = "，".join(part for part in (f"{row.year}年" if row.year else "", row.bindingness or "") if part)
    return f"{sign}{row.value}{top}{row.unit or ''}" + (f"（{beside}）" if beside else "")


def quoted(rows: Sequence[Columns]) -> str:
    """The quotes behind targets, each once."""
    return _quoted(rows)


def of_targets(
    before: Sequence[Columns], after: Sequence[Columns], *, one_line: bool, one_field: bool = True
) -> Iterator[Change]:
    """The changes of targets for one indicator; the rows of one side as of `by_indicator`.

    `one_field`: whether both documents are about one field; else what any field has is not compared.
    """
    was, now, quotes = told(before), told(after), (_quoted(before), _quoted(after))
    olds, news = ({(_amount(row)[0], row.maximum) for row in rows} for rows in (before, after))
    if len(olds) > 1 or len(news) > 1:
        yield Change("several values", NEITHER, was, now, quotes)
    elif (not one_line and _amount(before[0])[1] != PERCENT) or not (one_field or names_subject(after[0].name or "")):
        yield Change("not compared", NEITHER, was, now, quotes)
    else:
        for name, direction in _moved(before[0], after[0]):
            yield Change(name, direction, was, now, quotes)
    bound, binds = (_bindingness(rows) for rows in (before, after))
    if bound and binds and bound != binds:
        yield Change(
            "binding" if binds == BINDING else "expected", STRONGER if binds == BINDING else WEAKER, was, now, quotes
        )


def _bindingness(rows: Iterable[Columns]) -> str | None:
    found = {row.bindingness for row in rows}
    return BINDING if BINDING in found else EXPECTED if EXPECTED in found else None


def _moved(before: Columns, after: Columns) -> Iterator[tuple[str, int]]:
    (old, _), (new, _) = _amount(before), _amount(after)
    upper = [row.comparator in _UPPER for row in (before, after)]
    if old != new:
        raised = new > old
        name = "raised" if raised else "lowered"
        if upper[0] != upper[1]:
            yield name, NEITHER
        else:
            more = raised != (upper[0] or is_burden(after.name or ""))
            yield name, STRONGER if more else WEAKER
        return
    approximate = [row.comparator == "~" for row in (before, after)]
    if approximate[0] != approximate[1]:
        yield ("firm", STRONGER) if approximate[0] else ("approximate", WEAKER)
    if before.year and after.year and before.year != after.year:
        yield ("year earlier", STRONGER) if after.year < before.year else ("year later", WEAKER)


def is_burden(indicator: str) -> bool:
    """Whether less of it is better.

    >>> is_burden("城镇调查失业率"), is_burden("单位产值能耗降低"), is_burden("产地仓")
    (True, False, False)
    """
    return bool(_LESS.search(indicator)) and not _UNDONE.search(indicator)
