"""Who leads tasks, and which tasks are one thing to be done that two agencies lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guitu.graph.ask.lookups import representatives
from guitu.graph.keep.store import Row, Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import terms

LEADS = f"?r {ref(terms.role)} {ref(terms.ROLES['lead'])} ; {ref(terms.ofTask)} ?t"


def led_twice(store: Store, led: Sequence[Row], placed: Sequence[Row]) -> Iterator[Row]:
    """Pairs of tasks that are the same, of documents of one place, or of no place, and led by different agencies."""
    leads = dict[str | None, set[str]]()
    for task, agency in store.query(f"SELECT ?t ?a {{ {LEADS} ; {ref(terms.agency)} ?a }}").rows:
        leads.setdefault(task, set()).add(agency or "")
    home, at = dict(map(_ends, led)), dict[str | None, set[str]]()
    for doc, _, place, _ in placed:
        at.setdefault(doc, set()).update((place,) if place else ())
    pattern = f"?x {ref(terms.relation)} {ref(terms.ALIGNMENT_RELATIONS['same'])}"
    sides = f"?x {ref(terms.subjectTask)} ?t ; {ref(terms.objectTask)} ?u"
    for one, other in sorted(map(_ends, store.query(f"SELECT ?t ?u {{ {pattern} . {sides} }}").rows), key=str):
        if one in home and other in home:
            here, there = (at.get(home[task], set()) for task in (one, other))
            if (here & there or not (here or there)) and not _share(store, leads[one], leads[other]):
                yield one, other


def _share(store: Store, ones: set[str], others: set[str]) -> bool:
    """Whether an agency is among both, under this name or another."""
    head_of = representatives(store)
    heads, other_heads = ({head_of[one] for one in of if one in head_of} for of in (ones, others))
    return (
        not (ones | heads).isdisjoint(others)
        or not heads.isdisjoint(others | other_heads)
        or not other_heads.isdisjoint(ones)
    )


def _ends(row: Row) -> tuple[str | None, str | None]:
    return row[0], row[1]
