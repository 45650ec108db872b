"""The documents of one file: a plan with its notice is one, plans annexed to it are others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guitu.extract.facts import Gap
from guitu.extract.structure.outline.headings import closing_clause
from guitu.extract.text import Block, Paragraph, Span, Table, Text
from guitu.extract.words.numbering import Rank, numbered
from guitu.extract.words.titles import announced, is_title, same, tidy, type_of, unwrapped

# a line that opens an annex: 附件, 附件2：, 附件一, 附件3 云州市节水规划, 附：临江省节水通知
_LABEL = re.compile(r"附(?:件 ?(?:[-—]?\d{1,2}|[一二三四五六七八九十]{1,2})?[：:]?|(?P<beside>[：:]))(?P<title>.*)$")
_NUMBER = re.compile(r"[一-鿿]{2,16}〔(?:19|20)\d\d〕第?\d{1,4}号")
_NEAR = 4  # paragraphs among which the number of another paper stands
_PROMISES = re.compile("实事(?:项目|工程|任务)?(?:（[^（）]{1,30}）)?$")
_FEWEST = 3  # items of an annex without chapters
_CHAPTERS = (Rank.PART, Rank.CHAPTER, Rank.HAN)
_PARTS = (*_CHAPTERS, Rank.HAN_BRACKET)  # of a plan that is one chapter of several


@dataclass(frozen=True, slots=True)
class Part:
    """One document of a file. `whole`: index of the part that it is annexed to."""

    blocks: tuple[Block, ...]
    whole: int | None = None

    @property
    def extent(self) -> Span:
        """From its first to its last block."""
        return self.blocks[0].span.to(self.blocks[-1].span)


def unread(text: Text, part: Part) -> list[Gap]:
    """What the reader could not read of the file, scanned pages and pictures, beside the blocks of one document."""
    blocks = set(part.blocks) if text.unread else set()
    return [Gap("unread-part", one.reason, one.span) for one in text.unread if text.block_at(one.span.start) in blocks]


def split(text: Text) -> tuple[Part, ...]:
    """The documents of a reading text; at least one where there is any block.

    An annex is a document where its title names one and it has two chapters or more, or is of what a report promises to
    do, with owners; a notice without chapters and its only such annex are one document, where it names no other.
    """
    blocks = text.blocks
    if not blocks:
        return ()
    starts = [i for i in range(1, len(blocks)) if _opens_annex(text, blocks, i)]
    ends = [*starts[1:], len(blocks)]
    annexes = [(i, end) for i, end in zip(starts, ends, strict=False) if _is_document(text, blocks, i, end)]
    if not annexes or (len(annexes) == 1 and _carries(text, blocks, annexes[0][0])):
        return (Part(blocks),)
    inside = {k for i, end in annexes for k in range(i, end)}
    main = tuple(block for k, block in enumerate(blocks) if k not in inside)
    return (Part(main), *(Part(blocks[i:end], 0) for i, end in annexes))


def is_label(words: str) -> bool:
    """Whether a line is nothing but the label of an annex: 附件2："""
    match = _LABEL.match(words.strip())
    return bool(match and not match["title"].strip())


def without_label(words: str) -> str:
    """A line that opens an annex without its label: 云州市节水计划 of 附件1：云州市节水计划; a label alone as it is."""
    match = _LABEL.match(words.strip())
    return match["title"].strip(" ：.、") or words if match else words


def _opens_annex(text: Text, blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if not isinstance(block, Paragraph) or block.aside:
        return False
    match = _LABEL.match(text.read(block.span).strip())
    if not match:
        return False
    title = _title_after(text, blocks, index)
    return bool(title) and not numbered(title) and (not match["beside"] or _has_number(text, blocks, index))


def _has_number(text: Text, blocks: Sequence[Block], index: int) -> bool:
    """Whether what stands behind 附： is another paper, with its own number on a line: 临政发〔2024〕3号."""
    near = (text.read(b.span).strip() for b in blocks[index + 1 : index + 1 + _NEAR] if isinstance(b, Paragraph))
    return any(map(_NUMBER.fullmatch, near))


def _title_after(text: Text, blocks: Sequence[Block], index: int) -> str:
    """The title of an annex: on the line of its label or on the next one or two."""
    match = _LABEL.match(text.read(blocks[index].span).strip())
    if match and match["title"].strip():
        return match["title"].strip(" ：.、")
    follow = [text.read(b.span).strip() for b in blocks[index + 1 : index + 3] if isinstance(b, Paragraph)]
    if len(follow) > 1 and not is_title(follow[0]) and is_title(tidy("".join(follow))):
        return tidy("".join(follow))
    return follow[0] if follow else ""


def _is_document(text: Text, blocks: Sequence[Block], start: int, end: int) -> bool:
    inside = blocks[start + 1 : end]
    title = _title_after(text, blocks, start)
    promises = _PROMISES.search(title) and _owned(text, inside)  # a list that divides the tasks stays in its plan
    if not is_title(title):
        return False
    parts = _PARTS if type_of(title) == "plan" else _CHAPTERS
    return bool(_chapters(text, inside) > 1 or promises or _chapters(text, inside, parts) > 2)


def _carries(text: Text, blocks: Sequence[Block], annex: int) -> bool:
    """Whether what stands before an annex is only its notice: without chapters, and naming no other plan as its own."""
    before = blocks[:annex]
    if _chapters(text, before) >= 1:
        return False
    words = [text.read(block.span).strip() for block in before if isinstance(block, Paragraph) and not block.aside]
    named = next((one for line in words if (one := unwrapped(line)[1] or announced(line))), None)
    return named is None or type_of(named) != "plan" or same(named, _title_after(text, blocks, annex))


def _owned(text: Text, blocks: Sequence[Block]) -> bool:
    """Whether an annex is a list of items of which each says who answers for it, as what a report promises to do is."""
    words = [text.read(block.span).strip() for block in blocks if isinstance(block, Paragraph) and not block.aside]
    items = [line for line in words if (number := numbered(line)) and number.rank is Rank.ARABIC]
    return len(items) >= _FEWEST and len(items) >= len(words) - 2 and all(map(closing_clause, items))


def _chapters(text: Text, blocks: Sequence[Block], ranks: Sequence[Rank] = _CHAPTERS) -> int:
    count = 0
    for span in _lines(blocks):
        number = numbered(text.read(span).strip(" |"))
        count += number is not None and number.rank in ranks
    return count


def _lines(blocks: Sequence[Block]) -> Iterator[Span]:
    """What may be a heading: a paragraph, or a row whose cells are all one."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (row[0].span for row in block.rows if row and set(row) == {row[0]})
        elif not block.aside:
            yield block.span
