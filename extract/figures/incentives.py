"""Quantified support: awards, subsidies, ratios of support, guarantees; one incentive for each amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from guitu.extract.draft import Draft
from guitu.extract.facts import Gap, Incentive
from guitu.extract.figures.compact import Compact, compact
from guitu.extract.figures.quantities import Quantity, quantities
from guitu.ontology.figure_words import any_of

_SENTENCE = re.compile(r"[^。！？\n]+")
_PART = re.compile(r"[^；]+")
_CLAUSE = re.compile(r"[^，：]+")
_SUPPORT = any_of("support")
_GIVE = re.compile("给予|予以|给付|提供")
# a sentence that supports: it gives, or a word of support stands near an amount
_MONEY = r"\d[\d.]{0,8}[百千万亿]{0,2}元"
_SUPPORTS = re.compile(
    rf"(?:给予|予以|给付|享受)[^。；]{{0,60}}(?:{_SUPPORT})|(?:给予|予以|提供)[^。；，、\d]{{0,16}}{_MONEY}|"
    rf"(?:奖励|奖补|补助|补贴|资助|贴息|担保)[^。；，]{{0,16}}(?:{_MONEY}|\d[\d.]{{0,8}}%)|"
    rf"(?:安排|拨付|增加)[^，；。\d]{{0,8}}经费[^，；。\d]{{0,6}}{_MONEY}[/每]|"
    r"(?:支持|资助|担保|补助|补贴|奖励|贷款|授信)(?:比例|额度|限额|金额|标准|上限)"
)
_AMOUNT_AHEAD = re.compile(rf"(?:给予|予以|奖励|补助|补贴|资助)[^。；，]{{0,24}}(?:{_MONEY}|\d[\d.]{{0,8}}%)")
# 奖励50万元, 每张床位补助1万元, 支持比例最高为30%, 额度上限为3000万元
_BEFORE = re.compile(
    r"(?:给予|予以|给付|提供|奖励|奖补|补助|补贴|资助|贴息|补偿|扶持|发放|担保|减免|返还|支持|津贴|奖金|经费)"
    r"[^，；。\d]{0,24}$|(?:比例|额度|限额|金额|标准|总额|规模)[^，；。\d]{0,10}$"
)
_CAPPED_ALONE = re.compile(r"^(?:且|但|其中)?[^，；。\d]{0,20}(?:最高|不超过|上限|不高于|最多|原则上)[^，；。\d]{0,8}$")
# the 30% of 按投资额的30%给予补助
_AFTER = re.compile(
    rf"^的?(?:比例|标准|额度)?(?:分[^，；。]{{0,6}})?，?(?:一次性)?(?:对[^，；。]{{1,20}})?(?:给予|予以|进行|实行|实施|发放|{_SUPPORT})"
)
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
_REMARK = re.compile(r"（([^（）\n]{4,80})）")
_BY_TURNS = re.compile("第[一二三四五]年")  # 第一年奖励5万元: how an amount is paid out
_MORE = re.compile(r"再(?:增加|奖励|补助|追加)(?=\d)")
_CEILING = re.compile(r"最高|不得?超过|上限|以内|最多|不得?高于|至多|封顶|≤|以下")
_THRESHOLD = re.compile(
    r"^(?:的?(?:单位|企业|机构|个人|项目|部分|软|园区|平台|团队|用人|中小|[^，；。]{1,20}(?:企业|单位|机构|项目))|的，|的$|之间)"
)
_FOR = re.compile(
    r"(?:^|[，；])(?:其中)?对(?:于)?(?P<all>[^；。]{2,160}?)(?=，?(?:分别)?(?:按|给予|予以|奖励|补助|补贴|一次性|每|根据|可|由)|$)"
)
_TO = re.compile(r"(?:给予|予以)(?:其)?(?P<whom>[^，；。\d最不每一]{2,16}?)(?:累计|最高|不|一次性|每|按|$)")
_LIST_SIGN = re.compile(r"^[、和或及]?(?:以及)?(?:不超过|最高)?$")
_NOBODY = frozenset({"最高", "累计", "资金", "一次性", "奖励", "补助", "补贴", "分别", "适当", "财政"})


@dataclass(frozen=True, slots=True)
class _Grant:
    """Amounts given together, with what stands before them: the words on who and when."""

    amounts: tuple[Quantity, ...]
    capped: bool
    start: int
    end: int


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a compact paragraph that grant support: their numbers are conditions and amounts.

    >>> spans("对达标学校给予10万元奖励。建成3所学校。")
    ((0, 13),)
    """
    return tuple((_support_from(m), m.end()) for m in _SENTENCE.finditer(text) if _SUPPORTS.search(m[0]))


def _support_from(sentence: re.Match[str]) -> int:
    """Where the support begins: at 对…, else with the sentence, else at the clause that names the support."""
    if planned := _PLANNED.search(sentence[0]):
        return sentence.start() + planned.end()
    if whom := re.search(r"(?:^|[，；])对", sentence[0]):
        return sentence.start() + whom.start()
    at = re.search(_SUPPORT, sentence[0])
    if at is None or _GIVE.search(sentence[0]):
        return sentence.start()
    clause = re.split("[，；]", sentence[0][: at.start()])[-1]
    return sentence.start() + at.start() - len(clause)


def find(draft: Draft) -> tuple[tuple[Incentive, ...], tuple[Gap, ...]]:
    """Every quantified support that a task promises; a gap for an amount beside a word of support that was not read."""
    found: list[Incentive] = []
    gaps: list[Gap] = []
    for passage in draft.passages:
        if passage.heading or passage.task is None or passage.chapter in ("review", "situation"):
            continue  # the numbers of the past and of goals are figures
        words = compact(draft.read(passage), passage.span.start)
        for start, end in spans(words.text):
            grants = list(_grants(words.text, start, end))
            if not grants and (lost := _AMOUNT_AHEAD.search(words.text, start, end)):
                gaps.append(Gap("unread-incentive", "扶持用语旁的金额没有读成扶持", words.span(*lost.span())))
            for grant, about in grants:
                place = words.span(grant.start, grant.end)
                whom, conditions = _terms(words.text, start, about, grant)
                for amount, condition in zip(grant.amounts, conditions, strict=True):
                    for value, capped in _ends(amount, grant.capped):
                        found.append(Incentive(passage.task, value, amount.unit, capped, whom, condition, place))
        for remark, inside in _remarks(draft.read(passage), passage.span.start):
            amounts = [(g, q) for g, _ in inside for q in g.amounts]
            found.extend(
                Incentive(passage.task, q.value, q.unit, g.capped, None, None, remark.span(g.start, g.end))
                for g, q in amounts
            )
    return tuple(found), tuple(gaps)


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
            for i, group in enumerate(groups):
                begin = groups[i - 1][-1].trail if i else 0
                rest = text[clause.end() : part.end()]
                if _granted(clause[0], begin, group, given, rest):
                    given = True
                    near = clause[0][begin : group[-1].trail]
                    shift = clause.start()
                    yield (
                        _Grant(tuple(group), bool(_CEILING.search(near)), shift + begin, shift + group[-1].trail),
                        part.start(),
                    )
            given = given or bool(_GIVE.search(clause[0]))


def _granted(  # noqa: PLR0911 - one return for each case
    clause: str, begin: int, group: list[Quantity], given: bool, rest: str
) -> bool:
    before, after = clause[begin : group[0].lead], clause[group[-1].trail :]
    if _OF_THE_AWARD.search(before):
        return False
    if _BASED.search(before) and (
        _AFTER.match(after) or (not after and group[0].kind == "ratio" and _GIVE.search(rest))
    ):
        return True
    if _REACHED.search(clause[begin : group[0].start]):
        return False
    if group[-1].unit.endswith("倍") or (_THRESHOLD.match(after) and not _AWARD.match(after)):
        return False
    if _AWARD.match(after) or (_AFTER.match(after) and "按" in before):
        return True
    if _BEFORE.search(before) or _MORE.search(before + clause[group[0].lead : group[0].lead + 1]):
        return True
    return given and bool(_CAPPED_ALONE.match(before + clause[group[0].lead : group[0].start]))


def _terms(text: str, start: int, about: int, grant: _Grant) -> tuple[str | None, list[str | None]]:
    """Who gets the grant, and for each amount the condition, as far as the words before it say."""
    before = text[about : grant.start]
    full = text[about : grant.end]
    named = _last(_FOR, full) or _last(_FOR, text[start : grant.end])
    condition, whom = None, None
    if named:
        condition, _, whom = named["all"].rpartition("的")
        condition = condition or None
    if not _FOR.search(full):  # 增速20%以上的，给予…: a condition of its own
        own = before.rstrip("，").removesuffix("的").strip("，；")
        condition = own or condition
    if given := _last(_TO, full):
        words = given["whom"].strip("的")
        whom = words if words not in _NOBODY else whom
    return whom or None, _matched(condition, len(grant.amounts))


def _matched(condition: str | None, count: int) -> list[str | None]:
    """首次突破1亿元、5亿元 for two amounts: one condition for each."""
    if condition is None or count == 1:
        return [condition] * count
    marks = list(quantities(condition))
    for first in range(len(marks) - count + 1):
        row = marks[first : first + count]
        if all(condition[a.trail : b.lead] in ("、", "和", "或", "及") for a, b in pairwise(row)):
            head, tail = condition[: row[0].start], condition[row[-1].end :]
            return [head + condition[q.start : q.end] + tail for q in row]
    return [condition] * count


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
