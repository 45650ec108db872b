"""What the usual bureaus are for (`registry/mandates.ttl`)."""

from __future__ import annotations

from functools import cache, lru_cache

from guitu.ontology.registry_file import Entry, entries

_REMEMBERED = 1 << 12  # agencies; every city has its own
_NEVER = "never"
_ENDINGS = ("局", "厅", "委员会", "办公室", "部", "署", "联合会", "总工会", "科学技术协会", "合作总社", "联合社")
_PART = "执法局"  # a body of a bureau, not the bureau


@cache
def _mandates() -> dict[str, Entry]:
    return entries("mandates")


@lru_cache(_REMEMBERED)
def mandate(agency: str) -> frozenset[str]:
    """The words by which a task is one of an agency's; none for an agency that the registry says nothing of.

    >>> "港口" in mandate("云州市交通运输局"), "港口" in mandate("云州市卫生健康委员会"), mandate("云州市某中心")
    (True, False, frozenset())
    """
    held = (entry for entry in _mandates().values() if any(stem in agency for stem in entry.get("stem", ())))
    return frozenset(word for entry in held for word in entry["hiddenLabel"])


@lru_cache(_REMEMBERED)
def heads(agency: str) -> frozenset[str]:
    """The bodies of the whole country at the head of the lines that an agency stands in; none for what is no bureau.

    Of stems inside each other the longer one tells: 科学技术协会 is of the association's line, not of the ministry's.

    >>> sorted(heads("云州市水务局")), sorted(heads("青岚县教育体育局")), sorted(heads("云州市水利协调小组"))
    (['水利部'], ['国家体育总局', '教育部'], [])
    """
    if not agency.endswith(_ENDINGS) or agency.endswith(_PART) or coordinates(agency):
        return frozenset()
    found = [(stem, entry) for entry in _mandates().values() for stem in entry.get("stem", ()) if stem in agency]
    told = (entry for stem, entry in found if not any(stem != other and stem in other for other, _ in found))
    return frozenset(name for entry in told for name in entry.get("national", ()))


@lru_cache(_REMEMBERED)
def coordinates(agency: str) -> bool:
    """Whether a body is there to coordinate, or is a whole government.

    >>> coordinates("云州市航运发展领导小组办公室"), coordinates("云州市人民政府"), coordinates("云州市人民政府办公室")
    (True, True, False)
    """
    words = _mandates()[_NEVER]
    return agency.endswith(tuple(words["altLabel"])) and not agency.endswith(tuple(words["hiddenLabel"]))
