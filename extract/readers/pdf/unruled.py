"""Tables without rules: columns of words that stand under known headings, as far as the white between them is sure."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from guitu.extract.raw import RawCell, RawTable
from guitu.extract.readers.pdf.cells import region_text
from guitu.extract.readers.pdf.page import Piece
from guitu.extract.readers.pdf.tables import Grid
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.ontology.knowledge import columns

_OWNER = ("单位", "部门", "牵头", "配合")  # cheap: a header that is looked for names who does it
_MADE = re.compile(
    r".{0,8}(?:序号|编号|任务|举措|措施|事项|工作|内容|项目|单位|部门|时限|时间|期限|目标|类别|领域|备注)"
)
_LONGEST_HEADING = 12
_LEAST = 3  # columns
_APART = 1.0  # em of white between two words of different columns
_TOUCH = 0.3  # em that a heading may reach over the words below the next one
_FAR = 3.5  # em between two lines of a table
_FOOT = re.compile(r"[—–―\-·~]{0,3} ?\d{1,4} ?[—–―\-·~]{0,3}|第 ?\d{1,4} ?页.{0,12}")
_HEAD_LINES = 3  # of a page above a table that goes on


@dataclass(frozen=True, slots=True)
class _Words:
    """Pieces of one line that stand close together."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return without_spaces("".join(piece.text for piece in self.pieces))

    @property
    def x0(self) -> float:
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        return self.pieces[-1].x1


@dataclass(frozen=True, slots=True)
class _Row:
    words: tuple[_Words, ...]
    top: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Unruled:
    """What was found on a page: tables, the other pieces, and a table that could not be read with certainty.

    `open`: the edges and the number column of a table that stands at the foot and may go on on the next page.
    """

    grids: list[Grid]
    rest: list[Piece]
    unsure: bool = False
    open: tuple[float, ...] = ()


def unruled(pieces: list[Piece], before: tuple[float, ...] = ()) -> Unruled:
    """The tables of a page without rules. `before`: the columns of one that ends the page before."""
    if not before and not any(word in piece.text for piece in pieces for word in _OWNER):
        return Unruled([], pieces)
    rows = _rows(pieces)
    at = next((i for i, row in enumerate(rows) if _header(row)), None)
    if at is not None:
        rows[at] = _header(rows[at]) or rows[at]
    if before and (at is None or at >= _HEAD_LINES):
        at = next((i for i, row in enumerate(rows[:_HEAD_LINES]) if _fits(row, before) and _begins(row, before)), None)
        return _table(pieces, rows, at, before, headed=False) if at is not None else Unruled([], pieces)
    if at is None:
        return Unruled([], pieces)
    same = bool(before) and _fits(rows[at], before) and len(rows[at].words) == len(before) - 1
    return _table(pieces, rows, at, before if same else (), headed=True)


def _rows(pieces: Sequence[Piece]) -> list[_Row]:
    """The lines of a page from above, each divided where the white is wide."""
    groups: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (one.middle, one.x0)):
        if groups and piece.middle - groups[-1][0].middle <= 0.4 * max(piece.size, groups[-1][0].size):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_row(group) for group in groups]


def _row(group: list[Piece]) -> _Row:
    group.sort(key=lambda one: one.x0)
    words: list[list[Piece]] = [[group[0]]]
    for last, piece in itertools.pairwise(group):
        if piece.x0 - last.x1 > _APART * max(piece.size, last.size):
            words.append([piece])
        else:
            words[-1].append(piece)
    size = max(piece.size for piece in group)
    top, bottom = min(piece.top for piece in group), max(piece.bottom for piece in group)
    return _Row(tuple(_Words(tuple(found)) for found in words), top, bottom, size)


def _header(row: _Row) -> _Row | None:
    """The line where each of its words is a heading of a division table, one of them of who does it; else None.

    Headings may stand closer together than a word is wide, and the signs of one heading farther apart.
    """
    return next((one for one in (_in_pieces(row), row) if _is_header(one)), None)


def _in_pieces(row: _Row) -> _Row:
    return replace(row, words=tuple(_Words((piece,)) for one in row.words for piece in one.pieces))


def _is_header(row: _Row) -> bool:
    if len(row.words) < _LEAST:
        return False
    texts = [fold(one.text) for one in row.words]
    known = columns()
    if not all(len(text) <= _LONGEST_HEADING and (text in known or _MADE.fullmatch(text)) for text in texts):
        return False
    return any(known.get(text) in ("lead", "responsible", "support") for text in texts)


def _fits(row: _Row, edges: Sequence[float]) -> bool:
    """Whether no word of a line stands over an edge between two columns, or outside of them."""
    inside = row.words[0].x0 > edges[0] - 2 and row.words[-1].x1 < edges[-1] + 2
    return inside and not any(one.x0 < edge - 1 and one.x1 > edge + 1 for one in row.words for edge in edges[1:-1])


def _begins(row: _Row, edges: Sequence[float]) -> bool:
    """Whether a line begins a row of the table: its first column is filled, and another."""
    return row.words[0].x0 < edges[1] and len(row.words) > 1


def _table(pieces: list[Piece], rows: list[_Row], at: int, before: tuple[float, ...], *, headed: bool) -> Unruled:
    body, edges = _body(rows, at, before, headed=headed)
    ended = at + headed + len(body) >= len([row for row in rows if not _is_foot(row)])
    if not body:
        return Unruled([], pieces, unsure=headed and at + 1 < len(rows) and not ended)
    found = _grouped(body, edges)
    if found is None:
        return Unruled([], pieces, unsure=True)
    held = [rows[at].words] if headed else []
    lines = [*held, *found]
    table = RawTable(tuple(tuple(_cells(line, edges)) for line in lines))
    used = [rows[at + k] for k in range(headed + len(body))]
    grid = Grid(table, edges, edges[0], edges[-1], used[0].top, used[-1].bottom)
    taken = {id(piece) for row in used for one in row.words for piece in one.pieces}
    rest = [piece for piece in pieces if id(piece) not in taken]
    more = unruled(rest) if not ended else Unruled([], rest)
    return Unruled([grid, *more.grids], more.rest, more.unsure, edges if ended else more.open)


def _is_foot(row: _Row) -> bool:
    return len(row.words) == 1 and bool(_FOOT.fullmatch(fold(row.words[0].text)))


def _body(
    rows: Sequence[_Row], at: int, before: tuple[float, ...], *, headed: bool
) -> tuple[list[_Row], tuple[float, ...]]:
    """The lines under a header that keep to its columns, and the edges of the columns."""
    found: list[_Row] = []
    spans = [[one.x0, one.x1] for one in rows[at].words]
    last = rows[at]
    for row in rows[at + headed :]:
        if row is not last and row.top - last.bottom > _FAR * row.size:
            break
        if _is_foot(row) and row.words[0].x0 > spans[0][1]:
            break
        if before:
            if not _fits(row, before):
                break
        elif wider := _widened(spans, row):
            spans = wider
        elif wider := _widened(spans, _in_pieces(row)):
            row, spans = _in_pieces(row), wider  # noqa: PLW2901
        else:
            break
        found.append(row)
        last = row
    if before:
        return found, before
    inner = [(one[1] + other[0]) / 2 for one, other in itertools.pairwise(spans)]
    return found, (spans[0][0] - 3, *inner, spans[-1][1] + 3)


def _widened(spans: Sequence[Sequence[float]], row: _Row) -> list[list[float]] | None:
    """The columns with the words of one more line; None where a word belongs to none, or to two."""
    made = [list(span) for span in spans]
    touch = _TOUCH * row.size
    for one in row.words:
        over = [k for k, (x0, x1) in enumerate(spans) if min(one.x1, x1) - max(one.x0, x0) > touch]
        if len(over) > 1:
            return None
        middle = (one.x0 + one.x1) / 2
        k = over[0] if over else min(range(len(spans)), key=lambda k: abs((spans[k][0] + spans[k][1]) / 2 - middle))
        made[k] = [min(made[k][0], one.x0), max(made[k][1], one.x1)]
    return made if all(other[0] - this[1] > -touch for this, other in itertools.pairwise(made)) else None


def _grouped(body: Sequence[_Row], edges: Sequence[float]) -> list[tuple[_Words, ...]] | None:
    """The rows of the table: each begins where its first column does; None where this is not sure."""
    found: list[tuple[_Words, ...]] = []
    for row in body:
        if row.words[0].x0 < edges[1]:
            found.append(row.words)
        elif found:
            found[-1] += row.words
        else:
            return None
    full = sum(all(_within(line, a, b) for a, b in itertools.pairwise(edges[:-1])) for line in found)
    return found if found and 2 * full >= len(found) else None


def _within(line: Sequence[_Words], left: float, right: float) -> list[Piece]:
    return [piece for one in line for piece in one.pieces if left <= (one.x0 + one.x1) / 2 < right]


def _cells(line: Sequence[_Words], edges: Sequence[float]) -> list[RawCell]:
    found: list[RawCell] = []
    for left, right in itertools.pairwise(edges):
        pieces = _within(line, left, right)
        width = max((p.x1 for p in pieces), default=left) - min((p.x0 for p in pieces), default=left)
        found.append(RawCell(region_text(pieces, width + 1) if pieces else ()))
    return found
