"""The longest of many names at a place in a text, by looking only at lengths that its first two signs can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Longest:
    """Names to be found at a place.

    >>> names = Longest(["教育局", "教育局办公室", "委"])
    >>> names.end("市教育局办公室", 1), names.end("市委", 1), names.end("市场", 1)
    (7, 2, None)
    """

    __slots__ = ("_lengths", "_names")

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        found: dict[str, set[int]] = {}
        for name in self._names:
            found.setdefault(name[:2], set()).add(len(name))
        for head, lengths in found.items():
            if len(head) == 2 and head[0] in found:
                lengths.add(1)
        self._lengths = {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where each name at `start` ends, the longest first."""
        head = text[start : start + 2]
        for length in self._lengths.get(head) or self._lengths.get(head[:1], ()):
            name = text[start : start + length]
            if len(name) == length and name in self._names:
                yield start + length

    def end(self, text: str, start: int) -> int | None:
        """Where the longest name at `start` ends."""
        return next(self.ends(text, start), None)
