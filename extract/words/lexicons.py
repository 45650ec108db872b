"""The lexicons that are looked for in a text, each under the name of what its words tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.topics import document_words, kind_nouns, place_signs, place_words, topic_names

Lexicon = Literal["topic", "place", "disclaimer"]
"""topic: names of topics; place: last words of names of places; disclaimer: what only a copier or a site says."""

PLACE_TYPES = {kind: kind for kind in ("park", "base", "zone", "belt", "town", "island", "other")} | {"site": "other"}
"""Lists of last words of names of places, with the type that each tells."""

GOES_ON = frozenset("区域位间划块别县林艺地丁市镇乡际口澳资币元来动头领给有宽层子线坊道")
"""Signs that make another word of a sign of places: 区域, 城市, 港口, 带动, 园林."""


@cache
def made_last_words() -> frozenset[str]:
    """Last words of names of places that no list has: a word of kind and a sign of places, as 农耕园."""
    return frozenset(noun + sign for noun in kind_nouns() for sign in place_signs()) - _listed_last_words()


@cache
def _listed_last_words() -> frozenset[str]:
    return frozenset(word for kind in PLACE_TYPES for word in place_words()[kind])


@cache
def lexicons() -> Mapping[Lexicon, frozenset[str]]:
    """Every lexicon with its words in canonical signs.

    >>> "产业园" in lexicons()["place"], "人工智能" in lexicons()["topic"]
    (True, True)
    """
    found: dict[Lexicon, frozenset[str]] = {
        "topic": frozenset(topic_names()),
        "place": _listed_last_words() | made_last_words(),
        "disclaimer": document_words()["disclaimer"],
    }
    return MappingProxyType(found)
