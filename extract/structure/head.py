"""What stands before the first chapter of a document: its lines, and the table or lines that list its metadata."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, zip_longest

from guitu.extract.structure.chapters import is_chapter, is_container
from guitu.extract.structure.documents import Part, is_label
from guitu.extract.structure.numbering import Rank, numbered
from guitu.extract.structure.titles import is_title, tidy
from guitu.extract.text import Block, Paragraph, Span, Table, Text
from guitu.ontology import structure

LONGEST_HEAD = 40  # blocks
_CHAPTERS = (Rank.PART, Rank.CHAPTER, Rank.HAN, Rank.HAN_BRACKET, Rank.ARTICLE)
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14} ?[〔（] ?(?:19|20)\d\d ?[〕）] ?(?:第 ?)?\d{1,5} ?号")  # 云政发〔2024〕12号
NUMBER_BEHIND = re.compile(rf"(?<=通知|公告|意见|方案|办法|措施)（{NUMBER.pattern}）$")  # …的通知（云政发〔2024〕3号）
_EDITION = re.compile(r"（(?:(?:19|20)\d\d[^（）日]{0,30}|试行|暂行|修订|征求意见稿|[^（）]{0,10}版)）")
_ADDRESSEES = re.compile(r"(?:各|有关|[省市县区])[^。；]{2,200}：$")  # 各区、县人民政府，市政府各部门：
_LONGEST_LISTING = 240


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the head in canonical signs; `text` is without a number behind a notice's title."""

    block: Paragraph
    text: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of a head; `listed`: the spans of title, issuer, issued and number where the page lists them."""

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    listed: dict[str, Span]

    @property
    def shown(self) -> tuple[Line, ...]:
        """The lines that a reader sees, front matter apart."""
        return tuple(line for line in self.lines if not line.block.aside)


def read(text: Text, part: Part) -> Head:
    """The head of one part of a file."""
    blocks = _before_chapters(text, part.blocks)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    told = [tidy(text.read(block.span)) for block in paragraphs]
    lines = []
    for block, words, after in zip(paragraphs, told, [*told[1:], ""], strict=False):
        behind = NUMBER_BEHIND.search(words)
        bare = words[: behind.start()] if behind else words
        whole = bare + after if is_title(bare) and _EDITION.fullmatch(after) else bare
        lines.append(Line(block, whole, behind[0].strip("（）") if behind else None))
    return Head(tuple(blocks), tuple(lines), _listed(text, blocks))


def naming(text: Text, head: Head) -> list[Block]:
    """The blocks that state no fact: labels, salutation, front matter, marked titles and listed metadata."""
    return [
        line.block
        for line in head.lines
        if line.block.aside
        or is_label(line.text)
        or _ADDRESSEES.match(line.text)
        or (line.block.level and not numbered(line.text))
        or _is_listing(text.read(line.block.span))
    ]


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
    """Whether a marked heading without a number begins the matter: 重点任务, 保障措施, below a marked title."""
    marked = any(isinstance(block, Paragraph) and block.level for block in before)
    return marked and (is_chapter(words) or (is_container(words) and not is_title(words)))


# ---- the metadata that a page lists ----


def describes(text: Text, table: Table) -> bool:
    """Whether a table is the one in which a site says what the document is: 索引号, 发文机关, 成文日期 …"""
    known = {word for words in structure.page_labels().values() for word in words}
    cells = {cell for row in table.rows for cell in row}
    return sum(re.sub(r"[\s：]", "", text.read(cell.span)) in known for cell in cells) >= 2


@cache
def _labels() -> re.Pattern[str]:
    words = sorted((w for kind in structure.page_labels().values() for w in kind), key=len, reverse=True)
    return re.compile("(?:" + "|".join(r"\s*".join(word) for word in words) + r")\s*：")


def _listed(text: Text, blocks: Sequence[Block]) -> dict[str, Span]:
    """The cells beside 标题, 发文机关, 成文日期 and 发文字号, in a table or run together in lines."""
    found: dict[str, Span] = {}
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell, beside in pairwise(row):
                    _put(text, text.read(cell.span), beside.span, found)
        elif _is_listing(words := text.read(block.span)):
            for here, after in zip_longest(matches := list(_labels().finditer(words)), matches[1:]):
                assert here is not None
                end = after.start() if after else len(words)
                _put(text, here[0], Span(block.span.start + here.end(), block.span.start + end), found)
    return found


def _put(text: Text, label: str, value: Span, found: dict[str, Span]) -> None:
    label = re.sub(r"[\s：]", "", label)
    for kind, words in structure.page_labels().items():
        if kind != "other" and label in words and text.read(value).strip():
            found.setdefault(kind, value)


def _is_listing(words: str) -> bool:
    """Whether a line is a row of the table that heads a page, its cells run together."""
    return len(words) < _LONGEST_LISTING and len(_labels().findall(words)) > 1
