"""Departments by their fields in one list with bodies by their names: 公安、安监、道安办等部门."""

from __future__ import annotations

import re
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, match, unlisted
from guitu.extract.words.agency_groups import departments_at
from guitu.ontology.districts import Region

_LIST = re.compile(r"(?P<names>[一-鿿]{2,14}(?:、[一-鿿]{2,14}?){1,14})等(?:有关|相关)?部门")
_NAME = re.compile("[^、]+")
_SHORTEST = 3  # signs of a body that the registry does not have

Bodies = tuple[tuple[tuple[Agency, Span], ...], int]
"""Bodies in a row with where they stand, and where the row ends."""


def departments(text: str, at: int, here: Region | None) -> Bodies | None:
    """The departments named by their fields at `at`, alone or with bodies by their names."""
    return departments_at(text, at, here) or (mixed_at(text, at, here) if "等" in text else None)


def mixed_at(text: str, start: int, here: Region | None) -> Bodies | None:
    """The bodies of such a list at `start`, and its end; None where a name in it is neither a field nor a body.

    >>> from guitu.ontology.districts import region
    >>> found = mixed_at("公安、应急、道安办等部门负责", 0, region("云州市"))
    >>> [agency.name for agency, _ in found[0]], found[1]
    (['云州市公安部门', '云州市应急部门', '云州市道安办'], 12)
    >>> mixed_at("公安、校园安全等部门负责", 0, region("云州市")) is None
    True
    """
    listed = _LIST.match(text, start)
    if listed is None:
        return None
    found: list[tuple[Agency, Span]] = []
    for name in _NAME.finditer(listed["names"]):
        one = _known(name[0], here) or _department(name[0], here) or _unlisted(name[0], here)
        if one is None:
            return None
        found.append((replace(one, written=name[0]), Span(*name.span()).shift(start)))
    return tuple(found), listed.end()


def _department(name: str, here: Region | None) -> Agency | None:
    words = f"{name}部门"
    found = departments_at(words, 0, here)
    return found[0][0][0] if found and found[1] == len(words) and len(found[0]) == 1 else None


def _known(name: str, here: Region | None) -> Agency | None:
    found = match(name, 0, here)
    return found[0] if found and found[1] == len(name) else None


def _unlisted(name: str, here: Region | None) -> Agency | None:
    return unlisted(name, here) if is_agency_like(name) and len(name) >= _SHORTEST else None
