"""The store of a graph, in memory or on disk: the one file that knows the engine.

On disk the graph is opened for reading only, so that any number of readers stand beside one build; a new graph takes
the place of the old one in one step. The default graph of a query is the union of the named graphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from guitu.extract.errors import StoreError
from guitu.graph.keep import asking, changes, engine, generations, shards
from guitu.graph.keep import folder as layout
from guitu.graph.keep.asking import Dataset, Engine, Found, GraphFormat, Reply, RowFormat, Rows
from guitu.graph.keep.asking import Row as Row  # noqa: PLC0414 - who asks a store takes it from here
from guitu.graph.keep.folder import Folder
from guitu.graph.keep.manifest import Manifest

if TYPE_CHECKING:
    from guitu.graph.keep.bounded import Asker

_FILES = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
}
# https://example.org/id/graph/registry, https://example.org/id/document/云府发〔2021〕9号
_OF_BASE = re.compile(r"(?P<base>[^\s]{1,500}?[/#])(?:graph/[a-z]+|document/[^/]+)")


class Store:
    """A graph one can ask. `Store.open(path)`, `Store.memory(lines)` and `Store.read(path)` make one."""

    in_pieces = True
    """Whether it is best asked for a bit of an answer after the other, or at once for the whole."""

    def __init__(
        self,
        found: Engine,
        folder: Folder | None = None,
        graph: Manifest | None = None,
        place: Path | None = None,
    ) -> None:
        self._engine = found
        self._folder = folder
        self._graph = graph
        self._place = place  # where another process finds the same
        self._bounded: Asker | None = None
        self.kept: dict[str, Any] = {}
        """What has been worked out from this graph, for as long as it does not change."""

    # ---- making one ----

    @classmethod
    def memory(cls, lines: Iterable[str] = ()) -> Store:
        """A store in memory with the given N-Quads lines.

        >>> store = Store.memory(['<http://x/a> <http://x/b> "云州市"@zh <http://x/g> .\\n'])
        >>> store.query("SELECT ?o { ?s ?p ?o }").rows
        (('云州市',),)
        """
        store = cls(ox.Store())
        store.load(lines)
        return store

    @classmethod
    def open(cls, path: Path, graph_name: str = "") -> Store:
        """The current graph of a store on disk; or, of a file .nq .trig .ttl .nt, what it holds.

        `graph_name`: the graph of this name (the hash of its manifest) and no other; StoreError where it has gone.
        """
        if path.is_file():
            return cls.read(path)
        folder = layout.find(path)
        generation = generations.current(folder)
        if generation is None:
            raise StoreError(str(path), "no build of this store has ended yet", "build it again")
        if graph_name and generation.manifest != graph_name:
            raise StoreError(str(path), "the graph that was asked has been replaced", "ask again")
        graph = generations.graph_of(folder, generation)
        return cls(engine.opened(folder, graph), folder, graph, path.absolute())

    @classmethod
    def read(cls, path: Path) -> Store:
        """A store in memory with what an RDF file holds."""
        if path.suffix not in _FILES:
            raise StoreError(str(path), "not a graph file", "give a store, or a file that ends in " + " ".join(_FILES))
        engine_of = ox.Store()
        try:
            engine_of.bulk_load(path=str(path), format=_FILES[path.suffix])
        except (OSError, SyntaxError) as error:
            raise StoreError(str(path), f"the graph cannot be read ({layout.reason(error)})") from error
        return cls(engine_of, place=path.absolute())

    def load(self, lines: Iterable[str]) -> None:
        """Add N-Quads lines; a store on disk is never added to, it is published whole."""
        if self._folder is not None or not isinstance(self._engine, ox.Store):
            where = str(self._folder.path) if self._folder else ""
            raise StoreError(where, "a store on disk is replaced by a build, not changed")
        self._place = self._bounded = None
        self.kept.clear()
        try:
            self._engine.bulk_load(input="".join(lines).encode("utf-8"), format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError("", f"not N-Quads ({layout.reason(error)})") from error

    # ---- asking ----

    def query(self, sparql: str, *, timeout: float | None = None, most: int | None = None) -> Rows:
        """The rows of a SELECT, one row (true or false) of an ASK, three columns of a CONSTRUCT or DESCRIBE.

        `most`: rows at most; the answer tells whether there are more. `timeout`: seconds; the query is asked in a
        process of its own, which is ended then, and QueryError raised. QueryError for a query that does not run.
        """
        if timeout is None:
            return asking.rows(self._engine, sparql, most)
        return self.asker().rows(sparql, timeout, most)

    def answer(
        self,
        sparql: str,
        rows: RowFormat = "json",
        triples: GraphFormat = "turtle",
        *,
        timeout: float | None = None,
        most: int | None = None,
    ) -> Reply:
        """The answer in a standard form: `rows` for SELECT and ASK, `triples` for CONSTRUCT and DESCRIBE.

        `timeout` and `most` as of `query`; `most` of triples, too.
        """
        if timeout is None:
            return asking.reply(self._engine, sparql, rows, triples, most)
        return self.asker().reply(sparql, rows, triples, timeout, most)

    def written(self, sparql: str) -> tuple[tuple[str, ...], list[Row]]:
        """The names and rows of a SELECT, each term as it is written in N-Triples."""
        return asking.written(self._engine, sparql)

    def run(self, sparql: str, dataset: Dataset | None = None) -> Found:
        """What the engine makes of a query, its rows not yet fetched."""
        return asking.run(self._engine, sparql, dataset)

    def in_memory(self, most: int) -> Store:
        """The same, its graph held in memory where it has at most so many quads: asked in half the time."""
        if self._folder is not None and self._graph is not None and self._graph.total <= most:
            held = ox.Store()
            for shard in self._graph.shards:
                held.bulk_load(input=shards.data(self._folder, shard), format=ox.RdfFormat.N_QUADS)
            self._engine = held
        return self

    def asker(self) -> Asker:
        """The processes in which this store is asked within bounds; for those who send an answer as it comes."""
        if self._bounded is None:
            from guitu.graph.keep.bounded import Asker, Place  # noqa: PLC0415 - most questions are asked here

            quads = b"" if self._place else self._engine.dump(format=ox.RdfFormat.N_QUADS) or b""
            self._bounded = Asker(Place(self._place, quads))
        return self._bounded

    # ---- the whole ----

    @property
    def name(self) -> str:
        """The SHA-256 of the manifest, which names the graph; empty for one that is not of shards."""
        return self._graph.name if self._graph else ""

    @property
    def aside(self) -> Path | None:
        """A folder for what is worked out of this graph; it goes with the engine. None where there is none."""
        if self._folder is None or self._graph is None:
            return None
        return self._folder.engine(self._graph.name) / engine.ASIDE

    def changes(self, graph: str) -> list[str] | None:
        """The N-Quads lines that came (+) and went (-) since an earlier graph; None where that is not known."""
        return changes.since(self.aside, graph) if self.aside else None

    def __len__(self) -> int:
        return len(self._engine)

    def quads(self, *, stated: bool = False) -> Iterator[str]:
        """All quads as N-Quads lines, sorted, each once. `stated`: without the shards of what persons decided."""
        if self._folder is not None and self._graph is not None:
            wanted = [one for one in self._graph.shards if not (stated and one.kind == "decisions")]
            yield from shards.merged(self._folder, wanted)
        else:
            written = self._engine.dump(format=ox.RdfFormat.N_QUADS) or b""
            yield from sorted({line + "\n" for line in written.decode("utf-8").split("\n") if line})

    def shards(self, but: Collection[str] = ()) -> Mapping[str, Callable[[], str]]:
        """The sorted N-Quads of each shard by its name, read when asked for; lines can stand in several of them.

        `but`: kinds of shards that are not wanted.
        """
        if self._folder is None or self._graph is None:
            return {"": lambda: "".join(self.quads())}
        wanted = (one for one in self._graph.shards if one.kind not in but)
        return {one.sha256: partial(shards.text, self._folder, one) for one in wanted}

    def lines(self, kind: str) -> Iterator[str]:
        """The sorted N-Quads of each shard of a kind, as they stand; of all where there are no shards."""
        if self._folder is not None and self._graph is not None:
            for shard in self._graph.of(kind):
                yield shards.text(self._folder, shard)
        else:
            yield "".join(self.quads())

    def pieces(self, kind: str, key: str) -> Iterator[str] | None:
        """The N-Quads lines of the shards of a kind and a key; None for a store that is not of shards."""
        if self._folder is None or self._graph is None:
            return None
        wanted = [shard for shard in self._graph.of(kind) if shard.key == key]
        folder = self._folder
        return (line for shard in wanted for line in shards.read(folder, shard))

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._engine.named_graphs() if isinstance(graph, ox.NamedNode)))

    def triples(self, graph: str) -> list[str]:
        """The triples of a named graph in N-Triples, sorted, without their ends."""
        found = self._engine.quads_for_pattern(None, None, None, ox.NamedNode(graph))
        return sorted(str(quad.triple) for quad in found)

    @property
    def base(self) -> str:
        """The IRI under which the things of the graph stand: https://w3id.org/guitu/id/; empty where none tells it."""
        if self._graph is not None:
            return self._graph.base
        if "base" not in self.kept:
            found = (_OF_BASE.fullmatch(name) for name in self.graphs())
            self.kept["base"] = min((name["base"] for name in found if name), default="")
        base: str = self.kept["base"]
        return base

    def text(self, sha256: str) -> str | None:
        """A reading text by its hash, where the store keeps texts and has this one; as stored, not checked."""
        if self._folder is None or not re.fullmatch(r"[0-9a-f]{64}", sha256):
            return None
        try:
            return (self._folder.texts / f"{sha256}.txt").read_bytes().decode("utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None
