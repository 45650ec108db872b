"""The level of a name by those beside it: 省教育厅、财政厅 are both 省, 市教育局（县教育局） are two bodies."""

from __future__ import annotations

import re
from dataclasses import replace

from guitu.extract.facts import Agency
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, match, of_name, unlisted
from guitu.ontology.districts import Region

# `of`: it is of that level, and not of that place: 市级部门
_SIGNED = re.compile(r"(?:团|中共)?(?P<sign>自治区|市(?!场|政(?!府|法|协))|区(?!域)|[省县州盟旗])(?P<of>[属直级])?")


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


_COMMITTEE = ("管委会", "管理委员会")


def of_each(agency: Agency, before: Agency, here: Region | None) -> Agency:
    """A committee behind the governments of all areas is each of them too: 各区政府、管委会 are two groups.

    >>> from guitu.extract.words.agencies import read
    >>> from guitu.ontology.districts import region
    >>> of_each(read("管委会", "云州市"), read("各区政府", "云州市"), region("云州市")).name
    '云州市各管理委员会'
    """
    if agency.written not in _COMMITTEE or not before.written.startswith("各") or not before.name.endswith("政府"):
        return agency
    return replace(of_name("各管委会", here), written=agency.written)


def committee_at(
    text: str, at: int, before: Agency, here: Region | None
) -> tuple[list[tuple[Agency, Span]], int] | None:
    """Such a committee at `at` as a list of one, and its end: of 各区政府、管委会负责."""
    written = next((name for name in _COMMITTEE if text.startswith(name, at)), None)
    each = of_each(Agency(written, written), before, here) if written else None
    if written is None or each is None or not each.group:
        return None
    return [(each, Span(at, at + len(written)))], at + len(written)


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


_LEVEL = re.compile("(?!市场|市政(?!府)|区域)[省市区县](?![属直级委政])")


def of_other_level(agency: Agency, note: str, here: Region | None) -> Agency | None:
    """The body that a note sets beside one of another level; in a note of the same level stands its second name.

    >>> from guitu.extract.words.agencies import read
    >>> found = of_other_level(read("市教育局", "云州市"), "县教育局", None)
    >>> found and found.written, of_other_level(read("市新闻出版局", "云州市"), "市版权局", None)
    ('县教育局', None)
    """
    own, other = _LEVEL.match(agency.written), _LEVEL.match(note)
    if own is None or other is None or own[0] == other[0]:
        return None
    found = match(note, 0, here)
    if found and found[1] == len(note):
        return found[0]
    return unlisted(note, here) if is_agency_like(note) and "、" not in note else None


_BELOW = {"provincial": "市州县区旗", "municipal": "县区旗"}


def of_row(agency: Agency, sign: str, here: Region | None) -> tuple[Agency, str]:
    """A bare name in a row behind one of a lower level is of that level: 县教育局、财政局.

    Also the sign for the names after it, empty where the row is of the level of the document.

    >>> from guitu.extract.words.agencies import read
    >>> from guitu.ontology.districts import region
    >>> of_row(read("财政局", "云州市"), "县", region("云州市"))[0].name
    '云州市各县财政局'
    """
    own = _SIGNED.match(agency.written)
    own = None if own and own["of"] else own
    if here is None or (agency.group and not own):
        return agency, ""
    if own:
        zone = here.level == "county" and here.name.endswith("区") and own["sign"] == "县"
        return agency, own["sign"] if zone or own["sign"] in _BELOW.get(here.level, "") else ""
    if not sign or agency.jurisdiction != here.full or agency.written.startswith(here.short):
        return agency, ""
    whole = match(sign + agency.written, 0, here)
    if whole and whole[1] == len(sign) + len(agency.written):
        return replace(whole[0], written=agency.written), sign
    return (
        (agency, "") if agency.known else (replace(unlisted(sign + agency.written, here), written=agency.written), sign)
    )
