"""Turtle and TriG from sorted N-Quads lines, so that a person can read them and two builds give the same bytes.

The lines are read twice, first for the prefixes that they need; memory does not grow with them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from guitu.exports.rdf.on_disk import in_order
from guitu.exports.rdf.prefixes import Prefixes, prefixes_of, split
from guitu.graph.quads.names import span_of
from guitu.ontology.standards import RDF_TYPE, VOCABULARIES
from guitu.ontology.terms import evidence

_XSD = VOCABULARIES["xsd"]
_BARE = {
    f"<{_XSD}integer>": re.compile(r'"[+-]?[0-9]+"'),
    f"<{_XSD}decimal>": re.compile(r'"[+-]?[0-9]*\.[0-9]+"'),
    f"<{_XSD}boolean>": re.compile(r'"(?:true|false)"'),
}  # the three datatypes that Turtle writes without quotes: 12, 3.5, true
_STRING = f"<{_XSD}string>"
# What proves a fact: a range of characters of a reading text. Its hash stands once, as a prefix: t8f57acd9:1448\\,1485
_EVIDENCE = re.compile(r"(?P<text>.+/text/(?P<hash>[0-9a-f]{8,64})#char=)(?P<range>[0-9]+(?:,[0-9]+)?)")
_RANGE = "#char="
_SHOWN = 8  # letters of the hash
_COMMA = "\\,"  # Turtle wants it escaped in a name
_TYPE, _PROOF = f"<{RDF_TYPE}>", f"<{evidence}>"
_KEPT = 1 << 16  # terms whose short form is kept at hand

Lines = Callable[[], Iterable[str]]
"""Gives the same sorted N-Quads lines as often as it is asked."""
Parts = tuple[str, str, str, str]
_Order = tuple[bool, tuple[str, int, int], str]


def parts(line: str) -> Parts:
    """Subject, predicate, object and graph of a line as they are written; the graph is empty where it names none.

    >>> parts('<a:s> <a:p> "1 <a:x>"@zh <a:g> .\\n')
    ('<a:s>', '<a:p>', '"1 <a:x>"@zh', '<a:g>')
    """
    subject, predicate, rest = line.split(" ", 2)
    value, _, graph = rest[:-3].rpartition(" ")
    if not value or graph[0] not in "<_" or '"' in graph:  # a piece of a literal
        return subject, predicate, rest[:-3], ""
    return subject, predicate, value, graph


def turtle(lines: Lines) -> Iterator[str]:
    """One graph: the named graphs are left out, equal triples written once.

    What a text states stands in the order of the text, all else by its IRI after it.
    """
    writer = _Writer(lines, with_graphs=False)
    yield writer.header()
    for _, block in in_order(_placed(writer, lines)):
        yield "\n" + block


def trig(lines: Lines) -> Iterator[str]:
    """Every named graph in its own block; statements of the default graph stand first, outside of any."""
    writer = _Writer(lines, with_graphs=True)
    yield writer.header()
    blocks = in_order(_in_graphs(writer, lines))
    for graph, of_graph in groupby(blocks, key=lambda one: one[0][0]):
        if not graph:
            yield from ("\n" + block for _, block in of_graph)
            continue
        yield f"\n{writer.term(f'<{graph}>')} {{\n"
        for i, (_, block) in enumerate(of_graph):
            yield ("\n" if i else "") + block
        yield "}\n"


def _subjects(lines: Iterable[str]) -> Iterator[tuple[str, Iterator[Parts]]]:
    return groupby(map(parts, lines), key=lambda one: one[0])


def _placed(writer: _Writer, lines: Lines) -> Iterator[tuple[_Order, str]]:
    for subject, about in _subjects(lines()):
        told: dict[str, dict[str, None]] = {}
        for _, predicate, value, _ in about:
            told.setdefault(predicate, {})[value] = None
        places = [place for value in told.get(_PROOF, ()) if (place := span_of(_value(value)))]
        order = (not places, min(places, default=("", 0, 0)), _value(subject))
        yield order, writer.block(subject, told)


def _in_graphs(writer: _Writer, lines: Lines) -> Iterator[tuple[tuple[str, str], str]]:
    for subject, about in _subjects(lines()):
        graphs: dict[str, dict[str, dict[str, None]]] = {}
        for _, predicate, value, graph in about:
            graphs.setdefault(graph, {}).setdefault(predicate, {})[value] = None
        for graph, told in graphs.items():
            yield (_value(graph), _value(subject)), writer.block(subject, told, "    " if graph else "")


def _value(term: str) -> str:
    """What stands in `<…>`, or the name of a blank node; of a literal nothing that could be a place."""
    return term[1:-1] if term.startswith("<") else term.removeprefix("_:")


class _Writer:
    """Writes terms and blocks with one set of prefixes."""

    def __init__(self, lines: Lines, *, with_graphs: bool) -> None:
        self._prefixes, self._texts = _survey(lines(), with_graphs)
        self.term = lru_cache(_KEPT)(self._term)

    def header(self) -> str:
        """The prefix lines, in order of their names."""
        texts = {prefix: namespace for namespace, prefix in self._texts.items()}
        names = sorted({**texts, **self._prefixes.names}.items())
        return "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in names)

    def _term(self, term: str) -> str:
        """A term as short as Turtle allows."""
        if term.startswith("<"):
            if _RANGE in term and (found := _EVIDENCE.fullmatch(term[1:-1])):
                return f"{self._texts[found['text']]}:{found['range'].replace(',', _COMMA)}"
            return self._prefixes.shortened(term[1:-1]) or term
        if not term.startswith('"') or not term.endswith(">"):
            return term
        value, _, datatype = term.rpartition("^^")
        if datatype == _STRING:
            return value
        if (bare := _BARE.get(datatype)) and bare.fullmatch(value):
            return value[1:-1]
        return f"{value}^^{self.term(datatype)}"

    def block(self, subject: str, told: dict[str, dict[str, None]], indent: str = "") -> str:
        """All of one subject, `a` first, one line per property."""
        term = self.term
        first = [f"a {' , '.join(map(term, told.pop(_TYPE)))}"] if _TYPE in told else []
        rest = (f"{term(name)} {' , '.join(map(term, told[name]))}" for name in sorted(told, key=_value))
        return f"{indent}{term(subject)} " + f" ;\n{indent}    ".join((*first, *rest)) + " .\n"


def _survey(lines: Iterable[str], with_graphs: bool) -> tuple[Prefixes, dict[str, str]]:
    """The prefixes that lines need, and those of the reading texts that are pointed into, by their namespaces."""
    spaces, graphs, predicates, texts = set[str](), set[str](), set[str](), dict[str, str]()

    def saw(term: str) -> None:
        iri = term[1:-1]
        spaces.add(split(iri)[0])
        at = iri.find(_RANGE)
        if at >= 0 and iri[: at + len(_RANGE)] not in texts and (found := _EVIDENCE.fullmatch(iri)):
            texts[found["text"]] = found["hash"]

    for subject, about in _subjects(lines):
        if subject.startswith("<"):
            saw(subject)
        for _, predicate, value, graph in about:
            predicates.add(predicate)
            graphs.add(graph)
            if value.startswith("<"):
                saw(value)
            elif value.endswith(">") and (datatype := value.rpartition("^^")[2]) != _STRING:
                spaces.add(split(datatype[1:-1])[0])
    named = {_value(graph) for graph in graphs}
    spaces |= {split(_value(one))[0] for one in predicates - {_TYPE}}
    if with_graphs:
        spaces |= {split(_value(graph))[0] for graph in graphs if graph.startswith("<")}
    short = Counter(letters[:_SHOWN] for letters in texts.values())
    return prefixes_of(spaces, named), {
        text: f"t{letters[:_SHOWN] if short[letters[:_SHOWN]] == 1 else letters}" for text, letters in texts.items()
    }
