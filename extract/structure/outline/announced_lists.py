"""Lists that a line announces with their number, 兴办三件实事：, each matter in a paragraph of its own: 一是…, 二是…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from guitu.extract.structure.draft import Chapter
from guitu.extract.structure.outline.chapters import about, is_action, is_container
from guitu.extract.structure.outline.headings import RUN_IN
from guitu.extract.structure.outline.prescribing import prescribes
from guitu.extract.structure.outline.unnumbered import names_chapter
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.lines import is_heading
from guitu.extract.words.numbering import Numbered, Rank, integer, numbered

_MATTERS = ("实事", "任务", "工作", "项目", "措施", "举措", "行动", "工程", "事项")
_ANNOUNCES = re.compile(
    rf"(?P<count>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[件项个大]?[一-鿿]{{0,8}}?(?:{'|'.join(_MATTERS)})[：。]$"
)
_ENDS = tuple(matter + sign for matter in _MATTERS for sign in "：。")
_MATTER = re.compile(r"(?P<count>[一二三四五六七八九十]{1,3})是(?=[一-鿿“])")
_FEWEST = 3
_NEXT = re.compile(r"(?<=。)(?P<count>[二三四五六七八九十]{1,3})是(?=[一-鿿“])")
# 必须做到“八个聚焦”：
_ALL = re.compile(r"“(?P<count>[三四五六七八九十]{1,2})个(?P<word>[一-鿿]{2,4})”[：。]$")
_LONGEST_TITLE = 42
_MATTER_INSIDE = re.compile(r"(?:^|(?<=[。：]))(?P<count>[一二三四五六七八九十]{1,3})是(?=[一-鿿“])")
_TITLE_OF_MATTER = re.compile(rf"[一二三四五六七八九十]{{1,3}}是[^。；：！？]{{4,{_LONGEST_TITLE}}}。")
_SHORTEST_TEXT = 24  # characters behind the title of a matter
_LONGEST_INTRODUCTION = 200  # characters
_FARTHEST = 6  # paragraphs of introduction between a heading and its list


def matters(text: Text, blocks: Sequence[Block]) -> dict[int, Numbered]:
    """The number of each paragraph that is a matter of such a list, by its start; the count has to be right."""
    found: dict[int, Numbered] = {}
    for at, block in enumerate(blocks):
        count = _announced(text, block)
        listed = [_matter(text, one) for one in blocks[at + 1 : at + 1 + count]] if count >= _FEWEST else []
        numbers = [one for one in listed if one]
        if numbers and [one.value for one in numbers] == list(range(1, count + 1)):
            starts = (one.span.start for one in blocks[at + 1 : at + 1 + count])
            found |= dict(zip(starts, numbers, strict=True))
    return found


def apart(text: Text, blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks, a paragraph that is nothing but such a list under a heading that holds work cut into its matters.

    2.行动任务, and under it 一是修渠，…。二是护岸，…。 In a chapter of work also a paragraph whose matters have titles
    and texts of their own, behind what leads to them. Guaranteed: the same words in the same order.
    """
    found: list[Block] = []
    works = _works(text, blocks)
    for at, block in enumerate(blocks):
        first = at and text.words_of(block).strip().startswith("一是")
        if first and _holds_work(text.words_of(blocks[at - 1]).strip()):
            found += _cut(text, block)
        elif at in works and (starts := _titled_matters(text, block)):
            found += _pieces(block, starts)
        else:
            found.append(block)
    return found


def _works(text: Text, blocks: Sequence[Block]) -> frozenset[int]:
    """Where paragraphs stand that tell such a list, in a chapter of work."""
    chapter: Chapter | None = None
    found: set[int] = set()
    for at, block in enumerate(blocks):
        words = text.words_of(block)
        number = numbered(words)
        if number and number.rank <= Rank.HAN and is_heading(words[number.length :].strip()):
            chapter = about(words[number.length :].strip(), None)
        elif number is None and names_chapter(words):
            chapter = about(words.strip(), None)
        elif chapter == "work" and number is None and "一是" in words:
            found.add(at)
    return frozenset(found)


def _titled_matters(text: Text, block: Block) -> list[int]:
    """Where the matters of a paragraph begin, three or more, each with a title and a text: 一是治河。清淤护岸，…。"""
    words = text.words_of(block)
    starts: list[int] = []
    for mark in _MATTER_INSIDE.finditer(words):
        if integer(mark["count"]) == len(starts) + 1:
            starts.append(mark.start())
    opener = RUN_IN.match(words)  # a paragraph that has a title is one task, and tells its matters
    if opener and opener[2] == "。" and is_action(opener[1]):
        return []
    parts = [words[start:end] for start, end in pairwise([*starts, len(words)])]
    return starts if len(starts) >= _FEWEST and all(map(_has_text, parts)) else []


def _has_text(part: str) -> bool:
    """Whether a matter has a title, and a text behind it that says what is done."""
    title = _TITLE_OF_MATTER.match(part)
    rest = part[title.end() :] if title else ""
    return len(rest) >= _SHORTEST_TEXT and prescribes(rest)


def _pieces(block: Block, starts: Sequence[int]) -> list[Block]:
    """A paragraph cut where the matters begin that have titles; what leads to them stays by itself."""
    cuts = [*([0] if starts[0] else []), *starts, len(block.span)]
    return [replace(block, span=Span(*cut).shift(block.span.start)) for cut in pairwise(cuts)]


def _holds_work(heading: str) -> bool:
    number = numbered(heading)
    return number is not None and is_container(heading[number.length :].strip(" 。："))


def _cut(text: Text, block: Block) -> Sequence[Block]:
    words = text.words_of(block).strip()
    starts = [0] if _MATTER.match(words) else []
    for mark in _NEXT.finditer(words):
        if starts and integer(mark["count"]) == len(starts) + 1:
            starts.append(mark.start())
    if len(starts) < 2:
        return [block]
    ends = [*starts[1:], len(words)]
    return [
        replace(block, span=Span(start, end).shift(block.span.start)) for start, end in zip(starts, ends, strict=True)
    ]


def following(text: Text, blocks: Sequence[Block]) -> tuple[dict[int, Numbered], frozenset[Block]]:
    """The matters of lists without an announcement, by their start, and those whose first sentence is a title.

    Such a list is all that stands under a heading, but for a line of text, or its matters have titles in a chapter of
    work or close one by its name.
    """
    found: dict[int, Numbered] = {}
    titled: set[Block] = set()
    works = _works(text, blocks)
    for at, run, whole in _runs(text, blocks):
        told = at in works and len(run) >= _FEWEST and all(_has_text(text.words_of(one).strip()) for one in run)
        closes = told or (whole and _closes(text, blocks[:at], run))
        if closes or (whole and _under_heading(text, blocks[:at])):
            found |= {one.span.start: number for one in run if (number := _matter(text, one))}
            titled.update(run if closes else ())
    return found, frozenset(titled)


def _runs(text: Text, blocks: Sequence[Block]) -> Iterator[tuple[int, Sequence[Block], bool]]:
    """Paragraphs 一是…, 二是… in a row, where each row begins, and whether a heading or the end stands behind it."""
    for at, block in enumerate(blocks):
        if not text.words_of(block).strip().startswith("一是"):
            continue
        run = [block]
        while (after := _matter(text, blocks[at + len(run)]) if at + len(run) < len(blocks) else None) is not None:
            if after.value != len(run) + 1:
                break
            run.append(blocks[at + len(run)])
        behind = text.words_of(blocks[at + len(run)]).strip() if at + len(run) < len(blocks) else ""
        if len(run) > 1:
            yield at, run, not behind or numbered(behind) is not None


def _under_heading(text: Text, before: Sequence[Block]) -> bool:
    """Whether the last block is a heading with a number and no text of its own, or one line of text stands under it."""
    for block in reversed(before[-2:]):
        words = text.words_of(block).strip()
        if number := numbered(words):
            return is_heading(words[number.length :].strip(" 。"))
        if not words or len(words) > _LONGEST_INTRODUCTION:
            return False
    return False


def _closes(text: Text, before: Sequence[Block], run: Sequence[Block]) -> bool:
    """Whether matters that have titles close a chapter of work by its name: 重大举措, …, 一是拓展水源，…。再生水…"""
    if len(run) < _FEWEST or not all(text.words_of(one).find("。", 0, _LONGEST_TITLE) > 0 for one in run):
        return False
    near = (text.words_of(one).strip() for one in reversed(before[-_FARTHEST:]))
    above = next((words for words in near if numbered(words)), "")
    return bool(above) and _holds_work(above) and all(len(one.span) > 2 * _LONGEST_TITLE for one in run)


def worded(text: Text, blocks: Sequence[Block]) -> dict[Block, Numbered]:
    """The number of each title of such a list, told by what all begin with: 做到“四个聚焦”：, then 聚焦水源，…。"""
    found: dict[Block, Numbered] = {}
    for at, block in enumerate(blocks):
        words = text.words_of(block).strip()
        told = _ALL.search(words) if words.endswith(("”：", "”。")) else None
        if told is None:
            continue
        begun: list[Block] = []
        for one in blocks[at + 1 : at + 1 + 3 * integer(told["count"])]:
            line = text.words_of(one).strip()
            if line.startswith(told["word"]) and "。" in line[:_LONGEST_TITLE]:
                begun.append(one)
            elif numbered(line):
                break
        if len(begun) == integer(told["count"]) >= _FEWEST:
            found |= {one: Numbered(Rank.LETTER, told["word"], 0, 0, i) for i, one in enumerate(begun, 1)}
    return found


def _announced(text: Text, block: Block) -> int:
    if not isinstance(block, Paragraph) or block.aside:
        return 0
    words = text.read(block.span).rstrip()
    told = _ANNOUNCES.search(words) if words.endswith(_ENDS) else None
    return integer(told["count"]) if told else 0


def _matter(text: Text, block: Block) -> Numbered | None:
    told = _MATTER.match(text.words_of(block))
    return Numbered(Rank.LETTER, told[0], told.end(), 0, integer(told["count"])) if told else None
