"""What a place is to serve or to try out, where no industry is given to it: 文化演艺功能, 托育服务试点."""

from __future__ import annotations

import re

from guitu.extract.places.focus.place_focus import industries, known_industries, ungraded
from guitu.extract.places.names.place_names import PlaceName

# 提升人民广场风貌区文化演艺功能, 西浦新城的金融商务功能
_FUNCTION = re.compile(r"的?(?P<list>[^，。；：的]{2,16}?)(?:服务|核心)?功能")
# 东桥商圈建设，促进国际珠宝商贸功能与历史文化旅游功能融合
_FUNCTIONS = re.compile(
    r"[^，。；：]{0,6}，\s*(?:促进|推动|强化|提升|增强|突出)(?P<one>[^，。；：、]{2,16}?)(?:功能|活力)?(?:与|和)"
    r"(?P<two>[^，。；：、]{2,16}?)(?:功能|活力)?(?:有机)?(?:融合|联动|互促|相得益彰|协同发展)"
)
# 推动东桥风貌区建设，集聚金融和商务高端资源要素
_GATHERED = re.compile(
    r"[^，。；：]{0,6}，(?:集聚|汇聚|聚集)(?P<list>[^，。；：]{2,24}?)(?:等)?(?:高端|优质)?(?:资源要素|要素资源|要素|资源)(?=[，。；])"
)
# 选择东桥区、西浦县作为全市托育服务试点区域
_ROLE = re.compile(
    r"(?:等)?(?:作为|列为|确定为|设为)(?:[我全本][市省县区]|全国|国家级?)?(?P<what>[^，。；：、的]{2,16}?试点)(?:区域|地区|单位|城市|区县|区|县)?(?=[，。；、]|$)"
)
# 以东桥科学城、西浦科技园等为载体，加快新材料、氢能等产业技术创新
_BORNE = re.compile(
    r"(?:等)?(?:园区|基地|地区)?为(?:主要|重要|核心|重点)?(?:载体|平台|依托|主阵地)，(?:加快|推动|推进|促进|深化|大力发展|发展)"
    r"(?P<list>[^，。；：]{2,60}?)(?:产业|领域)[^，。；、：]{0,6}(?:创新|发展|集聚|突破|升级|攻关)"
)
# 东桥、西浦等2个集聚区合计营收占全市比重达到50%: a measure; what follows is about another thing
_MEASURED = re.compile(
    r"等?(?:\d{1,2}|[一二两三四五六七八九十])[个大][^，。；、]{0,4}集聚区的?(?:合计|营收|营业收入|产值|增加值|规模|占)"
)


def measured(sentence: str, end: int) -> bool:
    """Whether the places of a list, which ends there, are counted up for a figure.

    >>> measured("东桥区、西浦区等2个集聚区合计营收占全市比重达到50%", 7)
    True
    """
    return _MEASURED.match(sentence, end) is not None


def functions(sentence: str, place: PlaceName) -> tuple[str, ...]:
    """What a place is to serve, in the words directly behind its name: 文化演艺 of 风貌区文化演艺功能.

    >>> functions("提升北湖新城文化演艺功能", PlaceName("北湖新城", "town", 2, 6))
    ('文化演艺',)
    """
    if m := _FUNCTION.match(sentence, place.end):
        return known_industries(ungraded(m["list"]))
    if m := _GATHERED.match(sentence, place.end):
        return known_industries(ungraded(m["list"]))
    if m := _FUNCTIONS.match(sentence, place.end):
        found = tuple(item for part in (m["one"], m["two"]) for item in industries(ungraded(part)))
        return found if known_industries("、".join(found)) else ()
    return ()


def role(sentence: str, end: int) -> tuple[str, ...]:
    """What the places of a list that ends there are to try out, or to bear: 托育服务试点.

    >>> role("选择东桥区作为全市托育服务试点区域", 5)
    ('托育服务试点',)
    """
    if m := _BORNE.match(sentence, end):
        return known_industries(m["list"])
    m = _ROLE.match(sentence, end)
    return (m["what"],) if m else ()
