"""Targets and observations of running text: which number commits, which reports, for what year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from guitu.extract.facts import Bindingness, Document, Figure, Gap
from guitu.extract.figures import brackets
from guitu.extract.figures.clauses import response_times, statements, travel_times
from guitu.extract.figures.names import indicator_names as names
from guitu.extract.figures.names import trades, works_named
from guitu.extract.figures.names.ellipsis import TRADE
from guitu.extract.figures.names.indicator_names import MAY_NAME_YEAR
from guitu.extract.figures.numbers.compact import Compact, compact
from guitu.extract.figures.numbers.quantities import quantities
from guitu.extract.figures.numbers.stated import MAY_COUNT, Statement, Unread
from guitu.extract.figures.roles.conditions import Conditions
from guitu.extract.figures.roles.number_roles import may_be_figure
from guitu.extract.figures.support import awards, incentives
from guitu.extract.figures.years.document_years import DocumentYears, document_years
from guitu.extract.figures.years.heading_years import HeadingYears
from guitu.extract.figures.years.times import Times, When, periodicity, with_whole
from guitu.extract.figures.years.years import YearMark, remarked
from guitu.extract.structure.draft import Draft, Passage, around
from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.structure.tasks.captions import says_units
from guitu.extract.text import Span

# what a title says besides its subject: 云州市旅游业发展“十四五”规划 -> 旅游业
_TITLE_FRAME = re.compile(
    r"^[^《》]{0,30}关于(?:做好|抓好|促进|推动|推进|加快|支持|深化|实施|开展|进一步|加强)*|^.{0,12}?(?:省|市|县|区|州|盟|旗)(?=[^市县区]{2})(?:关于|促进|推动|推进|加快|支持|深化|实施|开展)*|"
    r"(?:高质量|专项|健康|创新|事业|中长期|总体|十年|三年)*(?:发展)?(?:“?十[一二三四五六七]五”?|[（“]?20\d\d).*$|"
    r"(?:高质量|专项|健康|创新|事业|中长期|促进|总体|实施|指导|三年|五年|十年|发展)*(?:的)?(?:若干)?(?:规划|计划|行动|方案|措施|意见|办法|政策|纲要).*$"
)
_YEARS_AHEAD = re.compile(r"(?:今后|未来)[二三四五六七八九十两\d]{1,2}年")
# in a chapter on how things stand, what comes about by itself: 老年人口将超过20万人
_WILL_BE = re.compile("(?:老年|老龄|人口|老人|需求量?|缺口|岁及?以上)[^，。；]{0,8}将")
_AIMED = re.compile("力争|争取|确保|目标|实现|完成|努力|新增|建成")
_REPORT = re.compile("工作报告|执行情况|工作要点|为民实事|重点工作")  # they speak of everything
_PERIOD_FIRST = re.compile("^“?十[一二三四五六七]五”?(?:时期)?(?:促进|推动|推进|支持|加快)?")
# what a place is like, not what a period brought about
_CONDITIONS = re.compile(r"基本情况|概况|自然|区位|地理|资源条件|资源量|气候|分区|区划|区域布局|区域特点")
_OF_PERIOD = re.compile(r"回顾|成就|成效|成绩|进展|十[一二三四五六七]五|20\d\d")
_BINDING = re.compile(r"[^，。；（\n]{0,6}[（〔][^，。；（）\n]{0,12}(?:约束性|预期性)")
# 全市新建学校12所, 2027年6月底前更换管网30公里
_ALL_AHEAD = re.compile(
    r"^(?:[到至]?20\d\d年(?:\d{1,2}月)?[底末份]?前?，?)?(?:[全我本][国省市县区州](?=[一-鿿]))?(?:力争|争取|确保)?"
)
_INVESTS = re.compile(r"投资\d")
_SEVERAL_FIELDS = re.compile("[和与及、]")  # of which of them a task speaks, its own words say
_LONGEST_TOPIC = 20  # characters; a longer one is a headline
_TITLE_GAP = 4  # characters between a run-in title and what it opens
# notes on a table: how its figures were taken; the first may close the paragraph of the table
_NOTE = re.compile(r"(?:^\s*[（(]?|[。；\s性数])(?:注|备注)\d{0,2}[:：]\s?(?:1[.．、])?")
# 说明：统计范围为16个街道, 指标解释：…, ※不含2个园区: how figures are to be understood
_EXPLAINS = re.compile(
    r"\s*[（(]?(?:(?:指标|填表|统计|数据|编制|表格|名词|有关)?(?:说明|解释|附注|口径)|统计范围|(?:计算|统计|测算)(?:方法|公式|依据)|"
    r"[数资][据料]来源)\d?[:：]|\s*[*＊※]{1,3}\s?(?:数据|指标|该|此|本表|表中|不?[包]?含|按|口径|带)"
)
_ATTRIBUTE = re.compile("[\\d—%〕-](?:约束|预期)性")  # 76.7>80-约束性: cells of a table run together
_CROWDED = 3
_NEXT_NOTE = re.compile(r"\s*(?:[（(]?\d{1,2}[)）.．、]|[①-⑳]|[a-z]\.)")
_STOP = re.compile("[，。；：]")
_REACHES = re.compile(
    r"(?:增长|下降|提高|提升|降低|减少|达到?|控制在|超过|突破|保持在|稳定在|新增|不低于|不高于|以内|完成投资|投资|收入|总额|增加值|[率额量])"
    r"[^，。；\d]{0,4}\d[^，。；]{0,12}(?:、[^，。；\d]{2,20})?$"
)  # 固定资产投资增长10%以上、增速高于全国
_LABEL = 10  # characters of a paragraph in which it says that it explains
_LINE_AHEAD = 40  # characters before a passage in which its number and 注 stand
_REMARK_REACH = 30  # characters behind a number in which a remark on it opens


def find(draft: Draft) -> tuple[tuple[Figure, ...], tuple[Gap, ...]]:
    """Every figure of the running text, and a gap for each number that looked like one and was not read."""
    figures: list[Figure] = []
    gaps: list[Gap] = []
    topic = topic_of_title(draft.document)
    topic = topic if TRADE.search(topic) else ""  # a trade has sales and staff; of another topic nobody says what
    years = document_years(draft)
    headings = HeadingYears(draft, years.began, years.end)
    opened = Span(0, 0)
    noted = False
    asked = Conditions(draft)
    cells = _cells(draft)
    for passage in draft.passages:
        text = draft.read(passage)
        headings.enter(passage, text)
        opened = passage.span if passage.heading else opened
        if "性" in text and (lost := _lost_table(text)):
            gaps.append(Gap("unread-table", lost, passage.span))
            noted = "注：" in text
            continue
        noted = _is_note(draft, passage, text, goes_on=noted)
        names_year = (passage.heading or passage.chapter in ("goals", "review")) and MAY_NAME_YEAR.search(text)
        acts = years.plans and names.ACTION_AHEAD.match(text)
        named = passage.chapter == "front" and not acts and not _STOP.search(text)  # a title, whatever it counts
        counts = (
            MAY_COUNT.search(text) and not noted and not named and not (passage.heading and not _commits(passage, text))
        )
        listed = asked.lists(passage, text)
        counts = counts and not (listed or asked.head(passage) or says_units(text))
        title = passage.heading and passage.task is not None and not counts and MAY_COUNT.search(text)
        heads_list = not passage.heading and text.endswith("：") and MAY_NAME_YEAR.search(text)
        if not counts and not names_year and not title and not heads_list:
            continue
        words = compact(text, passage.span.start)
        if title:
            gaps += _unread_title(words)
        if passage.heading and names_year:
            headings.head(passage, words.text)
        if counts:
            when = _when(passage, draft, years, headings, opened)
            about = "" if passage.chapter == "work" and _SEVERAL_FIELDS.search(topic) else topic
            said = _read(words, passage, about, when, draft, _remarked(text, words, passage))
            told = [item for item in said if isinstance(item, Figure)]
            of_table = _is_in(cells, passage.span.start)
            for found in (*said, *brackets.find(draft, passage, told)):
                if isinstance(found, Figure):
                    figures.append(replace(found, source="table") if of_table else found)
                else:
                    gaps.append(found)
        if names_year and passage.chapter in ("goals", "review"):
            headings.tell(passage, words.text)
        if heads_list:
            headings.open_list(words.text)
    return tuple(figures), tuple(gaps)


def _cells(draft: Draft) -> list[Span]:
    """The cells with words that are one of several in their row: what a table tells in words of its own."""
    rows = (row for placed in draft.tables for row in placed.table.rows if len(set(row)) > 1)
    return sorted({cell.span for row in rows for cell in row if len(cell.span)}, key=lambda span: span.start)


def _is_in(cells: Sequence[Span], at: int) -> bool:
    """Whether one of the cells, sorted by where they start, holds a place."""
    i = bisect_right(cells, at, key=lambda span: span.start) - 1
    return i >= 0 and at < cells[i].end


def _lost_table(text: str) -> str | None:
    """Why a paragraph that is a table of indicators, or one row of it, run together is not read."""
    if len(_ATTRIBUTE.findall(text)) >= _CROWDED:
        return "一张指标表挤在一行里，分不清各格，没有读出"
    return "指标表的一行没有读成表格" if "。" not in text and _ATTRIBUTE.search(text) else None


def _when(passage: Passage, draft: Draft, years: DocumentYears, headings: HeadingYears, opened: Span) -> When:
    last = None if years.reported and _is_ahead(passage, draft) else years.end
    period, title = _on_period(passage, draft), _titled(passage, opened, draft)
    above = headings.planned(passage)
    if passage.task is not None:
        above = years.due.get(passage.task, above)
    of_list = headings.of_list(draft.read(passage))
    above = of_list or above
    return When(of_list or headings.over(passage), last, years.began, period, title, above, years.plans, years.this)


def _is_note(draft: Draft, passage: Passage, text: str, *, goes_on: bool) -> bool:
    """Whether a passage is a note (注：1.…) or, where one goes on, the next of its list (2.…)."""
    start = passage.span.start
    near = draft.text.folded[max(0, start - _LINE_AHEAD) : start]
    above, _, ahead = near.rpartition("\n")
    if _EXPLAINS.match(ahead + text[:_LABEL]):
        return True
    if not (goes_on or "注" in near or "注" in text[:2]):
        return False
    if above.endswith("注："):
        return True
    if "注" in ahead or text.startswith(("注", "（注", "备注")):
        return bool(_NOTE.search(ahead + text[:4]))
    return goes_on and bool(_NEXT_NOTE.match(ahead + text[:4]))


def _commits(heading: Passage, words: str) -> bool:
    """Whether the title of a task says what is done and may say how much: 新建学校12所; not 五个新城, 服务方面4项."""
    if heading.chapter == "goals" or heading.task is not None:
        said = _ALL_AHEAD.sub("", words)
        acts = is_action(said) or names.ACTION_AHEAD.match(said) or _INVESTS.match(said)
        return bool(heading.chapter == "work" and acts) or bool(_REACHES.search(words))
    return False


def _unread_title(words: Compact) -> Iterator[Gap]:
    """The numbers of the title of a task that does not say what is done; 服务方面4项 counts what follows."""
    for q in quantities(words.text):
        counts = names.NO_THINGS.match(words.text[q.trail :]) or words.text[max(0, q.start - 1) : q.start] in (
            "第",
            "面",
        )
        if may_be_figure(q) and not counts and not words.text.startswith("才", q.end):  # 121人才工程
            yield Gap("unread-number", "标题里的数值没有读成指标", words.span(q.lead, q.trail))


def _titled(passage: Passage, opened: Span, draft: Draft) -> str:
    if passage.task is not None:
        return draft.tasks[passage.task].title
    return draft.text.read(opened) if 0 < passage.span.start - opened.end < _TITLE_GAP else ""


def _is_ahead(passage: Passage, draft: Draft) -> bool:
    """Whether a heading above a passage speaks of several years to come: 今后五年的主要目标."""
    return any(_YEARS_AHEAD.search(section.title) for section in around(draft.sections, passage.section))


def _on_period(passage: Passage, draft: Draft) -> bool:
    """Whether the headings above a passage speak of a period, not of the conditions of a place."""
    titles = [section.title for section in around(draft.sections, passage.section)]
    told = any(map(_of_period, titles))
    return told if passage.chapter == "situation" else told or not any(map(_of_conditions, titles))


@lru_cache(maxsize=64)  # the headings above a passage are those above the next
def _of_period(title: str) -> bool:
    return _OF_PERIOD.search(title) is not None


@lru_cache(maxsize=64)
def _of_conditions(title: str) -> bool:
    return _CONDITIONS.search(title) is not None


def topic_of_title(document: Document) -> str:
    """Whose measures a document speaks of.

    >>> topic_of_title(Document("云州市文化和旅游业发展“十四五”规划"))
    '文化和旅游业'
    """
    title = document.title.split("关于印发")[-1].strip("《》")
    if _REPORT.search(title):
        return ""
    if document.jurisdiction:
        title = title.removeprefix(document.jurisdiction)
    title = _PERIOD_FIRST.sub("", title)
    topic = _TITLE_FRAME.sub("", title).strip("“”的")
    return topic if len(topic) <= _LONGEST_TOPIC else ""


def _place(item: Statement | Unread, words: Compact) -> Span:
    """Where the number of a statement stands, with its comparators; or what was not read."""
    if isinstance(item, Unread):
        return words.span(item.start, item.end)
    return words.span(item.quantity.lead, item.quantity.trail)


def _remarked(text: str, words: Compact, passage: Passage) -> tuple[YearMark, ...]:
    """The years that remarks give to a span of time, at their places in the compact passage."""
    if "（" not in text or "20" not in text:
        return ()
    found = ((words.index(passage.span.start + at), mark) for at, mark in remarked(text))
    return tuple(replace(mark, start=at, end=at) for at, mark in found)


def _read(  # noqa: PLR0913, PLR0917 - the passage with what is known of its time
    words: Compact, passage: Passage, topic: str, when: When, draft: Draft, remarks: tuple[YearMark, ...] = ()
) -> list[Figure | Gap]:
    found: list[Figure | Gap] = []
    times_set = (*response_times.read(words.text, when.title), *travel_times.read(words.text))
    trade = trades.of_title(when.title)
    works = works_named.of_title(when.title)
    stated = [*statements.read(words.text, "" if trade else topic, trade, works), *times_set]
    if not stated:
        return found
    times = Times(words.text, passage, when, remarks)
    gives = passage.task is not None or passage.chapter in ("work", "front")
    supported = incentives.spans(words.text) if gives else ()
    planned = False  # whether the number before counts what is planned
    wholes: dict[tuple[str, str], Figure] = {}
    for item in stated:
        at = item.quantity.start if isinstance(item, Statement) else item.start
        i = bisect_right(supported, at, key=lambda span: span[0]) - 1
        if i >= 0 and at < supported[i][1]:
            planned = awards.planned(item, words.text, goes_on=planned)
            if not planned:
                if passage.task is None:  # support that no task gives: 单个企业年度最高资助500万元
                    found.append(Gap("unread-number", "支持的金额没有对应的任务", _place(item, words)))
                continue
        else:
            planned = isinstance(item, Statement) and awards.plans(item.lead_in)
        if isinstance(item, Unread):
            found.append(Gap("unread-number", item.reason, _place(item, words)))
        else:
            made = _figure(item, words, times, draft)
            made = with_whole(made, wholes, draft.text)
            if made.kind == "target" and _comes_about(item, words.text, passage):
                found.append(Gap("unread-number", "预测的数值没有读成指标", _place(item, words)))
            elif supported and awards.bounds(item, words.text, supported):
                found.append(Gap("unread-number", "条件或支持里的数值没有读成指标", _place(item, words)))
            elif (
                (made.kind == "target" or item.former) and passage.chapter != "goals" and awards.given(item, words.text)
            ):
                found.append(Gap("unread-number", "支持的金额没有读出", _place(item, words)))
            else:
                found.append(made)
    return found


def _comes_about(item: Statement, text: str, passage: Passage) -> bool:
    """Whether a number tells what comes about by itself, in a chapter on how things stand."""
    if passage.chapter not in ("situation", "review") or passage.task is not None:
        return False
    start = max(text.rfind(sign, 0, item.quantity.start) for sign in "。；") + 1
    said = text[start : item.quantity.start]
    return bool(_WILL_BE.search(said)) and not _AIMED.search(said)


def _figure(item: Statement, words: Compact, times: Times, draft: Draft) -> Figure:
    mark = times.mark(item)
    goal = times.is_goal(item.quantity.start)
    kind = times.kind(item, item.year or (mark.year if mark else None), goal=goal)
    q = item.quantity
    span = words.span(brackets.trimmed(words.text, item.start), item.end)
    said = draft.text.folded[span.start : span.end]
    return Figure(
        kind,
        brackets.restored(item.indicator, said) if "（" in said else item.indicator,
        q.value,
        q.unit,
        q.comparator,
        q.maximum,
        item.year or times.year(kind, item, mark, goal=goal),
        periodicity(item, mark, words.text),
        _bindingness(draft.text.folded[span.end : span.end + _REMARK_REACH]),
        "text",
        times.passage.task if kind == "target" and not goal else None,
        span,
    )


def _bindingness(after: str) -> Bindingness | None:
    """Of a remark behind the number: 达到80%（约束性指标）."""
    found = _BINDING.match(after)
    if found is None:
        return None
    return "约束性" if "约束性" in found[0] else "预期性"
