"""Which documents cite those that the graph does not have, and in which words: `cited.rq` of what is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from guitu.graph.ask.figures import said_of_codes
from guitu.graph.ask.kept import Table, Things, table
from guitu.graph.ask.lookups import among, column, overruled, quotes_of, scanned, stated_titles
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import standards as std
from guitu.ontology import terms

_HOW = {
    std.ELI_BASED_ON: terms.REFERENCE_RELATIONS["based_on"],
    std.ELI_IMPLEMENTS: terms.REFERENCE_RELATIONS["implements"],
    std.ELI_CITES: terms.REFERENCE_RELATIONS["cites"],
    std.ELI_HAS_ANNEX: terms.REFERENCE_RELATIONS["annex"],
}


def cited(store: Store, lang: str) -> tuple[Row, ...]:
    """Each document that is cited and not there, with those that cite it; what many cite first."""
    absent = {one for one, _ in table(store, _ABSENT)}
    links = [(doc or "", how or "", one or "") for doc, how, one in table(store, _CITES) if one in absent]
    citing = defaultdict[str, set[str]](set)
    for doc, _, one in links:
        citing[one].add(doc)
    ends = absent.union(*citing.values())
    titles = defaultdict[str | None, set[str]](set)
    for one, title, _ in stated_titles(store):
        if one in ends:
            titles[one].add(title or "")
    words, labels = _words(store), said_of_codes(store, set(_HOW.values()), lang)[0]
    found = set[Row]()
    for doc, how, one in links:
        said = words.get((doc, _HOW[how]), ())
        quotes = {quote for name, quote in said if any(name in other or other in name for other in titles[one])}
        for name, title, quote in product(titles[one], titles[doc], quotes or {None}):
            found.add((name, str(len(citing[one])), title, labels.get(_HOW[how]), quote, one))
    return tuple(sorted(found, key=_order))


def _order(row: Row) -> tuple[int, *tuple[str, ...]]:
    name, times, title, relation, quote, one = row
    return -int(times or 0), name or "", one or "", title or "", relation or "", quote or ""


def _words(store: Store) -> defaultdict[tuple[str, str], list[tuple[str, str]]]:
    """Of each document and relation the names that it cites, and the words in which it does."""
    gone = overruled(store)
    found = defaultdict[tuple[str, str], list[tuple[str, str]]](list)
    for fact, doc, code, name, quote in table(store, _REFERENCES):
        if fact not in gone:
            found[doc or "", code or ""].append((name or "", quote or ""))
    return found


def _absent(store: Store, things: Things) -> Iterable[Row]:
    pattern = f"{among('c', things)} ?c a {ref(terms.CitedDocument)} ; {ref(std.DCTERMS_TITLE)} ?title"
    return store.query(f"SELECT DISTINCT ?c ?title {{ {pattern} }}").rows


def _cites(store: Store, things: Things) -> Iterator[Row]:
    for how in _HOW:
        yield from ((doc, how, one) for doc, others in scanned(store, how, things).items() for one in others)


def _references(store: Store, things: Things) -> Iterator[Row]:
    """References with their documents, relations, the names that they cite, and their words."""
    facts = column(store, f"SELECT ?fact {{ {among('fact', things)} ?fact a {ref(terms.Reference)} }}")
    if facts:
        said = [scanned(store, how, facts) for how in _SAYS]
        quotes = quotes_of(store, facts)
        for fact in facts:
            yield from ((fact, *row) for row in product(*(of.get(fact, ()) for of in said), quotes.get(fact, ())))


_SAYS = (terms.inDocument, terms.relation, terms.citedTitle)
_ABSENT = Table("cited documents", _absent, dict.fromkeys((std.RDF_TYPE, std.DCTERMS_TITLE), "subject"))
_CITES = Table("citations", _cites, dict.fromkeys(_HOW, "subject"))
_REFERENCES = Table("references", _references, dict.fromkeys((*_SAYS, terms.evidence), "subject"))
