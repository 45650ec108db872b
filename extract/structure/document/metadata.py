"""What a document says of itself: title, number, issuers, dates, validity, level; and the lines that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guitu.extract.facts import Document, Gap, Level
from guitu.extract.structure.document import foot
from guitu.extract.structure.document import imprint as imprints
from guitu.extract.structure.document.documents import Part, is_label
from guitu.extract.structure.document.head import LAST, NUMBER_BEHIND, Head, Line, is_salutation, naming
from guitu.extract.structure.document.head import read as read_head
from guitu.extract.structure.document.issuers import Signature, issuers, signatures
from guitu.extract.structure.document.jurisdiction import jurisdiction, settling
from guitu.extract.structure.document.labels import is_listing
from guitu.extract.structure.document.numbers_and_days import issued, number, valid_days
from guitu.extract.structure.outline import unnumbered
from guitu.extract.text import Block, Paragraph, Span, Table, Text, fold
from guitu.extract.words import agencies
from guitu.extract.words.lines import way
from guitu.extract.words.numbering import numbered
from guitu.extract.words.titles import announced, bare, is_title, page_title, same, tidy, type_of, unwrapped, wraps

_PERIOD = re.compile(
    r"(十[一二三四五六七]|[一二三四五六七八九])五(?:”|时期|期间|规划|发展|计划)|第(十[一二三四五六七]|[一二三四五六七八九])个五年"
    r"|(?<=[国省市县区州盟旗])(十[一二三四五六七])五(?=[一-鿿]{2,24}(?:规划|计划|方案|纲要))"
)
_BRACKETED = re.compile(r"（[^（）]{2,40}）$")
# 云州市水利局印发《云州市节水规划》, the title that a news page gives
_REPORTED = re.compile(r"(.{0,40}?)(?:关于)?(?:印发|发布)《([^》]{4,80})》")
_TOWN = re.compile(r"(?<![城乡])(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|党委|党工委|委员会|工委)(?:办公室)?$")
_TOWN_OF_TITLE = re.compile(
    r"^[\u4e00-\u9fff]{2,12}?[县区市旗](?:[\u4e00-\u9fff]{2,6}苏木|([\u4e00-\u9fff]{2,3})(?:镇|乡|街道))(?=[“（\d]|国民经济|国土|总体|村庄|人民|乡村振兴|[\u4e00-\u9fff]{2,4}村)"
)
_TOWN_ALONE = re.compile(r"^([\u4e00-\u9fff]{2})(?:镇|街道|苏木)(?![\u4e00-\u9fff]{0,2}街道|化|区|级|域)")
_NO_TOWN = re.compile("(?:小|城|村|集|重点|中心|古|乡|名|新|老|数字|美丽)$")
_OFFICE_INSIDE = re.compile(r"(.{2,}?[部委局署院会])[\u4e00-\u9fff]{2,10}?[司厅室局]$")  # 教育部基础教育司
# 云州市节水方案（送审稿）为加强节水，…: a title with the text right behind it
_RUNS_ON = re.compile(
    r"([^，。；：《》]{4,48}?(?:规划|方案|计划|意见|措施|办法)(?:（[^（）]{2,16}）)?)(?:[〇零OO○一二三四五六七八九十\d年月日]{6,14})?\s?"
    r"(?:(?=(?:19|20)\d\d年，)|为(?=了|全面|深入|认真|进一步|切实|贯彻|落实|推[动进]|加[快强]|积极|促进|做好|有效|规范|提[升高]|应对))"
)
_COPY = re.compile(
    r"^(?:附件 ?\d{0,2}|\d{1,3})[-_.：、 ]+"
    r"|[-_ ]*(?:（\d{1,2}）|定稿|终稿|最终[版稿]|副本|[vV]\d[\d.]*|(?:19|20)\d{6})$"
)
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_TELLING = re.compile("[A-Za-z]{4}|[A-Za-z]{2,}[-_ ][A-Za-z]{2}")  # road-plan, where the text says nothing
_ANY_NAME = re.compile(
    "(?i)(?:sheet|book|doc|untitled|new|file|page|index|content|copy|scan|img|image|test|temp|tmp|table)"
)
_LONGEST_NOTICE = 160
_LONGEST_OPENING = 60  # of a document that has no title
_SHORTEST_TITLE = 6  # a shorter one may be the name of a column: 惠农政策
NAMED_BY_FILE = "正文没有标题，标题取自文件名"


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
    of_file: bool = False


def read(text: Text, part: Part, whole: Document | None, name: str = "") -> Metadata:
    """The metadata of one part of a file; `whole`: the document that it is annexed to; `name`: of its file."""
    head = read_head(text, part)
    signed = signatures(text, part, head)
    title = _title(text, part, head, signed, name)
    imprint = imprints.read(head)
    own = _number_before(head, imprint)
    names = issuers(text, head, title.notice, title.words, signed) or imprint.names
    lines = [*(line.text for line in head.lines), *_records(text, part, head)]
    place, level = jurisdiction(title.words, [_body(name) for name in names], lines, text.read(part.extent))
    if whole and not place and level != "national":
        place, level = whole.jurisdiction, whole.level or level
    at = whole.extent if whole and place == whole.jurisdiction else part.extent
    valid_from, valid_to = valid_days(text, part, head)
    document = Document(
        title=title.words,
        level=_level(names, title.words, level),
        type=type_of(title.words),
        issuers=tuple(agencies.read(name, place, level) for name in names),
        number=own or imprint.number or number(text, head),
        issued=issued(text, head, signed) or (None if own else imprint.issued),
        valid_from=valid_from,
        valid_to=valid_to,
        period=period(title.words),
        part_of=whole.title if whole else None,
        jurisdiction=place,
        span=title.span,
        extent=part.extent,
        jurisdiction_span=settling(text, (title.span, part.extent, at), place, title.words),
    )
    end = foot.read(text, part, head.blocks)
    chapters = unnumbered.chapters(text, part.blocks)
    said = (*naming(text, head), *imprint.blocks, *title.blocks)
    apart = frozenset((*said, *end, *foot.files(text, part), *_of_site(head)))
    apart -= chapters if len(chapters) > 1 else frozenset()  # the first of several is no title, whatever stands there
    return Metadata(document, apart, tuple(_missing(text, part, document, title, apart)))


def _number_before(head: Head, imprint: imprints.Imprint) -> str | None:
    """The number on a line of its own before the imprint: that of the notice over an annex with its own."""
    at = imprint.blocks[0].span.start if imprint.blocks else 0
    shown = (line.text.strip() for line in head.shown if line.block.span.start < at)
    return next((words for words in shown if _OWN_NUMBER.fullmatch(words)), None)


_OWN_NUMBER = re.compile(r"[一-龥]{2,9}〔(?:19|20)\d\d〕\d{1,4}号")


def named_by_file(gaps: Sequence[Gap]) -> bool:
    """Whether the gaps of a document say that its title is the name of its file."""
    return any(gap.reason == NAMED_BY_FILE for gap in gaps)


def _missing(text: Text, part: Part, document: Document, title: _Title, apart: frozenset[Block]) -> Iterator[Gap]:
    if title.of_file:
        yield Gap("missing-metadata", NAMED_BY_FILE, title.span)
    if not document.type:
        yield Gap("missing-metadata", "标题不像规划、措施或通知", title.span)
    if not any(block not in apart for block in part.blocks):
        yield Gap("unread-part", "只有标题，没有正文", title.span)


def _records(text: Text, part: Part, head: Head) -> Iterator[str]:
    """The lines near the end that list metadata: a site can put its record under the first heading."""
    own = {block.span.start for block in head.blocks}
    for block in part.blocks[-LAST:]:
        if isinstance(block, Paragraph) and block.span.start not in own and is_listing(words := text.read(block.span)):
            yield words


def _of_site(head: Head) -> list[Block]:
    return [line.block for line in head.lines if foot.is_site(line.text)]


# ---- whose document it is ----


def _body(name: str) -> str:
    """The body that an issuing office is part of, where that one is known: 教育部 of 教育部基础教育司."""
    if (match := _OFFICE_INSIDE.match(name)) and (around := agencies.read(match[1], None)).known:
        return match[1] if around.jurisdiction is None and not around.group else name
    return name


def _level(names: Sequence[str], title: str, found: Level | None) -> Level | None:
    """That of the place, or township where a town issued it, or where it is of a town by its title alone."""
    if names:
        return "township" if all(_TOWN.search(name) for name in names) else found
    match = _TOWN_OF_TITLE.match(title) or (_TOWN_ALONE.match(title) if found is None else None)
    return "township" if match and not _NO_TOWN.search(match[1]) else found


# ---- the title ----


def _title(text: Text, part: Part, head: Head, signed: Sequence[Signature], name: str) -> _Title:
    issuer, named, notice = _announced(text, head)
    candidates = [line for line in head.shown if _could_be_title(line.text)]
    if named is None and not any(type_of(line.text) != "notice" for line in candidates):
        named = next((title for line in head.shown if (title := announced(line.text))), None)
    around = (notice.block,) if notice else ()
    if named and notice and not _brings(text, part, named, candidates, signed):
        return _Title(notice.text, _within(text, notice), around, issuer)
    if named:
        alike = [line for line in candidates if same(line.text, named)]
        own = alike[-1] if alike else notice
        span = _within(text, own) if own else head.blocks[0].span
        words = _best(tidy(named), [line.text for line in alike])
        return _Title(words, span, (*around, *(line.block for line in alike)), issuer)
    told = head.listed.get("title")
    if candidates:
        long = [line for line in candidates if len(line.text) >= _SHORTEST_TITLE] or candidates
        best = next((line for line in long if type_of(line.text) != "notice"), long[0])
        alike_blocks = tuple(line.block for line in candidates if same(line.text, best.text))
        return _Title(best.text, _within(text, best), (*around, *alike_blocks), issuer)
    if told:
        return _Title(tidy(text.read(told)), told, around, issuer)
    for line in head.shown:  # 首页>政策文件>云州市节水方案
        words = line.text.rpartition(">")[2].strip() if ">" in line.text else ""
        if len(words) >= _SHORTEST_TITLE and is_title(words):  # 首页>纲要规划 is a shelf of the site
            span = _within(text, line)
            return _Title(words, Span(span.end - len(words), span.end), (line.block,), issuer)
    return _of_annex(text, part, head, issuer) or _untitled(text, part, head, issuer, name)


def _of_annex(text: Text, part: Part, head: Head, issuer: str) -> _Title | None:
    """The title of its first annex, for a notice that begins with its salutation: its own title is lost."""
    if not head.shown or not is_salutation(head.shown[0].text):
        return None
    for label, block in pairwise(part.blocks):
        words = tidy(text.read(block.span)) if isinstance(block, Paragraph) else ""
        if is_label(text.read(label.span)) and is_title(words):
            return _Title(words, block.span, (head.shown[0].block,), issuer)
    return None


def _untitled(text: Text, part: Part, head: Head, issuer: str, name: str) -> _Title:
    """A first line that is short is the title; else the file's name is, shown beside the first words."""
    shown = [line for line in head.shown if line.text and not is_label(line.text) and not foot.is_site(line.text)]
    first = shown[0] if shown and not isinstance(part.blocks[0], Table) else None
    opening, stop, _ = first.text.partition("。") if first else ("", "", "")
    runs = _RUNS_ON.match(first.text) if first else None
    if runs and is_title(runs[1]):
        opening = runs[1]
    if first and (stop or runs) and is_title(opening):  # 关于支持种业的十条意见。为落实…
        span = _within(text, Line(first.block, opening, cut=first.cut))
        return _Title(opening, span, (), issuer)
    block = first.block if first else part.blocks[0]
    span = Span(block.span.start, min(block.span.start + _LONGEST_OPENING, block.span.end))
    by_file = name and (first is None or _says_no_title(first.text) or _stands_on_table(part, first))
    if by_file and (told := _file_title(name)):
        return _Title(told, span, (), issuer, of_file=True)
    if first is None and name:
        return _Title(f"无标题（{name}）", span, (), issuer, of_file=True)
    return _Title(tidy(first.text[:_LONGEST_OPENING] if first else text.read(span)), span, (), issuer)


def _says_no_title(line: str) -> bool:
    return bool(numbered(line)) or "。" in line or is_listing(line) or "：" in line[:6] or is_salutation(line)


def _stands_on_table(part: Part, line: Line) -> bool:
    """Whether a line is a note of the table below it, 单位：万元, and no title of its kind."""
    after = next((b for b in part.blocks if b.span.start > line.block.span.end), None)
    return isinstance(after, Table) and type_of(line.text) is None


def _file_title(name: str) -> str:
    """The name of a file without what tells copies apart; empty where it says nothing.

    >>> _file_title("附件2：云州市节水任务分工表（定稿）(1)"), _file_title("Sheet1")
    ('云州市节水任务分工表', '')
    """
    told, before = tidy(fold(name)), ""
    while told != before:
        told, before = _COPY.sub("", told).removesuffix("（定稿）").strip(), told
    return told if _HAN.search(told) or (_TELLING.search(told) and not _ANY_NAME.match(told)) else ""


def _brings(text: Text, part: Part, named: str, candidates: Sequence[Line], signed: Sequence[Signature]) -> bool:
    """Whether what a notice names stands below it: its title comes again, or words come after the signature."""
    if any(same(line.text, named) for line in candidates):
        return True
    if not (last := next((one for one in signed if one.names), None)):
        return True
    after = [block for block in part.blocks if block.span.start > last.block.span.end]
    if any(isinstance(block, Table) or len(block.span) > _LONGEST_OPENING for block in after):
        return True
    words = [tidy(text.read(block.span)) for block in after]
    return any(numbered(line) or same(line, named) for line in words)


def _within(text: Text, line: Line) -> Span:
    """The place of a line's words in its block."""
    block = line.block.span
    at = text.read(block).find(line.text)
    return (
        Span(block.start + at, block.start + at + len(line.text))
        if at >= 0
        else Span(block.start + line.cut, block.end)
    )


def _announced(text: Text, head: Head) -> tuple[str, str | None, Line | None]:
    """Issuer and title that a notice, the page's table or front matter give, and the notice's title line."""
    issuer = ""
    for line in head.lines:
        if (
            len(line.text) <= _LONGEST_NOTICE
            and wraps(line.text)
            and not is_listing(text.read(line.block.span))  # 发布机构：… 主题分类：…/通知
            and not (line.block.aside or line.block.span in head.listed.values())
        ):
            words = NUMBER_BEHIND.sub("", text.read(line.block.span)[line.cut :])
            return *unwrapped(words if page_title(words) == words else line.text), line
        if line.block.aside and (match := _REPORTED.search(line.text)):
            issuer = issuer or re.split(r"['\"“” ：:]", match[1])[-1]
    if told := head.listed.get("title"):
        listed, named = unwrapped(text.read(told))
        return listed or issuer, named, None
    return issuer, None, None


def _could_be_title(line: str) -> bool:
    return (
        is_title(line)
        and not numbered(line)
        and not wraps(line)
        and not line.startswith(("各", "关于转"))
        and not is_listing(line)
        and not way(line)
    )


def _best(named: str, lines: Sequence[str]) -> str:
    """The title as the notice or the title line gives it: with its years, without what a line break doubled."""
    whole = [line for line in (named, *lines) if _BRACKETED.search(line)] or [named, *lines]
    own = whole[-1]
    if bare(named).endswith(bare(own)) and len(own) < len(named):  # the second line of two
        return named
    if "_" in named and bare(own) == bare(named):  # as sites write signs in a name of a page
        return own
    return min(whole, key=len) if set(bare(own)) == set(bare(named)) else own


def period(title: str) -> str | None:
    """The five years that a title names: 十四五."""
    return f"{match[match.lastindex or 1]}五" if (match := _PERIOD.search(title)) else None
