"""What the usual bureaus are for (`registry/mandates.ttl`)."""

from __future__ import annotations

from functools import cache

from guitu.ontology.registry_file import Entry, entries

_NEVER = "never"


@cache
def _mandates() -> dict[str, Entry]:
    return entries("mandates")


@cache
def mandate(agency: str) -> frozenset[str]:
    """The words by which a task is one of an agency's; none for an agency that the registry says nothing of.

    >>> "港口" in mandate("云州市交通运输局"), "港口" in mandate("云州市卫生健康委员会"), mandate("云州市某中心")
    (True, False, frozenset())
    """
    held = (entry for entry in _mandates().values() if any(stem in agency for stem in entry.get("stem", ())))
    return frozenset(word for entry in held for word in entry["hiddenLabel"])


@cache
def coordinates(agency: str) -> bool:
    """Whether a body is there to coordinate, or is a whole government.

    >>> coordinates("云州市航运发展领导小组办公室"), coordinates("云州市人民政府"), coordinates("云州市人民政府办公室")
    (True, True, False)
    """
    words = _mandates()[_NEVER]
    return agency.endswith(tuple(words["altLabel"])) and not agency.endswith(tuple(words["hiddenLabel"]))
