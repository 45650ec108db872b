"""The lines of `graph/alignments` and `graph/suggestions`: of one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from guitu.extract.text import Span
from guitu.graph.align.alignments import Alignment, alignment, quotes, reason
from guitu.graph.align.annexes import Restated
from guitu.graph.align.compare import Match, capped, owning
from guitu.graph.align.scope import Standing
from guitu.graph.align.suggest import Suggestion, around_of, suggested
from guitu.graph.align.texts import Document, Texts
from guitu.graph.quads.names import Names
from guitu.graph.quads.nquads import about, decimal, plain, quad, ref
from guitu.ontology import standards as std
from guitu.ontology import terms as gt
from guitu.ontology.terms import Iri, code


def sides(key: str, matches: Sequence[Match], standings: Mapping[str, Standing]) -> tuple[list[Match], list[Match]]:
    """Of the matches of a document those in which it is the subject that are told, and with them what those as object
    have to say to suggestions: over which an owner can come, and of the others only that there are some, with no
    subject: so a plan that many carry out stays as it is when one more does; and which of them are its annexes."""
    told = capped((match for match in matches if match.subject == key), standings)
    over = owning(match for match in matches if match.object == key)
    others = {(match.other, match.owned & 1) for match in matches if match.object == key and not match.owned & 4}
    ends = {end for match in matches for end in (match.subject, match.object)}
    annexes = sorted(end for end in ends if standings[end].whole == key)
    some = [Match("", 0, key, other, 0.0, False, owned=held) for other, held in sorted(others)]
    return told, [*told, *over, *some, *(Match(key, -1, annex, -1, 0.0, False) for annex in annexes)]


def alignments_of(key: str, told: Sequence[Match], texts: Texts) -> Iterator[str]:
    """The alignments of matches that are told, and the tasks of the document that its annex lists again."""
    for match in told:
        yield from _alignment(alignment(match, texts), texts.names, "alignments")
    for pair in texts[key].restated:
        yield from _restated(pair, texts[key], texts[key])


def suggestions_of(key: str, around: Sequence[Match], texts: Texts) -> Iterator[str]:
    """What is suggested for the tasks of a document by its matches, as subject and as object.

    Before that its tasks that an annex lists again which is a document of its own: who owns them is not suggested.
    A suggestion that rests on an alignment of which the document is the object tells that as well, for the other
    document may have better ones to tell.
    """
    for pair, annex in texts.annexed(key, around_of(key, around)):
        yield from _restated(pair, texts[key], annex)
    found = suggested(key, around, texts)
    for suggestion in found.suggestions:
        yield from _suggestion(suggestion, texts.names)
        if suggestion.alignment.match.object == key:
            yield from _alignment(suggestion.alignment, texts.names, "suggestions")
    for task, why in found.without.items():
        yield quad(task, gt.noSuggestion, ref(code(gt.NO_SUGGESTIONS, why)), texts.names.graph("suggestions"))


def _alignment(one: Alignment, names: Names, graph: str) -> Iterator[str]:
    texts = (document.work.primary.record.text for document in one.documents)
    evidence = [*zip(texts, quotes(one), strict=True)]
    how = _Told("same" if one.match.same else "partial", Decimal(f"{one.match.score:.2f}"), reason(one))
    yield from _pair(one.iri, one.iris, how, evidence, names, graph)


def _restated(pair: Restated, document: Document, annex: Document) -> Iterator[str]:
    """`annex`: the document that holds the second of the tasks; the same where its annex is part of it."""
    ends = ((document, pair.task), (annex, pair.annexed))
    tasks = document.ids.tasks[pair.task], annex.ids.tasks[pair.annexed]
    titles = "标题相同" if pair.alike else "标题多几个字，前后任务相同"
    how = _Told("identical", pair.score, f"本文件的附件或分工表重列，{titles}")
    evidence = [(one.work.primary.record.text, one.facts.tasks[order].span) for one, order in ends]
    iri = document.names.statement("alignment", *tasks)
    yield from _pair(iri, tasks, how, evidence, document.names, "alignments")


class _Told(NamedTuple):
    """How far, how surely and why two tasks correspond."""

    relation: str
    score: Decimal
    reason: str


_MATCHES = {"identical": std.SKOS_EXACT_MATCH, "same": std.SKOS_CLOSE_MATCH, "partial": std.SKOS_RELATED_MATCH}


def _pair(  # noqa: PLR0913, PLR0917 - what is told of a pair
    iri: Iri, ends: tuple[Iri, Iri], how: _Told, evidence: Sequence[tuple[str, Span]], names: Names, graph: str
) -> Iterator[str]:
    """The lines of two tasks that correspond. `evidence`: text and range of either; `graph`: which they are told in."""
    graph, (subject, other) = names.graph(graph), ends
    yield quad(subject, _MATCHES[how.relation], ref(other), graph)
    here, there = (names.evidence(text, span) for text, span in evidence)
    yield from about(
        iri,
        graph,
        (std.RDF_TYPE, ref(gt.Alignment)),
        (gt.subjectTask, ref(subject)),
        (gt.objectTask, ref(other)),
        (gt.relation, ref(code(gt.ALIGNMENT_RELATIONS, how.relation))),
        (gt.score, decimal(how.score)),
        (gt.reason, plain(how.reason)),
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
        (gt.because, ref(one.alignment.iri)),
        (gt.because, ref(one.duty)),
    )
