"""Turtle and TriG, written so that a person can read them and two builds give the same bytes."""

from __future__ import annotations

import re
from collections import Counter
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
# What proves a fact: a range of characters of a reading text. Its hash stands once, as a prefix: t8f57acd9:1448\\,1485
_EVIDENCE = re.compile(r"(?P<text>.+/text/(?P<hash>[0-9a-f]{8,64})#char=)(?P<range>[0-9]+(?:,[0-9]+)?)")
_SHOWN = 8  # letters of the hash
_COMMA = "\\,"  # Turtle wants it escaped in a name


class Turtle:
    """Writes terms and blocks with one set of prefixes."""

    def __init__(self, prefixes: Prefixes, statements: Iterable[Statement]) -> None:
        self._prefixes = prefixes
        self._texts = _texts(statements)
        self._written: dict[Term, str] = {}

    def header(self) -> str:
        """The prefix lines, in order of their names."""
        texts = {prefix: namespace for namespace, prefix in self._texts.items()}
        names = sorted({**texts, **self._prefixes.names}.items())
        return "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in names)

    def term(self, term: Term) -> str:
        """A term as short as Turtle allows."""
        if term not in self._written:
            self._written[term] = self._term(term)
        return self._written[term]

    def _term(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            if evidence := _EVIDENCE.fullmatch(term.value):
                return f"{self._texts[evidence['text']]}:{evidence['range'].replace(',', _COMMA)}"
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


def _texts(statements: Iterable[Statement]) -> dict[str, str]:
    """The prefix of each reading text that is pointed into, by its namespace."""
    terms = {term.value for one in statements for term in (one.subject, one.object) if isinstance(term, NamedNode)}
    found = sorted({(m["text"], m["hash"]) for iri in terms if (m := _EVIDENCE.fullmatch(iri))})
    short = Counter(letters[:_SHOWN] for _, letters in found)
    return {text: f"t{letters[:_SHOWN] if short[letters[:_SHOWN]] == 1 else letters}" for text, letters in found}


def turtle(statements: Sequence[Statement], prefixes: Prefixes) -> Iterator[str]:
    """One graph: the named graphs of the statements are left out, equal triples written once."""
    writer = Turtle(prefixes, statements)
    yield writer.header()
    for block in writer.blocks(statements):
        yield "\n" + block


def trig(statements: Sequence[Statement], prefixes: Prefixes) -> Iterator[str]:
    """Every named graph in its own block; statements of the default graph stand first, outside of any."""
    writer = Turtle(prefixes, statements)
    yield writer.header()
    for graph, of_graph in groupby(statements, key=lambda statement: statement.graph):
        if graph is None:
            yield from ("\n" + block for block in writer.blocks(of_graph))
            continue
        yield f"\n{writer.term(graph)} {{\n"
        for i, block in enumerate(writer.blocks(of_graph, "    ")):
            yield ("\n" if i else "") + block
        yield "}\n"
