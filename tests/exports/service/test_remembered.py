"""Answers that are given again: while the graph is the same, and to nobody else."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

import pytest

from guitu.exports.service.remembered import Remembered, changes
from guitu.graph.build import build
from guitu.graph.keep.asking import Dataset
from guitu.graph.keep.bounded import Question
from tests.exports.service.conftest import Served, serving

TASKS = "/sparql?format=csv&query=" + quote("SELECT (COUNT(?x) AS ?n) { ?x a gt:Task }")


def question(sparql: str, dataset: Dataset | None = None) -> Question:
    return Question(sparql, ("json", "nt"), 10, dataset)


def test_an_answer_is_known_by_its_tag(served: Served) -> None:
    """Whoever has it already gets no more than that; another form, or another text, is another answer."""
    first = served.ask(TASKS)
    tag = first.headers["etag"]
    again = served.ask(TASKS, if_none_match=f'"other", W/{tag}')

    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert served.ask(TASKS, if_none_match='"other"').body == first.body
    assert served.ask(TASKS.replace("csv", "json")).headers["etag"] != tag
    assert served.ask(TASKS + "%20%23").headers["etag"] != tag
    assert served.ask(TASKS + "&default-graph-uri=http://x/").headers["etag"] != tag
    assert served.ask(TASKS, "POST", b"", if_none_match=tag).status == 415


def test_a_new_graph_has_new_answers(tmp_path: Path) -> None:
    """From the moment it is there, though the same was asked before."""
    samples, store = Path(str(files("guitu.extract"))) / "samples", tmp_path / "store"
    build([next(iter(sorted(samples.glob("*"))))], store)
    with serving("--store", store) as found:
        few = found.ask(TASKS)
        build([samples], store)
        more = found.ask(TASKS, if_none_match=few.headers["etag"])

    assert more.status == 200
    assert int(more.text.split()[1]) > int(few.text.split()[1])
    assert more.headers["etag"] != few.headers["etag"]


@pytest.mark.parametrize("sparql", [
    "SELECT (NOW() AS ?t) {}", "SELECT (rand () AS ?t) {}", "SELECT (StrUUID() AS ?t) {}", "SELECT (UUID() AS ?t) {}",
    "SELECT (BNODE() AS ?t) {}", "SELECT (\\u004EOW() AS ?t) {}",
])  # fmt: skip
def test_what_changes_is_not_kept(sparql: str) -> None:
    """The time, chance and new names."""
    assert changes(sparql)
    assert not Remembered("graph").tag(question(sparql))


def test_what_is_kept() -> None:
    """The last ones asked for, within the bound; by all that makes an answer; nothing of a graph without a name."""
    kept = Remembered("graph", most=10)
    one, other, third = question("ASK { 1 }"), question("ASK { 2 }"), question("ASK { 1 }", Dataset(("http://x/",)))
    kept.keep(one, b"12345")
    kept.keep(other, b"12345")
    assert kept.get(one) == b"12345"
    kept.keep(third, b"123")

    assert (kept.get(one), kept.get(other), kept.get(third)) == (b"12345", None, b"123")
    assert len({kept.tag(each) for each in (one, other, third)}) == 3
    assert Remembered("later").tag(one) != kept.tag(one)
    assert Remembered("").tag(one) == ""
