"""What is measured and how much: the numbers of a paragraph with the noun phrases that they measure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from guitu.extract.facts import Comparator
from guitu.extract.figures.clauses import adjacent_counts, bases, handling_times, sized_counts, structures
from guitu.extract.figures.clauses.counted_lists import noun_shared
from guitu.extract.figures.clauses.counted_names import counted
from guitu.extract.figures.clauses.distribution import (
    by_year,
    counts_after,
    each,
    grown,
    is_row,
    paired,
    row_names,
    same_for_all,
    served,
)
from guitu.extract.figures.names import bare_verbs, trades, unsettled, works_named
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names.bearers import is_area, lacks_area, placed
from guitu.extract.figures.names.carry import Carry
from guitu.extract.figures.names.clause_objects import object_of
from guitu.extract.figures.names.ellipsis import SCALES, TRADE, measured
from guitu.extract.figures.names.examples_named import without_examples
from guitu.extract.figures.names.kin import of_field, of_persons
from guitu.extract.figures.numbers.quantities import Quantity, quantities
from guitu.extract.figures.numbers.setting import Setting
from guitu.extract.figures.numbers.stated import Statement, Unread
from guitu.extract.figures.roles import conditions, no_counts, rules_for_others
from guitu.extract.figures.roles.clause_roles import NAMED_NEXT, modified, roles_of
from guitu.extract.figures.roles.doings import HELD, HOLD
from guitu.extract.figures.roles.hidden_numbers import apart, hidden, within
from guitu.extract.figures.roles.number_roles import (
    may_be_figure,
    starts_range,
    unsaid,
)
from guitu.extract.figures.roles.of_the_paper import no_figures
from guitu.extract.figures.roles.sized_things import sized
from guitu.extract.figures.years.years import shared_years

_SENTENCE = re.compile(r"[^。！？；\n]+")
_CLAUSE = re.compile(r"[^，：]+")
# 65个地级市以上; not 5名本科以上, 8家规模以上
_LEAST_BEHIND = re.compile("[一-鿿]{2,8}?(?<![级科专历岁士称模额师长生等型星职])以上(?=[，。；、]|$)")
_AT_LEAST = re.compile(r"(?:至少|最少)[一-鿿]{1,5}$")
_ASPECT = re.compile(r"^在?(.{2,20}?)方面$")
_LIMIT = re.compile(
    r"(?:收入|产值|面积|规模|人口|成本|支出|投入|年限|时间)(?:达到?|在|超过?|突破|不?低于|不?高于|不足)?$"
)
_BOUNDS: dict[str, Comparator] = {
    "低于": ">=", "少于": ">=", "超过": "<=", "高于": "<=",
}  # fmt: skip
_MORE: dict[str, Comparator] = {"超过": ">", "高于": ">", "低于": "<"}
_SHARE_OF = re.compile(
    rf"(?P<sign>(?P<no>不[得能应]?)(?:{'|'.join(_BOUNDS)})|{'|'.join(_MORE)})[^，；。：\d]{{2,30}}的$"
)  # 不低于上年农民收入的60%
# 20个、13个、5个工作日内: the last number says of what the others are
_UNIT_BEHIND = re.compile(
    r"(?:[、和]\d{1,3}个(?=[、和]))*[、和]\d{1,3}(?P<unit>个(?:工作日|自然日|月|小时|学时))(?P<within>以?内)?"
)
_OUGHT = re.compile("(?:原则上|一般)?(?:应当?|须|要|宜|可|得)$")
_ABOUT = re.compile(r"(?<![一-鿿]{2}[节预签集])约占[^，；。：\d]{2,30}$")  # 约占全国总数的三成
_PROPORTION = re.compile(
    r"(?:达到?|[高低大小超]于|不?超过|为|控制在|[到至约比率])(\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){1,3})"
)
# what grows or falls by a part, which no number with a unit says
_PARTS = re.compile(
    "(?:[跨迈站跃登]上|突破|达到)了?[十百千]{0,2}[万亿]元?(?:级)?(?:新?台阶|大关|关口)|翻[一两二三四]?[番倍]|百?[十百千]万分之[一二三四五六七八九]|(?:降|减|占|超|过)半(?![数年月日])"
)
# a condition, or what one gets: 对实际投资2亿元的项目, 再给予名额10个, 同一企业最多3项
_SUPPOSES = re.compile(
    "(?:\\d{1,2}[.、])?(?:对(?![外口接标台华俄美欧日韩东虾联账]|[^，。；]{2,24}(?:贸易|进出口|进口|出口|投资额?|贡献[率度]?|依存度))|(?:最高|再)?给予|予以|同一(?:企业|单位|项目|个人|主体|申报))"
)
_OWNERLESS = re.compile(
    "(?:总量|总数|总额|数量|总?规模|总?(?:规划|占地|用地|建筑)?面积)(?:$|[比较占][^例重])|(?:的?基础)?之?上$"
)  # of what, nobody says
# 将八成污水回用的企业达到60%: a number that says which things another counts
_DEFINES = re.compile(
    r"(?:能够|可以?|能)?将(?P<part>\d[\d.]{0,6}%)(?:以上)?的[^，。；\d]{2,30}的[一-鿿]{2,8}"
    r"(?=(?:达到?|占|超过|不低于|不少于)[^，。；\d]{0,20}\d)"
)
_HALF_NEXT = re.compile("[、和]半个?[年月天]")  # 分别减至2个月、半个月
_FOR_EACH = re.compile("[均都和与各]|每年")
_HAS_PROPORTION = re.compile(r"[:：∶](?<=\d[:：∶])\d")
_UNSAID_PART = ("翻番、几分之几没有读成数值", "只说了台阶的数值没有读出")
_HAS_PART = re.compile("翻|半|分之|台阶|大关|关口")
# 到2030年，比2025年: a sentence that speaks on of what the one before told
_ONLY_WHEN = re.compile(
    r"(?:到|至)?20\d\d年[底末]?(?:前|之前)?，?(?:力争|争取|进一步|再|继续)*(?:[比较](?:20\d\d年|“十[三四五]五”)[末底]?)?"
    r"(?:累计|再|年均)?(?:增长|提高|提升|增加|下降|降低|减少|达到?|(?:提高|增加|提升|扩大|增长|下降|降低|减少|控制|稳定|保持)[到至在]|突破|超过)?"
)
_OF_SEVERAL = re.compile("[、和与及]|20\\d\\d年")  # names, or years of their own
_PHASE = re.compile("[一二三四五六]期")  # of the work that the paragraph is about
_RANKED = re.compile("(?:全[国省市]|排名|排位|居|列)[^，。；\\d]{0,8}(?<!博士)后$")  # 全省空气质量后10位
_YEARS_BACK = 200  # characters before the numbers of a clause in which their years stand
_LOOK_BACK = 90  # characters before a number in which its subject stands


def read(text: str, topic: str, trade: str = "", works: str = "") -> Iterator[Statement | Unread]:
    """Each figure of a compact paragraph in order; `topic`: whose measures the document speaks of.

    `trade`, `works`: the one that the title of the paragraph names.

    >>> found = read("产值超过50亿元，占全市比重达到8%，建设3个园区。", "旅游业")
    >>> [(s.indicator, str(s.quantity.value)) for s in found]
    [('旅游业产值', '50'), ('旅游业产值占全市比重', '8'), ('园区', '3')]
    """
    found = [_held_apart(text, q) for q in quantities(text, vague=True)]
    yield from (Unread("只说了约数的数值没有读出", q.lead, q.trail) for q in found if q.vague)
    found = [q for q in found if not q.vague and not _is_rank(text, q)]
    ratios = _HAS_PROPORTION.search(text) is not None
    odd = [m.span(1) for m in _PROPORTION.finditer(text)] if ratios else []
    shares = list(structures.read(text)) if ratios else []
    for one in shares:
        yield from one.stated
        odd = [span for span in odd if not one.start <= span[0] < one.end]
    yield from (Unread("两个数的比例没有读出", *span) for span in odd)
    if _HAS_PART.search(text):
        yield from (Unread(_UNSAID_PART[part[0][-1] in "阶关口"], *part.span()) for part in _PARTS.finditer(text))
    if not found:
        return
    if "%" in text and "将" in text:
        defining = {m.start("part") for m in _DEFINES.finditer(text)}
        found = [q for q in found if q.start not in defining]
    asked = [*rules_for_others.stretches(text), *conditions.stretches(text)]
    if beside := apart([*no_figures(text), *asked, *((s.start, s.end) for s in shares)]):
        found = [q for q in found if not within(q.start, beside)]
    names_of = hidden(text, odd)
    open_ = [
        q
        for q in found
        if (q.kind or text[q.end : q.end + 1] != "级") and (not within(q.start, names_of) or _sets_limit(text, q))
    ]
    yield from (Unread("名称或既有事物的数值没有读出", q.lead, q.trail) for q in found if _in_name(text, q, names_of))
    yield from _sentences(text, open_, topic, trade, works)


def _sentences(text: str, open_: list[Quantity], topic: str, trade: str, works: str) -> Iterator[Statement | Unread]:
    starts = [q.start for q in open_]
    carry = Carry(topic)
    earlier_years: tuple[int, ...] = ()
    goes_on = False
    for sentence in _SENTENCE.finditer(text):
        was_listed, goes_on = goes_on, text.startswith("；", sentence.start() - 1)  # 2025年分别达到…；2030年分别达到…
        earlier = tuple(dict.fromkeys(carry.said or carry.earlier)) if goes_on else ()
        before = carry
        works = works_named.goes_on(sentence[0], works, listed=goes_on or was_listed)
        trade = trades.opened(sentence[0]) or ("" if trades.of_all_trades(carry.topic) else trade)
        kept = carry.topic if TRADE.search(carry.topic) else topic
        told = trades.tells_of_firm(sentence[0])
        firm = trades.firm_of(sentence[0]) if told else ""
        carry = Carry(
            "" if told else kept,
            "" if told else trade,
            works,
            firm,
            names=carry.names if goes_on else (),
            earlier=earlier,
        )
        first, last = bisect_left(starts, sentence.start()), bisect_left(starts, sentence.end())
        if first == last:
            continue
        if _ONLY_WHEN.fullmatch(text, sentence.start(), open_[first].lead):
            carry.go_on(before)
        carry.of_before = sentence[0].startswith("其中") or (goes_on and before.of_before)
        carry.told_before = before.told_before if goes_on and before.of_before else before.told
        for clause in _CLAUSE.finditer(text, *sentence.span()):
            if clause.start() > starts[last - 1]:
                break
            inside = open_[bisect_left(starts, clause.start()) : bisect_left(starts, clause.end())]
            if inside:
                said = max(sentence.start(), inside[0].lead - _YEARS_BACK)
                years = shared_years(text[said : inside[0].lead]) if len(inside) > 1 else ()
                earlier_years = years or (earlier_years if goes_on else ())
                years = years or _of_earlier(text[said : inside[0].lead], earlier_years)
                stated = noun_shared(text, list(_clause(text, clause.start(), clause.end(), inside, carry, years)))
                if not stated:
                    carry.pass_by(clause[0])  # 总产值跨越2个千亿元台阶
                yield from (_final(s, carry, text) for s in stated)
                yield from _left(text, clause.start(), clause.end(), inside, stated)
            else:
                carry.pass_by(clause[0])
                if aspect := _ASPECT.match(clause[0]):
                    carry.aspect = aspect[1]
            carry.leave(clause[0])


def _of_earlier(head: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """The years that the part before a semicolon has shared out, where one measure is told of each in this one too."""
    return years if years and "分别" in head and not _OF_SEVERAL.search(head) else ()


def _final(stated: Statement | Unread, carry: Carry, text: str) -> Statement | Unread:
    """With the name as it is told; 培训2400人, where nobody says whom, is not read."""
    if isinstance(stated, Unread):
        return stated
    name = names.final(stated.indicator)
    if stated.quantity.kind == "counter" and "等" in name:
        name = without_examples(name, stated.quantity)
    if _SUPPOSES.match(name):
        return Unread("条件或支持里的数值没有读成指标", stated.quantity.lead, stated.quantity.trail)
    if name in ("投资", "先后投资", "累计投资", "共投资", "总共投资"):
        name = "投资"
        name = bare_verbs.completed(name, stated.quantity, text) or bare_verbs.invested_in(carry.before)
    if names.VERB_ALONE.fullmatch(name) and not names.BARE_MEASURE.match(name):
        whole = carry.whole_in(stated.quantity.unit) if carry.of_before else ""
        done = whole if whole.startswith(name) else bare_verbs.completed(name, stated.quantity, text)
        name = object_of(carry.clause) or done or bare_verbs.treated(name, carry.before)
    name = carry.works + name if carry.works and _PHASE.match(name) else name
    name = unsettled.completed(name, stated.quantity, text, carry.clause, carry.before)
    name = name.removesuffix("以上") if _LEAST_BEHIND.match(text, stated.quantity.end) else name
    name = names.with_lessons(name, stated.quantity.unit)
    name = placed(name, carry.named)
    if carry.area and lacks_area(name):
        name = carry.area + name
    elif stated.quantity.kind == "counter":
        carry.area = name if is_area(name) else ""
    carry.named = name
    if stated.quantity.kind == "counter":
        carry.tell(name, stated.quantity.unit)
    if not name or _OWNERLESS.match(name):
        return Unread("没有文字说明数值衡量什么", stated.quantity.lead, stated.quantity.trail)
    return stated._replace(indicator=name)


def _left(
    text: str, start: int, end: int, inside: list[Quantity], stated: list[Statement | Unread]
) -> Iterator[Unread]:
    """The numbers of a clause that no statement accounts for and that may yet be figures."""
    if len(stated) >= len(inside) and all(isinstance(s, Statement) for s in stated):
        return
    told = {s.quantity.start for s in stated if isinstance(s, Statement)}
    read_ = [(s.start, s.end, s.indicator) for s in stated if isinstance(s, Statement)]
    lost = [(s.start, s.end) for s in stated if isinstance(s, Unread)]
    last_counter = max((i for i, q in enumerate(inside) if q.kind == "counter"), default=-1)
    for i, q in enumerate(inside):
        if q.start in told:
            continue
        written = text[q.start : q.end]
        part = any(a <= q.start < b and written in name for a, b, name in read_)
        if part or any(a <= q.start < b for a, b in lost):
            continue
        head = text[max(start, q.lead - _LOOK_BACK) : q.lead]
        between = text[q.trail : inside[i + 1].lead] if i + 1 < len(inside) else None
        tail = text[q.trail : min(end, q.trail + _LOOK_BACK)]
        sign, named = text[max(0, q.start - 1) : q.start], NAMED_NEXT.match(text, end) is not None
        if unsaid(Setting(q, head, tail, between, sign, last_counter > i, named=named)):
            yield Unread("带单位的数值没有读成指标", q.lead, q.trail)


def _is_rank(text: str, q: Quantity) -> bool:
    """Whether a number is part of a rank or of a place's name, and measures nothing: 三级甲等, 后10位, 五里店."""
    if q.unit == "里" and text[q.start] in "一二三四五六七八九十":
        return text[q.end : q.end + 1] not in "，；。、"  # 五里店, not 全长三十里
    if q.unit in ("位", "名") and _RANKED.search(text, max(0, q.start - 16), q.start):
        return True
    return q.unit == "级" and no_counts.ranks(text[max(0, q.lead - 16) : q.lead], text[q.trail : q.trail + 8])


def _sets_limit(text: str, q: Quantity) -> bool:
    """Whether a number closes a quoted rule that sets a limit: “每月断水不超过2次”."""
    return q.compared and q.kind is not None and text.startswith("”", q.trail)


def _in_name(text: str, q: Quantity, names_of: list[tuple[int, int]]) -> bool:
    """Whether a number with a unit stands in a quoted name, where no figure is read; 23条 names a document."""
    if q.unit == "条":
        return False
    return may_be_figure(q) and within(q.start, names_of) and not _sets_limit(text, q)


def _held_apart(text: str, q: Quantity) -> Quantity:
    """With the comparator that a verb parts from its number: 至少建成3所."""
    if q.unit == "个" and (of := _UNIT_BEHIND.match(text, q.end)):
        return q._replace(unit=of["unit"], kind="measure", comparator="<=" if of["within"] else q.comparator)
    if q.compared:
        return q
    behind = q.kind == "counter" and _LEAST_BEHIND.match(text, q.end)
    if behind or _AT_LEAST.search(text[max(0, q.start - 8) : q.start]):
        return q._replace(comparator=">=")
    if q.kind == "ratio" and _ABOUT.search(text[max(0, q.start - 40) : q.start]):
        return q._replace(comparator="~")
    if q.kind == "ratio" and (of := _SHARE_OF.search(text[max(0, q.start - 40) : q.start])):
        bare = of["sign"].removeprefix(of["no"] or "")
        return q._replace(comparator=_BOUNDS[bare] if of["no"] else _MORE[bare])
    return q


def _listed(  # noqa: PLR0911, PLR0913, PLR0917 - the clause, its numbers and what stands before it
    text: str, start: int, end: int, inside: list[Quantity], carry: Carry, years: tuple[int, ...]
) -> list[Statement | Unread] | None:
    """What a clause says whose numbers share out names or years; None for any other clause."""
    if (against := bases.compared(text, start, inside, carry)) is not None:
        return against
    if (limits := handling_times.within(text, start, end, inside)) is not None:
        return limits
    if sized := sized_counts.read(text, start, inside):
        return list(sized)
    if beside := adjacent_counts.read(text, start, end, inside, carry):
        return beside
    if years and (shared := by_year(text, start, inside, carry, years)):
        return shared
    apart = text.find("分别", start, end)
    if len(inside) == 1 and apart >= 0 and _HALF_NEXT.match(text, inside[0].trail):
        return [Unread("并列的名称与数值对不上", apart, inside[0].trail)]
    if len(inside) == 1 and (apart >= 0 or _says_for_each(text, start, inside[0])):
        head = text[max(start, inside[0].lead - _LOOK_BACK) : inside[0].lead]
        return list(same_for_all(head, inside[0], start, carry)) or None
    if apart < 0:
        parts = (row_names(text, start, inside) or grown(text, start, inside, carry)) if is_row(text, inside) else []
        return list(each(parts, inside, (start, inside[0].lead), text, carry)) if parts else None
    behind = [q for q in inside if q.start > apart]
    if len(behind) < 2:
        return None
    if counts_after(text, behind):
        return list(served(text, (start, apart), behind, end, carry)) or None
    return list(paired(text, (start, apart), behind, carry))


def _says_for_each(text: str, start: int, q: Quantity) -> bool:
    """Whether a number may be said of each name of a list before it."""
    near = _FOR_EACH.search(text, max(start, q.lead - 16), q.lead)
    return near is not None or (q.kind == "ratio" and text.find("、", max(start, q.lead - 40), q.lead) >= 0)


def _clause(  # noqa: PLR0912, PLR0913, PLR0917 - the clause, its numbers and what stands before it
    text: str, start: int, end: int, inside: list[Quantity], carry: Carry, years: tuple[int, ...]
) -> Iterator[Statement | Unread]:
    if (listed := _listed(text, start, end, inside, carry, years)) is not None:
        yield from listed
        return
    roles = roles_of(text, start, end, inside)
    begin, lower = start, False
    limits: set[int] = set()
    things: list[str] = []
    for i, (q, stands) in enumerate(roles):
        until = roles[i + 1][0].lead if i + 1 < len(roles) else end
        more = i + 1 < len(roles)
        head = text[max(begin, q.lead - _LOOK_BACK) : q.lead]
        head = head.rpartition("“")[2] if _sets_limit(text, q) else head
        cut = q.trail
        if i in limits:
            begin = cut
            continue
        if more and stands == "part" and _LIMIT.search(text, q.trail, roles[i + 1][0].start):
            limits.add(i + 1)  # 90%以上的村集体收入超过10万元
            more, until = False, roles[i + 1][0].trail
        if stands == "size":
            of_one = sized(head, text[q.trail : end])
            name, cut = (of_one.name, q.trail + of_one.reach) if of_one else ("", cut)
        elif more and (of := starts_range(head, text[q.trail : until])):
            name, lower = measured(of["subject"], carry), True
        elif stands == "end":
            name, head = (carry.last, head) if lower else _at_end(head, q, things, carry)
            if len(things) > 1 and not head and text[q.lead - 2 : q.lead].endswith(("共", "合计", "总计")):
                name = "、".join(things)  # 2条国道、3条省道共300公里
            lower = False
        else:
            of_those = modified(text, q)
            tail, rest = (of_those["noun"],) * 2 if of_those else (text[q.trail : until], text[q.trail : end])
            name, reach = counted(tail, rest, q, head, stands, carry, more=more and not of_those)
            reach = of_those.end() - q.trail if of_those else reach
            cut = q.trail + reach
            if stands == "things":
                carry.base, carry.counts = name, q.unit.lstrip(SCALES) or q.unit
                things.append(name)
            carry.holders = name if HOLD.match(text[q.trail : end]) else carry.holders
        name = of_persons(of_field(name, head, carry), head, carry.last)
        if q.kind == "counter" and stands in ("end", "things"):
            carry.count(name, head, q.unit)
        if len(name) > 1:
            yield Statement(name, q, begin, cut, head, former=lower)
            carry.last = name
            carry.said.append(name)
        else:
            yield Unread("没有文字说明数值衡量什么", q.lead, q.trail)
        begin = cut


def _at_end(head: str, q: Quantity, things: list[str], carry: Carry) -> tuple[str, str]:
    """What a number at the end of its words measures, and the words that say so."""
    if of_whole := _SHARE_OF.search(head):
        head = f"{_OUGHT.sub('', head[: of_whole.start()])}占{head[of_whole.end('sign') :]}"
    if things and carry.holders == carry.last and HELD.match(head):
        return carry.holders + names.subject(head), head  # 600场活动拉动消费18亿元
    return measured(head, carry, q.unit), head
