"""What linking needs of one document, made of it alone and small: its names, citations and copies; no text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from guitu.extract.facts import Facts, PlaceType, Relation
from guitu.extract.figures.numbers.quantities import normalise
from guitu.graph.copies import works
from guitu.graph.copies.works import Copy, Work, letters

NamedKind = Literal["agency", "place", "topic", "indicator"]
_POINTS = "百分点"
_ALIAS = re.compile(
    r"《([^《》\n]{4,80})》(?:（[^（）]{0,40}[，,])?\s*[（，]?(?:以下|下)简称[：:]?“?《?([^“”《》（）\n]{2,30})"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name and all that one document says of it; `homes`, `types` and `units` as in `things.Thing`, sorted."""

    kind: NamedKind
    name: str
    known: bool = True
    group: bool = False
    homes: tuple[str, ...] = ()
    types: tuple[PlaceType, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that this one names: `title` as written there; `full`: the title that a short one was given for."""

    title: str
    full: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class File:
    """A copy of the document: the `number`-th of the file `source`, a SHA-256, under its name."""

    source: str
    number: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class FurtherCopy:
    """A file that has the document too, how surely, and what tells."""

    source: str
    score: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """One document for linking. `year`: of its issue, 0 where it is not dated; `titles`: of all copies, with numbers.

    It depends on the copies of the document and its key alone, so it can be kept as long as those stay.
    """

    key: str
    title: str
    jurisdiction: str | None = None
    year: int = 0
    titles: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    copies: tuple[FurtherCopy, ...] = ()
    mentions: tuple[Mention, ...] = ()
    citations: tuple[Citation, ...] = ()


def records(of: Iterable[Work]) -> tuple[LinkRecord, ...]:
    """The records of documents, in their order."""
    return tuple(record(work) for work in of)


def record(work: Work) -> LinkRecord:
    """The record of a document; its texts are read here and never again."""
    told = work.primary.document
    issued = told.issued or told.valid_from
    return LinkRecord(
        key=work.key,
        title=told.title,
        jurisdiction=told.jurisdiction,
        year=issued.year if issued else 0,
        titles=tuple(dict.fromkeys(name for copy in work.copies for name in _names(copy) if name)),
        files=tuple(File(*copy.identity, copy.name) for copy in work.copies),
        copies=tuple(_further(work)),
        mentions=_mentions(work.primary.facts),
        citations=_citations(work.primary),
    )


def _names(copy: Copy) -> tuple[str | None, str | None]:
    return copy.document.title, copy.document.number


# ---- names ----


def _mentions(facts: Facts) -> tuple[Mention, ...]:
    found: dict[tuple[NamedKind, str], Mention] = {}
    for one in _named(facts):
        kept = found.setdefault((one.kind, one.name), one)
        if kept != one:
            found[one.kind, one.name] = _joined(kept, one)
    return tuple(found[key] for key in sorted(found))


def _joined(kept: Mention, one: Mention) -> Mention:
    return replace(
        kept,
        known=kept.known and one.known,
        homes=tuple(sorted({*kept.homes, *one.homes})),
        types=tuple(sorted({*kept.types, *one.types})),
        units=tuple(sorted({*kept.units, *one.units})),
    )


def _named(facts: Facts) -> Iterator[Mention]:
    homes = (facts.document.jurisdiction,) if facts.document.jurisdiction else ()
    for agency in (*facts.document.issuers, *(fact.agency for fact in facts.responsibilities)):
        if not agency.settled:
            continue  # of its document alone: no name can show that it is another's
        home = (agency.jurisdiction,) if agency.jurisdiction else ()
        yield Mention("agency", agency.name, agency.known, agency.group, home)
    for place in facts.places:
        yield Mention("place", place.name, homes=homes, types=(place.type,))
    for topic in _topics(facts):
        yield Mention("topic", topic)
    for figure in facts.figures:
        yield Mention("indicator", figure.indicator, homes=homes, units=(dimension(figure.unit),))


def _topics(facts: Facts) -> Iterable[str]:
    focus = (topic for place in facts.places for topic in place.focus)
    return dict.fromkeys((*focus, *(topic for task in facts.tasks for topic in task.topics)))


def dimension(unit: str) -> str:
    """What a unit measures, so that values in it can be compared; points are no per cent.

    >>> dimension("亿元") == dimension("万亿元"), dimension("%") == dimension("个百分点")
    (True, False)
    """
    if unit.endswith(_POINTS):
        return _POINTS
    normal = normalise(Decimal(1), unit)
    return normal[1] if normal else unit


# ---- citations ----


def _citations(copy: Copy) -> tuple[Citation, ...]:
    cited = copy.facts.references
    short = _aliases(copy.reading.text.read(copy.extent)) if cited else {}
    return tuple(Citation(one.title, short.get(letters(one.title), one.title), one.relation) for one in cited)


def _aliases(text: str) -> dict[str, str]:
    """What a document calls others by for short: 《云州市水利规划》（以下简称《规划》）."""
    found: dict[str, str] = {}
    if "简称" in text:
        for told in _ALIAS.finditer(text):
            found.setdefault(letters(told[2]), told[1])
    return found


# ---- copies ----


def _further(work: Work) -> Iterator[FurtherCopy]:
    """Every file but the one that is read."""
    for other in work.others:
        if other.source != work.primary.source:
            yield FurtherCopy(other.source, *_ground(work.primary, other))


def _ground(read: Copy, other: Copy) -> tuple[Decimal, str]:
    """What `works.same` rests on, with the share of words in common."""
    strength = works.same(read, other)
    if not strength:
        return Decimal("0.8"), "经其他副本或人工判定归为同一文件"
    if read.document.number and other.document.number:
        told, score, ground = "文号相同", Decimal(1), 3
    elif read.title == other.title:
        told, score, ground = "标题相同", Decimal("0.95"), 2
    else:
        told, score, ground = "标题相近", Decimal("0.9"), 1
    return score, f"{told}，文字重合{round((strength - ground) * 100)}%"
