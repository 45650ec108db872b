"""Paragraphs in a row that open with a dash and a title in one or two clauses: ——坚持节水优先，建设节水型城市。…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guitu.extract.structure.outline.prescribing import prescribes
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered

_DASHES = ("—", "--")
_TITLE = re.compile(
    r"\s*[—-]++\s*(?P<title>[^。；：！？，\d]{2,30}(?:，[^。；：！？，\d]{4,30})?)。(?P<rest>.{16})", re.DOTALL
)
_PROJECT = re.compile(
    r"\s*[—-]++\s*(?P<title>(?![到至以在为是各全]|力争|参与|推进)(?:(?!达到|推进|完成|加强|统筹|\d年)[^。；：！？，]){4,40})"
    r"(?=[，；。：])"
)
_OF_PROJECTS = re.compile("项目|工程")
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
    return found | _projects(text, blocks)


def _projects(text: Text, blocks: Sequence[Block]) -> dict[int, Span]:
    """The names of the projects that a box lists behind dashes: ——体育馆改建，总投资3亿元；"""
    found: dict[int, Span] = {}
    starts = {block: i for i, block in enumerate(blocks)}
    for row in filter(None, _rows(text, blocks)):
        above = text.words_of(blocks[starts[row[0]] - 1]).strip() if starts[row[0]] else ""
        number = numbered(above)
        boxed = number is not None and number.rank is Rank.BOX and _OF_PROJECTS.search(above)
        told = [(block, match) for block in row if (match := _PROJECT.match(text.words_of(block)))]
        if boxed and len(told) == len(row) >= _FEWEST:
            found |= {block.span.start: Span(*match.span("title")).shift(block.span.start) for block, match in told}
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
