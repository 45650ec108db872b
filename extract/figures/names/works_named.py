"""The one work that a part of a paragraph or its title names, whose the bare sizes are: 青岚水厂，总投资5亿元."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.clause_objects import made_by
from guitu.extract.figures.names.wholes import sized
from guitu.extract.structure.outline.chapters import is_action

_PHASE = "[一二三四五六]期"
_WORKS = (
    "(?:项目|工程|基地|产业园|工业园|园区|校区|院区|港区|科技园|[一-鿿]中心|综合体|[水电气油钢药化][厂站]|接收站|枢纽站|体育馆|博物馆|图书馆|水库|码头|泊位|"
    f"机场|航站楼|大桥|隧道|中学|小学|学校|学院|医院|改扩建|迁建)(?:{_PHASE})?"
)
_NAMED = (
    r"(?P<works>(?![全我本各该其][省市县区州旗镇]?|重[点大]|一批|其[他余中]|[\d一二三四五六七八九十]+[大个项座条])"
    rf"[^，。；：、\n]{{2,40}}?{_WORKS})"
)
_OPENS = re.compile(rf"(?:\d{{1,2}}[.．、]|[①-⑳])?(?:[一-鿿]{{2,6}}：)?{_NAMED}(?=[，：]|$)")
# 柳林工业园区承接退城企业: the zone that a part tells of
_ZONE = re.compile(
    r"(?P<works>(?![全我本各该其]|重[点大]|一批|支持|推[动进]|引导|加快|鼓励|指导)[^，。；：、\d的和与及]{2,14}?(?:园区|开发区|产业园|集聚区|高新区))"
    r"(?=（|承接|重点发展|聚焦|主攻|围绕|依托|以[^，。；]{2,20}为)"
)
_TITLE = re.compile(_NAMED)
_REMARK = re.compile("（[^（）]*）")
# many works at once, or what is done rather than a work
_GENERAL = re.compile(f"等|重[点大]|{_WORKS}[与和及]|设施建设|体系|行动|一批|若干|有关|相关|提升工程|培[养育]工程")
_WHOLE_AREA = re.compile("全(?:[国省市区县州旗镇乡]|域|行业)")
_MONEY = re.compile("投资|资金")
_BUILT = ("工程", "扩建", "迁建", "大桥", "隧道", "泊位")
_GENERIC = ("项目", "工程", "任务", "单位")  # they say little without the verb before them


def opened(part: str) -> str:
    """The work whose name opens a part of a paragraph; "" where it opens otherwise.

    >>> opened("1.青岚水厂三期扩建项目，日供水5万吨"), opened("推进青岚水厂项目，日供水5万吨")
    ('青岚水厂三期扩建项目', '')
    >>> opened("港航物流：石山集装箱码头工程，总投资8亿元"), opened("青岚一中东湖校区：用地80亩")
    ('石山集装箱码头工程', '青岚一中东湖校区')
    """
    found = _OPENS.match(part) or _ZONE.match(part)
    return _one(found["works"]) if found else ""


def of_title(title: str) -> str:
    """The work that a title is no more than the name of.

    >>> of_title("青岚水厂扩建项目（一期）"), of_title("推进重大项目"), of_title("加强监管")
    ('青岚水厂扩建项目', '', '')
    """
    found = _TITLE.fullmatch(_REMARK.sub("", title))
    return _one(found["works"]) if found else ""


def _one(works: str) -> str:
    general = _GENERAL.search(works) or is_action(works) or names.ACTION_AHEAD.match(works)
    return "" if general else works


def goes_on(part: str, works: str, *, listed: bool) -> str:
    """The work that a part of a paragraph speaks of: its own, else that before it, unless they are listed by ；.

    What stands behind such a list is of none of its works, and a part that tells of the whole area of no work.

    >>> goes_on("设计日供水5万吨", "青岚水厂", listed=False), goes_on("全市产值达到80亿元", "青岚水厂", listed=False)
    ('青岚水厂', '')
    """
    return opened(part) or ("" if listed or _WHOLE_AREA.search(part) else works)


def owner(name: str, works: str) -> str:
    """The work that a bare measure is of; one that is only built has a cost and earns nothing.

    >>> owner("产值", "青岚产业园"), owner("产值", "河道整治工程"), owner("总投资", "河道整治工程")
    ('青岚产业园', '', '河道整治工程')
    """
    return works if _MONEY.search(name) or not works.endswith(_BUILT) else ""


def size_of(name: str, carry: Carry) -> str:
    """A size with what it is of; "" where nothing before it has one. What is invested is invested in the work."""
    made = made_by(carry.before) if carry.before == carry.clause else ""
    counted = bare if (bare := names.without_doing(carry.counted)) not in _GENERIC else carry.counted
    if carry.works and (not counted or _MONEY.search(name)):
        return carry.works + name
    return sized(name, counted, made, carry.aspect, carry.last)
