"""Where two copies of a document differ in words or figures: gaps with their place in the copy that is read.

Spaces, line breaks, signs, width and case do not count, nor do letters that machine reading takes for each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from guitu.extract.facts import Gap
from guitu.extract.structure.document.labels import describes
from guitu.extract.text import Paragraph, Span
from guitu.graph.copies import edits
from guitu.graph.copies.works import Copy, letters

MOST = 100  # gaps of one pair of copies; the last one counts the rest
LONGEST = 20_000  # clauses that are compared
FINE = 1_000  # letters of a stretch that is compared letter by letter
_FIGURE = "0123456789."
NEAR = 3  # differences that so few equal letters part are one
SHOWN = 40  # letters of a stretch that a reason shows

# A run without signs or line breaks: 推进算力建设
_CLAUSE = re.compile(r"[^\n，。、；：！？,;:!?|]{1,2000}")
_LETTER = re.compile(r"[^\W_]|[%‰]|(?<=\d)\.(?=\d)")  # as `letters` keeps them
# Signs that machine reading takes for each other: l and 1, O and 0, 一 and a dash
_LOOKALIKE = str.maketrans(
    {
        "l": "1",
        "i": "1",
        "o": "0",
        "〇": "0",
        "○": "0",
        "一": "",
        "—": "",
        "曰": "日",
        "巳": "已",
        "己": "已",
        "末": "未",
    }
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause in letters, and where it stands."""

    letters: str
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """What the copy that is read says at a place, and what the other says there."""

    span: Span
    here: str
    there: str


def gaps(primary: Copy, other: Copy) -> tuple[Gap, ...]:
    """One gap for each stretch and each field of the document that differs; past `MOST`, one that counts the rest."""
    found = edits.gaps(primary, other) if other.returned else _told(primary, other)
    told = [*_fields(primary, other), *found]
    if len(told) <= MOST:
        return tuple(told)
    rest = f"另有 {len(told) - MOST} 处与 {other.name} 不同"
    return (*told[:MOST], Gap(edits.KIND, rest, primary.document.span))


def _fields(primary: Copy, other: Copy) -> Iterator[Gap]:
    """What the other copy alone says of the document: its number, issuers, dates, period."""
    one, two = primary.document, other.document
    agencies = ("、".join(agency.name for agency in document.issuers) for document in (one, two))
    pairs = {
        "发文字号": (one.number, two.number),
        "发布机构": tuple(agencies),
        "成文日期": (one.issued, two.issued),
        "施行日期": (one.valid_from, two.valid_from),
        "失效日期": (one.valid_to, two.valid_to),
        "规划期": (one.period, two.period),
    }
    for name, (here, there) in pairs.items():
        if there and letters(str(here or "")) != letters(str(there)):
            said = f"此处为“{here}”" if here else "此处没有"
            yield Gap(edits.KIND, f"{name}{said}，{other.name} 中为“{there}”", one.span)


def _told(primary: Copy, other: Copy) -> Iterator[Gap]:
    for found in find(primary, other):
        yield Gap(edits.KIND, _said(found, other.name), found.span)


def _said(found: Difference, name: str) -> str:
    if not found.there:
        return f"{name} 中没有“{_short(found.here)}”"
    if not found.here:
        return f"只有 {name} 中有“{_short(found.there)}”"
    return f"此处“{_short(found.here)}”，{name} 中为“{_short(found.there)}”"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def find(primary: Copy, other: Copy) -> Iterator[Difference]:
    """The stretches that differ, in the order of the copy that is read."""
    mine, theirs = _clauses(primary), _clauses(other)
    lines = SequenceMatcher(None, [c.letters for c in mine], [c.letters for c in theirs], autojunk=False)
    for kind, i, j, k, m in lines.get_opcodes():
        if kind != "equal":
            yield from _between(primary, mine[i:j], theirs[k:m], mine[max(i - 1, 0) : i + 1])


def _clauses(copy: Copy) -> list[Clause]:
    text = copy.reading.text.folded
    matches = (match for span in _own(copy) for match in _CLAUSE.finditer(text, span.start, span.end))
    told = (Clause(words, Span(*match.span())) for match in matches if (words := letters(match[0])))
    return list(islice(told, LONGEST))


def _own(copy: Copy) -> Iterator[Span]:
    """The text of a copy without what a site says around it: its lines, and its table of what the document is."""
    text, start = copy.reading.text, copy.extent.start
    for block in text.blocks:
        around = block.aside if isinstance(block, Paragraph) else describes(text, block)
        if around and block.span in copy.extent:
            yield Span(start, max(start, block.span.start))
            start = max(start, block.span.end)
    yield Span(start, max(start, copy.extent.end))


def _between(primary: Copy, mine: list[Clause], theirs: list[Clause], neighbours: list[Clause]) -> Iterator[Difference]:
    """A stretch of clauses; a long one clause by clause, where both sides have as many."""
    here, there = ("".join(clause.letters for clause in side) for side in (mine, theirs))
    around = mine or neighbours
    if not around or _lookalike(here) == _lookalike(there):
        return
    if len(mine) == len(theirs) > 1 and max(len(here), len(there)) > FINE:
        for one, other in zip(mine, theirs, strict=True):
            yield from _between(primary, [one], [other], [one])
    else:
        yield from _closer(primary, here, there, around[0].span.to(around[-1].span))


def _closer(primary: Copy, here: str, there: str, whole: Span) -> Iterator[Difference]:
    if not here or not there or max(len(here), len(there)) > FINE:
        yield Difference(whole, here, there)
        return
    places = [k for k in range(whole.start, whole.end) if _LETTER.match(primary.reading.text.folded, k)]
    if len(places) != len(here):  # a sign that is several letters in one width: ㎡
        yield Difference(whole, here, there)
        return
    for i, j, k, m in _stretches(here, there):
        if _lookalike(here[i:j]) != _lookalike(there[k:m]):
            first, last = (i, j - 1) if j > i else (max(i - 1, 0), min(i, len(here) - 1))
            yield Difference(Span(places[first], places[last] + 1), here[i:j], there[k:m])


Stretch = tuple[int, int, int, int]


def _stretches(here: str, there: str) -> list[Stretch]:
    """Differing stretches, widened to whole numbers, and joined where hardly anything parts them."""
    found: list[Stretch] = []
    for kind, i, j, k, m in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        start, end, from_, to = _whole_number(here, there, (i, j, k, m))
        if found and start - found[-1][1] <= NEAR:
            start, _, from_, _ = found.pop()
        found.append((start, end, from_, to))
    return found


def _whole_number(here: str, there: str, stretch: Stretch) -> Stretch:
    i, j, k, m = stretch
    while i > 0 and k > 0 and here[i - 1] == there[k - 1] and here[i - 1] in _FIGURE:
        i, k = i - 1, k - 1
    while j < len(here) and m < len(there) and here[j] == there[m] and here[j] in _FIGURE:
        j, m = j + 1, m + 1
    return i, j, k, m


def _lookalike(text: str) -> str:
    return text.translate(_LOOKALIKE)
