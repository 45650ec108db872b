"""The lexicons that are looked for in a text, each under the name of what its words tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.knowledge import duty_words
from guitu.ontology.topics import document_words, place_words, topic_names

Lexicon = Literal["duty", "topic", "place", "document", "number"]
"""duty: words that tie an agency to work; topic: names of topics; place: last words of names of places; document: last
words of names of documents, and 《; number: digits and numerals."""

_NUMERALS = "0123456789〇零一二两三四五六七八九十百千万亿廿卅半倍"
_PLACES = ("park", "base", "zone", "belt", "town", "island")


@cache
def lexicons() -> Mapping[Lexicon, frozenset[str]]:
    """Every lexicon with its words in canonical signs.

    >>> "牵头" in lexicons()["duty"], "产业园" in lexicons()["place"]
    (True, True)
    """
    duty = duty_words()
    found: dict[Lexicon, frozenset[str]] = {
        "duty": frozenset((*duty.labels, *duty.verbs, *duty.running, *duty.joins)),
        "topic": frozenset(topic_names()),
        "place": frozenset(word for kind in _PLACES for word in place_words()[kind]),
        "document": document_words()["type"] | {"《"},
        "number": frozenset(_NUMERALS),
    }
    return MappingProxyType(found)
