"""A target as a person writes it: 35, ≥35公里, 35—40公里（2027年）, 管网长度≥35公里（2027年）."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_SIGNS = {
    "≥": ">=", ">=": ">=", "不低于": ">=", "不少于": ">=", "达到": ">=", "＞": ">", ">": ">", "超过": ">",
    "≤": "<=", "<=": "<=", "不高于": "<=", "不超过": "<=", "＜": "<", "<": "<", "低于": "<", "约": "~", "~": "~",
    "=": "=", "＝": "=",
}  # fmt: skip
_NUMBER = r"-?\d{1,15}(?:\.\d{1,10})?"
_SIGN = "|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<name>[^\d≥≤＞＜><=＝~]{{0,80}}?)\s*(?P<sign>{_SIGN})?\s*"
    rf"(?P<low>{_NUMBER})(?:\s*[—–~～至-]{{1,2}}\s*(?P<high>{_NUMBER}))?\s*(?P<unit>[^\d（(\s]{{0,20}})\s*"
    r"(?:[（(](?P<year>(?:19|20)\d\d)年?[）)])?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What the words say; empty or None where they say nothing of it. `comparator`: a notation."""

    name: str
    comparator: str
    value: Decimal
    maximum: Decimal | None
    unit: str
    year: str


def amount(words: str) -> Amount | None:
    """The amount of some words; None where they hold none.

    >>> found = amount("管网长度 ≥35公里（2027年）")
    >>> found.name, found.comparator, str(found.value), found.unit, found.year
    ('管网长度', '>=', '35', '公里', '2027')
    >>> amount("三十五左右") is None
    True
    """
    if not (found := _AMOUNT.fullmatch(words.replace(",", "").strip())):
        return None
    high = found["high"]
    return Amount(
        found["name"].strip(" ：:"),
        _SIGNS.get(found["sign"] or "", ""),
        Decimal(found["low"]),
        Decimal(high) if high else None,
        found["unit"],
        found["year"] or "",
    )


_SHOWN = {">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "=": "", "~": "约"}


def spoken(name: str, comparator: str, value: str, maximum: str, unit: str, year: str) -> str:  # noqa: PLR0913, PLR0917
    """A target in words; `comparator`: its notation, the others as written, empty for none.

    >>> spoken("灌溉面积", ">=", "12.5", "", "万亩", "2033")
    '灌溉面积 ≥12.5万亩（2033年）'
    """
    number = f"{value}—{maximum}{unit}" if maximum else f"{value}{unit}"
    sign = "" if maximum else _SHOWN.get(comparator, "")
    return f"{name} {sign}{number}{f'（{year}年）' if year else ''}".strip()
