"""What looks like the name of a place and is none: an agency, a role, a route, a number of a kind."""

from __future__ import annotations

import re

_COUNTED = re.compile(r"\d(?:家|个|处|座|所)$")  # 培育1家云州市护理培训基地: a number of a kind
# 大湾区蔬菜供给基地: what a place is to a great region, no name; 半小时经济圈: how far one goes
_ROLE = re.compile("(?:供给|供应|保供|输出|配套|承接)基地$|流域生态(?:安全)?屏障$|生态圈$|小时[一-龥]{0,4}圈$")
_ROUTE = re.compile("^[一-龥]{2,6}至(?!善|诚)[一-龥]{2}")
# 东桥至白石岛公路: the end of a road
_OF_ROUTE = re.compile("[^，；。]{0,30}?(?:公路|铁路|高速|航线|航道|隧道|大桥|段)")
_OFFICE = re.compile("(?:(?<!布)局|委员会|办事处|政府)(?=[一-龥]{2})")  # 教育局高新园: cells run together
# 云湖自然体验和国家公园: two in one
_JOINED = re.compile("[一-龥]{4,}[和与及][一-龥]{0,2}公园$")
_ROAD = re.compile(r"[A-Z]\d{1,3}[一-龥]{0,2}$")  # G77环岛|高速
_OF_ROAD = re.compile("[线段]{0,2}(?:高速|公路|国道|省道|快速路)")
_ABROAD = re.compile("(?:国际|跨[境国])[一-鿿]*走廊$")  # between countries
_SEVERAL = re.compile(r"[一-龥]{2}(?:\d{1,2}|[二两三四五六七八九十])[个大](?!健)")  # 青岚县2个集聚区
_OF_AGENCY = re.compile(
    "管委|管理委员会|管理局|党工委|工委|集团|公司|股份|人民政府|法院|检察院|医院|学校|大学|学院|分局|支队"
)


# 落实云港经济特区水资源管理规定: a part of the name of a document
_OF_PAPER = re.compile("[一-龥]{0,16}?(?:规划|条例|办法|规定|方案|细则|(?<![方办])法)(?=[，。；、和与及]|要求|$)")
_OBEYED = re.compile("(?:落实|根据|依据|按照|执行|依照|遵守|遵照|符合|衔接|对接|贯彻|修订|印发)[^，。；：]{0,50}$")


def is_none(words: str, start: int, end: int, name: str) -> bool:
    """Whether what reads like a name of a place in a passage, [start, end), is something else.

    >>> is_none("东桥至白石岛公路", 3, 6, "白石岛"), is_none("白石岛公路", 0, 3, "白石岛")
    (True, False)
    """
    if _OF_AGENCY.match(words, end) or _COUNTED.search(words, max(0, start - 3), start):
        return True
    if name.endswith("公园") and _JOINED.search(name):
        return True
    if "A" <= name[0] <= "Z" and _ROAD.match(name) and _OF_ROAD.match(words, end):
        return True
    if words[start - 1 : start] in ("至", "到") and _OF_ROUTE.match(words, end):
        return True
    if _OF_PAPER.match(words, end) and _OBEYED.search(words, max(0, start - 60), start):
        return True
    return any(odd.search(name) for odd in (_ABROAD, _ROLE, _OFFICE, _ROUTE, _SEVERAL))
