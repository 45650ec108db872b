"""Numbers of a spreadsheet as the office sees them: percentages, fixed places, dates, words around the number."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

GENERAL = "General"
# what the numbers of built-in formats mean in a Chinese office; 27 to 36 and 50 to 58 are its dates
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 14: "yyyy-mm-dd", 15: "yyyy-mm-dd", 16: 'm"月"d"日"', 17: 'yyyy"年"m"月"', 18: "h:mm", 19: "h:mm",
    20: "h:mm", 21: "h:mm", 22: "yyyy-mm-dd h:mm", 30: "yyyy-mm-dd", 32: "h:mm", 33: "h:mm", 34: "h:mm", 35: "h:mm",
    45: "h:mm", 46: "h:mm", 47: "h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'), **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    31: 'yyyy"年"m"月"d"日"',
}  # fmt: skip
_LONGEST = 40  # characters of a number
_LARGEST = 18  # digits before the point
_DIGITS = 11  # what General shows
_MARKED = re.compile(r"\[\$([^\]-]{0,9})[^\]]{0,20}\]|\[[^\]]{0,30}\]|_.|\*.")  # [$¥-804], [Red], _), *-
_LITERAL = re.compile(r'"([^"]{0,99})"|\\(.)')
_PLACES = re.compile(r"[#0?,]*(?:\.([0#?]*))?")
_SIGNS = "yYmMdDhHsS"


@lru_cache(maxsize=4096)
def shown(number: str, code: str, *, from_1904: bool = False) -> str:
    """A number as its format shows it; what is no number stays as it is. `from_1904`: how the workbook counts days.

    >>> shown("1.0", "General"), shown("0.125", "0.0%"), shown("12345.678", "#,##0.00"), shown("3", '0"项"')
    ('1', '12.5%', '12,345.68', '3项')
    >>> shown("45838", "yyyy-mm-dd"), shown("45838", 'yyyy"年"m"月"'), shown("45838", "yyyy")
    ('2025-06-30', '2025年6月', '2025年')
    """
    try:
        value = Decimal(number) if len(number) <= _LONGEST else None
    except InvalidOperation:
        value = None
    if value is None or not value.is_finite() or value.adjusted() >= _LARGEST:
        return number
    section = _section(code, value)
    return _day(value, section, from_1904) if is_date(section) else _number(value, section)


def is_date(code: str) -> bool:
    """Whether a format shows a day, a month or a time.

    >>> is_date("yyyy/m/d"), is_date('0"亩"'), is_date("[Red]0.0")
    (True, False, False)
    """
    bare = _LITERAL.sub("", _MARKED.sub("", code))
    return any(sign in bare for sign in _SIGNS) and bare.strip().lower() != "general"


def _section(code: str, value: Decimal) -> str:
    """The part of a format for the sign of a number: 0.0;(0.0);-."""
    parts = code.split(";")
    if value < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if not value and len(parts) > 2 else parts[0]


# ---- days ----


def _day(value: Decimal, code: str, from_1904: bool) -> str:
    try:
        start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)
        moment = start + timedelta(minutes=round(value * 1440))
    except OverflowError:
        return _number(value, GENERAL)
    bare = _LITERAL.sub("", _MARKED.sub("", code)).lower()
    year, day, hour = "y" in bare, "d" in bare, "h" in bare
    month = "m" in bare and (not hour or year or day)
    words = _said(moment.date(), year, month, day, chinese="年" in code or "月" in code)
    return " ".join(part for part in (words, f"{moment.hour}:{moment.minute:02}" if hour else "") if part)


def _said(moment: date, year: bool, month: bool, day: bool, *, chinese: bool) -> str:
    if year and month and day and not chinese:
        return moment.isoformat()
    said = ((year, f"{moment.year}年"), (month, f"{moment.month}月"), (day, f"{moment.day}日"))
    return "".join(words for told, words in said if told)


# ---- numbers ----


def _number(value: Decimal, code: str) -> str:
    code = _MARKED.sub(lambda mark: f'"{mark[1]}"' if mark[1] else "", code)
    if not code.strip() or code.strip().lower() in ("general", "@") or "/" in code or "E" in code:
        return _plain(value)
    pieces = [(match[1] or match[2] or "") if (match := _LITERAL.fullmatch(part)) else part for part in _cut(code)]
    at = next((i for i, part in enumerate(_cut(code)) if not _LITERAL.fullmatch(part) and re.search("[0#?]", part)), -1)
    if at < 0:
        return "".join(pieces) if any(pieces) else _plain(value)
    places = next(found for found in _PLACES.finditer(pieces[at]) if re.search("[0#?]", found[0]))
    core = places[0]
    scaled = abs(value) if ";" in code else value
    scaled = scaled * 100 if "%" in code else scaled
    thousands = len(core) - len(core.rstrip(","))
    scaled = scaled.scaleb(-3 * thousands) if thousands else scaled
    written = _fixed(scaled, (places[1] or "").rstrip(","), grouped="," in core.rstrip(","))
    pieces[at] = pieces[at][: places.start()] + written + pieces[at][places.end() :]
    return "".join(pieces).strip()


def _cut(code: str) -> list[str]:
    """A format as literals and what lies between them."""
    parts: list[str] = []
    at = 0
    for match in _LITERAL.finditer(code):
        parts += [code[at : match.start()], match[0]]
        at = match.end()
    return [*parts, code[at:]]


def _fixed(value: Decimal, places: str, *, grouped: bool) -> str:
    """`places`: 0 for a digit that is always shown, # for one that may be left out."""
    rounded = value.quantize(Decimal(1).scaleb(-min(len(places), 12)), ROUND_HALF_UP)
    written = f"{rounded:,f}" if grouped else f"{rounded:f}"
    whole, _, part = written.partition(".")
    part = part[: len(places.rstrip("#?"))] + part[len(places.rstrip("#?")) :].rstrip("0")
    return f"{whole}.{part}" if part else whole


def _plain(value: Decimal) -> str:
    """As General shows it: 1.0 is 1, and 0.30000000000000004 is 0.3."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}"
    short = Decimal(f"{value:.{_DIGITS}g}")
    return f"{short.normalize():f}" if short.adjusted() > -_DIGITS else "0"
