"""The years that headings leave to what stands under them: 2023年工作回顾, 2026年重点任务, （三）2028年建成内环。"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guitu.extract.figures.times import left_year
from guitu.extract.structure.draft import Draft, Passage, around

# a heading that says of what year its matter reports: 2023年工作回顾, 2023年计划执行情况
_REVIEWED = re.compile(r"(20\d\d)年度?(?!前|底|以|至|到|来)[^，。；\d]{0,16}?(?:回顾|总结|情况|进展|成效|成绩|成就)")
# a heading that says for what year its matter is planned: 2026年重点任务, 落实2026年发展主要目标
_PLANNED_FOR = re.compile(
    r"(?:落实|完成|实现|确保|抓好|做好)?(20\d\d)年度?(?!前|底|以|至|到)[^，。；\d]{0,12}?(?:目标|任务|工作|计划|安排|要点|实事)"
)


@dataclass(slots=True)
class HeadingYears:
    """What the headings so far have left. `began`: the last year that was over when the document was made."""

    draft: Draft
    began: int | None
    _chapter: str | None = None
    _carried: int | None = None  # by the passages of a chapter of goals or of review, to the next ones
    _planned: dict[int, int] = field(default_factory=dict)  # for what year the heading of a section plans
    _of_section: dict[int, int] = field(default_factory=dict)  # the year that a heading of work names
    _of_task: dict[int, int] = field(default_factory=dict)

    def enter(self, passage: Passage) -> None:
        """Leave what the chapter before has carried."""
        if passage.chapter != self._chapter:
            self._chapter, self._carried = passage.chapter, None

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
