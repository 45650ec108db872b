"""What each document of a store tells of itself, how many facts of each kind it states, and what was not read in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from guitu.graph.keep.store import Store
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

_YEARS = re.compile(r"(?:19|20)\d\d年?[—–－~～至-]{1,2}(?:19|20)\d\d年?")  # 2025—2027年, a period of no five-year plan
_STATED = f"""SELECT ?doc ?property ?value ?label (LANG(?label) AS ?language) {{
  GRAPH ?doc {{ ?doc a <{terms.Document}> ; ?property ?value }}
  OPTIONAL {{ ?value <{std.SKOS_PREF_LABEL}> ?label }} }}"""
_COUNTED = f"""SELECT ?doc ?kind (COUNT(DISTINCT ?fact) AS ?count) {{
  VALUES ?kind {{ {" ".join(f"<{kind}>" for kind in KINDS.values())} }}
  GRAPH ?doc {{ ?fact a ?kind }} }} GROUP BY ?doc ?kind"""
_GAPS = f"""SELECT ?doc ?kind (COUNT(DISTINCT ?gap) AS ?count) {{
  ?gap a <{terms.Gap}> ; <{terms.inDocument}> ?doc ; <{terms.gapKind}> ?coded . ?coded <{std.SKOS_NOTATION}> ?kind
}} GROUP BY ?doc ?kind"""


@dataclass(frozen=True, slots=True)
class Completeness:
    """One document: what it tells of itself by field, and the numbers of facts and of gaps by kind, zeros left out."""

    document: str
    stated: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, int]
    gaps: Mapping[str, int]

    @property
    def title(self) -> str:
        """The title; empty where none was read."""
        return next(iter(self.stated.get("title", ())), "")

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that must be there and are not."""
        return tuple(name for name in REQUIRED if name not in self.stated)

    @property
    def absent(self) -> tuple[str, ...]:
        """The recommended fields that are not there; the document need not state them."""
        return tuple(name for name in RECOMMENDED if name not in self.stated)


def completeness(store: Store, lang: str = "zh") -> tuple[Completeness, ...]:
    """The documents of a store by title; `lang`: of coded values, zh or en."""
    facts = _counts(store, _COUNTED, {str(iri): kind for kind, iri in KINDS.items()})
    gaps = _counts(store, _GAPS, {})
    found = (
        Completeness(document, stated, facts[document], gaps[document])
        for document, stated in _stated(store, lang).items()
    )
    return tuple(sorted(found, key=lambda one: (one.title, one.document)))


def _stated(store: Store, lang: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """Per document its fields in words: the label of a value, in the language where there is one, else the value."""
    names = {str(predicate): name for name, predicate in {**REQUIRED, **RECOMMENDED}.items()}
    words: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    documents: dict[str, dict[str, tuple[str, ...]]] = {}
    for document, predicate, value, label, language in store.query(_STATED).rows:
        documents[str(document)] = {}
        if predicate in names:
            words[str(document), names[predicate]][str(value)][language or ""] = label or str(value)
    for (document, name), values in words.items():
        told = (by.get(lang) or by.get("zh") or next(iter(by.values())) for by in values.values())
        documents[document][name] = tuple(sorted(told))
    for stated in documents.values():
        if "period" not in stated and (years := _YEARS.search("".join(stated.get("title", ())))):
            stated["period"] = (years[0],)
    return documents


def _counts(store: Store, query: str, names: Mapping[str, str]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for document, kind, count in sorted(store.query(query).rows, key=str):
        found[str(document)][names.get(str(kind), str(kind))] += int(count or 0)
    return found
