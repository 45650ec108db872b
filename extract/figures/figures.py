"""Targets and observations of running text: which number commits, which reports, for what year."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from guitu.extract.draft import Draft, Passage
from guitu.extract.facts import Bindingness, Document, Figure, Gap, Periodicity
from guitu.extract.figures import brackets, incentives, statements
from guitu.extract.figures.compact import Compact, compact
from guitu.extract.figures.stated import Statement, Unread
from guitu.extract.figures.years import YearMark, period_end, year_marks
from guitu.extract.structure.chapters import is_action
from guitu.extract.text import Span

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_FULL_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
# what a title says besides its subject: 云州市旅游业发展“十四五”规划 -> 旅游业
_TITLE_FRAME = re.compile(
    r"^[^《》]{0,30}关于(?:做好|抓好|促进|推动|推进|加快|支持|深化|实施|开展|进一步|加强)*|^.{0,12}?(?:省|市|县|区|州|盟|旗)(?=[^市县区]{2})(?:关于|促进|推动|推进|加快|支持|深化|实施|开展)*|"
    r"(?:高质量|专项|健康|创新|事业|中长期|总体|十年|三年)*(?:发展)?(?:“?十[一二三四五六七]五”?|[（“]?20\d\d).*$|"
    r"(?:高质量|专项|健康|创新|事业|中长期|促进|总体|实施|指导|三年|五年|十年)*(?:发展)?(?:的)?(?:若干)?(?:规划|计划|行动|方案|措施|意见|办法|政策|纲要).*$"
)
_ONE_YEAR = re.compile(r"(?<![\d-])(20\d\d)年度?(?!前|底|以)(?=[一-鿿])(?!至|到)")  # 云州市2024年工作要点
_PERIOD_FIRST = re.compile("^“?十[一二三四五六七]五”?(?:时期)?(?:促进|推动|推进|支持|加快)?")
_PAST = re.compile(
    r"已(?:经|达|有|建|实现|完成|累计|成为|超|突破|形成|培育)|(?<!项)目前(?!基础)|截至|截止|现有(?!基础)|当前(?!和今后)|近年来|过去|以来|曾经|[较比]上年|同比"
)
_FUTURE = re.compile(r"力争|争取|将(?!军)|到20[2-9]\d年|确保|努力|届时|不低于|不少于|控制在|目标")
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
# what a place is like, not what a period brought about
_CONDITIONS = re.compile(r"基本情况|概况|自然|区位|地理|资源条件|资源量|气候|分区|区划|区域布局|区域特点")
_OF_PERIOD = re.compile(r"回顾|成就|成效|成绩|进展|十[一二三四五六七]五|20\d\d")
_PER_YEAR = re.compile(
    r"年均(?!浓度|气温|降水|值)|每年|年平均(?!浓度|气温|降水|蒸发|日照|径流|流量|值)|逐年|平均每年|(?<![0-9今去当全明每上同])年(?:增长(?!率)|递增|新增|筹集|培训|发放|生产|接待|加工|处理|出栏|供应)"
)
_IN_ALL = re.compile(r"累计|总计|五年共|三年共|合计新增|共(?=募集|筹集|制定|培训|投入|引进)")
_WITHIN_YEARS = re.compile("(?:\\d|1\\d|[二三四五两])年(?:之)?内")  # 5年内培训1000人
_FLOW = re.compile(
    r"新增|新建|改建|建设|建成|完成|开展|实施|培训|培育|改造|投入|支出|投资|增加|减少|治理|引进|打造|推进|发放|支持|制定|修订|举办|募集|筹集|销售|扶持"
)
_COMPARED = re.compile("较|比(?![例重率])|同期|上年")
_FALLEN = re.compile("(?:下降|降低|减少|增长|提高|提升|增加|压减)$")
_LEVEL = re.compile(r"(?:达到?|为|到|至|突破|超过|保持在|稳定在|控制在)$")
_BINDING = re.compile(r"[^，。；（\n]{0,6}[（〔][^，。；（）\n]{0,12}(?:约束性|预期性)")
_CLAUSE_SIGN = re.compile("[，；。：]")
_TITLE_GAP = 4  # characters between a run-in title and what it opens
_YEARS_BACK = 8  # years before a number that are looked at
_SAID_LONG = 400  # characters of a paragraph in which 5年内 holds
_SAID_BACK = 200  # characters of a sentence that tell its tense
_OPENS = 40  # characters in which a paragraph opens
_REMARK_REACH = 30  # characters behind a number in which a remark on it opens
_OPENER = re.compile(r"^(?:——|--|—)?(?:[^，。；：]{1,16}[：。])?(?:力争|确保|争取|其中)?$")  # 发展目标：到2025年…


@dataclass(frozen=True, slots=True)
class _When:
    """The year a passage speaks of before its own words: from the chapter, and of the period."""

    chapter: int | None
    end: int | None  # last year of the document's period
    began: int | None  # last year before the period, or before the document
    period: bool  # whether the chapter reports on a period, not on what a place is like
    title: str  # the run-in title that opens the paragraph, else the title of its task


def find(draft: Draft) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    """Every figure of the running text, and a gap for each number that looked like one and was not read."""
    figures: list[Figure] = []
    gaps: list[Gap] = []
    topic = topic_of_title(draft.document)
    began, end = years_of(draft.document)
    carried: int | None = None
    chapter: str | None = None
    opened = Span(0, 0)
    for passage in draft.passages:
        words = compact(draft.read(passage), passage.span.start)
        if passage.chapter != chapter:
            chapter, carried = passage.chapter, None
        if passage.heading:
            opened = passage.span
            carried = _named_year(words.text, passage, began) or carried
        if passage.heading and not _commits(passage, words.text):
            continue
        said: list[Figure] = []
        for found in _read(
            words,
            passage,
            topic,
            _When(carried, end, began, _on_period(passage, draft), _titled(passage, opened, draft)),
            draft,
        ):
            if isinstance(found, Figure):
                said.append(found)
            else:
                gaps.append(found)
        figures.extend(said)
        for found in brackets.find(draft, passage, said):
            if isinstance(found, Figure):
                figures.append(found)
            else:
                gaps.append(found)
        if passage.chapter in ("goals", "review"):
            carried = _named_year(words.text, passage, began) or carried
    return tuple(figures), tuple(gaps)


def _commits(heading: Passage, words: str) -> bool:
    """Whether the title of a task says what is done and may say how much: 新建学校12所; not 五个新城, 服务方面4项."""
    return heading.task is not None and heading.chapter == "work" and is_action(words)


def _titled(passage: Passage, opened: Span, draft: Draft) -> str:
    if passage.task is not None:
        return draft.tasks[passage.task].title
    return draft.text.read(opened) if 0 < passage.span.start - opened.end < _TITLE_GAP else ""


def _on_period(passage: Passage, draft: Draft) -> bool:
    """Whether the headings above a passage speak of a period, not of the conditions of a place."""
    titles, section = [], passage.section
    while section is not None:
        titles.append(draft.sections[section].title)
        section = draft.sections[section].parent
    told = any(map(_OF_PERIOD.search, titles))
    return told if passage.chapter == "situation" else told or not any(map(_CONDITIONS.search, titles))


def topic_of_title(document: Document) -> str:
    """Whose measures a document speaks of.

    >>> topic_of_title(Document("云州市文化和旅游业发展“十四五”规划"))
    '文化和旅游业'
    """
    title = document.title.split("关于印发")[-1].strip("《》")
    if document.jurisdiction:
        title = title.removeprefix(document.jurisdiction)
    title = _PERIOD_FIRST.sub("", title)
    return _TITLE_FRAME.sub("", title).strip("“”的")


def years_of(document: Document) -> tuple[int | None, int | None]:
    """The last year that was over when the document was made, and the last year of its period.

    >>> years_of(Document("云州市旅游业发展“十四五”规划", period="十四五"))
    (2020, 2025)
    """
    if document.period is None and (one := _ONE_YEAR.search(document.title)):
        return int(one[1]) - 1, int(one[1])
    end = period_end(document.period)
    if end is not None and document.period and document.period.startswith("十"):
        return end - 5, end
    if end is None and (named := re.findall(r"20\d\d", document.title)):
        return int(named[0]) - 1, int(named[-1])
    return (document.issued.year - 1 if document.issued else None), end


def _named_year(text: str, passage: Passage, began: int | None) -> int | None:
    """The year that a passage leaves to the next ones of its chapter."""
    marks = [m for m in year_marks(text) if not m.base]
    if passage.chapter == "goals":
        marks = [m for m in marks if began is None or m.year > began]
    elif passage.chapter == "review":
        marks = [m for m in marks if m.during]
    return marks[-1].year if marks else None


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage made compact, with the places of its sentences and years."""

    words: Compact
    passage: Passage
    starts: tuple[int, ...]
    full: tuple[int, ...]
    marks: tuple[YearMark, ...]
    aimed: int | None = None  # from where on the paragraph names its goals

    def sentence(self, at: int) -> int:
        """Where the sentence of a character begins."""
        return self.starts[bisect_right(self.starts, at) - 1]

    def whole(self, at: int) -> int:
        """Where the sentence up to a full stop, with all that semicolons part, begins."""
        return self.full[bisect_right(self.full, at) - 1]

    def aims(self, at: int, title: str) -> bool:
        """Whether what stands at a character is a goal by the words that open its paragraph."""
        if self.passage.chapter not in ("front", "work"):
            return False
        if _STATE.match(title) or (self.words.text.startswith(("-", "—")) and _STATE.match(self.words.text)):
            return True
        named = bool(_AIMS.search(title + "：")) or (self.aimed is not None and self.aimed <= at)
        return self.passage.chapter == "front" and named

    def ensures(self, at: int) -> bool:
        """Whether a full sentence before the first chapter ends in what is to be ensured: 全年新建…，确保…达到…."""
        if self.passage.chapter != "front":
            return False
        end = self.full[i] if (i := bisect_right(self.full, at)) < len(self.full) else len(self.words.text)
        return bool(_ENSURED.search(self.words.text, at, min(end, at + _SAID_LONG)))

    def said(self, at: int) -> list[YearMark]:
        """The years named before a character, the last one last."""
        return list(self.marks[: bisect_right(self.marks, at, key=lambda m: m.end)][-_YEARS_BACK:])


def _read(words: Compact, passage: Passage, topic: str, when: _When, draft: Draft) -> list[Figure | Gap]:
    marks = tuple(m for m in year_marks(words.text) if not m.base)
    starts = (0, *(m.start() for m in _SENTENCE.finditer(words.text)))
    full = (0, *(m.start() for m in _FULL_SENTENCE.finditer(words.text)))
    aims = _AIMS.search(words.text) if passage.chapter == "front" else None
    about = _Words(words, passage, starts, full, marks, aims.end() if aims else None)
    supported = incentives.spans(words.text) if passage.task is not None else ()
    found: list[Figure | Gap] = []
    for item in statements.read(words.text, topic):
        at = item.quantity.start if isinstance(item, Statement) else item.start
        i = bisect_right(supported, at, key=lambda span: span[0]) - 1
        if i >= 0 and at < supported[i][1]:
            continue
        if isinstance(item, Unread):
            found.append(Gap("unread-number", item.reason, words.span(item.start, item.end)))
        else:
            found.append(_figure(item, about, when, draft))
    return found


def _figure(item: Statement, about: _Words, when: _When, draft: Draft) -> Figure:
    text, passage = about.words.text, about.passage
    said = text[max(about.sentence(item.quantity.start), item.end - _SAID_BACK) : item.end]
    mark = _mark(item, about, when)
    goal = about.aims(item.quantity.start, when.title) or about.ensures(item.quantity.start)
    year = item.year or (mark.year if mark else None)
    kind = _kind(item, said, passage, year, when, goal)
    q = item.quantity
    span = about.words.span(brackets.trimmed(text, item.start), item.end)
    return Figure(
        kind,
        item.indicator,
        q.value,
        q.unit,
        q.comparator,
        q.maximum,
        item.year or _year(kind, item, passage, mark, when, goal=goal),
        _periodicity(item, mark, text),
        _bindingness(draft.text.folded[span.end : span.end + _REMARK_REACH]),
        "text",
        passage.task if kind == "target" and not goal else None,
        span,
    )


def _mark(item: Statement, about: _Words, when: _When) -> YearMark | None:
    """The year in force: the last one named before the number, in its sentence or opening its paragraph."""
    before = about.said(item.quantity.start)
    chapter = about.passage.chapter
    opens = about.whole(item.quantity.start)
    if before and before[-1].start >= opens and _OPENER.match(about.words.text[opens : before[-1].start]):
        return before[-1]  # 到2025年，…；…
    if before and before[-1].start >= about.sentence(item.quantity.start):
        return before[-1]
    if chapter == "review":
        since = about.words.text  # 2014年以来 says when for its own sentence only
        before = [m for m in before if when.began is None or m.year <= when.began]
        before = [m for m in before if not since.startswith("以来", m.end - 2)]
    elif chapter != "goals":
        leads = [m for m in before if _OPENER.match(about.words.text[about.sentence(m.start) : m.start])]
        before = leads if leads and leads[0].start < _OPENS else []
    return before[-1] if before else None


def _kind(  # noqa: PLR0913, PLR0917 - all that tells the tense
    item: Statement, said: str, passage: Passage, year: int | None, when: _When, aimed: bool
) -> Literal["target", "observation"]:
    """By the year where there is one, else by the chapter and the words of the sentence.

    `aimed`: the paragraph is one of goals.
    """
    told = bool(_PAST.search(said))
    if item.former or (year is not None and when.began is not None and year <= when.began):
        return "observation"
    if passage.chapter in ("review", "situation"):
        ahead = year is not None and when.end is not None and year >= when.end
        return "target" if ahead and not told else "observation"
    if passage.chapter == "front":
        ahead = year is not None and when.began is not None and year > when.began
        return "target" if (aimed or ahead or _FUTURE.search(said)) and not told else "observation"
    return "observation" if told and not _FUTURE.search(said) else "target"


def _year(  # noqa: PLR0913 - all that tells a year
    kind: str, item: Statement, passage: Passage, mark: YearMark | None, when: _When, *, goal: bool
) -> int | None:
    if item.former:
        return _own_year(item) or (mark.since if mark else None)
    if mark is not None:
        return mark.year
    if kind == "target" and (
        goal or passage.chapter == "goals" or (when.began is not None and when.end == when.began + 1)
    ):
        return when.chapter or when.end
    if kind == "observation" and passage.chapter in ("review", "situation") and when.period:
        return when.chapter or when.began
    return None


def _own_year(item: Statement) -> int | None:
    marks = list(year_marks(item.lead_in))
    return marks[-1].year if marks else None


def _periodicity(item: Statement, mark: YearMark | None, text: str) -> Periodicity | None:
    near = item.indicator + item.lead_in
    if _PER_YEAR.search(near):
        return "annual"
    clause = _CLAUSE_SIGN.split(text[max(0, item.start - _SAID_BACK) : item.quantity.start])[-1]
    reached = item.quantity.kind == "ratio" or _LEVEL.search(item.lead_in)
    if not reached and _PER_YEAR.search(clause):  # 每年培训村医200名、护士300名
        return "annual"
    counted = item.quantity.kind in ("counter", "money") and not reached
    if counted and _WITHIN_YEARS.search(text, max(0, item.start - _SAID_LONG), item.quantity.start):
        return "cumulative"
    if _IN_ALL.search(near):
        return "cumulative"
    flow = mark is not None and mark.during and not _LEVEL.search(item.lead_in)
    if item.quantity.kind == "ratio":  # “十四五”期间事故下降10%, not 较“十三五”期末增长10%
        flow = flow and not _COMPARED.search(item.indicator)
        return "cumulative" if flow and _FALLEN.search(item.indicator) else None
    return "cumulative" if flow and _FLOW.search(near) else None


def _bindingness(after: str) -> Bindingness | None:
    """Of a remark behind the number: 达到80%（约束性指标）."""
    found = _BINDING.match(after)
    if found is None:
        return None
    return "约束性" if "约束性" in found[0] else "预期性"
