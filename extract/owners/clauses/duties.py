"""The grammar of one duty clause: 市教育局牵头，市财政局、各区政府按职责分工负责 to agencies with their roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from guitu.extract.facts import NOWHERE, Agency, Responsibility, Role
from guitu.extract.owners.clauses.between_names import FILLER, INCLUDES, NOT_A_DUTY, REFERS, has_verb, opens_name
from guitu.extract.owners.clauses.levels import of_each, of_level, of_other, of_other_level, of_row
from guitu.extract.owners.clauses.levels_together import levels_at
from guitu.extract.owners.clauses.mixed_lists import departments
from guitu.extract.owners.clauses.order_words import LEADS_BY_ORDER
from guitu.extract.owners.clauses.party_and_government import both_at
from guitu.extract.owners.clauses.shared_tails import bureaus_at
from guitu.extract.owners.clauses.summed_up import summed_up_at
from guitu.extract.text import Span
from guitu.extract.words.agencies import MEMBERS, is_agency_like, match, region_as_owner, unlisted
from guitu.extract.words.agency_areas import areas_at
from guitu.extract.words.agency_groups import governments_at, with_areas
from guitu.extract.words.agency_zones import committees_at
from guitu.extract.words.deadlines import TERM, begins_term
from guitu.extract.words.inner_brackets import bracketed_at, firm_alone, rounded
from guitu.ontology.alternation import alternation
from guitu.ontology.districts import Region, leading
from guitu.ontology.knowledge import duty_words


class Owner(NamedTuple):
    """An agency of a clause with its role; `order`: its position in it; `named`: a label or verb gave the role.

    `name_span`: words elsewhere that say whose it is, as the heading of a column of rooms does.
    """

    agency: Agency
    role: Role
    order: int
    span: Span
    named: bool = True
    name_span: Span = NOWHERE

    def of(self, task: int) -> Responsibility:
        """What it has to do with a task."""
        return Responsibility(task, self.agency, self.role, self.order, self.span, name_span=self.name_span)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause says: its owners, the stretches that were not read, and whether it has a duty word at all."""

    owners: tuple[Owner, ...]
    unread: tuple[Span, ...]
    has_duty_word: bool


_SEPARATORS = frozenset("、，,；;。：:/|+·&\\ \n\t\u3000〔〕")
# what numbers or marks a name in a list: 1.市教育局, ①, （1）, ★, a dash
MARK = re.compile(
    r"[①-⓿❶-❿★☆●○◎◆◇■□▲△▪▫►√※*]|-(?=[一-鿿])"
    r"|(?<![\d.年月])\d{1,2}[.．、)）](?!\d)|（(?:\d{1,2}|[一二三四五六七八九十]{1,2})）"
    r"|(?:(?<=[局委办厅会院部府社队])\d{1,2}|(?<![^：:])1)(?=[各市省县区州国])"  # 1市水利局2市财政局
    r"|(?<![A-Za-z])[a-zA-Z][.．)）](?=[一-鿿])|(?<![统唯第单])[一二三四五六七八九十]{1,2}、(?=[各省市区县州])"
)
_UNKNOWN_LABEL = re.compile("(?:单位|部门|主体|机构|处室|科室)$")
_STRONG = re.compile(r"负责|牵头|配合|职责|单位|主体")  # a duty also where no agency was read before it
_AREA = re.compile(r"[一-鿿]{2,16}(?:(?<!地)区|县|市|新城)$")  # 云州高新区, 青岚县: an area named as an owner
_HARD = re.compile(r"[；;。]")
_STOP = re.compile(
    rf"[、，,；;。：:（）〔〕\s/|+·&\\]|{MARK.pattern}|"
    r"(?<!自)由(?=各|市|省|区|县)|(?:以及|及|和|与)(?=各|市|省|区|县|相关|有关|其他)"
)
_END_OF_WORK = re.compile(r"[，,；;。：:（）、]|\d{1,2}[.．、](?=[各省市区县州国])|$")  # 负责…2.市财政局
_JOINED = re.compile(r"以及|及|和|与")
_NOTE, _COMMITTEE = re.compile(r"（(?P<word>[^（）]{0,40})）"), re.compile("[一-鿿]{0,8}(?:管委会|管理委员会)")


@cache
def _words(kind: Literal["label", "verb", "running", "join"]) -> re.Pattern[str]:
    """The duty words as a pattern; labels with their colon."""
    words = duty_words()
    if kind == "label":
        known = alternation(words.labels)
        told = r"\s*[：:∶]|——|为：|\s+(?=[一-鿿])|(?<=单位|部门|主体|机构)(?:[为是]|(?=[市省区县州国各][一-鿿]))"
        told += rf"|[、和及与](?:完成|整改)?(?:时限|时间|期限)[：:∶]|{INCLUDES}"  # 责任单位及完成时限：, 责任单位还包括
        return re.compile(rf"(?:[市省区县州]级?)?(?P<word>{known})(?:{told})|〔(?P<boxed>{known})〕：?")
    if kind == "join":  # 联合对园区开展检查 joins nobody
        not_joined = "(?:(?<=会同)|(?![务业会标品贸体国社]|(?<=联合)[对向就为在于按以]))"
        return re.compile(rf"(?<![招协磋工电客外]){alternation(words.joins)}{not_joined}")
    return re.compile(rf"(?P<word>{alternation(words.verbs if kind == 'verb' else words.running)}){NOT_A_DUTY}")


def running_verb_at(text: str, start: int) -> re.Match[str] | None:
    """A verb that tells a duty in running text too."""
    return _words("running").match(text, start)


def join_at(text: str, start: int) -> re.Match[str] | None:
    """会同 and its like."""
    return _words("join").match(text, start)


def skip_fillers(text: str, start: int, end: int) -> int:
    """The end of the words that can stand between a list and its verb."""
    while start < end and not running_verb_at(text, start) and (found := FILLER.match(text, start, end)):
        start = found.end()
    return start


def parse(text: str, start: int, end: int, here: Region | None, *, role: Role | None = None) -> Clause:
    """Read the clause in `text[start:end]`; spans are positions in `text`. `role`: of a column or label before it.

    >>> said = "市教育局牵头，市财政局、各区政府配合"
    >>> from guitu.ontology.districts import region
    >>> [(o.agency.name, o.role) for o in parse(said, 0, len(said), region("云州市")).owners]
    [('云州市教育局', 'lead'), ('云州市财政局', 'support'), ('云州市各区人民政府', 'support')]
    """
    clause = _Clause(text[start:end], end - start, here, role).read()
    owners = (Owner(o.agency, o.role, o.order, o.span.shift(start), o.named) for o in clause.owners)
    return Clause(tuple(owners), tuple(span.shift(start) for span in clause.unread), clause.has_duty_word)


@dataclass(slots=True)
class _Clause:
    """The state of reading one clause from left to right."""

    text: str
    end: int
    here: Region | None
    role: Role | None
    pending: list[tuple[Agency, Span, bool]] = field(default_factory=list)  # True: after 会同
    owners: list[Owner] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    joined: bool = False
    led: bool = False
    duty: bool = False
    silent: bool = False  # after a label that no agencies follow
    given: Role | None = None  # by the column
    sign: str = ""  # of the place of a name whose place is not told
    other: bool = False  # the name before is one of another place
    row: str = ""  # of the lower level of the names in a row
    commas: list[int] = field(default_factory=list)  # how many were pending where one stood

    def __post_init__(self) -> None:
        self.given = self.role
        self.text = rounded(self.text)

    def read(self) -> Clause:
        at = 0
        while at < self.end:
            at = self._step(at)
        self._close()
        order = {owner.span: i for i, owner in enumerate(sorted(self.owners, key=lambda o: o.span))}
        owners = (Owner(o.agency, o.role, order[o.span], o.span, o.named) for o in self.owners)
        return Clause(tuple(sorted(owners, key=lambda o: o.order)), tuple(self.unread), self.duty)

    def _step(self, at: int) -> int:
        """Read what stands at `at`; the place after it."""
        text = self.text
        if label := _words("label").match(text, at, self.end):
            return self._label(label)
        if _HARD.match(text, at):
            self._close()
            self.role = self.given if self.silent else self.role
            self.led = self.silent = False
            return at + 1
        if self.silent:
            return self._unheard(at)
        if (after := self._divided(at)) is not None:
            return after
        if text[at] in "（）":
            return self._bracket(at)
        first = LEADS_BY_ORDER.match(text, at, self.end)
        term = TERM.match(text, at, self.end) if begins_term(text, at) else None
        if term and not first:
            self._close()  # 市教育局，6月底前完成，市财政局配合: the verb is not for those before the term
        return first.end() if first else term.end() if term else self._words_at(at)

    def _divided(self, at: int) -> int | None:
        """The end of a sign, number or joint at `at` that divides names; the commas are remembered."""
        if mark := MARK.match(self.text, at, self.end):
            return mark.end()
        if self._joins(at):
            return at + 1
        if self.text[at] not in _SEPARATORS:
            return None
        if self.text[at] in "，,":
            self.commas.append(len(self.pending))
        return at + 1

    def _unheard(self, at: int) -> int:
        """Behind the name of a person in a cell the next agency may stand: 联系人：张三 市教育局."""
        if self.given and self.text[at - 1] not in "：:" and match(self.text, at, self.here, bare=False):
            self.role, self.silent = self.given, False
            return at
        return at + 1

    def _words_at(self, at: int) -> int:
        """An agency, else a verb, 会同 or a word between them, else a name outside the registry."""
        if (whole := bracketed_at(self.text, at, self.here)) and self._is_boundary(whole[1]):
            return self._take(whole[0], at, whole[1])
        found = match(self.text, at, self.here)
        if (after := self._registered(at, found)) is not None:
            return after
        if verb := _words("verb").match(self.text, at, self.end):
            return self._verb(verb)
        join = _words("join").match(self.text, at + self.text.startswith("会商", at), self.end)
        if join and not self._begins_name(at, join.end()):
            self.joined = self.duty = True
            return join.end()
        filler = FILLER.match(self.text, at, self.end)
        if filler and not self._begins_name(at, filler.end()):
            return filler.end()
        return self._unlisted(at, found)

    def _begins_name(self, at: int, after: int) -> bool:
        """Whether a word between names begins one: 喀什地区、和田地区; 应城经开区管委会; 商河开发区管委会."""
        joins = self.text[at] in "和与及" and self.pending and self.pending[-1][1].end == at  # 市教育局和田阳区
        if joins or after - at > 2 or match(self.text, after, self.here, bare=False):
            return False
        if leading(self.text, at, unlisted=False):
            return True
        listed = self.text[at - 1 : at] == "、" and not _JOINED.match(self.text, at, after)
        words = self.text[at : self._name_end(at, after)]
        return listed and is_agency_like(words) and opens_name(words)

    def _joins(self, at: int) -> bool:
        """Whether a sign between two names joins them and is no part of the second: 县教育局和县水利局, not of 和县."""
        behind = self.text[at] in "和与及" and self.pending and self.pending[-1][1].end == at
        return bool(behind) and match(self.text, at + 1, self.here, bare=False) is not None

    def _registered(self, at: int, found: tuple[Agency, int] | None) -> int | None:
        """The end of what the registry has at `at`: 各级财政、审计等部门, or the agency `found`."""
        several = departments(self.text, at, self.here) if "部门" in self.text else None
        both = both_at(self.text, at, self.here) if "委" in self.text else None
        levels, governments = levels_at(self.text, at, self.here), governments_at(self.text, at)
        shared = bureaus_at(self.text, at, self.here) or summed_up_at(self.text, at, self.here)
        for named in (levels, several, governments, shared, both):
            if named and self._is_boundary(named[1]):
                for agency, span in named[0]:
                    self._take(agency, span.start, span.end) if agency else self.unread.append(span)
                return named[1]
        if (zones := committees_at(self.text, at, self.here)) and zones[1] <= self.end:
            for agency, span in zones[0]:
                self._take(agency, span.start, span.end)
            return zones[1]
        found = found or areas_at(self.text, at, self.here)
        return self._take(found[0], at, found[1]) if found and self._is_boundary(found[1]) else None

    def _is_boundary(self, at: int) -> bool:
        """Whether the name of an agency can end here."""
        if at >= self.end or self.text[at] in _SEPARATORS or self.text[at] in "（）":
            return True
        signs = (_words("verb"), _words("join"), FILLER, MARK, _words("label"))
        known = any(sign.match(self.text, at, self.end) for sign in signs)
        return known or match(self.text, at, self.here, bare=False) is not None  # 市教育局市财政局

    def _take(self, agency: Agency, start: int, end: int) -> int:
        joined = bool(self.pending) and self.text[self.pending[-1][1].end : start] in ("、", "和", "与", "及")
        agency = of_each(agency, self.pending[-1][0], self.here) if joined else agency
        agency, self.row = of_row(agency, self.row if self.pending else "", self.here)
        agency, self.other = of_other(agency, joined and self.other, self.here)
        agency, self.sign = of_level(agency, self.sign, self.here)
        self.pending.append((agency, Span(start, end), self.joined))
        return end

    def _label(self, label: re.Match[str]) -> int:
        self._close()
        role = duty_words().labels[label["word"] or label["boxed"]]
        self.silent, self.led = role == "none", False
        self.role, self.duty = (None if role == "none" else role), self.duty or role != "none"
        return label.end()

    def _bracket(self, at: int) -> int:
        """A note behind an agency, or a bracket around a whole list: 责任单位：（市教育局、市财政局）."""
        note = _NOTE.match(self.text, at, self.end) if self.pending or self.owners else None
        return self._note(note) if note else at + 1

    def _note(self, note: re.Match[str]) -> int:
        """市教育局（牵头）: the role of the one before; 市教育局（市财政局配合）: another with its own."""
        words = duty_words()
        role = words.labels.get(note["word"]) or words.verbs.get(note["word"]) or words.notes.get(note["word"])
        if self.pending and role and role != "none":
            self._own(self.pending[-1][0], role, self.pending.pop()[1])
            self.led, self.duty = self.led or role == "lead", True
        elif self.pending and self.pending[-1][0].group and _COMMITTEE.fullmatch(note["word"]):
            self._take(self._named(note["word"]), *note.span("word"))  # 各区县政府（地区管委会）
        elif self.pending and (group := with_areas(self.pending[-1][0], note[0])):
            self.pending[-1] = (group, Span(self.pending[-1][1].start, note.end()), self.pending[-1][2])
        elif self.pending and (other := of_other_level(self.pending[-1][0], note["word"], self.here)):
            self._take(other, *note.span("word"))
        elif not role:
            inside = _Clause(note["word"], len(note["word"]), self.here, None).read()
            if inside.has_duty_word and not inside.unread:
                for owner in inside.owners:
                    self._own(owner.agency, owner.role, owner.span.shift(note.start("word")))
                self.duty = True
        return note.end()

    def _verb(self, verb: re.Match[str]) -> int:
        role = duty_words().verbs[verb["word"]]
        assert role != "none"
        self.duty = self.duty or bool(self.pending) or bool(_STRONG.search(verb["word"]))
        if role == "support" and (apart := self._apart()):
            for agency, span, _ in self.pending[:apart]:
                self._own(agency, self.role or "responsible", span, named=bool(self.role))
            del self.pending[:apart]
        leads = any(joined for _, _, joined in self.pending)
        for i, (agency, span, joined) in enumerate(self.pending):
            self._own(agency, role if has_verb(self.pending, self.commas, i) else "support" if joined else "lead", span)
        self.led = self.led or role == "lead" or leads
        self.pending.clear()
        self.commas.clear()
        after = verb.end()
        if _words("join").match(self.text, after, self.end) or _words("verb").match(self.text, after, self.end):
            self.joined = False
            return after
        self.joined = False
        rest = _END_OF_WORK.search(self.text, after, self.end)
        return rest.start() if rest else self.end

    def _apart(self) -> int:
        """How many of the pending stand before those that support: 市教育局，市财政局、市水务局配合 is one.

        Where a comma alone divides all names, the first; none after a leader, and none where nothing can tell.
        """
        places = sorted({at for at in self.commas if 0 < at < len(self.pending)})
        if self.led or not places or any(joined for _, _, joined in self.pending):
            return 0
        if len(places) == len(self.pending) - 1:
            return 1 if self.role or len(places) == 1 else 0
        return places[-1]

    def _close(self) -> None:
        """The end of a list without a verb of its own: its label decides, or the leader before it."""
        leads = any(joined for _, _, joined in self.pending)
        for agency, span, joined in self.pending:
            role: Role = self.role or ("support" if self.led else "responsible")
            if leads:
                role = "support" if joined else "lead"
            self._own(agency, role, span, named=bool(self.role or self.led or leads))
        self.pending.clear()
        self.commas.clear()
        self.joined = False

    def _own(self, agency: Agency, role: Role, span: Span, *, named: bool = True) -> None:
        self.owners.append(Owner(agency, role, len(self.owners), span, named))

    def _unlisted(self, at: int, found: tuple[Agency, int] | None) -> int:
        """A name outside the registry: up to the next sign or verb; two names joined by 和 are tried apart."""
        end = self._name_end(at, max(at + 1, found[1] if found else 0))
        words = self.text[at:end]
        for joint in _JOINED.finditer(words, 2):
            right = match(words, joint.end(), self.here)
            if right is None or right[1] < len(words):
                continue
            if is_agency_like(words[: joint.start()]):
                self._take(self._named(words[: joint.start()]), at, at + joint.start())
                return at + joint.end()
            if match(words, joint.end(), self.here, bare=False):
                self.unread.append(Span(at, at + joint.start()))
                return at + joint.end()
        area = _AREA.match(words) or region_as_owner(words, self.here)
        if not (REFERS.match(words) or firm_alone(self.text, at, end)) and (is_agency_like(words) or area):
            return self._take(self._named(words), at, end)
        self.unread.append(Span(at, end))
        if _UNKNOWN_LABEL.search(words) and self.text[end : end + 1] in tuple("：:"):
            self._close()  # 第二责任单位：…, what a label that is not known says is not the role of the one before
            self.role, self.silent = None, True
        return end

    def _named(self, words: str) -> Agency:
        found = match(words, 0, self.here)
        return found[0] if found and found[1] == len(words) else unlisted(words, self.here)

    def _next_begins(self, start: int, at: int) -> bool:
        """Whether a name is whole before `at`, and a label or placed name begins there: 市城投集团市财政局."""
        label = _words("label").match(self.text, at, self.end)
        if not (label and label[0].endswith(("：", ":"))) and self.text[at] not in "各省市区县州":
            return False
        whole = is_agency_like(self.text[start:at]) and not MEMBERS.match(self.text, at)
        return whole and (label is not None or match(self.text, at, self.here, bare=False) is not None)

    def _name_end(self, start: int, at: int) -> int:
        """The first place from `at` on where the name that begins at `start` must have ended."""
        if place := leading(self.text, start, unlisted=False):
            at = max(at, min(place[1], self.end))  # 新和县 is no list
        while at < self.end:
            if any(one.match(self.text, at, self.end) for one in (_STOP, _words("verb"))):
                return at
            join = _words("join").match(self.text, at, self.end)
            if join and (len(join[0]) > 1 or is_agency_like(self.text[start:at])):  # 市财政局商…, not 台商区管委会
                return at
            if self._next_begins(start, at):
                return at
            if self.text[at] == "等" and is_agency_like(self.text[at - 2 : at]):
                return at
            at += 1
        return self.end
