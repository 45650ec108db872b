"""Lists inside paragraphs that have a title: （一）治理水患，守护城乡。一要加固堤防。…。二要疏浚河道。…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from guitu.extract.text import Block, Span, Text
from guitu.extract.words.numbering import Numbered, Rank, integer, numbered

_RANKS = (Rank.HAN, Rank.HAN_BRACKET)
_DEMAND = re.compile(r"(?P<count>[一二三四五六七八九十]{1,3})要(?=[一-鿿“])")
_FIRST = "。一要"
_LONGEST_HEAD, _LONGEST_TITLE = 42, 26
_SHORTEST_BODY = 4  # characters behind the title of a matter
_TITLE = re.compile(f"[^，。；：]{{3,{_LONGEST_TITLE}}}[，。]")
_SENTENCE = re.compile("[^。；：（]{4,42}")
_FEWEST = 2


def apart(text: Text, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, paragraphs with such a list cut into their title and their matters, where two stand side by side.

    Guaranteed: the same words in the same order.
    """
    starts = [_starts(text, block) for block in blocks]
    found: list[Block] = []
    for at, block in enumerate(blocks):
        beside = any(starts[at - 1 : at]) or any(starts[at + 1 : at + 2])
        if not starts[at] or not beside:
            found.append(block)
            continue
        cuts = [0, *starts[at], len(block.span)]
        found += (replace(block, span=Span(*cut).shift(block.span.start)) for cut in pairwise(cuts))
    return found if len(found) > len(blocks) else blocks


def matters(text: Text, blocks: Sequence[Block]) -> dict[Block, Sequence[tuple[Block, Numbered]]]:
    """The titles of lists that are cut into paragraphs, each with its matters and their numbers."""
    found: dict[Block, Sequence[tuple[Block, Numbered]]] = {}
    for at, block in enumerate(blocks[1:], 1):
        above = blocks[at - 1]
        if not text.words_of(block).startswith(_FIRST[1:]) or not text.words_of(above).endswith("。"):
            continue
        number = numbered(text.words_of(above))
        if number is None or number.rank not in _RANKS or above.span.end != block.span.start:
            continue
        run: list[tuple[Block, Numbered]] = []
        for one in blocks[at:]:
            told = _DEMAND.match(text.words_of(one))
            if told is None or integer(told["count"]) != len(run) + 1:
                break
            run.append((one, Numbered(Rank.LETTER, told[0], told.end(), 0, len(run) + 1)))
        found[above] = run
    return found


def _starts(text: Text, block: Block) -> list[int]:
    """Where the matters of a paragraph begin behind its title, each with text of its own; empty where they do not."""
    words = text.words_of(block)
    first = words.find(_FIRST) + 1
    number = numbered(words) if 0 < first <= _LONGEST_HEAD + 8 else None
    if number is None or number.rank not in _RANKS:
        return []
    title = words[number.length : first - 1]
    if not _SENTENCE.fullmatch(title) or title.count("，") > 1:
        return []
    starts: list[int] = []
    for mark in _DEMAND.finditer(words, first):
        if words[mark.start() - 1] == "。" and integer(mark["count"]) == len(starts) + 1:
            starts.append(mark.start())
    parts = [words[start:end].rstrip() for start, end in pairwise([*starts, len(words)])]
    return starts if len(starts) >= _FEWEST and all(map(_is_titled, parts)) else []


def _is_titled(part: str) -> bool:
    mark = _DEMAND.match(part)
    title = _TITLE.match(part, mark.end()) if mark else None
    return title is not None and len(part) - title.end() >= _SHORTEST_BODY
