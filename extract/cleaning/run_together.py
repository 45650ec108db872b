"""Texts that a copy has run together: a paragraph for every heading, item, duty clause and signature again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.structure.numbering import HAN, numbered
from guitu.extract.text import fold

_BRACKETED = rf"[（(][{HAN}]{{1,3}}[）)]"
_DUTY = r"(?:牵头|负责|责任|主办|协办|配合|参与|实施|单位|部门)"
# after a sentence: 。一、 ：1． ）（二） 。3．2024年底前; not 一、二、三产业 and not 1.5亿元
_POINT = re.compile(
    rf"(?<=[。：:）)！？；])(?=[{HAN}]{{1,3}}、(?![{HAN}]{{1,3}}、)|{_BRACKETED}|\d{{1,2}}[．.、](?:\d{{4}}年|(?!\d)))"
)
# the first item of a heading without a stop: 一、工作目标（一）…, （二）重点任务1．…
_CHILD_OF_HAN = re.compile(_BRACKETED)
_CHILD_OF_BRACKET = re.compile(r"(?<![\d.])1[．.、](?!\d)")
# a duty clause that closes an item: …。（市水利局牵头）
_CLOSED = re.compile(rf"(?<=[。；])([（(][^（）()]{{2,400}}{_DUTY}[^（）()]{{0,200}}[）)])(?=[^，。；、：）)\n])")
_SALUTATION = re.compile(r"^(各[^：:。]{4,120}[：:])(?=.)")
_SIGNATURE = re.compile(r"(?<=[。！])([\u4e00-\u9fff、 ]{2,60}?)(\d{4}年\d{1,2}月\d{1,2}日)((?:（[^（）]{2,16}）)?)$")
_TITLE_AND_NUMBER = re.compile(
    r"(?<=通知|意见|方案|规划|计划|措施|办法|决定)((?!的)[\u4e00-\u9fff]{2,8}〔\d{4}〕\d{1,5}号)$"
)
_SHORTEST = 300
_POINTS = 3
_LONGEST_HEADING = 60


def split(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks of a text that was run together, every item a paragraph again; other texts unchanged.

    Guaranteed: words stay in order; cuts only before a number after a sentence end, before the first item of a heading,
    after a duty clause that closes an item, and around salutation, signature and document number.
    """
    if not any(isinstance(block, RawParagraph) and _run_together(block) for block in blocks):
        return tuple(blocks)
    return tuple(_pieces(blocks))


def _run_together(block: RawParagraph) -> bool:
    long = len(block.text) >= _SHORTEST and not block.aside and not block.level
    return long and len(list(islice(_POINT.finditer(block.text), _POINTS))) == _POINTS


def _pieces(blocks: Sequence[RawBlock]) -> Iterator[RawBlock]:
    for block in blocks:
        if isinstance(block, RawParagraph) and not block.level and not block.aside:
            for item in _POINT.split(block.text):
                for text in _CLOSED.sub("\\1\n", item).split("\n"):
                    yield from (replace(block, text=piece) for piece in _cut(text.strip()))
        else:
            yield block


def _cut(text: str) -> Iterator[str]:
    shown = _SALUTATION.sub("\\1\n", text)
    shown = _SIGNATURE.sub("\n\\1\n\\2\n\\3", shown)
    shown = _TITLE_AND_NUMBER.sub("\n\\1", shown)
    for piece in shown.split("\n"):
        child = _child(piece)
        yield from (part.strip() for part in (piece[:child], piece[child:]) if part.strip())


def _child(text: str) -> int:
    """Where the first item begins inside a heading, or 0."""
    head = fold(text[: _LONGEST_HEADING + 4])
    number = numbered(head)
    if number is None:
        return 0
    pattern = _CHILD_OF_BRACKET if head.startswith("（") else _CHILD_OF_HAN
    child = pattern.search(text, number.length + 2, _LONGEST_HEADING + 4)
    return child.start() if child and "。" not in head[: child.start()] else 0
