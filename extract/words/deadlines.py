"""Until when: the terms of tasks, 2025年底前, 年内, 持续推进, in and beside duty clauses."""

from __future__ import annotations

import re

_YEAR = r"(?:(?:(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{2})年|[今明]年(?!内))"
_MONTH = r"(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月"
_DAY = r"(?:\d{1,2}|[一二三]?十?[一二三四五六七八九十])[日号]"
_SEASON = r"(?:主?汛期|[春夏秋冬]季|春耕|[采供]暖[季期]|春节|国庆节?|中秋节?|元旦|清明节?|五一)"
_POINT = (
    rf"(?:年?底|年?末|{_MONTH}(?:底|末|初|[上中下]旬|{_DAY})?|上半年|下半年|第?[一二三四1-4]季度(?:末|底)?|{_SEASON})"
)
_BEFORE = r"(?:之前|以前|前|内)"
_GOING_ON = (
    r"(?:全年|长期|持续|常态化?|始终|不断)(?:坚持|推进|开展|实施|落实|做好|抓好|推动|执行|深化)"
    r"|立行立改|即知即改|立即整改|按序时进度推进"
)
# what goes on only where it stands among owners; in running text it is how something is done
_AS_TOLD = (
    r"常年坚持|贯穿全年|立即(?:推进|实施|开展|启动|执行)|适时(?:推进|实施|开展|启动)"
    r"|分(?:年度?|步|期|批|阶段)(?:推进|实施|落实)"
    r"|(?:按照?|根据)(?:国家|上级|省[委里]?|市[委里]?|中央|时限|进度|时间|计划|工作|统一|有关|相关|总体){0,4}"
    r"(?:部署|要求|安排|进度|节点)(?:推进|实施|开展|落实|完成|执行)"
)
# a point of time that says until when: 2025年底前, 6月底前, 2027年12月31日前
_UNTIL = rf"{_YEAR}{_POINT}?{_BEFORE}|{_POINT}{_BEFORE}|年内|今年内|当年内"
_TO = r"[—~至到-]{1,2}"
_COUNTED = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:个?(?:工作日|月|季度|星期)|日|天|周|年)"
# since an event: 印发后3个月内, 自本措施发布之日起一年内
_EVENT = "(?:印发|发布|下发|公布|实施|施行|出台|通过|批复)"
_AFTER = rf"自?[一-鿿]{{0,8}}?{_EVENT}(?:之?日)?(?:起|之?后|以来)?{_COUNTED}{_BEFORE}|{_COUNTED}{_BEFORE}"
# again and again: 每季度末, 每年12月底前, 按月
_EVERY = r"每(?:半年|两年|年度?|季度?|半月|月度?|旬|周|日)|按(?:年度?|半年|季度?|月度?|周)|逐[年季月]"
_OFTEN = rf"(?:{_EVERY})(?:末|底|初|{_POINT}|\d{{1,2}}[日号])?(?:前|内)?"
_PLAN = r"“?十[一二三四五六七八]五”?(?:规划)?(?:期末|末|期间|时期|期内)(?:前)?"  # “十五五”期末
_DATED = r"(?:19|20)\d\d[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?(?:前)?"  # 2026.6.30
# what a term alone can be besides, between the signs of a clause: 2025年, 2024年12月, 2024—2026年, 持续推进
_ALONE = (
    rf"{_YEAR}(?:{_POINT})?{_TO}(?:{_YEAR})?{_POINT}|(?:{_YEAR})?\d{{1,2}}{_TO}{_MONTH}(?:底|末)?"
    rf"|(?:19|20)\d\d年?{_TO}{_YEAR}(?:{_POINT})?|{_YEAR}(?:{_POINT})?起(?:{_GOING_ON}|实施|施行|执行)?|{_YEAR}(?:{_POINT})?|{_POINT}|{_GOING_ON}|{_AS_TOLD}|全年"
    rf"|{_OFTEN}|{_PLAN}|{_DATED}|{_AFTER}|立即|即时|即行|长期|持续"
)
_DONE = (
    r"(?:(?:基本|全面|全部)?(?:完成|实现|建成|落实到位|取得阶段性成[效果]|取得(?:明显)?成效|达到要求|见效)(?:并(?:持续|长期)(?:推进|坚持|实施))?"
    r"|并?(?:持续|长期|分年度?|分步|分期|分批|逐步)(?:推进|坚持|实施)|启动|开展|实施|施行|执行|推进)?"
)

# a term that stands alone between signs, with what is done by then: 年内完成, 2025年底前, 持续推进
TERM = re.compile(rf"(?:于|在|至|到)?(?P<term>{_UNTIL}|{_ALONE}){_DONE}(?=[，；。、：（）〔〕【】\s]|$)")
# what a term begins with, unless it begins with an event
_STARTS = frozenset(
    "0123456789年底〇零一二两三四五六七八九十半年第上下主汛春夏秋冬采供国中元清今当全长持常始不立即按每逐“于在至到明贯适分根"
)
_EVENTS = re.compile(_EVENT)


def begins_term(text: str, at: int) -> bool:
    """Whether a term can begin at `at`: a cheap look before the pattern.

    >>> begins_term("6月底前", 0), begins_term("市教育局", 0)
    (True, False)
    """
    return text[at] in _STARTS or bool(_EVENTS.search(text, at, at + 12))


_OF_TIME = re.compile(
    r"\d[年月日号天旬]|每[年月季周旬]|[按逐][年月季](?!度?(?:调度|通报|报[送告]|汇总))|时限|期限|季度|[年月]底|以前|之前"
)


def speaks_of_time(words: str) -> bool:
    """Whether words that are no term may yet be one.

    >>> speaks_of_time("按年度清零"), speaks_of_time("抓好落实")
    (True, False)
    """
    return bool(_OF_TIME.search(words))


_LABEL = re.compile(
    r"(?:时限|期限|时间|节点|进度|安排)(?:要求|安排|节点)?：\s*(?P<term>[^，。；：（）〔〕【】\s]{2,24})"
)
_TOLD = re.compile(
    # its first sign is looked for before anything else
    rf"(?=[\d年底末〇零一二三四五六七八九十上下第主汛春夏秋冬采供国中元清今明每全长持常始不立即按])(?<![到至\d年])"
    rf"(?P<term>{_YEAR}{_POINT}?{_BEFORE}"
    rf"|(?:(?<=[，；。\n])|^){_POINT}{_BEFORE}(?=[^，。；]{{0,24}}(?:完成|建成|实现|出台|印发)(?![率度后的]))"
    rf"|(?:每年)?{_POINT}{_BEFORE}(?=，?(?:完成|建成|实现|出台|启动|全面|基本|报送|制定|印发|形成|建立))"
    rf"|(?:(?<=[，；。\n])|^)今?年内|(?<=[，；])(?:{_GOING_ON})(?=[，；。]|$))"
)
# since an event, in running text: 各区于本文印发后3个月内出台, 自发布之日起30日内制定
_TOLD_AFTER = re.compile(rf"(?P<term>{_EVENT}(?:之?日)?(?:起|之?后|以来){_COUNTED}{_BEFORE})")
_TELLS = re.compile("前|内|长期|持续|常态|始终|不断|全年|立行|即知|立即|按序时")
_GOES_ON = re.compile(_GOING_ON)
_CLAUSE = re.compile(r"[（〔](?:[^（）〔〕]|（[^（）]{0,40}）){4,400}[）〔〕]")
_OWNED = re.compile(r"[局厅委办部会府区县院司]|负责|牵头|单位")
_BESIDE = re.compile(r"(?<=[，；：（〔。、\s])")


def deadline(words: str) -> str | None:
    """The term that a task states: behind a label, alone in a clause, or in running text; None for none.

    Of running text all, with 、 between them; what goes on is told only where there is no other.

    >>> deadline("完善预案。（市应急局负责，年内完成）"), deadline("完善预案。责任单位：市应急局 完成时限：2025年6月")
    ('年内', '2025年6月')
    >>> deadline("2026年底前建成3座泵站。"), deadline("到2026年，建成3座泵站。")
    ('2026年底前', None)
    >>> deadline("2026年6月底前建成2座泵站，12月底前各县完成调试，持续推进。"), deadline("清淤，持续推进。")
    ('2026年6月底前、12月底前', '持续推进')
    """
    if "：" in words and (label := _LABEL.search(words)):
        return label["term"]
    for clause in _CLAUSE.finditer(words):
        if not _OWNED.search(clause[0]):
            continue
        for start in _BESIDE.finditer(words, clause.start(), clause.end()):
            if term := TERM.match(words, start.start()):
                return term["term"]
    told = [term["term"] for term in _TOLD.finditer(words)] if _TELLS.search(words) else []
    if not told and "内" in words and _EVENTS.search(words):
        told = [term["term"] for term in _TOLD_AFTER.finditer(words)]
    if not told:
        return None
    until = [term for term in told if not _GOES_ON.fullmatch(term)]
    return "、".join(dict.fromkeys(until)) or next(iter(told), None)
