"""The facts profile keeps what is said and leaves out the words in which it is said."""

from __future__ import annotations

import pytest
from pyoxigraph import Quad

from guitu.exports.profile import select
from guitu.exports.rdf import serialize
from guitu.extract.errors import OptionError


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


def test_unknown_profile() -> None:
    """An unknown profile is named, with those there are."""
    with pytest.raises(OptionError, match="choose one of full, facts"):
        select((), "some")
