"""Who leads tasks, and which tasks are one thing to be done that two agencies lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guitu.graph.ask.aligned import alignments_of
from guitu.graph.ask.duties import duties_of
from guitu.graph.ask.lookups import placed, representatives
from guitu.graph.keep.store import Row, Store
from guitu.ontology import terms


def _leads(store: Store) -> Mapping[str, set[str]]:
    """The agencies that lead each task; also where that is suggested, or overruled."""
    found: dict[str, set[str]] = {}
    for one in duties_of(store):
        if one.role == terms.ROLES["lead"]:
            found.setdefault(one.task, set()).add(one.agency)
    return found


def _homes(store: Store) -> Mapping[str, str]:
    return {one.task: one.document for one in duties_of(store) if one.document}


def led_tasks(store: Store) -> Iterator[Row]:
    """Tasks that have a lead, with their documents, and whether they have several."""
    leads, home = _leads(store), _homes(store)
    for task in sorted(leads.keys() & home.keys()):
        yield task, home[task], "several" if len(leads[task]) > 1 else None


def led_twice(store: Store) -> Iterator[Row]:
    """Pairs of tasks that are the same, of documents of one place, or of no place, and led by different agencies."""
    leads, home = _leads(store), _homes(store)
    led = leads.keys() & home.keys()
    at = dict[str | None, set[str]]()
    for doc, _, place, _ in placed(store):
        at.setdefault(doc, set()).update((place,) if place else ())
    for one, other in sorted((one.subject, one.object) for one in alignments_of(store) if one.how == _SAME):
        if one in led and other in led:
            here, there = (at.get(home[task], set()) for task in (one, other))
            if (here & there or not (here or there)) and not _share(store, leads[one], leads[other]):
                yield one, other


_SAME = terms.ALIGNMENT_RELATIONS["same"]


def _share(store: Store, ones: set[str], others: set[str]) -> bool:
    """Whether an agency is among both, under this name or another."""
    head_of = representatives(store)
    heads, other_heads = ({head_of[one] for one in of if one in head_of} for of in (ones, others))
    return (
        not (ones | heads).isdisjoint(others)
        or not heads.isdisjoint(others | other_heads)
        or not other_heads.isdisjoint(ones)
    )
