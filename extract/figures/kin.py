"""What the first of a list says for one more of its kind: 水产领域高新企业, 实际使用外资, 农村改厕."""

from __future__ import annotations

import re

from guitu.extract.figures.carry import Carry

# 新认定水产领域龙头企业3家、高新企业5家: the field that the first of a list is said to be of
_FIELD = re.compile(
    "(?:培育形成|培育|引进|认定|(?=新))(?P<of>(?:新(?:认定|增|培育|引进))?[一-鿿]{2,10}领域)(?=[一-鿿“]{2})"
)


_OPPOSED = {"外资": "内资", "内资": "外资", "出口": "进口", "贷款": "存款", "排水": "供水", "农村": "城镇"}


def of_field(name: str, head: str, carry: Carry) -> str:
    """The name of one more of the same kind in a list, with the field that the first has: 水产领域高新企业."""
    if head.startswith("、") and len(name) == 2 < len(carry.last) and name[0] == carry.last[-2] and name[0] in "改建修":
        return carry.last[:-2] + name  # 村居改水3万户、改灶800个
    if head.startswith("、") and (other := _OPPOSED.get(name)) and carry.last.endswith(other) and carry.last != other:
        return carry.last.removesuffix(other) + name  # 实际使用内资26亿元、外资2亿元
    said = _FIELD.match(carry.last) if "领域" in carry.last and "领域" not in name else None
    alone = head.lstrip("、和及与") in ("", name) and len(name) > 1
    return said["of"] + name if said and alone and name[-2:] == carry.last[-2:] else name
