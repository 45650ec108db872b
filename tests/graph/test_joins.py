"""No question joins everything: what an OPTIONAL shares with the rows before it is bound in each of them.

In SPARQL a variable that a row does not bind matches whatever there is, so that such an OPTIONAL would join the row
with all labels or titles of a graph: a wrong answer in every engine, and an endless one in a large graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from guitu.graph.ask import pages, parts, query
from guitu.graph.ask.query import questions
from guitu.graph.build import build
from guitu.graph.keep.store import Store

SAMPLES = Path(str(files("guitu.extract"))) / "samples"
BARE = (
    "关于做好几项工作的通知\n一、重点工作\n（一）开展宣传。到2025年，开展宣传10次。\n（二）检查设备。（市水利局牵头）\n"
)
_VARIABLE = re.compile(r"\?(\w+)")
_FILTER = re.compile(r"^ *FILTER.*$", re.MULTILINE)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Store]:
    """The sample plans; and a document of which hardly anything is known: no place, no level, no number, no date."""
    place = tmp_path_factory.mktemp("joins")
    (place / "通知.txt").write_text(BARE, encoding="utf-8")
    build([SAMPLES], place / "samples")
    build([place / "通知.txt"], place / "bare")
    return Store.open(place / "samples"), Store.open(place / "bare")


def before(sparql: str) -> Iterator[tuple[str, set[str]]]:
    """Each OPTIONAL of a question, with the variables before it where it is reached; those in filters are their own."""
    plan = parts.plan_of(sparql)
    for branch in plan.branches:
        seen = set(_VARIABLE.findall(_FILTER.sub("", branch.core)))
        for step in (*branch.steps, *plan.steps):
            if step.startswith("OPTIONAL"):
                yield step, set(seen)
                yield from _inside(step, seen)
            seen |= set(_VARIABLE.findall(step))


def _inside(step: str, seen: set[str]) -> Iterator[tuple[str, set[str]]]:
    """The OPTIONALs inside one, which are joined to what it finds, with the variables before them there."""
    body, *inner = parts.elements(step[step.index("{") + 1 : step.rindex("}")])
    known = set(_VARIABLE.findall(body)) | (seen & set(_VARIABLE.findall(step)))
    for one in inner:
        if one.startswith("OPTIONAL"):
            yield one, set(known)
            yield from _inside(one, known)
        known |= set(_VARIABLE.findall(one))


def test_what_is_looked_for() -> None:
    """An OPTIONAL after one that may bind nothing."""
    head = "SELECT ?a WHERE {\n  { # in pieces\n    ?a a ?b .\n    FILTER NOT EXISTS { ?a ?p ?c }\n  } # so far\n"
    found = dict(before(f"{head}  OPTIONAL {{ ?a ?p ?d }}\n  OPTIONAL {{ ?d ?q ?c }}\n}} ORDER BY ?a"))

    assert found == {"OPTIONAL { ?a ?p ?d }": {"a", "b"}, "OPTIONAL { ?d ?q ?c }": {"a", "b", "p", "d"}}


@pytest.mark.parametrize("name", [name for name, one in questions().items() if parts.is_divided(one.sparql)])
def test_no_optional_joins_everything(stores: tuple[Store, Store], name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over all rows of a question asked of everything, and of its example."""
    question = questions()[name]
    shared = [(step, seen & set(_VARIABLE.findall(step))) for step, seen in before(question.sparql)]
    assert all(names for _, names in shared), "an OPTIONAL that shares nothing"
    looked: list[str] = []
    real = pages._optional

    def checked(asked: pages._Asked, step: str, found: list[pages.Solution]) -> list[pages.Solution]:
        looked.append(step)
        told = [names for of, names in shared if asked.bind(of) == step]
        assert any(all(names <= one.keys() for one in found) for names in told), (step, told)
        return real(asked, step, found)

    monkeypatch.setattr(pages, "_optional", checked)
    required = question.example[: sum(not parameter.optional for parameter in question.parameters)]
    for store in stores:
        for args in dict.fromkeys((tuple(required), question.example)):
            # as other engines are asked: here some answers are found of tables that are kept
            pages.page(store, question.sparql, query._binding(question, args, "zh"), ())
    assert looked
