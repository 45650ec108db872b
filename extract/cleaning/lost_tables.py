"""Tables that lost their form: one cell on each line, or all cells in one line, as a copy from a page leaves them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.cleaning import lost_rows
from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.ontology.knowledge import columns, matter_columns

_MOST_COLUMNS = 9
_LONGEST_HEAD = 16  # characters of the head of a column
_LONGEST_LINE = 6000  # characters of a line that may hold a table
_COUNTED = frozenset({"序号", "编号", "序"})
_NUMBERS = ("序号", "编号", "序 号", "序　号", "序")
_YEAR = re.compile(r"(?:19|20)\d\d年|目标值?|现状值?|规划值|基期值?|完成值|“?十[三四五六七]五”?末?$")
_ATTRIBUTE = re.compile("(?:预期|约束|引导|指导|导向)性?")
_VALUE = re.compile(
    r"[^一-鿿]{0,3}\d|[-—–/〔]|(?:[力争达到控制在不低高于超过约近累计共]{1,6})\d|(?:提高|降低|下降|增加|完成)"
)
_SPACE = re.compile(r"[ \t\u3000]+")
_NEXT_PART = re.compile(
    "附[件表录]\\d|第[一二三四五六七八九十]{1,3}[章节篇]|专栏|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|注[：\\d]|备注："
)
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
        if words and table is None and _opens(words):
            alone = len(words) <= _LONGEST_HEAD and not _SPACE.search(words)
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


def _opens(words: str) -> bool:
    head = _SPACE.split(words[:40], maxsplit=1)[0] if words[:1] in "序编指主" else ""
    return head in _COUNTED or head in ("指标", "指标名称", "主要指标")


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
    made = _table(cells)
    return None if made is None else ([made[0]], places[made[1] - 1] - start + 1)


def _of_one_line(block: RawBlock) -> tuple[list[RawBlock], int] | None:
    """The table whose cells stand in one line with spaces between them; what follows it is a paragraph again."""
    words = _shown(block)
    if len(words) > _LONGEST_LINE or not isinstance(block, RawParagraph):
        return None
    cells = _SPACE.split(words)
    made = _table(cells)
    if made is None:
        return None
    rest = " ".join(cells[made[1] :])
    return ([made[0], RawParagraph(rest)] if rest else [made[0]]), 1


def _of_rows(blocks: Sequence[RawBlock], start: int) -> tuple[list[RawBlock], int] | None:
    """The table whose rows are the paragraphs from `start`, each with spaces between its cells.

    Only where every row has as many cells as heads; a name that has spaces of its own is put together.
    """
    heads = _SPACE.split(_shown(blocks[start]))
    shown = [fold(head) for head in heads]
    width = len(heads)
    valued = [i for i, head in enumerate(shown) if _YEAR.search(head)]
    named = next((i for i, head in enumerate(shown) if head.startswith(("指标", "主要指标"))), None)
    if named is None or not valued or not 3 <= width <= _MOST_COLUMNS or max(map(len, heads)) > _LONGEST_HEAD:
        return None
    rows = [tuple(RawCell((head,)) for head in heads)]
    for block in blocks[start + 1 : start + _MOST_CELLS]:
        cells = _SPACE.split(_shown(block))
        more = len(cells) - width
        if more > 0:
            cells = [*cells[:named], "".join(cells[named : named + more + 1]), *cells[named + more + 1 :]]
        if len(cells) != width or not all(_VALUE.match(fold(cells[i])) for i in valued):
            break
        rows.append(tuple(RawCell((cell,)) for cell in cells))
    return ([RawTable(tuple(rows))], len(rows)) if len(rows) > 2 else None


def _of_tasks(blocks: Sequence[RawBlock], start: int, words: str) -> tuple[list[RawBlock], int] | None:
    """The table of tasks and agencies from `start` on, a cell on each line or a row on each."""
    if lost_rows.may_be_head(words) and len(lost_rows.whole(_SPACE.split(words))) == 1:
        kinds = lost_rows.heads(_lines(blocks, start, _MOST_COLUMNS + 2)[0])
        shown, places = _lines(blocks, start) if kinds else ([], [])
        made = lost_rows.table(shown, kinds) if kinds else None
        return None if made is None else ([made[0]], places[made[1] - 1] - start + 1)
    if not words.startswith(_NUMBERS) or len(words) > _LONGEST_LINE or not _SPACE.search(words):
        return None
    head = lost_rows.whole(_SPACE.split(words))
    below = _lines(blocks, start + 1, 1)[0] if len(head) <= _MOST_COLUMNS else []
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


def _table(cells: Sequence[str]) -> tuple[RawTable, int] | None:
    """The table at the start of a list of cells, and how many of them it takes."""
    shown = [fold(without_spaces(cell)) for cell in cells]
    width = _width(shown)
    if width is None:
        return None
    starts = _counted(shown, width) if shown[0] in _COUNTED else _closed(shown, width)
    if len(starts) < 3:  # two rows and the end
        return None
    rows = [tuple(RawCell((cell,)) for cell in cells[:width])]
    for start, end in pairwise(starts):
        own = [RawCell((cell,)) for cell in cells[start:end]]
        lacking = width - len(own)
        first = 1 if shown[0] in _COUNTED else 0  # the number is never merged; what follows it is, from the left
        above = rows[-1][first : first + lacking]
        if lacking and len(rows) == 1:
            return None
        rows.append((*own[:first], *above, *own[first:]))
    return RawTable(tuple(rows)), starts[-1]


def _width(shown: Sequence[str]) -> int | None:
    """How many heads of columns stand at the start: those before the first number, or all that are known as heads."""
    if shown[0] in _COUNTED:
        end = next((i for i, words in enumerate(shown[1 : _MOST_COLUMNS + 1], 1) if words == "1"), None)
        heads = shown[1:end] if end else ()
    else:
        end = next((i for i, words in enumerate(shown[: _MOST_COLUMNS + 1]) if not _is_head(words)), None)
        heads = shown[:end] if end else ()
    fits = end is not None and end >= 3 and all(0 < len(head) <= _LONGEST_HEAD for head in heads)
    return end if fits and any(_is_head(head) for head in heads) else None


def _is_head(words: str) -> bool:
    known = words in columns() or words in matter_columns()
    return known or bool(_YEAR.search(words)) or words.endswith(("名称", "属性", "单位", "项目", "任务"))


def _counted(shown: Sequence[str], width: int) -> list[int]:
    """Where rows begin that are numbered from 1, and the end.

    A value may be the number of the next row too: of the ways to the highest number that one holds which lacks the
    fewest cells.
    """
    ways: dict[int, tuple[int, tuple[int, ...]]] = {width: (0, (width,))}  # a place: cells lacking before it, rows
    number = 1
    while True:
        later: dict[int, tuple[int, tuple[int, ...]]] = {}
        for at, (lacking, rows) in ways.items():
            for after in range(at + 2, min(at + width, len(shown) - 1) + 1):
                if shown[after] == str(number + 1):
                    way = lacking + width - (after - at), (*rows, after)
                    later[after] = min(later.get(after, way), way)
        if not later:
            break
        ways, number = later, number + 1
    starts = list(min(ways.values())[1])
    before = starts[-1] - starts[-2] if len(starts) > 1 else width
    return [*starts, _end(shown, starts[-1], width, before)]


def _end(shown: Sequence[str], start: int, width: int, before: int) -> int:
    """The end of the last row: before a heading, behind its attribute, or as long as the table is wide (or as the row
    before it, where the text goes on)."""
    for at in range(start + 1, min(start + width, len(shown))):
        if _NEXT_PART.match(shown[at]):
            return at
        if _ATTRIBUTE.fullmatch(shown[at]):
            return at + 1
    full = start + width
    return full if full == len(shown) or before == width else min(start + before, len(shown))


def _closed(shown: Sequence[str], width: int) -> list[int]:
    """Where rows begin that end with 约束性 or 预期性, and the end; empty where the last column holds none."""
    starts = [width]
    while True:
        here = starts[-1]
        row = shown[here : here + width]
        end = next((here + k + 1 for k, words in enumerate(row) if _ATTRIBUTE.fullmatch(words) and k), None)
        if end is None:
            return starts
        starts.append(end)
