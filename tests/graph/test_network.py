"""Projections of the graph, measures on them, and that back ends of networkx are really used."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import combinations, pairwise
from pathlib import Path

import networkx as nx
import pytest

from guitu.graph.ask.measures import EXACT_UP_TO, betweenness, communities, is_sampled, sides
from guitu.graph.ask.network import agencies, agency_tasks, documents, edges, edges_of, place_topics, whole
from guitu.graph.ask.shortest import Ways
from guitu.graph.keep.store import Row, Store
from guitu.ontology import terms
from tests.graph.networks import other_name, owned, row

ROWS: list[Row] = [
    *owned("加固堤防", "水务局", "财政局", "g:各区政府"),
    *owned("疏浚河道", "水务局", "财政局", topic="水利"),
    *owned("建设码头", "交通局"),
    *owned("清理航道", "水务局", "交通局", score="0.9"),
    row("d:云州市渔业规划", terms.place, "p:云州渔港"),
    row("p:云州渔港", terms.focus, "c:水产"),
    row("p:云州渔港", terms.focus, "c:水产", title="临江市渔业规划"),
    row("d:云州市渔业规划", terms.REFERENCE_RELATIONS["implements"], "d:国家渔业规划", score="1"),
    row("t:江海联运", terms.inDocument, "d:临江市渔业规划"),
    row("t:江海联运", terms.ALIGNMENT_RELATIONS["same"], "t:建设码头", score="0.8"),
    other_name("a:水务局", "市水务局"),
]
EDGES = edges(ROWS)


def test_whole() -> None:
    """The whole graph has every thing once, with kind and label, and an edge for every fact, stated or inferred."""
    graph = whole(EDGES)

    assert list(graph) == sorted(graph)
    assert graph.nodes["a:水务局"] == {"kind": "agency", "label": "水务局"}
    assert {graph.nodes[node]["kind"] for node in graph} == {"agency", "group", "task", "document", "place", "topic"}
    assert graph.number_of_edges() == len(EDGES)
    assert {data["stated"] for _, _, data in graph.edges(data=True)} == {True, False}
    assert all(data["facts"] for _, _, data in graph.edges(data=True))


def test_edges_are_the_same_in_any_order() -> None:
    """Rows in another order give the same edges; the quotes of one fact come together."""
    twice = [*ROWS, (*ROWS[0][:-1], "另一处")]

    assert edges(ROWS[::-1]) == EDGES
    assert next(edge for edge in edges(twice) if len(edge.quotes) > 1).quotes == ("“水务局、加固堤防”", "另一处")


def test_agency_tasks() -> None:
    """Agencies and tasks are told apart, with roles and facts; groups and suggestions only where they are wanted."""
    graph = agency_tasks(EDGES)

    assert nx.is_bipartite(graph)
    assert graph.edges["a:水务局", "t:加固堤防"]["roles"] == ("牵头",)
    assert graph.edges["a:财政局", "t:加固堤防"]["facts"] == ("f:云州市渔业规划>a:财政局>role-support>t:加固堤防",)
    assert "g:各区政府" not in graph and "t:清理航道" not in graph
    assert "g:各区政府" in agency_tasks(EDGES, groups=True)
    assert agency_tasks(EDGES, suggested=True).edges["a:水务局", "t:清理航道"]["stated"] is False


def test_agencies() -> None:
    """Two agencies are joined by the tasks they share; the weight counts them, the facts are the duties of both."""
    graph = agencies(EDGES)

    assert set(graph) == {"a:水务局", "a:财政局", "a:交通局"}
    assert list(graph.edges) == [("a:水务局", "a:财政局")]
    assert graph.edges["a:水务局", "a:财政局"]["weight"] == 2
    assert graph.edges["a:水务局", "a:财政局"]["tasks"] == ("t:加固堤防", "t:疏浚河道")
    assert len(graph.edges["a:水务局", "a:财政局"]["facts"]) == 4


def test_places_and_documents() -> None:
    """Places are joined to their topics, documents by citations and by the alignments of their tasks."""
    places, papers = place_topics(EDGES), documents(EDGES)

    assert places.edges["p:云州渔港", "c:水产"]["documents"] == ("临江市渔业规划", "云州市渔业规划")
    assert set(papers.edges) == {
        ("d:云州市渔业规划", "d:国家渔业规划"),
        ("d:临江市渔业规划", "d:云州市渔业规划"),
    }
    assert papers.edges["d:临江市渔业规划", "d:云州市渔业规划"]["stated"] is False


def chain(*names: str) -> list[Row]:
    """Agencies of which each shares one task with the next."""
    return [made for one, other in pairwise(names) for made in owned(f"{one}{other}", one, other)]


def test_betweenness_and_sides() -> None:
    """In a chain the middle is between all others, and each inner agency joins two sides."""
    graph = agencies(edges(chain("甲", "乙", "丙", "丁", "戊")))

    assert betweenness(graph) == {"a:甲": 0, "a:乙": 0.5, "a:丙": 0.6667, "a:丁": 0.5, "a:戊": 0}
    assert sides(graph)["a:丙"] == (("a:丁",), ("a:乙",))
    assert set(sides(graph)) == {"a:乙", "a:丙", "a:丁"}


def test_a_large_network_is_sampled() -> None:
    """Above a threshold betweenness is estimated, the same in every run, and finds the middle all the same."""
    names = [f"{i:04}局" for i in range(EXACT_UP_TO)]
    graph = agencies(edges([made for name in names for made in owned(f"{name}事", "总局", name)]))

    assert is_sampled(graph)
    assert betweenness(graph) == betweenness(graph)
    assert max(betweenness(graph).items(), key=lambda found: found[1])[0] == "a:总局"


def test_communities() -> None:
    """Two circles that one task joins are two communities; who shares no task is in none."""
    circles = ("甲乙丙丁", "子丑寅卯")
    pairs = [pair for circle in circles for pair in combinations(circle, 2)]
    rows = [made for one, other in [*pairs, ("甲", "子")] for made in owned(f"{one}{other}", one, other)]
    found, modularity = communities(agencies(edges([*rows, *owned("独办", "独")])))

    assert {frozenset(member.removeprefix("a:") for member in group) for group in found} == set(map(frozenset, circles))
    assert modularity == pytest.approx(0.423, abs=0.001)
    assert communities(agencies(())) == ((), 0.0)


def test_shortest_ways() -> None:
    """Of ways of one length the stated comes before the inferred, and either before the way through a document."""
    rows = [
        row("p:渔港", terms.focus, "c:水产"),
        row("t:养殖", terms.concerns, "c:水产"),
        row("d:规划", terms.place, "p:渔港"),
        row("t:养殖", terms.inDocument, "d:规划"),
    ]
    inferred = [row("p:渔港", terms.focus, "c:水产", score="0.9"), *rows[1:]]

    assert Ways.of(edges(rows)).shortest("p:渔港", "t:养殖", 3) == (("p:渔港", "c:水产", "t:养殖"),)
    assert Ways.of(edges(inferred)).shortest("p:渔港", "t:养殖", 3) == (("p:渔港", "d:规划", "t:养殖"),)
    assert Ways.of(EDGES).shortest("p:云州渔港", "t:江海联运", 3)[0][1] == "d:云州市渔业规划"
    assert Ways.of(edges([*rows, row("p:盐田", terms.focus, "c:制盐")])).shortest("p:盐田", "t:养殖", 3) == ()


def test_names_of_other_languages_are_no_things(toy: Store) -> None:
    """A label in another language adds no edge."""
    label = '<{}> <http://www.w3.org/2004/02/skos/core#prefLabel> "Water bureau"@en <http://x/g> .\n'
    iris = {node.iri for edge in edges_of(toy) for node in (edge.source, edge.target)}

    assert edges_of(Store.memory([*toy.quads(), *map(label.format, sorted(iris))])) == edges_of(toy)


def test_of_a_store(toy: Store) -> None:
    """The edges of a store are those that its documents state, and every fact of them is in the store."""
    found = edges_of(toy)
    facts = {row[0] for row in toy.query("SELECT ?s { ?s ?p ?o }").rows}

    assert {edge.source.kind for edge in found} == {"agency", "task", "document", "place"}
    assert {edge.fact for edge in found} <= facts


BACKEND = '''
import networkx as nx
from networkx.classes.tests.dispatch_interface import LoopbackBackendInterface, LoopbackGraph


class Recording(LoopbackBackendInterface):
    """Runs the algorithms of networkx on graphs of its own and notes which were asked for."""

    called = []

    def __getattr__(self, name):
        if name in ("can_run", "should_run", "on_start_tests"):
            raise AttributeError(name)
        Recording.called.append(name)
        return super().__getattr__(name)

    def can_run(self, name, args, kwargs):
        return True


backend_interface = Recording()
LoopbackGraph.__networkx_backend__ = "recording"
'''
USE = """
import recording, networkx as nx
from guitu.graph.ask.measures import betweenness, communities, sides
from guitu.graph.ask.network import agencies, edges
from guitu.graph.ask.shortest import Ways
from tests.graph.networks import owned

made = edges(owned("甲乙", "甲", "乙") + owned("乙丙", "乙", "丙"))
graph, ways = agencies(made), Ways.of(made)
near = betweenness(graph), sides(graph), communities(graph), ways.shortest("a:甲", "a:丙", 1)
before = len(recording.backend_interface.called)
far = (betweenness(graph, "recording"), sides(graph, "recording"), communities(graph, "recording"),
       ways.shortest("a:甲", "a:丙", 1, "recording"))
assert near == far, (near, far)
print(before, *sorted(set(recording.backend_interface.called)))
"""


def test_a_back_end_is_dispatched_to(tmp_path: Path) -> None:
    """With the name of a back end every measure runs there, and gives what networkx gives."""
    (tmp_path / "recording.py").write_text(BACKEND, encoding="utf-8")
    info = tmp_path / "recording-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: recording\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(
        "[networkx.backends]\nrecording = recording:backend_interface\n", encoding="utf-8"
    )
    root = Path(__file__).resolve().parents[2]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(root)]), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", USE], capture_output=True, text=True, env=env, cwd=root, check=False)

    assert done.returncode == 0, done.stderr
    before, *called = done.stdout.split()
    assert before == "0"
    assert set(called) >= {
        "all_shortest_paths", "articulation_points", "betweenness_centrality", "biconnected_components",
        "louvain_communities", "modularity",
    }  # fmt: skip
