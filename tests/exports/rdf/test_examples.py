"""The questions as examples of SPARQL: Turtle that others read, with queries that run as they stand."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from rdflib import RDF, RDFS, Graph, Namespace

from guitu.exports.command.cli import main
from guitu.exports.rdf.examples import BASE, ENDPOINT, examples
from guitu.graph.ask.query import questions
from guitu.graph.keep.store import Store

SH, SCHEMA, EX = Namespace("http://www.w3.org/ns/shacl#"), Namespace("https://schema.org/"), Namespace(BASE)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """What the command writes, read by rdflib."""
    folder = tmp_path_factory.mktemp("examples")
    result = CliRunner().invoke(main, ["ask", "--examples", str(folder)])
    assert result.exit_code == 0, result.output
    found = Graph()
    for file in sorted(folder.glob("*.ttl")):
        found.parse(file, format="turtle")
    return found


@pytest.fixture(scope="module")
def merged(samples: Store) -> ox.Store:
    """The triples of the sample plans in one default graph, as the merged Turtle has them."""
    store = ox.Store()
    store.bulk_load(
        input="".join(f"{line.rpartition(' <')[0]} .\n" for line in samples.quads()).encode("utf-8"),
        format=ox.RdfFormat.N_TRIPLES,
    )
    return store


def test_what_an_example_says(written: Graph) -> None:
    """Every question, in both languages, with keywords, and the prefixes that it uses."""
    assert {str(one).removeprefix(BASE) for one in written.subjects(RDF.type, SH.SPARQLExecutable)} == set(questions())
    owners = EX["owners"]
    told = {getattr(one, "language", None): str(one) for one in written.objects(owners, RDFS.comment)}
    assert told == questions()["owners"].asks
    assert {"owners", "Task", "Responsibility"} <= {str(one) for one in written.objects(owners, SCHEMA.keywords)}
    declared = set(written.objects(EX["prefixes"], SH.declare))
    assert {(str(written.value(one, SH.prefix)), str(written.value(one, SH.namespace))) for one in declared} >= {
        ("gt", "https://w3id.org/guitu/ns#"),
        ("eli", "http://data.europa.eu/eli/ontology#"),
    }
    assert not any(True for one in written.all_nodes() if type(one).__name__ == "BNode")
    assert {str(one) for one in written.objects(owners, SCHEMA.target)} == {ENDPOINT}


def test_examples_name_the_endpoint_that_is_given(tmp_path: Path) -> None:
    """An address, and nothing else."""
    done = CliRunner().invoke(
        main, ["ask", "--examples", str(tmp_path), "--endpoint", "https://data.example.org/sparql"]
    )
    refused = CliRunner().invoke(main, ["ask", "--examples", str(tmp_path / "no"), "--endpoint", "x> . <y"])

    assert done.exit_code == 0, done.output
    assert "schema:target <https://data.example.org/sparql> ." in (tmp_path / "owners.ttl").read_text("utf-8")
    assert refused.exit_code != 0
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("name", questions())
def test_an_example_runs(written: Graph, merged: ox.Store, name: str) -> None:
    """It says first what it needs, and has rows on the merged triples in any engine."""
    sparql = str(written.value(EX[name], SH.select))

    assert sparql.startswith("# needs: ")
    found = merged.query(sparql)
    assert isinstance(found, ox.QuerySolutions)
    if name != "corrections":  # the sample plans have none
        assert next(iter(found), None) is not None


def test_the_same_bytes() -> None:
    """Two runs write the same."""
    assert list(examples()) == list(examples())


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """One line and an exit code."""
    (tmp_path / "a").write_text("", "utf-8")

    result = CliRunner().invoke(main, ["ask", "--examples", str(tmp_path / "a")])

    assert result.exit_code != 0
    assert str(tmp_path / "a") in result.output
