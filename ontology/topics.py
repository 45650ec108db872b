"""Topics (`registry/topics.ttl`) and the words around names of places and documents, as plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

import pyoxigraph as ox

_SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True, slots=True)
class Topic:
    """An industry or a field of policy; `names`: every word for it, the label first; `broader`: the label above it."""

    label: str
    names: tuple[str, ...]
    broader: str | None = None


def _store(file: str) -> ox.Store:
    store = ox.Store()
    store.load(resources.files("guitu.ontology").joinpath(f"registry/{file}.ttl").read_bytes(), ox.RdfFormat.TURTLE)
    return store


def _values(store: ox.Store, subject: object, name: str) -> list[str]:
    """The literals of a SKOS property but English ones, or the local names of its concepts, sorted."""
    assert isinstance(subject, ox.NamedNode)
    found = [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(_SKOS + name), None)]
    return sorted(
        str(o.value).rsplit("/", 1)[-1] if isinstance(o, ox.NamedNode) else o.value
        for o in found
        if isinstance(o, ox.NamedNode) or (isinstance(o, ox.Literal) and o.language != "en")
    )


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, by label.

    >>> [topic.broader for topic in topics() if topic.label == "养殖业" or topic.label == "畜牧业"]
    ['农业']
    """
    store = _store("topics")
    found = []
    for quad in store.quads_for_pattern(None, ox.NamedNode(_SKOS + "inScheme"), None):
        [label] = _values(store, quad.subject, "prefLabel")
        above = _values(store, quad.subject, "broader")
        names = (label, *_values(store, quad.subject, "altLabel"))
        found.append(Topic(label, names, above[0] if above else None))
    return tuple(sorted(found, key=lambda topic: topic.label))


@cache
def topic_names() -> Mapping[str, str]:
    """Each word for a topic with the topic's label.

    >>> topic_names()["芯片"]
    '集成电路'
    """
    return MappingProxyType({name: topic.label for topic in topics() for name in topic.names})


@cache
def _words(file: str) -> Mapping[str, frozenset[str]]:
    store = _store(file)
    found = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(_SKOS + "inScheme"), None):
        [notation] = _values(store, quad.subject, "notation")
        found[notation] = frozenset(_values(store, quad.subject, "hiddenLabel"))
    return MappingProxyType(found)


def place_words() -> Mapping[str, frozenset[str]]:
    """Last words of names by place type (park, base, zone, belt, town, island) and the lists of words around names.

    >>> "产业园" in place_words()["park"]
    True
    """
    return _words("place-types")


def document_words() -> Mapping[str, frozenset[str]]:
    """Last words of names of documents (`type`), the words around them, and the verbs of each relation.

    >>> "条例" in document_words()["type"]
    True
    """
    return _words("document-words")
