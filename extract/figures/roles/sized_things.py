"""A thing told by its size: 总投资5亿元的临湖水厂项目, 首期规模2亿元的基金, 产值超百亿元、辐射全省的产业集群."""

from __future__ import annotations

import re
from typing import NamedTuple

from guitu.ontology.figure_words import any_of

_SIZE = "总投资|投资总额|投资额|计划投资|投资|(?:首期|初始|总|资金|募集|基金)?规模|总建筑面积|建筑面积"
# what a whole trade or place brings forth; of one firm it says which are meant
_YIELD = "产业规模|经济规模|(?:年|总|工业总)?产值|(?:年|总)?营业?收入|年?交易额|年?销售额"
_YIELDS = re.compile(_YIELD)
_BEFORE = re.compile(
    rf"(?:(?P<made>{any_of('build')}(?:一个|一批|起)?)(?P<made_size>{_SIZE}|{_YIELD})|(?P<size>{_SIZE}))(?:达到?|约|为)?$"
)
_THING = re.compile(
    r"的(?P<noun>(?!(?:重大|重点|工业|产业|优质|新建|技改|单个)*(?:项目|工程))[^，、；。：]{2,40}?"
    r"(?:项目|工程|基地|基金|资金|生产线|园区|产业园|中心|集群|产业带))"
)
_OF_MANY_WORDS = re.compile(
    r"(?:、[^，；。：\d]{2,24})?的(?P<noun>[^，、；。：的\d]{2,24}(?:集群|产业带|产业园|园区|基地|市场|走廊|高地))(?=$|[，；。])"
)


class Sized(NamedTuple):
    """What a thing is called with its size, and how far behind the number that reaches."""

    name: str
    reach: int


def sized(head: str, tail: str) -> Sized | None:
    """The size of the one thing that is named behind it; None for other words.

    >>> sized("总投资", "的临湖水厂项目"), sized("总投资", "的重点项目")
    (Sized(name='临湖水厂项目总投资', reach=7), None)
    >>> sized("打造产值", "、辐射全省的花木产业集群"), sized("打造产值", "的企业")
    (Sized(name='花木产业集群产值', reach=12), None)
    """
    size = _BEFORE.search(head)
    if size is None:
        return None
    noun = _OF_MANY_WORDS.match(tail) if size["made"] else None
    noun = noun or (_THING.match(tail) if not _YIELDS.fullmatch(size["made_size"] or "") else None)
    return Sized(noun["noun"] + (size["made_size"] or size["size"]), noun.end()) if noun else None
