"""Agencies that share tasks, with what proves it: the ground of brokers and communities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guitu.graph.ask.network import ROLES, Edge, Network, agencies, edges
from guitu.graph.keep.store import Row
from guitu.ontology import terms

SHOWN = 5  # tasks that an answer names before it counts the rest
Listed = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Together:
    """The network of agencies, without groups; labels by IRI; duties by task and agency; topics by task."""

    network: Network
    labels: Mapping[str, str]
    duties: Mapping[tuple[str, str], Edge]
    topics: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Together:
        """From the rows of the query; suggested owners are left aside, for they share nothing yet."""
        found = edges(rows)
        duties: dict[tuple[str, str], Edge] = {}
        topics: dict[str, tuple[str, ...]] = {}
        for edge in found:
            if edge.relation in ROLES and edge.stated:
                duties.setdefault((edge.target.iri, edge.source.iri), edge)
            elif edge.relation == terms.concerns:
                topics[edge.source.iri] = (*topics.get(edge.source.iri, ()), edge.target.label)
        labels = {node.iri: node.label for edge in found for node in (edge.source, edge.target)}
        return cls(agencies(found), labels, duties, topics)

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
        proofs = [
            edge
            for task in tasks[:SHOWN]
            for agency in members
            if (edge := self.duties.get((task, agency))) is not None
        ]
        documents = {edge.target.iri: edge.document for edge in proofs}
        titles = [f"{self.labels[task]}《{documents.get(task) or ''}》" for task in tasks[:SHOWN]]
        if len(tasks) > SHOWN:
            titles.append(f"等 {len(tasks)} 项" if lang == "zh" else f"{len(tasks)} in all")
        stop = "；" if lang == "zh" else "; "
        quotes = dict.fromkeys(quote for edge in proofs for quote in edge.quotes)
        return stop.join(titles) or None, stop.join(quotes) or None
