"""When a deadline ends: the words of a document as years, and as a day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from guitu.ontology.terms import PLAN_PERIODS

_RANGE = re.compile(r"(?:19|20)\d\d年?(?:[—–~～-]{1,2}|至|到)(?=(?:19|20)\d\d)")  # 2023—2025年 ends in 2025
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERIOD = re.compile(rf"{'|'.join(sorted(PLAN_PERIODS, key=len, reverse=True))}")  # “十四五”末
_OWN_END = re.compile(r"规划(?:期|实施期)|期末")  # 规划期末, of the plan that says so
_BEFORE, _LENGTH = 1955, 5  # 一五 ended in 1957, 十五 in 2005; those before 六五 are not reckoned with
_BEGUN = re.compile(r"起$|开始|启动|以后|之后")  # from then on, not until then
_DAY = re.compile(r"(?P<year>\d{4})(?:年|[.\-/])(?P<month>\d{1,2})(?:月|[.\-/])(?P<day>\d{1,2})(?:日|(?!\d))")
_MONTH = re.compile(r"\d{4}(?:年|[.\-/])(?:\d{1,2}[—–~～至-]{1,2})?(?P<month>\d{1,2})(?:月|(?![\d.月年]))")
_PARTS = {
    "上半年": 6, "下半年": 12, "第一季度": 3, "一季度": 3, "第二季度": 6, "二季度": 6, "第三季度": 9, "三季度": 9,
    "第四季度": 12, "四季度": 12, "年底": 12, "年末": 12, "年内": 12,
}  # fmt: skip
_POINT = re.compile(r"[月底末季内]|\d日")  # of which several end at several days: 2025年6月底前、12月底前
_WHOLE = re.compile(r"\d{4}年?(?:前|以前|之前)?")


def years(deadline: str, period: str | None = None) -> set[int]:
    """The years that a deadline ends in. `period`: that of the document, for 规划期末.

    >>> sorted(years("2024、2025年底前")), years("2023—2025年"), years("“十四五”末"), years("长期坚持")
    ([2024, 2025], {2025}, {2025}, set())
    """
    found = {int(year) for year in _YEAR.findall(_RANGE.sub("", deadline))}
    found |= {_end(name) for name in _PERIOD.findall(deadline)}
    if not found and period and _OWN_END.search(deadline):
        found.add(_end(period))
    return found


def _end(period: str) -> int:
    return _BEFORE + _LENGTH * (list(PLAN_PERIODS).index(period) + 1)


def last_day(deadline: str) -> date | None:
    """The last day of a deadline that names its year and what of the year ends; None for others.

    >>> last_day("2025年6月底前"), last_day("2026.6.30"), last_day("2025年三季度"), last_day("2025年底前完成")
    (datetime.date(2025, 6, 30), datetime.date(2026, 6, 30), datetime.date(2025, 9, 30), datetime.date(2025, 12, 31))
    >>> last_day("2024、2025年底前"), last_day("2025年前"), last_day("2026年1月起"), last_day("长期坚持")
    (None, None, None, None)
    >>> last_day("2025年6月底前、12月底前"), last_day("2025年6月底前、持续推进")
    (None, datetime.date(2025, 6, 30))
    """
    found = years(deadline)
    if len(found) != 1 or _BEGUN.search(deadline) or sum(map(bool, map(_POINT.search, deadline.split("、")))) > 1:
        return None
    year = found.pop()
    days = _DAY.findall(deadline)
    if len(days) == 1 and int(days[0][0]) == year:
        return _day(year, int(days[0][1]), int(days[0][2]))
    months = _MONTH.findall(deadline) if not days else ()
    if len(months) == 1:
        return _day(year, int(months[0]))
    parts = {month for word, month in _PARTS.items() if word in deadline}
    return _day(year, parts.pop()) if not months and len(parts) == 1 else None


def _day(year: int, month: int, day: int | None = None) -> date | None:
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None  # 2025年13月
