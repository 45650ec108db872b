"""Rows of a table in bars that lack the cells which were merged with those above: where one column has the owners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from guitu.extract.raw import RawCell
from guitu.extract.text import fold
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.characters import without_spaces

Kind = Literal["owners", "date", "number", "text"]
_HEADS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("owners", re.compile("[一-鿿]{0,8}(?:单位|部门|主体)")),
    ("date", re.compile("[一-鿿]{0,6}(?:时限|时间|期限|进度|节点|年限)")),
    ("number", re.compile("序号|编号|备注|说明|")),
)
_DATE = re.compile(r"[^，。；]{0,12}(?:年|月|日|底|前|长期|持续|全年)[^，。；]{0,6}")
_NUMBER = re.compile(r"\d{1,3}")
_DIVIDES = re.compile(r"[、，,；;\s]+")
_MARKS = "*_ "
_FIGURE = re.compile(r"\d")
LONGEST_GROUP = 16  # characters of a row that names a group of rows


def kinds(rows: Sequence[Sequence[str]]) -> tuple[Kind, ...]:
    """What the columns hold by the first row that is not empty, where one has owners; else nothing.

    Of indicators the values tell where a row stands; of several columns of owners nothing tells which one lacks.
    """
    heads = next((row for row in rows[:2] if any(part.strip(_MARKS) for part in row)), ())
    names = [without_spaces(fold(part)).strip(_MARKS) for part in heads]
    found = tuple(map(_kind_of_head, names))
    measured = any("指标" in name for name in names)
    return found if found.count("owners") == 1 and not measured else ()


def _kind_of_head(name: str) -> Kind:
    return next((kind for kind, form in _HEADS if form.fullmatch(name)), "text")


def is_group(part: str) -> bool:
    """Whether a cell alone in its row names a group of rows, and says nothing of one."""
    return len(without_spaces(part)) <= LONGEST_GROUP and not _FIGURE.search(part)


def under_heads(cells: Sequence[RawCell], above: Sequence[RawCell], columns: Sequence[Kind]) -> list[RawCell] | None:
    """A row with its cells under the heads that they fit, merged ones from the row `above`.

    From the right, for it is groups that are merged; None where the cells fit no columns.

    >>> a, b, c, d = (RawCell((text,)) for text in ("供水", "漏损率降到9%", "市水利局", "改造管网30公里"))
    >>> [one.paragraphs[0] for one in under_heads([d], [a, b, c], ("text", "text", "owners")) or ()]
    ['供水', '改造管网30公里', '市水利局']
    """
    left = list(cells)
    made: list[RawCell] = []
    for kind, over in zip(reversed(columns), reversed(above), strict=True):
        made.append(left.pop() if left and _kind(left[-1]) == kind else over)
    return None if left else made[::-1]


def _kind(cell: RawCell) -> Kind:
    words = without_spaces(fold("".join(cell.paragraphs))).strip(_MARKS).rstrip("等。")
    if _NUMBER.fullmatch(words):
        return "number"
    if _DATE.fullmatch(words) and not is_agency_like(words):
        return "date"
    pieces = [piece for piece in _DIVIDES.split(words) if piece]
    named = bool(pieces) and all(is_agency_like(piece) or piece.startswith("各") for piece in pieces)
    return "owners" if named else "text"
