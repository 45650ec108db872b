"""The words around numbers, of `registry/figure-words.ttl`."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from guitu.ontology.alternation import alternation
from guitu.ontology.registry_file import entries


@cache
def figure_words() -> MappingProxyType[str, tuple[str, ...]]:
    """The words of each list by its notation, the longer ones first.

    >>> "建成" in figure_words()["build"], "营业收入" in figure_words()["measure"]
    (True, True)
    """
    return MappingProxyType(
        {
            key: tuple(sorted(entry["hiddenLabel"], key=lambda w: (-len(w), w)))
            for key, entry in entries("figure-words").items()
            if "hiddenLabel" in entry
        }
    )


def any_of(*lists: str) -> str:
    """A pattern for any word of some lists.

    >>> any_of("change").startswith("(?:")
    True
    """
    return alternation({word for name in lists for word in figure_words()[name]})
