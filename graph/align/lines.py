"""The lines of `graph/alignments` and `graph/suggestions`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guitu.extract.text import Span
from guitu.graph.align.alignments import Alignment, align
from guitu.graph.align.quotes import quotes
from guitu.graph.align.suggest import Suggestion, suggest
from guitu.graph.copies import Work
from guitu.graph.names import Names
from guitu.graph.nquads import about, decimal, plain, quad, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri, code


def lines(works: Sequence[Work], carried_out: Mapping[str, Sequence[str]], names: Names) -> Iterator[str]:
    """All that tasks of different documents say of each other. `carried_out`: as in `scope.standings`."""
    found = align(works, carried_out, names)
    for one in found:
        yield from _alignment(one, works, names)
    for suggestion in suggest(works, found, names):
        yield from _suggestion(suggestion, names)


def alignment_iri(one: Alignment, names: Names) -> Iri:
    """An alignment by its two tasks."""
    return names.statement("alignment", one.subject.iri, one.other.iri)


def _alignment(one: Alignment, works: Sequence[Work], names: Names) -> Iterator[str]:
    graph, iri = names.graph("alignments"), alignment_iri(one, names)
    match = std.SKOS_CLOSE_MATCH if one.same else std.SKOS_RELATED_MATCH
    yield quad(one.subject.iri, match, ref(one.other.iri), graph)
    yield from about(
        iri,
        graph,
        (std.RDF_TYPE, ref(gt.Alignment)),
        (gt.subjectTask, ref(one.subject.iri)),
        (gt.objectTask, ref(one.other.iri)),
        (gt.relation, ref(code(gt.ALIGNMENT_RELATIONS, "same" if one.same else "partial"))),
        (gt.score, decimal(Decimal(f"{one.score:.2f}"))),
        (gt.reason, plain(one.reason)),
    )
    for unit, span in zip((one.subject, one.other), quotes(one, works), strict=True):
        yield from _proof(iri, works[unit.document], span, graph, names)


def _proof(iri: Iri, work: Work, span: Span, graph: Iri, names: Names) -> Iterator[str]:
    text = work.primary.reading.text
    evidence = names.evidence(text.sha256, span)
    yield quad(iri, gt.evidence, ref(evidence), graph)
    yield from about(
        evidence,
        graph,
        (std.RDF_TYPE, ref(std.NIF_RFC5147_STRING)),
        (std.NIF_ANCHOR_OF, plain(text.quote(span))),
    )


def _suggestion(one: Suggestion, names: Names) -> Iterator[str]:
    return about(
        names.statement("suggestion", one.task, one.agency, one.role),
        names.graph("suggestions"),
        (std.RDF_TYPE, ref(gt.Suggestion)),
        (gt.ofTask, ref(one.task)),
        (gt.agency, ref(names.agency(one.agency))),
        (gt.role, ref(code(gt.ROLES, one.role))),
        (gt.score, decimal(Decimal(f"{one.score:.2f}"))),
        (gt.reason, plain(one.reason)),
        (gt.because, ref(alignment_iri(one.alignment, names))),
        (gt.because, ref(one.duty)),
    )
