"""Division tables of which a copy has put each row on one line, with only spaces between its cells.

The heads name the columns and the agencies at the end of a row settle those of the owners; before them the columns of
a table are told by the spaces of empty cells, or by how a narrow cell breaks its words. A row that nothing settles is
told as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.lost_rows import OWNERS, TEXTS, column_kind, is_names, put_together
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_REASON = "分工表的这一行没有分开各栏，任务与单位没有读出"
_SPACES = re.compile(r"[ \t\u3000]+")
_NUMBERS = ("序号", "编号")
_SENTENCE = re.compile("[，。；：]")
_MOST_COLUMNS, _FEWEST_COLUMNS = 9, 4
_LONGEST_LINE = 6000
_NARROW = 8  # characters of a line of a narrow cell
_EMPTY = RawCell(())


@dataclass(frozen=True, slots=True)
class _Layout:
    """The heads, what their columns hold, and `gap`: the spaces between two heads."""

    heads: tuple[str, ...]
    kinds: tuple[str, ...]
    gap: int

    @property
    def texts(self) -> int:
        """How many columns stand between the number and the agencies."""
        return sum(kind not in OWNERS for kind in self.kinds) - 1

    @property
    def owners(self) -> int:
        """How many columns of agencies there are."""
        return sum(kind in OWNERS for kind in self.kinds)


def restored(blocks: Sequence[RawBlock], *, whole: bool = False) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of such rows, and a gap for each row that fits no columns.

    `whole`: only tables of which every row fits; others may fit looser columns.
    Guaranteed: words stay in order; only lines behind a line that is nothing but the heads of a division table, with
    the columns of agencies last; a row is read only where a cell of names stands for each of them.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        layout = _layout(_words(blocks[at]))
        rows = list(_lines(blocks, at + 1)) if layout else []
        table = _table(layout, [_words(blocks[i]) for i in rows]) if layout and rows else None
        if table and not (whole and len(table) > 1):
            found += table
            at = rows[-1] + 1
        else:
            found.append(blocks[at])
            at += 1
    return tuple(found)


def _words(block: RawBlock) -> str:
    plain = isinstance(block, RawParagraph) and not block.aside and not block.level
    return block.text.strip() if plain and isinstance(block, RawParagraph) else ""


def _layout(words: str) -> _Layout | None:
    if not words.startswith(_NUMBERS) or len(words) > 120:
        return None
    heads = put_together(_SPACES.split(words))
    if not _FEWEST_COLUMNS <= len(heads) <= _MOST_COLUMNS:
        return None
    kinds = [column_kind(fold(without_spaces(head))) or "" for head in heads]
    owners = [kind in OWNERS for kind in kinds]
    first = owners.index(True) if True in owners else 0
    if not all(kinds) or kinds[0] != "number" or not first or not all(owners[first:]):
        return None
    if not TEXTS & set(kinds[1:first]) or not all(kind in TEXTS for kind in kinds[1:first]):
        return None
    return _Layout(tuple(heads), tuple(kinds), min(map(len, _SPACES.findall(words))))


def _lines(blocks: Sequence[RawBlock], start: int) -> Iterator[int]:
    """The places of the lines that are numbered on from 1, blank lines between them passed over."""
    number = 1
    for at in range(start, len(blocks)):
        words = _words(blocks[at])
        if not words and isinstance(blocks[at], RawParagraph) and not getattr(blocks[at], "text", "").strip():
            continue
        if not re.match(rf"{number}[ \t\u3000]", words) or len(words) > _LONGEST_LINE:
            return
        yield at
        number += 1


def _table(layout: _Layout, lines: Sequence[str]) -> list[RawBlock] | None:
    """The rows as tables, a gap in place of each that was not read; None where the first was not."""
    read = [_row(layout, line) for line in lines]
    if not read or read[0] is None:
        return None
    found: list[RawBlock] = []
    rows = [tuple(RawCell((head,)) for head in layout.heads)]
    above: tuple[RawCell, ...] = ()
    for row, line in zip(read, lines, strict=True):
        if row is None:
            found += [RawTable(tuple(rows))] if rows else []
            found += [RawParagraph(line, aside=True), RawUnread(_REASON)]
            rows, above = [], ()
            continue
        above = tuple(_merged(row, above, layout.kinds))
        rows.append(above)
    return [*found, RawTable(tuple(rows))] if rows else found


def _merged(row: Sequence[RawCell], above: Sequence[RawCell], kinds: Sequence[str]) -> Iterator[RawCell]:
    """The cells of a row, an empty one left of the last text the one above: it was merged with it."""
    last = max(i for i, kind in enumerate(kinds) if kind in TEXTS)
    for i, cell in enumerate(row):
        yield above[i] if above and not cell.paragraphs and i < last else cell


def _row(layout: _Layout, line: str) -> tuple[RawCell, ...] | None:
    """The cells of a row by column; None where nothing settles them."""
    cells = _cells(line, layout.gap)
    names = cells[-layout.owners :]
    before = cells[1 : -layout.owners]
    if not before or not all(map(_is_names, names)) or _is_names(before[-1]):
        return None
    texts = _texts(before, layout.texts)
    return None if texts is None else tuple(RawCell((cell,)) if cell else _EMPTY for cell in (cells[0], *texts, *names))


def _cells(line: str, gap: int) -> list[str]:
    """The cells of a line, empty ones where the spaces are wider than between two heads; a list of names is whole."""
    found: list[str] = []
    end = 0
    for space in _SPACES.finditer(line):
        found += [line[end : space.start()], *[""] * (len(space[0]) // gap - 1)]
        end = space.end()
    joined: list[str] = []
    for cell in (*found, line[end:]):
        if joined and joined[-1].endswith(("、", "，")):
            joined[-1] += cell
        else:
            joined.append(cell)
    return joined


def _is_names(cell: str) -> bool:
    return is_names(fold(without_spaces(cell)))


def _texts(cells: Sequence[str], width: int) -> list[str] | None:
    """The cells before the agencies by column: the last holds all from the first sentence on, those before it are
    narrow and break their words; None where they can be put together in no way or in several."""
    if len(cells) == width:
        return list(cells)
    if width == 1:
        return ["".join(cells)]
    body = next((i for i, cell in enumerate(cells) if _SENTENCE.search(fold(cell))), len(cells) - 1)
    ways = list(_ways(cells[:body], width - 1)) if body else []
    return [*ways[0], "".join(cells[body:])] if len(ways) == 1 else None


def _ways(pieces: Sequence[str], width: int) -> Iterator[list[str]]:
    """The ways to put pieces together as cells in their order, each as one narrow cell breaks its words."""
    if width == 1:
        if _is_one(pieces):
            yield ["".join(pieces)]
        return
    for size in range(1, len(pieces) - width + 2):
        if _is_one(pieces[:size]):
            yield from (["".join(pieces[:size]), *rest] for rest in _ways(pieces[size:], width - 1))


def _is_one(pieces: Sequence[str]) -> bool:
    """Whether pieces are the lines of one cell: all as long as it is wide, but for the last."""
    full = len(pieces[0])
    broken = all(len(piece) == full for piece in pieces[:-1]) and 0 < len(pieces[-1]) <= full <= _NARROW
    return len(pieces) == 1 or broken
