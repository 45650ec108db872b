"""Tables that go on over the end of a page are one table again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guitu.extract.raw import RawCell, RawTable
from guitu.extract.readers.pdf.cells import glued
from guitu.extract.readers.pdf.tables import Grid
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.numbering import numbered

Row = tuple[RawCell, ...]

CONTINUED = re.compile(r"[（(]?续(?:上)?表 ?\d{0,3}(?:[-.]\d{1,3})?[）)]?[：:]?")
_SAME = 6.0  # points
_DEEPEST_HEAD = 3
_RUNNING = 20  # characters of a cell that runs over several lines, and so may be cut
_ENDS = tuple("。；！？")
_OF_AGENCIES = re.compile("单位|部门|牵头|责任|配合")


def goes_on(above: Grid, below: Grid) -> Grid | None:
    """The table at the head of a page with the columns of the one at the foot of the page before; None: another table.

    A column in which nothing stands on one page, as below the head of a merged cell, is a column all the same.
    """
    if above.within or (below.within and below.ruled is None):
        return None
    if _alike(above.edges, below.edges):
        return replace(below, within=())
    if below.ruled is None:
        return None
    xs, rows = below.ruled
    columns = _columns(above.edges, xs)
    if columns is None or not {id(one) for row in below.table.rows for one in row if one.paragraphs} <= {
        id(row[k]) for row in rows for k in columns
    }:
        return None
    edges = (*(xs[k] for k in columns), xs[-1])
    return replace(below, table=RawTable(tuple(tuple(row[k] for k in columns) for row in rows)), edges=edges, within=())


def _alike(above: Sequence[float], below: Sequence[float]) -> bool:
    shift = below[0] - above[0]
    return len(above) == len(below) and all(abs(b - a - shift) <= _SAME for a, b in zip(above, below, strict=True))


def _columns(edges: Sequence[float], xs: Sequence[float]) -> list[int] | None:
    """Which of the columns between `xs` begin at `edges`; None where one is missing or the last line is another."""
    shift = xs[0] - edges[0]
    if abs(xs[-1] - edges[-1] - shift) > _SAME:
        return None
    found = [min(range(len(xs)), key=lambda k: abs(xs[k] - edge - shift)) for edge in edges[:-1]]
    near = all(abs(xs[k] - edge - shift) <= _SAME for k, edge in zip(found, edges, strict=False))
    return found if near and len(set(found)) == len(found) else None


def together(above: RawTable, below: RawTable) -> tuple[RawTable, tuple[str, ...]]:
    """The rows of both: a repeated head once, a row cut by the page whole, a merged cell going on.

    And the headings of columns of agencies whose blank cell at the head of the page may be that of the page before.
    """
    rows = list(above.rows)
    rest = list(below.rows[_repeated(above.rows, below.rows) :])
    unsure: tuple[str, ...] = ()
    if rest and rows:
        blank = [not one.paragraphs for one in rest[0]]
        if any(blank) and not all(blank):
            if _is_cut(rows[-1], rest[0], blank):
                rows, rest = _joined(rows, rest)
            else:
                rest, unsure = _filled(rows, rest)
    return RawTable((*rows, *rest)), unsure


def _repeated(above: Sequence[Row], below: Sequence[Row]) -> int:
    """How many rows at the head of the second table are those at the head of the first."""
    count = 0
    for one, other in zip(above[:_DEEPEST_HEAD], below, strict=False):
        if [_words(a) for a in one] != [_words(b) for b in other]:
            break
        count += 1
    return count


def _words(cell: RawCell) -> str:
    return without_spaces("".join(cell.paragraphs))


def _is_cut(last: Row, row: Row, blank: Sequence[bool]) -> bool:
    """Whether a row only ends the one before: no number of its own, not every cell behind the first ones filled."""
    first = blank.index(False)
    filled = [k for k, empty in enumerate(blank) if not empty]
    if not blank[0]:
        return all(last[k].paragraphs for k in filled) and not _begins(row[0]) and not _whole(last[0])
    if _begins(row[first]) or not all(last[k].paragraphs for k in filled):
        return False
    if any(blank[first:]):
        return True
    longest = max((last[k] for k in filled), key=lambda one: len(_words(one)))
    return len(_words(longest)) >= _RUNNING and not _whole(longest)


def _begins(cell: RawCell) -> bool:
    text = fold(_words(cell))
    return text.isdecimal() or numbered(text[:40]) is not None


def _whole(cell: RawCell) -> bool:
    return not cell.paragraphs or cell.paragraphs[-1].rstrip().endswith(_ENDS)


def _joined(rows: list[Row], rest: list[Row]) -> tuple[list[Row], list[Row]]:
    """The first of `rest` written into the last of `rows`, its cells that go on below too."""
    made: dict[int, RawCell] = {}
    for old, new in zip(rows[-1], rest[0], strict=True):
        whole = _whole(old) or not new.paragraphs
        paragraphs = (
            (*old.paragraphs, *new.paragraphs)
            if whole
            else (*old.paragraphs[:-1], glued(old.paragraphs[-1], new.paragraphs[0]), *new.paragraphs[1:])
        )
        made[id(old)] = made[id(new)] = made.get(id(old), RawCell(paragraphs))
    changed = [tuple(made.get(id(one), one) for one in row) for row in rows]
    return changed, [tuple(made.get(id(one), one) for one in row) for row in rest[1:]]


def _filled(rows: Sequence[Row], rest: Sequence[Row]) -> tuple[list[Row], tuple[str, ...]]:
    """Rows whose blank cells are the merged ones of the row above: the first ones, and those that go on for certain.

    A blank cell between others goes on where no cell of its column is blank above, and it covers several rows on one
    of the pages; the headings of columns of agencies where this is not so are told.
    """
    last, first = rows[-1], rest[0]
    begun = next(k for k, one in enumerate(first) if one.paragraphs)
    same = {id(first[k]): last[k] for k in range(begun)}
    unsure: list[str] = []
    for k in range(begun, len(first)):
        if first[k].paragraphs or not all(row[k].paragraphs for row in rows):
            continue
        if (len(rows) > 1 and rows[-2][k] is last[k]) or (len(rest) > 1 and rest[1][k] is first[k]):
            same[id(first[k])] = last[k]
        elif _OF_AGENCIES.search(heading := _words(rows[0][k])):
            unsure.append(heading)
    return [tuple(same.get(id(one), one) for one in row) for row in rest], tuple(unsure)
