"""Bodies of the committee of the party in a place, outside the registry: 市委督查室, 自治区党委农村工作领导小组."""

from __future__ import annotations

import re

from guitu.extract.facts import Agency
from guitu.extract.words.agency_places import signed
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import in_full

_BODY = re.compile(
    "(?P<sign>自治[区州县旗]|[省市州区县旗盟])党?委(?!员会|托)"
    "(?P<name>(?:(?![、，和与及省市县区各办]|政府|管委|有关|相关)[一-鿿]){2,14}"
    "(?:[局部办室院]|办公室|中心|领导小组|委员会))"
)


def of_party(written: str, here: Region | None) -> Agency | None:
    """The body of the committee of the place that a sign means, where that is known.

    >>> from guitu.ontology.districts import region
    >>> of_party("市委督查室", region("云州市")).name, of_party("市委托管院", region("云州市"))
    ('中共云州市委督查室', None)
    """
    told = _BODY.fullmatch(written)
    place = signed(told["sign"], here) if told else None
    if told is None or place is None or not place.known:
        return None
    name = in_full(f"中共{place.full}委" + re.sub("办$", "办公室", told["name"]))
    return Agency(name, written, False, jurisdiction=place.jurisdiction)
