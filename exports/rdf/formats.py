"""The graph as files that other systems load: Turtle, TriG, N-Quads, JSON-LD, RDF/XML, always the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.rdf.jsonld import jsonld
from guitu.exports.rdf.rdfxml import rdfxml
from guitu.exports.rdf.statements import Statement, merged, prefixes_for, quads_of, statements
from guitu.exports.rdf.turtle import Lines, trig, turtle
from guitu.extract.errors import OptionError
from guitu.ontology import standards as std
from guitu.ontology.terms import Document, divisionCode, evidence

_SAID_OF_ENTITIES = frozenset((std.RDF_TYPE, std.SKOS_PREF_LABEL, std.SKOS_NOTATION, divisionCode))
_SAID_OF_DOCUMENTS = frozenset((std.RDF_TYPE, std.DCTERMS_TITLE))
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]+')  # not in a name of a file: a/b, a:b
WHOLE = "whole.ttl"
_PROVENANCE = "/graph/provenance"

_OfLines = Callable[[Lines], Iterator[str]]
_OfStatements = Callable[[Sequence[Statement]], Iterator[str]]


def _nquads(lines: Lines) -> Iterator[str]:
    return iter(lines())


def _jsonld(of: Sequence[Statement]) -> Iterator[str]:
    return jsonld(of, prefixes_for(of))


def _rdfxml(of: Sequence[Statement]) -> Iterator[str]:
    return rdfxml(merged(of))


_FROM_LINES: Mapping[str, _OfLines] = {"turtle": turtle, "trig": trig, "nquads": _nquads}
_FROM_STATEMENTS: Mapping[str, _OfStatements] = {"jsonld": _jsonld, "rdfxml": _rdfxml}
FORMATS: tuple[str, ...] = (*_FROM_LINES, *_FROM_STATEMENTS)
STREAMED = frozenset(_FROM_LINES)
"""Formats that are written from lines as they come."""


def serialize(quads: Iterable[Quad], form: str) -> str:
    """The quads in one of `FORMATS`; turtle and rdfxml leave the names of graphs out.

    >>> from pyoxigraph import NamedNode, Quad
    >>> a = NamedNode("http://example.org/a")
    >>> print(serialize([Quad(a, a, a)], "nquads"), end="")
    <http://example.org/a> <http://example.org/a> <http://example.org/a> .
    """
    return "".join(_written(quads, form))


def write(quads: Iterable[Quad], form: str, path: Path) -> None:
    """Writes the quads into one file, in UTF-8 with `\\n` ends of lines. OptionError for an unknown format."""
    _put(_written(quads, form), path)


def write_lines(lines: Lines, form: str, path: Path) -> None:
    """Writes sorted N-Quads lines, each once, as one file; memory does not grow with them for `STREAMED` formats."""
    _put(_FROM_LINES[form](lines) if form in STREAMED else _written(quads_of(lines()), form), path)


def lines_of(quads: Iterable[Quad]) -> list[str]:
    """The quads as N-Quads lines, sorted, each once."""
    return sorted({f"{quad} .\n" for quad in quads})


def write_documents(quads: Iterable[Quad], folder: Path) -> tuple[Path, ...]:
    """One Turtle file per document, named after its title, that can be loaded alone.

    It holds what the document states, from which file and text, and the labels of the entities that it names.
    """
    everything = statements(quads)
    by_graph: dict[str, list[Statement]] = {}
    for statement in everything:
        by_graph.setdefault(statement.graph.value if statement.graph else "", []).append(statement)
    titles = {graph: title for graph, of in by_graph.items() if (title := _title(graph, of)) is not None}
    labels, sources = _labels(everything, titles), _sources(everything)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for graph, name in file_names(titles).items():
        stated = [*by_graph[graph], *_from(graph, by_graph[graph], sources)]
        named = {s.object for s in stated if s.predicate.value != std.RDF_TYPE}
        needed = [s for term in named if isinstance(term, NamedNode) for s in labels.get(term.value, ())]
        for other in sorted({s.subject.value for s in needed} & titles.keys() - {graph}):
            proof = tuple(_proof(other, by_graph[other]))
            needed += [*proof, *_from(other, proof, sources)]
        path = folder / f"{name}.ttl"
        with path.open("w", encoding="utf-8", newline="\n") as out:
            lines = sorted({_line(one) for one in (*stated, *needed)})
            out.writelines(turtle(partial(iter, lines)))
        written.append(path)
    return tuple(written)


def file_names(titles: Mapping[str, str]) -> dict[str, str]:
    """IRI to a file name without ending, safe on every system; equal names get a number in order of the IRIs.

    >>> file_names({"b": "水/网", "a": "水:网"})
    {'a': '水_网', 'b': '水_网-2'}
    """
    names: dict[str, str] = {}
    taken: set[str] = {WHOLE.removesuffix(".ttl")}
    for iri in sorted(titles):
        stem = _UNSAFE.sub("_", titles[iri]).strip(" ._")[:60].rstrip(" .") or "document"
        name, n = stem, 1
        while name.casefold() in taken:
            n += 1
            name = f"{stem}-{n}"
        taken.add(name.casefold())
        names[iri] = name
    return names


def _written(quads: Iterable[Quad], form: str) -> Iterator[str]:
    if form not in FORMATS:
        raise OptionError(form, "not a format of RDF", f"choose one of {', '.join(FORMATS)}")
    if form in STREAMED:
        lines = lines_of(quads)
        return _FROM_LINES[form](lambda: lines)
    return _FROM_STATEMENTS[form](statements(quads))


def _put(chunks: Iterable[str], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(chunks)


def _line(one: Statement) -> str:
    """A statement as a line; the names of graphs tell the base of IRIs."""
    return f"{one.subject} {one.predicate} {one.object} {one.graph or ''}".rstrip() + " .\n"


def _title(graph: str, of: Sequence[Statement]) -> str | None:
    """The title of the document that the graph is of; None where it is the graph of no document."""
    about = [s for s in of if s.subject.value == graph]
    if not any(s.predicate.value == std.RDF_TYPE and s.object.value == Document for s in about):
        return None
    titles = sorted(
        s.object.value for s in about if s.predicate.value == std.DCTERMS_TITLE and isinstance(s.object, Literal)
    )
    return titles[0] if titles else ""


def _sources(everything: Iterable[Statement]) -> dict[str, list[Statement]]:
    """What is said of where things come from, by subject."""
    found: dict[str, list[Statement]] = {}
    for statement in everything:
        if statement.graph is not None and statement.graph.value.endswith(_PROVENANCE):
            found.setdefault(statement.subject.value, []).append(statement)
    return found


def _from(
    document: str, stated: Iterable[Statement], sources: Mapping[str, Sequence[Statement]]
) -> Iterator[Statement]:
    """The files that a document was read from, its reading texts, and what read them."""
    texts = {s.object.value.partition("#")[0] for s in stated if s.predicate.value == evidence}
    left, told = [document, *sorted(texts)], set[str]()
    while left:
        subject = left.pop()
        if subject in told:
            continue
        told.add(subject)
        for statement in sources.get(subject, ()):
            yield statement
            if isinstance(statement.object, NamedNode):
                left.append(statement.object.value)


def _proof(document: str, stated: Sequence[Statement]) -> Iterator[Statement]:
    """Where a document has its title from: without that it is none to the shapes."""
    places = {s.object.value for s in stated if s.subject.value == document and s.predicate.value == evidence}
    for statement in stated:
        subject, predicate = statement.subject.value, statement.predicate.value
        if subject in places or (subject == document and predicate == evidence):
            yield statement


def _labels(everything: Iterable[Statement], documents: Mapping[str, str]) -> dict[str, list[Statement]]:
    """What kind a named thing is and what it is called; of another document also its title."""
    found: dict[str, list[Statement]] = {}
    for statement in everything:
        graph = statement.graph.value if statement.graph is not None else ""
        of = _SAID_OF_DOCUMENTS if statement.subject.value == graph else _SAID_OF_ENTITIES
        if (graph not in documents or statement.subject.value == graph) and statement.predicate.value in of:
            found.setdefault(statement.subject.value, []).append(statement)
    return found
