"""Run-in titles inside one paragraph: those of paragraphs whose breaks a copy has lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from guitu.extract.structure.chapters import is_action
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered

_LONG = 300  # characters of a paragraph that may hold a section
_MOST = 3  # sections in one paragraph, from which on a text has lost its breaks
_OPENER = re.compile(r"([一-鿿“”、]{4,26})。")
_SHORT = re.compile(r"(?<=[。）])([一-鿿“”]{4,28})。(?=[一-鿿“])")
_LONGEST_PLAIN = 20  # characters of a title that nothing else has to speak for
_SHORTEST_BODY = 40  # characters of what carries out a title, where the text has lost its breaks
_LONGEST_TITLE = 12  # of one in another text
# openers of sentences that carry out what a title names: 鼓励社会资本参与。; some open titles as well
_CARRIES_OUT = re.compile("鼓励|支持|制定|发布|公布|建成|完成|新增|实现|确保|修订|出台|研究")
_MAY_CARRY_OUT = re.compile("探索|开展|编制")
_ADVERB = re.compile("(?:显著|明显|大幅|优先|积极|继续|大力|加快|全面|着力|深入|持续|扎实|稳步|大规模)+")
_NEAR = 300  # characters after a title in which its words come again
_SHARED = 0.3  # of its words that a title has in common with what carries it out
_MUCH = 0.5
_LITTLE = 0.1


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
        named = _named(words, found, after)
        ends = [*(title.start for title in named), len(words)][1:]
        return [t for t, end in zip(named, ends, strict=True) if _is_body(words[t.end + 1 : end], len(t))]
    found = [title for title in found if len(title) <= _LONGEST_PLAIN]
    for title in found:
        body = words[title.end + 1 : words.find("。", title.end + 1) + 1 or len(words)]
        if "，" not in body or len(body) < 2 * len(title) or len(title) > _LONGEST_TITLE:
            return []
    verbal = sum(is_action(words[title.start : title.end]) for title in found)
    return found if len(found) > 1 and 2 * verbal >= len(found) else []


def _named(words: str, found: Sequence[Span], after: int) -> list[Span]:
    """The short sentences of a paragraph that name what the sentences after them carry out.

    Their words come again in what follows, and hardly in what stands before. Of two that stand together the first is
    the title where that is so of it, else it closes what was before.
    """
    named: list[Span] = []
    last = after
    for i, title in enumerate(found):
        told = words[title.start : title.end]
        if named and title.start == named[-1].end + 1:
            continue  # the first sentence of what carries out the title before
        ahead = _shared(told, words[title.end : title.end + _NEAR])
        behind = _shared(told, words[max(last, title.start - _NEAR) : title.start])
        last = title.end
        together = i + 1 < len(found) and found[i + 1].start == title.end + 1
        if _names_work(told, ahead, behind, together):
            named.append(title)
    return named


def _names_work(told: str, ahead: float, behind: float, together: bool) -> bool:
    """`ahead`, `behind`: the share of its words that come again; `together`: another short sentence follows."""
    adverb = _ADVERB.match(told)
    action = is_action(told) or bool(adverb and len(told) > adverb.end() + 2)
    if not action or _CARRIES_OUT.match(told):
        return False
    if together:
        return ahead >= _SHARED and ahead >= behind
    if _MAY_CARRY_OUT.match(told) or len(told) > _LONGEST_PLAIN:
        return ahead >= _MUCH and ahead >= behind
    if not is_action(told):
        return ahead >= _SHARED or (ahead > _LITTLE and behind < _LITTLE)
    return behind - ahead < _SHARED - _LITTLE


def _shared(title: str, words: str) -> float:
    """The share of the pairs of signs of a title, without its verb, that come in some words."""
    adverb = _ADVERB.match(title)
    plain = title[(adverb.end() if adverb else 0) + 2 :]
    pairs = {plain[i : i + 2] for i in range(len(plain) - 1)}
    return sum(pair in words for pair in pairs) / max(1, len(pairs))


def _is_body(words: str, title: int) -> bool:
    return len(words) >= max(_SHORTEST_BODY, 2 * title) and "，" in words
