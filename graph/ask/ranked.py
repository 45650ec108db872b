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

MANY, TOGETHER = 2_000, 16  # alignments of one score; documents that are looked at together
Group = Sequence[str]
_SIDES = (terms.subjectTask, terms.objectTask)


class Ranked(Sequence[Group]):
    """The alignments of some tasks, or all, each for itself.

    `titles`: of documents by IRI; `documents`: those of one title together, in the order of titles.
    """

    def __init__(
        self, store: Store, tasks: set[str] | None, titles: Mapping[str, str], documents: Sequence[Group]
    ) -> None:
        self._store, self._titles, self._documents = store, titles, documents
        self._found: list[Group] = []
        self._names: dict[str, tuple[str, str]] = {}
        if tasks is None:
            self._of: dict[str, set[str]] | None = None
            self._count = int(store.query(f"SELECT (COUNT(*) AS ?n) {{ ?x a {ref(terms.Alignment)} }}").rows[0][0] or 0)
            counted = f"SELECT ?s (COUNT(*) AS ?n) {{ ?x {ref(terms.score)} ?s }} GROUP BY ?s"
            scores = {score or "": int(count or 0) for score, count in store.query(counted).rows}
        else:
            self._of = self._of_tasks(tasks)
            self._count = sum(map(len, self._of.values()))
            scores = {score: len(of) for score, of in self._of.items()}
        self._waiting = self._parts({Decimal(score): count for score, count in scores.items()})

    def _parts(self, scores: Mapping[Decimal, int]) -> Iterator[str]:
        """Patterns that find the alignments bit by bit: by score, and where one has many by documents."""
        for score in sorted(scores, reverse=True):
            where = f"?x {ref(terms.score)} {decimal(score)}"
            if self._of is not None:
                yield _values("x", next(of for told, of in self._of.items() if Decimal(told) == score))
            elif scores[score] <= MANY:
                yield where
            else:
                for at in range(0, len(self._documents), TOGETHER):
                    documents = {one for of in self._documents[at : at + TOGETHER] for one in of}
                    inside = f"{_values('doc', documents)} ?t {ref(terms.inDocument)} ?doc ; a {ref(terms.Task)}"
                    yield f"{inside} . ?x {ref(terms.subjectTask)} ?t . {where}"

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
        while len(self._found) < stop and (part := next(self._waiting, None)) is not None:
            self._found += self._sorted(part)
        return self._found[at]

    def _sorted(self, where: str) -> Iterator[Group]:
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
