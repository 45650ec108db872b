"""The lexicons that are looked for in a text, each under the name of what its words tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.topics import document_words, kind_nouns, place_signs, place_words, topic_names

Lexicon = Literal["topic", "place", "disclaimer"]
"""topic: names of topics; place: last words of names of places; disclaimer: what only a copier or a site says."""

PLACE_TYPES = ("park", "base", "zone", "belt", "town", "island", "other")


@cache
def lexicons() -> Mapping[Lexicon, frozenset[str]]:
    """Every lexicon with its words in canonical signs.

    >>> "产业园" in lexicons()["place"], "人工智能" in lexicons()["topic"]
    (True, True)
    """
    found: dict[Lexicon, frozenset[str]] = {
        "topic": frozenset(topic_names()),
        "place": frozenset(word for kind in PLACE_TYPES for word in place_words()[kind])
        | {noun + sign for noun in kind_nouns() for sign in place_signs()},
        "disclaimer": document_words()["disclaimer"],
    }
    return MappingProxyType(found)
