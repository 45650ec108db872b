"""Dates as documents write them, and from when until when a document says that it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from guitu.extract.words.numbering import HAN, integer

_ZERO = "〇○◯零0OoОо"  # what stands for it in 二〇一六: two circles, and the letter O of two alphabets
_YEAR = rf"(?:(?:19|20)\d\d|[二一][{_ZERO}一二三四五六七八九]{{3}})"
_NUMBER = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"
DATE = re.compile(
    rf"({_YEAR}) ?年 ?({_NUMBER}) ?月 ?({_NUMBER}) ?日|((?:19|20)\d\d)-(\d\d?)-(\d\d?)"  # 2024年3月1日, 2024-03-01
)
_START = re.compile(rf"自 ?({DATE.pattern}) ?起?(?:开始)?(?:正式)?(?:施行|实施|实行|执行|生效|试行)")
_UNTIL = re.compile(
    rf"有效期(?:限)?(?:截?至|到|为?自.{{4,20}}?至) ?({DATE.pattern})"
    rf"|(?:至|到) ?({DATE.pattern}) ?(?:止|有效|失效|废止|终止)"
    rf"|(?:执行|实施|施行)(?:期限)?至 ?({DATE.pattern})"
)
_FROM_TO = re.compile(rf"自 ?(?P<start>{DATE.pattern}) ?(?:起)?至 ?(?P<end>{DATE.pattern})")
_YEARS = re.compile(rf"有效期(?:限)?(?:为)? ?(\d{{1,2}}|[{HAN}两]{{1,2}}) ?年")
_OWN = re.compile(
    r"本(?:措施|办法|意见|规划|方案|计划|政策|规定|细则|条例|通知|文件|行动|决定|公告|通告|要点"
    r"|纲要|指引|规程|章程|制度|实施|若干|工作)|有效期|现予?公布"
)
# 2025.2.8, 2025/2/8, 20250208: the value of a label
_TERSE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:[./](?=\d{1,2}[./])|(?=\d{4}(?!\d)))(\d{1,2})[./]?(\d{1,2})(?!\d)")
# 2017年8月21日 whose signs a site has lost, behind the name that signs: 云州市人民政府 2017821
RUN_TOGETHER = re.compile(r"(?<=[\u4e00-\u9fff])(?:19|20)\d{5,6}$|(?<=[\u4e00-\u9fff] )(?:19|20)\d{5,6}$")
_LONGEST = 160  # of a sentence on validity


def day(text: str) -> date | None:
    """The first date of a text; None for none, or for one that no calendar has.

    >>> day("自2024年3月1日起"), day("二〇二一年九月十日"), day("2024年2月31日")
    (datetime.date(2024, 3, 1), datetime.date(2021, 9, 10), None)
    """
    match = DATE.search(text)
    if not match:
        return None
    year, month, number = (match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6])
    try:
        return date(
            integer(re.sub(f"[{_ZERO}]", "0" if year.isdigit() else "〇", year)), integer(month), integer(number)
        )
    except ValueError:
        return None


def day_told(value: str) -> date | None:
    """The first date of the value of a label, where days are also written with stops or without any sign.

    >>> day_told("20250208"), day_told("2024/3/5 10:22"), day_told("2024.12.1"), day_told("12345678")
    (datetime.date(2025, 2, 8), datetime.date(2024, 3, 5), datetime.date(2024, 12, 1), None)
    """
    if found := day(value):
        return found
    match = _TERSE.search(value)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def day_run_together(digits: str) -> date | None:
    """The day that digits without signs write, where they can be read in one way only.

    >>> day_run_together("2017821"), day_run_together("2017111"), day_run_together("20171121")
    (datetime.date(2017, 8, 21), None, datetime.date(2017, 11, 21))
    """
    year, rest = digits[:4], digits[4:]
    cuts = [(rest[:at], rest[at:]) for at in (1, 2) if 1 <= len(rest) - at <= 2]
    plain = [(month, number) for month, number in cuts if len(rest) > 3 or "0" not in (month[0], number[0])]
    found = [one for month, number in plain if (one := day(f"{year}-{month}-{number}"))]
    return found[0] if len(found) == 1 else None


def speaks_of_itself(words: str) -> bool:
    """Whether words speak of the document that they stand in, or of how long one holds: 本办法, 有效期."""
    return _OWN.search(words) is not None


def validity(sentences: Iterable[str]) -> tuple[date | None, date | None]:
    """From and until, where sentences on the document itself give days; years of validity count from the start.

    >>> validity(["本办法自2023年5月1日起施行，有效期5年"])
    (datetime.date(2023, 5, 1), datetime.date(2028, 4, 30))
    """
    start = end = None
    for sentence in sentences:
        if len(sentence) > _LONGEST or not _OWN.search(sentence):
            continue
        if both := _FROM_TO.search(sentence):
            return day(both["start"]), day(both["end"])
        if match := _START.search(sentence):
            start = day(match[1])
        if match := _UNTIL.search(sentence):
            end = day(match[0][match[0].rfind("至") + 1 :])
        elif start and (match := _YEARS.search(sentence)):
            years = integer(match[1])
            end = _years_later(start, years) - timedelta(days=1)
    return start, end


def _years_later(start: date, years: int) -> date:
    """The same day, of which a year without 29 February has none."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)
