"""What Guitu concluded, for tables that show it apart from what is stated: owners suggested, tasks aligned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Quad

from guitu.exports.statements import statements
from guitu.ontology import terms
from guitu.ontology.standards import RDF_TYPE

_SUGGESTED = (terms.ofTask, terms.agency, terms.role, terms.score, terms.reason)  # as the fields of `Suggestion`
_ALIGNED = (terms.subjectTask, terms.objectTask, terms.relation, terms.score, terms.reason)  # of `Alignment`
_GRAPHS = ("graph/alignments", "graph/suggestions", "graph/links")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An agency that may own a task, by what other documents state."""

    task: str
    agency: str
    role: str
    score: str
    reason: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two tasks that mean the same, or partly; `task` is of the lower level or later."""

    task: str
    other: str
    relation: str
    score: str
    reason: str


@dataclass(frozen=True, slots=True)
class Inferred:
    """Suggestions and alignments, the best first; `node`: what stands for an entity that others name, too."""

    suggestions: tuple[Suggestion, ...]
    alignments: tuple[Alignment, ...]
    node: Mapping[str, str]

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Inferred:
        """Reads the quads of the inferred graphs once."""
        told = _told(quads)
        node = {iri: values[terms.representedBy] for iri, values in told.items() if terms.representedBy in values}
        suggestions = (Suggestion(*(one.get(name, "") for name in _SUGGESTED)) for one in _of(told, terms.Suggestion))
        alignments = (Alignment(*(one.get(name, "") for name in _ALIGNED)) for one in _of(told, terms.Alignment))
        return cls(
            tuple(sorted(suggestions, key=lambda one: (-_number(one.score), one.task, one.agency, one.role))),
            tuple(sorted(alignments, key=lambda one: (-_number(one.score), one.task, one.other))),
            node,
        )

    def of_agency(self, agency: str) -> str:
        """What stands for an agency: itself, where no other does."""
        return self.node.get(agency, agency)


def _told(quads: Iterable[Quad]) -> Mapping[str, dict[str, str]]:
    """The first value of each property of what stands in an inferred graph; of several evidences one is enough."""
    found: dict[str, dict[str, str]] = {}
    for statement in statements(quads):
        if statement.graph is not None and statement.graph.value.endswith(_GRAPHS):
            found.setdefault(statement.subject.value, {}).setdefault(statement.predicate.value, statement.object.value)
    return found


def _of(told: Mapping[str, dict[str, str]], kind: str) -> Iterator[dict[str, str]]:
    return (values for _, values in sorted(told.items()) if values.get(RDF_TYPE) == kind)


def _number(score: str) -> float:
    try:
        return float(score)
    except ValueError:
        return 0.0
