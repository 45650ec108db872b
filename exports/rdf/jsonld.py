"""JSON-LD with named graphs and short, readable terms (`context.jsonld`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import groupby

from pyoxigraph import BlankNode, Literal

from guitu.exports.rdf.prefixes import Prefixes
from guitu.exports.rdf.statements import Resource, Statement, Term
from guitu.ontology.standards import RDF_TYPE, VOCABULARIES

_XSD = VOCABULARIES["xsd"]
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what JSON keeps exactly: 2025
Json = str | int | bool | dict[str, str]


class _Terms:
    """The words of the context: which of them says this property with this kind of value."""

    def __init__(self, context: dict[str, str | dict[str, str]], prefixes: Prefixes) -> None:
        self._prefixes = prefixes
        self._plain: dict[str, str] = {}
        self._coerced: dict[str, tuple[str, str | None, str | None]] = {}
        for word, meaning in context.items():
            if isinstance(meaning, dict):
                kind = meaning.get("@type")
                full = kind if kind in (None, "@id") else _expand(kind)
                self._coerced[_expand(meaning["@id"])] = (word, full, meaning.get("@language"))
            elif ":" in meaning:
                self._plain[_expand(meaning)] = word

    def name(self, iri: str) -> str:
        """A class or thing by its word, its short name, or in full."""
        return self._plain.get(iri) or self.reference(iri)

    def reference(self, iri: str) -> str:
        """An `id`: words of the context do not stand for themselves there."""
        return self._prefixes.short(iri) or iri

    def property(self, iri: str) -> tuple[str, str | None, str | None]:
        """The word for a property, with the kind and the language that the context gives its plain values."""
        return self._coerced.get(iri) or (self.reference(iri), None, None)

    def value(self, term: Term, kind: str | None, language: str | None) -> Json:
        """A value as plainly as the word for its property allows."""
        if not isinstance(term, Literal):
            name = _resource(term, self)
            return name if kind == "@id" else {"id": name}
        if term.language:
            plain = kind is None and term.language == language
            return term.value if plain else {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == f"{_XSD}string":
            return {"@value": term.value} if kind or language else term.value
        if datatype == kind:
            return term.value
        native = _native(term.value, datatype) if kind is None else None
        return {"@value": term.value, "@type": self.reference(datatype)} if native is None else native


def jsonld(statements: Sequence[Statement], prefixes: Prefixes) -> Iterator[str]:
    """The whole as one JSON object, one line per thing; the statements come sorted."""
    words: dict[str, str | dict[str, str]] = json.loads(
        files("guitu.exports.rdf").joinpath("context.jsonld").read_text(encoding="utf-8")
    )["@context"]
    spaces = {**VOCABULARIES, **prefixes.names}
    taken = {name: f"{name}-of" for name in prefixes.names if name in words}
    if taken:  # a folder named like a word of the context: the word stays, the prefix gives way
        spaces = {taken.get(name, name): namespace for name, namespace in spaces.items()}
        prefixes = Prefixes({taken.get(name, name): namespace for name, namespace in prefixes.names.items()})
    terms = _Terms(words, prefixes)
    context = {**{name: spaces[name] for name in sorted(spaces)}, **words}
    yield f'{{"@context": {_dump(context, indent=1)},\n"graph": [\n'
    first = True
    for graph, of_graph in groupby(statements, key=lambda statement: statement.graph):
        if graph is not None:
            yield ("" if first else ",\n") + f'{{"id": {_dump(_resource(graph, terms))}, "graph": [\n'
            yield from _lines(_nodes(of_graph, terms))
            yield "\n]}"
        else:
            yield from _lines(_nodes(of_graph, terms))
        first = False
    yield "\n]}\n"


def _native(text: str, datatype: str) -> int | bool | None:
    """A number or truth as JSON writes it, where reading it back gives the same characters."""
    if datatype == f"{_XSD}integer" and _INTEGER.fullmatch(text):
        return int(text)
    if datatype == f"{_XSD}boolean" and text in ("true", "false"):
        return text == "true"
    return None


def _lines(nodes: Iterable[dict[str, Json | list[Json]]]) -> Iterator[str]:
    for i, node in enumerate(nodes):
        yield (",\n" if i else "") + _dump(node)


def _nodes(statements: Iterable[Statement], terms: _Terms) -> Iterator[dict[str, Json | list[Json]]]:
    for subject, about in groupby(statements, key=lambda statement: statement.subject):
        node: dict[str, Json | list[Json]] = {"id": _resource(subject, terms)}
        for predicate, of_property in groupby(about, key=lambda statement: statement.predicate.value):
            objects = [statement.object for statement in of_property]
            if predicate == RDF_TYPE and all(not isinstance(o, Literal) for o in objects):
                word, values = "type", [terms.name(o.value) for o in objects]
                node[word] = values[0] if len(values) == 1 else list(values)
                continue
            word, kind, language = terms.property(predicate)
            several = [terms.value(o, kind, language) for o in objects]
            node[word] = several[0] if len(several) == 1 else several
        yield node


def _resource(resource: Resource, terms: _Terms) -> str:
    return str(resource) if isinstance(resource, BlankNode) else terms.reference(resource.value)


def _expand(short: str) -> str:
    prefix, _, local = short.partition(":")
    return VOCABULARIES[prefix] + local


def _dump(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)
