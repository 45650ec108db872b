"""How many shards have each line that several can have: of such a line only the last one to go takes it out of the
graph. Made of the shards, and kept beside the engine, so that a change need not read them all.
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guitu.extract.errors import StoreError
from guitu.graph.keep import folder as layout

WIDTH = 16  # bytes of the hash of a line
ALONE = ("alignments", "suggestions", "links", "gaps")  # whose lines name what one shard alone is about: most of all
WHOLE = ("alignments", "suggestions")  # kinds of shards that have lines of such graphs only
_NO_END = "\n\n"  # no line has it


@dataclass(slots=True)
class Shared:
    """Counts by line. `graphs`: how the name of a graph begins that is no document's own; `alone`: those of graphs of
    which no two shards have a line in common."""

    graphs: str
    alone: tuple[str, ...]
    counts: Counter[bytes] = field(default_factory=Counter)

    @classmethod
    def under(cls, base: str) -> Shared:
        """No lines yet, of a graph with this base."""
        graphs = f" <{base}graph/"
        return cls(graphs, tuple(f"{graphs}{name}>" for name in ALONE))

    def add(self, lines: Iterable[str]) -> list[str]:
        """Count the lines of one more shard; those that the graph did not have before."""
        new = []
        for line, shared in self._told(lines):
            if shared:
                name = _name(line)
                self.counts[name] += 1
                if self.counts[name] > 1:
                    continue
            new.append(line)
        return new

    def remove(self, lines: Iterable[str]) -> list[str]:
        """Count the lines of a shard no more; those that the graph has no longer."""
        gone = []
        for line, shared in self._told(lines):
            if shared:
                name = _name(line)
                self.counts[name] -= 1
                if self.counts[name] > 0:
                    continue
                del self.counts[name]
            gone.append(line)
        return gone

    def _told(self, lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
        """Each line, and whether other shards can have it as well. Most are in the graph of the one before."""
        graph, shared = _NO_END, False
        for line in lines:
            if not line.endswith(graph):
                graph = line[line.rindex(" <", 0, -3) :]
                shared = graph.startswith(self.graphs) and not graph.startswith(self.alone)
            yield line, shared

    def write(self, path: Path) -> None:
        """Keep the counts, with their hash before them."""
        names = sorted(self.counts)
        body = b"".join(names) + array("I", (self.counts[name] for name in names)).tobytes()
        layout.write(path, hashlib.sha256(body).digest() + body, sync=False)

    def read(self, path: Path) -> None:
        """Take over the counts that are kept; StoreError where they are missing or damaged."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StoreError(str(path), f"the store cannot be read ({layout.reason(error)})") from error
        body, numbers = data[32:], array("I")
        rows, odd = divmod(len(body), WIDTH + numbers.itemsize)
        if odd or hashlib.sha256(body).digest() != data[:32]:
            raise StoreError(str(path), "the store is damaged: its counts of lines cannot be read")
        numbers.frombytes(body[rows * WIDTH :])
        names = (body[i : i + WIDTH] for i in range(0, rows * WIDTH, WIDTH))
        self.counts = Counter(dict(zip(names, numbers, strict=True)))


def _name(line: str) -> bytes:
    return hashlib.sha256(line.encode("utf-8")).digest()[:WIDTH]
