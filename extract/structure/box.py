"""The box (专栏) in which paragraphs stand, and where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guitu.extract.structure.chapters import is_action

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

    def ends_at(self, title: str) -> bool:
        """Whether a run-in title stands after the box: verbs around it, nouns in it; or names and nothing else in it.

        A title that is one of the names goes on with the box.
        """
        if self.framed:
            return False
        action = is_action(title)
        if self.names and not any(name in title or title in name for name in self.names):
            return action or self.verbal is False
        self.names = None
        if self.nominal is None:
            self.nominal = not action
        return bool(self.verbal and self.nominal and action)


def _names(words: str) -> tuple[str, ...]:
    """The names of which a paragraph is a list, empty for a sentence: 清溪河下游段、白水河城区段."""
    bare = words.strip(" 。；等")
    pieces = tuple(piece.strip() for piece in _PIECES.split(bare))
    named = not _SENTENCE.search(bare) and all(2 <= len(one) <= _LONGEST_NAME and not is_action(one) for one in pieces)
    return pieces if named else ()
