"""What is inferred is read apart from what is stated."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.tables.inferred import Inferred
from guitu.exports.tables.view import View
from guitu.ontology import terms

BASE = "https://w3id.org/guitu/id/"


def test_alignments(quads: tuple[Quad, ...]) -> None:
    """An alignment tells both tasks, its relation, its score and its reason."""
    view = View.of(quads)
    (one,) = Inferred.of(quads).alignments

    assert (view.one(one.task, "dcterms:title"), view.one(one.other, "dcterms:title")) == (
        "=奖励节水企业",
        "新建村镇泵站",
    )
    assert (view.label(one.relation), one.score, one.reason) == ("部分相关", "0.62", "题目相近")


def test_the_best_suggestion_comes_first(sample_quads: tuple[Quad, ...]) -> None:
    """Suggestions of the samples name an agency, a role and a reason, and fall in score."""
    found = Inferred.of(sample_quads).suggestions
    scores = [float(one.score) for one in found]

    assert found
    assert scores == sorted(scores, reverse=True)
    assert all(one.task and one.agency and one.role and one.reason for one in found)


def test_names_of_one_agency(quads: tuple[Quad, ...]) -> None:
    """An agency that another stands for is counted as that one."""
    water, same = f"{BASE}agency/云州市水务局", f"{BASE}agency/云州水务局"
    link = Quad(NamedNode(same), NamedNode(terms.representedBy), NamedNode(water), NamedNode(f"{BASE}graph/links"))
    elsewhere = Quad(NamedNode(water), NamedNode(terms.representedBy), Literal("x"), NamedNode(f"{BASE}graph/other"))
    inferred = Inferred.of((*quads, link, elsewhere))

    assert (inferred.of_agency(same), inferred.of_agency(water)) == (water, water)
