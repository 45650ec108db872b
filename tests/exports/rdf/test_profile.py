"""The facts profile keeps what is said and leaves out the words in which it is said."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from guitu.exports.rdf.formats import serialize
from guitu.exports.rdf.profile import select
from guitu.extract.errors import OptionError
from guitu.ontology import terms


def test_full_is_everything(quads: tuple[Quad, ...]) -> None:
    """The full profile leaves nothing out."""
    assert quads == tuple(select(quads, "full"))


@pytest.mark.parametrize(
    "words", ["在山区新建", "市水务局牵头", "年节水一万吨", "有关方面配合", "anchorOf", "asWritten", "gt:beneficiary"]
)
def test_facts_have_no_words_of_documents(quads: tuple[Quad, ...], words: str) -> None:
    """Bodies, quotes, conditions, beneficiaries, wordings and reasons that quote are left out."""
    assert words in serialize(quads, "turtle")
    assert words not in serialize(select(quads, "facts"), "turtle")


@pytest.mark.parametrize(
    "fact", ["新建村镇泵站", "#char=60,66", "没有计量单位", "gt:citedTitle", "gt:score 0.62", "2033年底前", "题目相近"]
)
def test_facts_stay(quads: tuple[Quad, ...], fact: str) -> None:
    """Titles, positions, plain reasons, scores and figures stay."""
    assert fact in serialize(select(quads, "facts"), "turtle")


def test_headings_of_columns_are_names() -> None:
    """A heading stays; one as long as a sentence is cut."""
    heading, base = NamedNode(terms.columnHeading), "https://w3id.org/guitu/id/column/"
    told = [Quad(NamedNode(base + str(i)), heading, Literal(words)) for i, words in enumerate(("实施主体", "事" * 40))]

    assert [quad.object for quad in select(told, "facts")] == [Literal("实施主体"), Literal("事" * 24 + "…")]


def test_unknown_profile() -> None:
    """An unknown profile is named, with those there are."""
    with pytest.raises(OptionError, match="choose one of full, facts"):
        select((), "some")
