"""Signs of places are told from what the registry has, not from a list."""

from __future__ import annotations

import pytest

from guitu.ontology.toponyms import LIKE, likeness


@pytest.mark.parametrize("name", ["浔溪", "汾陵", "泾川", "虹桥", "绥哈", "渝沪"])
def test_signs_of_names_of_places(name: str) -> None:
    assert likeness(name) > LIKE


@pytest.mark.parametrize("word", ["争创", "做强", "汽修", "全电", "智造", "数创", "苜蓿", ""])
def test_signs_of_other_words(word: str) -> None:
    assert likeness(word) < LIKE
