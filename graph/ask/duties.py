"""Who has which part in which task, of the whole graph: what load, networks and overlaps are found from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product, starmap
from typing import NamedTuple

from guitu.graph.ask.kept import Table, Things, once, table
from guitu.graph.ask.lookups import among, called, column, facts, first_two, representatives, scanned
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import terms


class Duty(NamedTuple):
    """A responsibility or suggestion. `document`: where it stands, empty of a suggestion; `overruled`: by a person."""

    fact: str
    task: str
    agency: str
    role: str
    document: str
    kind: str
    overruled: str

    @property
    def holds(self) -> bool:
        """Whether a document states it, or a person decided it, and nobody overruled it."""
        return self.kind == terms.Responsibility and not self.overruled


def duties_of(store: Store) -> Sequence[Duty]:
    """All of a graph."""

    found: Sequence[Duty] = once(store, "all duties", lambda: list(starmap(Duty, table(store, _DUTIES))))
    return found


def _duties(store: Store, things: Things) -> Iterator[Row]:
    """Predicate by predicate, which costs an engine on a disk a third of what a join does."""
    tasks, roles, agencies = (scanned(store, how, things) for how in (terms.ofTask, terms.role, terms.agency))
    stated = first_two(facts(store, "fact", f"{among('fact', things)} ?fact a {ref(terms.Responsibility)} ."))
    suggested = column(store, f"SELECT ?fact {{ {among('fact', things)} ?fact a {ref(terms.Suggestion)} }}")
    overruled = scanned(store, terms.overruledBy, things)
    for fact in (*stated, *suggested):
        kind = terms.Responsibility if fact in stated else terms.Suggestion
        for task, agency, role in product(*(of.get(fact, ()) for of in (tasks, agencies, roles))):
            yield fact, task, agency, role, stated.get(fact, ""), kind, "overruled" if fact in overruled else ""


_SAYS = (terms.ofTask, terms.agency, terms.role, terms.inDocument, terms.overruledBy)
_DUTIES = Table("duties", _duties, dict.fromkeys(_SAYS, "subject"))


# ---- how many tasks each agency has ----


def loads(store: Store, lang: str) -> tuple[Row, ...]:
    """The rows of `load.rq`, of all agencies; in any language the same."""
    head_of, names = representatives(store), first_two(called(store))
    tasks = {role: defaultdict[str, set[str]](set) for role in _COUNTED}
    documents = defaultdict[str, set[str]](set)
    for one in duties_of(store):
        if one.holds:
            node = head_of.get(one.agency, one.agency)
            tasks[""][node].add(one.task)
            documents[node].add(one.document)
            if one.role in tasks:
                tasks[one.role][node].add(one.task)
    counted = {node: [*(len(tasks[role][node]) for role in _COUNTED), len(of)] for node, of in documents.items()}
    order = sorted(counted, key=lambda node: (-counted[node][0], -counted[node][1], names.get(node, ""), node))
    return tuple((names.get(node), *map(str, counted[node]), node) for node in order)


_COUNTED = ("", *(terms.ROLES[role] for role in ("lead", "responsible", "support")))
