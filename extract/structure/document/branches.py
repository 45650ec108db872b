"""The province or city that branches of central bodies and slogans in a text name alike."""

from __future__ import annotations

import re

from guitu.extract.facts import Level
from guitu.ontology.districts import Region, leading

# what only a text of that province names: 健康临江, 人民银行云南省分行, 云南金融监管局
_OF_PROVINCE = re.compile(
    r"(?P<called>数字|健康|平安|法治|美丽|质量|文化|智慧|清廉|信用|创新|绿色|幸福)(?P<of>[一-鿿]{2,3})"
    r"|(?P<bank>人民银行|外汇(?:管理)?局|税务总局|金融监督管理总局|中国移动|中国电信|中国联通|中国铁塔|统计局)(?P<at>[一-鿿]{2,8}?)(?:分行|分局|税务局|监管局|分公司|公司|调查总队)"
    r"|(?P<own>[一-鿿]{2,3})(?P<branch>金融监管局|证监局|银保监局|海事局|海关|调查总队|边检总站)"
)


def named_alike(words: str, level: Level | None) -> Region | None:
    """The province that two of the bodies and slogans that only one province has name alike; none where they differ.

    In a text of a city the city under the State that they name.
    """
    if level not in ("provincial", "municipal"):
        return None
    if level == "municipal" and (city := _by_city_branches(words)):
        return city
    found: dict[str, Region] = {}
    for match in _OF_PROVINCE.finditer(words):
        named = leading(match["of"] or match["at"] or match["own"], unlisted=False)
        above = list(named[0].around())[-1] if named and named[0].known else None
        if above and (above.level == "provincial" or not match["called"]):
            found[match["called"] or match["bank"] or match["branch"]] = above
    whole = set(found.values())
    one = whole.pop() if len(whole) == 1 and len(found) > 1 else None
    return one if one and one.level == level else None


# bodies of which a city has its own, and slogans: 人民银行云州市中心支行, 国网云州供电公司, 云州经开区, 现代化云州篇章
_OF_CITY = re.compile(
    r"(?P<kind>人民银行|外汇(?:管理)?局|税务总局|金融监督管理总局|国网|中国移动|中国电信|中国联通|中国铁塔)(?P<at>[一-鿿]{2,6}?)"
    r"(?:分行|中心支行|中心支局|分局|税务局|监管分局|供电公司|分公司)"
    r"|(?<![一-鿿])(?P<zone>[一-鿿]{2,3})(?P<park>经开区|高新区|经济技术开发区|高新技术产业开发区)"
    r"|(?:现代化|建设|打造|谱写|书写)(?P<called>[一-鿿]{2,3})(?P<slogan>篇章|新篇章|样板|实践|高地|典范)"
)


def _by_city_branches(words: str) -> Region | None:
    """The city that two kinds of such bodies and slogans name, where they name no other."""
    found: dict[str, Region | None] = {}
    for match in _OF_CITY.finditer(words):
        named = leading(match["at"] or match["zone"] or match["called"], unlisted=False)
        known = named is not None and named[0].known
        if known or match["kind"]:
            kind = match["kind"] or ("slogan" if match["slogan"] else "zone")
            found[kind] = named[0] if named and known and named[0].level == "municipal" else None
    cities = set(found.values())
    return cities.pop() if len(found) > 1 and len(cities) == 1 else None
