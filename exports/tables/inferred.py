"""What Guitu concluded, for tables and pages that show it apart from what is stated: suggested owners, alignments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from guitu.exports.rdf.statements import statements
from guitu.graph.corrections.in_force import in_force
from guitu.ontology import standards as std
from guitu.ontology import terms
from guitu.ontology.standards import RDF_TYPE

_SUGGESTED = (terms.ofTask, terms.agency, terms.role, terms.score, terms.reason)  # as the fields of `Suggestion`
_ALIGNED = (terms.subjectTask, terms.objectTask, terms.relation, terms.score, terms.reason)  # of `Alignment`
_SUBJECT, _OBJECT = std.RDF_SUBJECT, std.RDF_OBJECT
_IDENTICAL = terms.ALIGNMENT_RELATIONS["identical"]
_UNSURE = terms.JUDGEMENTS["unsure"]
_GRAPHS = ("graph/alignments", "graph/suggestions", "graph/links")
_Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An agency that may own a task, by what other documents state; `because`: the alignment and the stated duty."""

    task: str
    agency: str
    role: str
    score: str
    reason: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two tasks that mean the same, or partly; `task` is of the lower level or later. `evidence`: a range of each, in
    that order: of what its document says of it what shows most of the pair."""

    task: str
    other: str
    relation: str
    score: str
    reason: str
    iri: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two names that may mean one thing: nothing settles it, a person may."""

    one: str
    other: str
    score: str
    reason: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """Suggestions and alignments, the best first; `node`: what stands for an entity that others name, too.

    `linked`: document -> predicate and document, of what its citations mean.
    `unsuggested`: task without owner -> code of why there is no suggestion either. `doubts`: names to be judged.
    """

    suggestions: tuple[Suggestion, ...]
    alignments: tuple[Alignment, ...]
    node: Mapping[str, str]
    linked: Mapping[str, tuple[tuple[str, str], ...]]
    unsuggested: Mapping[str, str]
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Inferred:
        """Reads the quads of the inferred graphs, as decisions have them."""
        told = _told(in_force(quads))
        node = {iri: _one(values, terms.representedBy) for iri, values in told.items() if terms.representedBy in values}
        suggestions = (_suggestion(one) for _, one in _of(told, terms.Suggestion))
        alignments = (_alignment(iri, one) for iri, one in _of(told, terms.Alignment))
        return cls(
            tuple(sorted(suggestions, key=lambda one: (-number(one.score), one.task, one.agency, one.role))),
            tuple(sorted(alignments, key=lambda one: (-number(one.score), one.task, one.other))),
            node,
            {iri: tuple((name, to) for name, values in told[iri].items() for to in values) for iri in sorted(told)},
            {iri: _one(values, terms.noSuggestion) for iri, values in told.items() if terms.noSuggestion in values},
            tuple(sorted(_doubts(told), key=lambda one: (-number(one.score), one.one, one.other))),
        )

    @property
    def annexes(self) -> Mapping[str, str]:
        """Tasks without an owner of their own -> the same task in the annex of their document, with owners."""
        return {one.task: one.other for one in self.alignments if one.relation == _IDENTICAL}

    def of_agency(self, agency: str) -> str:
        """What stands for an agency: itself, where no other does."""
        return self.node.get(agency, agency)


def _told(quads: Iterable[Quad]) -> Mapping[str, _Values]:
    """The properties of what stands in an inferred graph, in order."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    concluded = (q for q in quads if isinstance(q.graph_name, NamedNode) and q.graph_name.value.endswith(_GRAPHS))
    for statement in statements(concluded):
        values, name = found.setdefault(statement.subject.value, {}), statement.predicate.value
        values[name] = (*values.get(name, ()), statement.object.value)
    return found


def _suggestion(told: _Values) -> Suggestion:
    task, agency, role, score, reason = (_one(told, name) for name in _SUGGESTED)
    return Suggestion(task, agency, role, score, reason, told.get(terms.because, ()))


def _alignment(iri: str, told: _Values) -> Alignment:
    task, other, relation, score, reason = (_one(told, name) for name in _ALIGNED)
    evidence = tuple(_one(told, side) for side in (terms.subjectEvidence, terms.objectEvidence))
    return Alignment(task, other, relation, score, reason, iri, evidence)


def _doubts(told: Mapping[str, _Values]) -> Iterator[Doubt]:
    for _, one in _of(told, terms.Link):
        if _one(one, terms.judgement) == _UNSURE:
            yield Doubt(*(_one(one, name) for name in (_SUBJECT, _OBJECT, terms.score, terms.reason)))


def _of(told: Mapping[str, _Values], kind: str) -> Iterator[tuple[str, _Values]]:
    return ((iri, values) for iri, values in sorted(told.items()) if kind in values.get(RDF_TYPE, ()))


def _one(values: _Values, name: str) -> str:
    return next(iter(values.get(name, ())), "")


def number(score: str) -> float:
    """A score as a number; 0 where it is none."""
    try:
        return float(score)
    except ValueError:
        return 0.0
