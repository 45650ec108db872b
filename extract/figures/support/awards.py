"""Numbers of support that would read as figures: money given, ceilings and shares; and what is planned beside it."""

from __future__ import annotations

import re

from guitu.extract.figures.numbers.stated import Statement, Unread
from guitu.ontology.figure_words import any_of

_PLANS = re.compile(rf"{any_of('build', 'act')}$")
_CONDITION = re.compile("对|凡|获|达到|首次|给予|奖|补|企业|单位|机构|个人|团队|高校|院所|项目")
_AWARDED = re.compile("以奖代补|奖补|奖励|补助|补贴|资助|贴息|津贴|启动资金")
# the share that bounds what a firm is given: 资助总额不超过其地方财力贡献的60%
_LIMIT_OF_AWARDS = re.compile(
    "(?:资助|奖励|扶持|补助|补贴|支持)(?:资金)?(?:和[^，。；]{1,4})?(?:总额|总量|金额|额度|上限)|(?:财力|财政|地方|经济|税收|综合)贡献|"
    "最高(?:占|不超过)[^，。；]{0,12}(?:价格?|投资额?|费用?|成本|支出|金额|款)$"
)
_SELECTS = re.compile("(?:遴选|评选|评定|认定|选拔|选树|择优(?:选取|支持|扶持)?|支持|资助|奖励|扶持|补助)(?:出|了)?$")
_SET_ASIDE = re.compile("安排|列支|拨付|统筹|设立")
_LEVEL_OF_ALL = re.compile("人均.{0,14}(?:补助|补贴|经费)标准")  # what is paid for each insured person
# 为患者实施免费手术200例、给予每人1万元救助
_DONE_FOR = re.compile("(?:实施|开展|完成|举办|新增|培训)[一-鿿“”]{2,14}$")
_NEXT_DEED = ("、", "，")
# 到2027年培育特色夜市12条: made, by words that name no one who is supported
_MADE = re.compile(
    rf"(?:^|[，、年内])(?:力争|计划|累计|每年|全年|新)*{any_of('build', 'act')}(?:和|并|、)?[一-鿿“”]{{2,16}}$"
)
_BY_YEAR = re.compile(
    "(?:力争|确保|争取|预计)*[到至]?20\\d\\d年[底末]?之?前?(?!.*(?:企业|单位|个人|项目)(?:营业|年|销售|产值))"
)
_REACHED = re.compile("(?:达到?|突破|超过|不[低少]于|提[高升][到至]|稳定在|保持在)了?$")
_CLAUSE_ENDS = re.compile("[，。；）]|$")
_SUPPORTED = re.compile("给予|予以|奖|补[贴助]|资助|贴息|减免")
_SUMS = ("万", "亿", "万亿")  # of 资金2000万 the unit is left out
_FUNDS = ("专项资金", "扶持资金", "补助资金", "奖补资金", "工作经费", "专项经费", "专项预算")
# money that is allotted: 计划安排资金3亿元，其中省级安排1亿元、市县自筹2亿元; not 完成投资, 研发投入
_ALLOTTED = re.compile(
    r"(?:安排|拨付|下达|筹措|筹集|列支|落实|争取|所?需要?|投入)[^，。；\d]{0,8}(?:资金|经费)(?:约|共|为|达|总计|合计)?$|"
    r"(?:中央|[省市县区](?:本?级|财政|、)|财政|上级|地方|群众|自筹)[^，。；\d]{0,8}(?:安排|承担|配套|补助|补贴|自筹|筹措|出资|负担|财政投入)"
    r"(?:资金|经费)?(?:约|共|为|达)?$|(?:使用|利用|用好)[^，。；]{0,24}(?:资金|经费|公益金)(?:约|共|为|达)?$|(?<=财政)投入(?:约|共|达)?$"
)
_PAID = re.compile("(?:服务费|绩效|奖金|补助|补贴|薪酬|工资|报酬|奖励|资助|经费|津贴)(?:总额|资金)?的?$")
_HANDED_OUT = re.compile(
    "(?:专项)?资金，?(?:专项)?用于(?:发放|补助|补贴|奖励|资助|奖补)"
)  # 整合600万元资金用于发放消费券
# what each level of finance bears, or what is paid back: 中央财政负担70%, 补贴标准提高到80%
_BORNE = re.compile(
    r"(?:中央|[省市县区]级?|地方|各级|本级|两级|同级)(?:财政|政府)[^，。；\d]{0,6}(?:各?自?(?:负担|承担|分担|配套|补助|出资))$|"
    r"(?:中央|[省市县区]级|地方)财政和?[^，。；\d]{0,12}各?(?:负担|承担|分担)$"
)
_BORNE_BY = re.compile("由[^，。；的]{0,8}(?:财政|政府)(?:承担|负担|解决|出资|配套)的")  # 七成资金由市财政承担
_GIVEN_BACK = re.compile("(?:返还|奖补|补贴|贴息|减免|减征)(?:标准|比例|额度)$")
_PAID_OUT = ("用于", "作为", "归", "由", "拨", "分配", "发放", "返还", "纳入", "的比例", "比例")
_AWARDS = ("资助", "奖励", "补助", "补贴", "奖补")
_SENTENCE_END = re.compile("[。；]")


def plans(lead_in: str) -> bool:
    """Whether the words before a number end with a verb of doing: what it counts is planned."""
    return _PLANS.search(lead_in) is not None


def planned(item: Statement | Unread, text: str, *, goes_on: bool) -> bool:
    """Whether a number in a sentence that supports counts what is planned: 给予带徒资助，4年内培养120名工匠.

    `goes_on`: the number before it does.
    """
    if isinstance(item, Unread):
        return False
    return _is_goal(item, text, goes_on=goes_on) or _is_made(item, text, goes_on=goes_on)


def _is_made(item: Statement, text: str, *, goes_on: bool) -> bool:
    """Whether a number beside support counts what is made: 4年内培养120名工匠."""
    q = item.quantity
    if q.kind != "counter" or (q.trail > q.end and q.comparator != "~"):
        return False
    if _DONE_FOR.search(item.lead_in) and text.startswith(_NEXT_DEED, item.quantity.trail):
        return True
    if item.end == item.quantity.trail and _beside_support(item, text):
        return True
    if item.end == item.quantity.trail or text.startswith("的", item.end) or _is_ceiling(item):
        return False
    does = plans(item.lead_in) or (goes_on and item.lead_in.strip("，、；和及") == "")
    return does and not _CONDITION.search(item.lead_in)


def _is_goal(item: Statement, text: str, *, goes_on: bool) -> bool:
    """Whether a clause beside support sets what is reached by a year: 给予补贴，到2027年食堂达到200个.

    `goes_on`: the clause before does, and this one may leave out the year.
    """
    q = item.quantity
    begin = max(text.rfind(sign, 0, q.start) for sign in "，。；") + 1
    clause = text[begin : q.start]
    dated = _BY_YEAR.match(clause) or (goes_on and text.startswith("，", begin - 1))
    if not dated or not _REACHED.search(clause) or _SUPPORTED.search(clause):
        return False
    stop = _SENTENCE_END.search(text, item.end)
    ends = _CLAUSE_ENDS.match(text, item.end) is not None
    return ends and _SUPPORTED.search(text, item.end, stop.start() if stop else len(text)) is None


def _beside_support(item: Statement, text: str) -> bool:
    """Whether a number at its clause's end counts what is made: 给予摊位费减免，到2027年培育夜市12条."""
    if not _MADE.search(item.lead_in) or not _CLAUSE_ENDS.match(text, item.quantity.trail):
        return False
    stop = _SENTENCE_END.search(text, item.end)
    return _SUPPORTED.search(text, item.end, stop.start() if stop else len(text)) is None


def bounds(item: Statement, text: str, supported: tuple[tuple[int, int], ...]) -> bool:
    """Whether a number is how many at most get what its sentence gives: 遴选不超过6条产线，每条奖励80万元."""
    if not _is_ceiling(item):
        return False
    stop = _SENTENCE_END.search(text, item.end)
    end = stop.start() if stop else len(text)
    return any(item.end <= start < end for start, _ in supported)


def _is_ceiling(item: Statement) -> bool:
    """Whether a number bounds how many are selected: 遴选不超过6条产线."""
    q = item.quantity
    return q.comparator == "<=" and q.kind == "counter" and bool(_SELECTS.search(item.lead_in))


def given(item: Statement, text: str) -> bool:
    """Whether money is given, its ceiling or how it is paid out: 安排200万元以奖代补资金, 服务费的80%用于团队分配."""
    said = item.lead_in + text[item.quantity.trail : item.end]
    named = item.indicator.endswith(_AWARDS)  # 最高资助或奖励500万元
    if item.quantity.kind == "ratio":
        paid = bool(_PAID.search(item.lead_in)) and text.startswith(_PAID_OUT, item.quantity.trail)
        borne = _BORNE.search(item.lead_in) or _BORNE_BY.match(item.indicator) or _GIVEN_BACK.search(item.indicator)
        return paid or bool(borne) or bool(_LIMIT_OF_AWARDS.search(item.indicator))
    if _LEVEL_OF_ALL.search(item.indicator):
        return False
    set_aside = _SET_ASIDE.search(item.lead_in) and said.endswith(_FUNDS)
    if item.quantity.kind == "money" and _HANDED_OUT.match(text, item.quantity.trail):
        return True
    paid_out = named or bool(set_aside) or bool(_AWARDED.search(said)) or bool(_ALLOTTED.search(item.lead_in))
    return paid_out and (item.quantity.kind == "money" or item.quantity.unit in _SUMS)
