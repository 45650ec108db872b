"""The box (专栏) in which paragraphs stand, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guitu.extract.structure.outline.chapters import is_action, is_work
from guitu.extract.structure.outline.element import Element
from guitu.extract.words.numbering import Numbered, Rank

_PIECES = re.compile("[、，；]")
_SENTENCE = re.compile(r"[。：！？]|\d年")
_LONGEST_NAME = 24


@dataclass(slots=True)
class Box:
    """A 专栏 that is open. Without a frame its end is seen only by the style of the titles around and in it.

    `verbal`: whether the titles around it open with verbs, None without any; `nominal`: whether those in it do not.
    """

    framed: bool
    verbal: bool | None
    nominal: bool | None = None
    itemed: bool = False  # by numbered items with their text: what has no number stands after it
    names: tuple[str, ...] | None = None  # where it holds nothing but these so far

    def told(self, words: str) -> None:
        """A paragraph without a title: what a box that only lists holds."""
        fresh = self.nominal is None
        self.nominal = True if fresh else self.nominal
        if fresh or self.names:
            found = _names(words)
            self.names = (*(self.names or ()), *found) if found else None

    def ends_before(self, number: Numbered | None, elements: Sequence[Element]) -> bool:
        """Whether a paragraph with a number goes on with the items around the box: no frame says where it ends."""
        return number is not None and not self.framed and _goes_on_around(number, elements)

    def ends_at(self, title: str) -> bool:
        """Whether a run-in title stands after the box: verbs around it, nouns in it; or names and nothing else in it.

        A title that is one of the names goes on with the box.
        """
        if self.framed:
            return False
        action = is_action(title)
        if self.names and not any(name in title or title in name for name in self.names):
            return action or self.verbal is False or (self.verbal is True and is_work(title))
        self.names = None
        if self.nominal is None:
            self.nominal = not action
        return bool(self.verbal and self.nominal and action)


def _goes_on_around(number: Numbered, elements: Sequence[Element]) -> bool:
    """Whether a number goes on with the items around the box that is open last, and with none of its own.

    （一）建设水源。…, 专栏1 水源工程, …, （二）修复河湖。…: the box has ended before the second.
    """
    for at in range(len(elements) - 1, -1, -1):
        box = elements[at]
        if box.boxed and box.kind == "heading" and box.number and box.number.rank is Rank.BOX:
            places = ((e.kind, e.section if e.kind == "item" else e.own) for e in elements[:at])
            around = [i for i, place in enumerate(places) if place in (("item", box.section), ("heading", box.section))]
            last = elements[around[-1]].number if around else None
            return last is not None and (last.rank, last.sub, last.value + 1) == (number.rank, number.sub, number.value)
        if box.number and box.number.rank is number.rank:
            return False  # the box counts so too
    return False


def _names(words: str) -> tuple[str, ...]:
    """The names of which a paragraph is a list, empty for a sentence: 清溪河下游段、白水河城区段."""
    bare = words.strip(" 。；等")
    pieces = tuple(piece.strip() for piece in _PIECES.split(bare))
    named = not _SENTENCE.search(bare) and all(2 <= len(one) <= _LONGEST_NAME and not is_action(one) for one in pieces)
    return pieces if named else ()
