"""The documents of a store as decisions ask for them, each read when somebody names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import unquote

from guitu.graph.copies.works import letters
from guitu.graph.corrections.stated import Document, documents
from guitu.graph.keep.store import Store
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri

_NAMED = f"{ref(std.SKOS_PREF_LABEL)}|{ref(std.DCTERMS_TITLE)}"
_CALLED = f"SELECT ?doc ?name {{ ?doc a {ref(gt.Document)} ; {ref(std.DCTERMS_TITLE)}|{ref(std.ELI_ID_LOCAL)} ?name }}"
_JUDGED = f"""SELECT ?one ?other ?judgement {{
  ?link a {ref(gt.Link)} ; {ref(std.RDF_SUBJECT)} ?s ; {ref(std.RDF_OBJECT)} ?o ;
    {ref(gt.judgement)}/{ref(std.SKOS_NOTATION)} ?judgement .
  ?s {_NAMED} ?one . ?o {_NAMED} ?other
  FILTER(LANG(?one) = "zh" && LANG(?other) = "zh") }}"""
_SUGGESTED = f"""SELECT ?s ?t ?a ?code {{ ?t {ref(gt.inDocument)} <%s> .
  ?s {ref(gt.ofTask)} ?t ; a {ref(gt.Suggestion)} ; {ref(gt.agency)} ?a ; {ref(gt.role)} ?code }}"""

_ANNEXED = f"""SELECT ?task ?same ?doc {{ ?task {ref(gt.inDocument)} <%s> .
  ?pair {ref(gt.subjectTask)} ?task ; {ref(gt.relation)} {ref(gt.ALIGNMENT_RELATIONS["identical"])} ;
    {ref(gt.objectTask)} ?same . ?same {ref(gt.inDocument)} ?doc }}"""


class Held:
    """A store; `Held(Store.memory(), Names())` has no documents."""

    def __init__(self, store: Store, names: Names) -> None:
        self._store = store
        self._names = names
        self._read: dict[str, Document | None] = {}

    def called(self, name: str) -> Document | None:
        """The one document of this key, title or number."""
        keys = {name} if name in self._keys else self._by_name.get(letters(name), set())
        return self._document(next(iter(keys))) if len(keys) == 1 else None

    def read(self, name: str) -> Document | None:
        """The document of a name, where it was asked for before."""
        keys = {name} if name in self._keys else self._by_name.get(letters(name), set())
        return self._read.get(next(iter(keys))) if len(keys) == 1 else None

    @cached_property
    def judged(self) -> dict[frozenset[str], str]:
        """How the graph judges two names: the names in letters, to the notation of the judgement."""
        rows = self._store.query(_JUDGED).rows
        return {frozenset((letters(one or ""), letters(other or ""))): told or "" for one, other, told in rows}

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for doc, name in self._store.query(_CALLED).rows:
            key = unquote((doc or "").removeprefix(self._names.document("")))
            found[letters(name or "")].add(key)
            found[letters(key)].add(key)
        return found

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(key for keys in self._by_name.values() for key in keys)

    def _document(self, key: str) -> Document | None:
        if key not in self._read:
            self._read[key] = documents(self._lines(key), self._names).get(self._names.document(key))
            self._annex(key)
        return self._read[key]

    def _annex(self, key: str) -> None:
        """Joins the tasks of a document to the same ones in its annex, which may be a document of its own."""
        found = self._read[key]
        tasks = {task.iri: task for task in found.tasks} if found else {}
        for task, same, doc in self._store.query(_ANNEXED % self._names.document(key)).rows if found else ():
            annex = self._document(unquote((doc or "").removeprefix(self._names.document(""))))
            tasks[Iri(task or "")].annexed.extend(one for one in (annex.tasks if annex else ()) if one.iri == same)

    def _lines(self, key: str) -> Iterator[str]:
        """All that the store says of a document, with what was decided on it and what is suggested for it."""
        stated, decided = self._store.pieces("document", key), self._store.pieces("decisions", key)
        if stated is None or decided is None:
            yield from self._store.quads()
            return
        yield from stated
        yield from decided
        graph = self._names.graph("suggestions")
        for iri, task, agency, role in self._store.query(_SUGGESTED % self._names.document(key)).rows:
            pairs = ((gt.ofTask, task), (gt.agency, agency), (gt.role, role), (std.RDF_TYPE, gt.Suggestion))
            yield from about(Iri(iri or ""), graph, *((name, ref(Iri(of or ""))) for name, of in pairs))
