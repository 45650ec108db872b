"""Names that mean one thing though no rule tells (`registry/synonyms.ttl`), and the words of indicators' names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from guitu.ontology.registry_file import entries


@cache
def synonyms(kind: Literal["topic", "place"]) -> Mapping[str, str]:
    """Each name with the one that stands for it.

    >>> synonyms("topic")["信创"]
    '信息技术应用创新'
    """
    found = (entry for entry in entries("synonyms").values() if entry.get("kind") == [kind])
    return MappingProxyType(
        {name: entry["prefLabel"][0] for entry in found for name in (*entry["prefLabel"], *entry["altLabel"])}
    )


@cache
def indicator_words() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The words of each list with what stands for them, the longer ones first.

    >>> dict(indicator_words()["anywhere"])["规上"]
    '规模以上'
    """
    found: dict[str, dict[str, str]] = {}
    for entry in entries("indicator-words").values():
        for word in entry.get("altLabel", ()):
            found.setdefault(entry["notation"][0], {})[word] = entry.get("prefLabel", ("",))[0]
    return MappingProxyType(
        {key: tuple(sorted(words.items(), key=lambda pair: (-len(pair[0]), pair))) for key, words in found.items()}
    )
