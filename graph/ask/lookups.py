"""What words and names mean in a graph, found by small queries: the IRIs that they are replaced by.

What no question asks of a graph twice is worked out once for each graph (`kept`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from guitu.graph.ask.kept import Table, Things, once, some, table
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import plain, ref
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.terms import Iri

NATION = "全国"
"""What the place of national documents is called by whoever asks."""
_DOCUMENTS = f"""SELECT ?doc ?title ?number {{{{
  {{{{ SELECT * {{{{ {{}} ?doc a <{terms.Document}> ; <{std.DCTERMS_TITLE}> ?title }}}} LIMIT 10000000 }}}}
  OPTIONAL {{{{ ?doc <{std.ELI_ID_LOCAL}> ?number }}}} }}}}"""


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

    def read() -> tuple[Document, ...]:
        told = ((title or "", iri or "", number or "") for iri, title, number in table(store, _TITLED))
        return tuple(starmap(Document, sorted(told)))

    found: tuple[Document, ...] = once(store, "documents", read)
    return found


_TITLED = Table(
    "titles of documents",
    lambda store, things: store.query(_DOCUMENTS.format(among("doc", things))).rows,
    {std.RDF_TYPE: "subject", std.DCTERMS_TITLE: "subject", std.ELI_ID_LOCAL: "subject"},
)


def decided(store: Store) -> str:
    """The graph in which the decisions of people stand, as a term: their facts are of other documents."""
    base = next((one.iri.partition("document/")[0] for one in documents_of(store)), "")
    return ref(Iri(f"{base}graph/decisions"))


def column(store: Store, sparql: str) -> set[str]:
    """What a query of one column finds."""
    return {value for (value,) in store.query(sparql).rows if value}


def standing(store: Store, kind: Iri) -> set[str]:
    """The documents with facts of a kind: by the graphs that these stand in, or what those of decisions say."""

    return {doc for _, doc in facts_of(store, kind) if doc}


def facts_of(store: Store, kind: Iri) -> Sequence[Row]:
    """All facts of a kind, with their documents."""

    def find(store: Store, things: Things) -> Iterable[Row]:
        return facts(store, "fact", f"{among('fact', things)} ?fact a {ref(kind)} .")

    return table(store, Table(f"facts {kind}", find, {std.RDF_TYPE: "subject", terms.inDocument: "subject"}))


def facts(store: Store, name: str, pattern: str) -> list[Row]:
    """Facts, called so in the pattern, with the documents in whose graphs they stand; of decisions those they say."""
    here = decided(store)
    rows = store.query(f"SELECT DISTINCT ?{name} ?doc {{ GRAPH ?doc {{ {pattern} }} }}").rows
    found = [row for row in rows if row[1] != here[1:-1]]
    if len(found) < len(rows):
        said = f"GRAPH {here} {{ {pattern} ?{name} {ref(terms.inDocument)} ?doc }}"
        found += store.query(f"SELECT DISTINCT ?{name} ?doc {{ {said} }}").rows
    return found


def pairs(store: Store, things: Collection[str]) -> Sequence[Row]:
    """Things with their documents."""
    if not things:
        return ()
    return store.query(f"SELECT DISTINCT ?t ?doc {{ {values('t', things)} ?t {ref(terms.inDocument)} ?doc }}").rows


def values(name: str, things: Iterable[str]) -> str:
    """The things as the values of a variable."""
    return f"VALUES ?{name} {{ {' '.join(ref(Iri(one)) for one in sorted(things))} }}"


def among(name: str, things: Things) -> str:
    """The same; nothing where all are meant."""
    return "" if things is None else values(name, things)


def scanned(store: Store, how: Iri, things: Things = None) -> dict[str, list[str]]:
    """What is said of each thing by a predicate."""
    found: dict[str, list[str]] = {}
    for one, other in store.query(f"SELECT DISTINCT ?x ?o {{ {among('x', things)} ?x {ref(how)} ?o }}").rows:
        found.setdefault(one or "", []).append(other or "")
    return found


def quotes_of(store: Store, things: Things) -> dict[str, list[str]]:
    """The words of the documents that state each of some facts."""
    found: dict[str, list[str]] = {one: [] for one in things or ()}
    pattern = f"{among('x', things)} ?x {ref(terms.evidence)}/{ref(std.NIF_ANCHOR_OF)} ?quote"
    for one, quote in () if things == set() else store.query(f"SELECT DISTINCT ?x ?quote {{ {pattern} }}").rows:
        found.setdefault(one or "", []).append(quote or "")
    return found


def quotes_kept(store: Store, things: Collection[str]) -> dict[str, list[str]]:
    """The same of facts of which others were asked for before, or will be."""
    found: dict[str, list[str]] = {one: [] for one in things}
    for one, quote in some(store, _QUOTES, found):
        found[one or ""].append(quote or "")
    return found


_QUOTES = Table(
    "quotes",
    lambda store, things: [(one, quote) for one, said in quotes_of(store, things).items() for quote in said],
    {terms.evidence: "subject"},
)


def overruled(store: Store) -> frozenset[str]:
    """What persons have overruled."""
    found: frozenset[str] = once(
        store, "all overruled", lambda: frozenset(one or "" for one, _ in table(store, _OVERRULED))
    )
    return found


def _overruled(store: Store, things: Things) -> Iterable[Row]:
    return store.query(f"SELECT DISTINCT ?x ?by {{ {among('x', things)} ?x {ref(terms.overruledBy)} ?by }}").rows


_OVERRULED = Table("overruled", _overruled, {terms.overruledBy: "subject"})


def holds(text: str) -> str:
    """The end of a group in which what is said holds a text."""
    return f"FILTER(CONTAINS(LCASE(STR(?said)), LCASE({plain(text)}))) }}"


def titled(store: Store, text: str) -> set[str]:
    """The tasks, sections and documents whose title holds a text."""
    return set(places(store, text))


def _pair(row: Row) -> tuple[str | None, str | None]:
    return row[0], row[1]


def first_two(found: Iterable[Row]) -> dict[str, str]:
    """The second column of rows by the first."""
    return {row[0] or "": row[1] or "" for row in found}


def homes(store: Store, things: Collection[str]) -> dict[str | None, str | None]:
    """The document of each thing."""
    return dict(map(_pair, pairs(store, things)))


def places(store: Store, text: str) -> dict[str, str]:
    """The same, and which document, or other graph, each stands in."""

    low = text.lower()
    return {x: doc for of in (_TITLES, _CORRECTED) for x, said, doc in _lowered(store, of) if low in said}


def stated_titles(store: Store) -> Sequence[Row]:
    """Tasks, sections and documents with the titles that documents state, and the graphs that these stand in."""
    return table(store, _TITLES)


def retitled(store: Store) -> Mapping[str, str]:
    """The titles that persons gave to tasks."""
    return {task or "": title or "" for task, title, _ in table(store, _CORRECTED)}


def _said_where(name: str, how: Iri) -> Table:
    """What is said of things by a predicate, and which document, or other graph, each stands in."""

    def find(store: Store, things: Things) -> Iterator[Row]:
        here, pattern = decided(store)[1:-1], f"{among('x', things)} ?x {ref(how)} ?said"
        found = store.query(f"SELECT ?x ?said ?doc {{ GRAPH ?doc {{ {pattern} }} }}").rows
        of = homes(store, {x or "" for x, _, doc in found if doc == here})
        yield from ((x, said, of.get(x, doc)) for x, said, doc in found)

    return Table(name, find, {how: "subject", terms.inDocument: "subject"})


_TITLES = _said_where("titles", std.DCTERMS_TITLE)
_CORRECTED = _said_where("corrected titles", terms.correctedTitle)
_BODIES = _said_where("bodies", std.DCTERMS_DESCRIPTION)


def concerned(store: Store) -> Sequence[Row]:
    """Tasks with their topics and documents."""
    return table(store, _CONCERNED)


def _concerned(store: Store, things: Things) -> Iterator[Row]:
    found = scanned(store, terms.concerns, things)
    of = homes(store, found.keys())
    yield from ((task, topic, of.get(task)) for task, topics in found.items() for topic in topics)


_CONCERNED = Table("concerned", _concerned, {terms.concerns: "subject", terms.inDocument: "subject"})


def bodies(store: Store, text: str) -> list[Row]:
    """The tasks whose body holds a text, with their documents."""
    low = text.lower()
    return [(task, doc) for task, said, doc in _lowered(store, _BODIES) if low in said]


def named(store: Store, text: str, *, siblings: bool = True) -> set[str]:
    """The things one of whose names holds a text, and those that they stand for.

    `siblings`: also what stands for them, and what else that stands for.
    """

    found = holding(store, text)
    pairs = representatives(store)
    heads = {pairs.get(one, one) for one in found} if siblings else found
    return found | heads | {one for one, head in pairs.items() if head in heads}


def holding(store: Store, text: str) -> set[str]:
    """The things one of whose names holds a text, in any language."""
    low = text.lower()
    return {x for x, said in _lowered(store, _NAMES) if low in said}


def _names(store: Store, things: Things) -> Iterator[Row]:
    for how in (std.SKOS_PREF_LABEL, std.SKOS_ALT_LABEL):
        yield from store.query(f"SELECT DISTINCT ?x ?said {{ {among('x', things)} ?x {ref(how)} ?said }}").rows


_NAMES = Table("names", _names, {std.SKOS_PREF_LABEL: "subject", std.SKOS_ALT_LABEL: "subject"})


def called(store: Store) -> Sequence[Row]:
    """All things with their names in Chinese."""
    return table(store, _CALLED)


def _called(store: Store, things: Things, pattern: str = "") -> Iterable[Row]:
    named = f"{among('x', things)} {pattern} ?x {ref(std.SKOS_PREF_LABEL)} ?name"
    return store.query(f'SELECT DISTINCT ?x ?name {{ {named} FILTER(LANG(?name) = "zh") }}').rows


_CALLED = Table("labels", _called, {std.SKOS_PREF_LABEL: "subject"})


def of_kind(store: Store, kind: Iri) -> Sequence[Row]:
    """Things of a kind with their names in Chinese."""

    def find(store: Store, things: Things) -> Iterable[Row]:
        return _called(store, things, f"?x a {ref(kind)} .")

    return table(store, Table(f"names {kind}", find, dict.fromkeys((std.RDF_TYPE, std.SKOS_PREF_LABEL), "subject")))


def _lowered(store: Store, of: Table) -> Sequence[tuple[str, ...]]:
    """Rows whose second column is a text that is looked in, in small letters."""

    def read() -> Sequence[tuple[str, ...]]:
        rows = table(store, of)
        things, said, *more = zip(*rows, strict=True) if rows else ((), ())
        return list(zip(things, map(str.lower, said), *more, strict=True))

    found: Sequence[tuple[str, ...]] = once(store, f"{of.name}, lowered", read)
    return found


def representatives(store: Store) -> Mapping[str, str]:
    """What stands for each thing that another one stands for."""

    pairs: Mapping[str, str] = once(
        store, "heads", lambda: {one or "": head or "" for one, head in table(store, _REPRESENTED)}
    )
    return pairs


def _represented(store: Store, things: Things) -> Iterable[Row]:
    return store.query(f"SELECT ?one ?head {{ {among('one', things)} ?one {ref(terms.representedBy)} ?head }}").rows


_REPRESENTED = Table("representatives", _represented, {terms.representedBy: "subject"})


def placed(store: Store) -> Sequence[Row]:
    """All documents with their level and place, and the name of the place."""
    return table(store, _PLACED)


def _placed(store: Store, things: Things) -> Iterable[Row]:
    return store.query(f"""SELECT ?doc ?level ?place ?name {{ {among("doc", things)} ?doc a {ref(terms.Document)}
      OPTIONAL {{ ?doc {ref(terms.level)}/{ref(std.SKOS_NOTATION)} ?level }}
      OPTIONAL {{ ?doc {ref(terms.jurisdiction)} ?place }}
      OPTIONAL {{ ?doc {ref(terms.jurisdiction)}/{ref(std.SKOS_PREF_LABEL)} ?name FILTER(LANG(?name) = "zh") }}
    }}""").rows


_PLACED = Table("placed", _placed, dict.fromkeys((std.RDF_TYPE, terms.level, terms.jurisdiction), "subject"))
