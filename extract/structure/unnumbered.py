"""Chapters whose heading has no number: a line that is nothing but years and the name of a chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered
from guitu.ontology import structure
from guitu.ontology.alternation import alternation

_LONGEST = 40  # characters
_YEARS = (
    r"(?:(?:19|20)\d\d(?:[-—~至](?:19|20)\d\d)?年(?:度)?|“?十[一二三四五六七]?五”?(?:时期|期间|以来)?"
    r"|(?:过去|今后|未来)的?[一二两三四五六七八九十\d]{1,2}年(?:来)?|[一五]年来|今年|明年|去年|本届政府)"
)
_JOINED = "[和与及、的，]|以及"
_TAIL = re.compile(r"\s*(?:——|—|--|：)$")
_SPACE = re.compile(r"\s+")


def chapters(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The lines that open such a chapter at the top of a document; each has running text or a heading under it.

    Inside a numbered chapter the same words are one of its lines, unless the numbers begin anew under them.
    """
    found: set[Block] = set()
    open_: Rank | None = None  # the outermost rank of the numbers that have come since the last such chapter
    for i, (block, after) in enumerate(pairwise(blocks)):
        words = text.read(block.span) if isinstance(block, Paragraph) and not block.aside else ""
        if number := numbered(words.strip()):
            open_ = number.rank if open_ is None else min(open_, number.rank)
        elif isinstance(block, Paragraph) and not (block.box or block.level) and names_chapter(words):
            holds = isinstance(after, Paragraph) and not after.aside and not names_chapter(text.read(after.span))
            if holds and (open_ is None or found or _begins_anew(text, blocks[i + 1 :], open_)):
                found.add(block)
                open_ = None
    return frozenset(found)


def _begins_anew(text: Text, blocks: Sequence[Block], rank: Rank) -> bool:
    """Whether the next number is the first of its kind, and of a kind that has come or of one around it."""
    for block in blocks:
        number = numbered(text.read(block.span).strip()) if isinstance(block, Paragraph) and not block.aside else None
        if number:
            return number.value == 1 and number.rank <= rank
    return False


def names_chapter(words: str) -> bool:
    """Whether a line is nothing but the years and the name of a chapter.

    >>> [names_chapter(t) for t in ("2026年重点工作", "“十五五”时期的主要目标任务", "2019年工作回顾——")]
    [True, True, True]
    >>> [names_chapter(t) for t in ("2026年完成重点工作", "2026年云州市重点工作", "2026年", "重点工作")]
    [False, False, False, False]
    """
    bare = _TAIL.sub("", _SPACE.sub("", words))
    return len(bare) <= _LONGEST and bare.endswith(_last_words()) and bool(_form().fullmatch(bare))


def title(text: Text, block: Paragraph) -> Span:
    """Where the name of such a chapter stands, without the dash behind it."""
    words = _TAIL.sub("", text.read(block.span).rstrip())
    return Span(block.span.start + len(words) - len(words.lstrip()), block.span.start + len(words))


@cache
def _form() -> re.Pattern[str]:
    words = alternation({*_last_words(), *structure.words_beside_chapters()})
    return re.compile(rf"(?:{_YEARS})(?:{_JOINED}|{_YEARS}|{words})*+")


@cache
def _last_words() -> tuple[str, ...]:
    kinds = ("review", "situation", "thought", "goals", "container")
    return tuple(sorted(frozenset().union(*(structure.chapter_words()[kind] for kind in kinds))))
