"""Which things of a graph touch which: what the shortest ways are looked for in, made from its lines once.

`made(lines)` is a pure function of sorted N-Quads lines; `Adjacency.data` writes it and `Adjacency.read` reads it back,
so that it can be kept beside the engine. It holds no more than the best cost between two neighbours: the facts behind
a step are asked of the graph, for the few steps that are shown.
"""

from __future__ import annotations

import heapq
import re
import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from guitu.ontology import standards as std
from guitu.ontology import terms

STEP, INFERRED, HUB = 1_000, 100, 30
"""Of two ways of one length, the stated one and the one not through hubs comes first."""
_HUBS = frozenset({terms.Document, terms.CitedDocument, terms.AgencyGroup})
_THINGS = frozenset({
    terms.Agency, terms.AgencyGroup, terms.Task, terms.Document, terms.CitedDocument, terms.Place, terms.Indicator,
    std.SKOS_CONCEPT,
})  # fmt: skip
_CITES = frozenset({std.ELI_BASED_ON, std.ELI_IMPLEMENTS, std.ELI_CITES, std.ELI_HAS_ANNEX})
_LINE = re.compile(r"<([^>]*)> <([^>]*)> (?:<([^>]*)>|\"([^\"]*)\"@zh |\")")
_GOVERNMENT = "人民政府"
Said = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Adjacency:
    """Things by IRI, sorted; of each a slice of `near` and `costs`, from `starts`."""

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

    def number(self, iri: str) -> int | None:
        """The place of a thing among all; None where it touches nothing."""
        at = bisect_left(self.things, iri)
        return at if at < len(self.things) and self.things[at] == iri else None

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


def made(parts: Iterable[Iterable[str]]) -> Adjacency:
    """The adjacency of the things that sorted lines tell of, part by part: what a fact joins stands in one part."""
    types: dict[str, str] = {}
    heads: dict[str, str] = {}
    labels: dict[str, str] = {}
    edges: list[tuple[str, str, bool]] = []
    links: list[tuple[str, str, str]] = []
    cited: set[tuple[str, str, str]] = set()
    areas: set[tuple[str, str]] = set()
    overruled: set[str] = set()
    facts: list[tuple[str, Sequence[tuple[str, str, bool]]]] = []
    for subject, said in (one for lines in parts for one in _subjects(lines)):
        kinds = said.get(std.RDF_TYPE, ())
        types.update((subject, kind) for kind in kinds if kind in _THINGS)
        heads.update((subject, head) for head in said.get(terms.representedBy, ()))
        labels.update((subject, label) for label in said.get(std.SKOS_PREF_LABEL, ()))
        if terms.overruledBy in said:
            overruled.add(subject)
        if terms.Agency in kinds:
            areas.update((subject, place) for place in said.get(terms.jurisdiction, ()))
        cited.update((subject, how, other) for how in _CITES & said.keys() for other in said[how])
        if terms.Link in kinds and terms.score in said:
            links.append((said[std.RDF_SUBJECT][0], said[std.RDF_PREDICATE][0], said[std.RDF_OBJECT][0]))
        facts.append((subject, tuple(_of(subject, said))))
    for subject, found in facts:
        if subject not in overruled:
            edges += found
    edges += ((one, other, True) for one, how, other in links if how in _CITES and (one, how, other) in cited)
    edges += (
        (body, place, False)
        for body, place in areas
        if labels.get(body, "").endswith(labels.get(place, " ") + _GOVERNMENT)
    )
    return _packed(edges, types, heads)


def _subjects(lines: Iterable[str]) -> Iterator[tuple[str, Said]]:
    """What the lines say of each subject, as far as it joins things."""
    found = (match for match in map(_LINE.match, lines) if match and match[2] in _WANTED)
    for subject, matches in groupby(found, key=lambda match: match[1]):
        said: defaultdict[str, list[str]] = defaultdict(list)
        for match in matches:
            said[match[2]].append(match[3] if match[3] is not None else match[4] or "")
        yield subject, said


_WANTED = frozenset({
    std.RDF_TYPE, std.RDF_SUBJECT, std.RDF_PREDICATE, std.RDF_OBJECT, std.SKOS_PREF_LABEL, std.DCTERMS_IS_PART_OF,
    std.ELI_PASSED_BY, terms.representedBy, terms.overruledBy, terms.jurisdiction, terms.score, terms.agency,
    terms.ofTask, terms.inDocument, terms.partOfTask, terms.concerns, terms.place, terms.focus, terms.inDistrict,
    terms.indicator, terms.subjectTask, terms.objectTask, *_CITES,
})  # fmt: skip
"""What `_LINE` reads of a score is nothing: it is wanted as a sign that something is inferred."""


def _of(fact: str, said: Said) -> Iterator[tuple[str, str, bool]]:
    """The pairs of things that a fact joins, and whether it is inferred; as the branches of `path.rq`."""
    kinds = said.get(std.RDF_TYPE, ())
    if terms.Responsibility in kinds or terms.Suggestion in kinds:
        yield from _pairs(said[terms.agency], said[terms.ofTask], inferred=terms.Suggestion in kinds)
    if terms.Task in kinds:
        for how in (terms.inDocument, terms.partOfTask, terms.concerns):
            yield from _pairs([fact], said.get(how, ()))
    if terms.PlaceMention in kinds:
        places = said.get(terms.place, ())
        yield from _pairs(said.get(terms.inDocument, ()), places)
        for how in (terms.focus, terms.inDistrict):
            yield from _pairs(places, said.get(how, ()))
    if terms.indicator in said:
        yield from _pairs(said.get(terms.ofTask) or said.get(terms.inDocument, ()), said[terms.indicator])
    if terms.Document in kinds:
        yield from _pairs([fact], said.get(std.ELI_PASSED_BY, ()))
        yield from _pairs(said.get(std.DCTERMS_IS_PART_OF, ()), [fact])
    if terms.Alignment in kinds:
        yield from _pairs(said[terms.subjectTask], said[terms.objectTask], inferred=True)


def _pairs(ones: Sequence[str], others: Sequence[str], *, inferred: bool = False) -> Iterator[tuple[str, str, bool]]:
    return ((one, other, inferred) for one in ones for other in others)


def _packed(
    edges: Iterable[tuple[str, str, bool]], types: Said | Mapping[str, str], heads: Mapping[str, str]
) -> Adjacency:
    best: dict[tuple[str, str], int] = {}
    for one, other, inferred in edges:
        ends = heads.get(one, one), heads.get(other, other)
        if ends[0] in types and ends[1] in types:
            hub = any(types[end] in _HUBS for end in ends)
            cost = STEP + INFERRED * inferred + HUB * hub
            for pair in (ends, ends[::-1]):
                best[pair] = min(cost, best.get(pair, cost))
    things = sorted({one for one, _ in best})
    number = {one: at for at, one in enumerate(things)}
    order = sorted((number[one], number[other], cost) for (one, other), cost in best.items())
    counts = [0] * len(things)
    for at, *_ in order:
        counts[at] += 1
    starts = array("i", [0])
    for count in counts:
        starts.append(starts[-1] + count)
    return Adjacency(things, starts, array("i", (one[1] for one in order)), array("i", (one[2] for one in order)))
