"""The spaces that a copy from a page leaves inside the cells of a row: 2025 年, 累计 12000, ≥1 人, 90 以上."""

from __future__ import annotations

import re

from guitu.extract.text import fold
from guitu.ontology.units import unit

SPACES = re.compile(r"[ \t\u3000]+")
_OF_YEAR = re.compile(r"(?<=\d)[ \t\u3000]+(?=年)")
_BEFORE = re.compile(
    r"(?:累计|合计|不(?:低于|少于|高于|超过|大于|小于)|达到?|控制在|保持在|约|近|超过?|大于|小于|低于|高于|[≥≤≧≦<>＞＜])"
)
_BEHIND = re.compile("(?:及?以[上下内]|左右)")
_AMOUNT = re.compile(r"[^一-鿿]{0,2}\d[\d.,]*[%％]?|(?:[一-鿿]{1,3}|[≥≤≧≦<>＞＜])\d[\d.,]*[%％]?")
_DIGIT = re.compile(r"\d")
_PAGE = re.compile(r"(?:[-—–·]{0,2}[ \t\u3000]*)\d{1,3}(?:[ \t\u3000]*[-—–·]{0,2})")


def in_heads(words: str) -> str:
    """A line of heads with the years whole.

    >>> in_heads("指标 2025 年 2030 年 属性")
    '指标 2025年 2030年 属性'
    """
    return _OF_YEAR.sub("", words)


def cells(words: str, *, measured: bool, counted: bool = True) -> list[str]:
    """The cells of a row, with what compares a value and its unit joined to it.

    `measured`: the units have a column of their own, so that one behind a value is a cell; `counted`: the first cell
    may be the number of the row.

    >>> cells("护理员 累计 12000 ≥1 人 90 以上", measured=False)
    ['护理员', '累计12000', '≥1人', '90以上']
    >>> cells("护理员 12 人 15", measured=True)
    ['护理员', '12', '人', '15']
    """
    found: list[str] = []
    for one in SPACES.split(words):
        last = found[-1] if found else ""
        compares = bool(_BEFORE.fullmatch(last)) and bool(_DIGIT.match(one))
        amount = bool(_AMOUNT.fullmatch(last)) and len(found) > counted
        said = _BEHIND.fullmatch(one) or (not measured and _is_unit(one))
        if compares or (amount and said):
            found[-1] += one
        else:
            found.append(one)
    return found


def is_page(words: str) -> bool:
    """Whether a line is nothing but the number of a page: — 6 —, 6."""
    return bool(_PAGE.fullmatch(words))


def is_known_unit(shown: str) -> bool:
    """Whether folded words are a unit of the registry, alone or behind 百, 千, 万, 亿: 万辆."""
    return bool(unit(shown) or unit(shown.lstrip("百千万亿")))


def _is_unit(words: str) -> bool:
    shown = fold(words)
    return not _DIGIT.search(shown) and is_known_unit(shown)
