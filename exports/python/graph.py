"""A graph that one asks from Python: named questions as methods, SPARQL, proofs, and the whole for other libraries."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from guitu.exports.python.proofs import Proof, proofs
from guitu.exports.python.rows import Record, Table, of_term
from guitu.exports.python.traced import table
from guitu.extract.errors import OptionError, QueryError
from guitu.graph.ask.free import explained, prefixed
from guitu.graph.ask.query import Language, Question, current, language, questions
from guitu.graph.keep.store import Store
from guitu.ontology.standards import VOCABULARIES

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

Network = Literal["whole", "agencies", "agency_tasks", "place_topics", "documents"]


class Graph:
    """A graph opened for asking; it never changes. A named question is a method: `graph.owners("数据")`.

    `duty-sheet` is `graph.duty_sheet("市水务局")`; `limit` is the most rows. `graph.questions` lists them all.
    """

    def __init__(self, store: Store, lang: Language = "zh") -> None:
        self.store = store
        self.lang: Language = language(lang)

    @classmethod
    def open(cls, place: str, lang: Language = "zh") -> Graph:
        """As `guitu.open`."""
        from guitu.exports.rdf.published import open_store  # noqa: PLC0415 - only where it is asked for

        return cls(open_store(place), lang)

    # ---- asking ----

    @property
    def questions(self) -> Mapping[str, Question]:
        """The named questions: what each asks, in both languages, and its parameters."""
        return questions()

    def ask(self, question: str, *args: str, limit: int | None = None) -> Table:
        """The answer to a named question; the columns are the same in every language.

        Where the question tells them, each row has the IRIs of what it names (`task_iri`, `agency_iri`, …) and the
        place of its quote: `text` (SHA-256 of the reading text), `start`, `end`. QueryError for an unknown question
        and for missing arguments.
        """
        return table(self.store, question, args, self.lang, limit)

    def __getattr__(self, name: str) -> Callable[..., Table]:
        question = name.replace("_", "-")
        found = None if name.startswith("_") else current(question)
        if found is None:
            raise AttributeError(f"'Graph' object has no attribute {name!r}; its questions: {', '.join(questions())}")

        def asked(*args: str, limit: int | None = None) -> Table:
            return self.ask(question, *args, limit=limit)

        asked.__name__, asked.__doc__ = name, found[0].asks["en"]
        return asked

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *(name.replace("-", "_") for name in questions())})

    def sparql(self, query: str, *, limit: int | None = None, timeout: float | None = None) -> Table:
        """The answer to SPARQL; our prefixes need not be declared, and the default graph is the union of all graphs.

        Columns are the variables; of an ASK `answer`, of triples `subject`, `predicate` and `object`. Values are typed
        by their datatypes. `timeout`: seconds. QueryError, in one line with its place, for what does not run.

        >>> graph = Graph(Store.memory(['<http://x/a> <http://purl.org/dc/terms/title> "节水规划" <http://x/g> .\\n']))
        >>> graph.sparql("SELECT ?title { ?doc dcterms:title ?title }")[0]
        {'title': '节水规划'}
        """
        written = prefixed(query, self.store.base)
        try:
            reply = self.store.answer(written, "json", "nt", timeout=timeout, most=limit)
            if not reply.is_rows:
                rows = self.store.query(written, timeout=timeout, most=limit)
                found: list[Record] = [dict(zip(rows.names, row, strict=True)) for row in rows.rows]
                return Table(rows.names, rows.names, found, int(rows.cut))
        except QueryError as error:
            raise explained(error, query, self.store.base) from None
        told = json.loads(reply.data)
        if "boolean" in told:
            return Table(("answer",), ("answer",), [{"answer": told["boolean"]}])
        names = told["head"]["vars"]
        typed = [{name: of_term(row.get(name)) for name in names} for row in told["results"]["bindings"]]
        return Table(names, names, typed, int(reply.cut))

    def proof(self, iri: str) -> tuple[Proof, ...]:
        """Where a fact, task or document is stated: each quote with its document, text, start and end."""
        return proofs(self.store, iri)

    def text(self, sha256: str) -> str | None:
        """A reading text by its hash, to which the places of quotes refer; None where the store has it not."""
        return self.store.text(sha256)

    # ---- the whole ----

    def to_networkx(self, network: Network = "whole") -> nx.Graph[Any]:
        """The graph as a network of networkx.

        `whole`: all things and facts, a MultiDiGraph; `agencies`: which share tasks; `agency_tasks`, `place_topics`:
        two kinds of nodes; `documents`: which rests on which. Nodes have `kind` and `label`.
        """
        from guitu.graph.ask import network as networks  # noqa: PLC0415 - heavy

        makers: dict[str, Callable[..., Any]] = {
            "whole": networks.whole,
            "agencies": networks.agencies,
            "agency_tasks": networks.agency_tasks,
            "place_topics": networks.place_topics,
            "documents": networks.documents,
        }
        if network not in makers:
            raise OptionError(network, "no such network", f"choose one of {', '.join(makers)}")
        made: nx.Graph[Any] = makers[network](networks.edges_of(self.store, self.lang))
        return made

    def to_rdflib(self) -> rdflib.Dataset:
        """The graph as a Dataset of rdflib, with its named graphs; queries see their union."""
        import rdflib  # noqa: PLC0415 - heavy

        dataset = rdflib.Dataset(default_union=True)
        dataset.parse(data="".join(self.store.quads()), format="nquads")
        for name, space in VOCABULARIES.items():
            dataset.bind(name, space)
        return dataset

    def __len__(self) -> int:
        return len(self.store)

    def __repr__(self) -> str:
        return f"<Graph of {len(self)} quads>"
