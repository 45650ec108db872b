"""Answers in pieces: pages are the beginning of the whole, and what is left is told."""

from __future__ import annotations

from importlib.resources import files
from itertools import islice
from pathlib import Path

import networkx as nx
import pytest

from guitu.graph.ask.adjacency import Adjacency
from guitu.graph.ask.joints import Joints
from guitu.graph.ask.network import edges_of
from guitu.graph.ask.query import ask, questions
from guitu.graph.ask.shortest import Ways
from guitu.graph.build import add, build
from guitu.graph.keep.store import Row, Store
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
        found, whole = ask(store, name, question.example), ask(store, name)
        kept = [at for at, heading in enumerate(found.headings) if heading != "见于"]  # where the text was found
        assert {tuple(row[at] for at in kept) for row in found.rows} <= {
            tuple(row[at] for at in kept) for row in whole.rows
        }


def test_documents_that_are_counted_are_looked_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their facts fill no page: none that was looked at is put back and looked at again."""
    whole = ask(store, "overview", ["云州"])
    asked: list[str] = []
    written = Store.written

    def noted(one: Store, sparql: str) -> tuple[tuple[str, ...], list[Row]]:
        asked.append(sparql)
        return written(one, sparql)

    monkeypatch.setattr(Store, "written", noted)
    page = ask(store, "overview", ["云州"], limit=len(whole.rows))
    assert page.rows == whole.rows
    assert len(page.rows) > 3
    assert sum("?kind IN (gt:Task" in sparql for sparql in asked) == 1


def test_what_is_overruled_is_left_out(toy: Store) -> None:
    """A responsibility that a decision overrules is in no answer; the one that takes its place is."""
    (duty,) = toy.query(f"SELECT ?r {{ ?r a <{terms.Responsibility}> ; <{terms.role}> <{terms.ROLES['lead']}> }}").rows[
        0
    ]
    told = f"<{duty}> <{terms.overruledBy}> <http://x/decision> <https://w3id.org/guitu/id/graph/decisions> .\n"
    decided = Store.memory([*toy.quads(), told])

    assert len(ask(decided, "duty-sheet", ["水务局"]).rows) == len(ask(toy, "duty-sheet", ["水务局"]).rows) - 1


def test_ways_lead_where_all_edges_lead(store: Store) -> None:
    """Between any two things the ways found from both ends are those over all edges of the graph."""
    found = [one for one in edges_of(store) if one.relation != terms.jurisdiction or one.source.kind != "document"]
    ways, near = Ways.of(found), Joints().of(store.shards()).adjacency()
    ends = sorted(ways.nodes)
    for start, end in islice(zip(ends, ends[len(ends) // 2 :], strict=False), 0, None, 5):
        try:
            expected = list(map(tuple, nx.all_shortest_paths(ways.graph, start, end, weight="cost")))
        except nx.NetworkXNoPath:
            expected = []
        assert near.between(start, end) == {one for way in expected for one in way}
        assert ways.shortest(start, end, 3) == tuple(expected[:3])


def test_adjacency_is_kept(store: Store) -> None:
    """What is written is what is read."""
    near = Joints().of(store.shards()).adjacency()
    again = Adjacency.read(near.data())

    assert (again.things, again.starts, again.near, again.costs) == (near.things, near.starts, near.near, near.costs)


@pytest.mark.parametrize("name", ["brokers", "path", "owners", "due"])
@pytest.mark.parametrize("damage", ["none", "cut", "changed"])
def test_what_is_kept(tmp_path: Path, store: Store, name: str, damage: str) -> None:
    """What a question has worked out answers in another process alike; damaged it is made anew."""
    args = questions()[name].example
    right = ask(store, name, args).rows
    build([SAMPLES], tmp_path / "store")
    assert ask(Store.open(tmp_path / "store"), name, args).rows == right
    place = Store.open(tmp_path / "store").aside
    assert place
    files = sorted(place.iterdir())
    assert files
    for file in files:
        data = file.read_bytes()
        changed = {
            "none": data,
            "cut": data[: len(data) // 2],
            "changed": data.replace("云州".encode(), "云洲".encode()).replace(b"0", b"1"),
        }[damage]
        file.write_bytes(changed)

    assert ask(Store.open(tmp_path / "store"), name, args).rows == right


def test_nothing_is_kept_for_another_graph(tmp_path: Path) -> None:
    """After a step the questions that look at the whole graph answer of the new one."""
    build([SAMPLES], tmp_path / "store")
    before = ask(Store.open(tmp_path / "store"), "load").rows
    plan = tmp_path / "绿地方案.txt"
    plan.write_text("云州市绿地方案\n一、主要任务\n（一）建设绿地。（市林业局牵头）\n", "utf-8")
    add([plan], tmp_path / "store")

    after = ask(Store.open(tmp_path / "store"), "load").rows
    assert after != before
    assert after == ask(Store.memory(Store.open(tmp_path / "store").quads()), "load").rows


def test_a_store_that_cannot_be_written(tmp_path: Path) -> None:
    """Where nothing can be kept the answer is the same."""
    build([SAMPLES], tmp_path / "store")
    place = Store.open(tmp_path / "store").aside
    assert place
    place.write_text("in the way", "utf-8")

    assert ask(Store.open(tmp_path / "store"), "load").rows
