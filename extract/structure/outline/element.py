"""One block of an outline: a heading, an item, a titled or a plain paragraph, a table."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from guitu.extract.structure.draft import Chapter
from guitu.extract.text import Span, Table
from guitu.extract.words.numbering import Numbered, Rank

_HAN = re.compile("[一-鿿]")
ElementKind = Literal["heading", "item", "titled", "plain", "table"]


class Element(NamedTuple):
    """One block of the outline. `title`: of a heading, an item or a titled paragraph; `body`: what follows it.

    `section`: order of the section around (of a heading: its parent); `own`: of a heading, its own order;
    `within`: index of the item that this item lies under.
    """

    kind: ElementKind
    span: Span
    chapter: Chapter
    section: int | None
    title: Span | None = None
    body: Span | None = None
    own: int | None = None
    number: Numbered | None = None
    boxed: bool = False
    within: int | None = None
    table: Table | None = None


class Around(NamedTuple):
    """What the blocks around one tell of it: it only lists an attachment; items follow under it; it ends in a title; it
    is a point of a record, 责任单位：…, or a matter of a list that was announced or a measure under a label; its first
    sentence is its title, for it begins as those beside it do."""

    listed: bool = False
    leads: bool = False
    opens: bool = False
    point: bool = False
    whole: bool = False
    matter: Numbered | None = None


def opens_in_words(element: Element) -> bool:
    """Whether the number of an item is a word: 一是建设公园，…, or one that all begin with."""
    number = element.number
    return number is not None and number.rank is Rank.LETTER and bool(_HAN.match(number.label))


def is_run_in(element: Element) -> bool:
    """Whether such an item has a title of its own before its text."""
    title, body = element.title, element.body
    return opens_in_words(element) and title is not None and body is not None and title.end < body.start
