"""Numbers amid what is done with something: 完成青岚河12公里河道治理, 解决4万人的饮水问题, 推进两镇驻地、11个村改造."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.ontology.figure_words import any_of

_DEED = (
    "(?:建设|改造|治理|整治|修复|拓宽|加固|绿化|养护|硬化|清淤|疏浚|提升|提质|更新|搬迁|迁建|铺设|改建|扩建|新建|续建|创建|开发|整理|"
    "保护|维修|修缮|亮化|美化|配套|试点|种植|造林|防治|复垦)"
)
_DONE_WITH = re.compile(f"[一-鿿A-Za-z“”、]{{0,20}}?{_DEED}(?:工程|项目|任务|工作|目标|行动)?(?=$|[，。；、和及])")
# 重点推进, 加快实施
_OPENS = re.compile(rf"(?:{any_of('adverb')})*{names.ACTION_AHEAD.pattern}")
_PLACE_END = re.compile(
    "(?:境内|辖区内|范围内|区内|域内|沿线|[两东西南北]?岸|岸线|干线|支线|全线|[一-鿿]段|[东西南北两]侧|周边|片区|[乡镇村县区市街河湖路段库]|街道|园区|流域)$"
)
_LISTS_ON = re.compile("(?:[、和及与]|以及)$")
_NO_LIST = re.compile("[，。；：]|[在围聚]|方面|领域")
_TROUBLE = re.compile("的?[^，。；的]{0,14}(?:问题|困难|难题|需求)(?=$|[，。；、和及])")
# 9个村的缺水问题: whose trouble it is
_WHOSE = re.compile(
    "(?P<who>[^，。；：的\\d、]{1,8})的(?P<what>[^，。；的]{2,14}(?:问题|困难|难题))(?=$|[，。；、和及])"
)
_SOLVES = re.compile("(?:解决|缓解|满足|消除|改善)了?[^，。；\\d]{0,24}$")

# 形成年产500台机床、800套刀具的生产能力
TURNS_OUT = re.compile("(?<![今去本当])([年日](?:产|生产|加工|处理|屠宰|组装|维修))$")
"""What is made in each year or on each day, right before its number."""


def opens(head: str) -> bool:
    """Whether words open with what is done: 重点推进, 加快实施."""
    return _OPENS.match(head) is not None


def amid(head: str, tail: str) -> bool:
    """Whether a number stands between a place and its deed: 完成青岚河东岸 before it, 河道治理 behind it."""
    opens = _OPENS.match(head)
    if not opens or not _DONE_WITH.match(tail):
        return False
    where = head[opens.end() :]
    return len(where) > 1 and "、" not in where and bool(_PLACE_END.search(where) or _from_to(where))


def _from_to(where: str) -> bool:
    """Whether a stretch is named by its ends: 云溪桥至青岚渡."""
    start, to, end = where.partition("至")
    return bool(to) and len(start) > 1 and len(end) > 1


# 9公里河道清淤、堤岸加固基本完成
_COMPLETED = re.compile(
    f"(?P<deed>[一-鿿A-Za-z“”、]{{0,20}}?(?:{_DEED}(?:工程|项目|任务)?|[一-鿿]{{2}}(?:工程|项目)))(?:已|将|基本|全面|全部|如期|顺利)*(?:完成|完工|竣工|贯通|通车|开工|启动)(?:建设|实施)?(?=$|[，。；])"
)


def completed(tail: str) -> str:
    """What words behind a number tell is completed: 河道清淤、堤岸加固 of 河道清淤、堤岸加固基本完成; "" for others.

    >>> completed("河道清淤基本完成"), completed("以上河道清淤工程")
    ('河道清淤', '')
    """
    found = _COMPLETED.match(tail)
    return found["deed"] if found else ""


CAPABILITY = re.compile("(?:标准煤|当量)?的(?P<what>[^，。；：的、\\d]{0,8}(?:量|额|能力|产能|产值|收入|规模))")
"""What is reached with a measure before it: 形成10万吨的处理能力."""
_ATTAINS = re.compile("(?:实现|形成|达到|具备|新增|完成)(?:了|约)?$")


def attains(head: str, tail: str) -> bool:
    """Whether a measure says how much of something is reached: 形成10万吨的处理能力."""
    return bool(_ATTAINS.search(head) and CAPABILITY.fullmatch(tail))


def goes_on(head: str) -> bool:
    """Whether a number counts the next of a list that a verb opens and whose first has no number: 推进老街、3个片区."""
    return bool(_LISTS_ON.search(head) and names.ACTION_AHEAD.match(head)) and not _NO_LIST.search(head)


def troubled(head: str, tail: str) -> str:
    """What is solved for those counted: 解决饮水安全问题 of 解决青岚镇4万人的饮水安全问题; "" for another number."""
    whose = _WHOSE.match(tail)
    what = _TROUBLE.match(tail)
    solves = _SOLVES.search(head) if what or whose else None
    if whose and solves:
        return f"{solves[0][:2]}{whose['what']}的{whose['who']}"
    return solves[0][:2] + what[0].removeprefix("的") if solves and what else ""


# 在12个街道开展试点: where something is tried is counted
_AT_SITES = re.compile("(?:^|[，、；：]|优先|率先|选择)在$")
_SITES = re.compile(
    r"(?P<where>[^，。；：、的\d]{2,16}?)(?P<does>(?:先行|率先)?(?:开展|推行|试行|推广|启动|试点))(?P<what>[^，。；：\d]{2,20})(?=$|[，。；])"
)


def tried_at(head: str, tail: str) -> str:
    """The places at which something is done, where a number counts them; "" for other words.

    >>> tried_at("在", "街道开展养老顾问试点"), tried_at("力争", "街道开展养老顾问试点")
    ('开展养老顾问试点的街道', '')
    """
    found = _SITES.match(tail) if _AT_SITES.search(head) else None
    return f"{found['does']}{found['what'].removesuffix('工作')}的{found['where']}" if found else ""


# 落实不低于15天的成品粮油储备, 开展不少于3天的业务培训: what is to last so long
_LASTS = re.compile(
    r"的[^，。；：、的\d]{0,14}(?:储备量?|库存量?|存量|储量|备用|供应量|培训|研修|轮训|实训|实习|见习|课程|教学|教育|学习|锻炼|运动|训练|"
    "演练|拉练|展览|展示|展演|巡展|活动|跟岗|挂职|服务|宣传)(?=$|[，。；、）])"
)
_UPHOLDS = ("保持", "维持", "具备", "保证", "确保", "留足", "保障")


def lasts(head: str, tail: str, *, acts: bool) -> bool:
    """Whether a least time says how long something is to last; `acts`: a verb of doing stands before it.

    >>> lasts("保持", "的电煤库存", acts=False), lasts("给予", "的整改期限", acts=True)
    (True, False)
    """
    return (acts or head.endswith(_UPHOLDS)) and _LASTS.match(tail) is not None
