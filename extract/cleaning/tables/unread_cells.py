"""The lines of a table that lost its form and whose columns nothing settles: how far it reaches, so that it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.cleaning.tables.table_heads import COUNTED, MOST_COLUMNS

_FEWEST_HEADS, _FEWEST_ROWS = 3, 3
_LONGEST = 24  # characters of a head, with its remark
_TOTAL = re.compile(r"(?:[合小总共累]\s*计|汇总|总数)")
_AMOUNT = re.compile(r"[-—–/]|\d[\d.,]*(?:[-—–~～]\d[\d.,]*)?[%％]?")


def reach(shown: Sequence[str]) -> int:
    """How many lines a table of such cells takes that opens with 序号 and counts its rows from 1; 0 for no table.

    >>> heads = ["序号", "乡镇", "任务量", "备注"]
    >>> reach([*heads, "1", "石桥镇", "5.5", "2", "北门镇", "7", "3", "南山乡", "8", "合计", "20.5", "下文"])
    15
    """
    first = next((i for i, words in enumerate(shown[: 2 * MOST_COLUMNS]) if words == "1"), 0)
    if shown[0] not in COUNTED or first < _FEWEST_HEADS or any(len(head) > _LONGEST for head in shown[:first]):
        return 0
    starts = [first]
    while (after := _next(shown, starts, 2 * first)) is not None:
        starts.append(after)
    if len(starts) < _FEWEST_ROWS:
        return 0
    end = min(len(shown), starts[-1] + starts[-1] - starts[-2])
    if end < len(shown) and _TOTAL.fullmatch(shown[end]):
        end += 1
        while end < len(shown) and _AMOUNT.fullmatch(shown[end]):
            end += 1
    return end


def _next(shown: Sequence[str], starts: Sequence[int], most: int) -> int | None:
    """Where the next number stands alone, not farther than a row can reach."""
    number = str(len(starts) + 1)
    near = range(starts[-1] + 2, min(len(shown), starts[-1] + most + 1))
    return next((at for at in near if shown[at] == number), None)
