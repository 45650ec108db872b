"""How much of the tables of a file is read, so that time and memory stay bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guitu.extract.raw import MOST_CELLS, RawBlock, RawTable, RawUnread


def bounded(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks whose tables have no more than `MOST_CELLS` places in all; the rows beyond are told as unread.

    Guaranteed: paragraphs and the tables before that stay as they are; a table is cut between rows.
    """
    return tuple(_bounded(blocks))


def _bounded(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    left = MOST_CELLS
    for block in blocks:
        if not isinstance(block, RawTable) or not block.rows:
            yield block
            continue
        most = left // len(block.rows[0])
        left -= len(block.rows[0]) * min(most, len(block.rows))
        if most >= len(block.rows):
            yield block
            continue
        if most:
            yield RawTable(block.rows[:most])
        yield RawUnread(f"表格过大，只读了前{most}行" if most else "表格总数过大，此表未读")
