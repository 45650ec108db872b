"""One Turtle file of the registry as plain mappings: what every loader of knowledge starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files

from guitu.ontology import turtle_file
from guitu.ontology.beside import Beside
from guitu.ontology.taught import laid_over

Entry = Mapping[str, Sequence[str]]
"""Values by the last part of their property, `{"prefLabel": ["教育局"], "ending": ["…#局"]}`;
English ones as `prefLabel@en`."""
_Fields = dict[str, list[str]]


def entries(name: str) -> dict[str, Entry]:
    """Every entry of `registry/{name}.ttl` by the last part of its IRI, in the order of the file; what was taught last.

    >>> entries("roles")["lead"]["role"]
    ['lead']
    """
    found = _of_file(name)
    for key, fields in laid_over(name).items():
        for field, more in fields.items():
            found.setdefault(key, {}).setdefault(field, []).extend(more)
    return dict(found)


def _of_file(name: str) -> dict[str, _Fields]:
    """What the file says: Turtle is read once for all processes, since most commands need much of the registry."""
    room = files("guitu.ontology")
    data = (room / "registry" / f"{name}.ttl").read_bytes()
    beside = Beside.module(turtle_file.__file__, name, (room / "turtle_file.py").read_bytes(), data)
    found: dict[str, _Fields] | None = beside.load()
    if found is None:
        found = {}
        for key, field, value in turtle_file.values(data):
            found.setdefault(key, {}).setdefault(field, []).append(value)
        beside.keep(found)
    return found
