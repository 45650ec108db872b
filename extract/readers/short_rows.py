"""Rows of a table in bars that lack the cells which were merged with those above: where there is a column of owners."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.raw import RawCell
from guitu.extract.text import fold
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.characters import without_spaces

_OWNERS = re.compile(r"[一-鿿]{0,8}(?:单位|部门|主体)")
_DIVIDES = re.compile(r"[、，,；;\s]+")
_MARKS = "*_ "
_FIGURE = re.compile(r"\d")
_LONGEST_GROUP = 16  # characters of a row that names a group of rows


def owners(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns of owners by the first row that is not empty; of indicators the values tell where a row stands."""
    heads = next((row for row in rows[:2] if any(part.strip(_MARKS) for part in row)), ())
    names = [without_spaces(fold(part)).strip(_MARKS) for part in heads]
    measured = any("指标" in name for name in names)
    return frozenset(i for i, name in enumerate(names) if not measured and _OWNERS.fullmatch(name))


def is_group(part: str) -> bool:
    """Whether a cell alone in its row names a group of rows, and says nothing of one."""
    return len(without_spaces(part)) <= _LONGEST_GROUP and not _FIGURE.search(part)


def under_heads(cells: Sequence[RawCell], above: Sequence[RawCell], columns: frozenset[int]) -> list[RawCell] | None:
    """A row with its cells under their heads, names in the `columns` of owners, merged ones from the row `above`.

    From the right, for it is groups that are merged; None where the cells fit no columns.

    >>> a, b, c, d = (RawCell((text,)) for text in ("供水", "漏损率降到9%", "市水利局", "改造管网30公里"))
    >>> [one.paragraphs[0] for one in under_heads([d], [a, b, c], frozenset({2})) or ()]
    ['供水', '改造管网30公里', '市水利局']
    """
    left = list(cells)
    made: list[RawCell] = []
    for column in range(len(above) - 1, -1, -1):
        takes = bool(left) and _names(left[-1]) == (column in columns)
        made.append(left.pop() if takes else above[column])
    return None if left else made[::-1]


def _names(cell: RawCell) -> bool:
    words = without_spaces(fold("".join(cell.paragraphs))).strip(_MARKS).rstrip("等。")
    pieces = [piece for piece in _DIVIDES.split(words) if piece]
    return bool(pieces) and all(is_agency_like(piece) or piece.startswith("各") for piece in pieces)
