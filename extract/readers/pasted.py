"""Tables and frames that lost their form on the way into plain text, found again by their layout.

Word pastes a table as one cell per line behind a tab, rows divided by a blank line, the whole ended by two; a frame
(专栏) the same with one cell. Other tools write a row per line with tabs or | between the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawText
from guitu.extract.readers import drawn, short_rows
from guitu.extract.readers.grids import cell, grid, merged_down
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.lines import is_entry
from guitu.extract.words.numbering import Rank, numbered

_CONTENTS = re.compile(r"\s*目\s*[录次]\s*")
_SENTENCE_AND_TAB = re.compile("。 ?\t")  # no cell of a head row: a tab behind each sentence is layout
_RULE_OF_ONE = re.compile(r"\s*\|\s*:?-{2,}:?\s*\|\s*")
_BARS_OF_ONE = 2
_ALONE = re.compile(r"\|[^|]*\|")  # a row of one cell
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE = re.compile(r"[|\s:+=-]+")
_LONGEST_LABEL = 40  # characters of a column head or of the title of a frame
_NAMES_INDICATORS = re.compile(r"指标(?:名称|项目?|内容)?\s*$")
_NUMBERS = ("序号", "编号", "序")
_Cells = list[list[str]]


def blocks(lines: Sequence[str]) -> Iterator[RawBlock]:
    """Paragraphs (blank lines among them) and tables of the lines of a text."""
    at = 0
    contents = False
    sparse = _sparse(lines)
    while at < len(lines):
        line = lines[at]
        if len(line) < 40 and _CONTENTS.fullmatch(line):
            contents = True
        elif contents and not is_entry(without_spaces(line[:400])):
            contents = False
        found: tuple[Sequence[RawBlock], int] | None = None
        if not contents:
            found = _framed(lines, at) if line.count("|") == _BARS_OF_ONE else drawn.blocks(lines, at)
        if not contents and found is None:
            found = _tabbed(lines, at, sparse) if line.startswith("\t") else _rows(lines, at)
        if found is None:
            yield RawParagraph(line)
            at += 1
        else:
            yield from found[0]
            at = found[1]


# ---- one cell per line, behind a tab ----


def _sparse(lines: Sequence[str]) -> bool:
    """Whether tabs stand before few lines: where they stand before most, they only indent."""
    return sum(line.startswith("\t") for line in lines) < 0.4 * sum(bool(line.strip()) for line in lines)


def _tabbed(lines: Sequence[str], start: int, sparse: bool) -> tuple[list[RawText], int]:
    rows, end = _groups(lines, start)
    width = max(len(row) for row in rows)
    if width == 1 and _is_frame(rows, sparse):
        return [RawParagraph(text, box=True) for row in rows for one in row for text in one if text.strip()], end
    if width > 1 and len(rows) > 1 and _is_table(rows, width):
        cells = [[cell(*one) for one in row] for row in rows]
        return [merged_down(grid(cells))], end
    return [RawParagraph(line) for line in lines[start:end]], end


def _groups(lines: Sequence[str], start: int) -> tuple[list[_Cells], int]:
    """Rows of cells of lines from `start`, and where they end: two blank lines, a heading, or a line of no table."""
    rows: list[_Cells] = [[]]
    widest = 1
    at = start
    while at < len(lines):
        line = lines[at]
        if not line.strip() and not line.startswith("\t"):
            if at + 1 >= len(lines) or not lines[at + 1].strip(" \u3000"):
                break
            if not lines[at + 1].startswith("\t") and (widest > 1 or numbered(_head(lines[at + 1]))):
                break
            if lines[at + 1].startswith("\t"):
                rows.append([])
        elif line.startswith("\t"):
            rows[-1].append([line[1:]])
            widest = max(widest, len(rows[-1]))
        elif numbered(_head(line)) and widest == 1:
            break
        else:
            rows[-1][-1].append(line)
        at += 1
    return rows, at


def _head(line: str) -> str:
    return fold(without_spaces(line[:60]))


def _is_frame(rows: Sequence[_Cells], sparse: bool) -> bool:
    title = without_spaces(rows[0][0][0])
    if not sparse and not title.startswith("专栏"):
        return False
    body = sum(len(one) for row in rows for one in row) - 1
    item = numbered(fold(title))
    label = item is None or item.rank is Rank.BOX
    return 0 < len(title) <= _LONGEST_LABEL and title[-1] not in "。；，" and body > 0 and label


def _is_table(rows: Sequence[_Cells], width: int) -> bool:
    """Whether the first row can be the head of a table, and the others have its number of cells or one."""
    labels = [without_spaces("".join(one)) for one in rows[0]]
    if any(len(label) > _LONGEST_LABEL or label.endswith("。") for label in labels):
        return False
    return sum(len(row) in (1, width) for row in rows) >= 0.8 * len(rows)


# ---- one row per line ----


def _framed(lines: Sequence[str], start: int) -> tuple[list[RawText], int] | None:
    """The paragraphs of a table of one column with a rule | --- | below its first row: a box, its title first."""
    if start + 1 >= len(lines) or not _RULE_OF_ONE.fullmatch(lines[start + 1]):
        return None
    end = start
    while end < len(lines) and _ALONE.fullmatch(lines[end].strip()):
        end += 1
    cells = [lines[i].strip().strip("|") for i in range(start, end) if i != start + 1]
    texts = [text.strip() for cell in cells for text in _BREAK.split(cell) if text.strip()]
    title = numbered(_head(texts[0])) if len(texts) > 1 and len(texts[0]) <= _LONGEST_LABEL else None
    if title is None or title.rank is not Rank.BOX:
        return None
    return [RawParagraph(text, box=True) for text in texts], end


def _rows(lines: Sequence[str], start: int) -> tuple[list[RawText], int] | None:
    divider = "|" if lines[start].count("|") > 1 else "\t" if "\t" in lines[start].strip() else ""
    if not divider or (divider == "\t" and _SENTENCE_AND_TAB.search(lines[start])):
        return None
    rows: list[list[str]] = []
    end = start
    width = 0  # of the rows below the head
    ruled = False
    columns: tuple[short_rows.Kind, ...] | None = None
    while end < len(lines):
        parts = _parts(lines[end], divider)
        if ruled and len(parts) < width and len(rows) > 1 and columns is None:
            columns = short_rows.kinds(rows)
        if (columns and len(columns) == width > len(parts) and _lacks_cells(lines[end], parts, rows[-1], columns)) or (
            ruled and not columns and _lacks_merged(lines[end], parts, rows)
        ):
            pass
        elif len(parts) == 1:
            if not _covers(lines, end, divider, width):
                break
        elif len(rows) == 1 and _RULE.fullmatch(lines[end].strip()) and "-" in lines[end]:
            ruled = True  # one row is a table then: the last one, alone on a page
            end += 1
            continue
        elif len(parts) != (width or len(parts)) and not _may_differ(len(parts), width, divider, rows):
            break
        width = max(width, len(parts))
        rows.append(parts)
        end += 1
    if len(rows) < 2 - ruled or width < 2:
        return None
    made = _made(rows, width) if ruled else [[cell(part.strip()) for part in row] for row in rows]
    if 1 < len(made[0]) < width:
        made[0].insert(0, made[0][0])  # the first head stands over groups and indicators
    return [merged_down(grid(made))], end


def _lacks_cells(line: str, parts: Sequence[str], above: Sequence[str], columns: Sequence[short_rows.Kind]) -> bool:
    """Whether a line between bars is a row that lacks cells merged with the row above; no name of a group, nor below
    one."""
    whole = line.strip()
    closed = whole.startswith("|") and whole.endswith("|") and len(whole) > 1
    if not closed or any(len(row) == 1 and short_rows.is_group(row[0]) for row in (parts, above)):
        return False
    cells = [cell(part.strip()) for part in parts]
    return short_rows.under_heads(cells, [cell()] * len(columns), columns) is not None


def _lacks_merged(line: str, parts: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row between bars may lack merged cells below a head with a column of numbers; the time settles them."""
    framed = line.lstrip().startswith("|") and line.rstrip().endswith("|")
    head = next((row for row in rows[:2] if row[0].strip()), ("",))
    return framed and head[0].strip() in _NUMBERS and len(parts) <= len(head)


def _made(rows: Sequence[Sequence[str]], width: int) -> list[list[RawCell]]:
    """The rows of cells of a ruled table; in one with owners those that lack merged cells stand under their heads."""
    made: list[list[RawCell]] = []
    columns = short_rows.kinds(rows)
    for row in rows:
        cells = [cell(part.strip()) for part in row]
        lacks = len(columns) == width > len(cells) and made and len(made[-1]) == width
        alone = len(cells) == 1 and short_rows.is_group(row[0])
        made.append((short_rows.under_heads(cells, made[-1], columns) if lacks and not alone else None) or cells)
    return made


def _parts(line: str, divider: str) -> list[str]:
    """The cells of a line; one that holds no divider is a cell alone."""
    return line.strip().strip("|").split("|") if divider == "|" else line.rstrip("\r\n").split("\t")


def _may_differ(size: int, width: int, divider: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row may have another number of cells than those above: below the head, or where merged cells lack."""
    below = size == width + 1 and _heads_only(rows)
    return below or (divider == "|" and size <= _width_of_indicators(rows))


def _width_of_indicators(rows: Sequence[Sequence[str]]) -> int:
    """How many heads a table of indicators has; 0 for another: in this one merged cells may lack."""
    heads = (row for row in rows[:2] if any(_NAMES_INDICATORS.search(part) for part in row))
    return max(map(len, heads), default=0)


def _heads_only(rows: Sequence[Sequence[str]]) -> bool:
    """Whether no row but the head has several cells yet."""
    return sum(len(row) > 1 for row in rows) == 1


def _covers(lines: Sequence[str], at: int, divider: str, width: int) -> bool:
    """Whether a line without a divider is a row that names a group: short, and the table goes on below it."""
    label = without_spaces(lines[at][: 2 * _LONGEST_LABEL])
    below = len(_parts(lines[at + 1], divider)) if at + 1 < len(lines) else 0
    short = 0 < len(label) <= short_rows.LONGEST_GROUP and label[-1] not in "。；，："
    return short and below in (width, width + 1) and below > 2
