"""What each document of a store tells of itself, how many facts of each kind it states, and what was not read in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from guitu.graph.store import Store
from guitu.ontology import standards as std
from guitu.ontology import terms

REQUIRED = {"title": std.DCTERMS_TITLE, "level": terms.level, "type": std.ELI_TYPE_DOCUMENT}
RECOMMENDED = {
    "issuer": std.ELI_PASSED_BY,
    "number": std.ELI_ID_LOCAL,
    "date": std.ELI_DATE_DOCUMENT,
    "entry into force": std.ELI_IN_FORCE,
    "period": terms.planPeriod,
}
KINDS = {
    "section": terms.Section,
    "task": terms.Task,
    "responsibility": terms.Responsibility,
    "target": terms.Target,
    "observation": terms.Observation,
    "place": terms.PlaceMention,
    "incentive": terms.Incentive,
    "reference": terms.Reference,
}

_STATED = f"""SELECT ?doc ?property ?value {{
  GRAPH ?doc {{ ?doc a <{terms.Document}> ; ?property ?value }} }}"""
_COUNTED = f"""SELECT ?doc ?kind (COUNT(DISTINCT ?fact) AS ?count) {{
  VALUES ?kind {{ {" ".join(f"<{kind}>" for kind in KINDS.values())} }}
  GRAPH ?doc {{ ?fact a ?kind }} }} GROUP BY ?doc ?kind"""
_GAPS = f"""SELECT ?doc ?kind (COUNT(DISTINCT ?gap) AS ?count) {{
  ?gap a <{terms.Gap}> ; <{terms.inDocument}> ?doc ; <{terms.gapKind}> ?coded . ?coded <{std.SKOS_NOTATION}> ?kind
}} GROUP BY ?doc ?kind"""


@dataclass(frozen=True, slots=True)
class Completeness:
    """One document: `missing` must not be, `absent` may be; numbers of facts and of gaps by kind, zeros left out."""

    document: str
    title: str
    missing: tuple[str, ...]
    absent: tuple[str, ...]
    facts: Mapping[str, int]
    gaps: Mapping[str, int]


def completeness(store: Store) -> tuple[Completeness, ...]:
    """The documents of a store by title."""
    stated: dict[str, dict[str, str]] = defaultdict(dict)
    for document, predicate, value in store.query(_STATED).rows:
        stated[str(document)][str(predicate)] = str(value)
    facts = _counts(store, _COUNTED, {str(iri): kind for kind, iri in KINDS.items()})
    gaps = _counts(store, _GAPS, {})
    found = (
        Completeness(
            document,
            told.get(std.DCTERMS_TITLE, ""),
            tuple(name for name, predicate in REQUIRED.items() if predicate not in told),
            tuple(name for name, predicate in RECOMMENDED.items() if predicate not in told),
            facts[document],
            gaps[document],
        )
        for document, told in stated.items()
    )
    return tuple(sorted(found, key=lambda one: (one.title, one.document)))


def _counts(store: Store, query: str, names: Mapping[str, str]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for document, kind, count in sorted(store.query(query).rows, key=str):
        found[str(document)][names.get(str(kind), str(kind))] += int(count or 0)
    return found
