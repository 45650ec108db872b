"""Rows of areas with their amounts from cells on lines of their own: 1, 石桥镇, 122.5, 24.5, 2, 北门镇, …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.cleaning.tables.table_heads import COUNTED
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable

AREA = re.compile(
    r"[一-鿿](?:[一-鿿]|[—·](?=[一-鿿])){0,15}(?:镇|乡|街道|区|县|市|州|盟|旗|园|农场|林场)(?:[（(][一-鿿]{2,10}[）)])?"
)
"""The name of an area in a row."""
TOTAL = re.compile(r"[合小总共]\s*计|汇总|全[省市县区州镇]")
"""The name of the row that sums up the others."""
_AMOUNT = re.compile(r"[-—–/]|\d[\d.,]*[%％]?")
# a head over several others that states an amount itself: 全年任务量约1600亩
_OVER_OTHERS = re.compile(r"\d[\d.]*(?:亩|公顷|公里|平方米|吨|户|人|个|座|处|万元|亿元|万亩|立方米)$")
_YEAR = re.compile(r"(?:19|20)\d\d年度?")
_HEADS = range(3, 14)
_FEWEST = 3


def table(shown: Sequence[str]) -> tuple[list[RawBlock], int] | None:
    """The table of such cells in canonical signs, and how many it takes; None where they do not fit one grid.

    A head that stands over others is a paragraph before it.

    Every row has as many amounts; in the first one a cell of words may stand that is merged over all rows.
    """
    first = next((i for i, words in enumerate(shown[: _HEADS.stop]) if words == "1"), 0)
    if not shown or shown[0] not in COUNTED or first not in _HEADS:
        return None
    starts = _starts(shown, first)
    sizes = {b - a for a, b in pairwise(starts[1:])}
    if len(starts) <= _FEWEST or len(sizes) != 1:
        return None
    size = sizes.pop()
    rows = [list(shown[a : a + size]) for a in starts[1:-1]]
    opening = shown[starts[0] : starts[1]]
    words = [i for i, cell in enumerate(opening) if i > 1 and not _AMOUNT.fullmatch(cell)]
    together = bool(words) and words[-1] - words[0] == len(words) - 1 and len(opening) == size + len(words)
    merged = words[0] if together else 0
    rows.insert(0, [cell for i, cell in enumerate(opening) if not together or i not in words])
    heads, above = _heads(shown[:first], size + together)
    if not heads or not all(len(row) == size and _is_row(row) for row in rows):
        return None
    end = starts[-1]
    if shown[end : end + 1] and TOTAL.fullmatch(shown[end]) and _are_amounts(shown[end + 1 : end + size - 1]):
        rows.append(["", *shown[end : end + size - 1]])
        end += size - 1
    over = RawCell(tuple(opening[i] for i in words)) if together else None
    grid = [tuple(RawCell((head,)) for head in heads)]
    for row in rows:
        cells = [RawCell((cell,) if cell else ()) for cell in row]
        grid.append(tuple(cells if over is None else [*cells[:merged], over, *cells[merged:]]))
    return [*map(RawParagraph, above), RawTable(tuple(grid))], end


def _starts(shown: Sequence[str], first: int) -> list[int]:
    """Where rows begin that are numbered from 1 and name an area next, and where the last one ends."""
    starts = [first]
    for at in range(first + 2, len(shown) - 1):
        if shown[at] == str(len(starts) + 1) and AREA.fullmatch(shown[at + 1]):
            starts.append(at)
    if len(starts) > 1:
        starts.append(min(len(shown), starts[-1] + starts[-1] - starts[-2]))
    return starts


def _heads(heads: Sequence[str], width: int) -> tuple[Sequence[str], Sequence[str]]:
    """As many heads as there are columns, and what stands over several; no heads where nothing settles them.

    Of more heads a bare year belongs to the next (2027年, 任务量), the one that alone states an amount is over others.
    """
    over = [head for head in heads if _OVER_OTHERS.search(head)]
    apart = [head for head in heads if [head] != over]
    ways = ((heads, ()), (_joined(heads), ()), *(((apart, over), (_joined(apart), over)) if len(over) == 1 else ()))
    fitting = {tuple(own): above for own, above in ways if len(own) == width}
    return fitting.popitem() if len(fitting) == 1 else ((), ())


def _joined(heads: Sequence[str]) -> list[str]:
    found: list[str] = []
    for head in heads:
        if found and _YEAR.fullmatch(found[-1]):
            found[-1] += head
        else:
            found.append(head)
    return found


def _is_row(row: Sequence[str]) -> bool:
    return len(row) > 2 and bool(AREA.fullmatch(row[1])) and _are_amounts(row[2:])


def _are_amounts(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(_AMOUNT.fullmatch, cells))
