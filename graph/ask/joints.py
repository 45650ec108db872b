"""What the lines of each shard join, shard by shard: of it the adjacency of things is made.

What a fact joins stands in one shard, so that after a step only new shards are read; what went is left out. It is kept
beside the engine as numbers: things by their places in one list, facts by a hash.
"""

from __future__ import annotations

import hashlib
import json
import re
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import Any, Final

import numpy as np

from guitu.graph.ask.adjacency import HUB, INFERRED, STEP, Adjacency
from guitu.ontology import standards as std
from guitu.ontology import terms

_HUBS = frozenset({terms.Document, terms.CitedDocument, terms.AgencyGroup})
_THINGS = frozenset({
    terms.Agency, terms.AgencyGroup, terms.Task, terms.Document, terms.CitedDocument, terms.Place, terms.Indicator,
    std.SKOS_CONCEPT,
})  # fmt: skip
_CITES = frozenset({std.ELI_BASED_ON, std.ELI_IMPLEMENTS, std.ELI_CITES, std.ELI_HAS_ANNEX})
_WANTED = frozenset({
    std.RDF_TYPE, std.RDF_SUBJECT, std.RDF_PREDICATE, std.RDF_OBJECT, std.SKOS_PREF_LABEL, std.DCTERMS_IS_PART_OF,
    std.ELI_PASSED_BY, terms.representedBy, terms.overruledBy, terms.jurisdiction, terms.score, terms.agency,
    terms.ofTask, terms.inDocument, terms.partOfTask, terms.concerns, terms.place, terms.focus, terms.inDistrict,
    terms.indicator, terms.subjectTask, terms.objectTask, *_CITES,
})  # fmt: skip
"""What `_LINE` reads of a score is nothing: it is wanted as a sign that something is inferred."""
_LINE = re.compile(
    rf"^<([^>]*)> <({'|'.join(map(re.escape, sorted(_WANTED)))})> (?:<([^>]*)>|\"([^\"]*)\"@zh |\")", re.MULTILINE
)
_GOVERNMENT = "人民政府"
_EDGES: Final = np.dtype([("shard", "<i4"), ("one", "<i4"), ("other", "<i4"), ("fact", "<u8"), ("inferred", "u1")])
_KINDS: Final = np.dtype([("shard", "<i4"), ("thing", "<i4"), ("kind", "u1")])
_THING, _HUB = 1, 2  # kinds
_HEAD, _LABEL, _CITED, _LINK, _AREA, _OVERRULED = "head", "label", "cited", "link", "area", "overruled"
Said = Mapping[str, Sequence[str]]
Sayings = list[list[str]]
"""What is said of few things: what, then of which things."""


@dataclass
class Joints:
    """Of each shard, by its place among `shards`: its edges, the kinds of its things, and other sayings."""

    shards: list[str] = field(default_factory=list)
    things: list[str] = field(default_factory=list)
    edges: Any = field(default_factory=lambda: np.empty(0, _EDGES))
    kinds: Any = field(default_factory=lambda: np.empty(0, _KINDS))
    sayings: list[Sayings] = field(default_factory=list)

    def data(self) -> bytes:
        """It all in one file."""
        told = json.dumps([self.shards, self.sayings], ensure_ascii=False)
        parts = ["\n".join(self.things).encode("utf-8"), told.encode("utf-8")]
        parts += [self.edges.tobytes(), self.kinds.tobytes()]
        return b"".join([" ".join(map(str, map(len, parts))).encode("ascii"), b"\n", *parts])

    @classmethod
    def read(cls, data: bytes) -> Joints:
        """What `data` wrote."""
        sizes, _, rest = data.partition(b"\n")
        ends = [0, *accumulate(map(int, sizes.split()))]
        things, told, edges, kinds = (memoryview(rest)[start:end] for start, end in pairwise(ends))
        shards, sayings = json.loads(bytes(told))
        names = str(things, "utf-8").split("\n") if things else []
        return cls(shards, names, np.frombuffer(edges, _EDGES), np.frombuffer(kinds, _KINDS), sayings)

    def of(self, shards: Mapping[str, Callable[[], str]]) -> Joints:
        """Those of other shards, given by their names with their lines: of what is known nothing is read."""
        known = set(self.shards)
        stays = [at for at, name in enumerate(self.shards) if name in shards]
        made = Joints([self.shards[at] for at in stays], list(self.things), sayings=[self.sayings[at] for at in stays])
        place = np.full(len(self.shards) + 1, -1, "<i4")
        place[stays] = np.arange(len(stays))
        edges, kinds = ([_placed(of, place)] for of in (self.edges, self.kinds))
        numbers = {one: at for at, one in enumerate(self.things)}
        for name, lines in shards.items():
            if name not in known:
                read = _Read(len(made.shards), numbers)
                read.take(lines())
                made.shards.append(name)
                made.sayings.append(read.sayings)
                edges.append(np.array(read.edges, _EDGES))
                kinds.append(np.array(read.kinds, _KINDS))
        made.things = list(numbers)
        made.edges, made.kinds = np.concatenate(edges), np.concatenate(kinds)
        return made

    def adjacency(self) -> Adjacency:
        """Which things touch which, at what cost."""
        size = len(self.things)
        kinds = np.zeros(size, "u1")
        np.maximum.at(kinds, self.kinds["thing"], self.kinds["kind"])
        numbers = {one: at for at, one in enumerate(self.things)}
        said: defaultdict[str, list[list[str]]] = defaultdict(list)
        for what, *of in (one for sayings in self.sayings for one in sayings):
            said[what].append(of)
        heads = np.arange(size)
        for one, head in said[_HEAD]:
            heads[numbers[one]] = numbers[head]
        gone = np.array([_hash(one) for (one,) in said[_OVERRULED]], "<u8")
        edges = self.edges[~np.isin(self.edges["fact"], gone)] if len(gone) else self.edges
        more = [(numbers[one], numbers[other], inferred) for one, other, inferred in _further(said)]
        extra = np.array(more, "<i8").reshape(-1, 3)
        ones = heads[np.concatenate([edges["one"], extra[:, 0]])]
        others = heads[np.concatenate([edges["other"], extra[:, 1]])]
        inferred = np.concatenate([edges["inferred"], extra[:, 2]]).astype("<i8")
        costs = STEP + INFERRED * inferred + HUB * ((kinds[ones] == _HUB) | (kinds[others] == _HUB))
        known = (kinds[ones] > 0) & (kinds[others] > 0)
        return _packed(self.things, ones[known], others[known], costs[known])


def _placed(of: Any, place: Any) -> Any:
    """Rows of shards that stay, with their new places."""
    rows = of[place[of["shard"]] >= 0].copy()
    rows["shard"] = place[rows["shard"]]
    return rows


def _hash(fact: str) -> int:
    return int.from_bytes(hashlib.blake2b(fact.encode("utf-8"), digest_size=8).digest(), "little")


def _further(said: Mapping[str, list[list[str]]]) -> Iterator[tuple[str, str, bool]]:
    """What is joined by what several shards say: documents that cite others, governments and their places."""
    cited, labels = set(map(tuple, said[_CITED])), {of[0]: of[1] for of in said[_LABEL]}
    for one, how, other in said[_LINK]:
        if how in _CITES and (one, how, other) in cited:
            yield one, other, True
    for body, place in set(map(tuple, said[_AREA])):
        if labels.get(body, "").endswith(labels.get(place, " ") + _GOVERNMENT):
            yield body, place, False


def _packed(things: Sequence[str], ones: Any, others: Any, costs: Any) -> Adjacency:
    both, of, cost = np.concatenate([ones, others]), np.concatenate([others, ones]), np.concatenate([costs, costs])
    order = np.lexsort((cost, of, both))
    both, of, cost = both[order], of[order], cost[order]
    first = np.ones(len(both), bool)
    first[1:] = (both[1:] != both[:-1]) | (of[1:] != of[:-1])
    both, of, cost = both[first], of[first], cost[first]
    used, places = np.unique(both, return_inverse=True)
    starts = np.concatenate([[0], np.cumsum(np.bincount(places, minlength=len(used)))])
    near = np.searchsorted(used, of)
    names = [things[at] for at in used.tolist()]
    return Adjacency(names, *(array("i", one.astype("<i4").tobytes()) for one in (starts, near, cost)))


class _Read:
    """What the lines of one shard join. `numbers`: of all things so far; new ones are put in."""

    def __init__(self, shard: int, numbers: dict[str, int]) -> None:
        self._shard, self._numbers = shard, numbers
        self.edges: list[tuple[int, int, int, int, bool]] = []
        self.kinds: list[tuple[int, int, int]] = []
        self.sayings: Sayings = []

    def take(self, lines: str) -> None:
        """Read sorted N-Quads."""
        for subject, matches in groupby(_LINE.findall(lines), key=itemgetter(0)):
            said: defaultdict[str, list[str]] = defaultdict(list)
            for _, how, other, label in matches:
                said[how].append(other or label)
            self._subject(subject, said)

    def _number(self, one: str) -> int:
        return self._numbers.setdefault(one, len(self._numbers))

    def _subject(self, subject: str, said: Said) -> None:
        kinds = said.get(std.RDF_TYPE, ())
        for kind in _THINGS.intersection(kinds):
            self.kinds.append((self._shard, self._number(subject), _HUB if kind in _HUBS else _THING))
        self._say(_HEAD, subject, said.get(terms.representedBy, ()))
        if terms.overruledBy in said:
            self.sayings.append([_OVERRULED, subject])
        labels = [one for one in said.get(std.SKOS_PREF_LABEL, ()) if one]
        if terms.Agency in kinds:  # of agencies only governments and their places count
            governs = [one for one in labels if one.endswith(_GOVERNMENT)]
            if governs or not labels:
                self._say(_AREA, subject, said.get(terms.jurisdiction, ()))
            self.sayings += ([_LABEL, subject, label] for label in governs)
        if terms.Place in kinds:
            self.sayings += ([_LABEL, subject, label] for label in labels)
        for how in sorted(_CITES & said.keys()):
            self.sayings += ([_CITED, subject, how, other] for other in said[how])
        if terms.Link in kinds and terms.score in said:
            ends = said[std.RDF_SUBJECT][0], said[std.RDF_PREDICATE][0], said[std.RDF_OBJECT][0]
            self.sayings.append([_LINK, *ends])
            self._number(ends[0]), self._number(ends[2])
        if found := tuple(_of(subject, said)):
            fact = _hash(subject)
            self.edges += (
                (self._shard, self._number(one), self._number(other), fact, inferred) for one, other, inferred in found
            )

    def _say(self, what: str, subject: str, others: Iterable[str]) -> None:
        for other in others:
            self.sayings.append([what, subject, other])
            self._number(subject), self._number(other)


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
