"""Lines that list under each item whom it concerns, 相关部门：市水利局、市财政局: they answer for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guitu.extract.facts import Gap
from guitu.extract.owners.clauses.duties import Owner, parse
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.text import Span
from guitu.ontology.districts import Region
from guitu.ontology.knowledge import duty_words

_FEWEST = 2  # items with such a line, from which on the label tells their owners
_LINE = re.compile(r"\s*(?P<label>[一-鿿]{4,8})：(?P<names>[^。；：]{2,300})[。；]?\s*")
_LAST = "等 "


def find(draft: Draft, here: Region | None) -> tuple[list[tuple[int, Sequence[Owner]]], list[Gap]]:
    """The owners of each item with such a line; a gap for a line alone of its kind, without a task or with no name."""
    lines = [(passage, line) for passage in draft.passages if (line := _line(draft.read(passage)))]
    told = len({passage.task for passage, _ in lines} - {None}) >= _FEWEST
    found: list[tuple[int, Sequence[Owner]]] = []
    gaps: list[Gap] = []
    for passage, line in lines:
        owners, unread = _owners(passage, line, here)
        if told and owners and passage.task is not None:
            found.append((passage.task, owners))
            gaps += (Gap("unread-duty", "责任单位一行有未能识别的内容", span) for span in unread)
        else:
            start, end = line.span()
            gaps.append(Gap("unread-duty", "责任单位没有读出", Span(start, end).shift(passage.span.start)))
    return found, gaps


def _line(words: str) -> re.Match[str] | None:
    line = _LINE.fullmatch(words) if "：" in words[:12] else None
    return line if line and line["label"] in duty_words().listings else None


def _owners(passage: Passage, line: re.Match[str], here: Region | None) -> tuple[list[Owner], list[Span]]:
    """The names of a line in the role of its label, and the places of what is none."""
    role = duty_words().listings[line["label"]]
    assert role != "none"
    clause = parse(line.string, *line.span("names"), here, role=role)
    at = passage.span.start
    unread = [span for span in clause.unread if line.string[span.start : span.end].strip(_LAST)]
    return [one._replace(span=one.span.shift(at)) for one in clause.owners], [span.shift(at) for span in unread]
