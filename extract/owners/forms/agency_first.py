"""Owners of the items that open with who has the duty: 14.市卫生局：负责查处非法行医。"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from guitu.extract.facts import Role, Task
from guitu.extract.owners.clauses.duties import Owner, parse, running_verb_at, skip_fillers
from guitu.extract.owners.forms import duty_chapters
from guitu.extract.owners.forms.running_duties import running
from guitu.extract.structure.draft import Draft
from guitu.extract.structure.outline.agency_first import (
    are_bodies,
    are_firms,
    in_chapter_of_duties,
    opener,
    without_note,
    without_sum,
)
from guitu.extract.structure.outline.chapters import is_work
from guitu.extract.text import Span
from guitu.extract.words.agencies import bare_at, is_agency_like
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

_ENDS_NAME = ("：", "。")  # 3.市水利局：…, （二）市水利局。负责…
_DUTIES = re.compile("职责|分工|责任")
_LIST = 2  # items with a word of duty, beside which the others of their list need none
_TOGETHER = re.compile(r"(?:^\s*|(?<=[。；，]))(?:负责)?(?=会同)")
_LONGEST = 120  # characters of a clause in which they are named


def find(draft: Draft, here: Region | None) -> Iterator[tuple[int, Sequence[Owner]]]:
    """The tasks that an agency opens, with that agency: by a word of duty, or among others that have one."""
    opened = [(task, who) for task in draft.tasks if (who := _who(draft, task, here))]
    roles = {task.order: _role(_body(draft, task, who)) for task, who in opened}
    charged = Counter(task.section for task, _ in opened if roles[task.order])
    for task, who in opened:
        around = draft.sections[task.section].title if task.section is not None else ""
        role = roles[task.order]
        if role is None and (charged[task.section] >= _LIST or _DUTIES.search(around)):
            role = "responsible"
        if role:
            yield task.order, _owners(draft, task, who, role, here)
    known = {task.order for task, _ in opened}
    for task in (task for task in draft.tasks if task.order not in known and charged[task.section] >= _LIST):
        role = _role(_body(draft, task, task.span)) if _may_be_body(draft, task) else None
        if role:
            yield task.order, _owners(draft, task, task.span, role, here)


def _may_be_body(draft: Draft, task: Task) -> bool:
    """Whether a title could be a body that says not whose it is, beside others that do: （六）云桥集团。负责…"""
    named, after = draft.text.read(task.span), draft.text.folded[task.span.end : task.span.end + 1]
    return after in _ENDS_NAME and is_agency_like(named) and not (is_work(named) or duty_chapters.names_nobody(named))


def _who(draft: Draft, task: Task, here: Region | None) -> Span | None:
    """The place of the agency that is the title of a task, or opens it."""
    words = draft.text.folded
    named, after = draft.text.read(task.span), words[task.span.end : task.span.end + 1]
    of_duties = in_chapter_of_duties(draft.sections, task.section) and not duty_chapters.names_nobody(named)
    heads = after in _ENDS_NAME or (of_duties and _is_heading(draft, task))
    if heads and (are_bodies(named, here) or (of_duties and are_firms(named))):
        return task.span
    if of_duties and after in _ENDS_NAME and (bare := bare_at(named, 0, here)) and bare[1] == len(named):
        return task.span  # 教育局：在学校开展宣传。
    who = opener(named)
    if who is None or not are_bodies(named[who.start : who.end], here):
        return None
    return who.shift(task.span.start)


def _is_heading(draft: Draft, task: Task) -> bool:
    """Whether a task is the heading of a section of its own: （一）市水利局."""
    return any(section.span.start <= task.span.start < section.span.end for section in draft.sections)


def _body(draft: Draft, task: Task, who: Span) -> str:
    return draft.text.read(Span(who.end + 1, max(task.extent.end, who.end + 1)))


def _role(body: str) -> Role | None:
    """That of the word of duty with which a body opens; None for another word, or one that gives none."""
    verb = running_verb_at(body, skip_fillers(body, 0, len(body)))
    role = duty_words().running[verb["word"]] if verb else "none"
    return None if role == "none" else role


def _owners(draft: Draft, task: Task, who: Span, role: Role, here: Region | None) -> Sequence[Owner]:
    """The agency, with those whom it has beside it: 市文化局：负责会同公安、城管部门查处…"""
    words = draft.text.read(who)
    body = _body(draft, task, who)
    bare = without_note(words)
    together = [(at, _beside(bare, body[at.end() :], here)) for at in _TOGETHER.finditer(body)]
    leads = next((said[:1] for at, said in together if not at.start()), ())
    named = leads or parse(words, 0, len(without_sum(words)), here, role=role).owners
    found = [owner._replace(span=owner.span.shift(who.start)) for owner in named]
    for at, said in together:
        moved = who.end + 1 + at.end() - len(bare)  # of what stands behind the agency
        found += [one._replace(span=one.span.shift(moved)) for one in said[1:]]
    return [owner._replace(order=order) for order, owner in enumerate(found)]


def _beside(words: str, clause: str, here: Region | None) -> Sequence[Owner]:
    """Who acts together by a clause that opens with 会同, the body before it first; nothing where that is not read."""
    said = next((one for one in running(words + clause[:_LONGEST], here) if one.owners), None)
    return said.owners if said and said.owners[0].span == Span(0, len(words)) else ()
