"""Chapters whose number stands alone on its line, without a stop: 一 / 健全水网 / …, 01 / 壮大产业 / …."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from guitu.extract.text import Block, Paragraph, Text
from guitu.extract.words.lines import is_heading
from guitu.extract.words.numbering import HAN, Numbered, Rank, integer, numbered

_NUMBER = re.compile(rf"[{HAN}]{{1,3}}|0[1-9]|1\d")
_LONGEST_TITLE = 40
_FEWEST = 2


def chapters(text: Text, blocks: Sequence[Block]) -> Mapping[int, Numbered]:
    """Where such numbers stand: each over a heading, and running text or an item under that.

    They count from one without a gap; a text whose chapters have a number with a stop has none. Cells of a table that
    was pasted as lines have no text under them.
    """
    found: dict[int, Numbered] = {}
    for block, label in _alone(text, blocks):
        value = integer(label)
        if value != len(found) + 1 or (found and label.isdigit() != _one(found).label.isdigit()):
            return {}
        found[block.span.start] = Numbered(Rank.HAN, label, len(label), 0, value)
    return found if len(found) >= _FEWEST and not _numbered_too(text, blocks) else {}


def _alone(text: Text, blocks: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    for block, title, under in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if not isinstance(block, Paragraph) or len(block.span) > 3 or block.aside:
            continue
        words = text.words_of(block).strip()
        if _NUMBER.fullmatch(words) and _is_title(text, title) and _is_text(text, under):
            yield block, words


def _one(found: Mapping[int, Numbered]) -> Numbered:
    return next(iter(found.values()))


def _is_title(text: Text, block: Block) -> bool:
    words = text.words_of(block).strip()
    return isinstance(block, Paragraph) and len(words) <= _LONGEST_TITLE and is_heading(words) and not numbered(words)


def _is_text(text: Text, block: Block) -> bool:
    words = text.words_of(block).strip()
    return isinstance(block, Paragraph) and ("。" in words or numbered(words) is not None)


def _numbered_too(text: Text, blocks: Sequence[Block]) -> bool:
    numbers = (numbered(text.words_of(block).strip()) for block in blocks)
    return any(number is not None and number.rank <= Rank.HAN and number.rank is not Rank.ANNEX for number in numbers)
