"""First pages of answers whose rows tell of one document each: they stand until a step touches a document of theirs.

A page is kept with what it was made of: the things that were looked at, in their order, and their documents with those
that are joined to them as annexes. After a step it stands where the answer begins with the same things, and where what
came and went tells of none of these documents: it stands in graphs of other documents, or is of things (gaps,
suggestions, alignments) that lead to others. Where that is not clear, the page is made anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from guitu.graph.ask import kept
from guitu.graph.ask.lookups import column, documents_of, pairs, values
from guitu.graph.ask.pages import Page, Pieces
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import standards as std
from guitu.ontology import terms

LOCAL = frozenset({
    "about", "counted-documents", "described-documents", "documents", "gaps", "incentives", "places", "references",
    "targets", "without-owners",
})  # fmt: skip
"""Pieces of such answers."""

_CHANGE = re.compile(r"([+-])<([^>]*)> <([^>]*)> (?:<([^>]*)>|.*) <([^>]*)> \.")
_PREFIX = re.compile(r"^PREFIX (\w+): <([^>]*)>", re.MULTILINE)
_NAME = re.compile(r"(?<![\w:])(\w+):(\w+)")
_FOR_ALL = ("graph/decisions", "graph/ontology")  # graphs whose changes are of no document
_APART = {terms.Link, *terms.ALIGNMENT_RELATIONS.values()} - {terms.ALIGNMENT_RELATIONS["identical"]}
"""What makes a thing one that no such query looks at."""
_IDENTICAL = f"?x {ref(terms.relation)} {ref(terms.ALIGNMENT_RELATIONS['identical'])} ;"
_PART, _ANNEX, _HOME = ref(std.DCTERMS_IS_PART_OF), ref(std.ELI_HAS_ANNEX), ref(terms.inDocument)
_SUBJECT, _OBJECT = ref(terms.subjectTask), ref(terms.objectTask)
_JOINED = f"""SELECT DISTINCT ?other {{{{ {{}}
  {{{{ ?doc {_PART}|^{_PART}|{_ANNEX}|^{_ANNEX} ?other }}}}
  UNION {{{{ {_IDENTICAL} {_SUBJECT}/{_HOME} ?doc ; {_OBJECT}/{_HOME} ?other }}}}
  UNION {{{{ {_IDENTICAL} {_OBJECT}/{_HOME} ?doc ; {_SUBJECT}/{_HOME} ?other }}}} }}}}"""
_LEADS = f"""SELECT DISTINCT ?x ?doc {{{{ {{}}
  ?x {_HOME}|({"|".join(map(ref, (terms.ofTask, terms.subjectTask, terms.objectTask)))})/{_HOME} ?doc }}}}"""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page, and what it was made of: how many groups of how many, their hash, and their documents."""

    rows: Sequence[Row]
    rows_left: int
    looked: int
    groups: int
    things: str
    documents: Sequence[str]

    @property
    def page(self) -> Page:
        return Page(tuple(map(tuple, self.rows)), self.rows_left, self.groups - self.looked)


def first_page(
    store: Store, name: str, sparql: str, begin: Callable[[], Sequence[Pieces]], make: Callable[[], Page]
) -> Page:
    """The page of a query. `begin`: where the answer begins, in one stage; `make`: makes the page."""
    graph, told = kept.read(store, name)
    known = _Kept(**json.loads(told)) if told else None
    if known and graph == store.name:
        return known.page
    (pieces,) = begin()
    if known and _begins_so(known, pieces) and _is_untouched(known, store, graph, sparql):
        known = replace(known, groups=len(pieces.groups))
    else:
        known = _made(store, pieces, make())
    kept.keep(store, name, json.dumps(asdict(known), ensure_ascii=False).encode("utf-8"))
    return known.page


def _made(store: Store, pieces: Pieces, page: Page) -> _Kept:
    looked = len(pieces.groups) - page.groups_left
    things = {one for group in pieces.groups[:looked] for one in group}
    of = {one.iri for one in documents_of(store)}
    homes = of & {doc for _, doc in pairs(store, things - of)} | things & of
    joined = column(store, _JOINED.format(values("doc", homes))) & of if homes else set()
    return _Kept(page.rows, page.rows_left, looked, len(pieces.groups), _hash(pieces, looked), sorted(homes | joined))


def _hash(pieces: Pieces, looked: int) -> str:
    return hashlib.sha256(json.dumps(list(map(list, pieces.groups[:looked]))).encode("ascii")).hexdigest()


def _begins_so(known: _Kept, pieces: Pieces) -> bool:
    """Whether the answer begins with the same things, and ends there if it did."""
    is_open = known.looked < known.groups and known.looked < len(pieces.groups)
    return (is_open or known.groups == len(pieces.groups)) and _hash(pieces, known.looked) == known.things


def _is_untouched(known: _Kept, store: Store, graph: str, sparql: str) -> bool:
    found = touched(store, graph, sparql)
    return found is not None and found.isdisjoint(known.documents)


def touched(store: Store, graph: str, sparql: str) -> set[str] | None:
    """The documents that what came and went since an earlier graph tells of, as far as a query asks for it.

    None where it may tell of any.
    """
    changes = store.changes(graph)
    if changes is None:
        return None
    asked, documents = _asked(sparql), {one.iri for one in documents_of(store)}
    found, apart, of_none = set[str](), defaultdict[str, list[tuple[str, str, str]]](list), set[str]()
    for sign, subject, predicate, other, where in (match.groups("") for match in map(_CHANGE.match, changes) if match):
        if other in _APART:
            of_none.add(subject)
        if (other if predicate == std.RDF_TYPE else predicate) in asked:
            if where.endswith(_FOR_ALL):
                return None
            if where in documents or "/graph/" not in where:
                found.add(where)
            else:
                apart[subject].append((sign, predicate, other))
    matter = {one: apart[one] for one in apart.keys() - of_none}
    led = _leads(store, matter, documents)
    for one, said in matter.items():
        to = led.get(one, set()).union(*(led.get(other, ()) for *_, other in said))
        if not to and not _comes_or_goes(said):
            return None
        found |= to
    return found


def _asked(sparql: str) -> set[str]:
    """The IRIs that a query names."""
    spaces = dict(_PREFIX.findall(sparql))
    return {spaces[space] + name for space, name in _NAME.findall(sparql) if space in spaces}


def _leads(
    store: Store, of: Mapping[str, Iterable[tuple[str, str, str]]], documents: set[str]
) -> Mapping[str, set[str]]:
    """The documents that things, and what is said of them, lead to."""
    things = set(of).union(other for said in of.values() for *_, other in said if other)
    found = defaultdict[str, set[str]](set, {one: {one} for one in things & documents})
    if things:
        for one, doc in store.query(_LEADS.format(values("x", things))).rows:
            found[one or ""].add(doc or "")
    return found


def _comes_or_goes(said: Iterable[tuple[str, str, str]]) -> bool:
    """Whether a thing has got its one name, or lost it: no document that stands as it was tells of it."""
    return len({sign for sign, predicate, _ in said if predicate in _NAMED}) == 1


_NAMED = (std.SKOS_PREF_LABEL, std.DCTERMS_TITLE)
