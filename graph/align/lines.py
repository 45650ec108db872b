"""The lines of `graph/alignments` and `graph/suggestions`: of one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from guitu.graph.align.alignments import Alignment, alignment, quotes, reason
from guitu.graph.align.compare import Match, capped
from guitu.graph.align.scope import Standing
from guitu.graph.align.suggest import Suggestion, suggested
from guitu.graph.align.texts import Texts
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, decimal, plain, quad, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import code


def sides(key: str, matches: Sequence[Match], standings: Mapping[str, Standing]) -> tuple[list[Match], list[Match]]:
    """Of the matches of a document those in which it is the subject that are told, and with them what those as object
    have to say to suggestions: over which an owner can come, and of the others only that there are some, with no
    subject: so a plan that many carry out stays as it is when one more does."""
    told = capped((match for match in matches if match.subject == key), standings)
    owning = [match for match in matches if match.object == key and match.owned & 4]
    others = {(match.other, match.owned & 1) for match in matches if match.object == key and not match.owned & 4}
    return told, [*told, *owning, *(Match("", 0, key, other, 0.0, False, owned=held) for other, held in sorted(others))]


def alignments_of(told: Sequence[Match], texts: Texts) -> Iterator[str]:
    """The alignments of matches that are told."""
    for match in told:
        yield from _alignment(alignment(match, texts), texts)


def suggestions_of(key: str, around: Sequence[Match], texts: Texts) -> Iterator[str]:
    """What is suggested for the tasks of a document by its matches, as subject and as object."""
    found = suggested(key, around, texts)
    for suggestion in found.suggestions:
        yield from _suggestion(suggestion, texts.names)
    for task, why in found.without.items():
        yield quad(task, gt.noSuggestion, ref(code(gt.NO_SUGGESTIONS, why)), texts.names.graph("suggestions"))


def _alignment(one: Alignment, texts: Texts) -> Iterator[str]:
    names, (subject, other), same = texts.names, one.iris, one.match.same
    graph = names.graph("alignments")
    yield quad(subject, std.SKOS_CLOSE_MATCH if same else std.SKOS_RELATED_MATCH, ref(other), graph)
    here, there = (
        names.evidence(texts[key].work.primary.reading.text.sha256, span)
        for key, span in zip((one.match.subject, one.match.object), quotes(one, texts), strict=True)
    )
    yield from about(
        one.iri,
        graph,
        (std.RDF_TYPE, ref(gt.Alignment)),
        (gt.subjectTask, ref(subject)),
        (gt.objectTask, ref(other)),
        (gt.relation, ref(code(gt.ALIGNMENT_RELATIONS, "same" if same else "partial"))),
        (gt.score, decimal(Decimal(f"{one.match.score:.2f}"))),
        (gt.reason, plain(reason(one, texts))),
        (gt.subjectEvidence, ref(here)),
        (gt.objectEvidence, ref(there)),
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
        (gt.because, ref(one.alignment)),
        (gt.because, ref(one.duty)),
    )
