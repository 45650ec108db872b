"""The box (专栏) in which paragraphs stand, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Box:
    """A 专栏 that is open. Without a frame its end is seen only by the style of the titles around and in it."""

    framed: bool
    verbal: bool | None
    nominal: bool | None = None
    itemed: bool = False  # by numbered items with their text: what has no number stands after it

    def told(self) -> None:
        """A paragraph without a title: what a box that only lists holds."""
        if self.nominal is None:
            self.nominal = True

    def ends_at(self, action: bool) -> bool:
        """Whether a run-in title (an action or a noun) stands after the box: verbs around it, nouns in it."""
        if self.framed:
            return False
        if self.nominal is None:
            self.nominal = not action
        return bool(self.verbal and self.nominal and action)
