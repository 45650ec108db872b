"""The years of a document: the last that was over when it was made, the last of its period, and 今年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from guitu.extract.facts import Document
from guitu.extract.figures.years.planned_year import planned
from guitu.extract.figures.years.years import period_end
from guitu.extract.structure.draft import Draft

_ONE_YEAR = re.compile(r"(?<![\d-])(20\d\d)年度?(?!前|底|以)(?=[一-鿿])(?!至|到)")  # 云州市2024年工作要点
# 2023年计划执行情况与2024年计划草案, 2025年工作总结和2026年工作计划
_CARRIED_OUT = re.compile(r"(20\d\d)年度?[^，。；\d]{0,30}(?:(?:执行|完成)情况|工作总结)")
_WORK_REPORT = re.compile("工作报告")
# the session that a report was given to: 2024年1月15日在云州市第十届人民代表大会第四次会议上
_SESSION = re.compile(r"(20\d\d)年(\d{1,2})月\d{1,2}日\s?，?在[^，。；\n]{4,50}(?:会议|大会)上?")
_OF_NUMBER = re.compile(r"[〔\[(（](20\d\d)[〕\])）]")
_LATE = 11  # the month from which on a session looks back on its own year
_HEAD = 800  # characters of a report in which its session stands
_YEAR_OF_ROW = re.compile(r"(?<!\d)(20\d\d)(?=年|[.-]\d)")
_NAMES_YEARS = re.compile(r"20\d\d(?:年|[-—–~至到]{1,2}20\d\d)")


@dataclass(frozen=True, slots=True)
class DocumentYears:
    """`began`: the last year that was over, `end`: the last of the period, `this`: the year of 今年, where known.

    `reported`: whether a session tells them; `plans`: whether a text without chapters sets out what is planned;
    `due`: the year by which a row of a division table is to be done, by its task.
    """

    began: int | None
    end: int | None
    this: int | None = None
    reported: bool = False
    plans: bool = False
    due: Mapping[int, int] = field(default_factory=dict)


def document_years(draft: Draft) -> DocumentYears:
    """The years of a document by its session, its title, its period, or what its opening says that it plans."""
    reported = _years_of_report(draft)
    opening = planned(draft)
    began, end = reported or years_of(draft.document)
    if end is None and opening.year is not None:
        began, end = opening.year - 1, opening.year
    this = _this_year(draft.document, began, end)
    return DocumentYears(began, end, this, reported is not None, opening.plans, dict(_due(draft)))


def _due(draft: Draft) -> Iterator[tuple[int, int]]:
    """The tasks that are rows of division tables, with the one year that their column of dates names."""
    rows = [row for placed in draft.tables for row in (placed.division.rows if placed.division else ())]
    dated = {row.title: _YEAR_OF_ROW.findall(draft.text.read(row.deadline)) for row in rows if row.deadline}
    for task in draft.tasks:
        if len(named := set(dated.get(task.span, ()))) == 1:
            yield task.order, int(named.pop())


def years_of(document: Document) -> tuple[int | None, int | None]:
    """The last year that was over when the document was made, and the last year of its period.

    >>> from datetime import date
    >>> years_of(Document("云州市旅游业发展“十四五”规划", period="十四五"))
    (2020, 2025)
    >>> years_of(Document("云州市奶业“十四五”方案", period="十四五", issued=date(2023, 5, 6)))
    (2022, 2025)
    >>> years_of(Document("云州市2023年计划执行情况与2024年计划草案的报告"))
    (2023, 2024)
    """
    if done := _CARRIED_OUT.search(document.title):
        return int(done[1]), int(done[1]) + 1
    if document.period is None and (one := _ONE_YEAR.search(document.title)):
        return int(one[1]) - 1, int(one[1])
    end = period_end(document.period)
    if end is not None and document.period and document.period.startswith("十"):
        over = document.issued.year - 1 if document.issued and document.issued.year <= end else 0
        return max(end - 5, over), end
    if end is not None and document.period and (since := int(document.period[:4])) < end:
        return since - 1, end
    if end is None and _NAMES_YEARS.search(document.title):  # no number of a file that gave its name
        named = re.findall(r"20\d\d", document.title)
        return int(named[0]) - 1, int(named[-1])
    return (document.issued.year - 1 if document.issued else None), end


def _this_year(document: Document, began: int | None, end: int | None) -> int | None:
    """The year in which a document says 今年: the one that it plans for, else that of its number or its date."""
    if end is not None and began == end - 1:
        return end
    if document.number and (numbered := _OF_NUMBER.search(document.number)):
        return int(numbered[1])
    return document.issued.year if document.issued else None


def _years_of_report(draft: Draft) -> tuple[int, int] | None:
    """The year that a report of work looks back on, and the one it plans for, by its session."""
    if not _WORK_REPORT.search(draft.document.title) or re.search(r"20\d\d", draft.document.title):
        return None
    within = draft.document.extent
    given = _SESSION.search(draft.text.folded, within.start, within.start + _HEAD)
    if given is None:
        return None
    year = int(given[1]) + (int(given[2]) >= _LATE)
    return year - 1, year
