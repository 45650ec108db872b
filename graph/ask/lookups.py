"""What words and names mean in a graph, found by small queries: the IRIs that they are replaced by.

What no question asks of a graph twice is worked out once for each graph (`kept`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from guitu.graph.ask.kept import once, rows
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import plain, ref
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.terms import Iri

NATION = "全国"
"""What the place of national documents is called by whoever asks."""
_DOCUMENTS = f"""SELECT ?doc ?title ?number {{
  {{ SELECT * {{ ?doc a <{terms.Document}> ; <{std.DCTERMS_TITLE}> ?title }} LIMIT 10000000 }}
  OPTIONAL {{ ?doc <{std.ELI_ID_LOCAL}> ?number }} }}"""


class Document(NamedTuple):
    """A document of the graph."""

    title: str
    iri: str
    number: str = ""

    def is_meant(self, written: str) -> bool:
        """Whether a part of the title or the number, or the IRI, means it."""
        low = written.lower()
        return self.iri == written or low in self.title.lower() or low in self.number.lower()


def documents_of(store: Store) -> tuple[Document, ...]:
    """All documents of a graph by title, then IRI."""

    def find() -> Sequence[Row]:
        found = store.query(_DOCUMENTS).rows
        return sorted((title or "", iri or "", number or "") for iri, title, number in found)

    def read() -> tuple[Document, ...]:
        return tuple(
            Document(title or "", iri or "", number or "")
            for title, iri, number in rows(store, "titles of documents", find)
        )

    found: tuple[Document, ...] = once(store, "documents", read)
    return found


def decided(store: Store) -> str:
    """The graph in which the decisions of people stand, as a term: their facts are of other documents."""
    base = next((one.iri.partition("document/")[0] for one in documents_of(store)), "")
    return ref(Iri(f"{base}graph/decisions"))


def column(store: Store, sparql: str) -> set[str]:
    """What a query of one column finds."""
    return {value for (value,) in store.query(sparql).rows if value}


def standing(store: Store, kind: Iri) -> set[str]:
    """The documents with facts of a kind: by the graphs that these stand in, or what those of decisions say."""

    def find() -> Iterable[Row]:
        said = f"GRAPH {decided(store)} {{ ?fact a {ref(kind)} ; {ref(terms.inDocument)} ?doc }}"
        found = column(store, f"SELECT DISTINCT ?doc {{ GRAPH ?doc {{ ?fact a {ref(kind)} }} }}")
        found |= column(store, f"SELECT DISTINCT ?doc {{ {said} }}")
        return ((one,) for one in sorted(found))

    return {one for (one,) in rows(store, f"standing {kind}", find) if one}


def facts(store: Store, name: str, pattern: str) -> list[Row]:
    """Facts, called so in the pattern, with the documents in whose graphs they stand; of decisions those they say."""
    here = decided(store)
    rows = store.query(f"SELECT DISTINCT ?{name} ?doc {{ GRAPH ?doc {{ {pattern} }} }}").rows
    found = [row for row in rows if row[1] != here[1:-1]]
    if len(found) < len(rows):
        said = f"GRAPH {here} {{ {pattern} ?{name} {ref(terms.inDocument)} ?doc }}"
        found += store.query(f"SELECT DISTINCT ?{name} ?doc {{ {said} }}").rows
    return found


def pairs(store: Store, things: set[str]) -> Sequence[Row]:
    """Things with their documents."""
    if not things:
        return ()
    return store.query(f"SELECT DISTINCT ?t ?doc {{ {values('t', things)} ?t {ref(terms.inDocument)} ?doc }}").rows


def values(name: str, things: Iterable[str]) -> str:
    """The things as the values of a variable."""
    return f"VALUES ?{name} {{ {' '.join(ref(Iri(one)) for one in sorted(things))} }}"


def holds(text: str) -> str:
    """The end of a group in which what is said holds a text."""
    return f"FILTER(CONTAINS(LCASE(STR(?said)), LCASE({plain(text)}))) }}"


def titled(store: Store, text: str) -> set[str]:
    """The tasks, sections and documents whose title holds a text."""
    return set(places(store, text))


def _pair(row: Row) -> tuple[str | None, str | None]:
    return row[0], row[1]


def homes(store: Store, things: set[str]) -> dict[str | None, str | None]:
    """The document of each thing."""
    return dict(map(_pair, pairs(store, things)))


def places(store: Store, text: str) -> dict[str, str]:
    """The same, and which document, or other graph, each stands in."""

    def find() -> Iterable[Row]:
        here = decided(store)[1:-1]
        for how in (std.DCTERMS_TITLE, terms.correctedTitle):
            found = store.query(f"SELECT ?x ?said ?doc {{ GRAPH ?doc {{ ?x {ref(how)} ?said }} }}").rows
            of = homes(store, {x or "" for x, _, doc in found if doc == here})
            yield from ((x, said, of.get(x, doc)) for x, said, doc in found)

    low = text.lower()
    return {x: doc for x, said, doc in _lowered(store, "titles", find) if low in said}


def bodies(store: Store, text: str) -> list[Row]:
    """The tasks whose body holds a text, with their documents."""

    def find() -> Iterable[Row]:
        return store.query(f"SELECT ?t ?said ?doc {{ GRAPH ?doc {{ ?t {ref(std.DCTERMS_DESCRIPTION)} ?said }} }}").rows

    low = text.lower()
    return [(task, doc) for task, said, doc in _lowered(store, "bodies", find) if low in said]


def named(store: Store, text: str, *, siblings: bool = True) -> set[str]:
    """The things one of whose names holds a text, and those that they stand for.

    `siblings`: also what stands for them, and what else that stands for.
    """

    def find() -> Iterable[Row]:
        for how in (std.SKOS_PREF_LABEL, std.SKOS_ALT_LABEL):
            yield from store.query(f"SELECT DISTINCT ?x ?said {{ ?x {ref(how)} ?said }}").rows

    low = text.lower()
    found = {x for x, said in _lowered(store, "names", find) if low in said}
    pairs = representatives(store)
    heads = {pairs.get(one, one) for one in found} if siblings else found
    return found | heads | {one for one, head in pairs.items() if head in heads}


def _lowered(store: Store, name: str, find: Callable[[], Iterable[Row]]) -> Sequence[tuple[str, ...]]:
    """Rows whose second column is a text that is looked in, in small letters."""

    def read() -> Sequence[tuple[str, ...]]:
        told = rows(store, name, find)
        return [(x or "", (said or "").lower(), *(one or "" for one in more)) for x, said, *more in told]

    found: Sequence[tuple[str, ...]] = once(store, f"{name}, lowered", read)
    return found


def representatives(store: Store) -> Mapping[str, str]:
    """What stands for each thing that another one stands for."""

    def find() -> Sequence[Row]:
        return store.query(f"SELECT ?one ?head {{ ?one {ref(terms.representedBy)} ?head }}").rows

    pairs: Mapping[str, str] = once(
        store, "heads", lambda: {one or "": head or "" for one, head in rows(store, "representatives", find)}
    )
    return pairs


def placed(store: Store) -> Sequence[Row]:
    """All documents with their level and place, and the name of the place."""
    return rows(store, "placed", lambda: store.query(_PLACED).rows)


_PLACED = f"""SELECT ?doc ?level ?place ?name {{ ?doc a {ref(terms.Document)}
  OPTIONAL {{ ?doc {ref(terms.level)}/{ref(std.SKOS_NOTATION)} ?level }}
  OPTIONAL {{ ?doc {ref(terms.jurisdiction)} ?place }}
  OPTIONAL {{ ?doc {ref(terms.jurisdiction)}/{ref(std.SKOS_PREF_LABEL)} ?name FILTER(LANG(?name) = "zh") }} }}"""
