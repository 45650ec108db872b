"""What is stated is not inferred: on the real plans, each stands in graphs of its own."""

from __future__ import annotations

from pathlib import Path

from guitu.graph.ask.query import ask
from guitu.graph.keep.store import Store
from guitu.graph.quads import triples
from guitu.graph.quads.names import Names
from guitu.graph.steps.pieces import whole_keys
from tests.calibrate import works_in

DOCUMENT = "<https://w3id.org/guitu/id/document/"
INFERRED = ("graph/links>", "graph/alignments>", "graph/suggestions>")
OTHERS = ("graph/registry>", "graph/entities>", "graph/gaps>", "graph/provenance>", "graph/ontology>")
MUNICIPAL = """
PREFIX gt: <https://w3id.org/guitu/ns#>
SELECT ?t (COUNT(?s) AS ?suggestions) (COUNT(?why) AS ?reasons) {
  ?doc gt:level gt:level-municipal ; gt:planPeriod gt:period-14 .
  GRAPH ?doc { ?t a gt:Task }
  FILTER NOT EXISTS { ?t gt:partOfTask*/gt:ownedBy ?owner }
  OPTIONAL { ?s gt:ofTask ?t ; gt:score ?score }
  OPTIONAL { ?t gt:noSuggestion ?why }
} GROUP BY ?t
"""


def graph_of(line: str) -> str:
    return line.rsplit(" ", 2)[1]


def test_without_what_is_inferred_exactly_the_stated_is_left(corpus_build: Path, shared: Path) -> None:
    """Every line of a document's graph is one that its facts alone make, and none of those is missing."""
    works = works_in(shared / "corpus")
    wholes = whole_keys(works)
    alone = {
        line
        for work in works
        for line in triples.stated(
            work.primary.facts, work.primary.reading.text, work.key, Names(), wholes.get(work.primary.identity)
        )
    }
    lines = list(Store.open(corpus_build).quads())
    left = [line for line in lines if not graph_of(line).endswith(INFERRED)]

    assert {line for line in left if graph_of(line).startswith(DOCUMENT)} == alone
    assert all(graph_of(line).endswith(OTHERS) for line in left if not graph_of(line).startswith(DOCUMENT))
    assert {graph_of(line).rsplit("/", 1)[-1] for line in lines} >= {"links>", "alignments>", "suggestions>"}


def test_every_municipal_task_without_owner_has_suggestions_or_a_reason(corpus_build: Path) -> None:
    """Never both, never neither."""
    rows = Store.open(corpus_build).query(MUNICIPAL).rows

    assert len(rows) > 100
    assert all((suggestions == "0") != (reasons == "0") for _, suggestions, reasons in rows)


def test_names_of_one_thing(corpus_build: Path) -> None:
    """The short and the full name of a committee are one agency; the plan that stands in two files is one document."""
    store = Store.open(corpus_build)

    assert {row[0] for row in ask(store, "duty-sheet", ["经济信息化委"]).rows} == {"上海市经济和信息化委员会"}
    titles = [row[0] for row in ask(store, "documents").rows]
    assert titles.count("上海市软件和信息服务业发展“十四五”规划") == 1
