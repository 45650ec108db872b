"""Bodies of the committee of the party in a place, outside the registry: 市委督查室, 自治区党委农村工作领导小组."""

from __future__ import annotations

import re

from guitu.extract.facts import Agency
from guitu.extract.words.agency_places import signed
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import in_full

_SIGN = "(?P<sign>自治[区州县旗]|兵团|[省市州区县旗盟])"
_WORD = "(?:(?![、，和与及省市县区各办]|政府|管委|有关|相关|组长|书记|常委|领导(?!小组))[一-鿿]|社区|藏区)"
_BODY = re.compile(
    rf"{_SIGN}党?委(?!员会|托)(?P<name>{_WORD}{{2,14}}(?:[局部办室院]|办公室|中心|领导小组|委员会|(?<!工)委))"
)
# one whose last words are of no other kind of body, so that it is told in running text: 市委教育工作领导小组秘书组
_SURE = re.compile(
    rf"{_SIGN}党?委(?!员会|托)(?P<name>(?!(?:负责|牵头|统筹|研究|决定|要求|批准|会同|成立|设立|建立|组建)){_WORD}{{2,12}}?"
    r"(?:（[一-鿿]{2,14}）)?(?:领导小组|委员会)(?:(?:（[一-鿿]{2,20}）)?(?:办公室|秘书组|办(?![一-鿿]{0,2}[理事法公])))?)"
)
# one office of the party and the government, which stays as it is written: 市委市政府督查室
OFFICE = (
    "(?:(?![、，和与及由])[一-鿿]){0,6}?(?:室|局|办公室|办|中心)"
    "(?=$|[、，；。：（）和及与]|负责|牵头|配合|会同|按|联合)"
)
_OF_BOTH = re.compile(rf"{_SIGN}委(?P<apart>、)?(?P=sign)(?:人民)?政府(?(apart)(?!办)){OFFICE}")


def of_party(written: str, here: Region | None) -> Agency | None:
    """The body of the committee of the place that a sign means, where that is known.

    >>> from guitu.ontology.districts import region
    >>> of_party("市委督查室", region("云州市")).name, of_party("市委托管院", region("云州市"))
    ('中共云州市委督查室', None)
    """
    told = _BODY.fullmatch(written)
    return _named(written, told, here) if told else None


def party_at(text: str, start: int, here: Region | None) -> tuple[Agency, int] | None:
    """Such a body at `start` that no other words can be, and its end: never the committee, with a word behind it.

    >>> from guitu.ontology.districts import region
    >>> party_at("市委实施乡村振兴战略领导小组牵头", 0, region("云州市"))[0].name
    '中共云州市委实施乡村振兴战略领导小组'
    >>> party_at("市委统筹领导小组工作", 0, region("云州市")) is None
    True
    """
    if both := _OF_BOTH.match(text, start):
        return Agency(both[0], both[0], False, settled=False), both.end()
    told = _SURE.match(text, start)
    found = _named(told[0], told, here) if told else None
    return (found, told.end()) if told and found else None


def _named(written: str, told: re.Match[str], here: Region | None) -> Agency | None:
    place = signed(told["sign"], here)
    if not place.known:
        return None
    body = re.sub("(?<!工)委$", "委员会", re.sub("办$", "办公室", told["name"]))
    return Agency(in_full(f"中共{place.full}委{body}"), written, False, jurisdiction=place.jurisdiction)
