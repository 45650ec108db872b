"""Run-in titles inside one paragraph: those of paragraphs whose breaks a copy has lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.structure.chapters import is_action
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered

_LONG = 300  # characters of a paragraph that may hold a section
_MOST = 5  # sections in one paragraph, from which on a text has lost its breaks
_OPENER = re.compile(r"([一-鿿“”、]{4,26})。")
_SHORT = re.compile(r"(?<=[。）])([一-鿿“”]{4,20})。(?=[一-鿿“])")
_SHORTEST_BODY = 40  # characters of what carries out a title, where the text has lost its breaks
_LONGEST_TITLE = 12  # of one in another text
# openers of sentences that carry out what a title names: 鼓励社会资本参与。
_CARRIES_OUT = re.compile("鼓励|支持|制定|发布|公布|建成|完成|新增|探索|开展|实现|确保|编制|修订|出台|研究")


def lost(text: Text, blocks: Sequence[Block]) -> bool:
    """Whether a text has lost the breaks inside its sections: most are one long paragraph that opens with a title."""
    whole = several = 0
    for before, block in pairwise(blocks):
        if not (isinstance(before, Paragraph) and isinstance(block, Paragraph)) or block.aside:
            continue
        number = numbered(text.read(before.span))
        if number is None or number.rank >= Rank.ARABIC or len(before.span) > _LONG or numbered(text.read(block.span)):
            continue
        if len(block.span) >= _LONG and _OPENER.match(text.read(block.span)):
            whole += 1
        else:
            several += 1
    return whole >= _MOST and whole >= several


def titles(words: str, after: int, *, lost: bool) -> list[Span]:
    """The run-in titles that a paragraph holds behind its own: 推广器具。发放…，…。改造管网。更新…，…。回用中水。…

    In a text that has `lost` its breaks: short sentences that open with a verb, before sentences that carry them out.
    In another: two or more, with no other short sentence beside them. `after`: the end of the first title.
    """
    found = [Span(*match.span(1)) for match in _SHORT.finditer(words, after)]
    if lost:
        named = [title for title in found if _names_work(words[title.start : title.end])]
        ends = [*(title.start for title in named), len(words)][1:]
        return [t for t, end in zip(named, ends, strict=True) if _is_body(words[t.end + 1 : end], len(t))]
    for title in found:
        body = words[title.end + 1 : words.find("。", title.end + 1) + 1 or len(words)]
        if "，" not in body or len(body) < 2 * len(title) or len(title) > _LONGEST_TITLE:
            return []
    verbal = sum(is_action(words[title.start : title.end]) for title in found)
    return found if len(found) > 1 and 2 * verbal >= len(found) else []


def _names_work(title: str) -> bool:
    return is_action(title) and not _CARRIES_OUT.match(title)


def _is_body(words: str, title: int) -> bool:
    return len(words) >= max(_SHORTEST_BODY, 2 * title) and "，" in words
