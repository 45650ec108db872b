"""The level of a bare name behind one of a place that is not told: 省教育厅、财政厅 are both 省."""

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
