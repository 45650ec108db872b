"""From the blocks of one document to its headings, items and paragraphs, each under the heading around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from guitu.extract.facts import Section
from guitu.extract.structure.draft import Chapter
from guitu.extract.structure.outline import (
    agency_first,
    announced_lists,
    appeals,
    attachment_lists,
    before_headings,
    dashed,
    demanded_lists,
    headed_items,
    headings,
    lone_numbers,
    lost_breaks,
    measure_lines,
    mottos,
    owned_paragraphs,
    parallel_titles,
    record_points,
    spaced_titles,
    unnumbered,
)
from guitu.extract.structure.outline.box import Box
from guitu.extract.structure.outline.chapters import holds_tasks, is_action, is_label, is_part, names_person
from guitu.extract.structure.outline.element import Around, Element, ElementKind
from guitu.extract.structure.outline.prescribing import prescribes, told_by
from guitu.extract.text import Block, Paragraph, Span, Table, Text
from guitu.extract.words.lines import LONGEST_HEADING, is_heading
from guitu.extract.words.numbering import Numbered, Rank, numbered

_NOTE = re.compile("注|备注|说明|资料来源|[*※]")
# 主要目标是：, 表4：重点工程, 年度计划表（单位：台）
_TELLS = re.compile(r"(?:是|(?<![行作])为)$|^(?:表|图|专栏) ?[\d一二三四五六七八九十-]{1,4}$|（[^）]*$")


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in order, and every element under them."""

    sections: tuple[Section, ...]
    elements: tuple[Element, ...]


class _Open(NamedTuple):
    """A heading whose matter goes on."""

    key: tuple[int, int]
    order: int
    chapter: Chapter
    tasks: bool = False  # goals that also set tasks: 目标任务


def outline(text: Text, blocks: Sequence[Block]) -> Outline:
    """Read headings and items from the blocks of one document, its head left out.

    Guaranteed: every block that is not aside is in one element, in order; a section's parent comes before it.
    """
    builder = _Builder(text, lost=lost_breaks.lost(text, blocks), rows=lost_breaks.in_part(text, blocks))
    points = record_points.points(text, blocks)
    annexed = attachment_lists.attachments(text, blocks)  # 2.演员名单 of a list of annexes lies in no item before it
    beside = points | annexed
    apart = [block for block in blocks if block not in beside] if beside else blocks
    demanded = demanded_lists.matters(text, blocks)
    over = parallel_titles.over_run_ins(text, blocks) | demanded.keys()
    leads = headings.leading(text, apart) | over
    worded = announced_lists.worded(text, blocks)
    following, titled = announced_lists.following(text, blocks)
    whole = parallel_titles.numbered_alike(text, blocks) | worded.keys() | over | titled
    kinds = (annexed, leads, headings.opening(text, blocks), points, whole)
    starts = [_starts(found) for found in kinds]
    matters = following | announced_lists.matters(text, blocks)
    matters |= {one.span.start: number for one, number in worded.items()} | measure_lines.measures(text, blocks)
    builder.demands = {one.span.start: number for run in demanded.values() for one, number in run}
    builder.dashed = dashed.titles(text, blocks) | spaced_titles.titles(text, blocks)
    builder.lone = lone_numbers.chapters(text, blocks)
    builder.chapters = _starts(unnumbered.chapters(text, blocks))
    builder.parts = _starts(unnumbered.parts(text, blocks))
    builder.headed = _starts(headed_items.unnumbered(text, blocks))
    for block, title in headings.with_titles(text, blocks, builder.lone):
        at = block.span.start
        listed, led, opens, point, first = (at in found for found in starts)
        builder.add(block, title, Around(listed, led, opens, point, first, matters.get(at)))
    told = mottos.titled(text, builder.sections, builder.elements)
    elements = tuple(owned_paragraphs.titled(text, tuple(before_headings.owned(text, one) for one in told)))
    if not builder.sections and not any(e.kind == "item" for e in elements):
        elements = before_headings.works(text, elements)
    return Outline(tuple(builder.sections), elements)


def _starts(blocks: Iterable[Block]) -> frozenset[int]:
    """Where blocks begin, which tells each from all others and is looked up faster."""
    return frozenset(block.span.start for block in blocks)


class _Builder:
    """Walks the blocks once, keeping the headings that are open."""

    def __init__(self, text: Text, *, lost: bool, rows: bool) -> None:
        self.text = text
        self.lost = lost  # the breaks inside sections
        self.rows = rows  # and the breaks of some of them
        self.sections: list[Section] = []
        self.elements: list[Element] = []
        self.open: list[_Open] = []
        self.items: list[tuple[tuple[int, int], int]] = []
        self.box: Box | None = None
        self.clauses: tuple[int, int] | None = None
        self.dashed: Mapping[int, Span] = {}  # the titles of rows of paragraphs with a dash
        self.lone: Mapping[int, Numbered] = {}  # numbers of chapters alone on their lines
        self.chapters: frozenset[int] = frozenset()  # where lines stand that are headings of chapters without a number
        self.parts: frozenset[int] = frozenset()  # and of parts of a chapter
        self.headed: frozenset[int] = frozenset()  # and of bodies above their items
        self.demands: dict[int, Numbered] = {}  # of the matters of a list under a title: 一要加固堤防。…
        self.told: Chapter | None = None  # by the last item: （二）主要目标。到2030年…

    def add(self, block: Block, title: Paragraph | None, around: Around) -> None:
        """Put one block where it belongs."""
        if isinstance(block, Table):
            self._put(Element("table", block.span, self._chapter(), self._section(), table=block))
            return
        if block.aside:
            return
        words = self.text.read(block.span)
        self._frame(block)
        number = numbered(words) or self.lone.get(block.span.start)
        if around.listed:
            self._put(self._at(block, "plain"))
        elif block.span.start in self.demands:
            self._put(headings.with_title(self.text, self._at(block, "titled"), self.demands[block.span.start].length))
        elif around.matter:
            self._item(around.matter, block, words, around)
        elif around.point:
            label = Span(block.span.start + (number.length if number else 0), block.span.end)
            self._put(self._at(replace(block, span=label), "plain"))
        elif title is not None and number is not None:
            self._heading(number, block.span.to(title.span), title.span, block)
        elif number is not None:
            self._numbered(number, block, words, around)
        elif block.span.start in self.chapters:
            self._heading(Numbered(Rank.CHAPTER, "", 0), block.span, unnumbered.title(self.text, block), block)
        elif (block.span.start in self.parts and self.open) or block.span.start in self.headed:
            self._heading(Numbered(self._innermost(), "", 0, headings.BELOW), block.span, block.span, block)
        elif block.level and is_heading(words):
            self._heading(Numbered(Rank.CHAPTER, "", 0, block.level), block.span, block.span, block)
        else:
            self._unnumbered(block, words, around)

    def _frame(self, block: Paragraph) -> None:
        """Leave a frame where it ends; what stands in one is no part of the item before it."""
        if block.box and self.elements and not self.elements[-1].boxed:
            self.items.clear()
        number = numbered(self.text.read(block.span)) if self.box else None
        if self.box and ((self.box.framed and not block.box) or self.box.ends_before(number, self.elements)):
            self._leave_box()

    # ---- headings ----

    def _numbered(self, number: Numbered, block: Paragraph, words: str, around: Around) -> None:
        rest = words[number.length :]
        clause = headings.closing_clause(rest)
        named = rest[: clause.start()] if clause else rest
        start = block.span.start + number.length
        title = headings.trimmed(self.text, Span(start, start + len(named)))
        short = len(named) <= headings.LONGEST_RUN_IN and headings.one_stop(named.strip())
        short = short and not (self._chapter() == "goals" and headings.counts(named))  # （一）入园率达到98%以上。
        short = short or (around.leads and headings.one_sentence(named.strip()))
        short = short or (around.opens and headings.is_pair(named.strip(" 。")))
        title = headings.own_title(self.text, title, number)
        short = (short or is_heading(named.strip(" ："))) and not headings.runs_on(named, number if clause else None)
        if len(title) and (short or number.rank is Rank.BOX):
            body = Span(start + clause.start(), block.span.end) if clause else None
            if number.rank is Rank.BOX and title.end < block.span.end - 1:
                body = Span(title.end, block.span.end)
            self._heading(number, block.span, title, block, body)
        else:
            self._parts(number, block, words, around)

    def _heading(self, number: Numbered, span: Span, title: Span, block: Paragraph, body: Span | None = None) -> None:
        self.items.clear()
        self.told = None
        if number.rank is Rank.BOX:
            self._leave_box()
            parent = self.open[-1] if self.open else None
            self.box = Box(framed=block.box, verbal=self._verbal_titles())
        else:
            if self.box and not (self.box.framed and block.box):
                self._leave_box()
            key = self._key(number)
            while self.open and (self.open[-1].key >= key or unnumbered.is_over(self._above(), number.rank)):
                self.open.pop()
            parent = self.open[-1] if self.open else None
        order = len(self.sections)
        name = self.text.read(title)
        around = parent.chapter if parent else None
        told = self.text.read(body) if body else ""
        chapter = (
            around
            if number.rank is Rank.BOX and around
            else told_by(name, told, around, tasks=bool(parent and parent.tasks))
        )
        depth = self.sections[parent.order].depth + 1 if parent else 1
        above = parent.order if parent else None
        self.sections.append(Section(name, number.label or None, depth, order, above, span))
        self._put(Element("heading", span, chapter, above, title, body, order, number, number.rank is Rank.BOX))
        self.open.append(_Open(self._key(number), order, chapter, chapter == "goals" and holds_tasks(name)))

    def _key(self, number: Numbered) -> tuple[int, int]:
        """How far out a number stands. Clauses stand under the heading that is open when the first one comes."""
        if number.rank is not Rank.CLAUSE:
            return number.rank, number.sub
        if not number.label.startswith("第") or number.label.endswith("阶段"):  # 行动一
            return self._innermost(), headings.BELOW
        if self.clauses is None:
            inner = any(Rank.ARTICLE < heading.key[0] < Rank.ARABIC for heading in self.open)
            self.clauses = (Rank.HAN_BRACKET if inner else Rank.ARTICLE, headings.BELOW)
        return self.clauses

    def _innermost(self) -> Rank:
        """The rank of the innermost open heading that has a number of its own."""
        around = takewhile(lambda heading: heading.key[1] != headings.BELOW, self.open)
        return Rank(max((heading.key[0] for heading in around), default=Rank.ARTICLE))

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

    def _parts(self, number: Numbered, block: Paragraph, words: str, near: Around) -> None:
        """An item; one that holds several with owners of their own, one after the other, is cut into them.

        A paragraph that only lists (①清淤。②护岸。③绿化。) is no item: what is above it holds the work.
        """
        starts = headings.enumerated(words, number.length)
        lists = starts and numbered(words[starts[0] :]) == number
        each = starts and (headings.owned_each(words, starts) or headings.titled_each(words, starts))
        if lists and not each:
            self._put(self._at(block, "plain"))
        elif each:
            self._pieces(block, words, starts)
        else:
            self._item(number, block, words, near)

    def _pieces(self, block: Paragraph, words: str, starts: Sequence[int]) -> None:
        """A paragraph that holds several items, cut before each."""
        cuts = [0, *starts] if starts[0] else starts
        for start, end in zip(cuts, [*cuts[1:], len(words)], strict=True):
            piece = replace(block, span=Span(block.span.start + start, block.span.start + end))
            if inner := numbered(words[start:end]):
                self._item(inner, piece, words[start:end], Around())
            else:
                self._put(self._at(piece, "plain"))

    def _item(self, number: Numbered, block: Paragraph, words: str, near: Around) -> None:
        key = self._key(number)
        at = block.span.start
        if self.open and self.open[-1].key[0] != Rank.BOX:
            while self.open and self.open[-1].key >= key:
                self.open.pop()
        while self.items and self.items[-1][0] >= key:
            self.items.pop()
        title, body = headings.item_title(words, number.length, whole=near.whole)
        around = self.open[-1].chapter if self.open else None
        name = words[title.start : title.end]
        titled = bool(name.strip()) and title.end < body.start
        sentence = not titled and headings.PRESCRIBES.search(name)
        listed = around == "work" and near.matter is not None  # a list of what is done: 二是对接需求
        told = words[body.start : body.end] if titled else ""
        chapter = around or "work" if sentence or listed else told_by(name, told, around, tasks=self._sets_tasks())
        if titled and near.opens and self._titled(block, words, body, heading=(number, title)):
            return
        if titled and (near.leads or headings.heads(name, chapter, number.rank)):
            self._heading(number, block.span, title.shift(at), block, body.shift(at) if len(body) else None)
            return
        self.told = chapter
        if self.box and not self.box.framed:
            self.box.itemed = titled and len(words) > body.start
        within = self.items[-1][1] if self.items else None
        self.items.append((key, len(self.elements)))
        item = self._at(block, "item")
        self._put(item._replace(title=title.shift(at), body=body.shift(at), number=number, within=within))

    def _titled(self, block: Paragraph, words: str, body: Span, heading: tuple[Numbered, Span] | None = None) -> bool:
        """A title that ends its paragraph, behind the title of an item or alone; False where it is none."""
        opener = words[body.start : body.end].strip(" 。")
        if not is_heading(opener) or len(opener) > headings.LONGEST_RUN_IN or not self._names_matter(opener):
            return False
        at = block.span.start
        if heading:
            number, title = heading
            self._heading(number, Span(at, at + body.start), title.shift(at), block)
        start = at + words.index(opener, body.start)
        title = Span(start, start + len(opener))
        self._put(self._at(block, "titled")._replace(span=Span(start, block.span.end), title=title, body=None))
        return True

    def _unnumbered(self, block: Paragraph, words: str, around: Around) -> None:
        opens = around.opens and self._chapter() == "work"
        if self._dashed(block) or (opens and self._titled(block, words, Span(0, len(words)))):
            return
        if self.box and self.box.itemed and not _NOTE.match(words):
            self._leave_box()
        starts = headings.enumerated(words, 0)
        if starts and headings.titled_each(words, starts):
            self._pieces(block, words, starts)
            return
        match = agency_first.charged(words, self._above()) or headings.run_in(words)
        named = match and (agency_first.charges(match, self._above()) or self._names_matter(match[1], match[2]))
        named = named and match and not self._is_appeal(match, words)
        if match and named and not headings.only_told(match[1], words[match.end() :]):
            if self.box and self.box.ends_at(match[1]):
                self._leave_box()
            at = block.span.start
            title, body = Span(*match.span(1)), Span(match.end(), len(words))
            self.items.clear()
            element = self._at(block, "titled")._replace(title=title.shift(at), body=body.shift(at))
            if self._sets_tasks() and (is_action(match[1]) or (not self.told and prescribes(words[match.end() :]))):
                element = element._replace(chapter="work")
            for one in self._parted(element, words):
                self._put(one)
        else:
            if self.box:
                self.box.told(words)
            for one in self._parted(self._at(block, "plain"), words) if self.lost else [self._at(block, "plain")]:
                self._put(one)

    def _is_appeal(self, opener: re.Match[str], words: str) -> bool:
        before = self.text.read(self.elements[-1].span) if self.elements else ""
        return appeals.is_appeal(opener[1], words[opener.end() :], before)

    def _dashed(self, block: Paragraph) -> bool:
        """A paragraph of a row with dashes, in a chapter that sets tasks; False where it is none."""
        title = self.dashed.get(block.span.start)
        if title and (self._chapter() == "work" or self._sets_tasks()):
            self.items.clear()
            made = self._at(block, "titled")._replace(title=title, body=Span(title.end + 1, block.span.end))
            self._put(made._replace(chapter="work"))
            return True
        return False

    def _parted(self, element: Element, words: str) -> list[Element]:
        """A paragraph, or the several of one that has lost its breaks, each but the first with a title."""
        at = element.span.start
        verbal = element.title is not None and is_action(self.text.read(element.title))
        if len(words) < LONGEST_HEADING // 2 or not (self.lost or verbal):
            return [element]
        after = element.title.end - at if element.title else 0
        told = lost_breaks.titles(words, after, lost=self.lost, above=self._above())
        told = told or (lost_breaks.row(words, after, self._above()) if verbal and self.rows else [])
        return lost_breaks.cut(element, [title.shift(at) for title in told])

    def _names_matter(self, opener: str, stop: str = "。") -> bool:
        """Whether the words before the first stop of a paragraph are a title and no sentence."""
        if stop == "：" and (_TELLS.search(opener) or names_person(opener) or is_part(opener)):
            return False
        if "，" in opener and (len(opener) > headings.LONGEST_WITH_COMMA or self._chapter() != "work"):
            return False
        if headings.SENTENCE.match(opener) or headings.STATES.search(opener) or headings.MUST.search(opener):
            return False
        told = headings.says_who(opener) or agency_first.tells_duty(opener, self._above())
        return not told and not is_label(opener)

    def _at(self, block: Paragraph, kind: ElementKind) -> Element:
        boxed = bool(self.box) or block.box
        return Element(kind, block.span, self._chapter(), self._section(), body=block.span, boxed=boxed)

    def _put(self, element: Element) -> None:
        self.elements.append(element)

    def _sets_tasks(self) -> bool:
        return bool(self.open) and self.open[-1].tasks

    def _above(self) -> str:
        return self.sections[self.open[-1].order].title if self.open else ""

    def _section(self) -> int | None:
        return self.open[-1].order if self.open else None

    def _chapter(self) -> Chapter:
        return self.told or (self.open[-1].chapter if self.open else "front")
