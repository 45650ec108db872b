"""What the documents of a store say that the registry does not know: agencies, units, columns, topics."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guitu.graph.checks.report import DocumentReport, report
from guitu.graph.keep.store import Store
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.districts import leading
from guitu.ontology.units import unit

_NUMBER = re.compile(r"^[^0-9]{0,6}[0-9][0-9.,，—\-–~～至万亿千百%]*(?P<unit>[一-鿿A-Za-z/·]{1,6})$")
_MADE = "："  # 官方全称不在名录中：云州市低空办
_UNTOLD = f"""SELECT ?title ?quote {{
  GRAPH ?doc {{ ?task a <{gt.Task}> ; <{std.DCTERMS_TITLE}> ?quote .
    FILTER NOT EXISTS {{ ?task <{gt.concerns}> ?topic }} }}
  ?doc a <{gt.Document}> ; <{std.DCTERMS_TITLE}> ?title }}"""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that no rule understood. `kind`: of `taught.KINDS`; `read`: what was made of them; `count`: how often.

    `place`: the place that the document settles; `document`, `quote`: where they stand first.
    """

    kind: str
    written: str
    read: str
    place: str
    count: int
    document: str
    quote: str


def unknown(store: Store) -> tuple[Unknown, ...]:
    """What is not known, by kind, the most frequent first."""
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for one in report(store):
        for kind, written, read, quote in _of(one):
            found[kind, written, read].append((one.told.title, quote))
    for title, task in store.query(_UNTOLD).rows:
        found["主题", "", ""].append((str(title), str(task)))
    made = [
        Unknown(kind, written, read, _place(read), len(where), *sorted(where)[0])
        for (kind, written, read), where in found.items()
    ]
    return tuple(sorted(made, key=lambda one: (_ORDER.index(one.kind), -one.count, one.written, one.read)))


_ORDER = ("机构", "表头", "计量单位", "主题")


def _of(one: DocumentReport) -> Iterator[tuple[str, str, str, str]]:
    for gap in one.gaps:
        around = f"{gap.before}{gap.quote}{gap.after}"
        if gap.kind == "unknown-agency":
            yield "机构", gap.quote, gap.reason.partition(_MADE)[2], around
        elif gap.kind == "unread-number" and (match := _NUMBER.match(gap.quote)) and not unit(match["unit"]):
            yield "计量单位", match["unit"], "", around
    yield from _columns(one)


def _columns(one: DocumentReport) -> Iterable[tuple[str, str, str, str]]:
    return (("表头", heading, "", "") for table in one.tables for heading in table.unread)


def _place(name: str) -> str:
    found = leading(name)
    return name[: found[1]] if found else ""
