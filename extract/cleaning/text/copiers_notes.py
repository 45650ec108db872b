"""What somebody who copied or collected a text says of the copy: （本文由网友根据扫描件整理）, 采集说明：…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from guitu.extract.raw import RawBlock, RawParagraph
from guitu.extract.text import fold
from guitu.extract.words.agencies import is_agency_like
from guitu.extract.words.numbering import numbered
from guitu.extract.words.titles import is_title
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import leading
from guitu.ontology.topics import document_words

_HEAD, _FOOT = 10, 5  # paragraphs at the head and the foot of a file in which a note can stand
_LONGEST = 400
_MOST_MORE = 6  # lines of a note behind its first
# a line that speaks of the copy itself
_OF_COPY = re.compile(
    r"[*_（〔\s]{0,4}(?:[本该此](?:文(?!件)|页|文档|文稿|稿|文本|资料|网页)|以[下上](?:内容|文字|正文)(?=[由经系为]|来源|摘自|整理|转载)|(?:正文|原文|文本|全文)(?=[由系为经自]))"
)
_DUTY = re.compile("牵头|负责|责任|配合|单位")  # （市版权局、市公安局负责）
_OF_FILE = re.compile(r"共?约?[\d.]+万?[字页]|(?:附件|附表|图片)\d+[个张份]")  # how much was copied
_FIGURE = re.compile(r"\d{4}年|\d(?:[\d.,]*)(?:[%‰个万亿元家处座项名人户所条套台亩吨米千公]|平方)")  # of a plan
_LETTER = re.compile(r"[：:]\s*$|通知|现将|印发|号$")


def with_notes_aside(blocks: Sequence[RawBlock]) -> tuple[RawBlock, ...]:
    """Blocks with the notes of a copier marked `aside`.

    Guaranteed: same blocks in the same order; only a line that opens as such notes do (采集说明：), wherever it stands,
    one at the head or foot that speaks of the copy with words of copying, or stands in brackets with two of them, and
    the sentences and words of copying between one and the title below it.
    """
    lines = [i for i, block in enumerate(blocks) if isinstance(block, RawParagraph) and block.text.strip()]
    near = {*lines[:_HEAD], *lines[-_FOOT:]}
    found = {i for i in lines if _is_note(blocks[i], near=i in near)}
    for at, i in enumerate(lines[:_HEAD]):
        if i in found:
            found |= set(_more(blocks, lines[at + 1 : at + 2 + _MOST_MORE]))
    for at, i in enumerate(lines):
        if i in found and i in lines[-_FOOT:]:
            behind = takewhile(lambda i: bool(_copying().search(_words(blocks[i]))), lines[at + 1 :])
            found |= {one for one in behind if not numbered(_words(blocks[one]))}
    return tuple(
        replace(block, aside=True, level=0) if i in found and isinstance(block, RawParagraph) else block
        for i, block in enumerate(blocks)
    )


def _is_note(block: RawBlock, *, near: bool) -> bool:
    if not isinstance(block, RawParagraph) or block.aside or block.level or len(block.text) > _LONGEST:
        return False
    words = fold(block.text.strip())
    if _opening().match(words):
        return True
    if not near or numbered(words) or _DUTY.search(words) or _FIGURE.search(_OF_FILE.sub("", words)):
        return False
    told = set(_copying().findall(words))
    bracketed = words[0] in "（〔" and words.rstrip("。*_ ")[-1:] in "）〕"
    return bool(told and _OF_COPY.match(words)) or (bracketed and len(told) > 1)


def _more(blocks: Sequence[RawBlock], after: Sequence[int]) -> list[int]:
    """The lines of a note up to the head of the document; none where no title follows."""
    above: list[int] = []
    for i in after:
        block = blocks[i]
        words = _words(block)
        if isinstance(block, RawParagraph) and (block.level or is_title(words)):
            # issuers, a day, the first line of a title: the head has begun
            return list(takewhile(lambda at: _goes_on(_words(blocks[at])), above))
        if not isinstance(block, RawParagraph) or numbered(words) or _LETTER.search(words[:_LONGEST]):
            return []
        above.append(i)
    return []


def _words(block: RawBlock) -> str:
    return fold(block.text.strip()) if isinstance(block, RawParagraph) else ""


def _goes_on(words: str) -> bool:
    """Whether a line behind a note can be of it: a sentence, or words of copying; never what opens with a place."""
    if leading(words.removeprefix("中共")) or is_agency_like(words) or _DUTY.search(words):
        return False
    return words.endswith("。") or bool(_copying().search(words))


@cache
def _opening() -> re.Pattern[str]:
    words = alternation(document_words()["note-opening"])
    return re.compile(rf"[*_（〔>\s]{{0,4}}(?:{words})(?:如下)?[*_〕]{{0,2}} ?[：|]")


@cache
def _copying() -> re.Pattern[str]:
    """The words of copying that no plan uses for its work."""
    return re.compile(alternation(document_words()["note"] - document_words()["note-of-matter"]))
