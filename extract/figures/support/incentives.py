"""Quantified support: awards, subsidies, ratios of support, guarantees; one incentive for each amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from guitu.extract.facts import Gap, Incentive
from guitu.extract.figures.numbers.compact import Compact, compact
from guitu.extract.figures.numbers.quantities import Quantity, quantities
from guitu.extract.figures.support.beneficiaries import encouraged, terms
from guitu.extract.structure.draft import Draft
from guitu.ontology.figure_words import any_of

_SENTENCE = re.compile(r"[^。！？\n]+")
_PART = re.compile(r"[^；]+")
_CLAUSE = re.compile(r"[^，：]+")
_SUPPORT = any_of("support")
_GIVE = re.compile("给予|予以|给付|提供")
_FOR_THESE = re.compile(
    r"(?:面向|(?<=[司行构团])向)[^，。；\d]{2,24}(?:开发|推出|推广|开展|创新|投放)"
)  # 面向农户推出“惠农贷”
# a sentence that supports: it gives, or a word of support stands near an amount
_MONEY = r"(?:\d[\d.,]{0,12}|[一二两三四五六七八九十]{1,4})[百千万亿]{0,3}元"
_NO_CLASS = "(?!(?:（含）)?及?以[下上])"  # 单户授信1000万元以下的贷款: which loans are meant
_AMOUNT = re.compile(_MONEY)
_SUPPORTS = re.compile(
    rf"(?:给予|予以|给付|享受)[^。；]{{0,60}}(?:{_SUPPORT})|(?:给予|予以|提供)[^。；，、\d]{{0,16}}{_MONEY}|"
    rf"(?:奖励|奖补|补助|补贴|资助|贴息|担保|减免|减收|免除)[^。；，]{{0,16}}(?:{_MONEY}|\d[\d.]{{0,8}}%)|"
    rf"(?:安排|拨付|增加)[^，；。\d]{{0,8}}经费[^，；。\d]{{0,6}}{_MONEY}[/每]|"
    rf"{_MONEY}(?:/[^，；。]{{1,6}})?的?标准[^，；。]{{0,12}}(?:补助|补贴|奖励|资助)|"
    rf"{_MONEY}(?:/[^，；。]{{1,6}})?的?(?:一次性|资金|财政)?(?:奖励|奖补|补助|补贴|资助|贴息|以奖代补)|"
    rf"(?:给予|予以|进行|实行|实施)[^。；，]{{0,30}}(?:奖励|奖补|补助|补贴|资助)，[^。；，\d]{{1,24}}{_MONEY}/|"
    # 单户在保余额控制在200万元以内: what one may have of what is lent or guaranteed
    rf"(?:担保|贷|授信)[^。；]{{0,60}}单[户笔个家项人][^，。；\d]{{0,10}}(?:额|限|贷款|最高)[^，。；\d]{{0,10}}{_MONEY}{_NO_CLASS}|"
    rf"单[户笔个家](?:在保|担保|贷款|授信)[^，。；\d]{{0,10}}{_MONEY}{_NO_CLASS}|"
    r"(?:支持|资助|担保|补助|补贴|奖励|贷款|授信)(?:最高)?(?:比例|额度|限额|金额|标准|上限)"
    r"(?!(?:逐步|稳步|逐年|不断|持续|进一步)(?:提高|提升)(?:$|[，；]))"  # an outlook that gives nothing
)
_RECEIVED = re.compile(
    r"(?:争取|申请|申报|申领)(?:[^，；。\d]{0,16}(?:补助|补贴|奖补|资金|支持))[^，；。\d]{0,6}$"
)  # 争取中央补助2亿元
_CUE = re.compile("奖|补|贴|担|授|免|贷|享|资助|给予|予以|给付|提供|支持|经费|发放|安排|列支|拨付|拿出|专项资金")
# money that a budget sets aside for the task: 市财政每年安排3000万元, 设立专项资金2亿元; no fund, no bonds
_SET_ASIDE = re.compile(
    rf"(?:财政|预算)[^，。；\d]{{0,16}}(?:安排|列支|拨付|拿出|投入|出资)[^，。；\d基债]{{0,12}}{_MONEY}|"
    rf"(?:安排|列支|拨付|拿出)[^，。；\d基债]{{0,10}}{_MONEY}(?:专项)?(?:用于)?(?:支持|扶持|奖励|补助)|"
    rf"(?:安排|列支|拨付|拿出)[^，。；\d基债]{{0,10}}{_MONEY}[^，。；\d基债]{{0,12}}(?:资金|经费)|"
    rf"(?:安排|列支|设立)[^，。；\d基债]{{0,14}}(?:专项|扶持|补助|奖补|奖励|引导|发展)(?:资金|经费)[^，。；\d]{{0,6}}{_MONEY}"
)
# how much is lent in all is no support: 发放渔船改造贷款20亿元
_LENT = re.compile(
    r"(?:发放|投放|新增)(?![^，。；]{0,24}最高)[^，。；\d]{0,14}(?:贷款|信贷)(?:总额|余额|规模)?(?:超过?|达到?|约)?(?:\d[\d.]{0,8}亿|\d{4,6}万)元|"
    r"(?<!单[户笔个家])(?:融资担保|担保|在保|贷款|授信|信贷)(?:业务|在保|年末)?(?:余额|规模|总额|总量)[^，。；\d最单]{0,8}\d[\d.]{0,8}亿元"
)
# what the State pays for each insured person is a level to be reached: 人均财政补助标准提高30元，达到580元
_LEVEL_OF_ALL = re.compile(
    rf"人均[^，。；\d]{{0,12}}(?:补助|补贴|经费)标准(?:再|均|每年|新增)*(?:提高|增加|达到|提高到|增加到|不低于|为)[^，。；\d]{{0,6}}{_MONEY}"
)
# of one and not of all: 对每个精品村安排200万元奖补资金, 收住不足10人的，安排经费2万元; a sum for all is a budget
_FOR_EACH = re.compile(r"对每|每[个家户村名亩床张所座]|单[个户家项]|给予|予以|给付|的，[^，。；]*$")
_BUDGET = re.compile(r"(?:安排|设立|投入|筹集|列支)[^，；。\d]{0,12}$")
_WHOSE = re.compile(r"的(?:[^，；。\d]{2,20})?$")
_MOST_ASIDE = 4  # sums of one clause that are set aside
_FEE = re.compile(r"费率[^，；。\d]{0,6}$")  # what is paid, not what is given
_STEP = re.compile("[、和]([一-鿿A-Z]{1,8})")  # 三星5万元、四星8万元
_FIRST_STEP = re.compile("(?:给予|予以|奖励|补助|补贴|资助|^(?!.*(?:给予|予以|奖励|补助)))(?P<step>[一-鿿A-Z]{1,8})$")
_NEXT = 60  # characters behind a clause in which it is said that something is given
_AMOUNT_AHEAD = re.compile(
    rf"(?:给予|予以|奖励|补助|补贴|资助)[^。；，]{{0,24}}(?:{_MONEY}|\d[\d.]{{0,8}}%)|"
    r"(?:奖励|奖补|补助|补贴|资助|扶持)[^。；]{0,40}(?:贡献|税收|留成|财力)的?\d[\d.]{0,8}%"
)
# 奖励50万元, 每张床位补助1万元, 支持比例最高为30%, 额度上限为3000万元
_BEFORE = re.compile(
    r"(?:给予|予以|给付|提供|奖励|奖补|补助|补贴|资助|贴息|补偿|扶持|发放|担保|减免|返还|支持|津贴|奖金|经费)"
    r"[^，；。\d]{0,24}$|(?:比例|额度|限额|金额|标准|总额|规模|保额|[贷保]款额|授信额)[^，；。\d]{0,10}$|"
    r"单[户笔个家项人][^，；。\d]{0,10}余额[^，；。\d]{0,10}$"
)
_CAPPED_ALONE = re.compile(r"^(?:且|但|其中)?[^，；。\d]{0,20}(?:最高|不超过|上限|不高于|最多|原则上)[^，；。\d]{0,8}$")
# the 30% of 按投资额的30%给予补助
_AFTER = re.compile(
    rf"^的?(?:比例|标准|额度)?(?:分[^，；。]{{0,6}})?，?(?:一次性)?(?:对[^，；。]{{1,20}})?(?:给予|予以|进行|实行|实施|发放|{_SUPPORT})"
)
_AFTER_RATE = re.compile(rf"按[^，；。]{{1,24}}\d[\d.]{{0,6}}%(?:给予|予以|进行)[^，；。]{{0,8}}(?:{_SUPPORT})")
_AT_RATE = re.compile("的?(?:标准|比例|额度)$")  # 按每家5万元的标准，给予…
_AWARD = re.compile(rf"^(?:/[^，；。]{{1,6}})?的?{any_of('aim')}{{0,4}}(?:{_SUPPORT}|安家费)")
# the number of those supported is a target: 5年内引进扶持20名种业专家，给予每人10万元资助
_PLANNED = re.compile(
    r"(?:^|[，；])[^，；。\d]{0,6}"
    rf"(?:\d{{1,2}}年内，?|每年)[^，；。\d对]{{0,10}}{any_of('build', 'act')}[^，；。\d]{{0,4}}"
    r"\d{1,6}万?[名个家所项人][^，；。元]{2,80}[，；]"
)
_BASED = re.compile(r"(?:按|参照|依照|以)[^，；。]{1,40}$")  # 参照贷款利率的
# a condition and no amount: 奖励年产值达到, 对投资总额超过
_REACHED = re.compile(rf"{any_of('measure')}[^，；。\d]{{0,6}}(?:达到?|突破|在|超过|大于|不低于|不少于|满)$")
_OF_THE_AWARD = re.compile(r"(?:奖励|奖补|补助|补贴)(?:资金|总)?额(?:度)?的$")  # 分年按奖励额的30%兑现
# the ceiling of all that one firm may have: 各项奖补合计不超过其地方贡献的50%
_OF_ALL_AWARDS = re.compile(r"(?:总额|合计|总量|累计|总计)[^，；。]{0,24}(?:贡献|税收|留成|财力)的?$")
_SIZED = re.compile(r"[元%倍折减免]")  # support without an amount is no incentive
_REMARK = re.compile(r"（([^（）\n]{4,80})）")
_BY_TURNS = re.compile("第[一二三四五]年")  # 第一年奖励5万元: how an amount is paid out
_MORE = re.compile(r"再(?:增加|奖励|补助|追加)(?=\d)")
_CEILING = re.compile(r"最高|不得?超过|上限|以内|最多|不得?高于|至多|封顶|≤|以下|限额(?!以)")
# 按功率进行一次性补贴，快充桩200元/千瓦、慢充桩50元/千瓦: the rate of each behind the word of support
_AT_RATES = re.compile("(?:给予|予以|进行|实行|实施)[^，。；]{0,30}(?:奖励|奖补|补助|补贴|资助)$")
_RATED = re.compile(r"[，、和]?[^，。；：\d]{1,24}?(?:按|为|每)?")
_THRESHOLD = re.compile(
    r"^(?:的?(?:单位|企业|机构|个人|项目|部分|软|园区|平台|团队|用人|中小|[^，；。]{1,20}(?:企业|单位|机构|项目))|的，|的$|之间)"
)
# what was given until now: 最高贷款额度由35万元调整为45万元
_FORMER = re.compile(
    rf"(?:由|从)[^，。；\d]{{0,10}}(?:{_MONEY}|\d[\d.]{{0,6}}%)(?:以内|以下)?，?(?=[^，。；\d]{{0,4}}(?:提高|提升|调整|[上下]调|增加|放宽|降低)[到至为])"
)
_LIST_SIGN = re.compile(r"^[、和或及]?(?:以及)?(?:不超过|最高)?$")


@dataclass(frozen=True, slots=True)
class _Grant:
    """Amounts given together, with what stands before them: the words on who and when."""

    amounts: tuple[Quantity, ...]
    capped: tuple[bool, ...]  # of each
    start: int
    first: int
    end: int
    step: str | None = None  # 三星 of 三星5万元、四星8万元
    for_all: bool = False  # money set aside for the task: 市财政每年安排3000万元


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a compact paragraph that grant support: their numbers are conditions and amounts.

    >>> spans("对达标学校给予10万元奖励。建成3所学校。")
    ((0, 13),)
    >>> spans("给予场地支持，3年内培训2万名。")
    ()
    """
    if not _CUE.search(text):
        return ()
    found: list[tuple[int, int]] = []
    for sentence in _SENTENCE.finditer(text):
        if not _SIZED.search(sentence[0]):
            continue
        lends = "贷" in sentence[0] or "担保" in sentence[0]
        said = _LENT.sub("", sentence[0]) if lends else sentence[0]
        said = _LEVEL_OF_ALL.sub("", said) if "人均" in said else said
        if _SUPPORTS.search(said):
            found.append((_support_from(sentence), _support_to(sentence)))
        else:  # the clause alone: what the money brings about are figures
            found += [m.span() for m in _SET_ASIDE.finditer(text, *sentence.span())]
    return tuple(found)


def _support_from(sentence: re.Match[str]) -> int:
    """Where the support begins: at 对…, else with the sentence, else at the clause that names the support."""
    money = _AMOUNT.search(sentence[0])
    if planned := _PLANNED.search(sentence[0], 0, money.start() if money else len(sentence[0])):
        whom = re.compile("[，；]对").search(sentence[0], planned.end() - 1)
        later = whom is not None and (money is None or whom.start() < money.start())
        return sentence.start() + (whom.start() if whom and later else planned.end())
    if whom := re.search(r"(?:^|[，；])对", sentence[0]):
        given = _AFTER_RATE.search(sentence[0], 0, whom.start())  # 按投资额的45%给予补助，对…
        return sentence.start() + (0 if given else whom.start())
    at = re.search(f"(?:{_SUPPORT})(?!性)", sentence[0])  # 补贴性培训 is no support
    if at is None or _GIVE.search(sentence[0]) or _FOR_THESE.search(sentence[0]):
        return sentence.start()
    begin = max(sentence[0].rfind("，", 0, at.start()), sentence[0].rfind("；", 0, at.start())) + 1
    if begin > 1 and sentence[0][begin - 1] == "，":  # 获评的企业，一次性奖励50万元
        before = max(sentence[0].rfind("，", 0, begin - 1), sentence[0].rfind("；", 0, begin - 1)) + 1
        begin = before if _WHOSE.search(sentence[0], before, begin - 1) else begin
    return sentence.start() + begin


def _support_to(sentence: re.Match[str]) -> int:
    """Where the support ends: before the parts behind a semicolon that name neither support nor money nor a share."""
    end = sentence.end()
    while (cut := sentence.string.rfind("；", sentence.start(), end)) >= 0:
        last = sentence.string[cut:end]
        if _SIZED.search(last) or _GIVE.search(last) or re.search(_SUPPORT, last):
            break
        end = cut
    return end


def find(draft: Draft) -> tuple[tuple[Incentive, ...], tuple[Gap, ...]]:
    """Every quantified support that a task promises; a gap for an amount beside a word of support that was not read."""
    found: list[Incentive] = []
    gaps: list[Gap] = []
    for passage in draft.passages:
        if passage.heading or passage.task is None or passage.chapter in ("review", "situation"):
            continue  # the numbers of the past and of goals are figures
        words = compact(draft.read(passage), passage.span.start)
        for start, end in spans(words.text):
            first: tuple[int, str | None] | None = None  # whom the first part of the sentence names
            grants = list(_grants(words.text, start, end))
            if not grants and (lost := _AMOUNT_AHEAD.search(words.text, start, end)):
                gaps.append(Gap("unread-incentive", "扶持用语旁的金额没有读成扶持", words.span(*lost.span())))
            said_before = len(found)
            for grant, about in grants:
                place = words.span(grant.start, grant.end)
                steps = len(grant.amounts) if len({q.kind for q in grant.amounts}) == 1 else 1
                said = terms(words.text, start, about, grant.start, grant.first, steps)
                said *= len(grant.amounts) // steps
                if grant.for_all:
                    said = [(None, None)] * len(said)
                if grant.step:
                    said = [(whom, f"{of}，{grant.step}" if of else grant.step) for whom, of in said]
                if first and about > first[0]:
                    said = [(whom or first[1], condition) for whom, condition in said]
                first = first or (about, said[0][0])
                for amount, capped, (whom, condition) in zip(grant.amounts, grant.capped, said, strict=True):
                    for value, ceiling in _ends(amount, capped):
                        found.append(Incentive(passage.task, value, amount.unit, ceiling, whom, condition, place))
            found[said_before:] = _as_encouraged(found[said_before:], words.text, start)
        for remark, inside in _remarks(draft.read(passage), passage.span.start):
            found.extend(
                Incentive(passage.task, q.value, q.unit, capped, None, None, remark.span(g.start, g.end))
                for g, _ in inside
                for q, capped in zip(g.amounts, g.capped, strict=True)
            )
    return tuple(found), tuple(gaps)


def _as_encouraged(said: list[Incentive], text: str, start: int) -> list[Incentive]:
    """The grants of a sentence; where it names no condition, with that of the sentence before: 鼓励园区打造…。给予…"""
    if any(grant.condition for grant in said):
        return said
    whom, condition = encouraged(text, start) if said else (None, None)
    if condition is None:
        return said
    named = next((grant.beneficiary for grant in said if grant.beneficiary), whom)
    return [replace(grant, beneficiary=grant.beneficiary or named, condition=condition) for grant in said]


def _ends(amount: Quantity, capped: bool) -> list[tuple[Decimal, bool]]:
    """5%-20% is two amounts, the greater one a ceiling."""
    if amount.maximum is None:
        return [(amount.value, capped)]
    return [(amount.value, False), (amount.maximum, True)]


def _remarks(text: str, offset: int) -> Iterator[tuple[Compact, list[tuple[_Grant, int]]]]:
    """The grants of remarks in brackets: （山区学校每所再增加2万元）; not how an amount is paid out year by year."""
    for remark in _REMARK.finditer(text):
        words = compact(remark[1], offset + remark.start(1))
        more = _MORE.search(words.text)
        if (more or _SUPPORTS.search(words.text)) and not _BY_TURNS.search(words.text):
            yield words, list(_grants(words.text, 0, len(words.text)))


def _grants(text: str, start: int, end: int) -> Iterator[tuple[_Grant, int]]:
    """Each grant of a sentence with the place where its part of the sentence begins."""
    text = _FORMER.sub(lambda former: " " * len(former[0]), text)
    for part in _PART.finditer(text, start, end):
        given = False
        for clause in _CLAUSE.finditer(text, *part.span()):
            inside = [q for q in quantities(clause[0]) if q.kind in ("money", "ratio") or (q.kind is None and q.unit)]
            groups: list[list[Quantity]] = []
            for q in inside:
                if groups and _LIST_SIGN.match(clause[0][groups[-1][-1].trail : q.lead]):
                    groups[-1].append(q)
                else:
                    groups.append([q])
            steps = _steps(clause[0], groups)
            aside = [m.span() for m in _SET_ASIDE.finditer(clause[0])][:_MOST_ASIDE] if groups else []
            granted = False
            for i, group in enumerate(groups):
                begin = groups[i - 1][-1].trail if i else 0
                rest = text[clause.end() : min(part.end(), clause.end() + _NEXT)]
                before = text[max(part.start(), clause.start() - _NEXT) : clause.start() + group[0].lead]
                named = granted and i and steps[i]
                granted = bool(named) or (
                    _granted(clause[0], begin, group, given, rest) and not _is_budget(group[0], before)
                )
                for_all = not granted and any(a <= group[0].start < b for a, b in aside)
                granted = granted or for_all
                if granted:
                    given = True
                    shift = clause.start()
                    capped = tuple(_capped(clause[0], begin, group))
                    first, end_ = shift + group[0].lead, shift + group[-1].trail
                    made = _Grant(tuple(group), capped, shift + begin, first, end_, steps[i], for_all)
                    yield made, part.start()
            given = given or bool(_GIVE.search(clause[0]) or _AT_RATES.search(clause[0]))


def _steps(clause: str, groups: list[list[Quantity]]) -> list[str | None]:
    """The name right before each of several amounts of one list: 三星5万元、四星8万元."""
    steps: list[str | None] = [None] * len(groups)
    for i, (one, other) in enumerate(pairwise(groups), 1):
        label = _STEP.fullmatch(clause, one[-1].trail, other[0].lead)
        if label and one[-1].unit == other[0].unit:
            steps[i] = label[1]
            own = _FIRST_STEP.search(clause, 0, one[0].lead) if steps[i - 1] is None else None
            steps[i - 1] = own["step"] if own else steps[i - 1]
    return steps


def _is_budget(amount: Quantity, before: str) -> bool:
    """Whether money is set aside for all together: 安排5000万元奖补资金."""
    return amount.kind == "money" and bool(_BUDGET.search(before)) and not _FOR_EACH.search(before)


def _capped(clause: str, begin: int, group: list[Quantity]) -> Iterator[bool]:
    """Whether each amount is a ceiling: by the words before it, or as the one before it of the same kind."""
    last: Quantity | None = None
    ceiling = False
    for q in group:
        own = bool(_CEILING.search(clause[last.trail if last else begin : q.trail]))
        ceiling = own or (ceiling and last is not None and last.kind == q.kind)
        yield ceiling
        last = q


def _granted(  # noqa: PLR0911 - one return for each case
    clause: str, begin: int, group: list[Quantity], given: bool, rest: str
) -> bool:
    before, after = clause[begin : group[0].lead].replace(" ", ""), clause[group[-1].trail :]
    if _RECEIVED.search(before):
        return False
    if _OF_THE_AWARD.search(before) or (group[0].kind == "ratio" and _OF_ALL_AWARDS.search(before)):
        return False
    if _BASED.search(before) and (
        _AFTER.match(after)
        or (not after and group[0].kind == "ratio" and _GIVE.search(rest))
        or (_AT_RATE.match(after) and _GIVE.search(rest))
    ):
        return True
    if _REACHED.search(clause[begin : group[0].start]) or _FEE.search(before):
        return False
    if group[-1].unit.endswith("倍") or (_THRESHOLD.match(after) and not _AWARD.match(after)):
        return False
    if _AWARD.match(after) or (_AFTER.match(after) and "按" in before):
        return True
    if _BEFORE.search(before) or _MORE.search(before + clause[group[0].lead : group[0].lead + 1]):
        return True
    if given and not after and group[0].unit.startswith("元/") and _RATED.fullmatch(before):
        return True
    return given and bool(_CAPPED_ALONE.match(before + clause[group[0].lead : group[0].start]))
