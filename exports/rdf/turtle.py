"""Turtle and TriG from sorted N-Quads lines, so that a person can read them and two builds give the same bytes.

The lines are read once: a prefix gets its name when it is first needed. Only where a later one wants the same name, as
of two texts whose hashes begin alike, they are read again with all names known. Memory does not grow with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import NamedTuple, TypeVar

from guitu.exports.rdf.on_disk import in_order
from guitu.exports.rdf.terms import Terms
from guitu.graph.quads.names import span_of
from guitu.ontology.standards import RDF_TYPE
from guitu.ontology.terms import evidence

_TYPE, _PROOF = f"<{RDF_TYPE}>", f"<{evidence}>"

Lines = Callable[[], Iterable[str]]
"""Gives the same sorted N-Quads lines as often as it is asked."""
Told = dict[str, list[str]]
"""What is said of a subject: by predicate the objects as they are written."""
_Order = TypeVar("_Order")
_Blocks = Callable[["_Writer", Iterable[str]], Iterator[tuple[_Order, str]]]
_UNSAID = "\n\n"  # no line has it


def turtle(lines: Lines) -> Iterator[str]:
    """One graph: the named graphs are left out, equal triples written once.

    What a text states stands in the order of the text, all else by its IRI after it.
    """
    writer, blocks = _written(lines, _placed)
    yield writer.header()
    for _, block in blocks:
        yield "\n" + block


def trig(lines: Lines) -> Iterator[str]:
    """Every named graph in its own block; statements of the default graph stand first, outside of any."""
    writer, blocks = _written(lines, _in_graphs)
    yield writer.header()
    for graph, of_graph in groupby(blocks, key=lambda one: one[0][0]):
        if not graph:
            yield from ("\n" + block for _, block in of_graph)
            continue
        yield f"\n{writer.terms[f'<{graph}>']} {{\n"
        for i, (_, block) in enumerate(of_graph):
            yield ("\n" if i else "") + block
        yield "}\n"


def _written(lines: Lines, blocks: _Blocks[_Order]) -> tuple[_Writer, Iterator[tuple[_Order, str]]]:
    """The blocks in order, with the one who wrote them; written again where a prefix could not keep its name."""
    writer = _Writer(Terms())
    found = in_order(blocks(writer, lines()))
    first = next(found, None)
    if writer.terms.used != (final := writer.terms.final):
        writer = _Writer(Terms(final))
        found = in_order(blocks(writer, lines()))
        first = next(found, None)
    return writer, chain([] if first is None else [first], found)


def _placed(writer: _Writer, lines: Iterable[str]) -> Iterator[tuple[tuple[bool, tuple[str, int, int], str], str]]:
    for one in _subjects(writer.terms, lines, apart=False):
        places = [place for proof in one.proofs if (place := span_of(proof))]
        order = (not places, min(places, default=("", 0, 0)), _value(one.subject))
        yield order, writer.block(one.subject, one.told[""])


def _in_graphs(writer: _Writer, lines: Iterable[str]) -> Iterator[tuple[tuple[str, str], str]]:
    for one in _subjects(writer.terms, lines, apart=True):
        for graph, told in one.told.items():
            writer.terms.need(graph)
            yield (_value(graph), _value(one.subject)), writer.block(one.subject, told, "    " if graph else "")


class _Subject(NamedTuple):
    """What is said of a subject, by graph where these are kept apart; `proofs`: of the ranges that prove it."""

    subject: str
    told: dict[str, Told]
    proofs: list[str]


def _subjects(terms: Terms, lines: Iterable[str], *, apart: bool) -> Iterator[_Subject]:
    """What lines say, subject by subject.

    A line has the subject of the one before, and mostly its graph: of these only the ends are looked at.
    """
    start = graph_end = _UNSAID
    one, graph, before, last, values, proving = _Subject("", {}, []), "", "", "", list[str](), False
    for line in lines:
        if not line.startswith(start):
            if one.subject:
                yield one
            one = _Subject(line[: line.index(" ")], {}, [])
            start, before = one.subject + " ", ""
        predicate, _, rest = line[len(start) :].partition(" ")
        if rest.endswith(graph_end):
            value = rest[: -len(graph_end)]
        else:
            value, graph = _parts(rest)
            graph_end = f" {graph} .\n" if graph else _UNSAID
            terms.saw(graph)
            before = "" if apart else before
        if predicate != before:
            before, proving = predicate, predicate == _PROOF
            values = one.told.setdefault(graph if apart else "", {}).setdefault(predicate, [])
        elif value == last:  # in another graph
            continue
        last = value
        values.append(terms[value] if value.endswith(">") else value)
        if proving:
            one.proofs.append(value)
    if one.subject:
        yield one


def _parts(rest: str) -> tuple[str, str]:
    """Object and graph of what stands behind a predicate, as they are written; the graph is empty where none is named.

    >>> _parts('"1 <a:x>"@zh <a:g> .\\n'), _parts('"1 <a:x>" .\\n')
    (('"1 <a:x>"@zh', '<a:g>'), ('"1 <a:x>"', ''))
    """
    value, _, graph = rest[:-3].rpartition(" ")
    if not value or graph[0] not in "<_" or '"' in graph:  # a piece of a literal
        return rest[:-3], ""
    return value, graph


def _value(term: str) -> str:
    """What stands in `<…>`, or the name of a blank node."""
    return term[1:-1] if term.startswith("<") else term.removeprefix("_:")


class _Writer:
    """Writes blocks with one set of prefixes."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._plans: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    def header(self) -> str:
        """The prefix lines, in order of their names."""
        names = sorted((prefix, namespace) for namespace, prefix in self.terms.used.items())
        return "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in names)

    def block(self, subject: str, told: Told, indent: str = "") -> str:
        """All of one subject, `a` first, one line per property."""
        said = tuple(told)
        plan = self._plans.get(said) or self._planned(said)
        properties = [f"{name} {' , '.join(told[predicate])}" for predicate, name in plan]
        term = self.terms[subject] if subject.startswith("<") else subject
        return f"{indent}{term} " + f" ;\n{indent}    ".join(properties) + " .\n"

    def _planned(self, said: tuple[str, ...]) -> list[tuple[str, str]]:
        """Predicates in their order, with their short forms; many subjects have the same."""
        order = sorted(said, key=lambda one: (one != _TYPE, one[1:-1]))
        found = self._plans[said] = [(one, "a" if one == _TYPE else self.terms[one]) for one in order]
        return found
