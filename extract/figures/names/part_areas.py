"""Parts of a place that a list tells the counts of, beside kinds of places that are counted themselves."""

from __future__ import annotations

import re

PLACE_ENDS = ("省", "市", "县", "区", "镇", "乡", "村", "州", "旗")
_COUNTED_ZONES = ("试验区", "示范区", "新区")
_COUNTS_ZONES = ("个", "片", "处")
_AREA = re.compile(r"^(?:其中)?[一-鿿]{2,10}(?:试验区|示范区|新区|区域|地区|流域|省|市|县|区|镇|乡|州|旗)$|^[县市区]$")
_MADE = ("新建", "改建", "扩建", "改造", "新增", "建成", "打造", "创建")
# 农业产业强镇, 绿色工业园区: what is counted itself
_KIND = re.compile(
    "产业|[工农林牧渔商]业|绿色|特色|美丽|生态|旅游|文明|示范|试点|先进|宜居|智慧|数字|低碳|无废|平安|幸福|健康|"
    "(?:[强名大小集重样]|标杆|千强|百强)[镇村县市乡区]$|(?:园|景|街|社|小|灌|校|厂|库|林|牧|商|展)区$"
)


def is_part(name: str, last: str, unit: str) -> bool:
    """Whether a name is a part of a place, and what is counted there is what was counted before it.

    >>> is_part("青岚镇", "新建公厕", "座"), is_part("农业产业强镇", "产业集群", "个")
    (True, False)
    """
    if not last or last.endswith(PLACE_ENDS) or not _AREA.match(name):  # 命名县10个、候选县30个
        return False
    if name.startswith(_MADE):  # 开行列车24对，新建服务区6对
        return False
    return not (unit in _COUNTS_ZONES and (name.endswith(_COUNTED_ZONES) or _KIND.search(name)))


def is_place(name: str) -> bool:
    """Whether a name is a part of a place and no kind of places.

    >>> is_place("东桥区"), is_place("示范县"), is_place("青岚街道")
    (True, False, True)
    """
    named = _AREA.match(name) or name.endswith("街道")
    return len(name) > 1 and bool(named) and not (name.startswith(_MADE) or _KIND.search(name))
