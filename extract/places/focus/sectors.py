"""The industries of a list that a place can be given: 茶叶, 康养旅游, 动力电池; never 养老服务, 公路, 食品安全."""

from __future__ import annotations

import re

from guitu.extract.places.focus.place_focus import industries
from guitu.extract.places.words.industries import is_sector
from guitu.extract.places.words.word_borders import kinds, words

_COUNT = re.compile(r"[一二三四五六七八九十百千万]*\d.*$")  # 辣椒3000亩
_LONGEST = 14


def sectors(text: str) -> tuple[str, ...]:
    """The industries of a list: those known, and beside them what no verb, number or clause is in; none where none is.

    >>> sectors("化学药、医药研发外包"), sectors("辣椒3000亩"), sectors("养老服务中心、公路"), sectors("产业成效显著")
    (('化学药', '医药研发外包'), ('辣椒',), (), ())
    """
    items = [item for one in industries(text) if len(item := _COUNT.sub("", one)) > 1]
    told = [item for item in items if is_sector(item)]
    if len(told) * 2 < len(items):
        return ()
    return tuple(dict.fromkeys(item for item in items if item in told or _may_be(item)))


def plain(text: str) -> tuple[str, ...]:
    """The items of a list that can be industries though none is known, which a clause beside it must show.

    >>> plain("软籽石榴、螺旋藻"), plain("民生事业"), plain("基础教育")
    (('软籽石榴', '螺旋藻'), (), ())
    """
    items = [_COUNT.sub("", one) for one in industries(text)]
    shown = items and all(len(item) > 1 and _may_be(item) and not _OF_PEOPLE.search(item) for item in items)
    return tuple(items) if shown else ()


_OF_PEOPLE = re.compile(
    "(?:教育|医疗|就业|民生|养老|托育|质量|空间|动能|水平|模式|机制|体系|经济|民主|党员|业务|关系|成果)$"
)


def _may_be(item: str) -> bool:
    parts = words(item)
    plain = not any(kind in ("verb", "particle", "number") for kind in kinds([p for p in parts if len(p) > 1]))
    return len(item) <= _LONGEST and plain and not _NONE.search(item)


_NONE = re.compile(
    "(?:要素|资源|人才|能力|水平|优势|企业|楼宇|平台|项目|机构|载体|主体|龙头|队伍|合作社|农场|大户|中心|设施|安全|监管"
    "|保护|治理|工程|力量|事业|环境|功能|文化|面积|规模|基础|因素|场|站|库|所|校|路)$"
)
