"""All figures of a graph, as the questions about indicators want them: rows of `cascade.rq`, made of what is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from guitu.graph.ask.kept import Table, Things, once, table
from guitu.graph.ask.lookups import (
    among,
    called,
    facts,
    first_two,
    of_kind,
    overruled,
    placed,
    quotes_of,
    representatives,
    retitled,
    scanned,
    stated_titles,
    values,
)
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import standards as std
from guitu.ontology import terms

_SAYS = (
    terms.indicator, terms.value, terms.unitText, terms.comparator, terms.source, terms.maxValue, terms.year,
    terms.periodicity, terms.bindingness, terms.ofTask,
)  # fmt: skip
_NEEDED = 5  # of them every figure has
_NORMAL = (std.QUDT_NUMERIC_VALUE, std.QUDT_HAS_UNIT)


class Figure(NamedTuple):
    """A target or an observation in terms of the graph; what it does not say is empty."""

    iri: str
    indicator: str
    value: str
    unit: str
    comparator: str
    source: str
    maximum: str
    year: str
    period: str
    bindingness: str
    task: str
    normal: str
    measure: str
    kind: str
    document: str
    quote: str


def figures_of(store: Store) -> Mapping[str, Sequence[Figure]]:
    """All figures by their indicators."""

    def read() -> Mapping[str, Sequence[Figure]]:
        found: defaultdict[str, list[Figure]] = defaultdict(list)
        for row in table(store, _FIGURES):
            one = Figure(*row)  # type: ignore[arg-type]
            found[one.indicator].append(one)
        return found

    made: Mapping[str, Sequence[Figure]] = once(store, "figures of indicators", read)
    return made


def _figures(store: Store, things: Things) -> Iterator[Row]:
    said = [scanned(store, how, things) for how in _SAYS]
    normal = [scanned(store, how, things) for how in _NORMAL]
    homes: dict[str, tuple[str, str]] = {}
    for kind in (terms.Target, terms.Observation):
        pattern = f"{among('fact', things)} ?fact a {ref(kind)} ."
        homes |= {fact or "": (kind, doc or "") for fact, doc in facts(store, "fact", pattern)}
    quotes = quotes_of(store, set(homes))
    for fact, home in homes.items():
        needed = (of.get(fact, ()) for of in said[:_NEEDED])
        others = (of.get(fact) or ("",) for of in said[_NEEDED:])
        amounts = list(product(*(of.get(fact, ()) for of in normal))) or [("", "")]
        for row, amount in product(product(*needed, *others), amounts):
            yield from ((fact, *row, *amount, *home, quote) for quote in quotes.get(fact) or ("",))


_FIGURES = Table(
    "figures",
    _figures,
    dict.fromkeys((*_SAYS, *_NORMAL, std.RDF_TYPE, terms.inDocument, terms.evidence), "subject"),
)


# ---- rows ----


def rows_of(store: Store, indicators: Iterable[str], lang: str, wanted: Callable[[Figure], bool]) -> list[Row]:
    """The rows of the query about the figures of some indicators, in its order."""
    gone = overruled(store)
    found = [one for i in indicators for one in figures_of(store).get(i, ()) if one.iri not in gone and wanted(one)]
    codes = {code for one in found for code in (one.comparator, one.source, one.period, one.bindingness, one.kind)}
    columns = _Columns(store, lang, codes - {""}, {one.task for one in found})
    return [row for _, row in sorted(((_order(row), row) for row in map(columns.row, found)), key=lambda both: both[0])]


def _order(row: Row) -> tuple[object, ...]:
    """By name, node, year, title, document, value, unit, kind and figure."""
    year, value = (Decimal(row[at] or -1) for at in (17, 11))
    return row[1] or "", row[0] or "", year, row[5], row[4], value, row[13], row[2], row[24], row[23] or ""


class _Columns:
    """What the names and codes of figures mean, in a language."""

    def __init__(self, store: Store, lang: str, codes: set[str], tasks: set[str]) -> None:
        self._heads, self._names = representatives(store), first_two(called(store))
        self._indicators = first_two(of_kind(store, terms.Indicator))
        self._placed = {doc: (level, place, name) for doc, level, place, name in placed(store)}
        self._titles = {one: title for one, title, _ in stated_titles(store) if one in self._placed or one in tasks}
        self._retitled, self._issued = retitled(store), first_two(table(store, _ISSUED))
        codes |= {terms.LEVELS[level] for level, *_ in self._placed.values() if level}
        self._labels, self._notations = said_of_codes(store, codes, lang)

    def row(self, one: Figure) -> Row:
        """The row of a figure."""
        level, place, place_name = self._placed.get(one.document, (None, None, None))
        node = self._heads.get(one.indicator, one.indicator) if one.indicator in self._indicators else None
        return (
            node,
            self._names.get(node) if node else None,
            one.kind,
            self._labels.get(one.kind),
            one.document,
            self._titles.get(one.document),
            level,
            self._labels.get(terms.LEVELS[level]) if level else None,
            self._heads.get(place, place) if place else None,
            place_name,
            self._issued.get(one.document),
            one.value,
            one.maximum or None,
            one.unit,
            one.normal or None,
            one.measure or None,
            self._notations.get(one.comparator),
            one.year or None,
            one.period or None,
            self._labels.get(one.period),
            self._labels.get(one.bindingness),
            self._labels.get(one.source),
            (self._retitled.get(one.task) or self._titles.get(one.task)) if one.task else None,
            one.quote or None,
            one.iri,
            self._names.get(one.indicator),
        )


def said_of_codes(store: Store, codes: set[str], lang: str) -> tuple[dict[str | None, str | None], ...]:
    """Labels in a language, and notations."""
    label = f"{ref(std.SKOS_PREF_LABEL)}|{ref(std.RDFS_LABEL)}"
    listed = values("x", codes)
    labels = f'SELECT ?x ?name {{ {listed} ?x {label} ?name FILTER(LANGMATCHES(LANG(?name), "{lang}")) }}'
    notations = f"SELECT ?x ?name {{ {listed} ?x {ref(std.SKOS_NOTATION)} ?name }}"
    return tuple(dict(store.query(one).rows) if codes else {} for one in (labels, notations))  # type: ignore[arg-type]


def _issued(store: Store, things: Things) -> Iterator[Row]:
    """When documents were issued, else when they came into force."""
    begins, issued = (scanned(store, how, things) for how in (std.ELI_IN_FORCE, std.ELI_DATE_DOCUMENT))
    for doc in begins.keys() | issued.keys():
        yield doc, min(issued.get(doc) or begins[doc])


_ISSUED = Table("issued", _issued, dict.fromkeys((std.ELI_DATE_DOCUMENT, std.ELI_IN_FORCE), "subject"))
