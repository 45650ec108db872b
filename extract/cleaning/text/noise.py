"""Signs that a scan has made of dirt before the number of a heading or an item: 夹（二）, ˇ三、, ll 2．."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.numbering import HAN, Numbered, Rank, numbered
from guitu.ontology.alternation import alternation
from guitu.ontology.topics import document_words

_TOKEN = (
    r"[\u4e00-\u9fff〇]|[A-Za-z][A-Za-z\d]{0,11}|[\u00a1-\u1fff\u3041-\u31ff]{1,3}|\d{1,3}(?=[\s（(])"
    r"|[^\w\s（(“《〔【]{1,3}|_{1,3}"
)
_AHEAD = (
    rf"(?=[（(] ?(?:[{HAN}]{{1,4}}|\d{{1,2}}) ?[)）]|[{HAN}]{{1,3}} ?、|第 ?[{HAN}]{{1,3}} ?[章节篇]"
    r"|\d{1,2} ?[、.．](?=\s?[\u4e00-\u9fff“]))"
)


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(rf"\s{{0,4}}((?:(?:{_scanned().pattern}|{_TOKEN})\s{{0,3}}){{1,3}}){_AHEAD}")


@cache
def _scanned() -> re.Pattern[str]:
    """The words that a scanner puts on a page."""
    return re.compile(alternation(document_words()["scan"]))


_WORDS = re.compile(r"[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]\s{0,3}[:：]")
_LETTER = re.compile(r"[A-Za-z\u4e00-\u9fff]")
# parts of characters that are no word themselves
_PARTS = "丨丶丿亅乚乛亠亻冂冖冫凵刂勹匚卩厶夂宀彐彳忄氵灬犭疒礻糹纟罒艹虍衤讠辶阝钅"
# what makes a number one of something else: 第（二）项, 见（三）, 图2、, 周二、
_NOT_NOISE = frozenset(
    "第见按如含除自至到和与及详条款项附表图件章节篇续之在从对由以其即例注题问答卷册式栏类周初共约月年日"
)
_COUNTED = (Rank.PART, Rank.CHAPTER, Rank.ARTICLE, Rank.HAN, Rank.HAN_BRACKET, Rank.ARABIC, Rank.ARABIC_BRACKET)
_HEAD = 40  # characters in which a number stands


class _Opening(NamedTuple):
    """The number with which a block begins, behind `end` characters of noise."""

    number: Numbered
    noise: str
    end: int


def with_noise_aside(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with a sign or two before a number as a paragraph of its own, marked `aside`.

    Guaranteed: the words stay in order; only before a number that goes on from the one before it of its kind, or is the
    first of its list: right under the number around it, or before the second one.

    >>> lines = ("（一）清淤。", "夹（二）护岸。", "按（五）执行。")
    >>> [block.text for block in with_noise_aside([RawParagraph(line) for line in lines])]
    ['（一）清淤。', '夹', '（二）护岸。', '按（五）执行。']
    """
    openings = [_opening(block) for block in blocks]
    if not any(one and one.noise for one in openings):
        return tuple(blocks)
    following = _following(openings)
    found: list[RawBlock] = []
    lists = _Lists()
    for block, opening, ahead in zip(blocks, openings, following, strict=True):
        if not isinstance(block, RawParagraph):
            found.append(block)
        elif opening is None or not (lists.goes_on(opening.number, ahead) or not opening.noise):
            found.append(block)
            lists.above = lists.above if not block.text.strip() else None
        else:
            if opening.noise:
                found.append(replace(block, text=opening.noise, aside=True, level=0))
            found.append(replace(block, text=block.text[opening.end :]))
            lists.add(opening.number)
    return tuple(found)


@dataclass(slots=True)
class _Lists:
    """The numbers so far. `open`: of lists that go on; `ever`: and of those that a number around them has ended;
    `above`: the kind of number with which the paragraph before begins."""

    open: dict[Rank, int] = field(default_factory=dict)
    ever: dict[Rank, int] = field(default_factory=dict)
    above: Rank | None = None

    def goes_on(self, number: Numbered, ahead: dict[Rank, int]) -> bool:
        """Whether a number is the next of its kind, or the first: below one around it, or before a second."""
        rank, value = number.rank, number.value
        if value == 1:
            return (self.above is not None and self.above < rank) or ahead.get(rank) == 2
        return value - 1 in (self.open.get(rank), self.ever.get(rank))

    def add(self, number: Numbered) -> None:
        """A number opens a paragraph: lists inside of the one before end."""
        self.open = {outer: value for outer, value in self.open.items() if outer < number.rank}
        self.open[number.rank] = self.ever[number.rank] = number.value
        self.above = number.rank


def _opening(block: RawBlock) -> _Opening | None:
    if not isinstance(block, RawParagraph) or block.aside:
        return None
    head = fold(block.text[:_HEAD].lstrip())
    if number := numbered(head):
        return _Opening(number, "", 0) if number.rank in _COUNTED and not number.sub else None
    noise = _noise().match(block.text[:_HEAD])
    behind = numbered(fold(block.text[noise.end() : noise.end() + _HEAD])) if noise else None
    if noise is None or behind is None or not _is_noise(noise[1], behind.rank, marked=block.level > 0):
        return None
    return _Opening(behind, noise[1].strip(), noise.end())


def _is_noise(words: str, rank: Rank, *, marked: bool) -> bool:
    """Whether signs before a number mean nothing: no word, and not written together with it but for brackets."""
    last = words.rstrip()[-1]
    own = _scanned().sub("", words)
    if _WORDS.search(own) or set(own) & _NOT_NOISE:
        return False
    if not own.strip():
        return True
    if last.isdigit() and last.isascii():
        return rank < Rank.ARABIC
    apart = words[-1].isspace() or marked or last in _PARTS or not _LETTER.match(last)
    # no Latin word is written together with a Chinese number: jpg二、 but V2.
    return apart or rank in (Rank.HAN_BRACKET, Rank.ARABIC_BRACKET) or (rank < Rank.ARABIC and last.isascii())


def _following(openings: Sequence[_Opening | None]) -> list[dict[Rank, int]]:
    """For each block the next number of each kind in the lists that are open there."""
    found: list[dict[Rank, int]] = []
    ahead: dict[Rank, int] = {}
    for opening in reversed(openings):
        found.append(ahead)
        if opening:
            rank = opening.number.rank
            ahead = {outer: number for outer, number in ahead.items() if outer < rank} | {rank: opening.number.value}
    return found[::-1]
