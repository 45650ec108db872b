"""The lines of `graph/alignments` and `graph/suggestions`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guitu.graph.align.alignments import Alignment, align
from guitu.graph.align.quotes import quotes
from guitu.graph.align.suggest import Suggestion, Suggestions
from guitu.graph.copies.works import Work
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, decimal, plain, quad, ref
from guitu.graph.quads.triples import quoted
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri, code

_SIDES = (gt.subjectEvidence, gt.objectEvidence)


def lines(works: Sequence[Work], carried_out: Mapping[str, Sequence[str]], names: Names) -> Iterator[str]:
    """All that tasks of different documents say of each other. `carried_out`: as in `scope.standings`."""
    stated = [quoted(work.primary.facts) for work in works]
    suggestions = Suggestions(works, names)
    for one in align(works, carried_out, names):
        suggestions.add(one)
        iri = alignment_iri(one, names)
        yield from _alignment(one, iri, names)
        for side, unit, span in zip(_SIDES, (one.subject, one.other), quotes(one, works), strict=True):
            text = works[unit.document].primary.reading.text
            evidence = names.evidence(text.sha256, span)
            yield from _proof(iri, side, evidence, names)
            if span not in stated[unit.document]:
                yield from _quote(evidence, text.quote(span), names)
    for suggestion in suggestions.best():
        yield from _suggestion(suggestion, names)
    for task, why in suggestions.without().items():
        yield quad(task, gt.noSuggestion, ref(code(gt.NO_SUGGESTIONS, why)), names.graph("suggestions"))


def alignment_iri(one: Alignment, names: Names) -> Iri:
    """An alignment by its two tasks."""
    return names.statement("alignment", one.subject.iri, one.other.iri)


def _alignment(one: Alignment, iri: Iri, names: Names) -> Iterator[str]:
    graph = names.graph("alignments")
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


def _proof(iri: Iri, side: Iri, evidence: Iri, names: Names) -> Iterator[str]:
    return about(iri, names.graph("alignments"), (gt.evidence, ref(evidence)), (side, ref(evidence)))


def _quote(evidence: Iri, words: str, names: Names) -> Iterator[str]:
    return about(
        evidence,
        names.graph("alignments"),
        (std.RDF_TYPE, ref(std.NIF_RFC5147_STRING)),
        (std.NIF_ANCHOR_OF, plain(words)),
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
