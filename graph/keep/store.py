"""The store of a graph, in memory or on disk: the one file that knows the engine.

On disk the graph is opened for reading only, so that any number of readers stand beside one build; a new graph takes
the place of the old one by `publish`, in one step. The default graph of a query is the union of the named graphs.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox

from guitu.extract.errors import QueryError, StoreError
from guitu.graph.keep import folder as layout
from guitu.graph.keep.folder import Folder

Row = tuple[str | None, ...]
RowFormat = Literal["csv", "tsv", "json", "xml"]
GraphFormat = Literal["turtle", "nt", "rdfxml"]

_ROWS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_TRIPLES = {"turtle": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "rdfxml": ox.RdfFormat.RDF_XML}
_FILES = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
}

# What is quoted or commented in a query is no keyword: "… SERVICE …", <http://x/SERVICE>, # SERVICE
_QUOTED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""' r"|'''(?:[^'\\]|\\.|'(?!''))*'''" r'|"(?:[^"\\\n]|\\.)*"' r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n]*",
    re.DOTALL,
)  # fmt: skip
_UPDATE = re.compile(
    r"^(?:\s+|PREFIX\s+\S+|BASE\b)*+(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE
)
_SERVICE = re.compile(r"(?<![?$:\w-])SERVICE\b(?![:\w-])", re.IGNORECASE)
_PLACE = re.compile(r"^error at (\d+):(\d+): ")  # how the parser of queries says where


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer of the engine: the names of the columns, and rows of plain strings (None where nothing is bound)."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in a standard form; `is_rows`: of a SELECT or ASK, else triples."""

    data: bytes
    is_rows: bool


class Store:
    """A graph one can ask. `Store.open(path)`, `Store.memory(lines)` and `Store.read(path)` make one."""

    def __init__(self, engine: ox.Store, folder: Folder | None = None, lines: Path | None = None) -> None:
        self._engine = engine
        self._folder = folder
        self._lines = lines
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
    def open(cls, path: Path) -> Store:
        """The current graph of a store on disk; or, of a file .nq .trig .ttl .nt, what it holds."""
        if path.is_file():
            return cls.read(path)
        folder = layout.find(path)
        graph = folder.current()
        if graph is None:
            raise StoreError(str(path), "no build of this store has ended yet", "build it again")
        try:
            engine = ox.Store.read_only(str(graph / layout.ENGINE))
        except OSError as error:
            raise StoreError(str(path), f"the store is damaged ({layout.reason(error)})", "build it again") from error
        return cls(engine, folder, graph / layout.QUADS)

    @classmethod
    def read(cls, path: Path) -> Store:
        """A store in memory with what an RDF file holds."""
        if path.suffix not in _FILES:
            raise StoreError(str(path), "not a graph file", "give a store, or a file that ends in " + " ".join(_FILES))
        store = cls(ox.Store())
        try:
            store._engine.bulk_load(path=str(path), format=_FILES[path.suffix])
        except (OSError, SyntaxError) as error:
            raise StoreError(str(path), f"the graph cannot be read ({layout.reason(error)})") from error
        return store

    def load(self, lines: Iterable[str]) -> None:
        """Add N-Quads lines; a store on disk is never added to, it is published whole."""
        if self._folder is not None:
            raise StoreError(str(self._folder.path), "a store on disk is replaced by a build, not changed")
        self.kept.clear()
        try:
            self._engine.bulk_load(input="".join(lines).encode("utf-8"), format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError("", f"not N-Quads ({layout.reason(error)})") from error

    # ---- asking ----

    def query(self, sparql: str) -> Rows:
        """The rows of a SELECT, one row (true or false) of an ASK, three columns of a CONSTRUCT or DESCRIBE."""
        found = self._run(sparql)
        try:
            if isinstance(found, ox.QueryBoolean):
                return Rows(("answer",), (("true" if found else "false",),))
            if isinstance(found, ox.QueryTriples):
                triples = ((_plain(t.subject), _plain(t.predicate), _plain(t.object)) for t in found)
                return Rows(("subject", "predicate", "object"), tuple(triples))
            names = tuple(variable.value for variable in found.variables)
            return Rows(names, tuple(tuple(_plain(term) for term in solution) for solution in found))
        except OSError as error:
            raise QueryError("", f"the query did not end ({layout.reason(error)})") from error

    def answer(self, sparql: str, rows: RowFormat = "json", triples: GraphFormat = "turtle") -> Reply:
        """The answer in a standard form: `rows` for SELECT and ASK, `triples` for CONSTRUCT and DESCRIBE."""
        found = self._run(sparql)
        if isinstance(found, ox.QueryTriples):
            return Reply(found.serialize(format=_TRIPLES[triples]) or b"", is_rows=False)
        if isinstance(found, ox.QueryBoolean) and rows in ("csv", "tsv"):  # the two have no form for a yes or no
            return Reply(b"answer\r\n" + (b"true\r\n" if found else b"false\r\n"), is_rows=True)
        return Reply(found.serialize(format=_ROWS[rows]) or b"", is_rows=True)

    def _run(self, sparql: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        bare = _QUOTED.sub(" ", sparql)
        if _UPDATE.match(bare):
            raise QueryError(
                "",
                "updates are refused: a store is changed by building it",
                "ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
            )
        if _SERVICE.search(bare):
            raise QueryError("", "SERVICE is refused: a query asks this store and nothing else")
        try:
            return self._engine.query(sparql, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError("", _located(str(error))) from error
        except (OSError, ValueError) as error:
            raise QueryError("", layout.reason(error)) from error

    # ---- the whole ----

    def __len__(self) -> int:
        return len(self._engine)

    def quads(self) -> Iterator[str]:
        """All quads as N-Quads lines, sorted, each once."""
        if self._lines is not None:
            with self._lines.open(encoding="utf-8", newline="\n") as file:
                yield from file
        else:
            written = self._engine.dump(format=ox.RdfFormat.N_QUADS) or b""
            yield from sorted({line + "\n" for line in written.decode("utf-8").split("\n") if line})

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._engine.named_graphs() if isinstance(graph, ox.NamedNode)))

    def text(self, sha256: str) -> str | None:
        """A reading text by its hash, where the store keeps texts and has this one; as stored, not checked."""
        if self._folder is None or not re.fullmatch(r"[0-9a-f]{64}", sha256):
            return None
        try:
            return (self._folder.texts / f"{sha256}.txt").read_bytes().decode("utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            return None


def publish(folder: Folder, lines: Sequence[str]) -> None:
    """Make a graph of sorted N-Quads lines the current one of a store. Needs the lock."""
    data = "".join(lines).encode("utf-8")
    graph = folder.path / (layout.GRAPH + hashlib.sha256(data).hexdigest()[:16])
    if folder.current() == graph:
        return
    part = graph.with_name(graph.name + layout.PART)
    try:
        part.mkdir()
        (part / layout.QUADS).write_bytes(data)
        engine = ox.Store(str(part / layout.ENGINE))
        engine.bulk_load(input=data, format=ox.RdfFormat.N_QUADS)
        engine.flush()
        del engine  # closes it
        part.replace(graph)
        layout.write(folder.path / layout.CURRENT, graph.name.encode("ascii"))
    except (OSError, SyntaxError) as error:
        raise StoreError(str(folder.path), f"the graph cannot be written ({layout.reason(error)})") from error


def _plain(term: object) -> str | None:
    if term is None:
        return None
    value = getattr(term, "value", None)  # quoted triples have none
    return value if isinstance(value, str) else str(term)


def _located(said: str) -> str:
    said = " ".join(said.split())
    place = _PLACE.match(said)
    return f"line {place[1]}, column {place[2]}: {said[place.end() :]}" if place else said
