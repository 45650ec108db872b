"""A graph as a manifest of shards: what it is made of, piece by piece. Its SHA-256 is the name of the graph.

One line per shard: kind, SHA-256, number of lines, recipe, key. The recipe is a hash of everything that the shard was
made from, so that a shard whose recipe has not changed is not made again. Nothing in it depends on the machine, the
order in which documents came, or the time.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from guitu.extract.errors import StoreError

HEAD = "guitu manifest 1"
_LINE = re.compile(
    r"(?P<kind>[a-z]+) (?P<sha256>[0-9a-f]{64}) (?P<count>\d{1,12}) (?P<recipe>[0-9a-f]{64}) (?P<key>[^\n]*)"
)


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of the graph. `kind`: document, files, links…; `key`: of a document its key, else a name or nothing."""

    kind: str
    key: str
    sha256: str
    count: int
    recipe: str


@dataclass(frozen=True)
class Manifest:
    """The shards of a graph, sorted by kind and key; `total`: quads of the whole, each once; `base`: of its IRIs."""

    base: str
    total: int
    shards: tuple[Shard, ...]

    @cached_property
    def data(self) -> bytes:
        """The manifest as it is kept."""
        lines = [HEAD, f"base {self.base}", f"total {self.total}"]
        lines += [f"{one.kind} {one.sha256} {one.count} {one.recipe} {one.key}" for one in self.shards]
        return ("\n".join(lines) + "\n").encode("utf-8")

    @cached_property
    def name(self) -> str:
        """The SHA-256 of the manifest, which names the graph."""
        return hashlib.sha256(self.data).hexdigest()

    def of(self, kind: str) -> tuple[Shard, ...]:
        """The shards of a kind."""
        return tuple(one for one in self.shards if one.kind == kind)


def manifest(base: str, total: int, shards: Iterable[Shard]) -> Manifest:
    """A manifest of shards in any order."""
    return Manifest(base, total, tuple(sorted(shards, key=lambda one: (one.kind, one.key))))


def decode(data: bytes, where: str) -> Manifest:
    """The inverse of `Manifest.data`; StoreError where the bytes are none."""
    try:
        head, base, total, *lines = data.decode("utf-8").removesuffix("\n").split("\n")
        found = [_LINE.fullmatch(line) for line in lines]
        if head != HEAD or not base.startswith("base ") or not total.startswith("total ") or None in found:
            raise ValueError
        shards = tuple(
            Shard(sys.intern(one["kind"]), one["key"], one["sha256"], int(one["count"]), one["recipe"])
            for one in found
            if one
        )
        return Manifest(base.removeprefix("base "), int(total.removeprefix("total ")), shards)
    except ValueError:
        raise StoreError(where, "the store is damaged: its manifest cannot be read", "guitu verify --repair") from None


def recipe(*parts: str) -> str:
    """A hash of what something is made from; the parts are told apart."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(data))
        found.update(data)
    return found.hexdigest()
