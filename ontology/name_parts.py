"""The parts that names of bureaus are composed of (`registry/name-parts.ttl`): 文化, 旅游 and 体育 of 文旅体局."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from guitu.ontology.alternation import alternation
from guitu.ontology.registry_file import entries

_MOST = 6  # parts behind the first of a name
_LAST = re.compile("(?:委员会|局|委)$")


def parts(name: str) -> tuple[str, ...]:
    """The parts of the name of a bureau without its place, in their order; none where another word is in it.

    >>> parts("文旅体局") == parts("文化和旅游体育局") == ("文化", "旅游", "体育")
    True
    >>> parts("数字文旅局"), parts("教育局")
    ((), ('教育',))
    """
    last = _LAST.search(name)
    if last is None or not _composed().fullmatch(name, 0, last.start()):
        return ()
    return tuple(_parts()[part] for part in _part().findall(name, 0, last.start()) if part in _parts())


@cache
def _parts() -> Mapping[str, str]:
    """Each part by the ways to write it."""
    found: dict[str, str] = {}
    for key, entry in entries("name-parts").items():
        for field in ("prefLabel", "written", "altLabel"):
            found |= dict.fromkeys(entry.get(field, ()), key)
    return found


@cache
def _part() -> re.Pattern[str]:
    return re.compile(alternation((*_parts(), *entries("name-parts")["filler"]["word"])))


@cache
def _composed() -> re.Pattern[str]:
    return re.compile(rf"(?:{_part().pattern})(?:[和与]?{_part().pattern})*")


@cache
def ways(part: str) -> tuple[str, ...]:
    """How a part is written in a name in full: 广播电视, 广电."""
    entry = entries("name-parts")[part]
    return (*entry["prefLabel"], *entry.get("written", ()))


@cache
def in_full() -> re.Pattern[str]:
    """A name of several parts as it stands in full in a text: 文化旅游广电体育局, never 文旅局."""
    found = entries("name-parts")
    part, filler = alternation(way for key in {*_parts().values()} for way in ways(key)), found["filler"]["word"]
    return re.compile(rf"{part}(?:[和与]?(?:{part}|{alternation(filler)})){{1,{_MOST}}}(?:局|委员会)")
