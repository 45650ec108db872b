"""The one trade that a paragraph or its title speaks of, whose a bare measure is: 石化产业持续提质…。产值突破80亿元."""

from __future__ import annotations

import re

from guitu.extract.figures import indicator_names as names
from guitu.extract.structure.chapters import is_action
from guitu.ontology.figure_words import any_of

_TRADE = (
    r"[^，。；：、\d和与及的]{2,10}?"
    "(?:产业|经济|[工农林渔种]业|畜牧业|制造业|服务业|旅游业|物流业|建筑业|软件业|加工业|种植业|养殖业)"
)
_OPENS = re.compile(
    rf"(?:——|[一二三四五六七八九十]是)?(?P<trade>{_TRADE})(?:[：。]|(?=要|应|向|以|"
    r"持续|深度|深入|瞄准|聚焦|突出|抢占|加速|加快|重点|坚持|围绕|推动|推进|深化|稳步|全面|大力|着力|积极|不断|进一步|突破|做[大强优])(?!体))"
)
# 做大做强光电产业集群, 石化产业提质升级
_TITLE = re.compile(
    rf"(?:(?!新)(?:{any_of('build', 'act', 'adverb')}|做[大强优精]|加快|促进))*(?P<trade>{_TRADE})"
    r"(?:高质量|集群|集聚|创新|健康|提质|发展|增效|升级|壮大|振兴|倍增|跃升|工程|行动)*"
)
# many trades at once, or the whole of a place
_GENERAL = re.compile(
    "[全我本][国省市县区]|特色|优势|重点|支柱|主导|传统|新兴|未来|现代产业|实体|民营|县域|区域|国民|市场|关联|配套|相关|各|这|该|其|十五|上半年|经济工作|[一二三]产"
)
_OF_TRADE = re.compile("产业(?P<measure>投资|规模|总规模|产值|总产值|增加值|营收|营业收入)")
_SIDE = re.compile(rf"(?!新)(?:{any_of('adverb')}|在|对|把|将|以|向|与|并|力争|争取|预计|到|[“（])")


def opened(sentence: str) -> str:
    """The trade that a sentence opens with as its subject; "" where it opens otherwise.

    >>> opened("石化产业持续减油增化，建设新材料项目"), opened("特色产业加快发展"), opened("推动石化产业升级")
    ('石化产业', '', '')
    """
    found = _OPENS.match(sentence)
    return "" if found is None or _GENERAL.search(found["trade"]) or is_action(found["trade"]) else found["trade"]


def of_title(title: str) -> str:
    """The one trade that the title of a task names.

    >>> of_title("做大做强光电产业"), of_title("发展石化、光电产业"), of_title("培育壮大实体经济")
    ('光电产业', '', '')
    """
    found = _TITLE.fullmatch(title)
    return "" if found is None or _GENERAL.search(found["trade"]) else found["trade"]


def speaks_on(clause: str) -> bool:
    """Whether a clause has no subject of its own, so that a trade is still spoken of.

    >>> speaks_on("建设新材料项目"), speaks_on("青岚石化园加快建设")
    (True, False)
    """
    bare = clause.strip("，、：；")
    acts = names.ACTION_AHEAD.match(bare)
    return is_action(bare) or (acts is not None and acts.end() > 1) or _SIDE.match(bare) is not None


def measure_of(name: str, trade: str) -> str:
    """A measure of 产业 with the trade that it is of: 光电产业规模; "" for another name.

    >>> measure_of("产业规模", "光电产业"), measure_of("产业工人", "光电产业"), measure_of("产业规模", "")
    ('光电产业规模', '', '')
    """
    found = _OF_TRADE.fullmatch(name) if trade else None
    return trade + (found["measure"] if trade.endswith("产业") else name) if found else ""
