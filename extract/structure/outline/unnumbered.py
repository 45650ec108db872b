"""Chapters whose heading has no number: a line that is nothing but years and the name of a chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered
from guitu.ontology import structure
from guitu.ontology.alternation import alternation

_LONGEST = 40  # characters
_SHORTEST_TEXT = 12
_YEARS = (
    r"(?:(?:(?:19|20)\d\d|二〇[〇一二三四五六七八九]{2})(?:[-—~至](?:19|20)\d\d)?年(?:度)?|“?十[一二三四五六七]?五”?(?:时期|期间|以来)?"
    r"|(?:过去|今后|未来)的?[一二两三四五六七八九十\d]{1,2}年(?:来)?|[一五]年来|今年|明年|去年|下一?步|下一?阶段|本届政府)"
)
_JOINED = "[和与及、的，]|以及"
_DASHES = ("—", "--", "：")
_TAIL = re.compile(r"\s*(?:——|—|--|：)$")
_PREFACE = re.compile(r"前\s*言|引\s*言|序\s*言|导\s*[言语]|卷首语|编者按|编制说明")
_PART = re.compile("[一-鿿“”、]{4,20}(?<![和与及的])")


def chapters(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The lines that open such a chapter at the top of a document; each has running text or a heading under it.

    Inside a numbered chapter the same words are one of its lines, unless the numbers begin anew under them.
    """
    found: set[Block] = set()
    open_: Rank | None = None  # the outermost rank of the numbers that have come since the last such chapter
    for i, (block, after) in enumerate(pairwise(blocks)):
        words = text.words_of(block)
        if number := numbered(words.strip()):
            open_ = number.rank if open_ is None else min(open_, number.rank)
        elif (
            isinstance(block, Paragraph)
            and not (block.box or block.level)
            and names_chapter(words)
            and _holds(text, after)
            and (open_ is None or found or _begins_anew(text, blocks[i + 1 :], open_))
        ):
            found.add(block)
            open_ = None
    return frozenset(found)


def is_over(title: str, rank: Rank) -> bool:
    """Whether a chapter ends where a number of this rank comes: a preface holds no numbered chapters.

    >>> is_over("前 言", Rank.HAN), is_over("前 言", Rank.ARABIC), is_over("主要任务", Rank.HAN)
    (True, False, False)
    """
    return rank <= Rank.HAN and _PREFACE.fullmatch(title) is not None


def _holds(text: Text, block: Block) -> bool:
    """Whether what stands under such a line is running text or a heading, and no cell of a table pasted as lines."""
    if not isinstance(block, Paragraph) or block.aside:
        return False
    words = text.read(block.span).strip()
    prose = len(words) >= _SHORTEST_TEXT or bool(set(words) & set("，。；：")) or numbered(words) is not None
    return prose and not names_chapter(words)


def _begins_anew(text: Text, blocks: Sequence[Block], rank: Rank) -> bool:
    """Whether the next number is the first of its kind, and of a kind that has come or of one around it."""
    for block in blocks:
        number = numbered(text.words_of(block).strip())
        if number:
            return number.value == 1 and number.rank <= rank
    return False


def parts(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The lines between a numbered heading and its items, or between two items, that say what those below do.

    加强基础设施建设 under （一）做强增长引擎 and above 12.启动道路建设…: short, of work, without any sign.
    """
    found: set[Block] = set()
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        words = text.words_of(block).strip()
        if (
            _PART.fullmatch(words)
            and is_action(words)
            and isinstance(before, Paragraph)
            and isinstance(after, Paragraph)
        ):
            above, below = numbered(text.read(before.span).strip()), numbered(text.read(after.span).strip())
            goes_on = above and below and above.rank == below.rank and below.value == above.value + 1
            opens = above and below and above.rank < below.rank <= Rank.ARABIC
            if opens or (goes_on and below and below.rank is Rank.ARABIC):
                found.add(block)
    return frozenset(found)


def names_chapter(words: str) -> bool:
    """Whether a line is nothing but the years and the name of a chapter.

    >>> [names_chapter(t) for t in ("2026年重点工作", "“十五五”时期的主要目标任务", "2019年工作回顾——")]
    [True, True, True]
    >>> [names_chapter(t) for t in ("2026年完成重点工作", "2026年云州市重点工作", "2026年", "重点工作")]
    [False, False, False, False]
    """
    bare = "".join(words.split())
    bare = _TAIL.sub("", bare) if bare.endswith(_DASHES) else bare
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
