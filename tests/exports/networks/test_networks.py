"""GraphML and GEXF are read back by networkx to the same network, with the same bytes for the same graph."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner
from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.command.cli import main
from guitu.exports.networks.graphml import network, write_network
from guitu.extract.errors import OptionError
from guitu.ontology import standards as std
from guitu.ontology import terms

READERS: dict[str, Callable[[Path], Any]] = {
    "graphml": lambda path: nx.read_graphml(path, force_multigraph=True),
    "gexf": nx.read_gexf,
}
FORMS = sorted(READERS)
HOSTILE = "</label>&\x00\x1b[2J\ufffe“云州”\u202e"
BASE = "https://w3id.org/guitu/id/"
GRAPH = NamedNode(BASE + "graph/suggestions")


@pytest.fixture(scope="module")
def odd(quads: tuple[Quad, ...]) -> tuple[Quad, ...]:
    """The example with a task of a hostile title, and a suggested owner of it."""
    task, agency, suggestion = (NamedNode(f"{BASE}{name}") for name in ("task/x", "agency/x", "suggestion/x"))
    rdf_type = NamedNode(std.RDF_TYPE)
    return (
        *quads,
        Quad(task, rdf_type, NamedNode(terms.Task), GRAPH),
        Quad(task, NamedNode(std.DCTERMS_TITLE), Literal(HOSTILE, language="zh"), GRAPH),
        Quad(agency, rdf_type, NamedNode(terms.Agency), GRAPH),
        Quad(agency, NamedNode(std.SKOS_PREF_LABEL), Literal("云州市气象局", language="zh"), GRAPH),
        Quad(suggestion, rdf_type, NamedNode(terms.Suggestion), GRAPH),
        Quad(suggestion, NamedNode(terms.ofTask), task, GRAPH),
        Quad(suggestion, NamedNode(terms.agency), agency, GRAPH),
        Quad(suggestion, NamedNode(terms.role), NamedNode(terms.ROLES["lead"]), GRAPH),
        Quad(suggestion, NamedNode(terms.score), Literal("0.75", datatype=NamedNode(std.XSD_DECIMAL)), GRAPH),
    )


def told(graph: Any) -> tuple[object, object]:
    """Nodes and edges with what is said of them."""
    nodes = {node: (data["label"], data["kind"]) for node, data in graph.nodes(data=True)}
    names = ("label", "relation", "role", "ground", "score", "document", "fact")
    edges = [(one, two, *(data.get(name) for name in names)) for one, two, data in graph.edges(data=True)]
    return nodes, sorted(edges, key=str)


@pytest.mark.parametrize("form", FORMS)
def test_read_back(odd: tuple[Quad, ...], tmp_path: Path, form: str) -> None:
    """Another reader finds every node and edge with kind, role, ground and score."""
    path = tmp_path / f"x.{form}"
    write_network(odd, form, path)
    nodes, edges = told(READERS[form](path))

    assert (nodes, edges) == told(network(odd))
    assert {kind for _, kind in nodes.values()} >= {"agency", "task", "document"}  # type: ignore[attr-defined]
    assert f"{BASE}suggestion/x" in str(edges)


def test_what_edges_say(odd: tuple[Quad, ...]) -> None:
    """A suggested owner is told from a stated one by its ground, and has a score."""
    edges = {data["fact"]: data for _, _, data in network(odd).edges(data=True)}
    suggested = edges[f"{BASE}suggestion/x"]

    assert (suggested["role"], suggested["ground"], suggested["score"]) == ("lead", "inferred", 0.75)
    assert {data["ground"] for data in edges.values() if "score" not in data} == {"stated"}


@pytest.mark.parametrize("form", FORMS)
def test_years_values_and_quotes_are_carried(sample_quads: tuple[Quad, ...], tmp_path: Path, form: str) -> None:
    """A target with its number, unit, year and words; a task with its deadline; an alignment with both quotes."""
    path = tmp_path / f"x.{form}"
    write_network(sample_quads, form, path)
    graph = READERS[form](path)
    edges = [data for *_, data in graph.edges(data=True)]
    (rate,) = [data for data in edges if "渔业数字化率" in data.get("quote", "") and data["relation"] == "indicator"]
    tasks = [data for _, data in graph.nodes(data=True) if data["kind"] == "task"]

    assert (rate["figure"], rate["value"], rate["unit"], rate["year"]) == ("target", 45, "%", 2025)
    assert rate["end"] - rate["start"] == len(rate["quote"])
    assert any(data.get("due_year") and data["deadline"] for data in tasks)
    assert all(" … " in data["quote"] and data["reason"] for data in edges if data["relation"] == "alignment-partial")
    assert {data["in_graph"] for _, data in graph.nodes(data=True) if data["kind"] == "document"} == {True, False}


@pytest.mark.parametrize("form", FORMS)
def test_text_is_data(odd: tuple[Quad, ...], tmp_path: Path, form: str) -> None:
    """A title is no markup, and what XML cannot hold stands as a replacement sign."""
    write_network(odd, form, tmp_path / "x")
    label = READERS[form](tmp_path / "x").nodes[f"{BASE}task/x"]["label"]

    assert label == "</label>&\ufffd\ufffd[2J\ufffd“云州”\u202e"


@pytest.mark.parametrize("form", FORMS)
def test_same_bytes(odd: tuple[Quad, ...], tmp_path: Path, form: str) -> None:
    """In whatever order the quads come the bytes are the same, and no day stands in them."""
    shuffled = random.Random(1).sample(odd, len(odd))
    for name, quads in (("a", odd), ("b", tuple(shuffled))):
        write_network(quads, form, tmp_path / name)

    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert b"lastmodified" not in (tmp_path / "a").read_bytes()
    assert nx.__version__.encode() not in (tmp_path / "a").read_bytes()


@pytest.mark.parametrize("form", FORMS)
def test_command(tmp_path: Path, form: str) -> None:
    """The command writes one file, into a folder under a name of its own, in the language asked for."""
    graph = str(Path(__file__).parents[1] / "example.trig")
    done = CliRunner().invoke(main, ["export", form, "--store", graph, "-o", f"{tmp_path}/", "--lang", "en"])

    assert done.exit_code == 0
    assert READERS[form](tmp_path / f"guitu.{form}").number_of_edges() > 0


def test_wrong_language(odd: tuple[Quad, ...]) -> None:
    """An unknown language is told."""
    with pytest.raises(OptionError, match="no such language"):
        network(odd, "fr")
