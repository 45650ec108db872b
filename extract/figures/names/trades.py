"""The one trade that a paragraph or its title speaks of, whose a bare measure is: 石化产业持续提质…。产值突破80亿元."""

from __future__ import annotations

import re
from functools import cache

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.bearers import NO_FIRM
from guitu.extract.structure.outline.chapters import is_action
from guitu.ontology.alternation import alternation
from guitu.ontology.figure_words import any_of
from guitu.ontology.topics import topics

_TRADE = (
    r"[^，。；：、\d和与及的]{2,10}?"
    "(?:产业|经济|新材料|新能源|生物医药|[工农林渔种]业|畜牧业|制造业|服务业|旅游业|物流业|建筑业|软件业|加工业|种植业|养殖业)"
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
# topics that are made or generated, so that a title of two words names their trade: 特色轻工, 海上风电
_INDUSTRIES = ("制造业", "能源")
_NO_TRADE = ("制造业", "中小企业", "产业集群", "未来产业", "智能制造", "能源")
_GOODS = ("装备", "机床", "零部件", "摩托车", "家电")
_LONGEST_TITLE = 8  # characters of a title that is no more than a trade
_NOT_ONE = re.compile(
    r"[、和与及的\d]|(?:企业|主体|项目|工程|平台|载体|中心|基地|园区?|区|城|镇|谷|港|人才|队伍|市场|消费|安全|链|服务|"
    "发展|建设|升级|转型|保障|应用|布局|体系|集群|产能|整治|治理|改造)$"
)
_FIRM_ENDS = ("厂", "公司", "集团")
_FIRM = (
    "(?P<firm>(?![全我本各该][省市县区州]?|规模以上|规上|其中|一批|龙头|骨干)"
    r"[^，。；：、\d的]{3,14}?(?:工厂|公司|集团|[一-鿿]{2}厂))"
)
# 青岚汽车东桥工厂2027年8月建成投产，实现产值…
_FIRM_OPENS = re.compile(rf"{_FIRM}(?:于|已|在)?(?=20\d\d年|建成|投产|投入|全面|正式|顺利|实现|全年|累计|预计)")
_STATES = "(?P<state>(?:建成|开工|核准|投产|并网|竣工|投运){1,2})"
_STATE = re.compile(f"(?:[，、]|力争|确保|争取|累计|计划|到|年底|前)*{_STATES}")
_STATE_AT_END = re.compile(f"{_STATES}$")
_NAMES_A_FIRM = re.compile("[一-鿿]{2}(?:公司|集团|工厂)")
# 东桥经济开发区: a title that is no more than a zone, whose the bare measures under it are
_ZONE = re.compile(
    r"(?![各全]|其他|重点|特色|[建办管用抓搞做][好强优精活实成])[^，。；：、\d和与及的]{2,12}(?:开发区|产业园|工业园|园区|经济区|高新区|集聚区|保税区)"
)
# what is measured of what a trade makes, and says not of whom: 整车产能
_MADE = re.compile("(?:整车|整机|成品|原料)?年?(?:产能|产量|销量|产值|总产值|营业收入|销售收入|装机容量)")
_ALL_TRADES = re.compile("[全我本][国省市县区州]|规模以上|规上")
_OF_TRADE = re.compile("产业(?P<measure>投资|规模|总规模|产值|总产值|增加值|营收|营业收入)")
_SIDE = re.compile(
    rf"(?!新)(?:{any_of('adverb')}|做[强大优精专]|依托|通过|围绕|发挥|巩固|在|对|把|将|以|向|与|并|力争|争取|预计|到|[“（])"
)


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
    >>> of_title("特色轻工"), of_title("海上风电"), of_title("化工园区"), of_title("夯实基础")
    ('特色轻工', '海上风电', '化工园区', '')
    >>> of_title("建好开发区")
    ''
    """
    found = _TITLE.fullmatch(title)
    if found and not _GENERAL.search(found["trade"]):
        return found["trade"]
    short = len(title) <= _LONGEST_TITLE and not _NOT_ONE.search(title)
    whole = (short and _made().search(title)) or _ZONE.fullmatch(title)
    return title if whole and not is_action(title) and not names.ACTION_AHEAD.match(title) else ""


@cache
def _made() -> re.Pattern[str]:
    """A word for what an industry makes, at one end of a title."""
    all_ = {topic.label: topic for topic in topics()}
    words: list[str] = []
    for topic in all_.values():
        root = topic
        while root.broader in all_:
            root = all_[root.broader]
        if root.label in _INDUSTRIES and topic.label not in _NO_TRADE:
            words += topic.names
    named = alternation([*words, *_GOODS])
    return re.compile(f"^{named}|{named}$")


def firm_of(sentence: str) -> str:
    """The firm that a sentence opens with, whose the bare measures of the sentence are; "" for none that is sure.

    >>> firm_of("青岚汽车东桥工厂2027年8月建成投产"), firm_of("推动青岚化工厂投产"), firm_of("全市公司实现产值")
    ('青岚汽车东桥工厂', '', '')
    """
    found = _FIRM_OPENS.match(sentence)
    firm = found["firm"] if found else ""
    # a verb anywhere may govern the name: 计划建设青岚化工厂
    acts = is_action(firm) or NO_FIRM.match(firm) or names.ACTION_AHEAD.search(firm.replace("有限", ""))
    return "" if acts else firm


def tells_of_firm(sentence: str) -> bool:
    """Whether a sentence opens with a firm, by its name or not, so that its bare measures are of no trade before.

    >>> tells_of_firm("引入青岚集团2026年投产"), tells_of_firm("全市企业实现税收")
    (True, False)
    """
    return any(sign in sentence for sign in _FIRM_ENDS) and _FIRM_OPENS.match(sentence) is not None


def of_all_trades(topic: str) -> bool:
    """Whether a topic is of a whole place, which a bare measure behind it is of too: 全市规上工业.

    >>> of_all_trades("全市规上工业"), of_all_trades("化工产业")
    (True, False)
    """
    return _ALL_TRADES.match(topic) is not None


def deed_on(head: str, unit: str, trade: str, last: str) -> str:
    """A state of works of power that stands alone, with the trade of the title or what the state before it was of.

    >>> deed_on("2026年建成并网", "万千瓦", "海上风电", ""), deed_on("、并网", "万千瓦", "", "光伏电站开工")
    ('海上风电建成并网', '光伏电站并网')
    >>> deed_on("建成并网", "万千瓦", "", "")
    ''
    """
    found = _STATE.fullmatch(names.without_years(head)) if unit.endswith(("千瓦", "兆瓦")) else None
    if found is None:
        return ""
    of_last = _STATE_AT_END.sub("", last)
    whose = of_last if last and of_last != last else trade
    return whose + found["state"] if whose else ""


def of_its_goods(name: str) -> bool:
    """Whether a measure is of what a trade makes, and names nobody else: 整车产能.

    >>> of_its_goods("整车产能"), of_its_goods("青岚公司产值")
    (True, False)
    """
    return _MADE.fullmatch(name) is not None


def speaks_on(clause: str) -> bool:
    """Whether a clause has no subject of its own, so that a trade is still spoken of.

    >>> speaks_on("建设新材料项目"), speaks_on("青岚石化园加快建设")
    (True, False)
    """
    bare = clause.strip("，、：；")
    if _NAMES_A_FIRM.search(bare) and not bare.startswith(("依托", "发挥", "通过", "围绕")):
        return False  # 支持青岚集团研发，营业收入突破20亿元
    acts = names.ACTION_AHEAD.match(bare)
    return is_action(bare) or (acts is not None and acts.end() > 1) or _SIDE.match(bare) is not None


def measure_of(name: str, trade: str) -> str:
    """A measure of 产业 with the trade that it is of: 光电产业规模; "" for another name.

    >>> measure_of("产业规模", "光电产业"), measure_of("产业工人", "光电产业"), measure_of("产业规模", "")
    ('光电产业规模', '', '')
    """
    if trade and name == "企业":
        return trade + name  # 产值达到50亿元，企业超过100家
    found = _OF_TRADE.fullmatch(name) if trade else None
    return trade + (found["measure"] if trade.endswith("产业") else name) if found else ""
