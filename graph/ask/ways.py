"""Where the shortest ways between two things lead: the things that `path` has to be asked of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from guitu.graph.ask.adjacency import Adjacency
from guitu.graph.ask.kept import data, keep, older, once, rows
from guitu.graph.ask.lookups import column, named, places, representatives, values
from guitu.graph.ask.nodes import KINDS, Node
from guitu.graph.ask.pages import Pieces
from guitu.graph.keep.store import Store
from guitu.graph.quads.nquads import ref, zh
from guitu.ontology import standards as std
from guitu.ontology import terms

_PLACES = f"""SELECT DISTINCT ?place {{
  ?doc a {ref(terms.Document)} ; {ref(terms.jurisdiction)} ?of . ?of {ref(std.SKOS_PREF_LABEL)} ?place }}"""


_STEPS = (*range(12), 13, 14, 15)
"""The cores of `path.rq` that are steps: where a document holds is none, and neither are other names."""


def ways(store: Store, args: Mapping[str, str]) -> Sequence[Pieces]:
    """The two things that are meant, and what lies on the shortest ways between them."""
    near = adjacency_of(store)
    ends = tuple(_thing(store, near, args[name]) for name in ("from", "to"))
    found = near.between(*ends) or {*ends, *(one for end in ends if (one := near.neighbour(end)))}
    pairs = representatives(store)
    around = sorted(found | {one for one, head in pairs.items() if head in found})
    return (Pieces("s", (tuple(around),), exact=False, branches=_STEPS, args=ends, other="o"),)


def adjacency_of(store: Store) -> Adjacency:
    """What touches what in a graph."""
    near: Adjacency = once(
        store, "adjacency", lambda: Adjacency.read(data(store, "adjacency", lambda: _made(store).data()))
    )
    return near


def _made(store: Store) -> Adjacency:
    from guitu.graph.ask.joints import Joints  # noqa: PLC0415 - which numpy is loaded for

    shards = store.shards(but=_APART)
    before = older(store, "joints")
    known = Joints.read(before) if before else Joints()
    made = known.of(shards)
    if len(shards.keys() - set(known.shards)) > _FEW:
        keep(store, "joints", made.data())
    return made.adjacency()


_APART = ("files", "ontology")  # shards that tell of no two things
_FEW = 100  # shards that are read again rather than that all is written anew


def _thing(store: Store, near: Adjacency, written: str) -> str:
    """The one thing that a name means: by names that hold it; QueryError where these mean none or several."""
    from guitu.graph.ask.analyses.path import meant  # noqa: PLC0415 - it asks questions, too

    pairs = representatives(store)
    found = {one for one in (written,) if near.number(one) is not None}
    if not found and written:
        found = {*places(store, written), *named(store, written, siblings=False)}
    heads = {pairs.get(one, one) for one in found}
    known = _nodes(store, {one for one in heads if near.number(one) is not None})
    exact = any(written.casefold() in (one.label.casefold(), one.iri) for one in known.values())
    official: Sequence[str] = () if exact else _official(store, written)
    if official:
        heads = {pairs.get(one, one) for one in column(store, _CALLED.format(" ".join(map(zh, official))))}
        known |= _nodes(store, {one for one in heads if near.number(one) is not None})
    return meant(written, known, _other_names(store, known), official).iri


_CALLED = f"SELECT DISTINCT ?x {{{{ VALUES ?said {{{{ {{}} }}}} ?x {ref(std.SKOS_PREF_LABEL)} ?said }}}}"


def _official(store: Store, written: str) -> tuple[str, ...]:
    """The official names that a short form has in the places of the graph."""
    from guitu.graph.ask.query import expanded  # noqa: PLC0415 - it asks for ways

    found = rows(store, "places", lambda: store.query(_PLACES).rows)
    return expanded(written, [place for (place,) in found if place])


def _nodes(store: Store, things: set[str]) -> dict[str, Node]:
    """Things with their kinds and names."""
    if not things:
        return {}
    said = f"?x a ?kind ; {ref(std.DCTERMS_TITLE)}|{ref(std.SKOS_PREF_LABEL)} ?name"
    rows = store.query(
        f'SELECT ?x ?kind ?name {{ {values("x", things)} {said} FILTER(LANG(?name) IN ("zh", "")) }}'
    ).rows
    return {
        iri or "": Node(iri or "", KINDS[kind], name or "")
        for iri, kind, name in rows
        if kind is not None and kind in KINDS
    }


def _other_names(store: Store, known: Iterable[str]) -> dict[str, set[str]]:
    """What else things are called: their other names, and the names of what they stand for."""
    pairs = representatives(store)
    known = set(known)
    members = {one for one, head in pairs.items() if head in known}
    found: dict[str, set[str]] = {}
    for things, how in ((known | members, std.SKOS_ALT_LABEL), (members, std.SKOS_PREF_LABEL)):
        rows = store.query(f"SELECT ?x ?name {{ {values('x', things)} ?x {ref(how)} ?name }}").rows if things else ()
        for iri, name in rows:
            found.setdefault(pairs.get(iri or "", iri or ""), set()).add(name or "")
    return found
