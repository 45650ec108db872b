"""Where the answers about indicators begin: their names, their figures, those that conflict."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from guitu.graph.ask.figures import Figure, figures_of, rows_of
from guitu.graph.ask.kept import rows
from guitu.graph.ask.lookups import NATION, named, of_kind, placed, representatives
from guitu.graph.ask.pages import Args, Pieces, Stages
from guitu.graph.keep.store import Row, Store
from guitu.ontology import terms

_NATIONAL = next(iter(terms.LEVELS))
Wanted = Callable[[Figure], bool]


def indicators(store: Store, args: Args) -> Stages:
    """Indicators of this name, by the name of what stands for them."""
    return _with_rows(store, args, lambda one: True)


def conflicting(store: Store, args: Args) -> Stages:
    """Indicators of this name, with those of their figures that conflict with others."""
    found = {figure for figure, _ in rows(store, "in conflict", lambda: _conflicting(store))}
    return _with_rows(store, args, lambda one: one.iri in found)


def _conflicting(store: Store) -> Sequence[Row]:
    from guitu.graph.ask.analyses import conflicts  # noqa: PLC0415 - only for this question

    return conflicts.conflicting(rows_of(store, figures_of(store), "zh", _compares))


def _compares(one: Figure) -> bool:
    return bool(one.year and one.measure)


def series(store: Store, args: Args) -> Stages:
    """Indicators of this name, with their figures of a place; the nation is called so."""
    written = args.get("place", "")
    at = {doc: NATION if level == _NATIONAL else name or NATION for doc, level, _, name in placed(store)}
    return _with_rows(store, args, lambda one: bool(one.year) and written in at.get(one.document, NATION))


def _with_rows(store: Store, args: Args, wanted: Wanted) -> Stages:
    head_of = representatives(store)
    names = {iri or "": name or "" for iri, name in of_kind(store, terms.Indicator)}
    meant = named(store, args["indicator"]) if args.get("indicator") else None
    of: dict[str, list[str]] = {}
    for iri in sorted(names):
        if (meant is None or iri in meant) and any(map(wanted, figures_of(store).get(iri, ()))):
            of.setdefault(names[head_of.get(iri, iri)], []).append(iri)
    made = partial(rows_of, store, wanted=wanted)
    return (Pieces("i", [tuple(of[name]) for name in sorted(of)], first=2, rows=made),)
