"""The lines of `graph/links`: each decision as a `gt:Link`, what is judged the same or resolved also as a plain triple.

Without that graph, what the documents state is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from guitu.graph.links.by_hand import Ruling, decided
from guitu.graph.links.citations import Cited, citations
from guitu.graph.links.clusters import clusters, representative
from guitu.graph.links.counterparts import counterparts
from guitu.graph.links.decision import MERGING, STATED, Decision
from guitu.graph.links.indicators import indicators
from guitu.graph.links.listed import topics
from guitu.graph.links.places import places
from guitu.graph.links.record import LinkRecord
from guitu.graph.links.spelling import spelling
from guitu.graph.links.successions import succession
from guitu.graph.links.things import Thing, things
from guitu.graph.links.wholes import annexes, copied
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, decimal, plain, quad, ref, zh
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri


def lines(
    records: Sequence[LinkRecord],
    wholes: Mapping[tuple[str, int], str],
    names: Names,
    rulings: Sequence[Ruling] = (),
) -> tuple[Iterator[str], list[Ruling]]:
    """The lines, made as they are taken, and the rulings that name nothing in the graph.

    `wholes`: for copies of annexes, the key of the document around them.
    """
    found = things(records, names)
    cited = citations(records, names)
    renamed, added = succession(found["agency"], names)
    found["agency"] += added
    found["document"] = _documents(records, cited.stubs.values(), names)
    ruled, idle = decided(rulings, found, {file for one in records for file in one.files})
    judged = [
        *annexes(records, wholes, names),
        *copied(records, names),
        *cited.decisions,
        *(one for kind in ("agency", "place", "topic", "indicator") for one in spelling(found[kind])),
        *renamed,
        *places(found["place"]),
        *topics(found["topic"]),
        *indicators(found["indicator"]),
        *counterparts(found["agency"], records),
    ]
    decisions, groups = clusters(_best(judged, ruled))
    by_iri = {one.iri: one for kind in found.values() for one in kind}

    def told() -> Iterator[str]:
        yield from _added(added, cited.stubs.values(), names)
        for one in decisions:
            yield from _decision(one, names)
        for group in groups:
            node = representative(group, by_iri, decisions)
            yield from (quad(i, gt.representedBy, ref(node), names.graph("links")) for i in group if i != node)

    return told(), idle


def _documents(records: Sequence[LinkRecord], stubs: Iterable[Cited], names: Names) -> list[Thing]:
    documents = [Thing("document", one.title, names.document(one.key)) for one in records]
    return documents + [Thing("document", stub.title, names.document(stub.key), known=False) for stub in stubs]


def _best(judged: Iterable[Decision], ruled: Sequence[Decision]) -> list[Decision]:
    """One decision for each triple, the surest, and none that a person decided: of two nodes in any direction."""
    by_hand = {one.pair for one in ruled}
    best: dict[tuple[Iri, Iri, Iri], Decision] = {}
    for one in judged:
        if one.predicate in MERGING and one.pair in by_hand:
            continue
        triple = one.subject, one.predicate, one.object
        best[triple] = max(best.get(triple, one), one, key=_sureness)
    return [*ruled, *best.values()]


def _sureness(one: Decision) -> tuple[bool, object, str, str]:
    return one.judgement in STATED, one.score, one.reason, one.rule


def _added(agencies: Iterable[Thing], stubs: Iterable[Cited], names: Names) -> Iterator[str]:
    """The nodes that no document states: successors that none names, and documents that are only cited."""
    graph = names.graph("links")
    for one in agencies:
        yield from about(one.iri, graph, (std.RDF_TYPE, ref(gt.Agency)), (std.SKOS_PREF_LABEL, zh(one.name)))
    for stub in stubs:
        yield from about(
            names.document(stub.key), graph, (std.RDF_TYPE, ref(gt.CitedDocument)), (std.DCTERMS_TITLE, zh(stub.title))
        )


def _decision(one: Decision, names: Names) -> Iterator[str]:
    graph = names.graph("links")
    if one.judgement in STATED and one.predicate != std.PROV_WAS_DERIVED_FROM:  # that stands in the provenance
        yield quad(one.subject, one.predicate, ref(one.object), graph)
    yield from about(
        names.statement("link", one.subject, one.predicate, one.object),
        graph,
        (std.RDF_TYPE, ref(gt.Link)),
        (std.RDF_SUBJECT, ref(one.subject)),
        (std.RDF_PREDICATE, ref(one.predicate)),
        (std.RDF_OBJECT, ref(one.object)),
        (gt.judgement, ref(gt.code(gt.JUDGEMENTS, one.judgement))),
        (gt.rule, ref(gt.code(gt.LINK_RULES, one.rule))),
        (gt.score, decimal(one.score)),
        (gt.reason, plain(one.reason)),
    )
