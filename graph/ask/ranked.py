"""Alignments in the order of their answer, the surest first: put in order a score at a time, as far as is looked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any, overload

from guitu.graph.ask.aligned import Aligned

Group = Sequence[str]


class Ranked(Sequence[Group]):
    """Alignments, each for itself. `order`: by what those of one score are sorted."""

    def __init__(self, alignments: Iterable[Aligned], order: Callable[[Aligned], Any]) -> None:
        of = defaultdict[str, list[Aligned]](list)
        for one in alignments:
            of[one.score].append(one)
        self._count = sum(map(len, of.values()))
        self._found: list[Group] = []
        self._waiting = (sorted(of[score], key=order) for score in sorted(of, key=Decimal, reverse=True))

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Group: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Group]: ...
    def __getitem__(self, at: int | slice) -> Group | Sequence[Group]:
        last = range(self._count)[at]
        stop = last + 1 if isinstance(last, int) else max(last, default=-1) + 1
        while len(self._found) < stop and (part := next(self._waiting, None)) is not None:
            self._found += [(one.fact,) for one in part]
        return self._found[at]
