"""What a document says of itself: title, number, issuers, dates, validity, level; and the lines that say it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guitu.extract.facts import Document, Gap
from guitu.extract.owners import agencies
from guitu.extract.structure.dates import DATE, day, labelled, validity
from guitu.extract.structure.documents import Part, is_label
from guitu.extract.structure.head import NUMBER, NUMBER_BEHIND, Head, naming
from guitu.extract.structure.head import read as read_head
from guitu.extract.structure.issuers import is_signature, issuers
from guitu.extract.structure.jurisdiction import jurisdiction, settling
from guitu.extract.structure.numbering import numbered
from guitu.extract.structure.titles import WRAPPER, announced, bare, is_title, same, tidy, type_of, unwrapped
from guitu.extract.text import Block, Paragraph, Span, Text

_PERIOD = re.compile(
    r"(十[一二三四五六七]|[一二三四五六七八九])五(?:”|时期|期间|规划|发展)|第(十[一二三四五六七]|[一二三四五六七八九])个五年"
)
_BRACKETED = re.compile(r"（[^（）]{2,40}）$")
_NUMBER_LABEL = re.compile(r"^.*(?:文号|字号|文件编号)[〕： ]*")
# 云州市水利局印发《云州市节水规划》, the title that a news page gives
_REPORTED = re.compile(r"(.{0,40}?)(?:关于)?(?:印发|发布)《([^》]{4,80})》")
_LONGEST_NOTICE = 160
_LONGEST_OPENING = 60  # of a document that has no title


@dataclass(frozen=True, slots=True)
class Metadata:
    """The document, the blocks that only name it (left out of the outline), and what is missing."""

    document: Document
    naming: frozenset[Block]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class _Title:
    """A title with its place, the lines that are it, and the issuer in the title of the notice that brings it."""

    words: str
    span: Span
    blocks: tuple[Block, ...]
    notice: str


def read(text: Text, part: Part, whole: Document | None) -> Metadata:
    """The metadata of one part of a file; `whole`: the document that it is annexed to."""
    head = read_head(text, part)
    title = _title(text, part, head)
    names = issuers(text, part, head, title.notice, title.words)
    place, level = jurisdiction(title.words, names, [line.text for line in head.lines], text.read(part.extent))
    if whole and not place and level != "national":
        place, level = whole.jurisdiction, level or whole.level
    at = whole.extent if whole and place == whole.jurisdiction else part.extent
    valid_from, valid_to = _validity(text, part, head)
    document = Document(
        title=title.words,
        level=level,
        type=type_of(title.words),
        issuers=tuple(agencies.read(name, place, level) for name in names),
        number=_number(text, head),
        issued=_issued(text, part, head),
        valid_from=valid_from,
        valid_to=valid_to,
        period=period(title.words),
        part_of=whole.title if whole else None,
        jurisdiction=place,
        span=title.span,
        extent=part.extent,
        jurisdiction_span=settling(text, (title.span, part.extent, at), place),
    )
    missing = Gap("missing-metadata", "标题不像规划、措施或通知", title.span)
    return Metadata(document, frozenset((*naming(text, head), *title.blocks)), () if document.type else (missing,))


# ---- the title ----


def _title(text: Text, part: Part, head: Head) -> _Title:
    issuer, named, notice = _announced(text, head)
    candidates = [(line.block, line.text) for line in head.shown if _could_be_title(line.text)]
    if named is None and not any(type_of(line) != "notice" for _, line in candidates):
        named = next((title for line in head.shown if (title := announced(line.text))), None)
    around = (notice,) if notice else ()
    if named:
        alike = [(block, line) for block, line in candidates if same(line, named)]
        own = alike[-1][0] if alike else notice or head.blocks[0]
        words = _best(tidy(named), [line for _, line in alike])
        return _Title(words, own.span, (*around, *(block for block, _ in alike)), issuer)
    if candidates:
        block, line = next((c for c in candidates if type_of(c[1]) != "notice"), candidates[0])
        alike_blocks = tuple(b for b, other in candidates if same(other, line))
        return _Title(line, block.span, (*around, *alike_blocks), issuer)
    if told := head.listed.get("title"):
        return _Title(tidy(text.read(told)), told, around, issuer)
    first = next((line.block for line in head.shown if line.text and not is_label(line.text)), part.blocks[0])
    span = Span(first.span.start, min(first.span.start + _LONGEST_OPENING, first.span.end))
    return _Title(tidy(text.read(span)), span, around, issuer)


def _announced(text: Text, head: Head) -> tuple[str, str | None, Block | None]:
    """Issuer and title that a notice, the page's table or front matter give, and the notice's title line."""
    issuer = ""
    for line in head.lines:
        if WRAPPER.fullmatch(line.text) and len(line.text) <= _LONGEST_NOTICE:
            return *unwrapped(NUMBER_BEHIND.sub("", text.read(line.block.span))), line.block
        if line.block.aside and (match := _REPORTED.search(line.text)):
            issuer = issuer or re.split(r"['\"“” ：:]", match[1])[-1]
    if told := head.listed.get("title"):
        listed, named = unwrapped(text.read(told))
        return listed or issuer, named, None
    return issuer, None, None


def _could_be_title(line: str) -> bool:
    wraps = WRAPPER.fullmatch(line) or line.startswith(("各", "关于转"))
    return is_title(line) and not numbered(line) and not wraps


def _best(named: str, lines: Sequence[str]) -> str:
    """The title as the notice or the title line gives it: with its years, without what a line break doubled."""
    whole = [line for line in (named, *lines) if _BRACKETED.search(line)] or [named, *lines]
    own = whole[-1]
    return min(whole, key=len) if set(bare(own)) == set(bare(named)) else own


def period(title: str) -> str | None:
    """The five years that a title names: 十四五."""
    match = _PERIOD.search(title)
    return f"{match[1] or match[2]}五" if match else None


# ---- number and dates ----


def _number(text: Text, head: Head) -> str | None:
    """The document's own number: listed, behind the notice's title, labelled, or alone on a line."""
    if (told := head.listed.get("number")) and (match := NUMBER.search(text.read(told))):
        return _squeezed(match[0])
    for line in head.lines:
        if line.number:
            return _squeezed(line.number)
        for match in NUMBER.finditer(line.text):
            if _NUMBER_LABEL.search(match[0]) or _NUMBER_LABEL.search(line.text[: match.start()]):
                return _squeezed(_NUMBER_LABEL.sub("", match[0]))
            of_notice = line.text.endswith(match[0]) and "通知" in line.text
            alone = len(line.text) - len(match[0]) <= 12 and "《" not in line.text[match.end() :]
            if alone or of_notice:
                return _squeezed(re.sub("^.*(?:通知|意见|方案|办法)", "", match[0]))
    return None


def _squeezed(number: str) -> str:
    return re.sub(r"\s", "", number).replace("（", "〔").replace("）", "〕").replace("〕第", "〕")


def _issued(text: Text, part: Part, head: Head) -> date | None:
    """The day listed, or of a line that is a date or a signature with one; never that of printing (…印发)."""
    if (told := head.listed.get("issued")) and (found := day(text.read(told))):
        return found
    shown = [line.text for line in head.shown]
    tail = [tidy(text.read(block.span)) for block in part.blocks[-6:] if isinstance(block, Paragraph)]
    for line in (*shown, *tail):
        words = line.strip("（） ")
        match = DATE.search(words)
        before = words[: match.start()].strip() if match else ""
        if match and match.end() == len(words) and (not before or is_signature(before)):
            return day(words)
    return labelled(shown, "成文|发文|印发|发布|颁布")


def _validity(text: Text, part: Part, head: Head) -> tuple[date | None, date | None]:
    paragraphs = (text.read(block.span) for block in part.blocks if isinstance(block, Paragraph))
    start, end = validity(s for words in paragraphs if "年" in words for s in re.split("[。；]", words))
    lines = [line.text for line in head.lines]
    return start or labelled(lines, "生效|施行|实施"), end or labelled(lines, "失效|废止")
