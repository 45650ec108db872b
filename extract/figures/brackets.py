"""Figures of remarks in brackets right behind a figure: another unit, a part, another measure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guitu.extract.facts import Figure, Gap
from guitu.extract.figures import incentives, statements
from guitu.extract.figures.compact import Compact, compact
from guitu.extract.figures.number_roles import may_be_figure
from guitu.extract.figures.quantities import Quantity, quantities
from guitu.extract.figures.stated import MAY_COUNT, Statement
from guitu.extract.structure.draft import Draft, Passage
from guitu.extract.text import Span

_REMARK = re.compile(r"（([^（）\n]{2,80})）")
# what a remark that is no figure opens with: 含…, 指…, 每…
_EXPLAINS = re.compile("不?含|指|即|按|以|如|见|每|注|原")
_NEAR = 8  # characters before a remark that may be spaces
_VERB_ONLY = re.compile(
    "(?:其中)?新?(?:新引进|引进|新增|新建|改建|扩建|自繁|自建|续建|改造|培育|已建成)|[全我本][国省市县州区](?:平均)?"
)


def find(draft: Draft, passage: Passage, said: Iterable[Figure]) -> Iterator[Figure | Gap]:
    """The numbers of remarks in brackets: the same in another unit, a part of it, another measure; else a gap."""
    text = draft.read(passage)
    if "（" not in text:
        return
    if passage.task is not None and passage.chapter == "work" and incentives.spans(text):
        return
    hosts = {figure.span.end: figure for figure in said}
    for remark in _REMARK.finditer(text):
        if not MAY_COUNT.search(remark[1]):
            continue
        words = compact(remark[1], passage.span.start + remark.start(1))
        before = text[max(0, remark.start() - _NEAR) : remark.start()]
        host = hosts.get(passage.span.start + remark.start() - len(before) + len(before.rstrip()))
        read = list(_in_remark(words, host)) if host else []
        yield from read
        told = [figure.span for figure in read]
        for q in quantities(words.text):
            place = words.span(q.lead, q.trail)
            if any(span.start <= place.start < span.end for span in told):
                continue
            if may_be_figure(q):
                yield Gap("unread-number", "括注里的数值没有读出", place)


def _in_remark(words: Compact, host: Figure) -> Iterator[Figure]:
    """The figures of a remark right behind a figure: 30万公顷（450万亩）, 覆盖率30%（林木覆盖率36%）."""
    alone = next(quantities(words.text), None)
    if alone and alone.kind and (alone.lead, alone.trail) == (0, len(words.text)):
        if alone.kind != "counter" and alone.unit != host.unit:
            yield _like(host, host.indicator, alone, words.span(0, len(words.text)))
        return
    if _EXPLAINS.match(words.text):
        return
    for item in statements.read(words.text, ""):
        if isinstance(item, Statement) and item.end == item.quantity.trail and len(item.indicator) > 2:
            part = _VERB_ONLY.fullmatch(item.indicator)  # 其中新建3座, 全省平均80%
            name = item.indicator + host.indicator if part else item.indicator
            yield _like(host, name, item.quantity, words.span(trimmed(words.text, item.start), item.end))


def _like(host: Figure, indicator: str, q: Quantity, span: Span) -> Figure:
    return replace(
        host, indicator=indicator, value=q.value, unit=q.unit, comparator=q.comparator, maximum=q.maximum, span=span
    )


def trimmed(text: str, start: int) -> int:
    """Where a stretch of text begins without its leading signs."""
    while start < len(text) and text[start] in "，、；。：和及与":
        start += 1
    return start
