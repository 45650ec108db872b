"""The words that tell or do not tell what a figure is of (`registry/scope-words.ttl`), as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from guitu.ontology.registry_file import entries


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def _listed(use: str) -> tuple[str, ...]:
    found = (entry for entry in entries("scope-words").values() if entry.get("notation") == [use])
    return _longest_first([word for entry in found for word in entry["hiddenLabel"]])


def title_words() -> tuple[str, ...]:
    """Words of titles that leave the field as it is, the longer ones first.

    >>> "发展规划" in title_words()
    True
    """
    return _listed("title")


def whole_fields() -> tuple[str, ...]:
    """Words in the titles of documents about everything: 国民经济和社会发展."""
    return _listed("whole")


def every_field() -> tuple[str, ...]:
    """Words of indicators that every field has: 龙头企业, 创新平台."""
    return _listed("any")


def of_the_place() -> tuple[str, ...]:
    """Statistics of all of a place, whichever document tells them: 常住人口."""
    return _listed("place")


@cache
def parts() -> tuple[tuple[str, str], ...]:
    """Each word for a part of a whole, with the one that stands for it; the longer ones first.

    >>> dict(parts())["规上"]
    '规模以上'
    """
    found = {
        word: entry["prefLabel"][0]
        for entry in entries("scope-words").values()
        if entry.get("notation") == ["part"]
        for word in (*entry["prefLabel"], *entry.get("altLabel", ()))
    }
    return tuple(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair)))


@cache
def territories() -> Mapping[str, str]:
    """Words for all of a territory, with its level.

    >>> territories()["全市"]
    'municipal'
    """
    return MappingProxyType(
        {
            word: entry["prefLabel"][0]
            for entry in entries("scope-words").values()
            if entry.get("notation") == ["territory"]
            for word in entry["altLabel"]
        }
    )
