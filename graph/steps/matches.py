"""The matches of each document in a file of its own, and one small file that says of what they and its shards are made.

A document's file has the matches in which it is the subject and those in which it is the object, so that a step opens
those of the documents that it touches and no others. The file is named by its hash.
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guitu.extract.errors import StoreError
from guitu.graph.align.compare import FOUND, MOST, OF_PLACE, SAID, Match, Rows
from guitu.graph.align.scope import Standing
from guitu.graph.keep import hashed
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.forget import JOINED, MATCHES

_TOGETHER = 16  # documents whose matches are sorted at once
_HELD = 16 * 1024**2  # bytes of matches that are held before they are put aside
# `end`: the other document; `leads`: whether this one is the subject
_ROW = np.dtype([("end", "<u4"), ("leads", "?"), ("task", "<u4"), ("other", "<u4"), *SAID.items()])


class Joined(NamedTuple):
    """Of one document: of what its matches were found, where they are, and the recipes of its two shards."""

    told: str
    matches: str
    alignments: str
    suggestions: str


def joined(folder: Folder) -> dict[str, Joined]:
    """What was found before, by document; nothing where it cannot be read, or files of it have gone."""
    data = hashed.beside(folder.records / JOINED)
    kept = {} if data is None else json.loads(data.decode("utf-8", "surrogatepass"))
    found = {key: Joined(*one) for key, one in kept.items()}
    there = {file.name for file in os.scandir(folder.records)}
    return found if {one.matches + MATCHES for one in found.values()} <= there else {}


def keep_joined(folder: Folder, found: Mapping[str, Joined]) -> None:
    """Keep what was found of each document."""
    data = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    hashed.keep_beside(folder.records / JOINED, data.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, eq=False)
class Matches:
    """The matches of a document as rows, by the documents at their other ends, which are sorted; `annexes`: those of
    them that are its annexes.

    Most rows are weak: the document is the object, no owner comes to it, and all that counts is which of its tasks have
    such a match, and whether with an owner. So few are ever made a `Match` again.
    """

    key: str
    ends: tuple[str, ...]
    rows: Rows
    annexes: frozenset[str] = frozenset()

    @classmethod
    def of(cls, key: str, matches: Iterable[Match]) -> Matches:
        """Those given."""
        told = sorted((match.object if match.subject == key else match.subject, match) for match in matches)
        ends = tuple(dict.fromkeys(end for end, _ in told))
        at = {end: i for i, end in enumerate(ends)}
        rows = [(at[end], match.subject == key, match.task, *match[3:]) for end, match in told]
        return cls(key, ends, np.array(rows, dtype=_ROW))

    def all(self) -> list[Match]:
        """Every match, sorted."""
        return self._matches(self.rows)

    def telling(self, standings: Mapping[str, Standing]) -> list[Match]:
        """Those that `align.lines.sides` needs, sorted: as subject those that `align.compare.capped` tells, as object
        those that `align.compare.owning` has, of weak ones that count alike the first, and all with its annexes."""
        rows, weak, leads = self.rows, self._weak(), self.rows["leads"]
        _, first = np.unique(_counting(rows[weak]), return_index=True)
        others = rows[~leads & (self._annexed() | self._owning())]
        return self._matches(np.concatenate((self._told(rows[leads], standings), others, rows[weak][first])))

    def _owning(self) -> NDArray[np.bool_]:
        """Which rows `align.compare.owning` has."""
        over = np.flatnonzero(~self.rows["leads"] & (self.rows["owned"] & 4 > 0))
        rows, found = self.rows[over], np.zeros(len(self.rows), dtype=bool)
        apart = ~(rows["same"] | rows["best"])
        order = np.lexsort((rows["task"], rows["end"], ~rows["same"], -rows["score"], apart, rows["other"]))
        found[over[order][_before(rows["other"][order].astype(np.int64)) < MOST]] = True
        return found

    def _told(self, rows: Rows, standings: Mapping[str, Standing]) -> Rows:
        """`align.compare.capped` of rows in which the document is the subject."""
        places = dict[str, int]()
        place = np.array([places.setdefault(standings[end].place, len(places)) for end in self.ends], dtype=np.int64)
        order = np.lexsort((rows["other"], rows["end"], ~rows["same"], -rows["score"], rows["task"]))
        rows = rows[order]
        task = rows["task"].astype(np.int64)
        told = _before(task * len(self.ends) + place[rows["end"]]) < OF_PLACE
        told[told] = _before(task[told]) < MOST
        found: Rows = rows[told]
        return found

    def changed(self, gone: Collection[str], new: Matches) -> Matches:
        """Without those with documents that went, and with those that are new."""
        stay = [end not in gone for end in self.ends]
        old = self.rows if all(stay) else self.rows[np.array(stay, dtype=bool)[self.rows["end"]]]
        ends = tuple(sorted({*(end for end, stays in zip(self.ends, stay, strict=True) if stays), *new.ends}))
        rows = np.concatenate([_moved(old, self.ends, ends), _moved(new.rows, new.ends, ends)])
        return Matches(self.key, ends, rows[np.argsort(rows["end"], kind="stable")], self.annexes - {*gone})

    def tells_of(self, documents: Collection[str]) -> bool:
        """Whether any but weak ones are with one of these."""
        among = np.array([end in documents for end in self.ends], dtype=bool)
        return bool((among[self.rows["end"]] & ~self._weak()).any())

    def counts_as(self, other: Matches) -> bool:
        """Whether weak ones count alike in both."""
        mine, theirs = ({*_counting(of.rows[of._weak()]).tolist()} for of in (self, other))
        return mine == theirs

    def _weak(self) -> NDArray[np.bool_]:
        weak: NDArray[np.bool_] = ~self.rows["leads"] & (self.rows["owned"] & 4 == 0) & ~self._annexed()
        return weak

    def _annexed(self) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = np.array([end in self.annexes for end in self.ends], dtype=bool)[self.rows["end"]]
        return found

    def _matches(self, rows: Rows) -> list[Match]:
        ends = [self.ends[i] for i in rows["end"].tolist()]
        said = zip(*(rows[name].tolist() for name in ("task", "other", *SAID)), strict=True)
        return sorted(
            Match(self.key, task, end, *rest) if leads else Match(end, task, self.key, *rest)
            for end, leads, (task, *rest) in zip(ends, rows["leads"].tolist(), said, strict=True)
        )


def _counting(rows: Rows) -> NDArray[np.int64]:
    """Of each row in which a document is the object its task, and whether the subject has an owner: one number."""
    found: NDArray[np.int64] = rows["other"].astype(np.int64) * 2 + (rows["owned"] & 1)
    return found


def _before(group: NDArray[np.int64]) -> NDArray[np.int64]:
    """Of each row how many of its group stand before it."""
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order], prepend=-1))
    found = np.empty(len(group), dtype=np.int64)
    found[order] = np.arange(len(group)) - np.repeat(starts, np.diff(starts, append=len(group)))
    return found


def _moved(rows: Rows, ends: Sequence[str], among: Sequence[str]) -> Rows:
    """The same rows where their ends are told by their places among others."""
    if ends == among:
        return rows
    at, found = {end: i for i, end in enumerate(among)}, rows.copy()
    found["end"] = np.array([at.get(end, 0) for end in ends], dtype=np.uint32)[rows["end"]]
    return found


def keep(folder: Folder, matches: Matches) -> str:
    """Keep the matches of a document; the name of their file."""
    head = json.dumps([matches.ends, sorted(matches.annexes)]).encode("ascii")
    return hashed.put(folder.records, head + b"\n" + matches.rows.tobytes(), MATCHES)


def load(folder: Folder, key: str, name: str) -> Matches | None:
    """The matches of a document; None where their file is damaged."""
    try:
        head, _, rows = hashed.get(folder.records, name, MATCHES).partition(b"\n")
    except StoreError:
        return None
    ends, annexes = json.loads(head)
    return Matches(key, tuple(ends), np.frombuffer(rows, dtype=_ROW), frozenset(annexes))


def by_document(found: Iterable[Rows], keys: Sequence[str]) -> Iterator[Matches]:
    """The matches of each document, from rows that tell documents by their places in `keys`; in memory are those of a
    few documents at a time."""
    held, size = defaultdict[int, bytearray](bytearray), 0
    with TemporaryDirectory() as aside:
        for rows in found:
            mine, theirs = rows["subject"] // _TOGETHER, rows["object"] // _TOGETHER
            apart = mine != theirs
            for group, some in chain(_parted(rows, mine), _parted(rows[apart], theirs[apart])):
                held[group] += some.tobytes()
                size += some.nbytes
            if size > _HELD:
                _put_aside(held, Path(aside))
                size = 0
        _put_aside(held, Path(aside))
        for start in range(0, len(keys), _TOGETHER):
            yield from _of_group(keys, range(start, min(start + _TOGETHER, len(keys))), Path(aside))


def _parted(rows: Rows, group: NDArray[np.uint32]) -> Iterator[tuple[int, Rows]]:
    """The rows of each group."""
    order = np.argsort(group, kind="stable")
    starts = np.flatnonzero(np.diff(group[order].astype(np.int64), prepend=-1))
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(order)], strict=False):
        yield int(group[order[start]]), rows[order[start:end]]


def _put_aside(held: dict[int, bytearray], aside: Path) -> None:
    for group, data in held.items():
        with (aside / str(group)).open("ab") as file:
            file.write(data)
    held.clear()


def _of_group(keys: Sequence[str], group: range, aside: Path) -> Iterator[Matches]:
    path = aside / str(group.start // _TOGETHER)
    found = np.frombuffer(path.read_bytes() if path.exists() else b"", dtype=FOUND)
    for i in group:
        of = found[(found["subject"] == i) | (found["object"] == i)]
        rows = np.empty(len(of), dtype=_ROW)
        rows["leads"] = of["subject"] == i
        for name in ("task", "other", *SAID):
            rows[name] = of[name]
        met, place = np.unique(np.where(rows["leads"], of["object"], of["subject"]), return_inverse=True)
        named = [keys[j] for j in met.tolist()]
        ends = tuple(sorted(named))
        rows["end"] = place
        rows = _moved(rows, named, ends)
        yield Matches(keys[i], ends, rows[np.lexsort((rows["other"], rows["task"], rows["end"]))])
