"""What is measured and how much: the numbers of a paragraph with the noun phrases that they measure."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from guitu.extract.facts import Comparator
from guitu.extract.figures import indicator_names as names
from guitu.extract.figures.distribution import by_year, counts_after, each, is_row, paired, row_names, same_for_all
from guitu.extract.figures.ellipsis import Carry, measured
from guitu.extract.figures.listed_names import shared_noun
from guitu.extract.figures.number_roles import (
    DID,
    HELD,
    HOLD,
    LAND,
    SIZED_AFTER,
    SIZED_BEFORE,
    WHOLE,
    Role,
    Setting,
    lists,
    may_be_figure,
    role,
    starts_range,
    unsaid,
)
from guitu.extract.figures.quantities import Quantity, quantities
from guitu.extract.figures.stated import Statement, Unread
from guitu.extract.figures.years import shared_years
from guitu.ontology.figure_words import any_of

_SENTENCE = re.compile(r"[^。！？；\n]+")
_CLAUSE = re.compile(r"[^，：]+")
_NAMED = re.compile(r"“[^“”\n]{1,40}”|《[^《》\n]{1,60}》|〔[^〔〕\n]{1,20}〕")
_AT_LEAST = re.compile(r"(?:至少|最少)[一-鿿]{1,5}$")
_ASPECT = re.compile(r"^(.{2,12}?)方面$")
_KEPT_VERB = re.compile(rf"(?:累计|每年|年均)?{any_of('kept')}$")  # 每年培训
_THINGS_DO = re.compile(r"^(企业|单位|机构|家庭|产品|人员)(上云|上市|入规|升规|上平台|入驻)$")
_SIZES = frozenset(["规模", "总规模", "面积", "总面积", "总额", "总投资"])
_GRADE = re.compile(r"^(?:国家|省|市|县|区|部|厅)级$")  # 3个省级、5个市级实验室
_GRADED = re.compile(r"级([^，：、和级\d]{2,20})")
_HAVE = re.compile("(?:已经?有|现有|共有|有|共)$")
# 、40个村全部通客车
_LAST_COUNTED = re.compile(r"^(?:[、和及]|以及)\d{1,9}[个家所户名条座项](?P<tail>[^、，；。]{3,60})$")
_LONGEST_ONE = 8  # characters of one of several nouns that do the same
_GIVES = re.compile("^(?:贡献|创造|提供)了?$")  # 13家产业园贡献了75%的产值
# 建成畜牧、种植、水产等3个平台: a general noun needs the list
_LISTED_ALL = re.compile(rf"(?:^|[，、]|{names.BUILD_LEAD})((?!{names.BUILD_LEAD})[^，；]{{3,60}}等)$")
_LIMIT = re.compile(
    r"(?:收入|产值|面积|规模|人口|成本|支出|投入|年限|时间)(?:达到?|在|超过|突破|不?低于|不?高于|不足)?$"
)
_GENERIC = 3  # characters of a noun that says little: 平台
_PER_EACH = re.compile(
    r"(每[^，；。]{2,20}?)(?:规划|至少|应|要|须|都|均)*(?:建设|设置|建成|配备|配置|设立|建有|拥有|设有|配有|布局|有|设)$"
)
SHARES: dict[str, Comparator] = {
    "不低于": ">=", "不少于": ">=", "不超过": "<=", "不高于": "<=", "超过": ">", "高于": ">", "低于": "<",
}  # fmt: skip
_SHARE_OF = re.compile(rf"(?P<sign>{'|'.join(SHARES)})[^，；。：\d]{{2,30}}的$")  # 不低于上年农民收入的60%
_ABOUT = re.compile(r"(?<![一-鿿]{2}[节预签集])约占[^，；。：\d]{2,30}$")  # 约占全国总数的三成
_AS_STANDARD = re.compile(r"^标准(?:配备|配置|配齐|设置|建设|安排)")
_PROPORTION = re.compile(r"(?:达到?|不低于|为|控制在|提高到|到)(\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){1,3})")
# 25个在一定领域有影响、潜力大的乡土品牌: what they are like, where 、 parts no things
_QUALITIES = re.compile(
    r"^[^，。；：\d的]{2,40}、[^，。；：\d的]{2,40}的[^的，。；：、]{2,20}$"
)  # 紧跟前沿、创新能力强的人才
_EXAMPLES = re.compile(r"^[^，。；：\d]*、[^，。；：\d]*、[^，。；：\d]*等(?!级)(?P<all>[^的，。；：、\d]{4,24})$")
_PREDICATE = re.compile("^(?:在|对|具有|具备|引领|能够|有)[^，；。：的]{2,40}的[^的，；。：、]{3,20}$")
# what grows or falls by a part, which no number with a unit says
_PARTS = re.compile(
    "翻[一两二三四]?[番倍]|(?<!百)(?<!千)[二三四五六七八九十]分之[一二三四五六七八九]|"
    "(?:降低|下降|减少|缩短|压减|提高|增长|增加|占|达到?|超过)[近约]?(?:一半|半数)|(?:降|减|占|超|过)半(?![年月日])"
)
_LIST_SIGNS = frozenset(["、", "和", "及", "与", "以及"])
_MINIMUM = ("不低于", "不少于", "不小于", "不短于", "至少", "最少")
_FOR_EACH = re.compile("[均都]")
# what exists is taken over: 对36个站点承担管理职责, 上收20个站点
_TAKEN_OVER = re.compile(
    rf"(?:对|将)(?=\d)[^。；]{{2,260}}?承担[^，。；]{{0,8}}(?:职责|责任|管理|运维)|{any_of('takeover')}[^。；，]{{1,60}}"
)
_NAMED_NEXT = ("：", "，包括：", "，分别是", "，分别为", "，即", "，具体为", "，一是", "，具体包括")
_HAS_PROPORTION = re.compile(r"\d[:：∶]\d")
_HAS_PART = re.compile("[翻半]|分之")
_HAS_NAME = re.compile("[“《〔]")
_HAS_TAKEN_OVER = re.compile(rf"承担|{any_of('takeover')}")
_YEARS_BACK = 200  # characters before the numbers of a clause in which their years stand
_LOOK_BACK = 90  # characters before a number in which its subject stands


def read(text: str, topic: str) -> Iterator[Statement | Unread]:
    """Each figure of a compact paragraph in order; `topic`: whose measures the document speaks of.

    >>> found = read("产值超过50亿元，占全市比重达到8%，建设3个园区。", "旅游业")
    >>> [(s.indicator, str(s.quantity.value)) for s in found]
    [('旅游业产值', '50'), ('旅游业产值占全市比重', '8'), ('园区', '3')]
    """
    found = [_held_apart(text, q) for q in quantities(text)]
    odd = [m.span(1) for m in _PROPORTION.finditer(text)] if _HAS_PROPORTION.search(text) else []
    yield from (Unread("两个数的比例没有读出", *span) for span in odd)
    if _HAS_PART.search(text):
        yield from (Unread("翻番、几分之几没有读成数值", *part.span()) for part in _PARTS.finditer(text))
    if not found:
        return
    hidden = _hidden(text, odd)
    open_ = [
        q
        for q in found
        if (q.kind or text[q.end : q.end + 1] != "级") and (not _within(q.start, hidden) or _sets_limit(text, q))
    ]
    yield from (Unread("名称或既有事物的数值没有读出", q.lead, q.trail) for q in found if _in_name(text, q, hidden))
    yield from _sentences(text, open_, topic)


def _hidden(text: str, odd: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches whose numbers are no figures: names, proportions, what exists and is taken over."""
    hidden = list(odd)
    if _HAS_NAME.search(text):
        hidden += [m.span() for m in _NAMED.finditer(text)]
    if _HAS_TAKEN_OVER.search(text):
        hidden += [taken.span() for taken in _TAKEN_OVER.finditer(text)]
    return _apart(hidden)


def _sentences(text: str, open_: list[Quantity], topic: str) -> Iterator[Statement | Unread]:
    starts = [q.start for q in open_]
    carry = Carry(topic)
    for sentence in _SENTENCE.finditer(text):
        goes_on = text.startswith("；", sentence.start() - 1)  # 2025年分别达到…；2030年分别达到…
        carry = Carry(carry.topic, names=carry.names if goes_on else ())
        first, last = bisect_left(starts, sentence.start()), bisect_left(starts, sentence.end())
        if first == last:
            continue
        for clause in _CLAUSE.finditer(text, *sentence.span()):
            if clause.start() > starts[last - 1]:
                break
            inside = open_[bisect_left(starts, clause.start()) : bisect_left(starts, clause.end())]
            if inside:
                said = max(sentence.start(), inside[0].lead - _YEARS_BACK)
                years = shared_years(text[said : inside[0].lead]) if len(inside) > 1 else ()
                stated = _noun_shared(text, list(_clause(text, clause.start(), clause.end(), inside, carry, years)))
                yield from stated
                yield from _left(text, clause.start(), clause.end(), inside, stated)
            else:
                carry.pass_by(clause[0])
                if aspect := _ASPECT.match(clause[0]):
                    carry.aspect = aspect[1]
            carry.before = clause[0]


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, those that meet made one."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if made and start < made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return made


def _noun_shared(text: str, stated: list[Statement | Unread]) -> list[Statement | Unread]:
    """The things counted in a list, with the noun that only the last names: 100个农用地、80个建设用地治理试点."""
    made = list(stated)
    last = len(made)
    while last > 1:
        first = last - 1
        while first and _goes_on(text, made[first - 1], made[first]):
            first -= 1
        row = [s for s in made[first:last] if isinstance(s, Statement)]
        if len(row) > 1:
            whole = shared_noun([s.indicator for s in row])
            made[first:last] = [replace(s, indicator=name) for s, name in zip(row, whole, strict=True)]
        last = first
    return made


def _goes_on(text: str, one: Statement | Unread, other: Statement | Unread) -> bool:
    """Whether two numbers count things of one list in one unit."""
    if isinstance(one, Unread) or isinstance(other, Unread) or one.quantity.unit != other.quantity.unit:
        return False
    counts = one.end > one.quantity.trail and other.end > other.quantity.trail
    return counts and text[one.end : other.quantity.lead] in _LIST_SIGNS


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
        sign, named = text[max(0, q.start - 1) : q.start], text.startswith(_NAMED_NEXT, end)
        if unsaid(Setting(q, head, tail, between, sign, last_counter > i, named=named)):
            yield Unread("带单位的数值没有读成指标", q.lead, q.trail)


def _sets_limit(text: str, q: Quantity) -> bool:
    """Whether a number closes a quoted rule that sets a limit: “每月断水不超过2次”."""
    return q.compared and q.kind is not None and text.startswith("”", q.trail)


def _in_name(text: str, q: Quantity, hidden: list[tuple[int, int]]) -> bool:
    """Whether a number with a unit stands in a quoted name, where no figure is read; 23条 names a document."""
    if q.unit == "条":
        return False
    return may_be_figure(q) and _within(q.start, hidden) and not _sets_limit(text, q)


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the sorted, separate spans."""
    i = bisect_right(spans, (at, sys.maxsize)) - 1
    return i >= 0 and at < spans[i][1]


def _held_apart(text: str, q: Quantity) -> Quantity:
    """With the comparator that a verb parts from its number: 至少建成3所."""
    if q.compared:
        return q
    if _AT_LEAST.search(text[max(0, q.start - 8) : q.start]):
        return replace(q, comparator=">=")
    if q.kind == "ratio" and _ABOUT.search(text[max(0, q.start - 40) : q.start]):
        return replace(q, comparator="~")
    if q.kind == "ratio" and (of := _SHARE_OF.search(text[max(0, q.start - 40) : q.start])):
        return replace(q, comparator=SHARES[of["sign"]])
    return q


def _listed(  # noqa: PLR0913, PLR0917 - the clause, its numbers and what stands before it
    text: str, start: int, end: int, inside: list[Quantity], carry: Carry, years: tuple[int, ...]
) -> list[Statement | Unread] | None:
    """What a clause says whose numbers share out names or years; None for any other clause."""
    if years and (shared := by_year(text, start, inside, carry, years)):
        return shared
    apart = text.find("分别", start, end)
    if len(inside) == 1 and (apart >= 0 or _FOR_EACH.search(text, max(start, inside[0].lead - 12), inside[0].lead)):
        head = text[max(start, inside[0].lead - _LOOK_BACK) : inside[0].lead]
        return list(same_for_all(head, inside[0], start, carry)) or None
    if apart < 0:
        parts = row_names(text, start, inside) if is_row(text, inside) else []
        return list(each(parts, inside, (start, inside[0].lead), text, carry)) if parts else None
    behind = [q for q in inside if q.start > apart]
    if len(behind) < 2 or counts_after(text, behind):
        return None
    return list(paired(text, (start, apart), behind, carry))


def _clause(  # noqa: PLR0913, PLR0917 - the clause, its numbers and what stands before it
    text: str, start: int, end: int, inside: list[Quantity], carry: Carry, years: tuple[int, ...]
) -> Iterator[Statement | Unread]:
    if (listed := _listed(text, start, end, inside, carry, years)) is not None:
        yield from listed
        return
    roles = _roles(text, start, end, inside)
    begin, lower = start, False
    limits: set[int] = set()
    counted: list[str] = []
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
            kept = SIZED_BEFORE.search(head)
            owner = SIZED_AFTER.match(text, q.trail, end)
            name, cut = (owner["noun"] + kept["size"] if kept and owner else ""), owner.end() if owner else cut
        elif more and (of := starts_range(head, text[q.trail : until])):
            name, lower = measured(of["subject"], carry), True
        elif stands == "end":
            if of_whole := _SHARE_OF.search(head):
                head = f"{head[: of_whole.start()]}占{head[of_whole.end('sign') :]}"
            held = names.subject(head) if counted and carry.holders == carry.last and HELD.match(head) else ""
            name = carry.last if lower else carry.holders + held if held else measured(head, carry, q.unit)
            if len(counted) > 1 and not head and text[q.lead - 2 : q.lead].endswith(("共", "合计", "总计")):
                name = "、".join(counted)  # 2条国道、3条省道共300公里
            lower = False
        else:
            noun, reach = _noun(text[q.trail : until], more)
            noun, reach = _subject_noun(head, q, noun, reach)
            if _GRADE.match(noun) and (of := _GRADED.search(text[q.trail + reach : end])):
                noun += of[1]
            name = _named(head, noun, stands, carry, text[q.trail + reach : end])
            cut = q.trail + reach
            carry.base = name if stands == "things" else carry.base
            counted += [name] if stands == "things" else []
            carry.holders = name if HOLD.match(text, q.trail, end) else carry.holders
        if len(name) > 1:
            yield Statement(name, q, begin, cut, head, former=lower)
            carry.last = name
            carry.said.append(name)
        else:
            yield Unread("没有文字说明数值衡量什么", q.lead, q.trail)
        begin = cut


def _roles(text: str, start: int, end: int, inside: list[Quantity]) -> list[tuple[Quantity, Role]]:
    """The numbers of a clause that are figures, each with its role."""
    roles: list[tuple[Quantity, Role]] = []
    last_counter = max((i for i, q in enumerate(inside) if q.kind == "counter"), default=-1)
    for i, q in enumerate(inside):
        before = roles[-1][0].trail if roles else start
        head = text[max(before, q.lead - _LOOK_BACK) : q.lead]
        if roles and roles[-1][1] == "things" and head.endswith(("、", "和", "及", "与")):
            head = "、"  # 3个中心、5个园区
        between = text[q.trail : inside[i + 1].lead] if i + 1 < len(inside) else None
        tail = text[q.trail : min(end, q.trail + _LOOK_BACK)]
        behind = bool(roles) and roles[-1][1] == "things" and roles[-1][0].trail == q.lead
        minimum = text.startswith(_MINIMUM, q.lead)
        sign, named = text[max(0, q.start - 1) : q.start], text.startswith(_NAMED_NEXT, end)
        at = Setting(q, head, tail, between, sign, last_counter > i, behind, minimum, named)
        if found := "end" if _rises(text, start, roles, q) else role(at):
            roles.append((q, found))
    return roles


def _rises(text: str, start: int, roles: list[tuple[Quantity, Role]], q: Quantity) -> bool:
    """Whether a number is the upper end of 从76.5岁提高到78岁."""
    if not roles:
        return False
    begin = roles[-2][0].trail if len(roles) > 1 else start
    last = roles[-1][0]
    return bool(starts_range(text[max(begin, last.lead - _LOOK_BACK) : last.lead], text[last.trail : q.lead]))


def _noun(tail: str, more: bool) -> tuple[str, int]:
    """The things counted and how far they reach; with `more`, another number follows."""
    cut = len(tail)
    if not more and (_PREDICATE.match(tail) or _QUALITIES.match(tail)):
        return tail, cut
    if more:
        seps = [m.start() for m in re.finditer(r"[、和及与并]|以及", tail)]
        cut = seps[-1] if seps else cut
    if joined := re.search(
        rf"(?:[、并和]|以及)(?=(?:并|积极|加快)?{names.ACTION_AHEAD.pattern})|并(?=[一-鿿])", tail[:cut]
    ):
        does = names.ACTION_AHEAD.match(tail)  # 新建、续建项目: both say which projects, not what is done
        cut = cut if does and does.end() == joined.start() else joined.start()
    return re.sub("(?:总共|合计|总计|共)$", "", tail[:cut]).removeprefix("的"), cut


def _subject_noun(head: str, q: Quantity, noun: str, reach: int) -> tuple[str, int]:
    """The counted noun without what it does: 13家产业园 of 13家产业园贡献了八成产值, 2个实验室 of 2个实验室落户云州."""
    if q.kind == "ratio" or not (lists(head, q) or WHOLE.match(head.strip("，"))) or head.endswith("、"):
        return noun, reach
    found = LAND.match(noun) or HOLD.match(noun)
    if found is None or len(found["noun"]) <= _GENERIC:
        return noun, reach
    return found["noun"], reach - len(noun) + len(found["noun"])


def _did(head: str, noun: str, behind: str) -> str:
    """Those counted with what they have done: 通客车的行政村 of 132个行政村全部通客车."""
    alone = not head or head == "、" or head.endswith(("将", "把")) or WHOLE.match(_HAVE.sub("", head.strip("，、")))
    if not alone and not head.endswith("等"):
        return ""
    if own := DID.match(noun):
        return f"{own['done']}的{own['noun']}"
    later = _LAST_COUNTED.search(behind)
    if later and len(noun) <= _LONGEST_ONE and (shared := DID.match(later["tail"])) and shared["all"]:
        return f"{shared['done']}的{noun}"
    return ""


def _named(head: str, noun: str, stands: Role, carry: Carry, behind: str) -> str:
    """The indicator of a number that words follow; `behind`: the rest of the clause behind the things counted."""
    if stands == "things" and (did := _did(head, noun, behind)):
        return did
    if stands == "part":
        if carry.last and _GIVES.match(head):
            return f"{carry.last}贡献的{noun}占比"
        return _share(head, noun)
    if all_listed := _LISTED_ALL.search(head):
        return all_listed[1] + noun if len(noun) <= _GENERIC else noun
    if per := _PER_EACH.search(head):
        return per[1] + noun
    return _things(head, noun, carry)


def _things(head: str, noun: str, carry: Carry) -> str:
    noun = _AS_STANDARD.sub("", noun)
    if examples := _EXAMPLES.match(noun):  # 引进法官、律师、公证员等法治专门人才
        noun = examples["all"]
    if does := _THINGS_DO.match(noun):
        return does[2] + does[1]
    if "、" in head.strip("，、"):  # the names of those counted: 青岚、临江两个实验室, 形成水产、蔬菜两个产业
        acts = names.ACTION_AHEAD.match(head.lstrip("，、"))
        head = acts[0] if acts else head if names.ACTION_AHEAD.search(head) else ""
    kept = _KEPT_VERB.search(head)
    if not kept and carry.verb and head == "、":
        return names.tidy(carry.verb + noun)  # 培训教师3人、医生5人
    carry.verb = kept[0] if kept else ""
    if kept:
        return names.tidy(names.scope(head[: kept.start()]) + kept[0] + noun)
    return names.tidy(names.scope(head) + noun)


def _share(head: str, noun: str) -> str:
    """全市90%的乡村, and 规模10亿元的基金: the size of a thing stands behind it."""
    name = names.subject(head)
    return names.tidy(noun + name if name in _SIZES else name + noun)
