"""Owners of a chapter that divides the duties: of paragraphs (市园林局指导公园建设。), and of items under a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guitu.extract.facts import Section, Task
from guitu.extract.owners.clauses.duties import Owner, parse, running_verb_at, skip_fillers
from guitu.extract.owners.forms.running_duties import listed_at, running
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.structure.outline.agency_first import are_bodies, divides_duties, in_chapter_of_duties, without_sum
from guitu.extract.structure.outline.chapters import is_work
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

_SENTENCE_END = re.compile("[。；]|$")
# 对违规行为…, 按照规定…; what bodies of law and of approval do
_HOW = re.compile(
    "[对将把就按应要须]|根据|依[据照法]|结合|围绕|会同|通过|利用|指导|协调|监督|督促|组织|承担|定期|及时"
    "|受理|审[核批查]|查处|打击|查验|核[查实]|排查|检[查测]|验收|拟订|收集|汇总|提供"
)
_ADVERB = re.compile("依法|严格|切实|认真|积极|主动|统一|全面|坚决|继续|持续|进一步|具体")  # 依法取缔
_NOBODY = re.compile("(?:各|有关|相关|其他|责任|成员|牵头|配合|直属|[省市县区]级)*(?:部门|单位|方面)")  # 各有关部门


def find(draft: Draft, here: Region | None) -> Iterator[tuple[int, Sequence[Owner]]]:
    """The bodies that paragraphs of such a chapter open with, and those that head its items."""
    for passage in draft.passages:
        if passage.task is not None and not passage.heading and in_chapter_of_duties(draft.sections, passage.section):
            yield passage.task, _charged(draft, passage, here)
    for task in draft.tasks:
        around = draft.sections[task.section] if task.section is not None else None
        if around and around.parent is not None and divides_duties(draft.sections[around.parent].title):
            yield task.order, _headed(draft, task, around, here)


def names_nobody(words: str) -> bool:
    """Whether words name no body in particular.

    >>> names_nobody("各有关部门"), names_nobody("市级单位"), names_nobody("财政部门")
    (True, True, False)
    """
    return _NOBODY.fullmatch(words) is not None


def _charged(draft: Draft, passage: Passage, here: Region | None) -> Sequence[Owner]:
    """Those whom a paragraph opens with, where a verb of work follows and none of duty, which is read elsewhere."""
    words = draft.read(passage)
    listed, after = listed_at(words, 0, here)
    named = bool(listed) and all(agency.known and not names_nobody(agency.written) for agency, _ in listed)
    if not named and not (listed and are_bodies(words[: listed[-1][1].end], here)):
        return ()
    first = words[: _SENTENCE_END.search(words).start()]  # type: ignore[union-attr]
    if any(owner.span.start == listed[0][1].start for said in running(first, here) for owner in said.owners):
        return ()
    end = skip_fillers(words, after, len(words))
    does = is_work(words[end:]) or _HOW.match(words, end) or _ADVERB.search(words, listed[-1][1].end, end)
    if not does:
        return ()
    owners = [Owner(agency, "responsible", order, span) for order, (agency, span) in enumerate(listed)]
    return [owner._replace(span=owner.span.shift(passage.span.start)) for owner in owners]


def _headed(draft: Draft, task: Task, around: Section, here: Region | None) -> Sequence[Owner]:
    """The bodies that head an item of theirs: 1.市水利局 over （1）负责清淤。; its first word tells their role."""
    if names_nobody(around.title) or not are_bodies(around.title, here):
        return ()
    said = draft.text.read(task.extent)
    at = said.find(task.title)
    verb = running_verb_at(said, at) if at >= 0 else None
    role = duty_words().running[verb["word"]] if verb else "responsible"
    if role == "none":
        return ()
    inside = draft.text.read(around.span).find(around.title)
    named = parse(around.title, 0, len(without_sum(around.title)), here, role=role).owners if inside >= 0 else ()
    return [owner._replace(span=owner.span.shift(around.span.start + inside)) for owner in named]
