"""What a bracket in the name of a zone says: its place or other name, 高新区（滨江）, or a remark, 经开区（试行）."""

from __future__ import annotations

import re

from guitu.ontology.districts import leading

_COMMITTEE = re.compile(
    "(?P<zone>[一-鿿]{1,20}[区园城地])（(?P<inner>[^（）、，；]{1,12})）(?P<tail>管(?:理委员会|委会?))"
)
# what names of places end with
_OF_PLACE = re.compile("[一-鿿]{1,9}[城区园镇乡街港湾岛山湖江河海桥州洲滩浦塘岭峰泉溪川谷原屿]")
_SAYS = re.compile(
    "^[各共原拟暂含除]|[两三四五六七八九十]区$|有关|相关|所有|全部|其[他它余]|以[上下]|国家|[省市区县]级|级$|个|[试筹挂代托兼]|合署|排名|不分|简称|统称|同时|分别"
    "|[局厅委办会府]"
)


def is_other_name(inner: str) -> bool:
    """Whether the words of a bracket are a name.

    >>> [is_other_name(words) for words in ("滨江", "科技城", "杭州市", "试行", "共三个园区", "国家级")]
    [True, True, True, False, False, False]
    """
    if _SAYS.search(inner):
        return False
    place = leading(inner, unlisted=False)
    return bool(_OF_PLACE.fullmatch(inner)) or (place is not None and place[1] == len(inner))


def without_remark(written: str) -> str:
    """The name of the committee of a zone without the remark in it, any other words as they are.

    >>> without_remark("云州经开区（试行）管委会"), without_remark("高新区（滨江）管委会")
    ('云州经开区管委会', '高新区（滨江）管委会')
    """
    found = _COMMITTEE.fullmatch(written)
    return found["zone"] + found["tail"] if found and not is_other_name(found["inner"]) else written
