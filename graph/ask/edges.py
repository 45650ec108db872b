"""What joins two things of a graph: one edge for each fact, of which networks are made and ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from guitu.graph.ask.nodes import KINDS, Node
from guitu.graph.ask.query import Language, bound, questions
from guitu.graph.keep.store import Row, Store
from guitu.ontology import terms

ROLES = frozenset(terms.ROLES.values())


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact between two things; `score`: of what is inferred, None for what a document states.

    `quotes`: the words that state it; an alignment has one of each side. `document`: the title of the document.
    """

    source: Node
    target: Node
    relation: str
    relation_label: str
    fact: str
    score: str | None = None
    document: str | None = None
    quotes: tuple[str, ...] = ()

    @property
    def stated(self) -> bool:
        """Whether a document states it."""
        return self.score is None


def edges(rows: Iterable[Row]) -> tuple[Edge, ...]:
    """The edges in the rows of a query with the columns of `path.rq`, sorted.

    Other names are left out, and things of a kind that no node has.
    """
    found: dict[tuple[str, str, str, str], Edge] = {}
    quotes: defaultdict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for row in rows:
        source, kind, name, relation, said, target, target_kind, target_name, fact, score, title, quote = row
        if kind is None or target_kind is None:
            continue
        key = (source or "", relation or "", target or "", fact or "")
        found[key] = Edge(
            Node(key[0], KINDS[kind], name or ""),
            Node(key[2], KINDS[target_kind], target_name or ""),
            key[1],
            said or key[1].rpartition("#")[2],
            key[3],
            score,
            title,
        )
        if quote:
            quotes[key].add(quote)
    return tuple(replace(found[key], quotes=tuple(sorted(quotes[key]))) for key in sorted(found))


def edges_of(store: Store, lang: Language = "zh") -> tuple[Edge, ...]:
    """Every edge of the graph of a store."""
    return edges(store.query(bound(questions()["path"], ["", ""], lang)).rows)
