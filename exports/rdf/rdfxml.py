"""RDF/XML: one graph without names, every property a qualified name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, NamedNode

from guitu.exports.rdf.statements import Resource, Statement
from guitu.extract.errors import OptionError
from guitu.ontology.standards import VOCABULARIES

_RDF = VOCABULARIES["rdf"]
_STRING = f"{VOCABULARIES['xsd']}string"
_NAME = re.compile(r"(?P<namespace>.*[^\w.-])?(?P<name>[^\W\d][\w.-]*)")  # http://example.org/ns#ofTask
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0 cannot hold them in any spelling


def rdfxml(statements: Sequence[Statement]) -> Iterator[str]:
    """The whole as one graph; the statements come merged and sorted. OptionError for a property XML cannot name."""
    names = _names({s.predicate.value for s in statements})
    used = dict(sorted({name.partition(":")[0]: _parted(iri)[0] for iri, name in names.items()}.items()))
    used["rdf"] = _RDF
    spaces = "".join(f'\n  xmlns:{prefix}="{escape(namespace)}"' for prefix, namespace in sorted(used.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    for subject, about in groupby(statements, key=lambda statement: statement.subject):
        yield f"\n  <rdf:Description {_reference(subject, 'about')}>\n"
        yield from (_property(statement, names) for statement in about)
        yield "  </rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(statement: Statement, names: dict[str, str]) -> str:
    name, value = names[statement.predicate.value], statement.object
    if isinstance(value, NamedNode | BlankNode):
        return f"    <{name} {_reference(value, 'resource')}/>\n"
    kind = ""
    if value.language:
        kind = f' xml:lang="{value.language}"'
    elif value.datatype.value != _STRING:
        kind = f" rdf:datatype={quoteattr(value.datatype.value)}"
    text = escape(_FORBIDDEN.sub("\ufffd", value.value), {"\r": "&#13;"})
    return f"    <{name}{kind}>{text}</{name}>\n"


def _reference(resource: Resource, attribute: str) -> str:
    if isinstance(resource, BlankNode):
        return f'rdf:nodeID="{resource.value}"'
    return f"rdf:{attribute}={quoteattr(resource.value)}"


def _parted(iri: str) -> tuple[str, str]:
    if not (found := _NAME.fullmatch(iri)) or not found["namespace"]:
        raise OptionError("rdfxml", f"XML cannot name the property <{iri}>", "choose turtle, trig, nquads or jsonld")
    return found["namespace"], found["name"]


def _names(predicates: set[str]) -> dict[str, str]:
    known = {namespace: prefix for prefix, namespace in VOCABULARIES.items()}
    for namespace in sorted({_parted(iri)[0] for iri in predicates}):
        known.setdefault(namespace, f"ns{len(known) - len(VOCABULARIES) + 1}")
    return {iri: f"{known[_parted(iri)[0]]}:{_parted(iri)[1]}" for iri in predicates}
