"""Agencies that share tasks, with what proves it: the ground of brokers and communities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from typing import NamedTuple

import networkx as nx

from guitu.graph.ask.duties import Duty, duties_of
from guitu.graph.ask.edges import ROLES, edges
from guitu.graph.ask.lookups import (
    concerned,
    documents_of,
    first_two,
    of_kind,
    overruled,
    quotes_kept,
    representatives,
    stated_titles,
)
from guitu.graph.ask.network import Network
from guitu.graph.keep.store import Row, Store
from guitu.ontology import standards as std
from guitu.ontology import terms

SHOWN = 5  # tasks that an answer names before it counts the rest
Listed = tuple[str | None, str | None]


class Proof(NamedTuple):
    """What gives a task to an agency: the title of the document, and its words."""

    document: str | None
    quotes: Sequence[str]


@dataclass(slots=True)
class Together:
    """The network of agencies, without groups; labels by IRI; topics by task; proofs by task and agency."""

    network: Network
    labels: Mapping[str, str]
    topics: Mapping[str, Sequence[str]]
    proofs: Mapping[tuple[str, str], Proof]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Together:
        """From the rows of the query; suggested owners are left aside, for they share nothing yet."""
        found = edges(rows)
        topics: dict[str, list[str]] = {}
        for edge in found:
            if edge.relation == terms.concerns:
                topics.setdefault(edge.source.iri, []).append(edge.target.label)
        labels = {node.iri: node.label for edge in found for node in (edge.source, edge.target)}
        owned = [edge for edge in found if edge.relation in ROLES and edge.stated]
        network = _network((edge.target.iri, edge.source.iri) for edge in owned if edge.source.kind == "agency")
        proofs: dict[tuple[str, str], Proof] = {}
        for edge in owned:
            proofs.setdefault((edge.target.iri, edge.source.iri), Proof(edge.document, edge.quotes))
        return cls(network, labels, topics, proofs)

    @classmethod
    def in_store(cls, store: Store) -> Together:
        """The same of what is kept of a graph; proofs are fetched for what is told."""
        head_of, names = representatives(store), first_two(of_kind(store, terms.Agency))
        first: dict[tuple[str, str], Duty] = {}
        for one in sorted(duties_of(store), key=attrgetter("role")):  # they are sorted by fact
            agency = head_of.get(one.agency, one.agency)
            if one.holds and agency in names:
                first.setdefault((one.task, agency), one)
        labels = {task or "": title or "" for task, title, _ in stated_titles(store)}
        labels |= names
        return cls(_network(first), labels, _topics(store), _Fetched(store, first))

    def prepare(self, of: Iterable[tuple[Sequence[str], Iterable[str]]]) -> None:
        """Fetch at once the proofs of tasks and agencies that will be told."""
        if isinstance(self.proofs, _Fetched):
            self.proofs.fetch((task, one) for tasks, members in of for task in tasks[:SHOWN] for one in members)

    def names(self, members: Iterable[str], lang: str) -> str:
        """The names of agencies, sorted by IRI."""
        return ("、" if lang == "zh" else "; ").join(self.labels[iri] for iri in sorted(members))

    def shared(self, pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The tasks of some edges: those with most owners among them first, then by title."""
        owners: dict[str, set[str]] = {}
        for one, other in pairs:
            for task in self.network.edges[one, other]["tasks"]:
                owners.setdefault(task, set()).update((one, other))
        return tuple(sorted(owners, key=lambda task: (-len(owners[task]), self.labels[task], task)))

    def told(self, tasks: tuple[str, ...], members: Iterable[str], lang: str) -> Listed:
        """Titles of the first tasks, each with its document, and the words that give them to these agencies."""
        members = sorted(members)
        first = tasks[:SHOWN]
        wanted = [(task, agency) for task in first for agency in members if (task, agency) in self.proofs]
        documents = {task: self.proofs[task, agency].document for task, agency in wanted}
        titles = [f"{self.labels[task]}《{documents.get(task) or ''}》" for task in first]
        if len(tasks) > SHOWN:
            titles.append(f"等 {len(tasks)} 项" if lang == "zh" else f"{len(tasks)} in all")
        stop = "；" if lang == "zh" else "; "
        quotes = dict.fromkeys(quote for one in wanted for quote in self.proofs[one].quotes)
        return stop.join(titles) or None, stop.join(quotes) or None


class _Fetched(Mapping[tuple[str, str], Proof]):
    """The proofs of duties, fetched when they are asked for: many at once where it is known which."""

    def __init__(self, store: Store, duties: Mapping[tuple[str, str], Duty]) -> None:
        self._store, self._duties = store, duties
        self._titles = {one.iri: one.title for one in documents_of(store)}
        self._quotes: dict[str, list[str]] = {}

    def fetch(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Fetch those of tasks and agencies that will be asked for."""
        facts = {self._duties[one].fact for one in pairs if one in self._duties} - self._quotes.keys()
        self._quotes |= quotes_kept(self._store, facts)

    def __getitem__(self, pair: tuple[str, str]) -> Proof:
        one = self._duties[pair]
        if one.fact not in self._quotes:
            self.fetch([pair])
        return Proof(self._titles.get(one.document), sorted(set(self._quotes[one.fact])))

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._duties)

    def __len__(self) -> int:
        return len(self._duties)


def _network(owned: Iterable[tuple[str, str]]) -> Network:
    """Agencies, of tasks with their owners: `weight` is how many tasks two share, `tasks` which."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for task, agency in owned:
        owners[task].add(agency)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for task in sorted(owners):
        for pair in combinations(sorted(owners[task]), 2):
            shared[pair].append(task)
    graph: Network = nx.Graph()
    graph.add_nodes_from(sorted(set[str]().union(*owners.values())))
    for (one, other), tasks in sorted(shared.items()):
        graph.add_edge(one, other, weight=len(tasks), tasks=tuple(tasks))
    return graph


def _topics(store: Store) -> Mapping[str, Sequence[str]]:
    head_of, names, gone = representatives(store), first_two(of_kind(store, std.SKOS_CONCEPT)), overruled(store)
    pairs = {(task or "", head_of.get(topic or "", topic)) for task, topic, _ in concerned(store) if task not in gone}
    found: dict[str, list[str]] = {}
    for task, topic in sorted(pairs, key=str):
        if topic in names:
            found.setdefault(task, []).append(names[topic] or "")
    return found
