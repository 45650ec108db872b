"""What exists and is leant upon or looked after: 依托2家县级医院和14个卫生院, 加强对18座水库的日常巡查."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guitu.ontology.figure_words import any_of

_AREA = (
    "(?:全[国省市县区州旗镇]|[我本辖][省市县区州]|(?:[市县区州]|辖区)[内域]|境内|[一-鿿]{1,5}?[省市县区州旗镇乡])?"
    "(?:各类|的)?"
)
_COUNTED = r"\d[\d.]{0,8}[百千万]?[^，。；：、\d元%吨]{1,30}?"
# the number and those joined to it: 2家县级医院和14个乡镇卫生院; a deed that follows has numbers of its own
_LEANT_ON = re.compile(
    rf"{any_of('lean')}(?:了|好)?{_AREA}(?={_COUNTED})(?P<of>{_COUNTED}(?:(?:[、和及与]|以及){_AREA}{_COUNTED})*)"
    r"(?=\d|[，。；：、的和及与]|$)"
)
_USED = re.compile(  # 利用15个文化站的场地; not 利用30万吨秸秆
    rf"利用好?{_AREA}(?P<of>{_COUNTED})的?(?:场地|空间|资源|优势|平台|阵地|设施|场所|力量|作用|网点|渠道|闲置)"
)
_TENDED = re.compile(
    rf"{any_of('tend')}(?:了|好)?(?:对|辖区|所辖)?{_AREA}(?P<of>\d[^，。；：]{{1,70}}?{any_of('care')}(?:力度)?)(?=[，。；：、]|$|工作|措施|机制|体系|制度|落实)"
)
_OVER = re.compile(
    rf"对(?:辖区|所辖)?{_AREA}(?P<of>\d[^，。；：]{{2,80}}?"
    r"(?:(?:履行|承担|开展|实施|进行|落实|压实|加强|强化|严格)[^，。；：、\d]{0,8}?(?:监管|监督|巡查|巡护|巡检|看护|管护|值守|运维|职责|责任)|"
    r"(?:加强|强化|严格|进行|落实)[^，。；：、\d]{0,8}?管理))(?=[，。；：、]|$|工作|制度)"
)
# what is to be done by a day or so many times commits: 2027年前对35家企业开展巡查, 每年对20座水库开展巡查
# 重点是20个帮扶县: which are meant
_MEANT = re.compile(rf"重点[是为](?P<of>{_COUNTED})(?=[，。；、]|$)")
_SET = re.compile(
    r"(?:20\d\d年|年[底末内]|季度|今年|每年|全年)[^，。；：]{0,6}，?[^，。；：]{0,6}$|(?:完成|实现|新[增建]|新一轮)[^，。；：]{0,6}$"
)
# 加强12个市场改造和监管: what is built or mended is a target, cared for or not; a building site is watched
_MADE = re.compile("(?:建设|改造|新建|治理|整治|提升)(?!工地|单位|部门|用地)")
_REACH = 24  # characters before what is looked after


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where a compact paragraph counts what exists and is leant upon or looked after.

    >>> text = "依托3家医院建设5个中心，加强对18座水库的巡查"
    >>> [text[a:b] for a, b in stretches(text)]
    ['3家医院建设', '18座水库的巡查']
    """
    for pattern in (_LEANT_ON, _USED, _MEANT):
        yield from (found.span("of") for found in pattern.finditer(text))
    for pattern in (_TENDED, _OVER):
        for found in pattern.finditer(text):
            set_by = _SET.search(text, max(0, found.start() - _REACH), found.start("of"))
            if not set_by and not _MADE.search(found["of"]):
                yield found.span("of")
