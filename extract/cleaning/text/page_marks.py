"""Pages that a copy has numbered as if they were points, 1、… and 2、…, each cut wherever the page ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from guitu.extract.raw import RawBlock, RawParagraph

_MARK = re.compile(r"\s*(\d{1,3})、")
_SHORTEST = 280  # characters of a page; a point of a list that is so long ends in a stop
_CUT = re.compile(r"[\u4e00-\u9fff，、（(\d]\s*$")


def joined(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with such pages as one paragraph, without their numbers.

    Guaranteed: only paragraphs that count from one, one right after the other, all but the last long and cut in the
    middle of a sentence; every other block stays as it is.

    >>> pages = [RawParagraph(f"{number}、" + "改造老旧管网，" * 50) for number in (1, 2)]
    >>> [block.text[:4] for block in joined([*pages, RawParagraph("5、绿化。")])]
    ['改造老旧', '5、绿化']
    """
    found: list[RawBlock] = []
    at = 0
    while at < len(blocks):
        pages = _pages(blocks, at)
        if len(pages) > 1:
            found.append(replace(pages[0], text="".join(_MARK.sub("", page.text, count=1).strip() for page in pages)))
        else:
            found.append(blocks[at])
        at += max(1, len(pages))
    return tuple(found)


def _pages(blocks: Sequence[RawBlock], at: int) -> list[RawParagraph]:
    """The numbered pages that begin at a block."""
    pages: list[RawParagraph] = []
    while at + len(pages) < len(blocks):
        block = blocks[at + len(pages)]
        mark = _MARK.match(block.text) if isinstance(block, RawParagraph) and not block.level else None
        if not isinstance(block, RawParagraph) or mark is None or int(mark[1]) != len(pages) + 1:
            break
        if pages and (len(pages[-1].text) < _SHORTEST or not _CUT.search(pages[-1].text)):
            break
        pages.append(block)
    return pages
