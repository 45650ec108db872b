"""Turtle and TriG, written so that a person can read them and two builds give the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pyoxigraph import BlankNode, Literal, NamedNode

from guitu.exports.rdf.prefixes import Prefixes
from guitu.exports.rdf.statements import Statement, Term
from guitu.ontology.standards import RDF_TYPE, VOCABULARIES

_XSD = VOCABULARIES["xsd"]
_BARE = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}  # the three datatypes that Turtle writes without quotes: 12, 3.5, true
_STRING = f"{_XSD}string"


class Turtle:
    """Writes terms and blocks with one set of prefixes."""

    def __init__(self, prefixes: Prefixes) -> None:
        self._prefixes = prefixes
        self._written: dict[Term, str] = {}

    def header(self) -> str:
        """The prefix lines, in order of their names."""
        return "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in self._prefixes.names.items())

    def term(self, term: Term) -> str:
        """A term as short as Turtle allows."""
        if term not in self._written:
            self._written[term] = self._term(term)
        return self._written[term]

    def _term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            return self._prefixes.short(term.value) or str(term)
        if isinstance(term, BlankNode):
            return str(term)
        datatype = term.datatype.value
        if term.language or datatype == _STRING:
            return str(term)
        if (bare := _BARE.get(datatype)) and bare.fullmatch(term.value):
            return term.value
        return f"{Literal(term.value)}^^{self.term(term.datatype)}"

    def blocks(self, statements: Iterable[Statement], indent: str = "") -> Iterator[str]:
        """One block per subject, `a` first, one line per property; the statements come sorted."""
        for subject, about in groupby(statements, key=lambda statement: statement.subject):
            lines = list(self._properties(about))
            yield f"{indent}{self.term(subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"

    def _properties(self, about: Iterable[Statement]) -> Iterator[str]:
        rest = []
        for predicate, statements in groupby(about, key=lambda statement: statement.predicate):
            values = " , ".join(self.term(statement.object) for statement in statements)
            if predicate.value == RDF_TYPE:
                yield f"a {values}"
            else:
                rest.append(f"{self.term(predicate)} {values}")
        yield from rest


def turtle(statements: Sequence[Statement], prefixes: Prefixes) -> Iterator[str]:
    """One graph: the named graphs of the statements are left out, equal triples written once."""
    writer = Turtle(prefixes)
    yield writer.header()
    for block in writer.blocks(statements):
        yield "\n" + block


def trig(statements: Sequence[Statement], prefixes: Prefixes) -> Iterator[str]:
    """Every named graph in its own block; statements of the default graph stand first, outside of any."""
    writer = Turtle(prefixes)
    yield writer.header()
    for graph, of_graph in groupby(statements, key=lambda statement: statement.graph):
        if graph is None:
            yield from ("\n" + block for block in writer.blocks(of_graph))
            continue
        yield f"\n{writer.term(graph)} {{\n"
        for i, block in enumerate(writer.blocks(of_graph, "    ")):
            yield ("\n" if i else "") + block
        yield "}\n"
