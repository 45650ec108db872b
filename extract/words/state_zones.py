"""Zones of the State by their short names: 赣州经开区管委会, and 高新区管委会 in a document of a city that has one."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.facts import Agency
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, regions
from guitu.ontology.registry_file import entries


def state_zone(written: str, here: Region | None) -> Agency | None:
    """The committee of the zone that a name means; None where the registry has no zone, or the city has several.

    >>> from guitu.ontology.districts import region
    >>> state_zone("赣州经开区管委会", None).name, state_zone("高新区管委会", region("株洲市")).name
    ('赣州经济技术开发区管理委员会', '株洲高新技术产业开发区管理委员会')
    >>> state_zone("云州经开区管委会", None), state_zone("高新区管委会", region("苏州市"))
    (None, None)
    """
    for full, named, alone in _kinds():
        said = named.fullmatch(written)
        city = said and (said["city"] or (here.short if here and here.level == "municipal" and said["office"] else ""))
        if said and city and (said["city"] or city in alone):
            own = next((one for sign in "市州" for one in regions().get(city + sign, ())), None)
            return Agency(f"{city}{full}管理委员会", written, jurisdiction=own.full if own else None)
    return None


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str], frozenset[str]], ...]:
    """Each kind in full, how its zones are named, and the cities that have just one."""
    made = []
    for entry in entries("state-zones").values():
        full, cities = entry["prefLabel"][0], alternation(entry["hiddenLabel"])
        kind = alternation((full, *entry["altLabel"]))
        named = rf"(?:(?P<city>{cities})市?|市)?(?:国家级?)?{kind}(?P<office>管委会|管理委员会)?"
        made.append((full, re.compile(named), frozenset(entry["alone"])))
    return tuple(made)
