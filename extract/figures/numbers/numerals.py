"""The value of a number in Chinese numerals, or in both kinds: 三亿五千万, 十五点八万, 2万3千亿, 两三百, 廿."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

HAN = "一二两三四五六七八九十百千万亿〇零廿卅"
_DIGITS = {c: Decimal(i) for i, c in enumerate("一二三四五六七八九", 1)} | {"两": Decimal(2)}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
_BIG = {"万": 10**4, "亿": 10**8}
_TOKEN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|.")
_SCALE = re.compile("(?:万亿|[万亿])$")
# 两三, 三五百, 七八十万, 十七八: about
_ABOUT = re.compile(
    "(?P<head>(?:.*十)?)(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])(?P<tail>[十百千]?[万亿]{0,2})"
)
_NO_UNIT = 10**17


class Numeral(NamedTuple):
    """A number as it counts: `value` times the `scale` ("", 万, 亿, 万亿) that it ends with; `maximum` of 两三百."""

    value: Decimal
    scale: str = ""
    maximum: Decimal | None = None


def numeral(written: str) -> Numeral | None:
    """What a numeral says, None where it is not well formed.

    >>> numeral("三亿五千万"), numeral("一万五千亿").value, numeral("2万3千亿").value, numeral("3万4000").value
    (Numeral(value=Decimal('35000'), scale='万', maximum=None), Decimal('15000'), Decimal('23000'), Decimal('34000'))
    >>> numeral("十五点八万"), numeral("两三百").maximum, numeral("十四五五")
    (Numeral(value=Decimal('15.8'), scale='万', maximum=None), Decimal('300'), None)
    """
    if (about := _ABOUT.fullmatch(written)) and _next_to(about["low"], about["high"]):
        low, high = (numeral(about["head"] + about[key] + about["tail"]) for key in ("low", "high"))
        return Numeral(low.value, low.scale, high.value) if low and high else None
    whole, point, parts = written.partition("点")
    if point:
        digits = parts.rstrip("百千万亿")
        factor = _value(parts[len(digits) :]) if len(digits) < len(parts) else Decimal(1)
        first = _value(whole)
        if first is None or factor is None or not digits:
            return None
        after = "".join("0" if c in "零〇" else str(_DIGITS.get(c, "")) for c in digits)
        value: Decimal | None = (first + Decimal(f"0.{after}")) * factor if len(after) == len(digits) else None
    else:
        value = _value(written)
    if value is None:
        return None
    scale = found[0] if (found := _SCALE.search(written)) else ""
    return Numeral(value / _scaled(scale), scale)


def _next_to(low: str, high: str) -> bool:
    return _DIGITS[high] - _DIGITS[low] == 1 or low + high == "三五"


def _scaled(scale: str) -> int:
    return {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]


def _value(written: str) -> Decimal | None:  # noqa: PLR0911, PLR0912 - one branch for each kind of sign
    """By sections of ten thousand: each a sum of digits with 千, 百, 十 that grow smaller."""
    total, section, digit = Decimal(0), Decimal(0), None
    last, last_big, before, zero = _NO_UNIT, _NO_UNIT, "", False
    for token in _TOKEN.findall(written):
        if token in "零〇":
            if digit is not None or zero or not before:
                return None
            zero = True
            continue
        if token in _DIGITS or token[0].isdigit():
            if digit is not None:
                return None
            digit = _DIGITS[token] if token in _DIGITS else Decimal(token.replace(",", ""))
        elif unit := _SMALL.get(token):
            if unit >= last or (digit is None and (section or zero)):
                return None
            section, digit, last = section + (digit or 1) * unit, None, unit
        elif tens := _TENS.get(token):
            if digit is not None or last <= 10:
                return None
            section, last = section + tens, 10
        elif big := _BIG.get(token):
            section, digit = section + (digit or 0), None
            if not section and not total:
                section = Decimal(1)
            if token == "万" and (last_big <= big or not section):
                return None
            total = (total + section) * big if token == "亿" else total + section * big
            section, last, last_big = Decimal(0), _NO_UNIT, big
        else:
            return None
        before, zero = token, zero and digit is not None
    if digit is not None and before.isdigit() and len(before) < 3 and total and before != "0":
        return None  # 3万5: nobody knows of what
    if digit is not None and not zero and last != 10 and not before.isdigit() and (unit := _before_last(written)):
        digit = digit * unit / 10  # 三万五, 两千三
    return total + section + (digit or 0)


def _before_last(written: str) -> int | None:
    """The unit before the last digit, of which the digit counts tenths."""
    sign = written[-2:-1]
    return _SMALL.get(sign) or _BIG.get(sign)
