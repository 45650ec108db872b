"""One Turtle file of the registry as plain mappings: what every loader of knowledge starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files

import pyoxigraph as ox

from guitu.ontology.taught import laid_over

Entry = Mapping[str, Sequence[str]]
"""Values by the last part of their property, `{"prefLabel": ["教育局"], "ending": ["…#局"]}`;
English ones as `prefLabel@en`."""


def entries(name: str) -> dict[str, Entry]:
    """Every entry of `registry/{name}.ttl` by the last part of its IRI, in the order of the file; what was taught last.

    >>> entries("roles")["lead"]["role"]
    ['lead']
    """
    data = (files("guitu.ontology") / "registry" / f"{name}.ttl").read_bytes()
    found: dict[str, dict[str, list[str]]] = {}
    for triple in ox.parse(data, format=ox.RdfFormat.TURTLE):
        subject, value = triple.subject, triple.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
            continue
        key = local(triple.predicate.value)
        if isinstance(value, ox.Literal) and value.language == "en":
            key += "@en"
        found.setdefault(local(subject.value), {}).setdefault(key, []).append(value.value)
    for key, fields in laid_over(name).items():
        for field, values in fields.items():
            found.setdefault(key, {}).setdefault(field, []).extend(values)
    return dict(found)


def local(iri: str) -> str:
    """The last part of an IRI.

    >>> local("https://example.org/registry#局")
    '局'
    """
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :]
