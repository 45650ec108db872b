"""Which places of a grid are one cell: those without a rule between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from guitu.extract.readers.pdf.page import Rule

_COVERED = 0.6  # of the side of a place, by the rule that closes it


def regions(xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]) -> list[list[int]]:
    """For each row and column of the grid the number of its cell. Guaranteed: every cell is a rectangle."""
    rows, columns = len(ys) - 1, len(xs) - 1
    below = _walls(ys, xs, across)
    beside = _walls(xs, ys, down)
    owner = [[-1] * columns for _ in range(rows)]
    number = 0
    for i in range(rows):
        for k in range(columns):
            if owner[i][k] >= 0:
                continue
            wide = 1
            while k + wide < columns and owner[i][k + wide] < 0 and (k + wide, i) not in beside:
                wide += 1
            high = 1
            while i + high < rows and _open(i + high, k, wide, below, beside):
                high += 1
            for row in owner[i : i + high]:
                row[k : k + wide] = [number] * wide
            number += 1
    return owner


def _open(row: int, column: int, wide: int, below: set[tuple[int, int]], beside: set[tuple[int, int]]) -> bool:
    """Whether no rule stands above or inside the next row of a cell."""
    if any((row, k) in below for k in range(column, column + wide)):
        return False
    return not any((k, row) in beside for k in range(column + 1, column + wide))


def _walls(lines: Sequence[float], steps: Sequence[float], rules: Sequence[Rule]) -> set[tuple[int, int]]:
    """(line, step) where a rule covers most of a step of the grid."""
    found: set[tuple[int, int]] = set()
    for rule in rules:
        line = min(range(len(lines)), key=lambda i: abs(lines[i] - rule.at))
        for step in range(max(0, bisect_left(steps, rule.start) - 1), len(steps) - 1):
            start, end = steps[step], steps[step + 1]
            if start > rule.end:
                break
            if min(rule.end, end) - max(rule.start, start) >= _COVERED * (end - start):
                found.add((line, step))
    return found
