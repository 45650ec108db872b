"""Ruled tables: rules that meet make a grid, missing rules make spans, text goes to the cell that it stands in."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from guitu.extract.raw import RawCell, RawTable
from guitu.extract.readers.pdf.cells import region_text
from guitu.extract.readers.pdf.lines import Line, lines
from guitu.extract.readers.pdf.page import Page, Piece, Rule
from guitu.extract.readers.pdf.regions import regions

_NEAR = 3.2  # points: double lines are one line, and lines that nearly meet do
_DASH = 4.5  # points between the dashes of one line
_MOST_RULES = 3_000
_MOST_CELLS = 20_000
_SHORTEST = 5.0  # points
_WHOLE_PAGE = 0.85
_CUT = 3  # rules down that one rule across makes a table, open where the page ends
_MARGIN = 0.12  # of the page
_HEAD = 0.2  # of the page: where the rest of a row may begin it
_Edges = tuple[tuple[float, ...], float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on one page. `edges`: the x of its lines; `within`: the lines of a frame with one cell.

    `ruled`: the x of all its lines and its rows with the columns in which nothing stands; None for tables without
    lines down. Where a grid at the head of a page holds one text, `within` has it too: it may be the rest of a row.
    """

    table: RawTable
    edges: tuple[float, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    within: tuple[Line, ...] = ()
    ruled: tuple[tuple[float, ...], tuple[tuple[RawCell, ...], ...]] | None = None

    @property
    def middle(self) -> float:
        """Where it stands among lines: at its top."""
        return self.top


def tables(page: Page) -> tuple[list[Grid], list[Piece], bool]:
    """The tables of a page, the pieces outside of them, and whether there were too many rules to look at."""
    across, down = _merged(page.across), _merged(page.down)
    if len(across) > _MOST_RULES or len(down) > _MOST_RULES:
        return [], page.pieces, True
    found: list[Grid] = []
    rest = page.pieces
    frames = sorted((f for f in _frames(across, down) if f.is_grid(page)), key=lambda f: f.area)
    for frame in frames:
        inside = [p for p in rest if frame.holds(p)]
        if not inside:
            continue
        if frame.is_single and any(frame.surrounds(grid) for grid in found):
            continue
        grid = _grid(frame, inside, page.height)
        if grid is not None:
            found.append(grid)
            taken = set(map(id, inside))
            rest = [p for p in rest if id(p) not in taken]
    return found, rest, False


# ---- rules ----


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Rules whose pieces, doubles and dashes are one, sorted by their place."""
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if groups and rule.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    found: list[Rule] = []
    for group in groups:
        at = sum(rule.at for rule in group) / len(group)
        start, end = None, 0.0
        for rule in sorted(group, key=lambda one: one.start):
            if start is not None and rule.start - end > _DASH:
                found.append(Rule(at, start, end))
                start = None
            start, end = (rule.start, rule.end) if start is None else (start, max(end, rule.end))
        if start is not None:
            found.append(Rule(at, start, end))
    return [rule for rule in found if rule.end - rule.start >= _SHORTEST]


@dataclass(slots=True)
class _Frame:
    """Rules that hang together. `xs`, `ys`: where its lines stand, the open ends of the others among them."""

    across: list[Rule]
    down: list[Rule]
    xs: list[float]
    ys: list[float]

    @property
    def area(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    @property
    def is_single(self) -> bool:
        return len(self.xs) == 2 and len(self.ys) == 2

    def is_grid(self, page: Page) -> bool:
        """Whether it has cells, not too many, and is no border of the page."""
        if len(self.xs) < 2 or len(self.ys) < 2 or len(self.xs) * len(self.ys) > _MOST_CELLS:
            return False
        if len(self.across) < 2 and _MARGIN * page.height < self.ys[0] and self.ys[-1] < (1 - _MARGIN) * page.height:
            return False  # not cut by the end of the page
        high = self.ys[-1] - self.ys[0]
        border = self.is_single and high > _WHOLE_PAGE * page.height and self.xs[-1] - self.xs[0] > 0.8 * page.width
        return not border and high > 8

    def holds(self, piece: Piece) -> bool:
        inside = self.ys[0] - 1 < piece.middle < self.ys[-1] + 1
        return inside and self.xs[0] - 2 < (piece.x0 + piece.x1) / 2 < self.xs[-1] + 2

    def surrounds(self, grid: Grid) -> bool:
        return self.xs[0] <= grid.x0 + 1 and grid.x1 - 1 <= self.xs[-1] and self.ys[0] <= grid.top <= self.ys[-1]


def _frames(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[_Frame]:
    """Sets of rules that meet, two or more each way; one across is enough where a page cuts the others."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    places = [rule.at for rule in down]
    for i, rule in enumerate(across):
        for k in range(bisect_left(places, rule.start - _NEAR), bisect_right(places, rule.end + _NEAR)):
            if down[k].start - _NEAR <= rule.at <= down[k].end + _NEAR:
                parent[root(i)] = root(len(across) + k)
    groups: defaultdict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for i, rule in enumerate(across):
        groups[root(i)][0].append(rule)
    for k, rule in enumerate(down):
        groups[root(len(across) + k)][1].append(rule)
    for horizontal, vertical in groups.values():
        if (len(horizontal) >= 2 and vertical) or (horizontal and len(vertical) >= _CUT):
            xs = _places([r.at for r in vertical], [r.start for r in horizontal], [r.end for r in horizontal])
            ys = _places([r.at for r in horizontal], [r.start for r in vertical], [r.end for r in vertical])
            yield _Frame(horizontal, vertical, xs, ys)


def _places(lines: Sequence[float], starts: Sequence[float], ends: Sequence[float]) -> list[float]:
    """The places of lines, and where the lines of the other direction reach beyond the first and the last."""
    found = sorted(lines)
    if min(starts) < found[0] - _SHORTEST:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + _SHORTEST:
        found.append(max(ends))
    kept = [found[0]]
    kept += [b for a, b in itertools.pairwise(found) if b - a > _NEAR]
    return kept


# ---- cells ----


def _grid(frame: _Frame, inside: Sequence[Piece], high: float) -> Grid | None:
    """The table of a frame with its text; None where it is no table: a drawing, a chart."""
    xs, ys = frame.xs, frame.ys
    edges = (tuple(xs), xs[0], xs[-1], ys[0], ys[-1])
    if len(xs) == 2:
        within = tuple(lines(inside))
        return Grid(RawTable(()), *edges, within=within) if len(within) > 1 else None  # else a button
    owner = regions(xs, ys, frame.across, frame.down)
    held: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece in inside:
        row = min(max(bisect_right(ys, piece.middle) - 1, 0), len(ys) - 2)
        for part in _split(piece, xs, owner[row]):
            column = _column(xs, part)
            held[owner[row][column]].append(part)
    alone = len(held) < 2
    if alone and (len(xs) < 4 or ys[0] > _HEAD * high):
        return None
    cells = {name: RawCell(()) for row in owner for name in row}
    sides: dict[int, tuple[float, float]] = {}
    for names in owner:
        for name in set(names):
            first, last = names.index(name), len(names) - names[::-1].index(name)
            sides[name] = xs[first], xs[last]
    padding = 2 * min(piece.x0 - sides[name][0] for name, pieces in held.items() for piece in pieces)
    for name, pieces in held.items():
        left, right = sides[name]
        cells[name] = RawCell(region_text(pieces, right - left, padding))
    rows = [[cells[name] for name in row] for row in owner]
    found = _kept(rows, xs, edges)
    return replace(found, within=tuple(lines(inside))) if alone else found


def _kept(rows: Sequence[Sequence[RawCell]], xs: Sequence[float], edges: _Edges) -> Grid:
    """The grid without rows and columns that hold nothing of their own."""
    down = [
        i
        for i, row in enumerate(rows)
        if any(one.paragraphs for one in row) and (i == 0 or not _same(row, rows[i - 1]))
    ]
    sides = [[row[k] for row in rows] for k in range(len(xs) - 1)]
    right = [
        k for k, side in enumerate(sides)
        if any(one.paragraphs for one in side) and (k == 0 or not _same(side, sides[k - 1]))
    ]  # fmt: skip
    table = RawTable(tuple(tuple(rows[i][k] for k in right) for i in down))
    ruled = (tuple(xs), tuple(tuple(rows[i]) for i in down))
    return Grid(table, (*(xs[k] for k in right), xs[-1]), *edges[1:], ruled=ruled)


def _same(one: Sequence[RawCell], other: Sequence[RawCell]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))


def _column(xs: Sequence[float], piece: Piece) -> int:
    return min(max(bisect_right(xs, (piece.x0 + piece.x1) / 2) - 1, 0), len(xs) - 2)


def _split(piece: Piece, xs: Sequence[float], owner: Sequence[int]) -> Iterator[Piece]:
    """A piece divided where it goes from one cell into the next."""
    half = piece.size / 2
    last = len(xs) - 2
    columns = [min(max(bisect_right(xs, x + half) - 1, 0), last) for x in (piece.x0, piece.x1 - piece.size)]
    if owner[columns[0]] == owner[columns[1]]:
        yield piece
        return
    start, here = 0, owner[columns[0]]
    for i, x in enumerate(piece.xs):
        wide = half if piece.text[i] > "\u2e7f" else half / 2
        there = owner[min(max(bisect_right(xs, x + wide) - 1, 0), last)]
        if there != here and piece.text[i] != " ":
            if piece.text[start:i].strip():
                yield piece.part(start, i)
            start, here = i, there
    yield piece.part(start, len(piece.text))
