"""Which documents are compared: those that hold in one place or around it; and which of two tasks is the subject.

A plan of 云州市 is compared with other plans of 云州市, of its province and of the state, never with those of another
city. A place that the registry does not know lies where the plans hold that its own plans carry out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Document
from guitu.graph.quads.names import Names
from guitu.ontology.districts import region
from guitu.ontology.terms import LEVELS, PLAN_PERIODS, Iri

NATION, UNTOLD = "", "?"
"""The place of national documents; that of documents of other levels that tell no place."""

_BEFORE_PERIODS, _PERIOD = 1956, 5  # 十五 began in 2001; earlier periods only need to be in order
_YEAR = re.compile(r"(?:19|20)\d\d")

Rank = tuple[int, str, Iri]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document holds (`place`), the places around it (`line`, its own first, the state last), and its rank:
    of two documents the one of the greater rank is of the lower level, later, or of the greater IRI. `whole`: the
    key of the document that it names as the one it is annexed to, empty for none."""

    place: str
    line: tuple[str, ...]
    rank: Rank
    whole: str = ""


def standings(
    documents: Mapping[str, Document], carried_out: Mapping[str, Sequence[str]], names: Names
) -> dict[str, Standing]:
    """The standing of each document, by key: from what the documents say of themselves alone.

    `carried_out`: by key, the keys of what a document is based on or implements.
    """
    around = _learned(documents, carried_out)
    wholes = {document.title: key for key, document in sorted(documents.items())}
    found = {}
    for key, document in documents.items():
        place = _place(document)
        line = dict.fromkeys((*_line(place), *around.get(place, ()), NATION))
        level = list(LEVELS).index(document.level) if document.level else len(LEVELS)
        whole = wholes.get(document.part_of or "", "")
        date = date_of(document) or date_of(documents[whole or key])
        found[key] = Standing(place, tuple(line), (level, date, names.document(key)), whole)
    return found


def _place(document: Document) -> str:
    return document.jurisdiction or (NATION if document.level == "national" else UNTOLD)


def _line(place: str) -> tuple[str, ...]:
    if place == UNTOLD:
        return ()
    found = region(place) if place else None
    return tuple(one.full for one in found.around()) if found else (place,)


def _learned(documents: Mapping[str, Document], carried_out: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """For places that the registry does not know, those of the documents that theirs carry out."""
    place_of = {key: _place(document) for key, document in documents.items()}
    found: dict[str, set[str]] = defaultdict(set)
    for key, place in place_of.items():
        known = region(place) if place else None
        if known and not known.known:
            found[place].update(around for of in carried_out.get(key, ()) for around in _line(place_of.get(of, NATION)))
    return {place: tuple(sorted(around - {NATION})) for place, around in found.items()}


def date_of(document: Document) -> str:
    """When a document was made, as far as it tells: its date, its entry into force, its period, a year of its title."""
    if told := document.issued or document.valid_from:
        return told.isoformat()
    if document.period and document.period in PLAN_PERIODS:
        return str(_BEFORE_PERIODS + _PERIOD * list(PLAN_PERIODS).index(document.period))
    year = _YEAR.search(document.title)
    return year[0] if year else ""
