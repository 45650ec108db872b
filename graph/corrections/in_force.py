"""The graph as decisions have it, and the graph without them: the one way for readers that do not ask in SPARQL.

`in_force`: what is overruled is left out, and what a decision put in its place stands where it stood: in the graph of
its document, its title and deadline under their own names. `as_stated`: the layer is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from guitu.graph.corrections.stated import LAYER
from guitu.ontology import standards as std
from guitu.ontology import terms as gt

_SHORTCUTS = (gt.ownedBy, gt.ledBy, gt.supportedBy)
_AMENDED: Mapping[str, str] = {gt.correctedTitle: std.DCTERMS_TITLE, gt.correctedDeadline: gt.deadline}
_ROLE_OF: Mapping[str, str] = {gt.ledBy: gt.ROLES["lead"], gt.supportedBy: gt.ROLES["support"]}
_RESTS_ON = (gt.ofTask, gt.subjectTask, gt.objectTask, gt.because)  # without it a statement says nothing


def as_stated(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads without the layer of decisions."""
    return [quad for quad in quads if not _is_layer(quad)]


def without_layer(lines: Iterable[str]) -> Iterator[str]:
    """The N-Quads lines without the layer of decisions."""
    return (line for line in lines if not line.endswith(f"/{LAYER}> .\n"))


def in_force(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads as decisions have them; the same quads where there are no decisions."""
    every = list(quads)
    layer = [quad for quad in every if _is_layer(quad)]
    if not layer:
        return every
    changes = _Changes.of(layer)
    stated = [quad for quad in every if not _is_layer(quad)]
    gone = changes.all_gone(stated)
    home = _homes(stated, changes)
    kept = [quad for quad in stated if quad.subject.value not in gone and not changes.replaced(quad)]  # type: ignore[union-attr]
    kept += [made for quad in layer if (made := changes.settled(quad, home, gone)) is not None]
    return _without_old_shortcuts(kept, changes.tasks_changed(stated, gone))


def _is_layer(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.endswith(LAYER)


@dataclass(slots=True)
class _Changes:
    """What the layer says: facts overruled, titles and deadlines in their place, where its own facts belong."""

    overruled: set[str] = field(default_factory=set)
    amended: set[tuple[str, str]] = field(default_factory=set)
    home: dict[str, ox.NamedNode] = field(default_factory=dict)
    decisions: set[str] = field(default_factory=set)
    tasks: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, layer: Iterable[ox.Quad]) -> _Changes:
        found = cls()
        for quad in layer:
            subject, predicate = _value(quad.subject), quad.predicate.value
            if predicate == gt.overruledBy:
                found.overruled.add(subject)
            elif predicate in _AMENDED:
                found.amended.add((subject, _AMENDED[predicate]))
            elif predicate == gt.inDocument and isinstance(quad.object, ox.NamedNode):
                found.home[subject] = quad.object
            elif predicate == std.RDF_TYPE and _value(quad.object) == gt.Decision:
                found.decisions.add(subject)
            elif predicate == gt.ofTask:
                found.tasks.add(_value(quad.object))
        return found

    def all_gone(self, stated: Iterable[ox.Quad]) -> set[str]:
        """What is overruled, and what rests on it: a suggestion on the duty, an alignment on the task."""
        gone = set(self.overruled)
        resting = [quad for quad in stated if quad.predicate.value in _RESTS_ON]
        while more := {_value(q.subject) for q in resting if _value(q.object) in gone} - gone:
            gone |= more
        return gone

    def replaced(self, quad: ox.Quad) -> bool:
        """Whether it is a stated title or deadline in whose place another stands."""
        return (_value(quad.subject), quad.predicate.value) in self.amended

    def settled(self, quad: ox.Quad, home: Mapping[str, ox.NamedNode], gone: set[str]) -> ox.Quad | None:
        """A quad of the layer where its readers look for it; None for what only the layer itself needs."""
        subject, predicate = _value(quad.subject), quad.predicate.value
        if subject in self.decisions:
            return quad
        if subject in gone or predicate == gt.overruledBy or (predicate in _RESTS_ON and _value(quad.object) in gone):
            return None
        name, graph = _AMENDED.get(predicate), home.get(subject) or self.home.get(subject)
        if name is not None:
            return ox.Quad(quad.subject, ox.NamedNode(name), quad.object, graph) if _value(quad.object) else None
        return ox.Quad(quad.subject, quad.predicate, quad.object, graph or quad.graph_name)

    def tasks_changed(self, stated: Iterable[ox.Quad], gone: set[str]) -> set[str]:
        """The tasks of whose owners some are gone."""
        return {_value(q.object) for q in stated if q.predicate.value == gt.ofTask and _value(q.subject) in gone}


def _homes(stated: Iterable[ox.Quad], changes: _Changes) -> dict[str, ox.NamedNode]:
    """The documents of stated things that the layer says something of."""
    return {
        _value(quad.subject): quad.object
        for quad in stated
        if quad.predicate.value == gt.inDocument and isinstance(quad.object, ox.NamedNode)
    }


def _without_old_shortcuts(quads: list[ox.Quad], tasks: set[str]) -> list[ox.Quad]:
    """The shortcuts of tasks whose owners changed, only where a responsibility still says so."""
    if not tasks:
        return quads
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for quad in quads:
        if quad.predicate.value in (gt.ofTask, gt.agency, gt.role, std.RDF_TYPE):
            told[_value(quad.subject)][quad.predicate.value] = _value(quad.object)
    duties = [of for of in told.values() if of.get(std.RDF_TYPE) == gt.Responsibility]
    owned = {(of.get(gt.ofTask), of.get(gt.agency)) for of in duties}
    in_role = {(of.get(gt.ofTask), of.get(gt.agency), of.get(gt.role)) for of in duties}

    def stands(quad: ox.Quad) -> bool:
        task, agency, name = _value(quad.subject), _value(quad.object), quad.predicate.value
        if name not in _SHORTCUTS or task not in tasks:
            return True
        return (task, agency, _ROLE_OF[name]) in in_role if name in _ROLE_OF else (task, agency) in owned

    return [quad for quad in quads if stands(quad)]


def _value(term: object) -> str:
    return getattr(term, "value", "")
