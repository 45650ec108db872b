"""The page of the vocabulary: its prefixes and graphs are those of a build, its queries answer in two engines."""

from __future__ import annotations

import importlib.util
import re
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib import SKOS, Graph
from rdflib.query import ResultRow

from guitu.exports.rdf.formats import serialize
from guitu.exports.rdf.statements import quads_of
from guitu.graph.build import build
from guitu.graph.keep.store import Store
from guitu.ontology.standards import VOCABULARIES

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs/vocabulary.md").read_text("utf-8")
QUERIES = [text for text in re.findall(r"^```sparql\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL) if "SELECT" in text]
PREFIXES = "\n".join(re.findall(r"^PREFIX .*$", PAGE, re.MULTILINE))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The samples, with a document of which something was not read."""
    home = tmp_path_factory.mktemp("vocabulary")
    assert not build([Path(str(files("guitu.extract"))) / "samples"], home / "store").problems
    return Store.open(home / "store")


@pytest.fixture(scope="module")
def merged(store: Store) -> Graph:
    """As other makers load it: Turtle without graphs."""
    return Graph().parse(data=serialize(quads_of(store.quads()), "turtle"), format="turtle")


def test_the_prefixes_are_those_of_the_graph() -> None:
    """Each with its namespace."""
    told = dict(re.findall(r"PREFIX (\w+): +<([^>]+)>", PREFIXES))

    assert told == {prefix: VOCABULARIES[prefix] for prefix in told}
    assert len(told) > 8


def test_the_graphs_are_told(store: Store) -> None:
    """Every graph of a build that is no document's stands in the table."""
    graphs = {
        name.rpartition("/")[2]
        for line in store.quads()
        if (name := line[:-4].rpartition("<")[2]) and "/graph/" in name
    }

    assert [name for name in sorted(graphs) if f"graph/{name}`" not in PAGE] == []


def test_there_are_eight_queries() -> None:
    """As the page says, after one of places and one of codes."""
    assert len(re.findall(r"^### \d\. ", PAGE, re.MULTILINE)) == 8
    assert len(QUERIES) == 2 + 8


def test_the_codes_are_those_of_the_lists() -> None:
    """Each row of the table has all notations of one list, and no other."""
    lists = Graph().parse(ROOT / "ontology/lists.ttl")
    schemes: dict[object, set[str]] = {}
    for concept, scheme in lists.subject_objects(SKOS.inScheme):
        schemes.setdefault(scheme, set()).update(str(one) for one in lists.objects(concept, SKOS.notation))
    told = re.findall(r"^\| `(?:gt|eli):\w+` \| (`.*`) \|$", PAGE, re.MULTILINE)

    assert len(told) == 8
    for row in told:
        assert set(re.findall(r"`([^`]+)`", row)) in schemes.values(), row


@pytest.mark.parametrize("text", QUERIES, ids=lambda text: text.split("WHERE")[0].strip()[:40])
def test_a_query_answers_alike_in_two_engines(text: str, store: Store, merged: Graph) -> None:
    """Rows on the samples: as many, and with the same words, in the store and in RDFLib on the merged Turtle."""
    rows = {tuple(row) for row in store.query(f"{PREFIXES}\n{text}").rows}
    found = {
        tuple(None if cell is None else str(cell) for cell in row)
        for row in merged.query(f"{PREFIXES}\n{text}")
        if isinstance(row, ResultRow)
    }

    assert rows == found
    assert rows


def test_every_term_is_told_with_an_example() -> None:
    """The list of terms: each with both definitions, an example or the word that there is none, and questions."""
    spec = importlib.util.spec_from_file_location("ontology_page", ROOT / "docs/ontology_page.py")
    assert spec and spec.loader
    page = importlib.util.module_from_spec(spec)
    sys.modules["ontology_page"] = page
    spec.loader.exec_module(page)
    made = page.Page.read()
    told = dict(zip(*[iter(re.split(r"^### (gt:\w+)$", made.text(), flags=re.MULTILINE)[1:])] * 2, strict=True))
    terms = re.findall(r"^(gt:\w+) a owl:", (ROOT / "ontology/guitu.ttl").read_text("utf-8"), re.MULTILINE)

    assert sorted(told) == sorted(terms)
    assert [term for term, text in told.items() if "例 Example: " not in text] == []
    assert "“" in told["gt:Task"]
    assert "[谁负责 owners](questions.md#谁负责--owners)" in told["gt:Responsibility"]
    assert sum("none in the samples" in text for text in told.values()) < len(told) / 4
    assert all(f"gt:{name}" in made.diagram() for name in ("Document", "Task", "Responsibility", "Agency", "Figure"))
