"""What a person said of two files: that they hold one document, or that they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

_DIGITS = 8  # of a hash that name a file


@dataclass(frozen=True, slots=True)
class Ruled:
    """Two files, each by its name, the last part of it, or the first digits of its SHA-256."""

    one: str
    other: str
    same: bool


class Held(Protocol):
    """A document in a file, as far as it is asked here."""

    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Pairs:
    """Places of copies that are one document, and of those that are not."""

    joined: frozenset[tuple[int, int]] = frozenset()
    parted: frozenset[tuple[int, int]] = frozenset()

    def part(self, group: Sequence[int], other: Sequence[int]) -> bool:
        """Whether two groups have members that are not one document."""
        return bool(self.parted) and any((min(i, j), max(i, j)) in self.parted for i in group for j in other)


def pairs(copies: Sequence[Held], ruled: Sequence[Ruled]) -> Pairs:
    """The pairs that rulings are about: of files judged the same those of one title, or the only one of each."""
    joined, parted = set[tuple[int, int]](), set[tuple[int, int]]()
    for one in ruled:
        left, right = (list(_in(copies, name)) for name in (one.one, one.other))
        met = {(min(i, j), max(i, j)) for i in left for j in right if copies[i].source != copies[j].source}
        if one.same:
            alone = len(left) == len(right) == 1
            joined |= {(i, j) for i, j in met if alone or copies[i].title == copies[j].title}
        else:
            parted |= met
    return Pairs(frozenset(joined - parted), frozenset(parted))


def _in(copies: Sequence[Held], words: str) -> Iterator[int]:
    return (i for i, copy in enumerate(copies) if is_file(words, copy.name, copy.source))


def is_file(words: str, name: str, sha256: str) -> bool:
    """Whether words name a file.

    >>> is_file("节水规划.docx", "plans/节水规划.docx", "0" * 64), is_file("规划.docx", "节水规划.docx", "0" * 64)
    (True, False)
    """
    return words in (name, PurePosixPath(name).name) or (len(words) >= _DIGITS and sha256.startswith(words.lower()))
