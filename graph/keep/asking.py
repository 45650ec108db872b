"""What a query asks the engine, and its answer: as rows, or in a standard form; as far as a bound on rows lets it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, Protocol, TypeVar

import pyoxigraph as ox

from guitu.extract.errors import QueryError
from guitu.graph.keep import folder as layout
from guitu.graph.keep import guard, results
from guitu.ontology.standards import VOCABULARIES

Row = tuple[str | None, ...]
RowFormat = Literal["csv", "tsv", "json", "xml"]
GraphFormat = Literal["turtle", "nt", "rdfxml", "jsonld"]
Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Engine(Protocol):
    """What answers queries: a store of pyoxigraph, or an endpoint."""

    def query(
        self,
        query: str,
        *,
        use_default_graph_as_union: bool = ...,
        default_graph: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] | None = ...,
        named_graphs: list[ox.NamedNode | ox.BlankNode] | None = ...,
    ) -> Any:
        """Its answer; SyntaxError for what is no query."""

    def named_graphs(self) -> Iterator[Any]:
        """The named graphs."""

    def quads_for_pattern(
        self, subject: None, predicate: None, object: None, graph_name: Any = ..., /
    ) -> Iterator[Any]:
        """The quads of a graph."""

    def dump(self, *, format: Any = ...) -> bytes | None:
        """All quads."""

    def __len__(self) -> int:
        """How many quads there are."""


_TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_PLACE = re.compile(r"^error at (\d+):(\d+): ")  # how the parser of queries says where
_One = TypeVar("_One")
_PART = 1_000  # rows


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query reads, by IRI: merged as its default graph, and by name. It goes before FROM."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer of the engine: the names of the columns, and rows of plain strings (None where nothing is bound).

    `cut`: there are more rows than were asked for.
    """

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer in a standard form; `is_rows`: of a SELECT or ASK, else triples; `cut`: as of `Rows`."""

    data: bytes
    is_rows: bool
    cut: bool = False


class Most(Iterator[_One]):
    """At most so many of what the engine finds; None: all. QueryError where it cannot go on.

    `cut`: whether there were more, once it has ended.
    """

    def __init__(self, found: Iterator[_One], most: int | None) -> None:
        self._found = found
        self._left = most
        self.cut = False

    def __next__(self) -> _One:
        try:
            if self._left == 0:
                self.cut = self.cut or next(self._found, None) is not None
                raise StopIteration
            if self._left is not None:
                self._left -= 1
            return next(self._found)
        except (OSError, RuntimeError, SyntaxError) as error:
            self._found = iter(())  # whoever keeps the error must not keep what only this thread may let go
            raise QueryError("", f"the query did not end ({layout.reason(error)})") from error


def rows(engine: Engine, sparql: str, most: int | None = None) -> Rows:
    """The rows of a SELECT, one row (true or false) of an ASK, three columns of a CONSTRUCT or DESCRIBE."""
    told = Told(run(engine, sparql), most)
    found = tuple(row for part in told.parts() for row in part)
    return Rows(told.names, found, told.cut)


def written(engine: Engine, sparql: str) -> tuple[tuple[str, ...], list[Row]]:
    """The names and rows of a SELECT, each term as it is written in N-Triples, so that it can be asked with again."""
    found = run(engine, sparql)
    if not isinstance(found, ox.QuerySolutions):
        raise QueryError("", "the query answers in no rows", "ask with SELECT")
    names = tuple(variable.value for variable in found.variables)
    answers = Most(found, None)
    del found
    return names, [tuple([None if term is None else str(term) for term in one]) for one in answers]


class Told:
    """An answer as plain rows, some at a time; `cut` holds once it has ended."""

    def __init__(self, found: Found, most: int | None) -> None:
        self._answers: Most[Any] = Most(iter((bool(found),) if isinstance(found, ox.QueryBoolean) else found), most)
        if isinstance(found, ox.QueryBoolean):
            self.names: tuple[str, ...] = ("answer",)
        elif isinstance(found, ox.QueryTriples):
            self.names = ("subject", "predicate", "object")
        else:
            self.names = tuple(variable.value for variable in found.variables)

    @property
    def cut(self) -> bool:
        """Whether there was more."""
        return self._answers.cut

    def parts(self) -> Iterator[list[Row]]:
        """The rows, a thousand at a time."""
        told = (tuple(map(_plain, _terms(answer))) for answer in self._answers)
        while part := list(islice(told, _PART)):
            yield part


def _terms(answer: ox.QuerySolution | ox.Triple | bool) -> Iterable[object]:
    if isinstance(answer, bool):
        return ("true" if answer else "false",)
    return (answer.subject, answer.predicate, answer.object) if isinstance(answer, ox.Triple) else answer


def reply(engine: Engine, sparql: str, rows: RowFormat, triples: GraphFormat, most: int | None = None) -> Reply:
    """The answer in a standard form: `rows` for SELECT and ASK, `triples` for CONSTRUCT and DESCRIBE."""
    stream = Stream(run(engine, sparql), rows, triples, most)
    return Reply(b"".join(stream), stream.is_rows, stream.cut)


class Stream:
    """The bytes of an answer in a standard form, piece by piece; `cut` holds once it has ended."""

    def __init__(self, found: Found, rows: RowFormat, triples: GraphFormat, most: int | None) -> None:
        self.is_rows = not isinstance(found, ox.QueryTriples)
        self._answers: Most[Any] = Most(iter(() if isinstance(found, ox.QueryBoolean) else found), most)
        if isinstance(found, ox.QueryTriples):
            self._pieces = self._triples(_TRIPLES[triples])
        elif isinstance(found, ox.QueryBoolean):
            self._pieces = iter((results.boolean(bool(found), rows),))
        else:
            self._pieces = results.solutions([one.value for one in found.variables], self._answers, rows)

    @property
    def cut(self) -> bool:
        """Whether there was more."""
        return self._answers.cut

    def __iter__(self) -> Iterator[bytes]:
        return self._pieces

    def _triples(self, form: ox.RdfFormat) -> Iterator[bytes]:
        prefixes = dict(VOCABULARIES) if form == ox.RdfFormat.TURTLE else None  # for people who read it
        yield ox.serialize(self._answers, format=form, prefixes=prefixes) or b""


def run(engine: Engine, sparql: str, dataset: Dataset | None = None) -> Found:
    """What the engine makes of a query; QueryError for one that does not run, or asks for more than an answer.

    It reads the graphs of `dataset`, else those it names by FROM, else the union of all.
    """
    try:
        text = guard.harmless(sparql)
        if dataset is None:
            found: Found = engine.query(text, use_default_graph_as_union=not guard.names_graphs(sparql))
            return found
        default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = list(map(ox.NamedNode, dataset.default))
        named: list[ox.NamedNode | ox.BlankNode] = list(map(ox.NamedNode, dataset.named))
        found = engine.query(text, default_graph=default, named_graphs=named)
        return found
    except SyntaxError as error:
        if guard.changes(sparql):
            raise QueryError(
                "",
                "updates are refused: a store is changed by building it",
                "ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
            ) from error
        raise QueryError("", _located(str(error))) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError("", layout.reason(error)) from error


def _plain(term: object) -> str | None:
    if term is None:
        return None
    value = getattr(term, "value", None)  # quoted triples have none
    return value if isinstance(value, str) else str(term)


def _located(said: str) -> str:
    said = " ".join(said.split())
    place = _PLACE.match(said)
    return f"line {place[1]}, column {place[2]}: {said[place.end() :]}" if place else said
