"""What a bare verb or its rate is said of, where the sentence tells: 培训500人，对象为村医; 开展护工培训，受训率90%."""

from __future__ import annotations

import re

from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.numbers.quantities import Quantity

_MADE = "(?:新建|扩建|改建|兴建|建设|改造|实施|打造|建成)"
_DEED = "(?:提升|改造|新建|扩建|改建|建设|实施|亮化|绿化|修复|治理|维修|整治|完成)[一-鿿]"
# what the money goes into: 投资3亿元新建水厂, 投资200亿元，实施技改工程
_INTO = re.compile(
    rf"(?:(?P<made>{_MADE})(?P<what>[^，。；：、\d的][^，。；：\d]{{1,29}})|，(?:重点|继续)?(?:实施|推进|建设)(?P<next>[^，。；：、\d][^，。；：]{{1,23}}(?:工程|项目))|"
    rf"，(?:完成\d{{1,4}}[个所处座条项]|(?={_DEED}))(?P<deed>[^，。；：、\d]{{3,20}}?)(?=[（\d]|$))(?=[，。；（\d]|$)"
)  # 投资5000万元，改造公路40公里
# what the clause before sets out to make: 加快山区公路建设，今明两年投资12亿元
_WORKS = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,2}[、.．])?(?:抓住|抢抓|把握|紧抓)?(?:国家)?(?:加快|推进|推动|加强|实施|抓好|持续|全面|统筹|大力)*"
    r"(?P<what>[^，；。：\d]{2,20}?(?:建设|改造|开发|治理|保护|修复))(?:机遇|契机|工作|力度)?"
)
_CHANGED = ("改造", "扩建", "改建")  # 老旧管网改造投资
INVESTS = re.compile(rf"(?:用于)?{_MADE}[一-鿿“]{{2}}")
# whom: 培训对象为50岁以下的农业经营者, 对象主要是村医
_WHOM = re.compile(r"，(?:[一-鿿]{2})?对象(?:主要)?(?:为|是|包括)(?P<whom>[^，。；：、]{2,40})(?=[，。；]|$)")
_LONGEST = 20  # characters of what is acted on; more is a clause


def completed(verb: str, q: Quantity, text: str) -> str:
    """The name of a number behind a bare verb with what the verb acts on; "" where the sentence does not say.

    `text`: the compact paragraph.
    """
    if q.kind == "money":
        found = _INTO.match(text, q.trail)
        what = names.tidy(found["what"] or found["next"] or found["deed"]) if found else ""
        what += found["made"] if what and found and found["made"] in _CHANGED else ""
    else:
        found = _WHOM.match(text, q.trail)
        what = found["whom"].rpartition("的")[2] if found else ""
    if not 1 < len(what) <= _LONGEST:
        return ""
    return what + verb if q.kind == "money" else verb + what


def invested_in(clause: str) -> str:
    """What a clause sets out to make, with the money that the next one says goes into it; "" where it makes nothing.

    >>> invested_in("加快山区公路建设，"), invested_in("经济平稳增长，")
    ('山区公路建设投资', '')
    """
    found = _WORKS.fullmatch(clause.strip("，、：；"))
    return found["what"] + "投资" if found else ""


_DEEDS = "培训|轮训|教育|体检|筛查|检查|巡查|抽检|监测|检测|接种|救助|签约|登记|改造|治理|评估|评价|考核|验收"
_DONE = re.compile(
    rf"(?:开展|加强|实施|组织|推进|做好|抓好|强化|完善|落实|启动)(?:好|对)?(?P<what>[^，。；：]{{2,40}}?)(?P<deed>{_DEEDS})(?:工作|活动|行动|计划|服务|工程)?，?$"
)
# 对已编制的村庄规划进行评估，评估率50%
_DONE_TO = re.compile(
    rf"对(?:已[^，。；：的]{{0,8}}的)?(?P<what>[^，。；：]{{2,24}}?)(?:进行|开展|实施)(?P<deed>{_DEEDS})，?$"
)
# 城市受训率, 参训率, 受培训率, 筛查率
_RATE = re.compile(rf"(?P<where>[一-鿿]{{0,4}}?)(?P<rate>[受参]?(?P<of>{_DEEDS}|训|检|教)率)")


# 对老旧的泵站开展标准化改造
_TREATED = re.compile(
    r"对(?P<what>[^，；。：]{2,40}?)(?:进行|开展|实施)[^，；。：\d]{0,8}?(?P<deed>改造|治理|修复|整治|更新|维修|提升)，?$"
)


def treated(verb: str, clause: str) -> str:
    """A bare verb with those whom the clause before says it is done to; "" for another verb.

    >>> treated("改造", "对城区老旧的泵站开展标准化改造，"), treated("新建", "对老旧的泵站开展改造，")
    ('改造泵站', '')
    """
    found = _TREATED.search(clause)
    what = found["what"].rpartition("的")[2] if found and found["deed"] == verb else ""
    return verb + what if len(what) > 1 else ""


def rate_of_deed(name: str, before: str, last: str) -> str:
    """The rate of what the clause before says is done: 护工培训受训率; "" for any other name.

    `last`: the indicator before it, whose deed holds on: 护工培训城市受训率, then 农村受训率.

    >>> rate_of_deed("城市受训率", "开展对护工的技能培训，", ""), rate_of_deed("农村受训率", "", "护工培训城市受训率")
    ('护工的技能培训城市受训率', '护工培训农村受训率')
    """
    found = _RATE.fullmatch(name)
    if found is None:
        return ""
    done = _DONE.search(before) or _DONE_TO.search(before)
    if done and found["of"][-1] in done["deed"]:
        what = done["what"].removesuffix("的")
        alike = found["rate"] == done["deed"] + "率" and not found["where"]
        return what + name if alike else f"{what}{done['deed']}{name}"
    shared = re.fullmatch(rf"(?P<what>.{{2,40}}(?:{_DEEDS}))[一-鿿]{{0,4}}{found['rate']}", last)
    return shared["what"] + name if shared else ""
