"""Paragraphs in a row that open with a dash and a title in one or two clauses: ——坚持节水优先，建设节水型城市。…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guitu.extract.structure.prescribing import prescribes
from guitu.extract.text import Block, Paragraph, Span, Text

_DASHES = ("—", "--")
_TITLE = re.compile(
    r"\s*[—-]{1,2}\s*(?P<title>[^。；：！？，\d]{4,30}(?:，[^。；：！？，\d]{4,30})?)。(?P<rest>.{16})", re.DOTALL
)
_FEWEST = 3


def titles(text: Text, blocks: Sequence[Block]) -> dict[int, Span]:
    """Where the titles stand of such paragraphs, by where these begin; their texts say what is done."""
    found: dict[int, Span] = {}
    for row in _rows(text, blocks):
        told = [(block, match) for block in row if (match := _TITLE.match(text.words_of(block)))]
        work = [prescribes(text.words_of(block)[match.start("rest") :]) for block, match in told]
        if len(told) == len(row) >= _FEWEST and 2 * sum(work) > len(row):
            found |= {
                block.span.start: Span(*match.span("title")).shift(block.span.start)
                for (block, match), done in zip(told, work, strict=True)
                if done
            }
    return found


def _rows(text: Text, blocks: Sequence[Block]) -> Iterator[list[Block]]:
    row: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and not block.aside and text.words_of(block).lstrip().startswith(_DASHES):
            row.append(block)
        elif row:
            yield row
            row = []
    yield row
