"""Sending a graph to another store, one named graph at a time: only what changed, to be cut off at any moment.

In a graph of its own, `…/graph/pushed`, the other store keeps what it has of us: of each named graph the SHA-256 of its
sorted N-Triples and their number. A graph is taken off that list before it is replaced and put on it after, so that
whatever ends a push, the next one sends again what was not whole, and nothing is doubled. At the end what was sent is
fetched and compared.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from guitu.exports.stores.graph_store import GraphStore
from guitu.exports.stores.update_store import UpdateStore
from guitu.extract.errors import StoreError
from guitu.graph.keep.store import Store
from guitu.ontology.standards import VOCABULARIES

_IDENTIFIER = VOCABULARIES["dcterms"] + "identifier"
_SAID = re.compile(rf'<([^>]+)> <{re.escape(_IDENTIFIER)}> "sha256:([0-9a-f]{{64}}) ([0-9]+)"')
_OFTEN = 20  # graphs after which the list is written
Other = GraphStore | UpdateStore
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class State:
    """What a graph is: the SHA-256 of its sorted N-Triples, and how many they are."""

    sha256: str
    count: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was done: IRIs of the graphs that were sent and removed; `graphs`, `triples`: of the whole.

    `rewritten`: sent graphs of which the other store gives back as many triples, some in other words (1.50 as 1.5).
    """

    sent: tuple[str, ...]
    removed: tuple[str, ...]
    graphs: int
    triples: int
    rewritten: tuple[str, ...] = ()


def push(store: Store, other: Other, progress: Progress | None = None, *, again: bool = False) -> Pushed:
    """Let the other store have the graphs of this one. `again`: all of them, whatever it is said to have.

    Graphs that it has of others are left alone. StoreError where it cannot be reached, or does not have at the end what
    was sent.
    """
    states = {graph: _state(store.triples(graph)) for graph in store.graphs()}
    here = {graph: state for graph, state in states.items() if state.count}  # an engine keeps the names of empty ones
    where = f"{store.base or 'urn:guitu:'}graph/pushed"
    there = _listed(other.get(where))
    whole = {} if again else {graph: state for graph, state in there.items() if here.get(graph) == state}
    send = [graph for graph in here if graph not in whole]
    remove = sorted(there.keys() - here.keys())
    if len(whole) < len(there):
        other.put(where, _list(whole))  # from here on nobody takes for whole what is about to change
    for number, graph in enumerate((*send, *remove), 1):
        if progress:
            progress(number, len(send) + len(remove), graph)
        if graph in here:
            other.put(graph, store.triples(graph))
            whole[graph] = here[graph]
        else:
            other.delete(graph)
        if number % _OFTEN == 0:
            other.put(where, _list(whole))
    rewritten, wrong = _compared(other, {graph: here[graph] for graph in send}, remove)
    for graph in wrong:
        whole.pop(graph, None)
    if send or remove or again:
        other.put(where, _list(whole))
    if wrong:
        raise StoreError(other.url, f"{len(wrong)} graphs are not what was sent: {wrong[0]}", "push again")
    total = sum(state.count for state in here.values())
    return Pushed(tuple(send), tuple(remove), len(here), total, rewritten)


def _compared(other: Other, sent: Mapping[str, State], removed: list[str]) -> tuple[tuple[str, ...], list[str]]:
    rewritten, wrong = [], []
    for graph, state in sent.items():
        found = _state(sorted(other.get(graph)))
        if found.count != state.count:
            wrong.append(graph)
        elif found != state:
            rewritten.append(graph)
    wrong += [graph for graph in removed if other.get(graph)]
    return tuple(rewritten), wrong


def _state(triples: list[str]) -> State:
    found = hashlib.sha256()
    for triple in triples:
        found.update(f"{triple} .\n".encode())
    return State(found.hexdigest(), len(triples))


def _list(graphs: Mapping[str, State]) -> list[str]:
    return [
        f'<{graph}> <{_IDENTIFIER}> "sha256:{state.sha256} {state.count}"' for graph, state in sorted(graphs.items())
    ]


def _listed(triples: set[str]) -> dict[str, State]:
    found = (_SAID.match(triple) for triple in triples)
    return {said[1]: State(said[2], int(said[3])) for said in found if said}
