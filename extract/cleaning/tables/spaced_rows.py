"""Division tables of which a copy has put each row on one line, with only spaces between its cells.

The heads name the columns and the agencies at the end of a row settle those of the owners; before them the columns of
a table are told by the spaces of empty cells, or by how a narrow cell breaks its words. A row that nothing settles is
told as unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.cleaning.tables.lost_rows import (
    HEAD_ENDS,
    OWNERS,
    TEXTS,
    column_kind,
    is_date,
    is_names,
    put_together,
)
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_REASON = "分工表的这一行没有分开各栏，任务与单位没有读出"
_SPACES = re.compile(r"[ \t\u3000]+")
_SENTENCE = re.compile("[，。；：]")
_HEADS = re.compile(f"[{HEAD_ENDS}]")
_BEHIND = frozenset({"deadline", "other"})
_MOST_COLUMNS, _FEWEST_COLUMNS = 9, 3
_FEWEST_ROWS = 2
_LONGEST_HEADS = 120  # characters
_LONGEST_LINE = 6000
_NARROW = 8  # characters of a line of a narrow cell
_EMPTY = RawCell(())


@dataclass(frozen=True, slots=True)
class _Layout:
    """The heads, what their columns hold, and `gap`: the spaces between two heads."""

    heads: tuple[str, ...]
    kinds: tuple[str, ...]
    gap: int

    def is_head(self, words: str) -> bool:
        """Whether a line is the heads again."""
        return words.endswith(self.heads[-1]) and tuple(put_together(_SPACES.split(words))) == self.heads

    @property
    def counted(self) -> bool:
        """Whether the rows are numbered in a column of their own."""
        return self.kinds[0] == "number"

    @property
    def owners(self) -> range:
        """The columns of agencies, side by side."""
        found = [i for i, kind in enumerate(self.kinds) if kind in OWNERS]
        return range(found[0], found[-1] + 1)

    @property
    def tail(self) -> tuple[str, ...]:
        """What the columns behind them hold: dates, remarks."""
        return self.kinds[self.owners.stop :]


def restored(blocks: Sequence[RawBlock], *, whole: bool = False) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of such rows, and a gap for each row that fits no columns.

    `whole`: only tables of which every row fits; others may fit looser columns.
    Guaranteed: words stay in order; only lines behind a line that is nothing but the heads of a division table, with
    its columns of agencies side by side; a row is read only where a cell of names stands for each of them.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        layout = _layout(_words(blocks[at]))
        rows = list(_lines(blocks, at + 1, layout)) if layout else []
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
    if not _HEADS.search(words[-3:]) or len(words) > _LONGEST_HEADS or not _SPACES.search(words):
        return None
    heads = put_together(_SPACES.split(words))
    if not _FEWEST_COLUMNS <= len(heads) <= _MOST_COLUMNS:
        return None
    kinds = tuple(column_kind(fold(without_spaces(head))) or "" for head in heads)
    if not all(kinds) or not OWNERS & set(kinds):
        return None
    layout = _Layout(tuple(heads), kinds, min(map(len, _SPACES.findall(words))))
    texts = kinds[layout.counted : layout.owners.start]
    sided = all(kind in OWNERS for kind in kinds[layout.owners.start : layout.owners.stop])
    return layout if sided and texts and set(texts) <= TEXTS and set(layout.tail) <= _BEHIND else None


def _lines(blocks: Sequence[RawBlock], start: int, layout: _Layout) -> Iterator[int]:
    """The places of the lines that are numbered on from 1 or end in agencies; blank lines are passed over.

    The heads again, as on a new page, are one of them where the numbers go on behind them.
    """
    number, again = 1, -1
    for at in range(start, len(blocks)):
        words = _words(blocks[at])
        if not words and isinstance(blocks[at], RawParagraph) and not getattr(blocks[at], "text", "").strip():
            continue
        if again < 0 < number - 1 and layout.is_head(words):
            again = at
            continue
        counts = layout.counted and _opens(words, number)
        ends = again < 0 and _ends_in_names(words, layout)
        if len(words) > _LONGEST_LINE or not (counts or ends):
            return
        if again >= 0:
            yield again
        yield at
        number, again = number + (counts or not layout.counted), -1


def _opens(words: str, number: int) -> bool:
    return re.match(rf"{number}[ \t\u3000]", words) is not None


def _ends_in_names(words: str, layout: _Layout) -> bool:
    """Whether a line has spaces, and agencies in one of its last cells: a row, though it may fit no columns."""
    cells = _SPACES.split(words[:_LONGEST_LINE])
    last = cells[1:][-len(layout.owners) - len(layout.tail) :]
    return any(map(_is_names, last)) and not layout.is_head(words)


def _table(layout: _Layout, lines: Sequence[str]) -> list[RawBlock] | None:
    """The rows as tables, a gap in place of each that was not read; None where the first was not.

    One row is enough where it has the number 1. None, too, where a cell of agencies has spaces of its own: then no row
    tells in which of the columns its names stand.
    """
    head = tuple(RawCell((one,)) for one in layout.heads)
    read = [head if layout.is_head(line) else _row(layout, line) for line in lines]
    if not read or read[0] is None or len(read) + layout.counted < _FEWEST_ROWS:
        return None
    if len(layout.owners) > 1 and any(_names_more(layout, line) for line in lines):
        return None
    found: list[RawBlock] = []
    rows = [head]
    above: tuple[RawCell, ...] = ()
    for row, line in zip(read, lines, strict=True):
        if row is None:
            found += [RawTable(tuple(rows))] if rows else []
            found += [RawParagraph(line, aside=True), RawUnread(_REASON)]
            rows, above = [], ()
            continue
        if row is head:
            rows.append(head)
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
    if layout.counted and not cells[0].isdigit():
        return None
    width = len(layout.owners)
    for behind in range(len(layout.tail), _fewest(layout.tail) - 1, -1):
        end = len(cells) - behind
        before, names, tail = cells[layout.counted : end - width], cells[end - width : end], cells[end:]
        if not before or not all(map(_is_names, names)) or _is_names(before[-1]) or not _fits(tail, layout.tail):
            continue
        texts = _texts(before, layout.owners.start - layout.counted)
        if texts is None:
            return None
        row = (*cells[: layout.counted], *texts, *names, *tail, *[""] * (len(layout.tail) - behind))
        return tuple(RawCell((cell,)) if cell else _EMPTY for cell in row)
    return None


def _names_more(layout: _Layout, line: str) -> bool:
    """Whether more cells of agencies stand side by side than columns."""
    run = longest = 0
    for cell in _cells(line, layout.gap):
        run = run + 1 if _is_names(cell) else 0
        longest = max(longest, run)
    return longest > len(layout.owners)


def _fewest(tail: Sequence[str]) -> int:
    """How many cells stand behind the agencies at least: a last column of remarks may be empty."""
    return max((i + 1 for i, kind in enumerate(tail) if kind != "other"), default=0)


def _fits(cells: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether the cells behind the agencies are dates where they have to be, and no names."""
    shown = [fold(without_spaces(cell)) for cell in cells]
    pairs = zip(shown, kinds, strict=False)
    return all(is_date(words) if kind == "deadline" else not is_names(words) for words, kind in pairs)


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
