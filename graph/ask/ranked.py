"""Alignments in the order of their answer, the surest first: put in order a score at a time, as far as is looked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import overload

from guitu.graph.keep.store import Store
from guitu.graph.quads.nquads import decimal, ref
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.terms import Iri

Group = Sequence[str]
_SIDES = (terms.subjectTask, terms.objectTask)


class Ranked(Sequence[Group]):
    """The alignments of some tasks, or all, each for itself; `titles`: of documents by IRI."""

    def __init__(self, store: Store, tasks: set[str] | None, titles: Mapping[str, str]) -> None:
        self._store, self._titles = store, titles
        self._found: list[Group] = []
        self._names: dict[str, tuple[str, str]] = {}
        if tasks is None:
            self._of: dict[str, set[str]] | None = None
            self._count = int(store.query(f"SELECT (COUNT(*) AS ?n) {{ ?x a {ref(terms.Alignment)} }}").rows[0][0] or 0)
            scores = {row[0] or "" for row in store.query(f"SELECT DISTINCT ?s {{ ?x {ref(terms.score)} ?s }}").rows}
        else:
            self._of = self._of_tasks(tasks)
            self._count = sum(map(len, self._of.values()))
            scores = set(self._of)
        self._waiting = iter(sorted(map(Decimal, scores), reverse=True))

    def _of_tasks(self, tasks: set[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for side in _SIDES if tasks else ():
            pattern = f"{_values('t', tasks)} ?x {ref(side)} ?t ; {ref(terms.score)} ?s"
            for one, score in self._store.query(f"SELECT ?x ?s {{ {pattern} }}").rows:
                found.setdefault(score or "", set()).add(one or "")
        return found

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Group: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Group]: ...
    def __getitem__(self, at: int | slice) -> Group | Sequence[Group]:
        last = range(self._count)[at]
        stop = last + 1 if isinstance(last, int) else max(last, default=-1) + 1
        while len(self._found) < stop and (score := next(self._waiting, None)) is not None:
            self._found += self._scored(score)
        return self._found[at]

    def _scored(self, score: Decimal) -> Iterator[Group]:
        where = f"?x {ref(terms.score)} {decimal(score)}"
        if self._of is not None:
            where = _values("x", next(of for told, of in self._of.items() if Decimal(told) == score))
        pattern = f"{where} . ?x {ref(terms.subjectTask)} ?t ; {ref(terms.objectTask)} ?u"
        rows = [(x or "", t or "", u or "") for x, t, u in self._store.query(f"SELECT ?x ?t ?u {{ {pattern} }}").rows]
        self._learn({task for _, *tasks in rows for task in tasks} - self._names.keys())
        for *_, one in sorted((*self._names[t], *self._names[u], x) for x, t, u in rows):
            yield (str(one),)

    def _learn(self, tasks: set[str]) -> None:
        pattern = f"?t {ref(std.DCTERMS_TITLE)} ?title ; {ref(terms.inDocument)} ?doc"
        rows = self._store.query(f"SELECT ?t ?title ?doc {{ {_values('t', tasks)} {pattern} }}").rows if tasks else ()
        for task, title, doc in rows:
            self._names[task or ""] = self._titles.get(doc or "", ""), title or ""


def _values(name: str, things: set[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(ref(Iri(one)) for one in sorted(things))} }}"
