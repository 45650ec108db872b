"""Bodies of several levels that share their name: 市区教育局, 省市县三级财政局, 区、县渔港局, one of each level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import of_name
from guitu.extract.words.agency_places import signed
from guitu.ontology.districts import Region

_SIGNS = "省市州区县"  # from above; a level named after a lower one is no second level: 县市
_FIRST, _SECOND = frozenset(_SIGNS), frozenset("市州区县、和及与")
_RANK = {"省": 0, "市": 1, "州": 1, "区": 2, "县": 2}
_ZONE = re.compile("(?:[实试]验|新|开发|合作|示范|管理)区$")  # one that can have a county: 青岚综合实验区
_TOGETHER = re.compile(
    rf"(?P<signs>[{_SIGNS}](?:[、和及与]?[市州区县]){{1,2}})(?:[两二三]级)?"
    # 市市场监管局 begins with no second level, nor do 市区域, 市县级
    r"(?P<rest>(?![场容域属级直际]|政(?!务|法)|民(?![政宗族]))(?:(?![、，和及])[一-鿿]){2,14}?(?:局|厅|委员会|委|办公室|部门))"
    r"(?=$|[、，,；;。：:（）〔〕\s和与及等]|负责|牵头|配合|协同|按|分工|分别|共同|组织|参与|会同)"
)


def levels_at(text: str, at: int, here: Region | None) -> tuple[Sequence[tuple[Agency, Span]], int] | None:
    """The bodies of several levels at `at`, the first of the document's own place, and where their name ends.

    >>> from guitu.ontology.districts import region
    >>> [agency.name for agency, _ in levels_at("市区教育局负责", 0, region("云州市"))[0]]
    ['云州市教育局', '云州市各区教育局']
    >>> levels_at("市场监管局负责", 0, region("云州市")), levels_at("区县教育局负责", 0, region("云州市"))
    (None, None)
    """
    if here is None or text[at : at + 1] not in _FIRST or text[at + 1 : at + 2] not in _SECOND or not here.name:
        return None
    said = _TOGETHER.match(text, at)
    if said is None:
        return None
    signs = [(sign, said.start() + i) for i, sign in enumerate(said["signs"]) if sign in _SIGNS]
    place = signed(signs[0][0], here)
    apart = len(said["signs"]) > len(signs)
    falls = all(_RANK[a] < _RANK[b] for (a, _), (b, _) in pairwise(signs))
    own = place.known and not place.group and place.full == here.full
    own = own and (falls or (here.name.endswith(signs[0][0]) and (apart or bool(_ZONE.search(here.name)))))
    if not own and not apart:  # 区县教育局: of a city one group, of a district nobody's that is settled
        return None
    named = [(of_name(sign + said["rest"], here), Span(start, said.end())) for sign, start in signs]
    return (named, said.end()) if own or all(agency.settled for agency, _ in named) else None
