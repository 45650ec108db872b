"""Which headings, items and run-in titles are tasks, how far each reaches, and the passages: an outline to a draft."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from guitu.extract.facts import Columns, Document, Form, Task
from guitu.extract.structure.draft import Draft, Passage, PlacedTable, around
from guitu.extract.structure.outline import agency_first, duty_lines
from guitu.extract.structure.outline.chapters import is_action, is_container, is_label, is_layout, is_work, names_person
from guitu.extract.structure.outline.element import Element, is_run_in, opens_in_words
from guitu.extract.structure.outline.headed_items import headed_items
from guitu.extract.structure.outline.headings import says_who
from guitu.extract.structure.outline.outline import Outline
from guitu.extract.structure.tables import division
from guitu.extract.structure.tasks import closing_paragraphs, no_tasks, project_lists, subdivided
from guitu.extract.structure.tasks.captions import caption
from guitu.extract.text import Span, Text
from guitu.extract.words.agency_places import home
from guitu.extract.words.deadlines import deadline
from guitu.extract.words.numbering import Rank
from guitu.extract.words.topics import topics

# what closes a document: 本办法自2024年3月1日起施行, 抄送：…, （此件公开发布）, a date alone, 附件：1.…
_CLOSING = re.compile(
    r"(?:本(?:措施|办法|意见|规划|方案|计划|政策|规定|细则|条例|通知|文件)(?:由|自|从|的?解释)|抄送|附件：|（此件|（联系人|（信息公开"
    r"|（公开属性)|(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?:印发)?$|.{2,40}(?:19|20)\d\d年\d{1,2}月\d{1,2}日印发$"
)
_MEASURE_TITLE = re.compile(
    "(?:措施|意见|政策|办法|实施方案|工作方案|行动方案|行动计划|分工方案|行动)(?:（[^（）]*）)*$"
)
_COUNT = re.compile(r".{2,20}(?:方面|领域|类别?)(?:共|计|有)?\d{1,3}[项条个]$")  # 知识产权保护方面5项, of an annex
_SUPPLEMENT = re.compile("附则|其他|其它")
_WORD = re.compile("[A-Za-z一-鿿]")
_PROSE = ("plain", "titled")
_LINES_BELOW = 12  # lines under a goal among which its owners may stand
LONGEST_LONE_TITLE = 10
_EDGES = " ：。"


@dataclass(slots=True)
class _Seed:
    """A task before it has its order; `index`: of its element in the outline; `row`: of a table, with its form."""

    span: Span
    index: int
    row: division.Row | None = None
    form: Form = "measure"


def draft(text: Text, document: Document, outline: Outline, columns: Columns = ()) -> Draft:
    """Decide the tasks of a document and cut its text into passages.

    A task is, in chapters of work: a numbered item; a run-in title; a heading without headings or items under it, or
    with a body of its own, or with a duty clause; a row of a division table or of one that pairs fields with their
    contents. An item under another item is a task where it has a duty clause or a deadline of its own.
    """
    return _Drafting(text, document, outline, columns).draft()


class _Drafting:
    def __init__(self, text: Text, document: Document, outline: Outline, columns: Columns) -> None:
        self.text, self.document, self.outline = text, document, outline
        self.elements = closing_paragraphs.raised(text, outline.elements)
        self.under: dict[int | None, list[int]] = defaultdict(list)
        for index, element in enumerate(self.elements):
            self.under[element.section].append(index)
        self.titled = Counter((e.section, e.boxed) for e in self.elements if e.kind == "titled")
        self.heading_of = {e.own: i for i, e in enumerate(self.elements) if e.own is not None}
        self.goals: dict[int, list[Span]] = {}  # the cells of goals told in words, by the index of their table
        self.divisions = self._divided(columns)
        self.grouped = self._grouped() | closing_paragraphs.owned(text, self.elements, self.under)
        self.closing = [e.kind != "table" and bool(_CLOSING.match(self._words(e))) for e in self.elements]
        owned = [self.under[section] for section in sorted(set(self.grouped.values()))]
        self.no_tasks = no_tasks.indexes(text, self.elements, self.under.values(), owned)
        self.subdivided = subdivided.divided(self.elements, self.under, outline.sections)
        self.here = home(document.jurisdiction, document.level)
        self.measure = document.type == "measures" or bool(_MEASURE_TITLE.search(document.title))

    def draft(self) -> Draft:
        seeds = self._seeds()
        order_of = {seed.index: order for order, seed in enumerate(seeds) if seed.row is None}
        tasks = tuple(self._task(seed, order, order_of) for order, seed in enumerate(seeds))
        passages, tables = self._passages(order_of)
        passages += self._of_rows(seeds)
        in_order = tuple(sorted(passages, key=lambda passage: (passage.span.start, passage.span.end)))
        return Draft(self.text, self.document, self.outline.sections, tasks, in_order, tuple(tables))

    # ---- duty clauses on lines of their own ----

    def _is_duty_line(self, element: Element) -> bool:
        return element.kind == "plain" and duty_lines.is_duty(self._words(element))

    def _lines_below(self, index: int) -> list[int]:
        """The duty lines that follow an element, with what stands between them."""
        found: list[int] = []
        for later in range(index + 1, len(self.elements)):
            if self.elements[later].kind != "plain":
                break
            if self._is_duty_line(self.elements[later]):
                found.append(later)
        return found

    def _is_owned(self, index: int) -> bool:
        """Whether an item has a duty clause of its own, in its paragraph or on a line under it."""
        words = self._words(self.elements[index])
        title = self.elements[index].title
        said = title is not None and says_who(self.text.read(title))
        return said or duty_lines.has_duty(words) or duty_lines.is_owned(words) or bool(self._lines_below(index))

    def _closes_owned(self, index: int) -> bool:
        """Whether the paragraphs after an item, up to what is next, end in a duty clause."""
        after = takewhile(lambda e: e.kind == "plain", self.elements[index + 1 : index + _LINES_BELOW])
        return any(duty_lines.is_owned(self._words(e)) for e in after)

    def _has_owners(self, index: int) -> bool:
        """Whether an item or a numbered heading of goals says who answers for it, in brackets or on the lines below."""
        element = self.elements[index]
        if element.kind not in ("item", "heading") or element.number is None:
            return False
        if element.own is not None and any(self.elements[i].kind not in _PROSE for i in self.under[element.own]):
            return False  # a chapter of goals, not one of them
        below = tuple(takewhile(lambda e: e.kind in _PROSE, self.elements[index + 1 : index + _LINES_BELOW]))
        words = [self._words(e) for e in (element, *below)]
        return self._is_owned(index) or any(map(duty_lines.ends_in_owners, words))

    def _grouped(self) -> dict[int, int]:
        """The duty lines that stand once after several items without owners, with the section that they are for."""
        found: dict[int, int] = {}
        for section, inside in self.under.items():
            parts = [i for i in inside if self.elements[i].kind in ("item", "titled", "heading")]
            if section is None or len(parts) < 2:
                continue
            first, last = (self.elements[parts[i]].kind for i in (0, -1))
            if first != last and {first, last} != {"item", "heading"}:
                continue
            lines = self._lines_below(parts[-1])
            if lines and not any(self._is_owned(i) or self._is_filled(i) for i in parts[:-1]):
                element = self.elements[parts[-1]]
                alone = element.own is None or all(map(self._is_labelled, self.under[element.own]))
                if alone and not duty_lines.has_duty(self._words(element)):
                    found |= dict.fromkeys(lines, section)
        return found

    def _is_labelled(self, index: int) -> bool:
        """Whether an element is a line of its own with a label: 责任单位：…, 完成时限：…"""
        label = self._words(self.elements[index]).partition("：")[0]
        return self._is_duty_line(self.elements[index]) or is_label(label)

    def _is_filled(self, index: int) -> bool:
        """Whether a heading has anything under it."""
        own = self.elements[index].own
        return own is not None and bool(self.under.get(own))

    # ---- which elements are tasks ----

    def _seeds(self) -> list[_Seed]:
        chosen: set[int] = set()
        rows: list[_Seed] = []
        for index, element in enumerate(self.elements):
            if element.table:
                rows += self._rows(index, element)
            elif self._is_task(index, element, chosen):
                chosen.add(index)
        return sorted([*(_Seed(self.elements[i].span, i) for i in chosen), *rows], key=lambda seed: seed.span)

    def _divided(self, columns: Columns) -> dict[int, division.Division]:
        """The division tables by the index of their element; one that a page has cut goes on in the next."""
        found: dict[int, division.Division] = {}
        before: division.Division | None = None
        for index, element in enumerate(self.elements):
            if element.table and (one := division.read(self.text, element.table, columns, before)):
                if element.chapter != "goals" or not one.of_indicators:
                    found[index] = before = one
                else:
                    self.goals[index] = list(one.goals(self.text))
            elif element.kind == "heading":
                before = None
        return found

    def _rows(self, index: int, element: Element) -> list[_Seed]:
        """The rows of a division table, or in a chapter of work those that pair a matter with its content."""
        assert element.table is not None
        if found := self.divisions.get(index):
            return [_Seed(row.title, index, row) for row in found.rows]
        if element.chapter != "work":
            return []
        around = self.outline.sections[element.section] if element.section is not None else None
        over = self.text.read(caption(self.text, self.elements, index))
        rows = project_lists.rows(self.text, element.table, over, around)
        return [_Seed(row.title, index, row, "boxitem") for row in rows]

    def _is_task(self, index: int, element: Element, chosen: set[int]) -> bool:
        if element.title is None or not _WORD.search(self.text.read(element.title)) or index in self.no_tasks:
            return False
        owned = self._owned_elsewhere(index, element)
        if element.chapter != "work" and not owned:
            return False
        words = self.text.read(element.span)
        title = self.text.read(element.title)
        if (
            (names_person(title.strip(_EDGES)) and f"{title}。" not in words)
            or _CLOSING.match(words)
            or _CLOSING.match(title + "，")
            or _COUNT.fullmatch(title.strip(_EDGES))
        ):
            return False
        if element.kind == "heading":
            return owned or self._heading_is_task(element)
        if element.within in chosen or self._is_condition(element):
            return self._is_owned(index) or self._closes_owned(index) or deadline(words) is not None
        return element.kind == "item" or self._title_stands(element)

    def _owned_elsewhere(self, index: int, element: Element) -> bool:
        """Whether a numbered item or heading outside the chapters of work says itself who answers for it."""
        if element.chapter == "goals":
            return self._has_owners(index)
        numbered = element.kind in ("item", "heading") and element.number is not None
        if not numbered or element.chapter not in ("thought", "situation", "review"):
            return False
        return duty_lines.is_owned(self._words(element)) or self._is_closing_work(element)

    def _is_closing_work(self, element: Element) -> bool:
        """Whether an item at the end of a paper is work of somebody: 明确申报程序。由区民政局会同区财政局审核。"""
        around = self.outline.sections[element.section].title if element.section is not None else ""
        if not _SUPPLEMENT.search(around) or element.title is None or element.body is None:
            return False
        title, body = self.text.read(element.title).strip(_EDGES), self.text.read(element.body)
        return element.title.start < element.body.start and is_action(title) and duty_lines.is_charged(body)

    def _is_condition(self, element: Element) -> bool:
        """Whether an item without a title of its own is a case (符合条件的，…) or under a heading that runs on."""
        above = self.elements[self.heading_of[element.section]] if element.section is not None else None
        runs_on = above is not None and above.body is not None and above.title is not None and not above.boxed
        untitled = element.title is not None and element.body is not None and element.title.start >= element.body.start
        title = self.text.read(element.title) if element.title else ""
        supposes = title.endswith(("的", "内", "时", "后")) and not title.startswith("对")
        article = above is not None and above.number is not None and above.number.rank is Rank.CLAUSE
        supposes = supposes or (article and not self._titles_beside(element))
        return element.kind == "item" and untitled and (runs_on or supposes)

    def _titles_beside(self, element: Element) -> bool:
        """Whether other items beside one have titles of their own."""
        beside = (self.elements[i] for i in self.under[element.section])
        return any(e.kind == "item" and e.title and e.body and e.title.start < e.body.start for e in beside)

    def _title_stands(self, titled: Element) -> bool:
        """Whether the opener of a paragraph is a title: it is short, or others beside it open in the same way."""
        alike = self.titled[titled.section, titled.boxed]
        return alike > 1 or len(titled.title or titled.span) <= LONGEST_LONE_TITLE

    def _heading_is_task(self, heading: Element) -> bool:
        assert heading.own is not None
        if (
            heading.boxed
            or (heading.number and heading.number.rank is Rank.ANNEX)
            or heading.section in self.subdivided
        ):
            return False  # in a box, an annex or one of the bare names under a task
        below = [self.elements[i] for i in self.under[heading.own]]
        plain = (i for i in self.under[heading.own] if self.elements[i].kind == "plain" and not self.closing[i])
        body = [self.elements[i] for i in plain if not self.elements[i].boxed]
        divides = ("heading", "item")  # a run-in title does not: 一是改造管网。…
        parts = [e for e in below if e.kind in divides and not ((e.boxed and e.kind == "heading") or is_run_in(e))]
        if parts and heading.number and heading.number.rank is Rank.CLAUSE and all(map(self._is_condition, parts)):
            return True  # an article whose items are the cases of its one measure
        body = [e for e in body if not parts or e.span < parts[0].span]
        section = self.outline.sections[heading.own]
        owned = any(self._is_duty_line(e) or duty_lines.is_owned(self._words(e)) for e in body)
        said = owned or (headed_items(section.title) and not parts)  # else its items have the owner
        if heading.body or said or heading.own in self.subdivided.union(self.grouped.values()):
            return True
        if (layout := is_layout(section.title)) or is_container(section.title.removesuffix("（略）")):
            both = layout or "目标" in section.title  # 主要目标和重大举措
            return bool(body) and not both and all(e.kind == "plain" for e in below)
        tables = [self.elements[i].span for i in self.under[heading.own] if i in self.divisions]
        body = [e for e in body if not tables or e.span < tables[0]]  # a note below is no text of the heading's own
        if parts or (tables and not body):
            return bool(body) and (section.depth > 1 or is_work(section.title))
        return not below or any(e.kind in ("plain", "titled", "table", "item") for e in below)

    def _words(self, element: Element) -> str:
        return self.text.read(element.span).strip()

    # ---- the tasks themselves ----

    def _task(self, seed: _Seed, order: int, order_of: dict[int, int]) -> Task:
        element = self.elements[seed.index]
        if seed.row:
            row = seed.row
            title, body = self.text.read(row.title).strip(), self.text.quote(row.body).strip()
            until = self.text.read(row.deadline).strip() if row.deadline else None
            parent = self._parent(element, order_of)
            named = topics(self.text, row.title, row.body)
            return Task(title, seed.form, order, element.section, parent, body, until, named, row.title, row.extent)
        extent = self._extent(seed.index, order_of)
        named_by = agency_first.named_by(self.text, self.outline.sections, element, self.here)
        title = self.text.read(named_by).strip(_EDGES)
        start = min(element.body.start if element.body else element.span.end, extent.end)
        told = Span(start, extent.end)
        body = self.text.quote(told).strip()
        until = deadline(self.text.read(extent))
        parent = self._parent(element, order_of)
        form, named = self._form(element), topics(self.text, named_by, told)
        return Task(title, form, order, element.section, parent, body, until, named, named_by, extent)

    def _form(self, element: Element) -> Form:
        if element.kind == "titled" or element.boxed or opens_in_words(element):
            return "boxitem" if element.boxed else "runin"
        return "measure" if self.measure else "heading"

    def _extent(self, index: int, order_of: dict[int, int]) -> Span:
        """From the title to the next heading, task or table, or the closing of the document."""
        element = self.elements[index]
        end = element.span.end
        for later in range(index + 1, len(self.elements)):
            other = self.elements[later]
            inside = other.section == (element.own if element.kind == "heading" else element.section)
            if other.kind in ("heading", "table") or later in order_of or not inside or self.closing[later]:
                break
            end = other.span.end
        return Span(element.span.start, end)

    def _parent(self, element: Element, order_of: dict[int, int]) -> int | None:
        if element.within is not None and element.within in order_of:
            return order_of[element.within]
        return self._task_of_section(element.section, order_of)

    def _task_of_section(self, section: int | None, order_of: dict[int, int]) -> int | None:
        """The task of the nearest heading around that is one."""
        headings = (self.heading_of[one.order] for one in around(self.outline.sections, section))
        return next((order_of[heading] for heading in headings if heading in order_of), None)

    # ---- passages and tables ----

    def _of_rows(self, seeds: Sequence[_Seed]) -> Iterator[Passage]:
        """What the rows of tables say is to be done: the cell of the task, and that of its content."""
        for order, seed in enumerate(seeds):
            if seed.row:
                section = self.elements[seed.index].section
                yield Passage(seed.row.title, "work", section, order)
                if len(seed.row.body):
                    yield Passage(seed.row.body, "work", section, order)

    def _passages(self, order_of: dict[int, int]) -> tuple[list[Passage], list[PlacedTable]]:
        passages: list[Passage] = []
        tables: list[PlacedTable] = []
        item: tuple[int | None, int | None] = (None, None)  # section and task of the last item
        last = max(order_of, default=len(self.elements))
        for index, element in enumerate(self.elements):
            if element.kind == "heading":
                item = (None, None)
                task = order_of.get(index)
                passages.append(Passage(element.title or element.span, element.chapter, element.own, task, True))
                if element.body:
                    passages.append(Passage(element.body, element.chapter, element.own, task))
                continue
            if index in order_of:
                item = (element.section, order_of[index])
            elif element.kind == "item" and element.within not in order_of:
                item = (None, None)  # beside the last item, not a part of it
            elif element.kind == "plain" and closing_paragraphs.is_of_all_above(self._words(element)):
                item = (None, None)  # behind the list
            held = item[1] if item[0] == element.section else None
            task = held if held is not None else self._task_of_section(element.section, order_of)
            if index in self.grouped:
                task = self._task_of_section(self.grouped[index], order_of)
            if element.table:
                over, here = caption(self.text, self.elements, index), self.divisions.get(index)
                tables.append(PlacedTable(element.table, over, element.chapter, element.section, task, here))
                passages += [Passage(cell, "goals", element.section) for cell in self.goals.get(index, ())]
            else:
                titled = element.kind != "titled" or index in order_of or element.chapter != "work"
                behind = index > last and element.kind == "plain"
                whole = behind and duty_lines.is_of_plan(self._words(element), self.document.title)
                passages += self._cut(element, None if whole or self.closing[index] else task, titled)
        return passages, tables

    def _cut(self, element: Element, task: int | None, titled: bool) -> list[Passage]:
        body = element.body if element.body and titled else element.span
        pieces = [Passage(body, element.chapter, element.section, task)] if body.end > body.start else []
        if element.title and element.title.end <= body.start:
            pieces.insert(0, Passage(element.title, element.chapter, element.section, task, True))
        return pieces
