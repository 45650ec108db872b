"""The errors of the library in Chinese: each reason and remedy that it gives in English, as a pattern."""

from __future__ import annotations

import re
from functools import cache

from guitu.exports.speech import errors_asking, errors_reading
from guitu.extract.errors import GuituError

_PLACED = re.compile(r"line (\d+), column (\d+): (.+)", re.DOTALL)  # of a fault in a query


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    told = {**errors_reading.CHINESE, **errors_asking.CHINESE}
    return tuple((re.compile(pattern), chinese) for pattern, chinese in told.items())


def chinese(phrase: str) -> str:
    """A reason or remedy in Chinese; as it is where the table has none.

    >>> chinese("the file is empty"), chinese("line 1, column 6: expected [_]")
    ('文件是空的', '第 1 行第 6 列：expected [_]')
    """
    if placed := _PLACED.fullmatch(phrase):
        return f"第 {placed[1]} 行第 {placed[2]} 列：{chinese(placed[3])}"
    for pattern, template in _patterns():
        if match := pattern.fullmatch(phrase):
            return match.expand(template)
    return phrase


def told_error(error: GuituError, lang: str) -> str:
    """One line for a person: where, what, what to do."""
    if lang != "zh":
        return str(error)
    where = f"{error.where}：" if error.where else ""
    remedy = f"；{chinese(error.remedy)}" if error.remedy else ""
    return f"{where}{chinese(error.reason)}{remedy}"
