"""One Turtle file of the registry as plain mappings: what every loader of knowledge starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files

from guitu.ontology.taught import laid_over
from guitu.ontology.turtle_file import values

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
    for key, field, value in values(data):
        found.setdefault(key, {}).setdefault(field, []).append(value)
    for key, fields in laid_over(name).items():
        for field, more in fields.items():
            found.setdefault(key, {}).setdefault(field, []).extend(more)
    return dict(found)
