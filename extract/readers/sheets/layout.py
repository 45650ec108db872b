"""From the cells of a sheet to blocks: lines above a table, the table, notes below; shared by XLSX and CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guitu.extract.raw import MOST_CELLS, RawBlock, RawCell, RawParagraph, RawTable, RawUnread
from guitu.extract.readers.grids import cell
from guitu.extract.readers.sheets.beside import first_columns
from guitu.extract.readers.sheets.number_formats import shown
from guitu.extract.text import fold
from guitu.extract.words.numbering import Rank, numbered

MOST_CHARACTERS = 10_000_000
_NOTE = re.compile(r"\s*(?:注|备注|说明|附注|填表|填报|联系|制表|审核)[^：:]{0,8}[：:]|\s*注\s*\d{0,2}[.．、]|\s*[*※]")
_LABEL = re.compile(r"\s*[^：:\n]{1,10}[：:][^\n]{0,40}$")  # 填报单位：市水利局, 单位：万元
_GROUP_RANKS = (Rank.PART, Rank.CHAPTER, Rank.HAN, Rank.HAN_BRACKET)
_LONGEST_GROUP = 60
_HEAD = 8  # rows in which headings stand
_OF_DAYS = re.compile("完成.{0,4}[时期]|[时期]限|日期|时间|截止|办结")  # headings of columns of days
_LONGEST_HEADING = 12
_SERIAL = re.compile("(?:3[6-9]|[4-6][0-9])[0-9]{3}")  # days from 1900, of the years 1998 to 2091


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells shown as one, from its first row and column to its last."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Budget:
    """How many cells and characters of a file may still be read. `grid`: cells of tables, blank ones as well."""

    cells: int = MOST_CELLS
    grid: int = MOST_CELLS
    characters: int = MOST_CHARACTERS

    def takes(self, words: str) -> bool:
        """Whether one more written cell may be kept; what is over is not read."""
        self.cells -= 1
        self.characters -= len(words)
        return self.cells >= 0 and self.characters >= 0


@dataclass(slots=True)
class Sheet:
    """What is written in a sheet: rows by number, each its words by column. `merges`: in any order, at will apart.

    `from_1904`: how the workbook counts days.
    """

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    from_1904: bool = False

    def put(self, row: int, column: int, words: str) -> None:
        """Write a cell."""
        self.rows.setdefault(row, {})[column] = words


def blocks(sheet: Sheet, budget: Budget, *, one_table: bool = False) -> Iterator[RawBlock]:
    """The blocks of a sheet: blank rows divide tables, blank rows and columns go, a merged cell is one cell.

    Rows of one cell above a table are paragraphs, and so are notes below it. A grid that is over the budget is cut,
    and what was cut is told. `one_table`: blank rows divide nothing.
    """
    for stretch in filter(None, [sorted(sheet.rows)]) if one_table else _stretches(sheet):
        parts = [] if one_table else _beside(sheet, stretch)
        for part in parts:
            yield from blocks(part, budget)
        if not parts:
            yield from _stretch(sheet, stretch, budget)


def _beside(sheet: Sheet, numbers: Sequence[int]) -> list[Sheet]:
    """The sheets that stand side by side in a stretch of rows; none where it is one."""
    columns = sorted({column for row in numbers for column in sheet.rows[row]})
    starts = first_columns(sheet.rows, numbers, columns)
    if len(starts) < 2:
        return []
    found: list[Sheet] = []
    for start, end in zip(starts, [*starts[1:], columns[-1] + 1], strict=True):
        held = {
            row: {column: words for column, words in sheet.rows[row].items() if start <= column < end}
            for row in numbers
        }
        merges = [
            Merge(one.top, max(one.left, start), one.bottom, min(one.right, end - 1))
            for one in sheet.merges
            if start <= one.left < end
        ]
        found.append(Sheet({row: cells for row, cells in held.items() if cells}, merges, sheet.from_1904))
    return found


def _stretches(sheet: Sheet) -> Iterator[list[int]]:
    """Numbers of rows that no blank row divides; a merged cell reaches over blank rows."""
    reach: dict[int, int] = {}
    for merge in sheet.merges:
        reach[merge.top] = max(reach.get(merge.top, 0), merge.bottom)
    found: list[int] = []
    end = 0
    for row in sorted(sheet.rows):
        if found and row > end + 1:
            yield found
            found = []
        found.append(row)
        end = max(end, row, reach.get(row, 0))
    if found:
        yield found


def _stretch(sheet: Sheet, numbers: Sequence[int], budget: Budget) -> Iterator[RawBlock]:
    columns = sorted({column for row in numbers for column in sheet.rows[row]})
    _write_days(sheet, numbers, columns)
    most = max(0, budget.grid // len(columns))
    budget.grid -= min(most, len(numbers)) * len(columns)
    kept = numbers[:most]
    grid = _grid(sheet, kept, columns)
    above = next((i for i, row in enumerate(grid) if len(_filled(row)) > 1 and not _is_form(row)), len(grid))
    below = next((i + 1 for i in range(len(grid) - 1, above, -1) if not _is_note(grid[i])), above + 1)
    yield from _paragraphs(grid[:above])
    if above < len(grid):
        yield RawTable(tuple(tuple(_covering(row)) for row in grid[above:below]))
        yield from _paragraphs(grid[below:])
    if len(kept) < len(numbers):
        yield RawUnread(f"表格过大，第{numbers[len(kept)]}行起未读")


def _write_days(sheet: Sheet, numbers: Sequence[int], columns: Sequence[int]) -> None:
    """Write as days what the program counts as days, in columns whose heading asks for one: 46203 is 2026-06-30."""
    for column in columns:
        dated = False
        for i, row in enumerate(numbers):
            words = sheet.rows[row].get(column, "")
            if dated and _SERIAL.fullmatch(words):
                sheet.put(row, column, shown(words, "yyyy-mm-dd", from_1904=sheet.from_1904))
            elif i < _HEAD and len(words) <= _LONGEST_HEADING and _OF_DAYS.search(words):
                dated = True


def _grid(sheet: Sheet, numbers: Sequence[int], columns: Sequence[int]) -> list[list[RawCell]]:
    at_row = {row: i for i, row in enumerate(numbers)}
    at_column = {column: k for k, column in enumerate(columns)}
    grid = [[cell(*_lines(sheet.rows[row].get(column, ""))) for column in columns] for row in numbers]
    merged: set[tuple[int, int]] = set()
    for merge in sheet.merges:
        if len(merged) > MOST_CELLS:
            break
        down = _within(at_row, merge.top, merge.bottom)
        across = _within(at_column, merge.left, merge.right)
        for i in down:
            if down and across and (i, across[0]) not in merged:
                merged.update((i, k) for k in across)
                grid[i][across[0] : across[-1] + 1] = [grid[down[0]][across[0]]] * len(across)
    return grid


def _within(places: Mapping[int, int], first: int, last: int) -> range:
    """The places of the numbers from first to last; they stand in a row."""
    if last - first <= len(places):
        found = [places[n] for n in range(first, last + 1) if n in places]
    else:
        found = [place for n, place in places.items() if first <= n <= last]
    return range(found[0], found[-1] + 1) if found else range(0)


def _lines(words: str) -> list[str]:
    return words.splitlines()


def _filled(row: Iterable[RawCell]) -> list[RawCell]:
    """The cells with words, a merged one once."""
    return list({id(one): one for one in row if one.paragraphs}.values())


def _is_form(row: Sequence[RawCell]) -> bool:
    """Whether every cell is a label with its value: 填报单位：… | 日期：…, as above a table."""
    return all(_LABEL.match("\n".join(one.paragraphs)) for one in _filled(row))


def _is_note(row: Sequence[RawCell]) -> bool:
    filled = _filled(row)
    return not filled or (len(filled) == 1 and bool(_NOTE.match(filled[0].paragraphs[0])))


def _covering(row: Sequence[RawCell]) -> Sequence[RawCell]:
    """A numbered line alone in its row names a group of rows, and covers the row: 一、基础设施（3项）."""
    filled = _filled(row)
    if len(filled) != 1 or filled[0] is not row[0] or len(filled[0].paragraphs) > 1:
        return row
    words = fold(filled[0].paragraphs[0].strip())
    number = numbered(words) if len(words) <= _LONGEST_GROUP else None
    return [row[0]] * len(row) if number and number.rank in _GROUP_RANKS and "。" not in words else row


def _paragraphs(rows: Sequence[Sequence[RawCell]]) -> Iterator[RawParagraph]:
    written: set[int] = set()
    for row in rows:
        for one in _filled(row):
            if id(one) not in written:
                written.add(id(one))
                yield from (RawParagraph(text) for text in one.paragraphs)
