"""The level of a bare name behind one of another place, or of one that is not told: 省教育厅、财政厅 are both 省."""

from __future__ import annotations

import re
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.words.agencies import match
from guitu.ontology.districts import Region

_SIGNED = re.compile(r"(?:团|中共)?(?P<sign>自治区|市(?!场|政(?!府|法|协))|区(?!域)|[省县州盟旗])")


def of_level(agency: Agency, sign: str, here: Region | None) -> tuple[Agency, str]:
    """A bare name with the sign of those before it, and the sign for those after it; others as they are.

    >>> from guitu.extract.words.agencies import read
    >>> of_level(read("财政厅", None, None), "省", None)[0].name
    '省财政厅'
    """
    if agency.settled or agency.group:
        return agency, sign
    if own := _SIGNED.match(agency.written):
        return agency, own["sign"]
    whole = match(sign + agency.written, 0, here) if sign else None
    alike = whole and whole[1] == len(sign) + len(agency.written)
    return (replace(whole[0], written=agency.written) if whole and alike else agency), sign


# a branch of a bureau above is the document's own place's as well: 市生态环境局青岚分局、财政局
_BRANCH = re.compile("(?:分局|分行|支行|支队|大队|总队|分中心|管理部)$")


def of_other(agency: Agency, beside: bool, here: Region | None) -> tuple[Agency, bool]:
    """A name without a place that stands `beside` one of another place is not the document's own: it stays as written.

    Also whether the name that is joined to it stands beside one of another place.

    >>> from guitu.extract.words.agencies import read
    >>> from guitu.ontology.districts import region
    >>> of_other(read("省教育厅", "南京市"), False, region("南京市"))[1]
    True
    >>> found = of_other(read("统计局", "南京市"), True, region("南京市"))
    >>> found[0].name, found[0].settled, found[1]
    ('统计局', False, True)
    """
    if here is None or not here.name or agency.group:
        return agency, False
    if signed := _SIGNED.match(agency.written):
        known = agency.settled and agency.jurisdiction is not None
        elsewhere = agency.jurisdiction != here.full if known else not here.name.endswith(signed["sign"])
        return agency, elsewhere and not _BRANCH.search(agency.written)
    own = agency.jurisdiction == here.full and not agency.written.startswith((here.full, here.short))
    if not beside or not (own or not agency.settled):
        return agency, False
    return Agency(agency.written, agency.written, agency.known, settled=False), True
