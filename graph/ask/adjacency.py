"""Which things of a graph touch which: what the shortest ways are looked for in.

`Adjacency.data` writes it and `Adjacency.read` reads it back, so that it can be kept beside the engine. It holds no
more than the best cost between two neighbours: the facts behind a step are asked of the graph, for the few steps that
are shown.
"""

from __future__ import annotations

import heapq
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

STEP, INFERRED, HUB = 1_000, 100, 30
"""Of two ways of one length, the stated one and the one not through hubs comes first."""


@dataclass(frozen=True)
class Adjacency:
    """Things by IRI; of each a slice of `near` and `costs`, from `starts`."""

    things: Sequence[str]
    starts: array[int]
    near: array[int]
    costs: array[int]

    def data(self) -> bytes:
        """It all in one file: the things, a line each, then the arrays as 32-bit numbers, the low byte first."""
        named = "".join(f"{one}\n" for one in self.things).encode("utf-8")
        arrays = [array("i", one) for one in (self.starts, self.near, self.costs)]
        if sys.byteorder == "big":
            for one in arrays:
                one.byteswap()
        sizes = f"{len(named)} {len(self.things)} {len(self.near)}\n".encode("ascii")
        return b"".join([sizes, named, *(one.tobytes() for one in arrays)])

    @classmethod
    def read(cls, data: bytes) -> Adjacency:
        """What `data` wrote."""
        sizes, _, rest = data.partition(b"\n")
        named, things, near = map(int, sizes.split())
        numbers = array("i")
        numbers.frombytes(rest[named:])
        if sys.byteorder == "big":
            numbers.byteswap()
        lines = rest[:named].decode("utf-8").split("\n")[:-1]
        return cls(lines, numbers[: things + 1], numbers[things + 1 : things + 1 + near], numbers[things + 1 + near :])

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each thing among all."""
        return {one: at for at, one in enumerate(self.things)}

    def number(self, iri: str) -> int | None:
        """The place of a thing among all; None where it touches nothing."""
        return self.numbers.get(iri)

    def _around(self, one: int) -> Iterator[tuple[int, int]]:
        start, end = self.starts[one], self.starts[one + 1]
        return zip(self.near[start:end], self.costs[start:end], strict=True)

    def neighbour(self, iri: str) -> str | None:
        """Something that a thing touches."""
        one = self.number(iri)
        return None if one is None else self.things[self.near[self.starts[one]]]

    def between(self, start: str, end: str) -> set[str]:
        """All things on any of the cheapest ways from one thing to another; empty where there is none.

        Two searches meet: each step is taken on the side that has come less far.
        """
        one, other = self.number(start), self.number(end)
        if one is None or other is None:
            return set()
        sides = [_Side({one: 0}, [(0, one)]), _Side({other: 0}, [(0, other)])]
        best: int | None = None
        while all(side.waiting for side in sides):
            if best is not None and sides[0].waiting[0][0] + sides[1].waiting[0][0] > best:
                break
            side, opposite = sorted(sides, key=lambda one: (one.waiting[0][0], len(one.waiting)))
            cost, here = heapq.heappop(side.waiting)
            if cost > side.far[here]:
                continue
            for near, more in self._around(here):
                if cost + more < side.far.get(near, cost + more + 1):
                    side.far[near] = cost + more
                    heapq.heappush(side.waiting, (cost + more, near))
                if near in opposite.far:
                    whole = side.far[near] + opposite.far[near]
                    best = whole if best is None else min(best, whole)
        if best is None:
            return set()
        met = {at for at in sides[0].far.keys() & sides[1].far.keys() if sides[0].far[at] + sides[1].far[at] == best}
        return {self.things[at] for side in sides for at in self._back(side.far, met)}

    def _back(self, far: Mapping[int, int], met: set[int]) -> set[int]:
        """What lies on the ways back from where the searches met."""
        found, waiting = set(met), list(met)
        while waiting:
            here = waiting.pop()
            for near, cost in self._around(here):
                if near in far and far[near] + cost == far[here] and near not in found:
                    found.add(near)
                    waiting.append(near)
        return found


@dataclass(slots=True)
class _Side:
    far: dict[int, int]
    waiting: list[tuple[int, int]]
