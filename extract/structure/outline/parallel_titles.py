"""Titles told by what stands beside and under them: （二）突出甲，做乙。… and （三）突出丙，做丁。… begin alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from guitu.extract.structure.outline.chapters import is_work
from guitu.extract.structure.outline.headings import RUN_IN, SENTENCE
from guitu.extract.text import Block, Text
from guitu.extract.words.numbering import Numbered, Rank, numbered

_SHORTEST, _LONGEST = 12, 40  # characters of a title in two clauses
_HEAD = 60  # characters in which such a title ends
_ALIKE = 2  # signs that the titles have in common at their beginning
_FEWEST = 2  # titled paragraphs under one that heads them
_RANKS = (Rank.HAN, Rank.HAN_BRACKET)


def numbered_alike(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The numbered paragraphs whose first sentence is a title in one or two clauses, with its text behind it.

    All of one kind under one heading begin with the same two signs, and there are two at least.
    """
    found: set[Block] = set()
    beside: dict[Rank, list[tuple[Block, str, str]]] = defaultdict(list)
    for block in blocks:
        number, words = _numbered(text, block)
        if number is None:
            continue
        for inner in [rank for rank in beside if rank > number.rank]:
            found.update(_alike(beside.pop(inner)))
        sentence, _, rest = words[number.length :].partition("。")
        beside[number.rank].append((block, sentence, rest))
    for rest_ in beside.values():
        found.update(_alike(rest_))
    return frozenset(found)


def _alike(beside: Sequence[tuple[Block, str, str]]) -> Sequence[Block]:
    openers = {sentence[:_ALIKE] for _, sentence, _ in beside}
    short = all(
        len(sentence) <= _LONGEST and sentence.count("，") <= 1 and rest.strip() for _, sentence, rest in beside
    )
    stops = any(set(sentence) & set("；：（") for _, sentence, _ in beside)
    if len(beside) < 2 or len(openers) > 1 or not short or stops or SENTENCE.match(beside[0][1]):
        return []
    return [block for block, sentence, _ in beside if "，" in sentence and len(sentence) >= _SHORTEST]


def over_run_ins(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The numbered paragraphs with text of their own over two or more without a number that open with their titles.

    One of these titles is of work; they may stand behind others: 更好发挥科技作用。…, 培育新兴产业。… Where such a
    paragraph stands in a chapter, one such title is enough under another of its kind there.
    """
    found: set[Block] = set()
    single: list[Block] = []  # those over one title, of the kind and the chapter that go on
    rank, sure = Rank.HAN_BRACKET, False
    for at, block in enumerate(blocks):
        number, words = _numbered(text, block)
        if number and number.rank != rank:
            single, rank, sure = [], number.rank, False
        if number and "。" in words[:_HEAD]:
            openers = tuple(takewhile(bool, (_opener(text, blocks[i]) for i in range(at + 1, len(blocks)))))
            if any(map(is_work, openers)):
                sure = sure or len(openers) >= _FEWEST
                single.append(block)
        if sure:
            found.update(single)
            single = []
    return frozenset(found)


def _opener(text: Text, block: Block) -> str:
    """The run-in title that opens a paragraph without a number; empty where none does."""
    number, words = _numbered(text, block, every=True)
    opener = RUN_IN.match(words) if number is None else None
    return opener[1] if opener and opener[2] == "。" and not SENTENCE.match(opener[1]) else ""


def _numbered(text: Text, block: Block, *, every: bool = False) -> tuple[Numbered | None, str]:
    """The number of a paragraph of a kind that chapters and their parts bear, and its words."""
    words = text.words_of(block)
    number = numbered(words)
    return (number if number and (every or number.rank in _RANKS) else None), words
