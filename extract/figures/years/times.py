"""The year of a figure, whether it is a target or an observation, whether it is of each year or of a period."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import Literal, NamedTuple

from guitu.extract.facts import Figure, Periodicity
from guitu.extract.figures.numbers.quantities import counted_in
from guitu.extract.figures.numbers.stated import Statement
from guitu.extract.figures.years.frames import EXISTING_REWORKED, Tenses, governing, of_the_present
from guitu.extract.figures.years.years import YearMark, plan_marks, relative_marks, year_marks
from guitu.extract.structure.draft import Passage
from guitu.extract.text import Text

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_FULL_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_ENSURED = re.compile("确保|力争|争取|不低于|不少于|控制在")
# 2024年主要预期目标是：…, 发展目标为…; what follows in the paragraph is a target
_AIMS = re.compile(
    r"(?:预期|主要|总体|发展|工作|奋斗|约束性|计划|规划)*(?:目标|指标)(?:任务|建议)?(?:安排)?(?:如下|是|为|：|:)|"
    r"目标(?:任务)?(?:设定|确定|安排|预计|建议)(?:为|在|如下)"
)
# 公共服务水平明显提升。: a state that is to be reached opens a paragraph of goals
_STATE = re.compile(
    r"^(?:——|--|—|-)?[^，。；：\d]{2,24}(?:显著|明显|大幅|进一步|稳步|持续|不断|基本|全面|更加|取得)[^，。；：\d]{0,6}"
    r"(?:提升|提高|增强|改善|完善|优化|降低|下降|形成|缩小|成效|突破|健全|加强|建成)(?:$|[。，])"
)
_PER_YEAR = re.compile(
    r"年均(?![^，。；\d]{0,6}[\d.]{0,4}浓度|气温|降水|停电|值)|每年|年平均(?!浓度|气温|降水|停电|蒸发|日照|径流|流量|值)|逐年|平均每年|(?<![0-9今本去当全上同])年度[^，。；\d]{0,6}供应量|(?<![0-9今去当全明每上同])年(?:上缴|缴纳|纳税|推广|繁育|职业培训)|(?<![0-9今去当全明每上同一二两三四五六七八九十])年(?:增长(?!率)|递增|新增|筹集|培训|发放|(?:生产|接待|加工|处理|出栏|供应|屠宰|组装)(?!能力|规模)|产(?![值业量能出品]))"
)
# 年出栏5000头以上企业: which are meant
_WHICH = re.compile(
    r"年(?:出栏|存栏|屠宰|加工|产|营业|销售|主营|收入|交易|接待|处理|纳税|用|消费)[^，。；：、\d]{0,6}\d[\d.]{0,8}[百千万亿]{0,2}[^\d，。；：、]{1,4}?以[上下]"
)
_EACH_YEAR = re.compile("每年|逐年")
# 参保率每年提高: a rise that is promised, wherever the clauses before say that one begins
_RISES_YEARLY = re.compile(
    r"(?:每年|逐年)[^，。；：\d]{0,12}?(?:提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|缩短)[^，。；：\d]{0,4}$"
)
_SO_FAR = re.compile("近年|以来|过去|期间|历年|[去上]年|20\\d\\d年?[至—~-]")  # of the years that are over
# what is done over and over, in the clause behind another that says how often a year
_DONE_OVER = re.compile(
    "(?:共|合计)?(?:培训|轮训|参训|参[与加]|覆盖|惠及|受益|服务|辐射|检查|抽查|抽检|接待|受理|慰问|走访)[^，。；年]{0,12}$"
)
_EACH_YEAR_BEFORE = re.compile(
    r"(?:^|[。；，：])[^，。；：]{0,8}每年[^，。；：\d年]{1,24}\d{1,6}[^，。；：\d年]{1,16}，$"
)
_IN_ALL = re.compile(r"累计|总计|五年共|三年共|合计新增|共(?=募集|筹集|制定|培训|投入|引进)")
_SUMMED = re.compile(
    "累计(?:建成|建设|打造|培育|培养|引进|新增|培训|创建|完成)[^，；。：\\d]{2,30}\\d[^，；。：]{0,40}$"
)  # and its list
# 5年内培训1000人, 利用3—5年时间改造管网800公里
_WITHIN_YEARS = re.compile(
    "(?:\\d|1\\d|[二三四五六七八九十两])年(?:之)?内|(?:未来|今后)(?:\\d|1\\d|[二三四五六七八九十两])年|"
    "(?:(?<=[，。；：争划])|^)(?:\\d|[两三四五六七八十])年(?:共|累计)?(?=新增|新建|新改|改造|培训|培育|建成|引进|引育|投入|投资|投放|供应|推广|更新|更换|完成|定向|培养|招聘|补充|选派|轮训|盘活|筹建|筹集)|规划期(?:内|间)|"
    "[用花过](?:\\d{1,2}(?:[—~至到-]{1,2}\\d{1,2})?|[一二两三四五六七八九十]{1,2}(?:[至到][二三四五六七八九十])?)年(?:左右)?的?时间"
)
_SOME_YEARS = re.compile(
    "年之?内|未来|今后|规划期|年(?:共|累计)?(?:新|改|培|建|引|投|完|定|招|补|选|轮|盘|筹|供|推|更)|年(?:左右)?的?时间"
)  # what those hold
# “十四五”新增学位, “十四五”电网投资
_PERIOD_ALONE = re.compile(
    "十[一二三四五六七]五”?(?:(?:新增|新建|完成|投入|改造|培训|引进)[一-鿿]{2}|[一-鿿]{2,6}投资)"
)
_THESE_YEARS = re.compile("今明[两三]年(?=投资|完成)")  # 今明两年投资12亿元
_YEARS_AHEAD = re.compile("(?:未来|今后)[二三四五六七八九十两\\d]{1,2}年")
_FLOW = re.compile(
    r"新增|提供|供应|新建|改建|建设|建成|完成|开展|实施|培训|培育|改造|投入|支出|投资|增加|减少|治理|引进|打造|推进|发放|支持|制定|修订|举办|募集|筹集|销售|扶持|退出|淘汰|关停|关闭|搬迁|脱贫|拆除|落成|完工|竣工|统筹|筹措|启动|更换|更新|增设|加装|配备|投放|修缮|修复|惠及"
)
_CAPACITY = re.compile("产能|能力|规模")  # in 万吨/年: how much can be made, and not what is
# 总投资约90亿元，其中铁路30亿元、公路60亿元; 新建学校12所，新增学位6000个。其中：东桥区4所2000个
_PART_OF = re.compile("[^。；\n]{0,24}[。；]?其中[^。；\n]*$")
_OPENS_PART = 2  # characters of 其中, which may open the part itself
_COMPARED = re.compile("较|比(?![例重率])|同期|上年")
_FALLEN = re.compile("(?:下降|降低|减少|增长|提高|提升|增加|压减)$")
_LEVEL = re.compile(r"(?:达到?|为|到|至|突破|超过|保持在|稳定在|控制在)$")
# 依托现有30个站点, 仍存在7处隐患
_EXISTING = re.compile(r"(?:[现已原既]有(?:的|各类)?|[仍尚还](?:然|旧)?(?:存在?|有)|(?<![继现])存在)$")
_HAS = re.compile(r"^全[国省市县区州镇乡]共有[^，。；：\d]{0,12}$")  # 全县共有水库64座, of no year to come
_ADMINISTERED = re.compile("(?:下辖|现辖|管辖|辖有|辖)$")  # 全县辖4镇3乡: what a place is divided into is so already
_EXISTING_LIST = re.compile(
    r"(?P<those>[^，。；：]{0,16}[现已原既]有(?:的|各类)?)\d[^，。；：新]{1,30}?(?:[、和及与]|以及)$"
)
_SAID_LIST = 60  # characters before a number that list what exists
_REWORKED = re.compile("更换|置换|替换|更新|改造|升级|改建|改扩建")  # 将现有80辆柴油车更换为电动车
_OWN_CLAUSE = re.compile("，?[^，。；：\\d]{0,40}")
_HELD_AT = re.compile("(?:达到?|为|不[低少高]于|不?超过|(?:保持|稳定|控制|提高|降低?)[到至在])[^，。；：\\d]{0,4}$")
_TIMED = re.compile("每年|逐年|年均|累计|年内")  # 2026年起，每年…
_BY_NOW = re.compile(
    r"[。；](?:截至)?(?:目前|现已|如今|现在)[^。；]{0,60}?(?:提升|提高|增[加长]?|扩大|上?升)[到至为]了?\d[\d.]*"
)
_CLAUSE_SIGN = re.compile("[，；。：]")
_WILL = re.compile(r"[^，。；：\d]{0,14}，?(?:将|计划|预计|拟|力争)")
_FROM_NOW = re.compile("[今本明去]年")
_YEARS_BACK = 8  # years before a number that are looked at
_SAID_LONG = 400  # characters of a paragraph in which 5年内 holds
_SAID_BACK = 200  # characters of a sentence that tell its tense
_OPENS = 40  # characters in which a paragraph opens
_OPENER = re.compile(
    r"(?:——|--|—)?(?:[^，。；：]{1,16}[：。]|[^，。；：]{0,8}目标，)?(?:力争|确保|争取|其中|预[计测]|[经据]?(?:初步)?[测估]算，?)?$"
)  # 发展目标：到2025年…


class When(NamedTuple):
    """The year a passage speaks of before its own words: from the chapter, and of the period."""

    chapter: int | None
    end: int | None  # last year of the document's period
    began: int | None  # last year before the period, or before the document
    period: bool  # whether the chapter reports on a period, not on what a place is like
    title: str  # the run-in title that opens the paragraph, else the title of its task
    planned: int | None = None  # the year for which a heading above it plans: 2026年重点任务
    plans: bool = False  # whether a text without chapters sets out what is planned
    this: int | None = None  # the year in which the document says 今年


class Times:
    """What a compact passage says of when: its sentences, its years, its words of past and future."""

    def __init__(self, text: str, passage: Passage, when: When, remarks: tuple[YearMark, ...] = ()) -> None:
        """`remarks`: the years of remarks on a span of time, 未来五年（2026—2030年）, at their places in the text."""
        self.text = text
        self.passage = passage
        self.when = when
        self._starts = (0, *(m.start() for m in _SENTENCE.finditer(text)))
        self._full = (0, *(m.start() for m in _FULL_SENTENCE.finditer(text)))
        self._marks = governing(text)
        if passage.chapter in ("goals", "work") and self._marks:
            self._marks = of_the_present(text, self._marks, when.began)
        self._begun = tuple(m for m in year_marks(text) if m.begins) if "年起" in text else ()
        told_from_now = tuple(relative_marks(text, when.this)) if when.this and _FROM_NOW.search(text) else ()
        of_plan: tuple[YearMark, ...] = ()
        if when.end is not None and when.began is not None and "规划期" in text:
            of_plan = tuple(plan_marks(text, when.began, when.end))
        if remarks or told_from_now or of_plan:
            every = (*self._marks, *remarks, *told_from_now, *of_plan)
            self._marks = tuple(sorted(every, key=lambda mark: (mark.start, mark.end)))
        looks_back = passage.chapter in ("review", "situation") or (passage.chapter == "front" and not when.plans)
        self._tenses = Tenses(text, compared=looks_back)
        aims = _AIMS.search(text) if passage.chapter == "front" else None
        self._aimed = aims.end() if aims else None
        self._state = bool(_STATE.match(when.title)) or (text.startswith(("-", "—")) and bool(_STATE.match(text)))
        self._leads = self._opening_years()

    def _opening_years(self) -> tuple[YearMark, ...]:
        """The years that open a sentence, where the first of them opens the passage."""
        if not self._marks or self._marks[0].start >= _OPENS:
            return ()
        leads = tuple(m for m in self._marks if _OPENER.match(self.text, self._sentence(m.start), m.start))
        return leads if leads and leads[0].start < _OPENS else ()

    def _sentence(self, at: int) -> int:
        return self._starts[bisect_right(self._starts, at) - 1]

    def _whole(self, at: int) -> int:
        """Where the sentence up to a full stop, with all that semicolons part, begins; 其中 goes on with the last."""
        i = bisect_right(self._full, at) - 1
        while i and self.text.startswith("其中", self._full[i]):
            i -= 1
        return self._full[i]

    def is_goal(self, at: int) -> bool:
        """Whether what stands at a character is a goal by the words that open its paragraph, or end its sentence."""
        if self.passage.chapter not in ("front", "work"):
            return False
        if self._state:
            return True
        if self.passage.chapter == "work":
            return False
        if _AIMS.search(self.when.title + "：") or (self._aimed is not None and self._aimed <= at):
            return True
        # 全年新建…，确保…达到…
        end = self._full[i] if (i := bisect_right(self._full, at)) < len(self._full) else len(self.text)
        return bool(_ENSURED.search(self.text, at, min(end, at + _SAID_LONG)))

    def mark(self, item: Statement) -> YearMark | None:  # noqa: PLR0911 - one way to say when after the other
        """The year in force: the last one named before the number, in its sentence or opening its paragraph."""
        at = item.quantity.start
        i = bisect_right(self._marks, at, key=lambda m: m.end)
        last = self._marks[i - 1] if i else None
        ahead = self._marks[i] if i < len(self._marks) else None
        if begun := self._begun_in_clause(item):
            return begun if self._holds_on(item, begun) else None
        if ahead and _WILL.fullmatch(self.text, item.quantity.trail, ahead.start):
            return ahead  # 300个单位将于2027年完工
        opens = self._whole(at)
        own = last is not None and not self._rises_from(item, last)
        if own and last and last.start >= opens and _OPENER.match(self.text, opens, last.start):
            return last  # 到2025年，…；…
        if own and last and last.start >= self._sentence(at):
            return last
        if _EACH_YEAR.search(item.indicator + item.lead_in):
            return None  # 到2030年达到80%。此后每年提高1个百分点
        chapter = self.passage.chapter
        before = self._marks[max(0, i - _YEARS_BACK) : i]
        if chapter == "review":  # 2014年以来 says when for its own sentence only
            began = self.when.began
            if began is not None and self.when.end is not None and self.when.end - began > 1:
                opening = [m for m in self._leads if not self._sentence(m.start)]
                before = tuple(m for m in before if m.during or m.year == began or m in opening)
            before = tuple(m for m in before if began is None or m.year <= began)
            before = tuple(m for m in before if not self.text.startswith("以来", m.end - 2))
        elif chapter != "goals":
            before = self._leads[: bisect_right(self._leads, at, key=lambda m: m.end)]
            if not before and last and self._goes_on(item, last):
                return last
        return before[-1] if before else None

    def _begun_in_clause(self, item: Statement) -> YearMark | None:
        """The year in the clause of a number from which on something is: never that of another clause."""
        lead = item.quantity.lead
        ahead = [m for m in self._begun if m.end <= lead and _OWN_CLAUSE.fullmatch(self.text, m.end, lead)]
        return ahead[-1] if ahead else None

    def _holds_on(self, item: Statement, begun: YearMark) -> bool:
        """Whether a number is a share that holds from a year on: 2027年起，新建建筑绿色建筑占比达到100%."""
        q = item.quantity
        told = self.passage.chapter in ("review", "situation") or begun.year <= (self.when.began or 0)
        level = q.kind == "ratio" and _HELD_AT.search(self.text, begun.end, q.start)
        return bool(level and not told and not _TIMED.search(self.text, begun.end, q.start))

    def _rises_from(self, item: Statement, last: YearMark | None = None) -> bool:
        """Whether a clause promises a yearly rise behind one that tells the level now: 2025年为95%，每年提高1个百分点.

        `last`: the year of the clause before, where that is asked for.
        """
        if self.passage.chapter not in ("goals", "work") or not item.lead_in:
            return False
        lead = item.quantity.lead
        clause = max(self.text.rfind(sign, 0, lead) for sign in "，；。：") + 1
        promised = _RISES_YEARLY.search(self.text, clause, lead)
        if not promised or _SO_FAR.search(self.text, self._sentence(lead), lead):
            return False
        return last is None or (last.end <= clause and self.when.began is not None and last.year <= self.when.began)

    def _goes_on(self, item: Statement, last: YearMark) -> bool:
        """Whether a share, alone in its sentence, follows a clause that a year heads: 到2020年…。占比降至58%."""
        at = item.quantity.start
        if item.quantity.kind != "ratio" or not _LEVEL.search(item.lead_in) or last.during:
            return False
        heads = last.start == self._sentence(last.start) or self.text[last.start - 1] in "，；：。"
        next_one = bisect_right(self._starts, at) == bisect_right(self._starts, last.start) + 1
        return heads and next_one and not _CLAUSE_SIGN.search(self.text, self._sentence(at), at)

    def kind(self, item: Statement, year: int | None, *, goal: bool) -> Literal["target", "observation"]:
        """By the year where there is one, else by the chapter and the words of the sentence."""
        when, chapter = self.when, self.passage.chapter
        if item.former or (year is not None and when.began is not None and year <= when.began):
            return "observation"
        reworked = EXISTING_REWORKED.search(item.lead_in) or _REWORKED.match(item.indicator)
        if _ADMINISTERED.search(item.lead_in) or (year is None and _HAS.search(item.lead_in)):
            return "observation"
        existing = (_EXISTING.search(item.lead_in) or self._beside_existing(item)) and not reworked
        if existing or self._outdone(item):
            return "observation"
        start = max(self._sentence(item.quantity.start), item.end - _SAID_BACK)
        told = self._tenses.past(start, item.end) and not self._rises_from(item)
        if chapter in ("review", "situation"):
            ahead = year is not None and when.end is not None and year >= when.end
            return "target" if ahead and not told else "observation"
        if chapter == "front":
            ahead = year is not None and when.began is not None and year > when.began
            aimed = goal or ahead or when.plans or self._tenses.future(start, item.end)
            return "target" if aimed and not told else "observation"
        return "observation" if told else "target"

    def _beside_existing(self, item: Statement) -> bool:
        """Whether a number counts the next of those that exist: 依托现有12个食堂和30个站点; not what is worked on."""
        lead = item.quantity.lead
        before = _EXISTING_LIST.search(self.text, max(0, lead - _SAID_LIST), lead)
        return before is not None and not EXISTING_REWORKED.search(before["those"])

    def _outdone(self, item: Statement) -> bool:
        """Whether the next sentence tells that by now it is more: 日处理能力300吨。目前…提升至900吨."""
        more = _BY_NOW.match(self.text, item.quantity.trail)
        return more is not None and self.text.startswith(item.quantity.unit, more.end())

    def year(self, kind: str, item: Statement, mark: YearMark | None, *, goal: bool) -> int | None:
        """Of the words that govern the number, else of the chapter or the period."""
        when, chapter = self.when, self.passage.chapter
        if item.former:
            return _own_year(item) or (mark.since if mark else None)
        if mark is not None or _YEARS_AHEAD.search(item.lead_in):
            return mark.year if mark else None
        one_year = when.began is not None and when.end == when.began + 1
        if kind == "target":
            of_goals = goal or chapter == "goals" or one_year
            each = not one_year and (  # of no year in particular
                _EACH_YEAR.search(item.indicator + item.lead_in) or _yearly_beside(item, self.text)
            )
            if not of_goals:
                return when.planned
            return when.chapter or when.planned or (None if each else when.end)
        if kind == "observation" and chapter in ("review", "situation") and when.period:
            return when.chapter or when.began
        return None


def left_year(text: str, passage: Passage, began: int | None) -> int | None:
    """The year that a passage leaves to the next ones of its chapter: of goals one that opens a sentence."""
    marks = list(governing(text))
    if passage.chapter == "goals":
        marks = [m for m in marks if began is None or m.year > began]
    elif passage.chapter == "review":
        marks = [m for m in marks if m.during or (passage.heading and text.startswith(("“", "十"), m.start))]
    return marks[-1].year if marks else None


def _own_year(item: Statement) -> int | None:
    marks = list(year_marks(item.lead_in))
    return marks[-1].year if marks else None


def _yearly_beside(item: Statement, text: str) -> bool:
    """Whether a number counts what the clause before says is done each year: 每年举办讲座3次，培训2400人."""
    clause = max(text.rfind("，", 0, item.quantity.start), 0)
    again = clause and _DONE_OVER.match(text, clause + 1, item.quantity.lead)
    return bool(again and _EACH_YEAR_BEFORE.search(text, max(0, clause - _SAID_BACK), clause + 1))


def with_whole(figure: Figure, wholes: dict[tuple[str, str], Figure], text: Text) -> Figure:
    """A figure; a part of a sum of several years is counted over them too: 其中高速公路20亿元.

    `wholes`: the sums of several years last told, by kind and unit, of which it takes note.
    """
    key = (figure.kind, counted_in(figure.unit))
    whole = wholes.get(key)
    if whole and _PART_OF.match(text.folded[whole.span.end : figure.span.start + _OPENS_PART]):
        other = figure.year not in (None, whole.year)  # 其中2026年改造30个
        return figure if figure.periodicity or other else replace(figure, periodicity="cumulative")
    if figure.periodicity == "cumulative":
        wholes[key] = figure
    return figure


def periodicity(item: Statement, mark: YearMark | None, text: str) -> Periodicity | None:
    """Whether a figure is of each year, of a whole period, or of its end."""
    near = _WHICH.sub("", item.indicator + item.lead_in)
    if ("年" in near and _PER_YEAR.search(near)) or (
        item.quantity.unit.endswith("/年") and not _CAPACITY.search(item.indicator)
    ):
        return "annual"
    clause = _WHICH.sub("", _CLAUSE_SIGN.split(text[max(0, item.start - _SAID_BACK) : item.quantity.start])[-1])
    reached = item.quantity.kind == "ratio" or _LEVEL.search(item.lead_in)
    yearly = "年" in clause and _PER_YEAR.search(clause)
    if not reached and (yearly or _yearly_beside(item, text)):  # 每年培训村医200名、护士300名
        return "annual"
    counted = item.quantity.kind in ("counter", "money") and not reached
    said = item.indicator + item.lead_in
    made = item.quantity.kind in ("counter", "measure") and bool(_FLOW.search(said))
    if item.indicator.startswith("每"):  # 每个街道至少建成1个: of each, and no sum
        counted = made = False
    said_at = max(0, item.start - _SAID_LONG), item.quantity.start
    within = _SOME_YEARS.search(text, *said_at) and _WITHIN_YEARS.search(text, *said_at)
    if (counted or made) and (within or _PERIOD_ALONE.search(clause)):
        return "cumulative"
    of_list = counted and item.lead_in.startswith("、") and _SUMMED.search(clause)
    if _IN_ALL.search(near) or of_list or (counted and _THESE_YEARS.search(clause)):
        return "cumulative"
    flow = mark is not None and mark.during and not _LEVEL.search(item.lead_in)
    if item.quantity.kind == "ratio":  # “十四五”期间事故下降10%, not 较“十三五”期末增长10%
        flow = flow and not _COMPARED.search(near)
        return "cumulative" if flow and _FALLEN.search(item.indicator) else None
    return "cumulative" if flow and _FLOW.search(near) else None
