"""Areas that stand in a list of owners by their kind alone: 街道、镇 are two, 镇（街）政府 and 区、县（市） are one."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.facts import Agency
from guitu.extract.words.agency_groups import ROUND
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region
from guitu.ontology.registry_file import entries

_TOWN = re.compile("(?P<kind>街道|乡镇|[镇乡])(?P<office>办事处|办(?!公)|人民政府|政府(?!办))?")
_LEVELS = re.compile("(?:[省市州盟区县旗乡镇][、和]?){2,3}[两二三]级(?:党委、?)?(?:人民)?政府")
_OFFICE = {"街道": "办事处", "镇": "人民政府", "乡": "人民政府"}


def areas_at(text: str, start: int, here: Region | None) -> tuple[Agency, int] | None:
    """The areas named at `start`, with their end; where one begins a longer name is for the caller to see.

    A street is its office, a town its government; with another kind in a bracket they stay as written.

    >>> from guitu.ontology.districts import region
    >>> [areas_at(words, 0, region("青岚县"))[0].name for words in ("街道", "镇政府", "镇（街）")]
    ['青岚县街道办事处', '青岚县镇人民政府', '青岚县镇（街）']
    """
    if here is not None and here.level == "township":
        return None  # 镇政府 is the town's own
    found = _of_kinds().match(text, start) or _LEVELS.match(text, start)
    name = re.sub("(?<!人民)政府$", "人民政府", found[0].translate(ROUND)) if found else ""
    name = re.sub("管委会$", "管理委员会", name)
    if found is None and (found := _TOWN.match(text, start)):
        name = found["kind"] + (_OFFICE.get(found["kind"]) or ("人民政府" if found["office"] else ""))
    if found is None:
        return None
    place = here.full if here and here.name else None
    return Agency((place or "") + name, found[0], True, True, place, here is None or place is not None), found.end()


@cache
def _of_kinds() -> re.Pattern[str]:
    """Kinds with others of their grade in a bracket: 乡镇（街道）, 区、县（市）政府."""
    words = entries("groups")
    kind, office = alternation(words["kind"]["word"]), alternation(words["office"]["word"])
    return re.compile(rf"(?:{kind}、)?{kind}[（〔<]{kind}(?:[、和]{kind})*[）〕>](?:区|县)?(?:{office})?")
