"""How rare words are in plans (`registry/plan-words.ttl`): what every plan says tells nothing of a task."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from guitu.ontology.registry_file import entries

RAREST = 7.0  # of what is not listed


@cache
def _listed() -> Mapping[str, float]:
    return {
        word: float(entry["rarity"][0])
        for entry in entries("plan-words").values()
        for word in entry["hiddenLabel"][0].split()
    }


def rarity(word: str) -> float:
    """The natural logarithm of how many tasks of plans hold a pair of letters, or a topic (#人才), once.

    >>> rarity("推进") < rarity("港口"), rarity("没见")
    (True, 7.0)
    """
    return _listed().get(word) or RAREST
