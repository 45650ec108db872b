"""A document on one page: what it is, and how much of each kind it says.

A task without an owner of its own, but with one of the task around it, counts as unowned here; `unowned` tells which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import starmap
from typing import NamedTuple

from guitu.graph.keep.store import Row
from guitu.ontology import terms

_COUNTED = (terms.Target, terms.Observation, terms.Incentive, terms.PlaceMention, terms.Reference, terms.Gap)


class _Columns(NamedTuple):
    """What the query says: of a document itself, where no kind is told, or of one of its facts."""

    doc: str
    title: str
    level: str | None
    type: str | None
    number: str | None
    issuer: str | None
    issued: str | None
    period: str | None
    kind: str | None
    fact: str | None
    task: str | None
    agency: str | None


def answer(rows: Iterable[Row], args: Sequence[str], lang: str) -> tuple[Row, ...]:
    """One row per document, by title."""
    found: dict[str, list[_Columns]] = defaultdict(list)
    for row in starmap(_Columns, rows):
        found[row.doc].append(row)
    return tuple(_row(of, lang) for of in found.values())


def _row(rows: Sequence[_Columns], lang: str) -> Row:
    facts: dict[str | None, set[str | None]] = defaultdict(set)
    tasks: dict[str | None, set[str | None]] = defaultdict(set)
    for row in rows:
        facts[row.kind].add(row.fact)
        tasks[row.kind].add(row.task)
    owned, suggested = tasks[terms.Responsibility], tasks[terms.Suggestion]
    agencies = {row.agency for row in rows if row.kind == terms.Responsibility}
    whole = facts[terms.Task]
    counts = (whole, owned, suggested - owned, whole - owned - suggested, agencies, *(facts[kind] for kind in _COUNTED))
    of = [row for row in rows if row.kind is None]
    issuers = ("、" if lang == "zh" else "; ").join(sorted({row.issuer for row in of if row.issuer})) or None
    first = of[0]
    about = (first.title, first.level, first.type, first.number, issuers, first.issued, first.period)
    return (*about, *(str(len(one)) for one in counts))
