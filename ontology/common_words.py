"""Common words of Chinese (`registry/common-words.ttl`): how rare each is and of which class, read when first asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from guitu.ontology.registry_file import entries

WordClass = Literal["noun", "verb", "name", "number", "particle"]


class CommonWord(NamedTuple):
    """`rarity`: twice the natural logarithm of one over its share of all words; `kind`: what it mostly is."""

    rarity: int
    kind: WordClass


@cache
def common_words() -> Mapping[str, CommonWord]:
    """Words of one to four signs that running text is made of.

    >>> common_words()["建设"].rarity < common_words()["水库"].rarity, common_words()["入选"].kind
    (True, 'verb')
    """
    found: dict[str, CommonWord] = {}
    for entry in entries("common-words").values():
        word = CommonWord(int(entry["rarity"][0]), cast(WordClass, entry["class"][0]))
        found |= dict.fromkeys(entry["hiddenLabel"][0].split(), word)
    return MappingProxyType(found)
