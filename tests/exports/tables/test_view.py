"""The view: stated things only, in the order of documents and of their text."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from guitu.exports.tables.view import Proof, View

BASE = "https://w3id.org/guitu/id/"


@pytest.fixture(scope="module")
def view(quads: tuple[Quad, ...]) -> View:
    return View.of(quads)


def test_order_of_the_text(view: View) -> None:
    """Members of a class come by document, then by place in its text."""
    assert [view.one(task, "dcterms:title") for task in view.members["gt:Task"]] == [
        "新建村镇泵站", "山区泵站选址", "修缮老旧堤坝", "=奖励节水企业",
    ]  # fmt: skip


def test_inferred_things_are_no_members(view: View) -> None:
    """Alignments stand aside; gaps are kept, with their document."""
    assert "gt:Alignment" not in view.members
    assert {view.document[gap] for gap in view.members["gt:Gap"]} == {BASE + "document/云府发〔2031〕9号"}


def test_proof(view: View) -> None:
    """A fact's proof has text, range and quote; without evidence it is empty."""
    assert view.proof(BASE + "responsibility/r1") == Proof("t1", 60, 66, "市水务局牵头")
    assert view.proof(BASE + "gap/p2") == Proof()


@pytest.mark.parametrize(
    ("iri", "lang", "label"),
    [
        (BASE + "agency/云州市人民政府", "en", "People's Government of Yunzhou"),
        (BASE + "agency/云州市水务局", "en", "云州市水务局"),
        (BASE + "agency/无名局", "zh", "无名局"),
        ("", "zh", ""),
    ],
)
def test_labels(view: View, iri: str, lang: str, label: str) -> None:
    """A label in the language, else in Chinese, else the end of the IRI."""
    assert view.label(iri, lang) == label
