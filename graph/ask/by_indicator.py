"""Where the answers about indicators begin: their names, their figures, those that conflict."""

from __future__ import annotations

from collections.abc import Mapping

from guitu.graph.ask.kept import rows
from guitu.graph.ask.lookups import NATION, named, of_kind, placed, representatives, values
from guitu.graph.ask.pages import Args, Pieces, Stages
from guitu.graph.keep.store import Store
from guitu.graph.quads.nquads import ref
from guitu.ontology import terms

_NATIONAL = next(iter(terms.LEVELS))


def indicators(store: Store, args: Args) -> Stages:
    """Indicators of this name, by the name of what stands for them."""
    head_of = representatives(store)
    names = _names_of_indicators(store)
    meant = named(store, args["indicator"]) if args.get("indicator") else None
    of: dict[str, dict[str, None]] = {}
    for iri in sorted(names):
        if meant is None or iri in meant:
            of.setdefault(names[head_of.get(iri, iri)], {})[iri] = None
    return (Pieces("i", [tuple(of[name]) for name in sorted(of)], first=2),)


def conflicting(store: Store, args: Args) -> Stages:
    """Figures of indicators of this name that conflict with others, by the name of the indicator."""
    from guitu.graph.ask.analyses import conflicts  # noqa: PLC0415 - only for this question
    from guitu.graph.ask.query import of_all  # noqa: PLC0415 - it asks for pieces

    if not args.get("indicator"):
        return indicators(store, args)
    found = rows(store, "in conflict", lambda: conflicts.conflicting(of_all(store, "conflicts")))
    names, meant = _names_of_indicators(store), named(store, args["indicator"])
    of: dict[str, list[str]] = {}
    for figure, indicator in found:
        if indicator in meant:
            of.setdefault(names[indicator or ""], []).append(figure or "")
    return (Pieces("figure", [tuple(of[name]) for name in sorted(of)]),)


def _names_of_indicators(store: Store) -> Mapping[str, str]:
    return {iri or "": name or "" for iri, name in of_kind(store, terms.Indicator)}


def series(store: Store, args: Args) -> Stages:
    """Figures of indicators of this name, by the name of what stands for them, then by place: the nation first."""
    head_of, names = representatives(store), _names_of_indicators(store)
    meant = names.keys() & named(store, args["indicator"]) if args.get("indicator") else names.keys()
    if not meant:
        return (Pieces("figure", ()),)
    scopes = {doc: (level != _NATIONAL, name or "") for doc, level, _, name in placed(store)}
    pattern = f"{values('i', meant)} ?fact {ref(terms.indicator)} ?i ; {ref(terms.inDocument)} ?doc"
    of: dict[tuple[str, tuple[bool, str]], dict[str, None]] = {}
    for figure, doc, indicator in store.query(f"SELECT DISTINCT ?fact ?doc ?i {{ {pattern} }}").rows:
        scope = scopes.get(doc, (True, ""))
        if args.get("place", "") in ((scope[1] if scope[0] else "") or NATION):
            name = names[head_of.get(indicator or "", indicator or "")]
            of.setdefault((name, scope), {})[figure or ""] = None
    return (Pieces("figure", [tuple(of[key]) for key in sorted(of)]),)
