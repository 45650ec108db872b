"""What a bare measure of size is said of: the things counted before it, what the clause before makes, or its field."""

from __future__ import annotations

import re

# of what is built or counted; not of what is sold or of those who work
_SIZE = re.compile(
    "(?:计划|规划|设计|合计)?总?(?:(?:建筑|占地|用地|建设|规划|种植|灌溉|经营|仓储|展陈|实施|改造|治理|绿化)?面积|里程|长度?|投资总额|库容|"
    "装机(?:容量|规模)?|(?:日|年)?(?:供水|供气|供热|发电|产|污水处理|垃圾处理|处理|加工|储粮|充电)(?:能力|规模|量)?|(?:冷库|仓库|仓储|冷藏)(?:容量|库容|能力)|设计[年日]?(?:旅客|货物|集装箱)?(?:吞吐量|(?:通过|处理|接待)能力)|建设规模|投资规模|蓄水量)|占地|全长|(?:计划|规划)?总投资额?|计划投资"
)
_SIZE_AT_END = re.compile(f"(?:{_SIZE.pattern})$")
_WORKS = re.compile(
    "(?:项目|工程|改造|基地|中心|市场|公园|绿道|步道|码头|泊位|水库|管网|线路|园区|住房|公寓|[园厂站馆院校路桥渠库港区房])$"
)
_BEARERS = ("户", "企业", "人", "机构", "组织", "主体", "合作社", "农场")  # they own what has a size, and have none
_PLANNED = re.compile("^(?:计划|规划)(?=总?投资)")
_NO_SIZE = ("户", "人", "名", "人次", "次", "场", "场次", "期", "件", "项次")


def counts_things(unit: str) -> bool:
    """Whether a unit counts things that have a size: 个, 座, 条; neither persons nor times."""
    return not unit.endswith(_NO_SIZE)


def is_size(name: str) -> bool:
    """Whether a name says a size, and not of what: 总里程, 占地面积."""
    return _SIZE.fullmatch(name) is not None


def without_size(name: str) -> str:
    """Whose size a name tells: 金水河治理工程 of 金水河治理工程总投资; any other name as it is."""
    return _SIZE_AT_END.sub("", name) or name


def sized(name: str, counted: str, made: str, field: str, last: str = "") -> str:
    """The size with what it is of: made by the clause before, counted or sized before it, or the field that opens it.

    `last`: the indicator before, which may be another size of the same.

    >>> sized("总里程", "农村公路", "", ""), sized("总投资", "", "金水河治理工程", ""), sized("面积", "种植户", "", "")
    ('农村公路总里程', '金水河治理工程总投资', '')
    """
    owner = (made if _WORKS.search(made) else "") or ("" if counted.endswith(_BEARERS) else counted)
    if not owner and last[-2:] != name[-2:] and (of := _SIZE_AT_END.sub("", last)) != last:
        owner = of
    owner = owner or field
    return owner + _PLANNED.sub("", name) if owner else ""
