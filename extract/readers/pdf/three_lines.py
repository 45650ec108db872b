"""Tables with rules across only (三线表), where the white between the columns tells them apart for certain."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from guitu.extract.raw import RawCell, RawTable
from guitu.extract.readers.pdf.cells import region_text
from guitu.extract.readers.pdf.lines import lines
from guitu.extract.readers.pdf.page import Piece, Rule
from guitu.extract.readers.pdf.tables import Grid

_SAME = 4.0  # points
_SHORTEST = 150.0
_TALLEST_HEAD = 60.0
_WHITE = 0.8  # of a character between two columns
_MOST = 60  # rules on a page


def three_lines(across: Sequence[Rule], pieces: list[Piece]) -> tuple[list[Grid], list[Piece]]:
    """The tables between rules of one width that no other rule meets, and the pieces outside of them."""
    found: list[Grid] = []
    long = sorted(rule for rule in across if rule.end - rule.start >= _SHORTEST)
    if len(long) > _MOST:
        return found, pieces
    while len(long) >= 3:
        first = long[0]
        group = [r for r in long if abs(r.start - first.start) < _SAME and abs(r.end - first.end) < _SAME]
        long = [r for r in long if r not in group]
        group = [r for i, r in enumerate(group) if not i or r.at - group[i - 1].at > _SAME]
        if len(group) < 3 or group[1].at - group[0].at > _TALLEST_HEAD:
            continue
        inside = [p for p in pieces if group[0].at < p.middle < group[-1].at and first.start - 3 < p.x0 < first.end]
        grid = _grid(group, inside)
        if grid is not None:
            found.append(grid)
            taken = set(map(id, inside))
            pieces = [p for p in pieces if id(p) not in taken]
    return found, pieces


def _grid(rules: Sequence[Rule], inside: Sequence[Piece]) -> Grid | None:
    edges = _columns(inside, rules[0])
    if len(edges) < 3:
        return None
    rows: list[tuple[RawCell, ...]] = []
    for upper, lower in itertools.pairwise(rules):
        band = [p for p in inside if upper.at < p.middle < lower.at]
        groups = [band] if upper is rules[0] else _rows(band, edges)
        if groups is None:
            return None
        for group in groups:
            row = tuple(_cell(group, a, b) for a, b in itertools.pairwise(edges))
            if not rows and not all(one.paragraphs for one in row):
                return None
            rows.append(row)
    if len(rows) < 2:
        return None
    first, last = rules[0], rules[-1]
    return Grid(RawTable(tuple(rows)), tuple(edges), first.start, first.end, first.at, last.at)


def _columns(inside: Sequence[Piece], rule: Rule) -> list[float]:
    """The edges of columns: the middles of the white stripes that no piece crosses."""
    edges = [rule.start - 3]
    reach = 0.0
    for piece in sorted(inside, key=lambda p: p.x0):
        if reach and piece.x0 - reach > _WHITE * piece.size:
            edges.append((reach + piece.x0) / 2)
        reach = max(reach, piece.x1)
    return [*edges, rule.end + 3]


def _rows(band: Sequence[Piece], edges: Sequence[float]) -> list[list[Piece]] | None:
    """The rows between two rules: each begins where the first column does; None where this is not certain."""
    rows: list[list[Piece]] = []
    for line in lines(band):
        members = [p for p in band if abs(p.middle - line.middle) < line.size / 2]
        if any(p.x0 < edges[1] for p in members):
            rows.append(members)
        elif rows:
            rows[-1] += members
        else:
            return None
    full = sum(all(any(a <= p.x0 < b for p in row) for a, b in itertools.pairwise(edges)) for row in rows)
    return rows if 2 * full >= len(rows) else None


def _cell(group: Sequence[Piece], left: float, right: float) -> RawCell:
    pieces = [p for p in group if left <= p.x0 < right]
    width = max((p.x1 for p in pieces), default=left) - min((p.x0 for p in pieces), default=left)
    return RawCell(region_text(pieces, width + 1) if pieces else ())
