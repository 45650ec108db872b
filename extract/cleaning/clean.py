"""From the blocks of a reader to a reading text: cleaning steps in order, then every block gets its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guitu.extract.cleaning.tables import (
    area_lines,
    barred_rows,
    flat_tables,
    headed_tables,
    indicator_cells,
    indicator_lines,
    lacking_cells,
    lost_tables,
    ragged_rows,
    sizes,
    spaced_rows,
)
from guitu.extract.cleaning.text import (
    copiers_notes,
    fragments,
    furniture,
    glued,
    label_breaks,
    lines,
    misread,
    noise,
    page_marks,
    run_together,
    spaced_titles,
)
from guitu.extract.raw import RawBlock, RawTable, RawUnread
from guitu.extract.text import Block, Cell, Paragraph, Span, Table, Text, Unread
from guitu.extract.words import characters

_NEAR = 20  # characters shown of the text before an unread part


def clean(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """The blocks as a reader means them.

    Guaranteed: no blank paragraph and no line break inside one; the guarantees of each step hold; cleaning twice
    changes nothing.
    """
    blocks = sizes.bounded(blocks)
    blocks = indicator_cells.restored(blocks)  # by the blank lines between rows, before any of them go
    blocks = indicator_lines.restored(blocks)  # by the spaces between values, before any of them go
    blocks = area_lines.restored(blocks)
    blocks = characters.plain(blocks)
    blocks = page_marks.joined(blocks)
    blocks = barred_rows.restored(blocks)
    blocks = spaced_rows.restored(blocks, whole=True)
    blocks = lost_tables.restored(blocks)  # by the spaces between cells, before any of them go
    blocks = spaced_rows.restored(blocks)
    blocks = indicator_lines.told(blocks)
    blocks = area_lines.told(blocks)
    blocks = flat_tables.told(blocks)
    blocks = ragged_rows.restored(blocks)
    blocks = lacking_cells.restored(blocks)
    blocks = misread.corrected(blocks)
    blocks = noise.with_noise_aside(blocks)
    blocks = headed_tables.beheaded(blocks)
    blocks = fragments.glued(blocks)
    blocks = furniture.without_copies(blocks)
    blocks = furniture.without_pages(blocks)
    blocks = furniture.with_contents_aside(blocks)
    blocks = furniture.with_site_aside(blocks)
    blocks = copiers_notes.with_notes_aside(blocks)
    blocks = lines.joined(blocks)
    blocks = run_together.split(blocks)
    blocks = label_breaks.parted(blocks)
    blocks = glued.parted(blocks)
    return characters.spaced(blocks, spaced_titles.titles(blocks))


def signs_only(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks that no layout has broken: stray signs and spaces go, every paragraph and cell stays where it is."""
    return characters.spaced(characters.plain(sizes.bounded(blocks)))


def assemble(blocks: Iterable[RawBlock]) -> Text:
    r"""One string with the place of every block; pure.

    Guaranteed: paragraphs are divided by a line break, cells by a tab, rows and the paragraphs of a cell by a line
    break; a merged cell is written once, where it first stands; spans are in order, apart and inside the text; what
    could not be read adds no character, and its span is the end of the text before it.

    >>> from guitu.extract.raw import RawParagraph
    >>> assemble([RawParagraph("一、目标"), RawParagraph("到2025年建成。")]).value
    '一、目标\n到2025年建成。'
    """
    pieces: list[str] = []
    placed: list[Block] = []
    unread: list[tuple[str, int]] = []
    at = 0
    for block in blocks:
        if isinstance(block, RawUnread):
            unread.append((block.reason, at))
            continue
        if placed:
            pieces.append("\n")
            at += 1
        if isinstance(block, RawTable):
            written, table = _table(block, at)
            pieces.append(written)
            placed.append(table)
            at += len(written)
        else:
            span = Span(at, at + len(block.text))
            pieces.append(block.text)
            placed.append(Paragraph(span, block.level, block.box, block.aside))
            at = span.end
    value = "".join(pieces)
    return Text(value, tuple(placed), tuple(Unread(reason, _near(value, place)) for reason, place in unread))


def _near(value: str, at: int) -> Span:
    """The last words before a place, or the first of the text: where a reader would look for what is missing."""
    end = len(value[:at].rstrip())
    if end:
        return Span(max(value.rfind("\n", 0, end) + 1, value.rfind("\t", 0, end) + 1, end - _NEAR), end)
    start = len(value) - len(value.lstrip())
    line = value.find("\n", start)
    return Span(start, min(len(value) if line < 0 else line, start + _NEAR))


def _table(table: RawTable, start: int) -> tuple[str, Table]:
    pieces: list[str] = []
    cells: dict[int, Cell] = {}
    at = start
    for i, row in enumerate(table.rows):
        fresh = list({id(one): one for one in row if id(one) not in cells}.values())
        for k, one in enumerate(fresh):
            divider = "\t" if k else "\n" if i and at > start else ""
            text = "\n".join(one.paragraphs)
            cells[id(one)] = Cell(Span(at + len(divider), at + len(divider) + len(text)))
            pieces += divider, text
            at += len(divider) + len(text)
    rows = tuple(tuple(cells[id(one)] for one in row) for row in table.rows)
    return "".join(pieces), Table(Span(start, at), rows)
