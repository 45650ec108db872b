"""What stands before the first chapter of a document: its lines, and what labels there tell of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from guitu.extract.structure.document.documents import Part, is_label, without_label
from guitu.extract.structure.document.labels import glued, is_listing, listed, without_record_label
from guitu.extract.structure.outline.chapters import is_action, is_chapter, is_container
from guitu.extract.text import Block, Paragraph, Span, Text
from guitu.extract.words.numbering import Rank, numbered
from guitu.extract.words.titles import EDITION, is_title, page_title, tidy, without_dateline

LONGEST_HEAD = 40  # blocks
LAST = 14  # blocks in which a data base puts its labels
_CHAPTERS = (Rank.PART, Rank.CHAPTER, Rank.HAN, Rank.HAN_BRACKET, Rank.ARTICLE)
# 云政发〔2024〕12号
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14} ?[〔（{﹝] ?(?:19|20)\d\d ?[〕）}﹞] ?-?(?:第 ?)?\d{1,5} ?号")
NUMBER_BEHIND = re.compile(
    rf"(?<=通知|公告|意见|方案|办法|措施|规划|计划|决定|纲要|任务|分工|要点|清单|分解|报告)（{NUMBER.pattern}）$"
)  # …的通知（云政发〔2024〕3号）
_FILE_ENDING = re.compile(r"\.(?:pdf|docx?|wps|ofd)$", re.IGNORECASE)
_ADDRESSEES = re.compile(
    r"(?:各|有关|[省市县区]|机关|局属|厅属|校|院|[\u4e00-\u9fff]{2,6}各)[^。；]{2,200}：$"
)  # 各区、县人民政府，市政府各部门：


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the head in canonical signs; `text` is without the label of a data base or a dateline before it,
    the name of a site and a number behind it. `cut`: the characters of its block before `text`.
    """

    block: Paragraph
    text: str
    number: str | None = None
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of a head; `listed`: the spans of title, issuer, issued, number … where labels give them."""

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    listed: dict[str, Span] = field(default_factory=dict)

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that a reader sees, front matter apart."""
        return tuple(line for line in self.lines if not line.block.aside)


def read(text: Text, part: Part) -> Head:
    """The head of one part of a file, with the labels at its end."""
    blocks = _before_chapters(text, part.blocks)
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(_line(text.read(block.span), block))
    if lines:
        lines[0] = _of_file(lines[0] if part.whole is None else _of_annex(lines[0]))
    for i, (line, after) in enumerate(pairwise(lines)):
        if is_title(line.text) and EDITION.fullmatch(after.text):
            lines[i] = Line(line.block, line.text + after.text, line.number, line.cut)
    own = {block.span.start for block in blocks}
    tail = [block for block in part.blocks[-LAST:] if block.span.start not in own]
    return Head(tuple(blocks), tuple(lines), listed(text, [*blocks, *tail]))


def _line(words: str, block: Paragraph) -> Line:
    own = without_dateline(without_record_label(words))
    told = page_title(tidy(own))
    behind = NUMBER_BEHIND.search(told)
    number = behind[0].strip("（）") if behind else None
    return Line(block, told[: behind.start()] if behind else told, number, len(words) - len(own))


def _of_annex(line: Line) -> Line:
    """The first line of an annex without its label: 附件1：云州市节水计划."""
    title = without_label(line.text)
    return Line(line.block, title, line.number, line.cut + max(line.text.find(title), 0))


def _of_file(line: Line) -> Line:
    """The first line without what the name of a file adds to a title: 云政发〔2024〕3号云州市节水规划.pdf."""
    if not (ending := _FILE_ENDING.search(line.text)):
        return line
    named = line.text[: ending.start()]
    before = NUMBER.match(named)
    start = before.end() if before else 0
    start += len(named[start:]) - len(named[start:].lstrip(" -_"))
    if not is_title(named[start:]):
        return line
    return Line(line.block, named[start:], before[0] if before else line.number, line.cut + start)


def naming(text: Text, head: Head) -> list[Block]:
    """The blocks that state no fact: labels, salutation, front matter, marked titles and listed metadata."""
    records = {line for line, _, _ in glued(text, head.blocks)}
    lists = {line.block for line, after in pairwise(head.lines) if _is_counted(after.text)}  # 附件： over 1.…, 2.…
    return [
        line.block
        for line in head.lines
        if line.block.aside
        or line.block in records
        or (is_label(line.text) and line.block not in lists)
        or (is_salutation(line.text) and "：" not in line.text[:-1])  # else the preamble stands behind it
        or (line.block.level and not numbered(line.text))
        or is_listing(text.read(line.block.span))
    ]


def _is_counted(line: str) -> bool:
    number = numbered(line)
    return number is not None and number.rank is Rank.ARABIC


def is_salutation(line: str) -> bool:
    """Whether a line says to whom a document goes: 各县人民政府，县直各单位："""
    return _ADDRESSEES.match(line) is not None


def _before_chapters(text: Text, blocks: Sequence[Block]) -> list[Block]:
    found: list[Block] = []
    for block in blocks[:LONGEST_HEAD]:
        if isinstance(block, Paragraph) and not block.aside and found:
            words = text.read(block.span).strip()
            number = numbered(words)
            if (number and number.rank in _CHAPTERS) or (block.level and _is_named_chapter(words, found)):
                break
        found.append(block)
    return found


def _is_named_chapter(words: str, before: Sequence[Block]) -> bool:
    """Whether a marked heading without a number begins the matter, 重点任务, 拓宽就业渠道, below a marked title."""
    marked = any(isinstance(block, Paragraph) and block.level for block in before)
    names_matter = is_chapter(words) or ((is_container(words) or is_action(words)) and not is_title(words))
    return marked and names_matter
