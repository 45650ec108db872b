"""Tables whose first row is the heading above them, and one cell that holds a box with its title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guitu.extract.raw import RawBlock, RawCell, RawParagraph, RawTable
from guitu.extract.text import fold
from guitu.extract.words.characters import without_spaces
from guitu.extract.words.numbering import Rank, numbered

_LONGEST = 80  # characters of a heading in a row


def beheaded(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a heading (附件2 …, 专栏3 …) that is the first row of its table as paragraphs above the table.

    Guaranteed: only a first row that is one cell and opens with such a number, under it at least one row more; what is
    under the title of a box in one cell each is paragraphs of the box; every other table stays as it is.
    """
    return tuple(piece for block in blocks for piece in _pieces(block))


def _pieces(block: RawBlock) -> Iterator[RawBlock]:
    if isinstance(block, RawTable) and len(block.rows) > 1 and (cell := _one_cell(block.rows[0])):
        shown = [fold(without_spaces(text)) for text in cell.paragraphs]
        number = numbered(shown[0]) if shown else None
        if number and number.rank in (Rank.ANNEX, Rank.BOX) and max(map(len, shown)) <= _LONGEST:
            framed = number.rank is Rank.BOX
            yield from (RawParagraph(text, box=framed) for text in cell.paragraphs)
            inside = [_one_cell(row) for row in block.rows[1:]]
            if framed and all(inside):
                yield from (RawParagraph(text, box=True) for one in inside if one for text in one.paragraphs)
            else:
                yield RawTable(block.rows[1:])
            return
    yield block


def _one_cell(row: Sequence[RawCell]) -> RawCell | None:
    """The cell that fills a row, alone or with empty ones behind it."""
    filled = {id(cell): cell for cell in row if cell.paragraphs}
    return next(iter(filled.values())) if len(filled) == 1 and row[0].paragraphs else None
