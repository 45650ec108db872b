"""Markdown as people save documents in it: headings, pipe tables, pieces of HTML, marks of emphasis."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Sequence

from guitu.extract.encoding import decode
from guitu.extract.raw import Raw, RawBlock, RawCell, RawParagraph, RawTable, RawUnread, struck_out
from guitu.extract.readers.html import fragment
from guitu.extract.readers.pasted import blocks as pasted

_LINE_END = re.compile("\r\n|[\n\r\x0c\x85\u2028\u2029]")
_RARE_END = re.compile("[\r\x0c\x85\u2028\u2029]")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[\u4e00-\u9fff（]))(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE = re.compile(r" {0,3}>(?! ?\d[\d.,]*\s*[^\d\s，。；：]{0,6}\s*$) ?")  # >50 is a value
_BULLET = re.compile(r"^[ \t]{0,12}[-*+][ \t]+")
_BLOCK_TAG = re.compile(
    r"\s{0,12}<(?:!--|/?(?:div|p|table|ul|ol|li|dl|section|article|center|blockquote|h[1-6]|style|script|pre|img|iframe|hr|br)\b)",
    re.IGNORECASE,
)
_OPENED = re.compile(r"<(/?)(?:div|table|ul|ol|section|article|center|blockquote|style|script)\b", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")
_LINE_BREAK = re.compile(r"(?<![、，；和及与])\s*<br\s*/?>", re.IGNORECASE)  # behind 、 a list goes on
_IMAGE = re.compile(r"!\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\((?:[^()\s]|\([^()]{0,100}\)){0,500}\)")
_STRUCK = re.compile(
    r"(?<![\d~])~~(?=[^\s~])([^~\n]{1,500}?)(?<=\S)~~(?!~)|<(del|s|strike)>([^<>\n]{1,500})</\2>", re.IGNORECASE
)
_STRONG = re.compile(r"(\*\*\*|\*\*|___|__|~~|`)(?=\S)([^*_~`\n]{1,500}?)(?<=\S)\1")
# a numbered title in bold, no sentence, with its text behind a space: **1．加固堤防** 对重点堤防…
_BOLD_TITLE = re.compile(
    r"\s{0,3}\*\*(?=[（(]?[\d一二三四五六七八九十]{1,3}[）)．.、])([^*。；：:;]{4,80})\*\*\s+(?=[^*\s|])"
)
_EMPHASIS = re.compile(r"(?<![*\d])\*(?=[^\s*])([^*\n]{1,300}?)(?<=[^\s*])\*(?![*\d])")
_MARKED = re.compile(r"[*_~`&\\\]]")  # what holds a mark; most lines hold none
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~%&-])")


def read(data: bytes) -> Raw:
    """The blocks of a Markdown file; its front matter is aside; raises SourceError."""
    decoded = decode(data)
    lines = _LINE_END.split(decoded.text) if _RARE_END.search(decoded.text) else decoded.text.split("\n")
    front, rest = _front_matter(lines)
    return Raw((*(RawParagraph(line, aside=True) for line in front), *_blocks(rest)), decoded.encoding)


def _front_matter(lines: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if first < len(lines) and lines[first].rstrip() in ("---", "+++"):
        for i in range(first + 1, min(len(lines), first + 200)):
            if lines[i].rstrip() == lines[first].rstrip():
                return [line for line in lines[first + 1 : i] if line.strip()], lines[i + 1 :]
    return (), lines


def _blocks(lines: Sequence[str]) -> Iterator[RawBlock]:
    plain: list[str] = []
    at = 0
    while at < len(lines):
        line, gone = without_struck(lines[at])
        if "<" in line and _BLOCK_TAG.match(line):
            yield from _plain(plain)
            end = _html_end(lines, at)
            yield from fragment("\n".join(lines[at:end]))
            at = end
            continue
        heading = _HEADING.match(line) if "#" in line else None
        if heading:
            yield from _plain(plain)
            yield RawParagraph(without_marks(heading[2]), level=len(heading[1]))
            yield from gone
        elif line[:12].strip(" ")[:1] in ("=", "-") and _UNDERLINE.match(line) and plain and plain[-1].strip():
            title = plain.pop()
            yield from _plain(plain)
            yield RawParagraph(without_marks(title.strip()), level=1 if "=" in line else 2)
        elif _FENCE.match(line) or (len(line) < 200 and _RULE.match(line)):
            plain.append("")
        else:
            plain.append(lines[at] if gone else line)
        at += 1
    yield from _plain(plain)


def _html_end(lines: Sequence[str], start: int) -> int:
    """Where a block of HTML ends: at the first blank line outside of its open elements."""
    depth = 0
    for i in range(start, len(lines)):
        if depth <= 0 and i > start and not lines[i].strip():
            return i
        if "<" in lines[i]:
            depth += sum(-1 if closing else 1 for closing in _OPENED.findall(lines[i]))
    return len(lines)


def _plain(lines: list[str]) -> Iterator[RawBlock]:
    """Paragraphs, lists, quotes and pipe tables of the lines gathered so far, which are then forgotten."""
    gone: list[RawUnread] = []
    texts = []
    for whole in lines:
        line, struck = without_struck(whole)
        gone += struck
        texts.append(_QUOTE.sub("", line, count=1) if ">" in line[:4] else line)
    lines.clear()
    for block in pasted(texts):
        if isinstance(block, RawTable):
            yield _table(block)
        elif isinstance(block, RawUnread):
            yield block
        elif "<" in block.text and _ANY_TAG.search(block.text):
            yield from map(_unmarked, fragment(block.text))
        else:
            words, bullets = _BULLET.subn("", block.text, count=1)
            title = _BOLD_TITLE.match(words)
            for part in (title[1], words[title.end() :]) if title else (words,):
                yield RawParagraph(without_marks(part), block.level, block.box, block.aside, bool(bullets))
    yield from gone


def without_struck(line: str) -> tuple[str, list[RawUnread]]:
    """A line without the words that are struck out, and a gap for each.

    >>> without_struck("更新管网~~30~~50公里")
    ('更新管网50公里', [RawUnread(reason='划去的文字“30”没有读入')])
    """
    if "~~" not in line and "</" not in line:
        return line, []
    gone: list[RawUnread] = []

    def told(match: re.Match[str]) -> str:
        gone.append(struck_out(match[1] or match[3]))
        return ""

    return _STRUCK.sub(told, line), gone


def _table(table: RawTable) -> RawTable:
    cells = {id(one): RawCell(tuple(_lines(one.paragraphs))) for row in table.rows for one in row}
    return RawTable(tuple(tuple(cells[id(one)] for one in row) for row in table.rows))


def _unmarked(block: RawBlock) -> RawBlock:
    return block.saying(without_marks(block.text)) if isinstance(block, RawParagraph) else block


def _lines(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs of a cell, which a break divides as well: 市水务局<br>市城管局."""
    for text in paragraphs:
        if "<" not in text:
            yield _cell(text)
        else:
            yield from (_cell(line) for line in _LINE_BREAK.split(text) if line.strip())


def _cell(text: str) -> str:
    return without_marks(_ANY_TAG.sub(" ", text) if "<" in text else text)


def without_marks(text: str) -> str:
    r"""A line without the marks of emphasis, links, images and escapes.

    >>> without_marks("**目标**：见[方案](a.md)，*重点*是 3*4*5、1\\. 与 `甲`")
    '目标：见方案，重点是 3*4*5、1. 与 甲'
    """
    if not _MARKED.search(text):
        return text
    if "](" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    for _ in range(2):  # bold inside a strike-through
        text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return entities.unescape(text) if "&" in text else text
