"""Tables that lost their form: one cell on each line, or all cells in one line, as a copy from a page leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.cleaning.tables import area_rows, cell_rows, lost_rows, unread_cells
from guitu.extract.cleaning.tables.cell_rows import VALUE
from guitu.extract.cleaning.tables.table_heads import COUNTED, LONGEST_HEAD, MOST_COLUMNS, YEAR, opens_left
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable, RawUnread, put_aside
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces

_LONGEST_LINE = 6000  # characters of a line that may hold a table
_NUMBERS = ("序号", "编号", "序 号", "序　号", "序")
_SPACE = re.compile(r"[ \t\u3000]+")
_UNFIT = "表格逐格成行，各栏没有对上，指标与单位没有读出"
_UNSETTLED = "表格逐格成行，各格分不清属于哪一栏，表里的内容没有读出"
_MOST_CELLS = 2000
_Line = tuple[int, str]  # the block, its text without stray spaces


def restored(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a table in place of the lines that were its cells.

    Guaranteed: words stay in order, but for spaces inside a name; a table begins at a line 序号 or 指标名称 before
    other heads of columns, and only where its rows, told by their numbers, by their lines or by a column of 约束性 and
    预期性, have as many cells as heads or lack those that were merged with the row above.
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        words = _shown(block)
        table = None
        if words:
            table = _of_tasks(blocks, at, words)
        if words and table is None and (_opens(words) or _opens_left(blocks, at, words)):
            alone = len(words) <= LONGEST_HEAD and not _SPACE.search(words)
            table = _of_lines(blocks, at) if alone else _of_one_line(block) or _of_rows(blocks, at)
        if table:
            found += table[0]
            at += table[1]
        else:
            found.append(block)
            at += 1
    return tuple(found)


def _shown(block: RawBlock) -> str:
    return block.text.strip() if isinstance(block, RawParagraph) and not block.aside and not block.level else ""


def _opens_left(blocks: Sequence[RawBlock], start: int, words: str) -> bool:
    """Whether the head of a column left of the number opens a table: 考核项目, on the next line 序号."""
    if not lost_rows.may_be_head(words):
        return False
    return opens_left([fold(without_spaces(line)) for line in _lines(blocks, start, MOST_COLUMNS + 3)[0]])


def _opens(words: str) -> bool:
    head = _SPACE.split(words[:40], maxsplit=1)[0] if words[:1] in "序编指主" else ""
    return head in COUNTED or head in ("指标", "指标名称", "主要指标")


def _of_lines(blocks: Sequence[RawBlock], start: int) -> tuple[list[RawBlock], int] | None:
    """The table whose cells are the paragraphs from `start`, and how many blocks it takes."""
    cells: list[str] = []
    places: list[int] = []
    for at in range(start, min(len(blocks), start + _MOST_CELLS)):
        words = _shown(blocks[at])
        if cells and words == cells[0]:  # the heads of the next table, or again on a new page
            break
        if not words:
            if isinstance(blocks[at], RawParagraph) and not getattr(blocks[at], "text", "x").strip():
                continue
            break
        cells.append(words)
        places.append(at)
    if cells and (of_areas := area_rows.table([fold(without_spaces(cell)) for cell in cells])):
        return of_areas[0], places[of_areas[1] - 1] - start + 1
    made = cell_rows.table(cells)
    if made is None:
        taken = unread_cells.reach([fold(without_spaces(cell)) for cell in cells]) if cells else 0
        size = places[taken - 1] - start + 1 if taken else 0
        return ([*put_aside(blocks[start : start + size]), RawUnread(_UNSETTLED)], size) if taken else None
    table, taken = made
    size = places[taken - 1] - start + 1
    return ([table] if table else [*put_aside(blocks[start : start + size]), RawUnread(_UNFIT)]), size


def _of_one_line(block: RawBlock) -> tuple[list[RawBlock], int] | None:
    """The table whose cells stand in one line with spaces between them; what follows it is a paragraph again."""
    words = _shown(block)
    if len(words) > _LONGEST_LINE or not isinstance(block, RawParagraph):
        return None
    cells = _SPACE.split(words)
    table, taken = cell_rows.table(cells) or (None, 0)
    if table is None:
        return None
    rest = " ".join(cells[taken:])
    return ([table, RawParagraph(rest)] if rest else [table]), 1


def _of_rows(blocks: Sequence[RawBlock], start: int) -> tuple[list[RawBlock], int] | None:
    """The table whose rows are the paragraphs from `start`, each with spaces between its cells.

    Only where every row has as many cells as heads; a name that has spaces of its own is put together.
    """
    heads = _SPACE.split(_shown(blocks[start]))
    shown = [fold(head) for head in heads]
    width = len(heads)
    valued = [i for i, head in enumerate(shown) if YEAR.search(head)]
    named = next((i for i, head in enumerate(shown) if head.startswith(("指标", "主要指标"))), None)
    if named is None or not valued or not 3 <= width <= MOST_COLUMNS or max(map(len, heads)) > LONGEST_HEAD:
        return None
    rows = [tuple(RawCell((head,)) for head in heads)]
    for block in blocks[start + 1 : start + _MOST_CELLS]:
        cells = _SPACE.split(_shown(block))
        more = len(cells) - width
        if more > 0:
            cells = [*cells[:named], "".join(cells[named : named + more + 1]), *cells[named + more + 1 :]]
        if len(cells) != width or not all(VALUE.match(fold(cells[i])) for i in valued):
            break
        rows.append(tuple(RawCell((cell,)) for cell in cells))
    return ([RawTable(tuple(rows))], len(rows)) if len(rows) > 2 else None


def _of_tasks(blocks: Sequence[RawBlock], start: int, words: str) -> tuple[list[RawBlock], int] | None:
    """The table of tasks and agencies from `start` on, a cell on each line or a row on each."""
    if lost_rows.may_be_head(words) and len(lost_rows.put_together(_SPACE.split(words))) == 1:
        kinds = lost_rows.heads(_lines(blocks, start, MOST_COLUMNS + 2)[0])
        shown, places = _lines(blocks, start) if kinds else ([], [])
        made = lost_rows.table(shown, kinds) if kinds else None
        return None if made is None else ([made[0]], places[made[1] - 1] - start + 1)
    if not words.startswith(_NUMBERS) or len(words) > _LONGEST_LINE or not _SPACE.search(words):
        return None
    head = lost_rows.put_together(_SPACE.split(words))
    below = _lines(blocks, start + 1, 1)[0] if len(head) <= MOST_COLUMNS else []
    kinds = lost_rows.heads([*head, *(_SPACE.split(below[0]) if below else ())])
    if kinds and len(kinds) < len(head):
        made = lost_rows.table(head, kinds)
        rest = " ".join(head[made[1] :]) if made else ""
        return (([made[0], RawParagraph(rest)] if rest else [made[0]]), 1) if made else None
    if not kinds:
        return None
    shown, places = _lines(blocks, start + 1, stop=words)
    pieces, lines = list(head), [start] * len(head)
    for line, place in zip(shown, places, strict=True):
        own = _SPACE.split(line)
        pieces += own
        lines += [place] * len(own)
    made = lost_rows.table(pieces, kinds)
    cut = made is None or (made[1] < len(lines) and lines[made[1]] == lines[made[1] - 1])
    return None if made is None or cut else ([made[0]], lines[made[1] - 1] - start + 1)


def _lines(
    blocks: Sequence[RawBlock], start: int, most: int = _MOST_CELLS, stop: str = ""
) -> tuple[list[str], list[int]]:
    """The lines from `start` on that are not empty, and where they stand.

    They end before a table, a marked heading or the heads of the next table. `stop`: those heads in one line.
    """
    cells: list[str] = []
    places: list[int] = []
    for at in range(start, min(len(blocks), start + _MOST_CELLS)):
        block = blocks[at]
        words = _shown(block)
        if cells and words and words == (stop or cells[0]) and (stop or lost_rows.may_be_head(words)):
            break  # the heads of the next table
        if words:
            cells.append(words)
            places.append(at)
        elif not isinstance(block, RawParagraph) or block.aside or block.level:
            break
        if len(cells) == most:
            break
    return cells, places
