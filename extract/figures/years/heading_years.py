"""The years that headings leave to what stands under them: 2023年工作回顾, 2026年重点任务, （三）2028年建成内环。"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guitu.extract.figures.years.frames import governing
from guitu.extract.figures.years.times import left_year
from guitu.extract.structure.draft import Draft, Passage, around

# a heading that says of what year its matter reports: 2023年工作回顾, 2023年计划执行情况
_REVIEWED = re.compile(r"(20\d\d)年度?(?!前|底|以|至|到|来)[^，。；\d]{0,16}?(?:回顾|总结|情况|进展|成效|成绩|成就)")
# a heading that says for what year its matter is planned: 2026年重点任务, 落实2026年发展主要目标
_PLANNED_FOR = re.compile(
    r"(?:落实|完成|实现|确保|抓好|做好)?(20\d\d)年度?(?!前|底|以|至|到)[^，。；\d]{0,12}?(?:目标|任务|工作|计划|安排|要点|实事)"
)
# what the words behind the year that ends a paragraph set out: 力争到2030年：, 2028年要实现以下目标：
_SETS_OUT = re.compile(r"，?[^，。；\d]{0,22}：$")
# what its clause may open with; all else says whose year it is, or what for: 对标2035年目标, 省里要求2027年达到…
_OPENS = re.compile(
    r"(?:(?:[一二三四五六七八九十]{1,2}是|第[一二三]阶段|[全我本][市县区州旗](?:要|将)?|(?:力争|确保|争取|计划|预计|拟|其中)|"
    r"[-—–·•●◆■○*]+|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[）).．、]|[①-⑳])\s*)*"
)
# no aims: what one must be to be supported, what is wanting, what is only begun
_NO_AIMS = re.compile("条件|标准|要求|问题|差距|的(?:企业|单位|项目|个人)|开工")
_AIMS = re.compile("到|至|力争|争取|确保|目标|实现|完成|达到|任务")
_ITEM = re.compile(
    r"\s*(?:(?P<sign>[-—–·•●◆■○*])|(?P<open>[（(]?)(?:(?P<digits>\d{1,2})|[一二三四五六七八九十]{1,2})(?P<close>[）).．、])|"
    r"(?P<ring>[①-⑳])|(?P<so>[一二三四五六七八九十]是))"
)
# an item that says when by itself
_OWN_TIME = re.compile("每年|逐年|年均|(?:\\d|[一二两三四五六七八九十])年(?:之?内|共|累计)|年内|未来|今后|起")
_GOES_ON = ("：", "；", ";", ":")


@dataclass(slots=True)
class HeadingYears:
    """What the headings so far have left.

    `began`: the last year that was over when the document was made; `end`: the last of the plan.
    """

    draft: Draft
    began: int | None
    end: int | None  # of the plan
    _chapter: str | None = None
    _carried: int | None = None  # by the passages of a chapter of goals or of review, to the next ones
    _planned: dict[int, int] = field(default_factory=dict)  # for what year the heading of a section plans
    _of_section: dict[int, int] = field(default_factory=dict)  # the year that a heading of work names
    _of_task: dict[int, int] = field(default_factory=dict)
    _of_list: int | None = None  # what the paragraph that heads the list has named
    _open: bool = False  # whether the passage before ends so that the list goes on
    _mark: str | None = None  # how the items of the list are marked, once one has come

    def enter(self, passage: Passage, text: str) -> None:
        """Leave what the chapter before has carried, and a list that is over."""
        if passage.chapter != self._chapter:
            self._chapter, self._carried = passage.chapter, None
        mark = _mark_of(text)
        goes_on = self._mark is None or (mark == self._mark and (mark or self._open))
        if passage.heading or not goes_on:
            self._of_list = None
        self._mark = mark if self._mark is None else self._mark
        self._open = text.endswith(_GOES_ON)

    def head(self, passage: Passage, text: str) -> None:
        """Take note of the year in the compact words of a heading."""
        reviewed = _REVIEWED.match(text) if passage.chapter == "review" else None
        year = int(reviewed[1]) if reviewed else left_year(text, passage, self.began)
        if passage.section is not None and (of := _PLANNED_FOR.match(text)):
            self._planned[passage.section] = int(of[1])
        if year is None:
            return
        if passage.chapter != "work":
            self._carried = year
        sets_tasks = passage.chapter in ("work", "goals")  # “十五五”时期目标任务
        if sets_tasks and passage.section is not None and self._heads(passage, passage.section):
            self._of_section[passage.section] = year
        elif passage.chapter == "work" and passage.task is not None:
            self._of_task[passage.task] = year

    def tell(self, passage: Passage, text: str) -> None:
        """Take note of the year that the compact words of a paragraph of goals or of a review leave to the next."""
        self._carried = left_year(text, passage, self.began) or self._carried

    def open_list(self, text: str) -> None:
        """Take note of the year to come that the compact words of a paragraph set over the list behind it."""
        last = next(reversed(governing(text)), None)
        if last is None or not _SETS_OUT.match(text, last.end) or _NO_AIMS.search(text, last.end):
            return
        clause = max(text.rfind(sign, 0, last.start) for sign in "，。；") + 1
        aimed = _OPENS.fullmatch(text, clause, last.start) and _AIMS.search(text, clause)
        ahead = (self.began is None or last.year > self.began) and (self.end is None or last.year <= self.end)
        if aimed and ahead:
            self._of_list, self._mark = last.year, None

    def of_list(self, text: str) -> int | None:
        """The year that heads the list in which a passage stands, where its own words say no other time."""
        if self._of_list is None or governing(text) or _OWN_TIME.search(text):
            return None
        return self._of_list

    def over(self, passage: Passage) -> int | None:
        """The year that holds for a passage by the chapter: in work by the headings above it, never by one beside."""
        if passage.chapter != "work":
            return self._carried
        own = self._of_task.get(passage.task) if passage.task is not None else None
        return own or self._above(passage, self._of_section)

    def planned(self, passage: Passage) -> int | None:
        """The year for which the nearest heading above a passage plans."""
        return self._above(passage, self._planned)

    def _heads(self, passage: Passage, section: int) -> bool:
        """Whether a passage is the heading of its section, and no title of an item in it."""
        heading = self.draft.sections[section].span
        return heading.start <= passage.span.start < heading.end

    def _above(self, passage: Passage, years: dict[int, int]) -> int | None:
        above = around(self.draft.sections, passage.section) if years else ()
        return next((years[section.order] for section in above if section.order in years), None)


def _mark_of(text: str) -> str:
    """How an item is marked, with no regard to which it is; empty for a paragraph without a mark.

    >>> _mark_of("（1）新建车站"), _mark_of("一是新建车站"), _mark_of("—新建车站"), _mark_of("新建车站")
    ('（1）', '是', '—', '')
    """
    item = _ITEM.match(text)
    if item is None:
        return ""
    number = item["close"] and f"{item['open']}{'1' if item['digits'] else '一'}{item['close']}"
    return number or item["sign"] or ("①" if item["ring"] else "是")
