"""Topics (`registry/topics.ttl`) and the words around names of places and documents, as plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from guitu.ontology.registry_file import entries
from guitu.ontology.turtle_file import local


@dataclass(frozen=True, slots=True)
class Topic:
    """An industry or a field of policy; `names`: every word for it, the label first; `broader`: the label above it."""

    label: str
    names: tuple[str, ...]
    broader: str | None = None


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, by label.

    >>> [topic.broader for topic in topics() if topic.label == "养殖业" or topic.label == "畜牧业"]
    ['农业']
    """
    found = (
        Topic(
            entry["prefLabel"][0],
            (entry["prefLabel"][0], *sorted(entry.get("altLabel", ()))),
            local(entry["broader"][0]) if "broader" in entry else None,
        )
        for entry in entries("topics").values()
        if "inScheme" in entry
    )
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
    found = (entry for entry in entries(file).values() if "inScheme" in entry)
    return MappingProxyType({entry["notation"][0]: frozenset(entry.get("hiddenLabel", ())) for entry in found})


def place_words() -> Mapping[str, frozenset[str]]:
    """Last words of names by place type (park, base, zone, belt, town, island) and the lists of words around names.

    >>> "产业园" in place_words()["park"]
    True
    """
    return _words("place-types")


@cache
def place_signs() -> Mapping[str, str]:
    """Signs that make any word of kind the last word of a place, with the type that each tells: 区 of 法律服务区.

    >>> place_signs()["谷"]
    'zone'
    """
    words = place_words()
    return MappingProxyType({sign: kind for kind in ("park", "zone", "belt") for sign in words[f"sign-{kind}"]})


@cache
def kind_nouns() -> frozenset[str]:
    """Words of kind of two signs or more that end in no other: what stands before such a sign.

    >>> "体验" in kind_nouns(), "文化体验" in kind_nouns(), "建设" in kind_nouns()
    (True, False, False)
    """
    words = place_words()["generic"] | place_words()["trade"] | frozenset(topic_names())
    nouns = frozenset(word for word in words if len(word) > 1 and all("一" <= sign <= "龥" for sign in word))
    nouns -= place_words()["cue"] | {"核心", "中心", "重点"}  # deeds, and parts of a place
    return frozenset(word for word in nouns if not any(word[i:] in nouns for i in range(1, len(word) - 1)))


@cache
def known_places() -> Mapping[str, str]:
    """Zones, parks and new areas of the whole country by name, with their type (`registry/place-names.ttl`).

    >>> known_places()["雄安新区"]
    'zone'
    """
    found = (e for e in entries("place-names").values() if "inScheme" in e and e["notation"] != ["area"])
    return MappingProxyType({name: entry["notation"][0] for entry in found for name in entry["hiddenLabel"]})


@cache
def known_areas() -> frozenset[str]:
    """Areas of cities that are known by a name without any word of kind (`registry/place-names.ttl`).

    >>> "陆家嘴" in known_areas()
    True
    """
    return frozenset(
        name
        for entry in entries("place-names").values()
        if "area" in entry.get("notation", ())
        for name in entry["hiddenLabel"]
    )


def document_words() -> Mapping[str, frozenset[str]]:
    """Last words of names of documents (`type`), the words around them, and the verbs of each relation.

    >>> "条例" in document_words()["type"]
    True
    """
    return _words("document-words")


@cache
def laws() -> frozenset[str]:
    """The laws of the country by their short names (`registry/laws.ttl`).

    >>> "统计法" in laws(), "执法" in laws()
    (True, False)
    """
    return frozenset(word for entry in entries("laws").values() for word in entry.get("hiddenLabel", ()))
