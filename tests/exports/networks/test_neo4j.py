"""The CSV for Neo4j by the rules of `neo4j-admin database import`: headings, types, ids that are there."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.networks.neo4j import GUIDE, write_neo4j
from guitu.ontology import standards as std
from guitu.ontology import terms

BASE = "https://w3id.org/guitu/id/"
Rows = list[dict[str, str]]
PARSED: dict[str, Callable[[str], object]] = {
    "": str,
    "long": int,
    "double": float,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
    "ID": str,
    "LABEL": str,
    "START_ID": str,
    "END_ID": str,
    "TYPE": str,
}


def table(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def folder(sample_quads: tuple[Quad, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("neo4j")
    write_neo4j(sample_quads, made)
    return made


def test_every_end_of_a_relationship_is_a_node(folder: Path) -> None:
    """Ids are unique over all nodes; every relationship leads from one to one."""
    nodes = [row["iri:ID"] for path in folder.glob("nodes-*.csv") for row in table(path)]
    ends = {
        row[end]
        for path in folder.glob("relationships-*.csv")
        for row in table(path)
        for end in (":START_ID", ":END_ID")
    }

    assert len(nodes) == len(set(nodes)) > 100
    assert ends <= set(nodes)


def test_values_are_of_the_type_that_their_heading_says(folder: Path) -> None:
    """Every cell that is not empty parses; a heading is a name, a type, or both."""
    for path in folder.glob("*.csv"):
        for row in table(path):
            for heading, cell in row.items():
                name, _, kind = heading.partition(":")
                assert re.fullmatch(r"\w*", name)
                if cell:
                    PARSED[kind](cell)
    assert not (folder / "nodes-Task.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_figures_have_values_years_and_quotes(folder: Path) -> None:
    """A target of the samples as it stands there."""
    (rate,) = [row for row in table(folder / "relationships-MEASURES.csv") if "渔业数字化率" in row["quote"]]

    assert (rate["figure"], rate["value:double"], rate["unit"], rate["year:long"], rate["comparator"]) == (
        "target", "45.0", "%", "2025", "ge",
    )  # fmt: skip
    assert int(rate["end:long"]) - int(rate["start:long"]) == len(rate["quote"])


def test_suggested_owners_have_types_of_their_own(folder: Path) -> None:
    """No pattern over LEADS finds what no document states."""
    leads = table(folder / "relationships-LEADS.csv")
    suggested = table(folder / "relationships-SUGGESTED_LEAD.csv")

    assert {row["ground"] for row in leads} == {"stated"}
    assert {row["ground"] for row in suggested} == {"inferred"}
    assert all(row["score:double"] and row["reason"] for row in suggested)


def test_the_guide_loads_every_file(folder: Path) -> None:
    """Each file of nodes and relationships stands in the command once."""
    guide = (folder / GUIDE).read_text("utf-8")
    named = re.findall(r"--(?:nodes|relationships)=(\S+)", guide)

    assert sorted(named) == sorted(path.name for path in folder.glob("*.csv"))


def test_text_is_data(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """A title is no formula, no further cell and no further line."""
    hostile = '=HYPERLINK("x"),"\n@x'
    task, graph = NamedNode(f"{BASE}task/x"), NamedNode(f"{BASE}graph/suggestions")
    document = next(q.subject for q in quads if q.object == NamedNode(terms.Document))
    assert isinstance(document, NamedNode)
    odd = (
        Quad(task, NamedNode(std.RDF_TYPE), NamedNode(terms.Task), graph),
        Quad(task, NamedNode(std.DCTERMS_TITLE), Literal(hostile, language="zh"), graph),
        Quad(task, NamedNode(terms.inDocument), document, graph),
    )
    write_neo4j((*quads, *odd), tmp_path)
    (row,) = [row for row in table(tmp_path / "nodes-Task.csv") if row["iri:ID"] == task.value]

    assert row["name"] == "'" + hostile


def test_same_bytes(quads: tuple[Quad, ...], tmp_path: Path) -> None:
    """In whatever order the quads come."""
    one = write_neo4j(quads, tmp_path / "a")
    two = write_neo4j(tuple(reversed(quads)), tmp_path / "b")

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
