"""Who owns which task: duty clauses in brackets, on lines of their own and in running text, and division tables."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from guitu.extract.facts import NOWHERE, Agency, Gap, Responsibility, Role, Task
from guitu.extract.owners.clauses.between_names import INCLUDES
from guitu.extract.owners.clauses.duties import Clause, Owner, parse
from guitu.extract.owners.clauses.order_words import LEADS_BY_ORDER, ORDER_CUE
from guitu.extract.owners.forms import agency_first, column_lines, duty_chapters, listed_lines, running_rooms
from guitu.extract.owners.forms.by_order import led, order_of
from guitu.extract.owners.forms.declared import Declared, Reach, declared, heads
from guitu.extract.owners.forms.duty_brackets import is_duty
from guitu.extract.owners.forms.running_duties import CUE, Said, running
from guitu.extract.owners.forms.several_roles import settled_roles
from guitu.extract.owners.names import no_bodies
from guitu.extract.owners.names.broken_names import unbroken
from guitu.extract.owners.names.rooms import in_list, named_office, of_office, of_own, own_office
from guitu.extract.owners.names.shared_names import settled_by_name
from guitu.extract.owners.names.short_names import named
from guitu.extract.owners.names.times import apart, former_names, of_time, years_of
from guitu.extract.owners.names.towns import towns_in_full
from guitu.extract.owners.unread import unread_labels, unread_names
from guitu.extract.owners.unread.unsettled import unsettled
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.structure.tables import division
from guitu.extract.text import Span
from guitu.extract.words.agency_places import home
from guitu.extract.words.deadlines import speaks_of_time
from guitu.extract.words.inner_brackets import inside_firm
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

_LONGEST = 1500

_DUTY_CUE = re.compile(
    # each begins with a letter, so that the engine looks for these letters alone
    r"负责|牵头|责任|配合|联合|会同|协同|参与|协办|主办|承办|协助|职责|单位|部门|主体|落实|负总责|统筹|承担|实施|商[市省区县有各]|各负其责|主抓|主责"
)
_WORTH_READING = re.compile(f"{_DUTY_CUE.pattern}|局|厅|委|办|部|会|府|区|县")
_BRACKET = re.compile("[（）〔〕]")
_NO_OWNER = re.compile(r"^(?:按照?(?:各自)?职责|各负其责|分工|(?:责任|牵头)单位|共同|分别|负责|[，、：；\s]){0,12}$")
_BULLETS = "★☆●◆■▲※*-"
_LINE_LABEL = re.compile(
    r"(?:^|(?<=[。；，！）\s★☆●◆■▲※*—-]))\s{0,8}"
    r"(?=[^：∶。，；（）〔〕]{2,12}(?:（[^（）]{1,6}）)?(?:[：∶]|——)|"
    rf"(?:(?:以上|上述|前述)[^：。，；（）〔〕]{{1,8}})?[^：。，；（）〔〕]{{0,8}}(?:单位|部门|主体|机构)(?:[为是]|{INCLUDES})|〔[^〔〕]{{2,12}}〕)"
    r"|^(?=[一-鿿]{2,4}(?:单位|部门|科室|处室)\s{0,2}[市省区县州国各][一-鿿])"
)
_LABEL_CUE = re.compile(
    "：|∶|——|〔|单位[为是]|部门[为是]|主体[为是]|机构[为是]|(?:单位|部门|主体|机构)[^，。；]{0,4}[包含涵有]"
)
_BARE_LABEL = re.compile("[一-鿿]{2,4}(?:单位|部门|科室|处室)")  # at the beginning, with no sign behind it
_LABEL = re.compile(
    r"[〔★☆●◆■▲※*-]?(?:[市省区县州]级?)??([^：∶〔〕]{2,12}?(?:（[^（）]{1,6}）)?)"
    rf"(?:[：∶〕]|——|(?<=单位|部门|主体|机构)(?:[为是]|{INCLUDES})|(?<=单位|部门|科室|处室)(?=\s{{0,2}}[市省区县州国各]))"
)
_OF_ALL_ABOVE = re.compile("(?:以上|上述|前述)[^，。；：]{0,10}?的?(?=[一-鿿]{2}(?:单位|部门|主体))")
_LEVEL = re.compile("^[市省区县州]级?")
# 各县（市、区）, 各乡镇（街道）, 街道（开发区）办事处, 各街镇（管委会）
_PART_OF_NAME = re.compile(
    r"(?:[省地市州盟区县旗乡镇村街道、师团场居]|社区|居委会|村委会|开发区|园区|高新区|管委会|办事处|单位|部门){1,16}"
)
# 能源（电力）主管部门, 农村工作（乡村振兴）领导小组
_BEFORE_NOUN = re.compile(r"[一-鿿、]{1,8}）(?:行政|主管|管理|监管|部门)|[一-鿿]{2,20}）(?:领导小组|办公室)")
_SENTENCE_END = re.compile(r"[。；;！]|$")


def find(draft: Draft) -> tuple[tuple[Responsibility, ...], tuple[Gap, ...]]:
    """Every agency that the document ties to a task, in the order of the text.

    A clause belongs to the task of its passage; one declared for what follows (以下均由…负责) to the tasks after it
    in its section. A clause without a task, or with words that name no agency, is a gap.
    """
    return _Finding(draft).find()


@dataclass(slots=True)
class _Finding:
    draft: Draft
    gaps: list[Gap] = field(default_factory=list)
    clauses: list[Span] = field(default_factory=list)  # in brackets and behind labels
    rest: list[Owner] = field(default_factory=list)  # of the tasks that name nobody
    everywhere: frozenset[tuple[str, Role]] = frozenset()  # declared to the end of the document
    included: list[tuple[list[int], list[Owner]]] = field(default_factory=list)  # in every list of these tasks
    headed: list[tuple[list[int], list[Owner]]] = field(default_factory=list)  # where nobody else has the role
    told: set[Span] = field(default_factory=set)  # owners of running text, whose verbs give their roles

    def find(self) -> tuple[tuple[Responsibility, ...], tuple[Gap, ...]]:
        order, words = order_of(self.draft), self.draft.text.folded
        found: dict[tuple[int, str, Role, str], Responsibility] = {}
        heard: list[Span] = []
        listed, unread = column_lines.find(self.draft, self.here)
        concerned, unnamed = listed_lines.find(self.draft, self.here)
        self.gaps += (*unread, *unnamed)
        opened = (*agency_first.find(self.draft, self.here), *duty_chapters.find(self.draft, self.here))
        all_ = (*self._passages(), *listed, *concerned, *opened, *self._tables())
        by_words = {task for task, owners in all_ for one in owners if one.role == "lead" and one.span not in self.told}
        for task, owners in all_:
            heard += (owner.span for owner in owners)
            by_order = task not in by_words and not any(owner.span in self.told for owner in owners)
            for owner in led(owners, order, words) if by_order else owners:
                fact = owner.of(task)
                found.setdefault((task, owner.agency.name, owner.role, _former(owner.agency)), fact)
        owned = {task for task, *_ in found}
        for tasks, owners in self.included:
            for task in owned.intersection(tasks):
                for owner in owners:
                    fact = owner.of(task)
                    found.setdefault((task, owner.agency.name, owner.role, _former(owner.agency)), fact)
        for tasks, owners in self.headed:
            taken = {(task, role) for task, _, role, _ in found}
            for task, owner in ((task, one) for task in tasks for one in owners if (task, one.role) not in taken):
                found[task, owner.agency.name, owner.role, _former(owner.agency)] = owner.of(task)
        owned = {task for task, *_ in found}
        for task in (task.order for task in self.draft.tasks if task.order not in owned):
            for owner in self.rest:
                fact = owner.of(task)
                found.setdefault((task, owner.agency.name, owner.role, _former(owner.agency)), fact)
        facts, none = no_bodies.without(sorted(found.values(), key=lambda fact: (fact.span, fact.task)), self.here)
        self.gaps += none
        own, said = own_office(self.draft.document, self.draft.text)
        least, year = years_of(self.draft.document, [fact.agency for fact in facts])
        facts = in_list(
            settled_by_name(self.draft, towns_in_full(self.draft, named(self.draft, facts))), words, self.here
        )
        parts = (part for fact in of_own(facts, own, said, words) for part in apart(fact, year, self.draft.document))
        dated = (replace(fact, agency=of_time(fact.agency, year, least)) for fact in parts)
        facts = sorted(settled_roles(dated, sorted(self.clauses)), key=lambda fact: (fact.span, fact.task))
        unknown = {f.agency.name: f for f in reversed(facts) if not f.agency.known}
        self.gaps += [Gap("unknown-agency", f"官方全称不在名录中：{name}", fact.span) for name, fact in unknown.items()]
        self.gaps += unsettled(facts)
        heard += (owner.span for owner in (*self.rest, *(one for _, owners in self.headed for one in owners)))
        self.gaps += unread_labels.unread(self.draft.text, self.draft.document.extent, heard, self.gaps)
        self.gaps += unread_names.unread(self.draft, self.here, heard, self.gaps)
        return tuple(facts), tuple(sorted(self.gaps, key=lambda gap: gap.span))

    @property
    def here(self) -> Region | None:
        return home(self.draft.document.jurisdiction, self.draft.document.level)

    # ---- text ----

    def _passages(self) -> Iterator[tuple[int, Sequence[Owner]]]:
        here, own = self.here, own_office(self.draft.document, self.draft.text)[0] is not None
        office = own and not running_rooms.has_group(self.draft.text.folded)
        for passage in self.draft.passages:
            text = self.draft.read(passage)
            if passage.heading and (all_ := heads(text, here)):
                yield from self._declare(passage, all_)
                continue
            if not _DUTY_CUE.search(text) and "（" not in text and "〔" not in text:
                continue
            taken: list[Span] = []
            brackets = tuple(_brackets(text))
            for said in tuple(declared(text, brackets, here)):
                yield from self._declare(passage, said)
                text = text[: said.span.start] + " " * len(said.span) + text[said.span.end :]
            for span in _candidates(text, brackets):
                if taken and span.start < taken[-1].end:
                    continue
                clause = parse(text, span.start, span.end, here)
                if is_duty(text, span, clause, of_task=passage.task is not None):
                    taken.append(span)
                    self.clauses.append(span.shift(passage.span.start))
                    above = passage.task is None and _OF_ALL_ABOVE.match(text)
                    reach: Reach = "preceding" if above and above.end() == span.start else "own"
                    yield from self._attach(passage, clause.owners, span, reach, stated=True)
                    self._note_unread(passage, text, span, clause)
            rooms = tuple(running_rooms.said(text, here, office=office)) if own else ()
            told = running_rooms.without_gaps_of(_running(text, taken, brackets, here), rooms)
            yield from self._running(passage, told)
            yield from self._running(passage, iter(rooms))

    def _running(self, passage: Passage, said: Iterator[Said]) -> Iterator[tuple[int, Sequence[Owner]]]:
        """The duties of running text; of the title of a task where it names an agency: 县审计局负责跟踪审计."""
        for one in said:
            if passage.heading and (passage.task is None or all(owner.agency.group for owner in one.owners)):
                continue
            if not one.owners:
                span = one.span.shift(passage.span.start)
                self.gaps.append(Gap("unread-duty", "责任词前的单位没有读出", span))
            self.told |= {owner.span.shift(passage.span.start) for owner in one.owners}
            yield from self._attach(passage, one.owners, one.span, one.reach)

    def _attach(
        self, passage: Passage, owners: Sequence[Owner], span: Span, reach: Reach = "own", *, stated: bool = False
    ) -> Iterator[tuple[int, Sequence[Owner]]]:
        offset = passage.span.start
        placed = [owner._replace(span=owner.span.shift(offset)) for owner in owners]
        if reach == "rest":
            self.rest += placed
            return
        own = [passage.task] if passage.task is not None else []
        tasks = self._following(passage) or own if reach == "following" else own
        if reach == "preceding":
            tasks = self._preceding(passage) or own
        if not tasks and owners and (stated or passage.chapter in ("work", "front")):
            self.gaps.append(Gap("unread-duty", "责任条款没有对应的任务", span.shift(offset)))
        for task in tasks:
            yield task, placed

    def _declare(self, passage: Passage, said: Declared) -> Iterator[tuple[int, Sequence[Owner]]]:
        """What a clause declares for its task and those after it."""
        placed = [owner._replace(span=owner.span.shift(passage.span.start)) for owner in said.owners]
        own = [] if passage.task is None else [passage.task]
        names = frozenset((owner.agency.name, owner.role) for owner in placed)
        known = said.everywhere and names <= self.everywhere  # said again: the tasks after it have them
        if known:
            later = []
        elif said.reach == "every":
            later = [task.order for task in self.draft.tasks]
        elif said.reach == "preceding":
            later = self._preceding(passage)
        else:
            later = self._following(passage, everywhere=said.everywhere, beside=True)
        self.everywhere |= names if said.everywhere else frozenset()
        tasks = sorted({*own, *later})
        if said.reach == "under":
            below = self._following(passage) if self._heads_section(passage) else []
            self.headed.append((sorted({*own, *below}), placed))
            return
        if said.reach == "owned":
            self.included.append((tasks, placed))
            return
        for task in tasks:
            yield task, placed

    def _following(self, passage: Passage, *, everywhere: bool = False, beside: bool = False) -> list[int]:
        """The tasks after a passage in its section, or in the document where it stands in none.

        `beside`: in the section around its own task too; `everywhere`: to the end of the document.
        """
        around = passage.section
        own = self.draft.tasks[passage.task] if beside and passage.task is not None else None
        if everywhere:
            around = None
        elif own:
            around = own.section
        inside = {around}
        for section in self.draft.sections:
            if section.parent in inside:
                inside.add(section.order)
        after = (task for task in self.draft.tasks if task.span.start >= passage.span.start)
        return [task.order for task in after if around is None or task.section in inside]

    def _heads_section(self, passage: Passage) -> bool:
        """Whether a passage is the heading of its section, and no title of an item in it."""
        section = self.draft.sections[passage.section].span if passage.section is not None else NOWHERE
        return section.start <= passage.span.start and passage.span.end <= section.end

    def _preceding(self, passage: Passage) -> list[int]:
        """The tasks before a passage in its section."""
        before = (task for task in self.draft.tasks if task.span.start < passage.span.start)
        return [task.order for task in before if task.section == passage.section]

    def _note_unread(self, passage: Passage, text: str, span: Span, clause: Clause) -> None:
        """Gaps of a clause; after the last agency stand terms and remarks (2025年底前完成), unless the list goes on."""
        if not clause.owners:
            if not _NO_OWNER.match(text[span.start : span.end]):
                self.gaps.append(Gap("unread-duty", "责任条款中没有读出单位", span.shift(passage.span.start)))
            return
        last = max(owner.span for owner in clause.owners)
        for unread in clause.unread:
            label = text[unread.end : unread.end + 1] in ("：", ":") and text[unread.end - 1] in "位门体构室"
            if unread < last or text[unread.start - 1] == "、" or label:
                reason = f"责任条款中有未能识别的内容：{text[unread.start : unread.end]}"
                self.gaps.append(Gap("unread-duty", reason, unread.shift(passage.span.start)))
            elif speaks_of_time(text[unread.start : unread.end]):
                self.gaps.append(Gap("unread-duty", "责任条款中的期限没有读出", unread.shift(passage.span.start)))

    # ---- tables ----

    def _tables(self) -> Iterator[tuple[int, Sequence[Owner]]]:
        starts = [task.span.start for task in self.draft.tasks]
        for placed in self.draft.tables:
            for row in placed.division.rows if placed.division else ():
                first, last = (bisect_left(starts, at) for at in (row.title.start, row.title.end))
                header = placed.division.layout.header if placed.division else NOWHERE
                tasks = self.draft.tasks[first:last]
                yield from self._declared_in(row, placed.table.span.end)
                yield from self._row(row, tasks, header)

    def _row(self, row: division.Row, tasks: Sequence[Task], header: Span) -> Iterator[tuple[int, Sequence[Owner]]]:
        start = 0
        found: list[Owner] = []
        for span, role in row.owners:
            clause = self._cell(self.draft.text.read(span), role)
            owners = [o._replace(span=o.span.shift(span.start), order=o.order + start) for o in clause.owners]
            start += len(owners)
            if not tasks and owners:
                self.gaps.append(Gap("unread-duty", "责任单位所在行没有对应的任务", span))
            heading = next((heading for cell, heading in row.rooms if cell == span), "")
            if body := named_office(heading, self.here):
                owners = [o._replace(agency=of_office(o.agency, body), name_span=header) for o in owners]
            for gap in clause.unread[:1]:
                self.gaps.append(Gap("unread-duty", "责任单位一栏有未能识别的内容", gap.shift(span.start)))
            found += owners
        for task in tasks:
            yield task.order, found

    def _declared_in(self, row: division.Row, end: int) -> Iterator[tuple[int, Sequence[Owner]]]:
        """What the cells of a row declare for it and the rows below it; what they say of rows above is not read."""
        for span, _ in row.owners:
            words = self.draft.text.read(span)
            for said in declared(words, (Span(0, len(words)),), self.here):
                if said.reach == "preceding":
                    self.gaps.append(Gap("unread-duty", "责任单位一栏有未能识别的内容", said.span.shift(span.start)))
                    continue
                placed = [owner._replace(span=owner.span.shift(span.start)) for owner in said.owners]
                after = (task for task in self.draft.tasks if task.span.start >= row.title.start)
                tasks = [task.order for task in after if task.span.start < end]
                if said.reach == "owned":
                    self.included.append((tasks, placed))
                else:
                    yield from ((task, placed) for task in tasks)

    def _cell(self, words: str, role: Role) -> Clause:
        """What a cell of agencies says, names that it has set on two lines made whole."""
        for said in declared(words, (Span(0, len(words)),), self.here):
            words = words[: said.span.start] + " " * len(said.span) + words[said.span.end :]
        whole = unbroken(words, self.here)
        if whole is None:
            return parse(words, 0, len(words), self.here, role=role)
        clause = parse(whole.words, 0, len(whole.words), self.here, role=role)
        owners = tuple(owner._replace(span=whole.span(owner.span)) for owner in clause.owners)
        return replace(clause, owners=owners, unread=tuple(map(whole.span, clause.unread)))


def _former(agency: Agency) -> str:
    """What sets bodies apart that are one today: 国税局 and 地税局 of a paper of 2013."""
    return next(iter(former_names(agency)), "")


def _brackets(text: str) -> Iterator[Span]:
    """What stands inside outermost brackets, round or square; one never closed reaches to the end."""
    depth, start = 0, 0
    for sign in _BRACKET.finditer(text):
        if sign[0] in "（〔":
            if depth == 0:
                start = sign.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and sign.start() - start <= _LONGEST:
                yield Span(start, sign.start())
    if depth and len(text) - start <= _LONGEST:
        yield Span(start, len(text))


def _candidates(text: str, brackets: Sequence[Span]) -> Iterator[Span]:
    """What may be a clause, in order: brackets with a duty word or an agency's sign, and labelled lines."""
    spans = (*brackets, *_lines(text))
    return (span for span in sorted(spans) if _WORTH_READING.search(text, span.start, span.end))


def _lines(text: str) -> Iterator[Span]:
    """From a label outside brackets to the end of its sentence: 责任单位：市教育局、市财政局。"""
    words = duty_words().labels
    for opening in _LINE_LABEL.finditer(text) if _LABEL_CUE.search(text) or _BARE_LABEL.match(text) else ():
        at = opening.end()
        at = above.end() if (above := _OF_ALL_ABOVE.match(text, at)) else at  # 上述工作责任单位：…
        label = _LABEL.match(text, at)
        if label and (label[1].strip() in words or _LEVEL.sub("", label[1].strip()) in words):
            end = _SENTENCE_END.search(text, label.end())
            start = at + (text[at] in _BULLETS)
            yield Span(start, min(end.start() if end else len(text), start + _LONGEST))


def _running(text: str, taken: Sequence[Span], brackets: Sequence[Span], here: Region | None) -> Iterator[Said]:
    """Duties in what is no clause: the text without brackets, then the inside of each bracket that was not taken."""
    if not CUE.search(text):
        return
    if ORDER_CUE.search(text):  # 其他单位按职责分工负责 names nobody there
        text = LEADS_BY_ORDER.sub(lambda rule: " " * len(rule[0]), text)
    if not taken and not brackets:
        yield from running(text, here)
        return
    known, signs = set(taken), list(text)
    for span in (*taken, *brackets):
        part = _PART_OF_NAME.fullmatch(text, span.start, span.end) or _BEFORE_NOUN.match(text, span.start)
        if span in known or not (part or inside_firm(text, span.start, span.end, here)):
            signs[span.start : span.end] = " " * len(span)
    yield from running("".join(signs), here)
    for span in brackets:
        if span not in known and CUE.search(text, span.start, span.end):
            for said in running(text[span.start : span.end], here):
                owners = tuple(owner._replace(span=owner.span.shift(span.start)) for owner in said.owners)
                yield replace(said, owners=owners, span=said.span.shift(span.start))
