"""The words of both tasks that show an alignment: on each side the sentence that shares most with the other task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from guitu.extract.text import Span, Text
from guitu.graph.align.alignments import Alignment
from guitu.graph.align.matrices import words
from guitu.graph.align.subjects import REMEMBERED
from guitu.graph.align.units import Unit
from guitu.graph.copies.works import Work

_SENTENCE = re.compile(r"[^。；！？\n]{2,400}[。；！？]?")


def quotes(one: Alignment, works: Sequence[Work]) -> tuple[Span, Span]:
    """The ranges in the reading texts of the subject's and of the other's document."""
    return _telling(one.subject, one.other, works), _telling(one.other, one.subject, works)


def _telling(unit: Unit, beside: Unit, works: Sequence[Work]) -> Span:
    copy = works[unit.document].primary
    task, theirs, title = copy.facts.tasks[unit.order], _words(f"{beside.title}。{beside.body}"), _words(beside.title)
    around = task.extent if task.span in task.extent else task.span

    def shared(span: Span) -> tuple[int, int]:
        found = _words(copy.reading.text.read(span))
        return len(found & title), len(found & theirs)

    best = max(_sentences(copy.reading.text, around), key=lambda span: (*shared(span), -span.start), default=task.span)
    return task.span if shared(best) <= shared(task.span) else best


@lru_cache(REMEMBERED)
def _words(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _sentences(text: Text, around: Span) -> Iterator[Span]:
    return (Span(*found.span()) for found in _SENTENCE.finditer(text.folded, around.start, around.end))
