"""A division table whose cells a copy has put one a line: the names alone on lines below an item are its owners."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Gap, Role
from guitu.extract.owners.clauses.duties import Owner, parse
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.text import Span
from guitu.extract.words.agencies import is_agency_like, match
from guitu.ontology.districts import Region, leading
from guitu.ontology.knowledge import duty_words

_ROLES: dict[str, Role] = {"lead": "lead", "responsible": "responsible", "support": "support"}
_LONGEST = 24  # characters of a name
_COLUMNS = 2  # headings that tell such a table
_COLUMN = re.compile("[\u4e00-\u9fff]{2,6}")  # 序号, 主要目标
_SIGNED = re.compile("[省市区县州][\u4e00-\u9fff]{2,12}")  # what only looks like one: 省人口计生


def find(draft: Draft, here: Region | None) -> tuple[list[tuple[int, Sequence[Owner]]], list[Gap]]:
    """The owners of each item, where all such columns have one role; else, and for a name that is none, a gap each."""
    headed = _columns(draft)
    if headed is None:
        return [], []
    start, role = headed
    found: list[tuple[int, Sequence[Owner]]] = []
    gaps: list[Gap] = []
    for passage in draft.passages:
        words = draft.read(passage).strip()
        if passage.span.start < start or passage.heading or not (_is_name(words, here) or _SIGNED.fullmatch(words)):
            continue
        span = Span(passage.span.start, passage.span.end)
        named = _is_name(words, here) and role is not None
        owners = [_moved(one, span) for one in parse(words, 0, len(words), here, role=role).owners] if named else []
        task = _goal(draft, passage)
        if task is None or len(owners) != 1:
            gaps.append(Gap("unread-duty", "分工表逐格成行，单位与任务、分工的关系没有读出", span))
        else:
            found.append((task, owners))
    return found, gaps


def _columns(draft: Draft) -> tuple[int, Role | None] | None:
    """Where the headings of such columns, each alone on a line, end, and their role, None for several; None for a text
    without two headings of columns in a row."""
    roles: set[Role] = set()
    at, end, lines, above = 0, 0, 0, ""
    extent = draft.document.extent
    for line in draft.text.folded[extent.start : extent.end].split("\n"):
        at += len(line) + 1
        role = duty_words().labels.get(line.strip())
        if role in {"lead", "responsible", "support"}:
            roles.add(_ROLES[role])
            end, lines = at, lines + 1
        elif lines:
            break
        else:
            above = line.strip() or above
    if lines < _COLUMNS and not (lines and _COLUMN.fullmatch(above)):
        return None
    return extent.start + end, roles.pop() if len(roles) == 1 else None


def _is_name(words: str, here: Region | None) -> bool:
    """Whether a line is the name of an agency that the registry has, or one with its place that ends as names do."""
    if not 3 <= len(words) <= _LONGEST:
        return False
    found = match(words, 0, here, bare=False)
    placed = words[0] in "省市区县州" or leading(words, unlisted=False) is not None
    return bool(found and found[1] == len(words)) or (placed and is_agency_like(words))


def _goal(draft: Draft, passage: Passage) -> int | None:
    """The task of the item around a line: that which is the heading of its section, else its own."""
    if passage.section is not None:
        section = draft.sections[passage.section]
        for task in draft.tasks:
            if section.span.start <= task.span.start and task.span.end <= section.span.end:
                return task.order
    return passage.task


def _moved(owner: Owner, span: Span) -> Owner:
    return Owner(owner.agency, owner.role, owner.order, owner.span.shift(span.start), owner.named)
