"""Answers in pieces: pages are the beginning of the whole, and what is left is told."""

from __future__ import annotations

from importlib.resources import files
from itertools import islice
from pathlib import Path

import networkx as nx
import pytest

from guitu.graph.ask.adjacency import Adjacency, made
from guitu.graph.ask.measures import Ways
from guitu.graph.ask.network import edges_of
from guitu.graph.ask.prepared import prepared, taken
from guitu.graph.ask.query import ask, questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from guitu.ontology import terms

SAMPLES = Path(str(files("guitu.extract"))) / "samples"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The graph of the sample plans."""
    place = tmp_path_factory.mktemp("pages") / "store"
    build([SAMPLES], place)
    return Store.open(place)


@pytest.mark.parametrize("limit", [1, 7])
@pytest.mark.parametrize("name", questions())
def test_a_page_is_the_beginning(store: Store, name: str, limit: int) -> None:
    """The first rows are those of the whole answer, and an answer that is cut says so."""
    question = questions()[name]
    args = question.example[: sum(not parameter.optional for parameter in question.parameters)]
    whole, page = ask(store, name, args), ask(store, name, args, limit=limit)

    assert page.rows == whole.rows[:limit]
    assert bool(page.rows_left or page.groups_left) >= (len(whole.rows) > limit)
    assert not whole.rows_left and not whole.groups_left


@pytest.mark.parametrize("name", [name for name, question in questions().items() if question.parameters])
def test_an_example_is_part_of_all(store: Store, name: str) -> None:
    """What an argument finds, the question finds without it as well, where it can be left out."""
    question = questions()[name]
    if all(parameter.optional for parameter in question.parameters):
        assert set(ask(store, name, question.example).rows) <= set(ask(store, name).rows)


def test_what_is_overruled_is_left_out(toy: Store) -> None:
    """A responsibility that a decision overrules is in no answer; the one that takes its place is."""
    (duty,) = toy.query(f"SELECT ?r {{ ?r a <{terms.Responsibility}> ; <{terms.role}> <{terms.ROLES['lead']}> }}").rows[
        0
    ]
    told = f"<{duty}> <{terms.overruledBy}> <http://x/decision> <https://w3id.org/guitu/id/graph/decisions> .\n"
    decided = Store.memory([*toy.quads(), told])

    assert len(ask(decided, "tasks-of", ["水务局"]).rows) == len(ask(toy, "tasks-of", ["水务局"]).rows) - 1


def test_ways_lead_where_all_edges_lead(store: Store) -> None:
    """Between any two things the ways found from both ends are those over all edges of the graph."""
    found = [one for one in edges_of(store) if one.relation != terms.jurisdiction or one.source.kind != "document"]
    ways, near = Ways.of(found), made(store.quads())
    ends = sorted(ways.nodes)
    for start, end in islice(zip(ends, ends[len(ends) // 2 :], strict=False), 0, None, 5):
        try:
            expected = {one for way in nx.all_shortest_paths(ways.graph, start, end, weight="cost") for one in way}
        except nx.NetworkXNoPath:
            expected = set()
        assert near.between(start, end) == expected


def test_adjacency_is_kept(store: Store) -> None:
    """What is written is what is read, and what is prepared gives the same answers."""
    near = made(store.quads())
    again = Adjacency.read(near.data())
    assert (again.things, again.starts, again.near, again.costs) == (near.things, near.starts, near.near, near.costs)

    other = Store.memory(store.quads())
    for name, data in prepared(store):
        taken(other, name, data)
    assert ask(other, "brokers").rows == ask(store, "brokers").rows
    assert ask(other, "path", questions()["path"].example).rows == ask(store, "path", questions()["path"].example).rows
