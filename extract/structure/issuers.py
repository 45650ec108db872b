"""Who issued a document: the title of its notice, the page, the letterhead or a signature."""

from __future__ import annotations

import re

from guitu.extract.owners import agencies
from guitu.extract.structure.dates import AT_END, DATE
from guitu.extract.structure.documents import Part
from guitu.extract.structure.head import Head
from guitu.extract.structure.numbering import numbered
from guitu.extract.structure.titles import is_title, tidy
from guitu.extract.text import Paragraph, Text

_NAMES = re.compile(r"[\u4e00-\u9fff（）、 ]{3,60}$")
# 云州市人民政府关于加强古树保护的意见
_IN_TITLE = re.compile(r"([^《》，。]{3,60}?)关于.{4,}的.{0,6}(?:通知|意见|决定|公告|通告|措施)$")
_LETTERHEAD = re.compile(r"([\u4e00-\u9fff ]{4,40}?)文件")


def issuers(text: Text, part: Part, head: Head, notice: str, title: str) -> tuple[str, ...]:
    """Names as written. `notice`: what stands before 关于印发 in the notice's title, empty without one."""
    if notice:
        return (*_above(head, notice), *names(notice))
    if told := head.listed.get("issuer"):
        return names(text.read(told))
    if match := _IN_TITLE.match(title):
        return names(match[1])
    for line in head.lines:
        if match := _LETTERHEAD.fullmatch(line.text):
            return names(match[1])
    return _signatures(text, part, head)


def names(words: str) -> tuple[str, ...]:
    """The issuers of a joint document, written with spaces or 、 between them, or run together.

    >>> names("青岚县水利局 青岚县财政局"), names("福州市水利局福州市财政局")
    (('青岚县水利局', '青岚县财政局'), ('福州市水利局', '福州市财政局'))
    """
    pieces = [name for name in re.split(r"[ 、，]+", words.strip(" 、")) if len(name) > 2]
    return tuple(name for piece in pieces for name in _apart(piece))


def is_signature(line: str) -> bool:
    """Whether a line holds names of agencies and nothing else."""
    if not _NAMES.fullmatch(line) or is_title(line) or numbered(line):
        return False
    found = names(line)
    return bool(found) and all(agencies.is_agency_like(name) for name in found)


def _apart(words: str) -> tuple[str, ...]:
    found, start = [], 0
    while start < len(words) and (named := agencies.match(words, start, None, bare=False)):
        found.append(words[start : named[1]])
        start = named[1]
    return tuple(found) if start == len(words) and found else (words,)


def _above(head: Head, notice: str) -> tuple[str, ...]:
    """Joint issuers on lines of their own above the title of the notice, which names the last one."""
    found: list[str] = []
    for line in head.lines:
        if line.text.startswith(notice):
            break
        found = [*found, *names(line.text)] if is_signature(line.text) else []
    return tuple(found)


def _signatures(text: Text, part: Part, head: Head) -> tuple[str, ...]:
    """Agencies alone on a line of the head, or just before a date at the end."""
    tail = [block for block in part.blocks[-8:] if isinstance(block, Paragraph) and block not in head.blocks]
    lines = [(line.text, True) for line in head.shown] + [(tidy(text.read(block.span)), False) for block in tail]
    found: list[str] = []
    for (line, in_head), (after, _) in zip(lines, [*lines[1:], ("", False)], strict=False):
        signed = AT_END.sub("", line)
        dated = signed != line or DATE.match(after) is not None or after in found
        if (dated or in_head) and is_signature(signed):
            found += names(signed)
    return tuple(dict.fromkeys(found))
