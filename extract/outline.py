"""From the blocks of one document to its headings, items and paragraphs, each under the heading around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import Literal

from guitu.extract.chapters import about, is_action, is_chapter, is_container, is_label
from guitu.extract.draft import Chapter
from guitu.extract.facts import Section
from guitu.extract.numbering import Numbered, Rank, numbered
from guitu.extract.text import Block, Paragraph, Span, Table, Text

ElementKind = Literal["heading", "item", "titled", "plain", "table"]

LONGEST_HEADING = 60  # characters; the longest headings of the corpus have about 45
LONGEST_RUN_IN = 26
LONGEST_WITH_COMMA = 22
_BELOW = 9  # a sub-number beyond all of its rank
STOPS = "。；！？"

# a duty clause at the end of a heading: （市水利局牵头）, （责任单位：各县（市、区）政府）
_CLAUSE = re.compile(
    r"（(?:[^（）]|（[^（）]*）){0,400}?(?:牵头|负责|责任|配合|主办|协办|单位：|部门：)(?:[^（）]|（[^（）]*）){0,400}）$"
)
# a title that opens a paragraph: 智慧农业。…, 补短板、强弱项：…
_RUN_IN = re.compile(
    rf"(?:[—-]{{1,2}} ?)?([^{STOPS}，：.]{{2,{LONGEST_RUN_IN}}}(?:，[^{STOPS}，：.]{{2,16}})?)([。：.])(?=.)"
)
# openers of a sentence that is no title: 到2025年…, 对符合条件的企业…, 一是…
_SENTENCE = re.compile(
    r"到|在(?!线)|为(?!民|老|农|企)|以|由|对(?!外|口|接|标|台)|按|经(?!济|营|典)|把|凡|如(?!何)|围绕|面向|通过|依托|根据|按照|其中|同时|此外"
    r"|当前|目前|近年来|今后|本(?!土|地)|各|[一二三四五六七八九十]是|第[一二三四五六七八九十]|注|[*《]|自\d|\d+(?:\.\d+)?(?:[年月%万亿个家]|$)"
)


@dataclass(frozen=True, slots=True)
class Element:
    """One block of the outline. `title`: of a heading, an item or a titled paragraph; `body`: what follows it.

    `section`: order of the section around (of a heading: its parent); `own`: of a heading, its own order;
    `within`: index of the item that this item lies under.
    """

    kind: ElementKind
    span: Span
    chapter: Chapter
    section: int | None
    title: Span | None = None
    body: Span | None = None
    own: int | None = None
    number: Numbered | None = None
    boxed: bool = False
    within: int | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in order, and every element under them."""

    sections: tuple[Section, ...]
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading whose matter goes on."""

    key: tuple[int, int]
    order: int
    chapter: Chapter


def outline(text: Text, blocks: Sequence[Block]) -> Outline:
    """Read headings and items from the blocks of one document, its head left out.

    Guaranteed: every block is in one element, in order; a section's parent comes before it.
    """
    builder = _Builder(text)
    listed = _attachments(text, blocks)
    leading, opening = _leading(text, blocks), _opening(text, blocks)
    for block, title in _with_titles(text, blocks):
        builder.add(block, title, _Around(block in listed, block in leading, block in opening))
    return Outline(tuple(builder.sections), tuple(builder.elements))


def _with_titles(text: Text, blocks: Sequence[Block]) -> Iterator[tuple[Block, Paragraph | None]]:
    """Each block; with a number that stands alone (附表, 专栏1, 第二章) comes the paragraph that is its title."""
    rest = iter(range(len(blocks)))
    for i in rest:
        block = blocks[i]
        follower = blocks[i + 1] if i + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and isinstance(follower, Paragraph) and not block.aside and not follower.aside:
            words = text.read(block.span).strip(" ：")
            number = numbered(words)
            told = text.read(follower.span)
            if number and number.length >= len(words) and _is_title(told) and not numbered(told):
                next(rest)
                yield block, follower
                continue
        yield block, None


def _attachments(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The lines that only list what is attached: 附件：1.任务分工表, and the numbered lines after it."""
    found: set[Block] = set()
    going = False
    for block, follower in zip_longest(blocks, blocks[1:]):
        assert block is not None
        words = text.read(block.span).strip() if isinstance(block, Paragraph) else ""
        number = numbered(words)
        if number and number.rank is Rank.ANNEX and re.match("附件 ?：", words):
            after = text.read(follower.span).strip() if isinstance(follower, Paragraph) else ""
            inner = numbered(words[number.length :]) or numbered(after)
            going = bool(inner and inner.rank is Rank.ARABIC) or (len(words) > number.length and bool(after))
        else:
            going = going and bool(number and number.rank is Rank.ARABIC and _is_title(words))
        if going:
            found.add(block)
    return frozenset(found)


def _opening(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The paragraphs that end in a title of their own, with its text in the paragraph after them.

    One short sentence alone (推广主动办电服务。) or behind the title of an item.
    """
    found: set[Block] = set()
    for block, follower in pairwise(blocks):
        if isinstance(block, Paragraph) and isinstance(follower, Paragraph) and not block.aside:
            words, after = text.read(block.span).strip(), text.read(follower.span)
            short = len(words) <= 2 * LONGEST_RUN_IN and words.endswith("。") and "，" not in words
            runs_on = len(after) > len(words) and not numbered(after) and not _RUN_IN.match(after)
            if short and runs_on and after.rstrip().endswith(("。", "）")):
                found.add(block)
    return frozenset(found)


def _leading(text: Text, blocks: Sequence[Block]) -> frozenset[Block]:
    """The numbered paragraphs whose next number is of an inner kind."""
    found: set[Block] = set()
    before: tuple[Block, Rank] | None = None
    for block in blocks:
        number = numbered(text.read(block.span)) if isinstance(block, Paragraph) and not block.aside else None
        if number and number.rank not in (Rank.BOX, Rank.ANNEX, Rank.CLAUSE):
            if before and number.rank > before[1]:
                found.add(before[0])
            before = block, number.rank
    return frozenset(found)


def _is_title(words: str) -> bool:
    return 2 <= len(words.strip()) <= LONGEST_HEADING and not set(words) & set(STOPS) and not words.endswith("：")


@dataclass(frozen=True, slots=True)
class _Around:
    """What the blocks after one tell of it: it only lists an attachment; items follow under it; it ends in a title."""

    listed: bool
    leads: bool
    opens: bool


class _Builder:
    """Walks the blocks once, keeping the headings that are open."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.sections: list[Section] = []
        self.elements: list[Element] = []
        self.open: list[_Open] = []
        self.items: list[tuple[tuple[int, int], int]] = []
        self.box: _Box | None = None
        self.clauses: tuple[int, int] | None = None
        self.told: Chapter | None = None  # by the last item: （二）主要目标。到2030年…

    def add(self, block: Block, title: Paragraph | None, around: _Around) -> None:
        """Put one block where it belongs."""
        if isinstance(block, Table):
            self._put(Element("table", block.span, self._chapter(), self._section(), table=block))
            return
        words = self.text.read(block.span)
        if block.aside:
            return
        if self.box and self.box.framed and not block.box:
            self._leave_box()
        number = numbered(words)
        if around.listed:
            self._put(self._at(block, "plain"))
        elif title is not None and number is not None:
            self._heading(number, block.span.to(title.span), title.span, block)
        elif number is not None:
            self._numbered(number, block, words, around)
        elif block.level and _is_title(words):
            self._heading(Numbered(Rank.CHAPTER, "", 0), block.span, block.span, block)
        else:
            self._unnumbered(block, words, around)

    # ---- headings ----

    def _numbered(self, number: Numbered, block: Paragraph, words: str, around: _Around) -> None:
        rest = words[number.length :]
        clause = _CLAUSE.search(rest)
        named = rest[: clause.start()] if clause else rest
        bare = named.strip(" ：")
        whole = bool(bare) and (_is_title(bare) or (len(bare) <= LONGEST_RUN_IN and _one_stop(bare)))
        if whole or number.rank is Rank.BOX:
            start = block.span.start + number.length
            title = _trim(self.text, Span(start, start + len(named)))
            body = Span(start + clause.start(), block.span.end) if clause else None
            self._heading(number, block.span, title, block, body)
        else:
            self._item(number, block, words, around)

    def _heading(self, number: Numbered, span: Span, title: Span, block: Paragraph, body: Span | None = None) -> None:
        self.items.clear()
        self.told = None
        if number.rank is Rank.BOX:
            self._leave_box()
            parent = self.open[-1] if self.open else None
            self.box = _Box(framed=block.box, verbal=self._verbal_titles())
        else:
            if self.box and not (self.box.framed and block.box):
                self._leave_box()
            key = self._key(number)
            while self.open and self.open[-1].key >= key:
                self.open.pop()
            parent = self.open[-1] if self.open else None
        order = len(self.sections)
        name = self.text.read(title)
        around = parent.chapter if parent else None
        chapter = around if number.rank is Rank.BOX and around else about(name, around)
        depth = self.sections[parent.order].depth + 1 if parent else 1
        above = parent.order if parent else None
        self.sections.append(Section(name, number.label or None, depth, order, above, span))
        self._put(Element("heading", span, chapter, above, title, body, order, number, number.rank is Rank.BOX))
        self.open.append(_Open(self._key(number), order, chapter))

    def _key(self, number: Numbered) -> tuple[int, int]:
        """How far out a number stands. Clauses stand under the heading that is open when the first one comes."""
        if number.rank is not Rank.CLAUSE:
            return number.rank, number.sub
        if self.clauses is None:
            inner = any(Rank.ARTICLE < heading.key[0] < Rank.ARABIC for heading in self.open)
            self.clauses = (Rank.HAN_BRACKET if inner else Rank.ARTICLE, _BELOW)
        return self.clauses

    def _leave_box(self) -> None:
        if self.box:
            self.box = None
            while self.open and self.open[-1].key[0] != Rank.BOX:
                self.open.pop()
            if self.open:
                self.open.pop()

    def _verbal_titles(self) -> bool | None:
        """Whether the run-in titles under the open heading open with verbs; None where there are none."""
        here = self._section()
        titles = [e.title for e in self.elements if e.kind == "titled" and e.section == here and e.title]
        return all(is_action(self.text.read(t)) for t in titles) if titles else None

    # ---- items and paragraphs ----

    def _item(self, number: Numbered, block: Paragraph, words: str, near: _Around) -> None:
        key = self._key(number)
        at = block.span.start
        if self.open and self.open[-1].key[0] != Rank.BOX:
            while self.open and self.open[-1].key >= key:
                self.open.pop()
        while self.items and self.items[-1][0] >= key:
            self.items.pop()
        title, body = item_title(words, number.length)
        around = self.open[-1].chapter if self.open else None
        name = words[title.start : title.end]
        chapter = about(name, around)
        if title.end < body.start and near.opens and self._titled(block, words, body, heading=(number, title)):
            return
        if title.end < body.start and (near.leads or _heads(name, chapter, number.rank)):
            self._heading(number, block.span, title.shift(at), block, body.shift(at))
            return
        self.told = chapter
        within = self.items[-1][1] if self.items else None
        self.items.append((key, len(self.elements)))
        item = replace(self._at(block, "item"), title=title.shift(at), body=body.shift(at))
        self._put(replace(item, number=number, within=within))

    def _titled(self, block: Paragraph, words: str, body: Span, heading: tuple[Numbered, Span] | None = None) -> bool:
        """A title that ends its paragraph, behind the title of an item or alone; False where it is none."""
        opener = words[body.start : body.end].strip(" 。")
        if not _is_title(opener) or len(opener) > LONGEST_RUN_IN or not self._names_matter(opener):
            return False
        at = block.span.start
        if heading:
            number, title = heading
            self._heading(number, Span(at, at + body.start), title.shift(at), block)
        start = at + words.index(opener, body.start)
        title = Span(start, start + len(opener))
        self._put(replace(self._at(block, "titled"), span=Span(start, block.span.end), title=title, body=None))
        return True

    def _unnumbered(self, block: Paragraph, words: str, around: _Around) -> None:
        if around.opens and self._chapter() == "work" and self._titled(block, words, Span(0, len(words))):
            return
        match = _RUN_IN.match(words)
        if match and self._names_matter(match[1]):
            if self.box and self.box.ends_at(is_action(match[1])):
                self._leave_box()
            at = block.span.start
            title, body = Span(*match.span(1)), Span(match.end(), len(words))
            self.items.clear()
            self._put(replace(self._at(block, "titled"), title=title.shift(at), body=body.shift(at)))
        else:
            self._put(self._at(block, "plain"))

    def _names_matter(self, opener: str) -> bool:
        """Whether the words before the first stop of a paragraph are a title and no sentence."""
        if "，" in opener and (len(opener) > LONGEST_WITH_COMMA or self._chapter() != "work"):
            return False
        return not _SENTENCE.match(opener) and not is_label(opener)

    def _at(self, block: Paragraph, kind: ElementKind) -> Element:
        boxed = self.box is not None or block.box
        return Element(kind, block.span, self._chapter(), self._section(), body=block.span, boxed=boxed)

    def _put(self, element: Element) -> None:
        self.elements.append(element)

    def _section(self) -> int | None:
        return self.open[-1].order if self.open else None

    def _chapter(self) -> Chapter:
        return self.told or (self.open[-1].chapter if self.open else "front")


@dataclass(slots=True)
class _Box:
    """A 专栏 that is open. Without a frame its end is seen only by the style of the titles around and in it."""

    framed: bool
    verbal: bool | None
    nominal: bool | None = None

    def ends_at(self, action: bool) -> bool:
        """Whether a run-in title (an action or a noun) stands after the box: verbs around it, nouns in it."""
        if self.framed:
            return False
        if self.nominal is None:
            self.nominal = not action
        return bool(self.verbal and self.nominal and action)


def _heads(title: str, chapter: Chapter, rank: Rank) -> bool:
    """Whether an item with its text behind its title is a heading: （二）主要目标。到2030年…"""
    if chapter == "work":
        return is_container(title)
    return rank <= Rank.HAN_BRACKET or (chapter == "thought" and is_chapter(title))


def item_title(words: str, start: int) -> tuple[Span, Span]:
    """Title and body of an item: its own short title, or else its text up to the first of ，。；：.

    >>> words = "（一）发展智慧农业。建设五个数字农场。"
    >>> [words[s.start:s.end] for s in item_title(words, 3)]
    ['发展智慧农业', '建设五个数字农场。']
    >>> words = "2.鼓励企业开放实验室，面向社会提供检测服务。（市科技局负责）"
    >>> [words[s.start:s.end] for s in item_title(words, 2)]
    ['鼓励企业开放实验室', '鼓励企业开放实验室，面向社会提供检测服务。（市科技局负责）']
    """
    stop = re.compile(r"[。；：！？]").search(words, start)
    if stop and stop.start() - start <= LONGEST_RUN_IN:
        rest = words[stop.end() :].strip()
        named = words[start : stop.start()]
        short = "，" not in named or is_action(named)
        if rest and short and stop[0] != "；" and not _CLAUSE.fullmatch(rest):
            return Span(start, stop.start()), Span(stop.end(), len(words))
    first = re.compile(r"[，。；：！？]").search(words, start)
    clause = _CLAUSE.search(words, start)
    end = min(m.start() for m in (first, clause) if m) if first or clause else len(words)
    return Span(start, max(end, start)), Span(start, len(words))


def _one_stop(words: str) -> bool:
    """Whether the only stop is a full stop at the end, with no comma: （一）指导思想。"""
    return words.endswith("。") and not set(words[:-1]) & set(STOPS + "，")


def _trim(text: Text, span: Span) -> Span:
    words = text.read(span)
    left = len(words) - len(words.lstrip(" ：、."))
    right = len(words.rstrip(" ：。、"))
    return Span(span.start + left, span.start + max(right, left))
