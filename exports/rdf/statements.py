"""Quads as sorted values: the one order in which every format writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from guitu.exports.rdf.prefixes import Prefixes, prefixes_of
from guitu.ontology.standards import RDF_TYPE, VOCABULARIES

_UNWRITTEN = {"", f"{VOCABULARIES['xsd']}string", f"{VOCABULARIES['rdf']}langString"}
Resource = NamedNode | BlankNode
Term = Resource | Literal


class Statement(NamedTuple):
    """One quad; `graph` is None in the default graph."""

    subject: Resource
    predicate: NamedNode
    object: Term
    graph: Resource | None = None

    def key(self) -> tuple[str, str, str, str]:
        """What quads are sorted by."""
        graph = self.graph.value if self.graph else ""
        return graph, self.subject.value, self.predicate.value, str(self.object)


def quads_of(lines: Iterable[str]) -> tuple[Quad, ...]:
    """The quads of N-Quads lines, as a store gives them."""
    return tuple(parse("".join(lines), format=RdfFormat.N_QUADS))


def statements(quads: Iterable[Quad]) -> tuple[Statement, ...]:
    """The quads without repeats, sorted by graph (the default one first), subject, predicate and object."""
    return tuple(map(_statement, in_order(quads)))


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """As `statements`, the quads themselves: their terms, which a quad makes anew when asked, weigh more than they."""
    keyed = {}
    once: dict[str, str] = {}  # each name of a thing once: of a million quads most are repeats
    for quad in quads:
        graph, about, name, value = _statement(quad).key()
        key = (once.setdefault(graph, graph), once.setdefault(about, about), once.setdefault(name, name), value)
        keyed[key] = quad
    return [keyed[key] for key in sorted(keyed)]


def _statement(quad: Quad) -> Statement:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    if not isinstance(subject, NamedNode | BlankNode) or not isinstance(value, NamedNode | BlankNode | Literal):
        raise TypeError(f"a triple inside a triple has no place in this graph: {quad}")
    return Statement(subject, quad.predicate, value, graph if isinstance(graph, NamedNode | BlankNode) else None)


def merged(sorted_statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The same triples without their graphs, each once."""
    keyed = {(s.subject.value, s.predicate.value, str(s.object)): s._replace(graph=None) for s in sorted_statements}
    return tuple(keyed[key] for key in sorted(keyed))


def prefixes_for(of: Sequence[Statement]) -> Prefixes:
    """The prefixes that the statements need."""
    iris: set[str] = set()
    named: set[str] = set()
    for statement in of:
        graph = statement.graph.value if statement.graph is not None else ""
        named.add(graph)
        iris.add(graph)
        iris.add(statement.subject.value)
        if statement.predicate.value != RDF_TYPE:  # written as a
            iris.add(statement.predicate.value)
        value = statement.object
        iris.add(value.datatype.value if isinstance(value, Literal) else value.value)
    return prefixes_of(iris - _UNWRITTEN, named)
