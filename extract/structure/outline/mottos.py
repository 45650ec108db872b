"""Paragraphs that open with a long title, a motto of several clauses, where all around them open with a short one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from guitu.extract.facts import Section
from guitu.extract.structure.outline.chapters import is_action
from guitu.extract.structure.outline.element import Element
from guitu.extract.text import Span, Text

_MOTTO = re.compile(r"([^。；！？：\d]{8,60})。(?=.)")
_LEAST = 3  # paragraphs of a section, and sections around it
_TIMES = 3  # a paragraph is so many times as long as its title


def titled(text: Text, sections: Sequence[Section], elements: Sequence[Element]) -> tuple[Element, ...]:
    """Elements with the mottos as titles.

    Only in a section of work whose paragraphs, three or more, all open with one, where the sections beside it hold
    nothing but titled paragraphs: there a paragraph without a title would be the exception.
    """
    inside: dict[int | None, list[int]] = defaultdict(list)
    for index, element in enumerate(elements):
        inside[element.section].append(index)
    found = list(elements)
    kinds = {section.order: {elements[i].kind for i in inside[section.order]} for section in sections}
    for section in sections:
        here = inside[section.order]
        if section.parent is None or kinds[section.order] != {"plain"} or len(here) < _LEAST:
            continue
        beside = [one for one in sections if one.parent == section.parent and one is not section]
        if len(beside) < _LEAST or any(kinds[one.order] != {"titled"} for one in beside):
            continue
        mottos = [_motto(text, elements[i]) for i in here]
        if all(mottos):
            for i, motto in zip(here, mottos, strict=True):
                found[i] = elements[i]._replace(kind="titled", title=motto, body=_after(motto, elements[i].span))
    return tuple(found)


def _motto(text: Text, element: Element) -> Span | None:
    words = text.read(element.span)
    motto = _MOTTO.match(words)
    if element.chapter != "work" or not motto or len(words) < _TIMES * motto.end() or not is_action(words):
        return None
    return Span(*motto.span(1)).shift(element.span.start)


def _after(title: Span | None, paragraph: Span) -> Span | None:
    return Span(title.end + 1, paragraph.end) if title else None
